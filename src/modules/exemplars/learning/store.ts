import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Amount } from "../../../kernel/numbers.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { climb } from "../../units/index.ts";
import type { Contents, ExemplarField, ExemplarKind, ExemplarState } from "../shapes.ts";

const version = sql`(select ver from tree_version where valid @> current_date)`;

export type LessonRecord = {
  version: number;
  story: string;
  steps: string;
  helped: string;
  hindered: string;
  cost: string | null;
  cost_said: string | null;
  cost_note: string;
  contact_unit_id: UnitId | null;
  contact: string;
};

export async function lessonOf(db: Database, id: ExemplarId): Promise<LessonRecord | undefined> {
  const { rows } = await sql<LessonRecord>`
    select version, story, steps, helped, hindered, cost::text, cost_said, cost_note, contact_unit_id, contact
      from exemplar_lesson where exemplar_id = ${id}::uuid`.execute(db);
  return rows[0];
}

export type LessonGiven = Omit<LessonRecord, "version" | "cost" | "cost_said"> & { cost: Amount | null };

/** False: somebody else wrote meanwhile. `seen` is 0 for the first writing. */
export async function saveLesson(
  tx: Transaction,
  id: ExemplarId,
  given: LessonGiven,
  { seen, by, now }: { seen: number; by: PersonId; now: Date },
): Promise<boolean> {
  const values = sql`${given.story}::text, ${given.steps}::text, ${given.helped}::text, ${given.hindered}::text, ${given.cost?.value ?? null}::bigint,
    ${given.cost?.said ?? null}::text, ${given.cost_note}::text, ${given.contact_unit_id}::int, ${given.contact}::text, ${by}::uuid, ${now}::timestamptz`;
  const columns = sql`story, steps, helped, hindered, cost, cost_said, cost_note, contact_unit_id, contact, written_by, updated_at`;
  const { rows } =
    seen === 0
      ? await sql`insert into exemplar_lesson (exemplar_id, ${columns}) values (${id}::uuid, ${values}) on conflict do nothing returning 1`.execute(
          tx,
        )
      : await sql`update exemplar_lesson set (version, ${columns}) = row (version + 1, ${values})
          where exemplar_id = ${id}::uuid and version = ${seen}::int returning 1`.execute(tx);
  return rows.length > 0;
}

export async function takenOf(db: Database, id: ExemplarId): Promise<Contents> {
  const { rows } = await sql<{ taken: Contents }>`select taken from exemplar_copy where exemplar_id = ${id}::uuid`.execute(db);
  return rows[0]?.taken ?? {};
}

type Copied = { original: ExemplarId; adapted: string; taken: Contents; by: PersonId; now: Date };

export async function saveCopy(tx: Transaction, id: ExemplarId, { original, adapted, taken, by, now }: Copied): Promise<void> {
  await sql`update exemplar set copied_from = ${original}::uuid, adapted = ${adapted}::text where id = ${id}::uuid`.execute(tx);
  await sql`insert into exemplar_copy (exemplar_id, taken, copied_by, copied_at)
    values (${id}::uuid, ${JSON.stringify(taken)}::jsonb, ${by}::uuid, ${now}::timestamptz)`.execute(tx);
}

type Origin = { id: ExemplarId; name: string; lead_id: UnitId };

/** From the first original down; a circle cannot come about, and would end here. */
export async function originsOf(db: Database, id: ExemplarId): Promise<Origin[]> {
  const { rows } = await sql<Origin>`
    with recursive up (id, at) as (
      select copied_from, 1 from exemplar where id = ${id}::uuid and copied_from is not null
      union all
      select e.copied_from, up.at + 1 from up join exemplar e on e.id = up.id where e.copied_from is not null and up.at < 20
    )
    select e.id, e.name, e.lead_id from up join exemplar e using (id) where e.state in ('accepted', 'stopped') order by up.at desc`.execute(
    db,
  );
  return rows;
}

export type CopyRecord = {
  id: ExemplarId;
  name: string;
  state: ExemplarState;
  lead_id: UnitId;
  area: string | null;
  adapted: string | null;
  registered_on: CalendarDate | null;
  copied_from: ExemplarId;
  generation: number;
};

