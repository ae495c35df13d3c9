import { describe, expect, test } from "vitest";
import type { Actor } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { ActivityInput, ActivityKind, Rhythm } from "../contract.ts";
import { mayAnswer, mayEdit, mayRecord, mayView, possibleActs, type Sides } from "../policy.ts";
import { factsFrom, isApproximate, stateFor } from "./facts.ts";
import { daysOf, rhythmText } from "./rhythm.ts";

const text = (vi: string) => ({ vi, en: vi });
const field = { options: [], unit: null };
const kind: ActivityKind = {
  code: "supervision",
  name: text("Giám sát"),
  group: text(""),
  active: true,
  fields: [
    { ...field, key: "recommendations", label: text("Số kiến nghị"), type: "number", unit: "kiến nghị" },
    { ...field, key: "length", label: text("Chiều dài"), type: "number", unit: "km" },
    { ...field, key: "form", label: text("Hình thức"), type: "choice", options: [{ value: "team", label: text("Đoàn") }] },
    { ...field, key: "of", label: text("Đơn vị"), type: "unit" },
    { ...field, key: "public", label: text("Công khai"), type: "boolean" },
    { ...field, key: "topic", label: text("Về việc"), type: "text" },
  ],
};
const lead = 7 as UnitId;
const input = (more: Partial<ActivityInput> = {}): ActivityInput => ({
  kind: "supervision",
  name: "Giám sát",
  onDate: "2026-03-10",
  ...more,
});
const facts = (more: Partial<ActivityInput> = {}) => factsFrom(null, input(more), { kind, lead });

function fieldsRefused(work: () => unknown): Record<string, string> {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error.details["fields"] as Record<string, string>;
  }
  return {};
}

describe("what an entry says", () => {
  test("is taken with its defaults, empty texts being nothing", () => {
    expect(facts({ untilDate: "", place: "", turns: "", partners: [7 as UnitId, 8 as UnitId, 8 as UnitId] })).toMatchObject({
      leadId: 7,
      partners: [8],
      untilDate: null,
      place: null,
      figures: { turns: null },
      source: "self",
      summary: "",
    });
    expect(facts({ untilDate: "2026-03-10" }).untilDate).toBeNull();
  });

  test("keeps what a change does not speak of, and takes off what it empties", () => {
    const before = facts({ turns: "hơn 100", place: "Đình", details: { recommendations: "khoảng 5", topic: "Đất đai" } });
    expect(isApproximate(before)).toBe(true);
    const after = factsFrom(before, { place: null, turns: "104", details: { recommendations: "" } }, { kind, lead });
    expect(after).toMatchObject({
      name: "Giám sát",
      place: null,
      figures: { turns: { value: "104", said: null } },
      details: { topic: { value: "Đất đai" } },
    });
    expect(after.details).not.toHaveProperty("recommendations");
    expect(isApproximate(after)).toBe(false);
  });

  test("reads each kind of field, and names those it cannot read", () => {
    expect(facts({ details: { recommendations: "hơn 5", length: "1,25", form: "team", of: "12", public: "true" } }).details).toEqual({
      recommendations: { value: "5", said: "hơn" },
      length: { value: "1.25" },
      form: { value: "team" },
      of: { value: "12" },
      public: { value: "true" },
    });
    const wrong = { recommendations: "1,5", length: "x", form: "crowd", of: "-1", public: "có", nothing: "1" };
    expect(Object.keys(fieldsRefused(() => facts({ details: wrong, gifts: "99999999999999999" }))).toSorted()).toEqual([
      "details.form",
      "details.length",
      "details.nothing",
      "details.of",
      "details.public",
      "details.recommendations",
      "gifts",
    ]);
  });
});

describe("its state", () => {
  test("follows its last day unless it is said; nothing is done before it is over", () => {
    const today = "2026-03-10";
    expect(stateFor(facts(), undefined, today)).toBe("done");
    expect(stateFor(facts({ untilDate: "2026-03-11" }), undefined, today)).toBe("planned");
    expect(stateFor(facts(), "planned", today)).toBe("planned");
    expect(fieldsRefused(() => stateFor(facts({ untilDate: "2026-03-11" }), "done", today))).toHaveProperty("untilDate");
    expect(fieldsRefused(() => stateFor(facts({ onDate: "2026-03-11" }), "done", today))).toHaveProperty("onDate");
    expect(fieldsRefused(() => stateFor(facts({ onDate: "2062-03-11" }), undefined, today))).toHaveProperty("onDate");
  });
});

