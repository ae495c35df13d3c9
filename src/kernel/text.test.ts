import { expect, test } from "vitest";
import { fold, matchesOf, nfc, oneTone, squeeze } from "./text.ts";

test.each([
  ["Ủy ban  Mặt trận", "uy ban mat tran"],
  ["Uỷ ban\u00a0Mặt trận", "uy ban mat tran"],
  ["ĐẢNG ỦY xã Hòa Phú", "dang uy xa hoa phu"],
  ["đảng uỷ xã Hoà Phú".normalize("NFD"), "dang uy xa hoa phu"],
])("fold %j", (text, key) => {
  expect(fold(text)).toBe(key);
});

test.each([
  ["hoà giải", "hòa giải"],
  ["Uỷ ban", "Ủy ban"],
  ["ỦY BAN", "ỦY BAN"],
  ["quý III", "quý III"],
  ["toàn dân", "toàn dân"],
])("oneTone %j", (text, expected) => {
  expect(oneTone(text)).toBe(expected);
  expect(oneTone(text)).toHaveLength(nfc(text).length);
});

test("squeeze collapses every kind of white space", () => {
  expect(squeeze(" Số:\u00a0\t 130 \n/KH ")).toBe("Số: 130 /KH");
});

test.each([
  ["a1b22", /\d+/g],
  ["aXbX", /(?<=\p{L})(?=X)/gu],
  ["", /x/g],
  ["a😀b", /(?:)/gu],
  ["năm 2026, năm 2027", /năm (?<year>\d{4})/gu],
])("matches of %j are those of matchAll, called twice", (text, find) => {
  for (let time = 0; time < 2; time++) expect(matchesOf(text, find)).toEqual([...text.matchAll(find)]);
});
