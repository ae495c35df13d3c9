import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const duties = (...lines: string[]): unknown[] =>
  compilePlan(["KẾ HOẠCH", "Dân vận năm 2027", "", ...lines].join("\n")).tasks.map(({ lead, due, section }) => [
    lead.join(" + "),
    due.date,
    section,
  ]);

test.each([
  [
    ["PHẦN I: NHIỆM VỤ", "", "QUÝ I", "- Ra quân làm đường hoa.", "QUÝ II", "- Thăm hỏi hội viên ốm đau."],
    ["2027-03-31", "2027-06-30"],
  ],
  [
    ["I. NHIỆM VỤ", "Tháng 3/2027:", "- Ra quân làm đường hoa.", "Tháng 4/2027:", "- Thăm hỏi hội viên."],
    ["2027-03-31", "2027-04-30"],
  ],
  [
    [
      "I. CÁCH LÀM",
      "Bước 1. Chuẩn bị (tháng 3/2027)",
      "- Chọn thôn làm điểm.",
      "Bước 2. Khảo sát (từ ngày 01/4 đến ngày 15/6/2027)",
      "- Phát phiếu hỏi.",
    ],
    ["2027-03-31", "2027-06-15"],
  ],
])("a heading dates what stands under it: %j", (lines, dates) => {
  expect(duties(...lines).map((duty) => (duty as unknown[])[1])).toEqual(dates);
});

test.each([
  ["1. Xã có từ 15 thôn trở lên thì chọn ít nhất 04 thôn.", "Xã có từ 15 thôn trở lên"],
  ["1. Địa phương nào chưa có đường truyền ổn định thì dự tại điểm cầu cụm.", "Địa phương nào chưa có đường truyền ổn định"],
  ["1. Ra quân dọn đường làng (xong trong tháng 1; đ/c Chủ tịch phụ trách).", "đ/c Chủ tịch"],
  ["1. Kiểm tra công tác hội ở 05 chi hội (tháng 4; Ban Kiểm tra).", "Ban Kiểm tra"],
  ["1. Các Ban, Văn phòng Ủy ban MTTQ tỉnh: mỗi đồng chí chuyên viên theo dõi 05 xã.", "Các Ban, Văn phòng Ủy ban MTTQ tỉnh"],
  ["1. Cuối năm họp bình xét, đề nghị Hội cấp trên khen thưởng 02 tập thể.", ""],
])("who does it: %j", (line, lead) => {
  expect(duties("I. NHIỆM VỤ", line).map((duty) => (duty as unknown[])[0])).toEqual([lead]);
});

test("requirements after the work order, before it they do not", () => {
  const yeuCau = ["1. Đề nghị Hội Nông dân xã cử 02 cán bộ tham gia."];
  expect(duties("I. NHIỆM VỤ", "1. Sở Y tế mở lớp.", "II. MỘT SỐ YÊU CẦU", ...yeuCau)).toHaveLength(2);
  expect(duties("I. YÊU CẦU", ...yeuCau, "II. NHIỆM VỤ", "1. Sở Y tế mở lớp.")).toHaveLength(1);
});
