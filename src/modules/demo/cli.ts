import { Command } from "commander";
import { roleNames } from "../../kernel/permissions.ts";
import type { CliCommand } from "../../platform/cli.ts";
import { transaction } from "../../platform/database/index.ts";
import { enqueue } from "../../platform/jobs.ts";
import { fillDemo, demoActor } from "./filling.ts";
import { fillDemoModels } from "./jobs.ts";
import { say } from "./messages.ts";
import { makeDemoLinks, readStatus } from "./service.ts";
import { beginWork } from "./working.ts";

/** `kheo demo`: fills an empty installation and prints everybody's one-time link; in a demo it prints fresh links. */
export const demo: CliCommand = (cli) =>
  new Command("demo").action(() =>
    cli.withServices(async (services) => {
      const { db, config, clock } = services;
      if (!(await readStatus(db)).demo) {
        await fillDemo(db, { work: "by the caller" });
        await beginWork(services);
        // Models take a minute: the server fills them in when it runs.
        await transaction(db, (tx) => enqueue(tx, fillDemoModels, {}));
      }
      const people = await makeDemoLinks(db, demoActor, config.url, clock());
      cli.print(say("filled"));
      for (const { name, posts, url } of people) {
        cli.print(`\n  ${name}: ${posts.map(({ role, unit }) => `${roleNames[role][cli.language]}, ${unit}`).join("; ")}`);
        if (url) cli.print(`    ${url}`);
      }
      cli.print(`\n${say("start")[cli.language]}`);
    }),
  );
