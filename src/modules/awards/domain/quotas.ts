import type { Subject } from "../shapes.ts";

export type Most = { collective: number | null; individual: number | null };
export type Used = Record<Subject, number>;

/** How many more may come; null: no limit. Never below 0, also where a quota was lowered afterwards. */
export const room = (most: Most, used: Used, subject: Subject): number | null => {
  const limit = most[subject];
  return limit === null ? null : Math.max(0, limit - used[subject]);
};

export const isFull = (most: Most, used: Used, subject: Subject): boolean => room(most, used, subject) === 0;

/** By how many the candidates exceed a quota, of either subject. */
export function excess(most: Most, used: Used): Used {
  const over = (subject: Subject) => (most[subject] === null ? 0 : Math.max(0, used[subject] - most[subject]));
  return { collective: over("collective"), individual: over("individual") };
}
