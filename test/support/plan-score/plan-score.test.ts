import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compilePlan } from "../../../src/modules/documents/compile/index.ts";
import { folded, jaccard, namesFound, overlap } from "./compare.ts";
import type { Gold } from "./index.ts";
import { figuresOf, pooled, score, whollyRight } from "./index.ts";

test.each([
  ["Uỷ ban  hoà giải", "ủy ban hòa giải"],
  ["- **Hàng năm** tổ chức;", "hằng năm tổ chức"],
  ["„Dân vận khéo”", '"dân vận khéo"'],
  ["2021–2025.", "2021-2025"],
])("%j is compared as %j", (text, same) => {
  expect(folded(text)).toBe(same);
});

test("likeness of words", () => {
  expect(overlap("xã Bình Lâm", "Ủy ban nhân dân xã Bình Lâm")).toBe(1);
  expect(overlap("", "xã")).toBe(0);
  expect(overlap("", "")).toBe(1);
  expect(jaccard("một hai", "hai ba")).toBeCloseTo(1 / 3);
  expect(namesFound(["Sở Nội vụ", "Sở Tài chính"], ["Sở Tài chính"])).toEqual({ hits: 1, gold: 2, found: 1 });
});

const text = [
  "II. NHIỆM VỤ",
  "1. Hội Nông dân xã tổ chức ít nhất 02 cuộc đối thoại với hội viên trong năm 2027.",
  "2. Đoàn Thanh niên xã trồng 500 cây xanh trước ngày 30/6/2027.",
].join("\n");
const plan = compilePlan(text);
const task = (line: number, more: object) => ({ line, quote: text.split("\n")[line - 1]?.slice(3) ?? "", ...more });

test("what is found, missed, alarmed, excused and optional", () => {
  const gold: Gold = {
    tasks: [
      task(2, { lead: ["Hội Nông dân xã"], coordinate: [], due: { kind: "year", date: "2027-12-31" } }),
      { ...task(3, {}), quote: "Một việc không có trong văn bản này", optional: true },
      { ...task(3, {}), quote: "Một việc khác cũng không có ở đây" },
    ],
    targets: [{ line: 2, value: 2, unit: "cuộc", metric: "cuộc đối thoại", comparator: ">=", scope: "Hội Nông dân xã", frequency: "once" }],
    neutral: [{ line: 3, as: "targets" }],
  };
  const scored = score(gold, plan);
  expect(scored.kinds.tasks).toMatchObject({ gold: 2, hits: 1, missed: 1, alarms: 1 });
  expect(scored.kinds.targets).toMatchObject({ gold: 1, hits: 1, missed: 0, alarms: 0 });
  expect(scored.matched.targets.neutral).toHaveLength(1);
  expect(figuresOf(scored).tasks).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, lead: 1, due: 1 });
  expect(figuresOf(pooled([scored, scored])).tasks).toMatchObject({ gold: 4, f1: 0.5, due: 1 });
  const [pair] = scored.matched.tasks.hits;
  expect(pair && whollyRight("tasks", pair.gold, pair.item)).toBe(true);
});

test("a line too far away is another item, unless lines do not count", () => {
  const gold: Gold = { tasks: [{ ...task(2, {}), line: 40 }] };
  expect(score(gold, plan).kinds.tasks.hits).toBe(0);
  expect(score(gold, plan, { anyLine: true }).kinds.tasks.hits).toBe(1);
});

test("the figures are those of the scorer that the real plans come with", () => {
  const shared = process.env.KHEO_SHARED ?? resolve(import.meta.dirname, "../../../../shared");
  const scorer = join(shared, "tools", "score-plan.mjs");
  if (!existsSync(scorer)) return;
  const out = mkdtempSync(join(tmpdir(), "kheo-score-"));
  try {
    const documents = readdirSync(join(shared, "gold"))
      .filter((name) => name.endsWith(".json"))
      .map((name) => {
        const gold = JSON.parse(readFileSync(join(shared, "gold", name), "utf8")) as Gold;
        const whole = readFileSync(join(shared, "seeds", name.replace(/json$/, "txt")), "utf8");
        // Two lines of three: a plan with misses and alarms of every kind.
        const compiled = compilePlan(
          whole
            .split("\n")
            .map((line, at) => (at % 3 === 2 ? "" : line))
            .join("\n"),
        );
        writeFileSync(join(out, name), JSON.stringify(compiled));
        return { name, scored: score(gold, compiled) };
      });
    const pairs = documents.flatMap(({ name }) => [join(shared, "gold", name), join(out, name)]);
    const theirs: unknown = JSON.parse(execFileSync(process.execPath, [scorer, ...pairs], { encoding: "utf8" }));
    expect(figuresOf(pooled(documents.map(({ scored }) => scored)))).toEqual(theirs);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
