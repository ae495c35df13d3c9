import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { problem } from "../../../kernel/errors.ts";
import type { Log } from "../../log.ts";
import { say } from "../messages.ts";

/** The user that the database server runs as; null means the user that Khéo runs as. */
export type Account = { uid: number; gid: number } | null;

const accountName = "kheo-db";

/**
 * PostgreSQL refuses to run as root, so Khéo as root gives it a system user of its own, made if absent.
 * `owner` is who owns an existing cluster: data made by an ordinary user stays that user's when root starts it later.
 */
export function serverAccount(owner: { uid: number; gid: number } | null, log: Log): Account {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) {
    // initdb and the server look their user up by name and stop with an English line when there is none.
    if (!passwdEntries().some((entry) => entry.uid === uid)) throw problem("unavailable", say("noPasswdEntry", { uid }));
    return null;
  }
  if (owner && owner.uid !== 0) return owner;
  const existing = findAccount();
  if (existing) return existing;
  log.info("making a system user for the database server", { account: accountName });
  const made = spawnSync(
    "useradd",
    ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", accountName],
    { encoding: "utf8" },
  );
  // Two processes may try at once; what counts is that the account is there afterwards.
  const account = findAccount();
  if (!account)
    throw problem("unavailable", say("noAccount", { account: accountName, output: (made.stderr || String(made.error ?? "")).trim() }));
  return account;
}

function findAccount(): { uid: number; gid: number } | undefined {
  return passwdEntries().find((entry) => entry.name === accountName);
}

function passwdEntries(): { name: string; uid: number; gid: number }[] {
  const local = parsePasswd(readFileSync("/etc/passwd", "utf8"));
  const own = process.getuid?.();
  if (local.some((entry) => entry.uid === own)) return local;
  // Users of a directory service are not in the file.
  const found = spawnSync("getent", ["passwd", String(own)], { encoding: "utf8" });
  return [...local, ...parsePasswd(found.stdout ?? "")];
}

function parsePasswd(text: string): { name: string; uid: number; gid: number }[] {
  return text
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** What `child_process.spawn` needs to run something as the account; cwd must be a folder that the account can enter. */
export function runAs(account: Account): { uid?: number; gid?: number; cwd: string } {
  return account ? { ...account, cwd: "/" } : { cwd: "/" };
}