/** Copies that were accepted, and theirs, in the order of generations. */
export async function copiesOf(db: Database, id: ExemplarId, limit: number): Promise<CopyRecord[]> {
  const { rows } = await sql<CopyRecord>`
    with recursive down (id, generation) as (
      select e.id, 1 from exemplar e where e.copied_from = ${id}::uuid and e.state in ('accepted', 'stopped') and e.same_as is null
      union
      select e.id, down.generation + 1 from down join exemplar e on e.copied_from = down.id
       where e.state in ('accepted', 'stopped') and e.same_as is null and down.generation < 20
    ), first as (select id, min(generation) as generation from down group by id limit ${limit}::int)
    select e.id, e.name, e.state, e.lead_id, place.name as area, e.adapted, e.registered_on, e.copied_from, first.generation
      from first join exemplar e using (id)
      left join unit_at at on at.ver = ${version} and at.unit_id = e.lead_id
      left join unit_at place on place.ver = at.ver and place.unit_id = coalesce(at.commune_id, at.province_id, at.area_id)
     order by first.generation, e.registered_on, e.id`.execute(db);
  return rows;
}

export type GoalRow = {
  id: ExemplarId;
  name: string;
  unit: string;
  baseline: string | null;
  goal: string;
  reached: string | null;
};

/** Goals of the original, and those of the others that have its name and unit. */
export async function goalsLike(db: Database, original: ExemplarId, others: readonly ExemplarId[]): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select g.exemplar_id as id, o.name, o.unit, trim_scale(g.baseline)::text as baseline, trim_scale(g.goal)::text as goal,
           (select trim_scale(r.value)::text from exemplar_reading r where r.goal_id = g.id order by r.on_date desc limit 1) as reached
      from exemplar_goal o
      join exemplar_goal g on vi_fold(g.name) = vi_fold(o.name) and vi_fold(g.unit) = vi_fold(o.unit) and g.position is not null
       and (g.exemplar_id = o.exemplar_id or g.exemplar_id = any(${others}::uuid[]))
     where o.exemplar_id = ${original}::uuid and o.position is not null
     order by o.position, g.exemplar_id <> o.exemplar_id, g.exemplar_id`.execute(db);
  return rows;
}

export type StudyRecord = {
  id: string;
  unit_id: UnitId;
  on_date: CalendarDate;
  people: number | null;
  took_home: string;
  typed_at: UnitId;
};

export async function studiesOf(db: Database, id: ExemplarId): Promise<StudyRecord[]> {
  const { rows } = await sql<StudyRecord>`
    select id, unit_id, on_date, people, took_home, typed_at from exemplar_study
     where exemplar_id = ${id}::uuid order by on_date desc, id desc limit 100`.execute(db);
  return rows;
}

type StudyGiven = { unitId: UnitId; onDate: CalendarDate; people: number | null; tookHome: string; by: PersonId; at: UnitId; now: Date };

export async function insertStudy(tx: Transaction, id: ExemplarId, given: StudyGiven): Promise<void> {
  await sql`insert into exemplar_study (exemplar_id, unit_id, on_date, people, took_home, typed_by, typed_at, recorded_at)
    values (${id}::uuid, ${given.unitId}::int, ${given.onDate}::date, ${given.people}::int, ${given.tookHome}::text, ${given.by}::uuid, ${given.at}::int,
            ${given.now}::timestamptz)`.execute(tx);
}

export async function deleteStudy(tx: Transaction, studyId: string): Promise<void> {
  await sql`delete from exemplar_study where id = ${studyId}::uuid`.execute(tx);
}

export type Place = {
  kind: string;
  area_name: string | null;
  province_id: UnitId | null;
  province: string | null;
  parts: number;
  level: string | null;
};

/** Where a unit stands, and how many residential areas its area has. */
export async function placeOf(db: Database, unit: UnitId): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select at.kind, area.name as area_name, at.province_id, province.name as province, area.kind as level,
           (select count(*)::int from unit_at part where part.ver = at.ver and part.lo between area.lo and area.hi and part.kind = 'residential-area'
              and part.unit_id <> area.unit_id) as parts
      from unit_at at
      left join unit_at area on area.ver = at.ver and area.unit_id = at.area_id
      left join unit_at province on province.ver = at.ver and province.unit_id = at.province_id
     where at.ver = ${version} and at.unit_id = ${unit}::int`.execute(db);
  return rows[0];
}

type Wish = { unit: UnitId; kind: string; level: string; province: UnitId | null; prefix: string | null; from: number; to: number };

