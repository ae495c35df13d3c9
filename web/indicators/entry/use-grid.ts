import { useMemo, useRef } from "react";
import { move, type GridRow, type Place, type Step } from "./grid.ts";

export type GridFocus = {
  /** For the input of one place: `ref={grid.register(place)}`. */
  register(place: Place): (input: HTMLElement | null) => void;
  /** Takes the cursor on from a place; false at the edge. */
  step(from: Place, step: Step): boolean;
  focus(place: Place): void;
};

/** Focus of a grid whose rows may lie in several tables of a page: the cursor goes on from one section to the next. */
export function useGrid(rows: readonly GridRow[]): GridFocus {
  const inputs = useRef(new Map<string, HTMLElement>());
  return useMemo(() => {
    const focus = ({ row, column }: Place) => {
      const input = inputs.current.get(`${row}:${column}`);
      input?.focus();
      input?.scrollIntoView({ block: "nearest" });
    };
    return {
      focus,
      register:
        ({ row, column }) =>
        (input) => {
          if (input) inputs.current.set(`${row}:${column}`, input);
          else inputs.current.delete(`${row}:${column}`);
        },
      step: (from, step) => {
        const place = move(rows, from, step);
        if (place) focus(place);
        return place !== null;
      },
    };
  }, [rows]);
}
