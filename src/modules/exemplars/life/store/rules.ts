import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { climb } from "../../../units/index.ts";
import type { Grade } from "../kinds.ts";

export type RuleRecord = { body_id: UnitId; version: number; quiet_days: number; grades: Grade[] };

/** Rules of a unit and of all above it. They are few: a body that decided nothing has none. */
export async function rulesAbove(db: Database, unit: UnitId): Promise<RuleRecord[]> {
  const { rows } = await sql<RuleRecord>`
    with recursive version as materialized (select ver from tree_version where valid @> current_date), ${climb(unit)}
    select body_id, version, quiet_days, grades from exemplar_life_rule where body_id in (select unit_id from above) order by body_id`.execute(
    db,
  );
  return rows;
}

/** Whether it was written: not when another version stands there. */
export async function saveRule(
  tx: Transaction,
  { body_id, version, quiet_days, grades }: RuleRecord,
  by: PersonId,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into exemplar_life_rule as kept (body_id, quiet_days, grades, updated_by, updated_at)
    select ${body_id}::int, ${quiet_days}::int, ${JSON.stringify(grades)}::jsonb, ${by}::uuid, ${now}::timestamptz
     where ${version}::int = 0 or exists (select from exemplar_life_rule where body_id = ${body_id}::int)
    on conflict (body_id) do update set quiet_days = excluded.quiet_days, grades = excluded.grades, updated_by = excluded.updated_by,
      updated_at = excluded.updated_at, version = kept.version + 1 where kept.version = ${version}::int`.execute(tx);
  return numAffectedRows === 1n;
}
