import { describe, expect, test } from "vitest";
import type { UnitId } from "../../../../kernel/ids.ts";
import { columnsOf, headingsOf } from "./headings.ts";
import { outcomesOf, proposedFor, yearOfList } from "./decisions.ts";
import { owesRegistration } from "./owing.ts";
import { readRows, unitFinder } from "./rows.ts";

describe("headings", () => {
  test("are found under titles, in two rows where the upper one is merged", () => {
    const sheet = [
      ["DANH SÁCH MÔ HÌNH", "", "", "", ""],
      ["STT", "Tên mô hình", "Lĩnh vực", "", "Đơn vị thực hiện"],
      ["", "", "Kinh tế", "QP-AN", ""],
      ["1", "Ngõ sạch", "", "x", "Xã Bình Lâm"],
    ];
    const found = headingsOf(sheet);
    expect(found).toEqual({ at: 1, rows: 2, headings: ["STT", "Tên mô hình", "Kinh tế", "QP-AN", "Đơn vị thực hiện"] });
    const columns = columnsOf(found.headings, { said: undefined, remembered: {} }).map(({ field }) => field);
    expect(columns).toEqual([null, "name", "field", "field", "lead"]);
    const [row] = readRows(sheet.slice(3), { headings: found.headings, columns, firstLine: 4, unitNamed: () => null });
    expect(row).toMatchObject({ line: 4, name: "Ngõ sạch", field: "defence-security", unknownUnit: "Xã Bình Lâm" });
  });

  test("mean what somebody said, then what was meant last time, then what they say", () => {
    const headings = ["Tên mô hình", "Ghi chú"];
    expect(columnsOf(headings, { said: { c1: "output" }, remembered: {} }).map(({ field }) => field)).toEqual([null, "output"]);
    expect(columnsOf(headings, { said: undefined, remembered: { "ghi chu": "output" } })).toEqual([
      { field: "name", by: "guessed" },
      { field: "output", by: "remembered" },
    ]);
  });
});

test("units are found by their area and by their shortened names; a name that two bear is nobody's", () => {
  const units = [
    { id: 1 as UnitId, name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", areaName: "xã Bình Lâm" },
    { id: 2 as UnitId, name: "Hội LHPN xã Bình Lâm", kind: "womens-union", areaName: "xã Bình Lâm" },
    { id: 3 as UnitId, name: "Ban Công tác Mặt trận thôn Đoài", kind: "front", areaName: "thôn Đoài" },
    { id: 4 as UnitId, name: "Ban Công tác Mặt trận thôn Đoài", kind: "front", areaName: "thôn Đoài" },
  ];
  const find = unitFinder(units, { kind: "front", chosen: { "chi-hoi-7": 2 as UnitId } });
  expect(["Xã Bình Lâm", "UBMTTQVN xã Bình Lâm", "Hội Liên hiệp Phụ nữ xã Bình Lâm", "Chi hội 7", "Ban CTMT thôn Đoài"].map(find)).toEqual([
    1,
    1,
    2,
    2,
    null,
  ]);
});

test("a unit owes until it has the new ones, the allotted ones, or any where no number is named", () => {
  const none = { leastNew: null, allotted: [], registered: 0, accepted: 0, fresh: 0 };
  expect(owesRegistration(none)).toBe(true);
  expect(owesRegistration({ ...none, registered: 1 })).toBe(false);
  expect(owesRegistration({ ...none, leastNew: 2, registered: 3, fresh: 1 })).toBe(true);
  expect(owesRegistration({ ...none, leastNew: 0 })).toBe(false);
  expect(owesRegistration({ ...none, allotted: [{ kind: "model", theme: "", count: 2 }], accepted: 1 })).toBe(true);
});

describe("rows that look like others", () => {
  const similar = (more: object = {}) => ({ line: null, name: "Ngõ không rác", leadId: 1, reasons: ["name" as const], score: 0, ...more });
  test.each([
    ["nothing is like it", [], "new"],
    ["the same name at the same lead", [similar()], "same"],
    ["the same name at another lead", [similar({ leadId: 2 })], "new"],
    ["another year under another name", [similar({ name: "Ngõ xanh", reasons: ["text", "renamed"] })], "year"],
    ["the same text of the same year", [similar({ name: "Ngõ xanh", reasons: ["text"], score: 80 })], "same"],
    ["a name that is near", [similar({ name: "Ngõ không rác thải" })], "new"],
  ] as const)("%s", (_, found, proposed) => {
    expect(proposedFor({ name: "ngõ  KHÔNG rác", leadId: 1 }, found)).toBe(proposed);
  });

  const row = (line: number, proposed: "new" | "same" | "year", ...others: { id: string | null; line: number | null }[]) => ({
    line,
    proposed,
    similar: others,
  });
  const known = (id: string) => ({ id, line: null });
  const above = (line: number) => ({ id: null, line });

  test("go where they were decided to, through rows further up", () => {
    const rows = [
      row(4, "new", known("a")),
      row(5, "same", known("a"), known("b")),
      row(6, "same", above(5)),
      row(7, "year", above(4)),
      row(8, "new"),
    ];
    const outcomes = (more: Parameters<typeof outcomesOf>[1]) => Object.fromEntries(outcomesOf(rows, more));
    expect(outcomes({ similar: "proposed" })).toEqual({
      4: { as: "model", of: null },
      5: { as: "note", of: "a" },
      6: { as: "note", of: "a" },
      7: { as: "model", of: 4 },
      8: { as: "model", of: null },
    });
    expect(outcomes({ similar: "new", decisions: { r5: "year 1", r6: "same" } })).toMatchObject({
      5: { as: "model", of: "b" },
      6: { as: "note", of: "b" },
      7: { as: "model", of: null },
    });
  });

  test.each([
    [["DANH SÁCH MÔ HÌNH NĂM 2024", "Sheet1", "a.xlsx"], 2024],
    [["Danh sách", "2023", "a.xlsx"], 2023],
    [["Danh sách", "Sheet1", "mo-hinh-2022.xlsx"], 2022],
    [["Số 120241 dòng", "Sheet1"], null],
  ])("the year of %s", (texts, year) => expect(yearOfList(texts)).toBe(year));
});
