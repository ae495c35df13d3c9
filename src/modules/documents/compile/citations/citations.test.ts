import { describe, expect, test } from "vitest";
import { sameLaw } from "./cited-laws.ts";
import { compilePlan } from "../index.ts";

const cited = (sentence: string): string[] =>
  compilePlan(`KẾ HOẠCH\nDân vận năm 2026\n\n${sentence}\nI. NHIỆM VỤ\n1. Họp.`).citations.map(({ type, number, title, date, issuer }) =>
    [type, number ?? title, date ?? "-", issuer ?? "-"].join(" | "),
  );

describe("numbers in the forms offices write", () => {
  test.each([
    [
      "Căn cứ Kế hoạch số 12-KH/TU, ngày 03/02/2026 của Tỉnh ủy Tân Giang về dân vận;",
      "Kế hoạch | 12-KH/TU | 2026-02-03 | Tỉnh ủy Tân Giang",
    ],
    ["Căn cứ Kế hoạch số: 12 - KH / TU ngày 3 tháng 2 năm 2026 của Tỉnh ủy;", "Kế hoạch | 12-KH/TU | 2026-02-03 | Tỉnh ủy"],
    ["Thực hiện Kết luận 43-KL/TW ngày 07.01.2026 của Bộ Chính trị;", "Kết luận | 43-KL/TW | 2026-01-07 | Bộ Chính trị"],
    [
      "Thực hiện Kết luận số 43 KL/TW (ngày 07-01-2026) của Bộ Chính trị (khóa XIV);",
      "Kết luận | 43KL/TW | 2026-01-07 | Bộ Chính trị (khóa XIV)",
    ],
    ["Thực hiện Quy định 11-QĐi/TW của Ban Bí thư, ngày 5/4/2026;", "Quy định | 11-QĐi/TW | 2026-04-05 | Ban Bí thư"],
    ["Căn cứ Quyết định số 0214/QĐ-UBND ngày 12/3/2026 của UBND tỉnh;", "Quyết định | 0214/QĐ-UBND | 2026-03-12 | UBND tỉnh"],
    ["Căn cứ Thông tư liên tịch số 01/2026/TTLT-BTP-BNV ngày 5/1/2026;", "Thông tư liên tịch | 01/2026/TTLT-BTP-BNV | 2026-01-05 | -"],
    ["Căn cứ Công văn số 249/MTTQ-BTT ngày 1/6/2026 của Ban Thường trực;", "Công văn | 249/MTTQ-BTT | 2026-06-01 | Ban Thường trực"],
    ["Theo đề nghị tại Tờ trình số 02/TTr-CAT- PA ngày 3/2/2026;", "Tờ trình | 02/TTr-CAT-PA | 2026-02-03 | -"],
    ["Thực hiện chỉ đạo tại văn bản số 87/VP-TH ngày 5/2/2026;", "Văn bản | 87/VP-TH | 2026-02-05 | -"],
    ["Căn cứ Nghị định số 147/2026/NĐ-CP của Chính phủ, ngày 02/12/2026;", "Nghị định | 147/2026/NĐ-CP | 2026-12-02 | Chính phủ"],
    ["Thực hiện Chỉ thị sổ 05-CT/TU ngày 1/2/2026 của Ban Thường vụ Tỉnh ủy;", "Chỉ thị | 05-CT/TU | 2026-02-01 | Ban Thường vụ Tỉnh ủy"],
    [
      "Thực hiện NQ 18-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIV về dân vận;",
      "Nghị quyết | 18-NQ/TW | - | Ban Chấp hành Trung ương Đảng khóa XIV",
    ],
    ["Kế hoạch của Ban Thường vụ về thực hiện Nghị quyết Đại hội số 45-KH/ĐU ngày 1/3/2026;", "Kế hoạch | 45-KH/ĐU | 2026-03-01 | -"],
    ["Căn cứ Chỉ thị số 07/CT-UBND ngày 1/3/2026 UBND tỉnh về dân vận;", "Chỉ thị | 07/CT-UBND | 2026-03-01 | UBND tỉnh"],
  ])("%s", (sentence, expected) => {
    expect(cited(sentence)).toEqual([expected]);
  });

  test.each([
    "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới;",
    "Kế hoạch này thay thế các kế hoạch trước đây;",
    "Điền theo mẫu số 06/BBKP và Biểu 2/BC-DV;",
    "Mức hỗ trợ 5.000.000 đồng/hộ, 02 lần/ngày trong 24/24 giờ;",
    "Xây dựng Luật Dân vận;".replace("Luật Dân vận", "luật lệ của làng"),
  ])("no document: %s", (sentence) => {
    expect(cited(sentence)).toEqual([]);
  });
});

