import { Client } from "pg";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { createDatabase, createPool, withParameters, type Database } from "./connection.ts";
import { openEmbedded } from "./embedded/index.ts";
import { openExternal } from "./external.ts";
import { prepareJobQueue } from "./job-queue.ts";
import { migrate } from "./migrate.ts";
import { ownerRole } from "./roles.ts";
import { holdServerLock } from "./server-lock.ts";
import type { RoleUrls } from "./urls.ts";

/** One pool per role. Code that serves people gets `app`; the public portal gets `portal`; `migrator` acts as the owner. */
export type Databases = {
  app: Database;
  portal: Database;
  migrator: Database;
  urls: RoleUrls;
  /** Pid of the embedded server; null with DATABASE_URL. */
  serverPid: () => number | null;
  close(): Promise<void>;
};

export type OpenOptions = {
  log: Log;
  /** "server" must have the data to itself; "command" may work beside a running server. */
  use: "server" | "command";
  /** Throws when nothing was ever installed here, instead of making a new database. */
  mustExist?: boolean;
  /** False leaves the schema as it is: `kheo restore` brings it to the backup's. */
  migrated?: boolean;
};

export const databaseName = "kheo";

/** Starts or finds the server, brings the schema up to date, opens the pools. Throws a `Problem` that says what to do. */
export async function openDatabases(config: Config, { log, use, mustExist, migrated = true }: OpenOptions): Promise<Databases> {
  const embedded = config.databaseUrl ? null : await openEmbedded({ data: config.data, database: databaseName, use, mustExist, log });
  let lock: { release(): Promise<void> } | null = null;
  try {
    const urls = embedded?.urls ?? (await openExternal(config.databaseUrl ?? "", config.data));
    if (!embedded && use === "server") lock = await holdServerLock(urls.app, log);
    if (migrated) await bringUpToDate(urls.migrator, { onlyCheck: embedded?.ours === false, log });
    const pools = openPools(urls, log);
    return {
      ...pools,
      serverPid: () => embedded?.pid() ?? null,
      async close() {
        await pools.close();
        await lock?.release();
        await embedded?.close();
      },
    };
  } catch (error) {
    await lock?.release();
    await embedded?.close();
    throw error;
  }
}

/** Runs the migrations and the job queue's own; then the connection that could change the schema is closed. */
export async function bringUpToDate(migratorUrl: string, options: { onlyCheck?: boolean; upTo?: number; log: Log }): Promise<void> {
  const client = new Client({ connectionString: asOwner(migratorUrl) });
  await client.connect();
  try {
    await migrate(client, options);
    if (!options.onlyCheck) await prepareJobQueue(migratorUrl, client, options.log);
  } finally {
    await client.end();
  }
}

/** The migrator's address with every session acting as the owner. */
export function asOwner(migratorUrl: string): string {
  return withParameters(migratorUrl, { options: `-c role=${ownerRole} -c timezone=Asia/Ho_Chi_Minh`, application_name: "kheo migrator" });
}

export function openPools(urls: RoleUrls, log: Log, max = 16): Pick<Databases, "app" | "portal" | "migrator" | "urls" | "close"> {
  const app = createDatabase(createPool(urls.app, { max, log, settings: limits("2min") }));
  const portal = createDatabase(createPool(urls.portal, { max: Math.ceil(max / 2), log, settings: limits("15s") }));
  const migrator = createDatabase(createPool(urls.migrator, { max: 2, log, settings: { role: ownerRole } }));
  return {
    app,
    portal,
    migrator,
    urls,
    async close() {
      await Promise.all([app.destroy(), portal.destroy(), migrator.destroy()]);
    },
  };
}

/** A forgotten transaction or a runaway query must not hold everybody else up. */
function limits(statement: string): Record<string, string> {
  return { statement_timeout: statement, idle_in_transaction_session_timeout: "1min", lock_timeout: "20s" };
}
