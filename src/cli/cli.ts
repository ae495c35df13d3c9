import { join } from "node:path";
import type { Language } from "../kernel/language.ts";
import type { Cli } from "../platform/cli.ts";
import { readConfig, type Config } from "../platform/config.ts";
import { createLog, type Log } from "../platform/log.ts";

/** The command line's way to settings and services; database code is loaded only by commands that open one. */
export function createCli(language: Language): Cli {
  let config: Config | undefined;
  let log: Log | undefined;
  const cli: Cli = {
    language,
    config: () => (config ??= readConfig()),
    log: () => (log ??= createLog(cli.config().log)),
    print: (text) => process.stdout.write(`${typeof text === "string" ? text : text[language]}\n`),
    async withDatabases(run, options = {}) {
      const { openDatabases } = await import("../platform/database/index.ts");
      const databases = await openDatabases(cli.config(), { log: cli.log(), use: "command", ...options });
      try {
        return await run(databases);
      } finally {
        await databases.close();
      }
    },
    async withServices(run) {
      const [{ openFiles }, { createMailer }, { ensureInstallationKey }] = await Promise.all([
        import("../platform/files.ts"),
        import("../platform/mail.ts"),
        import("../modules/audit/index.ts"),
      ]);
      return cli.withDatabases(async (databases) => {
        await ensureInstallationKey(databases.app, join(cli.config().data, "secrets"));
        return run({
          config: cli.config(),
          log: cli.log(),
          databases,
          db: databases.app,
          files: await openFiles(cli.config().data),
          mailer: createMailer(cli.config(), cli.log()),
          clock: () => new Date(),
          demo: null,
        });
      });
    },
  };
  return cli;
}
