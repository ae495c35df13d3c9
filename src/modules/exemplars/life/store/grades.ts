import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { scopes } from "../../../units/index.ts";
import type { ExemplarKind, ExemplarState } from "../../shapes.ts";
import type { Grade, NextStep } from "../kinds.ts";

export type GradeRecord = {
  exemplar_id: ExemplarId;
  year: number;
  version: number;
  proposed: string;
  proposed_name: string;
  proposed_next: NextStep;
  proposed_reason: string;
  proposed_at_unit: UnitId;
  proposed_by: PersonId;
  grade: string | null;
  grade_name: string | null;
  next_step: NextStep | null;
  note: string;
  decided_at_unit: UnitId | null;
  decided_by: PersonId | null;
  decided_on: CalendarDate | null;
};

const columns = sql`g.exemplar_id, g.year, g.version, g.proposed, g.proposed_name, g.proposed_next, g.proposed_reason, g.proposed_at_unit, g.proposed_by,
  g.grade, g.grade_name, g.next_step, g.note, g.decided_at_unit, g.decided_by, g.decided_on`;

/** All grades of some exemplars, newest year first. */
export async function gradesOf(db: Database, ids: readonly ExemplarId[]): Promise<GradeRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<GradeRecord>`
    select ${columns} from exemplar_grade g where g.exemplar_id = any(${ids}::uuid[]) order by g.year desc`.execute(db);
  return rows;
}

export type GradableRecord = {
  id: ExemplarId;
  name: string;
  kind: ExemplarKind;
  state: ExemplarState;
  lead_id: UnitId;
  round_body: UnitId | null;
  step: number;
  walked: boolean;
  paused: boolean;
  moved_on: CalendarDate;
  goals: number;
  goals_reached: number;
  open_findings: number;
};

export type Shown = "all" | "unproposed" | "undecided";

/** Accepted ones that a unit and its line lead, and those of its rounds, which were there in the year. */
const listed = (unit: UnitId, year: number): RawBuilder<unknown> => sql`
  e.state in ('accepted', 'stopped') and e.same_as is null
  and extract(year from e.accepted_on) <= ${year}::int
  and (e.state = 'accepted' or extract(year from e.moved_on) >= ${year}::int)
  and (e.lead_id = any(array(select unit_id from line where root = ${unit}::int))
       or e.round_id = any(array(select r.id from exemplar_round r where r.body_id in (select unit_id from own where root = ${unit}::int))))`;

const wanted: Record<Shown, RawBuilder<unknown>> = {
  all: sql`true`,
  unproposed: sql`g.exemplar_id is null`,
  undecided: sql`g.exemplar_id is not null and g.grade is null`,
};

const joined = (year: number) => sql`exemplar e left join exemplar_grade g on g.exemplar_id = e.id and g.year = ${year}::int`;

/** By the lead's name, then their own. */
export async function gradable(
  db: Database,
  { unit, year, show }: { unit: UnitId; year: number; show: Shown },
  { offset, limit }: { offset: number; limit: number },
): Promise<GradableRecord[]> {
  // A reading reaches its goal on the side away from where it began.
  const { rows } = await sql<GradableRecord>`
    with recursive ${scopes(sql`array[${unit}::int]`)},
    page as materialized (
      select e.id, e.lead_id, e.name from ${joined(year)} where ${listed(unit, year)} and ${wanted[show]}
       order by e.lead_id, e.name collate "vi-x-icu", e.id limit ${limit} offset ${offset}
    )
    select e.id, e.name, e.kind, e.state, e.lead_id, (select r.body_id from exemplar_round r where r.id = e.round_id) as round_body, e.step, e.paused, e.moved_on,
           coalesce((select v.kind = 'step-passed' and v.details ->> 'step' = '4' from exemplar_event v
                      where v.exemplar_id = e.id and v.kind in ('step-passed', 'step-back') order by v.typed_at desc, v.id desc limit 1), false) as walked,
           goals.goals, goals.goals_reached,
           (select count(*)::int from exemplar_finding f join exemplar_event v on v.id = f.event_id
             where f.exemplar_id = e.id and f.state <> 'settled' and v.struck_at is null) as open_findings
      from page join exemplar e using (id)
      cross join lateral (
        select count(*)::int as goals,
               count(*) filter (where case when o.goal >= coalesce(o.baseline, 0) then last.value >= o.goal else last.value <= o.goal end)::int as goals_reached
          from exemplar_goal o
          left join lateral (select r.value from exemplar_reading r where r.goal_id = o.id order by r.on_date desc limit 1) last on true
         where o.exemplar_id = e.id and o.position is not null
      ) goals
     order by e.lead_id, e.name collate "vi-x-icu", e.id`.execute(db);
  return rows;
}

