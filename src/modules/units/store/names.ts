import { sql } from "kysely";
import type { Database } from "../../../platform/database/index.ts";

/** Kinds that are areas: their names are places, and what acts in them has a name of its own. Villages act themselves. */
const areas = sql`('country', 'province', 'district', 'commune')`;

/** Changes whenever a unit gets, loses or changes a name. */
export async function namesMark(db: Database): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select count(*) || ':' || coalesce(sum(hashtext(name)::bigint), 0) as mark from unit_edge`.execute(db);
  return rows[0]?.mark ?? "";
}

/** Names that bodies have or had. */
export async function namesOfBodies(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct e.name from unit_edge e join unit u on u.id = e.unit_id where u.kind not in ${areas}`.execute(db);
  return rows.map(({ name }) => name);
}
