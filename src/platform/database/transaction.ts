import { setTimeout as sleep } from "node:timers/promises";
import type { IsolationLevel } from "kysely";
import type { Database, Transaction } from "./connection.ts";

export type TransactionOptions = { isolation?: IsolationLevel };

/** Serialization failure and deadlock: PostgreSQL rolled this one back so that another could go on; trying again is right. */
const worthRetrying = new Set(["40001", "40P01"]);
const attempts = 5;

/**
 * Runs one act in one transaction: all of it is committed or nothing. Given a transaction it joins it, so an act can be
 * part of a larger one. `act` may run several times and so must have no effect outside the database; a job is the way
 * to have one (`enqueue` in the same transaction).
 */
export async function transaction<T>(db: Database, act: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  if (db.isTransaction) return act(db as Transaction);
  for (let attempt = 1; ; attempt++) {
    const begin = options.isolation ? db.transaction().setIsolationLevel(options.isolation) : db.transaction();
    try {
      return await begin.execute(act);
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      if (attempt === attempts || typeof code !== "string" || !worthRetrying.has(code)) throw error;
      await sleep(2 ** attempt * 5 * (0.5 + Math.random()));
    }
  }
}
