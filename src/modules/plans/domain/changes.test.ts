import { describe, expect, test } from "vitest";
import { item, party, target, unit } from "./cases.ts";
import type { EditionContent } from "./changes.ts";
import { changesBetween } from "./changes.ts";
import { dueFrom } from "./deadlines.ts";
import { follow, owedBy } from "./following.ts";
import type { Duty } from "./matrix.ts";
import { targetWords } from "./wording.ts";

const units = new Map([unit(11, "MTTQ xã Bình Lâm"), unit(12, "MTTQ xã Hòa Phú")].map((u) => [u.id, u]));
const lead = (itemId: string, ...ids: number[]): Duty[] => ids.map((unitId) => ({ itemId, unitId, role: "lead" }));

const first: EditionContent = {
  edition: 1,
  title: "Kế hoạch công tác Mặt trận năm 2026",
  number: "12/KH",
  periodFrom: "2026-01-01",
  periodTo: "2026-12-31",
  issueDate: "2026-01-05",
  items: [
    item("a", "02 cuộc giám sát", { kind: "target", target: target("cuộc giám sát", "2"), leads: [party("mỗi xã")] }),
    item("b", "Sơ kết 6 tháng", { leads: [party("mỗi xã")], due: dueFrom({ kind: "date", date: "2026-06-30", rule: null }) }),
    item("c", "Thăm hỏi người có uy tín", { leads: [party("mỗi xã")] }),
  ],
  duties: [...lead("a", 11, 12), ...lead("b", 11), ...lead("c", 11)],
};

const second: EditionContent = {
  ...first,
  edition: 2,
  items: [
    item("a", "03 cuộc giám sát", { kind: "target", target: target("cuộc giám sát", "3"), leads: [party("mỗi xã")] }),
    item("b", "Sơ kết 6 tháng", { leads: [party("mỗi xã")], due: dueFrom({ kind: "date", date: "2026-07-15", rule: null }) }),
    item("d", "Tập huấn cán bộ", { leads: [party("mỗi xã")] }),
  ],
  duties: [...lead("a", 11), ...lead("b", 11, 12), ...lead("d", 12)],
};

describe("changesBetween", () => {
  const { items, units: affected, header } = changesBetween(first, second, units);

  test("tells item by item what changed", () => {
    const told = items.map(({ itemId, change, fields, gained, lost }) => [
      itemId,
      change,
      fields.map(({ field }) => field).join(" "),
      gained.map(({ id }) => id).join(" "),
      lost.map(({ id }) => id).join(" "),
    ]);
    expect(told).toEqual([
      ["a", "changed", "text target", "", "12"],
      ["b", "changed", "due", "12", ""],
      ["d", "added", "", "12", ""],
      ["c", "removed", "", "", "11"],
    ]);
  });

  test("tells who is affected", () => {
    expect(affected.toSorted((a, b) => a.unit.id - b.unit.id).map(({ unit: { id }, ...counts }) => [id, counts])).toEqual([
      [11, { gained: 0, lost: 1, changed: 2 }],
      [12, { gained: 2, lost: 1, changed: 0 }],
    ]);
    expect(header).toEqual([]);
  });

  test("an edition that changes nothing has nothing to tell", () =>
    expect(changesBetween(first, { ...first, edition: 2 }, units)).toMatchObject({ header: [], items: [], units: [] }));
});

test.each([
  [target("cuộc giám sát", "2"), "cuộc giám sát ≥ 2 cuộc"],
  [target("cuộc giám sát", "1", { comparator: "range", valueMax: "2" }), "cuộc giám sát 1–2 cuộc"],
  [target("đạt thị xã", "1", { comparator: "achieve", value: null, unit: "" }), "đạt thị xã đạt"],
])("targetWords %#", (given, words) => expect(targetWords(given)).toBe(words));

describe("desks follow the plan", () => {
  const window = { from: "2026-01-01", to: "2026-12-31" };
  const owed = (content: EditionContent, exempt?: ReadonlySet<string>) =>
    owedBy(content.items, content.duties, window, "2026-01-05", "2026-01-05", exempt);

  test("each lead gets an item of its own; a clause without a lead is on no desk", () => {
    expect(owed(first).map(({ item: { id }, unitId }) => [id, unitId])).toEqual([
      ["a", 11],
      ["a", 12],
      ["b", 11],
      ["c", 11],
    ]);
    expect(owedBy([item("x", "Không rõ ai")], [], window, "2026-01-05", "2026-01-05")).toEqual([]);
  });

  test("partners stand in the lead's item", () => {
    const [one] = owedBy(
      [item("a", "Việc")],
      [
        { itemId: "a", unitId: 11, role: "lead" },
        { itemId: "a", unitId: 12, role: "partner" },
      ],
      window,
      "2026-01-05",
      "2026-01-05",
    );
    expect(one).toMatchObject({ unitId: 11, partners: [12] });
  });

  test("100 % đơn vị xây dựng kế hoạch năm opens a slot per unit and year", () => {
    const plans = item("p", "100% đơn vị xây dựng kế hoạch", {
      kind: "target",
      target: target("tỷ lệ", "100", { unit: "%" }),
      opensPlan: true,
    });
    const slots = owedBy([plans], lead("p", 11, 12), { from: "2026-01-01", to: "2030-12-31" }, "2026-05-04", "2026-05-04");
    expect(slots.map(({ unitId, time }) => [unitId, time.period])).toEqual([
      [11, "2026"],
      [11, "2027"],
      [12, "2026"],
      [12, "2027"],
    ]);
  });

  test("an amendment opens, keeps and withdraws, and never opens twice", () => {
    const standing = owed(first).map(({ item: { id }, unitId, time }, at) => ({
      workId: `w${at}`,
      itemId: id,
      unitId,
      period: time.period,
    }));
    const next = follow(standing, owed(second));
    expect(next.open.map(({ item: { id }, unitId }) => [id, unitId])).toEqual([
      ["b", 12],
      ["d", 12],
    ]);
    expect(next.keep.map(({ workId }) => workId)).toEqual(["w0", "w2"]);
    expect(next.withdraw.map(({ workId }) => workId)).toEqual(["w1", "w3"]);
    expect(follow(standing, owed(first))).toMatchObject({ open: [], withdraw: [] });
  });

  test("a unit with an item of its own goes on with the work it has", () => {
    const standing = owed(first).map(({ item: { id }, unitId, time }, at) => ({
      workId: `w${at}`,
      itemId: id,
      unitId,
      period: time.period,
    }));
    const own = item("a2", "01 cuộc giám sát", { kind: "target", target: target("cuộc giám sát", "1"), splitFrom: "a" });
    const split = {
      ...first,
      items: [...first.items, own],
      duties: [...lead("a", 11), ...lead("a2", 12), ...lead("b", 11), ...lead("c", 11)],
    };
    const next = follow(standing, owed(split));
    expect(next).toMatchObject({ open: [], withdraw: [] });
    expect(next.moved.map(({ workId, owed: one }) => [workId, one.item.id, one.unitId])).toEqual([["w1", "a2", 12]]);
  });

  test("what a unit owes by its superior's plan is not put on its desk a second time by its own", () => {
    expect(owed(first, new Set(["a 11"])).map(({ item: { id }, unitId }) => [id, unitId])).toEqual([
      ["a", 12],
      ["b", 11],
      ["c", 11],
    ]);
  });
});
