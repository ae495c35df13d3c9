import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import { fold } from "../../../../kernel/text.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { lineReaches, reaches, unitsByIds } from "../../../units/index.ts";
import { unitIn } from "../../service/view.ts";
import type { LifeRule } from "../contract.ts";
import { quietSince } from "../domain.ts";
import { defaultRule, type Grade } from "../kinds.ts";
import { say } from "../messages.ts";
import { mayRule } from "../policy.ts";
import { rulesAbove, saveRule, type RuleRecord } from "../store/rules.ts";
import type { Living } from "./living.ts";

export type Rule = { quietDays: number; grades: readonly Grade[]; record: RuleRecord | null };

/** The rule that counts for a unit: of the nearest body above that has decided one. */
export async function ruleOf(db: Database, unit: UnitId): Promise<Rule> {
  const rules = await rulesAbove(db, unit);
  const [first, ...others] = rules;
  if (!first) return { ...defaultRule, record: null };
  let nearest = first;
  for (const rule of others) if (await lineReaches(db, nearest.body_id, rule.body_id)) nearest = rule;
  return { quietDays: nearest.quiet_days, grades: nearest.grades, record: nearest };
}

/** News of this day or before counts as silence for the unit today. */
export async function quietFor(db: Database, unit: UnitId, today: CalendarDate): Promise<CalendarDate> {
  return quietSince(today, (await ruleOf(db, unit)).quietDays);
}

const isOwn = async (db: Database, actor: Actor, unit: UnitId) => unit === actor.unitId || (await reaches(db, actor.unitId, unit));

export async function readRule(db: Database, actor: Actor, unitId: UnitId = actor.unitId): Promise<LifeRule> {
  if (unitId !== actor.unitId && !(await lineReaches(db, actor.unitId, unitId))) throw problem("forbidden", say("beyond"));
  const { record, quietDays, grades } = await ruleOf(db, unitId);
  const units = await unitsByIds(db, [unitId, ...(record ? [record.body_id] : [])]);
  return {
    body: unitIn(units, unitId),
    version: record?.body_id === unitId ? record.version : 0,
    from: record && unitIn(units, record.body_id),
    quietDays,
    grades: [...grades],
    mayEdit: may(actor, "round:open") && mayRule(actor, await isOwn(db, actor, unitId)),
  };
}

/** Names are what people choose by: two alike could not be told apart. */
function checkGrades(grades: readonly Grade[]): void {
  const twice = (keys: readonly string[]) => new Set(keys).size < keys.length;
  if (twice(grades.map(({ code }) => code)) || twice(grades.map(({ name }) => fold(name))))
    throw problem("invalid_input", say("gradeTwice"), { fields: { grades: say("gradeTwice").vi } });
}

type RuleInput = { unitId?: UnitId; version: number; quietDays: number; grades: Grade[] };

export async function setRule({ db, clock }: Living, actor: Actor, input: RuleInput): Promise<LifeRule> {
  const { unitId = actor.unitId, version, quietDays, grades } = input;
  authorise(mayRule(actor, await isOwn(db, actor, unitId)), "round:open");
  checkGrades(grades);
  return transaction(db, async (tx) => {
    const before = await ruleOf(tx, unitId);
    const record = { body_id: unitId, version, quiet_days: quietDays, grades };
    if (!(await saveRule(tx, record, actor.personId, clock()))) throw problem("conflict", say("ruleChanged"));
    await recordAct(tx, actor, {
      act: "exemplar-rule:set",
      thing: { kind: "unit", id: String(unitId) },
      unitId,
      before: { quietDays: before.quietDays },
      after: { quietDays },
    });
    return readRule(tx, actor, unitId);
  });
}
