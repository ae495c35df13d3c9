import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { areaKinds, isArea, type UnitKind } from "../contract.ts";
import type { EndedUnit, World, WorldUnit } from "../domain/addressees/world.ts";
import { whereItLies } from "./reading.ts";

/** What the rules for addressees need for one issuer on one day; undefined when the issuer does not exist then. */
export async function readWorld(db: Database, issuerId: UnitId, asOf: string): Promise<World | undefined> {
  const { rows: units } = await sql<WorldUnit>`
    with recursive version as (select ver from tree_version where valid @> ${asOf}::date),
    issuer as (select unit_at.* from unit_at join version using (ver) where unit_id = ${issuerId}::int),
    area as (select area.* from unit_at area join issuer on area.ver = issuer.ver and area.unit_id = coalesce(issuer.area_id, issuer.unit_id)),
    -- The areas above, one step at a time, and the bodies there with their parts.
    above as (
      select up.* from area join unit_at up on up.ver = area.ver and up.unit_id = area.parent_id
      union all
      select up.* from above join unit_at up on up.ver = above.ver and up.unit_id = above.parent_id
    ), there as (
      select * from above
      union all
      select part.* from there join unit_at part on part.ver = there.ver and part.parent_id = there.unit_id and part.kind <> all(${[...areaKinds]}::text[])
    ), place as (
      select unit_at.* from area join unit_at on unit_at.ver = area.ver and unit_at.lo between area.lo and area.hi
      union all
      select * from there
    )
    select place.unit_id as id, place.name, place.kind, place.parent_id as "parentId", ${whereItLies} as "parentName", place.area_id as "areaId",
           place.lo, place.hi
    from place left join unit_at parent on parent.ver = place.ver and parent.unit_id = place.parent_id
    order by place.lo
  `.execute(db);
  const issuer = units.find(({ id }) => id === issuerId);
  if (!issuer) return undefined;
  const [superiors, ended] = await Promise.all([readSuperiors(db, asOf), readEnded(db, issuer, units, asOf)]);
  return { asOf, issuer, units, superiors, ended };
}

async function readSuperiors(db: Database, asOf: string): Promise<World["superiors"]> {
  const { rows } = await sql<{ unitId: UnitId; superiorId: UnitId }>`
    select distinct unit_id as "unitId", superior_id as "superiorId" from unit_relation where valid @> ${asOf}::date
  `.execute(db);
  return rows;
}

type EndedRow = Omit<EndedUnit, "successors"> & { inPlace: UnitId[]; heirs: UnitId[] };

/**
 * What ended before the day within the same province. `inPlace`: what began at the same place the day after. `heirs`: the
 * communes of today that lay in the ended unit's area on its last day, when that area ended too.
 */
async function readEnded(db: Database, issuer: WorldUnit, units: readonly WorldUnit[], asOf: string): Promise<EndedUnit[]> {
  const { rows } = await sql<EndedRow>`
    with today as (select ver from tree_version where valid @> ${asOf}::date),
    gone as materialized (
      select unit_id, max(upper(valid)) as ended from unit_edge group by unit_id
      having max(upper(valid)) <= ${asOf}::date and bool_and(not upper_inf(valid))
    )
    select last.unit_id as id, last.name, last.kind, parent.name as "parentName", (gone.ended - 1)::text as "lastDay",
           array(
             select next.unit_id from unit_edge next join unit on unit.id = next.unit_id and unit.kind = last.kind
             where next.parent_id = last.parent_id and lower(next.valid) = gone.ended
               and not exists (select from unit_edge earlier where earlier.unit_id = next.unit_id and earlier.valid << next.valid)
           ) as "inPlace",
           array(
             select within.unit_id
             from unit_at around
             join unit_at within on within.ver = around.ver and within.lo between around.lo and around.hi and within.kind = 'commune'
             where around.ver = last.ver and around.unit_id = last.area_id and around.unit_id in (select unit_id from gone)
               and exists (select from unit_at still join today using (ver) where still.unit_id = within.unit_id)
           ) as heirs
    from gone
    join tree_version on tree_version.valid @> (gone.ended - 1)
    join unit_at last on last.ver = tree_version.ver and last.unit_id = gone.unit_id
    left join unit_at parent on parent.ver = last.ver and parent.unit_id = last.parent_id
    where last.province_id is not distinct from (select province_id from unit_at join today using (ver) where unit_id = ${issuer.id}::int)
  `.execute(db);
  const at = Map.groupBy(units, ({ parentId }) => parentId);
  return rows.map(({ inPlace, heirs, ...unit }) => ({
    ...unit,
    successors: inPlace.length > 0 ? inPlace : successorsIn(unit.kind, heirs, at),
  }));
}

/** Of an ended area the areas that took over; of a body there the bodies of its kind in them. */
function successorsIn(kind: UnitKind, heirs: readonly UnitId[], at: Map<UnitId | null, WorldUnit[]>): UnitId[] {
  if (isArea(kind)) return [...heirs];
  return heirs.flatMap((area) => (at.get(area) ?? []).filter((unit) => unit.kind === kind).map(({ id }) => id));
}
