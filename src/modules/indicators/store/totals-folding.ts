import { sql, type RawBuilder } from "kysely";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { slots } from "../domain/figures.ts";
import { allColumns, each } from "./figures-columns.ts";
import { placed } from "./totals.ts";

const letters = ["a", "c", "v"] as const;
const summed = letters.map((letter) => each(letter, slots, (name) => `coalesce(sum(${name}), 0)`)).join(", ");
const adding = letters.map((letter) => each(letter, slots, (name) => `${name} = figure_total.${name} + excluded.${name}`)).join(", ");

const tree = (periodId: number): RawBuilder<unknown> => sql`tree as materialized (
  select period.id as period_id, period.to_day, version.ver, (select max(ver) from tree_version) as epoch, built.period_id is not null and
         built.ver = version.ver and (not built.strays or built.epoch = (select max(ver) from tree_version)) as ready
  from figure_period period
  join tree_version version on version.valid @> period.to_day
  left join figure_built built on built.period_id = period.id
  where period.id = ${periodId}::int
)`;

/** One row of `source` for each area whose sum it counts for: its commune, its district, and the uppermost below the root. */
const spread = (source: string): RawBuilder<unknown> => sql`
  from tree join ${sql.ref(source)} on ${sql.ref(`${source}.period_id`)} = tree.period_id
  ${placed(source)}
  cross join lateral (
    select distinct area_id, area_id = top.id as top
    from (select coalesce(place.province_id, place.district_id, place.commune_id, place.area_id) as id) top
    cross join lateral unnest(array[top.id, place.district_id, place.commune_id]) as area_id
    where area_id is not null
  ) area`;

/** A unit of figure_value as a row of sums. */
const asSums = [
  slots.map((slot) => `((figure_value.asked >> ${slot - 1}) & 1)::int as a${slot}`).join(", "),
  each("v", slots, (name) => `(figure_value.${name} is not null)::int as ${name.replace("v", "c")}`),
  each("v", slots, (name) => `figure_value.${name}`),
].join(", ");

/** Holds the sums of a period against other folders until the transaction ends. False when somebody else has them and `wait` is not set. */
export async function lockSums(tx: Transaction, periodId: number, { wait }: { wait: boolean }): Promise<boolean> {
  if (!wait) {
    const { rows } = await sql<{
      got: boolean;
    }>`select pg_try_advisory_xact_lock(hashtext('figure sums'), ${periodId}::int) as got`.execute(tx);
    return rows[0]?.got === true;
  }
  await sql`select pg_advisory_xact_lock(hashtext('figure sums'), ${periodId}::int)`.execute(tx);
  return true;
}

/** Whether the sums of a period stand for the tree as it is now. Null: the period's last day lies in no tree. */
export async function sumsStand(tx: Transaction, periodId: number): Promise<boolean | null> {
  const { rows } = await sql<{ ready: boolean }>`with ${tree(periodId)} select ready from tree`.execute(tx);
  return rows[0]?.ready ?? null;
}

/**
 * Moves all pending changes of a period into its sums: one statement, so whoever reads sees each change exactly once,
 * and a crash leaves everything as it was. After `lockSums`.
 */
