import type { Allotment, Count, ExemplarKind } from "../shapes.ts";

export type Difference = { kind: ExemplarKind; count: number; allotted: number };

/**
 * Kinds of which units were allotted another number than the plan names ("02 mô hình, 01 điển hình"). A total that nobody was
 * allotted anything of is no difference as long as nothing at all is allotted: then units choose by themselves.
 */
export function differences(totals: readonly Count[], units: readonly { allotted: readonly Allotment[] }[]): Difference[] {
  const allotted = new Map<ExemplarKind, number>();
  for (const { kind, count } of units.flatMap((unit) => unit.allotted)) allotted.set(kind, (allotted.get(kind) ?? 0) + count);
  if (totals.length === 0 || allotted.size === 0) return [];
  const wanted = new Map<ExemplarKind, number>();
  for (const { kind, count } of totals) wanted.set(kind, (wanted.get(kind) ?? 0) + count);
  return [...new Set([...wanted.keys(), ...allotted.keys()])].flatMap((kind) => {
    const difference = { kind, count: wanted.get(kind) ?? 0, allotted: allotted.get(kind) ?? 0 };
    return difference.count === difference.allotted ? [] : [difference];
  });
}

/** Why a round cannot open yet, the first reason; null when it can. */
export function blockedBy(round: {
  guidanceDocumentId: string | null;
  units: number;
  totals: readonly Count[];
  sumNote: string | null;
  differences: readonly Difference[];
}): "guidance" | "units" | "sums" | null {
  if (round.guidanceDocumentId === null) return "guidance";
  if (round.units === 0) return "units";
  return round.differences.length > 0 && !round.sumNote ? "sums" : null;
}
