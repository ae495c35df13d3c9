import { fold } from "../../../kernel/text.ts";

const shingleLength = 3;

/** Runs of three words, folded: order matters, punctuation, marks and numbers' style do not. Texts of fewer words are one run. */
export function shingles(text: string): Set<string> {
  const words = fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
  if (words.length <= shingleLength) return new Set(words.length === 0 ? [] : [words.join(" ")]);
  return new Set(words.slice(shingleLength - 1).map((_, at) => words.slice(at, at + shingleLength).join(" ")));
}

/** Share of the shorter text that stands in the longer one, 0–1: a shortened copy is a copy. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  return shared / small.size;
}

/** From here on two texts are shown as one. Below it a person would call them different. */
export const alikeFrom = 0.7;
/** A text of a few words is a part of many. */
const fewest = 4;

export type Folded<T> = { head: T; alike: { item: T; likeness: number }[] };

/**
 * Folds near-duplicates under the fullest text of each group. Nothing is lost: what is folded stays with its likeness.
 * Only texts that share a rare run of words are compared, so that a thousand texts stay quick.
 */
export function folded<T>(items: readonly T[], textOf: (item: T) => string): Folded<T>[] {
  const known = items
    .map((item, at) => ({ item, at, runs: shingles(textOf(item)) }))
    .toSorted((a, b) => b.runs.size - a.runs.size || a.at - b.at);
  const groups: (Folded<T> & { at: number })[] = [];
  /** Which groups hold a run, so that not everything is compared with everything. */
  const holding = new Map<string, number[]>();
  for (const { item, at, runs } of known) {
    const shared = new Map<number, number>();
    for (const run of runs) for (const group of holding.get(run) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
    let best = -1;
    let most = 0;
    for (const [group, count] of shared)
      if (count > most || (count === most && group < best)) {
        best = group;
        most = count;
      }
    const share = runs.size === 0 ? 0 : most / runs.size;
    const group = groups[best];
    // Short texts must be the same, not merely contained.
    const same =
      runs.size >= fewest ? share >= alikeFrom : share === 1 && group !== undefined && shingles(textOf(group.head)).size === runs.size;
    if (group && same) {
      group.alike.push({ item, likeness: Math.round(share * 100) / 100 });
      continue;
    }
    const next = groups.length;
    groups.push({ head: item, alike: [], at });
    for (const run of runs) {
      const list = holding.get(run);
      if (list) list.push(next);
      else holding.set(run, [next]);
    }
  }
  return groups.toSorted((a, b) => a.at - b.at).map(({ head, alike }) => ({ head, alike }));
}
