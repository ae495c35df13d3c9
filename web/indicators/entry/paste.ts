import { fold } from "../../../src/kernel/text.ts";
import { readFigure, readPair, type FigureShape, type ReadFigure } from "./figure.ts";
import type { GridRow, Part, Place } from "./grid.ts";

/**
 * A block as spreadsheets put it on the clipboard: tabs between cells, line ends between rows, a cell with a line end or a
 * quote in double quotes. One cell without either is no block: the browser pastes it as text.
 */
export function readBlock(text: string): string[][] | null {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (quoted) {
      if (char !== '"') cell += char === "\n" || char === "\r" ? " " : char;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === "\t") endCell();
    else if (char === "\n" || char === "\r") {
      if (char === "\r" && text[at + 1] === "\n") at++;
      endCell();
      rows.push([]);
    } else cell += char;
  }
  endCell();
  while (rows.length > 0 && rows.at(-1)?.every((each) => each === "")) rows.pop();
  const several = rows.length > 1 || (rows[0]?.length ?? 0) > 1;
  return several ? rows : null;
}

export type PasteCell = { key: string; part: Part; row: number; typed: string; read: ReadFigure };

export type PastePlan = {
  cells: PasteCell[];
  /** `names`: rows were found by their names in the block, not by counting down. */
  by: "place" | "names";
  /** Rows of the block that no row of the form took, with their words. */
  left: string[];
};

type ShapeOf = (key: string) => FigureShape;

/**
 * Where each cell of a block goes. The leading columns that hold words are names: when most of them are names of the
 * form's rows, each line goes to its row, wherever that stands; otherwise the block fills down and right from the cell.
 * Nothing is written by this: the person sees the plan first.
 */
export function planPaste(block: string[][], rows: readonly GridRow[], at: Place, shapeOf: ShapeOf): PastePlan {
  const words = leadingWords(block);
  const figures = block.map((line) => line.slice(words));
  if (words > 0) {
    const named = byNames(block, words, rows);
    if (named)
      return {
        cells: named.pairs.flatMap(([line, row]) => fill(figures[line] ?? [], rows, row, 0, shapeOf)),
        by: "names",
        left: named.left,
      };
  }
  const cells: PasteCell[] = [];
  const left: string[] = [];
  let row = at.row;
  for (const [line, texts] of figures.entries()) {
    while (rows[row]?.locked) row++;
    if (row >= rows.length) left.push((block[line] ?? []).filter(Boolean).join(" · "));
    else cells.push(...fill(texts, rows, row, at.column, shapeOf));
    row++;
  }
  return { cells, by: "place", left };
}

/** How many columns from the left hold a number in no line: names, units, running numbers like "I.1" come before figures. */
function leadingWords(block: string[][]): number {
  const width = Math.max(...block.map((line) => line.length));
  for (let column = 0; column < width - 1; column++) {
    const filled = block.map((line) => line[column] ?? "").filter((text) => text !== "");
    const later = block.some((line) => line.slice(column + 1).some((text) => text !== "" && isFigure(text)));
    const ordinals = filled.every((text, index) => Number(text) === index + 1) && filled.length > 1 && isWords(block, column + 1);
    if (!later || (!ordinals && filled.some(isFigure))) return column;
  }
  return width - 1;
}

const isFigure = (text: string) => /\d/.test(text) && (readFigure(text, "decimal").ok || readPair(text) !== null);
const isWords = (block: string[][], column: number) => block.every((line) => !isFigure(line[column] ?? ""));

/** Lines of the block to rows of the form by name; null when fewer than half are known. */
function byNames(
  block: string[][],
  words: number,
  rows: readonly GridRow[],
): { pairs: [line: number, row: number][]; left: string[] } | null {
  const nameOf = (text: string) =>
    fold(text)
      .replace(/^[\s\-–+•*]*(\d+[.)]\s*)?/, "")
      .replace(/[\s:;.]+$/, "");
  const places = new Map<string, number>();
  for (const [row, { label }] of rows.entries()) if (!places.has(nameOf(label))) places.set(nameOf(label), row);
  const pairs: [number, number][] = [];
  const left: string[] = [];
  let named = 0;
  for (const [line, texts] of block.entries()) {
    const names = texts.slice(0, words).filter((text) => text.length > 2);
    if (names.length === 0) continue;
    named++;
    const row = names.map((name) => places.get(nameOf(name))).find((found) => found !== undefined);
    if (row === undefined || rows[row]?.locked) left.push(names.toSorted((one, other) => other.length - one.length)[0] ?? "");
    else pairs.push([line, row]);
  }
  return pairs.length > 0 && pairs.length * 2 >= named ? { pairs, left } : null;
}

/** One line of the block into one row of the form; what is wider than the row is dropped, a pair "12/15" fills both parts. */
function fill(texts: string[], rows: readonly GridRow[], row: number, from: number, shapeOf: ShapeOf): PasteCell[] {
  const target = rows[row];
  if (!target) return [];
  const [first = ""] = texts;
  const pair = target.parts.length === 2 && from === 0 ? readPair(first) : null;
  return target.parts
    .slice(from)
    .map((part, index) => ({ part, typed: (pair ?? texts)[index] ?? "" }))
    .filter(({ typed }) => typed !== "")
    .map(({ part, typed }) => ({ key: target.key, part, row, typed, read: readFigure(typed, shapeOf(target.key)) }));
}
