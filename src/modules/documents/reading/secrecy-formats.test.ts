import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { handmadeDocx, paragraph, run, table } from "./docx/handmade.ts";
import { decodeTcvn3, decodeVni } from "./legacy-fonts.ts";
import { readDocument } from "./read.ts";
import { findSecrecyMark } from "./secrecy.ts";
import { secrecyMarks } from "./secrecy-in-name.ts";

const markIn = async (name: string, bytes: Uint8Array) => findSecrecyMark({ name, ...(await readDocument({ name, bytes })) })?.mark ?? null;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));

const plan = (mark: string): string =>
  `ỦY BAN NHÂN DÂN\nXÃ BÌNH LÂM\nSố: 05/KH-UBND\n${mark}\nKẾ HOẠCH\nThực hiện nhiệm vụ năm 2026 của Ủy ban nhân dân xã và các đơn vị`;
const without = plan("Bản số 1");

describe("the mark as LibreOffice saves it, wherever it was put", () => {
  const folder = resolve(import.meta.dirname, "../../../../test/fixtures/secrecy");
  const marks: Record<string, string> = {
    text: "MẬT",
    cell: "TỐI MẬT",
    header: "TUYỆT MẬT",
    footer: "MẬT",
    box: "TỐI MẬT",
    watermark: "TUYỆT MẬT",
    lettering: "MẬT",
  };
  const files = readdirSync(folder);

  test("every format is there", () => {
    const places = Object.keys(marks);
    for (const extension of ["docx", "doc", "odt", "rtf"]) for (const place of places) expect(files).toContain(`${place}.${extension}`);
    for (const extension of ["html", "pdf"]) for (const place of places.slice(0, 5)) expect(files).toContain(`${place}.${extension}`);
  });

  test.each(files)("%s", async (file) => {
    const [place = "", extension] = file.split(".");
    expect(await markIn(`a.${extension}`, new Uint8Array(readFileSync(join(folder, file))))).toBe(marks[place]);
  });
});

/** What an old font has for each letter; of the capitals with marks it has none, the small ones are drawn as such. */
function encoder(decode: (text: string) => string, codes: readonly string[]): (text: string) => string {
  const byLetter = new Map(codes.map((code) => [decode(code), code]));
  return (text) => [...text].map((letter) => byLetter.get(letter) ?? byLetter.get(letter.toLowerCase()) ?? letter).join("");
}
const high = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0xa1 + at));
const toTcvn3 = encoder(decodeTcvn3, high);
const toVni = encoder(decodeVni, [..."aeouyôöAEOUYÔÖ"].flatMap((letter) => high.map((mark) => letter + mark)).concat(high));

describe.each(secrecyMarks)("%s", (mark) => {
  const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(mark)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const margin = (name: string): string => `<w:sectPr><w:${name}Reference r:id="rId-${name}"/></w:sectPr>`;
  const page = (body: string, head = ""): Uint8Array => utf8(`<html><head>${head}</head><body><p>KẾ HOẠCH</p>${body}</body></html>`);
  const word = (body: string, more = {}): Uint8Array => handmadeDocx({ body: paragraph("KẾ HOẠCH") + body, ...more });
  const chunk = { related: { part: ["part.htm", page(`<p>${mark}</p>`)] as [string, Uint8Array] } };
  const rtf = (body: string): Uint8Array =>
    latin1(`{\\rtf1\\ansi\\ansicpg1258 KE HOACH\\par ${body.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0)}?`)}}`);
  const files: [what: string, name: string, bytes: Uint8Array][] = [
    [".docx, text", "a.docx", word(paragraph(mark))],
    [".docx, letters in runs of their own", "a.docx", word(paragraph([...mark].map((letter) => run(letter)).join("")))],
    [".docx, cell", "a.docx", word(table(["Bản số 1", mark]))],
    [".docx, table in a table", "a.docx", word(table([`<w:tc>${table([mark])}</w:tc>`]))],
    [".docx, text box", "a.docx", word(paragraph(box))],
    [".docx, text box in the page header", "a.docx", word(margin("header"), { header: paragraph(box) })],
    [".docx, page header", "a.docx", word(margin("header"), { header: paragraph(mark) })],
    [".docx, page footer", "a.docx", word(margin("footer"), { footer: paragraph(mark) })],
    [".docx, inserted with changes tracked", "a.docx", word(paragraph(`<w:ins>${run(mark)}</w:ins>`))],
    [".docx, in a document inside", "a.docx", word('<w:altChunk r:id="rId-part"/>', chunk)],
    [".html, text", "a.html", page(`<p><b>${mark}</b></p>`)],
    [".html, cell", "a.html", page(`<table><tr><td>Bản số 1<td>${mark}</table>`)],
    [".html, list", "a.html", page(`<ul><li>${mark}</ul>`)],
    [".html, capitals by style", "a.html", page(`<p style="text-transform:uppercase">${mark.toLowerCase()}</p>`)],
    [
      ".html, Word's lettering",
      "a.html",
      page(`<p><!--[if gte vml 1]><v:shape><v:textpath style="x" string="${mark}"/></v:shape><![endif]-->a</p>`),
    ],
    [".rtf, text", "a.rtf", rtf(`${mark}\\par`)],
    [".rtf, cell", "a.rtf", rtf(`\\trowd\\cellx1\\cellx2\\intbl Ban so 1\\cell ${mark}\\cell\\row\\pard`)],
    [".rtf, header", "a.rtf", rtf(`{\\header ${mark}\\par}a\\par`)],
    [".rtf, box of an old Word", "a.rtf", rtf(`{\\*\\do\\dptxbx{\\dptxbxtext\\pard ${mark}\\par}}a\\par`)],
    [".txt", "a.txt", utf8(plan(mark))],
    [".txt, decomposed", "a.txt", utf8(plan(mark).normalize("NFD"))],
    [".txt, UTF-16", "a.txt", utf16(plan(mark))],
    [".txt, TCVN3", "a.txt", latin1(toTcvn3(plan(mark)))],
    [".txt, VNI", "a.txt", latin1(toVni(plan(mark)))],
    [".txt, TCVN3 saved as Unicode", "a.txt", utf8(toTcvn3(plan(mark)))],
    [".txt, only the mark in TCVN3", "a.txt", utf8(without.replace("Bản số 1", toTcvn3(mark)))],
    [".txt, only the mark in VNI", "a.txt", utf8(without.replace("Bản số 1", toVni(mark)))],
    [".md", "a.md", utf8(`# KẾ HOẠCH\n\n**${mark}**\n`)],
    [".md, table", "a.md", utf8(`# KẾ HOẠCH\n\n| Bản số 1 | ${mark} |\n|---|---|\n`)],
  ];
  test.each(files)("%s", async (_, name, bytes) => {
    expect(await markIn(name, bytes)).toBe(mark);
  });
});

test("the same plans without a mark are read", async () => {
  const files = [utf8(without), latin1(toTcvn3(without)), latin1(toVni(without))];
  for (const bytes of files) expect(await markIn("a.txt", bytes)).toBeNull();
  expect(await markIn("a.html", utf8(`<html><body><p>${without}</p></body></html>`))).toBeNull();
});
