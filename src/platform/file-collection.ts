import { sql } from "kysely";
import { transaction, type Database } from "./database/index.ts";
import { defineSchedule } from "./jobs.ts";

/**
 * Every stored file that some row names. A column that names one says so by its check, `check (x ~ '^[0-9a-f]{64}$')`,
 * so a new table is covered without anybody having to think of this list.
 */
export function referencedFiles(db: Database): Promise<Set<string>> {
  return transaction(
    db,
    async (tx) => {
      const { rows: columns } = await sql<{ table: string; column: string }>`
        select k.conrelid::regclass::text as table, quote_ident(a.attname) as column
          from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
         where k.contype = 'c' and array_length(k.conkey, 1) = 1 and strpos(pg_get_constraintdef(k.oid), '^[0-9a-f]{64}$') > 0`.execute(tx);
      const named = new Set<string>();
      for (const { table, column } of columns) {
        const { rows } = await sql<{ hash: string | null }>`select distinct ${sql.raw(column)} as hash from ${sql.raw(table)}`.execute(tx);
        for (const { hash } of rows) if (hash !== null) named.add(hash);
      }
      return named;
    },
    { isolation: "repeatable read" },
  );
}

/** Nightly: removes files that no row has named for a week, such as uploads that were refused after they were stored. */
export const collectFiles = defineSchedule("files.collect", { daily: "02:15" }, async ({ db, files, clock, log }) => {
  const removed = await files.removeUnreferenced(await referencedFiles(db), clock());
  if (removed > 0) log.info("removed files that nothing names", { count: removed });
});
