import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import type pg from "pg";
import { problem } from "../../kernel/errors.ts";
import type { Log } from "../log.ts";
import type { Database } from "./connection.ts";
import { say } from "./messages.ts";

export type Migration = { number: number; file: string; statements: string; sha256: string };
type Applied = { number: number; file: string; sha256: string };

export const migrationsFolder = resolve(import.meta.dirname, "../../../db/migrations");

/** One number for "Khéo is migrating this database"; any constant will do as long as it never changes. */
const lockKey = 7_463_311;

/** The numbered .sql files, in order. A file that does not fit the naming is refused: it would silently never run. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).toSorted();
  const migrations = await Promise.all(
    files.map(async (file) => {
      const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1];
      if (!number) throw problem("internal", say("migrationName", { file }));
      const statements = await readFile(join(folder, file), "utf8");
      return { number: Number(number), file, statements, sha256: createHash("sha256").update(statements).digest("hex") };
    }),
  );
  migrations.forEach((migration, index) => {
    if (migration.number === migrations[index - 1]?.number) throw problem("internal", say("migrationName", { file: migration.file }));
  });
  return migrations;
}

export type MigrateOptions = {
  /** Stops after this number: a backup is loaded into the schema that it was taken from. */
  upTo?: number;
  /** Throws instead of running anything: the schema belongs to a server that is running. */
  onlyCheck?: boolean;
  migrations?: Migration[];
  log: Log;
};

/**
 * Brings the schema to this program's. `client` acts as the owner. Several processes may call it at once: they wait for
 * each other. Each file is one transaction together with its line of history.
 */
export async function migrate(
  client: pg.ClientBase,
  { upTo = Infinity, onlyCheck = false, migrations, log }: MigrateOptions,
): Promise<number> {
  const known = (migrations ?? (await readMigrations())).filter(({ number }) => number <= upTo);
  await client.query("select pg_advisory_lock($1)", [lockKey]);
  try {
    const pending = pendingOf(known, await readHistory(client));
    if (pending.length > 0 && onlyCheck) throw problem("wrong_state", say("pendingWhileRunning"));
    for (const migration of pending) {
      await apply(client, migration);
      log.info("database migrated", { file: migration.file });
    }
    return pending.length;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
  }
}

async function readHistory(client: pg.ClientBase): Promise<Applied[]> {
  const { rows: tables } = await client.query("select to_regclass('public.schema_migration') as found");
  if (tables[0]?.found === null) return [];
  const { rows } = await client.query<Applied>("select number, file, sha256 from public.schema_migration order by number");
  return rows;
}

function pendingOf(known: Migration[], history: Applied[]): Migration[] {
  for (const applied of history) {
    const ours = known.find(({ number }) => number === applied.number);
    if (!ours) throw problem("wrong_state", say("newerSchema", { name: applied.file }));
    if (ours.sha256 !== applied.sha256) throw problem("wrong_state", say("migrationChanged", { file: ours.file }));
  }
  const newest = history.at(-1);
  const pending = known.filter(({ number }) => !history.some((applied) => applied.number === number));
  const late = pending.find(({ number }) => newest && number < newest.number);
  if (late && newest) throw problem("wrong_state", say("migrationLate", { file: late.file, newest: newest.file }));
  return pending;
}

async function apply(client: pg.ClientBase, { number, file, statements, sha256 }: Migration) {
  await client.query("begin");
  try {
    await client.query(statements);
    await client.query("insert into public.schema_migration (number, file, sha256) values ($1, $2, $3)", [number, file, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const { message, position, detail, hint } = error as Error & { position?: string; detail?: string; hint?: string };
    const line = position ? `:${statements.slice(0, Number(position)).split("\n").length}` : "";
    const reason = [message, detail, hint].filter(Boolean).join(" / ");
    throw problem("internal", say("migrationFailed", { file, line, reason }), { file });
  }
}

/** For /readyz: the migrations that this database still lacks. Throws when it has some that this program does not know. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const { rows } = await sql<Applied>`select number, file, sha256 from public.schema_migration order by number`.execute(db);
  return pendingOf(await readMigrations(), rows).map(({ file }) => file);
}
