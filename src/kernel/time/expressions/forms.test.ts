import { expect, test } from "vitest";
import { findTimes } from "./index.ts";

/** kind, date and rule of every mention; the words are told apart by the rules. */
const read = (text: string, year: number | null = null): string[] =>
  findTimes(text, [], year).map(({ kind, date, rule }) => [kind, date, rule].filter(Boolean).join(" "));

test.each([
  ["xong trước ngày 16 tháng 12, năm 2025", "date 2025-12-16 before 2025-12-16"],
  ["chậm nhất đến hết ngày 30/6/2026", "date 2026-06-30 by 2026-06-30"],
  ["đến trước ngày 30.11.2026", "date 2026-11-30 before 2026-11-30"],
  ["không muộn hơn ngày 05/9/2026", "date 2026-09-05 by 2026-09-05"],
  ["trước 17h00 ngày 20/3/2026", "date 2026-03-20 before 2026-03-20"],
  ["trước 16:00 ngày 20/3 năm 2026", "date 2026-03-20 before 2026-03-20"],
  ["các ngày 19, 20 và 21/5/2026", "date 2026-05-21 on 2026-05-21"],
  ["ngày 19 và 20 tháng 5 năm 2026", "date 2026-05-20 on 2026-05-20"],
  ["từ 15/11/2025 đến hết 15/12/2025", "date 2025-12-15 until 2025-12-15"],
])("days: %j", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ["từ tháng 3 đến tháng 10 năm 2026", "month 2026-10-31 within 2026-10"],
  ["tháng 9-11/2026", "month 2026-11-30 within 2026-11"],
  ["Tháng 9, 10, 11 năm 2026", "month 2026-11-30 within 2026-11"],
  ["cuối tháng 6 năm 2026", "month 2026-06-30 within 2026-06"],
  ["tuần 1 tháng 3/2026", "date 2026-03-07 in week 1 of 2026-03"],
  ["tuần cuối tháng 2 năm 2026", "date 2026-02-28 in week 5 of 2026-02"],
  ["Quý II, III/2026", "quarter 2026-09-30 within quý III 2026"],
  ["quý I và quý II năm 2026", "quarter 2026-06-30 within quý II 2026"],
  ["6 tháng đầu năm 2026", "month 2026-06-30 within the first 6 months of 2026"],
  ["trong 6 tháng cuối năm 2026", "month 2026-12-31 within the last 6 months of 2026"],
  ["từ tháng 11/2026 trở đi", "term from 2026-11-01"],
  ["trước tháng 11/2026", "month 2026-10-31 before 2026-11"],
  ["trước quý III/2026", "quarter 2026-06-30 before quý III 2026"],
  ["đầu năm 2026", "quarter 2026-03-31 early in 2026"],
  ["trong các năm 2026, 2027 và 2028", "year 2028-12-31 within 2028"],
  ["năm học 2026 - 2027", "term 2027-12-31 2026-2027"],
  ["tầm nhìn đến năm 2045", "term tầm nhìn đến năm 2045"],
  ["so với cùng kỳ năm 2025", "term compared with or since 2025"],
  ["tính đến ngày 31/12/2025", "term as of 2025-12-31"],
  ["Ngày thành lập (18/11/1930 - 18/11/2026)", "term anniversary: 96 years of 1930-11-18"],
])("spans: %j", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ["trước ngày 15/6 và trước ngày 15/12 hằng năm", "yearly before 06-15 and 12-15"],
  ["Định kỳ hằng năm (trước ngày 15 tháng 11)", "yearly before 11-15"],
  ["Hằng năm, trước ngày 10/12, gửi báo cáo", "yearly before 12-10"],
  ["hằng năm gửi báo cáo về phường trước ngày 20/11", "yearly before 11-20"],
  ["báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 hằng năm", "every 6 months and yearly before 06-15 and 12-15"],
  ["báo cáo 6 tháng (trước ngày 15/6) và báo cáo năm (trước ngày 15/12)", "every 6 months and yearly before 06-15 and 12-15"],
  ["định kỳ 6 tháng, năm (trước ngày 10/6 và 10/12)", "every 6 months and yearly before 06-10 and 12-10"],
  ["trước ngày 15 các tháng 3, 6, 9, 12", "quarterly before 03-15 and 06-15 and 09-15 and 12-15"],
  ["trước ngày 20 tháng cuối quý", "quarterly before 20"],
  ["trước ngày 05 tháng sau", "monthly before 05"],
  ["mỗi quý một lần", "quarterly"],
  ["01 quý/lần", "quarterly"],
  ["03 tháng một lần", "quarterly"],
  ["6 tháng/lần", "every 6 months"],
  ["2 năm một lần", "every 2 years"],
  ["mỗi năm ít nhất 02 lần", "yearly"],
  ["chế độ báo cáo tháng, quý, 6 tháng, năm", "monthly and quarterly and every 6 months and yearly"],
  ["họp giao ban quý", "quarterly"],
  ["định kỳ vào tháng 6 và tháng 12", "yearly in 06 and 12"],
  ["sáng thứ Hai hằng tuần", "weekly"],
  ["Thứ Sáu tuần cuối của tháng", "monthly"],
])("rhythms: %j", (text, expected) => {
  expect(read(text)).toEqual([`recurring ${expected}`]);
});

test.each([
  ["chậm nhất 03 ngày trước ngày tổ chức", "term at least 3 days before: ngày tổ chức"],
  ["chậm nhất là 05 ngày làm việc sau khi kết thúc", "term within 5 working days of: khi kết thúc"],
  ["Trước ngày ra quân 07 ngày", "trigger on event: 7 days before: ra quân"],
  ["khi nhận được giấy mời", "trigger on event: khi nhận được giấy mời"],
])("events: %j", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ["trước ngày 15/6", "date 2027-06-15 before 2027-06-15", "term before 06-15"],
  ["từ ngày 15/11 đến ngày 15/12", "date 2027-12-15 until 2027-12-15", "term by 12-15"],
  ["Tháng 3: ra quân", "month 2027-03-31 within 2027-03", null],
  ["trong quý II", "quarter 2027-06-30 within quý II 2027", null],
  ["6 tháng cuối năm", "month 2027-12-31 within the last 6 months of 2027", null],
])("%j in a plan of 2027, and in one of no year", (text, known, unknown) => {
  expect(read(text, 2027)).toEqual([known]);
  expect(read(text)).toEqual(unknown === null ? [] : [unknown]);
});

test.each([
  "đến 2/3 số hộ",
  "trước 1/3 số hộ",
  "trực 24/24 giờ",
  "ngày 27/7",
  "trợ cấp cho đối tượng hàng tháng",
  "trong sinh hoạt định kỳ",
  "nhân dịp tổng kết năm",
  "kế hoạch từng năm",
])("%j sets no time even where the year is known", (text) => {
  expect(read(text, 2027)).toEqual([]);
});
