import { Command } from "commander";
import type { CliCommand } from "../../platform/cli.ts";
import { cliSay } from "./cli-messages.ts";
import { rescueAdministrator } from "./service/rescue.ts";

/** `kheo admin-link [login]`: the way back in for whoever keeps the server. */
export const adminLink: CliCommand = (cli) =>
  new Command("admin-link")
    .description(cliSay("description")[cli.language])
    .argument("[login]", cliSay("loginArgument")[cli.language])
    .action((login: string | undefined) =>
      cli.withServices(async ({ db, config, clock }) => {
        const rescue = await rescueAdministrator(db, config.url, login ?? null, clock());
        cli.print(rescue.login === null ? cliSay("forSetUp") : cliSay("forLogin", { login: rescue.login }));
        cli.print(`\n    ${rescue.link.url}\n`);
      }),
    );
