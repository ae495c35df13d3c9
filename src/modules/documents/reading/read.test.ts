import { existsSync, readdirSync, readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Problem } from "../../../kernel/errors.ts";
import { handmadeDocx, paragraph } from "./docx/handmade.ts";
import { defaultLimits, type Limits } from "./extracted.ts";
import { readDocument } from "./read.ts";

const docx = handmadeDocx({ body: paragraph("KẾ HOẠCH") });
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const latin1 = (content: string): Uint8Array => Uint8Array.from(Buffer.from(content, "latin1"));

async function refusal(name: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Problem> {
  try {
    await readDocument({ name, bytes }, { ...defaultLimits, ...limits });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

describe("plain text", () => {
  test("is the file's text: line n here is line n there", async () => {
    const content = "\tKẾ HOẠCH  \n\n I. MỤC ĐÍCH\u00a0\n";
    const { text: read, lines, kind } = await readDocument({ name: "a.txt", bytes: text(content) });
    expect(read).toBe(content);
    expect(lines).toEqual(content.split("\n"));
    expect(kind).toBe("txt");
  });

  const cases: [what: string, bytes: Uint8Array, read: string][] = [
    ["byte order mark and CRLF", text("\ufeffMột\r\nHai\r\n"), "Một\nHai\n"],
    ["CR alone", text("Một\rHai"), "Một\nHai"],
    ["UTF-16 with its mark", Uint8Array.from(Buffer.from("\ufeffKế hoạch", "utf16le")), "Kế hoạch"],
    ["UTF-16 without", Uint8Array.from(Buffer.from("Ke hoach so 12 cua Uy ban nhan dan", "utf16le")), "Ke hoach so 12 cua Uy ban nhan dan"],
    ["TCVN3", latin1("KÕ ho¹ch sè 12 cña ñy ban nh©n d©n x·"), "Kế hoạch số 12 của ủy ban nhân dân xã"],
  ];
  test.each(cases)("%s", async (_, bytes, read) => {
    expect((await readDocument({ name: "a.txt", bytes })).text).toBe(read);
  });

  test("windows-1258, whose tones follow their vowels", async () => {
    const content = "Kế hoạch của Ủy ban nhân dân xã về việc thực hiện";
    const { text: read, notes } = await readDocument({ name: "a.txt", bytes: windows1258(content) });
    expect(read).toBe(content);
    expect(notes.map(({ code }) => code)).toEqual(["encoding"]);
  });

  test("a few broken bytes are shown where they are", async () => {
    const bytes = text("Kế hoạch tuyên truyền, vận động của Ủy ban Mặt trận Tổ quốc xã Bình Lâm ".repeat(3));
    const { text: read, notes } = await readDocument({ name: "a.txt", bytes: bytes.with(bytes.length - 1, 0xff) });
    expect(read).toContain("\ufffd");
    expect(notes.map(({ code }) => code)).toEqual(["unreadable_characters"]);
  });

  const seeds = "../shared/seeds";
  test.runIf(existsSync(seeds))("the real plans come out as they are", async () => {
    for (const name of readdirSync(seeds)) {
      const bytes = readFileSync(`${seeds}/${name}`);
      expect((await readDocument({ name, bytes })).text).toBe(bytes.toString("utf8"));
    }
  });
});

describe("files that are turned away", () => {
  const ole = (stream: string): Uint8Array =>
    latin1(`\u00d0\u00cf\u0011\u00e0${"\0".repeat(600)}${[...stream].map((letter) => `${letter}\0`).join("")}`);
  const other = (type: string): Uint8Array => zipSync({ "[Content_Types].xml": strToU8(`<Types ContentType="application/vnd.${type}"/>`) });
  const cases: [what: string, name: string, bytes: Uint8Array, reason: string][] = [
    ["nothing in it", "a.txt", new Uint8Array(), "empty"],
    ["blank", "a.txt", text(" \n\n"), "empty"],
    ["a Word file without text", "a.docx", handmadeDocx({ body: paragraph("") }), "empty"],
    [
      "a Word file of pictures",
      "a.docx",
      handmadeDocx({ body: paragraph('<w:r><w:drawing><pic xmlns="p"/></w:drawing></w:r>') }),
      "only_pictures",
    ],
    ["a password", "a.docx", ole("EncryptedPackage"), "encrypted"],
    ["an old workbook", "a.xls", ole("Workbook"), "other_format"],
    ["an old workbook named .doc", "a.doc", ole("Workbook"), "mislabelled"],
    ["a list of cells", "a.csv", text("a,b"), "other_format"],
    ["text named .pdf", "a.pdf", text("Kế hoạch"), "damaged"],
    ["a workbook named .docx", "a.docx", other("openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "mislabelled"],
    ["an archive named .docx", "a.docx", zipSync({ "a.txt": text("a") }), "mislabelled"],
    ["text named .docx", "a.docx", text("Kế hoạch"), "damaged"],
    [
      "macros by type",
      "a.docx",
      handmadeDocx({ body: paragraph("a"), contentType: "application/vnd.ms-word.document.macroEnabled.main+xml" }),
      "macros",
    ],
    ["macros by part", "a.docx", handmadeDocx({ body: paragraph("a"), extra: { "word/vbaProject.bin": text("x") } }), "macros"],
    ["macros by name", "a.docm", docx, "macros"],
    ["another format", "a.dat", text("x"), "unknown_format"],
    ["text without a format's name", "ke hoach", text("x"), "unknown_format"],
    ["half a file", "a.docx", docx.slice(0, docx.length / 2), "damaged"],
    ["XML that does not close", "a.docx", handmadeDocx({ body: "<w:p>" }), "damaged"],
    [
      "a document type",
      "a.docx",
      handmadeDocx({ body: "", extra: { "word/document.xml": text('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') } }),
      "damaged",
    ],
    [
      "nesting without end",
      "a.docx",
      handmadeDocx({ body: "<w:sdt><w:sdtContent>".repeat(500) + "</w:sdtContent></w:sdt>".repeat(500) }),
      "damaged",
    ],
    ["a program named .txt", "a.txt", Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256), "not_text"],
  ];
  test.each(cases)("%s", async (_, name, bytes, reason) => {
    const { details, text: message } = await refusal(name, bytes);
    expect(details["reason"]).toBe(reason);
    // Whoever meets it is told what to do, in both languages.
    expect(message.vi).toMatch(/[Hh]ãy|Hiện đọc được/);
    expect(message.en).toMatch(/[Uu]pload|[Ss]ave|can be read|Open|Put/);
  });

  test("content that says what it is counts more than the name, and a note says so", async () => {
    for (const name of ["a.doc", "a.txt", "a.pdf", "ke hoach", "a.bin"]) {
      const { kind, notes } = await readDocument({ name, bytes: docx });
      expect([name, kind, notes.map(({ code }) => code)]).toEqual([name, "docx", ["mislabelled"]]);
    }
    const { kind, notes } = await readDocument({ name: "a.doc", bytes: text("Kế hoạch") });
    expect([kind, notes.map(({ code }) => code)]).toEqual(["txt", ["mislabelled"]]);
    expect((await readDocument({ name: "a.docx", bytes: docx })).notes).toEqual([]);
  });

  test("a bomb is refused before it is unpacked", async () => {
    const bomb = handmadeDocx({ body: paragraph("a"), extra: { "word/media/a.xml": new Uint8Array(4 * 1024 * 1024) } });
    expect(bomb.length).toBeLessThan(200_000);
    expect((await refusal("a.docx", bomb)).details["reason"]).toBe("archive_too_large");
  });

  test("a size that lies takes no more than it says", async () => {
    const long = handmadeDocx({ body: paragraph("a".repeat(100_000)) });
    const lying = Buffer.from(long);
    // Central directory entry of word/document.xml: uncompressed size at offset 24.
    const at = lying.indexOf("word/document.xml", lying.indexOf("PK\u0001\u0002", 0, "latin1"), "latin1") - 46;
    lying.writeUInt32LE(500, at + 24);
    expect((await refusal("a.docx", lying)).details["reason"]).toBe("damaged");
  });

  test("too large, too many parts, too many lines", async () => {
    expect((await refusal("a.docx", docx, { bytes: 10 })).details["reason"]).toBe("too_large");
    expect((await refusal("a.docx", docx, { entries: 2 })).details["reason"]).toBe("archive_too_large");
    expect((await refusal("a.docx", docx, { part: 100 })).details["reason"]).toBe("archive_too_large");
    expect((await refusal("a.txt", text("a\n".repeat(50)), { lines: 20 })).details["reason"]).toBe("too_long");
    expect((await refusal("a.txt", text("ab".repeat(50)), { characters: 20 })).details["reason"]).toBe("too_long");
    expect((await refusal("a.docx", handmadeDocx({ body: paragraph("a".repeat(50)) }), { characters: 20 })).details["reason"]).toBe(
      "too_long",
    );
    expect((await refusal("a.docx", handmadeDocx({ body: paragraph("a").repeat(50) }), { lines: 20 })).details["reason"]).toBe("too_long");
  });
});

/** Base letter (with its vowel mark when the code page has it), then the tone as a character of its own. */
function windows1258(content: string): Uint8Array {
  const byCode = new Map(Array.from({ length: 256 }, (_, code) => [new TextDecoder("windows-1258").decode(Uint8Array.of(code)), code]));
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const codes = [...content].flatMap((letter) => {
    const decomposed = letter.normalize("NFD");
    const tone = decomposed.match(tones)?.join("") ?? "";
    return [...(decomposed.replace(tones, "").normalize("NFC") + tone)].map((part) => byCode.get(part) ?? 0x3f);
  });
  return Uint8Array.from(codes);
}
