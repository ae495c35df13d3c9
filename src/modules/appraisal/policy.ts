import { may, type Actor } from "../../kernel/actor.ts";
import type { RoundAct, RoundState, RubricAct, RubricState, SheetAct, SheetState, SubjectAct, SubjectState } from "./contract.ts";
import { nextRoundState, nextSubjectState } from "./domain/states.ts";

/**
 * Where somebody stands to a round. `body`: the post reaches the body that holds it. `member`, `head`: the *person* sits in its
 * panel; a lent post does not carry that with it. `subject`: the post reaches the unit of one of its subjects.
 */
export type RoundSides = { body: boolean; member: boolean; head: boolean; subject: boolean };

export const mayViewRubric = (actor: Actor, state: RubricState, { body }: { body: boolean }): boolean =>
  may(actor, "exemplar:view") && (body || state === "published");

export const mayManage = (actor: Actor, { body }: { body: boolean }): boolean => may(actor, "appraisal:manage") && body;

export const possibleRubricActs = (actor: Actor, state: RubricState, { body, last }: { body: boolean; last: boolean }): RubricAct[] => {
  if (!mayManage(actor, { body })) return [];
  return state === "draft" ? ["edit", "publish"] : last ? ["revise"] : [];
};

export const mayViewRound = (actor: Actor, state: RoundState, { body, member, subject }: RoundSides): boolean =>
  may(actor, "exemplar:view") && (body || (state !== "draft" && (member || subject)));

/** The head of the panel; where none was named, whoever looks after the round. */
export const mayClose = (actor: Actor, sides: RoundSides, { headed }: { headed: boolean }): boolean =>
  may(actor, "appraisal:judge") && (headed ? sides.head : mayManage(actor, sides));

/** Whether the reader works for the panel: names of judges and who is still to send. Never what they gave. */
export const seesPanel = (actor: Actor, sides: RoundSides): boolean => mayManage(actor, sides) || sides.member;

/**
 * On a subject of the member's own unit, or one that the member withdrew from, a member of the panel is none: such a conflict
 * keeps from seeing as well as from judging.
 */
export const onSubject = <S extends RoundSides>(sides: S, { own, withdrew }: { own: boolean; withdrew: boolean }): S => ({
  ...sides,
  member: sides.member && !own && !withdrew,
});

/** The minutes tell everything at once: for who writes and who leads, and for the other members when it is closed. */
export const mayReadMinutes = (actor: Actor, sides: RoundSides, round: RoundState): boolean =>
  mayManage(actor, sides) || sides.head || (sides.member && round === "closed");

/** Single scores: for the panel and whoever looks after it, and not before every sheet of the subject is in. */
export const seesScores = (actor: Actor, sides: RoundSides, subject: SubjectState): boolean =>
  (subject === "opened" || subject === "concluded") && seesPanel(actor, sides);

/** The outcome: the panel when it is written down, everybody else when the head has closed the round. */
export const seesResult = (actor: Actor, sides: RoundSides, { subject, round }: { subject: SubjectState; round: RoundState }): boolean =>
  round === "closed" ? subject === "concluded" || subject === "failed" : seesPanel(actor, sides) && subject === "concluded";

/** The same for the next year: once it has been open, since what it was like is known then. */
export const mayCopy = (actor: Actor, sides: RoundSides): boolean => mayManage(actor, sides);

export function possibleRoundActs(actor: Actor, state: RoundState, sides: RoundSides, { headed }: { headed: boolean }): RoundAct[] {
  const acts: RoundAct[] = [];
  if (mayManage(actor, sides)) {
    for (const act of ["edit", "open", "panel", "cancel"] as const) if (nextRoundState(state, act) !== null) acts.push(act);
    if (nextRoundState(state, "panel") !== null) acts.push("draw");
  }
  if ((state === "open" || state === "closed") && mayCopy(actor, sides)) acts.push("copy");
  if (nextRoundState(state, "close") !== null && mayClose(actor, sides, { headed })) acts.push("close");
  return acts;
}

export type SubjectSides = RoundSides & { own: boolean };

export const mayScoreItself = (actor: Actor, { own }: { own: boolean }): boolean => may(actor, "exemplar:register") && own;

export function possibleSubjectActs(
  actor: Actor,
  { state, round, selfScoring }: { state: SubjectState; round: RoundState; selfScoring: boolean },
  sides: SubjectSides,
): SubjectAct[] {
  const acts: SubjectAct[] = [];
  if (round === "open" && selfScoring && mayScoreItself(actor, sides))
    for (const act of ["save", "send"] as const) if (nextSubjectState(state, act) !== null) acts.push(act);
  if (!mayManage(actor, sides)) return acts;
  if (round === "open") {
    if (selfScoring && nextSubjectState(state, "return") !== null) acts.push("return");
    if (nextSubjectState(state, "pass") !== null || nextSubjectState(state, "fail") !== null) acts.push("check");
    if (nextSubjectState(state, "conclude") !== null) acts.push("conclude");
  }
  if (round === "open" || round === "draft") {
    if (state !== "opened" && state !== "concluded" && state !== "failed") acts.push("assign");
    if (state === "self" || state === "returned" || (state === "sent" && !selfScoring)) acts.push("remove");
  }
  return acts;
}

/** On one's own sheet. A judge who has sent it changes nothing before all are in, and then only with a reason. */
export function possibleSheetActs(state: SheetState, { subject, round }: { subject: SubjectState; round: RoundState }): SheetAct[] {
  if (round !== "open") return [];
  if (state === "draft") return subject === "judging" ? ["save", "send", "recuse"] : ["recuse"];
  if (state === "sent" && subject === "judging") return ["recuse"];
  return state === "sent" && subject === "opened" ? ["change"] : [];
}
