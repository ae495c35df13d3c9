import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Problem } from "../../../../kernel/errors.ts";
import { defaultLimits } from "../extracted.ts";
import { type Handmade, handmadeDocx, paragraph, run, table } from "./handmade.ts";
import { readDocx } from "./read.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (file: Handmade) => readDocx(handmadeDocx(file), defaultLimits);
const codesOf = (file: Handmade): string[] => read(file).notes.map(({ code }) => code);

describe("a document that another program left inside for Word to take in", () => {
  const around = `${paragraph("trước")}<w:altChunk r:id="rId-part"/>${paragraph("sau")}`;
  const inner = handmadeDocx({ body: paragraph("trong Word") + table(["a", "b"]) });
  const withPart = (path: string, content: Uint8Array): Handmade => ({ body: around, related: { part: [path, content] } });
  const chunks: [what: string, path: string, content: Uint8Array, lines: string[]][] = [
    [
      "a web page",
      "part.htm",
      utf8("<html><body><p>Giao <b>Ban Dân vận</b></p><ol type=a><li>Một</ol></body></html>"),
      ["Giao Ban Dân vận", "a) Một"],
    ],
    ["RTF", "part.rtf", utf8("{\\rtf1\\ansi Giao K\\u7871?\\par}"), ["Giao Kế"]],
    ["text", "part.txt", utf8("Giao Mặt trận\nchủ trì"), ["Giao Mặt trận", "chủ trì"]],
    [".docx", "part.docx", inner, ["trong Word", "a", "b"]],
    ["nothing", "part.htm", utf8("<html><body></body></html>"), []],
  ];
  test.each(chunks)("%s stands in its place", (_, path, content, lines) => {
    const { lines: found, notes } = read(withPart(path, content));
    expect(found).toEqual(["trước", ...lines, "sau"]);
    expect(notes).toEqual([]);
  });

  test("its tables, footnotes and notes come along", () => {
    const footnotes = `<w:footnote w:id="2">${paragraph("theo Kế hoạch số 09")}</w:footnote>`;
    const body = paragraph(`${run("b")}<w:r><w:footnoteReference w:id="2"/></w:r>`) + table(["c", "d"]);
    const { lines, tables, footnotes: found, notes } = read(withPart("part.docx", handmadeDocx({ body, footnotes })));
    expect(lines).toEqual(["trước", "b", "c", "d", "sau"]);
    expect(tables.map(({ line }) => line)).toEqual([3]);
    expect(found).toEqual([{ line: 2, text: "theo Kế hoạch số 09" }]);
    expect(notes.map(({ code }) => code)).toEqual(["footnotes"]);
  });

  test.each([
    ["a PDF", withPart("part.pdf", utf8("%PDF-1.4"))],
    ["a broken one", withPart("part.docx", inner.slice(0, 200))],
    ["one in one in one", withPart("part.docx", handmadeDocx({ ...withPart("x.docx", inner) }))],
    ["one that is not there", { body: around }],
  ])("what cannot be read is said: %s", (_, file) => {
    expect(read(file).lines.at(0)).toBe("trước");
    expect(codesOf(file)).toEqual(["embedded_document"]);
  });

  test("macros and bombs are refused there too", () => {
    const macros = handmadeDocx({ body: paragraph("a"), extra: { "word/vbaProject.bin": utf8("x") } });
    const bomb = zipSync({ "[Content_Types].xml": utf8("x"), "a.bin": new Uint8Array(2 * 1024 * 1024) });
    for (const [content, reason] of [
      [macros, "macros"],
      [bomb, "archive_too_large"],
    ] as const) {
      const refused = (): unknown => read(withPart("part.docx", content));
      expect(refused).toThrow(Problem);
      expect(refused).toThrow(expect.objectContaining({ details: { reason } }));
    }
  });
});

describe("what hangs on a paragraph is read, or told of", () => {
  const drawn = (inner: string): string => paragraph(`${run("a")}<w:r><w:drawing><g xmlns="x">${inner}</g></w:drawing></w:r>`);
  const drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const diagram = `<d:dataModel xmlns:d="dgm" ${drawing}><d:pt><d:t><a:p><a:r><a:t>Ban chỉ</a:t></a:r><a:r><a:t> đạo tỉnh</a:t></a:r></a:p></d:t></d:pt><d:pt><d:t><a:p><a:r><a:t>Tổ giúp việc</a:t></a:r></a:p></d:t></d:pt></d:dataModel>`;

  test("the words of SmartArt, lettering and text of shapes", () => {
    const related = { data: ["diagrams/data1.xml", utf8(diagram)] as [string, Uint8Array] };
    expect(read({ body: drawn('<relIds r:dm="rId-data"/>'), related })).toMatchObject({
      lines: ["a", "Ban chỉ đạo tỉnh", "Tổ giúp việc"],
      notes: [],
    });
    expect(read({ body: drawn(`<a:txBody ${drawing}><a:p><a:r><a:t>Hỏa tốc</a:t></a:r></a:p></a:txBody>`) }).lines).toEqual([
      "a",
      "Hỏa tốc",
    ]);
    const lettering = paragraph(`${run("a")}<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>`);
    expect(read({ body: lettering }).lines).toEqual(["a", "DỰ THẢO"]);
  });

  const endnotes = `<w:endnote w:id="2">${paragraph("Nguồn: báo cáo")}</w:endnote>`;
  test("endnotes stand with the footnotes", () => {
    const both = paragraph(`${run("a")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>`);
    const footnotes = `<w:footnote w:id="2">${paragraph("Theo kế hoạch")}</w:footnote>`;
    expect(read({ body: both, footnotes, endnotes }).footnotes).toEqual([
      { line: 1, text: "Theo kế hoạch" },
      { line: 1, text: "Nguồn: báo cáo" },
    ]);
  });

  test("what was chosen in the boxes of an old form", () => {
    const field = (data: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const list = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Quý I"/><w:listEntry w:val="Quý II"/></w:ddList>';
    const box = (checked: string): string => `<w:checkBox><w:default w:val="0"/>${checked}</w:checkBox>`;
    const body = paragraph(run("Hạn: ") + field(list) + field(box("<w:checked/>")) + field(box("")));
    expect(read({ body }).lines).toEqual(["Hạn: Quý II☒☐"]);
  });

  test.each([
    ["a chart", drawn("<chart/>"), ["diagrams"]],
    ["a diagram whose words are elsewhere", drawn('<relIds r:dm="rId-none"/>'), ["diagrams"]],
    [
      "a spreadsheet shown as a picture",
      paragraph('<w:r><w:t>a</w:t><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject xmlns:o="o"/></w:object></w:r>'),
      ["pictures", "embedded_document"],
    ],
    ["a document of its own", paragraph('<w:subDoc r:id="x"/>') + paragraph("a"), ["embedded_document"]],
    ["a comment", paragraph(`${run("a")}<w:r><w:commentReference w:id="1"/></w:r>`), ["comments"]],
  ])("a note tells of %s", (_, body, codes) => {
    expect(codesOf({ body })).toEqual(codes);
  });
});
