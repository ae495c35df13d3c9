import { expect, test } from "vitest";
import type { RoundId, SubmissionId, UnitId } from "../../../kernel/ids.ts";
import { standingOf, type UnitDuty, type UnitStand } from "./rounds-standing.ts";

const duty: UnitDuty = { edge: "assign", lastDay: "2026-06-14", excused: false };
const stand = (more: Partial<UnitStand>): UnitStand => ({
  roundId: "r" as RoundId,
  unitId: 7 as UnitId,
  submissionId: "s" as SubmissionId,
  state: "draft",
  firstSentOn: null,
  sentAt: null,
  approvedAt: null,
  document: null,
  ...more,
});
const sent = (day: string, more: Partial<UnitStand> = {}) =>
  stand({ state: "submitted", firstSentOn: day, sentAt: new Date(`${day}T03:00:00Z`), ...more });
const on = (today: string, countsOnTime: "figures" | "document" = "figures", state: "open" | "closed" = "open") => ({
  today,
  countsOnTime,
  state,
});

test.each([
  ["2026-06-01", "later", true, false],
  ["2026-06-10", "soon", true, false],
  ["2026-06-14", "soon", true, false],
  ["2026-06-15", "late", true, true],
] as const)("what a subordinate has not begun is on %s %s", (today, standing, owes, late) => {
  expect(standingOf(duty, undefined, on(today))).toMatchObject({ standing, owes, late, progress: "not-begun" });
});

test("a body that was only asked is never late", () => {
  expect(standingOf({ ...duty, edge: "request" }, undefined, on("2026-06-20"))).toMatchObject({
    standing: "past",
    owes: true,
    late: false,
  });
  expect(standingOf({ ...duty, edge: "coordinate" }, sent("2026-06-20"), on("2026-06-20"))).toMatchObject({
    standing: "waiting",
    late: false,
  });
});

test("what was sent in time and came back is to be mended, not late", () => {
  expect(standingOf(duty, stand({ state: "returned", firstSentOn: "2026-06-13" }), on("2026-06-20"))).toMatchObject({
    standing: "returned",
    owes: true,
    late: false,
  });
});

test("what came after its day stays marked, also once it is approved", () => {
  expect(standingOf(duty, sent("2026-06-15"), on("2026-06-16"))).toMatchObject({ standing: "waiting", owes: false, late: true });
  expect(standingOf(duty, sent("2026-06-15", { state: "approved" }), on("2026-07-16"))).toMatchObject({
    standing: "over",
    owes: false,
    late: true,
  });
});

test("where the signed document counts, figures alone do not settle it", () => {
  const figures = sent("2026-06-12");
  expect(standingOf(duty, figures, on("2026-06-13", "document"))).toMatchObject({ standing: "document", owes: true, late: false });
  expect(standingOf(duty, figures, on("2026-06-20", "document"))).toMatchObject({ standing: "late", owes: true, late: true });
  const signed = sent("2026-06-16", {
    document: { number: "12/BC-MTTQ", date: "2026-06-13", attachedAt: new Date("2026-06-18T01:00:00Z") },
  });
  expect(standingOf(duty, signed, on("2026-06-20", "document"))).toMatchObject({ standing: "waiting", owes: false, late: false });
});

test("who is excused owes nothing, and an ended round asks for nothing", () => {
  expect(standingOf({ ...duty, excused: true }, undefined, on("2026-06-20"))).toMatchObject({
    standing: "excused",
    owes: false,
    late: false,
  });
  expect(standingOf(duty, undefined, on("2026-06-20", "figures", "closed"))).toMatchObject({ standing: "over", owes: false, late: false });
});
