import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";

/** Codes of the statistics office on a day: a unit's own, else that of the area it lies in. */
export async function codesOn(db: Database, units: readonly UnitId[], day: string): Promise<Map<UnitId, string>> {
  const { rows } = await sql<{ id: UnitId; code: string }>`
    select asked.id, coalesce(own.code, around.code) as code
    from unnest(${[...units]}::int[]) as asked (id)
    left join unit_at place on place.ver = (select ver from tree_version where valid @> ${day}::date) and place.unit_id = asked.id
    left join unit_code own on own.unit_id = asked.id and own.system = 'gso' and own.valid @> ${day}::date
    left join unit_code around on around.unit_id = place.area_id and around.system = 'gso' and around.valid @> ${day}::date
    where coalesce(own.code, around.code) is not null
  `.execute(db);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
