import type { RoundState, SubjectState } from "../shapes.ts";

export type SubjectAct = "save" | "send" | "return" | "pass" | "fail" | "open" | "conclude";

/** Which act leads where. A subject that was found not to qualify may be looked at again; opened sheets are never closed again. */
export const subjectTransitions = {
  self: { save: "self", send: "sent" },
  returned: { save: "returned", send: "sent" },
  sent: { return: "returned", pass: "judging", fail: "failed" },
  failed: { pass: "judging" },
  judging: { return: "returned", fail: "failed", open: "opened" },
  opened: { conclude: "concluded" },
  concluded: { conclude: "concluded" },
} as const satisfies Record<SubjectState, Partial<Record<SubjectAct, SubjectState>>>;

export function nextSubjectState(state: SubjectState, act: SubjectAct): SubjectState | null {
  const from: Partial<Record<SubjectAct, SubjectState>> = subjectTransitions[state];
  return from[act] ?? null;
}

export type RoundAct = "edit" | "open" | "panel" | "close" | "cancel";

export const roundTransitions = {
  draft: { edit: "draft", open: "open", panel: "draft", cancel: "cancelled" },
  open: { edit: "open", panel: "open", close: "closed", cancel: "cancelled" },
  closed: {},
  cancelled: {},
} as const satisfies Record<RoundState, Partial<Record<RoundAct, RoundState>>>;

export function nextRoundState(state: RoundState, act: RoundAct): RoundState | null {
  const from: Partial<Record<RoundAct, RoundState>> = roundTransitions[state];
  return from[act] ?? null;
}
