import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { problem } from "../../../kernel/errors.ts";
import type { Log } from "../../log.ts";
import { say } from "../messages.ts";
import { runAs, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { socketFolder, type Folders } from "./folders.ts";
import { clearStalePidFile, readPidFile, runningPostmaster, servesCluster } from "./postmaster.ts";

export const superuser = "kheo_superuser";

export type EmbeddedServer = {
  /** Folder of the Unix socket: the `host` of a connection. */
  socketFolder: string;
  pid(): number;
  /** Ends open transactions, writes everything out, and waits until the server is gone. */
  stop(): Promise<void>;
};

type Start = {
  binaries: Binaries;
  folders: Folders;
  account: Account;
  superuserPassword: string;
  log: Log;
  /** Settings over our own, for tests (fsync=off). */
  settings?: Record<string, string>;
};

/** Makes the cluster at first, starts the server or takes over one that a killed process left running, and keeps it running. */
export async function startServer(start: Start): Promise<EmbeddedServer> {
  const { cluster } = start.folders;
  if (existsSync(join(cluster, "PG_VERSION"))) refuseOtherVersion(start);
  else initialise(start);
  let current = await adoptOrSpawn(start);
  let stopping = false;
  let recovery: Promise<void> | null = null;
  const watch = setInterval(() => {
    if (stopping || recovery || servesCluster(current.pid, cluster)) return;
    start.log.error("the database server is gone, starting it again", { pid: current.pid });
    recovery = adoptOrSpawn(start)
      .then((started) => void (current = started))
      .catch((error: unknown) => start.log.error("the database server did not come back", { error }))
      .finally(() => (recovery = null));
  }, 1000);
  watch.unref();
  return {
    socketFolder: current.socketFolder,
    pid: () => current.pid,
    async stop() {
      stopping = true;
      clearInterval(watch);
      await recovery;
      await stopPostmaster(current.pid, cluster, start.log);
      // Nothing stays behind in /tmp.
      if (!current.socketFolder.startsWith(start.folders.home)) rmSync(current.socketFolder, { recursive: true, force: true });
    },
  };
}

function refuseOtherVersion({ folders, binaries }: Start) {
  const found = readFileSync(join(folders.cluster, "PG_VERSION"), "utf8").trim();
  if (found !== binaries.major) throw problem("unavailable", say("otherVersion", { path: folders.cluster, found, ours: binaries.version }));
}

/** initdb into a folder beside, then one rename: a first start that is cut off leaves nothing half-made behind. */
function initialise({ binaries, folders, account, superuserPassword, log, settings }: Start) {
  log.info("making the database, this takes a few seconds", { path: folders.cluster });
  const unfinished = `${folders.cluster}.new`;
  const passwordFile = join(folders.home, "initdb-password");
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    // scram even on the socket: initdb's default lets any local process that reaches the socket be superuser.
    const options = ["-A", "scram-sha-256", "-U", superuser, "--pwfile", passwordFile, "-E", "UTF8", "--no-instructions"];
    const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const sync = settings?.fsync === "off" ? ["--no-sync"] : [];
    const run = spawnSync(join(binaries.folder, "bin/initdb"), ["-D", unfinished, ...options, ...locale, ...sync], {
      ...runAs(account),
      env: serverEnvironment(),
      encoding: "utf8",
    });
    if (run.status !== 0) throw problem("unavailable", say("initFailed", { output: lastLines(run.error?.message ?? run.stderr) }));
    renameSync(unfinished, folders.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LANG: "C", LC_ALL: "C", TZ: "UTC" };
}

async function adoptOrSpawn(start: Start): Promise<{ pid: number; socketFolder: string }> {
  const { cluster } = start.folders;
  const left = runningPostmaster(cluster);
  if (left) {
    start.log.info("taking over the database server that is already running", { pid: left.pid });
    const adopted = await waitUntilReady(start, left.pid, () => servesCluster(left.pid, cluster));
    if (adopted) return adopted; // else it was on its way out
  }
  await clearStalePidFile(cluster, start.log);
  const folder = socketFolder(start.folders.home, start.account);
  // A socket file of a server killed with -9 is replaced by the new server; its lock file is judged by pid alone.
  rmSync(join(folder, ".s.PGSQL.5432.lock"), { force: true });
  const output = openSync(startLog(start), "w", 0o600);
  const child = spawn(join(start.binaries.folder, "bin/postgres"), ["-D", cluster, "-k", folder, ...serverSettings(start)], {
    ...runAs(start.account),
    env: serverEnvironment(),
    // Its own session: Ctrl-C in the terminal reaches Khéo alone, which then stops the server in order.
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  let ended = false;
  child.on("exit", () => (ended = true));
  child.on("error", () => (ended = true));
  const started = await waitUntilReady(start, child.pid ?? 0, () => !ended);
  if (!started) throw problem("unavailable", say("startFailed", { log: start.folders.home, output: startOutput(start) }));
  return started;
}

const startLog = (start: Start) => join(start.folders.home, "start.log");

function serverSettings({ settings = {} }: Start): string[] {
  const all: Record<string, string> = {
    listen_addresses: "",
    unix_socket_permissions: "0700",
    max_connections: "64",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "Asia/Ho_Chi_Minh",
    // A week of logs, overwritten by weekday.
    logging_collector: "on",
    log_directory: "../log",
    log_filename: "postgresql-%a.log",
    log_truncate_on_rotation: "on",
    log_rotation_age: "1d",
    log_rotation_size: "0",
    // Statements and error details hold what people wrote; the log keeps neither.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_statement: "none",
    log_checkpoints: "off",
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Null when the process ended first. Recovery after a crash may take long on a big database, so there is no time limit. */
async function waitUntilReady(start: Start, pid: number, alive: () => boolean): Promise<{ pid: number; socketFolder: string } | null> {
  for (;;) {
    const written = readPidFile(start.folders.cluster);
    if (written?.pid === pid && written.ready) return { pid, socketFolder: written.socketFolder };
    if (!alive()) return null;
    await sleep(20);
  }
}

/** The last words of a server that did not start: from before its log collector ran, or from the newest log file. */
function startOutput(start: Start): string {
  const folder = start.folders.log;
  const newest = readdirSync(folder)
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  const texts = [startLog(start), newest].map((path) => (path && existsSync(path) ? readFileSync(path, "utf8") : ""));
  return lastLines(
    texts.flatMap((text) => text.split("\n").filter((line) => /FATAL|PANIC|ERROR|HINT/.test(line))).join("\n") || texts.join("\n"),
  );
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-3).join(" / ");
}

async function stopPostmaster(pid: number, cluster: string, log: Log): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    if (servesCluster(pid, cluster)) process.kill(pid, name);
  };
  signal("SIGINT"); // "fast": ends sessions, then writes a checkpoint
  for (let waited = 0; servesCluster(pid, cluster); waited += 25) {
    if (waited === 60_000) {
      log.warn("the database server does not stop, ending it at once; it recovers at the next start", { pid });
      signal("SIGQUIT");
    }
    await sleep(25);
  }
}
