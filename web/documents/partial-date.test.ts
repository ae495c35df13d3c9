import { expect, test } from "vitest";
import { readPartialDate, showPartialDate } from "./partial-date.ts";

test.each([
  ["2026-12-09", "09/12/2026"],
  ["2026-12", "12/2026"],
  ["2026", "2026"],
])("%s is shown as %s and read back", (date, shown) => {
  expect(showPartialDate(date)).toBe(shown);
  expect(readPartialDate(shown)).toBe(date);
});

test.each(["31/02/2026", "13/2026", "mai", "9/12", ""])("%j is no date", (typed) => {
  expect(readPartialDate(typed)).toBeNull();
});

test("people leave the zeros out", () => {
  expect(readPartialDate("9/3/2026")).toBe("2026-03-09");
});
