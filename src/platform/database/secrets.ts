import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeDurably } from "../durable.ts";
import { problem } from "../../kernel/errors.ts";
import { say } from "./messages.ts";
import { loginRoles, type Passwords } from "./roles.ts";

/**
 * Passwords of the database's roles: random, one file each (0600) in KHEO_DATA/secrets (0700), never in a backup.
 * `existing`: a database is there already, so a missing superuser password must not be replaced by a new one that the server
 * does not know.
 */
export async function readSecrets(data: string, existing: boolean): Promise<Passwords & { superuser: string }> {
  const folder = join(data, "secrets");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const read = async (name: string, mustExist: boolean) => {
    const path = join(folder, `database-${name}`);
    if (existsSync(path)) return (await readFile(path, "utf8")).trim();
    if (mustExist) throw problem("unavailable", say("secretMissing", { path }));
    const password = randomBytes(24).toString("base64url");
    await writeDurably(path, `${password}\n`, 0o600);
    return password;
  };
  const superuser = await read("superuser", existing);
  const passwords = Object.fromEntries(await Promise.all(loginRoles.map(async (role) => [role, await read(role, false)]))) as Passwords;
  return { superuser, ...passwords };
}
