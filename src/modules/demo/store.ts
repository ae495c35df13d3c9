import { sql } from "kysely";
import type { PersonId, UnitId } from "../../kernel/ids.ts";
import type { Database, Transaction } from "../../platform/database/index.ts";

export async function markDemo(tx: Transaction, province: UnitId): Promise<void> {
  await tx.insertInto("demo_mark").values({ province_id: province }).execute();
}

export async function isDemo(db: Database): Promise<boolean> {
  return (await db.selectFrom("demo_mark").select("only_one").executeTakeFirst()) !== undefined;
}

/** People of the installation by login, and whether they have chosen a password: they need no link any more. */
export async function findPeople(db: Database, logins: readonly string[]): Promise<{ id: PersonId; login: string; entered: boolean }[]> {
  const { rows } = await sql<{ id: PersonId; login: string; entered: boolean }>`
    select person.id, person.login, credential.person_id is not null as entered
      from person left join credential on credential.person_id = person.id
     where person.login = any(${[...logins]}::text[])`.execute(db);
  return rows;
}

/**
 * Empties every table of the program but the list of migrations, as the owner: the application's role may not, and nobody
 * may in an installation without the mark.
 */
export async function emptyInstallation(owner: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' and tablename <> 'schema_migration'`.execute(owner);
  await sql`truncate ${sql.raw(rows.map(({ name }) => name).join(", "))} restart identity cascade`.execute(owner);
}
