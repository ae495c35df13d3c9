import type { Text } from "../../../src/kernel/language.ts";
import type { DecisionRow } from "../../../src/modules/exemplars/recognition/contract.ts";
import type { Tone } from "../../ui/badges.tsx";
import { say } from "./messages.ts";

type Stage = "draft" | "presented" | "signed" | "cancelled";
export const stageOf = ({ state, presented }: Pick<DecisionRow, "state" | "presented">): Stage =>
  state === "draft" && presented ? "presented" : state;
export const stageText = (row: Pick<DecisionRow, "state" | "presented">): Text => say(`state.${stageOf(row)}`);
export const stageTone: Record<Stage, Tone> = { draft: "neutral", presented: "attention", signed: "good", cancelled: "neutral" };

/** Lines of a box, one thing each. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
