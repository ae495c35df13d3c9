import { describe, expect, test } from "vitest";
import type { Actor } from "../../../kernel/actor.ts";
import { unitId, type PersonId, type PostId, type UnitId } from "../../../kernel/ids.ts";
import { permissionsOf, type Role } from "../../../kernel/permissions.ts";
import { afterApproving, beginSteps } from "./approval.ts";
import { mayAttach, mayEnter, mayView, possibleActs, whyNotApprove, type Judged, type Sides } from "./submissions-policy.ts";

const [province, commune, women] = [unitId(1), unitId(10), unitId(11)];
const [hanh, tong, lan] = ["01", "02", "03"].map((end) => `019a0000-0000-7000-8000-0000000000${end}` as PersonId) as [
  PersonId,
  PersonId,
  PersonId,
];

const as = (personId: PersonId, role: Role, more: Partial<Actor> = {}): Actor => ({
  personId,
  personName: "",
  postId: "post" as PostId,
  role,
  unitId: commune,
  unitName: "",
  permissions: new Set(permissionsOf(role)),
  ...more,
});
const sender: Sides = { sender: true, owner: false, parts: new Set<UnitId>() };
const owner: Sides = { sender: false, owner: true, parts: new Set<UnitId>() };
const part: Sides = { sender: false, owner: false, parts: new Set([women]) };
const both: Sides = { sender: true, owner: true, parts: new Set<UnitId>() };
const steps = beginSteps([{ step: "own" }, { step: "receiver" }], {
  sender: commune,
  owner: province,
  colleagues: "others",
  documentAttached: false,
});
const sent: Judged = {
  state: "submitted",
  rev: 1,
  steps,
  submittedBy: tong,
  sent: true,
  newest: true,
  roundOpen: true,
  documentAttached: false,
};
const draft: Judged = { ...sent, state: "draft", steps: [], submittedBy: null, sent: false };

describe("who sees it", () => {
  test.each<[string, Sides, Judged["state"], boolean]>([
    ["the sender sees a draft", sender, "draft", true],
    ["a body that fills a part sees it", part, "draft", true],
    ["the receiver does not see a draft", owner, "draft", false],
    ["the receiver sees what was sent", owner, "submitted", true],
    ["and what went back", owner, "returned", true],
    ["nobody else", { ...sender, sender: false }, "submitted", false],
  ])("%s", (_what, sides, state, expected) => expect(mayView(as(tong, "reporter"), sides, { state })).toBe(expected));
});

describe("who enters", () => {
  test("the sender everywhere, another body in its own section, a reader nowhere", () => {
    expect(mayEnter(as(tong, "reporter"), sender, women)).toBe(true);
    expect([women, commune].map((unit) => mayEnter(as(lan, "reporter"), part, unit))).toEqual([true, false]);
    expect(mayEnter(as(tong, "viewer"), sender, commune)).toBe(false);
  });
  test("the clerk attaches the scan and does nothing else", () => {
    expect(mayAttach(as(lan, "clerk"), sender)).toBe(true);
    expect(possibleActs(as(lan, "clerk"), sender, draft)).toEqual(["attachDocument"]);
    expect(mayAttach(as(lan, "clerk"), owner)).toBe(false);
  });
});

describe("maker is not approver: persons are compared, not posts", () => {
  const own = afterApproving(steps, lan, new Date(0));
  test.each<[string, Actor, Judged, ReturnType<typeof whyNotApprove>]>([
    ["whoever sent it", as(tong, "approver"), sent, "ownWork"],
    ["the same person in another post", as(tong, "coordinator", { unitId: province }), sent, "ownWork"],
    [
      "somebody in the post that the sender lent",
      as(hanh, "approver", { onBehalfOf: { personId: tong, personName: "" } }),
      sent,
      "ownWork",
    ],
    ["whoever approved the step before", as(lan, "coordinator", { unitId: province }), { ...sent, steps: own }, "ownStep"],
    ["somebody else", as(hanh, "approver"), { ...sent, steps: own }, null],
  ])("%s", (_what, actor, thing, expected) => expect(whyNotApprove(actor, thing)).toBe(expected));

  test("a post that reaches both sides takes each step once, and not as the sender", () => {
    expect(possibleActs(as(hanh, "coordinator"), both, sent)).toContain("approve");
    expect(possibleActs(as(tong, "coordinator"), both, sent)).not.toContain("approve");
    expect(possibleActs(as(hanh, "coordinator"), owner, sent), "the commune's own step").not.toContain("approve");
  });
});

describe("what may be done", () => {
  test.each<[string, Judged, string[]]>([
    ["a draft", draft, ["save", "submit", "attachDocument"]],
    ["a correction not yet sent", { ...draft, rev: 2 }, ["save", "submit", "attachDocument", "discard"]],
    ["sent", sent, ["takeBack", "attachDocument"]],
    ["sent and approved by a colleague", { ...sent, steps: afterApproving(steps, lan, new Date(0)) }, ["attachDocument"]],
    ["returned", { ...sent, state: "returned", steps: [] }, ["save", "submit", "attachDocument"]],
    ["approved", { ...sent, state: "approved" }, ["correct", "attachDocument"]],
    ["approved with its document", { ...sent, state: "approved", documentAttached: true }, ["correct"]],
    ["approved, with a correction begun", { ...sent, state: "approved", newest: false }, []],
    ["replaced", { ...sent, state: "replaced", newest: false }, []],
    ["a draft in a round that has ended", { ...draft, roundOpen: false }, ["attachDocument"]],
  ])("%s", (_what, thing, expected) => expect(possibleActs(as(tong, "reporter"), sender, thing)).toEqual(expected));
});
