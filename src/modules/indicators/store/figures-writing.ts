import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/index.ts";
import { keptPlan, type Transaction } from "../../../platform/database/index.ts";
import type { UnitKind } from "../../units/index.ts";
import { seriesOf } from "../contract/figures.ts";
import { slots } from "../domain/figures.ts";
import type { Change, Given, Wide } from "../domain/figures-rows.ts";
import { allColumns, packed, replacing, values } from "./figures-columns.ts";

/** Where a unit's figures of a period are kept: the period's number and the series of the unit on the period's last day. */
export type Place = { periodId: number; seriesId: number };

export async function placeFor(tx: Transaction, period: Period, unit: UnitId): Promise<Place | undefined> {
  const { rows } = await sql<{
    periodId: number | null;
    seriesId: number | null;
    kind: UnitKind;
    level: UnitKind | null;
    series: string;
  }>`${keptPlan}
    select period.id as "periodId", series.id as "seriesId", unit.kind, area.kind as level
    from unit
    left join tree_version version on version.valid @> ${period.to}::date
    left join unit_at place on place.ver = version.ver and place.unit_id = unit.id
    left join lateral (select stray.area_id from figure_stray(unit.id, ${period.to}::date) stray where place.unit_id is null) stray on true
    left join unit area on area.id = coalesce(place.area_id, stray.area_id)
    left join figure_period period on period.calendar = ${period.calendar} and period.code = ${period.code}
    left join figure_series series on series.name = unit.kind || '@' || coalesce(area.kind, unit.kind)
    where unit.id = ${unit}::int
  `.execute(tx);
  const found = rows[0];
  if (!found) return undefined;
  return {
    periodId: found.periodId ?? (await makePeriod(tx, period)),
    seriesId: found.seriesId ?? (await makeSeries(tx, seriesOf(found.kind, found.level))),
  };
}

/** Updates for nothing on a conflict, so that the id of a row that another transaction just made comes back too. */
async function makePeriod(tx: Transaction, { calendar, code, kind, from, to }: Period): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into figure_period (calendar, code, kind, from_day, to_day) values (${calendar}, ${code}, ${kind}, ${from}::date, ${to}::date)
    on conflict (calendar, code) do update set kind = excluded.kind returning id
  `.execute(tx);
  return rows[0]?.id ?? 0;
}

async function makeSeries(tx: Transaction, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into figure_series (name) values (${name}) on conflict (name) do update set name = excluded.name returning id
  `.execute(tx);
  return rows[0]?.id ?? 0;
}

/** Whose figures, in which tier. */
export type Home = { periodId: number; approved: boolean; unit: UnitId };

/** Writers of one unit and period take turns: what counts is decided from all that its submissions gave. */
export async function lockFigures(tx: Transaction, { periodId, unit }: Pick<Home, "periodId" | "unit">): Promise<void> {
  await sql`select pg_advisory_xact_lock(${periodId}::int, ${unit}::int)`.execute(tx);
}

export type Standing = { given: Map<number, Given[]>; counting: Map<number, Wide & { seriesId: number; since: string }>; turn: bigint };

type Read = { v: (string | null)[]; asked: string; group: number };
const wide = ({ v, asked }: Read): Wide => ({ asked: BigInt(asked), v: v.map((value) => (value === null ? null : BigInt(value))) });

/** What stands there now, by group, and the turn of who writes next. After `lockFigures` only. */
export async function readStanding(tx: Transaction, home: Home, groups: readonly number[]): Promise<Standing> {
  const { rows } = await sql<
    Read & { submissionId: string | null; turn: string; seriesId: number | null; since: string | null }
  >`${keptPlan}
    select group_id as group, submission_id as "submissionId", turn::text, null::int as "seriesId", null::text as since, asked::text, ${packed("v", slots)} as v
    from figure_given
    where period_id = ${home.periodId}::int and approved = ${home.approved}::boolean and unit_id = ${home.unit}::int and group_id = any(${[...groups]}::int[])
    union all
    select group_id, null, '0', series_id, since::text, asked::text, ${packed("v", slots)}
    from figure_value
    where period_id = ${home.periodId}::int and approved = ${home.approved}::boolean and unit_id = ${home.unit}::int and group_id = any(${[...groups]}::int[])
    union all
    select 0, null, nextval('figure_turn')::text, null, null, '0', '{}'
  `.execute(tx);
  const standing: Standing = { given: new Map(), counting: new Map(), turn: 0n };
  for (const row of rows) {
    if (row.group === 0) standing.turn = BigInt(row.turn);
    else if (row.submissionId === null)
      standing.counting.set(row.group, { ...wide(row), seriesId: row.seriesId ?? 0, since: row.since ?? "" });
    else {
      const one = { ...wide(row), submissionId: row.submissionId, turn: BigInt(row.turn) };
      standing.given.set(row.group, [...(standing.given.get(row.group) ?? []), one]);
    }
  }
  return standing;
}

/** What changes in one group: the submission's own row, what counts, and by how much sums move. */
export type GroupChange = {
  group: number;
  given: Wide;
  before: (Wide & { seriesId: number; since: string }) | null;
  after: Wide | null;
  moves: { seriesId: number; change: Change }[];
};

