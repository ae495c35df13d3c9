import type { Text } from "../../../src/kernel/language.ts";
import type { ContestState, EntryState } from "../../../src/modules/awards/contests/contract.ts";
import type { Tone } from "../../ui/badges.tsx";
import { say } from "./messages.ts";

export const contestText = (state: ContestState): Text => say(`contest.${state}`);
export const contestTone: Record<ContestState, Tone> = {
  draft: "neutral",
  open: "active",
  judging: "attention",
  decided: "good",
  closed: "neutral",
  cancelled: "neutral",
};

export const entryText = (state: EntryState): Text => say(`entry.${state}`);
export const entryTone: Record<EntryState, Tone> = { draft: "neutral", sent: "good", returned: "attention", withdrawn: "neutral" };
