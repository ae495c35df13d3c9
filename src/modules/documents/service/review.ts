import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, PersonId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { itemKinds, type Citations, type Item, type ItemKind, type NewItem } from "../contract.ts";
import { decided, type Decision } from "../domain/decisions.ts";
import { settleDue, lastDayOf } from "../domain/due.ts";
import { isAmended, isInside, quoteOf, type AnyValue } from "../domain/items.ts";
import { say } from "../messages.ts";
import { mayReview } from "../policy.ts";
import { getText, type DocumentRow } from "../store/documents.ts";
import { acceptConfident, countItems, findItemForUpdate, insertAdded, updateItem, type ItemChange, type ItemRow } from "../store/items.ts";
import { learn } from "./corrections.ts";
import { enterHeader } from "./header.ts";
import { readCitations } from "./reading.ts";
import { getReadable, getReadableForUpdate } from "./scope.ts";
import { itemViews } from "./view.ts";

type Which = { id: DocumentId; item: string; version: number };
type Touched = { items: Item[]; undecided: number };

/** The document under review, locked: acts on its items follow each other. */
export async function underReview(tx: Transaction, actor: Actor, id: DocumentId): Promise<DocumentRow> {
  const { row, scope } = await getReadableForUpdate(tx, actor, id);
  authorise(mayReview(actor, scope, row), "document:review");
  if (row.state !== "review") throw problem("wrong_state", row.state === "compiling" ? say("stillReading") : say("notInReview"));
  return row;
}

async function itemOf(tx: Transaction, { id, item, version }: Which): Promise<ItemRow> {
  const row = await findItemForUpdate(tx, id, item);
  if (!row) throw problem("not_found", say("noItem"));
  if (row.version === version) return row;
  const [current] = await itemViews(tx, [row]);
  throw problem("conflict", say("itemChanged"), { current, changedBy: current?.changedBy ?? null, changedAt: current?.changedAt ?? null });
}

function nextState(row: ItemRow, decision: Decision) {
  const state = decided({ state: row.state, isAdded: row.original === null, isAmended: isAmended(row) }, decision);
  if (state === null) throw problem("wrong_state", say("notPossible"), { state: row.state });
  return state;
}

/**
 * What the record keeps of an item: what it says and in which state, enough to read the history without the review. A
 * signer's name stays in the document: the record would outlive its erasure there.
 */
export function told({ id, kind, state, quote, value }: Pick<ItemRow, "id" | "kind" | "state" | "quote" | "value">): Json {
  const kept = { item: id, itemKind: kind, itemState: state };
  if (fieldOf(value) === "signerName") return kept;
  return { ...kept, quote, due: "due" in value ? value.due.text : undefined, value: JSON.parse(JSON.stringify(value)) as Json };
}

export async function touched(tx: Transaction, id: DocumentId, rows: readonly ItemRow[]): Promise<Touched> {
  if (rows.some(({ kind }) => kind === "header")) await enterHeader(tx, id);
  const [items, { undecided }] = [await itemViews(tx, rows), await countItems(tx, id)];
  return { items, undecided };
}

/** One decision about one item. */
function decide(db: Database, actor: Actor, which: Which, now: Date, decision: Exclude<Decision, "split" | "correct">): Promise<Touched> {
  return transaction(db, async (tx) => {
    const document = await underReview(tx, actor, which.id);
    const before = await itemOf(tx, which);
    const state = nextState(before, decision);
    // Restored to what was read: value and place go back too.
    const back: Partial<ItemChange> = decision === "restore" && before.original !== null ? await original(tx, before) : {};
    const after = await updateItem(tx, before, { state, ...back }, actor.personId, now);
    await recordAct(tx, actor, {
      act: `document:${decision}`,
      thing: { kind: "document", id: which.id },
      unitId: document.unit_id,
      before: told(before),
      after: told(after),
    });
    await learn(tx, actor, document, [after], now);
    return touched(tx, which.id, [after]);
  });
}

async function original(tx: Transaction, { document_id, original: value, original_span: span }: ItemRow): Promise<Partial<ItemChange>> {
  if (value === null) return {};
  return { value, span, quote: span === null ? null : quoteOf(await linesOf(tx, document_id), span), linked_to: null };
}

export const acceptItem = (db: Database, actor: Actor, which: Which, now: Date) => decide(db, actor, which, now, "accept");
export const dropItem = (db: Database, actor: Actor, which: Which, now: Date) => decide(db, actor, which, now, "drop");
export const restoreItem = (db: Database, actor: Actor, which: Which, now: Date) => decide(db, actor, which, now, "restore");

const linesOf = async (tx: Transaction, id: DocumentId): Promise<string[]> => (await getText(tx, id)).text.split("\n");

/** What a person wrote, put in order: days follow from dates, the quote from the words that were pointed at. */
async function written(
  tx: Transaction,
  id: DocumentId,
  { span, value }: NewItem,
): Promise<{ value: AnyValue; span: NewItem["span"]; quote: string | null }> {
  if (JSON.stringify(value).length > 20_000) throw problem("invalid_input", say("tooLong"), { fields: { value: say("tooLong").vi } });
  const settled = settle(value);
  if (span === null) return { value: settled, span, quote: null };
  const lines = await linesOf(tx, id);
  if (!isInside(lines, span)) throw problem("invalid_input", say("outsideText"), { fields: { span: say("outsideText").vi } });
  return { value: settled, span, quote: quoteOf(lines, span) };
}

