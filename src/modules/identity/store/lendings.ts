import { sql } from "kysely";
import type { PersonId, PostId, UnitId } from "../../../kernel/ids.ts";
import type { Permission, Role } from "../../../kernel/permissions.ts";
import type { CalendarDate } from "../../../kernel/time/dates.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";

export type LendingRow = {
  id: string;
  postId: PostId;
  role: Role;
  unitId: UnitId;
  lenderId: PersonId;
  lenderName: string;
  borrowerId: PersonId;
  borrowerName: string;
  permissions: Permission[];
  from: CalendarDate;
  until: CalendarDate;
  endedAt: Date | null;
  /** The post itself is over: nothing is lent any more. */
  postEndedAt: Date | null;
  version: number;
};

const selection = sql.raw(`
  select lending.id, lending.post_id as "postId", post.role, post.unit_id as "unitId", lender.id as "lenderId", lender.name as "lenderName",
         borrower.id as "borrowerId", borrower.name as "borrowerName", lending.permissions, lending.from_day as "from", lending.until_day as "until",
         lending.ended_at as "endedAt", post.ended_at as "postEndedAt", lending.version
    from lending
    join post on post.id = lending.post_id
    join person lender on lender.id = post.person_id
    join person borrower on borrower.id = lending.borrower_id`);

/** Both ways, newest first. */
export async function lendingsOf(db: Database, personId: PersonId): Promise<LendingRow[]> {
  const { rows } = await sql<LendingRow>`${selection}
    where lender.id = ${personId}::uuid or borrower.id = ${personId}::uuid order by lending.id desc limit 200`.execute(db);
  return rows;
}

/** Where the posts are held of which the person has borrowed a part that is not over. */
export async function borrowedUnits(db: Database, borrowerId: PersonId, today: CalendarDate): Promise<UnitId[]> {
  const { rows } = await sql<{ unitId: UnitId }>`
    select distinct post.unit_id as "unitId" from lending join post on post.id = lending.post_id and post.ended_at is null
     where lending.borrower_id = ${borrowerId}::uuid and lending.ended_at is null and lending.until_day >= ${today}::date`.execute(db);
  return rows.map(({ unitId }) => unitId);
}

export async function findLendingForUpdate(tx: Transaction, id: string): Promise<LendingRow | undefined> {
  const { rows } = await sql<LendingRow>`${selection} where lending.id = ${id}::uuid for update of lending`.execute(tx);
  return rows[0];
}

export type NewLending = {
  postId: PostId;
  borrowerId: PersonId;
  permissions: readonly Permission[];
  from: CalendarDate;
  until: CalendarDate;
};

export async function insertLending(tx: Transaction, lending: NewLending): Promise<string> {
  const row = await tx
    .insertInto("lending")
    .values({
      post_id: lending.postId,
      borrower_id: lending.borrowerId,
      permissions: [...lending.permissions],
      from_day: lending.from,
      until_day: lending.until,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function endLending(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable("lending")
    .set((expression) => ({ ended_at: now, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
