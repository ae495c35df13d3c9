import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { Files } from "../../../../platform/files.ts";
import { isArea } from "../../../units/contract.ts";
import { ancestorsOf, getUnit, lineReaches, type UnitRef } from "../../../units/index.ts";
import { deskUnits } from "../../../work/index.ts";
import { districtsEnded, levelOf, ruleFor } from "../domain/rules.ts";
import { stageOf } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayConfigure, mayViewDecision, type DecisionSides } from "../policy.ts";
import type { RecognitionLevel } from "../shapes.ts";
import { findDecision, lockDecision, type DecisionRecord } from "../store/decisions.ts";
import { rulesOf, unitsAbove, type RuleRecord } from "../store/rules.ts";

export type Recognising = { db: Database; clock: () => Date };
/** What signing and printing need besides. */
export type Issuing = Recognising & { files: Files };

export async function sidesTo(db: Database, actor: Pick<Actor, "unitId">, body: UnitId): Promise<DecisionSides> {
  const owns = (await deskUnits(db, actor)).includes(body);
  return { owns, above: owns || (await lineReaches(db, actor.unitId, body)) };
}

export const stageNow = (record: DecisionRecord) => stageOf({ state: record.state, presented: record.presented_at !== null });

async function seen(db: Database, actor: Actor, record: DecisionRecord | undefined) {
  const sides = record && (await sidesTo(db, actor, record.body_id));
  if (!record || !sides || !mayViewDecision(actor, stageNow(record), sides)) throw problem("not_found", say("noDecision"));
  return { record, sides };
}

/** The decision, when this person may see it; otherwise it does not exist for them. */
export const seeDecision = async (db: Database, actor: Actor, id: string) => seen(db, actor, await findDecision(db, id));
export const lockSeen = async (tx: Transaction, actor: Actor, id: string) => seen(tx, actor, await lockDecision(tx, id));

/** A body with the area that it is in and its level. */
export type Body = { unit: UnitRef; area: UnitRef | null; level: RecognitionLevel | null };

export async function bodyOf(db: Database, id: UnitId): Promise<Body> {
  const [unit, ancestors] = await Promise.all([getUnit(db, id), ancestorsOf(db, id)]);
  const path = [...ancestors, unit];
  const area = path.findLast(({ kind }) => isArea(kind)) ?? null;
  return { unit, area, level: levelOf(path.toReversed().map(({ kind }) => kind)) };
}

/** The rule by which the body recognises at the level on the day. Of a former district the last day counts when none is said. */
export async function ruleOf(
  db: Database,
  { unit }: Pick<Body, "unit">,
  level: RecognitionLevel,
  day: CalendarDate,
): Promise<RuleRecord | undefined> {
  const above = await unitsAbove(db, unit.id);
  const then = level === "district" && day >= districtsEnded ? "2025-06-30" : day;
  return ruleFor(await rulesOf(db, above), { kind: unit.kind, level, above, day: then });
}

/** The body whose set-up is looked at or changed: one's own unless another is named. */
export async function configuring(db: Database, actor: Actor, bodyId: UnitId | undefined): Promise<{ unit: UnitRef; mayEdit: boolean }> {
  const unit = await getUnit(db, bodyId ?? actor.unitId);
  return { unit, mayEdit: mayConfigure(actor, await sidesTo(db, actor, unit.id)) };
}

export async function mustConfigure(db: Database, actor: Actor, body: UnitId): Promise<void> {
  authorise(mayConfigure(actor, await sidesTo(db, actor, body)), "round:open");
}
