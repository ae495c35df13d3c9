import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Relation } from "../domain/edges.ts";

/**
 * How `from` stands to each of `to` on the day. Internal boards, offices and steering committees are taken for the body they
 * belong to, unless that body is the other one. A unit that does not exist on the day is left out.
 */
export async function relationsBetween(db: Database, from: UnitId, to: readonly UnitId[], asOf: string): Promise<Map<UnitId, Relation>> {
  const { rows } = await sql<Relation & { id: UnitId }>`
    with recursive version as (select ver from tree_version where valid @> ${asOf}::date),
    -- Who speaks for a unit: the unit, or for a part of a body the body.
    speaker as (
      select unit_id as id, unit_id, parent_id, kind, area_id, lo, hi from unit_at join version using (ver)
      where unit_id = ${from}::int or unit_id = any(${[...to]}::int[])
      union all
      select speaker.id, up.unit_id, up.parent_id, up.kind, up.area_id, up.lo, up.hi
      from speaker join version on true join unit_at up on up.ver = version.ver and up.unit_id = speaker.parent_id
      where speaker.kind in ('board', 'office', 'steering-committee') and up.kind not in ('country', 'province', 'district', 'commune', 'residential-area')
    ), body as (
      select distinct on (id) speaker.*, area.lo as area_lo, area.hi as area_hi
      from speaker join version on true left join unit_at area on area.ver = version.ver and area.unit_id = speaker.area_id
      order by id, speaker.lo
    ), superior (id, superior_id, kind) as (
      select body.id, relation.superior_id, relation.kind
      from body join unit_relation relation on relation.unit_id in (body.unit_id, body.id) and relation.valid @> ${asOf}::date and relation.kind in ('line', 'party')
      union
      select superior.id, relation.superior_id, superior.kind
      from superior join unit_relation relation on relation.unit_id = superior.superior_id and relation.kind = superior.kind and relation.valid @> ${asOf}::date
    )
    select asked.id, asking.kind as from, asked.kind as to,
           case
             when own.lo between asking.lo and asking.hi then 'own'
             when asked.area_id = asking.area_id then 'same'
             when asked.area_lo between asking.area_lo and asking.area_hi then 'below'
             when asking.area_lo between asked.area_lo and asked.area_hi then 'above'
             else 'aside'
           end as where,
           exists (select from superior where superior.id = asked.id and superior.kind = 'line' and superior.superior_id = asking.unit_id) as line,
           exists (select from superior where superior.id = asked.id and superior.kind = 'party' and superior.superior_id = asking.unit_id) as led
    from body asking
    join body asked on asked.id = any(${[...to]}::int[])
    join version on true
    join unit_at own on own.ver = version.ver and own.unit_id = asked.id
    where asking.id = ${from}::int
  `.execute(db);
  return new Map(rows.map(({ id, ...relation }) => [id, relation]));
}
