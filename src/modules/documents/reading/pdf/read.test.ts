import { describe, expect, test } from "vitest";
import { Problem } from "../../../../kernel/errors.ts";
import type { Extracted } from "../extracted.ts";
import { decodeTcvn3 } from "../legacy-fonts.ts";
import { readDocument } from "../read.ts";
import { findSecrecyMark } from "../secrecy.ts";
import { drawnLine, handmadePdf, type HandmadePdf } from "./handmade.ts";

/** In the codes of an old font: the only Vietnamese that a PDF can have without a font of its own. */
const sentences = [
  "Uû ban nh©n d©n x· B×nh L©m tæ chøc tuyªn truyÒn, vËn ®éng Nh©n d©n.",
  "MÆt trËn Tæ quèc x· chñ tr×, phèi hîp víi c¸c ®oµn thÓ thùc hiÖn.",
  "B¸o c¸o kÕt qu¶ tr­íc ngµy 30 th¸ng 6 n¨m 2026 vÒ Ban D©n vËn.",
  "C¸c chi bé th«n ph©n c«ng ®¶ng viªn phô tr¸ch tõng hé gia ®×nh.",
  "KiÓm tra, ®«n ®èc viÖc thùc hiÖn kÕ ho¹ch ë c¸c khu d©n c­.",
];
const read = sentences.map((sentence) => decodeTcvn3(sentence));
/** Lines that fill their page are one paragraph. */
const whole = read.join(" ");
const old = { font: ".VnTime" };
const flat = sentences.map((sentence, at) => drawnLine(sentence, 70, 760 - at * 40)).join("");
const pdf = (file: HandmadePdf): Promise<Extracted> => readDocument({ name: "ke-hoach.pdf", bytes: handmadePdf(file) });
const codesOf = ({ notes }: Extracted): string[] => notes.map(({ code }) => code);

