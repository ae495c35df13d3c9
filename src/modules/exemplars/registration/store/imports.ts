import { sql } from "kysely";
import type { ExemplarId, ExemplarRoundId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { scopes } from "../../../units/index.ts";
import type { ImportField } from "../shapes.ts";
import type { Read } from "../domain/rows.ts";

/** Units for which a post may register: its own and those below in its line. */
export async function unitsInLine(db: Database, root: UnitId): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    with recursive ${scopes(sql`array[${root}::int]`)} select distinct unit_id as id from line`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of these units, those that the round addresses or that stand under one it addresses. */
export async function unitsOfRoundLine(db: Database, round: ExemplarRoundId): Promise<Set<UnitId>> {
  const { rows } = await sql<{ id: UnitId }>`
    with recursive ${scopes(sql`array(select unit_id from exemplar_round_unit where round_id = ${round}::uuid)`)}
    select distinct unit_id as id from line`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function leadsOf(db: Database, ids: readonly ExemplarId[]): Promise<Map<ExemplarId, UnitId>> {
  const { rows } = await sql<{ id: ExemplarId; lead: UnitId }>`
    select id, lead_id as lead from exemplar where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, lead }) => [id, lead]));
}

export async function mappingOf(db: Database, unit: UnitId): Promise<Record<string, ImportField | "">> {
  const { rows } = await sql<{ columns: Record<string, ImportField | ""> }>`
    select columns from exemplar_import_mapping where unit_id = ${unit}::int`.execute(db);
  return rows[0]?.columns ?? {};
}

export async function rememberMapping(tx: Transaction, unit: UnitId, columns: Record<string, ImportField | "">, now: Date): Promise<void> {
  await sql`insert into exemplar_import_mapping as m (unit_id, columns, changed_at) values (${unit}::int, ${JSON.stringify(columns)}::jsonb, ${now}::timestamptz)
    on conflict (unit_id) do update set columns = m.columns || excluded.columns, changed_at = excluded.changed_at`.execute(tx);
}

export type ImportRecord = {
  id: string;
  version: number;
  unit_id: UnitId;
  file_name: string;
  state: "made" | "accepted" | "undone";
  rows: number;
  made: number;
  created_by: PersonId;
  created_at: Date;
  round: { id: ExemplarRoundId; title: string; closesOn: CalendarDate } | null;
};

/** `m` is exemplar_import. */
const columns = sql`m.id, m.version, m.unit_id, m.file_name, m.state, m.rows, m.made, m.created_by, m.created_at,
  (select jsonb_build_object('id', r.id, 'title', r.title, 'closesOn', r.closes_on) from exemplar_round r where r.id = m.round_id) as round`;

