import { expect, test } from "vitest";
import type { Edge, UnitKind } from "../contract.ts";
import { edgeOf, type Relation } from "./edges.ts";

type Case = [from: UnitKind, where: Relation["where"], to: UnitKind, edge: Edge];

const cases: Case[] = [
  // A plan of the province's Front
  ["front", "own", "board", "assign"],
  ["front", "below", "front", "assign"],
  ["front", "below", "residential-area", "assign"],
  ["front", "same", "peoples-committee", "request"],
  ["front", "below", "peoples-committee", "request"],
  ["front", "same", "peoples-council", "request"],
  ["front", "same", "department", "request"],
  ["front", "same", "party-committee", "inform"],
  ["front", "above", "party-committee", "inform"],
  ["front", "below", "party-committee", "request"],
  ["front", "same", "farmers-union", "coordinate"],
  ["front", "below", "farmers-union", "request"],
  ["front", "above", "front", "inform"],
  ["front", "aside", "front", "request"],
  // Of a Party committee
  ["party-committee", "below", "party-committee", "assign"],
  ["party-committee", "same", "front", "assign"],
  ["party-committee", "same", "peoples-committee", "assign"],
  ["party-committee", "same", "armed-force", "assign"],
  ["party-committee", "above", "party-committee", "inform"],
  ["party-committee", "own", "office", "assign"],
  // Of a People's Committee
  ["peoples-committee", "same", "department", "assign"],
  ["peoples-committee", "below", "peoples-committee", "assign"],
  ["peoples-committee", "below", "commune", "assign"],
  ["peoples-committee", "below", "school", "assign"],
  ["peoples-committee", "below", "residential-area", "assign"],
  ["peoples-committee", "same", "front", "request"],
  ["peoples-committee", "same", "womens-union", "request"],
  ["peoples-committee", "same", "party-committee", "inform"],
  ["peoples-committee", "below", "party-committee", "request"],
  ["peoples-committee", "same", "peoples-council", "inform"],
  // Of others
  ["peoples-council", "same", "peoples-committee", "assign"],
  ["peoples-council", "same", "front", "request"],
  ["department", "same", "department", "coordinate"],
  ["department", "same", "peoples-committee", "request"],
  ["department", "below", "peoples-committee", "request"],
  ["farmers-union", "below", "farmers-union", "assign"],
  ["farmers-union", "same", "front", "coordinate"],
  ["farmers-union", "same", "veterans", "coordinate"],
  ["farmers-union", "below", "youth-union", "request"],
  ["armed-force", "below", "armed-force", "assign"],
  ["school", "same", "school", "coordinate"],
  ["other-body", "same", "front", "request"],
];

test.each(cases)("%s asks, %s: %s → %s", (from, where, to, edge) => {
  expect(edgeOf({ from, to, where, line: false, led: false })).toBe(edge);
});

test("what the directory says outright comes before the rules of thumb", () => {
  expect(edgeOf({ from: "front", to: "womens-union", where: "same", line: true, led: false })).toBe("assign");
  expect(edgeOf({ from: "party-committee", to: "other-body", where: "aside", line: false, led: true })).toBe("assign");
  expect(edgeOf({ from: "front", to: "front", where: "above", line: true, led: false })).toBe("inform");
});
