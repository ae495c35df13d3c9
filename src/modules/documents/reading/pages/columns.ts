import { fold } from "../../../../kernel/text.ts";
import { hasMotto } from "../lines/motto.ts";
import { median, rowOf, textOf, type Row } from "./page.ts";

/** Text that stands side by side without a border: read column after column. */
export type SideBySide = { role: "letterhead" | "signature" | "data"; from: number; to: number; left: Row[]; right: Row[]; gutter: number };

type Split = { row: Row; at: number; side: "left" | "right" | "both"; free: [number, number] };

/** A gap that may part two columns, in letters' heights: wider than the space of a justified line. */
const narrowest = 0.5;
const wide = 1.6;

/**
 * Stretches of rows that an empty upright band parts in two: the issuer beside the national title, the recipients beside
 * the signature. `from` and `to` count in `rows`.
 */
export function sideBySide(rows: readonly Row[], area: { left: number; right: number; isFirst: boolean }): SideBySide[] {
  const found: SideBySide[] = [];
  let at = 0;
  while (at < rows.length) {
    const block = blockAt(rows, at, area);
    if (block) {
      found.push(block);
      at = block.to;
    } else at += 1;
  }
  return found;
}

function blockAt(rows: readonly Row[], start: number, area: { left: number; right: number; isFirst: boolean }): SideBySide | undefined {
  const first = rows[start];
  if (!first || !mayOpen(first, area)) return undefined;
  let best: SideBySide | undefined;
  for (const [from, to] of gapsOf(first, area)) {
    const block = grow(rows, start, [from, to], area);
    if (block && (!best || block.to > best.to)) best = block;
  }
  return best;
}

/** Full rows of text have no band to begin with; most rows are told from here. */
function mayOpen(row: Row, area: { left: number; right: number }): boolean {
  return gapsOf(row, area).length > 0;
}

/** Empty bands of a row, the margins beside it included. */
function gapsOf({ words, left, right, size }: Row, area: { left: number; right: number }): [number, number][] {
  const middle = [area.left + (area.right - area.left) * 0.2, area.left + (area.right - area.left) * 0.8] as const;
  const inner = words.slice(1).map((word, index): [number, number] => [words[index]?.right ?? 0, word.left]);
  const gaps: [number, number][] = [[area.left, left], ...inner, [right, area.right]];
  return gaps.filter(([from, to]) => to - from > narrowest * size && to > middle[0] && from < middle[1]);
}

function grow(
  rows: readonly Row[],
  start: number,
  band: [number, number],
  area: { left: number; right: number; isFirst: boolean },
): SideBySide | undefined {
  let [from, to] = band;
  const splits: Split[] = [];
  for (let at = start; at < rows.length; at += 1) {
    const row = rows[at];
    const above = rows[at - 1];
    if (!row || (at > start && above && row.baseline - above.baseline > 9 * row.size)) break;
    const free = gapsOf(row, area).find(([low, high]) => Math.min(high, to) - Math.max(low, from) > narrowest * row.size);
    if (!free) break;
    [from, to] = [Math.max(from, free[0]), Math.min(to, free[1])];
    const side = row.right <= to ? "left" : row.left >= from ? "right" : "both";
    splits.push({ row, at, side, free });
  }
  return settle(splits, [from, to], area);
}

function settle(
  splits: Split[],
  [from, to]: [number, number],
  area: { left: number; right: number; isFirst: boolean },
): SideBySide | undefined {
  const gutter = (from + to) / 2;
  let kept = splits;
  const opens = ({ row }: Split): boolean => fold(textOf(row)).startsWith("noi nhan");
  const isSignature = kept.some((split) => opens(split) || signs(split, gutter));
  const isLetterhead = area.isFirst && !isSignature && kept.some(({ row, at }) => at < 12 && hasMotto(textOf(row)));
  // Lines of the text above are no part of a signature, even when a wide space stands over the band.
  if (isSignature)
    kept = kept.slice(
      Math.max(
        0,
        kept.findIndex((split) => opens(split) || signs(split, gutter)),
      ),
    );
  const firstBoth = kept.findIndex(({ side }) => side !== "left");
  if (!isSignature && !isLetterhead && firstBoth > 0) kept = kept.slice(firstBoth);
  const rightMiddle = median(kept.filter(({ side }) => side === "both").map(({ row }) => middleOf(right(row, gutter))));
  const pageMiddle = (area.left + area.right) / 2;
  // The title under a letterhead is centred on the page, not in a column of it.
  const title = kept.findIndex(
    ({ row, side }, index) =>
      index > 0 &&
      side === "right" &&
      isLetterhead &&
      Math.abs(middleOf([row]) - pageMiddle) < 8 &&
      Math.abs(rightMiddle - pageMiddle) > 14,
  );
  if (title > 0) kept = kept.slice(0, title);
  if (isLetterhead) kept = endingAt(kept, (split) => /^(?:so|so:)\b|\bngay\b.*\bthang\b|^so$/.test(fold(textOf(split.row))));
  const leftRows = kept.flatMap(({ row }) => left(row, gutter));
  const rightRows = kept.flatMap(({ row }) => right(row, gutter));
  if (leftRows.length < 2 || rightRows.length < 2) return undefined;
  const both = kept.filter(({ side }) => side === "both");
  if (both.length === 0) return undefined;
  if (!isSignature && !isLetterhead && (both.length < 3 || to - from < wide * median(both.map(({ row }) => row.size)))) return undefined;
  const [begin, end] = [kept[0]?.at ?? 0, (kept.at(-1)?.at ?? 0) + 1];
  return {
    role: isLetterhead ? "letterhead" : isSignature ? "signature" : "data",
    from: begin,
    to: end,
    left: leftRows,
    right: rightRows,
    gutter,
  };
}

/** Up to the last row that the test holds for, when there is one. */
function endingAt(splits: Split[], test: (split: Split) => boolean): Split[] {
  const last = splits.findLastIndex((split) => test(split) || split.side === "both");
  return last < 0 ? splits : splits.slice(0, last + 1);
}

/** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" on the right. */
function signs({ row }: Split, gutter: number): boolean {
  const [signed] = right(row, gutter);
  return signed !== undefined && /^(?:T\/M|TM|KT|K\/T|TL|TUQ|Q)\b\.?\s*\p{Lu}{2}/u.test(textOf(signed));
}

const left = (row: Row, gutter: number): Row[] => part(row, (middle) => middle < gutter);
const right = (row: Row, gutter: number): Row[] => part(row, (middle) => middle >= gutter);

function part({ words }: Row, on: (middle: number) => boolean): Row[] {
  const kept = words.filter((word) => on((word.left + word.right) / 2));
  return kept.length > 0 ? [rowOf(kept)] : [];
}

const middleOf = ([row]: Row[]): number => (row ? (row.left + row.right) / 2 : 0);
