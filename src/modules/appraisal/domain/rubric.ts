import { order, plus } from "../../../kernel/decimals.ts";
import type { Line, RubricContent } from "../shapes.ts";

/** Where a line stands: ordinary ones make the scale, bonus comes on top, penalty goes off. */
export type Role = "ordinary" | "bonus" | "penalty";

export type RoledLine = Line & { role: Role };

/** All lines that judges mark, in the order of the sheet. Qualifying lines are checked before, not marked. */
export const linesOf = ({ sections, bonus, penalty }: RubricContent): RoledLine[] => [
  ...sections.flatMap(({ lines }) => lines.map((line): RoledLine => ({ ...line, role: "ordinary" }))),
  ...bonus.map((line): RoledLine => ({ ...line, role: "bonus" })),
  ...penalty.map((line): RoledLine => ({ ...line, role: "penalty" })),
];

export const sumOf = (lines: readonly Line[]): string => lines.reduce((sum, { max }) => plus(sum, max ?? "0"), "0");

/** A rubric without points counts the criteria that are met. */
export const countsMet = ({ sections }: RubricContent): boolean => sections.every(({ lines }) => lines.every(({ max }) => max === null));

/** What a whole mark is out of: the sum of ordinary points, or the number of criteria. Bonus may lead beyond it. */
export const scaleOf = (content: RubricContent): string => {
  const lines = content.sections.flatMap((section) => section.lines);
  return countsMet(content) ? String(lines.length) : sumOf(lines);
};

export type Flaw = "twice" | "bonusPoints" | "order" | "beyond" | "noPoints";

/** What keeps a rubric from being published, with the place it stands at ("outcomes.1.from"). */
export function flawsOf(content: RubricContent): { at: string; flaw: Flaw }[] {
  const flaws: { at: string; flaw: Flaw }[] = [];
  const seen = new Set<string>();
  for (const { key } of [...content.qualifying, ...linesOf(content)]) {
    if (seen.has(key)) flaws.push({ at: key, flaw: "twice" });
    seen.add(key);
  }
  for (const part of ["bonus", "penalty"] as const)
    content[part].forEach(({ max }, at) => max === null && flaws.push({ at: `${part}.${at}.max`, flaw: "bonusPoints" }));
  const best = plus(scaleOf(content), sumOf(content.bonus));
  content.outcomes.forEach(({ from }, at) => {
    const above = content.outcomes[at - 1];
    if (above && order(above.from, from) <= 0) flaws.push({ at: `outcomes.${at}.from`, flaw: "order" });
    if (order(from, best) > 0) flaws.push({ at: `outcomes.${at}.from`, flaw: "beyond" });
  });
  if (!countsMet(content) && sumOf(content.sections.flatMap(({ lines }) => lines)) === "0")
    flaws.push({ at: "sections", flaw: "noPoints" });
  return flaws;
}

/** The word for a total: the first threshold that it reaches and whose condition holds. */
export function outcomeOf(content: RubricContent, total: string, { zero }: { zero: boolean }): { word: string; counts: boolean } {
  const reached = content.outcomes.find(({ from, noZero }) => order(total, from) >= 0 && !(noZero && zero));
  return reached ? { word: reached.word, counts: reached.counts } : { word: content.unmet, counts: false };
}

export type Difference = { key: string; what: "new" | "gone" | "changed"; before: Line | null; after: Line | null };

/** Two editions line by line; what is the same is left out. */
export function differencesOf(before: RubricContent, after: RubricContent): Difference[] {
  const all = (content: RubricContent) => new Map([...content.qualifying, ...linesOf(content)].map((line) => [line.key, line]));
  const [old, now] = [all(before), all(after)];
  const same = (a: Line, b: Line) => a.text === b.text && a.max === b.max && a.evidence === b.evidence && a.guidance === b.guidance;
  const differences: Difference[] = [];
  for (const [key, line] of now) {
    const was = old.get(key);
    if (!was) differences.push({ key, what: "new", before: null, after: line });
    else if (!same(was, line)) differences.push({ key, what: "changed", before: was, after: line });
  }
  for (const [key, line] of old) if (!now.has(key)) differences.push({ key, what: "gone", before: line, after: null });
  return differences;
}