async function refusal(file: HandmadePdf | Uint8Array): Promise<Problem> {
  try {
    await readDocument({ name: "a.pdf", bytes: file instanceof Uint8Array ? file : handmadePdf(file) });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("it was read");
}

describe("a text layer in an old font", { timeout: 60_000 }, () => {
  test("by the font's name", async () => {
    const extracted = await pdf({ pages: [{ content: flat }], ...old });
    expect(extracted.lines.join(" ")).toBe(whole);
    expect([extracted.needsRecognition, codesOf(extracted)]).toEqual([false, ["legacy_font"]]);
  });

  test("by what the words become, where the name was lost", async () => {
    const extracted = await pdf({ pages: [{ content: flat }], font: "ABCDEF+TT1D" });
    expect(extracted.lines.join(" ")).toBe(whole);
    expect(codesOf(extracted)).toEqual(["legacy_font"]);
  });
});

describe("pages that are turned", () => {
  const up = sentences.map((sentence, at) => drawnLine(sentence, 80 + at * 40, 70, { turned: true })).join("");
  test.each([
    ["by the viewer", { content: up, rotate: 90 as const }],
    ["by nobody: a wide table printed up the sheet", { content: up }],
    ["the wrong way", { content: flat, rotate: 180 as const }],
  ])("%s", async (_, page) => {
    const { lines, margins, needsRecognition, pages } = await pdf({ pages: [{ content: flat }, page], ...old });
    expect([lines.join(" "), margins, needsRecognition]).toEqual([`${whole} ${whole}`, [], false]);
    expect(pages[1]?.lineCount).toBe(pages[0]?.lineCount);
  });

  test("words up the margin are no part of the text, and each is looked through for stamps", async () => {
    const beside = drawnLine("mËt", 30, 100, { turned: true }) + drawnLine("TuyÖt mËt", 30, 500, { turned: true });
    const extracted = await pdf({ pages: [{ content: flat + beside }], ...old });
    expect([extracted.lines.join(" "), extracted.margins]).toEqual([whole, ["mật", "Tuyệt mật"]]);
    expect(findSecrecyMark({ name: "a.pdf", ...extracted })).toEqual({ mark: "TUYỆT MẬT", line: null });
  });
});

describe("a table that goes on over the end of a page", () => {
  const [left, middle, right] = [70, 120, 520];
  const small = { size: 10 };
  const table = (top: number, heights: readonly number[], cells: readonly (readonly [first: string, second: string[]])[]): string => {
    const edges = heights.reduce<number[]>((all, height) => [...all, (all.at(-1) ?? 0) - height], [top]);
    const rules = edges.map((y) => `${left} ${y} m ${right} ${y} l S\n`);
    const sides = [left, middle, right].map((x) => `${x} ${top} m ${x} ${edges.at(-1)} l S\n`);
    const words = cells.map(([first, second], at) => {
      const y = (edges[at] ?? 0) - 14;
      return drawnLine(first, left + 4, y, small) + second.map((line, row) => drawnLine(line, middle + 4, y - row * 15, small)).join("");
    });
    return [...rules, ...sides, ...words].join("");
  };
  const [one = "", two = "", three = "", four = ""] = sentences;

  test("a row in two halves is one row, its heading told once", async () => {
    const pages = [
      {
        content:
          flat +
          table(
            300,
            [20, 40, 40],
            [
              ["TT", ["Néi dung"]],
              ["1", [one]],
              ["2", ["Mçi th«n, tæ d©n phè x©y dùng Ýt nhÊt mét m« h×nh tù qu¶n vÒ"]],
            ],
          ),
      },
      {
        content:
          table(
            780,
            [20, 40, 40],
            [
              ["TT", ["Néi dung"]],
              ["", ["vÖ sinh m«i tr­êng, b¸o c¸o Mét trËn x·;"]],
              ["3", [two]],
            ],
          ) +
          drawnLine(three, 70, 600) +
          drawnLine(four, 70, 560),
      },
    ];
    const { lines, tables } = await pdf({ pages, ...old });
    const joined = decodeTcvn3("Mçi th«n, tæ d©n phè x©y dùng Ýt nhÊt mét m« h×nh tù qu¶n vÒ vÖ sinh m«i tr­êng, b¸o c¸o Mét trËn x·;");
    expect(lines.slice(lines.indexOf("TT")).slice(0, 8)).toEqual(["TT", "Nội dung", "1", read[0], "2", joined, "3", read[1]]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2, 2]);
  });
});

describe("files that are locked, long or damaged", { timeout: 60_000 }, () => {
  test("one that may only not be printed is read", async () => {
    expect((await pdf({ pages: [{ content: flat }], encrypted: "open", ...old })).lines.join(" ")).toBe(whole);
  });

  test("a file that hangs on it is told of", async () => {
    expect(codesOf(await pdf({ pages: [{ content: flat }], attached: "phu-luc.xlsx", ...old }))).toEqual([
      "legacy_font",
      "embedded_document",
    ]);
  });

  const strange = sentences.map((_, at) => drawnLine("qwx zzk wfj jjk bcd fgh klm npq", 70, 700 - at * 40)).join("");
  const sound = handmadePdf({ pages: [{ content: flat }], ...old });
  test.each([
    ["a password", { pages: [{ content: flat }], encrypted: "closed" as const }, "encrypted"],
    ["five hundred pages", { pages: Array.from({ length: 500 }, () => ({ content: flat })) }, "too_long"],
    ["no pages", { pages: [] }, "empty"],
    ["its first bytes only", sound.slice(0, 60), "damaged"],
    [
      "a hundred and thirty sheets that spell no words",
      { pages: Array.from({ length: 130 }, () => ({ content: strange })) },
      "too_many_scans",
    ],
  ])("%s", async (_, file, reason) => {
    const { details, text } = await refusal(file);
    expect(details["reason"]).toBe(reason);
    expect(text.vi).toMatch(/[Hh]ãy/);
    expect(text.en).toMatch(/[Uu]pload/);
  });
});
