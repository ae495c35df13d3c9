import { expect, test } from "vitest";
import { askedShares, unratedOf, type Stated } from "./shares.ts";

const province: Stated = { body: 1, all: 300, rated: 20, at: 0, from: 0, until: 99 };
const binhLam: Stated = { body: 2, all: 40, rated: 12, at: 10, from: 10, until: 19 };
const hoaPhu: Stated = { body: 3, all: 25, rated: 5, at: 20, from: 20, until: 29 };

test.each([
  ["nobody says how many there are", [], 0],
  ["one commune", [binhLam], 28],
  ["two communes", [binhLam, hoaPhu], 48],
  ["a province says all there is: its communes have said a part of it", [province, hoaPhu, binhLam], 280],
  ["two bodies of one area say the same", [province, { ...province, body: 4, all: 290 }], 280],
  ["communes together say more than the province", [{ ...province, all: 50 }, binhLam, hoaPhu], 48],
  ["more were rated than are said to be there", [{ ...binhLam, all: 10 }], 0],
])("beside those that were rated: %s", (_what, stated, count) => {
  expect(unratedOf(stated)).toBe(count);
});

test("names are known, each once", () => {
  expect(askedShares(["appraisal/enterprise/of", "appraisal/enterprise/of", "appraisal/other/of", "activity/any/count"])).toEqual([
    { name: "appraisal/enterprise/of", rated: "enterprise", part: "of" },
  ]);
});
