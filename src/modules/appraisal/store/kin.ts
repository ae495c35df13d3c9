import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";

/**
 * Which of the units stand above which: `tree` in the tree of areas, `line` in the line of an organisation or the tree.
 * Both as "above below".
 */
export async function standing(db: Database, units: readonly UnitId[]): Promise<{ tree: Set<string>; line: Set<string> }> {
  const all = [...new Set(units)];
  const { rows } = await sql<{ root: UnitId; unit_id: UnitId; tree: boolean }>`
    with recursive ${scopes(sql`${all}`)}
    select line.root, line.unit_id, (own.unit_id is not null) as tree
      from line left join own on own.root = line.root and own.unit_id = line.unit_id
     where line.unit_id = any(${all}::int[])`.execute(db);
  const told = (wanted: typeof rows) => new Set(wanted.map(({ root, unit_id }) => `${root} ${unit_id}`));
  return { tree: told(rows.filter(({ tree }) => tree)), line: told(rows) };
}
