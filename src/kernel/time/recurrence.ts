import { z } from "zod";
import type { CalendarDate } from "./dates.ts";
import { addDays, calendarDate, dateParts, dayOfWeek, daysInMonth, endOfMonth } from "./dates.ts";

/** A day of the year, or of the month when `month` is null; a day past the month's end means its last day. */
export const Anchor = z.object({ month: z.int().min(1).max(12).nullable(), day: z.int().min(1).max(31).nullable() });
export type Anchor = z.infer<typeof Anchor>;

export const RecurrenceUnit = z.enum(["day", "week", "month", "quarter", "half", "nine-month", "year"]);
export type RecurrenceUnit = z.infer<typeof RecurrenceUnit>;

/**
 * How a duty comes round. `every` lists its rhythms ("6 tháng, 1 năm" has two); none when the text says "định kỳ"
 * without an interval, or names a trigger (`on`). `at`: "trước ngày 10/12 hằng năm" = [{month: 12, day: 10}] with
 * `before`; [{month: 10, day: null}] = in October. Without `at` a duty falls on the last day of its period.
 */
export const Recurrence = z.object({
  every: z.array(RecurrenceUnit),
  at: z.array(Anchor).default([]),
  before: z.boolean().default(false),
  on: z.string().nullable().default(null),
});
export type Recurrence = z.infer<typeof Recurrence>;

const adverb: Record<RecurrenceUnit, string> = {
  day: "daily",
  week: "weekly",
  month: "monthly",
  quarter: "quarterly",
  half: "every 6 months",
  "nine-month": "every 9 months",
  year: "yearly",
};

const two = (value: number): string => String(value).padStart(2, "0");
const anchorText = ({ month, day }: Anchor): string =>
  [month, day]
    .filter((part) => part !== null)
    .map(two)
    .join("-");

/** The rule in words, as plans carry it: "quarterly and yearly", "yearly before 12-10", "yearly in 10". */
export function recurrenceText({ every, at, before, on }: Recurrence): string {
  if (every.length === 0) return on ? `on event: ${on}` : "periodic (interval not stated)";
  const preposition = at.some(({ day }) => day === null) ? "in" : before ? "before" : "on";
  const anchors = at.length > 0 ? ` ${preposition} ${at.map(anchorText).join(" and ")}` : "";
  return every.map((unit) => adverb[unit]).join(" and ") + anchors;
}

const yearlyEnds: Record<"quarter" | "half" | "nine-month" | "year", number[]> = {
  quarter: [3, 6, 9, 12],
  half: [6, 12],
  "nine-month": [9],
  year: [12],
};

/** The days of one year on which one rhythm falls. */
function daysOfYear(unit: RecurrenceUnit, at: Anchor[], year: number): CalendarDate[] {
  const onDay = (month: number, day: number | null): CalendarDate =>
    calendarDate(year, month, Math.min(day ?? 31, daysInMonth(year, month))) ?? endOfMonth(year, month);
  if (unit === "day" || unit === "week") {
    const days: CalendarDate[] = [];
    const first = `${year}-01-01`;
    const step = unit === "day" ? 1 : 7;
    // A weekly duty without a stated day falls on Friday, the last working day.
    const start = unit === "day" ? first : addDays(first, (12 - dayOfWeek(first)) % 7);
    for (let day = start; dateParts(day).year === year; day = addDays(day, step)) days.push(day);
    return days;
  }
  if (unit === "month") {
    const days = at.filter(({ month }) => month === null).map(({ day }) => day);
    return Array.from({ length: 12 }, (_, k) => k + 1).flatMap((month) =>
      (days.length > 0 ? days : [null]).map((day) => onDay(month, day)),
    );
  }
  const dated = at.filter(({ month }) => month !== null);
  // Days for each time that a rhythm comes round in the year are its own ("trước ngày 15/6 và 15/12" of two halves); a
  // single one among more belongs to the year ("hằng quý và trước ngày 10/12 hằng năm").
  if (dated.length >= yearlyEnds[unit].length) return dated.map(({ month, day }) => onDay(month ?? 12, day));
  // "trước ngày 20 tháng cuối quý": a day of the month that ends the period.
  const ofMonth = at.find(({ month, day }) => month === null && day !== null)?.day ?? null;
  return yearlyEnds[unit].map((month) => onDay(month, ofMonth));
}

/** Every day in [from, to] on which the rule falls due, each once, in order; none for a rule without an interval. */
export function occurrences(rule: Recurrence, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days = new Set<CalendarDate>();
  for (let year = dateParts(from).year; year <= dateParts(to).year; year++) {
    for (const unit of rule.every) for (const day of daysOfYear(unit, rule.at, year)) if (day >= from && day <= to) days.add(day);
  }
  return [...days].sort();
}

/** The first day on or after `from` on which the rule falls due; null for a rule without an interval. */
export function nextDue(rule: Recurrence, from: CalendarDate): CalendarDate | null {
  const { year } = dateParts(from);
  return occurrences(rule, from, `${year + 1}-12-31`)[0] ?? null;
}
