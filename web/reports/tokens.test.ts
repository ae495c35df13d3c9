import { expect, test } from "vitest";
import { piecesOf, readToken, sentenceOf, tokenOf } from "./tokens.ts";

test("a sentence comes apart into words and figures, and together again", () => {
  const sentence = "Đã tổ chức {{activity/training/count}} lớp{{I012:economy|compare}}.";
  expect(piecesOf(sentence)).toEqual([
    { text: "Đã tổ chức " },
    { token: "activity/training/count" },
    { text: " lớp" },
    { token: "I012:economy|compare" },
    { text: "." },
  ]);
  expect(sentenceOf(piecesOf(sentence))).toBe(sentence);
  expect(piecesOf("{{không khép")).toEqual([{ text: "{{không khép" }]);
});

test("the form of a figure is after the bar, its value when there is none", () => {
  expect(readToken("I012:economy|compare")).toEqual({ ref: "I012:economy", part: "compare" });
  expect(readToken("I012")).toEqual({ ref: "I012", part: "value" });
  expect([tokenOf("I012", "value"), tokenOf("I012", "last")]).toEqual(["I012", "I012|last"]);
});
