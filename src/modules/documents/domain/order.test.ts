import { expect, test } from "vitest";
import { movedAmong } from "./order.ts";

const moved = (...others: number[]) => [...movedAmong(others.map((other, at) => ({ one: at + 1, other })))].map(({ one }) => one);

test.each([
  { others: [], gone: [] },
  { others: [5, 6, 9], gone: [] },
  { others: [9, 1, 2, 3], gone: [1] },
  { others: [2, 3, 4, 1], gone: [4] },
  { others: [1, 4, 2, 3], gone: [2] },
])("$others: the fewest that stand elsewhere are $gone", ({ others, gone }) => {
  expect(moved(...others)).toEqual(gone);
});

test("a clause of several items weighs no more than another", () => {
  const clause = ["task", "target", "event"].map((kind) => ({ kind, one: 3, other: 1 }));
  const pairs = [{ kind: "task", one: 1, other: 2 }, { kind: "task", one: 2, other: 3 }, ...clause];
  expect([...movedAmong(pairs)]).toEqual(clause);
});
