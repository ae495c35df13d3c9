import { expect, test } from "vitest";
import { readDays, showDays } from "./rule.ts";

test("fixed days as offices write them", () => {
  expect(readDays("15/6, 15/12")).toEqual([
    { day: 15, month: 6 },
    { day: 15, month: 12 },
  ]);
  expect(readDays("ngày 15/6 và 15/12 hằng năm")).toHaveLength(2);
  expect(readDays("20")).toEqual([{ day: 20, month: null }]);
  expect(readDays("ngày 20 hằng tháng")).toEqual([{ day: 20, month: null }]);
  expect(showDays(readDays("15.6;10-12") ?? [])).toBe("15/6, 10/12");
});

test("what is no day is told, not guessed", () => {
  expect(readDays("")).toBeNull();
  expect(readDays("32/1")).toBeNull();
  expect(readDays("cuối tháng")).toBeNull();
});
