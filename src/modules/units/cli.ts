import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { problem } from "../../kernel/errors.ts";
import type { CliCommand } from "../../platform/cli.ts";
import type { ImportMode } from "./contract.ts";
import { exportUnits } from "./importing/export.ts";
import { headings, type Column } from "./importing/rows.ts";
import { importUnits } from "./importing/service.ts";
import { say } from "./messages.ts";

const system = { system: "cli" };

/** `kheo import-units FILE`: all or nothing; `--mode preview` only looks, `--mode good` leaves out what cannot be taken. */
export const importUnitsCommand: CliCommand = (cli) =>
  new Command("import-units")
    .argument("<file>")
    .addOption(new Option("--mode <mode>").choices(["preview", "all", "good"]).default("all"))
    .action(async (file: string, { mode }: { mode: ImportMode }) => {
      const path = resolve(file);
      const bytes = await readFile(path).catch(() => {
        throw problem("not_found", say("noFile", { path }));
      });
      const report = await cli.withDatabases(({ app }) => importUnits(app, system, { file: { bytes, name: basename(path) }, mode }));
      for (const { row, column, name, what, todo } of report.rejected) {
        const place = column === null ? String(row) : `${row} (${headings[column as Column].vi})`;
        cli.print({
          vi: say("rejectedRow", { place, name, what: what.vi, todo: todo.vi }).vi,
          en: say("rejectedRow", { place, name, what: what.en, todo: todo.en }).en,
        });
      }
      const { rows, created, unchanged } = report;
      cli.print(say(report.written ? "imported" : "notImported", { rows, created, unchanged, rejected: report.rejected.length }));
      if (mode !== "preview" && report.rejected.length > 0 && !report.written) process.exitCode = 1;
    });

/** `kheo export-units FILE`: a .csv or .json that import-units takes back. */
export const exportUnitsCommand: CliCommand = (cli) =>
  new Command("export-units").argument("<file>").action(async (file: string) => {
    const path = resolve(file);
    const format = /\.json$/i.test(path) ? "json" : "csv";
    const content = await cli.withDatabases(({ app }) => exportUnits(app, format), { mustExist: true });
    await writeFile(path, content);
    cli.print(say("exported", { path }));
  });
