import type { Command } from "commander";
import type { Language, Text } from "../kernel/language.ts";
import type { Config } from "./config.ts";
import type { Databases, OpenOptions } from "./database/index.ts";
import type { Log } from "./log.ts";
import type { Services } from "./services.ts";

/** What a command of `kheo` gets. Nothing is opened before it is asked for: `kheo compile` needs neither settings nor data. */
export type Cli = {
  language: Language;
  /** Parsed at the first call; throws the `Problem` that names the wrong variable. */
  config(): Config;
  log(): Log;
  /** The answer, on stdout. */
  print(text: string | Text): void;
  /** Works beside a running server, or starts the embedded one for as long as `run` takes. */
  withDatabases<T>(run: (databases: Databases) => Promise<T>, options?: Partial<OpenOptions>): Promise<T>;
  /** The same with everything that a module's acts need. */
  withServices<T>(run: (services: Services) => Promise<T>): Promise<T>;
};

/** Builds the command: `(cli) => new Command("backup").argument("<file>").action(async (file) => …)`. */
export type CliCommand = (cli: Cli) => Command;
