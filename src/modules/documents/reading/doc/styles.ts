import type { WordFile } from "./file.ts";
import { type Character, characterOf, paragraphOf, plainCharacter } from "./properties.ts";

/** What a style, with all it is based on, says of the things the reader needs. */
export type Style = Pick<Character, "hidden" | "capitals" | "font"> & { list: number | undefined; level: number | undefined };

const silent: Style = { hidden: undefined, capitals: undefined, font: undefined, list: undefined, level: undefined };
const deepest = 50;

export type Styles = { get(index: number): Style };

/** The style sheet (MS-DOC 2.9.271). */
export function readStyles(file: WordFile): Styles {
  const table = file.table("styles");
  const own: (Style & { base: number })[] = [];
  let defaultFont: number | undefined;
  if (table.length >= 20) {
    const headerSize = table.u16(0);
    const count = Math.min(table.u16(2), 4_096);
    const baseSize = table.u16(4);
    defaultFont = table.u16(14);
    let at = 2 + headerSize;
    for (let index = 0; index < count && at + 2 <= table.length; index += 1) {
      const size = table.u16(at);
      own.push(size === 0 ? { ...silent, base: 0xfff } : readStyle(file, at + 2, size, baseSize));
      at += 2 + size;
    }
  }
  const resolve = (index: number, depth: number): Style => {
    const style = own[index];
    if (!style || depth > deepest) return { ...silent, font: defaultFont };
    const base = resolve(style.base, depth + 1);
    return {
      hidden: style.hidden ?? base.hidden,
      capitals: style.capitals ?? base.capitals,
      font: style.font ?? base.font,
      list: style.list ?? base.list,
      level: style.level ?? base.level,
    };
  };
  const resolved = new Map<number, Style>();
  return {
    get(index) {
      const known = resolved.get(index) ?? resolve(index, 0);
      resolved.set(index, known);
      return known;
    },
  };
}

function readStyle(file: WordFile, at: number, size: number, baseSize: number): Style & { base: number } {
  const table = file.table("styles");
  const kindAndBase = table.u16(at + 2);
  const parts = table.u16(at + 4) & 15;
  const base = kindAndBase >> 4;
  const end = at + size;
  const name = at + baseSize;
  let next = name + 2 + (table.u16(name) + 1) * 2;
  const part = (): ReturnType<typeof table.slice> | undefined => {
    if (next + 2 > end) return undefined;
    const length = table.u16(next);
    const bytes = table.slice(next + 2, Math.min(length, end - next - 2));
    next += 2 + length + (length % 2);
    return bytes;
  };
  const isParagraph = (kindAndBase & 15) === 1;
  const isCharacter = (kindAndBase & 15) === 2;
  const paragraph = isParagraph && parts > 0 ? part() : undefined;
  const characters = isParagraph || isCharacter ? part() : undefined;
  const { hidden, capitals, font } = characters ? characterOf(characters) : plainCharacter;
  const { list, level } = paragraph && paragraph.length > 2 ? paragraphOf(paragraph.slice(2, paragraph.length - 2)) : silent;
  return { base, hidden, capitals, font, list, level };
}

/** Names of the fonts in the order in which runs refer to them. */
export function readFonts(file: WordFile): string[] {
  const table = file.table("fonts");
  const names: string[] = [];
  if (table.length < 4) return names;
  const count = Math.min(table.u16(0), 4_096);
  let at = 4;
  for (let index = 0; index < count && at < table.length; index += 1) {
    const size = table.u8(at);
    names.push(table.wide(at + 40, Math.max(0, Math.floor((size - 39) / 2))).replace(/\0.*$/s, ""));
    at += size + 1;
  }
  return names;
}
