import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const sentence = "Các chi bộ tổ chức tuyên truyền, vận động Nhân dân thực hiện quy chế dân chủ ở cơ sở theo hướng dẫn của cấp trên. ";

test("a page number does not cut the sentence that goes on over the page; what every page repeats is left out", () => {
  const page = (number: number, rest: string): string[] => ["KẾ HOẠCH DÂN VẬN XÃ BÌNH LÂM", `- ${number} -`, rest];
  const text = [
    "KẾ HOẠCH",
    "Dân vận năm 2026",
    "",
    "I. NHIỆM VỤ",
    `1. ${sentence.repeat(4)}Ban Thường trực xã phối hợp với các ban, ngành tổ chức`,
    ...page(1, "đối thoại với Nhân dân trong tháng 5/2026."),
    `2. ${sentence.repeat(5)}`,
    ...page(2, `3. ${sentence.repeat(5)}`),
    ...page(3, "4. Tổng kết năm."),
  ].join("\n");
  const { outline, tasks } = compilePlan(text);
  expect(outline.map(({ number }) => number)).toEqual(["I", "1", "2", "3", "4"]);
  expect(tasks.some(({ quote }) => quote.includes("KẾ HOẠCH"))).toBe(false);
  expect(tasks.some(({ due }) => due.date === "2026-05-31")).toBe(true);
});

test("row numbers of a flattened table stay", () => {
  const row = (number: number): string[] => [String(number), sentence.repeat(5), "Sở Nội vụ", "Quý II/2026"];
  const text = [
    "KẾ HOẠCH",
    "Dân vận",
    "",
    "I. NHIỆM VỤ",
    "STT",
    "Nội dung",
    "Đơn vị chủ trì",
    "Thời gian",
    ...row(1),
    ...row(2),
    ...row(3),
  ].join("\n");
  expect(compilePlan(text).tasks.map(({ lead }) => lead)).toEqual([["Sở Nội vụ"], ["Sở Nội vụ"], ["Sở Nội vụ"]]);
});
