export type { CalendarDate } from "./dates.ts";
export {
  addDays,
  addMonths,
  calendarDate,
  dateParts,
  dayOfWeek,
  daysBetween,
  endOfDeadline,
  endOfMonth,
  endOfQuarter,
  isCalendarDate,
  vietnamDate,
} from "./dates.ts";
export { formatDate, formatShortDate } from "./format.ts";
export {
  adHocPeriod,
  nextPeriod,
  parsePeriod,
  Period,
  PeriodCalendar,
  PeriodKind,
  periodOf,
  periodsEndingBetween,
  yearBefore,
} from "./period.ts";
export { Anchor, nextDue, occurrences, Recurrence, recurrenceText, RecurrenceUnit } from "./recurrence.ts";
export type { TimeMention } from "./expressions/index.ts";
export { bareDay, findTimes } from "./expressions/index.ts";
export type { Holidays } from "./working-days.ts";
export { addWorkingDays, isWorkingDay, noHolidays, workingDayOnOrAfter, workingDayOnOrBefore } from "./working-days.ts";
