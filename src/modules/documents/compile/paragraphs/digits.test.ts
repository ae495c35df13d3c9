import { expect, test } from "vitest";
import { repairDigits } from "./digits.ts";

test.each([
  ["trước ngày l5/11/2026", "trước ngày 15/11/2026"],
  ["10O% chi bộ có 0l mô hình", "100% chi bộ có 01 mô hình"],
  ["Quy chế số O2-QC/ĐU, ngày O5/01/2O26", "Quy chế số 02-QC/ĐU, ngày 05/01/2026"],
  ["trong quý l/2026", "trong quý 1/2026"],
  ["trước ngày 28/0 2/2026", "trước ngày 28/02 /2026"],
  ["Trên 9 0% kiến nghị", "Trên 90 % kiến nghị"],
  ["l. Nâng cao nhận thức", "1. Nâng cao nhận thức"],
  ["trong tháng l1 năm 2O26", "trong tháng 11 năm 2026"],
])("%j was %j", (read, meant) => {
  expect(repairDigits(read)).toBe(meant);
  expect(repairDigits(read)).toHaveLength(read.length);
});

test.each(["quý I/2026", "Chương II, mục l", "năm 2025 5% số hộ", "1 000 người, 2 5 người", "CO2 và H2O", "lần 2", "A-I-5"])(
  "%j is left alone",
  (text) => {
    expect(repairDigits(text)).toBe(text);
  },
);
