import type { Text } from "../../src/kernel/language.ts";
import type { PeriodKind } from "../../src/kernel/time/index.ts";
import type { FormState, RoundStanding, RoundUnit, SubmissionState } from "../../src/modules/indicators/contract.ts";
import type { Tone } from "../ui/badges.tsx";
import { say } from "./messages.ts";

export const periodKinds = ["week", "month", "quarter", "half", "nine-month", "year", "ad-hoc"] as const satisfies PeriodKind[];

export const periodKindText: Record<PeriodKind, Text> = {
  week: say("periodWeek"),
  month: say("periodMonth"),
  quarter: say("periodQuarter"),
  half: say("periodHalf"),
  "nine-month": say("periodNineMonth"),
  year: say("periodYear"),
  "ad-hoc": say("periodAdHoc"),
};

export const formStateText: Record<FormState, Text> = { draft: say("formDraft"), open: say("formOpen"), closed: say("formClosed") };
export const formStateTone: Record<FormState, Tone> = { draft: "attention", open: "active", closed: "neutral" };

/** Where a unit stands, in words; red is for one's own subordinates' lateness alone, which `standing` already knows. */
const standingTone: Record<RoundStanding, Tone> = {
  returned: "attention",
  late: "bad",
  past: "neutral",
  soon: "attention",
  later: "neutral",
  document: "attention",
  waiting: "active",
  over: "good",
  excused: "neutral",
};

export function standingOf({ standing, progress, daysLeft }: Pick<RoundUnit, "standing" | "progress" | "daysLeft">): {
  tone: Tone;
  text: Text;
} {
  const tone = standingTone[standing];
  switch (standing) {
    case "late":
      return { tone, text: say("standingLate", { days: -daysLeft }) };
    case "past":
      return { tone, text: say("standingPast", { days: -daysLeft }) };
    case "soon":
      return { tone, text: daysLeft === 0 ? say("standingToday") : say("standingSoon", { days: daysLeft }) };
    case "later":
      return { tone, text: say("standingLater", { days: daysLeft }) };
    case "over":
      return progress === "approved" ? { tone, text: say("standingApproved") } : { tone: "neutral", text: say("standingOver") };
    case "returned":
    case "document":
    case "waiting":
    case "excused":
      return { tone, text: say(`standing.${standing}`) };
  }
}

/** What was done so far, beside where it stands: "đang nhập" and "đã gửi" are not the same gap. */
export const progressText: Record<RoundUnit["progress"], Text> = {
  "not-begun": say("progressNotBegun"),
  draft: say("progressDraft"),
  sent: say("progressSent"),
  returned: say("progressReturned"),
  approved: say("progressApproved"),
};

export const submissionTone: Record<SubmissionState, Tone> = {
  draft: "neutral",
  submitted: "active",
  returned: "attention",
  approved: "good",
  replaced: "neutral",
};
