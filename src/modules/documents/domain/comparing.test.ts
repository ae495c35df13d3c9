import { describe, expect, test } from "vitest";
import type { TargetValue, TaskValue } from "../values.ts";
import { compareItems, wordSteps, type Comparable } from "./comparing.ts";

const day = (date: string | null, text: string | null = date): TaskValue["due"] => ({
  kind: date === null ? "none" : "date",
  date,
  rule: date,
  recurrence: null,
  text,
  lastDay: date,
});
const task = (id: string, text: string, more: Partial<TaskValue> = {}): Comparable => ({
  id,
  kind: "task",
  line: 1,
  quote: text,
  value: { text, lead: ["Ban Phong trào"], coordinate: [], due: day(null), section: "II.1", ...more },
});
const target = (id: string, metric: string, more: Partial<TargetValue> = {}): Comparable => ({
  id,
  kind: "target",
  line: 1,
  quote: metric,
  value: {
    metric,
    comparator: ">=",
    value: 90,
    valueMax: null,
    unit: "%",
    scope: "mỗi xã",
    frequency: "yearly",
    deadline: null,
    deadlineText: null,
    lastDay: null,
    cumulative: null,
    section: "I.2",
    ...more,
  },
});

const trainingText = "Tổ chức tập huấn nghiệp vụ công tác Mặt trận cho Trưởng Ban Công tác Mặt trận các khu dân cư";
const modelText = "Mỗi xã, phường xây dựng ít nhất 01 mô hình “Dân vận khéo” gắn với xây dựng nông thôn mới";
const dialogueText = "Phối hợp với Ủy ban nhân dân cùng cấp tổ chức hội nghị đối thoại với Nhân dân";

const how = (ones: Comparable[], others: Comparable[]) =>
  compareItems(ones, others).map(({ how: state, one, other }) => [state, one, other]);

