import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { problem } from "../../../kernel/errors.ts";
import type { Log } from "../../log.ts";
import { socketUrl } from "../connection.ts";
import { say } from "../messages.ts";
import { provision } from "../provision.ts";
import { readSecrets } from "../secrets.ts";
import type { RoleUrls } from "../urls.ts";
import { roleUrls } from "../urls.ts";
import { serverAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { existingHome, foldersIn, ownerOf, prepareHome } from "./folders.ts";
import { runningPostmaster } from "./postmaster.ts";
import { takeProcessLock } from "./process-lock.ts";
import { startServer, superuser } from "./server.ts";

export type Embedded = {
  urls: RoleUrls;
  superuserUrl: string;
  /** False: another Khéo process looks after the server, and this one only connects to it. */
  ours: boolean;
  pid(): number;
  close(): Promise<void>;
};

export type EmbeddedOptions = {
  data: string;
  database: string;
  /** "server" must have the data to itself; "command" may join a server that is running. */
  use: "server" | "command";
  /** Throws when nothing was ever installed here, instead of making a new database. */
  mustExist?: boolean;
  log: Log;
  settings?: Record<string, string>;
};

/** The embedded server of one KHEO_DATA, started, taken over or joined, with its roles and its database in place. */
export async function openEmbedded({ data, database, use, mustExist = false, log, settings }: EmbeddedOptions): Promise<Embedded> {
  if (mustExist && !existingHome(data)) throw problem("wrong_state", say("notInstalled", { path: data }));
  // The server's user must get through this folder, not read it.
  mkdirSync(data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const lock = await takeProcessLock(data);
  if ("by" in lock) {
    if (use === "server") throw problem("unavailable", say("inUse", { path: data, pid: lock.by }));
    return joinRunning(data, database, lock.by);
  }
  try {
    const owner = ownerOf(existingHome(data));
    if (owner && process.getuid?.() !== 0 && owner.uid !== process.getuid?.())
      throw problem("unavailable", say("otherOwner", { path: data }));
    const account = serverAccount(owner, log);
    const binaries = findBinaries(account, data, log);
    const folders = await prepareHome(data, account, log);
    const secrets = await readSecrets(data, existsSync(join(folders.cluster, "PG_VERSION")));
    const server = await startServer({ binaries, folders, account, superuserPassword: secrets.superuser, log, settings });
    const superuserUrl = socketUrl(server.socketFolder, "postgres", superuser, secrets.superuser);
    try {
      await provision(superuserUrl, database, secrets);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      urls: roleUrls(`postgresql:///${database}?host=${encodeURIComponent(server.socketFolder)}`, secrets),
      superuserUrl,
      ours: true,
      pid: server.pid,
      async close() {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function joinRunning(data: string, database: string, holder: string): Promise<Embedded> {
  const home = existingHome(data);
  const running = home ? runningPostmaster(foldersIn(home).cluster) : null;
  if (!running?.ready) throw problem("unavailable", say("inUse", { path: data, pid: holder }));
  const secrets = await readSecrets(data, true);
  return {
    urls: roleUrls(`postgresql:///${database}?host=${encodeURIComponent(running.socketFolder)}`, secrets),
    superuserUrl: socketUrl(running.socketFolder, "postgres", superuser, secrets.superuser),
    ours: false,
    pid: () => running.pid,
    close: async () => {},
  };
}
