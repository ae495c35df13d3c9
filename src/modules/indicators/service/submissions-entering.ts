import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { getUnit } from "../../units/index.ts";
import type { FormSection } from "../contract/forms.ts";
import { cellKey } from "../contract/cells.ts";
import type { CellKey, Saved, Submission, TypedAnswer } from "../contract/submissions.ts";
import { nextState } from "../domain/approval.ts";
import { isEmpty } from "../domain/submissions-answers.ts";
import { mayEnter } from "../domain/submissions-policy.ts";
import { misfit } from "../domain/submissions-typed.ts";
import { say } from "../messages/submissions.ts";
import { findSubmission, insertSubmission, newestSubmission, type SubmissionRow } from "../store/submissions.ts";
import { indicatorInfo } from "../store/submissions-indicators.ts";
import { besideUnit, insertParts, lockPart, markPart, savePartRow, type PartRow } from "../store/submissions-parts.ts";
import { insertEntry } from "../store/submissions-sendings.ts";
import { roundAsks, type RoundAsks } from "./rounds-reading.ts";
import { see, share, sidesTo, type Opened } from "./submissions-access.ts";
import { about, blockersOf, questionsOf } from "./submissions-judging.ts";
import { dutyOf, loadSheet } from "./submissions-sheet.ts";
import type { SubmissionSources } from "./submissions-sources.ts";
import { current, namesFor, partsSeen, shown, sideOf } from "./submissions-view.ts";

/** A working person's sitting: saves within it are one line of the record. */
const sitting = 60 * 60 * 1000;

/** Who fills which section: the bodies of the kind in the sender's own area; the sender where there is none, or it is that kind. */
export async function partsFor(
  db: Database,
  { sections }: { sections: readonly FormSection[] },
  sender: UnitId,
): Promise<{ sectionId: string; unitId: UnitId }[]> {
  const { kind } = await getUnit(db, sender);
  const kinds = sections.flatMap(({ fills }) => (fills !== null && fills !== kind ? [fills] : []));
  const beside = await besideUnit(db, sender, [...new Set(kinds)]);
  return sections.flatMap(({ id, fills }) => {
    const found = fills === null || fills === kind ? [] : beside.filter((unit) => unit.kind === fills);
    return found.length === 0 ? [{ sectionId: id, unitId: sender }] : found.map((unit) => ({ sectionId: id, unitId: unit.id }));
  });
}

/** The unit's current revision in a round; made, with its parts, by whoever comes first. */
export function openSubmission(
  db: Database,
  actor: Actor,
  { roundId, unitId }: { roundId: string; unitId: UnitId },
  now: Date,
  sources: SubmissionSources,
): Promise<Submission> {
  return transaction(db, async (tx) => {
    const found = await newestSubmission(tx, roundId, unitId);
    const row = found ?? (await beginSubmission(tx, actor, { roundId, unitId }, now));
    return current(tx, actor, row, sources);
  });
}

async function beginSubmission(
  tx: Transaction,
  actor: Actor,
  { roundId, unitId }: { roundId: string; unitId: UnitId },
  now: Date,
): Promise<SubmissionRow> {
  const asks = await roundAsks(tx, roundId as RoundId);
  const parts = await partsFor(tx, asks.content, unitId);
  const sides = await sidesTo(tx, actor, { sender: unitId, owner: asks.ownerId, parts: parts.map((part) => part.unitId) });
  // A round is no secret to those whom it asks; to anybody else it does not exist.
  if (!sides.sender && sides.parts.size === 0 && !sides.owner) throw problem("not_found", say("noSubmission"));
  await dutyOf(tx, { roundId: asks.id, unitId });
  authorise(
    parts.some((part) => mayEnter(actor, sides, part.unitId)),
    "submission:enter",
  );
  if (asks.state !== "open") throw problem("wrong_state", say("roundClosed"));
  const id = await insertSubmission(tx, { roundId: asks.id, unitId, rev: 1, prev: null, openedBy: actor.personId }, now);
  if (id !== null) {
    await insertParts(tx, id, parts);
    await recordAct(tx, actor, { act: "submission:open", thing: { kind: "submission", id }, unitId, after: { rev: 1 } });
  }
  // Somebody else opened it in this very moment: theirs is the one.
  const row = id === null ? await newestSubmission(tx, asks.id, unitId) : await findSubmission(tx, id);
  if (!row) throw problem("not_found", say("noSubmission"));
  return row;
}

export async function readSubmission(db: Database, actor: Actor, id: string, sources: SubmissionSources): Promise<Submission> {
  return shown(db, actor, await see(db, actor, id), sources);
}

type WhichPart = { id: string; sectionId: string; unitId: UnitId; version: number };

