import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { figuresOf, kinds, pooled } from "../support/plan-score/index.ts";
import { fuzzFiles, fuzzTexts } from "./mutants.ts";
import { documents, folder, type Format, scoreFormat, scoreText } from "./round-trip.ts";

// Nine documents in six formats, on a machine that others use too.
vi.setConfig({ testTimeout: 120_000 });

/** The least F1 of any kind of item, header included; HTML as LibreOffice writes it forgets where an interrupted list went on. */
const floors: [format: Format, floor: number, outline: number][] = [
  ["docx", 0.98, 0.98],
  ["doc", 0.98, 0.98],
  ["odt", 0.98, 0.98],
  ["rtf", 0.98, 0.98],
  ["html", 0.98, 0.9],
];

describe("the own documents, saved in another format, give the plan of their text", () => {
  test.each(floors)(".%s", async (format, floor, outline) => {
    const { figures } = await scoreFormat(format);
    expect(figures.header["f1"]).toBeGreaterThanOrEqual(floor);
    for (const kind of kinds) expect([kind, figures[kind].f1 >= (kind === "outline" ? outline : floor)]).toEqual([kind, true]);
  });

  test("decomposed Unicode", () => {
    const scored = documents.map((name) => scoreText(name, readText(name).normalize("NFD")));
    const figures = figuresOf(pooled(scored));
    for (const kind of kinds) expect([kind, figures[kind].f1 >= 0.98]).toEqual([kind, true]);
  });
});

describe("mutants (more of them: npm run bench -- fuzz)", () => {
  test("of texts: a plan each time, in time", async () => {
    const { failures, tried } = await fuzzTexts(documents.map(readText), 60, 20_000);
    expect([tried, failures]).toEqual([60, []]);
  });

  test("of files: text, or a refusal that says what to do", async () => {
    const { failures, tried } = await fuzzFiles(120, 20_000, ["docx", "doc", "odt", "rtf", "html"]);
    expect([tried, failures]).toEqual([120, []]);
  });
});

function readText(name: string): string {
  for (const from of ["fixtures", "corpus"]) {
    try {
      return readFileSync(join(folder, "../../../src/modules/documents/compile", from, `${name}.txt`), "utf8");
    } catch {
      // The other folder has it.
    }
  }
  throw new Error(`${name}.txt is gone`);
}
