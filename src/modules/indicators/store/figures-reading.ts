import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Period, PeriodCalendar } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { packed } from "./figures-columns.ts";

export type ValueRow = {
  calendar: PeriodCalendar;
  code: string;
  unit: UnitId;
  group: number;
  asked: bigint;
  v: Map<number, bigint | null>;
};

/** What units gave in these groups; `slots`: which of the numbers are wanted. */
export async function readRows(
  db: Database,
  asked: {
    approved: boolean;
    periods: readonly Pick<Period, "calendar" | "code">[];
    units: readonly UnitId[];
    groups: readonly number[];
    slots: readonly number[];
  },
): Promise<ValueRow[]> {
  const { rows } = await sql<Omit<ValueRow, "asked" | "v"> & { asked: string; v: (string | null)[] }>`
    select period.calendar, period.code, value.unit_id as unit, value.group_id as group, value.asked::text, ${packed("v", asked.slots)} as v
    from unnest(${asked.periods.map(({ calendar }) => calendar)}::text[], ${asked.periods.map(({ code }) => code)}::text[]) as wanted (calendar, code)
    join figure_period period using (calendar, code)
    join figure_value value on value.period_id = period.id and value.approved = ${asked.approved}::boolean
      and value.group_id = any(${[...asked.groups]}::int[]) and value.unit_id = any(${[...asked.units]}::int[])
  `.execute(db);
  return rows.map(({ v, asked: mask, ...row }) => ({
    ...row,
    asked: BigInt(mask),
    v: new Map(asked.slots.map((slot, at) => [slot, v[at] === null || v[at] === undefined ? null : BigInt(v[at])])),
  }));
}
