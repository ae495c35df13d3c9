/** Words with the wrong marks, and letters that make no Vietnamese word at all. */
import { oneTone, squeeze } from "../../../../kernel/text.ts";
import { basis } from "../basis.ts";
import { compounds, type Compound } from "../lexicon/compounds.ts";
import { foreign, isSyllable, onset } from "../lexicon/syllables.ts";
import type { Hit, Rule } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";

const VOWEL_MARKS = /[\u0300-\u036f]/gu;

/** The letters without their marks; đ stays đ, since "đ" and "d" are two letters. */
const letters = (words: string): string => words.normalize("NFD").replace(VOWEL_MARKS, "");

const key = (words: string): string => oneTone(squeeze(words.normalize("NFC"))).toLowerCase();

const byLetters: ReadonlyMap<string, Compound & { taken: ReadonlySet<string> }> = new Map(
  compounds.map((compound) => [letters(compound.right), { ...compound, taken: new Set([compound.right, ...compound.also].map(key)) }]),
);

const PAIR = /(?<!\p{L})(?=(\p{L}+)([ \n]+)(\p{L}+)(?!\p{L}))/gu;

/** "Bẩu cử" for "bầu cử": the letters of a set phrase with marks that make no other. */
export function wrongMarks(flow: string): Hit[] {
  const found = new Map<string, Hit & { places: Block[] }>();
  const pairs = [...flow.matchAll(PAIR)];
  const rightAt = (k: number): boolean => {
    const [, first = "", , second = ""] = pairs[k] ?? [];
    return byLetters.get(letters(`${first} ${second}`).toLowerCase())?.taken.has(key(`${first} ${second}`)) ?? false;
  };
  for (const [k, { 1: first = "", 2: gap = "", 3: second = "", index }] of pairs.entries()) {
    const words = `${first} ${second}`;
    const known = byLetters.get(letters(words).toLowerCase());
    if (!known || known.taken.has(key(words))) continue;
    // "đánh giá định kỳ": both syllables belong to phrases that are right.
    if (rightAt(k - 1) || rightAt(k + 1)) continue;
    // Without any mark it is an address or a text that lost them; two capitals are somebody's name.
    if (letters(words) === words.normalize("NFD") || (/^\p{Lu}\p{Ll}/u.test(first) && /^\p{Lu}\p{Ll}/u.test(second))) continue;
    const length = first.length + gap.length + second.length;
    if (known.unless?.test(flow.slice(index, index + length + 12))) continue;
    const place = { start: index, end: index + length };
    const before = found.get(key(words));
    if (before) before.places.push(place);
    else
      found.set(key(words), {
        places: [place],
        reason: say("slip", { printed: words, right: known.right }),
        basis: basis.spelling,
        mend: say("write", { right: known.right }),
      });
  }
  return [...found.values()];
}

const WORD = /(?<![\p{L}\p{M}\d@/._&’'-])\p{Ll}{2,9}(?![\p{L}\p{M}\d@/_&’'-]|\.\p{L})/gu;
/** What stands before a letter that is the name of a point: "điểm đ ở", "mẫu c". */
const LETTERED = /(?:điểm|mẫu|khoản|loại|nhóm|lớp|tiết|hạng|khối|và|hoặc|đến|,|;|\d)\s*$/iu;
const TORN = /(?<=\p{Ll} )(?=(\p{Ll}{1,3}) (\p{Ll}{1,5})(?!\p{L}))/gu;

/** "hội nghịi", "avf", "di đ ộng": no syllable of the language is written so. */
const noSuchWord: Rule = {
  id: "format/no-such-word",
  severity: "look",
  find({ sheet: { flow } }) {
    const found = new Map<string, Block[]>();
    const add = (words: string, at: number): void => {
      found.set(words, [...(found.get(words) ?? []), { start: at, end: at + words.length }]);
    };
    for (const { 0: word, index } of flow.matchAll(WORD)) {
      const marked = /[^a-z]/u.test(word);
      if (marked ? !isSyllable(word) && !joined(word) : /[fj]$/u.test(word) && word.length < 6 && !foreign.has(word)) add(word, index);
    }
    for (const { 1: head = "", 2: rest = "", index } of flow.matchAll(TORN)) {
      if (torn(head, rest) && !LETTERED.test(flow.slice(Math.max(0, index - 10), index))) add(`${head} ${rest}`, index);
    }
    const places = [...found.values()].flat().sort((a, b) => a.start - b.start);
    // A file whose spaces or letters went astray is no matter of spelling; its reader is told when it is read.
    if (places.length === 0 || found.size > 12) return [];
    return [
      {
        places,
        reason: say("noSuchWord", {
          list: [...found.keys()]
            .slice(0, 5)
            .map((word) => `“${word}”`)
            .join(", "),
        }),
        basis: basis.spelling,
        mend: say("noSuchWordMend"),
      },
    ];
  },
};

/** Two syllables without a space: borrowed words ("ôtô", "bêtông"), or a lost space, which is the file's. */
const joined = (word: string): boolean =>
  Array.from({ length: word.length - 1 }, (_, k) => k + 1).some(
    (k) => k < word.length - 1 && isSyllable(word.slice(0, k)) && isSyllable(word.slice(k)),
  );

const startsWithVowel = /^[aeiouyăâêôơư]/u;

const torn = (head: string, rest: string): boolean => onset.test(head) && startsWithVowel.test(letters(rest)) && isSyllable(head + rest);

export const wordRules: Rule[] = [noSuchWord];
