import { expect, test } from "vitest";
import { bareDay, findTimes } from "./index.ts";

test.each([
  ["05/10", "2026-10-05 on 2026-10-05"],
  ["Sáng 29/10", "2026-10-29 on 2026-10-29"],
  ["7h30, 01/10 (thứ Năm)", "2026-10-01 on 2026-10-01"],
  ["thứ Năm, ngày 01/10", "2026-10-01 on 2026-10-01"],
  ["19-21/10", "2026-10-21 from 2026-10-19 to 2026-10-21"],
  ["Từ 12 đến 20/10", "2026-10-20 from 2026-10-12 to 2026-10-20"],
  ["28/9 - 03/10", "2026-10-03 from 2026-09-28 to 2026-10-03"],
  ["22, 23/10", "2026-10-23 from 2026-10-22 to 2026-10-23"],
  ["Dự kiến ngày 05/8.", "2026-08-05 on 2026-08-05"],
])("a cell or a label: %j", (text, expected) => {
  const day = bareDay(text, 2026);
  expect(`${day?.date} ${day?.rule}`).toBe(expected);
});

test.each(["Thường xuyên", "30/2", "Tuần 3", "12", "theo Công văn 12/5", "tháng 5"])("%j names no day", (text) => {
  expect(bareDay(text, 2026)).toBeNull();
});

const read = (text: string): string[] => findTimes(text, [], 2026).map(({ kind, rule }) => `${kind} ${rule}`);

test.each([
  ["Kiểm tra mỗi năm 02 lần vào tháng 6 và tháng 11.", "recurring yearly in 06 and 11"],
  ["đối thoại 02 lần/năm, vào tháng 5 và tháng 11", "recurring yearly in 05 and 11"],
  ["mở chuyên mục, mỗi tháng 02 số", "recurring monthly"],
  ["đăng hằng tuần 03 tin", "recurring weekly"],
  ["giao ban vào 14 giờ ngày thứ Hai các tuần", "recurring weekly"],
  ["gửi tin vào chiều thứ Năm hằng tuần", "recurring weekly"],
  ["chào cờ sáng thứ 2 đầu tuần", "recurring weekly"],
])("rhythms beside numbers: %j", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ["Sau mỗi hội nghị, tổ thư ký thông báo kết quả", ["trigger on event: sau mỗi hội nghị"]],
  ["Trường hợp mô hình khó làm, phải đổi nội dung thì báo ngay", ["trigger on event: trường hợp mô hình khó làm"]],
  ["Trong trường hợp cần thiết, mời thêm đại biểu", ["trigger on event: trong trường hợp cần thiết"]],
  ["Xem xét các trường hợp vi phạm quy chế", []],
  ["chậm nhất 05 ngày làm việc phải thông báo", ["term within 5 working days"]],
])("events: %j", (text, expected) => {
  expect(read(text)).toEqual(expected);
});
