import { mkdir, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { vietnamDate } from "../../kernel/time/index.ts";
import type { Database } from "../../platform/database/index.ts";
import { syncFolder } from "../../platform/durable.ts";
import type { Log } from "../../platform/log.ts";
import { findSeal, sealActs, sealsAfter, type Seal } from "./store.ts";

/** A seal as kept outside the database, and where. */
export type OutsideSeal = { n: string; hash: string; file: string };
/** A line of a seal file that is not a seal. */
export type BrokenLine = { file: string; line: number };

const fileName = (seal: Seal): string => `seals-${vietnamDate(seal.at).slice(0, 7)}.txt`;
const lineOf = ({ n, hash, at, rows }: Seal): string => `${n} ${hash} ${at.toISOString()} ${rows}\n`;

/** Every seal in the folder's files, oldest file first, and lines that cannot be read. A torn last line (power cut) is no seal. */
export async function readOutside(folder: string): Promise<{ seals: OutsideSeal[]; broken: BrokenLine[] }> {
  const names = await readdir(folder).catch(() => []);
  const seals: OutsideSeal[] = [];
  const broken: BrokenLine[] = [];
  for (const file of names.filter((name) => /^seals-\d{4}-\d{2}\.txt$/.test(name)).sort()) {
    const content = await readFile(join(folder, file), "utf8");
    const lines = content.split("\n");
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const found = /^(\d+) ([0-9a-f]{64}) \S+ \d+$/.exec(line);
      if (found?.[1] && found[2]) seals.push({ n: found[1], hash: found[2], file });
      else if (line !== "") broken.push({ file, line: at + 1 });
    }
  }
  return { seals, broken };
}

async function append(folder: string, seals: readonly Seal[]): Promise<void> {
  for (const [file, group] of Map.groupBy(seals, fileName)) {
    const handle = await open(join(folder, file), "a+", 0o600);
    try {
      // A line torn by a power cut is closed first, so that the next one is whole.
      const { size } = await handle.stat();
      const last = size > 0 ? await handle.read({ position: size - 1, length: 1, buffer: Buffer.alloc(1) }) : null;
      const start = last && last.buffer.toString() !== "\n" ? "\n" : "";
      await handle.write(start + group.map(lineOf).join(""));
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  await syncFolder(folder);
}

/**
 * Writes seals that the folder lacks, for instance after a crash between commit and append, or after a restore. When the
 * newest seal outside is not the same in the database, nothing is written: that is for `verify-audit` to show.
 */
export async function keepSealsOutside(db: Database, folder: string): Promise<"kept" | "differs"> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { seals } = await readOutside(folder);
  const newest = seals.reduce<OutsideSeal | undefined>((best, seal) => (!best || BigInt(seal.n) > BigInt(best.n) ? seal : best), undefined);
  if (newest && (await findSeal(db, newest.n))?.hash !== newest.hash) return "differs";
  for (let after = newest?.n ?? "0"; ;) {
    const missing = await sealsAfter(db, after);
    const last = missing.at(-1);
    if (!last) return "kept";
    await append(folder, missing);
    after = last.n;
  }
}

/**
 * Seals committed acts twice a second while there are any, and appends each seal to the file outside. Returns what stops
 * it, after a last seal. A database that is away for a moment is tried again.
 */
export async function startSealer({
  db,
  folder,
  log,
  everyMs = 500,
}: {
  db: Database;
  folder: string;
  log: Log;
  everyMs?: number;
}): Promise<() => Promise<void>> {
  if ((await keepSealsOutside(db, folder)) === "differs")
    log.error("the audit seals kept outside the database do not match it: run verify-audit", { folder });
  const stopping = new AbortController();
  const once = async () => {
    const seal = await sealActs(db);
    if (seal) await append(folder, [seal]);
  };
  const running = (async () => {
    let failed = false;
    while (!stopping.signal.aborted) {
      try {
        await once();
        failed = false;
      } catch (error) {
        if (!failed) log.warn("acts cannot be sealed just now", { error });
        failed = true;
      }
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await running;
    await once().catch((error: unknown) => log.warn("the last acts will be sealed at the next start", { error }));
  };
}
