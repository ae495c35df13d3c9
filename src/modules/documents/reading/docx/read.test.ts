import { expect, describe, test } from "vitest";
import { defaultLimits } from "../extracted.ts";
import { readDocx } from "./read.ts";
import { type Handmade, handmadeDocx, item, level, list, num, paragraph, run, table, tableCell } from "./handmade.ts";

const read = (file: Handmade) => readDocx(handmadeDocx(file), defaultLimits);
const linesOf = (body: string, more: Partial<Handmade> = {}): string[] => read({ body, ...more }).lines;
const noteCodes = (file: Handmade): string[] => read(file).notes.map(({ code }) => code);

describe("what stands in a paragraph", () => {
  const cases: [what: string, body: string, lines: string[]][] = [
    ["runs join without gaps", paragraph(run("KẾ HO") + run("ẠCH")), ["KẾ HOẠCH"]],
    ["an empty paragraph is a line", paragraph("") + paragraph("a"), ["", "a"]],
    [
      "a line break makes a line",
      paragraph("<w:r><w:t>giai đoạn 2026-2030 và</w:t><w:br/><w:t>xây dựng</w:t></w:r>"),
      ["giai đoạn 2026-2030 và", "xây dựng"],
    ],
    [
      "tabs, no-break and soft hyphens",
      paragraph("<w:r><w:tab/><w:t>KH</w:t><w:noBreakHyphen/><w:t>UB</w:t><w:softHyphen/><w:t>ND</w:t></w:r>"),
      ["\tKH-UBND"],
    ],
    ["tab stops are no tabs", paragraph("x", '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'), ["x"]],
    ["symbols", paragraph('<w:r><w:t>đạt </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90 %</w:t></w:r>'), ["đạt ≥ 90 %"]],
    [
      "hyperlinks and smart tags",
      paragraph(`<w:hyperlink r:id="x">${run("binhlam.vn")}</w:hyperlink><w:smartTag w:element="place">${run(" xã")}</w:smartTag>`),
      ["binhlam.vn xã"],
    ],
    [
      "content controls, but not their prompts",
      paragraph(
        `<w:sdt><w:sdtPr/><w:sdtContent>${run("đã điền")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Bấm để nhập")}</w:sdtContent></w:sdt>`,
      ),
      ["đã điền"],
    ],
    ["a block content control", `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("a")}${paragraph("b")}</w:sdtContent></w:sdt>`, ["a", "b"]],
    [
      "the result of a field, not its code",
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "d" </w:instrText></w:r>' +
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run("18") +
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>' +
          run(" tháng 11"),
      ),
      ["18 tháng 11"],
    ],
    [
      "a field that never ends",
      paragraph('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>') + paragraph("sau"),
      ["", "sau"],
    ],
    [
      "a character for new programs, and its stand-in",
      paragraph(
        '<w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice Requires="x"><n xmlns="n"/></mc:Choice><mc:Fallback><w:t>☎</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      ),
      ["a☎"],
    ],
    ["a simple field", paragraph(`<w:fldSimple w:instr="AUTHOR">${run("Bình Lâm")}</w:fldSimple>`), ["Bình Lâm"]],
    ["capitals by format are what the page shows", paragraph(run("Kế hoạch", "<w:caps/>")), ["KẾ HOẠCH"]],
    ["decomposed letters stay as the file has them", paragraph("hoa\u0323t động"), ["hoa\u0323t động"]],
    ["entities", paragraph("A &amp; B &lt; C"), ["A & B < C"]],
  ];
  test.each(cases)("%s", (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines);
  });

  test("hidden text is left out, and said", () => {
    const body = paragraph(run("thấy") + run("ẩn", "<w:vanish/>") + run(" hiện", '<w:vanish w:val="0"/>'));
    expect(linesOf(body)).toEqual(["thấy hiện"]);
    expect(noteCodes({ body })).toEqual(["hidden_text"]);
  });
});

