import { z } from "zod";
import type { CalendarDate } from "./dates.ts";
import { addDays, addMonths, calendarDate, dateParts, dayOfWeek, daysBetween, isCalendarDate } from "./dates.ts";

/**
 * Reporting calendars. `civil`: 1st to last day. `cut-off-15`: the 15th to the 14th (Decree 09/2019 as provinces apply
 * it): November is 15/10–14/11, a year 15/12–14/12. The same code in two calendars is two periods.
 */
export const PeriodCalendar = z.enum(["civil", "cut-off-15"]);
export type PeriodCalendar = z.infer<typeof PeriodCalendar>;

export const PeriodKind = z.enum(["week", "month", "quarter", "half", "nine-month", "year", "ad-hoc"]);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** `from` and `to` are inclusive. Codes: 2026-W07, 2026-07, 2026-Q3, 2026-H1, 2026-9M, 2026; of an ad hoc one its days, 2026-05-01..2026-05-19. */
export const Period = z.object({
  calendar: PeriodCalendar,
  kind: PeriodKind,
  code: z.string(),
  from: z.string(),
  to: z.string(),
});
export type Period = z.infer<typeof Period>;

const monthsOf: Record<Exclude<PeriodKind, "week" | "ad-hoc">, number> = { month: 1, quarter: 3, half: 6, "nine-month": 9, year: 12 };

const two = (value: number): string => String(value).padStart(2, "0");

/** The `index`-th (from 1) period of a kind in a year; null when there is none (quarter 5, a second nine months). */
function periodAt(calendar: PeriodCalendar, kind: PeriodKind, year: number, index: number): Period | null {
  if (kind === "week") return weekAt(calendar, year, index);
  if (kind === "ad-hoc") return null;
  const months = monthsOf[kind];
  const count = kind === "nine-month" ? 1 : 12 / months;
  if (index < 1 || index > count) return null;
  const first = calendarDate(year, (index - 1) * months + 1, 1);
  if (first === null) return null;
  const after = addMonths(first, months);
  const code = {
    month: `${year}-${two(index)}`,
    quarter: `${year}-Q${index}`,
    half: `${year}-H${index}`,
    "nine-month": `${year}-9M`,
    year: `${year}`,
  }[kind];
  const civil = { from: first, to: addDays(after, -1) };
  const cutOff = { from: addDays(addMonths(first, -1), 14), to: addDays(addMonths(after, -1), 13) };
  return { calendar, kind, code, ...(calendar === "civil" ? civil : cutOff) };
}

/** ISO weeks, Monday to Sunday; the cut-off calendar has the same weeks. */
function weekAt(calendar: PeriodCalendar, year: number, index: number): Period | null {
  const fourth = `${year}-01-04`;
  const from = addDays(fourth, 1 - dayOfWeek(fourth) + (index - 1) * 7);
  const belongsTo = dateParts(addDays(from, 3)).year;
  if (index < 1 || belongsTo !== year) return null;
  return { calendar, kind: "week", code: `${year}-W${two(index)}`, from, to: addDays(from, 6) };
}

/** The period a code stands for in a calendar; null for anything that is not a code. */
export function parsePeriod(calendar: PeriodCalendar, code: string): Period | null {
  const days = /^(\d{4}-\d{2}-\d{2})[.]{2}(\d{4}-\d{2}-\d{2})$/.exec(code);
  if (days) return adHocPeriod(days[1] ?? "", days[2] ?? "");
  const found = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|H([12])|(9M)|(\d{2})))?$/.exec(code);
  if (found === null) return null;
  const year = Number(found[1]);
  const [week, quarter, half, nine, month] = found.slice(2);
  if (week) return periodAt(calendar, "week", year, Number(week));
  if (quarter) return periodAt(calendar, "quarter", year, Number(quarter));
  if (half) return periodAt(calendar, "half", year, Number(half));
  if (nine) return periodAt(calendar, "nine-month", year, 1);
  if (month) return periodAt(calendar, "month", year, Number(month));
  return periodAt(calendar, "year", year, 1);
}

/** A stretch of days that somebody named once ("từ 01/5 đến 19/5"); null when the days are none or the wrong way round. */
export function adHocPeriod(from: CalendarDate, to: CalendarDate): Period | null {
  if (!isCalendarDate(from) || !isCalendarDate(to) || to < from) return null;
  return { calendar: "civil", kind: "ad-hoc", code: `${from}..${to}`, from, to };
}

/** The period of a kind that a day falls in; null for a day outside the nine months, and for ad hoc ones, which follow from no day. */
export function periodOf(calendar: PeriodCalendar, kind: PeriodKind, date: CalendarDate): Period | null {
  if (kind === "week") {
    const thursday = addDays(date, 4 - dayOfWeek(date));
    const { year } = dateParts(thursday);
    return weekAt(calendar, year, Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1);
  }
  if (kind === "ad-hoc") return null;
  // In the cut-off calendar the 15th already counts for the next month.
  const { year, month } = dateParts(calendar === "civil" ? date : addMonths(addDays(date, -14), 1));
  return periodAt(calendar, kind, year, kind === "nine-month" && month > 9 ? 2 : Math.ceil(month / monthsOf[kind]));
}

/** The same period of the year before, to compare with; null for an ad hoc one and for a 53rd week that the year did not have. */
export function yearBefore({ calendar, code, kind }: Period): Period | null {
  if (kind === "ad-hoc") return null;
  return parsePeriod(calendar, `${Number(code.slice(0, 4)) - 1}${code.slice(4)}`);
}

/** The period of the same kind that follows (steps back with -1). An ad hoc one has none: RangeError. */
export function nextPeriod(period: Period, steps = 1): Period {
  if (period.kind === "ad-hoc") throw new RangeError(`no period follows ${period.code}`);
  const year = Number(period.code.slice(0, 4));
  if (period.kind === "week") {
    const next = periodOf(period.calendar, "week", addDays(period.from, 7 * steps));
    if (next) return next;
  }
  const size = period.kind === "nine-month" || period.kind === "week" ? 12 : monthsOf[period.kind];
  const at = period.kind === "nine-month" || period.kind === "year" ? 1 : Number(period.code.slice(5).replace(/\D/g, ""));
  const index = year * 12 + (at - 1) * size + steps * size;
  const found = periodAt(period.calendar, period.kind, Math.floor(index / 12), Math.floor((index % 12) / size) + 1);
  if (found === null) throw new RangeError(`no period ${steps} after ${period.code}`);
  return found;
}

/** All periods of a kind that end within [from, to], in order. */
export function periodsEndingBetween(calendar: PeriodCalendar, kind: PeriodKind, from: CalendarDate, to: CalendarDate): Period[] {
  const found: Period[] = [];
  let period = periodOf(calendar, kind, from) ?? periodAt(calendar, kind, dateParts(from).year + 1, 1);
  for (; period !== null && period.to <= to; period = nextPeriod(period)) if (period.to >= from) found.push(period);
  return found;
}
