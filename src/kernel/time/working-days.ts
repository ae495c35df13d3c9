import type { CalendarDate } from "./dates.ts";
import { addDays, dayOfWeek } from "./dates.ts";

/**
 * What the state announces each year: days off besides week-ends, and Saturdays or Sundays worked instead (swapped
 * days). Passed in, because Tết moves and swaps are decided yearly.
 */
export type Holidays = { off: ReadonlySet<CalendarDate>; worked: ReadonlySet<CalendarDate> };

export const noHolidays: Holidays = { off: new Set(), worked: new Set() };

export function isWorkingDay(date: CalendarDate, holidays: Holidays = noHolidays): boolean {
  if (holidays.worked.has(date)) return true;
  return dayOfWeek(date) < 6 && !holidays.off.has(date);
}

/** The day itself when it is a working day, else the next one. */
export function workingDayOnOrAfter(date: CalendarDate, holidays: Holidays = noHolidays): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** The day itself when it is a working day, else the one before. */
export function workingDayOnOrBefore(date: CalendarDate, holidays: Holidays = noHolidays): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1);
  return day;
}

/** `days` working days after `date`, which itself is not counted; negative counts back. */
export function addWorkingDays(date: CalendarDate, days: number, holidays: Holidays = noHolidays): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let [day, left] = [date, Math.abs(days)];
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) left--;
  }
  return day;
}
