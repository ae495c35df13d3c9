import type { Actor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { superiorsOf } from "../../units/index.ts";
import type { Duty } from "../contract.ts";

/** Open clauses and tasks of units, from `work`: a later slice, so src/server/modules.ts wires it. */
export type DutySource = (db: Database, actor: Actor, units: readonly UnitId[]) => Promise<Duty[]>;

/** Nothing to serve: for callers that set no clause. */
export const noDuties: DutySource = async () => [];

/**
 * What an activity of the unit may serve: its own duties, those of the unit directly above it in its line (a board in a
 * residential area carries out what the commune's Front was given), and those of the post's own unit.
 */
export async function offeredDuties(db: Database, actor: Actor, lead: UnitId, source: DutySource): Promise<Duty[]> {
  const units = [...new Set([lead, ...(await superiorsOf(db, lead)), actor.unitId])];
  return source(db, actor, units);
}
