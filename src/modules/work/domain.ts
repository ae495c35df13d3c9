import { addDays, daysBetween, type CalendarDate } from "../../kernel/time/dates.ts";
import type { Standing, WorkAct, WorkDue, WorkEdge, WorkState } from "./contract.ts";

/** Which act leads where. An act that is absent from a state is not possible there. */
export const transitions = {
  open: {
    accept: "accepted",
    see: "done",
    answer: "answered",
    decline: "declined",
    progress: "accepted",
    complete: "reported",
    rollOver: "open",
    withdraw: "withdrawn",
    comment: "open",
  },
  accepted: {
    answer: "answered",
    progress: "accepted",
    complete: "reported",
    rollOver: "accepted",
    withdraw: "withdrawn",
    comment: "accepted",
  },
  answered: { accept: "accepted", decline: "declined", agree: "accepted", insist: "open", withdraw: "withdrawn", comment: "answered" },
  declined: { accept: "accepted", insist: "open", withdraw: "withdrawn", comment: "declined" },
  reported: { progress: "reported", confirm: "done", return: "returned", withdraw: "withdrawn", comment: "reported" },
  returned: { progress: "returned", complete: "reported", rollOver: "returned", withdraw: "withdrawn", comment: "returned" },
  done: { return: "returned", comment: "done" },
  withdrawn: {},
} as const satisfies Record<WorkState, Partial<Record<WorkAct, WorkState>>>;

/** What is open between bodies of which neither is over the other, whether one asks or both join. */
const askedActs = [
  "accept",
  "answer",
  "decline",
  "agree",
  "insist",
  "progress",
  "complete",
  "confirm",
  "return",
  "rollOver",
  "withdraw",
  "comment",
] as const satisfies readonly WorkAct[];

/**
 * What the relation of the two bodies leaves open. A subordinate is assigned and cannot decline; a requested body may
 * answer otherwise; who is only informed owes nothing but to see it.
 */
const edgeActs = {
  assign: ["accept", "progress", "complete", "confirm", "return", "rollOver", "withdraw", "comment"],
  request: askedActs,
  coordinate: askedActs,
  inform: ["see", "withdraw", "comment"],
} as const satisfies Record<WorkEdge, readonly WorkAct[]>;

/** The state an act leads to, or null when it is not possible here. */
export function nextState(state: WorkState, edge: WorkEdge, act: WorkAct): WorkState | null {
  if (!(edgeActs[edge] as readonly WorkAct[]).includes(act)) return null;
  const from: Partial<Record<WorkAct, WorkState>> = transitions[state];
  return from[act] ?? null;
}

export const openStates = ["open", "accepted", "answered", "returned"] as const satisfies WorkState[];
export const overStates = ["done", "declined", "withdrawn"] as const satisfies WorkState[];
export const soonDays = 7;

type Dated = { state: WorkState; edge: WorkEdge; due: Pick<WorkDue, "lastDay">; firstReportedOn: CalendarDate | null };

/**
 * Where an item stands on `today`. Late needs three things: the body is assigned (not asked), the last day is over, and
 * the ball is with it: what was reported in time and came back later is to be mended, and not a red mark.
 */
export function standingOf({ state, edge, due: { lastDay }, firstReportedOn }: Dated, today: CalendarDate): Standing {
  if (state === "done" || state === "withdrawn" || state === "declined") return "over";
  if (state === "reported" || state === "answered") return "waiting";
  const gone = lastDay !== null && lastDay < today;
  const reportedInTime = firstReportedOn !== null && lastDay !== null && firstReportedOn <= lastDay;
  if (gone && edge === "assign" && !reportedInTime) return "late";
  if (state === "returned") return "returned";
  if (lastDay === null) return "undated";
  if (gone) return "past";
  return lastDay <= addDays(today, soonDays) ? "soon" : "later";
}

/** Days until the last day: 0 today, negative once it has gone by. */
export function daysLeftOf(lastDay: CalendarDate | null, today: CalendarDate): number | null {
  return lastDay === null ? null : daysBetween(today, lastDay);
}

/** Most urgent first; the same order as `store.ts` sorts by. */
export const urgency: readonly Standing[] = ["returned", "late", "soon", "past", "later", "undated", "waiting", "over"];
