import type { Bytes } from "./file.ts";

/** Records of a drawing (MS-ODRAW 1.3.1): eight bytes of head, then their content or further records. */
const container = 0xf;
const properties = new Set([0xf00b, 0xf121, 0xf122]);
/** The words of lettering (WordArt), which watermarks are made with. */
const words = 0x00c0;
const mostRecords = 50_000;

/** What the lettering of a file says, of the body and of the page headers: looked through for stamps. */
export function letteringOf(drawings: Bytes): string[] {
  const found: string[] = [];
  let left = mostRecords;
  const walk = (from: number, to: number, isTop: boolean): void => {
    let at = from;
    while (at + 8 <= to && left > 0) {
      left -= 1;
      const [head, type, length] = [drawings.u16(at), drawings.u16(at + 2), drawings.u32(at + 4)];
      // One byte before each drawing says whether it is of the body or of the headers.
      if (isTop && (type & 0xf000) !== 0xf000) {
        at += 1;
        continue;
      }
      const [begin, end] = [at + 8, Math.min(to, at + 8 + length)];
      if ((head & container) === container) walk(begin, end, false);
      else if (properties.has(type)) found.push(...wordsIn(drawings, begin, end, head >> 4));
      at = end;
    }
  };
  walk(0, drawings.length, true);
  return found;
}

/** Fixed parts of all properties come first, then the long values in the same order. */
function wordsIn(drawings: Bytes, from: number, to: number, count: number): string[] {
  const found: string[] = [];
  let value = from + count * 6;
  for (let index = 0; index < count && from + index * 6 + 6 <= to; index += 1) {
    const id = drawings.u16(from + index * 6);
    const isLong = (id & 0x8000) !== 0;
    if (!isLong) continue;
    const length = drawings.u32(from + index * 6 + 2);
    if ((id & 0x3fff) === words && value + length <= to) {
      const text = drawings
        .wide(value, Math.floor(length / 2))
        .replace(/\0.*$/s, "")
        .trim();
      if (text !== "") found.push(text);
    }
    value += length;
  }
  return found;
}
