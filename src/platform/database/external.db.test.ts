import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scratchFolders } from "../../../test/support/scratch.ts";
import { Problem } from "../../kernel/errors.ts";
import { readConfig } from "../config.ts";
import { silentLog as log } from "../log.ts";
import { withParameters } from "./connection.ts";
import { openEmbedded, type Embedded } from "./embedded/index.ts";
import { openDatabases } from "./open.ts";

// A server that Khéo's roles were never made on: somebody else's, as far as this installation can tell.
const folder = mkdtempSync(join(scratchFolders()[0], "kheo-external-"));
chmodSync(folder, 0o711);
let elsewhere: Embedded;
let address: string;
beforeAll(async () => {
  elsewhere = await openEmbedded({ data: join(folder, "server"), database: "other", use: "server", log, settings: { fsync: "off" } });
  address = `postgresql:///kheo?host=${encodeURIComponent(new URL(elsewhere.superuserUrl).searchParams.get("host") ?? "")}`;
});
afterAll(async () => {
  await elsewhere.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (url = address, data = join(folder, "data"), use: "server" | "command" = "server") =>
  openDatabases(readConfig({ DATABASE_URL: url, KHEO_DATA: data }), { log, use });

async function refusal(opening: ReturnType<typeof open>): Promise<Problem> {
  const outcome = await opening.catch((error: unknown) => error);
  if (outcome instanceof Problem) return outcome;
  throw new Error(`was not refused: ${String(outcome)}`);
}

async function asAdministrator(statements: string) {
  const client = new Client({ connectionString: elsewhere.superuserUrl });
  await client.connect();
  // One by one, as psql sends them: `create database` takes no company.
  for (const statement of statements.split(/;$/m).filter((text) => text.trim())) await client.query(statement);
  await client.end();
}

const sqlIn = ({ text }: Problem) => text.en.slice(text.en.indexOf("\n\n") + 2);

describe("another PostgreSQL, by DATABASE_URL", { timeout: 60_000 }, () => {
  it("is refused with the SQL that makes the roles, and works once an administrator ran it", async () => {
    const refused = await refusal(open());
    expect(refused.text.vi).toContain("create role kheo_app");
    await asAdministrator(sqlIn(refused));
    const databases = await open();
    const { rows } = await sql`select current_user as role, (select count(*)::int > 0 from schema_migration) as migrated`.execute(
      databases.app,
    );
    expect(rows).toEqual([{ role: "kheo_app", migrated: true }]);
    await databases.close();
    const again = await open();
    await again.close();
  });

  it("is not used as a superuser, whatever the address says", async () => {
    const { searchParams } = new URL(elsewhere.superuserUrl);
    const user = { user: searchParams.get("user") ?? "", password: searchParams.get("password") ?? "" };
    const { text } = await refusal(open(withParameters(address, user)));
    expect(text.en).toContain(`logs in as "${user.user}"`);
    expect(text.en).not.toContain(user.password);
    expect((await refusal(open("postgresql://admin:secret@server:5432/kheo"))).text.en).toContain("(postgresql://server:5432/kheo)");
  });

  it.each([
    ["a superuser", "superuser", "nosuperuser"],
    ["able to make roles", "createrole", "nocreaterole"],
    ["past row security", "bypassrls", "nobypassrls"],
  ])("is refused while a role of ours is %s", async (_what, given, taken) => {
    await asAdministrator(`alter role kheo_app ${given}`);
    expect((await refusal(open())).text.en).toContain("kheo_app may do too much");
    await asAdministrator(`alter role kheo_app ${taken}`);
  });

  it("is refused while the app could become the owner", async () => {
    await asAdministrator("grant kheo_owner to kheo_app");
    expect((await refusal(open())).text.en).toContain("kheo_app may do too much");
    await asAdministrator("revoke kheo_owner from kheo_app");
  });

  it("serves one server at a time, and commands beside it", async () => {
    const first = await open();
    expect((await refusal(open())).text.en).toContain("Another Khéo server is using this database");
    await (await open(address, join(folder, "data"), "command")).close();
    await first.close();
    await (await open()).close();
  });

  it("is refused by another KHEO_DATA, whose passwords it does not have", async () => {
    expect((await refusal(open(address, join(folder, "other-data")))).text.en).toContain("28P01");
  });

  it("that is not there is told with what to check", async () => {
    const { text } = await refusal(open("postgresql://127.0.0.1:1/kheo"));
    expect(text.en).toMatch(/cannot be reached .*ECONNREFUSED.*Check address/);
  });
});
