import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";
import { nameCase } from "./names.ts";

test.each([
  ["ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG", "Ủy ban MTTQ Việt Nam tỉnh Tân Giang"],
  ["BAN CHỈ ĐẠO QUỐC GIA VỀ TÌM KIẾM LIỆT SĨ", "Ban Chỉ đạo quốc gia về tìm kiếm liệt sĩ"],
  ["ĐẢNG ỦY XÃ BÌNH LÂM", "Đảng ủy xã Bình Lâm"],
])("nameCase %j", (capitals, name) => {
  expect(nameCase(capitals)).toBe(name);
});

test("a plan without a header block has its issuer in the opening sentence, completed with the place the document names", () => {
  const { header } = compilePlan(
    "KẾ HOẠCH\nTriển khai Đề án dân vận trên địa bàn tỉnh Tân Giang\n\nThực hiện Quyết định số 33-QĐ/TU, ngày 02/3/2026 của Ban Thường vụ Tỉnh ủy Tân Giang về việc phê duyệt Đề án, Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh xây dựng Kế hoạch như sau:\nI. MỤC ĐÍCH\n",
  );
  expect(header).toMatchObject({
    docType: "Kế hoạch",
    number: null,
    date: null,
    issuer: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
    signer: null,
    recipients: [],
  });
});

test("a header in two columns, a decision with an attached plan, a signature on one line", () => {
  const { header, outline } = compilePlan(
    [
      "| ỦY BAN NHÂN DÂN TỈNH TÂN GIANG ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |",
      "|---|---|",
      "| Số: 54/QĐ-UBND | Tân Giang, ngày 17 tháng 02 năm 2026 |",
      "",
      "QUYẾT ĐỊNH",
      "",
      "BAN HÀNH KẾ HOẠCH DÂN VẬN NĂM 2026",
      "",
      "Căn cứ Luật Tổ chức chính quyền địa phương;",
      "",
      "QUYẾT ĐỊNH:",
      "",
      "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch dân vận năm 2026.",
      "",
      "| Nơi nhận: - Bộ Nội vụ; - Như Điều 1; - Lưu: VT. | CHỦ TỊCH Phạm Văn Tòng |",
      "|---|---|",
      "",
      "KẾ HOẠCH",
      "",
      "DÂN VẬN NĂM 2026 (Kèm theo Quyết định số 54/QĐ-UBND)",
      "",
      "I. NHIỆM VỤ",
      "",
      "1. Sở Nội vụ tổ chức tập huấn.",
    ].join("\n"),
  );
  expect(header).toMatchObject({
    docType: "Quyết định",
    number: "54/QĐ-UBND",
    issuer: "Ủy ban nhân dân tỉnh Tân Giang",
    date: "2026-02-17",
    place: "Tân Giang",
    signer: { role: "Chủ tịch", name: "Phạm Văn Tòng" },
    recipients: ["Bộ Nội vụ", "Như Điều 1", "Lưu: VT"],
  });
  expect(outline.map(({ number }) => number)).toEqual(["Điều 1", "I", "1"]);
});

const block = (head: string[], tail: string[] = []) =>
  compilePlan(
    [...head, "", "KẾ HOẠCH", "Công tác dân vận năm 2026", "", "I. NHIỆM VỤ", "1. Hội Nông dân xã trồng cây.", "", ...tail].join("\n"),
  ).header;

test.each([
  [["ĐẢNG BỘ TỈNH TÂN GIANG", "ĐẢNG ỦY XÃ BÌNH LÂM", "*", "Số 05-KH/ĐU"], "Đảng ủy xã Bình Lâm", "Đảng bộ tỉnh Tân Giang"],
  [["UBND TỈNH TÂN GIANG", "SỞ NỘI VỤ", "Số: 05/KH-SNV"], "Sở Nội vụ", "UBND tỉnh Tân Giang"],
  [
    ["TỈNH ĐOÀN TÂN GIANG", "BAN THƯỜNG VỤ", "Số: 05-KH/TĐTN-BTV", "ĐOÀN TNCS HỒ CHÍ MINH"],
    "Ban Thường vụ Tỉnh đoàn Tân Giang",
    "Tỉnh đoàn Tân Giang",
  ],
  [
    [
      "ỦY BAN MẶT TRẬN TỔ QUỐC       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "VIỆT NAM XÃ BÌNH LÂM          Độc lập - Tự do - Hạnh phúc",
      "BAN THƯỜNG TRỰC",
      "Số: 05/KH-MTTQ-BTT",
    ],
    "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Bình Lâm",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã Bình Lâm",
  ],
  [
    [
      "  TỈNH ỦY TÂN GIANG                         ĐẢNG CỘNG SẢN VIỆT NAM",
      "BAN TUYÊN GIÁO VÀ DÂN VẬN",
      "        *                   Tân Giang, ngày 03 tháng 02 năm 2026",
    ],
    "Ban Tuyên giáo và Dân vận Tỉnh ủy Tân Giang",
    "Tỉnh ủy Tân Giang",
  ],
])("issuer of %j", (head, issuer, issuerParent) => {
  expect(block(head)).toMatchObject({ issuer, issuerParent });
});

const RECIPIENTS = ["Nơi nhận:", "- Thường trực Đảng ủy;", "- Lưu VP.", ""];
test.each([
  [["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "", "", "Đoàn Văn Hội"], "Bí thư", "Đoàn Văn Hội"],
  [["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "", "Y Thị H'Mai"], "Phó Trưởng ban Thường trực", "Y Thị H'Mai"],
  [["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "", "Võ Phòng"], "Giám đốc Sở Nội vụ", "Võ Phòng"],
  [["Q. CHỦ TỊCH", "(Đã ký)", "Bùi Văn Tám"], "Chủ tịch", "Bùi Văn Tám"],
  [["TM.BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "(Ký, ghi rõ họ tên)", "", "Ban Thị Đào"], "Phó Chủ tịch", "Ban Thị Đào"],
  [["TM. BAN CHẤP HÀNH", "CHỦ TICH", "", "NGUYỄN THỊ LAN"], "Chủ tịch", "Nguyễn Thị Lan"],
  [
    [
      "TM. ỦY BAN NHÂN DÂN                 TM. BAN THƯỜNG TRỰC",
      "   CHỦ TỊCH                            CHỦ TỊCH",
      "",
      "  Lò Văn Páo                          Hà Thị Bưởi",
    ],
    "Chủ tịch",
    "Lò Văn Páo",
  ],
])("signer of %j", (tail, role, name) => {
  expect(block(["ĐẢNG ỦY XÃ BÌNH LÂM", "Số 05-KH/ĐU"], [...RECIPIENTS, ...tail]).signer).toEqual({ role, name });
});

test("a work programme is a programme: what stands behind the type is its subject", () => {
  const { header } = compilePlan("HỘI CCB XÃ HÒA PHÚ\n\nCHƯƠNG TRÌNH CÔNG TÁC NĂM 2027\n\nI. NHIỆM VỤ\n1. Hội trồng cây.");
  expect(header).toMatchObject({ docType: "Chương trình", subject: "CÔNG TÁC NĂM 2027" });
});

test.each(["", "\n\n", "không phải kế hoạch", "I.", "| a |", "“".repeat(50), "1. ".repeat(40), "(".repeat(5000), "\u0000\ufffd"])(
  "any text compiles: %j",
  (text) => {
    expect(compilePlan(text).header.number).toBeNull();
  },
);
