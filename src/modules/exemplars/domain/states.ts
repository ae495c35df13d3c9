import type { ExemplarAct, ExemplarState, RoundAct, RoundState } from "../contract.ts";

/** Which act leads where. An act that is absent from a state is not possible there. Nothing is ever deleted. */
export const transitions = {
  draft: { edit: "draft", register: "registered", withdraw: "withdrawn" },
  registered: { edit: "registered", accept: "accepted", return: "returned", withdraw: "withdrawn" },
  returned: { edit: "returned", register: "registered", withdraw: "withdrawn" },
  accepted: { edit: "accepted", stop: "stopped" },
  stopped: { resume: "accepted" },
  withdrawn: { register: "registered", edit: "withdrawn" },
} as const satisfies Record<ExemplarState, Partial<Record<ExemplarAct, ExemplarState>>>;

export function nextState(state: ExemplarState, act: ExemplarAct): ExemplarState | null {
  const from: Partial<Record<ExemplarAct, ExemplarState>> = transitions[state];
  return from[act] ?? null;
}

export const roundTransitions = {
  draft: { edit: "draft", open: "open", cancel: "cancelled" },
  open: { edit: "open", close: "closed", cancel: "cancelled" },
  closed: { open: "open" },
  cancelled: {},
} as const satisfies Record<RoundState, Partial<Record<RoundAct, RoundState>>>;

export function nextRoundState(state: RoundState, act: RoundAct): RoundState | null {
  const from: Partial<Record<RoundAct, RoundState>> = roundTransitions[state];
  return from[act] ?? null;
}
