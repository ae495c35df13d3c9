import { fold } from "../../../../kernel/text.ts";
import { median, rowsOf, textOf, type Page, type Row } from "./page.ts";

export type PageRows = { page: Page; body: Page["words"]; margins: string[] };

/** Share of the page's height at its top and foot where a running line may stand. */
const edge = 0.1;
const alone = /^(?:[-–—]\s*)?(?:trang\s*)?\d{1,4}(?:\s*[-–—])?$|^(?:trang\s+)?\d{1,4}\s*\/\s*\d{1,4}$/i;

/**
 * Page numbers and lines that every page repeats are no text of the document. A number alone counts only at the very top
 * or foot; a line counts as running when the same words stand at the same height on most of the pages.
 */
export function withoutMargins(pages: readonly Page[]): PageRows[] {
  const outer = pages.map((page) => edgeRows(page));
  const seen = new Map<string, number>();
  for (const rows of outer) for (const key of new Set(rows.map((row) => keyOf(row)))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return pages.map((page, index) => {
    const running = (outer[index] ?? []).filter((row) => {
      const text = textOf(row);
      // The first page's own lines are its letterhead, which no other page has.
      return alone.test(text) || (pages.length > 2 && (seen.get(keyOf(row)) ?? 0) > Math.max(2, pages.length * 0.5));
    });
    const left = new Set(running.flatMap(({ words }) => words));
    return {
      page,
      body: page.words.filter((word) => !left.has(word)),
      margins: running.map((row) => textOf(row)).filter((text) => !alone.test(text)),
    };
  });
}

/** The outermost rows only: a number far from the text above or below it, not the last row of a column of figures. */
function edgeRows({ words, height }: Page): Row[] {
  const rows = rowsOf(words);
  const near = rows.filter(({ baseline, size }) => baseline - size < height * edge || baseline > height * (1 - edge));
  const pitch = median(rows.slice(1).map(({ baseline }, index) => baseline - (rows[index]?.baseline ?? 0)));
  return near.filter((row) => {
    const at = rows.indexOf(row);
    const outermost = at === 0 || at === rows.length - 1;
    const apart = Math.min(distance(rows[at - 1], row), distance(row, rows[at + 1])) > pitch * 0.9;
    return (outermost && apart) || !alone.test(textOf(row));
  });
}

const distance = (above: Row | undefined, below: Row | undefined): number => (above && below ? below.baseline - above.baseline : Infinity);

/** Figures count as alike, so that "Trang 3/12" is one line on all pages. */
const keyOf = (row: Row): string => `${Math.round(row.baseline / 8)}:${fold(textOf(row)).replace(/\d+/g, "#")}`;
