import { describe, expect, test } from "vitest";
import { unitId, type PersonId } from "../../../kernel/ids.ts";
import type { ChainStep } from "../contract/forms.ts";
import { SubmissionAct, SubmissionState } from "../contract/submissions.ts";
import { afterApproving, afterDocument, beginSteps, cameLate, nextState, waitingAt, type Circumstances } from "./approval.ts";

const commune = unitId(10);
const province = unitId(1);
const both: ChainStep[] = [{ step: "own" }, { step: "receiver" }];
const usual: Circumstances = { sender: commune, owner: province, colleagues: "others", documentAttached: false };
const hanh = "019a0000-0000-7000-8000-000000000001" as PersonId;
const now = new Date("2026-07-03T02:00:00Z");

describe("states of a submission", () => {
  const allowed: Record<SubmissionState, Partial<Record<SubmissionAct, SubmissionState>>> = {
    draft: { save: "draft", submit: "submitted", attachDocument: "draft", discard: "draft" },
    submitted: { takeBack: "draft", approve: "approved", return: "returned", attachDocument: "submitted" },
    returned: { save: "returned", submit: "submitted", attachDocument: "returned" },
    approved: { correct: "approved", attachDocument: "approved" },
    replaced: {},
  };
  test.each(SubmissionState.options.flatMap((state) => SubmissionAct.options.map((act) => [state, act] as const)))(
    "%s, %s",
    (state, act) => {
      expect(nextState(state, act)).toBe(allowed[state][act] ?? null);
    },
  );
});

describe("the chain", () => {
  const shown = (steps: ReturnType<typeof beginSteps>) => steps.map(({ step, state, why }) => [step, state, why].filter(Boolean).join(" "));

  test.each<[string, Partial<Circumstances>, ChainStep[], string[]]>([
    ["two people at the commune", {}, both, ["own waiting", "receiver ahead"]],
    ["one person at the commune", { colleagues: "alone" }, both, ["own left-out alone", "receiver waiting"]],
    ["nobody else may approve there", { colleagues: "nobody-else" }, both, ["own left-out nobody-else", "receiver waiting"]],
    ["the signed document came with it", { documentAttached: true }, both, ["own left-out document", "receiver waiting"]],
    ["a chain of the receiver alone", {}, [{ step: "receiver" }], ["receiver waiting"]],
    ["the owner fills its own form", { sender: province }, both, ["own left-out same-unit", "receiver waiting"]],
    ["and works alone", { sender: province, colleagues: "alone" }, both, ["own left-out same-unit", "receiver left-out alone"]],
    [
      "one person at the commune does not leave the receiver out",
      { colleagues: "alone", documentAttached: true },
      both,
      ["own left-out document", "receiver waiting"],
    ],
  ])("%s", (_what, more, chain, expected) => {
    expect(shown(beginSteps(chain, { ...usual, ...more }))).toEqual(expected);
  });

  test("steps are taken one after the other, by named people", () => {
    const first = afterApproving(beginSteps(both, usual), hanh, now);
    expect(shown(first)).toEqual(["own done", "receiver waiting"]);
    expect(first[0]).toMatchObject({ by: hanh, at: "2026-07-03T02:00:00.000Z" });
    expect(waitingAt(first)?.unitId).toBe(province);
    expect(waitingAt(afterApproving(first, hanh, now))).toBeNull();
  });

  test("a signed document that comes while the own step waits is the approval, and shown as such", () => {
    expect(shown(afterDocument(beginSteps(both, usual)))).toEqual(["own left-out document", "receiver waiting"]);
    const approved = afterApproving(beginSteps(both, usual), hanh, now);
    expect(shown(afterDocument(approved)), "what a person approved stays theirs").toEqual(["own done", "receiver waiting"]);
  });
});

describe("late", () => {
  const figures = { counts: "figures", edge: "assign", lastDay: "2026-07-05", firstSentOn: "2026-07-05", documentOn: null } as const;
  test.each<[string, Partial<Parameters<typeof cameLate>[0]>, boolean]>([
    ["on the last day", {}, false],
    ["a day after", { firstSentOn: "2026-07-06" }, true],
    ["a body that was only asked", { firstSentOn: "2026-07-06", edge: "request" }, false],
    ["the document counts and has not come", { counts: "document", firstSentOn: "2026-07-06" }, false],
    ["the document counts and came in time", { counts: "document", firstSentOn: "2026-07-06", documentOn: "2026-07-04" }, false],
    ["the document counts and came late", { counts: "document", documentOn: "2026-07-09" }, true],
  ])("%s", (_what, more, expected) => {
    expect(cameLate({ ...figures, ...more })).toBe(expected);
  });
});
