import { sql } from "kysely";
import type { FormId, PersonId, RoundId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate, Period, PeriodCalendar, PeriodKind } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { CountsOnTime } from "../contract/forms.ts";
import type { RoundState } from "../contract/rounds.ts";

/** A round with what lists say about its form. */
export type RoundRow = {
  id: RoundId;
  formId: FormId;
  n: number;
  ownerId: UnitId;
  title: string;
  basis: string;
  receiverText: string;
  countsOnTime: CountsOnTime;
  minutes: number | null;
  rows: number;
  narratives: number;
  calendar: PeriodCalendar;
  kind: PeriodKind;
  code: string;
  from: CalendarDate;
  to: CalendarDate;
  cutOff: CalendarDate;
  dueText: string;
  lastDay: CalendarDate;
  state: RoundState;
  openedAt: Date;
  figuresFixedAt: Date | null;
  version: number;
};

const columns = sql`r.id, r.form_id as "formId", r.n, f.owner_id as "ownerId", v.title, v.basis, v.receiver_text as "receiverText",
  v.counts_on_time as "countsOnTime", v.minutes,
  (select count(*)::int from jsonb_path_query(v.content, '$.sections[*].rows[*]')) as rows,
  (select count(*)::int from jsonb_path_query(v.content, '$.sections[*] ? (@.narrative == true)')) as narratives,
  r.calendar, r.period_kind as kind, r.period as code, r.from_day as "from", r.to_day as "to", r.cut_off as "cutOff",
  r.due_text as "dueText", r.last_day as "lastDay", r.state, r.opened_at as "openedAt", r.figures_fixed_at as "figuresFixedAt", r.version`;

const source = sql`round r join form f on f.id = r.form_id join form_version v on v.form_id = r.form_id and v.n = r.n`;

export async function findRounds(db: Database, ids: readonly string[]): Promise<RoundRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<RoundRow>`select ${columns} from ${source} where r.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

export async function findRound(db: Database, id: string): Promise<RoundRow | undefined> {
  const [row] = await findRounds(db, [id]);
  return row;
}

export async function lockRound(tx: Transaction, id: string): Promise<RoundRow | undefined> {
  await sql`select from round where id = ${id}::uuid for update`.execute(tx);
  return findRound(tx, id);
}

/** Which of a form's periods have a round already. */
export async function openedPeriods(db: Database, formId: FormId): Promise<Set<string>> {
  const { rows } = await sql<{ period: string }>`select period from round where form_id = ${formId}::uuid`.execute(db);
  return new Set(rows.map(({ period }) => period));
}

export type NewRound = {
  formId: FormId;
  n: number;
  period: Period;
  cutOff: CalendarDate;
  due: { text: string; lastDay: CalendarDate };
  openedBy: PersonId | null;
  units: readonly { unitId: UnitId; edge: string; due: { text: string; lastDay: CalendarDate } }[];
};

/** Null when the period has its round already. */
export async function insertRound(
  tx: Transaction,
  { formId, n, period, cutOff, due, openedBy, units }: NewRound,
  now: Date,
): Promise<RoundId | null> {
  const { rows } = await sql<{ id: RoundId }>`
    insert into round (form_id, n, calendar, period_kind, period, from_day, to_day, cut_off, due_text, last_day, opened_at, opened_by)
    values (${formId}::uuid, ${n}::int, ${period.calendar}::text, ${period.kind}::text, ${period.code}::text, ${period.from}::date, ${period.to}::date,
            ${cutOff}::date, ${due.text}::text, ${due.lastDay}::date, ${now}::timestamptz, ${openedBy}::uuid)
    on conflict (form_id, calendar, period) do nothing
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  await sql`
    insert into round_unit (round_id, unit_id, edge, due_text, last_day)
    select ${row.id}::uuid, * from unnest(${units.map(({ unitId }) => unitId)}::int[], ${units.map(({ edge }) => edge)}::text[],
      ${units.map(({ due: { text } }) => text)}::text[], ${units.map(({ due: { lastDay } }) => lastDay)}::date[])`.execute(tx);
  return row.id;
}

/** Open rounds of a form in which somebody can still be in time. */
export async function roundsAhead(db: Database, formId: FormId, today: CalendarDate): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${source}
     where r.form_id = ${formId}::uuid and r.state = 'open' and r.last_day >= ${today}::date order by r.last_day`.execute(db);
  return rows;
}

export async function closeRounds(tx: Transaction, formId: FormId): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("round")
    .set((expression) => ({ state: "closed", version: expression("version", "+", 1) }))
    .where("form_id", "=", formId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function saveRoundState(tx: Transaction, id: RoundId, state: RoundState): Promise<void> {
  await sql`update round set state = ${state}::text, version = version + 1 where id = ${id}::uuid`.execute(tx);
}

/** Rounds of forms that these units own, the newest first. */
export async function roundsOfOwners(
  db: Database,
  {
    owners,
    formId = null,
    state,
    offset,
    limit,
  }: { owners: readonly UnitId[]; formId?: string | null; state: RoundState | "any"; offset: number; limit: number },
): Promise<{ rows: RoundRow[]; total: number }> {
  const { rows } = await sql<RoundRow & { total: number }>`
    select ${columns}, count(*) over ()::int as total from ${source}
     where f.owner_id = any(${[...owners]}::int[]) and (${formId}::uuid is null or r.form_id = ${formId}::uuid)
       and (${state}::text = 'any' or r.state = ${state}::text)
     order by (r.state = 'closed'), r.last_day desc, r.id
     limit ${limit}::int offset ${offset}::int`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export type FixedFigures = { units: Record<string, Record<string, string | null>>; totals: Record<string, string | null> };

export async function insertFixing(tx: Transaction, id: RoundId, by: PersonId, at: Date, figures: FixedFigures): Promise<void> {
  await sql`insert into round_fixing (round_id, at, by, figures) values (${id}::uuid, ${at}::timestamptz, ${by}::uuid, ${JSON.stringify(figures)}::jsonb)`.execute(
    tx,
  );
  await sql`update round set figures_fixed_at = ${at}::timestamptz, version = version + 1 where id = ${id}::uuid`.execute(tx);
}

export async function lastFixing(db: Database, id: RoundId): Promise<{ at: Date; figures: FixedFigures } | undefined> {
  const { rows } = await sql<{ at: Date; figures: FixedFigures }>`
    select at, figures from round_fixing where round_id = ${id}::uuid order by at desc, id desc limit 1`.execute(db);
  return rows[0];
}
