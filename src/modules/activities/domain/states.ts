import type { ActivityAct, ActivityState } from "../contract.ts";

/** Which act leads where. An act that is absent from a state is not possible there. */
export const transitions = {
  planned: { edit: "planned", carryOut: "done", cancel: "cancelled", addFiles: "planned" },
  done: { edit: "done", cancel: "cancelled", addFiles: "done" },
  cancelled: {},
} as const satisfies Record<ActivityState, Partial<Record<ActivityAct, ActivityState>>>;

/** The state an act leads to, or null when it is not possible now. */
export function nextState(state: ActivityState, act: ActivityAct): ActivityState | null {
  const from: Partial<Record<ActivityAct, ActivityState>> = transitions[state];
  return from[act] ?? null;
}

export const acts: readonly ActivityAct[] = ["edit", "carryOut", "cancel", "addFiles"];
