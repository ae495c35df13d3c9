import { expect, test } from "vitest";
import { calendarFile, type CalendarEntry } from "./calendar-file.ts";

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({
  id: "1",
  version: 1,
  changed: new Date("2026-03-16T02:00:00Z"),
  onDate: "2026-03-27",
  untilDate: null,
  startTime: null,
  planned: false,
  name: "Hội nghị sơ kết",
  lead: "Ủy ban MTTQ Việt Nam xã Bình Lâm",
  place: null,
  url: "https://kheo.example/app/activities/1",
  ...more,
});

/** One event, its folded lines put together again. The machine of these tests stands in Los Angeles. */
const fileOf = (more: Partial<CalendarEntry>) =>
  calendarFile({ name: "Lịch", description: "" }, [entry(more)])
    .replaceAll("\r\n ", "")
    .split("\r\n");

test("an hour in Vietnam is the same instant everywhere", () => {
  const lines = fileOf({ startTime: "07:30" });
  expect(lines).toContain("DTSTART:20260327T003000Z");
  expect(lines).toContain("DTEND:20260327T023000Z");
  expect(lines).toContain("DTSTAMP:20260316T020000Z");
});

test("whole days stay the days they are", () => {
  expect(fileOf({})).toEqual(expect.arrayContaining(["DTSTART;VALUE=DATE:20260327", "DTEND;VALUE=DATE:20260328", "STATUS:CONFIRMED"]));
  expect(fileOf({ untilDate: "2026-03-29", startTime: "08:00" })).toEqual(
    expect.arrayContaining(["DTSTART;VALUE=DATE:20260327", "DTEND;VALUE=DATE:20260330"]),
  );
});

test("what is planned is marked so", () => {
  expect(fileOf({ planned: true })).toEqual(expect.arrayContaining(["SUMMARY:Hội nghị sơ kết (dự kiến)", "STATUS:TENTATIVE"]));
});
