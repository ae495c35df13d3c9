import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/index.ts";
import { keptPlan, type Database } from "../../../platform/database/index.ts";
import { areaKinds, type UnitKind } from "../../units/contract.ts";
import type { Series, TotalBy } from "../contract/figures.ts";
import { each, packed } from "./figures-columns.ts";

/** Sums of one group's slots over the units of one area and series. */
export type SumRow = { area: UnitId; series: Series; group: number; n: number; sums: Map<number, Sum> };
export type Sum = { asked: number; given: number; sum: bigint };

export type AskedSums = {
  approved: boolean;
  period: Pick<Period, "calendar" | "code" | "to">;
  area: UnitId;
  areaKind: UnitKind;
  by: TotalBy;
  groups: readonly number[];
  slots: readonly number[];
  series: readonly Series[] | null;
  /** From single units, whatever sums are kept: for proofs. */
  fromLeaves?: boolean;
};

/** Sums are kept for these; everything smaller is added up from single units. */
const kept = new Set<UnitKind>(["country", "province", "district", "commune"]);

/**
 * Kept sums and what is not in them yet, or, where no sums are kept for the tree as it is now, the units themselves. Each is
 * one statement, so one snapshot: exact for everything committed before, whoever folds meanwhile.
 */
export async function readSums(db: Database, asked: AskedSums): Promise<{ areas: UnitId[]; rows: SumRow[] }> {
  if (asked.fromLeaves === true || !usesKept(asked)) return sumsOfLeaves(db, asked);
  return (await keptSums(db, asked)) ?? sumsOfLeaves(db, asked);
}

/**
 * Rows leave as text and are added up here, so the text of the statement is the same whatever is asked and its plan can be
 * kept: planning would cost more than running. Null when no sums stand for the tree as it is now.
 */
async function keptSums(db: Database, asked: AskedSums): Promise<{ areas: UnitId[]; rows: SumRow[] } | null> {
  const groups = sql`any(${[...asked.groups]}::int[])`;
  const { within, area, place, total, move } = joining(asked);
  const { rows } = await sql<{ area: UnitId | null; series: Series | null; kept: boolean; line: string | null; ready: boolean }>`${keptPlan}
    with ${tree(asked.period, false)}${within},
    piece as (
      select ${area} as area, total.series_id, true as kept, total::text as line
      from tree
      ${total.beside}
      join figure_total total on total.period_id = tree.period_id and total.approved = ${asked.approved}::boolean and total.group_id = ${groups}
        and ${total.fits}
      where tree.ready
      union all
      select ${area}, move.series_id, false, move::text
      from tree
      join figure_pending move on move.period_id = tree.period_id and move.approved = ${asked.approved}::boolean and move.group_id = ${groups}
      ${move.beside}
      where tree.ready and ${move.fits}
    )
    select area, (select name from figure_series where id = piece.series_id) as series, kept, line, true as ready, 0 as place from piece
    union all
    select ${area}, null, true, null, tree.ready, ${place} from tree ${within === none ? none : sql`left join within on true`}
    order by place
  `.execute(db);
  if (!rows.some(({ line, ready }) => line === null && ready)) return null;
  const sums = new Map<string, SumRow>();
  for (const { area, series, kept, line } of rows) {
    if (area === null || series === null || line === null) continue;
    if (asked.series !== null && !asked.series.includes(series)) continue;
    const { group, n, at } = read(line, kept ? totalOrder : pendingOrder);
    const key = `${area}/${series}/${group}`;
    const row = sums.get(key) ?? { area, series, group, n: 0, sums: new Map<number, Sum>() };
    row.n += n;
    for (const slot of asked.slots) row.sums.set(slot, plus(row.sums.get(slot), at(slot)));
    sums.set(key, row);
  }
  return { areas: rows.flatMap(({ area, line }) => (line === null && area !== null ? [area] : [])), rows: [...sums.values()] };
}

const none = sql``;

/** One area is named where it is needed, so that an index finds its rows; several are a list that is joined. */
function joining(asked: AskedSums) {
  if (asked.by !== "self") {
    const total = { beside: sql`cross join within`, fits: sql`total.area_id = within.id` };
    const move = { beside: lyingIn(asked, "move"), fits: sql`true` };
    return { within: sql`, within as materialized (${areasOf(asked)})`, area: sql`within.id`, place: sql`within.place`, total, move };
  }
  const whole = asked.areaKind === "country";
  const total = { beside: none, fits: whole ? sql`total.top` : sql`total.area_id = ${asked.area}::int` };
  const move = { beside: none, fits: whole ? sql`true` : lies(asked.area, "move") };
  return { within: none, area: sql`${asked.area}::int`, place: sql`0`, total, move };
}

/** Where a row's group, units and first slot stand among its columns, as the migration has them. */
type Order = { group: number; n: number; first: number };
const totalOrder: Order = { group: 2, n: 6, first: 7 };
const pendingOrder: Order = { group: 3, n: 6, first: 7 };

/** A row as PostgreSQL writes it, "(1,f,2,…)": numbers and flags only, an empty place is null. */
function read(line: string, { group, n, first }: Order): { group: number; n: number; at: (slot: number) => Sum } {
  const parts = line.slice(1, -1).split(",");
  const at = (slot: number): Sum => ({
    asked: Number(parts[first + slot - 1] || 0),
    given: Number(parts[first + 32 + slot - 1] || 0),
    sum: BigInt(parts[first + 64 + slot - 1] || 0),
  });
  return { group: Number(parts[group]), n: Number(parts[n]), at };
}

const plus = (a: Sum | undefined, b: Sum): Sum => ({
  asked: (a?.asked ?? 0) + b.asked,
  given: (a?.given ?? 0) + b.given,
  sum: (a?.sum ?? 0n) + b.sum,
});

