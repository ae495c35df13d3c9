import { useHotkeys } from "@mantine/hooks";

type Keys = Record<
  "next" | "previous" | "accept" | "edit" | "drop" | "undo" | "split" | "add" | "doubt" | "ask" | "takeOut" | "help",
  () => void
>;

/** The keyboard of the review. Silent while a form is open or a dialog stands over the page; inputs keep their letters. */
export function useKeys(keys: Keys, active: boolean): void {
  const when = (act: () => void) => (event: KeyboardEvent) => {
    if (!active || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[aria-modal="true"]')) return;
    act();
  };
  useHotkeys([
    ["j", when(keys.next)],
    ["k", when(keys.previous)],
    ["a", when(keys.accept)],
    ["e", when(keys.edit)],
    ["d", when(keys.drop)],
    ["u", when(keys.undo)],
    ["s", when(keys.split)],
    ["n", when(keys.add)],
    ["c", when(keys.doubt)],
    ["q", when(keys.ask)],
    ["x", when(keys.takeOut)],
    ["shift+?", when(keys.help)],
    ["?", when(keys.help)],
  ]);
}
