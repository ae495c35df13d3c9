import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { Problem } from "../kernel/errors.ts";
import type { Text } from "../kernel/language.ts";
import { terminalLanguage } from "../platform/config.ts";
import { describeError } from "../platform/log.ts";
import { createCli } from "./cli.ts";
import { commands } from "./commands.ts";
import { say } from "./messages.ts";

// What was compiled once is kept beside what npm installed, where only who installs may write: a server starts in half the time.
// Where nobody may write it is compiled anew each time, as before.
enableCompileCache(join(import.meta.dirname, "../../node_modules/.cache/kheo"));

const language = terminalLanguage();
const tell = (text: Text) => process.stderr.write(`${text[language]}\n`);

const code = await run(process.argv.slice(2));
// A command may have answered by its code already: verify-audit that found something.
if (code > 0) process.exitCode = code;
// The launcher's channel must not keep a finished command alive.
process.channel?.unref();

/** 0 done, 1 failed with a message that says what to do, 2 wrong usage. */
async function run(args: string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return wrongUsage(error);
    tell(error instanceof Problem ? error.text : meaningOf(error));
    return 1;
  }
}

/** What the system or the database reports by a code and a person can do something about. */
function meaningOf(error: unknown): Text {
  const { code, port, path } = error as { code?: string; port?: number; path?: string };
  if (code === "EADDRINUSE") return say("portTaken", { port: String(port ?? "") });
  if (code === "ENOSPC") return say("diskFull");
  if ((code === "EACCES" || code === "EPERM") && path) return say("noAccess", { path });
  if (code && /^(57P0|08)|^ECONN|^EPIPE/.test(code)) return say("databaseGone");
  return say("unexpected", { what: JSON.stringify(describeError(error)) });
}

function program(): Command {
  const cli = createCli(language);
  const kheo = quiet(new Command("kheo").description(say("about")[language]));
  for (const { name, summary, load } of commands) {
    kheo
      .command(name)
      .description(summary[language])
      // Everything after the name belongs to the command itself, which is not loaded yet.
      .helpOption(false)
      .allowUnknownOption()
      .argument("[arguments...]")
      .action(async (_arguments: string[], _options: unknown, placeholder: Command) => {
        const command = await load();
        await quiet(command(cli).name(`kheo ${name}`).description(summary[language])).parseAsync(placeholder.args, { from: "user" });
      });
  }
  return kheo;
}

/** Usage errors come back as exceptions, to be worded in the terminal's language; help is worded here. */
function quiet(command: Command): Command {
  const titles: Record<string, string> = {
    "Usage:": say("usage")[language],
    "Arguments:": say("arguments")[language],
    "Options:": say("options")[language],
    "Commands:": say("commands")[language],
  };
  return command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .helpOption("-h, --help", say("help")[language])
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, subcommandTerm: (sub) => sub.name() });
}

function wrongUsage(error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  if (error.code === "commander.help") tell({ vi: program().helpInformation(), en: program().helpInformation() });
  else tell(say("wrongUsage", { what: whatIsWrong(error)[language] }));
  return 2;
}

function whatIsWrong({ code, message }: CommanderError): Text {
  const name = /'([^']+)'/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.unknownCommand":
      return say("unknownCommand", { name });
    case "commander.unknownOption":
      return say("unknownOption", { name });
    case "commander.missingArgument":
      return say("missingArgument", { name });
    case "commander.optionMissingArgument":
      return say("optionWithoutValue", { name });
    case "commander.missingMandatoryOptionValue":
      return say("missingOption", { name });
    case "commander.excessArguments":
      return say("tooMany");
    default:
      return { vi: message, en: message };
  }
}
