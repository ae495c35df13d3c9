import { mkdir } from "node:fs/promises";
import { Client } from "pg";
import { problem } from "../../kernel/errors.ts";
import { withParameters } from "./connection.ts";
import { say } from "./messages.ts";
import { loginRoles, ownerRole, roleName, setupSql, type LoginRole } from "./roles.ts";
import { readSecrets } from "./secrets.ts";
import { roleUrls, type RoleUrls } from "./urls.ts";

/**
 * Roles on another PostgreSQL. Khéo never holds that server's administrator's password: it prints the SQL that makes its
 * roles, and refuses to run when a role of its own may do more than it should.
 */
export async function openExternal(databaseUrl: string, data: string): Promise<RoleUrls> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const passwords = await readSecrets(data, false);
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || "kheo";
  const sql = setupSql(database, passwords);
  const user = userIn(databaseUrl);
  if (user) throw problem("unavailable", say("urlWithUser", { user, url: withoutUser(databaseUrl), sql }));
  const urls = roleUrls(databaseUrl, passwords);
  for (const role of loginRoles) await check(role, urls[role], sql);
  return urls;
}

function userIn(url: string): string {
  const parsed = new URL(url);
  return decodeURIComponent(parsed.username) || parsed.searchParams.get("user") || "";
}

function withoutUser(url: string): string {
  const parsed = new URL(url);
  for (const name of ["user", "password"]) parsed.searchParams.delete(name);
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

async function check(role: LoginRole, url: string, sql: string) {
  const client = new Client({
    connectionString: withParameters(url, { application_name: "kheo set-up" }),
    connectionTimeoutMillis: 10_000,
  });
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const reason = `${roleName(role)}: ${code ?? message}`;
    // 28: wrong role or password; 3D: no such database; 42501: no right to connect.
    if (/^(28|3D|42501)/.test(code ?? "")) throw problem("unavailable", say("rolesMissing", { reason, sql }));
    throw problem("unavailable", say("unreachable", { reason }));
  }
  try {
    const { rows } = await client.query<{ powerful: boolean; owner: boolean; version: string; number: number }>(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as powerful,
              coalesce(pg_has_role(current_user, (select oid from pg_roles where rolname = $1), 'set'), false) as owner,
              current_setting('server_version') as version, current_setting('server_version_num')::int as number
         from pg_roles where rolname = current_user`,
      [ownerRole],
    );
    const found = rows[0];
    if (!found || found.number < 180_000) throw problem("unavailable", say("serverTooOld", { found: found?.version ?? "?" }));
    if (found.powerful || (role !== "migrator" && found.owner))
      throw problem("unavailable", say("tooPowerful", { role: roleName(role), sql }));
    if (role === "migrator" && !found.owner)
      throw problem("unavailable", say("rolesMissing", { reason: `${roleName(role)} → ${ownerRole}`, sql }));
  } finally {
    await client.end();
  }
}
