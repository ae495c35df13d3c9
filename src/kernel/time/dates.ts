/**
 * Calendar dates as 'YYYY-MM-DD' strings: they sort and compare as text, carry no zone, and cannot drift by a day.
 * Instants become dates only here, in Asia/Ho_Chi_Minh (no daylight saving), whatever the machine's zone.
 */
export type CalendarDate = string;

const DAY_MS = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** Days in a month; month is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date, or null when there is no such day (31/6) or the year is not one that a document means (1900–2199). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** True for an existing day written 'YYYY-MM-DD'. */
export function isCalendarDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found !== null && calendarDate(Number(found[1]), Number(found[2]), Number(found[3])) === text;
}

/** Year, month 1–12 and day of a date. */
export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const toTime = (date: CalendarDate): number => {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day);
};

const fromTime = (time: number): CalendarDate => new Date(time).toISOString().slice(0, 10);

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromTime(toTime(date) + days * DAY_MS);
}

/** Same day of a later month, or its last day when the month is shorter (31/1 + 1 month = 28/2). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return `${pad(toYear, 4)}-${pad(toMonth)}-${pad(Math.min(day, daysInMonth(toYear, toMonth)))}`;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toTime(to) - toTime(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday (ISO). */
export function dayOfWeek(date: CalendarDate): number {
  return new Date(toTime(date)).getUTCDay() || 7;
}

export function endOfMonth(year: number, month: number): CalendarDate {
  return `${pad(year, 4)}-${pad(month)}-${pad(daysInMonth(year, month))}`;
}

/** Last day of quarter 1–4. */
export function endOfQuarter(year: number, quarter: number): CalendarDate {
  return endOfMonth(year, quarter * 3);
}

/** The day it is in Vietnam at this instant. The clock is the caller's. */
export function vietnamDate(now: Date): CalendarDate {
  return new Date(now.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant after a deadline's day: something is late from here on (a deadline ends at 23:59:59 in Vietnam). */
export function endOfDeadline(date: CalendarDate): Date {
  return new Date(toTime(addDays(date, 1)) - VIETNAM_OFFSET_MS);
}
