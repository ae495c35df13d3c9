import {
  addDays,
  addWorkingDays,
  calendarDate,
  dateParts,
  daysBetween,
  nextPeriod,
  noHolidays,
  parsePeriod,
  periodOf,
  adHocPeriod,
  type CalendarDate,
  type Holidays,
  type Period,
} from "../../../kernel/time/index.ts";
import { daysInMonth } from "../../../kernel/time/dates.ts";
import type { DueDay, DueRule, FormDue, FormLevel, FormPeriods } from "../contract/forms.ts";
import { dueWords } from "./rounds-wording.ts";

/** Every year's or month's days that a rule names, around the end of a period. */
function namedDays(at: { month: number | null; day: number }[], around: CalendarDate): CalendarDate[] {
  const { year } = dateParts(around);
  return [year - 1, year, year + 1].flatMap((each) =>
    at.flatMap(({ month, day }) =>
      (month === null ? Array.from({ length: 12 }, (_, k) => k + 1) : [month]).flatMap(
        (number) => calendarDate(each, number, Math.min(day, daysInMonth(each, number))) ?? [],
      ),
    ),
  );
}

/** The day that a rule names for a period, and the last day on which it is kept ("trước ngày 15/6" → 14/6). */
export function dayOf(
  rule: DueRule,
  period: Pick<Period, "to">,
  holidays: Holidays = noHolidays,
): { date: CalendarDate; lastDay: CalendarDate } {
  if (rule.kind === "after-end") {
    const date = rule.working ? addWorkingDays(period.to, rule.days, holidays) : addDays(period.to, rule.days);
    return { date, lastDay: date };
  }
  const days = rule.kind === "date" ? [rule.date] : namedDays(rule.at, period.to);
  // The nearest to the period's end: "15/6 và 15/12 hằng năm" is June for the first half and December for the second.
  const away = (day: CalendarDate) => Math.abs(daysBetween(day, period.to));
  const date = days.reduce((best, day) => (away(day) < away(best) ? day : best), days[0] ?? period.to);
  return { date, lastDay: rule.before ? addDays(date, -1) : date };
}

/** When a unit of a level has to send for a period. */
export function dueFor(due: FormDue, period: Period, level: FormLevel | null = null, holidays: Holidays = noHolidays): DueDay {
  const own = due.levels.find((each) => each.level === level) ?? due;
  const { date, lastDay } = dayOf(own.rule, period, holidays);
  return { text: dueWords(own, date), lastDay };
}

/** Until which day figures are taken: never later than the day of sending, nor than the period's end. */
export function cutOffFor(due: FormDue, period: Period, holidays: Holidays = noHolidays): CalendarDate {
  const { lastDay } = dueFor(due, period, null, holidays);
  const named = due.cutOff === null ? period.to : dayOf(due.cutOff, period, holidays).lastDay;
  const earliest = [named, period.to, lastDay].toSorted()[0] ?? period.to;
  return earliest < period.from ? period.from : earliest;
}

/** The period that runs on a day, or ended last: after September the nine months of the year. */
function latestBegun({ calendar, kind }: Pick<FormPeriods, "calendar" | "kind">, today: CalendarDate): Period | null {
  const running = periodOf(calendar, kind, today);
  if (running) return running;
  // In the cut-off calendar December's second half belongs to the year that follows.
  const year = periodOf(calendar, "year", today)?.code;
  return year === undefined ? null : parsePeriod(calendar, `${year}-9M`);
}

/** The one period of an ad hoc form. */
export const onlyPeriod = ({ kind, from, to }: FormPeriods): Period | null =>
  kind === "ad-hoc" && from !== null && to !== null ? adHocPeriod(from, to) : null;

/** A day of one year asks for one period, whatever the form's rhythm: the one whose end is nearest to it. */
function namedByDate({ calendar, kind }: FormPeriods, { rule }: FormDue): Period | null {
  const around = rule.kind === "date" ? latestBegun({ calendar, kind }, rule.date) : null;
  const before = around && nextPeriod(around, -1);
  if (!around || !before || rule.kind !== "date") return around;
  const away = ({ to }: Period) => Math.abs(daysBetween(rule.date, to));
  return away(before) < away(around) ? before : around;
}

const farBack = 60;

/**
 * Periods that have begun by `today` and were not due before the form came into force, oldest first. Nobody is late with what
 * was over before they were asked.
 */
export function periodsToOpen(periods: FormPeriods, due: FormDue, today: CalendarDate, inForceFrom: CalendarDate): Period[] {
  if (periods.kind === "ad-hoc") {
    const period = onlyPeriod(periods);
    return period ? [period] : [];
  }
  if (due.rule.kind === "date") {
    const period = namedByDate(periods, due);
    return period && period.from <= today && dueFor(due, period).lastDay >= inForceFrom ? [period] : [];
  }
  const found: Period[] = [];
  let period = latestBegun(periods, today);
  for (let steps = 0; period !== null && steps < farBack; steps++) {
    if (dueFor(due, period).lastDay < inForceFrom) break;
    if (period.from <= today) found.unshift(period);
    period = nextPeriod(period, -1);
  }
  return found;
}

/** The first period after `today` that will be opened, for a preview; null when there is none: an ad hoc form, a day that has its period. */
export function nextToOpen(periods: FormPeriods, due: FormDue, today: CalendarDate): Period | null {
  if (periods.kind !== "ad-hoc" && due.rule.kind === "date") {
    const named = namedByDate(periods, due);
    return named && named.from > today ? named : null;
  }
  const latest = periods.kind === "ad-hoc" ? null : latestBegun(periods, today);
  let period = latest && nextPeriod(latest);
  while (period && (period.from <= today || dueFor(due, period).lastDay < today)) period = nextPeriod(period);
  return period;
}
