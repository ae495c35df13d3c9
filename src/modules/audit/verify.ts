import type { Text } from "../../kernel/language.ts";
import { transaction, type Database } from "../../platform/database/index.ts";
import { digest } from "./digest.ts";
import { say } from "./messages.ts";
import { readOutside } from "./sealing.ts";
import { actsAfter, coveredStretches, missingFrom, pendingActs, storedSealsAfter } from "./store.ts";

export type AuditReport = { acts: number; seals: number; pending: number; outside: number; findings: Text[] };

const CHUNK = 5_000;

/**
 * Reads the whole record in one snapshot and says what was tampered with: rows changed, removed, slipped in or reordered,
 * seals changed or cut off. Digests are computed here, from what the rows hold, not by the database's own function.
 */
export async function verifyAudit(db: Database, sealsFolder: string): Promise<AuditReport> {
  // Outside first: a seal made meanwhile is in the database's snapshot, never the other way round.
  const outside = await readOutside(sealsFolder);
  return transaction(
    db,
    async (tx) => {
      const findings: Text[] = [];
      const pending = new Set(await pendingActs(tx));
      const waiting = pending.size;
      const acts = await checkActs(tx, coverage(await coveredStretches(tx), findings), pending, findings);
      const seals = await checkSeals(tx, findings);
      for (const { file, line } of outside.broken) findings.push(say("outsideBroken", { file, line: String(line) }));
      for (const { n, hash, file } of outside.seals) {
        const inside = seals.get(n);
        if (inside === undefined) findings.push(say("truncated", { seal: n, file }));
        else if (inside !== hash) findings.push(say("outsideDiffers", { seal: n, file }));
      }
      if (outside.seals.length === 0 && seals.size > 0) findings.push(say("outsideMissing", { folder: sealsFolder }));
      return { acts, seals: seals.size, pending: waiting, outside: outside.seals.length, findings };
    },
    { isolation: "repeatable read" },
  );
}

/** Answers, for numbers asked in rising order, whether a seal covers them; says where two seals cover the same. */
function coverage(stretches: readonly { first: string; next: string }[], findings: Text[]): (id: bigint) => boolean {
  let reached = 0n;
  for (const { first, next } of stretches) {
    if (BigInt(first) < reached) findings.push(say("twice", { id: first }));
    if (BigInt(next) > reached) reached = BigInt(next);
  }
  let at = 0;
  return (id) => {
    for (let here = stretches[at]; here && BigInt(here.next) <= id; here = stretches[at]) at += 1;
    const stretch = stretches[at];
    return stretch !== undefined && BigInt(stretch.first) <= id;
  };
}

/** Checks every row against its digest, and that it is sealed or waits for it; what still waits in the end has no row. */
async function checkActs(db: Database, isCovered: (id: bigint) => boolean, pending: Set<string>, findings: Text[]): Promise<number> {
  let count = 0;
  for (let after = "0"; ;) {
    const acts = await actsAfter(db, after, CHUNK);
    for (const { id, thing, hash, parts } of acts) {
      if (digest(parts) !== hash) findings.push(say("changed", { id, thing }));
      const waits = pending.delete(id);
      if (!isCovered(BigInt(id)) && !waits) findings.push(say("unsealed", { id }));
    }
    count += acts.length;
    const last = acts.at(-1);
    if (last) after = last.id;
    else break;
  }
  findings.push(...[...pending].map((id) => say("pendingRemoved", { id })));
  return count;
}

/** Checks every seal against itself, its rows and the one before; gives the hashes by number. */
async function checkSeals(db: Database, findings: Text[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  let before: { n: string; hash: string } | null = null;
  for (let after = "0"; ;) {
    const seals = await storedSealsAfter(db, after, 500);
    for (const seal of seals) {
      const { n } = seal;
      if (digest(seal.parts) !== seal.hash) findings.push(say("sealChanged", { seal: n }));
      const follows: boolean =
        before === null ? n === "1" && seal.prev === null : BigInt(n) === BigInt(before.n) + 1n && seal.prev === before.hash;
      if (!follows) findings.push(say("chainBroken", { seal: n }));
      if (seal.rows !== seal.rowsNow) for (const id of await missingFrom(db, n)) findings.push(say("removed", { id, seal: n }));
      else if (seal.digest !== seal.digestNow) findings.push(say("sealRows", { seal: n }));
      hashes.set(n, seal.hash);
      before = { n, hash: seal.hash };
    }
    const last = seals.at(-1);
    if (!last) return hashes;
    after = last.n;
  }
}
