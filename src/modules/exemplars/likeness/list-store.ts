import { sql } from "kysely";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Sketch } from "./nearby.ts";

const version = sql`(select ver from tree_version where valid @> current_date)`;

/** The commune of each unit, or the unit itself for a body above. */
export async function groundsOf(db: Database, units: readonly UnitId[]): Promise<Map<UnitId, UnitId>> {
  const { rows } = await sql<{ id: UnitId; ground: UnitId }>`
    select unit_id as id, coalesce(commune_id, unit_id) as ground from unit_at
     where ver = ${version} and unit_id = any(${[...units]}::int[])`.execute(db);
  return new Map(rows.map(({ id, ground }) => [id, ground]));
}

/** What the reader of a list may be told of: what everybody sees, and whatever was begun by those for whom it may register. */
const seenBy = (reachable: readonly UnitId[]) =>
  sql`e.same_as is null and (e.state in ('accepted', 'stopped') or e.state <> 'withdrawn' and e.lead_id = any(${[...reachable]}::int[]))`;

/** All that these grounds carry out, in few words: names and places, no texts. */
export async function sketchesOf(db: Database, grounds: readonly UnitId[], reachable: readonly UnitId[]): Promise<Sketch[]> {
  const { rows } = await sql<Sketch>`
    select e.id, ground.unit_id::text as ground, e.lead_id as "leadId", e.name, e.place
      from unit_at ground
      join unit_at low on low.ver = ground.ver and low.lo between ground.lo and case when ground.commune_id = ground.unit_id then ground.hi else ground.lo end
      join exemplar e on e.lead_id = low.unit_id
     where ground.ver = ${version} and ground.unit_id = any(${[...grounds]}::int[]) and ${seenBy(reachable)}
     order by e.registered_on desc nulls last, e.id`.execute(db);
  return rows;
}

/** Runs of words that so many share are a form's own. */
const commonPrint = 60;
const leastShared = 2;
const mostShared = 3;

export type Printed = { line: number; id: ExemplarId };

/** For each row those anywhere that share runs of its words, by a few of its prints. */
export async function sharingPrints(
  db: Database,
  rows: readonly { line: number; prints: readonly number[] }[],
  reachable: readonly UnitId[],
): Promise<Printed[]> {
  const given = rows.flatMap(({ line, prints }) => prints.map((print) => ({ line, print })));
  if (given.length === 0) return [];
  const { rows: found } = await sql<Printed>`
    with given as materialized (select * from unnest(${given.map(({ line }) => line)}::int[], ${given.map(({ print }) => print)}::int[]) as g (line, print)),
    asked as materialized (select distinct print from given),
    holding as materialized (
      select asked.print, found.exemplar_id
        from asked cross join lateral (select p.exemplar_id from exemplar_print p where p.prints @> array[asked.print] limit ${commonPrint}) found
    ),
    shared as (
      select given.line, holding.exemplar_id, row_number() over (partition by given.line order by count(*) desc, holding.exemplar_id) as place
        from given join holding on holding.print = given.print
       group by given.line, holding.exemplar_id having count(*) >= ${leastShared}::int
    )
    select shared.line, e.id from shared join exemplar e on e.id = shared.exemplar_id
     where shared.place <= ${mostShared}::int and ${seenBy(reachable)}`.execute(db);
  return found;
}
