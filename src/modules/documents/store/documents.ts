import { sql, type Selectable } from "kysely";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Database, Tables, Transaction } from "../../../platform/database/index.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import type { DocumentState } from "../contract.ts";

export type DocumentRow = Omit<
  Selectable<Tables["document"]>,
  "id" | "unit_id" | "issuer_unit_id" | "state" | "audience" | "failure" | "uploaded_by" | "reviewed_by"
> & {
  id: DocumentId;
  unit_id: UnitId;
  issuer_unit_id: UnitId | null;
  state: DocumentState;
  audience: "unit" | "installation";
  failure: Text | null;
  uploaded_by: PersonId;
  reviewed_by: PersonId | null;
};

const asRow = (row: unknown) => row as DocumentRow | undefined;

/** True for documents that somebody who acts for these units may read: their own, those addressed to them, those opened to all. */
export const readableBy = (
  scope: readonly UnitId[],
  alias = "d",
) => sql<boolean>`(${sql.ref(`${alias}.unit_id`)} = any(${[...scope]}::int[]) or ${sql.ref(`${alias}.audience`)} = 'installation'
  or exists (select from document_reader reader where reader.document_id = ${sql.ref(`${alias}.id`)} and reader.unit_id = any(${[...scope]}::int[])))`;

export async function findDocument(db: Database, id: DocumentId): Promise<DocumentRow | undefined> {
  return asRow(await db.selectFrom("document").selectAll().where("id", "=", id).executeTakeFirst());
}

/** Held until the act is over, so that two acts on one document follow each other. */
export async function findDocumentForUpdate(tx: Transaction, id: DocumentId): Promise<DocumentRow | undefined> {
  return asRow(await tx.selectFrom("document").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());
}

export async function findReadable(db: Database, id: DocumentId, scope: readonly UnitId[]): Promise<DocumentRow | undefined> {
  return asRow(await db.selectFrom("document as d").selectAll().where("d.id", "=", id).where(readableBy(scope)).executeTakeFirst());
}

export async function findManyDocuments(db: Database, ids: readonly DocumentId[]): Promise<DocumentRow[]> {
  if (ids.length === 0) return [];
  return (await db.selectFrom("document").selectAll().where("id", "in", ids).execute()) as unknown as DocumentRow[];
}

/** Which of these documents somebody who acts for these units may read. */
export async function readableAmong(db: Database, ids: readonly DocumentId[], scope: readonly UnitId[]): Promise<Set<DocumentId>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom("document as d").select("d.id").where("d.id", "in", ids).where(readableBy(scope)).execute();
  return new Set(rows.map(({ id }) => id as DocumentId));
}

export async function findByFile(db: Database, unit: UnitId, hash: string): Promise<DocumentRow | undefined> {
  return asRow(await db.selectFrom("document").selectAll().where("unit_id", "=", unit).where("file_hash", "=", hash).executeTakeFirst());
}

export type NewDocument = Pick<
  DocumentRow,
  "unit_id" | "file_hash" | "file_name" | "file_size" | "file_type" | "internal" | "uploaded_by" | "uploaded_at"
>;
export type NewText = { text: string; tables: unknown[]; footnotes: unknown[]; notes: Text[] };

/** Undefined when the unit has this file already: somebody was faster. */
export async function insertDocument(
  tx: Transaction,
  document: NewDocument,
  { text, tables, footnotes, notes }: NewText,
  state: DocumentState = "compiling",
): Promise<DocumentRow | undefined> {
  const row = asRow(
    await tx
      .insertInto("document")
      .values({ ...document, state })
      .onConflict((conflict) => conflict.columns(["unit_id", "file_hash"]).doNothing())
      .returningAll()
      .executeTakeFirst(),
  );
  if (row) {
    await tx
      .insertInto("document_text")
      .values({
        document_id: row.id,
        text,
        tables: JSON.stringify(tables),
        footnotes: JSON.stringify(footnotes),
        notes: JSON.stringify(notes),
      })
      .execute();
  }
  return row;
}

export type DocumentChange = Partial<
  Pick<
    DocumentRow,
    | "state"
    | "internal"
    | "audience"
    | "doc_type"
    | "number"
    | "number_key"
    | "law_key"
    | "printed_date"
    | "place"
    | "issuer"
    | "subject"
    | "issuer_unit_id"
    | "compiler"
    | "reviewed_by"
    | "reviewed_at"
  > & { failure: Text | null }
>;

