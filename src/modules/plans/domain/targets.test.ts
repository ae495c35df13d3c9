import { describe, expect, test } from "vitest";
import { cover, periodsWithin } from "./targets-periods.ts";
import { proposeLinks } from "./targets-proposing.ts";
import { judge, moneyScale, needOf, windowOf, yearsOf } from "./targets.ts";

const plan = { from: "2026-02-10", to: "2030-12-31" };
const target = (over: object = {}) => ({
  metric: "cuộc giám sát",
  comparator: ">=" as const,
  value: "2",
  unit: "cuộc",
  frequency: "yearly",
  ...over,
});
const year = { times: 1 };

describe("the days that are counted", () => {
  test.each<[frequency: string, year: number, window: object | null]>([
    ["yearly", 2026, { from: "2026-01-01", to: "2026-12-31", times: 1 }],
    ["yearly", 2031, null],
    ["quarterly", 2027, { from: "2027-01-01", to: "2027-12-31", times: 4 }],
    ["quarterly", 2026, { from: "2026-02-10", to: "2026-12-31", times: 4 }],
    ["monthly", 2026, { from: "2026-02-10", to: "2026-12-31", times: 11 }],
    ["once", 2028, { from: "2026-02-10", to: "2030-12-31", times: 1 }],
    ["none", 2026, { from: "2026-02-10", to: "2030-12-31", times: 1 }],
    ["once", 2025, null],
  ])("%s in %i", (frequency, at, window) => {
    expect(windowOf({ frequency }, plan, at)).toEqual(window);
  });

  test("years of a plan", () => {
    expect(yearsOf(plan)).toEqual([2026, 2027, 2028, 2029, 2030]);
  });
});

describe("what must be there", () => {
  test.each([
    ["a count a year", target(), 1, 2],
    ["a count a quarter", target({ value: "1" }), 4, 4],
    ["a share is never multiplied", target({ value: "90", unit: "%" }), 4, 90],
    ["no figure", target({ value: null, comparator: "achieve" }), 1, null],
  ] as const)("%s", (_, of, times, need) => {
    expect(needOf(of, { times })).toBe(need);
  });
});

describe("the state of a cell", () => {
  test.each<[what: string, over: object, measured: Parameters<typeof judge>[2], answer: object]>([
    ["enough", {}, { value: 2 }, { state: "reached", percent: 100 }],
    ["more than enough", {}, { value: 5 }, { state: "reached", percent: 250 }],
    ["half", {}, { value: 1 }, { state: "under-way", percent: 50 }],
    ["nothing recorded", {}, { value: null }, { state: "none", percent: null }],
    ["a nought", {}, { value: 0 }, { state: "none", percent: 0 }],
    ["the lower end of a range keeps it", { comparator: "range", value: "1" }, { value: 1 }, { state: "reached" }],
    ["more than asked is no failure", { comparator: "=", value: "1" }, { value: 3 }, { state: "reached" }],
    ["over a limit is not reached", { comparator: "<=", value: "10", unit: "%" }, { value: 12 }, { state: "under-way" }],
    ["strictly more", { comparator: ">", value: "90", unit: "%" }, { value: 90 }, { state: "under-way" }],
    ["a target in words with records", { comparator: "achieve", value: null }, { value: 3 }, { state: "under-way", need: null }],
    ["not linked", {}, { value: null, reason: "no-link" }, { state: "unknown", reason: "no-link", need: 2 }],
  ])("%s", (_, over, measured, answer) => {
    expect(judge(target(over), year, measured)).toMatchObject(answer);
  });
});

