import { describe, expect, test } from "vitest";
import type { Item } from "../../../src/modules/documents/contract.ts";
import { glanceOf } from "./glance.ts";

const none = { kind: "none", text: null, date: null, rule: null, recurrence: null, lastDay: null } as const;
const by = (text: string, day: string) => ({ ...none, kind: "date", text, date: day, lastDay: day }) as const;
const rest = {
  state: "proposed",
  span: null,
  original: null,
  version: 1,
  changedBy: null,
  changedAt: null,
  confidence: 1,
  line: 1,
} as const;
const task = (id: string, text: string, lead: string[], due: object = none): Item =>
  ({ ...rest, id, kind: "task", quote: text, value: { text, lead, coordinate: [], due, section: "I" } }) as unknown as Item;
const target = (id: string, quote: string, more: object): Item =>
  ({
    ...rest,
    id,
    kind: "target",
    quote,
    value: {
      metric: "tỷ lệ",
      comparator: "=",
      value: 100,
      valueMax: null,
      unit: "%",
      scope: "",
      frequency: "none",
      deadline: null,
      deadlineText: null,
      lastDay: null,
      cumulative: null,
      section: "I",
      ...more,
    },
  }) as unknown as Item;

const seen = (items: Item[]) => {
  const { common, lines } = glanceOf(items, ({ en }) => en);
  return {
    common: common.map(({ label, value }) => `${label}: ${value}`),
    lines: items.map(({ id }) => ({
      marked: lines.get(id)?.words.flatMap(({ text, marked }) => (marked ? [text] : [])),
      apart: lines.get(id)?.apart.map(({ label, value }) => `${label}: ${value}`),
    })),
  };
};

describe("a list that is read at a glance", () => {
  test("marks in the sentence what was read there, and puts beside it what is not printed in it", () => {
    const items = [
      task("a", "Văn phòng tham mưu kế hoạch trước 30/11/2026.", ["Văn phòng"], by("trước 30/11/2026", "2026-11-29")),
      task("b", "Tổ chức hội nghị.", ["Ban Phong trào"]),
    ];
    expect(seen(items).lines).toEqual([
      { marked: ["Văn phòng", "trước 30/11/2026"], apart: [] },
      { marked: [], apart: ["Lead: Ban Phong trào"] },
    ]);
  });

  test("says once what all lines have, that nobody leads included", () => {
    const items = [task("a", "Tổ chức hội nghị.", []), task("b", "Rà soát quy chế.", [])];
    expect(seen(items)).toEqual({
      common: ["Lead: "],
      lines: [
        { marked: [], apart: [] },
        { marked: [], apart: [] },
      ],
    });
  });

  test("shows the one without where most have", () => {
    const due = by("quý IV", "2026-12-31");
    const items = [task("a", "Một quý IV.", ["A"], due), task("b", "Hai quý IV.", ["A"], due), task("c", "Ba.", ["A"])];
    expect(seen(items).lines[2]?.apart).toEqual(["Due: "]);
  });

  test("finds a figure however its unit is written, and a day however it is padded", () => {
    const items = [
      target("a", "100% xã đạt chuẩn trước 5/6/2027.", { deadline: "2027-06-05" }),
      target("b", "Có 05 mô hình.", { value: 5, unit: "mô hình" }),
    ];
    expect(seen(items).lines.map(({ marked }) => marked)).toEqual([["100%", "5/6/2027"], ["05 mô hình"]]);
  });

  test("an item alone has nothing in common with others", () => {
    expect(seen([task("a", "Tổ chức hội nghị.", [])]).common).toEqual([]);
  });
});
