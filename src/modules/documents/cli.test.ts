import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { fold } from "../../kernel/text.ts";
import { CompiledPlan } from "./compile/plan.ts";

// Each call starts a process, on a machine that others use too.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), "kheo-compile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = resolve(import.meta.dirname, "../../cli/main.ts");
const kheo = (...args: string[]) =>
  spawnSync(process.execPath, [main, "compile", ...args], {
    encoding: "utf8",
    env: { ...process.env, KHEO_LANG: "en", KHEO_DATA: "/nowhere" },
  });

const text = `Số: 3/KH-MTTQ\n\nKẾ HOẠCH\n\nI. NỘI DUNG\n1. Ủy ban MTTQ Việt Nam xã Bình Lâm gửi báo cáo trước ngày 10/12/2026.\n`;
const file = join(folder, "ke-hoach.txt");
writeFileSync(file, text);

test("kheo compile prints the plan as JSON and nothing else, without settings or a database", () => {
  const run = kheo(file);
  expect([run.status, run.stderr]).toEqual([0, ""]);
  const plan = CompiledPlan.parse(JSON.parse(run.stdout));
  expect(plan.header.number).toBe("3/KH-MTTQ");
  expect(kheo(file, "--json").stdout).toBe(run.stdout);
});

test("--text prints exactly the text in which lines count", () => {
  expect(kheo(file, "--text").stdout).toBe(text);
});

test("a page that is a picture is recognised, with nothing but its text on standard output", { timeout: 120_000 }, () => {
  const run = kheo(resolve(import.meta.dirname, "../../../test/fixtures/formats/party-committee-schedule-3.jpg"), "--text");
  expect([run.status, run.stderr]).toEqual([0, "Recognising page 1 of 1…\n"]);
  expect(fold(run.stdout)).toContain("van phong tinh uy");
});

test("exit codes: 1 with what to do for a file that cannot be read, 2 for wrong usage", () => {
  const absent = kheo(join(folder, "absent.docx"));
  expect([absent.status, absent.stdout]).toEqual([1, ""]);
  expect(absent.stderr).toContain("cannot be opened");
  const pdf = join(folder, "scan.pdf");
  writeFileSync(pdf, "%PDF-1.7");
  expect(kheo(pdf).status).toBe(1);
  expect(kheo().status).toBe(2);
  expect(kheo(file, "--text", "--json").status).toBe(2);
  expect(kheo(file, "--html").status).toBe(2);
});
