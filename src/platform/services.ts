import type { UnitId } from "../kernel/ids.ts";
import type { Config } from "./config.ts";
import type { Database, Databases, Transaction } from "./database/index.ts";
import type { Files } from "./files.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail.ts";

/** The fictional province that can fill an empty installation; the slices below it know it by this type alone. */
export type DemoProvince = { fill(tx: Transaction): Promise<{ province: UnitId }> };

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
  demo: DemoProvince | null;
};
