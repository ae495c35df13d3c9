import { expect, test } from "vitest";
import { periodText } from "./period.ts";

test.each([
  ["2026", "năm 2026"],
  ["2026-Q3", "quý III/2026"],
  ["2026-H1", "6 tháng đầu năm 2026"],
  ["2026-H2", "6 tháng cuối năm 2026"],
  ["2026-9M", "9 tháng đầu năm 2026"],
  ["2026-11", "tháng 11/2026"],
  ["2026-W07", "tuần 7/2026"],
  ["cả giai đoạn", "cả giai đoạn"],
])("%s is called %s", (period, said) => expect(periodText(period).vi).toBe(said));
