import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Rhythm } from "../contract.ts";

export type TemplateRow = {
  id: string;
  version: number;
  kind: string;
  name: string;
  place: string | null;
  start_time: string | null;
  lead_id: UnitId;
  partners: UnitId[];
  rhythm: Rhythm;
  from_date: CalendarDate;
  until_date: CalendarDate | null;
  active: boolean;
  typed_by: PersonId;
  typed_at: UnitId;
  next: CalendarDate | null;
};

const columns = sql`t.id, t.version, t.kind, t.name, t.place, t.start_time, t.lead_id, t.partners, t.rhythm, t.from_date, t.until_date,
  t.active, t.typed_by, t.typed_at,
  (select min(a.on_date) from activity a where a.template_id = t.id and a.state = 'planned' and a.on_date >= current_date) as next`;

export async function findTemplate(db: Database, id: string, { lock = false } = {}): Promise<TemplateRow | undefined> {
  const { rows } = await sql<TemplateRow>`
    select ${columns} from activity_template t where t.id = ${id}::uuid ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

/** Of the units, those still running first. */
export async function templatesOf(db: Database, units: readonly UnitId[]): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select ${columns} from activity_template t where t.lead_id = any(${[...units]}::int[]) order by t.active desc, t.id desc limit 500`.execute(
    db,
  );
  return rows;
}

export async function runningTemplates(db: Database, today: CalendarDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from activity_template where active and (until_date is null or until_date >= ${today}::date) order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export type TemplateFacts = Pick<
  TemplateRow,
  "kind" | "name" | "place" | "start_time" | "lead_id" | "partners" | "rhythm" | "from_date" | "until_date"
>;

const factColumns = (facts: TemplateFacts) => ({ ...facts, rhythm: JSON.stringify(facts.rhythm) });

export async function insertTemplate(
  tx: Transaction,
  facts: TemplateFacts,
  by: { person: PersonId; unit: UnitId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("activity_template")
    .values({ ...factColumns(facts), typed_by: by.person, typed_at: by.unit, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateTemplate(tx: Transaction, id: string, change: TemplateFacts | { active: false }): Promise<void> {
  await tx
    .updateTable("activity_template")
    .set((expression) => ({ ...("active" in change ? change : factColumns(change)), version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Planned entries from a day on that nobody has touched go with the rule that made them. */
export async function removeAhead(tx: Transaction, id: string, from: CalendarDate): Promise<void> {
  await sql`
    delete from activity a where a.template_id = ${id}::uuid and a.state = 'planned' and a.on_date >= ${from}::date and a.version = 1
      and not exists (select from activity_file f where f.activity_id = a.id)`.execute(tx);
}

/** Puts planned entries on the days; one that was made for a day already, moved or cancelled, is not made again. */
export async function planDays(tx: Transaction, template: TemplateRow, days: readonly CalendarDate[], now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into activity (kind, state, name, on_date, start_time, place, lead_id, source, typed_by, typed_at, template_id, template_date, created_at, updated_at)
      select t.kind, 'planned', t.name, day, t.start_time, t.place, t.lead_id, 'self', t.typed_by, t.typed_at, t.id, day, ${now}::timestamptz, ${now}::timestamptz
      from activity_template t cross join unnest(${[...days]}::date[]) day
      where t.id = ${template.id}::uuid
      on conflict (template_id, template_date) do nothing
      returning id
    ), joined as (
      insert into activity_partner (activity_id, unit_id)
      select made.id, unit_id from made cross join unnest(${[...template.partners]}::int[]) unit_id
    )
    select id from made`.execute(tx);
  return rows.length;
}
