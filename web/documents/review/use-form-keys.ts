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
          // An open list of suggestions takes the Escape for itself.
          const inList = event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true";
          if (!inList && !document.querySelector('[aria-modal="true"]')) onClose();
        },
      ],
      ["mod+Enter", onSave],
    ],
    [],
  );
  return form;
}
