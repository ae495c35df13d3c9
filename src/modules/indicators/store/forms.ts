import { sql } from "kysely";
import type { FormId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate, PeriodCalendar, PeriodKind } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { ChainStep, CountsOnTime, FormContent, FormDue, FormOrigin, FormPeriods, FormSettings, FormState } from "../contract/forms.ts";

export type FormRow = {
  id: FormId;
  ownerId: UnitId;
  state: FormState;
  origin: FormOrigin;
  planId: string | null;
  documentId: string | null;
  calendar: PeriodCalendar;
  periodKind: PeriodKind;
  adHocFrom: CalendarDate | null;
  adHocTo: CalendarDate | null;
  inForceFrom: CalendarDate | null;
  createdAt: Date;
  version: number;
  /** The newest published version and the one being prepared. */
  published: number | null;
  preparing: number | null;
};

const columns = sql`f.id, f.owner_id as "ownerId", f.state, f.origin, f.plan_id as "planId", f.document_id as "documentId", f.calendar,
  f.period_kind as "periodKind", f.ad_hoc_from as "adHocFrom", f.ad_hoc_to as "adHocTo", f.in_force_from as "inForceFrom",
  f.created_at as "createdAt", f.version,
  (select max(v.n) from form_version v where v.form_id = f.id and v.published_at is not null) as published,
  (select v.n from form_version v where v.form_id = f.id and v.published_at is null) as preparing`;

export const periodsOf = ({ calendar, periodKind, adHocFrom, adHocTo }: FormRow): FormPeriods => ({
  calendar,
  kind: periodKind,
  from: adHocFrom,
  to: adHocTo,
});

export async function findForm(db: Database, id: string): Promise<FormRow | undefined> {
  const { rows } = await sql<FormRow>`select ${columns} from form f where f.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Locks the form: acts on one form come one after the other. */
export async function lockForm(tx: Transaction, id: string): Promise<FormRow | undefined> {
  await sql`select from form where id = ${id}::uuid for update`.execute(tx);
  return findForm(tx, id);
}

export type VersionRow = Omit<FormSettings, "content" | "due" | "chain"> & {
  formId: FormId;
  n: number;
  due: FormDue;
  chain: ChainStep[];
  countsOnTime: CountsOnTime;
  content: FormContent;
  publishedAt: Date | null;
};

const versionColumns = sql`v.form_id as "formId", v.n, v.title, v.basis, v.receiver_text as "receiverText", v.addressees, v.due,
  v.counts_on_time as "countsOnTime", v.chain, v.minutes, v.content, v.published_at as "publishedAt"`;

export async function findVersion(db: Database, formId: string, n: number): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select ${versionColumns} from form_version v where v.form_id = ${formId}::uuid and v.n = ${n}::int`.execute(db);
  return rows[0];
}

export type NewFormRow = {
  ownerId: UnitId;
  origin: FormOrigin;
  planId: string | null;
  documentId: string | null;
  periods: FormPeriods;
  createdBy: PersonId;
};

export async function insertForm(
  tx: Transaction,
  { ownerId, origin, planId, documentId, periods, createdBy }: NewFormRow,
  now: Date,
): Promise<FormId> {
  const { rows } = await sql<{ id: FormId }>`
    insert into form (owner_id, origin, plan_id, document_id, calendar, period_kind, ad_hoc_from, ad_hoc_to, created_by, created_at)
    values (${ownerId}::int, ${origin}::text, ${planId}::uuid, ${documentId}::uuid, ${periods.calendar}::text, ${periods.kind}::text,
            ${periods.from}::date, ${periods.to}::date, ${createdBy}::uuid, ${now}::timestamptz)
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("the form was not stored");
  return row.id;
}

/** Writes the version that is being prepared, new or again. */
export async function saveVersion(
  tx: Transaction,
  formId: FormId,
  n: number,
  { title, basis, receiverText, addressees, due, countsOnTime, chain, minutes, content }: FormSettings,
  by: PersonId,
  now: Date,
): Promise<void> {
  await sql`
    insert into form_version (form_id, n, title, basis, receiver_text, addressees, due, counts_on_time, chain, minutes, content, prepared_by, prepared_at)
    values (${formId}::uuid, ${n}::int, ${title}::text, ${basis}::text, ${receiverText}::text, ${addressees}::text[], ${JSON.stringify(due)}::jsonb,
            ${countsOnTime}::text, ${JSON.stringify(chain)}::jsonb, ${minutes}::int, ${JSON.stringify(content)}::jsonb, ${by}::uuid, ${now}::timestamptz)
    on conflict (form_id, n) do update set
      title = excluded.title, basis = excluded.basis, receiver_text = excluded.receiver_text, addressees = excluded.addressees,
      due = excluded.due, counts_on_time = excluded.counts_on_time, chain = excluded.chain, minutes = excluded.minutes,
      content = excluded.content, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at
    where form_version.published_at is null`.execute(tx);
}

export async function savePeriods(tx: Transaction, formId: FormId, { calendar, kind, from, to }: FormPeriods): Promise<void> {
  await tx.updateTable("form").set({ calendar, period_kind: kind, ad_hoc_from: from, ad_hoc_to: to }).where("id", "=", formId).execute();
}

/** Counts an edit; false when somebody else was faster. The row is locked already. */
export async function bump(tx: Transaction, formId: FormId, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("form")
    .set({ version: seen + 1 })
    .where("id", "=", formId)
    .where("version", "=", seen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function publishVersion(
  tx: Transaction,
  formId: FormId,
  n: number,
  { by, at, today }: { by: PersonId; at: Date; today: CalendarDate },
): Promise<void> {
  await tx
    .updateTable("form_version")
    .set({ published_by: by, published_at: at })
    .where("form_id", "=", formId)
    .where("n", "=", n)
    .execute();
  await sql`update form set state = 'open', in_force_from = coalesce(in_force_from, ${today}::date) where id = ${formId}::uuid`.execute(tx);
}

export async function closeFormRow(tx: Transaction, formId: FormId, reason: string): Promise<void> {
  await tx.updateTable("form").set({ state: "closed", closed_reason: reason }).where("id", "=", formId).execute();
}

/** Throws the version being prepared away, and with the first one the form. */
export async function deletePreparing(tx: Transaction, { id, published }: FormRow): Promise<void> {
  if (published === null) await tx.deleteFrom("form").where("id", "=", id).execute();
  else await tx.deleteFrom("form_version").where("form_id", "=", id).where("published_at", "is", null).execute();
}

/** Forms in force, for the daily job. */
export async function openForms(db: Database): Promise<FormId[]> {
  const { rows } = await sql<{ id: FormId }>`select id from form where state = 'open' order by id`.execute(db);
  return rows.map(({ id }) => id);
}