describe("two versions of a plan", () => {
  test("under other numbers they are the same; only what changed its place has moved", () => {
    const at = (line: number, item: Comparable): Comparable => ({ ...item, line });
    const ones = [at(1, task("a", trainingText)), at(2, task("b", modelText, { section: "II.2" })), at(3, task("c", dialogueText))];
    const others = [
      at(11, task("C", dialogueText, { section: "III.4" })),
      at(12, task("A", trainingText, { section: "III.5" })),
      at(13, task("B", modelText, { section: "III.6" })),
    ];
    const pairs = how(ones, others);
    expect(new Set(pairs.map(String))).toEqual(new Set(["same,a,A", "same,b,B", "moved,c,C"]));
    expect(new Set(how(ones.toReversed(), others).map(String))).toEqual(new Set(how(ones, others.toReversed()).map(String)));
  });

  test("one duty made two is split, two made one are joined; the lead may be said again in each", () => {
    const whole = "Văn phòng tham mưu tổ chức hội nghị sơ kết phong trào và biên soạn tài liệu hỏi đáp về công tác dân vận";
    const parts = ["Văn phòng tham mưu tổ chức hội nghị sơ kết phong trào", "Văn phòng biên soạn tài liệu hỏi đáp về công tác dân vận"];
    const several = parts.map((text, at) => ({ ...task(`p${at}`, text), line: at + 1 }));
    expect(how([task("w", whole)], several)).toEqual([["split", "w", ["p0", "p1"]]]);
    expect(how(several, [task("w", whole)])).toEqual([["joined", ["p0", "p1"], "w"]]);
    // Cut short, with something else beside it: changed and new.
    const [kept] = several;
    expect(how([task("w", whole)], [...(kept ? [kept] : []), task("n", trainingText)]).map(([state]) => state)).toEqual(["changed", "new"]);
  });

  test.each([
    ["due", { due: day("2026-06-30", "trước ngày 30/6/2026") }],
    ["lead", { lead: ["Văn phòng"] }],
    ["partners", { coordinate: ["Hội Nông dân"] }],
  ] satisfies [string, Partial<TaskValue>][])("says that %s changed", (field, more) => {
    const [pair] = compareItems([task("a", trainingText)], [task("A", trainingText, more)]);
    expect(pair).toMatchObject({ how: "changed", differences: [{ field }], words: null });
  });

  test("leads in another order are the same leads", () => {
    const [pair] = compareItems(
      [task("a", trainingText, { lead: ["Văn phòng", "Ban Phong trào"] })],
      [task("A", trainingText, { lead: ["Ban Phong trào", "Văn phòng"] })],
    );
    expect(pair?.how).toBe("same");
  });

  test("changed words are shown, what is new and what is gone is said", () => {
    const pairs = compareItems(
      [task("a", `${trainingText} trong quý II`), task("c", dialogueText)],
      [task("A", `${trainingText} trong quý III`), task("B", modelText)],
    );
    expect(pairs).toMatchObject([
      { how: "changed", one: "a", other: "A", differences: [{ field: "words" }] },
      { how: "gone", one: "c", other: null },
      { how: "new", one: null, other: "B" },
    ]);
  });

  test("a target of another value is the same target, changed; another metric is another target", () => {
    const rate = "khu dân cư tổ chức Ngày hội Đại đoàn kết toàn dân tộc";
    expect(compareItems([target("a", rate)], [target("A", rate, { value: 95 })])).toMatchObject([
      { how: "changed", differences: [{ field: "value", one: "≥ 90%", other: "≥ 95%" }] },
    ]);
    expect(how([target("a", rate)], [target("B", "hộ gia đình đạt danh hiệu Gia đình văn hóa")])).toEqual([
      ["gone", "a", null],
      ["new", null, "B"],
    ]);
  });

  test("the same words twice are two items", () => {
    const twice = [task("a", trainingText, { section: "1" }), task("b", trainingText, { section: "2" })];
    expect(how(twice, [task("B", trainingText, { section: "2" }), task("A", trainingText, { section: "1" })])).toEqual([
      ["same", "a", "A"],
      ["same", "b", "B"],
    ]);
  });

  test("citations are one by their number; another date is told", () => {
    const citation = (id: string, date: string): Comparable => ({
      id,
      kind: "citation",
      line: 3,
      quote: null,
      value: { type: "Chỉ thị", number: "9-CT/TU", date, issuer: null, title: null },
    });
    expect(compareItems([citation("a", "2016-05-06")], [citation("A", "2021-05-06")])).toMatchObject([
      { how: "changed", differences: [{ field: "date", one: "2016-05-06", other: "2021-05-06" }] },
    ]);
  });
});

test("word differences put both texts together again", () => {
  const [one, other] = ["Xây dựng ít nhất 01 mô hình trước ngày 15/11/2025", "Xây dựng ít nhất 02 mô hình mới trước ngày 15/11/2026"];
  const steps = wordSteps(one, other);
  expect(steps).toEqual([
    { how: "same", text: "Xây dựng ít nhất" },
    { how: "gone", text: "01" },
    { how: "new", text: "02" },
    { how: "same", text: "mô hình" },
    { how: "new", text: "mới" },
    { how: "same", text: "trước ngày" },
    { how: "gone", text: "15/11/2025" },
    { how: "new", text: "15/11/2026" },
  ]);
  const side = (left: "gone" | "new") =>
    steps
      .filter(({ how: step }) => step === "same" || step === left)
      .map(({ text }) => text)
      .join(" ");
  expect([side("gone"), side("new")]).toEqual([one, other]);
});

test("two long plans are compared at once", () => {
  const items = (prefix: string) =>
    Array.from({ length: 400 }, (_, at) => task(`${prefix}${at}`, `${trainingText} đợt ${at} tại địa bàn số ${at * 7} ${prefix}`));
  const pairs = compareItems(items("a"), items("b").toReversed());
  expect(pairs.filter(({ how: state }) => state === "changed")).toHaveLength(400);
  expect(pairs.every(({ one, other }) => String(one).slice(1) === String(other).slice(1))).toBe(true);
});
