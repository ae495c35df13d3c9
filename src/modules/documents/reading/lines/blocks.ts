import { append, countLines, emptyFlow, type Budget, type Flow } from "./flow.ts";
import { layTable, type ReadCell } from "./table.ts";

/** What a document is made of once its format is out of the way. A paragraph's text has its label, and "\n" at a line break. */
export type Block = { is: "paragraph"; text: string; footnotes: string[] } | { is: "table"; rows: BlockCell[][] };

/** Cells of a row from left to right; one that a merge swallowed is absent. */
export type BlockCell = { columnSpan: number; rowSpan: number; blocks: Block[] };

export const paragraph = (text: string, footnotes: string[] = []): Block => ({ is: "paragraph", text, footnotes });

/** More columns than any real table; a span beyond it is an attack on the layout. */
const widest = 1_000;

/** Blocks as lines; `notes` takes the ids of footnotes, whose lines the flow then tells. */
export function layBlocks(blocks: readonly Block[], budget: Budget): Flow {
  const flow = emptyFlow();
  for (const block of blocks) {
    if (block.is === "table") {
      append(flow, layTable(placeCells(block.rows, budget)));
      continue;
    }
    const lines = block.text.split("\n");
    countLines(budget, lines);
    append(flow, { lines, tables: [], footnotes: block.footnotes.map((id) => ({ id, line: lines.length })) });
  }
  return flow;
}

/** Gives every cell its column, going round what spans from the rows above. */
function placeCells(rows: readonly BlockCell[][], budget: Budget): ReadCell[][] {
  // Column → the number of rows, this one included, that a cell above still fills.
  let taken = new Map<number, number>();
  const placed: ReadCell[][] = [];
  for (const cells of rows) {
    const next = new Map([...taken].flatMap(([column, left]) => (left > 1 ? [[column, left - 1] as const] : [])));
    const row: ReadCell[] = [];
    let column = 0;
    for (const cell of cells) {
      while (taken.has(column)) column += 1;
      const columnSpan = clamp(cell.columnSpan, widest);
      const rowSpan = clamp(cell.rowSpan, rows.length - placed.length);
      if (rowSpan > 1) for (let at = 0; at < columnSpan; at += 1) next.set(column + at, rowSpan - 1);
      row.push({ column, columnSpan, rowSpan, flow: atLeastOneLine(layBlocks(cell.blocks, budget), budget) });
      column += columnSpan;
    }
    taken = next;
    if (row.length > 0) placed.push(row);
    else placed.push([]);
  }
  return placed.filter((row) => row.length > 0);
}

function atLeastOneLine(flow: Flow, budget: Budget): Flow {
  if (flow.lines.length === 0) {
    countLines(budget, [""]);
    flow.lines.push("");
  }
  return flow;
}

function clamp(span: number, most: number): number {
  return Number.isInteger(span) && span > 0 ? Math.min(span, Math.max(1, most)) : 1;
}
