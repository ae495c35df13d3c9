import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { problem } from "../../../kernel/errors.ts";
import { writeDurably } from "../../durable.ts";
import type { Log } from "../../log.ts";
import { say } from "../messages.ts";
import { runAs, type Account } from "./account.ts";

/** Where one embedded server keeps things. */
export type Folders = {
  /** Holds the rest; owned by the account. */
  home: string;
  /** PostgreSQL's data directory. */
  cluster: string;
  log: string;
};

const pointerName = "postgres.path";

export function foldersIn(home: string): Folders {
  return { home, cluster: join(home, "cluster"), log: join(home, "log") };
}

/** Where the server of this KHEO_DATA lives, or will live; null when it has never been started. */
export function existingHome(data: string): string | null {
  const pointer = join(data, pointerName);
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  const usual = join(data, "postgres");
  return existsSync(usual) ? usual : null;
}

export function ownerOf(path: string | null): { uid: number; gid: number } | null {
  return path && existsSync(path) ? lstatSync(path) : null;
}

/**
 * KHEO_DATA/postgres, unless the account cannot get there: Khéo run by root in /root/kheo keeps the database under
 * /var/lib/kheo then, and KHEO_DATA/postgres.path says where.
 */
export async function prepareHome(data: string, account: Account, log: Log): Promise<Folders> {
  const known = existingHome(data);
  const home = known ?? join(data, "postgres");
  makeOwned(home, account);
  if (canEnter(home, account)) return ownFolders(home, account);
  // A database that was moved to where its user cannot get: a new empty one beside it would look like lost data.
  if (existsSync(foldersIn(home).cluster)) throw problem("unavailable", say("shutOut", { path: home }));
  rmdirSync(home);
  mkdirSync("/var/lib/kheo", { recursive: true, mode: 0o755 });
  // Not named after the data folder: one that is removed and made again starts anew.
  const elsewhere = mkdtempSync("/var/lib/kheo/data-");
  makeOwned(elsewhere, account);
  await writeDurably(join(data, pointerName), `${elsewhere}\n`, 0o644);
  log.warn("the database server cannot enter the data folder, so its files are kept elsewhere", { path: elsewhere });
  return ownFolders(elsewhere, account);
}

function ownFolders(home: string, account: Account): Folders {
  const folders = foldersIn(home);
  makeOwned(folders.home, account);
  makeOwned(folders.log, account);
  return folders;
}

function makeOwned(path: string, account: Account) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** Asked of the system by trying, since permission depends on every folder above, on groups and on access lists. */
function canEnter(path: string, account: Account): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$0" && test -w "$0"', path], runAs(account)).status === 0;
}

/**
 * The folder of the Unix socket, 0700. A socket's path is limited to 107 bytes, so deep data folders get a short one
 * under the user's run-time folder or /tmp instead.
 */
export function socketFolder(home: string, account: Account): string {
  const fits = (folder: string) => Buffer.byteLength(join(folder, ".s.PGSQL.5432.lock")) < 107;
  const usual = join(home, "socket");
  const name = `kheo-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`;
  const runtime = process.env.XDG_RUNTIME_DIR;
  const folder = [usual, ...(runtime && !account ? [join(runtime, name)] : []), join("/tmp", name)].find(fits) ?? join("/tmp", name);
  makeOwned(folder, account);
  const found = lstatSync(folder);
  // /tmp belongs to everybody: somebody else's folder or link of that name could hand our passwords to another server.
  if (!found.isDirectory() || found.uid !== (account?.uid ?? process.getuid?.()))
    throw problem("unavailable", say("otherOwner", { path: folder }));
  chmodSync(folder, 0o700);
  return folder;
}
