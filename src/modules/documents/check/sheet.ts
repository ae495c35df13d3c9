/**
 * The text under check: cleaned for reading (composed, no markdown signs, plain spaces) and with the way back from every
 * character to its place in the lines as the file has them, since a finding must light up the very words.
 */
import { nfc, squeeze } from "../../../kernel/text.ts";
import type { Span } from "../compile/plan.ts";

/** A paragraph as far as marks and sentences go: lines that belong together though the file breaks them. */
export type Block = { start: number; end: number };

export type Sheet = {
  /** Clean lines joined by "\n"; offsets of rules count in it. */
  flow: string;
  lines: readonly string[];
  /** Where clean line k (0-based) begins in `flow`. */
  starts: readonly number[];
  blocks: readonly Block[];
  /** The words between two offsets of `flow`, as a place in the file's lines. */
  span(start: number, end: number): Span;
  /** 1-based line of an offset. */
  lineAt(offset: number): number;
  /** Offsets in `flow` of a place that the compiler gives in the file's lines. */
  range(span: Span): Block;
};

type Clean = {
  text: string;
  /** Raw offset of each clean character, and of the end; null when they are the same. */ from: number[] | null;
};

const SIGNS = /\*{1,3}|^\s*#{1,6}\s+|\[bookmark:[^\]]*\]/gu;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u3000\t]/gu;

function clean(raw: string): Clean {
  const spaced = raw.replace(SPACES, " ");
  const signs = [...spaced.matchAll(SIGNS)];
  if (signs.length === 0 && nfc(spaced) === spaced) return { text: spaced, from: null };
  let text = "";
  const from: number[] = [];
  let at = 0;
  const take = (until: number) => {
    // A letter and its marks are composed together.
    for (const { 0: cluster, index } of spaced.slice(at, until).matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
      const composed = nfc(cluster);
      for (let k = 0; k < composed.length; k++) from.push(at + index);
      text += composed;
    }
  };
  for (const sign of signs) {
    take(sign.index);
    at = sign.index + sign[0].length;
  }
  take(spaced.length);
  from.push(spaced.length);
  return { text, from };
}

/** What may open a paragraph: numbering, a bullet, a letter with its bracket. */
export const opensParagraph =
  /^\s*(?:[-–—+•*▪●○]\s*\S|(?:Phần|Chương|Mục|Điều|Bước|Đợt|PHẦN|CHƯƠNG|MỤC)\s|[IVX]{1,5}\s?[.)-]\s|\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)]?\s+\p{Lu}|\d{1,2}\s?[.)]|[a-zđ]\s?[.)]\s|\(\d{1,2}\))/u;

function blocksOf(lines: readonly string[], starts: readonly number[]): Block[] {
  const blocks: Block[] = [];
  let ended = "";
  let blank = false;
  lines.forEach((line, k) => {
    const start = starts[k] ?? 0;
    if (line.trim() === "") {
      blank = true;
      return;
    }
    const open = blocks.at(-1);
    // A page break may stand in the middle of a sentence: the next line then goes on in lower case.
    const goesOn = !opensParagraph.test(line) && /^\s*[\p{Ll},;)”]/u.test(line) && !/[.;:!?]\s*$/u.test(ended);
    const wrapped = !blank && !opensParagraph.test(line) && ended.trim().length > 55 && !/[.:;]\s*$/u.test(ended);
    if (open && (goesOn || wrapped)) open.end = start + line.length;
    else blocks.push({ start, end: start + line.length });
    ended = line;
    blank = false;
  });
  return blocks;
}

export function readSheet(text: string): Sheet {
  const raws = text.split("\n");
  const cleans = raws.map(clean);
  const lines = cleans.map(({ text: line }) => line);
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + 1;
  }
  const at = (offset: number): { index: number; column: number } => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { index: low, column: offset - (starts[low] ?? 0) };
  };
  const raw = (index: number, column: number): number => {
    const from = cleans[index]?.from;
    return from ? (from[Math.min(column, from.length - 1)] ?? 0) : column;
  };
  /** Clean column of a raw one: the first character that comes from there or later. */
  const column = (index: number, rawColumn: number): number => {
    const from = cleans[index]?.from;
    if (!from) return Math.min(rawColumn, lines[index]?.length ?? 0);
    let [low, high] = [0, from.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((from[middle] ?? 0) >= rawColumn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    flow: lines.join("\n"),
    lines,
    starts,
    blocks: blocksOf(lines, starts),
    lineAt: (offset) => at(offset).index + 1,
    span(start, end) {
      const [first, last] = [at(start), at(Math.max(start, end - 1))];
      const line = first.index + 1;
      const from = raw(first.index, first.column);
      if (first.index === last.index) return { line, start: from, end: Math.max(from, raw(first.index, first.column + end - start)) };
      return { line, start: from, end: raws[first.index]?.length ?? from, endLine: last.index + 1 };
    },
    range({ line, start, end, endLine }) {
      const [first, last] = [line - 1, (endLine ?? line) - 1];
      const from = (starts[first] ?? 0) + column(first, start);
      const until = last > first ? (starts[last] ?? 0) + (lines[last]?.length ?? 0) : (starts[first] ?? 0) + column(first, end);
      return { start: from, end: Math.max(from, until) };
    },
  };
}

/** Words for a person to recognise the place by. */
export function quoteAt(sheet: Sheet, start: number, end: number): string {
  const words = squeeze(sheet.flow.slice(start, end));
  return words.length > 160 ? `${words.slice(0, 157).replace(/\s\S*$/u, "")} …` : words;
}