export type GradeCounts = { all: number; proposed: number; decided: number };

export async function countGradable(db: Database, unit: UnitId, year: number): Promise<GradeCounts> {
  const { rows } = await sql<GradeCounts>`
    with recursive ${scopes(sql`array[${unit}::int]`)}
    select count(*)::int as "all", count(g.exemplar_id)::int as proposed, count(g.grade)::int as decided
      from ${joined(year)} where ${listed(unit, year)}`.execute(db);
  return rows[0] ?? { all: 0, proposed: 0, decided: 0 };
}

export type Proposed = { id: ExemplarId; version: number; grade: Grade; reason: string };

/** Which of them were written: one that stands there in another version, or decided, is not. */
export async function proposeGrades(
  tx: Transaction,
  year: number,
  items: readonly Proposed[],
  { unitId, by }: { unitId: UnitId; by: PersonId },
  now: Date,
): Promise<ExemplarId[]> {
  const given = items.map(({ id, version, grade, reason }) => ({
    id,
    version,
    code: grade.code,
    name: grade.name,
    next: grade.next,
    reason,
  }));
  const { rows } = await sql<{ id: ExemplarId }>`
    merge into exemplar_grade g
    using jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as i (id uuid, version int, code text, name text, next text, reason text)
       on g.exemplar_id = i.id and g.year = ${year}::int
    when matched and g.version = i.version and g.grade is null then update set proposed = i.code, proposed_name = i.name, proposed_next = i.next,
      proposed_reason = i.reason, proposed_at_unit = ${unitId}::int, proposed_by = ${by}::uuid, proposed_at = ${now}::timestamptz, version = g.version + 1
    when not matched and i.version = 0 then insert (exemplar_id, year, proposed, proposed_name, proposed_next, proposed_reason, proposed_at_unit, proposed_by, proposed_at)
      values (i.id, ${year}::int, i.code, i.name, i.next, i.reason, ${unitId}::int, ${by}::uuid, ${now}::timestamptz)
    returning g.exemplar_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

export type Decided = { id: ExemplarId; version: number; grade: Grade; note: string };

export async function decideGrades(
  tx: Transaction,
  year: number,
  items: readonly Decided[],
  { unitId, by, on }: { unitId: UnitId; by: PersonId; on: CalendarDate },
): Promise<ExemplarId[]> {
  const given = items.map(({ id, version, grade, note }) => ({ id, version, code: grade.code, name: grade.name, next: grade.next, note }));
  const { rows } = await sql<{ id: ExemplarId }>`
    update exemplar_grade g set grade = i.code, grade_name = i.name, next_step = i.next, note = i.note, decided_at_unit = ${unitId}::int,
           decided_by = ${by}::uuid, decided_on = ${on}::date, version = g.version + 1
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as i (id uuid, version int, code text, name text, next text, note text)
     where g.exemplar_id = i.id and g.year = ${year}::int and g.version = i.version
    returning g.exemplar_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

export type Standing = { own: ReadonlySet<UnitId>; line: ReadonlySet<UnitId> };

/** Which of the units a post reaches, and which stand below it in the line of its organisation, in one look. */
export async function standingTo(db: Database, reader: UnitId, units: readonly UnitId[]): Promise<Standing> {
  const { rows } = await sql<{ unit_id: UnitId; own: boolean }>`
    with recursive ${scopes(sql`array[${reader}::int]`)}
    select l.unit_id, l.unit_id in (select unit_id from own) as own from line l where l.unit_id = any(${[...units]}::int[])`.execute(db);
  return { own: new Set(rows.filter(({ own }) => own).map(({ unit_id }) => unit_id)), line: new Set(rows.map(({ unit_id }) => unit_id)) };
}

export type GradedExemplar = { id: ExemplarId; state: ExemplarState; lead_id: UnitId; round_body: UnitId | null };

/** Held until the act is over, in one order, so that two lists do not wait for each other. */
export async function lockForGrading(tx: Transaction, ids: readonly ExemplarId[]): Promise<GradedExemplar[]> {
  const { rows } = await sql<GradedExemplar>`
    select e.id, e.state, e.lead_id, (select r.body_id from exemplar_round r where r.id = e.round_id) as round_body
      from exemplar e where e.id = any(${[...ids]}::uuid[]) order by e.id for no key update of e`.execute(tx);
  return rows;
}
