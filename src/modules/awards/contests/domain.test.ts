import { describe, expect, test } from "vitest";
import { arrival, contestActs, contestTakes, entryActs, lacksOf, nextContest, nextEntry } from "./domain.ts";
import { contestStates } from "./shapes.ts";

test("a contest moves from round to round and ends once; nothing leads out of the end", () => {
  const table = (last: boolean) =>
    Object.fromEntries(contestStates.map((state) => [state, contestActs.filter((act) => nextContest(state, act, { last }) !== null)]));
  expect(table(true)).toEqual({
    draft: ["edit", "open", "cancel"],
    open: ["edit", "judge", "cancel"],
    judging: ["reopen", "results", "decide", "cancel"],
    decided: ["correct", "close"],
    closed: [],
    cancelled: [],
  });
  expect(table(false)["judging"]).toEqual(["reopen", "results", "advance", "cancel"]);
});

test("an entry is sent, taken back or returned while its round takes entries", () => {
  const acts = (state: "draft" | "sent" | "returned" | "withdrawn") => entryActs.filter((act) => nextEntry(state, act) !== null);
  expect([acts("draft"), acts("sent"), acts("returned"), acts("withdrawn")]).toEqual([
    ["edit", "send", "take-back"],
    ["take-back", "return"],
    ["edit", "send", "take-back"],
    ["edit", "send"],
  ]);
  expect(contestTakes({ state: "open", round: 1 }, { round: 1 }, "send")).toBe(true);
  expect(contestTakes({ state: "judging", round: 1 }, { round: 1 }, "send")).toBe(false);
  expect(contestTakes({ state: "judging", round: 1 }, { round: 1 }, "return")).toBe(true);
  expect(contestTakes({ state: "open", round: 2 }, { round: 1 }, "edit")).toBe(false);
});

test("the last day is still in time", () => {
  const window = { from: "2026-11-01", until: "2026-11-20" };
  expect(["2026-10-31", "2026-11-01", "2026-11-20", "2026-11-21"].map((day) => arrival(day, window))).toEqual([
    "early",
    "in-time",
    "in-time",
    "late",
  ]);
});

describe("before results are published", () => {
  const line = { goesOn: false, points: null };
  test("a stage needs minutes and a line for each entry", () => {
    expect(lacksOf([], new Map(), { way: "stage", minutes: true, last: true })).toEqual(["entries"]);
    expect(lacksOf(["a", "b"], new Map([["a", line]]), { way: "stage", minutes: false, last: true })).toEqual(["minutes", "results"]);
    expect(lacksOf(["a"], new Map([["a", line]]), { way: "stage", minutes: true, last: true })).toEqual([]);
  });
  test("judges need points, and a round that is not the last somebody who goes on", () => {
    const given = new Map([["a", line]]);
    expect(lacksOf(["a"], given, { way: "appraisal", minutes: false, last: false })).toEqual(["appraisal", "nobody-on"]);
    const whole = new Map([["a", { goesOn: true, points: "80.00" }]]);
    expect(lacksOf(["a"], whole, { way: "appraisal", minutes: false, last: false })).toEqual([]);
  });
});
