import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Problem } from "../../../kernel/errors.ts";
import { defaultLimits, type Limits } from "./extracted.ts";
import { readDocument } from "./read.ts";
import { findSecrecyMark } from "./secrecy.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(resolve(import.meta.dirname, "../../../../test/fixtures/features", name)));
const features = (extension: string): Uint8Array => fixture(`features.${extension}`);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesOf = async (name: string, bytes: Uint8Array): Promise<string[]> => (await readDocument({ name, bytes })).lines;

async function refusal(name: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Problem> {
  try {
    await readDocument({ name, bytes }, { ...defaultLimits, ...limits });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

describe("one document with everything in it, as LibreOffice saves it", () => {
  const kinds = ["docx", "doc", "odt", "rtf"];
  test.each(kinds)(".%s", async (kind) => {
    const extracted = await readDocument({ name: `a.${kind}`, bytes: features(kind) });
    const { lines, tables, margins, footnotes, notes } = extracted;
    // LibreOffice keeps no "legal" numbers: its own files say I.1 where Word says 1.1.
    const sub = kind === "docx" ? ["1.1.", "1.2.", "2.1."] : ["I.1.", "I.2.", "II.1."];
    expect(lines.slice(0, 6)).toEqual(["I. MỤC ĐÍCH", `${sub[0]} Một`, `${sub[1]} Hai`, "II. YÊU CẦU", `${sub[2]} Ba`, "a) Bốn"]);
    expect(lines).toEqual(expect.arrayContaining(["Giữ lại thêm vào", "Thấy được", "cộng hòa xã hội", "CHỮ IN HOA", "Có chú thích"]));
    // LibreOffice leaves the box out of its RTF.
    if (kind !== "rtf") expect(lines).toContain("Chữ trong khung");
    expect(
      tables[0]?.rows.map(({ cells }) => cells.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan])),
    ).toEqual([
      [
        ["A", 0, 1, 2],
        ["B và C", 1, 2, 1],
      ],
      [
        ["D", 1, 1, 1],
        ["E", 2, 1, 1],
      ],
      [
        ["F", 0, 1, 1],
        ["G", 1, 1, 1],
        ["H", 2, 1, 1],
      ],
    ]);
    expect(footnotes).toEqual([{ line: lines.indexOf("Có chú thích") + 1, text: "Nội dung chú thích" }]);
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(["tracked_changes", "hidden_text", "footnotes", "legacy_font"]));
    expect(findSecrecyMark({ name: "a", ...extracted })).toEqual({ mark: "MẬT", line: null });
    expect(margins).toContain("MẬT");
  });
});

test.each(["docx", "doc", "odt", "rtf"])("footnotes, endnotes and comments in .%s", async (kind) => {
  const { lines, footnotes, notes } = await readDocument({ name: `a.${kind}`, bytes: fixture(`notes.${kind}`) });
  expect(lines).toEqual(["Trước", "Có chú thích", "Có chú thích cuối", "Sau"]);
  expect(footnotes).toEqual([
    { line: 2, text: "Theo kế hoạch" },
    { line: 3, text: "Nguồn: báo cáo" },
  ]);
  expect(notes.map(({ code }) => code)).toEqual(["comments", "footnotes"]);
});

describe("what a page shows and is not read is told of", () => {
  const html = (body: string): Uint8Array => utf8(`<html><body><p>a</p>${body}</body></html>`);
  const rtf = (body: string): Uint8Array => latin1(`{\\rtf1 a\\par ${body}}`);
  test.each([
    ["a frame", "a.html", html("<iframe src=x></iframe>"), "embedded_document"],
    ["an object", "a.html", html("<object data=x></object>"), "embedded_document"],
    ["a drawing", "a.html", html("<svg><text>x</text></svg>"), "diagrams"],
    ["Word's comments", "a.html", html("<div style='mso-element:comment-list'><p>x</p></div>"), "comments"],
    ["a comment", "a.rtf", rtf("{\\*\\annotation x\\par}"), "comments"],
    ["an object", "a.rtf", rtf("{\\object\\objemb{\\*\\objdata 00}}"), "embedded_document"],
  ])("%s in %s", async (_, name, bytes, code) => {
    const { lines, notes } = await readDocument({ name, bytes });
    expect([lines, notes.map((note) => note.code)]).toEqual([["a"], [code]]);
  });
});

