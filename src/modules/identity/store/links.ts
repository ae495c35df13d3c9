import { sql } from "kysely";
import type { PersonId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { LinkPurpose } from "../domain.ts";

export type LinkRow = { id: string; purpose: LinkPurpose; personId: PersonId | null; createdAt: Date; expiresAt: Date };

const columns = sql.raw(`id, purpose, person_id as "personId", created_at as "createdAt", expires_at as "expiresAt"`);
const open = (now: Date) => sql`used_at is null and revoked_at is null and expires_at > ${now}::timestamptz`;

export async function findOpenLink(db: Database, tokenHash: Buffer, now: Date): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`select ${columns} from one_time_link where token_hash = ${tokenHash}::bytea and ${open(now)}`.execute(
    db,
  );
  return rows[0];
}

/** Marks it used; nothing when somebody else was faster. */
export async function takeLink(tx: Transaction, tokenHash: Buffer, now: Date): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    update one_time_link set used_at = ${now}::timestamptz where token_hash = ${tokenHash}::bytea and ${open(now)} returning ${columns}`.execute(
    tx,
  );
  return rows[0];
}

export type NewLink = {
  purpose: LinkPurpose;
  personId: PersonId | null;
  tokenHash: Buffer;
  createdBy: PersonId | null;
  now: Date;
  expiresAt: Date;
};

export async function insertLink(tx: Transaction, link: NewLink): Promise<void> {
  await tx
    .insertInto("one_time_link")
    .values({
      purpose: link.purpose,
      person_id: link.personId,
      token_hash: link.tokenHash,
      created_by: link.createdBy,
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** A new link takes the place of the older ones, and using one closes the others; `personId` null: the set-up link. */
export async function revokeLinks(tx: Transaction, personId: PersonId | null, now: Date): Promise<void> {
  await sql`
    update one_time_link set revoked_at = ${now}::timestamptz
     where person_id is not distinct from ${personId}::uuid and ${open(now)}`.execute(tx);
}

export async function newestOpenLink(db: Database, personId: PersonId, now: Date): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select ${columns} from one_time_link where person_id = ${personId}::uuid and ${open(now)} order by created_at desc limit 1`.execute(db);
  return rows[0];
}

/** Links of a purpose made since `since` by the person's own asking. */
export async function countAskedLinks(db: Database, personId: PersonId, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from one_time_link
     where person_id = ${personId}::uuid and purpose = 'reset' and created_by is null and created_at > ${since}::timestamptz`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function sweepLinks(db: Database, before: Date): Promise<void> {
  await db.deleteFrom("one_time_link").where("expires_at", "<", before).execute();
}
