import { sql, type Selectable } from "kysely";
import type { DocumentId, PersonId } from "../../../kernel/ids.ts";
import type { Database, Tables, Transaction } from "../../../platform/database/index.ts";
import type { Span } from "../compile/plan.ts";
import type { ItemKind, ItemState } from "../contract.ts";
import type { AnyValue, Proposal } from "../domain/items.ts";
import { citedLaw } from "../domain/law.ts";
import { numberKey } from "../domain/number.ts";
import type { CitationValue } from "../values.ts";

export type ItemRow = Omit<
  Selectable<Tables["document_item"]>,
  "document_id" | "kind" | "state" | "value" | "original" | "span" | "original_span" | "linked_to" | "changed_by"
> & {
  document_id: DocumentId;
  kind: ItemKind;
  state: ItemState;
  value: AnyValue;
  original: AnyValue | null;
  span: Span | null;
  original_span: Span | null;
  linked_to: DocumentId | null;
  changed_by: PersonId | null;
};

const inReadingOrder = sql`array_position(array['header', 'citation', 'target', 'task', 'reporting', 'event'], kind), case when kind = 'header' then position else coalesce(line, 2147483647) end, position, id`;

export async function listItems(db: Database, document: DocumentId, kind?: ItemKind): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select * from document_item
     where document_id = ${document}::uuid and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
     order by ${inReadingOrder}`.execute(db);
  return rows;
}

export async function findItemForUpdate(tx: Transaction, document: DocumentId, id: string): Promise<ItemRow | undefined> {
  const row = await tx
    .selectFrom("document_item")
    .selectAll()
    .where("id", "=", id)
    .where("document_id", "=", document)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as ItemRow | undefined;
}

/** Locked in one order, so that two answers about the same items wait for each other and not for ever. */
export async function lockItems(tx: Transaction, document: DocumentId, ids: readonly string[]): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select * from document_item where document_id = ${document}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx);
  return rows;
}

/** Undecided are the proposals; a header field that was not found asks nothing of anybody. */
export async function countItems(db: Database, document: DocumentId): Promise<{ total: number; undecided: number }> {
  const { rows } = await sql<{ total: number; undecided: number }>`
    select (count(*) filter (where state <> 'dropped' and not (state = 'proposed' and kind = 'header' and value ->> 'text' is null)))::int as total,
           (count(*) filter (where state = 'proposed' and not (kind = 'header' and value ->> 'text' is null)))::int as undecided
      from document_item where document_id = ${document}::uuid`.execute(db);
  return rows[0] ?? { total: 0, undecided: 0 };
}

/** What the database keeps of a citation besides its value, to find what it cites. */
const citing = (kind: ItemKind, value: AnyValue) => {
  if (kind !== "citation") return { number_key: null, cited_date: null, law_key: null };
  const citation = value as CitationValue;
  return { number_key: numberKey(citation.number), cited_date: citation.date, law_key: citedLaw(citation) };
};

/** All of a reading at once: a plan has some two hundred items. */
export async function insertProposals(tx: Transaction, document: DocumentId, proposals: readonly Proposal[]): Promise<void> {
  const rows = proposals.map(({ compiledId, ...item }) => ({ ...item, compiled_id: compiledId, ...citing(item.kind, item.value) }));
  await sql`
    insert into document_item (document_id, kind, position, state, line, quote, span, value, original, original_span, compiled_id, confidence, number_key, cited_date, law_key)
    select ${document}::uuid, kind, position, 'proposed', line, quote, span, value, value, span, compiled_id, confidence, number_key, cited_date, law_key
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (kind text, position int, line int, quote text, span jsonb, value jsonb, compiled_id text, confidence real, number_key text, cited_date text, law_key text)`.execute(
    tx,
  );
}

/** An undecided item follows a newer reading. */
export async function refreshProposal(
  tx: Transaction,
  id: string,
  { position, line, quote, span, value, compiledId, confidence, kind }: Proposal,
): Promise<void> {
  const json = JSON.stringify(value);
  const place = span === null ? null : JSON.stringify(span);
  await tx
    .updateTable("document_item")
    .set((expression) => ({
      position,
      line,
      quote,
      span: place,
      original_span: place,
      value: json,
      original: json,
      compiled_id: compiledId,
      confidence,
      ...citing(kind, value),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .where("state", "=", "proposed")
    .execute();
}

export async function removeItems(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom("document_item").where("id", "in", ids).execute();
}

export type NewItemRow = {
  kind: ItemKind;
  position: number;
  line: number | null;
  quote: string | null;
  span: Span | null;
  value: AnyValue;
  splitFrom: string | null;
};

export async function insertAdded(tx: Transaction, document: DocumentId, item: NewItemRow, by: PersonId, at: Date): Promise<ItemRow> {
  const { splitFrom, span, value, ...rest } = item;
  const row = await tx
    .insertInto("document_item")
    .values({
      ...rest,
      document_id: document,
      state: "added",
      span: span === null ? null : JSON.stringify(span),
      value: JSON.stringify(value),
      split_from: splitFrom,
      ...citing(item.kind, value),
      changed_by: by,
      changed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as unknown as ItemRow;
}

export type ItemChange = { state: ItemState; value?: AnyValue; span?: Span | null; quote?: string | null; linked_to?: DocumentId | null };

/** The row is locked and its version compared already. Back in `proposed` nobody has decided: then no name stands at it. */
export async function updateItem(
  tx: Transaction,
  item: ItemRow,
  { state, value, span, quote, linked_to }: ItemChange,
  by: PersonId,
  at: Date,
): Promise<ItemRow> {
  const undecided = state === "proposed";
  const row = await tx
    .updateTable("document_item")
    .set((expression) => ({
      state,
      ...(value === undefined ? {} : { value: JSON.stringify(value), ...citing(item.kind, value) }),
      ...(span === undefined ? {} : { span: span === null ? null : JSON.stringify(span), line: span?.line ?? null }),
      ...(quote === undefined ? {} : { quote }),
      ...(linked_to === undefined ? {} : { linked_to }),
      changed_by: undecided ? null : by,
      changed_at: undecided ? null : at,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", item.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as unknown as ItemRow;
}

/** Under which title a law is found; no change that anybody made, so its version stays. */
export async function updateLawKey(tx: Transaction, id: string, key: string | null): Promise<void> {
  await tx.updateTable("document_item").set({ law_key: key }).where("id", "=", id).execute();
}

/** One state for many locked items whose values stay. */
export async function updateStates(tx: Transaction, ids: readonly string[], state: ItemState, by: PersonId, at: Date): Promise<ItemRow[]> {
  if (ids.length === 0) return [];
  const decided = state !== "proposed";
  const { rows } = await sql<ItemRow>`
    update document_item
       set state = ${state}, version = version + 1,
           changed_by = ${decided ? by : null}::uuid, changed_at = ${decided ? at : null}::timestamptz
     where id = any(${[...ids]}::uuid[])
     returning *`.execute(tx);
  return rows;
}

/** Accepts every undecided item of these kinds that the compiler was at least this sure of; what an answer changed is a correction. */
export async function acceptConfident(
  tx: Transaction,
  document: DocumentId,
  { threshold, kinds, except }: { threshold: number; kinds: readonly ItemKind[]; except: readonly string[] },
  by: PersonId,
  at: Date,
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    update document_item
       set state = case when value is distinct from original then 'corrected' else 'accepted' end, changed_by = ${by}::uuid, changed_at = ${at}::timestamptz, version = version + 1
     where document_id = ${document}::uuid and state = 'proposed' and kind = any(${[...kinds]}::text[])
       and coalesce(confidence, 0) >= ${threshold}::real
       and id <> all(${[...except]}::uuid[])
     returning *`.execute(tx);
  return rows;
}
