import { expect, test } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { PersonId, PostId, UnitId } from "../../kernel/ids.ts";
import { permissionsOf, type Role } from "../../kernel/permissions.ts";
import { isOwnReport, mayAct, mayView, possibleActs } from "./policy.ts";

const person = (role: Role, id = "tong"): Actor => ({
  personId: id as PersonId,
  personName: "Phạm Văn Tòng",
  postId: "post" as PostId,
  role,
  unitId: 1 as UnitId,
  unitName: "MTTQ xã Bình Lâm",
  permissions: new Set(permissionsOf(role)),
});

const lead = { lead: true, assigner: false, partner: false };
const assigner = { lead: false, assigner: true, partner: false };
const partner = { lead: false, assigner: false, partner: true };
const stranger = { lead: false, assigner: false, partner: false };

test("the lead's people report, the assigner's people confirm, partners see and comment", () => {
  const reporter = person("reporter");
  const approver = person("approver");
  expect(mayAct(reporter, "complete", lead)).toBe(true);
  expect(mayAct(reporter, "complete", assigner)).toBe(false);
  expect(mayAct(reporter, "complete", partner)).toBe(false);
  expect(mayAct(approver, "confirm", assigner)).toBe(true);
  expect(mayAct(approver, "confirm", lead)).toBe(false);
  expect(mayAct(reporter, "confirm", assigner)).toBe(false);
  expect(mayAct(reporter, "comment", partner)).toBe(true);
  expect(mayAct(person("viewer"), "comment", partner)).toBe(false);
});

test("who stands nowhere near the item sees nothing of it", () => {
  for (const sides of [lead, assigner, partner]) expect(mayView(person("viewer"), sides)).toBe(true);
  expect(mayView(person("coordinator"), stranger)).toBe(false);
});

test("an administrator does not act in the office's name", () => {
  const both = { lead: true, assigner: true, partner: false };
  expect(possibleActs(person("administrator"), both, { state: "open", edge: "assign", reported_by: null })).toEqual([]);
});

test("maker is not approver, and persons are compared, not posts", () => {
  const both = { lead: true, assigner: true, partner: false };
  const reported = { state: "reported", edge: "assign", reported_by: "tong" as PersonId } as const;
  expect(isOwnReport(person("approver", "tong"), reported)).toBe(true);
  expect(possibleActs(person("approver", "tong"), both, reported)).not.toContain("confirm");
  expect(possibleActs(person("approver", "hanh"), both, reported)).toContain("confirm");
});

test("only what the relation leaves open is offered", () => {
  const asked = { state: "open", edge: "request", reported_by: null } as const;
  expect(possibleActs(person("reporter"), lead, asked)).toEqual(["accept", "answer", "decline", "progress", "complete", "comment"]);
  expect(possibleActs(person("reporter"), lead, { ...asked, edge: "assign" })).toEqual(["accept", "progress", "complete", "comment"]);
  expect(possibleActs(person("reporter"), lead, { ...asked, edge: "inform" })).toEqual(["see", "comment"]);
});
