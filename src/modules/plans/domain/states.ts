import type { AdjustmentState, PlanState } from "../shapes.ts";

/**
 * The life of one edition of a plan. `ready` freezes what was previewed, so that what is issued is what was looked at;
 * `amended` = a newer edition is in force.
 */
export type PlanMove = "ready" | "reopen" | "issue" | "amend" | "close";

export const planMoves = {
  draft: { ready: "ready" },
  ready: { reopen: "draft", issue: "issued" },
  issued: { amend: "amended", close: "closed" },
  amended: {},
  closed: {},
} as const satisfies Record<PlanState, Partial<Record<PlanMove, PlanState>>>;

/** The state after a move; null when the table does not have it. */
export function moved(state: PlanState, move: PlanMove): PlanState | null {
  const moves: Partial<Record<PlanMove, PlanState>> = planMoves[state];
  return moves[move] ?? null;
}

/** Nobody but the owner sees an edition in these states. */
export const isPreparing = (state: PlanState): boolean => state === "draft" || state === "ready";

export type AdjustmentMove = "accept" | "decline" | "withdraw";

export const adjustmentMoves = {
  open: { accept: "accepted", decline: "declined", withdraw: "withdrawn" },
  accepted: {},
  declined: {},
  withdrawn: {},
} as const satisfies Record<AdjustmentState, Partial<Record<AdjustmentMove, AdjustmentState>>>;

export function adjusted(state: AdjustmentState, move: AdjustmentMove): AdjustmentState | null {
  const moves: Partial<Record<AdjustmentMove, AdjustmentState>> = adjustmentMoves[state];
  return moves[move] ?? null;
}