describe("what one phrase says once", () => {
  test("a date and an issuer shared by documents of one body", () => {
    expect(cited("Thực hiện Quyết định số 21-QĐ/TW và Quyết định số 22-QĐ/TW ngày 12/12/2026 của Bộ Chính trị;")).toEqual([
      "Quyết định | 21-QĐ/TW | 2026-12-12 | Bộ Chính trị",
      "Quyết định | 22-QĐ/TW | 2026-12-12 | Bộ Chính trị",
    ]);
  });
  test("a list under one type word", () => {
    expect(
      cited(
        "Các Công điện: số 07/CĐ-UBND ngày 17/11/2026, số 08/CĐ-UBND, 09/CĐ-UBND ngày 19/11/2026; số 10/CĐ-UBND ngày 20/11/2026 của UBND tỉnh về lũ;",
      ),
    ).toEqual([
      "Công điện | 07/CĐ-UBND | 2026-11-17 | UBND tỉnh",
      "Công điện | 08/CĐ-UBND | 2026-11-19 | UBND tỉnh",
      "Công điện | 09/CĐ-UBND | 2026-11-19 | UBND tỉnh",
      "Công điện | 10/CĐ-UBND | 2026-11-20 | UBND tỉnh",
    ]);
  });
  test("documents of different bodies share nothing", () => {
    expect(
      cited(
        "Thực hiện Nghị quyết số 11/2026/UBTVQH16 của Ủy ban Thường vụ Quốc hội; Nghị quyết liên tịch số 12/2026/NQLT-CP-MTTQ và Thông tri số 05/TT-MTTW-BTT, ngày 04/11/2026 của Ủy ban Trung ương MTTQ Việt Nam;",
      ),
    ).toEqual([
      "Nghị quyết | 11/2026/UBTVQH16 | - | Ủy ban Thường vụ Quốc hội",
      "Nghị quyết liên tịch | 12/2026/NQLT-CP-MTTQ | - | -",
      "Thông tri | 05/TT-MTTW-BTT | 2026-11-04 | Ủy ban Trung ương MTTQ Việt Nam",
    ]);
  });
});

test.each([
  [
    "Hướng dẫn số 20-HD/BTGDVTU ngày 22/9/2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy Tân Giang về dân vận;",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy Tân Giang",
  ],
  ["Kế hoạch số 4/KH-SGDĐT ngày 2/9/2026 của Sở Giáo dục và Đào tạo về dân vận;", "Sở Giáo dục và Đào tạo"],
  ["Thực hiện Kế hoạch số 4-KH/TU ngày 2/9/2026 của Tỉnh ủy và Kế hoạch năm của Sở Nội vụ;", "Tỉnh ủy"],
  ["Pháp lệnh số 26/2025/PL-UBTVQH15 của Ủy ban Thường vụ Quốc hội và Pháp lệnh sửa đổi;", "Ủy ban Thường vụ Quốc hội"],
  ["Thực hiện Kế hoạch số 4-KH/TU ngày 2/9/2026 của Tỉnh ủy, Ban Dân vận Huyện ủy xây dựng kế hoạch;", "Tỉnh ủy"],
])("the issuer of %s", (sentence, issuer) => {
  expect(compilePlan(`KẾ HOẠCH\nDân vận\n\n${sentence}`).citations[0]?.issuer).toBe(issuer);
});

describe("the same document again", () => {
  test("later mentions without date, cut short, with another separator, by the running number", () => {
    const { citations } = compilePlan(
      "KẾ HOẠCH\nThực hiện Chỉ thị 05\n\nThực hiện Chỉ thị số 05-CT/TW ngày 15/5/2026 của Bộ Chính trị;\nCăn cứ Nghị quyết liên tịch số 12/2026/NQLT-CP-MTTQ;\nI. NHIỆM VỤ\n1. Sơ kết Chỉ thị số 05.\n2. Phổ biến Chỉ thị 05/CT-TW.\n3. Theo Nghị quyết liên tịch số 12/2026/NQLT.",
    );
    expect(citations.map(({ number, alsoLines }) => [number, alsoLines])).toEqual([
      ["05-CT/TW", [2, 7, 8]],
      ["12/2026/NQLT-CP-MTTQ", [9]],
    ]);
  });
  test("another date is another document", () => {
    expect(cited("Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2023 và Nghị quyết số 25-NQ/TW ngày 12/3/2013;")).toHaveLength(2);
  });
  test("the plan itself is not cited", () => {
    const text =
      "Số: 12/KH-UBND\nKẾ HOẠCH\nDân vận\n\nI. NHIỆM VỤ\n1. Theo Kế hoạch số 12/KH-UBND.\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC\n(Kèm theo Kế hoạch số 12a/KH-UBND ngày 3/4/2026)";
    expect(compilePlan(text).citations).toEqual([]);
  });
});

describe("laws", () => {
  test.each([
    ["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", ["Luật | Luật Thi đua, khen thưởng | 2022-06-15 | -"]],
    ["Theo Luật Khiếu nại, Luật Tố cáo, các quy định khác;", ["Luật | Luật Khiếu nại | - | -", "Luật | Luật Tố cáo | - | -"]],
    ["Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng;", ["Pháp lệnh | Pháp lệnh Ưu đãi người có công với cách mạng | - | -"]],
    ["Căn cứ Luật Bầu cử số 85/2026/QH16, ngày 25/6/2026; theo Luật Bầu cử;", ["Luật | 85/2026/QH16 | 2026-06-25 | -"]],
    [
      "Luật số 97/2026/QH16 ngày 27/6/2026 sửa đổi một số điều của Luật Công đoàn, Luật Thanh niên và Luật Dân vận;",
      ["Luật | 97/2026/QH16 | 2026-06-27 | -"],
    ],
    ["Theo Luật Bảo vệ bí mật nhà nước và Luật Bảo vệ BMNN;", ["Luật | Luật Bảo vệ bí mật nhà nước | - | -"]],
  ])("%s", (sentence, expected) => {
    expect(cited(sentence)).toEqual(expected);
  });
  test.each([
    ["Luật MTTQ Việt Nam", "Luật Mặt trận Tổ quốc Việt Nam", true],
    ["Luật Bầu cử", "Luật Bầu cử đại biểu Quốc hội", true],
    ["Luật Tố cáo", "Luật Tố tụng", false],
  ])("%s is %s: %s", (one, other, same) => {
    expect(sameLaw(one, other)).toBe(same);
    expect(sameLaw(other, one)).toBe(same);
  });
});
