/** A sheet before it is a file: words, numbers as decimal strings, days. */
export type TableCell =
  | { kind: "text"; text: string }
  /** `places`: decimals to show; `percent`: a share of 1. */
  | { kind: "number"; value: string; places: number; percent?: boolean }
  | { kind: "day"; day: string }
  | { kind: "empty" };

export type Table = {
  sheet: string;
  titles: string[];
  columns: { header: string; width: number }[];
  rows: TableCell[][];
  /** A last row, set off from the others. */
  total: TableCell[] | null;
};

export const empty: TableCell = { kind: "empty" };
export const text = (words: string | null | undefined): TableCell => (words ? { kind: "text", text: words } : empty);
export const day = (value: string | null): TableCell => (value === null ? empty : { kind: "day", day: value });

const placesIn = (value: string): number => value.split(".")[1]?.length ?? 0;
export const number = (value: string | null | undefined): TableCell =>
  value === null || value === undefined ? empty : { kind: "number", value, places: placesIn(value) };
/** `value`: per cent as a decimal string ("82.7"). */
export const percent = (value: string | null): TableCell =>
  value === null ? empty : { kind: "number", value, places: placesIn(value), percent: true };
