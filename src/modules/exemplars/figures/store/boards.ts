import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { ExemplarField, ExemplarKind } from "../../shapes.ts";
import type { BoardCounts } from "../contract.ts";

/** An area of today's tree. `depth` of the level: whose boards are kept are provinces. */
export type Area = { ver: number; id: UnitId; lo: number; hi: number; provinceId: UnitId | null; communeId: UnitId | null };

/** Counts of an area: by the areas below (null: bodies of its own level), by field and by kind. */
export type Counted = {
  counts: BoardCounts;
  fields: (BoardCounts & { field: ExemplarField | null })[];
  kinds: (BoardCounts & { kind: ExemplarKind })[];
  places: (BoardCounts & { id: UnitId | null })[];
};

/** The area that a unit is, or lies in, today. */
export async function areaOf(db: Database, unit: UnitId): Promise<Area | undefined> {
  const { rows } = await sql<Area>`
    select area.ver, area.unit_id as id, area.lo, area.hi, area.province_id as "provinceId", area.commune_id as "communeId"
    from tree_version version join unit_at place on place.ver = version.ver
    join unit_at area on area.ver = place.ver and area.unit_id = coalesce(place.area_id, place.unit_id)
    where version.valid @> current_date and place.unit_id = ${unit}::int`.execute(db);
  return rows[0];
}

export type Place = { id: UnitId; communes: number };

