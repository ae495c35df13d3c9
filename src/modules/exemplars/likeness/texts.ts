import { fold } from "../../../kernel/text.ts";
import { contentKeys, type ContentKey, type Contents } from "../shapes.ts";

/** One word of a content: without marks, and where it stands in the text (UTF-16 units, end exclusive). */
type Word = { folded: string; from: number; until: number };
type Run = { key: ContentKey; from: number; until: number };

/** The same run of words in two texts. */
export type Passage = { mine: Run; theirs: Run; words: number };

/** Shorter runs are the language of the movement ("huy động sức mạnh tổng hợp của cả hệ thống"), not copying. */
const shortest = 9;
const shingle = 7;
/** Of a long text every so manieth run stands for all, of a short one all of them: a short one copied into a long one is found as well. */
const sampled = 4;
const keptWhole = 60;
const mostPrints = 160;

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    until: index + word.length,
  }));
}

type Read = { key: ContentKey; words: Word[] }[];
const readings = new WeakMap<Contents, Read>();
/** A list compares each text with several others: it is split once. */
function read(contents: Contents): Read {
  const before = readings.get(contents);
  if (before) return before;
  const split = contentKeys.map((key) => ({ key, words: wordsIn(contents[key] ?? "") }));
  readings.set(contents, split);
  return split;
}

const runAt = (words: readonly Word[], at: number): string =>
  words
    .slice(at, at + shingle)
    .map(({ folded }) => folded)
    .join(" ");

/** 32 bits with a sign, as the database's int. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** A sample of the runs of words of what somebody wrote, by which texts that share some are found. Empty: too little was written. */
export function printsOf(contents: Contents): number[] {
  const all = new Set<number>();
  for (const { words } of read(contents)) for (let at = 0; at + shingle <= words.length; at++) all.add(hashOf(runAt(words, at)));
  const chosen = all.size <= keptWhole ? [...all] : [...all].filter((hash) => hash % sampled === 0);
  return chosen.toSorted((a, b) => a - b).slice(0, mostPrints);
}

/**
 * Runs of words that stand in both, longest first where they compete, and how many of a hundred of my words they cover.
 * Marks, capitals and signs between the words do not count.
 */
export function passagesOf(mine: Contents, theirs: Contents): { passages: Passage[]; score: number } {
  const left = read(mine);
  const right = read(theirs);
  const places = new Map<string, { of: Read[number]; at: number }[]>();
  for (const of of right) {
    for (let at = 0; at + shingle <= of.words.length; at++) {
      const run = runAt(of.words, at);
      const known = places.get(run);
      if (known) known.push({ of, at });
      else places.set(run, [{ of, at }]);
    }
  }
  const passages: Passage[] = [];
  let covered = 0;
  for (const { key, words } of left) {
    for (let at = 0; at + shingle <= words.length;) {
      const best = (places.get(runAt(words, at)) ?? [])
        .map((place) => ({ ...place, length: lengthFrom(words, at, place.of.words, place.at) }))
        .reduce<{ of: Read[number]; at: number; length: number } | null>((a, b) => (a && a.length >= b.length ? a : b), null);
      if (!best || best.length < shortest) at += 1;
      else {
        passages.push({
          mine: spanOf(key, words, at, best.length),
          theirs: spanOf(best.of.key, best.of.words, best.at, best.length),
          words: best.length,
        });
        covered += best.length;
        at += best.length;
      }
    }
  }
  const total = left.reduce((sum, { words }) => sum + words.length, 0);
  return { passages, score: total === 0 ? 0 : Math.round((covered * 100) / total) };
}

function lengthFrom(left: readonly Word[], at: number, right: readonly Word[], there: number): number {
  let length = 0;
  while (left[at + length] && left[at + length]?.folded === right[there + length]?.folded) length += 1;
  return length;
}

const spanOf = (key: ContentKey, words: readonly Word[], at: number, length: number): Run => ({
  key,
  from: words[at]?.from ?? 0,
  until: words[at + length - 1]?.until ?? 0,
});

/** Words that nearly every name has say nothing about what it is. */
const common = /\b(mo hinh|dien hinh|dan van kheo|cong trinh|phan viec|to chuc|thuc hien|xay dung|tuyen truyen|van dong|nhan dan)\b/g;

/** The words of a name that say what it is. A name of nothing but common words is compared as it is. */
export function tellingWords(name: string): string[] {
  const bare = fold(name).replace(/[^a-z0-9 ]+/g, " ");
  const telling = bare.replace(common, " ").replace(/\s+/g, " ").trim();
  return (telling || bare.trim()).split(" ");
}

function triplesOf(name: string): Set<string> {
  const triples = new Set<string>();
  for (const word of tellingWords(name)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) triples.add(padded.slice(at, at + 3));
  }
  return triples;
}

/** 0 to 1: how much two names have in common, leaving out what nearly all have. */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [triplesOf(one), triplesOf(other)];
  const shared = [...a].filter((triple) => b.has(triple)).length;
  return shared / (a.size + b.size - shared || 1);
}
