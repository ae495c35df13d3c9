import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export const typesFile = resolve(import.meta.dirname, "../src/platform/database/tables.ts");

/** Row types of every table and view of the database at `url`, by kysely-codegen. Dates are strings, bigint and numeric too. */
export function printTypes(url: string, file: string): void {
  const generator = resolve(import.meta.dirname, "../node_modules/kysely-codegen/dist/cli/bin.js");
  // The job queue's schema is reached through its functions only.
  const options = ["--dialect", "postgres", "--date-parser", "string", "--exclude-pattern", "graphile_worker.*", "--out-file", file];
  const run = spawnSync(process.execPath, [generator, "--url", url, ...options], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`kysely-codegen: ${run.stderr || run.stdout}`);
}
