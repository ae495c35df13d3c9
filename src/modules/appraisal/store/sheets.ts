import { sql } from "kysely";
import type { AppraisalRoundId, PersonId, SheetId, SubjectId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Mark, Marks, SheetState } from "../shapes.ts";

/** That there is a sheet, and whether it is in. Without marks: this is what people other than the judge read. */
export type SheetStatusRecord = {
  id: SheetId;
  subject_id: SubjectId;
  person_id: PersonId;
  how: "lot" | "hand";
  state: SheetState;
  reason: string | null;
};

const status = sql`h.id, h.subject_id, h.person_id, h.how, h.state, h.reason`;

export async function statusesOf(db: Database, round: AppraisalRoundId): Promise<SheetStatusRecord[]> {
  const { rows } = await sql<SheetStatusRecord>`
    select ${status} from appraisal_sheet h join appraisal_subject s on s.id = h.subject_id where s.round_id = ${round}::uuid order by h.assigned_at, h.id`.execute(
    db,
  );
  return rows;
}

export async function statusesOn(db: Database, subject: SubjectId): Promise<SheetStatusRecord[]> {
  const { rows } = await sql<SheetStatusRecord>`
    select ${status} from appraisal_sheet h where h.subject_id = ${subject}::uuid order by h.assigned_at, h.id`.execute(db);
  return rows;
}

export type OwnSheet = SheetStatusRecord & { version: number; marks: Marks; assigned_at: Date };

/** A judge's own sheet. There is no query that gives the marks of a sheet by its id alone. */
export async function ownSheet(db: Database, id: SheetId, person: PersonId): Promise<OwnSheet | undefined> {
  const { rows } = await sql<OwnSheet>`
    select ${status}, h.version, h.marks, h.assigned_at from appraisal_sheet h where h.id = ${id}::uuid and h.person_id = ${person}::uuid`.execute(
    db,
  );
  return rows[0];
}

export async function ownSheets(db: Database, person: PersonId): Promise<OwnSheet[]> {
  const { rows } = await sql<OwnSheet>`
    select ${status}, h.version, h.marks, h.assigned_at
      from appraisal_sheet h join appraisal_subject s on s.id = h.subject_id join appraisal_round r on r.id = s.round_id
     where h.person_id = ${person}::uuid and h.state in ('draft', 'sent') and r.state in ('open', 'closed')
     order by r.state = 'open' desc, h.state, r.judge_until, s.title collate "vi-x-icu" limit 500`.execute(db);
  return rows;
}

export type OpenedRecord = { id: SheetId; subject_id: SubjectId; person_id: PersonId; marks: Marks };

/** Sent sheets of subjects whose sheets are all in; the condition is part of the query, so nothing else can come out of it. */
export async function openedSheets(db: Database, subjects: readonly SubjectId[]): Promise<Map<SubjectId, OpenedRecord[]>> {
  const { rows } = await sql<OpenedRecord>`
    select h.id, h.subject_id, h.person_id, h.marks from appraisal_sheet h join appraisal_subject s on s.id = h.subject_id
     where h.subject_id = any(${subjects}::uuid[]) and h.state = 'sent' and s.opened_at is not null order by h.assigned_at, h.id`.execute(
    db,
  );
  return Map.groupBy(rows, ({ subject_id }) => subject_id);
}

export type ChangeRecord = { sheet_id: SheetId; line: string; first: Mark; reason: string; changed_at: Date };

export async function changesOf(db: Database, sheets: readonly SheetId[]): Promise<ChangeRecord[]> {
  const { rows } = await sql<ChangeRecord>`
    select sheet_id, line, first, reason, changed_at from appraisal_change where sheet_id = any(${sheets}::uuid[]) order by changed_at, id`.execute(
    db,
  );
  return rows;
}

export async function insertChange(
  tx: Transaction,
  { sheet, line, first, later, reason, now }: { sheet: SheetId; line: string; first: Mark; later: Mark; reason: string; now: Date },
): Promise<void> {
  await tx
    .insertInto("appraisal_change")
    .values({ sheet_id: sheet, line, first: JSON.stringify(first), later: JSON.stringify(later), reason, changed_at: now })
    .execute();
}

export async function insertSheets(
  tx: Transaction,
  sheets: readonly { subject: string; person: string }[],
  { how, by, now }: { how: "lot" | "hand"; by: PersonId; now: Date },
): Promise<void> {
  await sql`insert into appraisal_sheet (subject_id, person_id, how, assigned_by, assigned_at)
    select subject, person, ${how}::text, ${by}::uuid, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) as given (subject uuid, person uuid)`.execute(tx);
}

export type SheetChange = { state?: SheetState; marks?: Marks; reason?: string; sentAt?: Date };

export async function updateSheet(tx: Transaction, id: SheetId, { state, marks, reason, sentAt }: SheetChange): Promise<void> {
  await tx
    .updateTable("appraisal_sheet")
    .set((expression) => ({
      ...(state ? { state } : {}),
      ...(marks ? { marks: JSON.stringify(marks) } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(sentAt ? { sent_at: sentAt } : {}),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}
