import type { Item } from "../../../src/modules/documents/contract.ts";

/**
 * Words [start, end) of one line that belong to items; the first id is the narrowest item, which a click means.
 * `decided`: a person has decided on all of them.
 */
export type Mark = { start: number; end: number; ids: string[]; decided: boolean };

export type Marks = ReadonlyMap<number, Mark[]>;

type Piece = { id: string; decided: boolean; start: number; end: number; size: number };

/**
 * Cuts each line at every boundary of an item, so that items that share words (a target inside a task) are both lit.
 * Dropped items mark nothing. Lines count from 1; a line without items is not in the map.
 */
export function marksOf(items: readonly Item[], lines: readonly string[]): Marks {
  const pieces = new Map<number, Piece[]>();
  for (const { id, state, span } of items) {
    if (!span || state === "dropped") continue;
    const last = Math.min(span.endLine ?? span.line, lines.length);
    const size = last > span.line ? Number.MAX_SAFE_INTEGER : span.end - span.start;
    for (let line = span.line; line <= last; line++) {
      const length = lines[line - 1]?.length ?? 0;
      const start = line === span.line ? span.start : 0;
      const end = Math.min(line === span.line ? span.end : length, length);
      if (start >= end) continue;
      const here = pieces.get(line) ?? [];
      here.push({ id, decided: state !== "proposed", start, end, size });
      pieces.set(line, here);
    }
  }
  return new Map([...pieces].map(([line, here]) => [line, cut(here)]));
}

function cut(pieces: readonly Piece[]): Mark[] {
  const bounds = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other);
  const marks: Mark[] = [];
  for (const [index, start] of bounds.entries()) {
    const end = bounds[index + 1];
    if (end === undefined) break;
    const over = pieces.filter((piece) => piece.start <= start && piece.end >= end).toSorted((one, other) => one.size - other.size);
    if (over.length > 0) marks.push({ start, end, ids: over.map(({ id }) => id), decided: over.every(({ decided }) => decided) });
  }
  return marks;
}

/** Keeps the arrays of lines where nothing changed, so that a decision repaints its own lines and not the whole document. */
export function keepUnchanged(before: Marks, now: Marks): Marks {
  return new Map([...now].map(([line, marks]) => [line, same(before.get(line), marks) ?? marks]));
}

const same = (one: Mark[] | undefined, other: Mark[]): Mark[] | undefined =>
  JSON.stringify(one) === JSON.stringify(other) ? one : undefined;

export type Segment = { start: number; text: string; ids: string[]; decided: boolean };

/** Signs of Markdown that a reader need not see: hashes before a heading, stars round bold and slanting words. */
const headingSign = /^\s*#{1,6}\s+/u;
const stars = /(\*\*|(?<=^|\s)\*(?=\S)|(?<=\S)\*(?=[\s.,;:]|$))/u;

/** A segment cut into what is shown and what is only kept for the offsets. `at` counts in the line. */
export function shownParts({ start, text }: Pick<Segment, "start" | "text">): { at: number; text: string; shown: boolean }[] {
  const heading = start === 0 ? (headingSign.exec(text)?.[0] ?? "") : "";
  const parts = heading ? [{ at: 0, text: heading, shown: false }] : [];
  let at = heading.length;
  // Splitting by a group puts the signs at the odd places.
  for (const [index, piece] of text.slice(heading.length).split(stars).entries()) {
    if (piece !== "") parts.push({ at: start + at, text: piece, shown: index % 2 === 0 });
    at += piece.length;
  }
  return parts;
}

/** The whole line as segments, marked and plain, in order. */
export function segmentsOf(line: string, marks: readonly Mark[] | undefined): Segment[] {
  if (!marks || marks.length === 0) return [plain(line, 0, line.length)];
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end, ids, decided } of marks) {
    if (start > at) segments.push(plain(line, at, start));
    segments.push({ start, text: line.slice(start, end), ids, decided });
    at = end;
  }
  if (at < line.length) segments.push(plain(line, at, line.length));
  return segments;
}

const plain = (line: string, start: number, end: number): Segment => ({ start, text: line.slice(start, end), ids: [], decided: false });