describe("what a target counts is proposed by its words", () => {
  const known = new Set([
    ...["new/count", "running/count", "replicated/count", "recognised/count", "recognised/level.province"].map(
      (name) => `exemplar/${name}`,
    ),
    ...["supervision", "social-criticism", "dialogue", "training", "conference", "model-launch", "gift-giving"].flatMap((kind) =>
      ["count", "turns", "gifts"].map((figure) => `activity/${kind}/${figure}`),
    ),
  ]);
  const sentence = "MTTQ cấp xã thực hiện ít nhất 02 cuộc giám sát, 01 cuộc phản biện xã hội, 01 cuộc đối thoại mỗi năm";
  const best = (over: object) => proposeLinks(target(over), sentence, known)[0];

  test.each<[metric: string, unit: string, measure: string]>([
    ["cuộc giám sát", "cuộc", "activity/supervision/count"],
    ["cuộc phản biện xã hội", "cuộc", "activity/social-criticism/count"],
    ["cuộc đối thoại trực tiếp giữa người đứng đầu cấp ủy", "cuộc", "activity/dialogue/count"],
    ["lớp tập huấn", "lớp", "activity/training/count"],
    ["lượt người được tập huấn", "lượt người", "activity/training/turns"],
    ["suất quà cho hộ nghèo", "suất", "activity/gift-giving/gifts"],
    ["mô hình tự quản", "mô hình", "exemplar/new/count"],
    ["mô hình “Dân vận khéo” mới", "mô hình", "exemplar/new/count"],
    ["mô hình được công nhận cấp tỉnh", "mô hình", "exemplar/recognised/level.province"],
    ["mô hình đạt chuẩn", "mô hình", "exemplar/recognised/count"],
    ["mô hình được duy trì", "mô hình", "exemplar/running/count"],
    ["mô hình, điển hình được nhân rộng", "mô hình", "exemplar/replicated/count"],
    ["lễ ra mắt mô hình", "lễ", "activity/model-launch/count"],
  ])("%s", (metric, unit, measure) => {
    expect(best({ metric, unit })?.measures).toEqual([measure]);
  });

  test("several targets of one sentence stay several: each counts its own", () => {
    const three = ["cuộc giám sát", "cuộc phản biện xã hội", "cuộc đối thoại"].map((metric) => best({ metric })?.measures[0]);
    expect(new Set(three).size).toBe(3);
  });

  test("words beside the target alone are a weak proposal", () => {
    expect(best({ metric: "cuộc họp khác" })?.confidence).toBeLessThan(0.5);
  });

  test("a share, and what nobody measures", () => {
    expect(best({ metric: "tỷ lệ xã tổ chức giám sát", unit: "%" })).toBeUndefined();
    expect(proposeLinks(target({ metric: "cuộc giao ban" }), "", known)).toEqual([]);
  });

  test("each commune counts what any body there does", () => {
    expect(best({ metric: "mỗi xã 01 mô hình ra mắt", unit: "mô hình" })?.scope).toBe("area");
    expect(best({})?.scope).toBe("own");
  });
});

describe("figures that units sent make up the time", () => {
  const year = { from: "2026-01-01", to: "2026-12-31" };
  const given = (...codes: string[]) =>
    periodsWithin(year).flatMap((period) => (period.calendar === "civil" && codes.includes(period.code) ? [{ period }] : []));
  test.each<[codes: string[], chosen: string[]]>([
    [
      ["2026-H1", "2026-Q1", "2026-Q3"],
      ["2026-H1", "2026-Q3"],
    ],
    [["2026", "2026-H1"], ["2026"]],
    [
      ["2026-9M", "2026-H1", "2026-Q4"],
      ["2026-9M", "2026-Q4"],
    ],
    [
      ["2026-01", "2026-Q1", "2026-04"],
      ["2026-Q1", "2026-04"],
    ],
    [[], []],
  ])("%j", (codes, chosen) => {
    expect(cover(given(...codes)).map(({ period }) => period.code)).toEqual(chosen);
  });

  test("both calendars, and no period twice", () => {
    const all = periodsWithin(year);
    expect(all.filter(({ code }) => code === "2026-H1").map(({ calendar }) => calendar)).toEqual(["civil", "cut-off-15"]);
    expect(new Set(all.map(({ calendar, code }) => `${calendar} ${code}`)).size).toBe(all.length);
  });

  test("millions of đồng", () => {
    expect(["triệu đồng", "tỷ đồng", "đồng", "cuộc"].map(moneyScale)).toEqual([6, 9, 0, 0]);
  });
});
