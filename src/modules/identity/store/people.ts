import { sql, type Selectable } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Language } from "../../../kernel/language.ts";
import type { Role } from "../../../kernel/permissions.ts";
import type { CalendarDate } from "../../../kernel/time/dates.ts";
import type { Database, Tables, Transaction } from "../../../platform/database/index.ts";

export type PersonRow = Omit<Selectable<Tables["person"]>, "id" | "language"> & { id: PersonId; language: Language };

const asPerson = (row: Selectable<Tables["person"]> | undefined) => row as PersonRow | undefined;

export async function findPerson(db: Database, id: PersonId): Promise<PersonRow | undefined> {
  return asPerson(await db.selectFrom("person").selectAll().where("id", "=", id).executeTakeFirst());
}

/** Held until the act is over, so that two acts on one person follow each other. */
export async function findPersonForUpdate(tx: Transaction, id: PersonId): Promise<PersonRow | undefined> {
  return asPerson(await tx.selectFrom("person").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());
}

export type PersonWithPassword = PersonRow & { password_hash: string | null };

export async function findByLogin(db: Database, loginKey: string): Promise<PersonWithPassword | undefined> {
  const row = await db
    .selectFrom("person")
    .leftJoin("credential", "credential.person_id", "person.id")
    .selectAll("person")
    .select("credential.password_hash")
    .where("login_key", "=", loginKey)
    .executeTakeFirst();
  return row as PersonWithPassword | undefined;
}

export type NewPerson = { name: string; login: string; loginKey: string; email: string | null; phone: string | null; language: Language };

export async function insertPerson(tx: Transaction, person: NewPerson): Promise<PersonRow> {
  const { loginKey, ...rest } = person;
  return (await tx
    .insertInto("person")
    .values({ ...rest, login_key: loginKey })
    .returningAll()
    .executeTakeFirstOrThrow()) as PersonRow;
}

export type PersonChange = Partial<
  Pick<PersonRow, "name" | "login" | "login_key" | "email" | "phone" | "language" | "large_type" | "deactivated_at">
>;

/** The row is locked and its version compared already. */
export async function updatePerson(tx: Transaction, id: PersonId, change: PersonChange): Promise<PersonRow> {
  return (await tx
    .updateTable("person")
    .set((expression) => ({ ...change, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()) as PersonRow;
}

export async function loginInUse(db: Database, loginKey: string, besides: PersonId | null): Promise<boolean> {
  const found = await db
    .selectFrom("person")
    .select("id")
    .where("login_key", "=", loginKey)
    .$if(besides !== null, (query) => query.where("id", "!=", besides as PersonId))
    .executeTakeFirst();
  return found !== undefined;
}

// ── passwords ───────────────────────────────────────────────────────────────────────────────────────────────────────

export async function findCredential(db: Database, id: PersonId): Promise<{ password_hash: string; changed_at: Date } | undefined> {
  return db.selectFrom("credential").select(["password_hash", "changed_at"]).where("person_id", "=", id).executeTakeFirst();
}

export async function savePassword(tx: Transaction, id: PersonId, passwordHash: string, now: Date): Promise<void> {
  const values = { password_hash: passwordHash, changed_at: now };
  await tx
    .insertInto("credential")
    .values({ person_id: id, ...values })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(values))
    .execute();
}

// ── lists ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type PeopleFilter = {
  /** Units whose posts count. */
  units: readonly UnitId[];
  search: string;
  state: "invited" | "active" | "closed" | undefined;
  role: Role | undefined;
  offset: number;
  limit: number;
};

export type ListedPerson = PersonRow & { invited: boolean };

/**
 * People with a post at one of the units: one that has not ended, or none left and the ended ones were there (a person whose
 * last post has run out must still be found by whoever could give the next). Sorted as Vietnamese lists are: by the last
 * word of the name first.
 */
export async function listPeople(
  db: Database,
  filter: PeopleFilter,
  today: CalendarDate,
): Promise<{ people: ListedPerson[]; total: number }> {
  const pattern = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<ListedPerson & { total: number }>`
    with held as (
      select person_id, unit_id, role, ended_at is null and (until_day is null or until_day >= ${today}::date) as open from post
    ), within as (
      select person_id from held
       where unit_id = any(${[...filter.units]}::int[])
         and (${filter.role ?? null}::text is null or role = ${filter.role ?? null}::text)
         and (open or not exists (select from held other where other.person_id = held.person_id and other.open))
    )
    select p.*, c.person_id is null as invited, (count(*) over ())::int as total
      from person p left join credential c on c.person_id = p.id
     where p.id in (select person_id from within)
       and (${filter.search}::text = '' or p.name_search like vi_fold(${pattern}::text))
       and (${filter.state ?? null}::text is null
            or ${filter.state ?? null}::text = case when p.deactivated_at is not null then 'closed' when c.person_id is null then 'invited' else 'active' end)
     order by regexp_replace(p.name, '^.*\\s', '') collate "vi-x-icu", p.name collate "vi-x-icu", p.id
     offset ${filter.offset}::int limit ${filter.limit}::int`.execute(db);
  return { people: rows, total: rows[0]?.total ?? 0 };
}

export async function namesOf(db: Database, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("person").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id as PersonId, row.name]));
}
