import { expect, test } from "vitest";
import { amountText, readAmount } from "./numbers.ts";

test.each([
  ["120", "120", null],
  ["1.250", "1250", null],
  ["1 250 lượt người", "1250", null],
  ["1.500.000", "1500000", null],
  ["1.234.567,89", "1234567.89", null],
  ["1,234,567.5", "1234567.5", null],
  ["12,5", "12.5", null],
  ["82.6", "82.6", null],
  ["553 triệu", "553000000", null],
  ["553 triệu đồng", "553000000", null],
  ["553 trieu dong", "553000000", null],
  ["hon 2 ty", "2000000000", "hơn"],
  ["5 ti vi", "5", null],
  ["10,76 tỷ", "10760000000", null],
  ["2,3 tỉ đồng", "2300000000", null],
  ["1 triệu 200 nghìn", "1200000", null],
  ["1 triệu rưỡi", "1500000", null],
  ["2 tỷ 300 triệu", "2300000000", null],
  ["500k", "500000", null],
  ["15.000.000đ", "15000000", null],
  ["15.000.000 VNĐ.", "15000000", null],
  ["hơn 100", "100", "hơn"],
  ["Hơn 40.156 lượt người tham dự", "40156", "hơn"],
  ["trên 50 triệu đồng", "50000000", "trên"],
  ["khoảng 5 triệu đồng", "5000000", "khoảng"],
  ["~60 người", "60", "khoảng"],
  ["trên dưới 30", "30", "khoảng"],
  ["gần 30 suất quà", "30", "gần"],
  ["100+", "100", "hơn"],
  ["> 20", "20", "hơn"],
  ["ít nhất 5", "5", "ít nhất"],
  ["107.591.000 đồng", "107591000", null],
  ["12,5 m2", "12.5", null],
  ["0", "0", null],
  ["007", "7", null],
])("%s", (typed, value, said) => {
  expect(readAmount(typed)).toEqual({ value, said });
});

test.each(["", "-", "nhiều", "hơn", "200 nghìn 1 triệu", "10-15", "-5", "3/5", "1.005/1.216", "5 rưỡi", "1 triệu 2 triệu", "100 200 x 3"])(
  "“%s” is no number",
  (typed) => {
    expect(readAmount(typed)).toBeNull();
  },
);

test("decomposed letters are read alike", () => {
  expect(readAmount("hơn 2 triệu".normalize("NFD"))).toEqual({ value: "2000000", said: "hơn" });
});

test("a figure is shown with its word", () => {
  expect(amountText({ value: "1234567.89", said: null })).toBe("1.234.567,89");
  expect(amountText({ value: "1250", said: "hơn" })).toBe("hơn 1.250");
});
