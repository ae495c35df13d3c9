import { describe, expect, test } from "vitest";
import { countsPeople, publicFigure } from "./people.ts";
import { slugFor } from "./slug.ts";

describe("a figure that counts few people", () => {
  test.each([
    ["hộ", true],
    ["hộ nghèo", true],
    ["cháu", true],
    ["lượt người", true],
    ["vụ", true],
    ["km", false],
    ["% hộ", false],
    ["triệu đồng", false],
    ["mô hình", false],
  ])("%s counts people: %s", (unit, expected) => expect(countsPeople(unit)).toBe(expected));

  test.each([
    ["4", "hộ", null],
    ["1", "cháu", null],
    ["0", "hộ nghèo", "0"],
    ["5", "hộ", "5"],
    ["3", "km", "3"],
    ["2.5", "km", "2.5"],
  ])("%s %s is shown as %s", (value, unit, expected) => expect(publicFigure(value, unit)).toBe(expected));
});

test("an address is readable and each its own", async () => {
  expect(await slugFor("Ngõ không rác – thôn Đoài", async () => false)).toBe("ngo-khong-rac-thon-doai");
  expect(await slugFor("Ngõ không rác", async (slug) => slug === "ngo-khong-rac")).toBe("ngo-khong-rac-2");
  expect(await slugFor("!!!", async () => false)).toBe("muc");
});
