import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const reports = (text: string): string[] =>
  compilePlan(`KẾ HOẠCH\nCông tác dân vận năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n${text}`).reporting.map(({ who, to, via, due }) =>
    [`${who} → ${to}`, via && `qua ${via}`, due.kind === "none" ? due.rule : (due.date ?? due.rule)].filter(Boolean).join(" | "),
  );

const inItem = (rows: [string, string[]][]): [string, string[]][] => rows.map(([text, expected]) => [`1. ${text}`, expected]);

test.each(
  inItem([
    [
      "Hội Nông dân xã báo cáo kết quả về Đảng ủy xã (qua Ban Xây dựng Đảng) trước ngày 15/6 và 15/12 hằng năm.",
      ["Hội Nông dân xã → Đảng ủy xã | qua Ban Xây dựng Đảng | yearly before 06-15 and 12-15"],
    ],
    ["Phòng Nội vụ hằng tháng tổng hợp kết quả báo cáo Chủ tịch UBND xã.", ["Phòng Nội vụ → Chủ tịch UBND xã | monthly"]],
    ["Các chi hội đăng ký mô hình với Hội Nông dân xã trước ngày 28/02.", ["Các chi hội → Hội Nông dân xã | 2026-02-28"]],
    [
      "Ban Công tác Mặt trận ngày 20 hằng tháng báo kết quả cho cán bộ phụ trách.",
      ["Ban Công tác Mặt trận → cán bộ phụ trách | monthly on 20"],
    ],
    ["Đảng ủy xã hằng quý có báo cáo bằng văn bản gửi Ban Thường vụ Tỉnh ủy.", ["Đảng ủy xã → Ban Thường vụ Tỉnh ủy | quarterly"]],
    [
      "Trưởng thôn kịp thời thông tin cho Chủ tịch UBND xã khi có thiên tai.",
      ["Trưởng thôn → Chủ tịch UBND xã | on event: khi có thiên tai"],
    ],
    [
      "Hội Nông dân xã tổng hợp ý kiến chuyển về Ban Thường trực Ủy ban MTTQ tỉnh trước ngày 15/5.",
      ["Hội Nông dân xã → Ban Thường trực Ủy ban MTTQ tỉnh | 2026-05-15"],
    ],
    [
      "Hội Nông dân xã báo cáo, xin ý kiến chỉ đạo của Ban Thường vụ Đảng ủy trước ngày 20/4.",
      ["Hội Nông dân xã → Ban Thường vụ Đảng ủy | 2026-04-20"],
    ],
  ]),
)("the verb: %j", (text, expected) => {
  expect(reports(text)).toEqual(expected);
});

test.each(
  [
    "Sở Nội vụ gửi văn bản hướng dẫn đến UBND các xã, phường trong tháng 3.",
    "Hội Nông dân xã tiếp nhận kiến nghị, phản ánh của hội viên về Chủ tịch UBND xã.",
    "Hội Nông dân xã nghe báo cáo của các chi hội trong tháng 6.",
    "Ban Thường trực góp ý dự thảo báo cáo của UBND xã trước ngày 5/6.",
    "Tuyên truyền viên, báo cáo viên thông báo kết quả cho Nhân dân hằng tháng.",
    "Văn phòng Ủy ban chuyển đơn đến cơ quan chức năng giải quyết trong tháng 5.",
  ].map((text) => `1. ${text}`),
)("no report: %j", (text) => {
  expect(reports(text)).toEqual([]);
});

test.each(
  inItem([
    [
      "Ủy ban MTTQ Việt Nam xã báo cáo ngay Đảng ủy xã và Ủy ban MTTQ Việt Nam tỉnh khi có vụ việc phức tạp.",
      [
        "Ủy ban MTTQ Việt Nam xã → Đảng ủy xã | on event: khi có vụ việc phức tạp",
        "Ủy ban MTTQ Việt Nam xã → Ủy ban MTTQ Việt Nam tỉnh | on event: khi có vụ việc phức tạp",
      ],
    ],
    [
      "Hội Phụ nữ xã báo cáo Đảng ủy xã (qua Ban Xây dựng Đảng) và Hội Phụ nữ tỉnh trước ngày 10/6.",
      ["Hội Phụ nữ xã → Đảng ủy xã | qua Ban Xây dựng Đảng | 2026-06-10", "Hội Phụ nữ xã → Hội Phụ nữ tỉnh | 2026-06-10"],
    ],
    [
      "Các chi hội gửi báo cáo qua Ban Phong trào về Ủy ban MTTQ tỉnh chậm nhất ngày 10 hằng tháng.",
      ["Các chi hội → Ủy ban MTTQ tỉnh | qua Ban Phong trào | monthly on 10"],
    ],
    [
      "Hội Phụ nữ xã thông qua Văn phòng Đảng ủy gửi báo cáo về Ban Thường vụ Đảng ủy trước ngày 10/6.",
      ["Hội Phụ nữ xã → Ban Thường vụ Đảng ủy | qua Văn phòng Đảng ủy | 2026-06-10"],
    ],
    [
      "Hội Nông dân xã gửi kế hoạch về tỉnh (qua Văn phòng, địa chỉ thư điện tử vanphong@tangiang.example) trước ngày 20/4.",
      ["Hội Nông dân xã → tỉnh | qua Văn phòng | 2026-04-20"],
    ],
    [
      "Hội Nông dân xã gửi kết quả về địa chỉ thư điện tử của Văn phòng Ủy ban MTTQ tỉnh trước ngày 20/4.",
      ["Hội Nông dân xã → Văn phòng Ủy ban MTTQ tỉnh | 2026-04-20"],
    ],
    [
      "Hội Nông dân xã báo cáo kết quả phối hợp với Hội Phụ nữ về Đảng ủy xã trước ngày 10/12.",
      ["Hội Nông dân xã → Đảng ủy xã | 2026-12-10"],
    ],
    [
      "Các chi hội báo cáo kết quả với đồng chí Chủ tịch Hội vào ngày 25 hằng tháng.",
      ["Các chi hội → đồng chí Chủ tịch Hội | monthly on 25"],
    ],
  ]),
)("the receiver: %j", (text, expected) => {
  expect(reports(text)).toEqual(expected);
});

