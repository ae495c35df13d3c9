import { sql, type RawBuilder } from "kysely";
import type { Actor } from "../../../kernel/actor.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { unitIn } from "../service/view.ts";
import { reachOf } from "../store/reach.ts";
import type { Signal, SignalKind } from "./contract.ts";

const pageSize = 30;

type Row = {
  id: ExemplarId | null;
  name: string | null;
  unit_id: UnitId;
  other_id: ExemplarId | null;
  other_name: string | null;
  count: number;
  year: number | null;
  said: string | null;
};

const plain = sql`e.id, e.name, e.lead_id as unit_id, null::uuid as other_id, null::text as other_name`;
const months = (today: string) =>
  sql`(extract(year from age(${today}::date, e.accepted_on)) * 12 + extract(month from age(${today}::date, e.accepted_on)))::int as count`;
const going = sql`e.state = 'accepted' and e.same_as is null`;
const unread = sql`not exists (
  select from exemplar_goal g join exemplar_reading r on r.goal_id = g.id where g.exemplar_id = e.id)`;

/** Each as one statement over the leads of a line, oldest question first. */
const questions: Record<SignalKind, (today: string, leads: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  cloned: (_, leads) => sql`
    select e.id, e.name, e.lead_id as unit_id, o.id as other_id, o.name as other_name, q.score::int as count, null::int as year, q.said
      from exemplar_similar q join exemplar e on e.id = q.exemplar_id join exemplar o on o.id = q.other_id
     where 'text' = any(q.reasons) and q.score >= 40 and (q.answer is null or q.answer = 'different')
       and ${leads} and e.state in ('registered', 'accepted') and e.same_as is null and o.state in ('accepted', 'stopped')
     order by q.score desc, q.id`,
  "no-output": (today, leads) => sql`
    select ${plain}, ${months(today)}, null::int as year, null::text as said
      from exemplar e
     where ${going} and ${leads} and e.accepted_on < ${today}::date - interval '1 year' and ${unread}
       and not exists (select from exemplar_event v where v.exemplar_id = e.id and v.kind in ('visit', 'inspect', 'review', 'lesson') and v.struck_at is null)
     order by e.registered_on desc, e.id desc`,
  "all-good": (_, leads) => sql`
    select null::uuid as id, null::text as name, e.lead_id as unit_id, null::uuid as other_id, null::text as other_name, count(*)::int as count, g.year, null::text as said
      from exemplar_grade g join exemplar e on e.id = g.exemplar_id
     where g.grade is not null and ${leads}
     group by e.lead_id, g.year having count(*) >= 3 and bool_and(g.next_step = 'replicate')
     order by g.year desc, count(*) desc, e.lead_id`,
  yearly: (_, leads) => sql`
    select e.id, e.name, e.lead_id as unit_id, min(o.id::text)::uuid as other_id, min(o.name) as other_name,
           count(distinct coalesce(o.first_year, extract(year from o.registered_on)::int))::int + 1 as count, null::int as year, min(q.said) as said
      from exemplar_similar q join exemplar e on e.id = q.exemplar_id join exemplar o on o.id = q.other_id
     where 'renamed' = any(q.reasons) and q.answer is distinct from 'same' and ${leads} and e.stream = 'new'
       and e.state in ('registered', 'accepted') and e.same_as is null
     group by e.id order by count desc, e.id`,
  "no-reading": (today, leads) => sql`
    select ${plain}, ${months(today)}, null::int as year, null::text as said
      from exemplar e
     where ${going} and ${leads} and e.accepted_on < ${today}::date - interval '6 months' and ${unread}
       and exists (select from exemplar_goal g where g.exemplar_id = e.id and g.position is not null)
     order by e.registered_on desc, e.id desc`,
};

/** Questions of one kind about what the post's units and their line carry out. Nobody is ranked; nothing here is public. */
export async function readSignals(db: Database, actor: Actor, { kind, page }: { kind: SignalKind; page: number }, today: string) {
  const { line } = await reachOf(db, actor.unitId);
  const leads = line.count > 2000 ? sql`e.lead_id in (select unnest(${line.ids}::int[]))` : sql`e.lead_id = any(${line.ids}::int[])`;
  const { rows } = await sql<Row>`${questions[kind](today, leads)} limit ${pageSize + 1}::int offset ${(page - 1) * pageSize}::int`.execute(
    db,
  );
  const taken = rows.slice(0, pageSize);
  const units = await unitsByIds(db, [...new Set(taken.map(({ unit_id }) => unit_id))]);
  return {
    items: taken.map((row): Signal => ({
      exemplar: row.id === null ? null : { id: row.id, name: row.name ?? "" },
      unit: unitIn(units, row.unit_id),
      other: row.other_id === null ? null : { id: row.other_id, name: row.other_name ?? "" },
      count: row.count,
      year: row.year,
      said: row.said,
    })),
    more: rows.length > pageSize,
    pageSize,
  };
}
