import { useHotkeys } from "@mantine/hooks";

/** Escape closes a form (its words are kept as a draft), Ctrl+Enter saves it; both from inside its inputs. */
export function useFormKeys({ onClose, onSave }: { onClose(): void; onSave(): void }): void {
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
}
