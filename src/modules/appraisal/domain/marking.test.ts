import { describe, expect, test } from "vitest";
import type { Line, RubricContent } from "../shapes.ts";
import { hasZero, isFlagged, linesApart, meanOf, needsComment, spreadOf, tooMuch, totalOf, unfinished } from "./marking.ts";
import { countsMet, differencesOf, flawsOf, linesOf, outcomeOf, scaleOf } from "./rubric.ts";

const line = (key: string, max: string | null): Line => ({ key, text: `Tiêu chí ${key}`, max, evidence: "", guidance: "" });
const points = (value: string | null, comment = "") => ({ points: value, met: null, comment });
const met = (value: boolean, comment = "") => ({ points: null, met: value, comment });

const table: RubricContent = {
  qualifying: [line("q-1", null)],
  sections: [
    { title: "Một", lines: [line("a-1", "40"), line("a-2", "30")] },
    { title: "Hai", lines: [line("b-1", "30")] },
  ],
  bonus: [line("t-1", "15")],
  penalty: [line("p-1", "5")],
  outcomes: [
    { from: "95", word: "Xuất sắc", counts: true, noZero: true },
    { from: "75", word: "Tốt", counts: true, noZero: false },
    { from: "50", word: "Đạt", counts: false, noZero: false },
  ],
  unmet: "Chưa đạt",
};
const yesNo: RubricContent = {
  ...table,
  sections: [{ title: "Một", lines: [line("a-1", null), line("a-2", null), line("a-3", null)] }],
  bonus: [],
  penalty: [],
  outcomes: [{ from: "3", word: "Tốt", counts: true, noZero: false }],
};

describe("a rubric", () => {
  test.each([
    ["points", table, "100", false],
    ["yes and no", yesNo, "3", true],
  ])("of %s has a scale; qualifying lines, bonus and penalty are not in it", (_name, content, scale, counted) => {
    expect([scaleOf(content), countsMet(content)]).toEqual([scale, counted]);
    expect(linesOf(content).some(({ key }) => key === "q-1")).toBe(false);
  });

  test("says what keeps it from being published", () => {
    expect(flawsOf(table)).toEqual([]);
    const broken: RubricContent = {
      ...table,
      bonus: [line("a-1", null)],
      outcomes: [
        { from: "75", word: "Tốt", counts: true, noZero: false },
        { from: "90", word: "Xuất sắc", counts: true, noZero: false },
        { from: "80", word: "Khá", counts: true, noZero: false },
      ],
    };
    expect(flawsOf(broken)).toEqual([
      { at: "a-1", flaw: "twice" },
      { at: "bonus.0.max", flaw: "bonusPoints" },
      { at: "outcomes.1.from", flaw: "order" },
    ]);
    expect(flawsOf({ ...table, outcomes: [{ from: "116", word: "x", counts: true, noZero: false }] })).toEqual([
      { at: "outcomes.0.from", flaw: "beyond" },
    ]);
  });

  test.each([
    ["112", false, "Xuất sắc", true],
    ["95", false, "Xuất sắc", true],
    ["95", true, "Tốt", true],
    ["94.99", false, "Tốt", true],
    ["50", false, "Đạt", false],
    ["49.5", false, "Chưa đạt", false],
  ])("calls %s points (a criterion with nothing: %s) %s", (total, zero, word, counts) => {
    expect(outcomeOf(table, total, { zero })).toEqual({ word, counts });
  });

  test("is compared with another edition line by line", () => {
    const next = { ...table, sections: [{ title: "Một", lines: [line("a-1", "45"), line("c-1", "55")] }] };
    expect(differencesOf(table, next).map(({ key, what }) => [key, what])).toEqual([
      ["a-1", "changed"],
      ["c-1", "new"],
      ["a-2", "gone"],
      ["b-1", "gone"],
    ]);
  });
});

describe("a sheet", () => {
  test.each([
    [
      "adds up, with bonus beyond the scale",
      { "a-1": points("40"), "a-2": points("30"), "b-1": points("27.5"), "t-1": points("15") },
      "112.5",
    ],
    ["takes penalties off", { "a-1": points("10"), "p-1": points("2.5") }, "7.5"],
    ["never falls below nothing", { "p-1": points("5") }, "0"],
    ["is nothing when it is empty", {}, "0"],
  ])("%s", (_name, marks, total) => {
    expect(totalOf(table, marks)).toBe(total);
  });

  test("of yes and no counts what is met", () => {
    expect(totalOf(yesNo, { "a-1": met(true), "a-2": met(false), "a-3": met(true) })).toBe("2");
  });

  test.each([
    ["23.99", "a-1", "60", true],
    ["24", "a-1", "60", false],
    ["0", "a-1", "0", false],
    ["1", "t-1", "60", true],
    ["0", "p-1", "60", false],
  ])("%s points on %s below %s %% needs a comment: %s", (value, key, share, needs) => {
    const found = linesOf(table).find((each) => each.key === key);
    expect(found && needsComment(found, points(value), share)).toBe(needs);
  });

  test("is finished when every ordinary line is marked, none above its most, and what is low is explained", () => {
    const marks = { "a-1": points("41"), "a-2": points("3"), "t-1": points("5") };
    expect([...unfinished(table, marks, "60")]).toEqual([
      ["a-1", "above"],
      ["a-2", "needsComment"],
      ["b-1", "missing"],
      ["t-1", "needsComment"],
    ]);
    expect([...unfinished(table, marks, null)]).toEqual([
      ["a-1", "above"],
      ["b-1", "missing"],
    ]);
    expect(tooMuch(table, marks)).toEqual(["a-1"]);
    expect([...unfinished(yesNo, { "a-1": met(true), "a-2": met(false) }, "60")]).toEqual([
      ["a-2", "needsComment"],
      ["a-3", "missing"],
    ]);
  });
});

describe("sheets side by side", () => {
  test.each([
    [["80", "65"], "72.5", "15", "15", true],
    [["80", "65.01"], "72.51", "14.99", "14.99", false],
    [["80", "80", "81"], "80.33", "1", "1", false],
    [["70"], "70", "0", "0", false],
  ])("%s: mean %s, %s apart", (totals, mean, apart, share, flagged) => {
    expect(meanOf(totals)).toBe(mean);
    expect(spreadOf(table, totals)).toEqual({ points: apart, share });
    expect(isFlagged(spreadOf(table, totals), "15")).toBe(flagged);
  });

  test("name the lines on which judges differ", () => {
    const one = { "a-1": points("40"), "a-2": points("20"), "b-1": points("30") };
    const other = { "a-1": points("30"), "a-2": points("19"), "b-1": points("30") };
    expect(linesApart(table, [one, other], "15")).toEqual(["a-1"]);
    expect(linesApart(yesNo, [{ "a-1": met(true) }, { "a-1": met(false) }], "15")).toEqual(["a-1"]);
  });

  test("a criterion got nothing only when no judge gave it anything", () => {
    const full = { "a-1": points("1"), "a-2": points("1"), "b-1": points("1") };
    expect(hasZero(table, [full, { ...full, "a-1": points("0") }])).toBe(false);
    expect(
      hasZero(table, [
        { ...full, "a-1": points("0") },
        { ...full, "a-1": points("0") },
      ]),
    ).toBe(true);
  });
});
