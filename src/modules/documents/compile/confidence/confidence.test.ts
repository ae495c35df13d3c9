import { expect, test } from "vitest";
import { confidenceOf, probability, signsOf } from "./confidence.ts";
import { weights } from "./confidence-weights.ts";
import type { Place } from "./confidence.ts";
import { compilePlan } from "../index.ts";

const place: Place = { role: "work", level: 2, bullet: false, noisy: false, table: false };
const [task] = compilePlan("KẾ HOẠCH\n\nI. NHIỆM VỤ\n1. Hội Nông dân xã trồng 500 cây xanh trước ngày 30/6/2027.").tasks;

test("an item shows what can be seen of it", () => {
  expect(task && signsOf("tasks", task, place)).toEqual(["rule:task:main", "role:work", "led", "timed"]);
  expect(task && signsOf("tasks", task, { ...place, noisy: true, table: true })).toContain("noisy");
});

test("signs add up to a probability that never says certain or never", () => {
  const { base, caution, of } = weights.tasks;
  const odds = base + (of.led ?? 0);
  expect(confidenceOf("tasks", ["led"])).toBeCloseTo(probability(odds, caution), 1);
  expect(
    confidenceOf(
      "tasks",
      Array.from({ length: 50 }, () => "led"),
    ),
  ).toBeLessThanOrEqual(0.98);
  expect(confidenceOf("events", ["no such sign"])).toBe(confidenceOf("events", []));
});

test("every item of every kind is rated", () => {
  const plan = compilePlan("KẾ HOẠCH\n\nI. NHIỆM VỤ\n1. Hội Nông dân xã tổ chức hội nghị; báo cáo Đảng ủy xã trước ngày 30/6/2027.");
  for (const { confidence } of [...plan.tasks, ...plan.events, ...plan.reporting, ...plan.outline]) {
    expect(confidence).toBeGreaterThanOrEqual(0.05);
    expect(confidence).toBeLessThanOrEqual(0.98);
  }
});
