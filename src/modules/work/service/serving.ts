import type { Actor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Duty } from "../../activities/index.ts";
import { owedBy } from "../store/desk.ts";
import { rowsShown } from "./view.ts";

const shown = 300;

/** Open tasks and targets of units, most urgent first: what an entry of their journal may serve. */
export async function dutiesToServe(db: Database, actor: Actor, units: readonly UnitId[]): Promise<Duty[]> {
  const rows = await owedBy(db, units, shown);
  const served = rows.filter(({ kind }) => kind === "task" || kind === "target");
  const items = await rowsShown(db, actor, served, vietnamDate(new Date()));
  return items.map(({ id, title, lead, origin, because }) => ({
    workId: id,
    planId: origin.planId,
    itemId: origin.itemId,
    clause: origin.clause,
    quote: origin.quote,
    label: because.label,
    title,
    unit: lead,
  }));
}
