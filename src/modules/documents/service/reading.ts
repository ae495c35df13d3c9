import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import { squeeze } from "../../../kernel/text.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Citations, Document, DocumentFilter, DocumentShort, DocumentText, Item, ItemKind } from "../contract.ts";
import { sameDate } from "../domain/number.ts";
import { docTypesOf, getText, listDocuments, type DocumentRow } from "../store/documents.ts";
import { citedBy, findByNumber, findLaws } from "../store/relations.ts";
import { countItems, listItems, type ItemRow } from "../store/items.ts";
import type { CitationValue } from "../values.ts";
import { getReadable, scopeOf } from "./scope.ts";
import { documentView, itemViews, shorts } from "./view.ts";

const pageSize = 50;

export async function searchRegister(db: Database, actor: Actor, { text, state, docType, year, page }: z.infer<typeof DocumentFilter>) {
  const scope = await scopeOf(db, actor);
  const words = squeeze(text).split(" ").filter(Boolean);
  const filter = { words, state, docType, year, offset: (page - 1) * pageSize, limit: pageSize };
  const [{ rows, total }, docTypes] = await Promise.all([listDocuments(db, scope, filter), docTypesOf(db, scope)]);
  return { documents: await shorts(db, rows), total, pageSize, docTypes };
}

export async function readEntry(db: Database, actor: Actor, id: DocumentId): Promise<Document> {
  const { row, scope } = await getReadable(db, actor, id);
  return documentView(db, actor, scope, row);
}

export async function readText(db: Database, actor: Actor, id: DocumentId): Promise<DocumentText> {
  await getReadable(db, actor, id);
  const { text, tables, footnotes, plan } = await getText(db, id);
  const outline = (plan?.outline ?? []).map(({ number, title, level, line, kind }) => ({ number, title, level, line, kind }));
  return { lines: text.split("\n"), outline, tables: tables.map(({ line, lineCount }) => ({ line, lineCount })), footnotes };
}

export async function readItems(
  db: Database,
  actor: Actor,
  id: DocumentId,
  kind?: ItemKind,
): Promise<{ items: Item[]; undecided: number; state: DocumentRow["state"] }> {
  const { row } = await getReadable(db, actor, id);
  const [items, { undecided }] = await Promise.all([listItems(db, id, kind), countItems(db, id)]);
  return { items: await itemViews(db, items), undecided, state: row.state };
}

type Edge = { row: ItemRow; value: CitationValue; document: DocumentRow | null; candidates: DocumentRow[] };

/** Which registered document each citation means. Number and date settle it; anything less is offered, not decided. */
function resolveCitation(row: ItemRow, registered: readonly DocumentRow[], linked: DocumentRow | undefined): Edge {
  const value = row.value as CitationValue;
  if (row.linked_to !== null) return { row, value, document: linked ?? null, candidates: [] };
  const near = registered.filter(
    (other) =>
      other.id !== row.document_id &&
      (row.law_key === null ? other.number_key === row.number_key : other.law_key === row.law_key) &&
      sameDate(other.printed_date, value.date) !== "different",
  );
  // The one law of that title is meant; a number without its day is not enough.
  const certain = row.law_key === null ? near.filter((other) => sameDate(other.printed_date, value.date) === "same") : near;
  const [only] = certain;
  return certain.length === 1 && only ? { row, value, document: only, candidates: [] } : { row, value, document: null, candidates: near };
}

/** The citation graph round one document: what it carries out, and what carries it out, as far as this person may see. */
export async function readCitations(db: Database, actor: Actor, id: DocumentId): Promise<Citations> {
  const { row: document, scope } = await getReadable(db, actor, id);
  const items = (await listItems(db, id, "citation")).filter(({ state }) => state !== "dropped");
  const keys = items.map(({ number_key }) => number_key).filter((key): key is string => key !== null);
  const laws = items.map(({ law_key }) => law_key).filter((key): key is string => key !== null);
  const [byNumber, byTitle, citing] = await Promise.all([
    findByNumber(db, [...new Set(keys)], scope),
    findLaws(db, [...new Set(laws)], scope),
    citedBy(db, document, scope),
  ]);
  const registered = [...byNumber, ...byTitle];
  const linked = await linkedDocuments(db, actor, items);
  const edges = items.map((item) => resolveCitation(item, registered, item.linked_to === null ? undefined : linked.get(item.linked_to)));
  const named = new Map((await shorts(db, [...registered, ...linked.values(), ...citing])).map((short) => [short.id, short]));
  const shown = (row: DocumentRow): DocumentShort[] => {
    const short = named.get(row.id);
    return short ? [short] : [];
  };
  return {
    carriesOut: edges.map(({ row, value, document: meant, candidates }) => ({
      item: row.id,
      line: row.line,
      type: value.type,
      number: value.number,
      date: value.date,
      issuer: value.issuer,
      title: value.title,
      inGraph: (row.number_key ?? row.law_key) !== null,
      document: (meant && shown(meant)[0]) ?? null,
      candidates: candidates.flatMap(shown),
    })),
    carriedOutBy: citing.flatMap(shown),
  };
}

async function linkedDocuments(db: Database, actor: Actor, items: readonly ItemRow[]): Promise<Map<DocumentId, DocumentRow>> {
  const ids = [...new Set(items.map(({ linked_to }) => linked_to))].filter((id): id is DocumentId => id !== null);
  // A linked document that this person may not read stays unnamed.
  const found = await Promise.all(ids.map((id) => getReadable(db, actor, id).catch(() => null)));
  return new Map(found.flatMap((entry) => (entry ? [[entry.row.id, entry.row] as const] : [])));
}
