import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { testDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { scratchFolders } from "../../../test/support/scratch.ts";
import { printSchema } from "../database/catalogue.ts";
import { transaction } from "../database/index.ts";
import { asOwner, bringUpToDate } from "../database/open.ts";
import { openFiles } from "../files.ts";
import { defineJob, enqueue } from "../jobs.ts";
import { silentLog } from "../log.ts";
import { backUp, restore } from "./index.ts";

const folder = mkdtempSync(join(scratchFolders()[0], "kheo-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const job = defineJob("test.after-act", z.object({ actId: z.string() }), async () => {});
const now = new Date("2026-11-20T10:00:00Z");
let made = 0;

async function installation() {
  const databases = await testDatabase();
  const data = join(folder, `data-${(made += 1)}`);
  return { databases, data, files: await openFiles(data) };
}
type Installation = Awaited<ReturnType<typeof installation>>;

const archivePath = () => join(folder, `${(made += 1)}.tar`);
const save = ({ databases, files }: Installation, path: string) =>
  backUp(path, { migratorUrl: databases.urls.migrator, files, now, program: "0.0.0" });
const bring = ({ databases, files }: Installation, path: string) =>
  restore(path, { migratorUrl: databases.urls.migrator, files, log: silentLog, usedWhenFilled: ["act"] });

/** Two acts, a file that they name and a job: together or not at all. */
async function workOnce({ databases, files }: Installation, n: number) {
  const { sha256 } = await files.put(Buffer.from(`Biên bản số ${n}\n\\N\ttab`));
  await transaction(databases.app, async (tx) => {
    for (const step of ["begin", "end"]) {
      await sql`insert into act (act, thing_kind, thing_id, after, system)
        values ('test:write', 'file', ${sha256}, ${JSON.stringify({ step, n, text: "Dòng 1\nDòng 2\t\\N" })}::jsonb, 'test')`.execute(tx);
    }
    await enqueue(tx, job, { actId: String(n) });
  });
}

async function schemaOf({ urls }: TestDatabase): Promise<string> {
  const client = new Client({ connectionString: asOwner(urls.migrator) });
  await client.connect();
  try {
    return await printSchema(client);
  } finally {
    await client.end();
  }
}

describe("backup and restore", { timeout: 120_000 }, () => {
  it("bring back one moment of an installation at work, table by table", async () => {
    const from = await installation();
    for (let n = 0; n < 50; n++) await workOnce(from, n);
    const stop = new AbortController();
    const writers = Promise.all(
      [1000, 2000, 3000].map(async (first) => {
        let n = first;
        for (; !stop.signal.aborted; n++) await workOnce(from, n);
        return n - first;
      }),
    );
    const path = archivePath();
    const manifest = await save(from, path);
    stop.abort();
    expect((await writers).reduce((sum, count) => sum + count)).toBeGreaterThan(0);

    const to = await installation();
    await bring(to, path);
    const { rows } = await sql<{ acts: number; pairs: number; jobs: number }>`
      select count(*)::int as acts, count(distinct thing_id)::int as pairs,
             (select count(*)::int from graphile_worker._private_jobs) as jobs from act`.execute(to.databases.app);
    const { acts = 0, pairs, jobs } = rows[0] ?? {};
    expect(acts).toBe(manifest.tables.find(({ name }) => name === "act")?.rows);
    expect({ pairs, jobs }).toEqual({ pairs: acts / 2, jobs: acts / 2 });
    expect(acts).toBeGreaterThanOrEqual(100);
    const named = await sql<{ thing_id: string }>`select distinct thing_id from act`.execute(to.databases.app);
    for (const { thing_id } of named.rows) expect(await to.files.size(thing_id), thing_id).toBeGreaterThan(0);

    // A second backup of what was restored has the same rows in the same order, byte by byte, and the same files.
    const again = await save(to, archivePath());
    expect(again.tables).toEqual(manifest.tables);
    expect(again.sequences).toEqual(manifest.sequences);
    expect(again.files).toEqual(manifest.files);
    expect(await schemaOf(to.databases)).toBe(await schemaOf(from.databases));
  });

  it("leave a restored installation ready for the next act", async () => {
    const from = await installation();
    await workOnce(from, 1);
    const path = archivePath();
    await save(from, path);
    const to = await installation();
    await bring(to, path);
    await workOnce(to, 2);
    const { rows } = await sql<{ stamped: boolean }>`select bool_and(hash is not null and at is not null) as stamped from act`.execute(
      to.databases.app,
    );
    expect(rows).toEqual([{ stamped: true }]);
    await expect(sql`update act set note = 'x'`.execute(to.databases.app)).rejects.toMatchObject({ code: "42501" });
    await expect(sql`delete from act`.execute(to.databases.migrator)).rejects.toMatchObject({ code: "42501" });
  });

  it("bring a backup of an older version forward to this one", async () => {
    const from = await installation();
    const owner = new Client({ connectionString: asOwner(from.databases.urls.migrator) });
    await owner.connect();
    await owner.query(
      "drop schema public cascade; drop schema graphile_worker cascade; create schema public; grant usage on schema public to public",
    );
    await owner.end();
    await bringUpToDate(from.databases.urls.migrator, { upTo: 2, log: silentLog });
    await workOnce(from, 1);
    const path = archivePath();
    const manifest = await save(from, path);
    expect(manifest.schema.map(({ number }) => number)).toEqual([1, 2]);
    const to = await installation();
    await bring(to, path);
    const fresh = await installation();
    expect(await schemaOf(to.databases)).toBe(await schemaOf(fresh.databases));
    const { rows } = await sql<{ acts: number }>`select count(*)::int as acts from act`.execute(to.databases.app);
    expect(rows).toEqual([{ acts: 2 }]);
  });

  it("hold no key and no password", async () => {
    const from = await installation();
    const path = archivePath();
    await save(from, path);
    const password = new URL(from.databases.urls.app).searchParams.get("password") ?? "";
    expect(password.length).toBeGreaterThan(20);
    expect(readFileSync(path).includes(password)).toBe(false);
  });
});

describe("what restore refuses, before it changes anything", { timeout: 60_000 }, () => {
  it("is an installation in use, by its rows or by its files", async () => {
    const from = await installation();
    const path = archivePath();
    await save(from, path);
    const withRows = await installation();
    await workOnce(withRows, 1);
    await expect(bring(withRows, path)).rejects.toMatchObject({ code: "wrong_state" });
    const withFiles = await installation();
    await withFiles.files.put(Buffer.from("x"));
    await expect(bring(withFiles, path)).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("is an archive with one byte changed, cut off, of another kind, or absent", async () => {
    const from = await installation();
    await workOnce(from, 1);
    const path = archivePath();
    await save(from, path);
    const whole = readFileSync(path);
    const to = await installation();
    const refusal = async (bytes: Buffer) => {
      writeFileSync(path, bytes);
      const refused = await bring(to, path).catch((error: unknown) => error);
      return (refused as { text?: { en: string } }).text?.en;
    };
    const changed = Buffer.from(whole);
    // The first part's content begins behind its header of 512 bytes.
    changed[522] = (changed[522] ?? 0) ^ 1;
    expect(await refusal(changed)).toMatch(/damaged in its part tables.*Nothing was changed/);
    const manifest = Buffer.from(whole);
    manifest.write("2", whole.indexOf('"madeAt": "2026') + 11);
    manifest.write("3", whole.indexOf('"madeAt": "2026') + 12);
    expect(await refusal(manifest)).toMatch(/damaged in its part manifest/);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(/not a complete backup/);
    expect(await refusal(Buffer.from("văn bản".repeat(200)))).toMatch(/not a complete backup/);
    rmSync(path);
    await expect(bring(to, path)).rejects.toMatchObject({ code: "not_found" });
    expect((await sql`select from act`.execute(to.databases.app)).rows).toEqual([]);
  });
});

describe("what backup refuses", () => {
  it("is to overwrite a file, or a folder that is not there; nothing half-made stays", async () => {
    const from = await installation();
    const path = archivePath();
    writeFileSync(path, "older backup");
    await expect(save(from, path)).rejects.toMatchObject({ code: "wrong_state" });
    expect(readFileSync(path, "utf8")).toBe("older backup");
    const nowhere = join(folder, "absent", "x.tar");
    await expect(save(from, nowhere)).rejects.toMatchObject({
      code: "unavailable",
      text: { en: expect.stringContaining("Choose another folder") },
    });
    expect(existsSync(`${path}.partial`)).toBe(false);
  });
});
