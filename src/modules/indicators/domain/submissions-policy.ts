import { actsFor, may, type Actor } from "../../../kernel/actor.ts";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { SubmissionAct, SubmissionState } from "../contract/submissions.ts";
import { nextState, type Step } from "./approval.ts";

/** Where a person stands to a submission: what their post reaches. */
export type Sides = {
  sender: boolean;
  owner: boolean;
  /** Other bodies of the area that fill sections. */
  parts: ReadonlySet<UnitId>;
};

/** What the rules look at. */
export type Judged = {
  state: SubmissionState;
  rev: number;
  steps: readonly Step[];
  submittedBy: PersonId | null;
  /** It was sent at least once. */
  sent: boolean;
  newest: boolean;
  roundOpen: boolean;
  documentAttached: boolean;
};

/** What is being prepared is the sender's and that of the bodies that fill parts of it; the receiver sees what was sent. */
export function mayView(actor: Actor, { sender, owner, parts }: Sides, { state }: Pick<Judged, "state">): boolean {
  return may(actor, "indicator:view") && (sender || parts.size > 0 || (owner && state !== "draft"));
}

export const mayEnter = (actor: Actor, { sender, parts }: Sides, unit: UnitId): boolean =>
  may(actor, "submission:enter") && (sender || parts.has(unit));

export const maySend = (actor: Actor, { sender }: Sides): boolean => may(actor, "submission:enter") && sender;

/** The scan is the clerk's as much as it is theirs who enter figures. */
export const mayAttach = (actor: Actor, { sender }: Sides): boolean =>
  sender && (may(actor, "submission:enter") || may(actor, "dispatch:number"));

const waiting = (steps: readonly Step[]): Step | undefined => steps.find(({ state }) => state === "waiting");

/** Whether the post reaches the step that waits; who it is comes with `whyNotApprove`. */
export function mayJudge(actor: Actor, { sender, owner }: Sides, { steps }: Pick<Judged, "steps">): boolean {
  const step = waiting(steps);
  return may(actor, "submission:approve") && step !== undefined && (step.step === "own" ? sender : owner);
}

/**
 * Maker is not approver, and persons are compared, not posts: who sent it does not approve it, nor does somebody in the post
 * that they lent; who approved one step does not approve the next.
 */
export function whyNotApprove(actor: Actor, { submittedBy, steps }: Pick<Judged, "submittedBy" | "steps">): "ownWork" | "ownStep" | null {
  if (submittedBy !== null && actsFor(actor, submittedBy)) return "ownWork";
  return steps.some(({ by }) => by !== null && actsFor(actor, by)) ? "ownStep" : null;
}

/** Nobody has approved a step yet, so what was sent can be taken back. */
export const isUntouched = ({ steps }: Pick<Judged, "steps">): boolean => steps.every(({ state }) => state !== "done");

/** What this person may do with the whole now. */
export function possibleActs(actor: Actor, sides: Sides, thing: Judged): SubmissionAct[] {
  const sends = maySend(actor, sides) && thing.newest && thing.roundOpen;
  const judges = mayJudge(actor, sides, thing);
  const rules: Record<SubmissionAct, boolean> = {
    save: (sends || (may(actor, "submission:enter") && sides.parts.size > 0)) && thing.newest && thing.roundOpen,
    submit: sends,
    takeBack: sends && isUntouched(thing),
    approve: judges && whyNotApprove(actor, thing) === null,
    return: judges && whyNotApprove(actor, thing) === null,
    correct: sends,
    attachDocument: mayAttach(actor, sides) && thing.newest && !(thing.state === "approved" && thing.documentAttached),
    discard: sends && thing.rev > 1 && !thing.sent,
  };
  return (Object.keys(rules) as SubmissionAct[]).filter((act) => rules[act] && nextState(thing.state, act) !== null);
}
