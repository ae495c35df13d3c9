/**
 * What the outline reader takes and gives. Lines are 1-based in the text that was read; offsets are UTF-16 code units of
 * their line, so that a screen can light the words up.
 */

export type OutlineCell = { column: number; line: number; text: string };
/** Rows of a data table, merged cells standing once, at their first column. */
export type OutlineTable = { line: number; lineCount: number; rows: OutlineCell[][] };
export type OutlineText = { lines: string[]; tables: OutlineTable[] };

export type OutlineValueKind = "count" | "stock" | "money" | "measure" | "ratio" | "yes-no";

export type OutlineSpan = { line: number; start: number; end: number };

/** A figure that the outline asks for. `confidence` says how sure it is that this is one figure with this label and unit. */
export type OutlineRow = {
  label: string;
  unit: string;
  valueKind: OutlineValueKind;
  span: OutlineSpan;
  quote: string;
  confidence: number;
};

/** A heading with what it asks for. `context` are the headings above it, for comparing its rows with a dictionary. */
export type OutlineSection = {
  number: string;
  heading: string;
  line: number;
  narrative: boolean;
  guidance: string;
  context: string;
  rows: OutlineRow[];
};

/** Something read out of the text: where it stands, and how sure the reading is. */
export type Guess<T> = { value: T; quote: string; line: number; confidence: number };
