import { fold } from "../../../../kernel/text.ts";
import type { Cell, Row, Table } from "../extracted.ts";
import { beginsWithMotto } from "./motto.ts";
import { append, countLines, emptyFlow, type Flow, type Reading } from "./reading.ts";
import { child, childValue, type XmlElement } from "./xml.ts";

/** Reads what is inside a cell; handed in because blocks hold tables and tables hold blocks. */
type ReadBlocks = (blocks: XmlElement[], reading: Reading) => Flow;

/** A cell read, not yet placed among the lines. */
type ReadCell = { column: number; columnSpan: number; rowSpan: number; flow: Flow };

/**
 * A table as lines: cell after cell, row after row. Tables that only place the issuer beside the national title, or
 * the recipients beside the signature, are read column after column, as a person reads them.
 */
export function readTable(table: XmlElement, reading: Reading, readBlocks: ReadBlocks): Flow {
  const rows = readRows(table, reading, readBlocks);
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

function readRows(table: XmlElement, reading: Reading, readBlocks: ReadBlocks): ReadCell[][] {
  const rows: ReadCell[][] = [];
  // Column → the cell above that a vertical merge continues.
  let above = new Map<number, ReadCell>();
  for (const row of unwrap(table.children, "w:tr")) {
    const properties = child(row, "w:trPr");
    if (child(properties, "w:del")) {
      reading.noticed.add("tracked_changes");
      continue;
    }
    const cells: ReadCell[] = [];
    const merging = new Map<number, ReadCell>();
    let column = positive(childValue(properties, "w:gridBefore"), 0);
    for (const element of unwrap(row.children, "w:tc")) {
      const columnSpan = positive(childValue(child(element, "w:tcPr"), "w:gridSpan"), 1);
      const merge = child(child(element, "w:tcPr"), "w:vMerge");
      const continued = merge && merge.attributes["w:val"] !== "restart" ? above.get(column) : undefined;
      if (continued) {
        continued.rowSpan += 1;
        merging.set(column, continued);
      } else {
        const cell: ReadCell = { column, columnSpan, rowSpan: 1, flow: readCell(element, reading, readBlocks) };
        cells.push(cell);
        if (merge) merging.set(column, cell);
      }
      column += columnSpan;
    }
    above = merging;
    if (cells.length > 0) rows.push(cells);
  }
  return rows;
}

function readCell(element: XmlElement, reading: Reading, readBlocks: ReadBlocks): Flow {
  const flow = readBlocks(element.children, reading);
  if (flow.lines.length === 0) {
    countLines(reading, [""]);
    flow.lines.push("");
  }
  return flow;
}

/** Rows and cells may be wrapped in content controls, custom XML and insertions. */
function unwrap(elements: XmlElement[], wanted: "w:tr" | "w:tc"): XmlElement[] {
  return elements.flatMap((element) => {
    if (element.name === wanted) return [element];
    if (["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"].includes(element.name)) {
      return unwrap(element.children, wanted);
    }
    return [];
  });
}

function roleOf(rows: ReadCell[][]): Table["role"] {
  if (rows.length > 6 || rows.some((cells) => cells.length > 3) || !rows.some((cells) => cells.length > 1)) return "data";
  const cells = rows.flat().map(({ flow }) => flow.lines);
  if (cells.some((lines) => [lines.join(" "), ...lines].some((text) => beginsWithMotto(text)))) return "letterhead";
  return cells.some((lines) => lines.some((line) => fold(line).startsWith("noi nhan"))) ? "signature" : "data";
}

function byColumn(rows: ReadCell[][]): ReadCell[] {
  return rows.flat().toSorted((one, other) => one.column - other.column);
}

function positive(value: string | undefined, otherwise: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number < 1_000 ? number : otherwise;
}
