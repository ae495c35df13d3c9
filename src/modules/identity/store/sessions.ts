import { sql } from "kysely";
import type { PersonId, PostId, SessionId } from "../../../kernel/ids.ts";
import type { Language } from "../../../kernel/language.ts";
import type { CalendarDate } from "../../../kernel/time/dates.ts";
import { keptPlan, type Database, type Transaction } from "../../../platform/database/index.ts";

export type SessionRow = {
  id: SessionId;
  personId: PersonId;
  postId: PostId | null;
  lendingId: string | null;
  complete: boolean;
  shared: boolean;
  device: string;
  createdAt: Date;
  seenAt: Date;
};

const columns = sql.raw(
  `s.id, s.person_id as "personId", s.post_id as "postId", s.lending_id as "lendingId", s.complete, s.shared, s.device, s.created_at as "createdAt", s.seen_at as "seenAt"`,
);

export type OpenSession = SessionRow & {
  name: string;
  language: Language;
  largeType: boolean;
  hasSecondFactor: boolean;
  administrator: boolean;
};

const administers = (today: CalendarDate) => sql`exists (
  select from post where post.person_id = s.person_id and post.role = 'administrator' and post.ended_at is null
     and post.from_day <= ${today}::date and (post.until_day is null or post.until_day >= ${today}::date))`;

/** The session behind a cookie with what decides on it; whether it is still alive is the caller's to say. */
export async function findOpenSession(db: Database, tokenHash: Buffer, today: CalendarDate): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`${keptPlan}
    select ${columns}, p.name, p.language, p.large_type as "largeType",
           exists (select from second_factor f where f.person_id = s.person_id and f.confirmed_at is not null) as "hasSecondFactor",
           ${administers(today)} as administrator
      from session s join person p on p.id = s.person_id and p.deactivated_at is null
     where s.token_hash = ${tokenHash}::bytea`.execute(db);
  return rows[0];
}

export async function findSessionById(db: Database, id: SessionId, today: CalendarDate): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`${keptPlan}
    select ${columns}, p.name, p.language, p.large_type as "largeType",
           exists (select from second_factor f where f.person_id = s.person_id and f.confirmed_at is not null) as "hasSecondFactor",
           ${administers(today)} as administrator
      from session s join person p on p.id = s.person_id and p.deactivated_at is null
     where s.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export type NewSession = { tokenHash: Buffer; personId: PersonId; complete: boolean; shared: boolean; device: string; now: Date };

export async function insertSession(tx: Transaction, session: NewSession): Promise<SessionId> {
  const row = await tx
    .insertInto("session")
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      complete: session.complete,
      shared: session.shared,
      device: session.device,
      created_at: session.now,
      seen_at: session.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id as SessionId;
}

/** A new token on the same session: what was in the cookie before opens nothing any more. */
export async function rotateSession(
  tx: Transaction,
  id: SessionId,
  change: { tokenHash: Buffer; complete?: boolean; postId?: PostId; lendingId?: string | null; now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable("session")
    .set({
      token_hash: change.tokenHash,
      seen_at: change.now,
      ...(change.complete === undefined ? {} : { complete: change.complete }),
      ...(change.postId === undefined ? {} : { post_id: change.postId, lending_id: change.lendingId ?? null }),
    })
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function touchSession(db: Database, id: SessionId, now: Date): Promise<void> {
  await db.updateTable("session").set({ seen_at: now }).where("id", "=", id).execute();
}

export async function sessionsOf(db: Database, personId: PersonId): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select ${columns} from session s where s.person_id = ${personId}::uuid and s.complete order by s.seen_at desc`.execute(db);
  return rows;
}

export async function deleteSession(db: Database, id: SessionId, personId: PersonId): Promise<boolean> {
  const result = await db.deleteFrom("session").where("id", "=", id).where("person_id", "=", personId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function deleteSessionsOf(tx: Transaction, personId: PersonId, except: SessionId | null): Promise<number> {
  const result = await tx
    .deleteFrom("session")
    .where("person_id", "=", personId)
    .$if(except !== null, (query) => query.where("id", "!=", except as SessionId))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Sessions that nobody has used since `before` cannot be alive under any rule. */
export async function sweepSessions(db: Database, before: Date, halfBefore: Date): Promise<void> {
  await sql`delete from session where seen_at < ${before}::timestamptz or (not complete and created_at < ${halfBefore}::timestamptz)`.execute(
    db,
  );
}
