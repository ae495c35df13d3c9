import type { Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import { recordAct, type Json } from "../../../audit/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import type { Rule, RuleIn } from "../contract.ts";
import { say } from "../messages.ts";
import { insertRule, lockRule, rulesOf, unitsAbove, updateRule, type RuleRecord } from "../store/rules.ts";
import { configuring, mustConfigure, type Recognising } from "./access.ts";

export async function rulesShown(db: Database, records: readonly RuleRecord[]): Promise<Rule[]> {
  const units = await unitsByIds(
    db,
    records.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  );
  return records.map(({ unitId, ...rule }) => ({
    ...rule,
    from: rule.from ?? null,
    until: rule.until ?? null,
    unit: unitId === null ? null : (units.get(unitId) ?? null),
  }));
}

/** Rules that were set by the body and those above it, and those from the beginning. */
export async function readRules(db: Database, actor: Actor, { bodyId }: { bodyId?: UnitId | undefined }) {
  const { unit, mayEdit } = await configuring(db, actor, bodyId);
  return { body: unit, items: await rulesShown(db, await rulesOf(db, await unitsAbove(db, unit.id))), mayEdit };
}

function check({ level, from, until }: RuleIn): void {
  const wrong = (text: ReturnType<typeof say>) => problem("invalid_input", text, { fields: { until: text.vi } });
  if (from && until && until < from) throw wrong(say("ruleDays"));
  if (level === "district" && (!until || until > "2025-06-30")) throw wrong(say("ruleDistrict"));
}

const told = ({ level, exemplarKinds, until }: Pick<RuleIn, "level" | "exemplarKinds" | "until">): Json => ({
  recognitionLevel: level,
  ruleKinds: exemplarKinds.join(", "),
  ruleUntil: until ?? null,
});

export function createRule(
  { db, clock }: Recognising,
  actor: Actor,
  { bodyId, ...rule }: RuleIn & { bodyId?: UnitId | undefined },
): Promise<Rule> {
  return transaction(db, async (tx) => {
    const { unit } = await configuring(tx, actor, bodyId);
    await mustConfigure(tx, actor, unit.id);
    check(rule);
    const id = await insertRule(tx, unit.id, rule, clock());
    await recordAct(tx, actor, {
      act: "recognition-rule:create",
      thing: { kind: "recognition-rule", id },
      unitId: unit.id,
      after: told(rule),
    });
    return readRule(tx, id);
  });
}

async function readRule(db: Database, id: string): Promise<Rule> {
  const record = await transaction(db, (tx) => lockRule(tx, id));
  const [rule] = record ? await rulesShown(db, [record]) : [];
  if (!rule) throw problem("not_found", say("noRule"));
  return rule;
}

/** Only by whoever set it; what was there from the beginning is replaced by a rule of one's own. */
export function editRule(
  { db, clock }: Recognising,
  actor: Actor,
  { id, version, ...rule }: RuleIn & { id: string; version: number },
): Promise<Rule> {
  return transaction(db, async (tx) => {
    const before = await lockRule(tx, id);
    if (!before || before.unitId === null) throw problem("not_found", say("noRule"));
    await mustConfigure(tx, actor, before.unitId);
    if (before.version !== version) throw problem("conflict", say("ruleChanged"), { current: (await rulesShown(tx, [before]))[0] });
    check(rule);
    await updateRule(tx, id, rule, clock());
    await recordAct(tx, actor, {
      act: "recognition-rule:edit",
      thing: { kind: "recognition-rule", id },
      unitId: before.unitId,
      before: told(before),
      after: told(rule),
    });
    return readRule(tx, id);
  });
}
