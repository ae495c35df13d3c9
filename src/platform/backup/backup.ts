import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { problem } from "../../kernel/errors.ts";
import { asOwner } from "../database/open.ts";
import { syncFolder } from "../durable.ts";
import type { Files } from "../files.ts";
import { manifestDigestName, manifestName, type Manifest, type Part } from "./manifest.ts";
import { say } from "./messages.ts";
import { copyOut, listSequences, listTables, qualified, type Table } from "./tables.ts";
import { tarWriter, type TarWriter } from "./tar.ts";

const compress = promisify(gzip);
const pieceSize = 4 * 1024 * 1024;

export type Source = { migratorUrl: string; files: Files; now: Date; program: string };

/**
 * Writes everything but secrets into one archive at `path`, while people work: the tables are read in one snapshot, and
 * a file that a row of that snapshot names was on disk before the row was. Needs memory for a few pieces only.
 */
export async function backUp(path: string, source: Source): Promise<Manifest> {
  if (existsSync(path)) throw problem("wrong_state", say("exists", { path }));
  const unfinished = `${path}.partial`;
  try {
    const file = await open(unfinished, "w", 0o600);
    let manifest: Manifest;
    try {
      manifest = await writeArchive(tarWriter(file, source.now), source);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (["ENOSPC", "EACCES", "ENOENT", "EROFS", "EDQUOT", "ENOTDIR"].includes(code ?? "")) {
      throw problem("unavailable", say("notWritable", { path, reason: code ?? "" }));
    }
    throw error;
  }
}

async function writeArchive(archive: TarWriter, { migratorUrl, files, now, program }: Source): Promise<Manifest> {
  const client = new Client({ connectionString: asOwner(migratorUrl) });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows: schema } = await client.query<Manifest["schema"][number]>(
      "select number, file, sha256 from schema_migration order by number",
    );
    const manifest: Manifest = { format: 1, madeAt: now.toISOString(), program, schema, tables: [], sequences: [], files: [] };
    for (const [index, table] of (await listTables(client)).entries()) {
      manifest.tables.push(await writeTable(archive, client, table, `tables/${String(index + 1).padStart(4, "0")}`));
    }
    // Sequences know no snapshot: read last, they are never behind the rows.
    for (const sequence of await listSequences(client)) {
      const { rows } = await client.query<{ value: string; called: boolean }>(
        `select last_value::text as value, is_called as called from ${qualified(sequence)}`,
      );
      if (rows[0]) manifest.sequences.push({ ...sequence, ...rows[0] });
    }
    await client.query("commit");
    for await (const { sha256, size } of files.list()) {
      const path = `files/${sha256}`;
      await archive.addStream(path, size, await files.open(sha256));
      manifest.files.push({ path, size, sha256 });
    }
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await archive.add(manifestName, text);
    await archive.add(manifestDigestName, Buffer.from(`${digest(text)}\n`));
    await archive.end();
    return manifest;
  } finally {
    await client.end();
  }
}

async function writeTable(archive: TarWriter, client: Client, table: Table, folder: string): Promise<Manifest["tables"][number]> {
  const parts: Part[] = [];
  const flush = async (chunks: Buffer[]) => {
    const content = await compress(Buffer.concat(chunks));
    const path = `${folder}/${String(parts.length + 1).padStart(6, "0")}.copy.gz`;
    await archive.add(path, content);
    parts.push({ path, size: content.byteLength, sha256: digest(content) });
  };
  const stream = client.query(copyTo(copyOut(table)));
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.byteLength;
    if (size < pieceSize) continue;
    await flush(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) await flush(waiting);
  return { ...table, rows: stream.rowCount, parts };
}

const digest = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
