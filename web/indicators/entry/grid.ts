/** Which number of a row: most rows have one, a ratio has two. */
export type Part = "value" | "numerator" | "denominator";

export type GridRow = {
  /** The cell's address in text form ("12", "12:economy"). */
  key: string;
  label: string;
  parts: readonly Part[];
  /** Of another organisation, or sent already: seen, not entered. */
  locked: boolean;
};

export type Place = { row: number; column: number };
export type Step = "up" | "down" | "left" | "right" | "next" | "previous" | "first" | "last";

const clamp = (column: number, row: GridRow | undefined) => Math.min(column, Math.max(0, (row?.parts.length ?? 1) - 1));

/** Where a step leads, passing over locked rows; null at the edge, where the key does what it does in any page. */
export function move(rows: readonly GridRow[], from: Place, step: Step): Place | null {
  const vertical = (by: 1 | -1): Place | null => {
    for (let row = from.row + by; row >= 0 && row < rows.length; row += by)
      if (rows[row]?.locked === false) return { row, column: clamp(from.column, rows[row]) };
    return null;
  };
  const here = rows[from.row];
  switch (step) {
    case "up":
      return vertical(-1);
    case "down":
      return vertical(1);
    case "left":
      return from.column > 0 ? { row: from.row, column: from.column - 1 } : null;
    case "right":
      return from.column < (here?.parts.length ?? 1) - 1 ? { row: from.row, column: from.column + 1 } : null;
    case "next": {
      const right = move(rows, from, "right");
      const below = vertical(1);
      return right ?? (below && { row: below.row, column: 0 });
    }
    case "previous": {
      const left = move(rows, from, "left");
      const above = vertical(-1);
      return left ?? (above && { row: above.row, column: (rows[above.row]?.parts.length ?? 1) - 1 });
    }
    case "first": {
      const row = rows.findIndex(({ locked }) => !locked);
      return row < 0 ? null : { row, column: 0 };
    }
    case "last": {
      const row = rows.findLastIndex(({ locked }) => !locked);
      return row < 0 ? null : { row, column: clamp(from.column, rows[row]) };
    }
  }
}

type Key = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/**
 * What a key asks of the grid, as a spreadsheet has it. `editing`: the caret is inside the text (after F2 or a click into
 * it), so left, right, Home and End move the caret. Tab is left to the browser: it goes from input to input, and out.
 */
export function stepOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key, editing: boolean): Step | null {
  if (altKey) return null;
  const far = ctrlKey || metaKey;
  switch (key) {
    case "Enter":
      return far ? null : shiftKey ? "up" : "down";
    case "ArrowUp":
      return shiftKey ? null : "up";
    case "ArrowDown":
      return shiftKey ? null : "down";
    case "ArrowLeft":
      return editing || shiftKey ? null : "left";
    case "ArrowRight":
      return editing || shiftKey ? null : "right";
    case "Home":
      return far ? "first" : null;
    case "End":
      return far ? "last" : null;
    default:
      return null;
  }
}
