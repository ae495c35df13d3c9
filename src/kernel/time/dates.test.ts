import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  calendarDate,
  dayOfWeek,
  daysBetween,
  endOfDeadline,
  endOfQuarter,
  isCalendarDate,
  vietnamDate,
} from "./dates.ts";
import { formatDate, formatShortDate } from "./format.ts";
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from "./working-days.ts";

test.each([
  [2026, 2, 28, "2026-02-28"],
  [2024, 2, 29, "2024-02-29"],
  [2026, 2, 29, null],
  [2026, 6, 31, null],
  [2026, 13, 1, null],
  [17, 1, 1, null],
])("calendarDate(%i, %i, %i)", (year, month, day, expected) => {
  expect(calendarDate(year, month, day)).toBe(expected);
});

test("isCalendarDate takes existing days only", () => {
  expect(isCalendarDate("2026-11-21")).toBe(true);
  expect(isCalendarDate("2026-11-31")).toBe(false);
  expect(isCalendarDate("2026-1-1")).toBe(false);
});

test("arithmetic stays on the calendar", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  expect(daysBetween("2026-02-27", "2026-03-01")).toBe(2);
  expect(dayOfWeek("2026-11-21")).toBe(6);
  expect(dayOfWeek("2026-11-22")).toBe(7);
  expect(endOfQuarter(2026, 1)).toBe("2026-03-31");
});

test("the day is Vietnam's, and a deadline ends with it", () => {
  expect(vietnamDate(new Date("2026-11-20T16:59:59Z"))).toBe("2026-11-20");
  expect(vietnamDate(new Date("2026-11-20T17:00:00Z"))).toBe("2026-11-21");
  expect(endOfDeadline("2026-12-09").toISOString()).toBe("2026-12-09T17:00:00.000Z");
});

test.each([
  ["2026-01-05", "ngày 05 tháng 01 năm 2026", "05/01/2026"],
  ["2019-06-29", "ngày 29 tháng 6 năm 2019", "29/6/2019"],
  ["2017-07-15", "ngày 15 tháng 7 năm 2017", "15/7/2017"],
])("%s in the official style", (date, official, short) => {
  expect(formatDate(date)).toBe(official);
  expect(formatShortDate(date)).toBe(short);
});

test("working days skip week-ends and days off and take swapped days", () => {
  const holidays = {
    off: new Set(["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"]),
    worked: new Set(["2026-02-28"]),
  };
  expect(isWorkingDay("2026-02-17", holidays)).toBe(false);
  expect(isWorkingDay("2026-02-28", holidays)).toBe(true);
  expect(workingDayOnOrAfter("2026-02-14", holidays)).toBe("2026-02-23");
  expect(workingDayOnOrBefore("2026-02-22", holidays)).toBe("2026-02-13");
  expect(addWorkingDays("2026-02-13", 1, holidays)).toBe("2026-02-23");
  expect(addWorkingDays("2026-02-23", -1, holidays)).toBe("2026-02-13");
  expect(addWorkingDays("2026-11-20", 2)).toBe("2026-11-24");
});
