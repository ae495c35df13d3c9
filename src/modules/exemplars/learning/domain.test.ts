import { expect, test } from "vitest";
import { areaKindOf, likeSize, namesPrivatePhone, shareOf } from "./domain.ts";

test.each([
  ["Văn phòng: 0912 345 678", true],
  ["gọi 0912.345.678 gặp anh Tòng", true],
  ["+84 912 345 678", true],
  ["0345678901", true],
  ["máy cơ quan 0204 3 123 456", false],
  ["hotline 1900 1234", false],
  ["số 12, đường 3/2, giờ hành chính", false],
  ["quyết định 0912345678901", false],
])("%s: somebody's own number %s", (text, held) => {
  expect(namesPrivatePhone(text)).toBe(held);
});

test.each([
  [{ baseline: "40", goal: "100", reached: "70" }, 50],
  [{ baseline: null, goal: "200", reached: "50" }, 25],
  [{ baseline: "20", goal: "0", reached: "5" }, 75],
  [{ baseline: "5", goal: "5", reached: "5" }, null],
  [{ baseline: "0", goal: "5", reached: null }, null],
])("%o has come %s per cent of its way", (goal, share) => {
  expect(shareOf(goal)).toBe(share);
});

test.each([
  ["xã Bình Lâm", "rural"],
  ["Phường Đông Kinh Bắc", "urban"],
  ["Đặc khu Hòn Khoai Nhỏ", "island"],
  ["tỉnh Tân Giang", null],
] as const)("%s is %s", (name, kind) => {
  expect(areaKindOf(name)).toBe(kind);
});

test("a unit of about the same size has a third more or less, three at least", () => {
  expect([likeSize(2), likeSize(30)]).toEqual([
    { from: 0, to: 5 },
    { from: 20, to: 40 },
  ]);
});
