import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId, type UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { peopleAt } from "../../identity/index.ts";
import { isArea } from "../../units/contract.ts";
import { getUnit, idsWithin } from "../../units/index.ts";
import { say } from "../messages.ts";
import { maySee, type Standing } from "../policy.ts";
import { findReport, lockReport, type ReportRow } from "../store/reports.ts";

/** Units a person writes for: the post's body and its boards; of an area the area alone, since bodies in it prepare their own. */
export async function writingUnits(db: Database, actor: Pick<Actor, "unitId">): Promise<UnitId[]> {
  const unit = await getUnit(db, actor.unitId);
  return isArea(unit.kind) ? [actor.unitId] : reachedUnits(db, actor);
}

export const reachedUnits = (db: Database, actor: Pick<Actor, "unitId">): Promise<UnitId[]> => idsWithin(db, actor.unitId);

export async function standingOf(
  db: Database,
  actor: Actor,
  { unitId: unit, receiverId }: Pick<ReportRow, "unitId" | "receiverId">,
): Promise<Standing> {
  const own = new Set<number>(await writingUnits(db, actor));
  const owns = own.has(unit);
  const reached = owns || (receiverId !== null && own.has(receiverId)) || (await reachedUnits(db, actor)).some((id) => id === unit);
  return { owns, reached, alone: owns && (await peopleAt(db, unitId(unit))).length <= 1 };
}

/** A report as one actor sees it; what may not be seen is not found. */
export async function seeReport(db: Database, actor: Actor, id: string): Promise<{ report: ReportRow; standing: Standing }> {
  return seen(db, actor, await findReport(db, id));
}

/** The same, locked for one act. */
export async function lockSeen(tx: Transaction, actor: Actor, id: string): Promise<{ report: ReportRow; standing: Standing }> {
  return seen(tx, actor, await lockReport(tx, id));
}

async function seen(db: Database, actor: Actor, report: ReportRow | undefined) {
  if (!report) throw problem("not_found", say("noReport"));
  const standing = await standingOf(db, actor, report);
  if (!maySee(actor, report, standing)) throw problem("not_found", say("noReport"));
  return { report, standing };
}

/** Refuses an act on a version that is no longer the newest; the details tell what is there now. */
export function mustBeCurrent(current: boolean, now: Json): asserts current {
  if (!current) throw problem("conflict", say("changedSince"), { current: now });
}

/** What a conflict tells of a report. */
export const standNow = ({ version, state }: ReportRow): Json => ({ version, state });

type Recorded = { act: `report:${string}`; report: Pick<ReportRow, "id" | "unitId">; before?: Json; after?: Json; note?: string };

/** The last step of every act on a report. */
export async function recordReportAct(tx: Transaction, actor: Actor, { act, report, before, after, note }: Recorded): Promise<void> {
  await recordAct(tx, actor, { act, thing: { kind: "report", id: report.id }, unitId: unitId(report.unitId), before, after, note });
}
