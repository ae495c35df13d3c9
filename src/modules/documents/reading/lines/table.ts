import { fold } from "../../../../kernel/text.ts";
import type { Cell, Row, Table } from "../extracted.ts";
import { append, emptyFlow, type Flow } from "./flow.ts";
import { beginsWithMotto } from "./motto.ts";

/** A cell read, not yet placed among the lines. Its flow has at least one line. */
export type ReadCell = { column: number; columnSpan: number; rowSpan: number; flow: Flow };

/**
 * A table as lines: cell after cell, row after row. Tables that only place the issuer beside the national title, or
 * the recipients beside the signature, are read column after column, as a person reads them.
 */
export function layTable(rows: readonly ReadCell[][]): Flow {
  const role = roleOf(rows);
  const flow = emptyFlow();
  const placed = new Map<ReadCell, Cell>();
  for (const cell of role === "data" ? rows.flat() : byColumn(rows)) {
    const line = append(flow, cell.flow);
    const { column, columnSpan, rowSpan } = cell;
    const { lines } = cell.flow;
    placed.set(cell, { column, columnSpan, rowSpan, line, lineCount: lines.length, text: lines.join("\n") });
  }
  const shape: Row[] = rows.map((cells) => ({ cells: cells.flatMap((cell) => placed.get(cell) ?? []) }));
  const own: Table = { role, line: 1, lineCount: flow.lines.length, rows: shape };
  if (flow.lines.length > 0) flow.tables.unshift(own);
  return flow;
}

function roleOf(rows: readonly ReadCell[][]): Table["role"] {
  if (rows.length > 6 || rows.some((cells) => cells.length > 3) || !rows.some((cells) => cells.length > 1)) return "data";
  const cells = rows.flat().map(({ flow }) => flow.lines);
  if (cells.some((lines) => [lines.join(" "), ...lines].some((text) => beginsWithMotto(text)))) return "letterhead";
  return cells.some((lines) => lines.some((line) => fold(line).startsWith("noi nhan"))) ? "signature" : "data";
}

function byColumn(rows: readonly ReadCell[][]): ReadCell[] {
  return rows.flat().toSorted((one, other) => one.column - other.column);
}
