import { describe, expect, test } from "vitest";
import { dueFrom, dueFromWords, dueTimes, recurrenceOf } from "./deadlines.ts";

const window = { from: "2026-01-01", to: "2030-12-31" };
const none = { at: [], before: false, on: null };

describe("recurrenceOf", () => {
  test.each([
    ["yearly", { ...none, every: ["year"] }],
    ["quarterly and yearly", { ...none, every: ["quarter", "year"] }],
    ["every 6 months and yearly", { ...none, every: ["half", "year"] }],
    ["yearly before 12-10", { ...none, every: ["year"], at: [{ month: 12, day: 10 }], before: true }],
    ["yearly before 01-30; first after the guidance exists", { ...none, every: ["year"], at: [{ month: 1, day: 30 }], before: true }],
    ["yearly in 10 (peak month October)", { ...none, every: ["year"], at: [{ month: 10, day: null }] }],
    ["monthly before 23", { ...none, every: ["month"], at: [{ month: null, day: 23 }], before: true }],
    [
      "yearly on 06-01 and 11-15",
      {
        ...none,
        every: ["year"],
        at: [
          { month: 6, day: 1 },
          { month: 11, day: 15 },
        ],
      },
    ],
    ["periodic (interval not stated)", { ...none, every: [] }],
    ["before and after each session (trước và sau mỗi kỳ họp)", { ...none, every: [] }],
    ["before 2026-07-15", null],
  ])("%s", (rule, expected) => expect(recurrenceOf(rule)).toEqual(expected));
});

describe("dueFrom keeps the words and computes the last day", () => {
  test.each([
    [{ kind: "date", date: "2026-07-15", rule: "before 2026-07-15", text: "trước ngày 15/7/2026" }, "trước ngày 15/7/2026", "2026-07-14"],
    [{ kind: "date", date: "2026-03-01", rule: "before 2026-03-01" }, "trước ngày 01/3/2026", "2026-02-28"],
    [{ kind: "year", date: "2027-12-31", rule: "within 2027" }, "trong năm 2027", "2027-12-31"],
    [{ kind: "quarter", date: "2026-09-30", rule: "within quý III 2026" }, "trong quý III/2026", "2026-09-30"],
    [{ kind: "none", date: null, rule: "on event: khi có thiên tai" }, "khi có thiên tai", null],
    [{ kind: "none", date: null, rule: null }, "", null],
    [{ kind: "recurring", date: null, rule: "yearly before 12-10" }, "hằng năm, trước ngày 10/12", null],
    [{ kind: "recurring", date: null, rule: "periodic (interval not stated)" }, "định kỳ", null],
  ] as const)("%o", (printed, text, lastDay) => expect(dueFrom(printed)).toMatchObject({ text, lastDay }));
});

describe("dueTimes", () => {
  const times = (rule: string, since: string, today: string) =>
    dueTimes(dueFrom({ kind: "recurring", date: null, rule }), window, since, today).map(({ period, lastDay }) => [period, lastDay]);

  test("a dated duty stands once, late or not", () => {
    const due = dueFrom({ kind: "date", date: "2026-02-01", rule: "before 2026-02-01" });
    expect(dueTimes(due, window, "2026-03-01", "2026-03-01")).toEqual([
      { period: null, text: "trước ngày 01/02/2026", date: "2026-02-01", lastDay: "2026-01-31" },
    ]);
  });

  test.each([
    [
      "yearly",
      "2026-03-01",
      "2026-03-01",
      [
        ["2026", "2026-12-31"],
        ["2027", "2027-12-31"],
      ],
    ],
    [
      "yearly before 12-10",
      "2026-12-09",
      "2026-12-09",
      [
        ["2026", "2026-12-09"],
        ["2027", "2027-12-09"],
      ],
    ],
    [
      "yearly before 12-10",
      "2026-12-10",
      "2026-12-10",
      [
        ["2027", "2027-12-09"],
        ["2028", "2028-12-09"],
      ],
    ],
    [
      "quarterly",
      "2026-05-04",
      "2026-05-04",
      [
        ["2026-Q2", "2026-06-30"],
        ["2026-Q3", "2026-09-30"],
      ],
    ],
    [
      "every 6 months and yearly",
      "2026-05-04",
      "2026-05-04",
      [
        ["2026-H1", "2026-06-30"],
        ["2026", "2026-12-31"],
      ],
    ],
    [
      "yearly on 06-01 and 11-15",
      "2026-01-01",
      "2026-05-04",
      [
        ["2026-H1", "2026-06-01"],
        ["2026-H2", "2026-11-15"],
      ],
    ],
    [
      "monthly before 23",
      "2026-01-25",
      "2026-02-01",
      [
        ["2026-02", "2026-02-22"],
        ["2026-03", "2026-03-22"],
      ],
    ],
    ["periodic (interval not stated)", "2026-01-01", "2026-01-01", [[null, null]]],
    ["daily", "2026-01-01", "2026-01-01", [[null, null]]],
  ])("%s issued on %s, seen on %s", (rule, since, today, expected) => expect(times(rule, since, today)).toEqual(expected));

  test("what passed since the issue stays in the list, so a job that slept misses nothing", () => {
    expect(times("quarterly", "2026-02-01", "2026-08-01").map(([period]) => period)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
  });

  test("a plan whose period is over opens nothing that comes round", () => {
    expect(
      dueTimes(
        dueFrom({ kind: "recurring", date: null, rule: "yearly" }),
        { from: "2017-01-01", to: "2020-12-31" },
        "2026-01-01",
        "2026-01-01",
      ),
    ).toEqual([]);
  });
});

test.each([
  [
    "trước ngày 10/12 hằng năm",
    null,
    { kind: "recurring", lastDay: null, recurrence: { every: ["year"], at: [{ month: 12, day: 10 }], before: true, on: null } },
  ],
  ["Trước ngày 15/7/2026", null, { kind: "date", date: "2026-07-15", lastDay: "2026-07-14" }],
  ["đến năm 2030", null, { kind: "year", lastDay: "2030-12-31" }],
  ["trong quý III/2026", null, { kind: "quarter", lastDay: "2026-09-30" }],
  ["khi có thiên tai xảy ra", null, { kind: "none", lastDay: null, text: "khi có thiên tai xảy ra" }],
  ["sau hội nghị", "2026-08-01", { kind: "date", lastDay: "2026-08-01", text: "sau hội nghị" }],
  ["", "2026-08-01", { text: "ngày 01/8/2026", lastDay: "2026-08-01" }],
  ["", null, { kind: "none", text: "", lastDay: null }],
] as const)("dueFromWords %s %s", (words, lastDay, expected) => expect(dueFromWords(words, lastDay)).toMatchObject(expected));
