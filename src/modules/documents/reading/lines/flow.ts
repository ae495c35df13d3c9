import type { Footnote, Limits, Table } from "../extracted.ts";
import { refuse } from "../refusals.ts";

/** A stretch of text whose `line` numbers (1-based) count from its own beginning. */
export type Flow = { lines: string[]; tables: Table[]; footnotes: FootnoteReference[] };
export type FootnoteReference = Pick<Footnote, "line"> & { id: string };

/** How much has been read so far, of all parts together. */
export type Budget = { limits: Limits; lineCount: number; characterCount: number };

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

export function joined(...flows: Flow[]): Flow {
  const flow = emptyFlow();
  for (const one of flows) append(flow, one);
  return flow;
}

function shifted(table: Table, offset: number): Table {
  const rows = table.rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, line: cell.line + offset })) }));
  return { ...table, line: table.line + offset, rows };
}

export function countLines(budget: Budget, added: readonly string[]): void {
  budget.lineCount += added.length;
  for (const line of added) budget.characterCount += line.length;
  if (budget.lineCount > budget.limits.lines || budget.characterCount > budget.limits.characters) throw refuse.tooLong();
}
