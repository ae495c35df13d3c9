import { sql } from "kysely";
import type { Database } from "../../../platform/database/index.ts";

/** Areas of these names (folded) that had ended by the day, where no area bears the name on it; `until` is their last day. */
export async function endedAreas(db: Database, names: readonly string[], asOf: string): Promise<{ name: string; until: string }[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ name: string; until: string }>`
    select e.name_search as name, max(upper(e.valid) - 1)::text as until
      from unit_edge e join unit u on u.id = e.unit_id
     where e.name_search = any(${[...names]}::text[]) and u.kind in ('province', 'district', 'commune', 'residential-area')
       and not exists (select from unit_edge f where f.name_search = e.name_search and f.valid @> ${asOf}::date)
       and not upper_inf(e.valid) and upper(e.valid) <= ${asOf}::date
     group by e.name_search`.execute(db);
  return rows;
}
