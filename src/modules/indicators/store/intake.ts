import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
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
