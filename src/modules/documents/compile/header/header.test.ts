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

test.each(["", "\n\n", "không phải kế hoạch", "I.", "| a |", "“".repeat(50), "1. ".repeat(40), "(".repeat(5000), "\u0000\ufffd"])(
  "any text compiles: %j",
  (text) => {
    expect(compilePlan(text).header.number).toBeNull();
  },
);
