import { addDays, addMonths, dateParts, dayOfWeek } from "../../src/kernel/time/dates.ts";

/** Weeks of a month, Monday first, filled up with the neighbours' days. `month` is any day in it. */
export function weeksOfMonth(month: string): string[][] {
  const first = `${month.slice(0, 7)}-01`;
  const after = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let monday = addDays(first, 1 - dayOfWeek(first)); monday < after; monday = addDays(monday, 7)) weeks.push(daysOfWeek(monday));
  return weeks;
}

/** The seven days of the week a day lies in. */
export function daysOfWeek(day: string): string[] {
  const monday = addDays(day, 1 - dayOfWeek(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** First and last day of what a view shows around a day. A list goes on for a quarter. */
export function rangeOf(view: "week" | "month" | "list", day: string): { from: string; to: string } {
  if (view === "week") return { from: daysOfWeek(day)[0] ?? day, to: daysOfWeek(day)[6] ?? day };
  const first = `${day.slice(0, 7)}-01`;
  if (view === "list") return { from: first, to: addDays(addMonths(first, 3), -1) };
  const weeks = weeksOfMonth(day);
  return { from: weeks[0]?.[0] ?? day, to: weeks.at(-1)?.[6] ?? day };
}

/** One step back or on in a view. */
export function step(view: "week" | "month" | "list", day: string, steps: 1 | -1): string {
  if (view === "week") return addDays(day, 7 * steps);
  return addMonths(`${day.slice(0, 7)}-01`, steps * (view === "list" ? 3 : 1));
}

/** Ready-made stretches of days for a list's filter, as of a day. */
export function stretches(day: string): { week: Stretch; month: Stretch; quarter: Stretch; year: Stretch } {
  const { year, month } = dateParts(day);
  const firstOfQuarter = `${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
  const firstOfMonth = `${day.slice(0, 7)}-01`;
  const week = daysOfWeek(day);
  return {
    week: { from: week[0] ?? day, to: week[6] ?? day },
    month: { from: firstOfMonth, to: addDays(addMonths(firstOfMonth, 1), -1) },
    quarter: { from: firstOfQuarter, to: addDays(addMonths(firstOfQuarter, 3), -1) },
    year: { from: `${year}-01-01`, to: `${year}-12-31` },
  };
}

export type Stretch = { from: string; to: string };
