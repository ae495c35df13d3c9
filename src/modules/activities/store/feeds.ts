import { createHash } from "node:crypto";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";

export type FeedRow = {
  id: string;
  person_id: PersonId;
  unit_id: UnitId;
  label: string;
  created_at: Date;
  last_read_on: CalendarDate | null;
};

/** Tokens are random, so one round of SHA-256 is enough: there is nothing to guess. */
const hashed = (token: string): Buffer => createHash("sha256").update(token).digest();

const fields = ["id", "person_id", "unit_id", "label", "created_at", "last_read_on"] as const;

export async function insertFeed(
  tx: Transaction,
  { token, person, unit, label }: { token: string; person: PersonId; unit: UnitId; label: string },
  now: Date,
): Promise<FeedRow> {
  const row = await tx
    .insertInto("calendar_feed")
    .values({ token_hash: hashed(token), person_id: person, unit_id: unit, label, created_at: now })
    .returning(fields)
    .executeTakeFirstOrThrow();
  return row as FeedRow;
}

export async function feedsOf(db: Database, person: PersonId): Promise<FeedRow[]> {
  const rows = await db
    .selectFrom("calendar_feed")
    .select(fields)
    .where("person_id", "=", person)
    .where("revoked_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return rows as FeedRow[];
}

export async function findFeed(db: Database, token: string): Promise<FeedRow | undefined> {
  const row = await db
    .selectFrom("calendar_feed")
    .select(fields)
    .where("token_hash", "=", hashed(token))
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return row as FeedRow | undefined;
}

/** Once a day is enough to see whether an address is still in use. */
export async function markRead(db: Database, id: string, today: CalendarDate): Promise<void> {
  await db
    .updateTable("calendar_feed")
    .set({ last_read_on: today })
    .where("id", "=", id)
    .where((expression) => expression.or([expression("last_read_on", "is", null), expression("last_read_on", "<", today)]))
    .execute();
}

/** False when there is no such open address of this person. */
export async function revokeFeed(tx: Transaction, id: string, person: PersonId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("calendar_feed")
    .set({ revoked_at: now })
    .where("id", "=", id)
    .where("person_id", "=", person)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
