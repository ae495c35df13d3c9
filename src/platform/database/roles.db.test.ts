import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { transaction } from "./index.ts";

const { app, portal, migrator } = await testDatabase();

describe("what each role may do", () => {
  it("lets the app work on rows and read which migrations ran", async () => {
    const { rows } = await sql<{
      role: string;
      steps: number;
    }>`select current_user as role, count(*)::int as steps from schema_migration`.execute(app);
    expect(rows[0]?.role).toBe("kheo_app");
    expect(rows[0]?.steps).toBeGreaterThan(0);
  });

  it.each([
    ["become the owner", "set role kheo_owner"],
    ["become the migrator", "set role kheo_migrator"],
    ["become another session user", "set session authorization kheo_superuser"],
    ["make a table", "create table own_table (id int)"],
    ["make a schema", "create schema own_schema"],
    ["rewrite the history of migrations", "update schema_migration set file = 'x'"],
    ["drop a table", "drop table schema_migration"],
    ["switch triggers off", "set session_replication_role = replica"],
    ["read files of the server", "select pg_read_file('/etc/passwd')"],
    ["run programs on the server", "copy schema_migration to program 'cat'"],
  ])("refuses the app and the portal to %s", async (_what, statement) => {
    await expect(sql.raw(statement).execute(app)).rejects.toMatchObject({ code: "42501" });
    await expect(sql.raw(statement).execute(portal)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|25006)$/) });
  });

  it.each([
    ["change an act", "update act set note = 'x'"],
    ["remove an act", "delete from act"],
    ["empty the record", "truncate act"],
    ["back-date an act", "insert into act (at, act, thing_kind, thing_id, system) values (now() - interval '1 day', 'a:b', 'x', '1', 'x')"],
    ["forge an act's digest", "insert into act (hash, act, thing_kind, thing_id, system) values ('', 'a:b', 'x', '1', 'x')"],
    ["make a seal", "insert into act_seal (n, at, acts, rows, digest, hash) values (1, now(), '{}', 0, '', '')"],
    ["change a seal", "update act_seal set digest = ''"],
    ["unmark an act that waits for its seal", "delete from act_pending"],
    ["switch the record's triggers off", "alter table act disable trigger user"],
  ])("refuses the app and the portal to %s", async (_what, statement) => {
    await expect(sql.raw(statement).execute(app)).rejects.toMatchObject({ code: "42501" });
    await expect(sql.raw(statement).execute(portal)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|25006)$/) });
  });

  it("keeps even the owner from changing the record by a slip", async () => {
    await sql`insert into act (act, thing_kind, thing_id, system) values ('test:write', 'thing', '1', 'test')`.execute(app);
    for (const statement of ["update act set note = 'x'", "delete from act", "truncate act"]) {
      await expect(sql.raw(statement).execute(migrator), statement).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("shows the portal no table at all", async () => {
    const { rows } = await sql<{ visible: string }>`
      select c.oid::regclass::text as visible from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
         and has_any_column_privilege(c.oid, 'select, insert, update, references')`.execute(portal);
    expect(rows).toEqual([]);
  });

  it("lets the portal read the published views by name, and change nothing through them", async () => {
    const { rows } = await sql<{ name: string; writes: boolean; guarded: boolean }>`
      select c.relname as name, has_any_column_privilege(c.oid, 'insert, update, references') or has_table_privilege(c.oid, 'delete, truncate, trigger') as writes,
             coalesce('security_barrier=true' = any(c.reloptions) or 'security_barrier=on' = any(c.reloptions), false) as guarded
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema') and has_any_column_privilege(c.oid, 'select')
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`.execute(portal);
    expect(rows.filter(({ name }) => !name.startsWith("portal_"))).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.filter(({ writes, guarded }) => writes || !guarded)).toEqual([]);
  });

  it.each([
    "publication",
    "publication_edition",
    "story",
    "exemplar",
    "exemplar_picture",
    "plan_edition",
    "person",
    "document",
    "exemplar_decision",
    "award",
    "act",
  ])("refuses the portal to read %s itself", async (table) => {
    await expect(sql.raw(`select * from ${table} limit 1`).execute(portal)).rejects.toMatchObject({ code: "42501" });
  });

  it("lets the migrator act as the owner, and only so", async () => {
    const { rows } = await sql<{ role: string; login: string }>`select current_user as role, session_user as login`.execute(migrator);
    expect(rows[0]).toEqual({ role: "kheo_owner", login: "kheo_migrator" });
  });
});

describe("what every session agrees on", () => {
  it("reads a calendar date as the string it is, and bigint as a string", async () => {
    const { rows } = await sql`select date '2026-01-02' as day, array[date '2026-01-02'] as days, 9007199254740993::bigint as big`.execute(
      app,
    );
    expect(rows[0]).toEqual({ day: "2026-01-02", days: ["2026-01-02"], big: "9007199254740993" });
  });

  it("begins the day at midnight in Vietnam", async () => {
    const { rows } = await sql`select (timestamptz '2026-03-01T17:30:00Z')::date as day`.execute(app);
    expect(rows[0]).toEqual({ day: "2026-03-02" });
  });

  it("folds Vietnamese for search, however it was typed", async () => {
    const { rows } =
      await sql`select vi_fold('Đảng ủy xã Hòa Phú') as typed, vi_fold(normalize('Đảng uỷ xã Hoà Phú', nfd)) as decomposed`.execute(app);
    expect(rows[0]).toEqual({ typed: "dang uy xa hoa phu", decomposed: "dang uy xa hoa phu" });
  });

  it("sorts names as a Vietnamese dictionary does", async () => {
    const { rows } = await sql<{ name: string }>`
      select name from unnest(array['Út', 'Đà Lạt', 'Ân', 'Dung', 'An', 'Ăn', 'Ô Môn', 'Em']) as name order by name collate "vi-x-icu"`.execute(
      app,
    );
    expect(rows.map(({ name }) => name)).toEqual(["An", "Ăn", "Ân", "Dung", "Đà Lạt", "Em", "Ô Môn", "Út"]);
  });
});

describe("transaction", () => {
  it("joins the transaction that it is given", async () => {
    const same = await transaction(app, (outer) =>
      transaction(outer, async (inner) => {
        const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(inner);
        const { rows: again } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(outer);
        return rows[0]?.id === again[0]?.id;
      }),
    );
    expect(same).toBe(true);
  });

  it("runs an act again that lost against another", async () => {
    let runs = 0;
    await transaction(app, async (tx) => {
      runs += 1;
      if (runs < 3) await sql`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`.execute(tx);
    });
    expect(runs).toBe(3);
  });

  it("does not run an act again that failed for its own reasons", async () => {
    let runs = 0;
    const act = transaction(app, async (tx) => {
      runs += 1;
      await sql`select 1 / 0`.execute(tx);
    });
    await expect(act).rejects.toMatchObject({ code: "22012" });
    expect(runs).toBe(1);
  });
});
