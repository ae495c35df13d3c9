import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Services } from "../../platform/services.ts";
import { ensureInstallationKey, sealsFolder } from "../audit/index.ts";
import { setUpNotice } from "../identity/index.ts";
import { emptyInstallation, isDemo } from "./store.ts";

/**
 * Empties an installation that holds the demo and makes it as newly installed: a fresh set-up link is printed where the
 * server runs. The seals of the demo's record are set aside, since a new chain begins; files go when they are collected.
 */
export async function emptyForUse({ databases, db, config, clock, log }: Services): Promise<void> {
  if (!(await isDemo(db))) return;
  await emptyInstallation(databases.migrator);
  const seals = sealsFolder(config.data);
  if (existsSync(seals)) await rename(seals, join(config.data, `seals-of-demo-${clock().getTime()}`));
  // The sealer goes on in this very process and expects its folder.
  await mkdir(seals, { recursive: true, mode: 0o700 });
  await ensureInstallationKey(db, join(config.data, "secrets"));
  log.info("the demo province was removed");
  const notice = await setUpNotice({ db, clock }, config.url);
  if (notice) process.stdout.write(`${notice[config.language]}\n`);
}
