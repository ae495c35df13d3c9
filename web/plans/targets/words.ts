import { grouped } from "../../../src/kernel/decimals.ts";
import type { Text } from "../../../src/kernel/language.ts";
import type { TargetCell, TargetLink, TargetReason, Targets, TargetState } from "../../../src/modules/plans/contract.ts";
import { say } from "./messages.ts";

type TargetRow = Targets["targets"][number];

export const states = ["reached", "under-way", "none", "unknown"] as const satisfies TargetState[];

/** Colour never stands alone: each state has its sign. */
export const stateSign: Record<TargetState, string> = { reached: "✓", "under-way": "◐", none: "○", unknown: "?" };
export const stateText: Record<TargetState, Text> = {
  reached: say("reached"),
  "under-way": say("under-way"),
  none: say("none"),
  unknown: say("unknown"),
};
export const reasonText = (reason: TargetReason): Text => say(`reason.${reason}`);

export const shown = (value: string): string => grouped(value);

/** "1/2" in the small room of a cell; the value alone where there is no figure to reach. */
export function cellFigure({ state, value, need }: TargetCell): string {
  if (state === "unknown") return "";
  const now = shown(value ?? "0");
  return need === null ? now : `${now}/${shown(need)}`;
}

/** "3/12 đơn vị đạt"; what cannot be counted yet is not said to be missed by everybody. */
export function tallyText({ tally }: Pick<TargetRow, "tally">): Text {
  if (tally.total === 0) return say("nobody");
  return tally.unknown === tally.total ? say("notCounted") : say("reachedOf", { reached: tally.reached, total: tally.total });
}

/** What a link counts, in a line. */
export function linkText(link: TargetLink, t: (text: Text) => string): string {
  if (link.source === "none") return t(say("noneCounts", { why: link.why ?? "" }));
  if (link.source === "indicator") return t(say("indicator", { name: link.indicator?.name ?? "?" }));
  return t(say("journal", { names: link.measures.map(({ title }) => t(title)).join(" + ") }));
}

export const scopes = ["own", "line", "area"] as const satisfies TargetLink["scope"][];
export const scopeText: Record<TargetLink["scope"], Text> = { own: say("scopeOwn"), line: say("scopeLine"), area: say("scopeArea") };
