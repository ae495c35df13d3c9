import type { Rated } from "../shapes.ts";

/**
 * What is counted over all units of a kind: how many reached what the rubric asks, of how many there are. A share is taken of the
 * two sums at each level, never of percentages.
 */
export const countedKinds = [
  "commune",
  "agency",
  "enterprise",
  "friendly-government",
  "front",
  "area-board",
] as const satisfies readonly Rated[];
export type CountedKind = (typeof countedKinds)[number];

/** The one kind that a rubric is made for, when it is one that is counted: a rubric for several does not say which a thing is. */
export function countedKind(rates: readonly Rated[]): CountedKind | null {
  const [kind, another] = countedKinds.filter((each) => rates.includes(each));
  return kind !== undefined && another === undefined ? kind : null;
}

export const shareParts = ["reached", "of"] as const;
export type SharePart = (typeof shareParts)[number];

export type AskedShare = { name: string; rated: CountedKind; part: SharePart };

/** "appraisal/commune/reached", "appraisal/enterprise/of". */
export const shares: readonly AskedShare[] = countedKinds.flatMap((rated) =>
  shareParts.map((part): AskedShare => ({ name: `appraisal/${rated}/${part}`, rated, part })),
);
const byName = new Map(shares.map((one) => [one.name, one]));

/** What names ask for, each once; one that is none of these is left out. */
export const askedShares = (names: readonly string[]): AskedShare[] => [...new Set(names)].flatMap((name) => byName.get(name) ?? []);

/**
 * What a body says there is in all of a kind, in the area `from`–`until` of the tree's order; itself stands `at` a place in it.
 * `rated`: how many of that area were rated at all, by whomever.
 */
export type Stated = { body: number; all: number; rated: number; at: number; from: number; until: number };

/**
 * How many there are beside those that were rated. A body whose area lies in another's has said a part of what the other says,
 * so the smaller areas come first and each is taken off the larger ones: nothing is counted twice, however many bodies say it.
 */
export function unratedOf(stated: readonly Stated[]): number {
  const counted: { at: number; count: number }[] = [];
  for (const { all: whole, rated, at, from, until } of stated.toSorted(
    (a, b) => a.until - a.from - (b.until - b.from) || a.body - b.body,
  )) {
    const within = counted.reduce((sum, part) => (part.at >= from && part.at <= until ? sum + part.count : sum), 0);
    counted.push({ at, count: Math.max(0, whole - rated - within) });
  }
  return counted.reduce((sum, { count }) => sum + count, 0);
}
