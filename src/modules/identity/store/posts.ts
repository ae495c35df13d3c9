import { sql, type Selectable } from "kysely";
import type { PersonId, PostId, UnitId } from "../../../kernel/ids.ts";
import type { Role } from "../../../kernel/permissions.ts";
import type { CalendarDate } from "../../../kernel/time/dates.ts";
import { keptPlan, type Database, type Tables, type Transaction } from "../../../platform/database/index.ts";

type Row = Selectable<Tables["post"]>;
export type PostRow = Omit<Row, "id" | "person_id" | "unit_id" | "role"> & { id: PostId; person_id: PersonId; unit_id: UnitId; role: Role };

const asPost = (row: Row | undefined) => row as PostRow | undefined;

export async function findPost(db: Database, id: PostId): Promise<PostRow | undefined> {
  return asPost(await db.selectFrom("post").selectAll().where("id", "=", id).executeTakeFirst());
}

export async function findPostForUpdate(tx: Transaction, id: PostId): Promise<PostRow | undefined> {
  return asPost(await tx.selectFrom("post").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());
}

/** All posts of these people, newest first, ended ones too. */
export async function postsOf(db: Database, people: readonly PersonId[]): Promise<PostRow[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom("post")
    .selectAll()
    .where("person_id", "in", people)
    .orderBy("from_day", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows as PostRow[];
}

export type NewPost = { personId: PersonId; unitId: UnitId; role: Role; from: CalendarDate; until: CalendarDate | null };

export async function insertPost(tx: Transaction, post: NewPost): Promise<PostRow> {
  const row = await tx
    .insertInto("post")
    .values({ person_id: post.personId, unit_id: post.unitId, role: post.role, from_day: post.from, until_day: post.until })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as PostRow;
}

/** The row is locked and its version compared already. */
export async function updatePost(
  tx: Transaction,
  id: PostId,
  change: { from_day?: string; until_day?: string | null; ended_at?: Date },
): Promise<PostRow> {
  const row = await tx
    .updateTable("post")
    .set((expression) => ({ ...change, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as PostRow;
}

/** The same post at the same place on some of the same days, besides `except`. */
export async function findOverlap(db: Database, post: NewPost, except: PostId | null): Promise<PostRow | undefined> {
  const row = await db
    .selectFrom("post")
    .selectAll()
    .where("person_id", "=", post.personId)
    .where("unit_id", "=", post.unitId)
    .where("role", "=", post.role)
    .where("ended_at", "is", null)
    .where(sql<boolean>`daterange(from_day, until_day, '[]') && daterange(${post.from}::date, ${post.until}::date, '[]')`)
    .$if(except !== null, (query) => query.where("id", "!=", except as PostId))
    .executeTakeFirst();
  return asPost(row);
}

/**
 * Administrators who can enter and whose post has no end, locked: two who end each other's post at the same moment follow
 * one another, and the second finds itself the last.
 */
export async function lastingAdministrators(
  tx: Transaction,
  today: CalendarDate,
): Promise<{ postId: PostId; personId: PersonId; unitId: UnitId }[]> {
  const { rows } = await sql<{ postId: PostId; personId: PersonId; unitId: UnitId }>`
    select post.id as "postId", post.person_id as "personId", post.unit_id as "unitId"
      from post
      join person on person.id = post.person_id and person.deactivated_at is null
      join credential on credential.person_id = post.person_id
     where post.role = 'administrator' and post.ended_at is null and post.until_day is null and post.from_day <= ${today}::date
     order by post.id
       for update of post, person`.execute(tx);
  return rows;
}

/** Whether anybody administers and can enter; the reading half of `lastingAdministrators`. */
export async function administratorExists(db: Database, today: CalendarDate): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from post
        join person on person.id = post.person_id and person.deactivated_at is null
        join credential on credential.person_id = post.person_id
       where post.role = 'administrator' and post.ended_at is null and post.until_day is null and post.from_day <= ${today}::date) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

// ── what a person may use today ─────────────────────────────────────────────────────────────────────────────────────

/** A post in use: one's own, or with `lendingId` another's, of which `lent` permissions were lent. */
export type Holding = {
  postId: PostId;
  lendingId: string | null;
  unitId: UnitId;
  role: Role;
  until: CalendarDate | null;
  owner: { personId: PersonId; name: string } | null;
  lent: string[] | null;
};

/** Own posts first, then borrowed ones; each list in the order of coming into being, so that the first is stable. */
export async function holdingsOf(db: Database, personId: PersonId, today: CalendarDate): Promise<Holding[]> {
  const { rows } = await sql<Omit<Holding, "owner"> & { ownerId: PersonId | null; ownerName: string | null }>`${keptPlan}
    select post.id as "postId", null::uuid as "lendingId", post.unit_id as "unitId", post.role, post.until_day as "until",
           null::uuid as "ownerId", null::text as "ownerName", null::text[] as "lent", 0 as place
      from post
     where post.person_id = ${personId}::uuid and post.ended_at is null
       and post.from_day <= ${today}::date and (post.until_day is null or post.until_day >= ${today}::date)
    union all
    select post.id, lending.id, post.unit_id, post.role, lending.until_day, owner.id, owner.name, lending.permissions, 1
      from lending
      join post on post.id = lending.post_id and post.ended_at is null
       and post.from_day <= ${today}::date and (post.until_day is null or post.until_day >= ${today}::date)
      join person owner on owner.id = post.person_id and owner.deactivated_at is null
     where lending.borrower_id = ${personId}::uuid and lending.ended_at is null
       and lending.from_day <= ${today}::date and lending.until_day >= ${today}::date
     order by place, 2 nulls first, 1`.execute(db);
  return rows.map(({ ownerId, ownerName, ...rest }) => ({
    postId: rest.postId,
    lendingId: rest.lendingId,
    unitId: rest.unitId,
    role: rest.role,
    until: rest.until,
    lent: rest.lent,
    owner: ownerId && ownerName ? { personId: ownerId, name: ownerName } : null,
  }));
}

/** People who hold a valid post at one of these units. */
export async function peopleHolding(
  db: Database,
  { units, role, search, today, limit }: { units: readonly UnitId[]; role?: Role; search?: string; today: CalendarDate; limit: number },
): Promise<{ personId: PersonId; name: string; unitIds: UnitId[]; roles: Role[] }[]> {
  const pattern = `%${(search ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<{ personId: PersonId; name: string; unitIds: UnitId[]; roles: Role[] }>`
    select person.id as "personId", person.name, array_agg(distinct post.unit_id) as "unitIds", array_agg(distinct post.role) as roles
      from post join person on person.id = post.person_id and person.deactivated_at is null
     where post.unit_id = any(${[...units]}::int[]) and post.ended_at is null
       and post.from_day <= ${today}::date and (post.until_day is null or post.until_day >= ${today}::date)
       and (${role ?? null}::text is null or post.role = ${role ?? null}::text)
       and person.name_search like vi_fold(${pattern}::text)
     group by person.id
     order by regexp_replace(person.name, '^.*\\s', '') collate "vi-x-icu", person.name collate "vi-x-icu", person.id
     limit ${limit}::int`.execute(db);
  return rows;
}
