import type { Actor } from "../../kernel/actor.ts";
import type { UnitId } from "../../kernel/ids.ts";
import type { CalendarDate } from "../../kernel/time/dates.ts";
import type { Database } from "../../platform/database/index.ts";
import type { UnitRef } from "../units/contract.ts";
import { ancestorsOf, findUnit, reaches, unitsByIds } from "../units/index.ts";
import { isArea } from "../units/contract.ts";

/** A unit that is not in the directory any more still has to be shown in somebody's list of posts. */
export const goneUnit = (id: UnitId): UnitRef => ({ id, name: "", kind: "other-body" });

export const placesOf = (db: Database, units: readonly UnitId[], today: CalendarDate): Promise<Map<UnitId, UnitRef>> =>
  unitsByIds(db, [...new Set(units)], today);

/** Those of the units that the actor's post reaches today. */
export async function reachedOf(
  db: Database,
  actor: Pick<Actor, "unitId">,
  units: readonly UnitId[],
  today: CalendarDate,
): Promise<Set<UnitId>> {
  const reached = new Set<UnitId>();
  for (const unit of new Set(units)) if (await reaches(db, actor.unitId, unit, today)) reached.add(unit);
  return reached;
}

/** The area that a unit is or stands in: colleagues of a commune's Front are those of the whole commune. */
export async function areaOf(db: Database, unit: UnitId, today: CalendarDate): Promise<UnitId> {
  const self = await findUnit(db, unit, today);
  if (!self || isArea(self.kind)) return unit;
  const above = await ancestorsOf(db, unit, today);
  return above.findLast(({ kind }) => isArea(kind))?.id ?? unit;
}

export async function isTop(db: Database, unit: UnitId, today: CalendarDate): Promise<boolean> {
  return (await ancestorsOf(db, unit, today)).length === 0;
}