describe("tracked changes", () => {
  test("insertions in, deletions out, each once when moved", () => {
    const body = paragraph(
      run("Trước ngày ") +
        `<w:del w:id="1"><w:r><w:delText>10/12</w:delText></w:r></w:del><w:ins w:id="2">${run("15/12")}</w:ins>` +
        `<w:moveFrom w:id="3">${run("cũ")}</w:moveFrom><w:moveTo w:id="4">${run(" hằng năm")}</w:moveTo>`,
    );
    expect(linesOf(body)).toEqual(["Trước ngày 15/12 hằng năm"]);
    expect(noteCodes({ body })).toEqual(["tracked_changes"]);
  });

  test("a deleted paragraph mark joins two paragraphs; a deleted paragraph leaves no line and no number", () => {
    const removed = "<w:rPr><w:del w:id='1'/></w:rPr>";
    const numbered = (text: string, mark = "") => paragraph(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${mark}`);
    const body =
      numbered("a") +
      numbered("<w:del w:id='2'><w:r><w:delText>bỏ</w:delText></w:r></w:del>", removed) +
      numbered("b", removed) +
      paragraph(" tiếp") +
      numbered("c");
    expect(linesOf(body, { numbering: list(0, level(0, "decimal", "%1.")) + num(1, 0) })).toEqual(["1. a", "2. b tiếp", "3. c"]);
  });

  test("a deleted row", () => {
    const body = `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tableCell("bỏ")}</w:tr><w:tr>${tableCell("giữ")}</w:tr></w:tbl>`;
    expect(linesOf(body)).toEqual(["giữ"]);
  });
});

describe("text boxes", () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const modern = (text: string): string => `<w:drawing><a xmlns="x"><wps:txbx>${box(text)}</wps:txbx></a></w:drawing>`;
  const old = (text: string): string => `<w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict>`;

  test("the two versions of one box are read once, after the paragraph they hang on", () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${modern("DỰ THẢO")}</mc:Choice><mc:Fallback>${old("DỰ THẢO")}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(linesOf(paragraph(both + run("KẾ HOẠCH")))).toEqual(["KẾ HOẠCH", "DỰ THẢO"]);
  });

  test("the old version when the new one holds nothing", () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wpx"><w:drawing/></mc:Choice><mc:Fallback>${old("HỎA TỐC")}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(linesOf(paragraph(both))).toEqual(["", "HỎA TỐC"]);
  });
});

describe("tables", () => {
  test("cell after cell, an empty one too, with the shape beside the text", () => {
    const { lines, tables } = read({
      body: paragraph("Phụ lục") + table(["TT", "Nội dung", "Chủ trì"], ["1", "Tập huấn", ""]) + paragraph("hết"),
    });
    expect(lines).toEqual(["Phụ lục", "TT", "Nội dung", "Chủ trì", "1", "Tập huấn", "", "hết"]);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ role: "data", line: 2, lineCount: 6 });
    expect(tables[0]?.rows[1]?.cells[2]).toEqual({ column: 2, columnSpan: 1, rowSpan: 1, line: 7, lineCount: 1, text: "" });
  });

  test("merged cells are read once and carry their span", () => {
    const merged = (kind: string, text: string): string => tableCell(text, `<w:vMerge${kind}/>`);
    const body = table([merged(' w:val="restart"', "I"), "A"], [merged("", ""), "B"], [tableCell("chung", '<w:gridSpan w:val="2"/>')]);
    const { lines, tables } = read({ body });
    expect(lines).toEqual(["I", "A", "B", "chung"]);
    expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text, rowSpan, columnSpan }) => [text, rowSpan, columnSpan]))).toEqual([
      [
        ["I", 2, 1],
        ["A", 1, 1],
      ],
      [["B", 1, 1]],
      [["chung", 1, 2]],
    ]);
  });

  test("numbers of a list in the first column", () => {
    const cell = tableCell(item("", 1));
    expect(linesOf(table([cell, "a"], [cell, "b"]), { numbering: list(0, level(0, "decimal", "%1")) + num(1, 0) })).toEqual([
      "1 ",
      "a",
      "2 ",
      "b",
    ]);
  });

  test("the letterhead is read column by column, in one row or two", () => {
    const issuer = tableCell(paragraph("ỦY BAN MTTQ VIỆT NAM") + paragraph("XÃ BÌNH LÂM"));
    const motto = tableCell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Độc lập - Tự do - Hạnh phúc"));
    const expected = [
      "ỦY BAN MTTQ VIỆT NAM",
      "XÃ BÌNH LÂM",
      "Số: 05/KH-MTTQ-BTT",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Bình Lâm, ngày 05 tháng 01 năm 2026",
    ];
    const { lines, tables } = read({ body: table([issuer, motto], ["Số: 05/KH-MTTQ-BTT", "Bình Lâm, ngày 05 tháng 01 năm 2026"]) });
    expect(lines).toEqual(expected);
    expect(tables[0]?.role).toBe("letterhead");
    expect(tables[0]?.rows[1]?.cells.map(({ line }) => line)).toEqual([3, 6]);
  });

  test("recipients, then the signature", () => {
    const { lines, tables } = read({
      body: table([tableCell(paragraph("Nơi nhận:") + paragraph("- Lưu: VT.")), "CHỦ TỊCH"], ["", "Y Mai"]),
    });
    expect(lines).toEqual(["Nơi nhận:", "- Lưu: VT.", "", "CHỦ TỊCH", "Y Mai"]);
    expect(tables[0]?.role).toBe("signature");
  });

  test("a table in a cell keeps its own place", () => {
    const { lines, tables } = read({ body: paragraph("x") + table([tableCell(paragraph("ngoài") + table(["trong"]) + paragraph("sau"))]) });
    expect(lines).toEqual(["x", "ngoài", "trong", "sau"]);
    expect(tables.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe("beside the text", () => {
  test("footnotes stand apart, at the line that refers to them", () => {
    const footnotes = `<w:footnote w:id="0">${paragraph("")}</w:footnote><w:footnote w:id="2">${paragraph("Kế hoạch số 09.")}</w:footnote>`;
    const {
      lines,
      footnotes: found,
      notes,
    } = read({ body: paragraph("a") + paragraph(`${run("b")}<w:r><w:footnoteReference w:id="2"/></w:r>`), footnotes });
    expect(lines).toEqual(["a", "b"]);
    expect(found).toEqual([{ line: 2, text: "Kế hoạch số 09." }]);
    expect(notes.map(({ code }) => code)).toEqual(["footnotes"]);
  });

  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId-header"/></w:sectPr>';
  test("page headers and watermarks are no text, but are there to be searched", () => {
    const header = paragraph("Trang 1") + paragraph('<w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r>');
    const { lines, margins } = read({ body: paragraph("a") + section, header });
    expect(lines).toEqual(["a"]);
    expect(margins).toEqual(["Trang 1", "MẬT"]);
  });

  test("a letterhead typed into the page header leads the text", () => {
    const { lines, notes } = read({ body: paragraph("KẾ HOẠCH") + section, header: paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") });
    expect(lines).toEqual(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"]);
    expect(notes.map(({ code }) => code)).toEqual(["letterhead_in_page_header"]);
  });

  test("fonts from before Unicode are read as they look", () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const body =
      paragraph(run("céng hßa x· héi", font(".VnTime"))) +
      paragraph(run("MËt", font(".VnTimeH"))) +
      paragraph(run("Coäng hoøa xaõ hoäi, ñöôøng", font("VNI-Times")));
    expect(linesOf(body)).toEqual(["cộng hòa xã hội", "MẬT", "Cộng hòa xã hội, đường"]);
  });

  test("strict files use other namespaces", () => {
    const numbering = list(0, level(0, "decimal", "%1.")) + num(1, 0);
    expect(linesOf(item("a", 1), { numbering, strict: true })).toEqual(["1. a"]);
  });
});
