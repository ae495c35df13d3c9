import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { SheetId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { Mark, MarkIn, Marks, MySheetRow, SheetAct, SheetDetail } from "../contract.ts";
import { totalOf, unfinished } from "../domain/marking.ts";
import { linesOf } from "../domain/rubric.ts";
import { say } from "../messages.ts";
import { possibleSheetActs } from "../policy.ts";
import { findRound } from "../store/rounds.ts";
import type { RubricRecord } from "../store/rubrics.ts";
import { insertChange, ownSheet, ownSheets, updateSheet, type OwnSheet } from "../store/sheets.ts";
import { findSubject, lockSubject } from "../store/subjects.ts";
import { openIfAllIn } from "./opening.ts";
import { standingTo, unitIn, type SeenSubject, type Services } from "./sides.ts";
import { checkLines, refuseLines } from "./subjects.ts";
import { rubricOf, subjectDetail } from "./view.ts";

export type WhichSheet = { id: SheetId; version: number };

/**
 * Everything here asks for the *person* who acts: somebody who has been lent a judge's post opens and changes no sheet, and
 * nobody, head of the panel or not, gets another's sheet by its id.
 */
async function sheetDetail(db: Database, actor: Actor, sheet: OwnSheet, seen: SeenSubject): Promise<SheetDetail> {
  const rubric = await rubricOf(db, seen.round);
  return {
    id: sheet.id,
    version: sheet.version,
    state: sheet.state,
    marks: sheet.marks,
    total: rubric ? totalOf(rubric.content, sheet.marks) : "0",
    reason: sheet.reason,
    subject: await subjectDetail(db, actor, seen),
    can: possibleSheetActs(sheet.state, { subject: seen.subject.state, round: seen.round.state }),
  };
}

export async function readSheet(db: Database, actor: Actor, id: SheetId): Promise<SheetDetail> {
  const sheet = await ownSheet(db, id, actor.personId);
  const subject = sheet && (await findSubject(db, sheet.subject_id));
  if (!sheet || !subject) throw problem("not_found", say("noSheet"));
  return sheetDetail(db, actor, sheet, await standingTo(db, actor, subject));
}

const isMarked = (mark: Mark | undefined): boolean => mark !== undefined && (mark.points !== null || mark.met !== null);

export async function readMySheets(db: Database, actor: Actor): Promise<MySheetRow[]> {
  const rows: MySheetRow[] = [];
  for (const sheet of await ownSheets(db, actor.personId)) {
    const subject = await findSubject(db, sheet.subject_id);
    const round = subject && (await findRound(db, subject.round_id));
    const rubric = round && (await rubricOf(db, round));
    if (!subject || !round || !rubric) continue;
    const units = await unitsByIds(db, [subject.unit_id]);
    const lines = linesOf(rubric.content).filter(({ role }) => role === "ordinary");
    rows.push({
      id: sheet.id,
      state: sheet.state,
      subject: { id: subject.id, title: subject.title, unit: unitIn(units, subject.unit_id), state: subject.state },
      round: { id: round.id, title: round.title, judgeUntil: round.judge_until },
      since: sheet.assigned_at.toISOString(),
      marked: lines.filter(({ key }) => isMarked(sheet.marks[key])).length,
      lines: lines.length,
    });
  }
  return rows;
}

type Step = (
  tx: Transaction,
  given: { sheet: OwnSheet; rubric: RubricRecord; seen: SeenSubject },
) => Promise<Parameters<typeof updateSheet>[2]>;

/** One act on one's own sheet. The record says that it was done, never what was given. */
async function perform(
  { db, clock }: Services,
  actor: Actor,
  { id, version }: WhichSheet,
  { act, note }: { act: SheetAct; note?: string },
  step: Step,
): Promise<SheetDetail> {
  return transaction(db, async (tx) => {
    const found = await ownSheet(tx, id, actor.personId);
    const subject = found && (await lockSubject(tx, found.subject_id));
    const sheet = found && (await ownSheet(tx, id, actor.personId));
    if (!sheet || !subject) throw problem("not_found", say("noSheet"));
    const seen = await standingTo(tx, actor, subject);
    const rubric = await rubricOf(tx, seen.round);
    if (!rubric) throw problem("not_found", say("noSheet"));
    if (sheet.version !== version) throw problem("conflict", say("changed"), { current: await sheetDetail(tx, actor, sheet, seen) });
    if (!possibleSheetActs(sheet.state, { subject: subject.state, round: seen.round.state }).includes(act))
      throw problem("wrong_state", say("notNow"), { state: sheet.state });
    await updateSheet(tx, id, await step(tx, { sheet, rubric, seen }));
    await openIfAllIn(tx, subject.id, seen.round, clock());
    // Saving in parts is not told: how often a judge thought again is nobody's business.
    if (act !== "save")
      await recordAct(tx, actor, {
        act: `sheet:${act}`,
        thing: { kind: "appraisal-subject", id: subject.id },
        unitId: subject.unit_id,
        ...(note ? { note } : {}),
      });
    return readSheet(tx, actor, id);
  });
}

const markOf = ({ points = null, met = null, comment }: MarkIn): Mark => ({ points, met, comment });

export function saveSheet(services: Services, actor: Actor, { marks, ...which }: WhichSheet & { marks: MarkIn[] }): Promise<SheetDetail> {
  return perform(services, actor, which, { act: "save" }, async (_tx, { sheet, rubric }) => {
    checkLines(rubric, marks);
    const given: Marks = Object.fromEntries(marks.map((mark) => [mark.line, markOf(mark)]));
    return { marks: { ...sheet.marks, ...given } };
  });
}

/** From here on it stays as it is until all sheets are in. */
export function sendSheet(services: Services, actor: Actor, which: WhichSheet): Promise<SheetDetail> {
  return perform(services, actor, which, { act: "send" }, async (_tx, { sheet, rubric, seen }) => {
    refuseLines(unfinished(rubric.content, sheet.marks, seen.round.comment_share));
    return { state: "sent", sentAt: services.clock() };
  });
}

/** A conflict that the judge declares. What was marked stays recorded and does not count. */
export function recuse(services: Services, actor: Actor, { reason, ...which }: WhichSheet & { reason: string }): Promise<SheetDetail> {
  return perform(services, actor, which, { act: "recuse", note: reason }, async () => ({ state: "recused", reason }));
}

/** After opening, with a reason; the first mark stays beside it. */
export function changeMark(
  services: Services,
  actor: Actor,
  { mark, reason, ...which }: WhichSheet & { mark: MarkIn; reason: string },
): Promise<SheetDetail> {
  return perform(services, actor, which, { act: "change", note: reason }, async (tx, { sheet, rubric, seen }) => {
    checkLines(rubric, [mark]);
    const later = markOf(mark);
    const marks = { ...sheet.marks, [mark.line]: later };
    const wrong = unfinished(rubric.content, marks, seen.round.comment_share).get(mark.line);
    if (wrong) refuseLines(new Map([[mark.line, wrong]]));
    const first = sheet.marks[mark.line] ?? { points: null, met: null, comment: "" };
    await insertChange(tx, { sheet: sheet.id, line: mark.line, first, later, reason, now: services.clock() });
    return { marks };
  });
}
