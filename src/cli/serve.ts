import { Command } from "commander";
import type { CliCommand } from "../platform/cli.ts";

/** `kheo serve`: until Ctrl-C or SIGTERM, which end requests, jobs and database in order; a second one ends at once. */
export const serve: CliCommand = (cli) =>
  new Command("serve").action(async () => {
    const { serve: start } = await import("../server/main.ts");
    const log = cli.log();
    const running = await start(cli.config(), log);
    cli.print({
      vi: `Khéo đang chạy tại ${running.url} (Ctrl-C để dừng)`,
      en: `Khéo is running at ${running.url} (Ctrl-C to stop)`,
    });
    if (running.notice) cli.print(running.notice);
    await untilToldToStop();
    log.info("stopping");
    await running.stop();
  });

function untilToldToStop(): Promise<void> {
  return new Promise((stop) => {
    let told = false;
    const tell = () => {
      if (told) process.exit(1);
      told = true;
      stop();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, tell);
    // The launcher (bin/kheo.mjs on an older Node) is gone: nobody could stop us any more.
    process.on("disconnect", tell);
  });
}
