import type { Text } from "../../../src/kernel/language.ts";
import type { FigureShape, Said } from "./figure.ts";
import type { GridRow, Part } from "./grid.ts";

/** A figure as the server holds it: one value, or the two numbers of a ratio. Decimal strings; null is empty. */
export type Figure = { value: string | null; numerator?: string | null; denominator?: string | null };

/** What stands in a cell now. `reason`: why it differs from what the records say. */
export type Entered = Figure & { said?: Said | null; reason?: string | null };

/** A row of the grid with everything that helps to fill it. */
export type EntryRow = GridRow & {
  unit: string;
  compulsory: boolean;
  shape: FigureShape | "yes-no";
  /** Money has words of its own on a phone ("triệu", "tỷ"). */
  money: boolean;
  last: Figure | null;
  yearBefore: Figure | null;
  target: string | null;
  /** What the journal and other records give; `approximate` of them were said with "hơn" or "khoảng". */
  computed: (Figure & { records: number; approximate: number }) | null;
  /** Why the receiver sent this cell back. */
  returned: string | null;
  /** Where the figure comes from when the unit gives it elsewhere already. */
  already: string | null;
  /** What looks odd, as a question: never an obstacle. */
  questions: readonly Text[];
};

export const nothing: Entered = { value: null };

export const partOf = (figure: Figure | null | undefined, part: Part): string | null => figure?.[part] ?? null;

export const isEmpty = (figure: Figure | null | undefined): boolean =>
  !figure || [figure.value, figure.numerator, figure.denominator].every((each) => each === null || each === undefined);

/** Whether a figure differs from the computed one, in any of its numbers. */
export const differs = (one: Figure, other: Figure): boolean =>
  (["value", "numerator", "denominator"] as const).some((part) => (one[part] ?? null) !== (other[part] ?? null));

/** Typed over what the records say, and no word yet about why. */
export const needsReason = (row: Pick<EntryRow, "computed">, entered: Entered | undefined): boolean =>
  Boolean(row.computed && !isEmpty(row.computed) && entered && !isEmpty(entered) && differs(entered, row.computed));
