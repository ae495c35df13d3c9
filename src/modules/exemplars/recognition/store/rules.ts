import { sql } from "kysely";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { RuleFacts } from "../domain/rules.ts";
import type { RuleIn } from "../shapes.ts";

export type RuleRecord = RuleFacts & Omit<RuleIn, "from" | "until"> & { id: string; version: number };

const columns = sql`id, version, unit_id as "unitId", level, body_kinds as "bodyKinds", exemplar_kinds as "exemplarKinds", least_step as "leastStep",
  needs_lower as "needsLower", needs_appraisal as "needsAppraisal", from_on as "from", until_on as "until", basis`;

/** Rules set by these units, and those that are there from the beginning. */
export async function rulesOf(db: Database, units: readonly UnitId[]): Promise<RuleRecord[]> {
  const { rows } = await sql<RuleRecord>`
    select ${columns} from exemplar_recognition_rule where unit_id is null or unit_id = any(${units}::int[])
     order by array_position(array['commune', 'district', 'province', 'centre'], level), unit_id nulls first, from_on nulls first, id`.execute(
    db,
  );
  return rows;
}

export async function lockRule(tx: Transaction, id: string): Promise<RuleRecord | undefined> {
  const { rows } = await sql<RuleRecord>`select ${columns} from exemplar_recognition_rule where id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

const written = (rule: RuleIn) => ({
  level: rule.level,
  body_kinds: rule.bodyKinds,
  exemplar_kinds: rule.exemplarKinds,
  least_step: rule.leastStep,
  needs_lower: rule.needsLower,
  needs_appraisal: rule.needsAppraisal,
  from_on: rule.from ?? null,
  until_on: rule.until ?? null,
  basis: rule.basis,
});

export async function insertRule(tx: Transaction, unit: UnitId, rule: RuleIn, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto("exemplar_recognition_rule")
    .values({ unit_id: unit, ...written(rule), changed_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRule(tx: Transaction, id: string, rule: RuleIn, now: Date): Promise<void> {
  await tx
    .updateTable("exemplar_recognition_rule")
    .set((expression) => ({ ...written(rule), changed_at: now, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** The unit and those above it: in the tree and in the line of its organisation, the nearest first. */
export async function unitsAbove(db: Database, unit: UnitId): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    with recursive version as materialized (select ver from tree_version where valid @> current_date),
    above (unit_id, far) as (
      select ${unit}::int, 0
      union
      select over_it.unit_id, above.far + 1
        from above cross join lateral (
          select relation.superior_id as unit_id from unit_relation relation
           where relation.unit_id = above.unit_id and relation.kind in ('line', 'party') and relation.valid @> current_date
          union all
          select place.parent_id from version join unit_at place using (ver) where place.unit_id = above.unit_id and place.parent_id is not null
        ) over_it
       where above.far < 12
    )
    select unit_id as id from above group by unit_id order by min(far), unit_id`.execute(db);
  return rows.map(({ id }) => id);
}
