import { slots } from "./figures.ts";

/** Numbers of one group side by side: `v[slot - 1]`. `asked`: bit slot-1 is set where the cell was asked; asked and null is empty. */
export type Wide = { asked: bigint; v: (bigint | null)[] };

/** What one submission gave in a group. The highest turn counts. */
export type Given = Wide & { submissionId: string; turn: bigint };

const bit = (slot: number): bigint => 1n << BigInt(slot - 1);
export const asks = ({ asked }: Wide, slot: number): boolean => (asked & bit(slot)) !== 0n;
export const nothing = (): Wide => ({ asked: 0n, v: slots.map(() => null) });

/** The row with these slots set; others stay. */
export function put(row: Wide, numbers: ReadonlyMap<number, bigint | null>): Wide {
  const asked = [...numbers.keys()].reduce((mask, slot) => mask | bit(slot), row.asked);
  return { asked, v: row.v.map((value, at) => (numbers.has(at + 1) ? (numbers.get(at + 1) ?? null) : value)) };
}

/** The row without these slots. */
export function taken(row: Wide, gone: ReadonlySet<number>): Wide {
  const asked = [...gone].reduce((mask, slot) => mask & ~bit(slot), row.asked);
  return { asked, v: row.v.map((value, at) => (gone.has(at + 1) ? null : value)) };
}

/** What counts of all that a unit's submissions gave: per cell the latest that asks it, even where that left it empty. */
export function counting(given: readonly Given[]): Wide {
  const latest = given.toSorted((a, b) => (a.turn < b.turn ? 1 : -1));
  const v = slots.map((slot) => latest.find((row) => asks(row, slot))?.v[slot - 1] ?? null);
  return { asked: given.reduce((mask, { asked }) => mask | asked, 0n), v };
}

export const same = (a: Wide, b: Wide): boolean => a.asked === b.asked && a.v.every((value, at) => value === b.v[at]);

/** What a sum over units changes by: units, and per slot units asked, units with a number, and the sum. */
export type Change = { n: number; a: number[]; c: number[]; v: bigint[] };

export function change(before: Wide, after: Wide): Change {
  const count = (holds: boolean): number => (holds ? 1 : 0);
  return {
    n: count(after.asked !== 0n) - count(before.asked !== 0n),
    a: slots.map((slot) => count(asks(after, slot)) - count(asks(before, slot))),
    c: slots.map((_, at) => count(after.v[at] !== null) - count(before.v[at] !== null)),
    v: slots.map((_, at) => (after.v[at] ?? 0n) - (before.v[at] ?? 0n)),
  };
}
