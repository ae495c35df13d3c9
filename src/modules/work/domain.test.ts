import { describe, expect, test } from "vitest";
import { WorkAct, WorkEdge, WorkState } from "./contract.ts";
import { daysLeftOf, nextState, standingOf, transitions, urgency } from "./domain.ts";

const states = WorkState.options;
const acts = WorkAct.options;

describe("what leads where", () => {
  test("every act leads to a state that exists, and withdrawn is the end", () => {
    for (const state of states) {
      for (const next of Object.values(transitions[state])) expect(states).toContain(next);
    }
    for (const edge of WorkEdge.options) for (const act of acts) expect(nextState("withdrawn", edge, act)).toBeNull();
  });

  test("every state can be reached from an opened item", () => {
    const seen = new Set<string>(["open"]);
    for (let round = 0; round < states.length; round++) {
      for (const state of states) if (seen.has(state)) for (const next of Object.values(transitions[state])) seen.add(next);
    }
    expect([...seen].toSorted()).toEqual([...states].toSorted());
  });

  test("an assigned unit accepts, reports, is returned and confirmed", () => {
    expect(nextState("open", "assign", "accept")).toBe("accepted");
    expect(nextState("accepted", "assign", "complete")).toBe("reported");
    expect(nextState("reported", "assign", "return")).toBe("returned");
    expect(nextState("returned", "assign", "complete")).toBe("reported");
    expect(nextState("reported", "assign", "confirm")).toBe("done");
  });

  test("a subordinate cannot decline what is assigned; a requested body can, and can be asked again", () => {
    expect(nextState("open", "assign", "decline")).toBeNull();
    expect(nextState("open", "assign", "answer")).toBeNull();
    for (const edge of ["request", "coordinate"] as const) {
      expect(nextState("open", edge, "answer")).toBe("answered");
      expect(nextState("answered", edge, "agree")).toBe("accepted");
      expect(nextState("open", edge, "decline")).toBe("declined");
      expect(nextState("declined", edge, "insist")).toBe("open");
      expect(nextState("declined", edge, "accept")).toBe("accepted");
    }
  });

  test("who is only informed owes nothing but to see it", () => {
    const possible = acts.filter((act) => nextState("open", "inform", act) !== null);
    expect(possible.toSorted()).toEqual(["comment", "see", "withdraw"]);
    expect(nextState("open", "inform", "see")).toBe("done");
    expect(nextState("open", "assign", "see")).toBeNull();
  });

  test("reporting progress accepts silently: nobody has to press two buttons", () => {
    expect(nextState("open", "assign", "progress")).toBe("accepted");
  });

  test("a confirmation given by mistake can be taken back with a reason", () => {
    expect(nextState("done", "assign", "return")).toBe("returned");
  });
});

describe("where an item stands on 10 December", () => {
  const today = "2026-12-10";
  const item = { state: "open", edge: "assign", due: { lastDay: "2026-12-09" }, firstReportedOn: null } as const;

  test("'trước ngày 10/12' is late on the tenth, not on the ninth", () => {
    expect(standingOf(item, "2026-12-09")).toBe("soon");
    expect(standingOf(item, today)).toBe("late");
  });

  test("red marks are for subordinates alone: a requested body's day has merely gone by", () => {
    for (const edge of ["request", "coordinate", "inform"] as const) expect(standingOf({ ...item, edge }, today)).toBe("past");
  });

  test("nothing is late while it waits for the assigner", () => {
    expect(standingOf({ ...item, state: "reported" }, today)).toBe("waiting");
    expect(standingOf({ ...item, state: "answered", edge: "request" }, today)).toBe("waiting");
  });

  test("reported in time and returned afterwards is to be mended, not late", () => {
    expect(standingOf({ ...item, state: "returned", firstReportedOn: "2026-12-08" }, today)).toBe("returned");
    expect(standingOf({ ...item, state: "returned", firstReportedOn: "2026-12-10" }, today)).toBe("late");
  });

  test("soon is a week; without a day nothing is urgent; what is over is over", () => {
    expect(standingOf({ ...item, due: { lastDay: "2026-12-17" } }, today)).toBe("soon");
    expect(standingOf({ ...item, due: { lastDay: "2026-12-18" } }, today)).toBe("later");
    expect(standingOf({ ...item, due: { lastDay: null } }, today)).toBe("undated");
    for (const state of ["done", "withdrawn", "declined"] as const) expect(standingOf({ ...item, state }, today)).toBe("over");
  });

  test("every standing has its place in the order", () => {
    expect(new Set(urgency).size).toBe(8);
  });

  test("days left: 0 today, negative once it has gone by", () => {
    expect(daysLeftOf("2026-12-10", today)).toBe(0);
    expect(daysLeftOf("2026-12-09", today)).toBe(-1);
    expect(daysLeftOf("2026-12-31", today)).toBe(21);
    expect(daysLeftOf(null, today)).toBeNull();
  });
});