/** One part, held, that this person may fill, at the version that they saw. */
async function holdPart(
  tx: Transaction,
  actor: Actor,
  { id, sectionId, unitId, version }: WhichPart,
  sources: SubmissionSources,
): Promise<Opened & { asks: RoundAsks; section: FormSection; part: PartRow }> {
  const opened = await share(tx, actor, id);
  const { row, sides, judged } = opened;
  const asks = await roundAsks(tx, row.roundId);
  const section = asks.content.sections.find((one) => one.id === sectionId);
  // Another body's section is as hidden as its draft.
  const own = sides.sender || sides.parts.has(unitId) || sides.parts.size === 0;
  const part = own ? await lockPart(tx, row.id, sectionId, unitId) : undefined;
  if (!section || !part) throw problem("not_found", say("noPart"));
  authorise(mayEnter(actor, sides, unitId), "submission:enter");
  if (nextState(row.state, "save") === null || !judged.newest) throw problem("wrong_state", say("notNow"), { state: row.state });
  if (!judged.roundOpen) throw problem("wrong_state", say("roundClosed"));
  if (part.version !== version) {
    const { sections } = await shown(tx, actor, opened, sources);
    throw problem("conflict", say("partChanged"), {
      current: sections.find((one) => one.sectionId === sectionId && one.unit.id === unitId),
    });
  }
  return { ...opened, asks, section, part };
}

export type PartInput = WhichPart & { cells: Record<CellKey, TypedAnswer>; narrative?: string | undefined };

/** Keeps what was typed. A figure typed over a computed one is kept without a reason too; sending asks for it. */
export function savePart(db: Database, actor: Actor, input: PartInput, now: Date, sources: SubmissionSources): Promise<Saved> {
  return transaction(db, async (tx) => {
    const { row, sides, section, part } = await holdPart(tx, actor, input, sources);
    if (part.doneAt !== null && !sides.sender) throw problem("wrong_state", say("partDone"));
    await refuseMisfits(tx, section, input.cells);
    const answers = { ...part.answers };
    for (const [key, typed] of Object.entries(input.cells)) {
      if (isEmpty(typed)) delete answers[key];
      else answers[key] = typed;
    }
    const narrative = section.narrative ? (input.narrative ?? part.narrative) : null;
    await savePartRow(tx, row.id, part, { answers, narrative, by: actor.personId }, now);
    const sameSitting = part.savedBy === actor.personId && part.savedAt !== null && now.getTime() - part.savedAt.getTime() < sitting;
    if (!sameSitting)
      await recordAct(tx, actor, {
        act: "submission:save",
        thing: { kind: "submission", id: row.id },
        unitId: row.unitId,
        after: { section: section.heading, rev: row.rev },
      });
    const sheet = await loadSheet(tx, row, sources);
    const names = await namesFor(
      tx,
      sheet.parts.map((one) => one.part.unitId),
      [],
    );
    const seen = partsSeen(sheet, sides);
    const whole = sideOf(sides) !== "part";
    const mine = sheet.parts.find((one) => one.section.id === section.id && one.part.unitId === part.unitId);
    return {
      version: part.version + 1,
      savedAt: now.toISOString(),
      cells: mine?.cells.map(({ asked: { key }, answer }) => ({ key, answer })) ?? [],
      oddities: about(
        questionsOf(sheet, (unit) => names.unit(unit).name),
        seen,
        whole,
      ),
      blockers: about(blockersOf(sheet), seen, whole),
    };
  });
}

async function refuseMisfits(tx: Transaction, section: FormSection, cells: Record<CellKey, TypedAnswer>): Promise<void> {
  const rows = new Map(section.rows.map((asked) => [cellKey(asked), asked]));
  const info = await indicatorInfo(
    tx,
    section.rows.map(({ indicatorId }) => indicatorId),
  );
  const fields: Record<string, string> = {};
  for (const [key, typed] of Object.entries(cells)) {
    const asked = rows.get(key);
    if (!asked) throw problem("invalid_input", say("noCell"), { fields: { [`cells.${key}`]: say("noCell").vi } });
    const { kind = "count", scale = 6 } = info.get(asked.indicatorId) ?? {};
    const wrong = misfit(kind, scale, typed);
    if (wrong) fields[`cells.${key}`] = wrong.vi;
  }
  const [first] = Object.values(fields);
  if (first !== undefined)
    throw problem("invalid_input", { vi: first, en: "A figure does not fit its cell. See the marked cells." }, { fields });
}

/** A body of the area hands its section to the sender, or takes it back. */
export function doneWithPart(
  db: Database,
  actor: Actor,
  { done, ...which }: WhichPart & { done: boolean },
  now: Date,
  sources: SubmissionSources,
): Promise<Submission> {
  return transaction(db, async (tx) => {
    const { row, part, section } = await holdPart(tx, actor, which, sources);
    if (part.unitId === row.unitId) throw problem("wrong_state", say("ownPart"));
    if ((part.doneAt !== null) !== done) {
      await markPart(tx, row.id, part, done ? { by: actor.personId, at: now } : null);
      await insertEntry(tx, row.id, {
        act: done ? "done" : "reopen",
        unitId: part.unitId,
        personId: actor.personId,
        at: now,
        text: section.heading,
      });
      await recordAct(tx, actor, {
        act: done ? "submission:hand-in" : "submission:reopen",
        thing: { kind: "submission", id: row.id },
        unitId: part.unitId,
        after: { section: section.heading },
      });
    }
    return current(tx, actor, row, sources);
  });
}
