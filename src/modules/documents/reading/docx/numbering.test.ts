import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from "docx";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../extracted.ts";
import { readDocx } from "./read.ts";
import { handmadeDocx, item, level, list, num, paragraph } from "./handmade.ts";

const linesOf = (bytes: Uint8Array): string[] => readDocx(bytes, defaultLimits).lines;

/** Paragraphs as [level, text] in list 1 of the given levels. */
function labels(levels: string[], items: [at: number, text: string][]): string[] {
  return linesOf(handmadeDocx({ numbering: list(0, ...levels) + num(1, 0), body: items.map(([at, text]) => item(text, 1, at)).join("") }));
}

const plan = [level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"), level(3, "bullet", "-")];

describe("labels of lists", () => {
  test("the usual plan: I., 1., a), -, restarting under each heading", () => {
    expect(
      labels(plan, [
        [0, "MỤC ĐÍCH"],
        [1, "Mục đích"],
        [1, "Yêu cầu"],
        [0, "NHIỆM VỤ"],
        [1, "Tuyên truyền"],
        [2, "Ở xã"],
        [2, "Ở thôn"],
        [3, "Loa"],
        [1, "Vận động"],
        [2, "Quỹ"],
      ]),
    ).toEqual([
      "I. MỤC ĐÍCH",
      "1. Mục đích",
      "2. Yêu cầu",
      "II. NHIỆM VỤ",
      "1. Tuyên truyền",
      "a) Ở xã",
      "b) Ở thôn",
      "- Loa",
      "2. Vận động",
      "a) Quỹ",
    ]);
  });

  const cases: [what: string, levels: string[], items: [number, string][], lines: string[]][] = [
    [
      "1.1. from two levels",
      [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")],
      [
        [0, "A"],
        [1, "B"],
        [1, "C"],
        [0, "D"],
        [1, "E"],
      ],
      ["1. A", "1.1. B", "1.2. C", "2. D", "2.1. E"],
    ],
    [
      "roman above, decimal below when the level is legal",
      [level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")],
      [
        [0, "A"],
        [1, "B"],
      ],
      ["I. A", "1.1. B"],
    ],
    [
      "Bước 1:",
      [level(0, "decimal", "Bước %1:")],
      [
        [0, "Đăng ký"],
        [0, "Khảo sát"],
      ],
      ["Bước 1: Đăng ký", "Bước 2: Khảo sát"],
    ],
    [
      "lower roman and upper letter",
      [level(0, "upperLetter", "%1."), level(1, "lowerRoman", "(%2)")],
      [
        [0, "x"],
        [1, "y"],
        [1, "z"],
      ],
      ["A. x", "(i) y", "(ii) z"],
    ],
    [
      "letters as Word counts them: d, e and no đ",
      [level(0, "lowerLetter", "%1)")],
      "abcdefgh".split("").map((letter) => [0, letter]),
      "abcdefgh".split("").map((letter) => `${letter}) ${letter}`),
    ],
    ["01, 02", [level(0, "decimalZero", "%1.")], [[0, "x"]], ["01. x"]],
    ["no gap when the level says so", [level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>')], [[0, "x"]], ["1.x"]],
    [
      "a level that never restarts",
      [level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')],
      [
        [0, "A"],
        [1, "B"],
        [0, "C"],
        [1, "D"],
      ],
      ["I. A", "1. B", "II. C", "2. D"],
    ],
    [
      "a level below a skipped one: the skipped one counts as used",
      [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")],
      [
        [1, "B"],
        [0, "A"],
      ],
      ["1.1. B", "2. A"],
    ],
    ["a symbol font's bullet", [level(0, "bullet", "\uf0b7")], [[0, "x"]], ["• x"]],
    ["a plus stays", [level(0, "bullet", "+")], [[0, "x"]], ["+ x"]],
    ["numberless level", [level(0, "none", "")], [[0, "x"]], ["x"]],
  ];
  test.each(cases)("%s", (_, levels, items, lines) => {
    expect(labels(levels, items)).toEqual(lines);
  });

  test("two lists of one definition go on counting; a start override begins again, once", () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = list(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, override);
    const body = [item("a", 1), item("b", 2), item("c", 3), item("d", 3), item("e", 1)].join("");
    expect(linesOf(handmadeDocx({ numbering, body }))).toEqual(["1. a", "2. b", "1. c", "2. d", "3. e"]);
  });

  test("a level replaced in one list only", () => {
    const numbering =
      list(0, level(0, "decimal", "%1.")) +
      num(1, 0) +
      num(2, 0, `<w:lvlOverride w:ilvl="0">${level(0, "upperRoman", "Phần %1:")}</w:lvlOverride>`);
    expect(linesOf(handmadeDocx({ numbering, body: item("a", 1) + item("b", 2) }))).toEqual(["1. a", "Phần II: b"]);
  });

  test("numbering comes through the style, its parents and the level that names the style; numId 0 takes it away", () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Muc"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Khoan"/></w:style>',
    ].join("");
    const numbering =
      list(0, level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>'), level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>')) +
      num(1, 0);
    const styled = (text: string, style: string, more = ""): string => paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const body = [
      styled("A", "Muc"),
      styled("B", "Khoan"),
      styled("không số", "Khoan", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      styled("C", "Khoan"),
      styled("D", "Muc"),
    ].join("");
    expect(linesOf(handmadeDocx({ numbering, styles, body }))).toEqual(["I. A", "1. B", "không số", "2. C", "II. D"]);
  });

  test("a list that points at a numbering style", () => {
    const styles = '<w:style w:type="numbering" w:styleId="DanhMuc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="DanhMuc"/>' +
      level(0, "decimal", "Điều %1.") +
      "</w:abstractNum>" +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DanhMuc"/></w:abstractNum>' +
      num(1, 0) +
      num(2, 1);
    expect(linesOf(handmadeDocx({ numbering, styles, body: item("a", 2) + item("b", 2) }))).toEqual(["Điều 1. a", "Điều 2. b"]);
  });

  test("what the docx library writes", async () => {
    const format = (at: number, kind: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
      level: at,
      format: kind,
      text,
      alignment: AlignmentType.LEFT,
    });
    const numbering = {
      config: [
        {
          reference: "plan",
          levels: [
            format(0, LevelFormat.UPPER_ROMAN, "%1."),
            format(1, LevelFormat.DECIMAL, "%2."),
            format(2, LevelFormat.LOWER_LETTER, "%3)"),
          ],
        },
      ],
    };
    const line = (text: string, at: number, instance = 0) => new Paragraph({ text, numbering: { reference: "plan", level: at, instance } });
    const file = new Document({
      numbering,
      sections: [{ children: [line("A", 0), line("B", 1), line("C", 2), line("D", 2), line("E", 0), line("F", 1), line("G", 0, 1)] }],
    });
    expect(linesOf(await Packer.toBuffer(file))).toEqual(["I. A", "1. B", "a) C", "b) D", "II. E", "1. F", "I. G"]);
  });
});
