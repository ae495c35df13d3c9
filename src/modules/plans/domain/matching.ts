import { fold } from "../../../kernel/text.ts";
import { readOriginMarks } from "../../documents/dispatch/origin.ts";
import type { ClauseMatch, PlanItem } from "../shapes.ts";

/**
 * Which item of a child plan, written by hand, answers which clause of the superior's plan. Words weigh by how rare they
 * are among the clauses (every clause says "thực hiện", one says "đối thoại"); figures and dates count when both sides
 * have them. The result is a proposal: an editor confirms.
 */
export type Matchable = Pick<PlanItem, "id" | "kind" | "clause" | "text" | "quote" | "target" | "due">;

type Signs = { words: Set<string>; metric: Set<string>; numbers: Set<string>; dates: Set<string>; kind: string; marks: Set<string> };

/** "(mục III.1 Kế hoạch số 10/KH)": where a draft of ours says that its clause comes from; taken out before words are compared. */
const bare = (text: string): string => text.replace(/\([^()]*(?:mục|số)[^()]*\)/gu, " ");

/** Words that say nothing about what is to be done. Folded. */
const idle = new Set("it nhat trong va cua cac nhung moi viec ve theo duoc cho voi tai den tu la nay bang khi do thi de".split(" "));

const datePattern = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\b/g;

/** Folded words and pairs of words, figures without their leading zeros, days. Numbers of cited documents are no figures. */
function signsOf(item: Matchable): Signs {
  const marks = new Set(readOriginMarks([item.text, item.quote]).map(({ clause }) => clause));
  const text = fold(`${marks.size > 0 ? bare(item.text) : item.text} ${item.target?.metric ?? ""}`).replace(
    /\b\d+[a-z]?[-/][\w-]*[a-z][\w/-]*/g,
    " ",
  );
  const dates = new Set([...text.matchAll(datePattern)].map(([, day, month]) => `${Number(day)}/${Number(month)}`));
  if (item.due.date !== null) dates.add(`${Number(item.due.date.slice(8, 10))}/${Number(item.due.date.slice(5, 7))}`);
  const plain = text.replace(datePattern, " ").replace(/\b(?:19|20)\d{2}\b/g, " ");
  const numbers = new Set((plain.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => String(Number(number.replace(",", ".")))));
  if (item.target?.value) numbers.add(String(Number(item.target.value)));
  return { words: terms(plain), metric: terms(fold(item.target?.metric ?? "")), numbers, dates, kind: item.kind, marks };
}

/** Words and pairs of neighbours: Vietnamese writes one word as two ("giám sát"). */
function terms(folded: string): Set<string> {
  const words = (folded.match(/\p{L}{2,}/gu) ?? []).filter((word) => !idle.has(word));
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);
}

/** ln(1 + n / occurrences): a word of one clause weighs several times one that every clause uses. */
function weights(all: Signs[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { words } of all) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  return new Map([...seen].map(([word, times]) => [word, Math.log(1 + all.length / times)]));
}

const total = (words: Iterable<string>, weight: Map<string, number>): number =>
  [...words].reduce((sum, word) => sum + (weight.get(word) ?? 0), 0);

const meet = (a: Set<string>, b: Set<string>): boolean => [...a].some((value) => b.has(value));

/** Share of the rarer text's weight found in the other, damped by how much longer the longer one is. */
function likeness(a: Set<string>, b: Set<string>, weight: Map<string, number>): number {
  const common = total(a.intersection(b), weight);
  const [less, more] = [total(a, weight), total(b, weight)].sort((x, y) => x - y);
  if (!less || !more) return 0;
  return 0.7 * (common / less) + 0.3 * (common / more);
}

/** 1 both have it and agree, -1 both have it and differ, 0 nothing to compare. */
const agreement = (a: Set<string>, b: Set<string>): number => (a.size === 0 || b.size === 0 ? 0 : meet(a, b) ? 1 : -1);

const least = 0.3;

export function matchClauses(parents: Matchable[], children: Matchable[]): ClauseMatch[] {
  const parentSigns = parents.map(signsOf);
  const childSigns = children.map(signsOf);
  const weight = weights([...parentSigns, ...childSigns]);
  return parents.map((parent, p) => {
    const mine = parentSigns[p];
    const candidates = children.flatMap((child, c) => {
      const its = childSigns[c];
      if (!mine || !its) return [];
      // Two targets are the same when they count the same thing, however long the sentence around it is.
      const words = Math.max(likeness(mine.words, its.words, weight), 0.9 * likeness(mine.metric, its.metric, weight));
      const [numbers, dates] = [agreement(mine.numbers, its.numbers), agreement(mine.dates, its.dates)];
      const plain =
        words * 0.85 + (numbers > 0 ? 0.08 : numbers < 0 ? -0.03 : 0.03) + (dates > 0 ? 0.04 : 0) + (mine.kind === its.kind ? 0.03 : -0.1);
      // A mark names the section, which several clauses may share: the words then decide among them.
      const confidence = its.marks.size === 0 ? plain : its.marks.has(parent.clause) ? 0.5 + plain / 2 : plain - 0.2;
      if (confidence < least || (its.marks.size > 0 && words < 0.15)) return [];
      return [
        {
          childItemId: child.id,
          text: child.text,
          clause: child.clause,
          confidence: round(Math.min(1, confidence)),
          words: round(words),
          numbers: numbers > 0,
          dates: dates > 0,
        },
      ];
    });
    return {
      parentItemId: parent.id,
      parentText: parent.text,
      parentClause: parent.clause,
      candidates: candidates.sort((a, b) => b.confidence - a.confidence).slice(0, 3),
    };
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
