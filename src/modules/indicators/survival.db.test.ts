import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scratchFolders } from "../../../test/support/scratch.ts";

const program = resolve(import.meta.dirname, "../../../test/support/figure-ledger.ts");
const data = mkdtempSync(join(scratchFolders()[0], "kheo-figures-"));
// The database server's own user must get through.
chmodSync(data, 0o711);
const children: ChildProcess[] = [];
let server = 0;
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  const stands = () => server > 0 && existsSync(`/proc/${server}`);
  if (stands()) process.kill(server, "SIGINT");
  await until(() => !stands());
  rmSync(data, { recursive: true, force: true });
});

function ledger(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, KHEO_DATA: data, KHEO_LOG: "json", KHEO_LANG: "en" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const run = {
    child,
    lines: [] as string[],
    errors: "",
    ended: new Promise<number | null>((done) => child.on("close", (code) => done(code))),
  };
  let rest = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    // A line that a kill cut in two is no acknowledgement.
    rest = parts.pop() ?? "";
    run.lines.push(...parts);
    const said = parts.find((line) => line.startsWith("server "));
    if (said) server = Number(said.split(" ")[1]);
  });
  child.stderr.on("data", (chunk: Buffer) => (run.errors += chunk.toString()));
  return run;
}

async function until(holds: () => boolean) {
  for (let tries = 0; tries < 2400 && !holds(); tries++) await new Promise((done) => setTimeout(done, 25));
  expect(holds()).toBe(true);
}

/** The largest number said of each unit. */
const largest = (lines: string[], word: string) => {
  const found = new Map<string, number>();
  for (const line of lines.filter((one) => one.startsWith(`${word} `))) {
    const [, unit = "", value = "0"] = line.split(" ");
    found.set(unit, Math.max(found.get(unit) ?? 0, Number(value)));
  }
  return found;
};

test(
  "after the database and the server were killed in the middle of it, no acknowledged figure is missing and the sums are right",
  { timeout: 180_000 },
  async () => {
    const run = ledger("write", "120");
    await until(() => run.lines.filter((line) => line.startsWith("wrote")).length > 150);
    process.kill(server, "SIGKILL");
    run.child.kill("SIGKILL");
    await run.ended;
    const check = ledger("check");
    expect(await check.ended, check.errors).toBe(0);
    const [acknowledged, found] = [largest(run.lines, "wrote"), largest(check.lines, "found")];
    expect(acknowledged.size).toBeGreaterThan(0);
    const missing = [...acknowledged].filter(([unit, value]) => (found.get(unit) ?? 0) < value);
    expect(missing).toEqual([]);
    expect(check.lines).toContain("differences 0");
  },
);