test.each<[Rhythm, string[], string]>([
  [{ every: "week", weekday: 6 }, ["2026-03-07", "2026-03-14"], "Thứ bảy hằng tuần"],
  [{ every: "month", day: 31 }, ["2026-02-28", "2026-03-31"], "Ngày 31 hằng tháng"],
  [{ every: "month-weekday", weekday: 1, nth: 1 }, ["2026-03-02"], "Thứ hai đầu tiên hằng tháng"],
  [{ every: "month-weekday", weekday: 5, nth: 2 }, ["2026-03-13"], "Thứ sáu lần hai hằng tháng"],
  [{ every: "month-weekday", weekday: 7, nth: 5 }, ["2026-03-29"], "Chủ nhật cuối cùng hằng tháng"],
  [{ every: "month-weekday", weekday: 6, nth: 5 }, ["2026-02-28", "2026-03-28"], "Thứ bảy cuối cùng hằng tháng"],
  [{ every: "quarter", month: 3, day: 15 }, ["2026-03-15"], "Ngày 15 tháng thứ ba hằng quý"],
  [{ every: "year", month: 3, day: 26 }, ["2026-03-26"], "Ngày 26/3 hằng năm"],
])("%o comes round on its days", (rhythm, days, words) => {
  const until = rhythm.every === "week" ? "2026-03-15" : "2026-03-31";
  expect(daysOf(rhythm, rhythm.every === "week" ? "2026-03-01" : "2026-02-28", until)).toEqual(days);
  expect(rhythmText(rhythm).vi).toBe(words);
});

describe("who may", () => {
  const actor = (...permissions: string[]) => ({ permissions: new Set(permissions) }) as unknown as Actor;
  const recorder = actor("activity:view", "activity:record");
  const reader = actor("activity:view");
  const none: Sides = { lead: false, partner: false, line: false, typed: false };
  const above: Sides = { ...none, line: true };

  test("a superior of the line sees what was done, and what its people typed; plans are the unit's own", () => {
    expect(mayView(reader, "done", above)).toBe(true);
    expect(mayView(reader, "planned", above)).toBe(false);
    expect(mayView(reader, "planned", { ...above, typed: true })).toBe(true);
    expect(mayView(reader, "planned", { ...none, partner: true })).toBe(true);
    expect(mayView(reader, "done", none)).toBe(false);
    expect(mayView(actor(), "done", { ...none, lead: true })).toBe(false);
  });

  test("one records for one's own and for those below, and changes what one's own people typed", () => {
    expect(mayRecord(recorder, above)).toBe(true);
    expect(mayRecord(recorder, none)).toBe(false);
    expect(mayRecord(reader, { ...none, lead: true })).toBe(false);
    expect(mayEdit(recorder, above)).toBe(false);
    expect(mayEdit(recorder, { ...above, typed: true })).toBe(true);
    expect(mayEdit(recorder, { ...none, typed: true })).toBe(false);
  });

  test("either side answers, partners too, superiors do not", () => {
    expect(mayAnswer(recorder, [none, { ...none, partner: true }])).toBe(true);
    expect(mayAnswer(recorder, [above, above])).toBe(false);
    expect(mayAnswer(reader, [{ ...none, lead: true }])).toBe(false);
  });

  test("what is possible follows the state", () => {
    const own = { ...none, lead: true };
    expect(possibleActs(recorder, "planned", own)).toEqual(["edit", "carryOut", "cancel", "addFiles"]);
    expect(possibleActs(recorder, "done", own)).toEqual(["edit", "cancel", "addFiles"]);
    expect(possibleActs(recorder, "cancelled", own)).toEqual([]);
    expect(possibleActs(reader, "done", own)).toEqual([]);
  });
});
