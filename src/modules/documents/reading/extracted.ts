import type { Text } from "../../../kernel/language.ts";

/** What a file is read as; everything else is refused with the way to save it as .docx. */
export const readableKinds = ["docx", "doc", "odt", "rtf", "html", "pdf", "image", "txt", "md"] as const;
export type ReadableKind = (typeof readableKinds)[number];

/** What comes in: the name as the sender gave it (never a path to open) and the file's bytes. */
export type NamedBytes = { name: string; bytes: Uint8Array };

/**
 * The text that a 1-based `line` counts in: `text === lines.join("\n")`.
 * Unicode is left as the file has it (quotes are verbatim); whoever searches folds.
 */
export type Extracted = {
  kind: ReadableKind;
  text: string;
  lines: string[];
  tables: Table[];
  /** Kept out of the text, so that a note at the foot of a page never passes for a signature or a clause. */
  footnotes: Footnote[];
  /** Lines of page headers, footers and watermarks: stamps are looked for there too. Not in the text. */
  margins: string[];
  /** Where each page of the file begins; empty where a file has no pages of its own (all but PDF and pictures). */
  pages: Page[];
  /** A scan or a photograph: the text is empty or nearly so, and its pages have to be recognised. */
  needsRecognition: boolean;
  notes: Note[];
};

/** `page` counts from 1, as the file's viewer counts; a page without text has `lineCount` 0. */
export type Page = { page: number; line: number; lineCount: number };

/** A table of the file, its cells being lines of the text in reading order. */
export type Table = {
  /** `letterhead` and `signature` tables only place text side by side: they are read column by column. */
  role: "letterhead" | "signature" | "data";
  line: number;
  lineCount: number;
  rows: Row[];
};
export type Row = { cells: Cell[] };

/** A cell swallowed by a merge is absent; the one that swallowed it has the span. Every cell has a line, even an empty one. */
export type Cell = {
  column: number;
  columnSpan: number;
  rowSpan: number;
  line: number;
  lineCount: number;
  text: string;
};

/** `line` is where the reference stands in the text. */
export type Footnote = { line: number; text: string };

/** Something the reader did that a person may want to know; not an error. */
export type Note = { code: NoteCode; text: Text };
export type NoteCode =
  | "tracked_changes"
  | "hidden_text"
  | "pictures"
  | "footnotes"
  | "embedded_document"
  | "comments"
  | "diagrams"
  | "legacy_font"
  | "letterhead_in_page_header"
  | "encoding"
  | "unreadable_characters"
  | "mislabelled"
  | "recognised"
  | "numbering_lost";

/** Bounds that keep a hostile or broken file from taking the server with it. Sizes in bytes. */
export type Limits = {
  bytes: number;
  entries: number;
  /** All entries of the archive together, as they declare it. */
  inflated: number;
  /** One XML part that is really read. */
  part: number;
  /** Inflated size of a part over its compressed size; checked above one megabyte. */
  ratio: number;
  lines: number;
  /** Of formats that have pages. */
  pages: number;
  /** Of text; what comes after the reader (searching, compiling) takes time in proportion. */
  characters: number;
  milliseconds: number;
  /** Heap of the worker, in megabytes. */
  memory: number;
};

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  bytes: 25 * MB,
  entries: 5_000,
  inflated: 400 * MB,
  part: 64 * MB,
  ratio: 300,
  lines: 100_000,
  pages: 400,
  // Some four hundred pages of official print, so that a file without pages has the same bound.
  characters: 1_000_000,
  milliseconds: 20_000,
  memory: 512,
};
