import type { Extracted } from "../reading/extracted.ts";
import { composePages } from "../reading/pages/compose.ts";
import type { Page } from "../reading/pages/page.ts";

/** Less sure than this, a word is shown as doubtful. On our pages some nine in ten wrong words are below it. */
export const doubtBelow = 0.8;

type ReadPage = { shape: Page | null; corrected: readonly string[] | null };

/** What the pages of a scan say together, and the lines of each; a page that nobody could read has one empty line. */
export type Assembled = Pick<Extracted, "text" | "tables" | "margins"> & { lines: string[]; pages: string[][] };

const blank: Page = { width: 595, height: 842, words: [], rules: [] };

/** Corrected pages stand as they were entered; the others as they were read. */
export function assemble(pages: readonly ReadPage[]): Assembled {
  const composed = composePages(pages.map(({ shape }) => shape ?? blank));
  const read = composed.pages.map(({ line, lineCount }) => composed.lines.slice(line - 1, line - 1 + lineCount));
  return { ...joined(read, pages, composed.tables), margins: composed.margins };
}

/** The text of pages whose lines are known, some of them corrected. Tables stay where no page before or under them changed its number of lines. */
export function joined(
  read: readonly (readonly string[])[],
  pages: readonly { corrected: readonly string[] | null }[],
  tables: Extracted["tables"],
): Omit<Assembled, "margins"> {
  const shown = read.map((lines, index) => [...(pages[index]?.corrected ?? lines)]);
  const lines = shown.flat();
  const kept = tables.flatMap((table) => {
    const [from, to] = [pageAt(read, table.line), pageAt(read, table.line + Math.max(0, table.lineCount - 1))];
    if (shown.slice(from, to + 1).some((page, index) => page.length !== read[from + index]?.length)) return [];
    const shift = lengthOf(shown.slice(0, from)) - lengthOf(read.slice(0, from));
    const rows = table.rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, line: cell.line + shift })) }));
    return [{ ...table, line: table.line + shift, rows }];
  });
  return { text: lines.join("\n"), lines, tables: kept, pages: read.map((page) => [...page]) };
}

const lengthOf = (pages: readonly (readonly string[])[]): number => pages.reduce((sum, page) => sum + page.length, 0);

/** The page (from 0) on which a line (from 1) stands. */
function pageAt(pages: readonly (readonly string[])[], line: number): number {
  let end = 0;
  for (const [index, page] of pages.entries()) {
    end += page.length;
    if (line <= end) return index;
  }
  return Math.max(0, pages.length - 1);
}

/** A text as a person leaves it in a box: line ends of one kind, nothing hanging at its end. */
export function linesEntered(text: string): string[] {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());
}

/** How lines move when `before` becomes `after`: below the last line that changed, by so many. */
export function lineShift(before: readonly string[], after: readonly string[]): { below: number; by: number } {
  let same = 0;
  const most = Math.min(before.length, after.length);
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { below: before.length - same, by: after.length - before.length };
}

type Mark = { line: number; start: number; end: number };
type Box = { left: number; top: number; width: number; height: number; text: string };

/** Doubtful words of a page: their boxes as shares of its image, and where they stand in its lines. */
export function doubtsOf({ width, height, words }: Page, lines: readonly string[]): { marks: Mark[]; boxes: Box[] } {
  const inOrder = words.toSorted((one, other) =>
    Math.abs(one.baseline - other.baseline) < one.size * 0.5 ? one.left - other.left : one.baseline - other.baseline,
  );
  const places = new Map<string, Mark[]>();
  for (const [line, text] of lines.entries())
    for (const { 0: token, index } of text.matchAll(/\S+/gu))
      places.set(token, [...(places.get(token) ?? []), { line, start: index, end: index + token.length }]);
  const met = new Map<string, number>();
  const marks: Mark[] = [];
  const boxes: Box[] = [];
  for (const word of inOrder) {
    const nth = met.get(word.text) ?? 0;
    met.set(word.text, nth + 1);
    if ((word.confidence ?? 1) >= doubtBelow) continue;
    const place = places.get(word.text)?.[nth];
    if (place) marks.push(place);
    const top = word.baseline - word.size;
    boxes.push({
      left: word.left / width,
      top: top / height,
      width: (word.right - word.left) / width,
      height: (word.size * 1.25) / height,
      text: word.text,
    });
  }
  return { marks: marks.toSorted((one, other) => one.line - other.line || one.start - other.start), boxes };
}
