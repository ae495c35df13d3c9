import { sql } from "kysely";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";
import type { Contents, ExemplarKind } from "../../exemplars/contract.ts";
import { escaped } from "./words.ts";

/** An accepted exemplar, with the units that may be awarded for it: its lead and those that work with it. */
export async function exemplarFor(
  db: Database,
  id: ExemplarId,
): Promise<{ id: ExemplarId; name: string; kind: ExemplarKind; lead_id: UnitId; units: UnitId[] } | undefined> {
  const { rows } = await sql<{ id: ExemplarId; name: string; kind: ExemplarKind; lead_id: UnitId; units: UnitId[] }>`
    select e.id, e.name, e.kind, e.lead_id, array[e.lead_id] || array(select unit_id from exemplar_partner p where p.exemplar_id = e.id) as units
      from exemplar e where e.id = ${id}::uuid and e.state in ('accepted', 'stopped')`.execute(db);
  return rows[0];
}

export type EvidenceRow = {
  id: ExemplarId;
  name: string;
  kind: ExemplarKind;
  lead_id: UnitId;
  step: number;
  recognitions: { level: string; on: CalendarDate; number: string | null }[];
  grades: { year: number; name: string }[];
  goals: number;
  reached: number;
  copies: number;
};

export type EvidenceAsked = {
  reader: UnitId;
  from: CalendarDate;
  until: CalendarDate;
  words: readonly string[];
  limit: number;
};

/**
 * Accepted exemplars of the reader's line of which something speaks for an award in the period: recognised, well graded, goals
 * reached, copied by others. By words, anything accepted. Ordered by the date of its last recognition and by name: no points are
 * added up and nothing is ranked.
 */
export async function evidenceFor(db: Database, { reader, from, until, words, limit }: EvidenceAsked): Promise<EvidenceRow[]> {
  const wanted = words.map((word) => sql`and vi_fold(e.name) like '%' || vi_fold(${escaped(word)}::text) || '%'`);
  const { rows } = await sql<EvidenceRow>`
    with recursive ${scopes(sql`array[${reader}::int]`)},
    led as materialized (
      select e.id, e.name, e.kind, e.lead_id, e.step from exemplar e
       where e.state = 'accepted' and e.same_as is null and e.lead_id in (select unit_id from line)
         and e.accepted_on <= ${until}::date ${sql.join(wanted, sql` `)}
    ),
    told as (
      select led.*,
        coalesce((select jsonb_agg(jsonb_build_object('level', r.level, 'on', r.recognised_on, 'number', d.number) order by r.recognised_on desc)
           from exemplar_recognition r join exemplar_decision d on d.id = r.decision_id
          where r.exemplar_id = led.id and r.revoked_on is null and r.recognised_on between ${from}::date and ${until}::date + 90), '[]') as recognitions,
        coalesce((select jsonb_agg(jsonb_build_object('year', g.year, 'name', g.grade_name) order by g.year desc)
           from exemplar_grade g where g.exemplar_id = led.id and g.next_step in ('replicate', 'sustain')
            and g.year between extract(year from ${from}::date) and extract(year from ${until}::date)), '[]') as grades,
        (select count(*)::int from exemplar_goal g where g.exemplar_id = led.id and g.position is not null) as goals,
        (select count(*)::int from exemplar_goal g where g.exemplar_id = led.id and g.position is not null
            and (select case when coalesce(g.baseline, 0) <= g.goal then r.value >= g.goal else r.value <= g.goal end
                   from exemplar_reading r where r.goal_id = g.id order by r.on_date desc limit 1)) as reached,
        (select count(*)::int from exemplar x where x.copied_from = led.id and x.state = 'accepted') as copies
      from led
    )
    select * from told
     where ${words.length > 0}::boolean or recognitions <> '[]' or grades <> '[]' or copies > 0 or (goals > 0 and reached = goals)
     order by recognitions -> 0 ->> 'on' desc nulls last, name collate "vi-x-icu" limit ${limit}`.execute(db);
  return rows;
}

export type ExemplarReport = {
  name: string;
  place: string | null;
  contents: Contents;
  registered_on: CalendarDate | null;
  started_on: CalendarDate | null;
  step: number;
  money: string | null;
  money_said: string | null;
  labour: string | null;
  labour_said: string | null;
  turns: string | null;
  turns_said: string | null;
  goals: { name: string; unit: string; baseline: string | null; goal: string; reached: string | null; on: CalendarDate | null }[];
  events: { kind: string; on: CalendarDate; text: string }[];
  recognitions: { level: string; on: CalendarDate; number: string | null }[];
  copies: number;
};

/** What a report of achievements is filled from, as it stands within the period. */
export async function exemplarReport(
  db: Database,
  id: ExemplarId,
  { from, until }: { from: CalendarDate; until: CalendarDate },
): Promise<ExemplarReport | undefined> {
  const { rows } = await sql<ExemplarReport>`
    select e.name, e.place, e.contents, e.registered_on, e.started_on, e.step, e.money::text, e.money_said,
           trim_scale(e.labour)::text as labour, e.labour_said, e.turns::text, e.turns_said,
      coalesce((select jsonb_agg(jsonb_build_object('name', g.name, 'unit', g.unit, 'baseline', trim_scale(g.baseline)::text, 'goal', trim_scale(g.goal)::text,
                 'reached', trim_scale(r.value)::text, 'on', r.on_date) order by g.position)
         from exemplar_goal g left join lateral (select value, on_date from exemplar_reading where goal_id = g.id and on_date <= ${until}::date
              order by on_date desc limit 1) r on true
        where g.exemplar_id = e.id and g.position is not null), '[]') as goals,
      coalesce((select jsonb_agg(jsonb_build_object('kind', v.kind, 'on', v.on_date, 'text', v.text) order by v.on_date, v.id)
         from (select * from exemplar_event v where v.exemplar_id = e.id and v.on_date between ${from}::date and ${until}::date
                and v.kind in ('survey', 'plan', 'communicate', 'launch', 'inspect', 'visit', 'review', 'lesson') order by v.on_date desc limit 30) v), '[]') as events,
      coalesce((select jsonb_agg(jsonb_build_object('level', r.level, 'on', r.recognised_on, 'number', d.number) order by r.recognised_on)
         from exemplar_recognition r join exemplar_decision d on d.id = r.decision_id where r.exemplar_id = e.id and r.revoked_on is null), '[]') as recognitions,
      (select count(*)::int from exemplar x where x.copied_from = e.id and x.state = 'accepted') as copies
      from exemplar e where e.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Awards that the same received before, for the last part of a report. */
export async function awardsBefore(
  db: Database,
  { unitId, name, until }: { unitId: UnitId; name: string; until: CalendarDate },
): Promise<{ form_name: string; number: string; granted_on: CalendarDate; granter: string }[]> {
  const { rows } = await sql<{ form_name: string; number: string; granted_on: CalendarDate; granter: string }>`
    select form_name, number, granted_on, granter from award
     where unit_id = ${unitId}::int and vi_fold(printed_name) = vi_fold(${name}::text) and revoked_on is null and granted_on <= ${until}::date
     order by granted_on`.execute(db);
  return rows;
}
