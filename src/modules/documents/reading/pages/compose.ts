import { fold } from "../../../../kernel/text.ts";
import type { Extracted, Footnote, Table } from "../extracted.ts";
import { sideBySide, type SideBySide } from "./columns.ts";
import { gridsOf, type Grid } from "./grid.ts";
import { openTableIn } from "./open-table.ts";
import { withoutMargins } from "./margins.ts";
import { mended } from "./mending.ts";
import { quantile, rowsOf, textOf, type Page, type Row } from "./page.ts";
import { paragraphsOf, pitchOf, wraps } from "./paragraphs.ts";

/** What stands on a page, from top to bottom. */
type Block =
  | { is: "text"; paragraphs: Row[][] }
  | { is: "columns"; block: SideBySide; left: Row[][]; right: Row[][] }
  | { is: "grid"; columns: number[]; rows: GridRow[]; open: boolean };
type GridRow = { cells: { column: number; columnSpan: number; rowSpan: number; paragraphs: string[] }[] };

export type Composed = Pick<Extracted, "lines" | "tables" | "margins" | "pages"> & { footnotes: Footnote[] };

type Area = { left: number; right: number; blocks: boolean };

/** Pages as the lines that every other reader gives: one for a paragraph, tables cell by cell, columns one after the other. */
export function composePages(pages: readonly Page[]): Composed {
  const composed = compose(pages);
  const recognised = pages.some(({ words }) => words.some(({ confidence }) => confidence !== null));
  return recognised ? { ...composed, lines: mended(composed.lines) } : composed;
}

function compose(pages: readonly Page[]): Composed {
  const stripped = withoutMargins(pages);
  const areas = areasOf(stripped.map(({ page, body }) => ({ ...page, words: body })));
  const out: Composed = {
    lines: [],
    tables: [],
    margins: [...new Set(stripped.flatMap(({ margins }) => margins))],
    pages: [],
    footnotes: [],
  };
  let last: { row: Row; area: Area } | null = null;
  let openTable: Open = null;
  for (const [index, { page, body }] of stripped.entries()) {
    const area = areas[index] ?? { left: 0, right: page.width, blocks: false };
    const from = out.lines.length;
    const blocks = blocksOf({ ...page, words: body }, area, index === 0, openTable && openTable.open ? openTable.columns : null);
    for (const block of blocks) {
      if (block.is === "grid") {
        openTable = putGrid(out, block, openTable);
        last = null;
      } else if (block.is === "columns") {
        putColumns(out, block);
        [last, openTable] = [null, null];
      } else {
        for (const rows of block.paragraphs) {
          const first = rows[0];
          if (
            first &&
            last &&
            last.row !== first &&
            out.lines.length === from &&
            wraps(last.row, first, area) &&
            !ended(out.lines.at(-1))
          ) {
            out.lines[out.lines.length - 1] = joined(out.lines.at(-1) ?? "", wordsOf(rows));
          } else out.lines.push(wordsOf(rows));
          const row = rows.at(-1);
          last = row ? { row, area } : null;
        }
        openTable = null;
      }
    }
    out.pages.push({ page: index + 1, line: Math.min(from + 1, Math.max(out.lines.length, 1)), lineCount: out.lines.length - from });
  }
  return out;
}