export async function insertImport(
  tx: Transaction,
  made: { unitId: UnitId; roundId: string | null; fileName: string; rows: number; made: number; createdBy: PersonId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("exemplar_import")
    .values({
      unit_id: made.unitId,
      round_id: made.roundId,
      file_name: made.fileName,
      rows: made.rows,
      made: made.made,
      created_by: made.createdBy,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Lists taken in by units that the reader reaches, and those with something that the reader's body reviews. */
export async function listImports(
  db: Database,
  reader: UnitId,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: ImportRecord[]; total: number }> {
  const { rows } = await sql<ImportRecord & { total: number }>`
    with recursive ${scopes(sql`array[${reader}::int]`)}
    select ${columns}, count(*) over ()::int as total from exemplar_import m
     where m.unit_id in (select unit_id from line where root = ${reader}::int)
     order by m.created_at desc, m.id desc limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function lockImport(tx: Transaction, id: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`select ${columns} from exemplar_import m where m.id = ${id}::uuid for update of m`.execute(tx);
  return rows[0];
}

export async function settleImport(tx: Transaction, id: string, state: "accepted" | "undone", by: PersonId, now: Date): Promise<void> {
  await sql`update exemplar_import set state = ${state}::text, settled_by = ${by}::uuid, settled_at = ${now}::timestamptz, version = version + 1
     where id = ${id}::uuid`.execute(tx);
}

type Common = {
  importId: string;
  roundId: string | null;
  state: "draft" | "registered";
  typedBy: PersonId;
  typedAt: UnitId;
  /** Units that the importer leads by itself: what is typed for others says so. */
  own: readonly UnitId[];
  day: CalendarDate;
  note(line: number): string;
  noteKept(line: number): string;
};

/** A row that becomes no model: its cells stand with the one that it is, known already or made from the row in `sameLine`. */
export type Kept = { line: number; whole: Record<string, string>; sameAs: ExemplarId | null; sameLine: number | null };
type Row = Read & { leadId: UnitId; sameAs: ExemplarId | null; sameLine: number | null };

/** Writes many at once, each with the whole row as a note. Answers what was made in the order of the rows, and what a note was kept with. */
export async function insertImported(
  tx: Transaction,
  { models, kept }: { models: readonly Row[]; kept: readonly Kept[] },
  common: Common,
  now: Date,
): Promise<{ made: Moved[]; noted: Moved[] }> {
  const own = new Set(common.own);
  const given = models.map((row) => ({
    line: row.line,
    kind: row.kind,
    name: row.name,
    field: row.field,
    themes: row.themes,
    lead: row.leadId,
    place: row.place,
    contents: row.contents,
    started: row.startedOn,
    money: row.figures.money?.value ?? null,
    money_said: row.figures.money?.said ?? null,
    labour: row.figures.labour?.value ?? null,
    labour_said: row.figures.labour?.said ?? null,
    turns: row.figures.turns?.value ?? null,
    turns_said: row.figures.turns?.said ?? null,
    typed_for: own.has(row.leadId) ? null : row.leadId,
    same: row.sameAs,
    same_line: row.sameLine,
    note: common.note(row.line),
    whole: { row: row.whole, line: row.line },
  }));
  const notes = kept.map(({ line, whole, sameAs, sameLine }) => ({
    same: sameAs,
    same_line: sameLine,
    note: common.noteKept(line),
    whole: { row: whole, line },
  }));
  const { rows } = await sql<Moved & { noted: boolean }>`
    with given as materialized (
      select uuidv7() as id, g.* from rows from (jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as (
        line int, kind text, name text, field text, themes jsonb, lead int, place text, contents jsonb, started date, money bigint, money_said text,
        labour numeric, labour_said text, turns bigint, turns_said text, typed_for int, same uuid, same_line int, note text, whole jsonb)) with ordinality g
    ), kept as materialized (
      select coalesce(k.same, given.id) as id, coalesce(e.lead_id, given.lead) as lead, k.note, k.whole
        from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as k (same uuid, same_line int, note text, whole jsonb)
        left join given on given.line = k.same_line left join exemplar e on e.id = k.same
    ), made as (
      insert into exemplar (id, kind, state, name, field, themes, stream, lead_id, place, contents, started_on, money, money_said, labour, labour_said,
                            turns, turns_said, round_id, registered_on, moved_on, same_as, typed_by, typed_at, typed_for, import_id, created_at, updated_at)
      select g.id, g.kind, ${common.state}::text, g.name, g.field, array(select jsonb_array_elements_text(g.themes)), 'existing', g.lead, g.place, g.contents, g.started,
             g.money, g.money_said, g.labour, g.labour_said, g.turns, g.turns_said, ${common.roundId}::uuid,
             case when ${common.state}::text = 'registered' then ${common.day}::date end, ${common.day}::date, coalesce(g.same, other.id),
             ${common.typedBy}::uuid, ${common.typedAt}::int, g.typed_for, ${common.importId}::uuid, ${now}::timestamptz, ${now}::timestamptz
        from given g left join given other on other.line = g.same_line
    ), noted as (
      insert into exemplar_event (exemplar_id, kind, on_date, unit_id, text, details, typed_by, typed_at)
      select id, 'note', ${common.day}::date, ${common.typedAt}::int, note, whole, ${common.typedBy}::uuid, ${now}::timestamptz from given
      union all
      select id, 'note', ${common.day}::date, ${common.typedAt}::int, note, whole, ${common.typedBy}::uuid, ${now}::timestamptz from kept
    )
    select id, lead as "leadId", false as noted from (select * from given order by ordinality) given
    union all select id, lead, true from kept`.execute(tx);
  return { made: rows.filter(({ noted }) => !noted), noted: rows.filter(({ noted }) => noted) };
}

export type Moved = { id: ExemplarId; leadId: UnitId };

/** Those of a list that wait for this body: of its round, or led below it in its line. */
export async function acceptImported(
  tx: Transaction,
  id: string,
  body: UnitId,
  { day, now }: { day: CalendarDate; now: Date },
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with recursive ${scopes(sql`array[${body}::int]`)}
    update exemplar e set state = 'accepted', accepted_on = coalesce(accepted_on, ${day}::date), moved_on = ${day}::date, updated_at = ${now}::timestamptz, version = version + 1
     where ${reviewed(id, body)} returning e.id, e.lead_id as "leadId"`.execute(tx);
  return rows;
}

/** As in `sidesOf`: the body of the round, or without a round whoever stands above the lead in the line. */
const reviewed = (id: string, body: UnitId) => sql`e.import_id = ${id}::uuid and e.state = 'registered' and (
  e.round_id in (select r.id from exemplar_round r where r.body_id in (select unit_id from own where root = ${body}::int))
  or e.round_id is null and e.lead_id <> ${body}::int and e.lead_id in (select unit_id from line where root = ${body}::int))`;

export async function countReviewed(db: Database, id: string, body: UnitId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with recursive ${scopes(sql`array[${body}::int]`)} select count(*)::int as count from exemplar e where ${reviewed(id, body)}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Withdraws what nobody has touched since. */
export async function withdrawImported(
  tx: Transaction,
  id: string,
  reason: string,
  { day, now }: { day: CalendarDate; now: Date },
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    update exemplar e set state = 'withdrawn', reason = ${reason}::text, moved_on = ${day}::date, updated_at = ${now}::timestamptz, version = version + 1
     where e.import_id = ${id}::uuid and e.state in ('draft', 'registered') and e.version = 1 returning e.id, e.lead_id as "leadId"`.execute(
    tx,
  );
  return rows;
}
