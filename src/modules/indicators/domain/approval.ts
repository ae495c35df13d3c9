import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Edge } from "../../units/contract.ts";
import type { ChainStep, CountsOnTime } from "../contract/forms.ts";
import type { SubmissionAct, SubmissionState, SubmissionStep } from "../contract/submissions.ts";

/**
 * Which act leads where; an act that is absent from a state is not possible there. `approve` is one step: the whole is
 * approved with the last one (`afterApproving`). What replaces an approved revision is the approval of the next.
 */
export const transitions = {
  draft: { save: "draft", submit: "submitted", attachDocument: "draft", discard: "draft" },
  submitted: { takeBack: "draft", approve: "approved", return: "returned", attachDocument: "submitted" },
  returned: { save: "returned", submit: "submitted", attachDocument: "returned" },
  approved: { correct: "approved", attachDocument: "approved" },
  replaced: {},
} as const satisfies Record<SubmissionState, Partial<Record<SubmissionAct, SubmissionState>>>;

/** The state that an act leads to, or null when it is not possible here. */
export function nextState(state: SubmissionState, act: SubmissionAct): SubmissionState | null {
  const from: Partial<Record<SubmissionAct, SubmissionState>> = transitions[state];
  return from[act] ?? null;
}

/** A step of the chain as it runs for one submission. Stored as it is (jsonb). */
export type Step = {
  step: ChainStep["step"];
  unitId: UnitId;
  state: SubmissionStep["state"];
  why: SubmissionStep["why"];
  by: PersonId | null;
  at: string | null;
};

/** Whether a unit has anybody but the sender who could approve. `alone`: it has one person with a post, or none. */
export type Colleagues = "others" | "alone" | "nobody-else";

export type Circumstances = {
  sender: UnitId;
  owner: UnitId;
  /** At the unit that sends, not counting the one who sends. */
  colleagues: Colleagues;
  documentAttached: boolean;
};

/**
 * The chain for one sending. The own step is left out where nobody else could take it, or where the signed document is
 * the approval; it is never approved by its maker. A unit that asks itself has one step, not two.
 */
export function beginSteps(chain: readonly ChainStep[], { sender, owner, colleagues, documentAttached }: Circumstances): Step[] {
  const leftOut = (step: ChainStep["step"]): Step["why"] => {
    if (step === "own" && sender === owner) return "same-unit";
    if (step === "own" && documentAttached) return "document";
    if (step === "receiver" && sender !== owner) return null;
    return colleagues === "others" ? null : colleagues;
  };
  const steps = chain.map(({ step }): Step => {
    const why = leftOut(step);
    return { step, unitId: step === "own" ? sender : owner, state: why === null ? "ahead" : "left-out", why, by: null, at: null };
  });
  return waiting(steps);
}

/** The first step that is still ahead is the one that waits. */
function waiting(steps: readonly Step[]): Step[] {
  if (steps.some(({ state }) => state === "waiting")) return [...steps];
  const next = steps.findIndex(({ state }) => state === "ahead");
  return steps.map((step, index) => (index === next ? { ...step, state: "waiting" } : step));
}

/** Where it waits; null when every step is behind it. */
export const waitingAt = (steps: readonly Step[]): Step | null => steps.find(({ state }) => state === "waiting") ?? null;

/** The step that waits is taken by this person; the next one waits then. */
export const afterApproving = (steps: readonly Step[], by: PersonId, at: Date): Step[] =>
  waiting(steps.map((step) => (step.state === "waiting" ? { ...step, state: "done", by, at: at.toISOString() } : step)));

/** The signed document arrived: where the own step waits, it is the approval. */
export const afterDocument = (steps: readonly Step[]): Step[] =>
  waiting(steps.map((step) => (step.step === "own" && step.state === "waiting" ? { ...step, state: "left-out", why: "document" } : step)));

/**
 * Whether it came after its day, by what counts for the form; false while what counts has not come at all (that is the
 * round's business). Never for a body that was only asked.
 */
export function cameLate({
  counts,
  edge,
  lastDay,
  firstSentOn,
  documentOn,
}: {
  counts: CountsOnTime;
  edge: Edge;
  lastDay: CalendarDate;
  firstSentOn: CalendarDate | null;
  documentOn: CalendarDate | null;
}): boolean {
  const came = counts === "figures" ? firstSentOn : documentOn;
  return edge === "assign" && came !== null && came > lastDay;
}
