import { sql } from "kysely";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { readableBy, type DocumentRow } from "./documents.ts";

/** Documents that may be the same one: by number and date, or by a number whose date is not settled, or the same file of another unit. */
export async function lookalikes(
  db: Database,
  document: Pick<DocumentRow, "id" | "number_key" | "file_hash" | "printed_date">,
  scope: readonly UnitId[],
): Promise<(DocumentRow & { why: "same-file" | "same-number-and-date" | "same-number" })[]> {
  const { id, number_key, file_hash, printed_date } = document;
  const { rows } = await sql<DocumentRow & { why: "same-file" | "same-number-and-date" | "same-number" }>`
    select d.*,
           case when d.file_hash = ${file_hash}::text then 'same-file'
                when d.printed_date = ${printed_date}::text and length(d.printed_date) = 10 then 'same-number-and-date'
                else 'same-number' end as why
      from document d
     where d.id <> ${id}::uuid and ${readableBy(scope)}
       and (d.file_hash = ${file_hash}::text
            or (d.number_key = ${number_key}::text
                and (d.printed_date is null or ${printed_date}::text is null
                     or starts_with(d.printed_date, ${printed_date}::text) or starts_with(${printed_date}::text, d.printed_date))))
       and not exists (select from document_lookalike l
                        where l.document_id = least(d.id, ${id}::uuid) and l.other_id = greatest(d.id, ${id}::uuid))
     order by d.uploaded_at
     limit 10`.execute(db);
  return rows;
}

export async function settleLookalike(
  tx: Transaction,
  one: DocumentId,
  other: DocumentId,
  same: boolean,
  by: PersonId,
  at: Date,
): Promise<void> {
  await sql`insert into document_lookalike (document_id, other_id, same, decided_by, decided_at)
    values (least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${same}::boolean, ${by}::uuid, ${at}::timestamptz)
    on conflict (document_id, other_id) do update set same = excluded.same, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(
    tx,
  );
}

/** Registered documents under one of these keys that these units may read, oldest first. */
async function findByKey(
  db: Database,
  column: "d.number_key" | "d.law_key",
  keys: readonly string[],
  scope: readonly UnitId[],
): Promise<DocumentRow[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom("document as d")
    .selectAll()
    .where(column, "in", keys)
    .where(readableBy(scope))
    .orderBy("d.uploaded_at")
    .execute();
  return rows as unknown as DocumentRow[];
}

/** Registered documents under these numbers, whatever their date. */
export const findByNumber = (db: Database, numberKeys: readonly string[], scope: readonly UnitId[]): Promise<DocumentRow[]> =>
  findByKey(db, "d.number_key", numberKeys, scope);

/** Registered laws of these titles. */
export const findLaws = (db: Database, lawKeys: readonly string[], scope: readonly UnitId[]): Promise<DocumentRow[]> =>
  findByKey(db, "d.law_key", lawKeys, scope);

/** Readable documents that cite this one: by number and date, a law by its title, or because a person said so. */
export async function citedBy(
  db: Database,
  document: Pick<DocumentRow, "id" | "number_key" | "law_key" | "printed_date">,
  scope: readonly UnitId[],
): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select d.* from document d
     where d.id <> ${document.id}::uuid and ${readableBy(scope)}
       and exists (select from document_item i
                    where i.document_id = d.id and i.kind = 'citation' and i.state <> 'dropped'
                      and (i.linked_to = ${document.id}::uuid
                           or (i.linked_to is null and i.law_key = ${document.law_key}::text
                               and (i.cited_date is null or starts_with(${document.printed_date}::text, i.cited_date)))
                           or (i.linked_to is null and i.number_key = ${document.number_key}::text
                               and i.cited_date = ${document.printed_date}::text and length(i.cited_date) = 10)))
     order by d.printed_date desc nulls last, d.uploaded_at desc
     limit 200`.execute(db);
  return rows;
}
