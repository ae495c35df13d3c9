import { authorise, type Actor } from "../../../kernel/actor.ts";
import { order } from "../../../kernel/decimals.ts";
import { problem } from "../../../kernel/errors.ts";
import type { SubjectId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import type { SelfLineIn, SubjectDetail, SubjectState } from "../contract.ts";
import { hasZero, isFlagged, meanOf, spreadOf, tooMuch, totalOf, unfinished, type Wrong } from "../domain/marking.ts";
import { linesOf, outcomeOf, scaleOf } from "../domain/rubric.ts";
import { nextSubjectState } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayManage, mayScoreItself } from "../policy.ts";
import { lockRound } from "../store/rounds.ts";
import type { RubricRecord } from "../store/rubrics.ts";
import { insertSheets, openedSheets, statusesOn, updateSheet } from "../store/sheets.ts";
import { deleteSubject, findSubject, lockSubject, saveSelf, selfOf, updateSubject, type SubjectChange } from "../store/subjects.ts";
import { conflictsOf } from "./panel.ts";
import { refuse, standingTo, type SeenSubject, type Services } from "./sides.ts";
import { openIfAllIn } from "./opening.ts";
import { readSubject, rubricOf, subjectDetail } from "./view.ts";

export type WhichSubject = { id: SubjectId; version: number };

type Name = "save" | "send" | "return" | "check" | "assign" | "replace" | "conclude" | "remove";
type Done = { act: Name; note?: string };

const byUnit: readonly Name[] = ["save", "send"];

const told = (state: SubjectState, more?: Json): Json => ({ subjectState: state, ...(more as object) });

type Step = (tx: Transaction, seen: SeenSubject) => Promise<SubjectChange & { told?: Json }>;

/** One act on one subject: round and subject locked in this order, allowed, at the version that the person saw, recorded. */
async function perform(
  { db, clock }: Services,
  actor: Actor,
  { id, version }: WhichSubject,
  { act, note }: Done,
  step: Step,
): Promise<SubjectDetail> {
  return transaction(db, async (tx) => {
    const seen = await lockSeen(tx, actor, id);
    const { subject, round, sides } = seen;
    if (byUnit.includes(act)) authorise(mayScoreItself(actor, sides), "exemplar:register");
    else authorise(mayManage(actor, sides), "appraisal:manage");
    if (subject.version !== version) throw problem("conflict", say("changed"), { current: await subjectDetail(tx, actor, seen) });
    const early = round.state === "draft" && (act === "assign" || act === "replace");
    if (round.state !== "open" && !early) throw problem("wrong_state", say("roundState"), { state: round.state });
    const { told: more, ...change } = await step(tx, seen);
    await updateSubject(tx, id, change);
    await openIfAllIn(tx, id, round, clock());
    const after = await readSubject(tx, actor, id);
    await recordAct(tx, actor, {
      act: `subject:${act}`,
      thing: { kind: "appraisal-subject", id },
      unitId: subject.unit_id,
      before: told(subject.state),
      after: told(after.state, more),
      ...(note ? { note } : {}),
    });
    return after;
  });
}

/** The round first: drawing lots and closing lock it too. */
async function lockSeen(tx: Transaction, actor: Actor, id: SubjectId): Promise<SeenSubject> {
  const found = await findSubject(tx, id);
  if (found) await lockRound(tx, found.round_id);
  const subject = found && (await lockSubject(tx, id));
  if (!subject) throw problem("not_found", say("noSubject"));
  return standingTo(tx, actor, subject);
}

/** Where the act leads, or a refusal. */
function move(state: SubjectState, act: Parameters<typeof nextSubjectState>[1]): SubjectState {
  const next = nextSubjectState(state, act);
  if (next === null) throw problem("wrong_state", say("notNow"), { state });
  return next;
}

/** Fields of a form by line: "lines.a-1". */
export function refuseLines(wrong: ReadonlyMap<string, Wrong>): void {
  refuse(new Map([...wrong].map(([line, what]) => [`lines.${line}`, say(`wrong.${what}`)])), say("unfinished"));
}

/** Lines must be of the rubric, and no more points than they have. */
export function checkLines(
  rubric: RubricRecord | null,
  lines: readonly { line: string; points?: string | null | undefined; met?: boolean | null | undefined }[],
): void {
  const known = new Set(rubric ? linesOf(rubric.content).map(({ key }) => key) : []);
  if (lines.some(({ line }) => !known.has(line))) throw problem("invalid_input", say("noLine"));
  const given = Object.fromEntries(lines.map(({ line, points = null, met = null }) => [line, { points, met }]));
  if (rubric) refuseLines(new Map(tooMuch(rubric.content, given).map((line) => [line, "above"])));
}

