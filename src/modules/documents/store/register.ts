import { sql } from "kysely";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import type { Ending } from "../domain/endings.ts";
import { readableBy } from "./documents.ts";

/** What a reading says has been replaced or ended; the reading before it is forgotten. */
export async function saveEndings(tx: Transaction, document: DocumentId, endings: readonly Ending[]): Promise<void> {
  await tx.deleteFrom("document_ending").where("document_id", "=", document).execute();
  if (endings.length === 0) return;
  await tx
    .insertInto("document_ending")
    .values(endings.map((ending) => ({ document_id: document, ...ending })))
    .execute();
}

/** Documents that were read and whose marks for the graph are of an earlier edition. */
export async function unmarked(db: Database, edition: number, limit: number): Promise<DocumentId[]> {
  const rows = await db
    .selectFrom("document_text")
    .select("document_id")
    .where("marks", "<", edition)
    .where("plan", "is not", null)
    .orderBy("marks")
    .limit(limit)
    .execute();
  return rows.map(({ document_id }) => document_id as DocumentId);
}

export type EndingRow = { node: string; document: DocumentId; line: number; words: string; how: "replaced" | "ended" };

/** Which of these nodes a readable document says it replaces or ends. */
export async function endingsOf(db: Database, scope: readonly UnitId[], nodes: readonly string[]): Promise<EndingRow[]> {
  if (nodes.length === 0) return [];
  const { rows } = await sql<EndingRow>`
    select e.node, e.document_id as document, e.line, e.words, e.how
      from document_ending e join document d on d.id = e.document_id
     where e.node = any(${[...nodes]}::text[]) and d.node <> e.node and ${readableBy(scope)}
     order by e.node, d.printed_date desc nulls last`.execute(db);
  return rows;
}

export async function setAside(tx: Transaction, unit: UnitId, proposal: string, by: PersonId, at: Date): Promise<void> {
  await tx
    .insertInto("register_set_aside")
    .values({ unit_id: unit, proposal, set_by: by, set_at: at })
    .onConflict((conflict) => conflict.columns(["unit_id", "proposal"]).doNothing())
    .execute();
}

export async function takeBack(tx: Transaction, unit: UnitId, proposal: string): Promise<void> {
  await tx.deleteFrom("register_set_aside").where("unit_id", "=", unit).where("proposal", "=", proposal).execute();
}

export async function asideAmong(db: Database, unit: UnitId, proposals: readonly string[]): Promise<Set<string>> {
  if (proposals.length === 0) return new Set();
  const rows = await db
    .selectFrom("register_set_aside")
    .select("proposal")
    .where("unit_id", "=", unit)
    .where("proposal", "in", proposals)
    .execute();
  return new Set(rows.map(({ proposal }) => proposal));
}

export type Readings = { text: string; plan: CompiledPlan | null; previous: CompiledPlan | null; previousCompiler: string | null };

/** The present reading of a document's text and the one before it. */
export async function readingsOf(db: Database, document: DocumentId): Promise<Readings> {
  const row = await db
    .selectFrom("document_text")
    .select(["text", "plan", "previous_plan as previous", "previous_compiler as previousCompiler"])
    .where("document_id", "=", document)
    .executeTakeFirstOrThrow();
  return row as unknown as Readings;
}
