import { join, resolve } from "node:path";
import { Command } from "commander";
import { verifyAuditCommand } from "../modules/audit/cli.ts";
import { keepSealsOutside, sealsFolder } from "../modules/audit/index.ts";
import { backUp, restore as restoreFrom, sayBackup, type Manifest } from "../platform/backup/index.ts";
import type { CliCommand } from "../platform/cli.ts";
import { openFiles } from "../platform/files.ts";
import { programVersion } from "../platform/version.ts";

/** `kheo backup FILE`: everything but secrets, while people work. */
export const backup: CliCommand = (cli) =>
  new Command("backup").argument("<file>").action(async (file: string) => {
    const path = resolve(file);
    const { data } = cli.config();
    const manifest = await cli.withDatabases(
      async ({ urls }) =>
        backUp(path, { migratorUrl: urls.migrator, files: await openFiles(data), now: new Date(), program: programVersion }),
      { mustExist: true },
    );
    cli.print(sayBackup("backedUp", { ...counts(manifest), path }));
    cli.print(sayBackup("keepSecrets", { path: join(data, "secrets") }));
  });

/** `kheo restore FILE`: into an installation that is not in use yet; ends with the check of the audit record. */
export const restore: CliCommand = (cli) =>
  new Command("restore").argument("<file>").action(async (file: string) => {
    const path = resolve(file);
    const { data } = cli.config();
    await cli.withDatabases(
      async ({ urls, app }) => {
        const target = { migratorUrl: urls.migrator, files: await openFiles(data), log: cli.log(), usedWhenFilled: ["person", "unit"] };
        cli.print(sayBackup("restored", { ...counts(await restoreFrom(path, target)), path }));
        // Seals kept outside that are newer than the backup stay as they are, and the check below tells of them.
        await keepSealsOutside(app, sealsFolder(data));
      },
      { use: "server", migrated: false },
    );
    await verifyAuditCommand(cli).parseAsync([], { from: "user" });
  });

function counts({ tables, files }: Manifest) {
  return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files: files.length };
}
