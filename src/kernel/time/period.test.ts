import { expect, test } from "vitest";
import { adHocPeriod, nextPeriod, parsePeriod, periodOf, periodsEndingBetween, yearBefore } from "./period.ts";

test.each([
  ["civil", "2026-11", "2026-11-01", "2026-11-30"],
  ["cut-off-15", "2026-11", "2026-10-15", "2026-11-14"],
  ["cut-off-15", "2026-Q1", "2025-12-15", "2026-03-14"],
  ["cut-off-15", "2026-H2", "2026-06-15", "2026-12-14"],
  ["cut-off-15", "2026-9M", "2025-12-15", "2026-09-14"],
  ["cut-off-15", "2026", "2025-12-15", "2026-12-14"],
  ["civil", "2026", "2026-01-01", "2026-12-31"],
  ["civil", "2026-W01", "2025-12-29", "2026-01-04"],
  ["civil", "2026-W53", "2026-12-28", "2027-01-03"],
] as const)("%s %s", (calendar, code, from, to) => {
  expect(parsePeriod(calendar, code)).toMatchObject({ calendar, code, from, to });
});

test.each(["2026-13", "2026-Q5", "2025-W53", "26-Q1", "2026-H3", ""])("%j is no code", (code) => {
  expect(parsePeriod("civil", code)).toBeNull();
});

test.each([
  ["civil", "month", "2026-10-15", "2026-10"],
  ["cut-off-15", "month", "2026-10-15", "2026-11"],
  ["cut-off-15", "month", "2026-10-14", "2026-10"],
  ["cut-off-15", "year", "2025-12-15", "2026"],
  ["cut-off-15", "quarter", "2026-03-15", "2026-Q2"],
  ["civil", "week", "2027-01-01", "2026-W53"],
] as const)("%s %s of %s is %s", (calendar, kind, date, code) => {
  expect(periodOf(calendar, kind, date)?.code).toBe(code);
});

test("nine months have no period for the last quarter", () => {
  expect(periodOf("civil", "nine-month", "2026-10-01")).toBeNull();
  expect(periodOf("civil", "nine-month", "2026-09-30")?.code).toBe("2026-9M");
});

test.each([
  ["2026-12", "2027-01"],
  ["2026-Q4", "2027-Q1"],
  ["2026-H2", "2027-H1"],
  ["2026-9M", "2027-9M"],
  ["2026", "2027"],
  ["2026-W53", "2027-W01"],
])("after %s comes %s, and back", (code, next) => {
  const period = parsePeriod("cut-off-15", code);
  expect(period && nextPeriod(period).code).toBe(next);
  expect(period && nextPeriod(nextPeriod(period), -1).code).toBe(code);
});

test("periods are gapless and without overlap over ten years", () => {
  for (const calendar of ["civil", "cut-off-15"] as const) {
    for (const kind of ["week", "month", "quarter", "half", "year"] as const) {
      const periods = periodsEndingBetween(calendar, kind, "2020-01-01", "2029-12-31");
      for (const [k, period] of periods.entries()) {
        expect(periodOf(calendar, kind, period.from)?.code).toBe(period.code);
        expect(periodOf(calendar, kind, period.to)?.code).toBe(period.code);
        if (k > 0) expect(nextPeriod(periods[k - 1] ?? period)).toEqual(period);
      }
      expect(periods.length).toBeGreaterThan(9);
    }
  }
});

test("an ad hoc period is its days", () => {
  const period = adHocPeriod("2026-05-01", "2026-05-19");
  expect(period).toMatchObject({ kind: "ad-hoc", code: "2026-05-01..2026-05-19" });
  expect(parsePeriod("cut-off-15", "2026-05-01..2026-05-19")).toEqual(period);
  expect(adHocPeriod("2026-05-19", "2026-05-01")).toBeNull();
  expect(adHocPeriod("2026-02-30", "2026-05-01")).toBeNull();
});

test.each([
  ["2026-H1", "2025-H1"],
  ["2026-W53", null],
  ["2026-05-01..2026-05-19", null],
])("the same of the year before %s is %s", (code, before) => {
  const period = parsePeriod("cut-off-15", code);
  expect(period && (yearBefore(period)?.code ?? null)).toBe(before);
});
