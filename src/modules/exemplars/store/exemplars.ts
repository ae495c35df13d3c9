import { sql } from "kysely";
import type { ExemplarId, ExemplarRoundId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { saidWords, type Amount } from "../../../kernel/numbers.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Facts, FigureKey } from "../domain/facts.ts";
import type { Contents, ExemplarField, ExemplarKind, ExemplarState, PartnerPart, Stream } from "../shapes.ts";

type FigureColumns = { [K in FigureKey]: string | null } & { [K in FigureKey as `${K}_said`]: string | null };

/** A row with what lists show beside it. */
export type ExemplarRecord = FigureColumns & {
  id: ExemplarId;
  version: number;
  kind: ExemplarKind;
  state: ExemplarState;
  name: string;
  field: ExemplarField | null;
  local_field: string | null;
  themes: string[];
  stream: Stream;
  lead_id: UnitId;
  area_id: UnitId | null;
  place: string | null;
  contents: Contents;
  started_on: CalendarDate | null;
  ends_on: CalendarDate | null;
  step: number;
  paused: boolean;
  round_id: ExemplarRoundId | null;
  registered_on: CalendarDate | null;
  accepted_on: CalendarDate | null;
  first_year: number | null;
  copied_from: ExemplarId | null;
  adapted: string | null;
  reason: string | null;
  moved_on: CalendarDate;
  typed_by: PersonId;
  typed_at: UnitId;
  typed_for: UnitId | null;
  created_at: Date;
  updated_at: Date;
  round: { id: ExemplarRoundId; title: string; body_id: UnitId; closes_on: CalendarDate } | null;
};

/** `e` is exemplar. */
export const columns = sql`e.id, e.version, e.kind, e.state, e.name, e.field, e.local_field, e.themes, e.stream, e.lead_id, e.area_id, e.place,
  e.contents, e.started_on, e.ends_on, e.money::text, e.money_said, e.labour::text, e.labour_said, e.turns::text, e.turns_said,
  e.step, e.paused, e.round_id, e.registered_on, e.accepted_on, e.first_year, e.copied_from, e.adapted, e.reason, e.moved_on,
  e.typed_by, e.typed_at, e.typed_for, e.created_at, e.updated_at,
  (select jsonb_build_object('id', r.id, 'title', r.title, 'body_id', r.body_id, 'closes_on',
            greatest(r.closes_on, (select u.extended_until from exemplar_round_unit u where u.round_id = r.id and u.unit_id = e.lead_id)))
     from exemplar_round r where r.id = e.round_id) as round`;

export async function findExemplar(db: Database, id: ExemplarId): Promise<ExemplarRecord | undefined> {
  const { rows } = await sql<ExemplarRecord>`select ${columns} from exemplar e where e.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function findExemplars(db: Database, ids: readonly ExemplarId[]): Promise<ExemplarRecord[]> {
  const { rows } = await sql<ExemplarRecord>`select ${columns} from exemplar e where e.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

/** Held until the act is over, so that two acts on one exemplar follow each other. */
export async function lockExemplar(tx: Transaction, id: ExemplarId): Promise<ExemplarRecord | undefined> {
  const { rows } = await sql<ExemplarRecord>`select ${columns} from exemplar e where e.id = ${id}::uuid for update of e`.execute(tx);
  return rows[0];
}

export async function partnersOf(db: Database, id: ExemplarId): Promise<{ unitId: UnitId; part: PartnerPart }[]> {
  const { rows } = await sql<{ unitId: UnitId; part: PartnerPart }>`
    select unit_id as "unitId", part from exemplar_partner where exemplar_id = ${id}::uuid order by part, unit_id`.execute(db);
  return rows;
}

export type GoalRecord = {
  id: string;
  name: string;
  unit: string;
  baseline: string | null;
  goal: string;
  reached: { value: string; said: string | null; onDate: CalendarDate } | null;
};

/** Goals in their order, each with its last reading. */
export async function goalsOf(db: Database, id: ExemplarId): Promise<GoalRecord[]> {
  const { rows } = await sql<GoalRecord>`
    select g.id, g.name, g.unit, trim_scale(g.baseline)::text as baseline, trim_scale(g.goal)::text as goal,
           (select jsonb_build_object('value', trim_scale(r.value)::text, 'said', r.said, 'onDate', r.on_date)
              from exemplar_reading r where r.goal_id = g.id order by r.on_date desc limit 1) as reached
      from exemplar_goal g where g.exemplar_id = ${id}::uuid and g.position is not null order by g.position`.execute(db);
  return rows;
}

/** A figure of a row, without trailing zeros of the column's scale. */
export function amountOf(row: FigureColumns, key: FigureKey): Amount | null {
  const value = row[key];
  const said = saidWords.find((word) => word === row[`${key}_said`]) ?? null;
  return value === null ? null : { value: value.includes(".") ? value.replace(/\.?0+$/, "") : value, said };
}

/** What the row says, to be changed. */
export const factsOf = (row: ExemplarRecord, goals: readonly GoalRecord[], partners: Facts["partners"]): Facts => ({
  kind: row.kind,
  name: row.name,
  stream: row.stream,
  field: row.field,
  localField: row.local_field,
  themes: row.themes,
  leadId: row.lead_id,
  areaId: row.area_id,
  place: row.place,
  contents: row.contents,
  goals: goals.map(({ name, unit, baseline, goal }) => ({ name, unit, baseline, goal })),
  partners,
  startedOn: row.started_on,
  endsOn: row.ends_on,
  figures: { money: amountOf(row, "money"), labour: amountOf(row, "labour"), turns: amountOf(row, "turns") },
});

const factColumns = (facts: Facts) => ({
  kind: facts.kind,
  name: facts.name,
  stream: facts.stream,
  field: facts.field,
  local_field: facts.localField,
  themes: facts.themes,
  lead_id: facts.leadId,
  area_id: facts.areaId,
  place: facts.place,
  contents: JSON.stringify(facts.contents),
  started_on: facts.startedOn,
  ends_on: facts.endsOn,
  money: facts.figures.money?.value ?? null,
  money_said: facts.figures.money?.said ?? null,
  labour: facts.figures.labour?.value ?? null,
  labour_said: facts.figures.labour?.said ?? null,
  turns: facts.figures.turns?.value ?? null,
  turns_said: facts.figures.turns?.said ?? null,
});

export type NewExemplar = {
  facts: Facts;
  roundId: ExemplarRoundId | null;
  typedBy: PersonId;
  typedAt: UnitId;
  typedFor: UnitId | null;
  movedOn: CalendarDate;
};

export async function insertExemplar(tx: Transaction, made: NewExemplar, now: Date): Promise<ExemplarId> {
  const { id } = await tx
    .insertInto("exemplar")
    .values({
      ...factColumns(made.facts),
      state: "draft",
      round_id: made.roundId,
      typed_by: made.typedBy,
      typed_at: made.typedAt,
      typed_for: made.typedFor,
      moved_on: made.movedOn,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await saveParts(tx, id as ExemplarId, made.facts);
  return id as ExemplarId;
}

export type ExemplarChange = {
  facts?: Facts;
  roundId?: ExemplarRoundId | null;
  state?: ExemplarState;
  reason?: string | null;
  registeredOn?: CalendarDate;
  acceptedOn?: CalendarDate;
  firstYear?: number | null;
};

/** The row is locked and its version compared already. `movedOn`: the day of the act, which is news of it. */
export async function updateExemplar(
  tx: Transaction,
  id: ExemplarId,
  change: ExemplarChange,
  { now, movedOn }: { now: Date; movedOn: CalendarDate },
): Promise<void> {
  await tx
    .updateTable("exemplar")
    .set((expression) => ({
      ...(change.facts ? factColumns(change.facts) : {}),
      ...(change.roundId === undefined ? {} : { round_id: change.roundId }),
      ...(change.state ? { state: change.state } : {}),
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.registeredOn ? { registered_on: change.registeredOn } : {}),
      ...(change.acceptedOn ? { accepted_on: change.acceptedOn } : {}),
      ...(change.firstYear === undefined ? {} : { first_year: change.firstYear }),
      moved_on: movedOn,
      updated_at: now,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  if (change.facts) await saveParts(tx, id, change.facts);
}

/** A goal is the same as long as its name and unit are; one that is taken out after it had been read is kept, out of sight. */
async function saveParts(tx: Transaction, id: ExemplarId, { goals, partners }: Facts): Promise<void> {
  await sql`delete from exemplar_partner where exemplar_id = ${id}::uuid`.execute(tx);
  await sql`insert into exemplar_partner (exemplar_id, unit_id, part)
    select ${id}::uuid, "unitId", part from jsonb_to_recordset(${JSON.stringify(partners)}::jsonb) as given ("unitId" int, part text)`.execute(
    tx,
  );
  await sql`delete from exemplar_goal g where g.exemplar_id = ${id}::uuid
    and not exists (select from exemplar_reading r where r.goal_id = g.id)
    and not exists (select from exemplar_reading_before b where b.goal_id = g.id)
    and not exists (select from jsonb_to_recordset(${JSON.stringify(goals)}::jsonb) as given (name text, unit text) where given.name = g.name and given.unit = g.unit)`.execute(
    tx,
  );
  // Two steps, since positions are unique and may be exchanged.
  await sql`update exemplar_goal set position = null where exemplar_id = ${id}::uuid`.execute(tx);
  await sql`
    merge into exemplar_goal g
    using (select distinct on (name, unit) name, unit, baseline, goal, ordinality::int as position
             from rows from (jsonb_to_recordset(${JSON.stringify(goals)}::jsonb) as (name text, unit text, baseline numeric, goal numeric))
                  with ordinality order by name, unit, ordinality) given
       on g.exemplar_id = ${id}::uuid and g.name = given.name and g.unit = given.unit
    when matched then update set baseline = given.baseline, goal = given.goal, position = given.position
    when not matched then insert (exemplar_id, position, name, unit, baseline, goal)
      values (${id}::uuid, given.position, given.name, given.unit, given.baseline, given.goal)`.execute(tx);
}