describe("rtf", () => {
  const rtf = (body: string): Uint8Array =>
    latin1(
      `{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0 Times New Roman;}{\\f1\\fcharset163 Arial;}{\\f2 .VnTime;}}{\\info{\\title x}}${body}}`,
    );
  const cases: [what: string, body: string, lines: string[]][] = [
    ["Unicode with what old readers show", "K\\u7871\\'ea ho\\u7841?ch", ["Kế hoạch"]],
    ["uc2", "\\uc2 K\\u7871\\'ea\\'ec ho\\u7841??ch", ["Kế hoạch"]],
    ["the Vietnamese code page", "\\f1 K\\'ea\\'ec ho\\'a1i", ["Kế ho¡i"]],
    ["an old font", "\\f2 c\\'e9ng h\\'dfa x\\'b7 h\\'e9i", ["cộng hòa xã hội"]],
    ["labels beside their items", "{\\listtext\\pard I.\\tab}\\ls1 M\\par {\\pntext -\\tab}N\\par", ["I. M", "- N"]],
    ["hidden, deleted, unknown", "a{\\v b}{\\deleted c}{\\*\\nothing d}e", ["ae"]],
    ["fields", "{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}", ["7"]],
    ["a box", "a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par}}{\\shprslt c}}d\\par", ["ad", "b"]],
    ["a box of an old Word", "a{\\*\\do\\dobxpage\\dptxbx{\\dptxbxtext\\pard b\\par}\\dpx1}d\\par", ["ad", "b"]],
    [
      "lettering",
      "a{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv D\\u7920? TH\\u7842?O}}{\\sp{\\sn x}{\\sv 9}}}}d\\par",
      ["ad", "DỰ THẢO"],
    ],
    ["binary data", "a{\\pict\\bin3 }}{}b", ["ab"]],
    ["cells", "\\trowd\\cellx1\\cellx2\\intbl a\\cell b\\cell\\row\\pard c\\par", ["a", "b", "c"]],
  ];
  test.each(cases)("%s", async (_, body, lines) => {
    expect(await linesOf("a.rtf", rtf(body))).toEqual(lines);
  });
});

describe("html", () => {
  const cases: [what: string, html: string, lines: string[]][] = [
    ["paragraphs and white space", "<p>Một\n  <b>hai</b> ba</p><div>bốn<br>năm</div>", ["Một hai ba", "bốn", "năm"]],
    [
      "lists",
      '<ol type=I start=2><li>A<ol><li>B<li value=5>C</ol><li>D</ol><ul><li>E</ul><ol type="a"><li><p>F</p></ol>',
      ["II. A", "1. B", "5. C", "III. D", "- E", "a) F"],
    ],
    ["what is not shown", "<script>x</script><p hidden>y</p><p style='display:none'>z</p><nav>m</nav><p>a</p>", ["a"]],
    [
      "Word's labels",
      "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>I.<span>&nbsp;&nbsp; </span></span><![endif]>A</p>",
      ["I. A"],
    ],
    ["an old font in a style", "<p style='font-family:.VnTime,serif'>céng hßa</p>", ["cộng hòa"]],
    ["the main part", "<div>Quảng cáo</div><main><p>Kế hoạch</p></main>", ["Kế hoạch"]],
    ["cells", "<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", ["a", "b", "c"]],
  ];
  test.each(cases)("%s", async (_, html, lines) => {
    expect(await linesOf("a.html", utf8(`<html><meta charset=utf-8><body>${html}</body></html>`))).toEqual(lines);
  });

  test("a page saved as one file, under the name .doc", async () => {
    const page =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="X"\r\n\r\n--X\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>K=E1=BA=BF ho=\r\n=E1=BA=A1ch</p>\r\n--X--';
    expect(await linesOf("a.doc", latin1(page))).toEqual(["Kế hoạch"]);
  });
});

describe("text in old encodings", () => {
  test("TCVN3 and VNI codes that were saved as Unicode are seen by their words", async () => {
    const tcvn = "KÕ ho¹ch sè 12 cña ñy ban nh©n d©n x· vÒ viÖc thùc hiÖn nhiÖm vô n¨m 2026";
    expect((await linesOf("a.txt", utf8(tcvn)))[0]).toBe("Kế hoạch số 12 của ủy ban nhân dân xã về việc thực hiện nhiệm vụ năm 2026");
    const vni = "Keá hoaïch soá 12 cuûa uûy ban nhaân daân xaõ veà vieäc thöïc hieän nhieäm vuï naêm 2026";
    expect((await linesOf("a.html", utf8(`<html><p>${vni}</p></html>`)))[0]).toBe(
      "Kế hoạch số 12 của ủy ban nhân dân xã về việc thực hiện nhiệm vụ năm 2026",
    );
    expect((await linesOf("a.txt", latin1(vni)))[0]).toMatch(/^Kế hoạch số 12 của ủy ban/);
  });

  test("a line of Unicode with a foreign word stays as it is", async () => {
    const text = "Kế hoạch của Ủy ban nhân dân xã\nMùa thu ở Besançon và Zürich";
    expect((await readDocument({ name: "a.txt", bytes: utf8(text) })).text).toBe(text);
  });
});