type Writing = Home & { seriesId: number; submissionId: string; turn: bigint; changes: readonly GroupChange[] };

/** Everything in one statement: a row that is replaced goes to the history with the time it stood. */
export async function writeChanges(
  tx: Transaction,
  { periodId, approved, unit, seriesId, submissionId, turn, changes }: Writing,
): Promise<void> {
  const home = (group: number) => ({ period_id: periodId, approved, unit_id: unit, group_id: group });
  const given = changes
    .filter((one) => one.given.asked !== 0n)
    .map((one) => ({ ...home(one.group), submission_id: submissionId, turn: String(turn), ...columns(one.given) }));
  const withdrawn = changes.filter((one) => one.given.asked === 0n).map(({ group }) => group);
  const past = changes.flatMap(({ group, before }) =>
    before ? [{ ...home(group), series_id: before.seriesId, since: before.since, ...columns(before) }] : [],
  );
  const counting = changes.flatMap(({ group, after }) => (after ? [{ ...home(group), series_id: seriesId, ...columns(after) }] : []));
  const gone = changes.filter(({ before, after }) => before !== null && after === null).map(({ group }) => group);
  const moves = changes.flatMap((one) =>
    one.moves.map((move) => ({ ...home(one.group), series_id: move.seriesId, ...moved(move.change) })),
  );
  await sql`${keptPlan}
    with moment as materialized (select clock_timestamp() as now),
    withdrawn as (
      delete from figure_given
      where period_id = ${periodId}::int and approved = ${approved}::boolean and unit_id = ${unit}::int
        and submission_id = ${submissionId}::uuid and group_id = any(${withdrawn}::int[])
    ), given as (
      insert into figure_given (period_id, approved, unit_id, group_id, submission_id, turn, asked, ${sql.raw(values)})
      select period_id, approved, unit_id, group_id, submission_id, turn, asked, ${sql.raw(values)}
      from jsonb_populate_recordset(null::figure_given, ${JSON.stringify(given)}::jsonb)
      on conflict (period_id, approved, unit_id, group_id, submission_id)
      do update set turn = excluded.turn, asked = excluded.asked, ${sql.raw(replacing("v"))}
    ), past as (
      insert into figure_history (period_id, approved, group_id, unit_id, series_id, asked, since, until, ${sql.raw(values)})
      select period_id, approved, group_id, unit_id, series_id, asked, since, moment.now, ${sql.raw(values)}
      from jsonb_populate_recordset(null::figure_history, ${JSON.stringify(past)}::jsonb), moment
    ), gone as (
      delete from figure_value
      where period_id = ${periodId}::int and approved = ${approved}::boolean and unit_id = ${unit}::int and group_id = any(${gone}::int[])
    ), counting as (
      insert into figure_value (period_id, approved, group_id, unit_id, series_id, asked, since, ${sql.raw(values)})
      select period_id, approved, group_id, unit_id, series_id, asked, moment.now, ${sql.raw(values)}
      from jsonb_populate_recordset(null::figure_value, ${JSON.stringify(counting)}::jsonb), moment
      on conflict (period_id, approved, group_id, unit_id)
      do update set series_id = excluded.series_id, asked = excluded.asked, since = excluded.since, ${sql.raw(replacing("v"))}
    )
    insert into figure_pending (period_id, approved, group_id, series_id, unit_id, n, ${sql.raw(allColumns)})
    select period_id, approved, group_id, series_id, unit_id, n, ${sql.raw(allColumns)}
    from jsonb_populate_recordset(null::figure_pending, ${JSON.stringify(moves)}::jsonb)
  `.execute(tx);
}

const columns = ({ asked, v }: Wide) => ({
  asked: String(asked),
  ...Object.fromEntries(v.flatMap((value, at) => (value === null ? [] : [[`v${at + 1}`, String(value)]]))),
});

/** Without what does not change: most columns of a change are null and cost nothing. */
const moved = ({ n, a, c, v }: Change) => ({
  n,
  ...Object.fromEntries(
    [
      ...a.map((value, at) => [`a${at + 1}`, value] as const),
      ...c.map((value, at) => [`c${at + 1}`, value] as const),
      ...v.map((value, at) => [`v${at + 1}`, String(value)] as const),
    ].filter(([, value]) => value !== 0 && value !== "0"),
  ),
});

/** Homes that a submission has figures in. */
export async function homesOfSubmission(
  tx: Transaction,
  submissionId: string,
): Promise<{ periodId: number; approved: boolean; unit: UnitId; group: number; seriesId: number; asked: bigint }[]> {
  const { rows } = await sql<{ periodId: number; approved: boolean; unit: UnitId; group: number; seriesId: number; asked: string }>`
    select given.period_id as "periodId", given.approved, given.unit_id as unit, given.group_id as group, value.series_id as "seriesId", given.asked::text
    from figure_given given join figure_value value using (period_id, approved, unit_id, group_id)
    where submission_id = ${submissionId}::uuid
    order by 1, 3, 2, 4
  `.execute(tx);
  return rows.map((row) => ({ ...row, asked: BigInt(row.asked) }));
}
