import type { Line, Outcome, RubricContent } from "../shapes.ts";

type Written = { text: string; max?: string; evidence?: string; guidance?: string };

/** Lines of a set with their keys: "a-1", "a-2" … */
export const lines = (prefix: string, written: readonly (string | Written)[]): Line[] =>
  written.map((line, at) => {
    const { text, max = null, evidence = "", guidance = "" } = typeof line === "string" ? { text: line } : line;
    return { key: `${prefix}-${at + 1}`, text, max, evidence, guidance };
  });

/** Answered by yes and no: all criteria met, or all but `missing`. */
export function metOutcomes(
  sections: RubricContent["sections"],
  words: readonly { word: string; missing: number; counts?: boolean }[],
): Outcome[] {
  const all = sections.flatMap((section) => section.lines).length;
  return words.map(({ word, missing, counts = true }) => ({ from: String(all - missing), word, counts, noZero: false }));
}

export const content = (given: Pick<RubricContent, "sections" | "outcomes" | "unmet"> & Partial<RubricContent>): RubricContent => ({
  qualifying: [],
  bonus: [],
  penalty: [],
  ...given,
});