async function sumsOfLeaves(db: Database, asked: AskedSums): Promise<{ areas: UnitId[]; rows: SumRow[] }> {
  const { slots } = asked;
  const { rows } = await sql<{ area: UnitId; series: Series | null; group: number; n: number; a: string[]; c: string[]; v: string[] }>`
    with ${tree(asked.period, true)},
    within as materialized (${areasOf(asked)}),
    piece (area, series_id, group_id, n, ${sql.raw(each("a", slots))}, ${sql.raw(each("c", slots))}, ${sql.raw(each("v", slots))}) as (
      select within.id, value.series_id, value.group_id, 1, ${sql.raw(slots.map((slot) => `((value.asked >> ${slot - 1}) & 1)::int`).join(", "))},
             ${sql.raw(each("v", slots, (name) => `(${name} is not null)::int`))}, ${sql.raw(each("v", slots, zero))}
      from tree
      join figure_value value on value.period_id = tree.period_id and value.approved = ${asked.approved}::boolean and value.group_id = any(${[...asked.groups]}::int[])
      ${lyingIn(asked, "value")}
    )
    select within.id as area, null as series, 0 as group, 0 as n, '{}'::text[] as a, '{}'::text[] as c, '{}'::text[] as v, within.place from within
    union all
    select piece.area, figure_series.name, piece.group_id, sum(piece.n)::int, ${packed("a", slots, total)}, ${packed("c", slots, total)}, ${packed("v", slots, total)}, 0
    from piece
    join figure_series on figure_series.id = piece.series_id
    where ${asked.series === null ? sql`true` : sql`figure_series.name = any(${[...asked.series]}::text[])`}
    group by piece.area, figure_series.name, piece.group_id
    order by place
  `.execute(db);
  return {
    areas: rows.flatMap(({ series, area }) => (series === null ? [area] : [])),
    rows: rows.flatMap(({ area, series, group, n, a, c, v }) =>
      series === null ? [] : [{ area, series, group, n, sums: new Map(slots.map((slot, at) => [slot, sumOf(a[at], c[at], v[at])])) }],
    ),
  };
}

const zero = (name: string): string => `coalesce(${name}, 0)`;
const total = (name: string): string => `sum(piece.${name})`;
const sumOf = (a = "0", c = "0", v = "0"): Sum => ({ asked: Number(a), given: Number(c), sum: BigInt(v) });

/** A commune's residential areas, a residential area or a body: no sums are kept for those. */
const usesKept = ({ areaKind, by }: AskedSums): boolean => kept.has(areaKind) && !(by === "children" && areaKind === "commune");

/** The version of the tree on the period's last day, and whether kept sums stand for it. */
const tree = (period: Pick<Period, "calendar" | "code" | "to">, leavesOnly: boolean): RawBuilder<unknown> => sql`tree as materialized (
  select period.id as period_id, period.to_day, version.ver,
         ${leavesOnly ? sql`false` : sql`coalesce(built.ver = version.ver and (not built.strays or built.epoch = (select max(ver) from tree_version)), false)`} as ready
  from (select ${period.to}::date as to_day, (select id from figure_period where calendar = ${period.calendar} and code = ${period.code}) as id) period
  left join tree_version version on version.valid @> period.to_day
  left join figure_built built on built.period_id = period.id
)`;

/** The areas that get a row each, in the order of the tree. */
function areasOf({ area, by }: AskedSums): RawBuilder<unknown> {
  if (by === "self") return sql`select ${area}::int as id, 0 as place`;
  const kinds = by === "communes" ? ["commune"] : [...areaKinds];
  return sql`
    select below.unit_id as id, below.lo as place
    from tree
    join unit_at root on root.ver = tree.ver and root.unit_id = ${area}::int
    join unit_at below on below.ver = tree.ver and below.kind = any(${kinds}::text[])
      and ${by === "children" ? sql`below.parent_id = root.unit_id` : sql`below.lo between root.lo and root.hi`}`;
}

/** Where a unit of `source` lies: in the tree of the period's last day, or where it last stood. */
export const placed = (source: string): RawBuilder<unknown> => sql`
  left join unit_at at on at.ver = tree.ver and at.unit_id = ${sql.ref(`${source}.unit_id`)}
  left join lateral (select stray.* from figure_stray(${sql.ref(`${source}.unit_id`)}, tree.to_day) stray where at.unit_id is null) stray on true
  cross join lateral (
    select coalesce(at.area_id, stray.area_id) as area_id, coalesce(at.province_id, stray.province_id) as province_id,
           coalesce(at.district_id, stray.district_id) as district_id, coalesce(at.commune_id, stray.commune_id) as commune_id
  ) place`;

/** Whether a unit of `source` counts for one area that has kept sums. */
const lies = (area: UnitId, source: string): RawBuilder<unknown> => sql`exists (
  select from (select) one
  ${placed(source)}
  where ${area}::int in (place.province_id, place.district_id, place.commune_id, place.area_id))`;

/** Joins `within` to the units that count for it. */
function lyingIn({ area, areaKind, by }: AskedSums, source: string): RawBuilder<unknown> {
  const unit = sql.ref(`${source}.unit_id`);
  if (by !== "self" || (kept.has(areaKind) && areaKind !== "country"))
    return sql`${placed(source)} join within on within.id in (place.province_id, place.district_id, place.commune_id, place.area_id)`;
  if (areaKind === "country") return sql`cross join within`;
  return sql`${placed(source)}
    left join unit_at root on root.ver = tree.ver and root.unit_id = ${area}::int
    join within on at.lo between root.lo and root.hi or place.area_id = ${area}::int or ${unit} = ${area}::int`;
}
