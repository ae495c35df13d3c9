import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { cruiseFolder } from "./cruise.ts";

const driver = { "node_modules/pg/package.json": '{"name":"pg","version":"1.0.0","main":"index.js"}', "node_modules/pg/index.js": "" };

/** For each rule a smallest tree that breaks it: a rule that nothing can break holds nothing. */
const violations: [rule: string, files: Record<string, string>][] = [
  [
    "no-cycles",
    {
      "src/kernel/a.ts": 'import { b } from "./b.ts"; export const a = () => b;',
      "src/kernel/b.ts": 'import { a } from "./a.ts"; export const b = () => a;',
    },
  ],
  [
    "kernel-is-pure",
    {
      "src/kernel/a.ts": 'import { log } from "../platform/log.ts"; export const a = log;',
      "src/platform/log.ts": "export const log = 1;",
    },
  ],
  ["kernel-is-pure", { "src/kernel/a.ts": 'import { readFileSync } from "node:fs"; export const a = readFileSync;' }],
  [
    "platform-has-no-domain",
    {
      "src/platform/a.ts": 'import { u } from "../modules/units/index.ts"; export const a = u;',
      "src/modules/units/index.ts": "export const u = 1;",
    },
  ],
  [
    "slice-order-units",
    {
      "src/modules/units/service.ts": 'import { p } from "../plans/index.ts"; export const a = p;',
      "src/modules/plans/index.ts": "export const p = 1;",
    },
  ],
  [
    "slices-through-the-front-door",
    {
      "src/modules/plans/service.ts": 'import { u } from "../units/store.ts"; export const a = u;',
      "src/modules/units/store.ts": "export const u = 1;",
    },
  ],
  [
    "server-through-the-front-door",
    {
      "src/server/app.ts": 'import { u } from "../modules/units/store.ts"; export const a = u;',
      "src/modules/units/store.ts": "export const u = 1;",
    },
  ],
  [
    "domain-is-pure",
    {
      "src/modules/units/domain.ts": 'import { u } from "./store.ts"; export const a = u;',
      "src/modules/units/store.ts": "export const u = 1;",
    },
  ],
  [
    "sql-lives-in-stores",
    {
      "src/modules/units/routes.ts": 'import { u } from "./store.ts"; export const a = u;',
      "src/modules/units/store.ts": "export const u = 1;",
    },
  ],
  ["driver-in-platform", { ...driver, "src/modules/units/store.ts": 'import pg from "pg"; export const a = pg;' }],
  [
    "web-sees-contracts",
    {
      "web/units/page.ts": 'import { u } from "../../src/modules/units/service.ts"; export const a = u;',
      "src/modules/units/service.ts": "export const u = 1;",
    },
  ],
  [
    "slices-do-not-see-the-server",
    {
      "src/modules/units/service.ts": 'import { s } from "../../server/modules.ts"; export const a = s;',
      "src/server/modules.ts": "export const s = 1;",
    },
  ],
  [
    "server-does-not-see-the-web",
    { "src/server/app.ts": 'import { w } from "../../web/a.ts"; export const a = w;', "web/a.ts": "export const w = 1;" },
  ],
  ["nothing-unresolved", { "src/kernel/a.ts": 'import { b } from "./gone.ts"; export const a = b;' }],
];

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(violations)("rule %s finds its violation (%#)", { timeout: 60_000 }, async (rule, files) => {
  folder = mkdtempSync(join(tmpdir(), "kheo-rules-"));
  for (const [path, text] of Object.entries({ "package.json": '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const report = await cruiseFolder(folder, ["src", "web"]);
  expect(report.violations.map((violation) => violation.rule)).toContain(rule);
});
