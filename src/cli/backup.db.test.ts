import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { scratchFolders } from "../../test/support/scratch.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(scratchFolders()[0], "kheo-cli-"));
chmodSync(folder, 0o711);
const archive = join(folder, "kheo.tar");
const [from, to] = [join(folder, "from"), join(folder, "to")];

let writer: ChildProcess;
afterAll(() => {
  writer.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const environment = (data: string) => ({ PATH: process.env.PATH, KHEO_DATA: data, KHEO_LANG: "en", KHEO_LOG_LEVEL: "warn" });

function kheo(data: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [join(root, "bin/kheo.mjs"), ...args], { encoding: "utf8", cwd: folder, env: environment(data) });
  return { code: run.status, out: run.stdout, errors: run.stderr };
}

/** Writes acts through many connections, holding the data as a server does; returns when it has begun. */
async function startWriting(data: string, seconds: number) {
  writer = spawn(process.execPath, [join(root, "test/support/ledger.ts"), "write", String(seconds)], {
    env: environment(data),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let written = "";
  writer.stdout?.on("data", (chunk: Buffer) => (written += chunk.toString()));
  for (let tries = 0; tries < 1200 && !written.includes("wrote"); tries++) await new Promise((done) => setTimeout(done, 25));
  expect(written).toContain("wrote");
}

describe("kheo backup and kheo restore", { timeout: 120_000 }, () => {
  it("carry an installation at work to another place, and find its record whole", async () => {
    await startWriting(from, 60);
    expect(kheo(from, "backup", archive)).toMatchObject({ code: 0, errors: "" });
    expect(writer.exitCode).toBeNull();
    writer.kill("SIGKILL");
    const restored = kheo(to, "restore", archive);
    expect(restored, restored.errors).toMatchObject({ code: 0 });
    expect(restored.out).toMatch(/^Restored \d+ tables, \d+ rows, 0 files from /);
    // The check of the record ends it: every act is there, sealed or waiting for its seal, and unchanged.
    expect(restored.out).toMatch(/whole/i);
  });

  it("do not write over what is there", () => {
    expect(kheo(from, "backup", archive)).toMatchObject({ code: 1, errors: expect.stringContaining("is there already") });
  });
});
