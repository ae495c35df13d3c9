import { describe, expect, test } from "vitest";
import { move, stepOf, type GridRow } from "./grid.ts";
import { planPaste, readBlock } from "./paste.ts";

const row = (key: string, label: string, more: Partial<GridRow> = {}): GridRow => ({
  key,
  label,
  parts: ["value"],
  locked: false,
  ...more,
});
const rows: GridRow[] = [
  row("1", "Số cuộc giám sát"),
  row("2", "Lượt người dự", { locked: true }),
  row("3", "Tỷ lệ gia đình văn hóa", { parts: ["numerator", "denominator"] }),
  row("4", "Quà tặng hộ nghèo"),
];
const key = (name: string, more: object = {}) => ({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });
const whole = () => "whole" as const;

describe("moving about", () => {
  test("down and up pass over locked rows and keep the column where there is one", () => {
    expect(move(rows, { row: 0, column: 0 }, "down")).toEqual({ row: 2, column: 0 });
    expect(move(rows, { row: 2, column: 1 }, "down")).toEqual({ row: 3, column: 0 });
    expect(move(rows, { row: 2, column: 0 }, "up")).toEqual({ row: 0, column: 0 });
    expect(move(rows, { row: 3, column: 0 }, "down")).toBeNull();
    expect(move(rows, { row: 0, column: 0 }, "up")).toBeNull();
  });

  test("next goes through both numbers of a ratio", () => {
    expect(move(rows, { row: 0, column: 0 }, "next")).toEqual({ row: 2, column: 0 });
    expect(move(rows, { row: 2, column: 0 }, "next")).toEqual({ row: 2, column: 1 });
    expect(move(rows, { row: 3, column: 0 }, "previous")).toEqual({ row: 2, column: 1 });
    expect(move(rows, { row: 3, column: 0 }, "first")).toEqual({ row: 0, column: 0 });
    expect(move(rows, { row: 0, column: 0 }, "last")).toEqual({ row: 3, column: 0 });
  });

  test("keys are those of a spreadsheet; inside the text left and right move the caret", () => {
    expect(stepOf(key("Enter"), true)).toBe("down");
    expect(stepOf(key("Enter", { shiftKey: true }), false)).toBe("up");
    expect(stepOf(key("ArrowRight"), false)).toBe("right");
    expect(stepOf(key("ArrowRight"), true)).toBeNull();
    expect(stepOf(key("Home", { ctrlKey: true }), false)).toBe("first");
    expect(stepOf(key("Tab"), false)).toBeNull();
    expect(stepOf(key("5"), false)).toBeNull();
  });
});

describe("a block from a spreadsheet", () => {
  test("is read with its quoted cells and its last line end", () => {
    expect(readBlock("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(readBlock('"Lượt\nngười ""dự"""\t5\n')).toEqual([['Lượt người "dự"', "5"]]);
    expect(readBlock("553 triệu")).toBeNull();
    expect(readBlock("553\n")).toBeNull();
  });

  test("fills down from the cell, past locked rows, and says what was left over", () => {
    const plan = planPaste([["5"], ["12"], ["7"], ["9"]], rows, { row: 0, column: 0 }, whole);
    expect(plan.by).toBe("place");
    expect(plan.cells.map(({ key: at, part, typed }) => [at, part, typed])).toEqual([
      ["1", "value", "5"],
      ["3", "numerator", "12"],
      ["4", "value", "7"],
    ]);
    expect(plan.left).toEqual(["9"]);
  });

  test("fills both numbers of a ratio from two columns or from one pair", () => {
    const two = planPaste([["61", "63"], ["4"]], rows, { row: 2, column: 0 }, whole);
    expect(two.cells.map(({ key: at, part, typed }) => [at, part, typed])).toEqual([
      ["3", "numerator", "61"],
      ["3", "denominator", "63"],
      ["4", "value", "4"],
    ]);
    const pair = planPaste([["61/63"], ["4"]], rows, { row: 2, column: 0 }, whole);
    expect(pair.cells.map(({ typed }) => typed)).toEqual(["61", "63", "4"]);
  });

  test("goes by the names in it, whatever the order, with or without running numbers", () => {
    const block = [
      ["1", "Quà tặng hộ nghèo", "phần", "1.250"],
      ["2", "Số cuộc giám sát:", "cuộc", "3"],
      ["3", "Chỉ tiêu lạ", "cuộc", "8"],
    ];
    const plan = planPaste(block, rows, { row: 0, column: 0 }, whole);
    expect(plan.by).toBe("names");
    expect(plan.cells.map(({ key: at, typed }) => [at, typed])).toEqual([
      ["4", "1.250"],
      ["1", "3"],
    ]);
    expect(plan.left).toEqual(["Chỉ tiêu lạ"]);
  });

  test("names that are not the form's are only left out", () => {
    const plan = planPaste(
      [
        ["Hạng mục A", "4"],
        ["Hạng mục B", "6"],
      ],
      rows,
      { row: 0, column: 0 },
      whole,
    );
    expect(plan.by).toBe("place");
    expect(plan.cells.map(({ key: at, typed }) => [at, typed])).toEqual([
      ["1", "4"],
      ["3", "6"],
    ]);
  });

  test("what cannot be read is in the plan, to be seen before anything is written", () => {
    const plan = planPaste([["nhiều"], ["hơn 20"]], rows, { row: 0, column: 0 }, whole);
    expect(plan.cells.map(({ read }) => read.ok)).toEqual([false, true]);
  });
});
