import type { ReportState } from "../shapes.ts";

export type ReportMove = "ready" | "reopen" | "sign" | "sign-on-paper" | "number" | "send";

/**
 * Where each act leads. A number may be mended until the document leaves; nothing leads back from a signature: what was
 * signed is corrected by another document.
 */
const moves = {
  draft: { ready: "ready", "sign-on-paper": "signed" },
  ready: { reopen: "draft", sign: "signed", "sign-on-paper": "signed" },
  signed: { number: "numbered" },
  numbered: { number: "numbered", send: "sent" },
  sent: {},
} satisfies Record<ReportState, Partial<Record<ReportMove, ReportState>>>;

/** Null: the state does not allow it. */
export function moved(state: ReportState, move: ReportMove): ReportState | null {
  const from: Partial<Record<ReportMove, ReportState>> = moves[state];
  return from[move] ?? null;
}

/** Frozen: text and figures do not change any more. */
export const isSigned = (state: ReportState): boolean => state !== "draft" && state !== "ready";