/** Units of the same kind in areas of the same level, name and size; of the own province, else anywhere. Some, not all. */
export async function peersOf(db: Database, { unit, kind, level, province, prefix, from, to }: Wish): Promise<UnitId[]> {
  const { rows } = await sql<{ unit_id: UnitId }>`
    select body.unit_id
      from unit_at body join unit_at area on area.ver = body.ver and area.unit_id = body.area_id
      cross join lateral (select count(*) as parts from unit_at part
        where part.ver = area.ver and part.lo between area.lo and area.hi and part.kind = 'residential-area' and part.unit_id <> area.unit_id) size
     where body.ver = ${version} and body.kind = ${kind}::text and area.kind = ${level}::text and body.unit_id <> ${unit}::int
       and (${province}::int is null or body.province_id = ${province}::int)
       and (${prefix}::text is null or lower(area.name) like ${prefix}::text || '%')
       and size.parts between ${from}::int and ${to}::int
     order by body.lo limit 200`.execute(db);
  return rows.map(({ unit_id }) => unit_id);
}

type Doing = { fields: { field: ExemplarField; units: number; own: number }[]; themes: { theme: string; units: number; own: number }[] };

/** In how many of the units each field and theme is carried out, and how many of it the own unit has. */
export async function doneBy(db: Database, peers: readonly UnitId[], own: UnitId, since: CalendarDate): Promise<Doing> {
  const going = sql`e.state = 'accepted' and e.same_as is null and e.registered_on >= ${since}::date`;
  const fields = await sql<Doing["fields"][number]>`
    select e.field, count(distinct e.lead_id) filter (where e.lead_id <> ${own}::int)::int as units, count(*) filter (where e.lead_id = ${own}::int)::int as own
      from exemplar e where e.lead_id = any(${[...peers, own]}::int[]) and ${going} and e.field is not null
     group by e.field having count(*) filter (where e.lead_id <> ${own}::int) > 0 order by units desc, e.field`.execute(db);
  const themes = await sql<Doing["themes"][number]>`
    select theme, count(distinct e.lead_id) filter (where e.lead_id <> ${own}::int)::int as units, count(*) filter (where e.lead_id = ${own}::int)::int as own
      from exemplar e, unnest(e.themes) theme where e.lead_id = any(${[...peers, own]}::int[]) and ${going}
     group by theme having count(*) filter (where e.lead_id <> ${own}::int) > 0 order by units desc, theme collate "vi-x-icu" limit 12`.execute(
    db,
  );
  return { fields: fields.rows, themes: themes.rows };
}

type Example = { id: ExemplarId; name: string; kind: ExemplarKind; lead_id: UnitId; theme: string };

/** The newest of each theme. */
export async function examplesOf(
  db: Database,
  peers: readonly UnitId[],
  themes: readonly string[],
  since: CalendarDate,
): Promise<Example[]> {
  const { rows } = await sql<Example>`
    select found.id, found.name, found.kind, found.lead_id, wanted.theme
      from unnest(${themes}::text[]) with ordinality wanted (theme, place)
      cross join lateral (select e.id, e.name, e.kind, e.lead_id from exemplar e
        where e.lead_id = any(${peers}::int[]) and e.themes @> array[wanted.theme] and e.state = 'accepted' and e.same_as is null
          and e.registered_on >= ${since}::date
        order by e.registered_on desc, e.id desc limit 2) found
     order by wanted.place`.execute(db);
  return rows;
}

export type TagRecord = { id: string; kind: "study" | "campaign" | "theme"; name: string; body_id: UnitId | null };

/** Those suggested to everybody, and those of the unit and of the bodies above it. */
export async function tagsFor(db: Database, unit: UnitId): Promise<TagRecord[]> {
  const { rows } = await sql<TagRecord>`
    with recursive version as materialized (select ver from tree_version where valid @> current_date), ${climb(unit)}
    select id, kind, name, body_id from exemplar_tag where body_id is null or body_id in (select unit_id from above)
     order by array_position(array['study', 'campaign', 'theme'], kind), body_id nulls first, position, name collate "vi-x-icu" limit 300`.execute(
    db,
  );
  return rows;
}

/** Undefined: it is there already. */
export async function insertTag(
  tx: Transaction,
  { kind, name, body }: { kind: TagRecord["kind"]; name: string; body: UnitId },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into exemplar_tag (kind, name, body_id)
    select ${kind}::text, ${name}::text, ${body}::int
     where not exists (select from exemplar_tag where body_id is null and vi_fold(name) = vi_fold(${name}::text))
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

export async function deleteTag(tx: Transaction, id: string, body: UnitId): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    delete from exemplar_tag where id = ${id}::uuid and body_id = ${body}::int returning name`.execute(tx);
  return rows[0]?.name;
}
