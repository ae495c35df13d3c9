import type { Footnote, Limits, NoteCode, Table } from "../extracted.ts";
import { refuse } from "../refusals.ts";
import type { Numbering } from "./numbering.ts";
import type { Styles } from "./styles.ts";
import type { XmlElement } from "./xml.ts";

/** What one pass over a document carries along. */
export type Reading = {
  styles: Styles;
  numbering: Numbering;
  limits: Limits;
  /** Open complex fields, innermost last: the code before "separate" is not text, the result after it is. They may span paragraphs. */
  fields: ("code" | "result")[];
  noticed: Set<NoteCode>;
  legacyFonts: Set<string>;
  /** w:headerReference and w:footerReference, in the order of the sections. */
  marginReferences: XmlElement[];
  /** First section has a first page of its own. */
  titlePage: boolean;
  lineCount: number;
  characterCount: number;
};

/** A stretch of text whose `line` numbers (1-based) count from its own beginning. */
export type Flow = { lines: string[]; tables: Table[]; footnotes: FootnoteReference[] };
export type FootnoteReference = Pick<Footnote, "line"> & { id: string };

export function emptyFlow(): Flow {
  return { lines: [], tables: [], footnotes: [] };
}

/** Puts `added` at the end of `flow` and moves its line numbers along. Returns the line it begins at. */
export function append(flow: Flow, added: Flow): number {
  const offset = flow.lines.length;
  for (const line of added.lines) flow.lines.push(line);
  for (const table of added.tables) flow.tables.push(shifted(table, offset));
  for (const { id, line } of added.footnotes) flow.footnotes.push({ id, line: line + offset });
  return offset + 1;
}

function shifted(table: Table, offset: number): Table {
  const rows = table.rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, line: cell.line + offset })) }));
  return { ...table, line: table.line + offset, rows };
}

export function countLines(reading: Reading, added: string[]): void {
  reading.lineCount += added.length;
  for (const line of added) reading.characterCount += line.length;
  if (reading.lineCount > reading.limits.lines || reading.characterCount > reading.limits.characters) throw refuse.tooLong();
}
