import { type Bytes, type WordFile } from "./file.ts";

/** A stretch of the file with the same properties: [from, to) in bytes of the document stream. */
export type Run = { from: number; to: number; properties: Bytes | undefined; style: number };

/** A stretch of text as it was saved; edits put pieces anywhere. `at` in bytes of the document stream. */
export type Piece = { from: number; to: number; at: number; width: 1 | 2 };

const pageSize = 512;
/** More pages than a file of the largest size can hold. */
const mostPages = 100_000;

export function piecesOf(file: WordFile): Piece[] {
  const clx = file.table("pieces");
  let at = 0;
  // Property lists of old fast saves come first.
  while (at + 3 <= clx.length && clx.u8(at) === 1) at += 3 + clx.u16(at + 1);
  if (at + 5 > clx.length || clx.u8(at) !== 2) return [];
  const size = Math.min(clx.u32(at + 1), clx.length - at - 5);
  const table = clx.slice(at + 5, size);
  const count = Math.floor((size - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const [from, to] = [table.u32(index * 4), table.u32(index * 4 + 4)];
    const place = table.u32((count + 1) * 4 + index * 8 + 2);
    const narrow = (place & 0x4000_0000) !== 0;
    const base = place & 0x3fff_ffff;
    if (to > from) pieces.push({ from, to, at: narrow ? Math.floor(base / 2) : base, width: narrow ? 1 : 2 });
  }
  return pieces;
}

/** Properties of characters or paragraphs, in the order of the file. */
export function runsOf(file: WordFile, kind: "characterPages" | "paragraphPages"): Run[] {
  const table = file.table(kind);
  const count = Math.min(Math.floor((table.length - 4) / 8), mostPages);
  const runs: Run[] = [];
  for (let index = 0; index < count; index += 1) {
    const page = file.document.slice((table.u32((count + 1) * 4 + index * 4) & 0x3f_ffff) * pageSize, pageSize);
    if (page.length === pageSize) runs.push(...(kind === "characterPages" ? characterRuns(page) : paragraphRuns(page)));
  }
  return runs.toSorted((one, other) => one.from - other.from);
}

function characterRuns(page: Bytes): Run[] {
  const count = page.u8(pageSize - 1);
  return Array.from({ length: Math.min(count, 101) }, (_, index) => {
    const place = page.u8((count + 1) * 4 + index) * 2;
    const properties = place === 0 ? undefined : page.slice(place + 1, page.u8(place));
    return { from: page.u32(index * 4), to: page.u32(index * 4 + 4), properties, style: 0 };
  });
}

function paragraphRuns(page: Bytes): Run[] {
  const count = page.u8(pageSize - 1);
  return Array.from({ length: Math.min(count, 29) }, (_, index) => {
    const place = page.u8((count + 1) * 4 + index * 13) * 2;
    const [from, to] = [page.u32(index * 4), page.u32(index * 4 + 4)];
    if (place === 0) return { from, to, properties: undefined, style: 0 };
    const short = page.u8(place);
    const [begin, length] = short === 0 ? [place + 2, page.u8(place + 1) * 2] : [place + 1, short * 2 - 1];
    return { from, to, properties: page.slice(begin + 2, length - 2), style: page.u16(begin) };
  });
}

/** The run that holds a byte; undefined in a gap. */
export function runAt(runs: readonly Run[], at: number): Run | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return undefined;
    if (at < run.from) high = middle - 1;
    else if (at >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}
