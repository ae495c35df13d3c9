import { expect, test } from "vitest";
import { quotedIn, readSentences } from "./clauses.ts";

const clauses = (text: string): string[][] =>
  readSentences(text).map((sentence) => sentence.clauses.map(({ start, end }) => text.slice(start, end)));

test.each([
  ["Rà soát; hằng quý báo cáo. Khi có việc, xử lý.", [["Rà soát", "hằng quý báo cáo."], ["Khi có việc, xử lý."]]],
  ['Phong trào "Dân vận khéo; khéo dân vận." Tổ chức tốt.', [['Phong trào "Dân vận khéo; khéo dân vận." Tổ chức tốt.']]],
  ["Xây dựng mô hình... Củng cố tổ tự quản.", [["Xây dựng mô hình...", "Củng cố tổ tự quản."].slice(0, 1), ["Củng cố tổ tự quản."]]],
  ["Gửi UBND TP. Tân Giang xem xét.", [["Gửi UBND TP. Tân Giang xem xét."]]],
  ["Các mô hình (tổ tự quản; tổ hòa giải) ở xã.", [["Các mô hình (tổ tự quản; tổ hòa giải) ở xã."]]],
])("%j", (text, expected) => {
  expect(clauses(text)).toEqual(expected);
});

test("an item wholly in quotation marks is cut like any other", () => {
  expect(clauses("“Các sở triển khai kế hoạch “Dân vận khéo”; gửi về Sở Nội vụ”.")).toHaveLength(1);
  expect(clauses("“Các sở triển khai kế hoạch “Dân vận khéo”; gửi về Sở Nội vụ”.")[0]).toHaveLength(2);
});

test("quoted stretches are found, brackets are not", () => {
  const text = 'Đề án “Nâng cao (2021)” và "Quỹ" (khóa XI)';
  expect(quotedIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["“Nâng cao (2021)", '"Quỹ']);
});
