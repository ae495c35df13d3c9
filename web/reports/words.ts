import type { Text } from "../../src/kernel/language.ts";
import type { Period } from "../../src/kernel/time/period.ts";
import type { ReportKind, ReportState } from "../../src/modules/reports/contract.ts";
import type { Tone } from "../ui/badges.tsx";
import { showDate } from "../ui/dates.ts";
import { say } from "./messages.ts";

/** Filters of the list, as the address holds them. */
export type ReportListSearch = { text?: string; kind?: ReportKind; state?: ReportState; page?: number };
/** What a new report is begun from, when a link says it. */
export type NewReportSearch = { round?: string; unit?: number };

export const kinds: ReportKind[] = ["report", "letter", "submission-letter", "notice"];
export const states: ReportState[] = ["draft", "ready", "signed", "numbered", "sent"];

export const kindText = (kind: ReportKind): Text => say(`kind.${kind}`);
export const stateText = (state: ReportState): Text => say(`state.${state}`);
export const stateTone: Record<ReportState, Tone> = {
  draft: "neutral",
  ready: "attention",
  signed: "active",
  numbered: "good",
  sent: "good",
};

/** "quý III năm 2026", and the days where the calendar is not the civil one. */
export function periodText({ kind, code, from, to, calendar }: Period): Text {
  const year = code.slice(0, 4);
  const days = { from: showDate(from), to: showDate(to) };
  const part = code.slice(5).replace(/\D/g, "");
  const name = ((): Text => {
    switch (kind) {
      case "week":
        return say("period.week", { number: Number(part), year });
      case "month":
        return say("period.month", { number: Number(part), year });
      case "quarter":
        return say("period.quarter", { number: ["I", "II", "III", "IV"][Number(part) - 1] ?? part, year });
      case "half":
        return say(part === "1" ? "period.firstHalf" : "period.secondHalf", { year });
      case "nine-month":
        return say("period.nine", { year });
      case "year":
        return say("period.year", { year });
      case "ad-hoc":
        return say("period.days", days);
    }
  })();
  if (calendar === "civil" || kind === "ad-hoc" || kind === "week") return name;
  const stretch = say("period.stretch", days);
  return { vi: `${name.vi} ${stretch.vi}`, en: `${name.en} ${stretch.en}` };
}

const thousands = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 4 });

/** A decimal string of the server as Vietnamese offices write it; a dash for none. */
export function showValue(value: string | null): string {
  if (value === null) return "–";
  const number = Number(value);
  return Number.isFinite(number) ? thousands.format(number) : value;
}
