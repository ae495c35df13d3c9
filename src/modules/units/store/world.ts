import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import { addDays } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { isArea, type UnitKind } from "../contract.ts";
import type { EndedUnit, World, WorldUnit } from "../domain/addressees/world.ts";

type Row = WorldUnit & { begins: string | null };

/** What the rules for addressees need for one issuer on one day; undefined when the issuer does not exist then. */
export async function readWorld(db: Database, issuerId: UnitId, asOf: string): Promise<World | undefined> {
  const { rows: units } = await sql<Row>`
    with version as (select ver from tree_version where valid @> ${asOf}::date),
    issuer as (select unit_at.* from unit_at join version using (ver) where unit_id = ${issuerId}::int),
    area as (select area.* from unit_at area join issuer on area.ver = issuer.ver and area.unit_id = coalesce(issuer.area_id, issuer.unit_id)),
    first as (
      select unit_id, case when bool_or(lower_inf(valid)) then null else min(lower(valid)) end as begins from unit_edge group by unit_id
    ),
    above as (select up.unit_id, up.ver from unit_at up join area on up.ver = area.ver and area.lo between up.lo and up.hi and up.unit_id <> area.unit_id)
    select place.unit_id as id, place.name, place.kind, place.parent_id as "parentId", parent.name as "parentName", place.area_id as "areaId", place.lo, place.hi,
           first.begins
    from unit_at place
    join area on area.ver = place.ver
    join first on first.unit_id = place.unit_id
    left join unit_at parent on parent.ver = place.ver and parent.unit_id = place.parent_id
    where place.lo between area.lo and area.hi or place.area_id in (select unit_id from above)
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

type EndedRow = Omit<EndedUnit, "successors"> & { parentId: UnitId | null; heirs: UnitId[] };

/**
 * What ended before the day within the same province. Heirs: the communes of today that lay in the ended unit's area on its
 * last day; from them, and from what began in its place the day after, come the successors that are offered.
 */
async function readEnded(db: Database, issuer: WorldUnit, units: readonly Row[], asOf: string): Promise<EndedUnit[]> {
  const { rows } = await sql<EndedRow>`
    with gone as (
      select unit_id, max(upper(valid)) as ended from unit_edge group by unit_id having max(upper(valid)) <= ${asOf}::date and bool_and(not upper_inf(valid))
    ), now as (
      select unit_id, kind, province_id from unit_at where ver = (select ver from tree_version where valid @> ${asOf}::date)
    )
    select last.unit_id as id, last.name, last.kind, last.parent_id as "parentId", parent.name as "parentName", (gone.ended - 1)::text as "lastDay",
           array(
             select within.unit_id
             from unit_at around join unit_at within on within.ver = around.ver and within.lo between around.lo and around.hi and within.kind = 'commune'
             join now on now.unit_id = within.unit_id
             where around.ver = last.ver and around.unit_id = last.area_id and around.unit_id in (select unit_id from gone)
           ) as heirs
    from gone
    join tree_version on tree_version.valid @> (gone.ended - 1)
    join unit_at last on last.ver = tree_version.ver and last.unit_id = gone.unit_id
    left join unit_at parent on parent.ver = last.ver and parent.unit_id = last.parent_id
    where last.province_id is not distinct from (select province_id from now where now.unit_id = ${issuer.id}::int)
  `.execute(db);
  const at = Map.groupBy(units, ({ parentId }) => parentId);
  return rows.map(({ parentId, heirs, ...unit }) => ({ ...unit, successors: successorsOf({ ...unit, parentId, heirs }, at) }));
}

function successorsOf(unit: EndedRow, at: Map<UnitId | null, Row[]>): UnitId[] {
  const next = addDays(unit.lastDay, 1);
  const inPlace = (at.get(unit.parentId) ?? []).filter(({ kind, begins }) => kind === unit.kind && begins === next).map(({ id }) => id);
  if (inPlace.length > 0 || isArea(unit.kind)) return inPlace.length > 0 ? inPlace : unit.heirs;
  return unit.heirs.flatMap((area) => sameKindAt(unit.kind, at.get(area) ?? []));
}

function sameKindAt(kind: UnitKind, units: readonly Row[]): UnitId[] {
  return units.filter((unit) => unit.kind === kind).map(({ id }) => id);
}
