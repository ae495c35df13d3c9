import { isZero, minus, quotient } from "../../src/kernel/decimals.ts";
import type { Text } from "../../src/kernel/language.ts";
import type {
  ContentKey,
  ExemplarDetail,
  ExemplarField,
  ExemplarKind,
  ExemplarState,
  RoundState,
} from "../../src/modules/exemplars/contract.ts";
import { contentNames, fieldTitles } from "../../src/modules/exemplars/messages.ts";
import type { Tone } from "../ui/badges.tsx";
import { showDate } from "../ui/dates.ts";
import { say } from "./messages.ts";

/** The contents of the form in its order. */
export const contentOrder = Object.keys(contentNames) as ContentKey[];
export type Asked = ContentKey | "field";
/** What is asked for without a round, and what a new round begins with. */
export const askedByDefault: Asked[] = ["field", "situation", "goals", "area"];

export const askedName = (key: Asked): Text => (key === "field" ? say("field") : contentNames[key].name);

export const stateText = (state: ExemplarState): Text => say(`state.${state}`);
export const stateTone: Record<ExemplarState, Tone> = {
  draft: "neutral",
  registered: "active",
  returned: "attention",
  accepted: "good",
  stopped: "neutral",
  withdrawn: "neutral",
};
export const roundStateText = (state: RoundState): Text => say(`round.${state}`);
export const roundStateTone: Record<RoundState, Tone> = { draft: "neutral", open: "active", closed: "neutral", cancelled: "neutral" };

export const fieldText = (field: ExemplarField | null): Text => (field === null ? say("fieldNone") : fieldTitles[field]);

/** Steps only mean something once it is registered and accepted. */
export const stepText = ({ state, step, paused }: Pick<ExemplarDetail, "state" | "step" | "paused">): Text | null =>
  state === "accepted" ? (paused ? say("stepPaused", { step }) : say("stepAt", { step })) : null;

export const kindExample = (kind: ExemplarKind): Text => say(`kindExample.${kind}`);
export const fieldExample = (field: ExemplarField): Text => say(`fieldExample.${field}`);

export const span = (from: string | null, until: string | null): string | null =>
  from || until ? [from && showDate(from), until && showDate(until)].map((day) => day ?? "…").join(" – ") : null;

/** "2026", or the days when it is no whole year. */
export function periodText({ periodFrom, periodUntil }: { periodFrom: string; periodUntil: string }): string {
  const [first, last] = [periodFrom.slice(0, 4), periodUntil.slice(0, 4)];
  const whole = periodFrom.endsWith("-01-01") && periodUntil.endsWith("-12-31");
  return whole ? (first === last ? first : `${first} – ${last}`) : `${showDate(periodFrom)} – ${showDate(periodUntil)}`;
}

/** How far a reading has come from where it began to where it is to be, in whole per cent; null when that cannot be said. */
export function shareOf({ baseline, goal, reached }: ExemplarDetail["goals"][number]): number | null {
  const begin = baseline ?? "0";
  const way = minus(goal, begin);
  if (!reached || isZero(way)) return null;
  return Math.floor(Number(quotient(minus(reached.value, begin), way, { factor: 100n, places: 0, down: true })));
}
