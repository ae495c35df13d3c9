import { sql } from "kysely";
import type { IndicatorId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Dimension, Topic } from "../contract/dictionary.ts";

export type NamedIndicator = { id: IndicatorId; name: string; unit: string; topic: Topic; dimension: Dimension | null };

/** What forms need of these indicators, retired ones among them; unknown ids are left out. */
export async function indicatorsNamed(db: Database, ids: readonly IndicatorId[]): Promise<NamedIndicator[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NamedIndicator>`
    select id, name, unit, topic, dimension from indicator where id = any(${[...ids]}::int[]) order by id`.execute(db);
  return rows;
}
