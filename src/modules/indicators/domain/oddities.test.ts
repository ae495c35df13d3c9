import { describe, expect, test } from "vitest";
import { unitId } from "../../../kernel/ids.ts";
import type { CellAnswer, Figure } from "../contract/submissions.ts";
import { odditiesOf, type Looked } from "./oddities.ts";

const front = unitId(1);
let made = 0;

type Wish = Partial<Omit<Looked, "asked" | "answer">> & { asked?: Partial<Looked["asked"]>; now?: string | null; answer?: CellAnswer };

function cell({ now = null, answer, asked = {}, ...more }: Wish): Looked {
  const indicatorId = more.indicatorId ?? (made += 1);
  return {
    asked: {
      sectionId: "i",
      unitId: front,
      key: String(indicatorId),
      label: `Chỉ tiêu ${indicatorId}`,
      compulsory: false,
      kind: "count",
      overUnits: "sum",
      ...asked,
    },
    indicatorId,
    member: "",
    unit: "cuộc",
    answer: answer ?? (now === null ? null : { value: now, said: null, reason: null, from: "typed" }),
    computed: null,
    given: null,
    last: null,
    yearBefore: null,
    ...more,
  };
}
const was = (value: string): Figure => ({ value });
const kinds = (...cells: Looked[]) => odditiesOf(cells).map(({ kind }) => kind);

describe("one figure", () => {
  test.each<[string, Wish, string[]]>([
    ["as usual", { now: "12", last: was("10"), yearBefore: was("9") }, []],
    ["nothing to compare with", { now: "1200" }, []],
    ["three times as much", { now: "36", last: was("12") }, ["jump"]],
    ["almost three times", { now: "35", last: was("12") }, []],
    ["a third", { now: "12", last: was("36") }, ["jump"]],
    ["small numbers jump every day", { now: "6", last: was("2") }, []],
    ["a zero too many", { now: "1200", last: was("120") }, ["jump"]],
    ["as last period, five times last year", { now: "100", last: was("95"), yearBefore: was("20") }, ["jump-year"]],
    ["both: asked once", { now: "100", last: was("20"), yearBefore: was("20") }, ["jump"]],
    ["gone to zero", { now: "0", last: was("12") }, ["dropped"]],
    ["left empty", { last: was("12") }, ["dropped"]],
    ["two became none", { now: "0", last: was("2") }, []],
    ["below zero", { now: "-3" }, ["negative"]],
    ["no and then yes", { now: "0", last: was("1"), asked: { kind: "yes-no" } }, []],
    [
      "a numerator over its denominator",
      { answer: { value: null, numerator: "12", denominator: "10", said: null, reason: null, from: "typed" } },
      ["larger"],
    ],
    ["over a hundred per cent", { now: "101", unit: "%", asked: { overUnits: "share" } }, ["larger"]],
    ["khoảng", { answer: { value: "100", said: "khoảng", reason: null, from: "typed" } }, ["approximate"]],
    [
      "records said with hơn",
      { answer: { value: "100", said: "khoảng", reason: null, from: "computed" }, computed: { value: "100", records: 4, approximate: 2 } },
      ["approximate"],
    ],
    ["another form says otherwise", { now: "12", given: { value: "10", formTitle: "Báo cáo tháng" } }, ["differs"]],
    ["another form says the same", { now: "12", given: { value: "12.0", formTitle: "Báo cáo tháng" } }, []],
  ])("%s", (_what, wish, expected) => expect(kinds(cell(wish))).toEqual(expected));

  test("the question is in plain Vietnamese, with figures as they are printed there", () => {
    const [found] = odditiesOf([cell({ now: "1200", last: was("120"), unit: "lượt người" })]);
    expect(found?.question.vi).toBe("Kỳ này 1.200 lượt người, kỳ trước 120 lượt người: tăng gấp 10 lần. Số này có đúng không?");
  });
});

describe("figures beside each other", () => {
  test("parts and their total", () => {
    const of = (total: string, ...parts: (string | null)[]) =>
      kinds(
        cell({ indicatorId: 9, now: total }),
        ...parts.map((now, i) => cell({ indicatorId: 9, member: `m${i}`, now, asked: { key: `9:m${i}` } })),
      );
    expect(of("10", "4", "6")).toEqual([]);
    expect(of("10", "4", "5")).toEqual(["parts"]);
    expect(of("10", "4", null), "not all answered: nothing can be said").toEqual([]);
  });
  test("more recognised than registered", () => {
    const pair = (recognised: string, registered: string) =>
      kinds(
        cell({ now: recognised, asked: { label: "Số mô hình “Dân vận khéo” được công nhận" } }),
        cell({ now: registered, asked: { label: "Số mô hình “Dân vận khéo” đăng ký mới" } }),
        cell({ now: "1", asked: { label: "Số hộ đăng ký gia đình văn hóa" } }),
      );
    expect(pair("5", "4")).toEqual(["recognised"]);
    expect(pair("4", "4")).toEqual([]);
  });
  test("the same cell in two sections", () => {
    const twice = (one: string, other: string) =>
      kinds(cell({ indicatorId: 7, now: one }), cell({ indicatorId: 7, now: other, asked: { sectionId: "ii" } }));
    expect(twice("5", "6")).toEqual(["twice"]);
    expect(twice("5", "5.0")).toEqual([]);
  });
});

describe("a copied report", () => {
  const report = (values: string[], last: string[]) => kinds(...values.map((now, i) => cell({ now, last: was(last[i] ?? "0") })));
  const five = ["12", "3", "45", "7", "20"];
  test("every figure as last period", () => expect(report(five, five)).toEqual(["copied"]));
  test("one figure is another", () => expect(report([...five, "9"], [...five, "8"])).toEqual([]));
  test("zeros that stay zeros say nothing", () =>
    expect(report(["0", "0", "0", "0", "0", "1"], ["0", "0", "0", "0", "0", "1"])).toEqual([]));
});

test("the oddest comes first, and a part that nobody said is finished is a question too", () => {
  const found = odditiesOf(
    [cell({ now: "36", last: was("12") }), cell({ now: "900000", last: was("900") })],
    [{ unitId: unitId(5), name: "Hội Nông dân xã Bình Lâm" }],
  );
  expect(found.map(({ kind }) => kind)).toEqual(["jump", "jump", "unfinished"]);
  expect(found[0]?.question.vi).toContain("900.000");
});
