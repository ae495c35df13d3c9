import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../test/support/database.ts";
import { referencedFiles } from "./file-collection.ts";

const { app, migrator } = await testDatabase();
const hash = (digit: string) => digit.repeat(64);

describe("referencedFiles", () => {
  it("knows every column that names a stored file by its check", async () => {
    await sql`create table note (id int primary key, attachment text check (attachment ~ '^[0-9a-f]{64}$'))`.execute(migrator);
    await sql`create table card (id int primary key, "Picture" text not null check ("Picture" ~ '^[0-9a-f]{64}$'), number text check (number ~ '^[0-9]+$'))`.execute(
      migrator,
    );
    await sql`insert into note values (1, ${hash("a")}), (2, null), (3, ${hash("a")})`.execute(app);
    await sql`insert into card values (1, ${hash("b")}, '12')`.execute(app);
    expect(await referencedFiles(app)).toEqual(new Set([hash("a"), hash("b")]));
  });

  it("covers what documents and evidence keep", async () => {
    const { rows } = await sql<{ place: string }>`
      select table_name || '.' || column_name as place from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and column_name like '%hash' and column_name <> 'password_hash' and data_type = 'text'
         and not exists (select from pg_constraint k where k.conrelid = to_regclass(table_name) and strpos(pg_get_constraintdef(k.oid), '^[0-9a-f]{64}$') > 0)`.execute(
      migrator,
    );
    expect(rows).toEqual([]);
  });
});
