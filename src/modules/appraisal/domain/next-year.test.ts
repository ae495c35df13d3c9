import { expect, test } from "vitest";
import { nextYearsTitle } from "./next-year.ts";

test.each([
  ["Xếp loại dân chủ cơ sở năm 2026", "Xếp loại dân chủ cơ sở năm 2027"],
  ["Xếp loại 2025–2026", "Xếp loại 2026–2027"],
  ["Xếp loại theo Hướng dẫn 12/2019 năm 2026", "Xếp loại theo Hướng dẫn 12/2019 năm 2027"],
  ["Xếp loại Mặt trận xã", "Xếp loại Mặt trận xã năm 2027"],
  ["Đợt 120260", "Đợt 120260 năm 2027"],
])("%s", (title, next) => {
  expect(nextYearsTitle(title, 2026)).toBe(next);
});
