import { grouped } from "../../src/kernel/decimals.ts";
import type { Mark, Purpose, RoundState, SheetState, SubjectState } from "../../src/modules/appraisal/contract.ts";
import type { Tone } from "../ui/badges.tsx";
import { say } from "./messages.ts";

export const roundTone: Record<RoundState, Tone> = { draft: "neutral", open: "active", closed: "good", cancelled: "neutral" };
export const subjectTone: Record<SubjectState, Tone> = {
  self: "neutral",
  sent: "active",
  returned: "attention",
  failed: "attention",
  judging: "active",
  opened: "attention",
  concluded: "good",
};
export const sheetTone: Record<SheetState, Tone> = { draft: "active", sent: "good", recused: "neutral", replaced: "neutral" };

/** In a registration of titles there is nothing to score: one has registered or not. */
export const subjectText = (state: SubjectState, purpose: Purpose) => {
  if (purpose === "emulation" && state === "self") return say("state.toRegister");
  return purpose === "emulation" && state === "sent" ? say("state.registered") : say(`state.${state}`);
};

/** What was given on a line, in words; null when nothing was. */
export const given = ({ points, met }: Pick<Mark, "points" | "met">, t: (text: ReturnType<typeof say>) => string): string | null =>
  points === null ? (met === null ? null : t(say(met ? "met" : "notMet"))) : grouped(points);

/** "8,5" as it is typed, to a decimal string; null for nothing or what is no number yet. */
export function typedPoints(typed: string): string | null {
  const text = typed.trim().replace(",", ".");
  return /^\d{1,4}(?:\.\d{1,2})?$/.test(text) ? text : null;
}
