import { readdirSync, readFileSync, readlinkSync, realpathSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../log.ts";

/** What a running server wrote into postmaster.pid: line 1 its pid, line 5 its socket folder, line 8 its state. */
export type Postmaster = { pid: number; socketFolder: string; ready: boolean };

export function readPidFile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, socketFolder: lines[4]?.trim() ?? "", ready: lines[7]?.trim() === "ready" };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Whether a process is a live server of this cluster. A pid alone proves nothing: it may have been given to another
 * program since, or belong to a dead server that nobody has reaped (a zombie answers signals like a living process).
 * Every PostgreSQL process works inside its cluster's folder, and that is what is compared.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  try {
    return !isZombie(pid) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function isZombie(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const state = stat.slice(stat.lastIndexOf(")") + 2)[0];
  return state === "Z" || state === "X";
}

/** The running server of this cluster, or null. */
export function runningPostmaster(cluster: string): Postmaster | null {
  const written = readPidFile(cluster);
  return written && servesCluster(written.pid, cluster) ? written : null;
}

/**
 * Removes a postmaster.pid whose server is gone: PostgreSQL itself only asks whether the pid exists, and so refuses to
 * start beside a zombie or a foreign process that got the number. Worker processes of a killed server may live a moment
 * longer; starting beside them would damage the data, so they are waited for.
 */
export async function clearStalePidFile(cluster: string, log: Log, patienceMs = 20_000): Promise<void> {
  const written = readPidFile(cluster);
  if (!written || servesCluster(written.pid, cluster)) return;
  const until = Date.now() + patienceMs;
  while (processesIn(cluster).length > 0 && Date.now() < until) await sleep(100);
  // Still there: leave the file, PostgreSQL then refuses and says why.
  if (processesIn(cluster).length > 0) return;
  log.info("removing the lock file of a database server that is gone", { pid: written.pid });
  unlinkSync(join(cluster, "postmaster.pid"));
}

function processesIn(cluster: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && servesCluster(pid, cluster));
}
