import { describe, expect, test } from "vitest";
import { checklist, findingMoves, gates, hasWalked, moved, quietSince, unexplained, type LifeFacts, type Standing } from "./domain.ts";
import { defaultRule, evidenceKinds, steps } from "./kinds.ts";
import { eventHints, eventNames, gateName, nextStepNames } from "./messages.ts";
import { detailsOf } from "./shapes.ts";

const nothing: LifeFacts = { kind: "model", contents: {}, goals: [], events: [] };
const happened = (kind: string, details: Record<string, unknown> = {}) => ({ kind, details });
const open = (step: 1 | 2 | 3 | 4, facts: Partial<LifeFacts>) =>
  checklist(step, { ...nothing, ...facts })
    .filter(({ met }) => !met)
    .map(({ code }) => code);

describe("the four steps", () => {
  test.each<[Standing, Standing | null, Standing | null]>([
    [{ step: 1, walked: false }, { step: 2, walked: false }, null],
    [
      { step: 2, walked: false },
      { step: 3, walked: false },
      { step: 1, walked: false },
    ],
    [
      { step: 3, walked: false },
      { step: 4, walked: false },
      { step: 2, walked: false },
    ],
    [
      { step: 4, walked: false },
      { step: 4, walked: true },
      { step: 3, walked: false },
    ],
    // Who has walked them all goes back to the inspection of another year.
    [{ step: 4, walked: true }, null, { step: 3, walked: false }],
  ])("from %j passing leads to %j, going back to %j", (from, pass, back) => {
    expect(moved(from, "pass")).toEqual(pass);
    expect(moved(from, "back")).toEqual(back);
  });

  test("were walked when the last word on steps is that the fourth was passed", () => {
    const passed = happened("step-passed", { step: 4 });
    expect(hasWalked([])).toBe(false);
    expect(hasWalked([happened("step-passed", { step: 3 })])).toBe(false);
    expect(hasWalked([passed, happened("note"), happened("sustained", { year: 2026 })])).toBe(true);
    expect(hasWalked([passed, happened("step-back", { step: 3 })])).toBe(false);
  });
});

describe("what a step wants to see", () => {
  test("step 1: situation, goals, figures with a baseline, a survey", () => {
    expect(open(1, {})).toEqual(["content-situation", "content-goals", "goal-with-baseline", "survey"]);
    const goal = { baseline: "40", reached: null };
    const whole = { contents: { situation: "Rác.", goals: "95 hộ." }, goals: [goal], events: [happened("survey")] };
    expect(open(1, whole)).toEqual([]);
    expect(open(1, { ...whole, goals: [goal, { baseline: null, reached: null }] })).toEqual(["goal-with-baseline"]);
  });

  test("step 2: plan, duties, communication and launch beside what the form asks for", () => {
    const contents = { method: "Ngõ tự quản.", forces: "Ban Công tác Mặt trận.", output: "95 hộ." };
    expect(open(2, { contents })).toEqual(["plan", "assign", "communicate", "launch"]);
    expect(open(2, { contents, events: ["plan", "assign", "communicate", "launch"].map((kind) => happened(kind)) })).toEqual([]);
  });

  test("step 3: an inspection that says what it saw, and a reading of each goal", () => {
    const unread = { baseline: "40", reached: null };
    const read = { baseline: "40", reached: { onDate: "2026-09-01" } };
    expect(open(3, { goals: [read, unread], events: [happened("inspect")] })).toEqual(["inspect-concluded", "reading-of-each-goal"]);
    expect(open(3, { goals: [read], events: [happened("inspect", { conclusion: "Đạt." })] })).toEqual([]);
    expect(open(3, { events: [happened("inspect", { conclusion: "Đạt." })] })).toEqual(["reading-of-each-goal"]);
  });

  test("step 4: a review, lessons in it or by themselves, and how it is kept up", () => {
    const contents = { sustaining: "Tổ tự quản giữ." };
    expect(open(4, { contents, events: [happened("review")] })).toEqual(["lessons"]);
    expect(open(4, { contents, events: [happened("review", { lessons: "Làm từ ngõ nhỏ." })] })).toEqual([]);
    expect(open(4, { contents, events: [happened("review"), happened("lesson")] })).toEqual([]);
  });

  test("of an exemplary person neither launch nor figures are asked", () => {
    const all = steps.flatMap((step) => checklist(step, { ...nothing, kind: "person" }).map(({ code }) => code));
    for (const code of ["launch", "assign", "plan", "survey", "goal-with-baseline", "reading-of-each-goal"])
      expect(all).not.toContain(code);
    expect(all).toContain("communicate");
  });

  test("what is missing needs a reason, each by itself", () => {
    const checked = checklist(2, { ...nothing, contents: { method: "a", forces: "b", output: "c" }, events: [happened("plan")] });
    expect(unexplained(checked, {})).toEqual(["assign", "communicate", "launch"]);
    expect(unexplained(checked, { launch: "Đã ra mắt từ năm trước.", assign: "" })).toEqual(["assign", "communicate"]);
    // A reason for what is there explains nothing else.
    expect(unexplained(checked, { plan: "Có rồi.", assign: "x", communicate: "x" })).toEqual(["launch"]);
  });

  test("has a name in both languages, and so has everything that a person writes", () => {
    for (const { code } of steps.flatMap((step) => gates[step])) expect(gateName(code).vi, code).not.toBe(code);
    for (const kind of evidenceKinds)
      expect([eventNames[kind].vi, eventHints[kind].vi, kind in detailsOf], kind).toEqual([expect.any(String), expect.any(String), true]);
    for (const { next } of defaultRule.grades) expect(nextStepNames[next].vi).toBeTruthy();
  });
});

test("silence begins so many days after the last news", () => {
  expect(quietSince("2026-11-21", 180)).toBe("2026-05-25");
});

test("a finding is answered, settled, and opened again", () => {
  expect(findingMoves.open.answer).toBe("answered");
  expect(findingMoves.answered.settle).toBe("settled");
  expect(findingMoves.settled.answer).toBeNull();
  expect(findingMoves.settled.reopen).toBe("open");
});
