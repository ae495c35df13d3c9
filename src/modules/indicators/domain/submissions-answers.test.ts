import { describe, expect, test } from "vitest";
import { unitId } from "../../../kernel/ids.ts";
import type { CellAnswer } from "../contract/submissions.ts";
import { answerOf, blockerOf, isSame, merge, type Asked } from "./submissions-answers.ts";

const front = unitId(1);
const women = unitId(2);
const youth = unitId(3);
const cell: Asked = {
  sectionId: "i",
  unitId: front,
  key: "12",
  label: "Số cuộc giám sát",
  compulsory: false,
  kind: "count",
  overUnits: "sum",
};
const typed = (value: string | null, more: Partial<CellAnswer> = {}): CellAnswer => ({
  value,
  said: null,
  reason: null,
  from: "typed",
  ...more,
});

describe("what stands in a cell", () => {
  const computed = { value: "12", records: 12, approximate: 0 };
  test("what was typed, then what the records give, then what another form has", () => {
    expect(answerOf({ value: "07", said: "hơn", reason: null }, computed, { value: "3" })).toEqual(typed("7", { said: "hơn" }));
    expect(answerOf(undefined, computed, { value: "3" })).toMatchObject({ value: "12", from: "computed", said: null });
    expect(answerOf(undefined, null, { value: "3" })).toMatchObject({ value: "3", from: "given" });
    expect(answerOf(undefined, null, null)).toBeNull();
  });
  test("emptied again, it follows the records", () => {
    expect(answerOf({ value: null, said: null, reason: null }, computed, null)).toMatchObject({ value: "12", from: "computed" });
  });
  test("half a ratio from the records fills no cell, and completing it needs no reason", () => {
    const half = { value: null, numerator: "3", denominator: null, approximate: 0 };
    expect(answerOf(undefined, half, null)).toBeNull();
    const asked: Asked = { ...cell, kind: "ratio", overUnits: "ratio" };
    expect(blockerOf(asked, typed(null, { numerator: "3", denominator: "4" }), half)).toBeNull();
    expect(blockerOf(asked, typed(null, { numerator: "2", denominator: "4" }), half)).toBe("reason");
  });
  test("a figure from an inexact record is inexact", () => {
    expect(answerOf(undefined, { ...computed, approximate: 2 }, null)).toMatchObject({ said: "khoảng" });
  });
  test("the same number written otherwise is the same", () => expect(isSame({ value: "5.0" }, { value: "5" })).toBe(true));
});

describe("what stands in the way of sending", () => {
  const ratio: Asked = { ...cell, kind: "ratio", overUnits: "ratio" };
  test.each<[string, Asked, CellAnswer | null, string | null, string | null]>([
    ["an empty cell that is not compulsory", cell, null, null, null],
    ["an empty compulsory cell", { ...cell, compulsory: true }, null, null, "empty"],
    ["zero is an answer", { ...cell, compulsory: true }, typed("0"), null, null],
    ["typed over the computed figure without a word", cell, typed("15"), "12", "reason"],
    ["typed over it with a reason", cell, typed("15", { reason: "Ba cuộc chưa ghi nhật ký" }), "12", null],
    ["typed the computed figure", cell, typed("12"), "12", null],
    ["nothing computed", cell, typed("15"), null, null],
    ["half a ratio", ratio, typed(null, { numerator: "3", denominator: null }), null, "ratio"],
    ["a ratio of nothing", ratio, typed(null, { numerator: "3", denominator: "0" }), null, "ratio"],
    ["none of none", ratio, typed(null, { numerator: "0", denominator: "0" }), null, null],
    ["a whole ratio", ratio, typed(null, { numerator: "3", denominator: "4" }), null, null],
  ])("%s", (_what, asked, answer, computed, expected) => {
    expect(blockerOf(asked, answer, computed === null ? null : { value: computed })).toBe(expected);
  });
});

describe("merging the sections of several bodies", () => {
  const by = (unit: typeof front, more: Partial<Asked> = {}): Asked => ({ ...cell, unitId: unit, ...more });

  test("counts are added up exactly", () => {
    const { figures, unadded } = merge(
      [
        { asked: by(front), answer: typed("0.1") },
        { asked: by(women), answer: typed("0.2") },
        { asked: by(youth), answer: null },
      ],
      front,
    );
    expect(figures.get("12")).toEqual({ value: "0.3" });
    expect(unadded).toEqual([]);
  });
  test("ratios are added by their two numbers", () => {
    const share = { kind: "ratio", overUnits: "ratio" } as const;
    const { figures } = merge(
      [
        { asked: by(front, share), answer: typed("50", { numerator: "1", denominator: "2" }) },
        { asked: by(women, share), answer: typed("100", { numerator: "8", denominator: "8" }) },
      ],
      front,
    );
    expect(figures.get("12")).toEqual({ value: null, numerator: "9", denominator: "10" });
  });
  test("distinct people are the sender's own figure, the only one there is, or a person's to say", () => {
    const people = { kind: "distinct-people", overUnits: "none" } as const;
    const of = (...units: (typeof front)[]) =>
      merge(
        units.map((unit) => ({ asked: by(unit, people), answer: typed(String(unit)) })),
        front,
      );
    expect(of(women, front).figures.get("12")).toEqual({ value: "1" });
    expect(of(women).figures.get("12")).toEqual({ value: "2" });
    expect(of(women, youth)).toMatchObject({ unadded: [{ key: "12", unitId: women }] });
  });
  test("a body that answers the same cell in two sections says it once", () => {
    const { figures } = merge(
      [
        { asked: by(front), answer: typed("5") },
        { asked: by(front, { sectionId: "ii" }), answer: typed("5") },
      ],
      front,
    );
    expect(figures.get("12")).toEqual({ value: "5" });
  });
  test("what the sender says of the whole area holds what the bodies in it say of themselves", () => {
    const parts = [
      { asked: by(women), answer: typed("5") },
      { asked: by(youth), answer: typed("2") },
    ];
    const whole = (answer: CellAnswer | null) =>
      merge([{ asked: by(front, { scope: "area" }), answer }, ...parts], front).figures.get("12");
    expect(whole(typed("9"))).toEqual({ value: "9" });
    expect(whole(null)).toEqual({ value: "7" });
  });
  test("asked and left empty is null, not zero", () =>
    expect(merge([{ asked: cell, answer: null }], front).figures.get("12")).toEqual({ value: null }));
});
