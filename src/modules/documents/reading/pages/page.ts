/**
 * A page as marks on paper, whether they came out of a PDF or were recognised in a picture. Lengths in points, from the
 * top left corner; everything after this works on both alike.
 */
export type Word = {
  text: string;
  left: number;
  right: number;
  baseline: number;
  /** Height of the letters' font. */
  size: number;
  bold: boolean;
  /** 0–1, how sure the recognition was; null for words that the file itself spells. */
  confidence: number | null;
  /** What was recognised, where the words beside it have set it right; people are shown both. */
  read?: string;
};

/** A straight stroke along one axis: the border of a cell, a line under a name. */
export type Rule = { left: number; right: number; top: number; bottom: number };

export type Page = { width: number; height: number; words: Word[]; rules: Rule[] };

/** Words that stand on one baseline, from left to right. */
export type Row = { words: Word[]; left: number; right: number; baseline: number; size: number; bold: boolean };

export function rowOf(words: Word[]): Row {
  const ordered = words.toSorted((one, other) => one.left - other.left);
  const letters = ordered.reduce((sum, { text }) => sum + text.length, 0);
  const boldLetters = ordered.reduce((sum, { text, bold }) => sum + (bold ? text.length : 0), 0);
  return {
    words: ordered,
    left: Math.min(...ordered.map(({ left }) => left)),
    right: Math.max(...ordered.map(({ right }) => right)),
    baseline: median(ordered.map(({ baseline }) => baseline)),
    size: median(ordered.map(({ size }) => size)),
    bold: boldLetters * 2 > letters,
  };
}

export const textOf = ({ words }: Row): string => words.map(({ text }) => text).join(" ");

/** Zero for nothing at all. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0;
}

/** Rows from top to bottom. Small raised figures (references to footnotes, m²) stay in the row that they stand in. */
export function rowsOf(words: readonly Word[]): Row[] {
  const ordered = words.toSorted((one, other) => one.baseline - other.baseline || one.left - other.left);
  const open: { words: Word[]; baseline: number; size: number }[] = [];
  const done: Row[] = [];
  for (const word of ordered) {
    while (open[0] && word.baseline - open[0].baseline > 2 * Math.max(open[0].size, word.size)) done.push(rowOf(open.shift()?.words ?? []));
    const row = open.find(({ baseline, size }) => Math.abs(word.baseline - baseline) < 0.4 * Math.max(size, word.size));
    if (row) row.words.push(word);
    else open.push({ words: [word], baseline: word.baseline, size: word.size });
  }
  for (const { words: left } of open) done.push(rowOf(left));
  return done.toSorted((one, other) => one.baseline - other.baseline);
}
