import { problem } from "../../kernel/errors.ts";
import type { UnitId } from "../../kernel/ids.ts";
import type { Database } from "../../platform/database/index.ts";
import type { UnitKind, UnitRef } from "./contract.ts";
import { say } from "./messages.ts";
import { lineReaches } from "./store/line.ts";
import { anyPlacesOf, idsWithin, liesWithin, placesAbove, placesUnder, placesWithin, refOf } from "./store/reading.ts";

/** The unit on the day (today when not given); one that has ended or not begun comes as on its nearest day. */
export async function findUnit(db: Database, id: UnitId, asOf?: string): Promise<UnitRef | undefined> {
  const [place] = await anyPlacesOf(db, [id], asOf);
  return place && refOf(place);
}

export async function getUnit(db: Database, id: UnitId, asOf?: string): Promise<UnitRef> {
  const unit = await findUnit(db, id, asOf);
  if (!unit) throw problem("not_found", say("noUnit"));
  return unit;
}

/** Like `findUnit` for many; unknown ids are left out. */
export async function unitsByIds(db: Database, ids: readonly UnitId[], asOf?: string): Promise<Map<UnitId, UnitRef>> {
  if (ids.length === 0) return new Map();
  const places = await anyPlacesOf(db, ids, asOf);
  return new Map(places.map((place) => [place.id, refOf(place)]));
}

/** Whether a post at `holder` reaches `unit`: the unit itself and everything below it in the tree of areas. */
export function reaches(db: Database, holder: UnitId, unit: UnitId, asOf?: string): Promise<boolean> {
  return liesWithin(db, holder, unit, asOf);
}

/** Whether all are the holder's own units, or below them in the line today. Most are within the tree; only the others are climbed one by one. */
export async function lineReachesAll(db: Database, holder: UnitId, ids: readonly UnitId[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const within = new Set(await idsWithin(db, holder));
  for (const id of ids) if (!within.has(id) && !(await lineReaches(db, holder, id))) return false;
  return true;
}

/** The root and everything below it on the day, in the order of the tree. */
export async function unitsWithin(
  db: Database,
  root: UnitId,
  asOf?: string,
  { kinds }: { kinds?: readonly UnitKind[] } = {},
): Promise<UnitRef[]> {
  const places = await placesWithin(db, root, { asOf, kinds });
  return places.map(refOf);
}

/** From the root of the tree down to the unit's parent. */
export async function ancestorsOf(db: Database, id: UnitId, asOf?: string): Promise<UnitRef[]> {
  const places = await placesAbove(db, id, asOf);
  return places.map(refOf);
}

/** The tops of the tree on the day: none in an empty installation, usually one. */
export async function rootUnits(db: Database, asOf?: string): Promise<UnitRef[]> {
  const places = await placesUnder(db, null, asOf);
  return places.map(refOf);
}
