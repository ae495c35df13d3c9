import { expect, test } from "vitest";
import { layoutOf, locate, quoteOf, readParagraphs } from "./paragraphs.ts";
import { readLines } from "./source.ts";

const paragraphs = (text: string): string[] => {
  const lines = readLines(text);
  return readParagraphs(lines, layoutOf(lines)).map(({ line, text: words }) => `${line}: ${words}`);
};

test("a page break inside a sentence is mended, a heading is not glued on", () => {
  expect(paragraphs("1. Mục đích\n\nTăng cường công tác dân vận đối với công\n\ntác mặt trận.\n\nĐẢNG BỘ XÃ\n\nthực hiện")).toEqual([
    "1: 1. Mục đích",
    "3: Tăng cường công tác dân vận đối với công tác mặt trận.",
    "7: ĐẢNG BỘ XÃ",
    "9: thực hiện",
  ]);
});

const wrapped = [
  "- Chủ trì điều phối toàn bộ nguồn hàng hỗ trợ từ ngân sách nhà nước và của các đơn vị lực",
  "lượng vũ trang; xây dựng phương án xuất hàng phù hợp với diễn biến tại địa bàn cấp độ",
  "1. Cấp ngay nước uống và các nhu yếu phẩm cần thiết cho Nhân dân ở vùng bị chia cắt, ngập",
  "sâu, phối hợp với tổ chức chính trị",
  "- xã hội cùng thực hiện.",
].join("\n");

test("hard-wrapped lines are one paragraph; a number or hyphen that the wrap put first opens none", () => {
  const text = `${wrapped}\n\nIV.\nTỔ CHỨC THỰC HIỆN\n\n${wrapped}\n\n${wrapped}`;
  const lines = readLines(text);
  const read = readParagraphs(lines, layoutOf(lines));
  expect(read.map(({ line }) => line)).toEqual([1, 7, 10, 16]);
  expect(read[0]?.text).toContain("cấp độ 1. Cấp ngay nước uống");
  expect(read[0]?.text).toContain("chính trị - xã hội cùng");
  expect(read[1]?.text).toBe("IV. TỔ CHỨC THỰC HIỆN");
});

test("labels and bullets open paragraphs", () => {
  expect(paragraphs("- Rà soát thủ tục\n- Thời gian thực hiện: Quý I\nĐơn vị chủ trì: Sở Nội vụ")).toHaveLength(3);
});

test("quotes are verbatim from the line where they begin, in its own Unicode form, cut at a word", () => {
  const raw = "## **2. Nâng cao  nhận thức** của cán bộ".normalize("NFD");
  const [paragraph] = readParagraphs(readLines(`\n${raw}`), { width: null, spaced: true });
  if (paragraph === undefined) throw new Error("no paragraph");
  expect(paragraph.text).toBe("2. Nâng cao nhận thức của cán bộ");
  const at = paragraph.text.indexOf("nhận");
  const { line, quote, span } = quoteOf(paragraph, at, at + "nhận thức của".length);
  expect(line).toBe(2);
  expect(raw.includes(quote)).toBe(true);
  expect(quote.normalize("NFC")).toBe("nhận thức** của");
  expect(raw.slice(span.start, span.end).normalize("NFC")).toBe("nhận thức** của");
  expect(quoteOf(paragraph, 0, paragraph.text.length, 20).quote.length).toBeLessThanOrEqual(20);
});

test("a quote that runs on says on which line it ends", () => {
  const [paragraph] = readParagraphs(readLines("Tăng cường phối hợp với\n\ncác cơ quan."), { width: null, spaced: true });
  if (paragraph === undefined) throw new Error("no paragraph");
  expect(quoteOf(paragraph, 0, paragraph.text.length)).toMatchObject({
    line: 1,
    quote: "Tăng cường phối hợp với",
    span: { line: 1, endLine: 3 },
  });
  expect(locate(paragraph, paragraph.text.indexOf("cơ quan")).line.number).toBe(3);
});

test("cells of a printed table row share its line", () => {
  expect(
    readLines("| Số: 12/QĐ-UBND | Tân Giang, ngày 02 tháng 3 năm 2026 |\n|---|---|")
      .filter(({ text }) => text !== "")
      .map(({ number, row, text }) => [number, row, text]),
  ).toEqual([
    [1, 1, "Số: 12/QĐ-UBND"],
    [1, 1, "Tân Giang, ngày 02 tháng 3 năm 2026"],
  ]);
});
