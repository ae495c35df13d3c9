import { median, textOf, type Row } from "./page.ts";

/** Left and right edge of the column that rows stand in, and the distance of its lines. */
export type Column = {
  left: number;
  right: number;
  pitch: number;
  /** Paragraphs begin without an indent: then only their ends tell. */ blocks?: boolean;
};

/** Anything that begins a paragraph of its own in an official text. */
const marker =
  /^(?:[IVXLC]{1,5}[.)]|[IVXLHJ]{1,4}\s+\p{Lu}{2,}\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?=\s|$)|\p{L}[.)](?=\s|$)|[-–—+*•●▪]\s?|Điều\s+\d|Khoản\s+\d|Chương\s+[IVX\d]|Phần\s|PHỤ LỤC|Nơi nhận|KT\.|TM\.|TL\.|TUQ\.|Q\.\s)/u;
const ended = /[.;:!?…]["”')]?$/;
const lower = /^["“(]?\p{Ll}/u;
/** "33/CT-" at the end of a row: the number goes on, whatever the next row begins with. */
const brokenNumber = /\d\/[\p{L}-]*\p{L}-$/u;

/** Rows of one column joined into paragraphs: a row goes on when its next word had no room left on the row before. */
export function paragraphsOf(rows: readonly Row[], column: Column): Row[][] {
  const paragraphs: Row[][] = [];
  for (const row of rows) {
    const open = paragraphs.at(-1);
    const before = open?.at(-1);
    if (open && before && continues(before, row, column)) open.push(row);
    else paragraphs.push([row]);
  }
  return paragraphs;
}

export function continues(before: Row, row: Row, { left, right, pitch, blocks }: Column): boolean {
  if (row.baseline - before.baseline > Math.max(pitch * 1.24, pitch + 3.5)) return false;
  return wraps(before, row, { left, right, ...(blocks ? { blocks } : {}) });
}

/** The rules that hold over the end of a page as well, where the distance says nothing. */
export function wraps(before: Row, row: Row, { left, right, blocks = false }: Omit<Column, "pitch">): boolean {
  const size = Math.max(before.size, row.size);
  if (Math.abs(before.size - row.size) > 0.16 * size) return false;
  const next = textOf(row);
  const goesOn = lower.test(next) && !ended.test(textOf(before));
  if (!hadNoRoom(before, row, { left, right })) return false;
  if (brokenNumber.test(textOf(before)) && /^-?\p{L}/u.test(next)) return true;
  if (blocks && ended.test(textOf(before)) && !lower.test(next)) return false;
  if (isCentred(before, left, right) || isCentred(row, left, right))
    return before.bold === row.bold && isShouted(textOf(before)) === isShouted(next) && !marker.test(next);
  const indented = row.left - left > 0.9 * size;
  // A hanging indent: the text of the row before begins where this one stands.
  const hanging = indented && Math.abs(row.left - (before.words[1]?.left ?? 0)) < 0.4 * size && marker.test(textOf(before));
  if (indented && !hanging && !(goesOn && Math.abs(row.left - before.left) < 0.4 * size)) return false;
  if (before.bold !== row.bold && !goesOn && ended.test(textOf(before))) return false;
  return !marker.test(next) || (!indented && !ended.test(textOf(before)) && !opensParagraph(next));
}

/** "- " and numbers can stand at the beginning of a row by chance of the wrapping; headings cannot. */
const opensParagraph = (text: string): boolean =>
  /^(?:[IVXLC]{1,5}\.|[IVXLHJ]{1,4}\s+\p{Lu}{2,}\s|Điều\s+\d+\.|Nơi nhận|PHỤ LỤC|KT\.|TM\.|TL\.|TUQ\.)/u.test(text);

function hadNoRoom(before: Row, row: Row, { left, right }: Pick<Column, "left" | "right">): boolean {
  const first = row.words[0];
  if (!first) return false;
  const needed = first.right - first.left + 0.2 * before.size;
  const used = isCentred(before, left, right) ? before.right - before.left : before.right - left;
  return used + needed > right - left - 0.15 * before.size;
}

export function isCentred(row: Pick<Row, "left" | "right" | "size">, left: number, right: number): boolean {
  const [before, after] = [row.left - left, right - row.right];
  return before > 1.2 * row.size && after > 1.2 * row.size && Math.abs(before - after) < Math.max(1.2 * row.size, 0.12 * (before + after));
}

/** Set in capitals. */
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text);

/** Distance of two lines of one paragraph: the smallest that is common. */
export function pitchOf(rows: readonly Row[]): number {
  const gaps = rows.slice(1).flatMap((row, index) => {
    const before = rows[index];
    const gap = before ? row.baseline - before.baseline : 0;
    return before && gap > 0.8 * row.size && gap < 2.6 * row.size ? [{ gap, evident: lower.test(textOf(row)) }] : [];
  });
  const evident = gaps.filter((gap) => gap.evident).map(({ gap }) => gap);
  if (evident.length > 2) return median(evident);
  return gaps.length > 0 ? median(gaps.map(({ gap }) => gap)) : Infinity;
}
