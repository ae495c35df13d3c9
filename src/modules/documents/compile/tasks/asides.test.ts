import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const tasks = (...lines: string[]): unknown[] =>
  compilePlan(["KẾ HOẠCH", "Công tác năm 2027", "", "II. NHIỆM VỤ", ...lines].join("\n")).tasks.map(({ lead, coordinate, due }) => [
    lead,
    coordinate,
    due.date,
  ]);

test.each([
  [
    "1. Tổ chức hội nghị biểu dương. Đơn vị chủ trì: Ban Thường trực xã. Đơn vị phối hợp: Văn phòng Đảng ủy.",
    [["Ban Thường trực xã"], ["Văn phòng Đảng ủy"], null],
  ],
  ["1. Rà soát hộ nghèo; đơn vị thực hiện: Phòng Kinh tế; thời gian: trong tháng 3/2027.", [["Phòng Kinh tế"], [], "2027-03-31"]],
  [
    "1. Xây dựng mô hình điểm tại 02 thôn (Hội Nông dân xã chủ trì; hoàn thành trước ngày 30/6/2027).",
    [["Hội Nông dân xã"], [], "2027-06-30"],
  ],
  ["1. Đảng ủy xã chỉ đạo; Ủy ban nhân dân xã tổ chức thực hiện.", [["Đảng ủy xã", "Ủy ban nhân dân xã"], [], null]],
])("%j", (line, expected) => {
  expect(tasks(line)).toEqual([expected]);
});

test("a lead reaches what continues its item, not the next item", () => {
  expect(tasks("1. Đề nghị Ủy ban MTTQ xã phối hợp", "- Tuyên truyền trong hội viên.", "2. Rà soát các mô hình đang hoạt động.")).toEqual([
    [["Ủy ban MTTQ xã"], [], null],
    [[], [], null],
  ]);
});
