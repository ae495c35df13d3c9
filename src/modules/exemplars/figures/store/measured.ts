import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import type { MeasureScope } from "../../../../platform/measure.ts";
import { membersOf } from "../../../units/index.ts";
import type { Asked, Family } from "../measures.ts";

type Span = { from: CalendarDate; to: CalendarDate };

/**
 * The day on which an exemplar counts as new: that of its registration, within the year that its round gave it. What is
 * registered in December for the coming year is new on the first day of that year.
 */
const newOn = sql`least(greatest(e.registered_on, make_date(e.first_year, 1, 1)), make_date(e.first_year, 12, 31))`;

/** Taken into the list, and not stopped on the last day of the span. */
const runningAt = ({ to }: Span) => sql`
  e.state in ('accepted', 'stopped') and e.accepted_on <= ${to}::date
  and not exists (select from ended where ended.exemplar_id = e.id and ended.kind = 'stopped')`;

/** The exemplars of each family, each once, with the level where the family has one. */
const those: Record<Family, (span: Span) => RawBuilder<unknown>> = {
  new: ({ from, to }) => sql`
    select 'new', ${newOn}, null::text, e.* from registered e
    where e.first_year is not null and ${newOn} between ${from}::date and ${to}::date`,
  running: (span) => sql`
    select 'running', e.moved_on, null::text, e.* from registered e where ${runningAt(span)}`,
  recognised: ({ from, to }) => sql`
    select 'recognised', highest.recognised_on, highest.level, e.*
    from registered e cross join lateral (
      select recognition.recognised_on, recognition.level from exemplar_recognition recognition
      where recognition.exemplar_id = e.id and recognition.recognised_on between ${from}::date and ${to}::date
        and (recognition.revoked_on is null or recognition.revoked_on > ${to}::date)
      order by array_position(array['commune', 'district', 'province', 'centre'], recognition.level) desc limit 1
    ) highest`,
  replicated: ({ from, to }) => sql`
    select 'replicated', e.registered_on, null::text, e.* from registered e
    where e.copied_from is not null and e.registered_on between ${from}::date and ${to}::date`,
  stopped: ({ from }) => sql`
    select 'stopped', ended.on_date, null::text, e.* from registered e join ended on ended.exemplar_id = e.id
    where ended.kind = 'stopped' and ended.on_date >= ${from}::date`,
  inspected: (span) => sql`
    select 'inspected', e.moved_on, null::text, e.* from registered e
    where ${runningAt(span)} and (
      exists (
        select from exemplar_event event where event.exemplar_id = e.id and event.kind in ('visit', 'inspect') and event.struck_at is null
          and event.on_date between ${span.from}::date and ${span.to}::date)
      or exists (
        select from exemplar_grade grade where grade.exemplar_id = e.id and grade.decided_on between ${span.from}::date and ${span.to}::date))`,
  persons: ({ from, to }) => sql`
    select 'persons', e.registered_on, null::text, e.* from registered e
    where e.kind = 'person' and (
      e.registered_on between ${from}::date and ${to}::date
      or exists (select from exemplar_recognition recognition where recognition.exemplar_id = e.id
        and recognition.recognised_on between ${from}::date and ${to}::date
        and (recognition.revoked_on is null or recognition.revoked_on > ${to}::date)))`,
};

/**
 * `member (root, unit_id)`, `asked`, and `fact`: what counts, with the lead that counts it. Who leads is looked up by the index,
 * once; a unit then adds up its leads.
 */
function facts(asked: readonly Asked[], units: readonly UnitId[], scope: MeasureScope, span: Span): RawBuilder<unknown> {
  const wanted = [...new Set(asked.map(({ family }) => family))];
  return sql`
    ${membersOf(units, scope, span.to)},
    asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (name text, family text, part text, key text)
    ),
    registered as materialized (
      select e.id, e.name, e.kind, e.field, e.state, e.lead_id, e.registered_on, e.accepted_on, e.first_year, e.copied_from, e.moved_on,
             e.money, e.money_said, e.labour, e.labour_said, e.turns, e.turns_said
      from exemplar e
      where e.lead_id = any(array(select distinct unit_id from member))
        and e.state in ('registered', 'accepted', 'stopped') and e.same_as is null
    ),
    ended as materialized (
      select distinct on (event.exemplar_id) event.exemplar_id, event.kind, event.on_date
      from exemplar_event event
      where event.exemplar_id in (select id from registered)
        and event.kind in ('stopped', 'resumed') and event.struck_at is null and event.on_date <= ${span.to}::date
      order by event.exemplar_id, event.on_date desc, event.typed_at desc
    ),
    fact (family, on_date, level, id, name, kind, field, state, lead_id, registered_on, accepted_on, first_year, copied_from, moved_on,
          money, money_said, labour, labour_said, turns, turns_said) as materialized (${sql.join(
            wanted.map((family) => those[family](span)),
            sql` union all `,
          )})`;
}

const fits = sql`
  asked.family = fact.family
  and case asked.part
        when 'kind' then fact.kind = asked.key
        when 'field' then fact.field = asked.key
        when 'level' then fact.level = asked.key
        else true
      end
  and (asked.part = 'kind' or asked.family = 'persons' or fact.kind <> 'person')`;

/** The value of one exemplar for one measure, null when it says nothing about it; and the word it was said with. */
const valued = sql`
  cross join lateral (
    select case asked.part when 'turns' then fact.turns when 'money' then fact.money when 'labour' then fact.labour else 1 end::numeric as value,
           case asked.part when 'turns' then fact.turns_said when 'money' then fact.money_said when 'labour' then fact.labour_said end as said
  ) figure`;

export type MeasuredRow = { name: string; unit: UnitId; value: string; records: number; approximate: number };

/** All measures of all units in one statement; what has no record is absent. */
export async function measure(
  db: Database,
  asked: readonly Asked[],
  units: readonly UnitId[],
  scope: MeasureScope,
  span: Span,
): Promise<MeasuredRow[]> {
  const { rows } = await sql<MeasuredRow>`
    with recursive ${facts(asked, units, scope, span)},
    by_lead as materialized (
      select asked.name, fact.lead_id, sum(figure.value) as value, count(*) as records, count(figure.said) as approximate
      from fact join asked on ${fits}
      ${valued}
      where figure.value is not null
      group by asked.name, fact.lead_id
    )
    select by_lead.name, member.root as unit, sum(by_lead.value)::text as value, sum(by_lead.records)::int as records,
           sum(by_lead.approximate)::int as approximate
    from by_lead join member on member.unit_id = by_lead.lead_id
    group by by_lead.name, member.root`.execute(db);
  return rows;
}

export type BehindRow = { id: ExemplarId; title: string; date: CalendarDate; lead_id: UnitId; value: string; said: string | null };

type Behind = { asked: readonly Asked[]; units: readonly UnitId[]; scope: MeasureScope; span: Span; limit: number };

/** The exemplars behind numbers, newest first, each once. */
export async function measuredExemplars(db: Database, { asked, units, scope, span, limit }: Behind): Promise<BehindRow[]> {
  const { rows } = await sql<BehindRow>`
    with recursive ${facts(asked, units, scope, span)},
    behind as (
      select distinct on (fact.id) fact.id, fact.name as title, fact.on_date as date, fact.lead_id, figure.value::text as value, figure.said
      from fact join asked on ${fits}
      ${valued}
      where figure.value is not null
      order by fact.id, fact.on_date desc
    )
    select * from behind order by date desc, id desc limit ${limit}`.execute(db);
  return rows;
}