/** Areas directly below in the tree's own order: provinces of the country, communes of a province, residential areas of a commune. */
export async function placesWithin(db: Database, area: Area): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select place.unit_id as id,
           case when ${area.provinceId === null}::boolean
             then (select count(*)::int from unit_at commune where commune.ver = place.ver and commune.unit_id = commune.commune_id
                     and commune.lo between place.lo and place.hi)
             else 1
           end as communes
    from unit_at place
    where place.ver = ${area.ver}::int and place.lo between ${area.lo}::int and ${area.hi}::int and place.unit_id = place.area_id
      and ${below(area)}
    order by place.name collate "vi-x-icu"`.execute(db);
  return rows;
}

const below = ({ provinceId, communeId }: Area): RawBuilder<unknown> => {
  if (provinceId === null) return sql`place.unit_id = place.province_id`;
  if (communeId === null) return sql`place.unit_id = place.commune_id`;
  return sql`place.unit_id <> place.commune_id`;
};

/** What groups the leads of an area: the province, the commune or the residential area that they lie in. */
const grouping = ({ provinceId, communeId }: Area): RawBuilder<unknown> => {
  if (provinceId === null) return sql`lead.province_id`;
  if (communeId === null) return sql`lead.commune_id`;
  return sql`nullif(lead.area_id, lead.commune_id)`;
};

const counts = sql`
  count(*) filter (where cohort)::int as registered,
  count(*) filter (where cohort and accepted)::int as accepted,
  count(*) filter (where cohort and carried)::int as "carriedOut",
  count(*) filter (where cohort and level > 0)::int as recognised,
  count(*) filter (where cohort and level > 2)::int as typical,
  count(*) filter (where cohort and awarded)::int as awarded,
  count(*) filter (where cohort and copy)::int as copies,
  count(*) filter (where running)::int as running`;

/** The year whose board and list an exemplar stands in: in which it is new, or was registered when it had been carried out before. */
export const yearOf = sql`coalesce(e.first_year, extract(year from e.registered_on)::int)`;

type Grouped = BoardCounts & {
  place: UnitId | null;
  field: ExemplarField | null;
  kind: ExemplarKind;
  by: "place" | "field" | "kind" | "all";
};

/**
 * Counts an area from its rows. Of the year are those that are new in it, and those carried out before that were registered
 * in it. `only`: of the country, the bodies that lie in no province.
 */
export async function countArea(db: Database, area: Area, year: number, { only }: { only?: "own" } = {}): Promise<Counted> {
  const { rows } = await sql<Grouped>`
    with lead as materialized (
      select lead.unit_id, ${grouping(area)} as place from unit_at lead
      where lead.ver = ${area.ver}::int and lead.lo between ${area.lo}::int and ${area.hi}::int
        and (${only !== "own"}::boolean or ${grouping(area)} is null)
    ),
    stand as materialized (
      select lead.place, e.kind, e.field,
             ${yearOf} = ${year}::int as cohort,
             e.state in ('accepted', 'stopped') as accepted,
             e.state in ('accepted', 'stopped') and (e.step >= 2 or e.stream = 'existing') as carried,
             e.state = 'accepted' and not e.paused as running,
             e.copied_from is not null as copy,
             -- Looked up for those of the year only, as nothing else of the others is told.
             case when ${yearOf} = ${year}::int then coalesce((
               select max(array_position(array['commune', 'district', 'province', 'centre'], recognition.level))
               from exemplar_recognition recognition where recognition.exemplar_id = e.id and recognition.revoked_on is null), 0) end as level,
             ${yearOf} = ${year}::int and exists (
               select from exemplar_event event where event.exemplar_id = e.id and event.kind in ('awarded', 'award-revoked') and event.kind = 'awarded' and not exists (
                 select from exemplar_event back
                 where back.exemplar_id = e.id and back.kind in ('awarded', 'award-revoked') and back.kind = 'award-revoked' and back.details ->> 'of' = event.details ->> 'of')) as awarded
      from lead join exemplar e on e.lead_id = lead.unit_id
      where e.state in ('registered', 'accepted', 'stopped') and e.same_as is null
    )
    select place, field, kind,
           case when grouping(place) = 0 then 'place' when grouping(field) = 0 then 'field' when grouping(kind) = 0 then 'kind' else 'all' end as by,
           ${counts}
    from stand group by grouping sets ((place), (field), (kind), ())`.execute(db);
  const of = (by: Grouped["by"]) => rows.filter((row) => row.by === by);
  const [all] = of("all");
  return {
    counts: all ? countsOf(all) : noCounts,
    fields: of("field").map((row) => ({ field: row.field, ...countsOf(row) })),
    kinds: of("kind").map((row) => ({ kind: row.kind, ...countsOf(row) })),
    places: of("place").map((row) => ({ id: row.place, ...countsOf(row) })),
  };
}

export const noCounts: BoardCounts = {
  registered: 0,
  accepted: 0,
  carriedOut: 0,
  recognised: 0,
  typical: 0,
  awarded: 0,
  copies: 0,
  running: 0,
};

const keys = Object.keys(noCounts) as (keyof BoardCounts)[];
const each = (of: (key: keyof BoardCounts) => number): BoardCounts => Object.fromEntries(keys.map((key) => [key, of(key)])) as BoardCounts;

const countsOf = (row: BoardCounts): BoardCounts => each((key) => row[key]);
export const plus = (one: BoardCounts, other: BoardCounts): BoardCounts => each((key) => one[key] + other[key]);

export type Kept = { provinceId: UnitId; content: Counted; countedAt: Date };

/** A touched lead's province, in the tree of `ver`. */
const touched = (ver: number) => sql`
  touched as materialized (
    select touch.id, lead.province_id from exemplar_touched touch
    left join unit_at lead on lead.ver = ${ver}::int and lead.unit_id = touch.lead_id
  )`;

/** Boards that are right as they stand: counted in today's tree, and nothing of the province has changed since. */
export async function keptBoards(
  db: Database,
  provinces: readonly UnitId[],
  { ver, year }: { ver: number; year: number },
): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    with ${touched(ver)}
    select board.province_id as "provinceId", board.content, board.counted_at as "countedAt"
    from exemplar_board board
    where board.province_id = any(${[...provinces]}::int[]) and board.year = ${year}::int and board.ver = ${ver}::int
      and not exists (select from touched where touched.province_id = board.province_id)`.execute(db);
  return rows;
}

/** Takes out all that has been touched, and every board that it concerns, of any year. What is touched while this runs is not seen by it and stays. */
export async function forgetBoards(tx: Transaction, ver: number): Promise<void> {
  await sql`
    with ${touched(ver)},
    seen as (
      delete from exemplar_touched using touched where exemplar_touched.id = touched.id returning touched.province_id
    )
    delete from exemplar_board board using (select distinct province_id from seen) gone
    where board.province_id = gone.province_id`.execute(tx);
}

export async function keepBoard(
  tx: Transaction,
  { ver, year, now }: { ver: number; year: number; now: Date },
  board: Omit<Kept, "countedAt">,
) {
  const content = JSON.stringify(board.content);
  await sql`
    insert into exemplar_board (province_id, year, ver, content, counted_at)
    values (${board.provinceId}::int, ${year}::int, ${ver}::int, ${content}::jsonb, ${now}::timestamptz)
    on conflict (province_id, year) do update set ver = excluded.ver, content = excluded.content, counted_at = excluded.counted_at`.execute(
    tx,
  );
}

/** The version of the tree of today. */
export async function treeOfToday(db: Database): Promise<number | null> {
  const { rows } = await sql<{ ver: number }>`select ver from tree_version where valid @> current_date`.execute(db);
  return rows[0]?.ver ?? null;
}
