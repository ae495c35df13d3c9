import { fold } from "../../../../kernel/text.ts";
import { textOf, type Row, type Word } from "./page.ts";
import type { DrawnCell, Grid } from "./grid.ts";

/** A table that nothing frames, told by its heading "STT" and the empty bands between its columns. */
export type OpenTable = { from: number; to: number; grid: Grid };

/** Bands narrower than this are spaces between words. Points. */
const narrowest = 4;

/**
 * Finds tables without borders among a page's rows. `before` are the column edges of such a table that the page before
 * ended with: it goes on without a heading.
 */
export function openTableIn(
  rows: readonly Row[],
  area: { left: number; right: number },
  before: readonly number[] | null,
): OpenTable | null {
  const from = before && startsNumbered(rows[0]) ? 0 : rows.findIndex((row) => /^s?tt\b/.test(fold(textOf(row))) && row.words.length > 3);
  if (from < 0) return null;
  let to = rows.length;
  let bands = bandsOf(rows.slice(from, to), area);
  // What comes after the table runs across its bands.
  while (to > from + 2 && bands.length < 2) bands = bandsOf(rows.slice(from, (to -= 1)), area);
  if (bands.length < 2) return null;
  const edges = [area.left - 1, ...bands.map(([low, high]) => (low + high) / 2), area.right + 1];
  return { from, to, grid: gridFrom(rows.slice(from, to), edges) };
}

const startsNumbered = (row: Row | undefined): boolean => /^\d{1,3}\.?$/.test(row?.words[0]?.text ?? "") && (row?.words.length ?? 0) > 2;

/** Upright bands that no word of these rows touches. */
function bandsOf(rows: readonly Row[], { left, right }: { left: number; right: number }): [number, number][] {
  const words = rows.flatMap((row) => row.words).toSorted((one, other) => one.left - other.left);
  const bands: [number, number][] = [];
  let end = left;
  for (const word of words) {
    if (word.left - end > narrowest && bands.length + 1 < 12 && end > left) bands.push([end, word.left]);
    end = Math.max(end, word.right);
  }
  return end <= right + 20 ? bands : [];
}

/** A row of the table begins where its first column says something. */
function gridFrom(rows: readonly Row[], edges: readonly number[]): Grid {
  const records: Word[][] = [];
  for (const row of rows) {
    const numbered = row.words.some((word) => word.right < (edges[1] ?? 0));
    if (numbered || records.length === 0) records.push([]);
    records.at(-1)?.push(...row.words);
  }
  const [top, bottom] = [(rows[0]?.baseline ?? 0) - (rows[0]?.size ?? 0), rows.at(-1)?.baseline ?? 0];
  const cells = records.flatMap((words, row) =>
    edges.slice(1).map((right, column): DrawnCell => {
      const left = edges[column] ?? 0;
      const inside = words.filter((word) => (word.left + word.right) / 2 >= left && (word.left + word.right) / 2 < right);
      return { column, columnSpan: 1, row, rowSpan: 1, words: inside, left, right, top, bottom };
    }),
  );
  return { columns: [...edges], rows: records.length, cells, left: edges[0] ?? 0, right: edges.at(-1) ?? 0, top, bottom };
}
