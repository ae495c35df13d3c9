import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { handmadeDocx, paragraph, run, table } from "./docx/handmade.ts";
import { findInternalMark } from "./internal.ts";
import { readDocument } from "./read.ts";
import { findSecrecyMark } from "./secrecy.ts";

const inText = (text: string) => findSecrecyMark({ name: "ke-hoach.docx", text })?.mark ?? null;
const inName = (name: string) => findSecrecyMark({ name, text: "KẾ HOẠCH" })?.mark ?? null;
const head = "ỦY BAN NHÂN DÂN\nXÃ BÌNH LÂM\n";

describe("stamps in the text", () => {
  const marked: [text: string, mark: string][] = [
    [`${head}MẬT\nKẾ HOẠCH`, "MẬT"],
    [`${head}TỐI MẬT\nKẾ HOẠCH`, "TỐI MẬT"],
    [`${head}TUYỆT MẬT\nKẾ HOẠCH`, "TUYỆT MẬT"],
    [`${head}  [ MẬT ]  `, "MẬT"],
    [`${head}**TỐI MẬT**`, "TỐI MẬT"],
    [`${head}M Ậ T`, "MẬT"],
    [`${head}T Ố I   M Ậ T`, "TỐI MẬT"],
    [`${head}Mật`, "MẬT"],
    [`${head}MẬT`.normalize("NFD"), "MẬT"],
    [`${head}Độ mật: Mật`, "MẬT"],
    [`${head}Độ mật: Tuyệt mật.`, "TUYỆT MẬT"],
    [`${head}ĐỘ MẬT : TỐI MẬT`, "TỐI MẬT"],
    [`${head}TOI MAT`, "TỐI MẬT"],
    ["| ỦY BAN NHÂN DÂN ------- MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |", "MẬT"],
    ["Số: 05/KH-UBND\tMẬT", "MẬT"],
    ["Số: 05/KH-UBND MẬT", "MẬT"],
    ["Số:      /KH-UBND (Mật)", "MẬT"],
    ["Số 12-KH/TU (TỐI MẬT)", "TỐI MẬT"],
    ["a\n".repeat(300) + "TUYỆT MẬT\n", "TUYỆT MẬT"],
  ];
  test.each(marked)("%j", (text, mark) => {
    expect(inText(text)).toBe(mark);
  });

  const open = [
    "KẾ HOẠCH\nThực hiện công tác bảo vệ bí mật nhà nước năm 2026",
    "BAN HÀNH KẾ HOẠCH THỰC HIỆN CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2026",
    "CÔNG TÁC BẢO VỆ BÍ\nMẬT NHÀ NƯỚC",
    "CÔNG TÁC BẢO VỆ BÍ\nMẬT",
    "Bảo mật",
    "mật ong",
    "Mật độ dân số",
    "Tài liệu đóng dấu MẬT, TỐI MẬT, TUYỆT MẬT được quản lý riêng.",
    "2. Xác định độ mật của văn bản",
    "Độ mật: ............",
    "Độ mật: Mật/Tối mật/Tuyệt mật",
    "Độ mật: Không",
    "Số liệu về bảo mật",
    "Số: 02/TTr-CAT về bí mật",
    "MẶT TRẬN TỔ QUỐC",
    "RA MẮT",
    "MẶT",
    "Tin tức\nmật",
    `Ký nhận ${".".repeat(200_000)} x ${" ".repeat(200_000)} -`,
  ];
  test.each(open.map((text) => [text.slice(0, 60), text]))("no stamp: %j", (_, text) => {
    expect(inText(text)).toBeNull();
  });

  test("the line is told", () => {
    expect(findSecrecyMark({ name: "a.txt", text: `${head}MẬT` })).toEqual({ mark: "MẬT", line: 3 });
  });

  test("a list of secrets far down is data, a stamp in the page header is not", async () => {
    const rows = table(["Văn bản", "Độ mật"], ["Phương án A", "TỐI MẬT"]);
    const list = await readDocument({ name: "a.docx", bytes: handmadeDocx({ body: paragraph("Danh mục") + rows }) });
    expect(findSecrecyMark({ name: "a.docx", ...list })).toBeNull();
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId-header"/></w:sectPr>';
    const stamped = await readDocument({
      name: "a.docx",
      bytes: handmadeDocx({ body: paragraph("a") + section, header: paragraph("MẬT") }),
    });
    expect(findSecrecyMark({ name: "a.docx", ...stamped })).toEqual({ mark: "MẬT", line: null });
  });

  test("a stamp in a text box, in a boxed cell, and one in an old font", async () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph("MẬT")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const old = paragraph(run("TuyÖt mËt", '<w:rFonts w:ascii=".VnTimeH"/>'));
    for (const [body, mark] of [
      [paragraph(box), "MẬT"],
      [table(["MẬT"]), "MẬT"],
      [old, "TUYỆT MẬT"],
    ] as const) {
      const read = await readDocument({ name: "a.docx", bytes: handmadeDocx({ body: paragraph("KẾ HOẠCH") + body }) });
      expect(findSecrecyMark({ name: "a.docx", ...read })?.mark).toBe(mark);
    }
  });
});