describe("files that are turned away, with what to do", () => {
  const changed = (bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array => {
    const files = unzipSync(bytes);
    return zipSync({ ...files, [part]: strToU8(change(strFromU8(files[part] ?? new Uint8Array()))) });
  };
  const flagged = (at: number, value: number): Uint8Array => {
    const bytes = features("doc").slice();
    // The main stream of this file begins at the first sector.
    const header = Buffer.from(bytes.buffer).indexOf(Buffer.from([0xec, 0xa5]));
    bytes[header + at] = value;
    return bytes;
  };
  const withStorage = (name: string): Uint8Array => {
    const bytes = Buffer.from(features("doc"));
    const at = bytes.indexOf(Buffer.from("CompObj", "utf16le")) - 2;
    bytes.fill(0, at, at + 64);
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, at + 0x40);
    return new Uint8Array(bytes);
  };
  const encryption = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  const odt = features("odt");
  const doc = features("doc");
  const bomb = zipSync({ ...unzipSync(odt), "media/a.bin": new Uint8Array(4 * 1024 * 1024) });
  const cases: [what: string, name: string, bytes: Uint8Array, reason: string][] = [
    ["a password on .doc", "a.doc", flagged(0x0b, 0x13), "encrypted"],
    [
      "a password on .odt",
      "a.odt",
      changed(odt, "META-INF/manifest.xml", (xml) => xml.replace("</manifest:manifest>", encryption)),
      "encrypted",
    ],
    ["macros in .doc", "a.doc", withStorage("Macros"), "macros"],
    ["macros in .odt", "a.odt", zipSync({ ...unzipSync(odt), "Basic/Standard/Module1.xml": utf8("<x/>") }), "macros"],
    ["Word 6", "a.doc", flagged(0, 0xdc), "other_format"],
    ["the beginning of a .doc", "a.doc", doc.slice(0, 3000), "mislabelled"],
    ["half an .odt", "a.odt", odt.slice(0, odt.length / 2), "damaged"],
    ["half an .rtf", "a.rtf", features("rtf").slice(0, 6000), "damaged"],
    ["an .odt without contents", "a.odt", zipSync({ mimetype: utf8("application/vnd.oasis.opendocument.text") }), "damaged"],
    ["a spreadsheet named .odt", "a.odt", zipSync({ mimetype: utf8("application/vnd.oasis.opendocument.spreadsheet") }), "mislabelled"],
    ["a bomb in .odt", "a.odt", bomb, "archive_too_large"],
    ["an empty .rtf", "a.rtf", latin1("{\\rtf1 }"), "empty"],
    ["an empty page", "a.html", utf8("<html><body></body></html>"), "empty"],
    ["a page of pictures", "a.html", utf8("<html><body><img src=x></body></html>"), "only_pictures"],
    ["nesting without end", "a.html", utf8(`<html>${"<div>".repeat(5000)}a`), "damaged"],
    ["groups without end", "a.rtf", latin1(`{\\rtf1 ${"{".repeat(6000)}a${"}".repeat(6000)}}`), "damaged"],
  ];
  test.each(cases)("%s", async (_, name, bytes, reason) => {
    const { details, text } = await refusal(name, bytes);
    expect(details["reason"]).toBe(reason);
    expect(text.vi).toMatch(/[Hh]ãy/);
    expect(text.en).toMatch(/[Uu]pload|[Ss]ave|[Oo]pen/);
  });

  test("five hundred pages", { timeout: 60_000 }, async () => {
    const page = `${"Ủy ban nhân dân xã tổ chức thực hiện kế hoạch. ".repeat(48)}\n`;
    expect((await refusal("a.html", utf8(`<html><p>${page.repeat(500)}`))).details["reason"]).toBe("too_long");
    expect((await refusal("a.txt", utf8(page.repeat(500)))).details["reason"]).toBe("too_long");
    expect((await refusal("a.rtf", latin1(`{\\rtf1 ${"x".repeat(1_200_000)}}`))).details["reason"]).toBe("too_long");
    expect((await refusal("a.doc", doc, { characters: 20 })).details["reason"]).toBe("too_long");
    expect((await refusal("a.odt", odt, { characters: 20 })).details["reason"]).toBe("too_long");
  });
});
