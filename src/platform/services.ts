import type { Config } from "./config.ts";
import type { Database, Databases } from "./database/index.ts";
import type { Files } from "./files.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail.ts";

/** What the process holds while it runs. Made once in the composition root (and in the tests), passed on explicitly. */
export type Services = {
  config: Config;
  log: Log;
  databases: Databases;
  /** The pool that requests use: role kheo_app. */
  db: Database;
  files: Files;
  mailer: Mailer;
  clock: () => Date;
};
