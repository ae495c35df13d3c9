import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { openPools, type Databases } from "../../src/platform/database/open.ts";
import { accessStatements, loginRoles, ownerRole } from "../../src/platform/database/roles.ts";
import type { RoleUrls } from "../../src/platform/database/urls.ts";
import { createLog } from "../../src/platform/log.ts";
import { templateName } from "./database-server.ts";

/** A migrated database of its own, with the pools of the real roles; `app` is what the application uses. */
export type TestDatabase = Pick<Databases, "app" | "portal" | "migrator" | "urls"> & {
  name: string;
  /** Ends the connections and drops the database; done by itself when the test file ends. */
  drop(): Promise<void>;
};

const log = createLog({ format: "pretty", level: "error" });
let made = 0;

/**
 * `const { app } = await testDatabase();` at the top of a `*.db.test.ts` or `*.http.test.ts`: a copy of the migrated
 * template, so every test file starts from an installation in which nothing has happened yet.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `test_${process.pid}_${(made += 1)}_${Date.now().toString(36)}`;
  await asSuperuser(server.superuserUrl, [
    `create database ${name} template ${templateName} strategy file_copy owner ${ownerRole}`,
    ...accessStatements(name),
  ]);
  const urls = Object.fromEntries(loginRoles.map((role) => [role, onDatabase(server.urls[role], name)])) as RoleUrls;
  const pools = openPools(urls, log, 8);
  let dropped = false;
  const drop = async () => {
    if (dropped) return;
    dropped = true;
    await pools.close();
    await asSuperuser(server.superuserUrl, [`drop database if exists ${name} with (force)`]);
  };
  afterAll(drop);
  return { app: pools.app, portal: pools.portal, migrator: pools.migrator, urls, name, drop };
}

function onDatabase(url: string, name: string): string {
  return url.replace(`/${templateName}?`, `/${name}?`);
}

async function asSuperuser(url: string, statements: string[]) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
