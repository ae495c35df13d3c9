import { expect, test } from "vitest";
import { daysBetween, readDate, showDate, showInstant, today } from "./dates.ts";

test("a date is read as people in an office type it", () => {
  expect(["9/12/2026", "09-12-2026", "09.12.2026", "09122026", "2026-12-09"].map((typed) => readDate(typed))).toEqual(
    Array(5).fill("2026-12-09"),
  );
  expect(readDate("9/12", "2026-03-01")).toBe("2026-12-09");
  expect(["31/02/2026", "32/1/2026", "hôm nay", "", "9/12/26"].map((typed) => readDate(typed))).toEqual([null, null, null, null, null]);
});

test("the day and the hour are Vietnam's wherever the browser stands", () => {
  expect(today(new Date("2026-11-20T18:30:00Z"))).toBe("2026-11-21");
  expect(showInstant("2026-11-20T18:30:00Z")).toBe("21/11/2026 01:30");
  expect(showDate("2026-12-09")).toBe("09/12/2026");
  expect(daysBetween("2026-02-27", "2026-03-01")).toBe(2);
});
