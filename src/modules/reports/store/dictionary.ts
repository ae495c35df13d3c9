import { sql } from "kysely";
import type { Database } from "../../../platform/database/index.ts";

/** An indicator as a report needs it: what it is called, how it adds, what computes it. */
export type DictionaryRow = {
  id: number;
  code: string;
  name: string;
  unit: string;
  overUnits: "sum" | "ratio" | "share" | "none";
  dimension: { members: { key: string; label: string }[] } | null;
  measures: { member: string; part: "value" | "numerator" | "denominator"; names: string[] }[];
};

const columns = sql`id, code, name, unit, over_units as "overUnits", dimension, measures`;

export async function indicatorsByCode(db: Database, codes: readonly string[]): Promise<DictionaryRow[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<DictionaryRow>`select ${columns} from indicator where code = any(${[...codes]}::text[])`.execute(db);
  return rows;
}

export async function codesOfIndicators(db: Database, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; code: string }>`select id, code from indicator where id = any(${[...ids]}::int[])`.execute(db);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** Indicators in use whose words fit, those of the catalogue and of these units, in the catalogue's order. */
export async function findIndicators(db: Database, text: string, owners: readonly number[], limit: number): Promise<DictionaryRow[]> {
  const { rows } = await sql<DictionaryRow>`
    select ${columns} from indicator
     where state = 'active' and (owner_id is null or owner_id = any(${[...owners]}::int[]))
       and (${text}::text = '' or search like '%' || vi_fold(${text}::text) || '%' or lower(code) = lower(${text}::text))
     order by id limit ${limit}::int`.execute(db);
  return rows;
}
