import { sql } from "kysely";
import type { PersonId, RoundId, SubmissionId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { ChainStep } from "../contract/forms.ts";
import type { SubmissionState } from "../contract/submissions.ts";
import type { Step } from "../domain/approval.ts";

export type StoredDocument = {
  number: string;
  date: CalendarDate;
  hash: string;
  name: string;
  size: number;
  type: string;
  by: PersonId;
  at: Date;
};

export type SubmissionRow = {
  id: SubmissionId;
  roundId: RoundId;
  unitId: UnitId;
  rev: number;
  state: SubmissionState;
  steps: Step[];
  waitingStep: ChainStep["step"] | null;
  waitingUnit: UnitId | null;
  prevId: SubmissionId | null;
  reason: string | null;
  submittedBy: PersonId | null;
  submittedAt: Date | null;
  firstSentAt: Date | null;
  approvedAt: Date | null;
  document: StoredDocument | null;
  version: number;
};

export type Flat = Omit<SubmissionRow, "document"> & {
  documentNumber: string | null;
  documentDate: CalendarDate | null;
  documentHash: string | null;
  documentName: string | null;
  documentSize: number | null;
  documentType: string | null;
  documentBy: PersonId | null;
  documentAt: Date | null;
};

export const columns = sql`s.id, s.round_id as "roundId", s.unit_id as "unitId", s.rev, s.state, s.steps, s.waiting_step as "waitingStep",
  s.waiting_unit as "waitingUnit", s.prev_id as "prevId", s.reason, s.submitted_by as "submittedBy", s.submitted_at as "submittedAt",
  s.first_sent_at as "firstSentAt", s.approved_at as "approvedAt", s.document_number as "documentNumber", s.document_date as "documentDate",
  s.document_hash as "documentHash", s.document_name as "documentName", s.document_size as "documentSize", s.document_type as "documentType",
  s.document_by as "documentBy", s.document_at as "documentAt", s.version`;

export function rowOf<More extends object>(flat: Flat & More): SubmissionRow & More {
  const {
    documentNumber: number,
    documentDate: date,
    documentHash: hash,
    documentName: name,
    documentSize: size,
    documentType: type,
    documentBy: by,
    documentAt: at,
    ...row
  } = flat;
  const there =
    number !== null && date !== null && hash !== null && name !== null && size !== null && type !== null && by !== null && at !== null;
  return { ...row, document: there ? { number, date, hash, name, size, type, by, at } : null } as unknown as SubmissionRow & More;
}

async function one(db: Database, query: ReturnType<typeof sql<Flat>>): Promise<SubmissionRow | undefined> {
  const { rows } = await query.execute(db);
  return rows[0] && rowOf(rows[0]);
}

export const findSubmission = (db: Database, id: string) =>
  one(db, sql<Flat>`select ${columns} from submission s where s.id = ${id}::uuid`);

/** Held until the act is over: acts on one submission follow each other, and no part is saved meanwhile. */
export const lockSubmission = (tx: Transaction, id: string) =>
  one(tx, sql<Flat>`select ${columns} from submission s where s.id = ${id}::uuid for update of s`);

/** Held while a part is saved: several bodies save at once, sending waits for them and they for it. */
export const shareSubmission = (tx: Transaction, id: string) =>
  one(tx, sql<Flat>`select ${columns} from submission s where s.id = ${id}::uuid for share of s`);

/** The newest revision of a unit in a round. */
export const newestSubmission = (db: Database, roundId: string, unitId: UnitId) =>
  one(
    db,
    sql<Flat>`select ${columns} from submission s where s.round_id = ${roundId}::uuid and s.unit_id = ${unitId}::int order by s.rev desc limit 1`,
  );

export async function revisionsOf(db: Database, roundId: RoundId, unitId: UnitId): Promise<SubmissionRow[]> {
  const { rows } = await sql<Flat>`
    select ${columns} from submission s where s.round_id = ${roundId}::uuid and s.unit_id = ${unitId}::int order by s.rev`.execute(db);
  return rows.map(rowOf);
}

export type NewSubmission = {
  roundId: RoundId;
  unitId: UnitId;
  rev: number;
  prev: { id: SubmissionId; reason: string; firstSentAt: Date | null } | null;
  openedBy: PersonId;
};

/** Null when somebody opened the same one in this moment. */
export async function insertSubmission(
  tx: Transaction,
  { roundId, unitId, rev, prev, openedBy }: NewSubmission,
  now: Date,
): Promise<SubmissionId | null> {
  const { rows } = await sql<{ id: SubmissionId }>`
    insert into submission (round_id, unit_id, rev, prev_id, reason, first_sent_at, opened_by, opened_at, updated_at)
    values (${roundId}::uuid, ${unitId}::int, ${rev}::int, ${prev?.id ?? null}::uuid, ${prev?.reason ?? null}::text, ${prev?.firstSentAt ?? null}::timestamptz,
            ${openedBy}::uuid, ${now}::timestamptz, ${now}::timestamptz)
    on conflict do nothing
    returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export type SubmissionChange = Partial<{
  state: SubmissionState;
  steps: readonly Step[];
  waiting: Pick<Step, "step" | "unitId"> | null;
  submitted: { by: PersonId; at: Date } | null;
  firstSentAt: Date | null;
  approvedAt: Date;
  document: StoredDocument;
}>;

/** The row is locked already. */
export async function updateSubmission(tx: Transaction, id: SubmissionId, change: SubmissionChange, now: Date): Promise<void> {
  const { state, steps, waiting, submitted, firstSentAt, approvedAt, document } = change;
  await tx
    .updateTable("submission")
    .set((expression) => ({
      ...(state === undefined ? {} : { state }),
      ...(steps === undefined ? {} : { steps: JSON.stringify(steps) }),
      ...(waiting === undefined ? {} : { waiting_step: waiting?.step ?? null, waiting_unit: waiting?.unitId ?? null }),
      ...(submitted === undefined ? {} : { submitted_by: submitted?.by ?? null, submitted_at: submitted?.at ?? null }),
      ...(firstSentAt === undefined ? {} : { first_sent_at: firstSentAt }),
      ...(approvedAt === undefined ? {} : { approved_at: approvedAt }),
      ...(document === undefined
        ? {}
        : {
            document_number: document.number,
            document_date: document.date,
            document_hash: document.hash,
            document_name: document.name,
            document_size: document.size,
            document_type: document.type,
            document_by: document.by,
            document_at: document.at,
          }),
      updated_at: now,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** A correction that was begun and never sent; its parts go with it. */
export async function deleteSubmission(tx: Transaction, id: SubmissionId): Promise<void> {
  await tx.deleteFrom("submission").where("id", "=", id).execute();
}
