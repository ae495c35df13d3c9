import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "./commands.ts";

const launcher = resolve(import.meta.dirname, "../../bin/kheo.mjs");
/** Lets the launcher believe that it runs on an older Node. */
const asOldNode = `--import=data:text/javascript,${encodeURIComponent('Object.defineProperty(process.versions, "node", { value: "20.20.2" })')}`;

type Terminal = { language?: "vi" | "en"; node?: string[]; env?: Record<string, string> };

function kheo(args: string[], { language = "en", node = [], env = {} }: Terminal = {}) {
  const run = spawnSync(process.execPath, [...node, launcher, ...args], {
    encoding: "utf8",
    cwd: "/",
    env: { PATH: process.env.PATH, LANG: language === "en" ? "en_US.UTF-8" : "vi_VN.UTF-8", ...env },
  });
  return { code: run.status, out: run.stdout, errors: run.stderr };
}

describe("kheo", { timeout: 30_000 }, () => {
  it("lists every command in the terminal's language", () => {
    const { code, out } = kheo(["--help"], { language: "vi" });
    expect(code).toBe(0);
    expect(out).toContain("Cách dùng: kheo");
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });

  it.each([
    ["no command", [], /^Usage: kheo/],
    ["an unknown command", ["fly"], /there is no command "fly"/],
    ["a missing argument", ["backup"], /<file> is missing/],
    ["an unknown option", ["backup", "--fast", "x"], /there is no option --fast/],
    ["an argument too many", ["backup", "x", "y"], /too many arguments/],
  ])("answers %s with what is wrong and code 2", (_what, args, message) => {
    const { code, out, errors } = kheo(args);
    expect(code).toBe(2);
    expect(errors).toMatch(message);
    expect(out).toBe("");
  });

  it("answers what cannot be done with what to do and code 1", () => {
    expect(kheo(["backup", "/tmp/x.tar"], { env: { PORT: "many" } })).toMatchObject({ code: 1, errors: expect.stringContaining("PORT") });
    const { code, errors } = kheo(["backup", "/tmp/x.tar"], { language: "vi", env: { KHEO_DATA: "/tmp/kheo-nothing-here" } });
    expect(code).toBe(1);
    expect(errors).toContain("Chưa có dữ liệu nào của Khéo ở /tmp/kheo-nothing-here");
    expect(existsSync("/tmp/kheo-nothing-here")).toBe(false);
  });

  it("starts from an older Node through the one that npm installed, and hands on its answer", () => {
    expect(kheo(["--help"], { node: [asOldNode] })).toMatchObject({ code: 0, out: expect.stringContaining("backup") });
    expect(kheo(["fly"], { node: [asOldNode] })).toMatchObject({ code: 2 });
  });
});
