import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { recordAct } from "../../audit/index.ts";
import { plainFileName, refuseSecretFile } from "../../documents/index.ts";
import type { Submission } from "../contract/submissions.ts";
import { afterDocument, nextState, waitingAt } from "../domain/approval.ts";
import { mayAttach, maySend } from "../domain/submissions-policy.ts";
import { say } from "../messages/submissions.ts";
import {
  deleteSubmission,
  findSubmission,
  insertSubmission,
  lockSubmission,
  newestSubmission,
  updateSubmission,
  type StoredDocument,
  type SubmissionRow,
} from "../store/submissions.ts";
import { insertParts, partsOf } from "../store/submissions-parts.ts";
import { insertEntry } from "../store/submissions-sendings.ts";
import type { Which } from "./approval.ts";
import { approveWhole } from "./approval-effects.ts";
import { hold, see } from "./submissions-access.ts";
import type { SubmissionSources } from "./submissions-sources.ts";
import { current, shown } from "./submissions-view.ts";

/** A new revision beside the approved one, which stands until the correction is approved in its place. */
export function correctSubmission(
  db: Database,
  actor: Actor,
  { id, version, reason }: Which & { reason: string },
  now: Date,
  sources: SubmissionSources,
): Promise<Submission> {
  return transaction(db, async (tx) => {
    const opened = await hold(tx, actor, id);
    const { row, sides, judged } = opened;
    authorise(maySend(actor, sides), "submission:enter");
    if (row.version !== version) throw problem("conflict", say("changed"), { current: await shown(tx, actor, opened, sources) });
    if (nextState(row.state, "correct") === null) throw problem("wrong_state", say("notNow"), { state: row.state });
    if (!judged.newest) throw problem("wrong_state", say("begun"));
    if (!judged.roundOpen) throw problem("wrong_state", say("roundClosed"));
    const prev = { id: row.id, reason, firstSentAt: row.firstSentAt };
    const next = await insertSubmission(
      tx,
      { roundId: row.roundId, unitId: row.unitId, rev: row.rev + 1, prev, openedBy: actor.personId },
      now,
    );
    if (next === null) throw problem("wrong_state", say("begun"));
    await insertParts(tx, next, await partsOf(tx, row.id));
    await insertEntry(tx, next, { act: "correct", unitId: row.unitId, personId: actor.personId, at: now, text: reason });
    await recordAct(tx, actor, {
      act: "submission:correct",
      thing: { kind: "submission", id: next },
      unitId: row.unitId,
      after: { rev: row.rev + 1 },
    });
    const made = await findSubmission(tx, next);
    if (!made) throw problem("not_found", say("noSubmission"));
    return current(tx, actor, made, sources);
  });
}

/** A correction that was begun and never sent goes without a trace in the figures; the record keeps that it was there. */
export function discardSubmission(
  db: Database,
  actor: Actor,
  { id, version }: Which,
  sources: SubmissionSources,
): Promise<Record<string, never>> {
  return transaction(db, async (tx) => {
    const opened = await hold(tx, actor, id);
    const { row, sides, judged } = opened;
    authorise(maySend(actor, sides), "submission:enter");
    if (row.version !== version) throw problem("conflict", say("changed"), { current: await shown(tx, actor, opened, sources) });
    if (nextState(row.state, "discard") === null || row.rev === 1) throw problem("wrong_state", say("notNow"), { state: row.state });
    if (judged.sent) throw problem("wrong_state", say("sentOnce"));
    await deleteSubmission(tx, row.id);
    await recordAct(tx, actor, {
      act: "submission:discard",
      thing: { kind: "submission", id: row.id },
      unitId: row.unitId,
      before: { rev: row.rev },
    });
    return {};
  });
}

