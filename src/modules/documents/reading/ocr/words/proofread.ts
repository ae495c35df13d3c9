import { fold, oneTone } from "../../../../../kernel/text.ts";
import { rowsOf, type Word } from "../../pages/page.ts";
import { isSyllable } from "../../pages/vietnamese.ts";
import { pairs, syllables } from "./phrases.ts";
import { seldom } from "./seldom.ts";
import { apart, glued, recased, unstopped, type Readable } from "./shapes.ts";

/**
 * Recognised words set right by the words beside them, where only marks over letters, capitals or spaces differ. Numbers,
 * names and degrees of secrecy stay as they were recognised. Every word that was changed keeps what stood there in `read`.
 */
export function proofread(words: readonly Readable[]): Word[] {
  const rows = rowsOf(words.flatMap((word) => apart(word))).map((row) => recased(glued(row.words as Readable[])));
  const inOrder = rows.flatMap((row) => row.map((word, at) => unstopped(word, row[at + 1])));
  return decided(inOrder).map((word) => {
    const { other, ...kept } = word;
    return other === undefined ? word : kept;
  });
}

/** A word as it may be, what it costs to take it for that, and how it stands beside others. */
type Choice = { text: string; core: string; cost: number };

/** Worth of two syllables that officialese knows side by side. Costs are measured against it. */
const together = 2;
const costOf = { impossible: 3, seldom: 1.8, otherReading: 0.4, variant: 1.4, sure: 0.45, verySure: 0.9, oneOfMany: 1 };

/** The cheapest way through all words (Viterbi). */
function decided(words: readonly Readable[]): Readable[] {
  type Step = { choice: Choice; cost: number; before: Step | null };
  let steps: Step[] = [{ choice: { text: "", core: "", cost: 0 }, cost: 0, before: null }];
  for (const [at, word] of words.entries()) {
    const previous = words[at - 1];
    const bond = previous === undefined ? 0 : bondOf(previous, word);
    steps = choicesFor(word).map((choice) => {
      let best: Step | null = null;
      for (const step of steps) {
        const cost = step.cost + choice.cost - (bond > 0 && isPair(step.choice.text, choice.text) ? bond : 0);
        if (best === null || cost < best.cost) best = { choice, cost, before: step };
      }
      return best ?? { choice, cost: Infinity, before: null };
    });
  }
  let step: Step | null = steps.reduce((best, one) => (one.cost < best.cost ? one : best));
  const texts: string[] = [];
  for (; step?.before; step = step.before) texts.unshift(step.choice.text);
  return words.map((word, at) => {
    const text = texts[at] ?? word.text;
    if (text !== word.text) return { ...word, text, read: word.read ?? word.text };
    const known = isPair(texts[at - 1] ?? "", text) || isPair(text, texts[at + 1] ?? "");
    // Two readings differ, and officialese knows what was taken: nobody has to look.
    return known && word.other !== undefined ? { ...word, confidence: Math.max(word.confidence ?? 1, confirmed) } : word;
  });
}

/** As sure as a word that both readings saw. */
const confirmed = 0.85;

/** What two words side by side say for each other; over the end of a row, which may be a column's, not enough to change one. */
function bondOf(one: Word, other: Word): number {
  const size = Math.max(one.size, other.size);
  if (Math.abs(one.baseline - other.baseline) < 0.5 * size) return other.left - one.right < 1.5 * size ? together : 0;
  return other.left < one.left ? together / 2 : 0;
}

function choicesFor(word: Readable): Choice[] {
  const own: Choice = { text: word.text, core: coreOf(word.text), cost: 0 };
  if (!/^\p{L}{2,7}$/u.test(own.core) || isKept(own.core)) return [own];
  const isPossible = isSyllable(own.core) || isAbbreviation(own.core);
  own.cost = !isPossible ? costOf.impossible : seldom.has(keyOf(own.core)) && !isTitled(own.core) ? costOf.seldom : 0;
  const choices = new Map<string, Choice>();
  const add = (core: string, least: number): void => {
    let cost = least;
    const text = word.text.replace(own.core, core);
    const known = choices.get(core);
    if (seldom.has(keyOf(core))) cost += costOf.seldom;
    if (keyOf(core) !== keyOf(own.core) && (known === undefined || known.cost > cost)) choices.set(core, { text, core, cost });
  };
  const other = coreOf(word.other ?? "");
  if (/^\p{L}{2,7}$/u.test(other) && skeletonOf(other) === skeletonOf(own.core) && isSyllable(other))
    add(casedAs(own.core, other), costOf.otherReading);
  const variants = (bySkeleton.get(skeletonOf(own.core)) ?? []).filter((variant) => keyOf(variant) !== keyOf(own.core));
  const confidence = word.confidence ?? 1;
  // Alone, one of several that look alike is a guess; its neighbours have to speak for it.
  const each =
    costOf.variant +
    (confidence >= 0.93 ? costOf.verySure : confidence >= 0.8 ? costOf.sure : 0) +
    (variants.length > 1 ? costOf.oneOfMany * (own.cost > 0 ? 1 : 0) : 0);
  for (const variant of variants) add(casedAs(own.core, variant), each);
  return [own, ...choices.values()];
}

const coreOf = (text: string): string => text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, "");
const keyOf = (core: string): string => oneTone(core.toLocaleLowerCase("vi"));
/** A letter that was seen twice ("Đaảng") counts once, since no syllable has two of a kind but "ưu", "oo". */
const skeletonOf = (core: string): string => (isSyllable(core) ? fold(core) : fold(core).replace(/(.)\1+/g, "$1"));
const isShouted = (core: string): boolean => core === core.toLocaleUpperCase("vi");
const isTitled = (core: string): boolean => /^\p{Lu}\p{Ll}*$/u.test(core);
/** Consonants only, or capitals that make no syllable. */
const isAbbreviation = (core: string): boolean => /^\p{L}?\p{Lu}{2,}\p{L}?$/u.test(core) && !/\P{ASCII}/u.test(core.replace(/[ĐƯ]/g, ""));
/** A degree of secrecy is never talked away. */
const isKept = (core: string): boolean => isShouted(core) && /^(?:mat|tuyet|toi)$/.test(fold(core));

function casedAs(model: string, core: string): string {
  const small = core.toLocaleLowerCase("vi");
  if (isShouted(model) && model.length > 1) return small.toLocaleUpperCase("vi");
  return isTitled(model) ? small.slice(0, 1).toLocaleUpperCase("vi") + small.slice(1) : small;
}

const bySkeleton = Map.groupBy(syllables, (syllable) => skeletonOf(syllable));

/** Where both begin with a capital in small letters they may be a name: only names that everybody bears count. */
function isPair(one: string, other: string): boolean {
  // A comma, a bracket or a dash parts them.
  if (/[^\p{L}\d]$/u.test(one) || /^[^\p{L}\d]/u.test(other)) return false;
  const [first, second] = [coreOf(one), coreOf(other)];
  const isInCapitals = isShouted(first) && isShouted(second);
  if (!isInCapitals && isTitled(second)) return pairs.has(`${oneTone(first)} ${oneTone(second)}`);
  return pairs.has(`${keyOf(first)} ${keyOf(second)}`) || (isInCapitals && pairs.has(`${titled(first)} ${titled(second)}`));
}

const titled = (core: string): string => casedAs("Xx", keyOf(core));
