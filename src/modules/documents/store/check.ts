import { sql } from "kysely";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { readableBy, type DocumentRow } from "./documents.ts";

export type Decision = { finding: string; decided_by: PersonId; decided_at: Date };

export async function decisionsOf(db: Database, document: DocumentId, unit: UnitId): Promise<Decision[]> {
  const rows = await db
    .selectFrom("document_check_decision")
    .select(["finding", "decided_by", "decided_at"])
    .where("document_id", "=", document)
    .where("unit_id", "=", unit)
    .execute();
  return rows as unknown as Decision[];
}

/** Sets a finding aside, or takes that back. Doing either twice changes nothing. */
export async function decide(
  tx: Transaction,
  { document, unit, finding, aside }: { document: DocumentId; unit: UnitId; finding: string; aside: boolean },
  by: PersonId,
  at: Date,
): Promise<void> {
  if (aside)
    await tx
      .insertInto("document_check_decision")
      .values({ document_id: document, unit_id: unit, finding, decided_by: by, decided_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await tx
      .deleteFrom("document_check_decision")
      .where("document_id", "=", document)
      .where("unit_id", "=", unit)
      .where("finding", "=", finding)
      .execute();
}

export type CitedByOther = Pick<DocumentRow, "id" | "doc_type" | "number" | "printed_date" | "subject" | "file_name"> & {
  cited: string;
  cited_date: string | null;
  cited_issuer: string | null;
  /** The line in which the other document cites it. */
  words: string | null;
};

const enough = 500;

/** How other readable documents of the register cite documents of these numbers. */
export async function citedByOthers(
  db: Database,
  except: DocumentId | null,
  keys: readonly string[],
  scope: readonly UnitId[],
): Promise<CitedByOther[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<CitedByOther>`
    select d.id, d.doc_type, d.number, d.printed_date, d.subject, d.file_name,
           i.value ->> 'number' as cited, i.cited_date, i.value ->> 'issuer' as cited_issuer,
           (string_to_array(t.text, E'\n'))[i.line] as words
      from document_item i
      join document d on d.id = i.document_id
      join document_text t on t.document_id = d.id
     where i.kind = 'citation' and i.state <> 'dropped' and i.number_key = any(${[...keys]}::text[])
       and d.id is distinct from ${except}::uuid and ${readableBy(scope)}
     order by d.uploaded_at desc
     limit ${enough}`.execute(db);
  return rows;
}
