import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Problem } from "../../../kernel/errors.ts";
import { handmadeDocx, item, level, list, num, paragraph, table, tableCell } from "./docx/handmade.ts";
import { defaultLimits } from "./extracted.ts";
import { readDocument } from "./read.ts";
import { readInWorker } from "./read-in-worker.ts";

/** Small, so that a mutant that keeps the reader busy shows as a failure and not as a slow test. */
const limits = { ...defaultLimits, part: 1024 * 1024, inflated: 8 * 1024 * 1024, lines: 5000 };

const sound = handmadeDocx({
  body:
    table(
      [tableCell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), tableCell("x", '<w:vMerge w:val="restart"/>')],
      ["a", tableCell("", "<w:vMerge/>")],
    ) +
    item("MỤC ĐÍCH", 1) +
    item("b", 1, 1) +
    paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>',
      '<w:pStyle w:val="S"/>',
    ) +
    '<w:sectPr><w:headerReference r:id="rId-header"/></w:sectPr>',
  numbering: list(0, level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%2)")) + num(1, 0),
  styles: '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="S"/><w:rPr><w:caps/></w:rPr></w:style>',
  header: paragraph("x"),
});

/** xorshift32: the same mutants every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761 + 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

type Mutation = (bytes: Uint8Array, roll: (sides: number) => number) => Uint8Array;

const flipped: Mutation = (bytes, roll) => {
  const mutant = bytes.slice();
  for (let count = roll(12); count >= 0; count -= 1) mutant[roll(mutant.length)] = roll(256);
  return mutant;
};
const cut: Mutation = (bytes, roll) => bytes.slice(0, roll(bytes.length));
const spliced: Mutation = (bytes, roll) => {
  const [from, to, length] = [roll(bytes.length), roll(bytes.length), roll(200)];
  const mutant = bytes.slice();
  mutant.set(bytes.subarray(from, Math.min(from + length, bytes.length - to + from)), Math.min(to, bytes.length - length - 1));
  return mutant;
};
/** Sound archive, broken XML: words swapped for others, so that tags, attributes and numbers go wrong. */
const vocabulary = [
  "w:p",
  "w:tbl",
  "w:tr",
  "w:tc",
  "w:t",
  "-1",
  "99999999999",
  "NaN",
  "%9",
  "restart",
  "w:numPr",
  "mc:AlternateContent",
  "<",
  ">",
  '"',
  "&#0;",
  "&x;",
];
const reworded: Mutation = (_, roll) => {
  const swap = (text: string): string => {
    const pieces = text.split(/(?<=[<>"/ ])/);
    for (let count = roll(4); count >= 0; count -= 1)
      pieces[roll(pieces.length)] = (vocabulary[roll(vocabulary.length)] ?? "") + (roll(2) ? '"' : ">");
    return pieces.join("");
  };
  const body = swap(item("a", 1) + table(["a", "b"], ["c", "d"]) + paragraph("x"));
  return handmadeDocx({
    body,
    numbering: roll(2) ? swap(list(0, level(0, "decimal", "%1.")) + num(1, 0)) : list(0, level(0, "decimal", "%1.")) + num(1, 0),
  });
};
/** Well-formed XML with absurd values. */
const absurd: Mutation = (_, roll) => {
  const value = ["-5", "2147483648", "1e9", "", "x", "9007199254740993", "NaN"][roll(7)] ?? "";
  const numbering =
    list(0, level(0, "upperRoman", "%1.%2.%9"), level(8, "lowerLetter", "%9")).replaceAll('w:val="1"', `w:val="${value}"`) + num(1, 0);
  return handmadeDocx({ body: item("a", 1) + item("b", 1, 8) + table([tableCell("x", `<w:gridSpan w:val="${value}"/>`)]), numbering });
};
const noise: Mutation = (_, roll) =>
  zipSync({ "word/document.xml": Uint8Array.from({ length: roll(400) }, () => roll(256)), "[Content_Types].xml": new Uint8Array(roll(9)) });

const mutations = { flipped, cut, spliced, reworded, absurd, noise };

describe("damaged and hostile files", () => {
  test.each(Object.entries(mutations))(
    "200 files %s: text or a Problem, never anything else",
    async (_, mutate) => {
      for (let seed = 1; seed <= 200; seed += 1) {
        const bytes = mutate(sound, dice(seed));
        for (const name of ["a.docx", "a.txt"]) {
          try {
            const { text, lines } = await readDocument({ name, bytes }, limits);
            expect(text).toBe(lines.join("\n"));
          } catch (error) {
            expect(error, `seed ${seed}`).toBeInstanceOf(Problem);
          }
        }
      }
    },
    60_000,
  );
});

describe("the worker", { timeout: 60_000 }, () => {
  test("reads what the function reads, and hands refusals over whole", async () => {
    expect(await readInWorker({ name: "a.docx", bytes: sound })).toEqual(await readDocument({ name: "a.docx", bytes: sound }));
    const refusal = await readInWorker({ name: "a.xls", bytes: new TextEncoder().encode("x") }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({
      code: "unsupported",
      details: { reason: "other_format" },
      text: { vi: expect.stringContaining("Lưu thành") },
    });
  });

  test("the caller's bytes stay the caller's", async () => {
    const bytes = sound.slice();
    await readInWorker({ name: "a.docx", bytes });
    expect(bytes.length).toBe(sound.length);
  });

  const heavy = handmadeDocx({ body: `<w:sdt><w:sdtContent>${paragraph("x").repeat(200_000)}</w:sdtContent></w:sdt>` });
  const generous = { ...defaultLimits, ratio: 100_000, part: 512 * 1024 * 1024 };

  test("stops when the time is up", async () => {
    const slow = readInWorker({ name: "a.docx", bytes: heavy }, { ...generous, milliseconds: 150 });
    await expect(slow).rejects.toMatchObject({ details: { reason: "too_slow" } });
  });

  test("stops when the memory is up, and the next file is read", async () => {
    const greedy = readInWorker({ name: "a.docx", bytes: heavy }, { ...generous, memory: 24 });
    await expect(greedy).rejects.toMatchObject({ details: { reason: "archive_too_large" } });
    const next = await Promise.all(Array.from({ length: 5 }, () => readInWorker({ name: "a.docx", bytes: sound })));
    expect(next).toHaveLength(5);
  });
});
