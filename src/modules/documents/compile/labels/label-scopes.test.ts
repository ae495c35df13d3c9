import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";
import { bodiesIn } from "./label-scopes.ts";

test.each([
  ["Sở Nội vụ, Sở Tư pháp; các cơ quan, đơn vị liên quan.", ["Sở Nội vụ", "Sở Tư pháp", "các cơ quan, đơn vị liên quan"]],
  [
    "Mặt trận Tổ quốc Việt Nam, Hội Nông dân và Đoàn Thanh niên các cấp",
    ["Mặt trận Tổ quốc Việt Nam, Hội Nông dân và Đoàn Thanh niên các cấp"],
  ],
  ["Các cơ quan, đơn vị theo quy định.", ["Các cơ quan, đơn vị theo quy định"]],
])("bodies of a label %j", (value, names) => {
  expect(bodiesIn(value)).toEqual(names);
});

const tasks = (lines: string[]): unknown[] =>
  compilePlan(`KẾ HOẠCH\nDân vận\n\nI. NỘI DUNG\n${lines.join("\n")}`).tasks.map(({ section, lead, coordinate, due }) => [
    section,
    lead.join(" + "),
    coordinate.join(" + "),
    due.date,
  ]);

test("a block after the last of several items speaks for all, when none has its own", () => {
  expect(
    tasks([
      "1. Theo dõi công tác bầu cử",
      "1.1. Tham gia các đoàn kiểm tra.",
      "1.2. Tiếp nhận thông tin của cử tri.",
      "- Thời gian hoàn thành: Tháng 4/2026.",
      "- Đơn vị chủ trì: Ban Thường trực.",
      "- Đơn vị phối hợp: Sở Nội vụ.",
      "2. Tuyên truyền",
      "2.1. Ban hành hướng dẫn tuyên truyền.",
      "- Đơn vị chủ trì: Sở Nội vụ.",
      "2.2. Tổ chức tuyên truyền lưu động.",
      "- Đơn vị chủ trì: Sở Tư pháp.",
    ]),
  ).toEqual([
    ["I.1.1", "Ban Thường trực", "Sở Nội vụ", "2026-04-30"],
    ["I.1.2", "Ban Thường trực", "Sở Nội vụ", "2026-04-30"],
    ["I.2.1", "Sở Nội vụ", "", null],
    ["I.2.2", "Sở Tư pháp", "", null],
  ]);
});

test("a section of its own names who leads and who helps; an aside in brackets does not end it", () => {
  expect(
    tasks([
      "1. Nội dung, biện pháp",
      "a) Rà soát hồ sơ liệt sĩ;",
      "b) Lập bản đồ tìm kiếm.",
      "2. Cơ quan chủ trì, phối hợp",
      "a) Cơ quan chủ trì",
      "- Ban Chỉ đạo tỉnh.",
      "(Văn phòng Ban Chỉ đạo là cơ quan giúp việc).",
      "b) Cơ quan phối hợp",
      "- Sở Nội vụ.",
      "3. Thời gian thực hiện: Năm 2026.",
    ]),
  ).toEqual([
    ["I.1.a", "Ban Chỉ đạo tỉnh", "Sở Nội vụ", "2026-12-31"],
    ["I.1.b", "Ban Chỉ đạo tỉnh", "Sở Nội vụ", "2026-12-31"],
  ]);
});