describe("marks in the file's name", () => {
  test.each([
    ["KH 127 (Mật).docx", "MẬT"],
    ["KH-127-MẬT.docx", "MẬT"],
    ["Kế hoạch diễn tập_MẬT.docx", "MẬT"],
    ["MẬT - Kế hoạch diễn tập.docx", "MẬT"],
    ["Kế hoạch diễn tập tuyệt mật.docx", "TUYỆT MẬT"],
    ["[TỐI MẬT] Kế hoạch.docx", "TỐI MẬT"],
    ["127-KH-TU_MAT.docx", "MẬT"],
    ["Ke hoach dien tap_MAT.docx", "MẬT"],
    ["Ke hoach dien tap (TUYET MAT).docx", "TUYỆT MẬT"],
    ["KH_127_MAT_2026.docx", "MẬT"],
    ["MAT_KH_127.docx", "MẬT"],
    ["TOI_MAT_KH_127.docx", "TỐI MẬT"],
    ["127-KH-UBND_MẬT.docx".normalize("NFD"), "MẬT"],
    ["C:\\tai lieu\\KH 127 MẬT.docx", "MẬT"],
  ])("%s", (name, mark) => {
    expect(inName(name)).toBe(mark);
  });

  test.each([
    "Kế hoạch bảo vệ bí mật nhà nước.docx",
    "KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC 2026.docx",
    "Bảo mật thông tin.docx",
    "Mô hình nuôi ong lấy mật.docx",
    "Mật độ dân số.docx",
    "Quy định quản lý tài liệu mật.docx",
    "BAO_CAO_MAT_TRAN.docx",
    "MAT_TRAN_TO_QUOC.docx",
    "KH_RA_MAT_MO_HINH.docx",
    "LE_RA_MAT.docx",
    "GAP_MAT.docx",
    "Gap MAT.docx",
    "KHONG_DUNG_TIEN_MAT.docx",
    "ke-hoach-ra-mat.docx",
    "BI_MAT_NHA_NUOC.docx",
    "format.docx",
    "Danh sach co mat.docx",
    "Danh sach (mat).docx",
  ])("no mark: %s", (name) => {
    expect(inName(name)).toBeNull();
  });
});

describe("internal papers", () => {
  test.each([
    "Lưu hành nội bộ",
    "(Lưu hành nội bộ)",
    "TÀI LIỆU LƯU HÀNH NỘI BỘ",
    "**Tài liệu sử dụng nội bộ**",
    "KẾ HOẠCH (Lưu hành nội bộ)",
  ])("%s", (line) => {
    expect(findInternalMark({ name: "a.docx", text: `KẾ HOẠCH\n${line}` })?.line).toBe(2);
  });

  test("in the name or a page header, and not in a sentence", () => {
    expect(findInternalMark({ name: "a.docx", text: "KẾ HOẠCH", margins: ["Lưu hành nội bộ"] })?.line).toBeNull();
    expect(findInternalMark({ name: "Ke hoach_luu_hanh_noi_bo.docx", text: "" })?.line).toBe(0);
    expect(findInternalMark({ name: "a.docx", text: "Văn phòng quản lý tài liệu lưu hành nội bộ của cơ quan." })).toBeNull();
    expect(findInternalMark({ name: "a.docx", text: "Tăng cường đoàn kết nội bộ" })).toBeNull();
  });
});

const real = ["../shared/seeds", "../shared/real-documents"].filter((folder) => existsSync(folder));
test.runIf(real.length > 0)("none of the real documents is refused", () => {
  for (const folder of real) {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      expect({ name, found: findSecrecyMark({ name, text }) }).toEqual({ name, found: null });
      expect(findInternalMark({ name, text })).toBeNull();
    }
  }
});
