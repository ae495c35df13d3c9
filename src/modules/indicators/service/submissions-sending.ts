import { createHash } from "node:crypto";
import { actsFor, authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { permissionsOf } from "../../../kernel/permissions.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { peopleAt, personName } from "../../identity/index.ts";
import type { Receipt, Submission } from "../contract/submissions.ts";
import { beginSteps, cameLate, nextState, waitingAt, type Colleagues } from "../domain/approval.ts";
import { isUntouched, maySend } from "../domain/submissions-policy.ts";
import { say } from "../messages/submissions.ts";
import { findSubmission, updateSubmission, type SubmissionRow } from "../store/submissions.ts";
import { findByKey, insertEntry, insertSending, sendingsOf, type Content } from "../store/submissions-sendings.ts";
import { hold } from "./submissions-access.ts";
import { approveWhole, takeOut } from "./approval-effects.ts";
import { answerPlanDuty } from "./submissions-duties.ts";
import { putFigures } from "./submissions-figures.ts";
import { blockersOf, mergedOf, questionsOf } from "./submissions-judging.ts";
import { loadSheet, type Sheet } from "./submissions-sheet.ts";
import type { SubmissionSources } from "./submissions-sources.ts";
import { current, namesFor, receiptOf, shown } from "./submissions-view.ts";

export type Submit = { id: string; key: string; seen: readonly { sectionId: string; unitId: UnitId; version: number }[] };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const partKey = ({ sectionId, unitId }: { sectionId: string; unitId: UnitId }): string => `${sectionId} ${unitId}`;

/** Of what the client asked for, however it was ordered. */
const payloadOf = ({ id, seen }: Submit): string =>
  sha256(JSON.stringify([id, ...seen.map((part) => `${partKey(part)} ${part.version}`).toSorted()]));

async function receiptFor(db: Database, row: SubmissionRow, key: string): Promise<Receipt | null> {
  const found = await findByKey(db, key);
  const sending = found && (await sendingsOf(db, found.submissionId)).find(({ n }) => n === found.n);
  return sending ? receiptOf(row, sending, await personName(db, sending.sentBy)) : null;
}

/**
 * Sends, exactly once. The row is held, so a second request with the same key waits and finds the first one's receipt; a part
 * that is being saved is either in what was seen, or refuses this.
 */
export function submitReport(db: Database, actor: Actor, input: Submit, now: Date, sources: SubmissionSources): Promise<Receipt> {
  return transaction(db, async (tx) => {
    const opened = await hold(tx, actor, input.id);
    const { row, sides, judged } = opened;
    authorise(maySend(actor, sides), "submission:enter");
    const payloadHash = payloadOf(input);
    const before = await findByKey(tx, input.key);
    if (before) {
      const receipt = before.submissionId === row.id && before.payloadHash === payloadHash ? await receiptFor(tx, row, input.key) : null;
      if (!receipt) throw problem("conflict", say("keyUsed"));
      return receipt;
    }
    if (nextState(row.state, "submit") === null || !judged.newest) throw problem("wrong_state", say("notNow"), { state: row.state });
    if (!judged.roundOpen) throw problem("wrong_state", say("roundClosed"));
    const sheet = await loadSheet(tx, row, sources);
    if (!sawEverything(sheet, input)) throw problem("conflict", say("changed"), { current: await shown(tx, actor, opened, sources) });
    const blockers = blockersOf(sheet);
    if (blockers.length > 0) throw problem("invalid_input", say("notReady", { count: String(blockers.length) }), { blockers });
    await send(tx, actor, sheet, { key: input.key, payloadHash, n: await nextSending(tx, row) }, now);
    const sent = (await findSubmission(tx, row.id)) ?? row;
    const receipt = await receiptFor(tx, sent, input.key);
    if (!receipt) throw problem("conflict", say("keyUsed"));
    return receipt;
  });
}

const nextSending = async (tx: Transaction, { id }: SubmissionRow): Promise<number> => (await sendingsOf(tx, id)).length + 1;

/** Every part, at the version that stands now: nothing is sent that the sender has not had before them. */
function sawEverything({ parts }: Sheet, { seen }: Submit): boolean {
  const versions = new Map(seen.map((part) => [partKey(part), part.version]));
  return versions.size === parts.length && parts.every(({ part }) => versions.get(partKey(part)) === part.version);
}

async function contentOf(tx: Transaction, sheet: Sheet): Promise<Content> {
  const names = await namesFor(
    tx,
    sheet.parts.map(({ part }) => part.unitId),
    [],
  );
  return {
    parts: sheet.parts.map(({ part, narrative, cells }) => ({
      sectionId: part.sectionId,
      unitId: part.unitId,
      narrative,
      cells: Object.fromEntries(cells.map(({ asked, answer, computed }) => [asked.key, { answer, computed }])),
    })),
    merged: mergedOf(sheet),
    oddities: questionsOf(sheet, (unit) => names.unit(unit).name),
  };
}

async function send(
  tx: Transaction,
  actor: Actor,
  sheet: Sheet,
  { key, payloadHash, n }: { key: string; payloadHash: string; n: number },
  now: Date,
): Promise<void> {
  const { row, asks, due, period } = sheet;
  const content = await contentOf(tx, sheet);
  const firstSentAt = row.firstSentAt ?? now;
  const late = cameLate({
    counts: asks.countsOnTime,
    edge: due.edge,
    lastDay: due.lastDay,
    firstSentOn: vietnamDate(firstSentAt),
    documentOn: row.document?.date ?? null,
  });
  const written = await insertSending(tx, {
    submissionId: row.id,
    n,
    key,
    payloadHash,
    contentHash: sha256(JSON.stringify([row.id, n, content])),
    sentBy: actor.personId,
    sentAt: now,
    late,
    content,
  });
  if (!written) throw problem("conflict", say("keyUsed"));
  const steps = beginSteps(asks.chain, {
    sender: row.unitId,
    owner: asks.ownerId,
    colleagues: await colleaguesOf(tx, actor, row.unitId),
    documentAttached: row.document !== null,
  });
  const waits = waitingAt(steps);
  await updateSubmission(
    tx,
    row.id,
    { state: "submitted", steps, waiting: waits, submitted: { by: actor.personId, at: now }, firstSentAt },
    now,
  );
  await insertEntry(tx, row.id, { act: "submit", unitId: row.unitId, personId: actor.personId, at: now });
  for (const { step, unitId, state, why } of steps)
    if (state === "left-out") await insertEntry(tx, row.id, { act: "leave-out", step, unitId, personId: null, at: now, text: why });
  await putFigures(tx, { tier: "provisional", period, unit: row.unitId, submissionId: row.id }, content.merged);
  await recordAct(tx, actor, {
    act: "submission:submit",
    thing: { kind: "submission", id: row.id },
    unitId: row.unitId,
    before: { submissionState: row.state },
    after: { submissionState: "submitted", rev: row.rev, cells: Object.keys(content.merged).length, late },
  });
  await answerPlanDuty(tx, actor, { row, form: asks.formId, title: asks.title, period }, now);
  if (waits === null) await approveWhole(tx, { ...row, steps }, content.merged, period, now);
}

/** Whether anybody else at the unit could approve: with one person there is no own step, and nobody approves themselves. */
async function colleaguesOf(tx: Transaction, actor: Actor, unit: UnitId): Promise<Colleagues> {
  const others = (await peopleAt(tx, unit)).filter(({ personId }) => !actsFor(actor, personId));
  if (others.length === 0) return "alone";
  return others.some(({ roles }) => roles.some((role) => permissionsOf(role).includes("submission:approve"))) ? "others" : "nobody-else";
}

/** Back on the sender's desk, while nobody has approved a step. It counts as sent again only when it is sent again. */
export function takeBack(
  db: Database,
  actor: Actor,
  { id, version }: { id: string; version: number },
  now: Date,
  sources: SubmissionSources,
): Promise<Submission> {
  return transaction(db, async (tx) => {
    const opened = await hold(tx, actor, id);
    const { row, sides, judged } = opened;
    authorise(maySend(actor, sides), "submission:enter");
    if (row.version !== version) throw problem("conflict", say("changed"), { current: await shown(tx, actor, opened, sources) });
    if (nextState(row.state, "takeBack") === null || !judged.newest) throw problem("wrong_state", say("notNow"), { state: row.state });
    if (!isUntouched(row)) throw problem("wrong_state", say("taken"));
    if (!judged.roundOpen) throw problem("wrong_state", say("roundClosed"));
    // Sent once and taken back by oneself: the next sending is the first that counts. What was returned in time stays in time.
    const onlyOnce = row.rev === 1 && (await sendingsOf(tx, row.id)).length === 1;
    await updateSubmission(
      tx,
      row.id,
      { state: "draft", steps: [], waiting: null, submitted: null, ...(onlyOnce ? { firstSentAt: null } : {}) },
      now,
    );
    await takeOut(tx, row);
    await insertEntry(tx, row.id, { act: "takeBack", unitId: row.unitId, personId: actor.personId, at: now });
    await recordAct(tx, actor, {
      act: "submission:take-back",
      thing: { kind: "submission", id: row.id },
      unitId: row.unitId,
      before: { submissionState: row.state },
      after: { submissionState: "draft" },
    });
    return current(tx, actor, (await findSubmission(tx, row.id)) ?? row, sources);
  });
}
