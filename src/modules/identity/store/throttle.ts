import { sql } from "kysely";
import type { Database } from "../../../platform/database/index.ts";

export type ThrottleRow = { failures: number; blockedUntil: Date | null };

export async function findThrottle(db: Database, keyHash: Buffer): Promise<ThrottleRow | undefined> {
  const row = await db.selectFrom("throttle").select(["failures", "blocked_until"]).where("key_hash", "=", keyHash).executeTakeFirst();
  return row && { failures: row.failures, blockedUntil: row.blocked_until };
}

/** Counts a failure in one statement, so that a hundred guesses at once are a hundred; answers how many there are now. */
export async function countFailure(db: Database, keyHash: Buffer, now: Date, forgottenBefore: Date): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    insert into throttle as t (key_hash, failures, last_failed_at) values (${keyHash}::bytea, 1, ${now}::timestamptz)
    on conflict (key_hash) do update
       set failures = case when t.last_failed_at < ${forgottenBefore}::timestamptz then 1 else t.failures + 1 end, last_failed_at = ${now}::timestamptz
    returning failures`.execute(db);
  return rows[0]?.failures ?? 1;
}

export async function blockUntil(db: Database, keyHash: Buffer, until: Date): Promise<void> {
  await db.updateTable("throttle").set({ blocked_until: until }).where("key_hash", "=", keyHash).execute();
}

export async function clearThrottle(db: Database, keyHash: Buffer): Promise<void> {
  await db.deleteFrom("throttle").where("key_hash", "=", keyHash).execute();
}

export async function sweepThrottles(db: Database, before: Date): Promise<void> {
  await db.deleteFrom("throttle").where("last_failed_at", "<", before).execute();
}
