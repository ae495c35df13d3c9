import type { Allotment } from "../../shapes.ts";

/**
 * Whether a unit still has to register in a round: fewer new ones than named, fewer than were allotted, or, when the round names
 * no number for it, none at all. What is to be recognised comes later and is not owed at registration.
 */
export function owesRegistration(row: {
  leastNew: number | null;
  allotted: readonly Allotment[];
  registered: number;
  accepted: number;
  fresh: number;
}): boolean {
  const has = row.registered + row.accepted;
  const allotted = row.allotted.reduce((sum, { count }) => sum + count, 0);
  if (row.leastNew !== null && row.fresh < row.leastNew) return true;
  if (has < allotted) return true;
  return row.leastNew === null && allotted === 0 && has === 0;
}
