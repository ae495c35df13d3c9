import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folded, likeness, shingles } from "./likeness.ts";

const long = "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc tại 12 khu dân cư với sự tham gia của đông đảo Nhân dân";

describe("likeness of two texts", () => {
  test.each([
    ["the same", long, long, 1],
    ["marks, capitals and punctuation aside", long, long.toLocaleUpperCase("vi").replaceAll(" ", " , "), 1],
    ["a shortened copy is a copy", long, "Ngày hội Đại đoàn kết toàn dân tộc tại 12 khu dân cư", 1],
    ["nothing in common", long, "Sửa chữa hai căn nhà cho hộ nghèo thôn Đông", 0],
    ["empty", long, "", 0],
  ])("%s", (_name, a, b, share) => expect(likeness(shingles(a), shingles(b))).toBe(share));

  test("one other number in a long sentence is still alike", () => {
    expect(likeness(shingles(long), shingles(long.replace("12", "9")))).toBeGreaterThan(0.7);
  });
});

describe("folding", () => {
  const fold = (texts: string[]) => folded(texts, (text) => text).map(({ head, alike }) => [head, ...alike.map(({ item }) => item)]);

  test("copies go under the fullest text, in the order of reading", () => {
    const other = "Sửa chữa hai căn nhà cho hộ nghèo thôn Đông, trị giá 60 triệu đồng";
    const copy = "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc tại 12 khu dân cư";
    expect(fold([copy, other, long])).toEqual([[other], [long, copy]]);
  });
  test("short texts are folded only when they are the same", () => {
    expect(fold(["Họp thôn", "Họp thôn Đông", "họp thôn"])).toEqual([["Họp thôn", "họp thôn"], ["Họp thôn Đông"]]);
  });
  test("nothing is lost and nothing comes twice", () => {
    const texts = fc.array(
      fc.array(fc.constantFrom("xã", "họp", "dân", "nhà", "quỹ", "tặng", "quà"), { maxLength: 9 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(texts, (all) => {
        expect(fold(all).flat().toSorted()).toEqual(all.toSorted());
      }),
    );
  });
  test("a thousand texts are quick, and copies are found", () => {
    const texts = Array.from(
      { length: 1000 },
      (_, at) => `Đơn vị ${at % 250} tổ chức ${at % 250} cuộc họp bàn việc ${(at % 250) * 7} của khu ${(at % 250) * 3}`,
    );
    expect(fold(texts)).toHaveLength(250);
  });
});