test.each(
  inItem([
    [
      "Các chi hội gửi danh sách về Hội Phụ nữ xã trước ngày 20/3 để tổng hợp, báo cáo Đảng ủy xã.",
      ["Các chi hội → Hội Phụ nữ xã | 2026-03-20", "Hội Phụ nữ xã → Đảng ủy xã"],
    ],
    [
      "Các chi bộ báo cáo kết quả để Văn phòng Đảng ủy tổng hợp, báo cáo Ban Thường vụ Đảng ủy.",
      ["Các chi bộ → Văn phòng Đảng ủy", "Văn phòng Đảng ủy → Ban Thường vụ Đảng ủy"],
    ],
    [
      "Các chi hội gửi số liệu về Văn phòng Đảng ủy trước 16h ngày 23/10 để tổng hợp, trình Ban Thường vụ Đảng ủy xem xét.",
      ["Các chi hội → Văn phòng Đảng ủy | 2026-10-23", "Văn phòng Đảng ủy → Ban Thường vụ Đảng ủy"],
    ],
    ["Văn phòng tham mưu báo cáo của Ban Thường trực gửi Tỉnh ủy trước ngày 05/12.", ["Ban Thường trực → Tỉnh ủy | 2026-12-05"]],
    [
      "Các chi bộ nộp danh sách cho Văn phòng Đảng ủy xã trước ngày 5/3, đồng thời gửi Ban Xây dựng Đảng.",
      ["Các chi bộ → Văn phòng Đảng ủy xã | 2026-03-05", "Các chi bộ → Ban Xây dựng Đảng | 2026-03-05"],
    ],
  ]),
)("the sender: %j", (text, expected) => {
  expect(reports(text)).toEqual(expected);
});

test.each(
  inItem([
    [
      "UBND các xã báo cáo tiến độ về Sở Nội vụ trước ngày 20/6/2026; báo cáo nhanh vào chiều thứ Sáu hằng tuần.",
      ["UBND các xã → Sở Nội vụ | 2026-06-20", "UBND các xã → Sở Nội vụ | weekly"],
    ],
    ["Hội Nông dân xã báo cáo Đảng ủy xã, tổ chức hội nghị đối thoại trước ngày 20/6.", ["Hội Nông dân xã → Đảng ủy xã"]],
    [
      "Ủy ban MTTQ xã hằng tuần có báo cáo nhanh, hằng tháng có báo cáo chuyên đề gửi Ban Thường trực Ủy ban MTTQ tỉnh trước ngày 20.",
      [
        "Ủy ban MTTQ xã → Ban Thường trực Ủy ban MTTQ tỉnh | weekly",
        "Ủy ban MTTQ xã → Ban Thường trực Ủy ban MTTQ tỉnh | monthly before 20",
      ],
    ],
    [
      "Các chi hội báo cáo kết quả về Hội Nông dân xã. Thời hạn gửi báo cáo: trước ngày 15/11.",
      ["Các chi hội → Hội Nông dân xã | 2026-11-15"],
    ],
    [
      "Các chi hội báo cáo kết quả về Hội Nông dân xã.\nThời hạn báo cáo: trước ngày 15/11.",
      ["Các chi hội → Hội Nông dân xã | 2026-11-15"],
    ],
    [
      "Các chi hội báo cáo kết quả về Hội Nông dân xã:\n- Báo cáo 6 tháng: trước ngày 05/6;\n- Báo cáo năm: trước ngày 05/12;\n- Đột xuất: khi có yêu cầu.",
      [
        "Các chi hội → Hội Nông dân xã | every 6 months before 06-05",
        "Các chi hội → Hội Nông dân xã | yearly before 12-05",
        "Các chi hội → Hội Nông dân xã | on event: khi có yêu cầu",
      ],
    ],
    [
      "Các chi hội gửi tin về Hội Nông dân xã hằng tuần; vụ việc nổi cộm phải báo ngay trong ngày.",
      ["Các chi hội → Hội Nông dân xã | weekly", "Các chi hội → Hội Nông dân xã | within the day"],
    ],
    [
      "Hội Nông dân xã trồng cây.\nTrên đây là Kế hoạch công tác dân vận. Nếu có vướng mắc, các chi hội báo cáo về Hội Nông dân xã.",
      ["các chi hội → Hội Nông dân xã | on event: nếu có vướng mắc"],
    ],
  ]),
)("the time: %j", (text, expected) => {
  expect(reports(text)).toEqual(expected);
});
