import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { printTypes, typesFile } from "../../../db/types.ts";
import { testDatabase } from "../../../test/support/database.ts";
import { printSchema } from "./catalogue.ts";
import { asOwner } from "./open.ts";

const { migrator, urls } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "kheo-types-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function printed(): Promise<string> {
  const client = new Client({ connectionString: asOwner(urls.migrator) });
  await client.connect();
  try {
    return await printSchema(client);
  } finally {
    await client.end();
  }
}

describe("what the migrations make", () => {
  it("is what db/schema.sql shows (npm run db:schema)", async () => {
    expect(await printed()).toBe(readFileSync(resolve(import.meta.dirname, "../../../db/schema.sql"), "utf8"));
  });

  it("is what the row types in tables.ts say (npm run db:types)", () => {
    const file = join(folder, "tables.ts");
    printTypes(urls.migrator, file);
    expect(readFileSync(file, "utf8")).toBe(readFileSync(typesFile, "utf8"));
  });

  it("has a comment on every table", async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
         and obj_description(c.oid, 'pg_class') is null
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`.execute(migrator);
    expect(rows.map(({ name }) => name)).toEqual([]);
  });

  it("shows in the print whatever changes", async () => {
    const before = await printed();
    const changes = [
      "create table extra (id int primary key, name text collate \"vi-x-icu\" default 'x', folded text generated always as (vi_fold(name)) stored)",
      "comment on column extra.name is 'shown to people'",
      "create index extra_folded on extra using gin (folded gin_trgm_ops)",
      "create function extra_touch() returns trigger language plpgsql as $$ begin return new; end $$",
      "create trigger extra_touched before update on extra for each row execute function extra_touch()",
      "alter table extra enable row level security",
      "create policy extra_all on extra to kheo_app using (id > 0)",
      "create view extra_published as select id from extra",
      "grant select (id) on extra to kheo_portal",
      "create type extra_kind as enum ('a', 'b')",
      "create domain extra_code as text check (value ~ '^[a-z]+$')",
      "create sequence extra_number",
    ];
    let last = before;
    for (const change of changes) {
      await sql.raw(change).execute(migrator);
      const now = await printed();
      expect(now, change).not.toBe(last);
      last = now;
    }
    expect(last).toContain("name text collate \"vi-x-icu\" default 'x'::text");
    expect(last).toContain("generated always as (vi_fold(name)) stored");
  });
});
