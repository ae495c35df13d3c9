import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from "kysely";
import { Pool, types } from "pg";
import type { Log } from "../log.ts";
import { keepPlans } from "./kept-plans.ts";
import type { DB } from "./tables.ts";

/** Every table's row type, generated from the migrations by `npm run db:types`. */
export type Tables = DB;
/** A pool of connections of one role; a `Transaction` can stand wherever a `Database` is asked for. */
export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

// A calendar date stays the string 'YYYY-MM-DD': a Date would carry a time zone and fall on the day before.
types.setTypeParser(types.builtins.DATE, (value) => value);
const dateArray = 1182 as number as typeof types.builtins.DATE; // not in the driver's list of types
types.setTypeParser(dateArray, parseArray);

function parseArray(value: string): (string | null)[] {
  const inside = value.slice(1, -1);
  return inside === "" ? [] : inside.split(",").map((item) => (item === "NULL" ? null : item));
}

export type PoolOptions = { max?: number; settings?: Record<string, string>; log: Log };

/** The day begins at midnight in Vietnam whatever the machine's or the server's zone. */
const everySession = { timezone: "Asia/Ho_Chi_Minh", datestyle: "ISO" };

export function createPool(url: string, { max = 10, settings = {}, log }: PoolOptions): Pool {
  const options = Object.entries({ ...everySession, ...settings })
    .map(([name, value]) => `-c ${name}=${value.replaceAll(" ", "\\ ")}`)
    .join(" ");
  const pool = new Pool({
    connectionString: withParameters(url, { options, application_name: "kheo" }),
    max,
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that the server drops would otherwise end the process; the next query opens a new one.
  pool.on("error", (error) => {
    if (!pool.ending) log.warn("idle database connection lost", { error });
  });
  // A connection may also break while it is lent out but waits; the query in hand reports that by itself.
  pool.on("connect", (client) => {
    client.on("error", () => {});
    keepPlans(client);
  });
  return pool;
}

export function createDatabase(pool: Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Adds parameters to a postgresql:// address; also `user` and `password`, which then win over those in front of the @. */
export function withParameters(url: string, parameters: Record<string, string>): string {
  const [address, query = ""] = url.split("?");
  const merged = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) merged.set(name, value);
  return `${address}?${merged.toString().replaceAll("+", "%20")}`;
}

/** The address of a server that listens on a Unix socket. */
export function socketUrl(socketFolder: string, database: string, user: string, password: string): string {
  return withParameters(`postgresql:///${database}`, { host: socketFolder, user, password });
}
