import { sql } from "kysely";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { formatShortDate } from "../../../kernel/time/index.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { areaKinds, bodyKinds } from "../contract.ts";
import { say } from "../messages.ts";

/** Bodies before the areas below, as official lists have them. */
const readingOrder = [...bodyKinds, ...areaKinds];
const areas = [...areaKinds];

/** Editors of the tree take turns: two at once would each build versions that miss the other's edges. Readers never wait. */
export async function lockTree(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('unit tree'))`.execute(tx);
}

/**
 * Brings tree_version and unit_at up to date after edges changed in `days` (a multirange such as '{[2026-01-01,)}').
 * Versions outside those days stay as they are. Refuses a tree in which a unit hangs in the air: its parent does not exist
 * on all of its days, or is below it.
 */
export async function rebuildTree(tx: Transaction, days: string): Promise<void> {
  const spans = await planSpans(tx, days);
  const kept = spans.flatMap(({ ver, valid }) => (ver === null ? [] : [{ ver, valid }]));
  const fresh = spans.flatMap(({ ver, valid }) => (ver === null ? [valid] : []));
  const keptVers = kept.map(({ ver }) => ver);
  await sql`delete from tree_version where ver <> all(${keptVers}::int[])`.execute(tx);
  await sql`
    update tree_version set valid = kept.valid
    from unnest(${keptVers}::int[], ${kept.map(({ valid }) => valid)}::daterange[]) as kept (ver, valid)
    where tree_version.ver = kept.ver and tree_version.valid <> kept.valid
  `.execute(tx);
  const { rows } = await sql<{ ver: number }>`
    insert into tree_version (valid) select valid from unnest(${fresh}::daterange[]) as fresh (valid) order by valid returning ver
  `.execute(tx);
  const vers = rows.map(({ ver }) => ver);
  await build(tx, vers);
  await refuseLooseUnits(tx, vers);
}

/**
 * The spans between consecutive days on which any edge begins or ends; within one, the tree stands still. `ver`: the version
 * that stays for a span, since nothing in it changed.
 */
async function planSpans(tx: Transaction, days: string): Promise<{ valid: string; ver: number | null }[]> {
  const { rows } = await sql<{ valid: string; ver: number | null }>`
    with borders as (
      select lower(valid) as day from unit_edge where not lower_inf(valid)
      union select upper(valid) from unit_edge where not upper_inf(valid)
    ), spans as (
      select daterange(null, min(day)) as valid from borders
      union all select daterange(day, lead(day) over (order by day)) from borders
    ), used as (
      select valid from spans where exists (select from unit_edge where unit_edge.valid && spans.valid)
    ), kept as (
      -- A version may have held for what are now two spans; it stays for the first, the second is built anew.
      select distinct on (tree_version.ver) tree_version.ver, used.valid
      from used join tree_version on tree_version.valid @> used.valid
      where not used.valid && ${days}::datemultirange
      order by tree_version.ver, used.valid
    )
    select used.valid::text as valid, kept.ver from used left join kept on kept.valid = used.valid order by used.valid
  `.execute(tx);
  return rows;
}

/** Fills new versions: depth-first numbers, the areas around, in one statement for all. */
async function build(tx: Transaction, vers: number[]): Promise<void> {
  await sql`
    with recursive node as materialized (
      select version.ver, edge.unit_id, edge.parent_id, edge.name, unit.kind,
             row_number() over (
               partition by version.ver, edge.parent_id
               order by array_position(${readingOrder}::text[], unit.kind), edge.name collate "vi-x-icu", edge.unit_id
             )::int as place
      from tree_version version
      join unit_edge edge on edge.valid && version.valid
      join unit on unit.id = edge.unit_id
      where version.ver = any(${vers}::int[])
    ), walk as (
      select ver, unit_id, parent_id, name, kind, array[place] as path, array[unit_id] as line, 0::smallint as depth,
             case when kind = any(${areas}::text[]) then unit_id end as area_id,
             case kind when 'province' then unit_id end as province_id,
             case kind when 'district' then unit_id end as district_id,
             case kind when 'commune' then unit_id end as commune_id
      from node
      where parent_id is null
      union all
      select node.ver, node.unit_id, node.parent_id, node.name, node.kind, walk.path || node.place, walk.line || node.unit_id, (walk.depth + 1)::smallint,
             case when node.kind = any(${areas}::text[]) then node.unit_id else walk.area_id end,
             case node.kind when 'province' then node.unit_id else walk.province_id end,
             case node.kind when 'district' then node.unit_id else walk.district_id end,
             case node.kind when 'commune' then node.unit_id else walk.commune_id end
      from walk join node on node.ver = walk.ver and node.parent_id = walk.unit_id
    ), numbered as (
      select walk.*, row_number() over (partition by ver order by path)::int as lo from walk
    ), sizes as (
      select ver, ancestor as unit_id, count(*)::int as size from walk cross join unnest(line) as ancestor group by ver, ancestor
    )
    insert into unit_at (ver, unit_id, parent_id, kind, name, depth, lo, hi, area_id, province_id, district_id, commune_id)
    select ver, unit_id, parent_id, kind, name, depth, lo, lo + size - 1, area_id, province_id, district_id, commune_id
    from numbered join sizes using (ver, unit_id)
  `.execute(tx);
}

async function refuseLooseUnits(tx: Transaction, vers: number[]): Promise<void> {
  const { rows } = await sql<{ id: UnitId; name: string; parent: string | null; from: string | null; to: string | null }>`
    select edge.unit_id as id, edge.name,
           (select name from unit_edge above where above.unit_id = edge.parent_id order by upper(valid) desc nulls first limit 1) as parent,
           lower(version.valid)::text as from, (upper(version.valid) - 1)::text as to
    from tree_version version
    join unit_edge edge on edge.valid && version.valid
    where version.ver = any(${vers}::int[]) and not exists (select from unit_at where unit_at.ver = version.ver and unit_at.unit_id = edge.unit_id)
    order by edge.unit_id limit 20
  `.execute(tx);
  const first = rows[0];
  if (!first) return;
  const { name, parent } = first;
  throw problem("wrong_state", say("looseUnit", { name, parent: parent ?? "—", from: shortDay(first.from), to: shortDay(first.to) }), {
    loose: rows,
  });
}

const shortDay = (day: string | null): string => (day === null ? "…" : formatShortDate(day));
