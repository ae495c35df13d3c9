import type { Text } from "../../src/kernel/language.ts";
import { amountText } from "../../src/kernel/numbers.ts";
import type { ActivityRow, ActivityState } from "../../src/modules/activities/contract.ts";
import type { Tone } from "../ui/badges.tsx";
import { showDate } from "../ui/dates.ts";
import type { IconName } from "../ui/icon.tsx";
import { say } from "./messages.ts";
import type { AmountKey } from "./written.ts";

export const stateText = (state: ActivityState): Text => say(`state.${state}`);
export const stateTone: Record<ActivityState, Tone> = { done: "good", planned: "active", cancelled: "neutral" };
/** A mark of its own for each state, so that colour is not all that tells them apart. */
export const stateIcon: Record<ActivityState, IconName> = { done: "check", planned: "clock", cancelled: "close" };

export const inUnit: Record<AmountKey, (number: string) => Text> = {
  turns: (number) => say("inTurns", { number }),
  gifts: (number) => say("inGifts", { number }),
  money: (number) => say("inMoney", { number }),
  labour: (number) => say("inLabour", { number }),
};

/** "09/12/2026", "09/12/2026 – 11/12/2026", with the hour where one is known. */
export function whenText({ onDate, untilDate, startTime }: Pick<ActivityRow, "onDate" | "untilDate" | "startTime">): string {
  const days = untilDate && untilDate !== onDate ? `${showDate(onDate)} – ${showDate(untilDate)}` : showDate(onDate);
  return startTime ? `${startTime}, ${days}` : days;
}

/** What it came to, in words: "hơn 120 lượt người", "15.000.000 đồng". */
export function resultTexts(activity: Pick<ActivityRow, AmountKey>): Text[] {
  return (["turns", "gifts", "money", "labour"] as const).flatMap((key) => {
    const amount = activity[key];
    return amount ? [inUnit[key](amountText(amount))] : [];
  });
}
