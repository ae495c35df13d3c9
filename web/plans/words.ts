import type { Text } from "../../src/kernel/language.ts";
import type { Adjustment, PlanEdge, PlanItemKind, PlanRole, PlanState } from "../../src/modules/plans/contract.ts";
import { kindNames } from "../../src/modules/units/messages.ts";
import { showDate } from "../ui/dates.ts";
import type { Tone } from "../ui/badges.tsx";
import { say } from "./messages.ts";

/** Filters of the list, as the address holds them. */
export type PlanListSearch = { text?: string; state?: string; standing?: string; page?: number };

export const stateText: Record<PlanState, Text> = {
  draft: say("draft"),
  ready: say("ready"),
  issued: say("issued"),
  amended: say("amended"),
  closed: say("closed"),
};
export const stateTone: Record<PlanState, Tone> = {
  draft: "neutral",
  ready: "attention",
  issued: "good",
  amended: "neutral",
  closed: "neutral",
};

export const edges: PlanEdge[] = ["assign", "request", "coordinate", "inform"];
export const edgeText: Record<PlanEdge, Text> = {
  assign: say("assign"),
  request: say("request"),
  coordinate: say("coordinate"),
  inform: say("inform"),
};
export const edgeNote: Record<PlanEdge, Text> = {
  assign: say("assignNote"),
  request: say("requestNote"),
  coordinate: say("coordinateNote"),
  inform: say("informNote"),
};

export const roleText: Record<PlanRole, Text> = { lead: say("lead"), partner: say("partner"), report: say("report") };
export const kindText: Record<PlanItemKind, Text> = { target: say("target"), task: say("task"), report: say("reportKind") };
export const kindsText: Record<PlanItemKind, Text> = { target: say("targets"), task: say("tasks"), report: say("reports") };
export const whoText: Record<PlanItemKind, Text> = { target: say("scope"), task: say("leads"), report: say("who") };

export const adjustmentText: Record<Adjustment["state"], Text> = {
  open: say("adjustmentOpen"),
  accepted: say("adjustmentAccepted"),
  declined: say("adjustmentDeclined"),
  withdrawn: say("adjustmentWithdrawn"),
};
export const adjustmentTone: Record<Adjustment["state"], Tone> = {
  open: "attention",
  accepted: "good",
  declined: "neutral",
  withdrawn: "neutral",
};

/** What units of a kind are called in a list; the kind itself when it has no name. */
export const unitKindText = (kind: string): Text => (kindNames as Record<string, Text>)[kind] ?? { vi: kind, en: kind };

export const periodText = (from: string | null, to: string | null): Text | null =>
  from && to ? say("fromTo", { from: showDate(from), to: showDate(to) }) : null;

export const clauseText = (clause: string): Text => (clause === "" ? say("noClause") : say("clause", { clause }));