type SelfIn = { lines: SelfLineIn[]; titles?: string[] | undefined };

/** In parts: lines that are not given stay as they are. */
export function saveSelfScores(
  services: Services,
  actor: Actor,
  { lines, titles, ...which }: WhichSubject & SelfIn,
): Promise<SubjectDetail> {
  return perform(services, actor, which, { act: "save" }, async (tx, { subject, round }) => {
    const state = move(subject.state, "save");
    checkLines(await rubricOf(tx, round), lines);
    if (titles?.some((title) => !round.titles.includes(title))) throw problem("invalid_input", say("noTitle"));
    await saveSelf(
      tx,
      subject.id,
      lines.map(({ line, points = null, met = null, evidence, links }) => ({ line, points, met, evidence, links })),
    );
    return { state, ...(titles ? { titles: [...new Set(titles)] } : {}), told: { selfLines: lines.length } };
  });
}

/** Sent once; after that only a return gives it back. Late ones are taken and shown as late. */
export function sendSelfScores(services: Services, actor: Actor, which: WhichSubject): Promise<SubjectDetail> {
  return perform(services, actor, which, { act: "send" }, async (tx, { subject, round }) => {
    const state = move(subject.state, "send");
    if (round.purpose === "emulation" && subject.titles.length === 0) throw problem("invalid_input", say("needsTitle"));
    const rubric = await rubricOf(tx, round);
    const self = (await selfOf(tx, [subject.id])).get(subject.id) ?? [];
    if (rubric) refuseLines(unfinished(rubric.content, Object.fromEntries(self.map((line) => [line.line, line])), null));
    return { state, sent_by: actor.personId, sent_on: subject.sent_on ?? vietnamDate(services.clock()), return_reason: null };
  });
}

export function returnSubject(
  services: Services,
  actor: Actor,
  { reason, ...which }: WhichSubject & { reason: string },
): Promise<SubjectDetail> {
  return perform(services, actor, which, { act: "return", note: reason }, async (tx, { subject, round }) => {
    const state = move(subject.state, "return");
    if (!round.self_scoring) throw problem("wrong_state", say("notNow"), { state: subject.state });
    await noSheetIn(tx, subject.id);
    return { state, return_reason: reason };
  });
}

async function noSheetIn(tx: Transaction, id: SubjectId): Promise<void> {
  if ((await statusesOn(tx, id)).some(({ state }) => state === "sent")) throw problem("wrong_state", say("sentAlready"));
}

type CheckIn = { qualifying: Record<string, boolean>; passed: boolean; reason: string };

/** Before any points: every condition met, or the reason why it does not qualify. */
export function checkQualifying(
  services: Services,
  actor: Actor,
  { qualifying, passed, reason, ...which }: WhichSubject & CheckIn,
): Promise<SubjectDetail> {
  return perform(services, actor, which, { act: "check", ...(reason ? { note: reason } : {}) }, async (tx, { subject, round }) => {
    const rubric = await rubricOf(tx, round);
    if (!rubric) throw problem("wrong_state", say("notNow"), { state: subject.state });
    const state = move(subject.state, passed ? "pass" : "fail");
    if (passed && rubric.content.qualifying.some(({ key }) => qualifying[key] !== true))
      throw problem("invalid_input", say("needsAllConditions"));
    if (!passed && reason === "") throw problem("invalid_input", say("needsReason"), { fields: { reason: say("needsReason").vi } });
    if (!passed) await noSheetIn(tx, subject.id);
    const known = Object.fromEntries(rubric.content.qualifying.map(({ key }) => [key, qualifying[key] === true]));
    return {
      state,
      qualifying: known,
      qualified: passed,
      qualified_reason: reason || null,
      qualified_by: actor.personId,
      told: { qualified: passed },
    };
  });
}

/** A member of the panel, with no conflict, who neither has a sheet on it nor has given one up. */
async function mustBeFree(tx: Transaction, { subject, round, members }: SeenSubject, person: string): Promise<void> {
  const member = members.find(({ person_id, left_on }) => person_id === person && left_on === null);
  if (!member) throw problem("invalid_input", say("notMember"), { fields: { personId: say("notMember").vi } });
  const conflicts = await conflictsOf(tx, round, { members: [member], subjects: [subject] });
  if (conflicts[subject.id]?.length) throw problem("invalid_input", say("conflict"), { fields: { personId: say("conflict").vi } });
  if ((await statusesOn(tx, subject.id)).some(({ person_id }) => person_id === person))
    throw problem("invalid_input", say("assignedAlready"), { fields: { personId: say("assignedAlready").vi } });
}

const takesJudges = (state: SubjectState): boolean => state !== "opened" && state !== "concluded" && state !== "failed";

