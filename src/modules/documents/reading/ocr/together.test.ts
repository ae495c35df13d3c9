import { expect, test } from "vitest";
import type { FoundWord } from "./engine.ts";
import { together } from "./together.ts";

const word = (text: string, left: number, right: number, confidence = 0.9): FoundWord => ({
  text,
  left,
  right,
  top: 100,
  bottom: 130,
  baseline: 128,
  confidence,
});

test("of two readings the running one has the marks, the scattered one the spaces; what differs is doubtful", () => {
  const scattered = [word("tình", 0, 40), word("ủy", 50, 70), word("MỤC", 100, 150), word("ĐÍCH", 160, 220), word("năm", 300, 340)];
  const running = [word("tỉnh", 1, 41), word("ủy", 50, 70, 0.95), word("MỤCĐÍCH", 100, 220), word("năm.", 300, 345)];
  const read = together(scattered, running);
  expect(read.map(({ text }) => text)).toEqual(["tỉnh", "ủy", "MỤC", "ĐÍCH", "năm."]);
  expect(read[0]).toMatchObject({ other: "tình", confidence: 0.75 });
  expect(read[1]?.confidence).toBe(0.95);
  expect(read[4]).not.toHaveProperty("other");
});

test("what one reading overlooked comes from the other, without its specks", () => {
  const read = together([word("1", 0, 10)], [word("Hội", 100, 140), word("¬", 200, 205), word("mờ", 300, 330, 0.2)]);
  expect(read.map(({ text }) => text)).toEqual(["1", "Hội"]);
});
