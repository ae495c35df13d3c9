import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { MatchIndicator } from "../domain/matching.ts";

export type Matchable = MatchIndicator & { code: string };

/** What a row may mean: the catalogue, and what the units given have of their own. A few hundred rows; retired ones are out. */
export async function matchableIndicators(db: Database, owners: readonly UnitId[]): Promise<Matchable[]> {
  const { rows } = await sql<Matchable>`
    select id, code, name, unit, value_kind as "valueKind", topic, owner_id is not null as own,
           coalesce((select jsonb_agg(jsonb_build_object('key', m ->> 'key', 'label', m ->> 'label')) from jsonb_array_elements(dimension -> 'members') m), '[]') as members
      from indicator
     where state = 'active' and (owner_id is null or owner_id = any(${[...owners]}::int[]))
     order by id`.execute(db);
  return rows;
}

type OwnIndicator = { name: string; unit: string; valueKind: string; overUnits: string; overTime: string; ownerId: UnitId };

/** Adds an indicator of one unit and gives it its slot. */
export async function insertOwnIndicator(tx: Transaction, { name, unit, valueKind, overUnits, overTime, ownerId }: OwnIndicator) {
  const { rows } = await sql<{ id: number; code: string; name: string; unit: string }>`
    insert into indicator (owner_id, name, topic, unit, value_kind, scale, over_units, over_time, over_merger)
    values (${ownerId}::int, ${name}, 'other', ${unit}, ${valueKind}, ${valueKind === "measure" ? 2 : 0}::int, ${overUnits}, ${overTime}, ${overUnits})
    returning id, code, name, unit`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error("an insert that returns nothing");
  await sql`select place_indicator(${made.id}::int)`.execute(tx);
  return made;
}
