import { black, modes, white, type Mode } from "./codes.ts";

/** How a picture is packed, as a PDF's `DecodeParms` say it: `k` < 0 is Group 4, 0 Group 3 in one dimension, > 0 in two. */
export type FaxParameters = { k: number; columns: number; rows: number; byteAligned: boolean };

/**
 * Unpacks a fax picture (ITU-T T.4, T.6) into rows of bits, most significant first, 1 for black, each row ending with its
 * byte. A damaged row ends the picture: what stands before it is worth showing.
 */
export function decodeFax(bytes: Uint8Array, { k, columns, rows, byteAligned }: FaxParameters): { bits: Uint8Array; rows: number } {
  const source = bitsOf(bytes);
  const width = (columns + 7) >> 3;
  const most = rows > 0 ? rows : mostRows;
  const out: Uint8Array[] = [];
  let above: number[] = [];
  while (out.length < most) {
    if (byteAligned) source.align();
    const ended = source.endOfLines();
    if (ended >= (k < 0 ? 1 : 2) || source.isEmpty()) break;
    // In two dimensions a bit after each end of line says how the next is packed.
    const isFlat = k === 0 || (k > 0 && source.bit() === 1);
    const changes = isFlat ? flatRow(source, columns) : changedRow(source, columns, above);
    if (changes === null) break;
    out.push(rowOf(changes, columns, width));
    above = changes;
  }
  const bits = new Uint8Array(width * out.length);
  for (const [at, row] of out.entries()) bits.set(row, at * width);
  return { bits, rows: out.length };
}

/** A0 at 1200 dots per inch; a file that says nothing of its rows has no more. */
const mostRows = 60_000;

type Bits = ReturnType<typeof bitsOf>;

function bitsOf(bytes: Uint8Array) {
  let at = 0;
  const end = bytes.length * 8;
  const peek = (offset: number): number => ((bytes[(at + offset) >> 3] ?? 0) >> (7 - ((at + offset) & 7))) & 1;
  const code = <T>(table: Codes<T>): T | null => {
    let node = table;
    for (let length = 0; length < 14; length += 1) {
      const next = node[peek(length)];
      if (next === undefined || at + length >= end) return null;
      if (!Array.isArray(next)) {
        at += length + 1;
        return next as T;
      }
      node = next as Codes<T>;
    }
    return null;
  };
  return {
    code,
    isEmpty: () => at >= end,
    align: () => void (at = (at + 7) & ~7),
    bit: () => {
      const value = peek(0);
      at += 1;
      return value;
    },
    /** Takes what ends lines (eleven zeroes or more, then a one) and says how many there were. */
    endOfLines: () => {
      for (let count = 0; ; count += 1) {
        let zeroes = 0;
        while (at + zeroes < end && peek(zeroes) === 0) zeroes += 1;
        if (zeroes < 11 || at + zeroes >= end) return count;
        at += zeroes + 1;
      }
    },
  };
}

/** Codes as a tree of two branches, so that a bit is one step. */
type Codes<T> = [(T | Codes<T>)?, (T | Codes<T>)?];

function treeOf<T>(codes: ReadonlyMap<string, T>): Codes<T> {
  const root: Codes<T> = [];
  for (const [code, value] of codes) {
    let node = root;
    for (const [at, digit] of [...code].entries()) {
      const branch = digit === "1" ? 1 : 0;
      if (at === code.length - 1) node[branch] = value;
      else node = (node[branch] ??= []) as Codes<T>;
    }
  }
  return root;
}
const [whiteTree, blackTree, modeTree] = [treeOf(white), treeOf(black), treeOf<Mode>(modes)];

function run(source: Bits, isBlack: boolean): number | null {
  for (let length = 0; ;) {
    const part = source.code(isBlack ? blackTree : whiteTree);
    if (part === null) return null;
    length += part;
    if (part < 64) return length;
  }
}

/** Where a row changes its colour, the first time to black; null when it cannot be read. */
function flatRow(source: Bits, columns: number): number[] | null {
  const changes: number[] = [];
  for (let at = 0, isBlack = false; at < columns; isBlack = !isBlack) {
    const length = run(source, isBlack);
    if (length === null || at + length > columns) return null;
    at += length;
    mark(changes, at);
  }
  return changes;
}

/** A run of no length is no change, nor is the one before it; but a row may begin with black. */
function mark(changes: number[], at: number): void {
  if (changes.at(-1) === at) changes.pop();
  else changes.push(at);
}

/** A row told by what differs from the one above. */
function changedRow(source: Bits, columns: number, above: readonly number[]): number[] | null {
  const changes: number[] = [];
  let [at, isBlack, started, near] = [0, false, false, 0];
  while (at < columns) {
    const mode = source.code(modeTree);
    if (mode === null) return null;
    // The change above to the colour that this run has not, right of where it stands.
    let next = near - (near % 2) + (isBlack ? 1 : 0);
    while (next < above.length && (above[next] ?? 0) <= (started ? at : -1)) next += 2;
    near = Math.max(0, next - 3);
    const [first, second] = [above[next] ?? columns, above[next + 1] ?? columns];
    if (mode === "pass") at = second;
    else if (mode === "horizontal") {
      const [one, other] = [run(source, isBlack), run(source, !isBlack)];
      if (one === null || other === null || at + one + other > columns) return null;
      mark(changes, at + one);
      mark(changes, at + one + other);
      at += one + other;
    } else {
      if (first + mode < at || first + mode > columns) return null;
      at = first + mode;
      mark(changes, at);
      isBlack = !isBlack;
    }
    started = true;
  }
  return changes;
}

function rowOf(changes: readonly number[], columns: number, width: number): Uint8Array {
  const row = new Uint8Array(width);
  for (let at = 0; at < changes.length; at += 2) {
    const to = Math.min(columns, changes[at + 1] ?? columns);
    for (let x = changes[at] ?? columns; x < to; x += 1) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
  }
  return row;
}
