import type { Actor } from "../../../kernel/actor.ts";
import type { UnitId, WorkId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { WorkEdge } from "../contract.ts";
import { mayAct } from "../policy.ts";
import { owedUntil, reportsOwedTo } from "../store/desk.ts";
import { findWork, type WorkItemRow } from "../store/items.ts";
import { sidesOf } from "./view.ts";

/** An item that is still with the unit that leads it, for whoever reminds of it. */
export type OwedWork = {
  id: WorkId;
  version: number;
  unitId: UnitId;
  askedBy: UnitId;
  edge: WorkEdge;
  title: string;
  dueText: string;
  lastDay: CalendarDate;
};

const owing = ["open", "accepted", "returned"];

/** Null for what nobody waits for, and for what has no day. */
function owedOf(row: WorkItemRow): OwedWork | null {
  if (row.last_day === null || row.edge === "inform" || !owing.includes(row.state)) return null;
  return {
    id: row.id,
    version: row.version,
    unitId: row.lead_id,
    askedBy: row.assigner_id,
    edge: row.edge,
    title: row.title,
    dueText: row.due_text,
    lastDay: row.last_day,
  };
}

/** What is due until a day and not sent yet; of all units when `units` is null. */
export async function owedWork(db: Database, until: CalendarDate, units: readonly UnitId[] | null): Promise<OwedWork[]> {
  const rows = await owedUntil(db, until, units);
  return rows.flatMap((row) => owedOf(row) ?? []);
}

/** The item while it is owed; null once it was sent, settled or withdrawn. */
export async function findOwed(db: Database, id: WorkId): Promise<OwedWork | null> {
  const row = await findWork(db, id);
  return row ? owedOf(row) : null;
}

/** Whether this person gave the item out and may move its day. */
export async function mayGiveTime(db: Database, actor: Actor, id: WorkId): Promise<boolean> {
  const row = await findWork(db, id);
  return row !== undefined && mayAct(actor, "rollOver", await sidesOf(db, actor, row));
}

/** The reports of a plan that a unit still owes, with the period each is about (null: once). */
export const owedReports = reportsOwedTo;
