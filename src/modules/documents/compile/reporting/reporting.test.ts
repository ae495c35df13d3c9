import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const reports = (text: string): string[] =>
  compilePlan(`KẾ HOẠCH\nCông tác dân vận năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n${text}`).reporting.map(({ who, to, via, due }) =>
    [`${who} → ${to}`, via && `qua ${via}`, due.kind === "none" ? due.rule : (due.date ?? due.rule)].filter(Boolean).join(" | "),
  );

test.each([
  [
    "1. Hội Nông dân xã báo cáo kết quả về Đảng ủy xã (qua Ban Xây dựng Đảng) trước ngày 15/6 và 15/12 hằng năm.",
    ["Hội Nông dân xã → Đảng ủy xã | qua Ban Xây dựng Đảng | yearly before 06-15 and 12-15"],
  ],
  [
    "1. Ủy ban MTTQ Việt Nam xã báo cáo ngay Đảng ủy xã và Ủy ban MTTQ Việt Nam tỉnh khi có vụ việc phức tạp.",
    [
      "Ủy ban MTTQ Việt Nam xã → Đảng ủy xã | on event: khi có vụ việc phức tạp",
      "Ủy ban MTTQ Việt Nam xã → Ủy ban MTTQ Việt Nam tỉnh | on event: khi có vụ việc phức tạp",
    ],
  ],
  [
    "1. Các chi hội gửi danh sách về Hội Phụ nữ xã trước ngày 20/3 để tổng hợp, báo cáo Đảng ủy xã.",
    ["Các chi hội → Hội Phụ nữ xã | 2026-03-20", "Hội Phụ nữ xã → Đảng ủy xã"],
  ],
  [
    "1. Các chi bộ báo cáo kết quả để Văn phòng Đảng ủy tổng hợp, báo cáo Ban Thường vụ Đảng ủy.",
    ["Các chi bộ → Văn phòng Đảng ủy", "Văn phòng Đảng ủy → Ban Thường vụ Đảng ủy"],
  ],
  [
    "1. UBND các xã báo cáo tiến độ về Sở Nội vụ trước ngày 20/6/2026; báo cáo nhanh vào chiều thứ Sáu hằng tuần.",
    ["UBND các xã → Sở Nội vụ | 2026-06-20", "UBND các xã → Sở Nội vụ | weekly"],
  ],
  ["1. Phòng Nội vụ hằng tháng tổng hợp kết quả báo cáo Chủ tịch UBND xã.", ["Phòng Nội vụ → Chủ tịch UBND xã | monthly"]],
  ["1. Sở Nội vụ gửi văn bản hướng dẫn đến UBND các xã, phường trong tháng 3.", []],
  ["1. Hội Nông dân xã tiếp nhận kiến nghị, phản ánh của hội viên về Chủ tịch UBND xã.", []],
  [
    "1. Hội Nông dân xã trồng cây.\nTrên đây là Kế hoạch công tác dân vận. Nếu có vướng mắc, các chi hội báo cáo về Hội Nông dân xã.",
    ["các chi hội → Hội Nông dân xã | on event: nếu có vướng mắc"],
  ],
])("%j", (text, expected) => {
  expect(reports(text)).toEqual(expected);
});
