import { sql, type RawBuilder } from "kysely";
import type { SubjectId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureScope } from "../../../platform/measure.ts";
import { membersOf } from "../../units/index.ts";
import { countedKinds, type CountedKind, type Stated } from "../domain/shares.ts";

type Span = { from: CalendarDate; to: CalendarDate };
type Of = { rated: readonly CountedKind[]; units: readonly UnitId[]; scope: MeasureScope; span: Span };

/**
 * A round tells about a period when it ends in it. Of two that are about as long (a civil year, and one from 15/12 to 14/12) it is
 * the one that it shares most days with.
 */
const tellsOf = ({ from, to }: Span): RawBuilder<unknown> => sql`
  case when greatest(r.period_until - r.period_from, ${to}::date - ${from}::date) < 2 * least(r.period_until - r.period_from, ${to}::date - ${from}::date)
    then 2 * (least(r.period_until, ${to}::date) - greatest(r.period_from, ${from}::date) + 1)
         > greatest(r.period_until - r.period_from, ${to}::date - ${from}::date) + 1
    else r.period_until between ${from}::date and ${to}::date
  end`;

/**
 * `member`, and `thing`: what was rated in rounds that are closed, each once, as the last round put it. A rubric for several kinds
 * does not say which of them a thing is, so only those for one count.
 */
const things = ({ rated, units, scope, span }: Of): RawBuilder<unknown> => sql`
  ${membersOf(units, scope, span.to)},
  round as materialized (
    select r.id, r.body_id, r.all_units, r.period_until, r.closed_at, kind.rated
    from appraisal_round r
    join appraisal_rubric rubric on rubric.id = r.rubric_id
    cross join lateral (
      select min(each) as rated from unnest(rubric.rates) each where each = any(${[...countedKinds]}::text[]) having count(*) = 1
    ) kind
    where r.id in (select s.round_id from appraisal_subject s where s.unit_id = any(array(select distinct unit_id from member)))
      and r.state = 'closed' and kind.rated = any(${[...rated]}::text[]) and ${tellsOf(span)}
  ),
  thing as materialized (
    select distinct on (round.rated, s.kind, s.ref) round.rated, s.id, s.unit_id, s.title, s.state = 'concluded' and coalesce(s.counts, false) as reached,
           coalesce(s.concluded_on, round.period_until) as on_date
    from round join appraisal_subject s on s.round_id = round.id
    order by round.rated, s.kind, s.ref, round.period_until desc, round.closed_at desc, round.id desc
  )`;

export type ShareRow = { rated: CountedKind; unit: UnitId; reached: number; of: number };

/** Of the things that were rated; a unit without any is absent. */
export async function ratedShares(db: Database, of: Of): Promise<ShareRow[]> {
  const { rows } = await sql<ShareRow>`
    with recursive ${things(of)}
    select thing.rated, member.root as unit, count(*)::int as of, (count(*) filter (where thing.reached))::int as reached
    from thing join member on member.unit_id = thing.unit_id
    group by thing.rated, member.root`.execute(db);
  return rows;
}

/**
 * What bodies say there is in all (every enterprise of the area), for the units that a body and everything its round rated
 * belong to. Of a body with several such rounds the last one speaks.
 */
export async function statedTotals(db: Database, of: Of): Promise<(Stated & { rated_kind: CountedKind; unit: UnitId })[]> {
  const { rows } = await sql<Stated & { rated_kind: CountedKind; unit: UnitId }>`
    with recursive ${things(of)},
    stated as materialized (
      select distinct on (member.root, round.rated, round.body_id) member.root, round.rated, round.body_id, round.all_units
      from round join member on member.unit_id = round.body_id
      where round.all_units is not null and not exists (
        select from appraisal_subject s
        where s.round_id = round.id
          and not exists (select from member inside where inside.root = member.root and inside.unit_id = s.unit_id))
      order by member.root, round.rated, round.body_id, round.period_until desc, round.closed_at desc, round.id desc
    ),
    today as materialized (select ver from tree_version where valid @> ${of.span.to}::date),
    place as materialized (
      select spot.unit_id, spot.lo, area.lo as from_lo, area.hi as to_lo
      from today join unit_at spot using (ver) join unit_at area on area.ver = spot.ver and area.unit_id = coalesce(spot.area_id, spot.unit_id)
      where spot.unit_id in (select body_id from stated union select unit_id from thing)
    )
    select stated.root as unit, stated.rated as rated_kind, stated.body_id as body, stated.all_units as all, body.lo as at,
           body.from_lo as from, body.to_lo as until,
           (select count(*)::int from thing
             join place on place.unit_id = thing.unit_id and place.lo between body.from_lo and body.to_lo
             join member on member.unit_id = thing.unit_id and member.root = stated.root
            where thing.rated = stated.rated) as rated
    from stated join place body on body.unit_id = stated.body_id`.execute(db);
  return rows;
}

export type ThingRow = { id: SubjectId; rated: CountedKind; title: string; date: CalendarDate; unit_id: UnitId; reached: boolean };

/** The rated things behind numbers, the last first. */
export async function ratedThings(db: Database, of: Of, limit: number): Promise<ThingRow[]> {
  const { rows } = await sql<ThingRow>`
    with recursive ${things(of)}
    select distinct thing.id, thing.rated, thing.title, thing.on_date as date, thing.unit_id, thing.reached
    from thing join member on member.unit_id = thing.unit_id
    order by date desc, thing.id desc limit ${limit}`.execute(db);
  return rows;
}
