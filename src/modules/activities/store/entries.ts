import { sql } from "kysely";
import type { ActivityId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { saidWords, type Amount, type Said } from "../../../kernel/numbers.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { ActivityState, Serves, Source } from "../contract.ts";
import { isApproximate, type Details, type Facts, type FigureKey } from "../domain/facts.ts";

type FigureColumns = { [K in FigureKey]: string | null } & { [K in FigureKey as `${K}_said`]: string | null };

/** A row with what lists show beside it. */
export type EntryRow = FigureColumns & {
  id: ActivityId;
  version: number;
  kind: string;
  state: ActivityState;
  name: string;
  on_date: CalendarDate;
  until_date: CalendarDate | null;
  start_time: string | null;
  place: string | null;
  lead_id: UnitId;
  summary: string;
  details: Details;
  approximate: boolean;
  source: Source;
  typed_by: PersonId;
  typed_at: UnitId;
  typed_for: UnitId | null;
  work_id: string | null;
  plan_id: string | null;
  plan_item_id: string | null;
  clause: string | null;
  quote: string | null;
  plan_label: string | null;
  template_id: string | null;
  same_as: ActivityId | null;
  cancel_reason: string | null;
  created_at: Date;
  updated_at: Date;
  partners: UnitId[];
  photos: number;
  files: number;
  thumb: string | null;
  doubts: number;
  same: { id: ActivityId; name: string; lead_id: UnitId } | null;
};

/** `a` is activity. */
export const columns = sql`a.id, a.version, a.kind, a.state, a.name, a.on_date, a.until_date, a.start_time, a.place, a.lead_id,
  a.turns, a.turns_said, a.gifts, a.gifts_said, a.money, a.money_said, a.labour, a.labour_said, a.summary, a.details, a.approximate,
  a.source, a.typed_by, a.typed_at, a.typed_for, a.work_id, a.plan_id, a.plan_item_id, a.clause, a.quote, a.plan_label, a.template_id,
  a.same_as, a.cancel_reason, a.created_at, a.updated_at,
  array(select p.unit_id from activity_partner p where p.activity_id = a.id order by p.unit_id) as partners,
  (select count(*)::int from activity_file f where f.activity_id = a.id and f.kind <> 'file') as photos,
  (select count(*)::int from activity_file f where f.activity_id = a.id and f.kind = 'file') as files,
  (select f.id from activity_file f where f.activity_id = a.id and f.kind = 'photo' order by f.id limit 1) as thumb,
  (select count(*)::int from activity_double d where d.state = 'asked' and a.id in (d.earlier_id, d.later_id)) as doubts,
  (select jsonb_build_object('id', s.id, 'name', s.name, 'lead_id', s.lead_id) from activity s where s.id = a.same_as) as same`;

export async function findEntry(db: Database, id: ActivityId): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`select ${columns} from activity a where a.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Held until the act is over, so that two acts on one entry follow each other. */
export async function findEntryForUpdate(tx: Transaction, id: ActivityId): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`select ${columns} from activity a where a.id = ${id}::uuid for update of a`.execute(tx);
  return rows[0];
}

export async function findEntries(db: Database, ids: readonly ActivityId[]): Promise<EntryRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<EntryRow>`select ${columns} from activity a where a.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

const saidOf = (text: string | null): Said | null => saidWords.find((word) => word === text) ?? null;

/** A figure of a row, without trailing zeros of the column's scale. */
export function amountOf(row: FigureColumns, key: FigureKey): Amount | null {
  const value = row[key];
  return value === null ? null : { value: value.includes(".") ? value.replace(/\.?0+$/, "") : value, said: saidOf(row[`${key}_said`]) };
}

/** What the row says, to be changed. */
export const factsOf = (row: EntryRow): Facts => ({
  kind: row.kind,
  name: row.name,
  onDate: row.on_date,
  untilDate: row.until_date,
  startTime: row.start_time,
  place: row.place,
  leadId: row.lead_id,
  partners: row.partners,
  figures: { turns: amountOf(row, "turns"), gifts: amountOf(row, "gifts"), money: amountOf(row, "money"), labour: amountOf(row, "labour") },
  summary: row.summary,
  details: row.details,
  source: row.source,
});

export const servesOf = (row: EntryRow): Serves | null =>
  row.plan_id === null || row.plan_item_id === null
    ? null
    : {
        workId: row.work_id,
        planId: row.plan_id,
        itemId: row.plan_item_id,
        clause: row.clause ?? "",
        quote: row.quote ?? "",
        label: row.plan_label,
      };

const factColumns = (facts: Facts) => ({
  kind: facts.kind,
  name: facts.name,
  on_date: facts.onDate,
  until_date: facts.untilDate,
  start_time: facts.startTime,
  place: facts.place,
  lead_id: facts.leadId,
  turns: facts.figures.turns?.value ?? null,
  turns_said: facts.figures.turns?.said ?? null,
  gifts: facts.figures.gifts?.value ?? null,
  gifts_said: facts.figures.gifts?.said ?? null,
  money: facts.figures.money?.value ?? null,
  money_said: facts.figures.money?.said ?? null,
  labour: facts.figures.labour?.value ?? null,
  labour_said: facts.figures.labour?.said ?? null,
  summary: facts.summary,
  details: JSON.stringify(facts.details),
  approximate: isApproximate(facts),
  source: facts.source,
});

const servesColumns = (serves: Serves | null) => ({
  work_id: serves?.workId ?? null,
  plan_id: serves?.planId ?? null,
  plan_item_id: serves?.itemId ?? null,
  clause: serves?.clause ?? null,
  quote: serves?.quote ?? null,
  plan_label: serves?.label ?? null,
});

export type NewEntry = {
  facts: Facts;
  state: "planned" | "done";
  serves: Serves | null;
  typedBy: PersonId;
  typedAt: UnitId;
  typedFor: UnitId | null;
};

export async function insertEntry(
  tx: Transaction,
  { facts, state, serves, typedBy, typedAt, typedFor }: NewEntry,
  now: Date,
): Promise<ActivityId> {
  const { id } = await tx
    .insertInto("activity")
    .values({
      ...factColumns(facts),
      ...servesColumns(serves),
      state,
      typed_by: typedBy,
      typed_at: typedAt,
      typed_for: typedFor,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await savePartners(tx, id as ActivityId, facts.partners);
  return id as ActivityId;
}

export type EntryChange = {
  facts?: Facts;
  serves?: Serves | null;
  state?: ActivityState;
  cancelReason?: string;
  sameAs?: ActivityId | null;
};

/** The row is locked and its version compared already. */
export async function updateEntry(tx: Transaction, id: ActivityId, change: EntryChange, now: Date): Promise<void> {
  await tx
    .updateTable("activity")
    .set((expression) => ({
      ...(change.facts ? factColumns(change.facts) : {}),
      ...(change.serves === undefined ? {} : servesColumns(change.serves)),
      ...(change.state ? { state: change.state } : {}),
      ...(change.cancelReason === undefined ? {} : { cancel_reason: change.cancelReason }),
      ...(change.sameAs === undefined ? {} : { same_as: change.sameAs }),
      updated_at: now,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  if (change.facts) await savePartners(tx, id, change.facts.partners);
}

async function savePartners(tx: Transaction, id: ActivityId, partners: readonly UnitId[]): Promise<void> {
  await sql`delete from activity_partner where activity_id = ${id}::uuid and unit_id <> all(${[...partners]}::int[])`.execute(tx);
  await sql`insert into activity_partner (activity_id, unit_id) select ${id}::uuid, unit_id from unnest(${[...partners]}::int[]) unit_id
    on conflict do nothing`.execute(tx);
}

export async function addPartner(tx: Transaction, id: ActivityId, unit: UnitId): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into activity_partner (activity_id, unit_id) values (${id}::uuid, ${unit}::int)
    on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function removePartner(tx: Transaction, id: ActivityId, unit: UnitId): Promise<void> {
  await tx.deleteFrom("activity_partner").where("activity_id", "=", id).where("unit_id", "=", unit).execute();
}
