import { fold } from "../../../kernel/text.ts";
import type { Extracted } from "../reading/extracted.ts";
import { composePages } from "../reading/pages/compose.ts";
import type { Page, Word } from "../reading/pages/page.ts";

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

/**
 * Where each line of `before` stands in `after` (both from 0), null for one that is gone. Lines that say nearly the same
 * are the same line, corrected; their order holds.
 */
export function linesMoved(before: readonly string[], after: readonly string[]): (number | null)[] {
  const words = (line: string): Set<string> => new Set(fold(line).match(/[a-z0-9]+/g));
  const [old, fresh] = [before.map((line) => words(line)), after.map((line) => words(line))];
  // Best sum of likeness of old lines from i on with fresh lines from k on.
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const like = (i: number, k: number): number => likeness(old[i] ?? new Set(), fresh[k] ?? new Set());
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let k = after.length - 1; k >= 0; k -= 1) {
      const skipped = Math.max(best[(i + 1) * width + k] ?? 0, best[i * width + k + 1] ?? 0);
      const met = like(i, k);
      best[i * width + k] = met < leastLike ? skipped : Math.max(skipped, met + (best[(i + 1) * width + k + 1] ?? 0));
    }
  }
  const moved: (number | null)[] = [];
  let k = 0;
  for (let i = 0; i < before.length; i += 1) {
    while (k < after.length && best[i * width + k] === best[i * width + k + 1]) k += 1;
    const met = k < after.length ? like(i, k) : 0;
    const paired = met >= leastLike && best[i * width + k] === met + (best[(i + 1) * width + k + 1] ?? 0);
    moved.push(paired ? k : null);
    if (paired) k += 1;
  }
  return moved;
}

const leastLike = 0.4;

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return one.size === other.size ? leastLike : 0;
  let same = 0;
  for (const word of one) if (other.has(word)) same += 1;
  return (2 * same) / (one.size + other.size);
}

type Mark = { line: number; start: number; end: number; read: string | null };
type Box = { left: number; top: number; width: number; height: number; text: string; read: string | null };

/** A word that a person is to compare with the image: not surely recognised, or set right by the words beside it. */
export const isDoubtful = ({ confidence, read }: Word): boolean => (confidence ?? 1) < doubtBelow || read !== undefined;

/**
 * True for a picture that was taken askew, from afar or in bad light: most of its words were not told apart surely. On scans
 * one word in twenty is doubtful.
 */
export function isPoor({ words }: Page): boolean {
  const letters = words.filter(({ text, confidence }) => confidence !== null && /\p{L}{2}/u.test(text));
  return letters.length > 10 && letters.filter(({ confidence }) => (confidence ?? 1) < doubtBelow).length > letters.length * poorShare;
}

const poorShare = 0.25;

/** Doubtful words of a page: their boxes as shares of its image, and where they stand in its lines. */
export function doubtsOf({ width, height, words }: Page, lines: readonly string[]): { marks: Mark[]; boxes: Box[] } {
  const inOrder = words.toSorted((one, other) =>
    Math.abs(one.baseline - other.baseline) < one.size * 0.5 ? one.left - other.left : one.baseline - other.baseline,
  );
  const places = new Map<string, Omit<Mark, "read">[]>();
  for (const [line, text] of lines.entries())
    for (const { 0: token, index } of text.matchAll(/\S+/gu))
      places.set(token, [...(places.get(token) ?? []), { line, start: index, end: index + token.length }]);
  const met = new Map<string, number>();
  const marks: Mark[] = [];
  const boxes: Box[] = [];
  for (const word of inOrder) {
    const nth = met.get(word.text) ?? 0;
    met.set(word.text, nth + 1);
    if (!isDoubtful(word)) continue;
    const read = word.read ?? null;
    const place = places.get(word.text)?.[nth];
    if (place) marks.push({ ...place, read });
    boxes.push({
      left: word.left / width,
      top: (word.baseline - word.size) / height,
      width: (word.right - word.left) / width,
      height: (word.size * 1.25) / height,
      text: word.text,
      read,
    });
  }
  marks.push(...recounted(lines, met));
  return { marks: marks.toSorted((one, other) => one.line - other.line || one.start - other.start), boxes };
}

/** Numbers of headings that no word of the page says so: they were counted on from the heading before. */
function recounted(lines: readonly string[], met: ReadonlyMap<string, number>): Mark[] {
  return lines.flatMap((text, line): Mark[] => {
    const number = /^(?:[IVX]+[.-]|a\))(?=\s)/.exec(text)?.[0];
    return number === undefined || met.has(number) ? [] : [{ line, start: 0, end: number.length, read: null }];
  });
}
