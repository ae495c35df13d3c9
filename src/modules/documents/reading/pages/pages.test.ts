import { describe, expect, test } from "vitest";
import { composePages } from "./compose.ts";
import { mended } from "./mending.ts";
import type { Page, Rule, Word } from "./page.ts";
import { isSyllable, readsAsVietnamese } from "./vietnamese.ts";

/** Words of a line of print, 6 points a letter, the first at `left`. */
const line = (text: string, left: number, baseline: number): Word[] => {
  let x = left;
  return text.split(" ").map((word) => {
    const from = x;
    x += word.length * 6 + 4;
    return { text: word, left: from, right: x - 4, baseline, size: 13, bold: false, confidence: null };
  });
};
const page = (words: Word[][], rules: Rule[] = []): Page => ({ width: 595, height: 842, words: words.flat(), rules });
const long = "Ủy ban nhân dân các xã phường tổ chức tuyên truyền vận động Nhân dân giữ gìn";

describe("lines of print become paragraphs", () => {
  test.each([
    ["a full row goes on", [line(long, 120, 200), line("vệ sinh môi trường.", 85, 216)], [`${long} vệ sinh môi trường.`]],
    ["a short row ends", [line("1. Mục đích", 120, 200), line(long, 85, 216)], ["1. Mục đích", long]],
    [
      "an indent begins",
      [line(long, 120, 200), line("Các tổ chức thành viên.", 120, 216), line(long, 85, 232)],
      [long, "Các tổ chức thành viên.", long],
    ],
    [
      "a gap begins",
      [line(long, 85, 200), line(long.toLowerCase(), 85, 216), line(long.toLowerCase(), 85, 232), line("Các tổ chức", 85, 262)],
      [`${long} ${long.toLowerCase()} ${long.toLowerCase()}`, "Các tổ chức"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(composePages([page(rows)]).lines).toEqual(expected);
  });

  test("over the end of a page, without its number", () => {
    const one = page([line("Một đoạn đứng đầu trang.", 85, 120), line(long, 85, 760)]);
    const two = page([line("2", 297, 40), line("và đất đai.", 85, 120), line(long, 85, 200)]);
    const { lines, pages } = composePages([one, two]);
    expect(lines).toEqual(["Một đoạn đứng đầu trang.", `${long} và đất đai.`, long]);
    expect(pages).toEqual([
      { page: 1, line: 1, lineCount: 2 },
      { page: 2, line: 3, lineCount: 1 },
    ]);
  });
});

test("issuer and national title are read one after the other", () => {
  const head = page([
    line("ỦY BAN NHÂN DÂN", 90, 80),
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, 80),
    line("XÃ BÌNH LÂM", 100, 98),
    line("Độc lập - Tự do - Hạnh phúc", 310, 98),
    line("Số: 12/KH-UBND", 95, 116),
    line("Bình Lâm, ngày 05 tháng 01 năm 2026", 300, 116),
    line("KẾ HOẠCH", 270, 170),
    line(long, 85, 200),
  ]);
  const { lines, tables } = composePages([head]);
  expect(lines.slice(0, 4)).toEqual(["ỦY BAN NHÂN DÂN", "XÃ BÌNH LÂM", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
  expect(lines.slice(6)).toEqual(["KẾ HOẠCH", long]);
  expect(tables.map(({ role }) => role)).toEqual(["letterhead"]);
});

describe("tables", () => {
  const box = (xs: number[], ys: number[]): Rule[] => [
    ...ys.map((y) => ({ left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: y, bottom: y + 0.5 })),
    ...xs.map((x) => ({ left: x, right: x + 0.5, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 })),
  ];
  const heading = [line("STT", 90, 120), line("Nội dung", 150, 120)];

  test("cell by cell, a row cut by the end of a page put together, the repeated heading left out", () => {
    const one = page([...heading, line("1", 90, 150), line("Xây dựng", 150, 150)], box([85, 130, 300], [105, 130, 160]));
    const two = page(
      [...heading, line("sổ tay.", 150, 150), line("2", 90, 180), line("Tập huấn", 150, 180)],
      box([85, 130, 300], [105, 130, 160, 190]),
    );
    const { lines, tables } = composePages([one, two]);
    expect(lines).toEqual(["STT", "Nội dung", "1", "Xây dựng sổ tay.", "2", "Tập huấn"]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows.map(({ cells }) => cells.map(({ line: at }) => at))).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  test("without borders, by the heading and the bands between columns", () => {
    const open = page([
      line("STT", 90, 120),
      line("Nội dung", 150, 120),
      line("Chủ trì", 330, 120),
      line("1", 90, 140),
      line("Khảo sát người dân", 150, 140),
      line("Thanh tra", 330, 140),
      line("ở các khu", 150, 156),
      line("2", 90, 176),
      line("Tổng kết", 150, 176),
      line("Văn phòng", 330, 176),
    ]);
    expect(composePages([open]).lines.slice(0, 6)).toEqual(["STT", "Nội dung", "Chủ trì", "1", "Khảo sát người dân", "ở các khu"]);
  });
});

test.each([
  [
    ["I. MỤC ĐÍCH", "a", "IH. CHỈ TIÊU", "H. NHIỆM VỤ"],
    ["I. MỤC ĐÍCH", "a", "II. CHỈ TIÊU", "III. NHIỆM VỤ"],
  ],
  [
    ["- Cơ quan chủ trì: SỞ Nội vụ", "-Lưu: VT"],
    ["- Cơ quan chủ trì: Sở Nội vụ", "- Lưu: VT"],
  ],
  [
    ["I. MỤC ĐÍCH", "II. YÊU CẦU", "I. NHIỆM VỤ", "IV. TỔ CHỨC", "3) Một", "b) Hai"],
    ["I. MỤC ĐÍCH", "II. YÊU CẦU", "III. NHIỆM VỤ", "IV. TỔ CHỨC", "a) Một", "b) Hai"],
  ],
  [
    ["I- MỤC ĐÍCH", "I- NHIỆM VỤ", "II- TỔ CHỨC"],
    ["I- MỤC ĐÍCH", "II- NHIỆM VỤ", "III- TỔ CHỨC"],
  ],
  [
    ["I. PHẦN MỘT", "V. PHẦN NĂM"],
    ["I. PHẦN MỘT", "V. PHẦN NĂM"],
  ],
])("what recognition mistakes is set right: %j", (lines, expected) => {
  expect(mended(lines)).toEqual(expected);
});

test("a text layer that spells something else is told from Vietnamese", () => {
  for (const word of ["nghiêng", "Quyết", "khuỷu", "ươm", "giếng", "gì", "quốc"]) expect(isSyllable(word)).toBe(true);
  // "c" stands before no "e"; what ends in a stop has a sharp or a heavy tone.
  for (const word of ["céng", "wx", "Bëng", "strength", "cac", "tõt", "ghà"]) expect(isSyllable(word)).toBe(false);
  expect(readsAsVietnamese(`${long} `.repeat(4))).toBe(true);
  expect(readsAsVietnamese("ñy ban nh©n d©n c¸c x· tæ chøc tuyªn truyÒn vËn ®éng ".repeat(4))).toBe(false);
  expect(readsAsVietnamese("The quick brown foxes jumped over some lazy dogs in the yard ".repeat(4))).toBe(false);
});
