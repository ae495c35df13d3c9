/**
 * Names that the installation knows: units of its tree, former names among them. Whoever compiles reads them once and
 * keeps them; a name of theirs is a body even where no kind of the lexicon opens it ("Tiểu khu 3", "Tổ hợp Hồn quê").
 */
import { squeeze } from "../../../../kernel/text.ts";
import { lexicalForm } from "./form.ts";

export type UnitNames = {
  /** As the lexicon writes: lower case, one tone placement. */
  names: ReadonlySet<string>;
  openings: ReadonlySet<string>;
  /** Words of the longest. */
  words: number;
};

/** Names of one word say too little to be found in running text. */
export function unitNames(printed: Iterable<string>): UnitNames {
  const names = new Set<string>();
  const openings = new Set<string>();
  let words = 0;
  for (const name of printed) {
    const key = lexicalForm(squeeze(name));
    const parts = key.split(" ");
    if (parts.length < 2) continue;
    names.add(key);
    openings.add(parts[0] ?? "");
    words = Math.max(words, parts.length);
  }
  return { names, openings, words };
}

/** Set for the length of one compilation, which never waits: every pass asks for names, none of them carries the tree. */
let known: UnitNames | null = null;

export function withUnits<T>(units: UnitNames | undefined, compile: () => T): T {
  const before = known;
  known = units ?? null;
  try {
    return compile();
  } finally {
    known = before;
  }
}

const LETTER = /[\p{L}\p{M}\d]/u;

/** Length of the longest known name at this offset of a lexical text, 0 when there is none. */
export function unitAt(low: string, at: number): number {
  if (known === null) return 0;
  let longest = 0;
  let end = at;
  for (let word = 0; word < known.words; word++) {
    const space = low.indexOf(" ", end);
    let stop = space < 0 ? low.length : space;
    while (stop > end && !LETTER.test(low[stop - 1] ?? "") && low[stop - 1] !== ")") stop--;
    if (word === 0 && !known.openings.has(low.slice(at, stop))) return 0;
    if (known.names.has(low.slice(at, stop))) longest = stop - at;
    if (space < 0) break;
    end = space + 1;
  }
  return longest;
}