/** The row is locked and its version compared already. */
export async function updateDocument(tx: Transaction, id: DocumentId, { failure, ...change }: DocumentChange): Promise<DocumentRow> {
  const row = await tx
    .updateTable("document")
    .set((expression) => ({
      ...change,
      ...(failure === undefined ? {} : { failure: failure === null ? null : JSON.stringify(failure) }),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as unknown as DocumentRow;
}

export type TextRow = {
  text: string;
  tables: { line: number; lineCount: number }[];
  footnotes: { line: number; text: string }[];
  notes: Text[];
  plan: CompiledPlan | null;
};

export async function getText(db: Database, id: DocumentId): Promise<TextRow> {
  const row = await db
    .selectFrom("document_text")
    .select(["text", "tables", "footnotes", "notes", "plan"])
    .where("document_id", "=", id)
    .executeTakeFirstOrThrow();
  return row as unknown as TextRow;
}

export async function getNotes(db: Database, id: DocumentId): Promise<Text[]> {
  const row = await db.selectFrom("document_text").select("notes").where("document_id", "=", id).executeTakeFirst();
  return (row?.notes ?? []) as unknown as Text[];
}

/** Of which edition the marks for the citation graph are. */
export async function updateMarks(tx: Transaction, id: DocumentId, edition: number): Promise<void> {
  await tx.updateTable("document_text").set({ marks: edition }).where("document_id", "=", id).execute();
}

/** Under which title citations find it; nobody changed anything, so its version stays. */
export async function updateLawTitle(tx: Transaction, id: DocumentId, key: string | null): Promise<void> {
  await tx.updateTable("document").set({ law_key: key }).where("id", "=", id).execute();
}

/** The reading before it stays beside it, so that a person can see what a newer compiler reads differently. */
export async function savePlan(tx: Transaction, id: DocumentId, plan: CompiledPlan): Promise<void> {
  await tx
    .updateTable("document_text")
    .set((expression) => ({
      plan: JSON.stringify(plan),
      previous_plan: expression.ref("plan"),
      previous_compiler: expression.selectFrom("document").select("compiler").where("id", "=", id),
    }))
    .where("document_id", "=", id)
    .execute();
}

export type RegisterFilter = {
  words: string[];
  state: DocumentState | undefined;
  docType: string | undefined;
  year: number | undefined;
  offset: number;
  limit: number;
};

/** The register as these units see it, newest first. Every word must occur, in any order, with or without accents. */
export async function listDocuments(
  db: Database,
  scope: readonly UnitId[],
  filter: RegisterFilter,
): Promise<{ rows: DocumentRow[]; total: number }> {
  const { words, state = null, docType = null, year = null, offset, limit } = filter;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const { rows } = await sql<DocumentRow & { total: number }>`
    select d.*, (count(*) over ())::int as total
      from document d
     where ${readableBy(scope)}
       and d.search like all (select vi_fold(word) from unnest(${patterns}::text[]) word)
       and (${state}::text is null or d.state = ${state}::text)
       and (${docType}::text is null or d.doc_type = ${docType}::text)
       and (${year}::int is null or left(d.printed_date, 4) = ${year}::int::text)
     order by d.uploaded_at desc, d.id desc
     offset ${offset}::int limit ${limit}::int`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function docTypesOf(db: Database, scope: readonly UnitId[]): Promise<string[]> {
  const { rows } = await sql<{ docType: string }>`
    select d.doc_type as "docType" from document d
     where d.doc_type is not null and ${readableBy(scope)}
     group by d.doc_type order by d.doc_type collate "vi-x-icu"`.execute(db);
  return rows.map(({ docType }) => docType);
}

/** Unfinished reviews of these units, oldest first: what waits on a reviewer's desk. */
export async function unfinishedReviews(db: Database, scope: readonly UnitId[], limit: number): Promise<DocumentRow[]> {
  const rows = await db
    .selectFrom("document")
    .selectAll()
    .where(sql<boolean>`unit_id = any(${[...scope]}::int[])`)
    .where("state", "in", ["failed", "review"])
    .orderBy("uploaded_at")
    .limit(limit)
    .execute();
  return rows as unknown as DocumentRow[];
}

export async function addReaders(tx: Transaction, id: DocumentId, units: readonly UnitId[], since: Date): Promise<void> {
  await sql`insert into document_reader (document_id, unit_id, since)
    select ${id}::uuid, unit_id, ${since}::timestamptz from unnest(${[...units]}::int[]) unit_id
    on conflict do nothing`.execute(tx);
}