export function settle(value: AnyValue): AnyValue {
  if ("due" in value) return { ...value, due: settleDue(value.due) };
  if (!("deadline" in value)) return value;
  const before = value.deadlineText?.toLowerCase().startsWith("trước ngày") ?? false;
  return { ...value, lastDay: lastDayOf({ date: value.deadline, rule: before ? `before ${value.deadline}` : null }) };
}

export function correctItem(db: Database, actor: Actor, { to, ...which }: Which & { to: NewItem }, now: Date): Promise<Touched> {
  return transaction(db, async (tx) => {
    const document = await underReview(tx, actor, which.id);
    const before = await itemOf(tx, which);
    if (to.kind !== before.kind) throw problem("invalid_input", say("otherKind"), { fields: { kind: say("otherKind").vi } });
    if (before.kind === "header" && fieldOf(to.value) !== fieldOf(before.value))
      throw problem("invalid_input", say("onlyPlanParts"), { fields: { field: say("onlyPlanParts").vi } });
    const change = await written(tx, which.id, to);
    const after = await updateItem(tx, before, { state: nextState(before, "correct"), ...change }, actor.personId, now);
    await recordAct(tx, actor, {
      act: "document:correct",
      thing: { kind: "document", id: which.id },
      unitId: document.unit_id,
      before: told(before),
      after: told(after),
    });
    await learn(tx, actor, document, [after], now);
    return touched(tx, which.id, [after]);
  });
}

const fieldOf = (value: AnyValue): string | null => ("field" in value ? value.field : null);

async function insert(
  tx: Transaction,
  id: DocumentId,
  item: NewItem,
  by: PersonId,
  now: Date,
  after: { splitFrom: string | null; position: number },
): Promise<ItemRow> {
  if (item.kind === "header") throw problem("invalid_input", say("onlyPlanParts"), { fields: { kind: say("onlyPlanParts").vi } });
  const { value, span, quote } = await written(tx, id, item);
  return insertAdded(
    tx,
    id,
    { kind: item.kind, position: after.position, line: span?.line ?? null, quote, span, value, splitFrom: after.splitFrom },
    by,
    now,
  );
}

export function addItem(db: Database, actor: Actor, { id, add }: { id: DocumentId; add: NewItem }, now: Date): Promise<Touched> {
  return transaction(db, async (tx) => {
    const document = await underReview(tx, actor, id);
    const row = await insert(tx, id, add, actor.personId, now, { splitFrom: null, position: 0 });
    await recordAct(tx, actor, { act: "document:add", thing: { kind: "document", id }, unitId: document.unit_id, after: told(row) });
    return touched(tx, id, [row]);
  });
}

/** One item becomes several: it is dropped, and its parts are added where it stood. */
export function splitItem(db: Database, actor: Actor, { parts, ...which }: Which & { parts: NewItem[] }, now: Date): Promise<Touched> {
  return transaction(db, async (tx) => {
    const document = await underReview(tx, actor, which.id);
    const before = await itemOf(tx, which);
    const whole = await updateItem(tx, before, { state: nextState(before, "split") }, actor.personId, now);
    const rows: ItemRow[] = [];
    for (const part of parts)
      rows.push(await insert(tx, which.id, part, actor.personId, now, { splitFrom: before.id, position: before.position }));
    await recordAct(tx, actor, {
      act: "document:split",
      thing: { kind: "document", id: which.id },
      unitId: document.unit_id,
      before: told(before),
      after: rows.map(told),
    });
    return touched(tx, which.id, [whole, ...rows]);
  });
}

export function acceptAllConfident(
  db: Database,
  actor: Actor,
  { id, threshold, kinds = [...itemKinds], except = [] }: { id: DocumentId; threshold: number; kinds?: ItemKind[]; except?: string[] },
  now: Date,
): Promise<Touched & { accepted: number }> {
  return transaction(db, async (tx) => {
    const document = await underReview(tx, actor, id);
    const rows = await acceptConfident(tx, id, { threshold, kinds, except }, actor.personId, now);
    if (rows.length > 0) {
      await recordAct(tx, actor, {
        act: "document:accept-confident",
        thing: { kind: "document", id },
        unitId: document.unit_id,
        after: { count: rows.length, threshold, items: rows.map((row) => row.id) },
      });
    }
    return { accepted: rows.length, ...(await touched(tx, id, rows)) };
  });
}

/** Says which registered document a citation means, or (null) that number and date decide again. */
export function linkCitation(
  db: Database,
  actor: Actor,
  { document, ...which }: Which & { document: DocumentId | null },
  now: Date,
): Promise<Citations> {
  return transaction(db, async (tx) => {
    const { row, scope } = await getReadableForUpdate(tx, actor, which.id);
    authorise(mayReview(actor, scope, row), "document:review");
    const before = await itemOf(tx, which);
    if (before.kind !== "citation") throw problem("invalid_input", say("otherKind"), { fields: { item: say("otherKind").vi } });
    if (document === which.id) throw problem("invalid_input", say("sameDocument"), { fields: { document: say("sameDocument").vi } });
    if (document !== null) await getReadable(tx, actor, document);
    await updateItem(tx, before, { state: before.state, linked_to: document }, actor.personId, now);
    await recordAct(tx, actor, {
      act: "document:link-citation",
      thing: { kind: "document", id: which.id },
      unitId: row.unit_id,
      after: { document, quote: before.quote },
    });
    return readCitations(tx, actor, which.id);
  });
}
