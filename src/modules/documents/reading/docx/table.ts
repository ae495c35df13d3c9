import { countLines, type Flow } from "../lines/flow.ts";
import { layTable, type ReadCell } from "../lines/table.ts";
import type { Reading } from "./reading.ts";
import { child, type XmlElement } from "../xml.ts";
import { childValue } from "./word-xml.ts";

/** Reads what is inside a cell; handed in because blocks hold tables and tables hold blocks. */
type ReadBlocks = (blocks: XmlElement[], reading: Reading) => Flow;

export function readTable(table: XmlElement, reading: Reading, readBlocks: ReadBlocks): Flow {
  return layTable(readRows(table, reading, readBlocks));
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

function positive(value: string | undefined, otherwise: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number < 1_000 ? number : otherwise;
}
