import { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import { squeeze } from "../../../kernel/text.ts";
import { dateParts, isCalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Found } from "../../search/contract.ts";
import { reviewedPlan, type ReviewedPlan } from "../domain/items.ts";
import { numberKey } from "../domain/number.ts";
import { say } from "../messages.ts";
import {
  findDocument,
  findManyDocuments,
  getText,
  listDocuments,
  readableAmong,
  unfinishedReviews,
  type DocumentRow,
} from "../store/documents.ts";
import { findByNumber } from "../store/relations.ts";
import { listItems } from "../store/items.ts";
import { scopeOf } from "./scope.ts";
import { itemViews } from "./view.ts";

export async function getDocument(db: Database, id: DocumentId): Promise<DocumentRow> {
  const row = await findDocument(db, id);
  if (!row) throw problem("not_found", say("noDocument"));
  return row;
}

/** Whether this person may read the document: theirs, addressed to them, or opened to everybody here. */
export async function mayReadDocument(db: Database, actor: Actor, id: DocumentId): Promise<boolean> {
  const readable = await readableAmong(db, [id], await scopeOf(db, actor));
  return readable.has(id);
}

/** The history of a document is for those who may read it. */
export const canSeeDocument = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  may(actor, "document:view") && z.uuid().safeParse(id).success && mayReadDocument(db, actor, id as DocumentId);

/** What the review has kept so far; `complete` once it is finished. */
export async function getReviewedPlan(
  db: Database,
  id: DocumentId,
): Promise<{ document: DocumentRow; plan: ReviewedPlan; complete: boolean }> {
  const document = await getDocument(db, id);
  const [{ plan: compiled }, rows] = await Promise.all([getText(db, id), listItems(db, id)]);
  const plan = reviewedPlan(await itemViews(db, rows), { criteria: compiled?.criteria ?? [], outline: compiled?.outline ?? [] });
  return { document, plan, complete: document.state === "reviewed" };
}

/** Documents of the register under this number and, when it is given, of this day; only those that the actor may read. */
export async function findInRegister(
  db: Database,
  actor: Actor,
  { number, date }: { number: string; date: string | null },
): Promise<DocumentRow[]> {
  const key = numberKey(number);
  if (key === null) return [];
  const rows = await findByNumber(db, [key], await scopeOf(db, actor));
  return rows.filter((row) => date === null || row.printed_date === date);
}

export type DocumentLabel = { label: string; readable: boolean };

/** "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026": how other screens name a document, and whether it can be opened from there. */
export async function documentLabels(db: Database, actor: Actor, ids: readonly DocumentId[]): Promise<Map<DocumentId, DocumentLabel>> {
  if (ids.length === 0) return new Map();
  const [rows, readable] = await Promise.all([
    findManyDocuments(db, ids),
    scopeOf(db, actor).then((scope) => readableAmong(db, ids, scope)),
  ]);
  return new Map(rows.map((row) => [row.id, { label: labelOf(row), readable: readable.has(row.id) }]));
}

export function labelOf({
  doc_type,
  number,
  printed_date,
  subject,
  file_name,
}: Pick<DocumentRow, "doc_type" | "number" | "printed_date" | "subject" | "file_name">): string {
  const day = printed_date !== null && isCalendarDate(printed_date) ? say("ofDay", { day: shortDay(printed_date) }).vi : null;
  const named = [doc_type, number, day].filter((part) => part !== null).join(" ");
  return number === null ? (subject ?? file_name) : named;
}

const shortDay = (date: string) => {
  const { year, month, day } = dateParts(date);
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
};

/** Reviews that wait for this person, and documents that could not be read, for their desk. */
export async function reviewsWaiting(db: Database, actor: Actor) {
  if (!may(actor, "document:review")) return [];
  const rows = await unfinishedReviews(db, await scopeOf(db, actor), 50);
  return rows.map((row) => ({
    kind: "review",
    id: row.id as string,
    what: say(row.state === "failed" ? "failed" : "review"),
    title: labelOf(row) || say("untitled").vi,
    path: row.state === "failed" ? `/documents/${row.id}` : `/documents/${row.id}/review`,
    since: row.uploaded_at.toISOString(),
    from: null as string | null,
  }));
}

/** Hits of the search box: documents that this person may read. */
export async function searchDocuments(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  if (!may(actor, "document:view")) return [];
  const words = squeeze(text).split(" ").filter(Boolean);
  const { rows } = await listDocuments(db, await scopeOf(db, actor), {
    words,
    state: undefined,
    docType: undefined,
    year: undefined,
    offset: 0,
    limit,
  });
  return rows.map((row) => ({ kind: "document", id: row.id, title: labelOf(row), note: row.subject, to: `/documents/${row.id}` }));
}
