import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { getUnit } from "../../units/index.ts";
import type { Document } from "../contract.ts";
import { compileJob, recogniseJob, recognitionQueue } from "../jobs.ts";
import { say } from "../messages.ts";
import { mayReview } from "../policy.ts";
import { addReaders, updateDocument, type DocumentChange, type DocumentRow } from "../store/documents.ts";
import { settleLookalike } from "../store/relations.ts";
import { countItems } from "../store/items.ts";
import { progressOf, tryUnreadAgain } from "../store/pages.ts";
import { getReadable, getReadableForUpdate } from "./scope.ts";
import { unresolvedOf } from "./unresolved.ts";
import { documentView } from "./view.ts";

type Versioned = { id: DocumentId; version: number };
type Step = { change: DocumentChange; act: string; before?: Json; after?: Json };

/** One act on a document's entry: locked, allowed, at the version that the person saw, recorded. */
function act(
  db: Database,
  actor: Actor,
  { id, version }: Versioned,
  step: (tx: Transaction, row: DocumentRow) => Promise<Step>,
): Promise<Document> {
  return transaction(db, async (tx) => {
    const { row, scope } = await getReadableForUpdate(tx, actor, id);
    authorise(mayReview(actor, scope, row), "document:review");
    if (row.version !== version) {
      throw problem("conflict", say("documentChanged"), {
        current: await documentView(tx, actor, scope, row),
        changedBy: null,
        changedAt: null,
      });
    }
    const { change, act: name, before, after } = await step(tx, row);
    const changed = await updateDocument(tx, id, change);
    await recordAct(tx, actor, { act: name, thing: { kind: "document", id }, unitId: row.unit_id, before, after });
    return documentView(tx, actor, scope, changed);
  });
}

type EntryChange = Versioned & { issuerUnitId?: UnitId | null; internal?: boolean; audience?: "unit" | "installation" };

export function setEntry(db: Database, actor: Actor, { issuerUnitId, internal, audience, ...which }: EntryChange): Promise<Document> {
  return act(db, actor, which, async (tx, row) => {
    if (issuerUnitId) await getUnit(tx, issuerUnitId);
    const isInternal = internal ?? row.internal;
    if (isInternal && audience === "installation") throw problem("wrong_state", say("internalStays"));
    const change: DocumentChange = {
      internal: isInternal,
      // Marked internal afterwards, it closes at once.
      audience: isInternal ? "unit" : (audience ?? row.audience),
      issuer_unit_id: issuerUnitId === undefined ? row.issuer_unit_id : issuerUnitId,
    };
    const told = (from: DocumentChange): Json => ({ internal: from.internal, audience: from.audience, issuerUnit: from.issuer_unit_id });
    return { change, act: "document:enter", before: told(row), after: told(change) };
  });
}

/** Reads the text again with this server's compiler; what people decided stays. */
export function readAgain(db: Database, actor: Actor, which: Versioned): Promise<Document> {
  return act(db, actor, which, async (tx, row) => {
    if (row.state !== "failed" && row.state !== "review")
      throw problem("wrong_state", row.state === "reviewed" ? say("notInReview") : say("stillReading"));
    const progress = await progressOf(tx, row.id);
    if (row.state === "failed" && progress && progress.read < progress.pages) {
      await tryUnreadAgain(tx, row.id);
      await enqueue(tx, recogniseJob, { documentId: row.id }, recognitionQueue);
      return { change: { state: "recognising", failure: null }, act: "document:read-again" };
    }
    await enqueue(tx, compileJob, { documentId: row.id });
    return { change: { state: "compiling", failure: null }, act: "document:read-again" };
  });
}

/**
 * Ends the review. Every item must be decided; leads and dates that nobody could resolve may stay, once the person has
 * said that they saw them.
 */
export function finishReview(
  db: Database,
  actor: Actor,
  { acknowledged, now, ...which }: Versioned & { acknowledged: boolean; now: Date },
): Promise<Document> {
  return act(db, actor, which, async (tx, row) => {
    if (row.state !== "review") throw problem("wrong_state", say("notInReview"));
    const { undecided, total } = await countItems(tx, row.id);
    if (undecided > 0) throw problem("wrong_state", say("undecided", { count: undecided }), { undecided });
    const open = await unresolvedOf(tx, row, vietnamDate(now));
    const counts = { leads: open.unknownLeads.length, withoutLead: open.withoutLead.length, dates: open.dates.length };
    const any = counts.leads + counts.withoutLead + counts.dates > 0;
    if (any && !acknowledged) throw problem("wrong_state", say("unresolved"), { unresolved: counts });
    return {
      change: { state: "reviewed", reviewed_by: actor.personId, reviewed_at: now },
      act: "document:finish",
      after: { count: total, ...(any ? { unresolved: counts } : {}) },
    };
  });
}

export function reopenReview(db: Database, actor: Actor, which: Versioned): Promise<Document> {
  return act(db, actor, which, async (_tx, row) => {
    if (row.state !== "reviewed") throw problem("wrong_state", say("notReviewed"));
    return { change: { state: "review", reviewed_by: null, reviewed_at: null }, act: "document:reopen" };
  });
}

/** Two rows may be one document (the same file of two units, one number with two dates): a person says which, once. */
export function settleLookalikeOf(
  db: Database,
  actor: Actor,
  input: { id: DocumentId; other: DocumentId; same: boolean; now: Date },
): Promise<Document> {
  const { id, other, same, now } = input;
  if (id === other) throw problem("invalid_input", say("sameDocument"), { fields: { other: say("sameDocument").vi } });
  return transaction(db, async (tx) => {
    const { row, scope } = await getReadableForUpdate(tx, actor, id);
    authorise(mayReview(actor, scope, row), "document:review");
    await getReadable(tx, actor, other);
    await settleLookalike(tx, id, other, same, actor.personId, now);
    await recordAct(tx, actor, {
      act: "document:settle-lookalike",
      thing: { kind: "document", id },
      unitId: row.unit_id,
      after: { other, same },
    });
    return documentView(tx, actor, scope, row);
  });
}

/** A plan issued from this document lets the units that it addresses read it. Called by `plans`, whose act decided it. */
export async function shareDocument(tx: Transaction, actor: Actor, id: DocumentId, units: readonly UnitId[], now: Date): Promise<void> {
  await addReaders(tx, id, units, now);
  await recordAct(tx, actor, {
    act: "document:share",
    thing: { kind: "document", id },
    unitId: actor.unitId,
    after: { count: units.length },
  });
}