const ended = (line: string | undefined): boolean => /[.;:!?]["”']?$/.test(line ?? "");
const wordsOf = (rows: readonly Row[]): string => rows.reduce((text, row) => joined(text, textOf(row)), "");

/** Vietnamese does not part words at the end of a line; a number or a name that was parted at its hyphen or slash has no space in it. */
function joined(one: string, other: string): string {
  if (one === "") return other;
  const glued = /[\p{L}\d]\/$/u.test(one) || /(?:\d|\p{Lu})-$/u.test(one) || isBroken(one, other);
  // "33/CT-" / "-TTg": some programs print the hyphen at both ends.
  return glued ? one + (one.endsWith("-") ? other.replace(/^-(?=\p{L})/u, "") : other) : `${one} ${other}`;
}

/** In a narrow cell even a date and "STT" are broken. */
const isBroken = (one: string, other: string): boolean =>
  (/(?:^|\s)\d{1,2}\/\d{1,2}\/\d{1,3}$/.test(one) && /^\d{1,3}$/.test(other)) || (/^S?T$/.test(one) && /^T?T$/.test(other));

/** Where the text of each page stands; pages of one format share it, since one page may hold short lines only. */
function areasOf(pages: readonly Page[]): Area[] {
  const formats = new Map<string, number[][]>();
  const keyOf = ({ width, height }: Page): string => `${Math.round(width / 20)}x${Math.round(height / 20)}`;
  for (const page of pages) {
    const edges = rowsOf(page.words).map(({ left, right }) => [left, right]);
    formats.set(keyOf(page), [...(formats.get(keyOf(page)) ?? []), ...edges]);
  }
  return pages.map((page) => {
    const edges = formats.get(keyOf(page)) ?? [];
    const few = edges.length < 20;
    const left = quantile(
      edges.map(([from = 0]) => from),
      few ? 0 : 0.03,
    );
    const right = quantile(
      edges.map(([, to = 0]) => to),
      few ? 1 : 0.97,
    );
    const flush = edges.filter(([from = 0]) => from - left < 6).length;
    const indented = edges.filter(([from = 0, to = 0]) => from - left >= 12 && from - left < 60 && right - to < 40).length;
    return { left, right, blocks: flush > 12 && indented < flush * 0.1 };
  });
}

function blocksOf(page: Page, area: Area, isFirst: boolean, openColumns: number[] | null): Block[] {
  const grids = gridsOf(page.rules, page.words);
  const inside = new Set(grids.flatMap(({ cells }) => cells.flatMap(({ words }) => words)));
  const rows = rowsOf(page.words.filter((word) => !inside.has(word)));
  const table = grids.length === 0 ? openTableIn(rows, area, openColumns) : null;
  if (table) {
    const [above, below] = [rows.slice(0, table.from), rows.slice(table.to)];
    return [...textBlocks(above, area, isFirst), gridBlock(table.grid, true), ...textBlocks(below, area, false)];
  }
  const blocks: Block[] = [];
  let from = 0;
  for (const grid of grids.filter(({ cells }) => cells.some(({ words }) => words.length > 0))) {
    const to = rows.findIndex(({ baseline }) => baseline > grid.top);
    const above = rows.slice(from, to < 0 ? rows.length : to);
    blocks.push(...textBlocks(above, area, isFirst && from === 0), gridBlock(grid, false));
    from += above.length;
  }
  return [...blocks, ...textBlocks(rows.slice(from), area, isFirst && from === 0)];
}

function textBlocks(rows: readonly Row[], area: Area, isFirst: boolean): Block[] {
  const pitch = pitchOf(rows);
  const blocks: Block[] = [];
  const text = (some: readonly Row[]): void => {
    if (some.length > 0) blocks.push({ is: "text", paragraphs: paragraphsOf(some, { ...area, pitch }) });
  };
  let from = 0;
  for (const block of sideBySide(rows, { ...area, isFirst })) {
    text(rows.slice(from, block.from));
    blocks.push({
      is: "columns",
      block,
      left: paragraphsOf(block.left, { left: area.left, right: block.gutter, pitch: pitchOf(block.left) }),
      right: paragraphsOf(block.right, { left: block.gutter, right: area.right, pitch: pitchOf(block.right) }),
    });
    from = block.to;
  }
  text(rows.slice(from));
  return blocks;
}

function gridBlock(grid: Grid, open: boolean): Block {
  const rows = Array.from({ length: grid.rows }, (): GridRow => ({ cells: [] }));
  for (const { column, columnSpan, row, rowSpan, words, left, right } of grid.cells) {
    const inner = rowsOf(words);
    // Text keeps a little off the border, as much on the right as on the left.
    const edge = Math.max(1, Math.min(6, Math.min(...inner.map((line) => line.left)) - left));
    const paragraphs = unbroken(
      paragraphsOf(inner, { left: left + edge, right: right - edge, pitch: pitchOf(inner) }).map((some) => wordsOf(some)),
    );
    rows[row]?.cells.push({ column, columnSpan, rowSpan, paragraphs: paragraphs.length > 0 ? paragraphs : [""] });
  }
  return { is: "grid", open, columns: grid.columns, rows: rows.filter(({ cells }) => cells.length > 0) };
}

function unbroken(paragraphs: readonly string[]): string[] {
  const whole: string[] = [];
  for (const paragraph of paragraphs) {
    const before = whole.at(-1);
    if (before !== undefined && isBroken(before, paragraph)) whole[whole.length - 1] = before + paragraph;
    else whole.push(paragraph);
  }
  return whole;
}

type Open = { table: Table; columns: number[]; /** Without borders. */ open: boolean } | null;

/** Puts a table's cells among the lines; one that goes on from the page before is the same table. */
function putGrid(out: Composed, { columns, rows, open: isOpen }: Extract<Block, { is: "grid" }>, open: Open): Open {
  const goesOn = open !== null && (sameColumns(open.columns, columns) || (isOpen && open.open && open.columns.length === columns.length));
  const repeated =
    goesOn &&
    sameHeading(
      open.table.rows[0]?.cells.map(({ text }) => text) ?? [],
      rows[0]?.cells.map(({ paragraphs }) => paragraphs.join(" ")) ?? [],
    );
  const fresh = repeated ? rows.slice(1) : rows;
  const table: Table = goesOn ? open.table : { role: "data", line: out.lines.length + 1, lineCount: 0, rows: [] };
  for (const [index, { cells }] of fresh.entries()) {
    if (goesOn && index === 0 && cells[0]?.paragraphs.join("") === "" && continueRow(out, table, cells)) continue;
    table.rows.push({
      cells: cells.map(({ column, columnSpan, rowSpan, paragraphs }) => {
        const line = out.lines.length + 1;
        out.lines.push(...paragraphs);
        return { column, columnSpan, rowSpan, line, lineCount: paragraphs.length, text: paragraphs.join("\n") };
      }),
    });
  }
  table.lineCount = out.lines.length + 1 - table.line;
  if (!goesOn && (rows.length > 1 || columns.length > 2)) out.tables.push(table);
  return { table, columns: goesOn ? open.columns : columns, open: isOpen };
}

const sameColumns = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((x, index) => Math.abs(x - (other[index] ?? 0)) < 6);

/** Most cells say the same; recognition may have read one of them otherwise. */
function sameHeading(one: readonly string[], other: readonly string[]): boolean {
  const key = (text: string | undefined): string => fold(text ?? "").replace(/\s+/g, "");
  const same = one.filter((text, index) => key(text) === key(other[index])).length;
  return one.length > 1 && one.length === other.length && same >= one.length * 0.6;
}

/** A row that the end of the page cut in two: its number stands on the page before, the rest of its cells here. */
function continueRow(out: Composed, table: Table, cells: GridRow["cells"]): boolean {
  const above = table.rows.at(-1)?.cells;
  if (!above || above.length !== cells.length || table.rows.length < 2) return false;
  if (cells.some(({ column }, index) => above[index]?.column !== column)) return false;
  for (const [index, { paragraphs }] of cells.entries()) {
    const cell = above[index];
    const words = paragraphs.join(" ").trim();
    if (!cell || words === "") continue;
    const line = cell.line + cell.lineCount - 2;
    out.lines[line] = joined(out.lines[line] ?? "", words);
    cell.text = out.lines.slice(cell.line - 1, cell.line - 1 + cell.lineCount).join("\n");
  }
  return true;
}

function putColumns(out: Composed, { block: { role }, left, right }: Extract<Block, { is: "columns" }>): void {
  const start = out.lines.length + 1;
  const cells = [left, right].map((paragraphs, column) => {
    const line = out.lines.length + 1;
    const lines = paragraphs.map((rows) => wordsOf(rows));
    out.lines.push(...lines);
    return { column, columnSpan: 1, rowSpan: 1, line, lineCount: lines.length, text: lines.join("\n") };
  });
  out.tables.push({ role, line: start, lineCount: out.lines.length + 1 - start, rows: [{ cells }] });
}
