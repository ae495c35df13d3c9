import { pipeline } from "node:stream/promises";
import { Client, escapeLiteral } from "pg";
import * as copyStreams from "pg-copy-streams";
import { problem } from "../../kernel/errors.ts";
import { readMigrations } from "../database/migrate.ts";
import { asOwner, bringUpToDate } from "../database/open.ts";
import { jobSchema } from "../database/job-queue.ts";
import { quoteIdentifier } from "../database/quote.ts";
import { roleName } from "../database/roles.ts";
import type { Files } from "../files.ts";
import type { Log } from "../log.ts";
import { openArchive, type Archive } from "./archive.ts";
import type { Manifest } from "./manifest.ts";
import { say } from "./messages.ts";
import { copyIn, listTables, qualified } from "./tables.ts";

const app = roleName("app");

export type Target = {
  migratorUrl: string;
  files: Files;
  log: Log;
  /** Tables that have a row as soon as an installation is in use. */
  usedWhenFilled: readonly string[];
};

/**
 * Fills an installation that is not in use yet from an archive: the schema that the backup had, its rows, its files, then
 * this program's newer migrations. Rows arrive in one transaction.
 */
export async function restore(path: string, target: Target): Promise<Manifest> {
  const archive = await openArchive(path);
  const { manifest } = archive;
  await refuseOtherHistory(manifest);
  const client = new Client({ connectionString: asOwner(target.migratorUrl) });
  await client.connect();
  try {
    if (await inUse(client, target)) throw problem("wrong_state", say("notEmpty"));
    await clearSchema(client);
    const upTo = Math.max(...manifest.schema.map(({ number }) => number));
    await bringUpToDate(target.migratorUrl, { upTo, log: target.log });
    for (const part of manifest.files) await target.files.put(archive.content(part));
    await load(client, archive);
  } finally {
    await client.end();
  }
  await bringUpToDate(target.migratorUrl, { log: target.log });
  return manifest;
}

async function refuseOtherHistory({ schema }: Manifest) {
  const known = await readMigrations();
  for (const { number, file, sha256 } of schema) {
    const ours = known.find((migration) => migration.number === number);
    if (!ours) throw problem("wrong_state", say("newer", { file }));
    if (ours.sha256 !== sha256) throw problem("wrong_state", say("otherHistory", { file }));
  }
}

async function inUse(client: Client, { files, usedWhenFilled }: Target): Promise<boolean> {
  for await (const file of files.list()) if (file) return true;
  for (const table of usedWhenFilled) {
    const { rows } = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [`public.${table}`]);
    if (!rows[0]?.there) continue;
    const { rowCount } = await client.query(`select from public.${quoteIdentifier(table)} limit 1`);
    if (rowCount) return true;
  }
  return false;
}

/**
 * A first start may have made this program's schema already; the backup's may be an older one. Rights by default are no
 * part of a schema and would be there before the migration that sets them, so they go too.
 */
async function clearSchema(client: Client) {
  await client.query(`
    begin;
    drop schema if exists ${jobSchema} cascade;
    drop schema public cascade;
    create schema public authorization pg_database_owner;
    grant usage on schema public to public;
    alter default privileges revoke all on tables from ${app};
    alter default privileges revoke all on sequences from ${app};
    alter default privileges revoke all on functions from ${app};
    alter default privileges grant execute on functions to public;
    commit;`);
}

/** Foreign keys are taken off and put back, which checks every row against them again; triggers of ours are silent meanwhile. */
async function load(client: Client, archive: Archive) {
  const { tables, sequences } = archive.manifest;
  await client.query("begin");
  const all = (await listTables(client)).map(qualified);
  for (const table of all) await client.query(`alter table ${table} disable trigger user`);
  const foreignKeys = await takeOffForeignKeys(client);
  // Migrations fill some tables with what every installation needs; the backup has those rows too.
  await client.query(`truncate ${all.join(", ")}`);
  for (const table of tables) {
    if (table.parts.length > 0) await pipeline(archive.rows(table.parts), client.query(copyStreams.from(copyIn(table))));
  }
  for (const { schema, name, value, called } of sequences) {
    await client.query("select setval($1::regclass, $2::bigint, $3)", [qualified({ schema, name }), value, called]);
  }
  for (const statement of foreignKeys) await client.query(statement);
  for (const table of all) await client.query(`alter table ${table} enable trigger user`);
  await client.query("commit");
  await client.query("analyze");
}

/** Drops every foreign key and returns the statements that make them again. */
async function takeOffForeignKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ place: string; name: string; definition: string; comment: string | null }>(`
    select format('%I.%I', n.nspname, c.relname) as place, k.conname as name, pg_get_constraintdef(k.oid) as definition,
           obj_description(k.oid, 'pg_constraint') as comment
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', '${jobSchema}')`);
  for (const { place, name } of rows) await client.query(`alter table ${place} drop constraint ${quoteIdentifier(name)}`);
  return rows.flatMap(({ place, name, definition, comment }) => [
    `alter table ${place} add constraint ${quoteIdentifier(name)} ${definition}`,
    ...(comment === null ? [] : [`comment on constraint ${quoteIdentifier(name)} on ${place} is ${escapeLiteral(comment)}`]),
  ]);
}
