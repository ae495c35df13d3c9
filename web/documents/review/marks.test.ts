import { expect, test } from "vitest";
import type { Item } from "../../../src/modules/documents/contract.ts";
import { keepUnchanged, marksOf, segmentsOf, shownParts } from "./marks.ts";

const item = (id: string, span: NonNullable<Item["span"]>, state: Item["state"] = "proposed") => ({ id, state, span }) as Item;
const lines = ["Mỗi xã xây dựng 02 mô hình trước ngày 10/12.", "Hằng năm tổng kết.", ""];

test("words that two items share are lit for both, the narrower one first", () => {
  const marks = marksOf([item("task", { line: 1, start: 0, end: 44 }), item("target", { line: 1, start: 16, end: 26 })], lines);
  expect(segmentsOf(lines[0] ?? "", marks.get(1)).map(({ text, ids }) => [text, ids])).toEqual([
    ["Mỗi xã xây dựng ", ["task"]],
    ["02 mô hình", ["target", "task"]],
    [" trước ngày 10/12.", ["task"]],
  ]);
});

test("an item that runs on marks the lines to its end; a dropped one marks nothing", () => {
  const marks = marksOf(
    [item("long", { line: 1, start: 7, end: 44, endLine: 3 }), item("gone", { line: 2, start: 0, end: 8 }, "dropped")],
    lines,
  );
  expect(segmentsOf(lines[0] ?? "", marks.get(1))[0]).toMatchObject({ start: 0, text: "Mỗi xã ", ids: [] });
  expect(segmentsOf(lines[1] ?? "", marks.get(2))).toMatchObject([{ start: 0, text: "Hằng năm tổng kết.", ids: ["long"] }]);
  expect(marks.has(3)).toBe(false);
});

test("every segment says where it begins, so that a selection can be found again", () => {
  const marks = marksOf([item("late", { line: 1, start: 27, end: 43 })], lines);
  const segments = segmentsOf(lines[0] ?? "", marks.get(1));
  expect(segments.map(({ start }) => start)).toEqual([0, 27, 43]);
  expect(segments.map(({ text }) => text).join("")).toBe(lines[0]);
});

test("signs of Markdown are not shown but counted", () => {
  const parts = shownParts({ start: 0, text: "### **II. NHIỆM VỤ** và" });
  expect(parts.filter(({ shown }) => shown).map(({ at, text }) => [at, text])).toEqual([
    [6, "II. NHIỆM VỤ"],
    [20, " và"],
  ]);
  expect(parts.map(({ text }) => text).join("")).toBe("### **II. NHIỆM VỤ** và");
  expect(
    shownParts({ start: 0, text: "*1.1. Tăng cường*" })
      .filter(({ shown }) => shown)
      .map(({ text }) => text),
  ).toEqual(["1.1. Tăng cường"]);
  expect(shownParts({ start: 12, text: "# 5" })).toEqual([{ at: 12, text: "# 5", shown: true }]);
});

test("a decision changes the marks of its own lines alone", () => {
  const one = item("one", { line: 1, start: 0, end: 6 });
  const other = item("other", { line: 2, start: 0, end: 8 });
  const before = marksOf([one, other], lines);
  const now = keepUnchanged(before, marksOf([{ ...one, state: "accepted" }, other], lines));
  expect(now.get(2)).toBe(before.get(2));
  expect(now.get(1)).toMatchObject([{ decided: true }]);
});

test("a star that multiplies or lists stays", () => {
  expect(shownParts({ start: 0, text: "* gồm 3*4 phần" }).every(({ shown }) => shown)).toBe(true);
});
