import { sql, type RawBuilder } from "kysely";
import type { ActivityId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureScope } from "../../../platform/measure.ts";
import { membersOf } from "../../units/index.ts";

/**
 * What a measure adds up: `kind` null is any; `what` is count, one of the four figures, or `detail` with its key. Of a count,
 * `key` names the field that says how many times an entry stands for. `chosen`: entries whose choice is that one ("true" of a
 * yes or no), all without it.
 */
export type Asked = {
  name: string;
  kind: string | null;
  what: "count" | "turns" | "gifts" | "money" | "labour" | "detail";
  key: string | null;
  chosen: { key: string; option: string } | null;
};

type Span = { from: CalendarDate; to: CalendarDate };

/** `asked (name, kind, what, key, chosen)` and `member (root, unit_id)`: whose entries count for each unit, each once. */
function given(asked: readonly Asked[], units: readonly UnitId[], scope: MeasureScope, { to }: Span): RawBuilder<unknown> {
  return sql`
    ${membersOf(units, scope, to)},
    asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (name text, kind text, what text, key text, chosen jsonb)
    )`;
}

const fits = sql`
  (asked.kind is null or asked.kind = a.kind)
  and (asked.chosen is null or a.details -> (asked.chosen ->> 'key') ->> 'value' = asked.chosen ->> 'option')`;

/** The value of one entry for one measure, null when it says nothing about it; and the word it was said with. */
const valued = sql`
  cross join lateral (
    select case asked.what
             when 'count' then coalesce((a.details -> asked.key ->> 'value')::numeric, 1)
             when 'turns' then a.turns
             when 'gifts' then a.gifts
             when 'money' then a.money
             when 'labour' then a.labour
             else (a.details -> asked.key ->> 'value')::numeric
           end::numeric as value,
           case asked.what
             when 'turns' then a.turns_said
             when 'gifts' then a.gifts_said
             when 'money' then a.money_said
             when 'labour' then a.labour_said
             else a.details -> asked.key ->> 'said'
           end as said
  ) figure`;

/** Entries by lead are read once, by the index, whatever the planner thinks of the tree; a unit then adds up its leads. */
const entries = (span: Span) => sql`
  entry as materialized (
    select a.id, a.kind, a.name, a.on_date, a.lead_id, a.turns, a.turns_said, a.gifts, a.gifts_said, a.money, a.money_said, a.labour, a.labour_said, a.details
    from activity a where a.lead_id = any(array(select distinct unit_id from member)) and ${counted(span)}
  )`;

const counted = ({ from, to }: Span) => sql`a.state = 'done' and a.same_as is null and a.on_date between ${from}::date and ${to}::date`;

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
    with recursive ${given(asked, units, scope, span)},
    ${entries(span)},
    by_lead as materialized (
      select asked.name, a.lead_id, sum(figure.value) as value, count(*) as records, count(figure.said) as approximate
      from entry a join asked on ${fits}
      ${valued}
      where figure.value is not null
      group by asked.name, a.lead_id
    )
    select by_lead.name, member.root as unit, sum(by_lead.value)::text as value, sum(by_lead.records)::int as records,
           sum(by_lead.approximate)::int as approximate
    from by_lead join member on member.unit_id = by_lead.lead_id
    group by by_lead.name, member.root`.execute(db);
  return rows;
}

export type RecordRow = { id: ActivityId; title: string; date: CalendarDate; lead_id: UnitId; value: string; said: string | null };

/** The entries behind a number, newest first. */
export async function measuredRecords(
  db: Database,
  asked: readonly Asked[],
  unit: UnitId,
  scope: MeasureScope,
  span: Span,
  limit: number,
): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    with recursive ${given(asked, [unit], scope, span)},
    ${entries(span)}
    select a.id, a.name as title, a.on_date as date, a.lead_id, figure.value::text as value, figure.said
    from entry a join asked on ${fits}
    ${valued}
    where figure.value is not null
    order by a.on_date desc, a.id desc
    limit ${limit}`.execute(db);
  return rows;
}

export type ToldRow = { id: ActivityId; kind: string; on_date: CalendarDate; lead_id: UnitId };

/** Done and counted entries of the units, newest first: what a narrative may tell. */
export async function entriesWithin(
  db: Database,
  {
    units,
    scope,
    span,
    kinds,
    words,
    limit,
  }: {
    units: readonly UnitId[];
    scope: MeasureScope;
    span: Span;
    kinds: readonly string[] | null;
    words: readonly string[];
    limit: number;
  },
): Promise<ActivityId[]> {
  const like = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const { rows } = await sql<{ id: ActivityId }>`
    with recursive ${given([], units, scope, span)}
    select a.id from activity a
    where a.lead_id = any(array(select distinct unit_id from member)) and ${counted(span)}
      and (${kinds ? [...kinds] : null}::text[] is null or a.kind = any(${kinds ? [...kinds] : null}::text[]))
      and (${like.length === 0}::boolean or exists (select from unnest(${like}::text[]) word where a.search like vi_fold(word)))
    order by a.on_date desc, a.id desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Done and counted entries of the units that serve a clause, in order. */
export async function entriesServing(
  db: Database,
  {
    planId,
    itemId,
    units,
    scope,
    span,
  }: { planId: string; itemId: string | null; units: readonly UnitId[] | null; scope: MeasureScope; span: Span },
): Promise<ActivityId[]> {
  const { rows } = await sql<{ id: ActivityId }>`
    with recursive ${given([], units ?? [], scope, span)}
    select a.id from activity a
    where a.plan_id = ${planId}::uuid and (${itemId}::text is null or a.plan_item_id = ${itemId}::text) and ${counted(span)}
      and (${units === null}::boolean or a.lead_id in (select unit_id from member))
    order by a.on_date, a.id`.execute(db);
  return rows.map(({ id }) => id);
}
