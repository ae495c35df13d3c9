import { expect, test } from "vitest";
import { lexical } from "../bodies/index.ts";
import { parseNumber, readQuantities } from "./quantities.ts";

const read = (text: string): string[] =>
  readQuantities(lexical(text), { start: 0, end: text.length }).map(
    ({ comparator, value, valueMax, unit }) => `${comparator} ${value}${valueMax ? `-${valueMax}` : ""} ${unit}`,
  );

test.each([
  ["ít nhất 02 cuộc giám sát; 01 cuộc phản biện xã hội, 01 cuộc đối thoại", [">= 2 cuộc", ">= 1 cuộc", ">= 1 cuộc"]],
  ["từ 01 hoặc 02 cuộc giám sát", ["range 1-2 cuộc"]],
  ["ít nhất từ 01 đến 02 mô hình/năm", [">= 1-2 mô hình"]],
  ["đạt từ 55% trở lên", [">= 55 %"]],
  ["trên 90% doanh nghiệp", ["> 90 %"]],
  ["không quá 10% tập thể, 5% cá nhân", ["<= 10 %", "<= 5 %"]],
  ["tối đa 05 người", ["<= 5 người"]],
  ["100% các xã", ["= 100 %"]],
  ["ít nhất một mô hình", [">= 1 mô hình"]],
  ["tỷ lệ 99,5%", ["= 99.5 %"]],
  ["dưới 12/1.000 trẻ đẻ sống", ["< 12 /1.000 trẻ đẻ sống"]],
  ["ở mức 106 bé trai/100 bé gái", ["= 106 bé trai/100 bé gái"]],
  ["giảm từ 31 vụ/100.000 dân xuống 24 vụ/100.000 dân", ["= 24 vụ/100.000 dân"]],
  ["tăng từ 20% lên 35% số hộ", ["= 35 %"]],
  ["văn bản số 12/2024, 02 mô hình", ["= 2 mô hình"]],
  ["sơ kết 3 năm, 4 bước, 02 đợt, 2 khâu đột phá", []],
])("%j", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ["1.005", 1005],
  ["82,6", 82.6],
  ["99.5", 99.5],
  ["2.305", 2305],
])("parseNumber(%j)", (printed, value) => {
  expect(parseNumber(printed)).toBe(value);
});
