import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { Finding } from "./finding.ts";
import { planText } from "./fixture.ts";

// Each call starts a process, on a machine that others use too.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), "kheo-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = resolve(import.meta.dirname, "../../../cli/main.ts");
const kheo = (...args: string[]) =>
  spawnSync(process.execPath, [main, "check", ...args], {
    encoding: "utf8",
    env: { ...process.env, KHEO_LANG: "en", KHEO_DATA: "/nowhere" },
  });

test("kheo check asks, as a list or as JSON, without settings or a database", () => {
  const file = join(folder, "ke-hoach.txt");
  writeFileSync(file, planText({ tasks: "1. Hội Nông dân xã ra mắt mô hình trước ngày 31/6/2026." }));
  const list = kheo(file);
  expect([list.status, list.stderr]).toEqual([0, ""]);
  expect(list.stdout).toContain("There is no day “31/6/2026”");
  const findings = z.array(Finding).parse(JSON.parse(kheo(file, "--json").stdout));
  expect(findings[0]).toMatchObject({ rule: "obligation/no-such-day", place: { line: 17 } });
});

test("a plan without a slip, and a file that cannot be read", () => {
  const file = join(folder, "sach.txt");
  writeFileSync(file, planText());
  expect(kheo(file).stdout).toBe("Nothing to ask about.\n");
  const absent = kheo(join(folder, "absent.docx"));
  expect([absent.status, absent.stdout]).toEqual([1, ""]);
  expect(absent.stderr).toContain("cannot be opened");
});
