import type pg from "pg";
import { jobSchema } from "../database/job-queue.ts";
import { quoteIdentifier } from "../database/quote.ts";

export type Table = { schema: string; name: string; columns: string[] };
export type Sequence = { schema: string; name: string };

type Client = Pick<pg.ClientBase, "query">;

export const qualified = ({ schema, name }: { schema: string; name: string }) => `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;

/** Schemas that hold data of ours. Of extensions and of the two histories of migrations nothing is taken: the program makes them. */
const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  and c.oid::regclass::text not in ('schema_migration', '${jobSchema}.migrations')`;

/** Every table with the columns that can be written; partitions are read and written through their root. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and ${ours} order by 1, 2`);
  return rows;
}

export async function listSequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${ours} order by 1, 2`);
  return rows;
}

/** COPY's statement for all written columns of a table; a partitioned one is read through a query. */
export function copyOut(table: Table): string {
  return `copy (select ${table.columns.map(quoteIdentifier).join(", ")} from ${qualified(table)}) to stdout`;
}

export function copyIn(table: Table): string {
  return `copy ${qualified(table)} (${table.columns.map(quoteIdentifier).join(", ")}) from stdin`;
}
