import { expect, test } from "vitest";
import { drawn, size } from "./chart.ts";

const reading = (onDate: string, value: string) => ({ onDate, value, said: null });

test("the line begins at the baseline, days are to scale, the goal is the line on top", () => {
  const { points, goalY } = drawn({
    baseline: "40",
    goal: "95",
    readings: [reading("2026-04-11", "60"), reading("2026-07-20", "82")],
    from: "2026-01-01",
  });
  expect(points.map(({ value }) => value)).toEqual(["40", "60", "82"]);
  expect([points[0]?.x, points[2]?.x]).toEqual([size.left, size.width - size.right]);
  expect(points[1]?.x).toBeCloseTo(size.left + (100 / 200) * (size.width - size.left - size.right));
  expect(goalY).toBe(size.top);
  expect(points[0]?.y).toBe(size.height - size.bottom);
  expect(points[2]?.y).toBeLessThan(points[1]?.y ?? 0);
});

test("a goal that is to fall lies below where it began", () => {
  const { points, goalY } = drawn({ baseline: "30", goal: "5", readings: [reading("2026-05-01", "12")], from: null });
  expect(goalY).toBeGreaterThan(points[0]?.y ?? 0);
});

test.each([
  { baseline: null, readings: [], points: 0 },
  { baseline: "5", readings: [], points: 1 },
  { baseline: null, readings: [reading("2026-05-01", "5")], points: 1 },
])("with little to draw nothing leaves the drawing: $points points", ({ points: count, ...chart }) => {
  const { points, goalY } = drawn({ ...chart, goal: "5", from: null });
  expect(points).toHaveLength(count);
  for (const { x, y } of [...points, { x: 0, y: goalY }]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(size.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(size.height);
  }
});
