import { describe, expect, test } from "vitest";
import { changeOf, percentOf, readFigure, readPair, showFigure, showSaid, type FigureShape } from "./figure.ts";

const value = (typed: string, shape?: FigureShape) => {
  const read = readFigure(typed, shape);
  return read.ok ? read.value : read.why;
};

describe("a figure as offices write it", () => {
  test.each([
    ["12", "12"],
    ["1.234", "1234"],
    ["1.234.567", "1234567"],
    ["1 234 567", "1234567"],
    ["1.234,5", "1234.5"],
    ["0,5", "0.5"],
    ["007", "7"],
    ["2,50", "2.5"],
    ["553 triệu", "553000000"],
    ["553 triệu đồng", "553000000"],
    ["553tr", "553000000"],
    ["10,76 tỷ", "10760000000"],
    ["10,76 tỉ đồng", "10760000000"],
    ["2 tỷ 300 triệu đồng", "2300000000"],
    ["1.200.000đ", "1200000"],
    ["12 cuộc", "12"],
    ["1.250 lượt người", "1250"],
    ["150 m2", "150"],
    ["98,5%", "98.5"],
    ["-5", "-5"],
    ["không", "0"],
    ["Không có", "0"],
    ["0", "0"],
  ])("%s → %s", (typed, expected) => expect(value(typed)).toBe(expected));

  test("an empty cell and the dash of a spreadsheet are empty, not nought", () => {
    expect(value("")).toBeNull();
    expect(value("  ")).toBeNull();
    expect(value("-")).toBeNull();
    expect(value("–")).toBeNull();
  });

  test("numbers of an English spreadsheet are understood", () => {
    expect(value("1,234,567")).toBe("1234567");
    expect(value("1,234.50", "decimal")).toBe("1234.5");
  });

  test("a mark that could be read two ways is read by what the cell holds, and said to be doubtful", () => {
    expect(readFigure("1,234", "whole")).toEqual({ ok: true, value: "1234", said: null, doubtful: true });
    expect(readFigure("1,234", "decimal")).toEqual({ ok: true, value: "1.234", said: null, doubtful: false });
    expect(readFigure("1.5")).toEqual({ ok: true, value: "1.5", said: null, doubtful: true });
  });

  test.each([
    ["hơn 100", "100", "hơn"],
    ["trên 1.000 lượt", "1000", "hơn"],
    ["100+", "100", "hơn"],
    ["> 40", "40", "hơn"],
    ["khoảng 30", "30", "khoảng"],
    ["Gần 2 tỷ đồng", "2000000000", "khoảng"],
    ["trên dưới 50", "50", "khoảng"],
    ["~15", "15", "khoảng"],
  ])("%s keeps its weight", (typed, expected, said) => {
    expect(readFigure(typed)).toEqual({ ok: true, value: expected, said, doubtful: false });
  });

  test("what is planned is no result, and what is no number is not guessed", () => {
    expect(value("dự kiến 30")).toBe("planned");
    expect(value("nhiều")).toBe("unreadable");
    expect(value("12 cuộc, 3 buổi")).toBe("unreadable");
    expect(value("12-15")).toBe("unreadable");
    expect(value("1.2.3")).toBe("unreadable");
    expect(value("09/12/2026")).toBe("unreadable");
  });

  test("is shown as Vietnam writes it", () => {
    expect(showFigure("1234567.50")).toBe("1.234.567,5");
    expect(showFigure("-1200")).toBe("-1.200");
    expect(showFigure("100")).toBe("100");
    expect(showFigure(null)).toBe("");
    expect(showSaid("100", "hơn")).toBe("hơn 100");
    expect(showSaid(null, "hơn")).toBe("");
  });

  test("what is shown reads back as itself", () => {
    for (const each of ["0", "7", "1234", "1234567.25", "553000000", "0.5"]) expect(value(showFigure(each), "decimal")).toBe(each);
  });

  test("a ratio in one cell is a pair", () => {
    expect(readPair("24.061/24.801")).toEqual(["24.061", "24.801"]);
    expect(readPair("63 / 63")).toEqual(["63", "63"]);
    expect(readPair("12")).toBeNull();
    expect(percentOf("24061", "24801")).toBe("97");
    expect(percentOf("1", "0")).toBeNull();
    expect(changeOf("150", "100")).toBe("+50%");
    expect(changeOf("50", "100")).toBe("−50%");
    expect(changeOf("50", null)).toBeNull();
  });
});
