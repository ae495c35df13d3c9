import { expect, test } from "vitest";
import { readMarker } from "./markers.ts";

test.each([
  ["I. MỤC ĐÍCH", "roman", "I", 1],
  ["IV- TỔ CHỨC", "roman", "IV", 1],
  ["B. NỘI DUNG", "part", "B", 1],
  ["Chương II", "chapter", "Chương II", 1],
  ["Điều 3. Trách nhiệm", "article", "Điều 3", 1],
  ["ll. NHIỆM VỤ", "roman", "II", 1],
  ["lV- TỔ CHỨC", "roman", "IV", 1],
  ["A. Kết quả tháng 2", "part", "A", 1],
  ["1.2- Mở chuyên mục", "decimal", "1.2", 3],
  ["1. Mục đích", "decimal", "1", 2],
  ["2. 100% cấp ủy", "decimal", "2", 2],
  ["1.2. Yêu cầu", "decimal", "1.2", 3],
  ["7.1 Tổng kết", "decimal", "7.1", 3],
  ["(2) Tổ chức", "bracket", "(2)", 4],
  ["a) Rà soát", "letter", "a", 4],
  ["đ) Công khai", "letter", "đ", 4],
  ["Bước 2: Tổ chức", "step", "Bước 2", 4],
  ["- Tuyên truyền", "bullet", "-", 0],
  ["+ Trồng cây", "bullet", "+", 0],
])("%j", (text, kind, label, level) => {
  expect(readMarker(text)).toMatchObject({ kind, label, level });
});

test.each(["02 mô hình", "15/7/2017", "1.005/1.216 thẻ", "2021 - 2025", "100% cơ quan", "Việc tổ chức", "IX", "UBND xã"])(
  "%j is no marker",
  (text) => {
    expect(readMarker(text)).toBeNull();
  },
);
