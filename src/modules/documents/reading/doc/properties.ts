import type { Bytes } from "./file.ts";

/** One modification of a property (MS-DOC 2.6). */
export type Modification = { code: number; at: number; length: number; bytes: Bytes };

const sizes = [1, 1, 2, 4, 2, 2, 0, 3];

export function modificationsOf(bytes: Bytes): Modification[] {
  const list: Modification[] = [];
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = bytes.u16(at);
    at += 2;
    let length = sizes[code >> 13] ?? 1;
    if (code >> 13 === 6) {
      if (code === 0xd608) {
        length = bytes.length - at < 2 ? 0 : bytes.u16(at) - 1;
        at += 2;
      } else {
        const said = bytes.u8(at);
        // A change of tab stops that is too long for its own count ends the list.
        length = code === 0xc615 && said === 255 ? bytes.length - at - 1 : said;
        at += 1;
      }
    }
    if (length < 0 || at + length > bytes.length) break;
    list.push({ code, at, length, bytes });
    at += length;
  }
  return list;
}

/** What of a run matters. undefined = silent, the style decides. */
export type Character = {
  deleted: boolean;
  inserted: boolean;
  hidden: boolean | undefined;
  capitals: boolean | undefined;
  font: number | undefined;
  style: number | undefined;
  special: boolean;
  symbol: { font: number; code: number } | undefined;
};

export const plainCharacter: Character = {
  deleted: false,
  inserted: false,
  hidden: undefined,
  capitals: undefined,
  font: undefined,
  style: undefined,
  special: false,
  symbol: undefined,
};

export function characterOf(bytes: Bytes): Character {
  const character = { ...plainCharacter };
  for (const { code, at, length, bytes: from } of modificationsOf(bytes)) {
    const value = length > 0 ? from.u8(at) : 0;
    // 0x80 and 0x81 leave it to the style, or turn the style's value round; the latter is not seen in practice.
    const toggle = value === 0x80 ? undefined : value !== 0;
    if (code === 0x0800) character.deleted = value !== 0;
    else if (code === 0x0801) character.inserted = value !== 0;
    else if (code === 0x083c) character.hidden = toggle;
    else if (code === 0x083b) character.capitals = toggle;
    else if (code === 0x4a4f) character.font = from.u16(at);
    else if (code === 0x4a30) character.style = from.u16(at);
    else if (code === 0x0855) character.special = value !== 0;
    else if (code === 0x6a09) character.symbol = { font: from.u16(at), code: from.u16(at + 2) };
  }
  return character;
}

export type RowCell = { right: number; joinsLeft: boolean; joinsAbove: boolean };

export type ParagraphProperties = {
  inTable: boolean;
  depth: number | undefined;
  endsRow: boolean;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  list: number | undefined;
  level: number | undefined;
  cells: RowCell[];
  hugeAt: number | undefined;
};

export const plainParagraph: ParagraphProperties = {
  inTable: false,
  depth: undefined,
  endsRow: false,
  endsInnerCell: false,
  endsInnerRow: false,
  list: undefined,
  level: undefined,
  cells: [],
  hugeAt: undefined,
};

export function paragraphOf(bytes: Bytes, base: ParagraphProperties = plainParagraph): ParagraphProperties {
  const paragraph = { ...base };
  for (const { code, at, length, bytes: from } of modificationsOf(bytes)) {
    const value = length > 0 ? from.u8(at) : 0;
    if (code === 0x2416) paragraph.inTable = value !== 0;
    else if (code === 0x2417) paragraph.endsRow = value !== 0;
    else if (code === 0x244b) paragraph.endsInnerCell = value !== 0;
    else if (code === 0x244c) paragraph.endsInnerRow = value !== 0;
    else if (code === 0x6649) paragraph.depth = Math.min(Math.max(from.i32(at), 0), 8);
    else if (code === 0x260a) paragraph.level = value;
    else if (code === 0x460b) paragraph.list = from.u16(at);
    else if (code === 0x6646 || code === 0x6645) paragraph.hugeAt = from.u32(at);
    else if (code === 0xd608) paragraph.cells = cellsOf(from, at, length);
    else if (code === 0xd62b && length >= 2) {
      const cell = paragraph.cells[value];
      if (cell) cell.joinsAbove = from.u8(at + 1) === 1;
    }
  }
  return paragraph;
}

/** Edges, then twenty bytes for each cell (TC80), of which the last may be missing. */
function cellsOf(bytes: Bytes, at: number, length: number): RowCell[] {
  const count = bytes.u8(at);
  const cells: RowCell[] = [];
  for (let cell = 0; cell < count; cell += 1) {
    const edge = at + 1 + (cell + 1) * 2;
    const flagsAt = at + 1 + (count + 1) * 2 + cell * 20;
    if (edge + 2 > at + length) break;
    const flags = flagsAt + 2 <= at + length ? bytes.u16(flagsAt) : 0;
    const right = bytes.u16(edge);
    cells.push({ right: right > 0x7fff ? right - 0x10000 : right, joinsLeft: (flags & 3) === 1, joinsAbove: ((flags >> 5) & 3) === 1 });
  }
  return cells;
}
