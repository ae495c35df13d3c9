import { describe, expect, test } from "vitest";
import { item, party, unit } from "./cases.ts";
import type { Meant } from "./matrix.ts";
import { dutiesOf, matrixOf, problemsOf } from "./matrix.ts";

const meant = (id: string, units: number[], more: Partial<Meant> = {}): Meant => ({
  id,
  printed: id,
  skipped: false,
  understood: true,
  recipient: false,
  units,
  ...more,
});

const [binhLam, hoaPhu, dangUy, vanPhong] = [
  unit(11, "MTTQ xã Bình Lâm"),
  unit(12, "MTTQ xã Hòa Phú"),
  unit(21, "Đảng ủy xã Bình Lâm", "party-committee"),
  unit(31, "Văn phòng", "office"),
];
const units = new Map([binhLam, hoaPhu, dangUy, vanPhong].map((u) => [u.id, u]));

const items = [
  item("a", "Chọn 01 mô hình", { leads: [party("mỗi xã")], partners: [party("văn phòng"), party("mỗi xã")] }),
  item("b", "Báo cáo kết quả", { kind: "report", leads: [party("mỗi xã")], reporting: { to: "MTTQ tỉnh", via: null, next: null } }),
  item("c", "Tổ chức sơ kết"),
];
const expressions = [meant("mỗi xã", [11, 12]), meant("văn phòng", [31])];

describe("dutiesOf", () => {
  test("a unit stands once in a clause; a lead is not its own partner; who reports has a role of its own", () => {
    expect(dutiesOf(items, expressions)).toEqual([
      { itemId: "a", unitId: 11, role: "lead" },
      { itemId: "a", unitId: 12, role: "lead" },
      { itemId: "a", unitId: 31, role: "partner" },
      { itemId: "b", unitId: 11, role: "report" },
      { itemId: "b", unitId: 12, role: "report" },
    ]);
  });

  test("a skipped expression means nobody", () => expect(dutiesOf(items, [meant("mỗi xã", [11], { skipped: true })])).toEqual([]));
});

test("matrixOf tells units of one kind with the same duties once, own subordinates first", () => {
  const edges = new Map([
    [11, "assign"],
    [12, "assign"],
    [31, "coordinate"],
  ] as const);
  const { rows, clauses } = matrixOf(items, dutiesOf(items, expressions), units, edges);
  expect(clauses.map(({ itemId }) => itemId)).toEqual(["a", "b", "c"]);
  expect(rows.map((row) => [row.edge, row.units.map(({ id }) => id), row.cells.map(({ itemId, role }) => `${itemId}:${role}`)])).toEqual([
    ["assign", [11, 12], ["a:lead", "b:report"]],
    ["coordinate", [31], ["a:partner"]],
  ]);
});

describe("problemsOf", () => {
  const fine = {
    periodFrom: "2026-01-01",
    periodTo: "2030-12-31",
    issueDate: "2026-05-04",
    items: [
      item("a", "Chọn 01 mô hình", {
        leads: [party("mỗi xã")],
        due: { kind: "date", text: "trước ngày 20/7/2026", date: "2026-07-20", lastDay: "2026-07-19", recurrence: null } as const,
      }),
    ],
    expressions: [meant("mỗi xã", [11]), meant("nơi nhận", [11], { recipient: true })],
    duties: [{ itemId: "a", unitId: 11, role: "lead" } as const],
    units,
    gone: new Set<number>(),
    unconfirmed: [],
    issuer: 1,
    today: "2026-05-04",
    pendingLinks: [],
  };

  test("nothing stands out in a plan that says who and when", () => expect(problemsOf(fine)).toEqual([]));

  test("who leads an item under the very words of the list of recipients does receive it", () =>
    expect(problemsOf({ ...fine, expressions: [meant("mỗi xã", [11], { listed: true })] })).toEqual([]));

  test.each([
    [{ periodTo: null }, "no-period", true],
    [{ issueDate: null }, "no-issue-date", true],
    [{ periodTo: "2026-05-03" }, "period-over", false],
    [{ expressions: [...fine.expressions, meant("cán bộ chuyên trách", [], { understood: false })] }, "not-understood", true],
    [{ expressions: [...fine.expressions, meant("MTTQ các huyện", [])] }, "nobody-meant", false],
    [{ unconfirmed: [11] }, "edge-unconfirmed", true],
    [{ duties: [] }, "no-lead", false],
    [{ items: [item("a", "Chọn 01 mô hình", { leads: [party("mỗi xã")] })] }, "no-due", false],
    [{ today: "2026-08-01" }, "due-past", false],
    [{ expressions: [meant("mỗi xã", [11])] }, "not-recipient", false],
    [{ gone: new Set([11]) }, "unit-gone", false],
    [{ pendingLinks: [{ itemId: "p", clause: "III", text: "…" }] }, "link-pending", true],
  ] as const)("%o", (change, kind, blocks) =>
    expect(problemsOf({ ...fine, ...change } as Parameters<typeof problemsOf>[0])).toMatchObject([{ kind, blocks }]),
  );

  test("an expression that was settled by hand or set aside blocks nothing", () => {
    const settled = [meant("cán bộ", [11], { understood: false }), meant("người dân", [], { understood: false, skipped: true })];
    expect(problemsOf({ ...fine, expressions: [...fine.expressions, ...settled] })).toEqual([]);
  });
});
