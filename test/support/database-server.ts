import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openEmbedded } from "../../src/platform/database/embedded/index.ts";
import { takeProcessLock } from "../../src/platform/database/embedded/process-lock.ts";
import { bringUpToDate } from "../../src/platform/database/open.ts";
import type { RoleUrls } from "../../src/platform/database/urls.ts";
import { createLog } from "../../src/platform/log.ts";
import { scratchFolders } from "./scratch.ts";

/** A server for one run of the tests: the real program and the real roles, only without waiting for the disk. */
export type TestServer = { urls: RoleUrls; superuserUrl: string };

const prefix = "kheo-test-";
const log = createLog({ format: "pretty", level: "warn" });
const withoutDisk = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  // A plan that is kept from a file's first rows would read whole tables ever after, since nothing here counts them anew.
  enable_seqscan: "off",
  max_connections: "200",
  // The log of what tests write is never needed again, and their folder may lie in memory.
  max_wal_size: "256MB",
  // The system copies the 1,200 small files of the template by itself: on a disk a fifth of the time of reading and writing each.
  file_copy_method: "clone",
};

/** Name of the migrated database that every test's database is copied from. */
export const templateName = "kheo_template";

export async function startTestServer(): Promise<TestServer & { stop(): Promise<void> }> {
  await removeLeftovers();
  const data = mkdtempSync(join(scratchFolders()[0], prefix));
  // The database server's own user must get through.
  chmodSync(data, 0o711);
  const embedded = await openEmbedded({ data, database: templateName, use: "server", log, settings: withoutDisk });
  const stop = async () => {
    await embedded.close();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    // While several migrations are being written at once: TEST_MIGRATIONS_UP_TO=3 leaves the later ones out.
    await bringUpToDate(embedded.urls.migrator, { log, upTo: Number(process.env.TEST_MIGRATIONS_UP_TO ?? Infinity) });
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: embedded.urls, superuserUrl: embedded.superuserUrl, stop };
}

/** Servers of runs that were killed. A run that is alive holds its folder's lock and is left alone. */
async function removeLeftovers() {
  const found = scratchFolders().flatMap((place) =>
    readdirSync(place).flatMap((name) => (name.startsWith(prefix) ? [join(place, name)] : [])),
  );
  for (const data of found) {
    try {
      const lock = await takeProcessLock(data);
      if ("by" in lock) continue;
      await lock.release();
      const left = await openEmbedded({ data, database: templateName, use: "server", log, settings: withoutDisk });
      await left.close();
      rmSync(data, { recursive: true, force: true });
    } catch {
      // Another user's, half-made, or being removed by another run.
    }
  }
}
