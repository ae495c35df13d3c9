import { dateParts } from "../../../kernel/time/dates.ts";
import { formatShortDate } from "../../../kernel/time/format.ts";
import { nextPeriod, type Period, type PeriodKind, yearBefore } from "../../../kernel/time/period.ts";

const roman = ["", "I", "II", "III", "IV"];
const yearOf = ({ code }: Period): string => code.slice(0, 4);

const names: Record<PeriodKind, (period: Period) => string> = {
  week: (period) => `tuần ${Number(period.code.slice(6))} năm ${yearOf(period)}`,
  month: (period) => `tháng ${monthWords(period.code.slice(5))} năm ${yearOf(period)}`,
  quarter: (period) => `quý ${roman[Number(period.code.slice(6))]} năm ${yearOf(period)}`,
  half: (period) => `6 tháng ${period.code.endsWith("1") ? "đầu" : "cuối"} năm ${yearOf(period)}`,
  "nine-month": (period) => `9 tháng đầu năm ${yearOf(period)}`,
  year: (period) => `năm ${yearOf(period)}`,
  "ad-hoc": ({ from, to }) => `từ ngày ${formatShortDate(from)} đến ngày ${formatShortDate(to)}`,
};

/** "01", "02", "3" … as dates are padded. */
const monthWords = (two: string): string => (Number(two) < 3 ? two : String(Number(two)));

/** "quý III năm 2026", "6 tháng đầu năm 2026", "từ ngày 01/5/2026 đến ngày 19/5/2026": inside a sentence. */
export const periodWords = (period: Period): string => names[period.kind](period);

/** The period that follows, for "phương hướng, nhiệm vụ …"; null after an ad hoc one. After nine months and half-years the rest of the year. */
export function nextWords(period: Period): string | null {
  switch (period.kind) {
    case "ad-hoc":
      return null;
    case "nine-month":
      return `quý IV năm ${yearOf(period)}`;
    case "half":
      return period.code.endsWith("1") ? `6 tháng cuối năm ${yearOf(period)}` : `năm ${Number(yearOf(period)) + 1}`;
    default:
      return periodWords(nextPeriod(period));
  }
}

/** What a figure of the same period a year before is called: "cùng kỳ năm 2025", of a whole year "năm 2025"; null when there is none. */
export function sameAYearBefore(period: Period): { period: Period; words: string } | null {
  const before = yearBefore(period);
  if (before === null) return null;
  return { period: before, words: period.kind === "year" ? periodWords(before) : `cùng kỳ năm ${yearOf(before)}` };
}

/** What the period just before is called: "quý trước", "tuần trước"; null where that is the same as a year before. */
export function justBefore(period: Period): { period: Period; words: string } | null {
  if (period.kind === "ad-hoc" || period.kind === "year" || period.kind === "nine-month") return null;
  const before = nextPeriod(period, -1);
  const words = { week: "tuần trước", month: "tháng trước", quarter: "quý trước", half: periodWords(before) }[period.kind];
  return { period: before, words };
}

export const yearOfPeriod = (period: Period): number => Number(period.kind === "ad-hoc" ? dateParts(period.to).year : yearOf(period));