export async function fold(tx: Transaction, periodId: number): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with ${tree(periodId)},
    taken as (delete from figure_pending where period_id = ${periodId}::int returning *),
    put as (
      insert into figure_total (period_id, approved, group_id, series_id, area_id, top, n, ${sql.raw(allColumns)})
      select tree.period_id, approved, group_id, series_id, area.area_id, bool_or(area.top), sum(n), ${sql.raw(summed)}
      ${spread("taken")}
      group by tree.period_id, approved, group_id, series_id, area.area_id
      on conflict (period_id, approved, group_id, series_id, area_id) do update set n = figure_total.n + excluded.n, ${sql.raw(adding)}
    ), strays as (
      update figure_built built set strays = true, epoch = tree.epoch
      from tree
      where built.period_id = tree.period_id and not built.strays and exists (
        select from taken left join unit_at on unit_at.ver = tree.ver and unit_at.unit_id = taken.unit_id where unit_at.unit_id is null)
    )
    select count(*)::int as folded from taken
  `.execute(tx);
  return rows[0]?.folded ?? 0;
}

/** Makes the sums of a period anew from its units, for the tree as it is now. After `lockSums`. */
export async function buildSums(tx: Transaction, periodId: number): Promise<number> {
  await sql`delete from figure_total where period_id = ${periodId}::int`.execute(tx);
  await sql`delete from figure_built where period_id = ${periodId}::int`.execute(tx);
  // One snapshot for both: a change is pending exactly as long as its unit's row is not in the sums.
  const { rows } = await sql<{ units: number }>`
    with ${tree(periodId)},
    taken as (delete from figure_pending where period_id = ${periodId}::int),
    built as (
      insert into figure_built (period_id, ver, epoch, strays, built_at)
      select period_id, ver, epoch, exists (
        select from figure_value left join unit_at on unit_at.ver = tree.ver and unit_at.unit_id = figure_value.unit_id
        where figure_value.period_id = tree.period_id and unit_at.unit_id is null), now()
      from tree
    ), leaf as (
      select tree.period_id, figure_value.approved, figure_value.group_id, figure_value.series_id, area.area_id, area.top, 1 as n, ${sql.raw(asSums)}
      ${spread("figure_value")}
    ), put as (
      insert into figure_total (period_id, approved, group_id, series_id, area_id, top, n, ${sql.raw(allColumns)})
      select period_id, approved, group_id, series_id, area_id, bool_or(top), sum(n), ${sql.raw(summed)}
      from leaf group by period_id, approved, group_id, series_id, area_id
    )
    select count(*)::int as units from figure_value where period_id = ${periodId}::int
  `.execute(tx);
  return rows[0]?.units ?? 0;
}

export type Proof = { rows: number; differences: number };

/** Compares kept sums and what is pending with what the units themselves add up to, in one snapshot. Null where no sums stand. */
export async function proveSums(db: Database, periodId: number): Promise<Proof | null> {
  const sides = letters.map((letter) => each(letter, slots)).join(", ");
  const signed = (sign: "" | "-") =>
    letters.map((letter) => each(letter, slots, (name) => `${sign}coalesce(${name}, 0) as ${name}`)).join(", ");
  const differing = letters.map((letter) => slots.map((slot) => `sum(${letter}${slot}) <> 0`).join(" or ")).join(" or ");
  const key = "approved, group_id, series_id, area_id";
  const { rows } = await sql<{ ready: boolean; rows: number; differences: number }>`
    with ${tree(periodId)},
    leaf as (
      select figure_value.approved, figure_value.group_id, figure_value.series_id, area.area_id, 1 as n, ${sql.raw(asSums)}
      ${spread("figure_value")}
    ), side as (
      select ${sql.raw(key)}, n, ${sql.raw(sides)} from figure_total where period_id = ${periodId}::int
      union all
      select approved, group_id, series_id, area.area_id, n, ${sql.raw(signed(""))} ${spread("figure_pending")}
      union all
      select ${sql.raw(key)}, -n, ${sql.raw(signed("-"))} from leaf
    ), compared as (
      select sum(n) <> 0 or ${sql.raw(differing)} as differs from side group by ${sql.raw(key)}
    )
    select (select ready from tree) as ready, count(*)::int as rows, (count(*) filter (where differs))::int as differences from compared
  `.execute(db);
  const found = rows[0];
  return found?.ready ? { rows: found.rows, differences: found.differences } : null;
}

/** Periods with changes that are not in their sums, or whose sums stand for another tree. */
export async function periodsToFold(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct period_id as id from figure_pending order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Every period that has figures. */
export async function allPeriods(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from figure_period where exists (select from figure_value where period_id = figure_period.id) order by id
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** How many changes of a period are not in its sums yet. */
export async function countPending(tx: Transaction, periodId: number): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from figure_pending where period_id = ${periodId}::int`.execute(tx);
  return rows[0]?.count ?? 0;
}
