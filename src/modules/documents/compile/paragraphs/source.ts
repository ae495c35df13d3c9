/**
 * The extracted text as lines, each with a clean reading of it (NFC, single spaces, no markdown) and the way back from
 * an offset in the clean text to the same place in the raw line, since quotes must be verbatim.
 */

import { repairDigits } from "./digits.ts";
import { tornSpaces } from "./torn.ts";

export type Line = {
  /** 1-based, as `text.split("\n")` counts. Cells of one table row share a number. */
  number: number;
  raw: string;
  /** Clean text; empty for a blank line. */
  text: string;
  /** Raw offset of each clean character, and the raw end after the last; null when they are the same. */
  offsets: Uint32Array | null;
  /** Cells of one printed table row have the same row number; null outside tables. */
  row: number | null;
  /** Which cell of its row, from 0, empty ones counted; null outside tables. */
  cell: number | null;
};

const NOISE = /^(?:\|+|[-=_*.·]{3,}|\|?(?:\s*:?-{2,}:?\s*\|)+)$/;
const PLAIN = /^(?![#\s])(?!.*[*_|\t\u00a0[\]\u200b\ufeff])(?!.* {2})(?!.*\s$).*$/;

const NOTE_MARK = /^\[\d{1,3}\]/;

const isBlank = (char: string): boolean => char === " " || (char.length === 1 && !/\S/.test(char));

/** End of the character at `at` with its combining marks. */
function clusterEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + (code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1);
  for (let next = text.charCodeAt(end); next >= 0x300 && next <= 0x36f; next = text.charCodeAt(end)) end++;
  return end;
}

/** Clean characters of raw[from, to) with their raw offsets. */
function clean(raw: string, from: number, to: number): { text: string; offsets: Uint32Array } {
  const chars: string[] = [];
  const offsets: number[] = [];
  const piece = raw.slice(from, to);
  const skip = /^\s*(?:#{1,6}\s+)?(?:\[bookmark:[^\]]*\])?/u.exec(piece)?.[0].length ?? 0;
  for (let at = skip; at < piece.length;) {
    const end = clusterEnd(piece, at);
    const char = piece.slice(at, end);
    const found = at;
    at = end;
    if (char === "[") {
      const note = NOTE_MARK.exec(piece.slice(found, found + 5));
      if (note !== null) at = found + note[0].length;
      if (note !== null) continue;
    }
    if (char === "\u200b" || char === "\ufeff") continue;
    // "* " opens a bullet; every other asterisk is emphasis.
    if (char === "*" && !(chars.length === 0 && /\s/.test(piece[end] ?? " "))) continue;
    const blank =
      isBlank(char) || (char === "_" && /[\p{L}\p{M}\d]/u.test(piece[found - 1] ?? " ") && /[\p{L}\d]/u.test(piece[end] ?? " "));
    if (blank) {
      if (chars.length === 0 || chars.at(-1) === " ") continue;
      chars.push(" ");
      offsets.push(from + found);
      continue;
    }
    // Word-segmented text puts spaces before punctuation.
    if (",;:.)".includes(char) && chars.at(-1) === " " && isBlank(piece[end] ?? " ")) {
      chars.pop();
      offsets.pop();
    }
    for (const unit of end - found === 1 ? char : char.normalize("NFC")) {
      for (let k = 0; k < unit.length; k++) offsets.push(from + found);
      chars.push(unit);
    }
  }
  const whole = chars.join("");
  const kept = whole.slice(0, withoutRule(whole));
  const torn = new Set(tornSpaces(kept));
  const text = torn.size === 0 ? kept : [...kept].filter((_, at) => !torn.has(at)).join("");
  let into = 0;
  for (let at = 0; at < kept.length; at++) if (!torn.has(at)) offsets[into++] = offsets[at] ?? 0;
  offsets.length = into;
  const last = offsets.at(-1);
  offsets.push(last === undefined ? from : last + (/^\P{M}\p{M}*/su.exec(raw.slice(last, last + 8))?.[0].length ?? 1));
  return { text: repairDigits(text), offsets: Uint32Array.from(offsets) };
}

/** Length of a clean text without the rule ("-----") that closes it. */
function withoutRule(text: string): number {
  let end = text.length;
  for (;;) {
    const before = end;
    while (text[end - 1] === " ") end--;
    let dash = end;
    while (text[dash - 1] === "-") dash--;
    if (end - dash >= 3) end = dash;
    if (end === before) return end;
  }
}

/** Cells of a table row printed as "| a | b |", "a | b | c" or with tabs; null for an ordinary line. */
function cellsOf(raw: string): [number, number][] | null {
  const framed = /^\s*\|.*\|\s*$/.test(raw);
  const piped = framed || (raw.match(/ \|(?= |$)/g)?.length ?? 0) >= 2;
  const separator = piped ? "|" : (raw.trim().match(/\t/g)?.length ?? 0) >= 2 ? "\t" : null;
  if (separator === null) return null;
  const cells: [number, number][] = [];
  let from = framed ? raw.indexOf("|") + 1 : 0;
  for (let at = raw.indexOf(separator, from); at >= 0; at = raw.indexOf(separator, from)) {
    cells.push([from, at]);
    from = at + 1;
  }
  if (!framed) cells.push([from, raw.length]);
  return cells;
}

/** The text as lines; a table row gives one line per cell. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  text.split("\n").forEach((withReturn, index) => {
    const raw = withReturn.endsWith("\r") ? withReturn.slice(0, -1) : withReturn;
    const number = index + 1;
    if (NOISE.test(raw.trim())) {
      lines.push({ number, raw, text: "", offsets: null, row: null, cell: null });
      return;
    }
    if (PLAIN.test(raw) && raw.normalize("NFC") === raw && tornSpaces(raw).length === 0) {
      lines.push({ number, raw, text: repairDigits(raw), offsets: null, row: null, cell: null });
      return;
    }
    const cells = cellsOf(raw);
    if (cells === null) lines.push({ number, raw, row: null, cell: null, ...clean(raw, 0, raw.length) });
    else for (const [cell, [from, to]] of cells.entries()) lines.push({ number, raw, row: number, cell, ...clean(raw, from, to) });
  });
  return lines;
}

/** Raw offset of a clean offset in its line. */
export function rawOffset(line: Line, at: number): number {
  return line.offsets === null ? at : (line.offsets[Math.min(at, line.offsets.length - 1)] ?? line.raw.length);
}

/** A line of two columns set apart by white space ("Nơi nhận:            TM. ỦY BAN NHÂN DÂN"), column by column. */
export function readColumns(line: Line): Line[] {
  if (line.row !== null || line.text === "" || !/\S(?: {4,}|\t\s*)\S/u.test(line.raw)) return [line];
  const columns: Line[] = [];
  let from = 0;
  for (const gap of line.raw.matchAll(/(?<=\S)(?: {4,}|\t\s*)(?=\S)/gu)) {
    columns.push({ ...line, ...clean(line.raw, from, gap.index) });
    from = gap.index + gap[0].length;
  }
  columns.push({ ...line, ...clean(line.raw, from, line.raw.length) });
  return columns.filter(({ text }) => text !== "");
}
