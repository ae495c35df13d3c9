import { useSyncExternalStore } from "react";

/**
 * Which item is selected and which one the mouse is over. Kept outside React's tree: a hover must repaint one line and one
 * card, not three hundred lines and a hundred and fifty cards.
 */
export type Pointing = { selected: string | null; hovered: string | null };

export type Pointer = {
  get(): Pointing;
  select(id: string | null): void;
  hover(id: string | null): void;
  subscribe(listener: () => void): () => void;
};

export function createPointer(): Pointer {
  let now: Pointing = { selected: null, hovered: null };
  const listeners = new Set<() => void>();
  const set = (next: Pointing) => {
    if (next.selected === now.selected && next.hovered === now.hovered) return;
    now = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => now,
    select: (selected) => set({ ...now, selected }),
    hover: (hovered) => set({ ...now, hovered }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Re-renders only when what `read` answers changes; answer a string, number or boolean. */
export function usePointing<T extends string | number | boolean | null>(pointer: Pointer, read: (pointing: Pointing) => T): T {
  return useSyncExternalStore(pointer.subscribe, () => read(pointer.get()));
}
