import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CompiledPlan, Due } from "./index.ts";
import { CompiledPlan as Schema, compilePlan } from "./index.ts";

/**
 * Four plans of our own writing (fictional units) with what each must compile to. Expectations are compact lines, so
 * that a change of a rule is seen as a change of a reading: line | words | who | with whom | when.
 */
const folder = join(import.meta.dirname, "fixtures");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -4));

const due = ({ kind, date, rule }: Due): string => (kind === "none" && rule === null ? "-" : [kind, date, rule].filter(Boolean).join(" "));
const list = (values: readonly string[]): string => values.join(" + ") || "-";

function inShort(plan: CompiledPlan): unknown {
  return {
    header: plan.header,
    citations: plan.citations.map(({ line, type, number, date, issuer, title }) => [line, type, number ?? title, date, issuer].join(" | ")),
    targets: plan.targets.map(({ line, metric, comparator, value, unit, scope, frequency, deadline }) =>
      [line, metric, `${comparator} ${value ?? ""} ${unit}`, scope || "-", frequency, deadline].join(" | "),
    ),
    tasks: plan.tasks.map(({ line, section, quote, lead, coordinate, due: when }) =>
      [line, section, quote.slice(0, 60), list(lead), list(coordinate), due(when)].join(" | "),
    ),
    reporting: plan.reporting.map(({ line, who, to, via, due: when }) => [line, who, to, via ?? "-", due(when)].join(" | ")),
    events: plan.events.map(({ line, kind, year, refers, recurrence }) =>
      [line, kind, year ?? "-", refers ?? "-", recurrence ?? "-"].join(" | "),
    ),
    outline: plan.outline.map(({ line, number, level, kind, title }) => [line, number, level, kind, title.slice(0, 40)].join(" | ")),
  };
}

test.each(names)("%s compiles to what it says", (name) => {
  const text = readFileSync(join(folder, `${name}.txt`), "utf8");
  expect(inShort(compilePlan(text))).toEqual(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")));
});

test.each(names)("every item of %s has its shape, its words on its line and an id of its own", (name) => {
  const text = readFileSync(join(folder, `${name}.txt`), "utf8");
  const lines = text.split("\n");
  const plan = compilePlan(text);
  expect(Schema.parse(plan)).toEqual(plan);
  expect(compilePlan(text)).toEqual(plan);
  const items = [...plan.citations, ...plan.targets, ...plan.tasks, ...plan.reporting, ...plan.events, ...plan.criteria, ...plan.outline];
  for (const { line, quote, span } of items) {
    expect(lines[line - 1]).toContain(quote);
    expect(span.line).toBe(line);
    expect(lines[line - 1]?.slice(span.start, span.end).startsWith(quote)).toBe(true);
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

test("an id does not move when something else in the text changes", () => {
  const text = readFileSync(join(folder, "front-province.txt"), "utf8");
  const before = compilePlan(text).tasks.map(({ id }) => id);
  const after = compilePlan(text.replace("I. MỤC ĐÍCH, YÊU CẦU", "I. MỤC ĐÍCH, YÊU CẦU\n\nMột đoạn mới về yêu cầu."));
  expect(after.tasks.map(({ id }) => id)).toEqual(before);
});

test("Windows line ends and decomposed text read the same", () => {
  const text = readFileSync(join(folder, "party-commune.txt"), "utf8");
  const plan = inShort(compilePlan(text));
  expect(inShort(compilePlan(text.replaceAll("\n", "\r\n")))).toEqual(plan);
  const decomposed = compilePlan(text.normalize("NFD"));
  expect(decomposed.tasks.map(({ lead }) => lead)).toEqual(compilePlan(text).tasks.map(({ lead }) => lead));
});
