import type { DecisionState } from "../shapes.ts";

export type Stage = "draft" | "presented" | "signed" | "cancelled";
export type Move = "edit" | "present" | "takeBack" | "sign" | "signOnPaper" | "cancel";

/** What lies before the signer is not edited; nothing leads back from a signature. */
const moves = {
  draft: { edit: "draft", present: "presented", signOnPaper: "signed", cancel: "cancelled" },
  presented: { takeBack: "draft", sign: "signed", signOnPaper: "signed", cancel: "cancelled" },
  signed: {},
  cancelled: {},
} satisfies Record<Stage, Partial<Record<Move, Stage>>>;

export const stageOf = ({ state, presented }: { state: DecisionState; presented: boolean }): Stage =>
  state === "draft" && presented ? "presented" : state;

export function moved(stage: Stage, move: Move): Stage | null {
  const from: Partial<Record<Move, Stage>> = moves[stage];
  return from[move] ?? null;
}
