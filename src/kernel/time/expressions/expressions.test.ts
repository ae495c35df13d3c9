import { expect, test } from "vitest";
import { findTimes } from "./index.ts";

const read = (text: string): string[] =>
  findTimes(text).map(({ start, end, kind, date, rule }) => `${text.slice(start, end)} → ${kind} ${date ?? "-"} ${rule}`);

test.each([
  ["xong trước ngày 15/7/2017.", "trước ngày 15/7/2017 → date 2017-07-15 before 2017-07-15"],
  ["trước ngày 16 tháng 12 năm 2025", "trước ngày 16 tháng 12 năm 2025 → date 2025-12-16 before 2025-12-16"],
  ["chậm nhất ngày 18/3/2026", "chậm nhất ngày 18/3/2026 → date 2026-03-18 by 2026-03-18"],
  ["xong trong quý III/2021", "xong trong quý III/2021 → quarter 2021-09-30 within quý III 2021"],
  ["Quí IV-2025", "Quí IV-2025 → quarter 2025-12-31 within quý IV 2025"],
  ["Tháng 11, 12/2013", "Tháng 11, 12/2013 → month 2013-12-31 within 2013-12"],
  ["trong năm 2026", "trong năm 2026 → year 2026-12-31 within 2026"],
  ["trước năm 2025", "trước năm 2025 → year 2024-12-31 before 2025"],
  ["Từ nay đến năm 2025, mỗi cơ quan", "Từ nay đến năm 2025 → year 2025-12-31 by the end of 2025"],
  [
    "từ ngày 17/12/2025 đến 17 giờ 00, ngày 01/02/2026",
    "từ ngày 17/12/2025 đến 17 giờ 00, ngày 01/02/2026 → date 2026-02-01 until 2026-02-01",
  ],
  ["(từ ngày 08 đến ngày 10 tháng 12 năm 2025)", "từ ngày 08 đến ngày 10 tháng 12 năm 2025 → date 2025-12-10 until 2025-12-10"],
  ["trước ngày 10/12 hằng năm", "trước ngày 10/12 hằng năm → recurring - yearly before 12-10"],
  ["ngày 01/6 và 15/11 hằng năm", "ngày 01/6 và 15/11 hằng năm → recurring - yearly on 06-01 and 11-15"],
  ["trước ngày 23 hàng tháng", "trước ngày 23 hàng tháng → recurring - monthly before 23"],
  ["vào tháng 10 hằng năm", "tháng 10 hằng năm → recurring - yearly in 10"],
  ["Định kỳ hằng quý, năm, chủ tịch", "Định kỳ hằng quý, năm → recurring - quarterly and yearly"],
  ["Định kỳ 6 tháng, 1 năm báo cáo", "Định kỳ 6 tháng, 1 năm → recurring - every 6 months and yearly"],
  ["sơ kết 6 tháng, tổng kết năm", "sơ kết 6 tháng, tổng kết năm → recurring - every 6 months and yearly"],
  ["01 cuộc đối thoại/năm", "/năm → recurring - yearly"],
  ["tiếp công dân định kỳ và đột xuất", "định kỳ và đột xuất → recurring - periodic and ad hoc"],
  ["Định kỳ, làm việc với", "Định kỳ → recurring - periodic (interval not stated)"],
  ["sơ kết 3 năm, tổng kết 5 năm", "sơ kết 3 năm, tổng kết 5 năm → period - after 3 years and after 5 years"],
  [
    "Khi có phát sinh các vấn đề phức tạp, cấp ủy",
    "Khi có phát sinh các vấn đề phức tạp → trigger - on event: khi có phát sinh các vấn đề phức tạp",
  ],
  ["trong thời hạn 05 ngày làm việc", "trong thời hạn 05 ngày làm việc → term - within 5 working days"],
  ["sau ngày 15/3/2026", "sau ngày 15/3/2026 → term - after 2026-03-15"],
  ["giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025 → term 2025-12-31 2021-2025"],
])("%j", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each(["từ ngân sách hằng năm", "trợ cấp xã hội hàng tháng", "đời sống hàng ngày", "ngày 31/6/2026", "5 năm qua", "30/4"])(
  "%j sets no time",
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

test("stretches that are taken are left alone", () => {
  const text = "Quyết định ngày 12/12/2013, xong trước ngày 15/7/2017";
  expect(findTimes(text, [{ start: 0, end: 26 }]).map(({ date }) => date)).toEqual(["2017-07-15"]);
});

test("a long line is read in time that grows with its length", () => {
  const text = "trước ngày, từ ngày 08, quý, định kỳ hằng, tháng 12, 6 tháng, năm ".repeat(3000);
  expect(findTimes(text).length).toBeGreaterThan(0);
});
