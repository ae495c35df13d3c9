import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Log } from "../../../platform/log.ts";
import { allPeriods, buildSums, countPending, fold, lockSums, periodsToFold, proveSums, sumsStand } from "../store/totals-folding.ts";

/** A reader adds so many pending changes to the kept sums without being slowed down; beyond that, who writes folds them. */
const manyPending = 256;
/** Writers look at the backlog now and then: counting costs as much as what is counted. */
const everyNthWrite = 32n;

/** Brings the sums of a period up to date: folds what is pending, or makes them anew when the tree has changed. */
export async function bringUpToDate(tx: Transaction, periodId: number, { wait }: { wait: boolean }): Promise<number> {
  if (!(await lockSums(tx, periodId, { wait }))) return 0;
  const stand = await sumsStand(tx, periodId);
  // Outside every version of the tree nothing can be placed: sums are taken from the leaves there.
  if (stand === null) return 0;
  return stand ? fold(tx, periodId) : buildSums(tx, periodId);
}

/** Back-pressure: a writer that finds a long backlog folds it in its own transaction, unless somebody is at it already. */
export async function foldWhenMuch(tx: Transaction, periodId: number, turn: bigint): Promise<void> {
  if (turn % everyNthWrite !== 0n) return;
  if ((await countPending(tx, periodId)) > manyPending) await bringUpToDate(tx, periodId, { wait: false });
}

/** Folds everything that is pending, a transaction for each period. Safe to run twice, and beside writers. */
export async function foldAll(db: Database): Promise<{ periods: number; changes: number }> {
  const periods = await periodsToFold(db);
  let changes = 0;
  for (const period of periods) changes += await transaction(db, (tx) => bringUpToDate(tx, period, { wait: true }));
  return { periods: periods.length, changes };
}

/**
 * Adds every period up from its units and compares with the kept sums: there must be no difference. Should there be one,
 * it is told in the log and the sums are made anew.
 */
export async function proveAll(db: Database, log: Log): Promise<{ periods: number; rows: number; differences: number }> {
  const periods = await allPeriods(db);
  let [rows, differences] = [0, 0];
  for (const period of periods) {
    const proof = await proveSums(db, period);
    rows += proof?.rows ?? 0;
    differences += proof?.differences ?? 0;
    if (proof && proof.differences > 0) log.error("sums of figures differ from their units", { period, ...proof });
    if (proof === null || proof.differences > 0)
      await transaction(db, async (tx) => {
        await lockSums(tx, period, { wait: true });
        if ((await sumsStand(tx, period)) !== null) await buildSums(tx, period);
      });
  }
  return { periods: periods.length, rows, differences };
}
