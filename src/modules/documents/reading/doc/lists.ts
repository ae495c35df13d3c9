import { type Level, type List, nextLabel } from "../lines/counting.ts";
import type { Bytes, WordFile } from "./file.ts";
import { characterOf } from "./properties.ts";

/** Labels by the number that paragraphs give their list (1 for the first); counts, so call once per paragraph, in order. */
export type Lists = { label(list: number, level: number): string | undefined };

const formats: Record<number, string> = {
  0: "decimal",
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  22: "decimalZero",
  23: "bullet",
  255: "none",
};

/** List tables of MS-DOC 2.9.131 ff., put together as Word does when it numbers. */
export function readLists(file: WordFile, fonts: readonly string[]): Lists {
  const definitions = readDefinitions(file.openTable("lists"), fonts);
  const lists = readOverrides(file.table("listOverrides"), definitions, fonts);
  return {
    label(list, level) {
      const found = lists[list - 1];
      return found === undefined ? undefined : nextLabel(found, level);
    },
  };
}

type Definition = { levels: Map<number, Level>; counters: List["counters"] };

function readDefinitions(table: Bytes, fonts: readonly string[]): Map<number, Definition> {
  const definitions = new Map<number, Definition>();
  if (table.length < 2) return definitions;
  const count = table.u16(0);
  const heads: { id: number; simple: boolean }[] = [];
  for (let index = 0; index < count && 2 + (index + 1) * 28 <= table.length; index += 1) {
    const at = 2 + index * 28;
    heads.push({ id: table.u32(at), simple: (table.u8(at + 26) & 1) !== 0 });
  }
  let at = 2 + count * 28;
  for (const { id, simple } of heads) {
    const levels = new Map<number, Level>();
    for (let level = 0; level < (simple ? 1 : 9); level += 1) {
      const read = readLevel(table, at, fonts);
      if (!read) return definitions;
      levels.set(level, read.level);
      at = read.end;
    }
    definitions.set(id, { levels, counters: [] });
  }
  return definitions;
}

function readLevel(table: Bytes, at: number, fonts: readonly string[]): { level: Level; end: number } | undefined {
  if (at + 28 > table.length) return undefined;
  const flags = table.u8(at + 5);
  const characterSize = table.u8(at + 24);
  const paragraphSize = table.u8(at + 25);
  const textAt = at + 28 + paragraphSize + characterSize;
  if (textAt + 2 > table.length) return undefined;
  const length = table.u16(textAt);
  if (length > 255) return undefined;
  const character = characterOf(table.slice(at + 28 + paragraphSize, characterSize));
  const text = table.wide(textAt + 2, length);
  // A character below nine stands for the number of that level.
  const pattern = [...text].map((letter) => (letter.charCodeAt(0) < 9 ? `%${letter.charCodeAt(0) + 1}` : letter)).join("");
  return {
    level: {
      start: table.i32(at),
      format: formats[table.u8(at + 4)] ?? "decimal",
      pattern,
      suffix: table.u8(at + 15) === 2 ? "" : " ",
      legal: (flags & 4) !== 0,
      restart: (flags & 8) === 0 ? undefined : table.u8(at + 26),
      hidden: character.hidden ?? false,
      font: fonts[character.font ?? -1],
    },
    end: textAt + 2 + length * 2,
  };
}

function readOverrides(table: Bytes, definitions: ReadonlyMap<number, Definition>, fonts: readonly string[]): (List | undefined)[] {
  if (table.length < 4) return [];
  const count = Math.min(table.u32(0), Math.floor((table.length - 4) / 16));
  let at = 4 + count * 16;
  return Array.from({ length: count }, (_, index) => {
    const own = 4 + index * 16;
    const definition = definitions.get(table.u32(own));
    const levels = new Map(definition?.levels);
    const pending = new Map<number, number>();
    at += 4;
    for (let override = table.u8(own + 12); override > 0 && at + 8 <= table.length; override -= 1) {
      const start = table.i32(at);
      const flags = table.u32(at + 4);
      const level = flags & 15;
      at += 8;
      if ((flags & 0x20) !== 0) {
        const read = readLevel(table, at, fonts);
        if (!read) break;
        levels.set(level, read.level);
        at = read.end;
      }
      const changed = levels.get(level);
      if ((flags & 0x10) === 0 || !changed) continue;
      const from = (flags & 0x20) === 0 ? start : changed.start;
      levels.set(level, { ...changed, start: from });
      pending.set(level, from);
    }
    return definition && { levels, counters: definition.counters, pending };
  });
}
