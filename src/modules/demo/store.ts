import { sql } from "kysely";
import type { PersonId, UnitId } from "../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../platform/database/index.ts";

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
 * Empties every table of the program but the list of migrations, in one transaction and as the owner: the application's role
 * may not, and nobody may in an installation without the mark. The audit's tables refuse to be emptied by trigger, so their
 * triggers rest meanwhile.
 */
export function emptyInstallation(owner: Database): Promise<void> {
  return transaction(owner, async (tx) => {
    const { rows } = await sql<{ name: string; guarded: boolean }>`
      select format('%I.%I', schemaname, tablename) as name,
             exists (select from pg_trigger where tgrelid = format('%I.%I', schemaname, tablename)::regclass and not tgisinternal) as guarded
        from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`.execute(tx);
    const guarded = rows.filter((table) => table.guarded);
    for (const { name } of guarded) await sql`alter table ${sql.raw(name)} disable trigger user`.execute(tx);
    await sql`truncate ${sql.raw(rows.map(({ name }) => name).join(", "))} restart identity cascade`.execute(tx);
    for (const { name } of guarded) await sql`alter table ${sql.raw(name)} enable trigger user`.execute(tx);
  });
}