export function assignJudge(
  services: Services,
  actor: Actor,
  { personId, ...which }: WhichSubject & { personId: string },
): Promise<SubjectDetail> {
  return perform(services, actor, which, { act: "assign" }, async (tx, seen) => {
    if (!takesJudges(seen.subject.state)) throw problem("wrong_state", say("notNow"), { state: seen.subject.state });
    await mustBeFree(tx, seen, personId);
    await insertSheets(tx, [{ subject: seen.subject.id, person: personId }], { how: "hand", by: actor.personId, now: services.clock() });
    return {};
  });
}

type ReplaceIn = { sheetId: string; reason: string; conflict: boolean; personId?: string | null | undefined };

/** Takes a sheet away: it stays recorded and does not count. The one who takes over is named at once, or drawn later. */
export function replaceJudge(
  services: Services,
  actor: Actor,
  { sheetId, reason, conflict, personId, ...which }: WhichSubject & ReplaceIn,
): Promise<SubjectDetail> {
  return perform(services, actor, which, { act: "replace", note: reason }, async (tx, seen) => {
    const { subject } = seen;
    if (!takesJudges(subject.state)) throw problem("wrong_state", say("notNow"), { state: subject.state });
    const sheet = (await statusesOn(tx, subject.id)).find(({ id }) => id === sheetId);
    if (!sheet || (sheet.state !== "draft" && sheet.state !== "sent")) throw problem("not_found", say("noSheet"));
    if (personId) await mustBeFree(tx, seen, personId);
    await updateSheet(tx, sheet.id, { state: conflict ? "recused" : "replaced", reason });
    if (personId)
      await insertSheets(tx, [{ subject: subject.id, person: personId }], { how: "hand", by: actor.personId, now: services.clock() });
    return {};
  });
}

type ConcludeIn = { discussion: string; points?: string | null | undefined };

/** What the panel came to: the mean of the sheets, or what it agreed on between the lowest and the highest. */
export function concludeSubject(
  services: Services,
  actor: Actor,
  { discussion, points, ...which }: WhichSubject & ConcludeIn,
): Promise<SubjectDetail> {
  return perform(services, actor, which, { act: "conclude" }, async (tx, { subject, round }) => {
    const state = move(subject.state, "conclude");
    const rubric = await rubricOf(tx, round);
    if (!rubric) throw problem("wrong_state", say("notNow"), { state: subject.state });
    const sheets = ((await openedSheets(tx, [subject.id])).get(subject.id) ?? []).map(({ marks }) => marks);
    const totals = sheets.map((marks) => totalOf(rubric.content, marks));
    if (isFlagged(spreadOf(rubric.content, totals), round.spread_share) && discussion === "")
      throw problem("invalid_input", say("needsDiscussion"), { fields: { discussion: say("needsDiscussion").vi } });
    const final = round.final === "mean" ? meanOf(totals) : agreed(totals, points ?? null, discussion);
    const { word, counts } = outcomeOf(rubric.content, final, { zero: hasZero(rubric.content, sheets) });
    return {
      state,
      discussion,
      points: final,
      scale: scaleOf(rubric.content),
      outcome: word,
      counts,
      concluded_by: actor.personId,
      concluded_on: vietnamDate(services.clock()),
    };
  });
}

function agreed(totals: readonly string[], points: string | null, discussion: string): string {
  if (points === null || discussion === "")
    throw problem("invalid_input", say("needsAgreed"), { fields: { points: say("needsAgreed").vi } });
  const sorted = totals.toSorted(order);
  if (order(points, sorted[0] ?? "0") < 0 || order(points, sorted.at(-1) ?? "0") > 0)
    throw problem("invalid_input", say("agreedBeyond"), { fields: { points: say("agreedBeyond").vi } });
  return points;
}

/** Only what has sent nothing and has no sheets: anything else is part of the record. */
export async function removeSubject({ db }: Services, actor: Actor, { id, version }: WhichSubject): Promise<{ roundId: string }> {
  return transaction(db, async (tx) => {
    const { subject, round, sides } = await lockSeen(tx, actor, id);
    authorise(mayManage(actor, sides), "appraisal:manage");
    if (subject.version !== version) throw problem("conflict", say("changed"));
    const untouched = subject.sent_on === null && (subject.state === "self" || subject.state === "sent");
    const running = round.state === "draft" || round.state === "open";
    if (!running || !untouched || (await statusesOn(tx, id)).length > 0)
      throw problem("wrong_state", say("notNow"), { state: subject.state });
    await deleteSubject(tx, id);
    await recordAct(tx, actor, {
      act: "appraisal:remove",
      thing: { kind: "appraisal-round", id: round.id },
      unitId: subject.unit_id,
      before: told(subject.state),
    });
    return { roundId: round.id };
  });
}
