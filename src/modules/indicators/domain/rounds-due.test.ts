import { expect, test } from "vitest";
import { parsePeriod, type Period } from "../../../kernel/time/index.ts";
import { FormPeriods, type DueRule, type FormDue } from "../contract/forms.ts";
import { cutOffFor, dayOf, dueFor, nextToOpen, periodsToOpen } from "./rounds-due.ts";

const period = (code: string, calendar: Period["calendar"] = "civil"): Period => {
  const found = parsePeriod(calendar, code);
  if (!found) throw new Error(code);
  return found;
};
const due = (rule: DueRule, more: Partial<FormDue> = {}): FormDue => ({ text: "", rule, levels: [], cutOff: null, ...more });
const juneDecember: DueRule = {
  kind: "day-of-year",
  at: [
    { month: 6, day: 15 },
    { month: 12, day: 15 },
  ],
  before: true,
};

test.each<[string, DueRule, string]>([
  ["2026-H1", juneDecember, "2026-06-14"],
  ["2026-H2", juneDecember, "2026-12-14"],
  ["2026", { kind: "day-of-year", at: [{ month: 12, day: 10 }], before: true }, "2026-12-09"],
  ["2026", { kind: "day-of-year", at: [{ month: 1, day: 15 }], before: false }, "2027-01-15"],
  ["2026-05", { kind: "day-of-year", at: [{ month: null, day: 23 }], before: true }, "2026-05-22"],
  ["2026-05", { kind: "day-of-year", at: [{ month: null, day: 5 }], before: false }, "2026-06-05"],
  ["2026-02", { kind: "day-of-year", at: [{ month: null, day: 31 }], before: false }, "2026-02-28"],
  ["2026-Q3", { kind: "after-end", days: 10, working: false }, "2026-10-10"],
  ["2026-Q3", { kind: "after-end", days: 2, working: true }, "2026-10-02"],
  ["2026-10", { kind: "after-end", days: 2, working: true }, "2026-11-03"],
  ["2026-W07", { kind: "after-end", days: 0, working: false }, "2026-02-15"],
  ["2026-H1", { kind: "date", date: "2026-06-20", before: true }, "2026-06-19"],
])("%s is kept until its last day", (code, rule, lastDay) => {
  expect(dayOf(rule, period(code)).lastDay).toBe(lastDay);
});

test("swapped days and holidays move what counts working days", () => {
  const holidays = { off: new Set(["2026-11-02"]), worked: new Set<string>() };
  expect(dayOf({ kind: "after-end", days: 2, working: true }, period("2026-10"), holidays).lastDay).toBe("2026-11-04");
});

test("what is printed stands beside the last day, and a level has its own", () => {
  const rule = due(juneDecember, {
    text: "trước ngày 15/6 và 15/12 hằng năm",
    levels: [
      {
        level: "residential-area",
        text: "",
        rule: {
          kind: "day-of-year",
          at: [
            { month: 6, day: 5 },
            { month: 12, day: 5 },
          ],
          before: true,
        },
      },
    ],
  });
  expect(dueFor(rule, period("2026-H1"), "commune")).toEqual({ text: "trước ngày 15/6/2026", lastDay: "2026-06-14" });
  expect(dueFor(rule, period("2026-H1"), "residential-area")).toEqual({ text: "trước ngày 05/6/2026", lastDay: "2026-06-04" });
});

test("figures are taken until the period's end, or the day of sending when that is earlier", () => {
  expect(cutOffFor(due(juneDecember), period("2026-H1"))).toBe("2026-06-14");
  expect(cutOffFor(due({ kind: "after-end", days: 5, working: false }), period("2026-H1"))).toBe("2026-06-30");
  expect(cutOffFor(due({ kind: "after-end", days: 2, working: true }), period("2026-11", "cut-off-15"))).toBe("2026-11-14");
  expect(
    cutOffFor(due(juneDecember, { cutOff: { kind: "day-of-year", at: [{ month: 6, day: 10 }], before: false } }), period("2026-H1")),
  ).toBe("2026-06-10");
});

const monthly = FormPeriods.parse({ kind: "month" });
const fiveDays = due({ kind: "after-end", days: 5, working: false });

test("a form opens the period that runs and the one whose day has not come, nothing older", () => {
  expect(periodsToOpen(monthly, fiveDays, "2026-07-02", "2026-07-02").map(({ code }) => code)).toEqual(["2026-06", "2026-07"]);
  expect(periodsToOpen(monthly, fiveDays, "2026-07-06", "2026-07-06").map(({ code }) => code)).toEqual(["2026-07"]);
  // A server that was off opens what it missed, since the form was in force then.
  expect(periodsToOpen(monthly, fiveDays, "2026-09-10", "2026-07-06").map(({ code }) => code)).toEqual(["2026-07", "2026-08", "2026-09"]);
});

test("what was due before the form came into force is never asked: the first half waits for the second", () => {
  const half = FormPeriods.parse({ kind: "half" });
  expect(periodsToOpen(half, due(juneDecember), "2026-06-20", "2026-06-20")).toEqual([]);
  expect(nextToOpen(half, due(juneDecember), "2026-06-20")?.code).toBe("2026-H2");
});

test("the calendar from the 15th to the 14th is another calendar", () => {
  const cutOff = FormPeriods.parse({ kind: "month", calendar: "cut-off-15" });
  expect(periodsToOpen(cutOff, fiveDays, "2026-11-21", "2026-11-21").map(({ code, from, to }) => [code, from, to])).toEqual([
    ["2026-12", "2026-11-15", "2026-12-14"],
  ]);
});

test("nine months come once a year, and are still asked in October", () => {
  const nine = FormPeriods.parse({ kind: "nine-month" });
  expect(periodsToOpen(nine, fiveDays, "2026-10-03", "2026-10-03").map(({ code }) => code)).toEqual(["2026-9M"]);
  expect(periodsToOpen(nine, fiveDays, "2026-11-03", "2026-11-03")).toEqual([]);
  expect(nextToOpen(nine, fiveDays, "2026-11-03")?.code).toBe("2027-9M");
});

test("an ad hoc form has its one period", () => {
  const once = FormPeriods.parse({ kind: "ad-hoc", from: "2026-05-01", to: "2026-05-19" });
  expect(periodsToOpen(once, fiveDays, "2026-05-20", "2026-05-20").map(({ code }) => code)).toEqual(["2026-05-01..2026-05-19"]);
  expect(nextToOpen(once, fiveDays, "2026-05-20")).toBeNull();
});

test("a day of one year opens the one period that it is for, not every one before it", () => {
  const december = due({ kind: "date", date: "2026-12-18", before: true });
  const halves = FormPeriods.parse({ kind: "half", calendar: "cut-off-15" });
  expect(periodsToOpen(halves, december, "2026-11-21", "2026-11-21").map(({ code }) => code)).toEqual(["2026-H2"]);
  expect(nextToOpen(halves, december, "2026-11-21")).toBeNull();
  expect(periodsToOpen(halves, december, "2026-12-18", "2026-12-18")).toEqual([]);
  const january = due({ kind: "date", date: "2027-01-10", before: false });
  const years = FormPeriods.parse({ kind: "year" });
  expect(periodsToOpen(years, january, "2026-11-21", "2026-11-21").map(({ code }) => code)).toEqual(["2026"]);
  expect(nextToOpen(monthly, january, "2026-11-21")?.code).toBe("2026-12");
});
