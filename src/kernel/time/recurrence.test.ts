import { expect, test } from "vitest";
import type { Recurrence } from "./recurrence.ts";
import { nextDue, occurrences, recurrenceText } from "./recurrence.ts";

const rule = (every: Recurrence["every"], at: Recurrence["at"] = [], before = false, on: string | null = null): Recurrence => ({
  every,
  at,
  before,
  on,
});

test.each([
  [rule(["year"]), "yearly"],
  [rule(["quarter", "year"]), "quarterly and yearly"],
  [rule(["half", "year"]), "every 6 months and yearly"],
  [rule(["year"], [{ month: 12, day: 10 }], true), "yearly before 12-10"],
  [rule(["year"], [{ month: 10, day: null }]), "yearly in 10"],
  [rule(["month"], [{ month: null, day: 23 }], true), "monthly before 23"],
  [rule([]), "periodic (interval not stated)"],
  [rule([], [], false, "các dịp lễ"), "on event: các dịp lễ"],
])("%j reads %j", (recurrence, text) => {
  expect(recurrenceText(recurrence)).toBe(text);
});

test.each([
  [rule(["month"]), ["2026-11-30", "2026-12-31"]],
  [rule(["month"], [{ month: null, day: 31 }]), ["2026-11-30", "2026-12-31"]],
  [rule(["quarter", "year"]), ["2026-12-31"]],
  [rule(["half"]), ["2026-12-31"]],
  [
    rule(
      ["year"],
      [
        { month: 6, day: 1 },
        { month: 11, day: 15 },
      ],
    ),
    ["2026-11-15"],
  ],
  [rule(["year"], [{ month: 12, day: 10 }], true), ["2026-12-10"]],
  [rule([]), []],
])("%j falls due in the last two months of 2026 on %j", (recurrence, days) => {
  expect(occurrences(recurrence, "2026-11-01", "2026-12-31")).toEqual(days);
});

test("weekly falls on Fridays, daily on every day", () => {
  expect(occurrences(rule(["week"]), "2026-11-16", "2026-11-29")).toEqual(["2026-11-20", "2026-11-27"]);
  expect(occurrences(rule(["day"]), "2026-12-30", "2027-01-02")).toHaveLength(4);
});

test("the next due day may be next year's", () => {
  expect(nextDue(rule(["year"], [{ month: 1, day: 30 }], true), "2026-01-31")).toBe("2027-01-30");
  expect(nextDue(rule([]), "2026-01-31")).toBeNull();
});

test.each([
  [
    {
      every: ["half", "year"],
      at: [
        { month: 6, day: 15 },
        { month: 12, day: 15 },
      ],
      before: true,
      on: null,
    },
    ["2026-06-15", "2026-12-15"],
  ],
  [
    { every: ["quarter"], at: [{ month: null, day: 20 }], before: true, on: null },
    ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"],
  ],
  [{ every: ["half", "year"], at: [{ month: 12, day: 10 }], before: true, on: null }, ["2026-06-30", "2026-12-10", "2026-12-31"]],
] satisfies [Recurrence, string[]][])("days tied to each time of the rhythm: %j", (rule, days) => {
  expect(occurrences(rule, "2026-01-01", "2026-12-31")).toEqual(days);
});
