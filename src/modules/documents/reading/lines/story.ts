import { type Block, type BlockCell, paragraph } from "./blocks.ts";

/** Definition of one cell of a row: its right edge, and how it merges. */
export type CellShape = { right: number; joinsLeft: boolean; joinsAbove: boolean };

type Row = { cells: Block[][]; shapes: CellShape[] };
type OpenTable = { rows: Row[]; cells: Block[][]; blocks: Block[] };

/**
 * One stream of paragraphs and cells: the body, a page header, a footnote or a text box. RTF and .doc have no tables, only
 * paragraphs that say how deep in tables they stand, and marks where cells and rows end.
 */
export class Story {
  readonly blocks: Block[] = [];
  private readonly open: OpenTable[] = [];
  text = "";
  label = "";
  footnotes: string[] = [];
  /** Text boxes anchored in the paragraph that is being read. */
  boxes: Block[] = [];

  endParagraph(depth: number): void {
    this.level(depth);
    this.put(depth);
  }

  endCell(depth: number): void {
    const table = this.level(depth);
    if (!table) return this.put(0);
    if (this.hasText() || table.blocks.length === 0) this.put(depth);
    table.cells.push(table.blocks);
    table.blocks = [];
  }

  endRow(depth: number, shapes: CellShape[]): void {
    const table = this.level(depth);
    if (!table) return;
    if (this.hasText()) this.endCell(depth);
    table.rows.push({ cells: table.cells, shapes });
    table.cells = [];
    table.blocks = [];
  }

  end(): void {
    if (this.hasText()) this.endParagraph(0);
    this.level(0);
  }

  private hasText(): boolean {
    return this.text !== "" || this.label !== "" || this.boxes.length > 0;
  }

  private put(depth: number): void {
    const into = depth === 0 ? this.blocks : (this.open[depth - 1]?.blocks ?? this.blocks);
    // At an end of a paragraph a page break is no line of it; in the middle it parts two.
    const text = this.text.replace(/^\f+|\f+$/g, "").replace(/\f+/g, "\n");
    if (!(text === "" && this.text !== "" && this.label === "")) into.push(paragraph(this.label + text, this.footnotes));
    into.push(...this.boxes);
    this.text = "";
    this.label = "";
    this.footnotes = [];
    this.boxes = [];
  }

  /** Closes tables deeper than `depth` and opens those up to it. */
  private level(depth: number): OpenTable | undefined {
    while (this.open.length > depth) {
      const table = this.open.pop();
      const into = this.open.at(-1)?.blocks ?? this.blocks;
      if (table) into.push(...closed(table));
    }
    while (this.open.length < depth) this.open.push({ rows: [], cells: [], blocks: [] });
    return this.open[depth - 1];
  }
}

function closed({ rows, cells, blocks }: OpenTable): Block[] {
  const left = [...cells, blocks].filter((cell) => cell.length > 0);
  const all = left.length > 0 ? [...rows, { cells: left, shapes: [] }] : rows;
  return all.length > 0 ? [{ is: "table", rows: placed(all) }] : [];
}

/** Column spans from the edges that all rows together have; cells of a merge go into the one that began it. */
function placed(rows: readonly Row[]): BlockCell[][] {
  const edges = [...new Set(rows.flatMap(({ shapes }) => shapes.map(({ right }) => right)))].toSorted((one, other) => one - other);
  const columnOf = new Map(edges.map((edge, at) => [edge, at]));
  let above = new Map<number, BlockCell>();
  return rows.map(({ cells, shapes }) => {
    const row: BlockCell[] = [];
    const next = new Map<number, BlockCell>();
    let column = 0;
    for (const [at, blocks] of cells.entries()) {
      const shape = shapes[at];
      const end = shape === undefined ? column : Math.max(column, columnOf.get(shape.right) ?? column);
      const columnSpan = end - column + 1;
      const upper = shape?.joinsAbove === true ? above.get(column) : undefined;
      const before = shape?.joinsLeft === true ? row.at(-1) : undefined;
      if (upper) {
        upper.rowSpan += 1;
        next.set(column, upper);
      } else if (before) before.columnSpan += columnSpan;
      else {
        const cell: BlockCell = { columnSpan, rowSpan: 1, blocks };
        row.push(cell);
        next.set(column, cell);
      }
      column = end + 1;
    }
    above = next;
    return row;
  });
}
