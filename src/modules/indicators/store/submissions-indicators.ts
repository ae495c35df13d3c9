import { sql } from "kysely";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureLink, OverUnits, ValueKind } from "../contract/dictionary.ts";

/** What the dictionary says about an indicator, as far as entry needs it. */
export type IndicatorInfo = {
  id: number;
  name: string;
  definition: string;
  unit: string;
  kind: ValueKind;
  scale: number;
  overUnits: OverUnits;
  measures: MeasureLink[];
};

export async function indicatorInfo(db: Database, ids: readonly number[]): Promise<Map<number, IndicatorInfo>> {
  const { rows } = await sql<IndicatorInfo>`
    select id, name, definition, unit, value_kind as kind, scale, over_units as "overUnits", measures
      from indicator where id = any(${[...new Set(ids)]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
