import { expect, test } from "vitest";
import { levelsFrom } from "./chain.ts";

// The province's plan carries out the directive, the commune's the province's; the school's names both of them.
const edges = [
  { from: "province", to: "directive" },
  { from: "commune", to: "province" },
  { from: "school", to: "commune" },
  { from: "school", to: "province" },
  { from: "directive", to: "law" },
];
const shown = (root: string, way: "down" | "up", deepest = 5) =>
  levelsFrom(root, edges, way, deepest).map(({ node, level, through }) => [
    node,
    level,
    through.map((edge) => edge[way === "down" ? "to" : "from"]),
  ]);

test("who carries it out, each at its nearest level", () => {
  expect(shown("directive", "down")).toEqual([
    ["province", 1, ["directive"]],
    ["commune", 2, ["province"]],
    ["school", 2, ["province"]],
  ]);
});

test("what it stands on", () => {
  expect(shown("school", "up")).toEqual([
    ["commune", 1, ["school"]],
    ["province", 1, ["school"]],
    ["directive", 2, ["province"]],
    ["law", 3, ["directive"]],
  ]);
});

test("no further than asked, and a ring ends", () => {
  expect(shown("directive", "down", 1)).toHaveLength(1);
  const ring = [
    { from: "a", to: "b" },
    { from: "b", to: "a" },
  ];
  expect(levelsFrom("a", ring, "down", 9).map(({ node }) => node)).toEqual(["b"]);
});