const limit = 25 * 1024 * 1024;
const types: Record<string, string> = { pdf: "application/pdf", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png" };

export type WithFiles = { db: Database; files: Files; clock: () => Date };
export type Signed = Which & { number: string; date: CalendarDate; file: File };

const refuse = (code: "invalid_input" | "unsupported" | "too_large", text: ReturnType<typeof say>) =>
  problem(code, text, { fields: { file: text.vi } });

/** Reads the scan of somebody who may attach it; a secret or unusable file is refused and nothing of it kept. */
async function keepScan({ db, files, clock }: WithFiles, actor: Actor, { id, number, date, file }: Signed): Promise<StoredDocument> {
  const { sides } = await see(db, actor, id);
  authorise(mayAttach(actor, sides), "submission:enter");
  const now = clock();
  if (date > vietnamDate(now)) throw problem("invalid_input", say("documentDay"), { fields: { date: say("documentDay").vi } });
  if (file.size === 0) throw refuse("invalid_input", say("documentEmpty"));
  if (file.size > limit) throw refuse("too_large", say("documentLarge"));
  const bytes = new Uint8Array(await file.arrayBuffer());
  await refuseSecretFile(db, actor, { name: file.name, bytes });
  const type = types[file.name.toLowerCase().split(".").at(-1) ?? ""];
  if (!type) throw refuse("unsupported", say("documentType"));
  const { sha256, size } = await files.put(bytes);
  return { number, date, hash: sha256, name: plainFileName(file.name), size, type, by: actor.personId, at: now };
}

/**
 * The signed, sealed document whose figures these are. Where the own step waits, it is the approval and shown as such; nobody
 * is said to have approved.
 */
export async function attachDocument(services: WithFiles, actor: Actor, input: Signed, sources: SubmissionSources): Promise<Submission> {
  const document = await keepScan(services, actor, input);
  const now = services.clock();
  return transaction(services.db, async (tx) => {
    const opened = await hold(tx, actor, input.id);
    const { row, sides, judged } = opened;
    authorise(mayAttach(actor, sides), "submission:enter");
    if (row.version !== input.version) throw problem("conflict", say("changed"), { current: await shown(tx, actor, opened, sources) });
    if (nextState(row.state, "attachDocument") === null || !judged.newest)
      throw problem("wrong_state", say("notNow"), { state: row.state });
    if (row.state === "approved" && row.document) throw problem("wrong_state", say("documentThere"));
    await putDocument(tx, actor, row, document, now);
    return current(tx, actor, (await findSubmission(tx, row.id)) ?? row, sources);
  });
}

/** Keeps the document with a submission that is held; where the own step waits, it is the approval. */
async function putDocument(tx: Transaction, actor: Actor, row: SubmissionRow, document: StoredDocument, now: Date): Promise<void> {
  const steps = afterDocument(row.steps);
  const leftOut = steps.filter((step, index) => step.state === "left-out" && row.steps[index]?.state === "waiting");
  const waits = waitingAt(steps);
  await updateSubmission(tx, row.id, { document, ...(row.state === "submitted" ? { steps, waiting: waits } : {}) }, now);
  await insertEntry(tx, row.id, {
    act: "attachDocument",
    unitId: row.unitId,
    personId: actor.personId,
    at: now,
    text: `${document.number}, ${document.date}`,
  });
  for (const { step, unitId, why } of leftOut)
    await insertEntry(tx, row.id, { act: "leave-out", step, unitId, personId: null, at: now, text: why });
  if (row.state === "submitted" && waits === null) await approveWhole(tx, { ...row, steps }, null, null, now);
  await recordAct(tx, actor, {
    act: "submission:attach-document",
    thing: { kind: "submission", id: row.id },
    unitId: row.unitId,
    after: { documentNumber: document.number, documentDate: document.date },
  });
}

/** A file that is kept already. `instead`: hashes of files the same document had before, which this one takes the place of. */
export type KeptDocument = Pick<StoredDocument, "number" | "date" | "hash" | "name" | "size" | "type"> & { instead: readonly string[] };

/**
 * The signed document that was written here for a round the unit owes: nobody uploads it a second time. The caller has
 * authorised the filing. What somebody attached by hand stays; null where nothing is there to attach it to.
 */
export async function documentSigned(
  tx: Transaction,
  actor: Actor,
  { roundId, unitId }: { roundId: RoundId; unitId: UnitId },
  { instead, ...kept }: KeptDocument,
  now: Date,
): Promise<SubmissionRow["id"] | null> {
  const newest = await newestSubmission(tx, roundId, unitId);
  const row = newest && (await lockSubmission(tx, newest.id));
  if (!row || nextState(row.state, "attachDocument") === null) return null;
  if (row.document && !instead.includes(row.document.hash)) return null;
  const same = row.document?.hash === kept.hash && row.document.number === kept.number && row.document.date === kept.date;
  if (!same) await putDocument(tx, actor, row, { ...kept, by: actor.personId, at: now }, now);
  return row.id;
}
