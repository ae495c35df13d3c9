import { useHotkeys } from "@mantine/hooks";
import { useEffect, useRef, type RefObject } from "react";

/**
 * A form that opens in the list takes the cursor to its first field. Escape closes it (its words are kept as a draft),
 * Ctrl+Enter saves it; both from inside its inputs. Give the form the ref that comes back.
 */
export function useFormKeys({ onClose, onSave }: { onClose(): void; onSave(): void }): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useHotkeys(
    [
      [
        "Escape",
        (event) => {
          // An open list of suggestions takes the Escape for itself, and so does what floats outside the form (a calendar).
          const { target } = event;
          if (!(target instanceof Element) || !form.current?.contains(target) || target.getAttribute("aria-expanded") === "true") return;
          onClose();
        },
      ],
      ["mod+Enter", onSave],
    ],
    [],
  );
  return form;
}
