import { sql } from "kysely";
import { Client } from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { silentLog } from "../log.ts";
import { migrate, pendingMigrations, readMigrations, type Migration } from "./migrate.ts";
import { asOwner } from "./open.ts";

const { app, migrator, urls } = await testDatabase();
const real = await readMigrations();
const log = silentLog;

type Naming = { number?: number; file?: string };

/** A migration of some later version, after the real ones. */
const later = (statements: string, { number = 9001, file = `${number}_later.sql` }: Naming = {}): Migration => ({
  number,
  file,
  statements,
  sha256: statements,
});

async function asMigrator<T>(act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: asOwner(urls.migrator) });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
const run = (...added: Migration[]) => asMigrator((client) => migrate(client, { migrations: [...real, ...added], log }));

beforeEach(async () => {
  await sql`delete from schema_migration where number > 9000`.execute(migrator);
  await sql`drop table if exists later`.execute(migrator);
});

describe("migrations", () => {
  it("have all run in a test's database", async () => {
    expect(await pendingMigrations(app)).toEqual([]);
  });

  it("run once, whoever calls first", async () => {
    const table = later("create table later (id int)");
    expect((await Promise.all([run(table), run(table), run(table)])).toSorted()).toEqual([0, 0, 1]);
  });

  it("name the file and the line that fails, and write nothing of it", async () => {
    const broken = later("create table later (id int);\n\ninsert into latter values (1);", { file: "9001_broken.sql" });
    await expect(run(broken)).rejects.toMatchObject({ code: "internal", text: { en: expect.stringContaining("9001_broken.sql:3") } });
    const { rows } = await sql`select to_regclass('later') as found`.execute(migrator);
    expect(rows).toEqual([{ found: null }]);
  });

  it("that changed after they ran are refused by name", async () => {
    await run(later("create table later (id int)"));
    await expect(run(later("create table later (id bigint)"))).rejects.toMatchObject({
      code: "wrong_state",
      text: { vi: expect.stringContaining("9001_later.sql") },
    });
  });

  it("of a newer program are refused by an older one", async () => {
    await run(later("create table later (id int)"));
    await expect(run()).rejects.toMatchObject({ code: "wrong_state", text: { en: expect.stringContaining("newer Khéo") } });
    await expect(pendingMigrations(app)).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("do not slip in before one that has run", async () => {
    await run(later("create table later (id int)", { number: 9002 }));
    await expect(run(later("select 1", { number: 9001 }), later("create table later (id int)", { number: 9002 }))).rejects.toMatchObject({
      text: { en: expect.stringContaining("higher number") },
    });
  });

  it("are left to the server that is running when a command finds some to run", async () => {
    const pending = asMigrator((client) => migrate(client, { migrations: [...real, later("select 1")], onlyCheck: true, log }));
    await expect(pending).rejects.toMatchObject({ code: "wrong_state", text: { en: expect.stringContaining("Restart the server") } });
  });
});
