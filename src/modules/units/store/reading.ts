import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import { keptPlan, type Database } from "../../../platform/database/index.ts";
import type { UnitKind, UnitRef } from "../contract.ts";

/** One unit in one version of the tree. */
export type Place = {
  id: UnitId;
  name: string;
  kind: UnitKind;
  parentId: UnitId | null;
  parentName: string | null;
  depth: number;
  lo: number;
  hi: number;
  areaId: UnitId | null;
  provinceId: UnitId | null;
  districtId: UnitId | null;
  communeId: UnitId | null;
};

const today = sql`current_date`;
export const day = (asOf: string | undefined): RawBuilder<unknown> => (asOf === undefined ? today : sql`${asOf}::date`);

/** The version that holds on the day. In one statement with its use, so that a rebuild in between cannot take it away. */
export const versionOn = (asOf: string | undefined) => sql`(select ver from tree_version where valid @> ${day(asOf)})`;

/**
 * What lists show beside a name. Villages are called alike in every commune ("Tổ dân phố số 1"), so what lies in one says the
 * commune too. Of rows called `place` and `parent`.
 */
export const whereItLies = sql`
  case when parent.kind = 'residential-area'
       then parent.name || coalesce(', ' || (select around.name from unit_at around where around.ver = place.ver and around.unit_id = place.commune_id), '')
       else parent.name end`;

const columns = sql`
  place.unit_id as id, place.name, place.kind, place.parent_id as "parentId", ${whereItLies} as "parentName", place.depth, place.lo, place.hi,
  place.area_id as "areaId", place.province_id as "provinceId", place.district_id as "districtId", place.commune_id as "communeId"`;
const withParent = sql`unit_at place left join unit_at parent on parent.ver = place.ver and parent.unit_id = place.parent_id`;

export const refOf = (place: Pick<Place, "id" | "name" | "kind" | "parentName">): UnitRef => ({
  id: place.id,
  name: place.name,
  kind: place.kind,
  ...(place.parentName === null ? {} : { areaName: place.parentName }),
});

/** The units of these ids that exist on the day, in the order of the tree. */
export async function placesOf(db: Database, ids: readonly UnitId[], asOf?: string): Promise<Place[]> {
  const { rows } = await sql<Place>`${keptPlan}
    select ${columns} from ${withParent}
    where place.ver = ${versionOn(asOf)} and place.unit_id = any(${[...ids]}::int[])
    order by place.lo
  `.execute(db);
  return rows;
}

/**
 * Units by id wherever they are in time: as on the day, and those that do not exist on it as on their last (or, when they
 * begin later, first) day. A history or a finished task still needs their names.
 */
export async function anyPlacesOf(db: Database, ids: readonly UnitId[], asOf?: string): Promise<Place[]> {
  const { rows } = await sql<Place>`${keptPlan}
    select distinct on (place.unit_id) ${columns}
    from ${withParent} join tree_version on tree_version.ver = place.ver
    where place.unit_id = any(${[...ids]}::int[])
    order by place.unit_id, valid @> ${day(asOf)} desc, lower(valid) <= ${day(asOf)} desc nulls last, abs(coalesce(lower(valid), upper(valid)) - ${day(asOf)})
  `.execute(db);
  return rows;
}

/** The root and everything below it, in the order of the tree. */
export async function placesWithin(
  db: Database,
  root: UnitId,
  { asOf, kinds }: { asOf?: string; kinds?: readonly UnitKind[] } = {},
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select ${columns}
    from unit_at root join ${withParent} on place.ver = root.ver and place.lo between root.lo and root.hi
    where root.ver = ${versionOn(asOf)} and root.unit_id = ${root}::int
      and (${kinds ? [...kinds] : null}::text[] is null or place.kind = any(${kinds ? [...kinds] : null}::text[]))
    order by place.lo
  `.execute(db);
  return rows;
}

/**
 * What `placesWithin` brings, by number only and always with the root, even one that has ended. Asked in nearly every request of a
 * post over many units, which knows none of their names yet.
 */
export async function idsWithin(db: Database, root: UnitId, asOf?: string): Promise<UnitId[]> {
  const { rows } = await sql<{ ids: UnitId[] }>`${keptPlan}
    select array(
      select low.unit_id
      from tree_version version join unit_at high on high.ver = version.ver and high.unit_id = ${root}::int
      join unit_at low on low.ver = high.ver and low.lo between high.lo and high.hi
      where version.valid @> coalesce(${asOf ?? null}::date, current_date) and low.unit_id <> high.unit_id
      order by low.lo) as ids
  `.execute(db);
  return [root, ...(rows[0]?.ids ?? [])];
}

/** From the root of the tree down to the unit's parent. */
export async function placesAbove(db: Database, id: UnitId, asOf?: string): Promise<Place[]> {
  const { rows } = await sql<Place>`${keptPlan}
    select ${columns}
    from unit_at low join ${withParent} on place.ver = low.ver and low.lo between place.lo and place.hi and place.unit_id <> low.unit_id
    where low.ver = ${versionOn(asOf)} and low.unit_id = ${id}::int
    order by place.lo
  `.execute(db);
  return rows;
}

/** The parts of one level of the tree: the children of `parent`, or the roots. */
export async function placesUnder(db: Database, parent: UnitId | null, asOf?: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select ${columns} from ${withParent}
    where place.ver = ${versionOn(asOf)} and place.parent_id is not distinct from ${parent}::int
    order by place.lo
  `.execute(db);
  return rows;
}

/**
 * Whether `unit` is `holder` or lies below it. A unit that has ended is judged where it stood last, so that its papers stay
 * within reach of those who were above it.
 */
export async function liesWithin(db: Database, holder: UnitId, unit: UnitId, asOf?: string): Promise<boolean> {
  const { rows } = await sql<{ within: boolean }>`${keptPlan}
    select exists (
      select from unit_at low join unit_at high on high.ver = low.ver and low.lo between high.lo and high.hi
      where low.unit_id = ${unit}::int and high.unit_id = ${holder}::int
        and low.ver = (
          select tree_version.ver from tree_version join unit_at on unit_at.ver = tree_version.ver and unit_at.unit_id = ${unit}::int
          where lower(valid) is null or lower(valid) <= ${day(asOf)}
          order by lower(valid) desc nulls last limit 1)
    ) as within
  `.execute(db);
  return rows[0]?.within ?? false;
}

/** Every unit that lies or ever lay within `holder`, itself included. */
export async function everWithin(db: Database, holder: UnitId): Promise<Set<UnitId>> {
  const { rows } = await sql<{ id: UnitId }>`
    select distinct low.unit_id as id
    from unit_at high join unit_at low on low.ver = high.ver and low.lo between high.lo and high.hi
    where high.unit_id = ${holder}::int
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}
