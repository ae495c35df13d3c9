import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compilePlan } from "./index.ts";

/**
 * The five real plans with gold annotations live outside the repository, beside it; KHEO_SHARED says where. Without
 * them this file has nothing to check, and our own fixtures stand alone.
 */
const shared = process.env.KHEO_SHARED ?? resolve(import.meta.dirname, "../../../../../shared");
const minima = [
  "citations=0.97,outline=0.97,header=0.95",
  "tasks=0.9,tasks.lead=0.85,tasks.due=0.85,tasks.noDue=0.95",
  "targets=0.9,reporting=0.85,events=0.85",
].join(",");

test("the real plans score at least what is promised", () => {
  if (!existsSync(join(shared, "gold"))) {
    expect(existsSync(join(shared, "seeds"))).toBe(false);
    return;
  }
  const out = mkdtempSync(join(tmpdir(), "kheo-seeds-"));
  try {
    const pairs = readdirSync(join(shared, "gold"))
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => {
        const text = readFileSync(join(shared, "seeds", name.replace(/json$/, "txt")), "utf8");
        writeFileSync(join(out, name), JSON.stringify(compilePlan(text)));
        return [join(shared, "gold", name), join(out, name)];
      });
    expect(pairs.length).toBeGreaterThan(0);
    // The scorer exits with 1, and execFileSync throws with its message, when a figure is too low.
    const figures = execFileSync(
      process.execPath,
      [join(shared, "tools", "score-plan.mjs"), ...pairs, "--min", minima, "--floor", "0.75@8"],
      { encoding: "utf8" },
    );
    expect(JSON.parse(figures)).toHaveProperty("tasks");
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
