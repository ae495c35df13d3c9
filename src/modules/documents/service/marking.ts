import type { DocumentId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import { endingsIn } from "../domain/endings.ts";
import { citedLaw, lawKey } from "../domain/law.ts";
import { findDocumentForUpdate, getText, updateLawTitle, updateMarks } from "../store/documents.ts";
import { listItems, updateLawKey } from "../store/items.ts";
import { saveEndings, unmarked } from "../store/register.ts";
import type { CitationValue } from "../values.ts";

/** Raise it when what is marked, or how it is told, changes: documents read before are then marked again in the background. */
export const marksEdition = 1;

/** What the graph needs of a reading besides its citations' numbers: what the text ends, and laws by their titles. */
export async function markDocument(tx: Transaction, id: DocumentId, text: string, plan: Pick<CompiledPlan, "citations">): Promise<void> {
  await saveEndings(tx, id, endingsIn(text.split("\n"), plan.citations));
  for (const { id: item, value, law_key } of await listItems(tx, id, "citation")) {
    const key = citedLaw(value as CitationValue);
    if (key !== law_key) await updateLawKey(tx, item, key);
  }
  await updateMarks(tx, id, marksEdition);
}

/**
 * Marks every document whose marks are of an earlier edition, from the reading that is kept: nothing that a person decided is
 * touched, and no version is raised, since nothing changes on anybody's screen but the graph. Stopped at any place it goes on
 * from there; run again it finds nothing to do. Answers how many it marked.
 */
export async function markRegister(db: Database): Promise<number> {
  let marked = 0;
  for (let [id] = await unmarked(db, marksEdition, 1); id !== undefined; [id] = await unmarked(db, marksEdition, 1)) {
    const document = id;
    await transaction(db, async (tx) => {
      const row = await findDocumentForUpdate(tx, document);
      const { text, plan } = await getText(tx, document);
      if (!row || plan === null) return;
      await markDocument(tx, document, text, plan);
      const key = lawKey({ type: row.doc_type, title: row.subject });
      if (key !== row.law_key) await updateLawTitle(tx, document, key);
    });
    marked += 1;
  }
  return marked;
}
