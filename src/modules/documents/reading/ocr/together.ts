import { isSyllable } from "../pages/vietnamese.ts";
import type { FoundWord } from "./engine.ts";

/** A word out of two readings; `other` is what the reading that was not followed says, where the two differ. */
export type AgreedWord = FoundWord & { other?: string };

/** Two readings that differ are as doubtful as this at best, so that a person looks. */
const mostSureApart = 0.75;

/**
 * The readings of one picture put together. Words that cover each other are the same word: the running reading tells marks
 * apart better, the scattered one spaces and lone figures.
 */
export function together(scattered: readonly FoundWord[], running: readonly FoundWord[]): AgreedWord[] {
  const agreed: AgreedWord[] = [];
  const left = new Set(running);
  const met = new Set<FoundWord>();
  for (const word of scattered) {
    if (met.has(word)) continue;
    const [some, others] = covering(word, scattered, running);
    for (const one of some) met.add(one);
    for (const one of others) left.delete(one);
    agreed.push(...chosen(some, others));
  }
  // Only the running reading saw it: a word is taken, a speck is not.
  return [...agreed, ...[...left].filter(({ text, confidence }) => confidence > 0.5 && isWord(text))];
}

/** All words of both readings that hang together with this one by lying over each other. */
function covering(word: FoundWord, scattered: readonly FoundWord[], running: readonly FoundWord[]): [FoundWord[], FoundWord[]] {
  const [some, others] = [new Set([word]), new Set<FoundWord>()];
  for (let size = 0; size < some.size + others.size;) {
    size = some.size + others.size;
    for (const one of running) if (!others.has(one) && [...some].some((mine) => isSame(mine, one))) others.add(one);
    for (const one of scattered) if (!some.has(one) && [...others].some((theirs) => isSame(theirs, one))) some.add(one);
  }
  const inOrder = (words: Set<FoundWord>) => [...words].toSorted((one, other) => one.left - other.left);
  return [inOrder(some), inOrder(others)];
}

function isSame(one: FoundWord, other: FoundWord): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return (
    across > 0.4 * Math.min(one.right - one.left, other.right - other.left) &&
    down > 0.4 * Math.min(one.bottom - one.top, other.bottom - other.top)
  );
}

function chosen(some: readonly FoundWord[], others: readonly FoundWord[]): AgreedWord[] {
  if (others.length === 0) return [...some];
  if (some.length === others.length) return some.map((word, at) => better(word, others[at] ?? word));
  const [mine, theirs] = [worth(some), worth(others) + 0.05];
  const [taken, dropped] = theirs > mine ? [others, some] : [some, others];
  const other = dropped.map(({ text }) => text).join(" ");
  return taken.map((word) => ({ ...word, confidence: Math.min(word.confidence, mostSureApart), other }));
}

function better(scattered: FoundWord, running: FoundWord): AgreedWord {
  if (scattered.text === running.text) return { ...running, confidence: Math.max(scattered.confidence, running.confidence) };
  const taken = worth([running]) + 0.1 >= worth([scattered]) ? running : scattered;
  const other = (taken === running ? scattered : running).text;
  // A stop or a bracket more is not worth anybody's look.
  if (lettersOf(taken.text) === lettersOf(other)) return taken;
  return { ...taken, confidence: Math.min(taken.confidence, mostSureApart), other };
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\d]/gu, "");

/** A word that can be none is worth little, however sure its letters are. */
const worth = (words: readonly FoundWord[]): number =>
  words.reduce((sum, { text, confidence }) => sum + confidence - (isWord(text) ? 0 : 0.5), 0) / words.length;

/** A syllable, an abbreviation, a number or a list mark. */
function isWord(text: string): boolean {
  const letters = text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, "");
  if (letters === "") return /^(?:[-–—+•]|\.{3,}|-{3,})$/u.test(text);
  if (/\d/.test(letters)) return true;
  return letters.split(/[-/]/).every((part) => isSyllable(part) || /^[A-ZĐƯ]{1,8}$/.test(part) || /^\p{L}?[A-ZĐƯ]{2,}\p{L}?$/u.test(part));
}
