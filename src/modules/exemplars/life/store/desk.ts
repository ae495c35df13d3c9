import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { scopes } from "../../../units/index.ts";

type Line = { id: ExemplarId; name: string; lead_id: UnitId; since: CalendarDate; count: number };

/** Accepted ones that these units lead and of which there was no news after the day, the quietest first. */
export async function quietLedBy(
  db: Database,
  units: readonly UnitId[],
  until: CalendarDate,
  limit: number,
): Promise<(Line & { total: number })[]> {
  const { rows } = await sql<Line & { total: number }>`
    select id, name, lead_id, moved_on as since, 1 as count, count(*) over ()::int as total
      from exemplar where lead_id = any(${[...units]}::int[]) and state = 'accepted' and not paused and same_as is null and moved_on <= ${until}::date
     order by moved_on, id limit ${limit}`.execute(db);
  return rows;
}

/** Findings that wait for an answer of these units, by exemplar. */
export async function findingsToAnswer(db: Database, units: readonly UnitId[], limit: number): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select e.id, e.name, e.lead_id, min(v.on_date) as since, count(*)::int as count
      from exemplar e join exemplar_finding f on f.exemplar_id = e.id and f.state = 'open' join exemplar_event v on v.id = f.event_id and v.struck_at is null
     where e.lead_id = any(${[...units]}::int[]) and e.state not in ('stopped', 'withdrawn')
     group by e.id order by since, e.id limit ${limit}`.execute(db);
  return rows;
}

/** Answers to what one of these units found. */
export async function answersToSee(db: Database, units: readonly UnitId[], limit: number): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select e.id, e.name, e.lead_id, max(n.on_date) as since, count(distinct f.id)::int as count
      from exemplar_finding f join exemplar_event v on v.id = f.event_id and v.struck_at is null
      join exemplar e on e.id = f.exemplar_id join exemplar_finding_entry n on n.finding_id = f.id and n.kind = 'answer'
     where f.state = 'answered' and v.unit_id = any(${[...units]}::int[]) and e.state not in ('stopped', 'withdrawn')
     group by e.id order by since, e.id limit ${limit}`.execute(db);
  return rows;
}

/** Proposed grades that a post decides, by year; not those that this person proposed. */
export async function gradesToDecide(
  db: Database,
  unit: UnitId,
  person: PersonId,
): Promise<{ year: number; count: number; since: Date }[]> {
  const { rows } = await sql<{ year: number; count: number; since: Date }>`
    with recursive ${scopes(sql`array[${unit}::int]`)}
    select g.year, count(*)::int as count, min(g.proposed_at) as since
      from exemplar_grade g join exemplar e on e.id = g.exemplar_id
     where g.grade is null and g.proposed_by <> ${person}::uuid and e.state in ('accepted', 'stopped')
       and (e.lead_id = any(array(select unit_id from line)) and e.lead_id <> ${unit}::int
            or e.round_id = any(array(select r.id from exemplar_round r where r.body_id in (select unit_id from own))))
     group by g.year order by g.year`.execute(db);
  return rows;
}

export async function anyGradeWaits(db: Database): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (select from exemplar_grade where grade is null) as is`.execute(db);
  return rows[0]?.is ?? false;
}
