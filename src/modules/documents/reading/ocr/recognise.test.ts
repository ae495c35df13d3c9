import { expect, test } from "vitest";
import { pageOf } from "./recognise.ts";
import type { FoundWord } from "./engine.ts";

const found = (text: string, left: number, width: number): FoundWord => ({
  text,
  left,
  right: left + width,
  top: 300,
  bottom: 340,
  baseline: 338,
  confidence: 0.96,
});

test("a number that is wider than its figures is doubtful, and stays as it was recognised", () => {
  // Figures are 20 pixels wide; "11." was read as "1.".
  const words = [found("2026.", 100, 90), found("30/6/2026", 300, 160), found("15", 600, 40), found("1.", 700, 50), found("8", 800, 18)];
  const { words: read } = pageOf({
    width: 1800,
    height: 2500,
    dotsPerInch: 220,
    rules: [],
    scattered: words,
    running: words,
    lone: [],
    stamps: [],
  });
  expect(read.map(({ text, confidence }) => [text, confidence])).toEqual([
    ["2026.", 0.96],
    ["30/6/2026", 0.96],
    ["15", 0.96],
    ["1.", 0.7],
    ["8", 0.96],
  ]);
});
