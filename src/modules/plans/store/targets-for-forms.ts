import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";

export type BindingTarget = {
  measures: string[];
  indicatorId: number | null;
  member: string;
  value: string;
  unit: string;
  frequency: string;
  from: CalendarDate;
  to: CalendarDate;
};

/**
 * Targets with a figure that plans in force set for a unit and that an editor has said what they count, the newest plan first:
 * of one of these indicators, or of measures among these.
 */
export async function targetsBinding(
  db: Database,
  {
    unit,
    indicators,
    measures,
    from,
    to,
  }: { unit: UnitId; indicators: readonly number[]; measures: readonly string[]; from: CalendarDate; to: CalendarDate },
): Promise<BindingTarget[]> {
  const { rows } = await sql<BindingTarget>`
    select l.measures, l.indicator_id as "indicatorId", l.member, i.value, i.unit, i.frequency, e.period_from as "from", e.period_to as "to"
      from plan_target_measure l
      join plan_edition e on e.plan_id = l.plan_id and e.state = 'issued' and e.period_from <= ${to}::date and e.period_to >= ${from}::date
      join plan_item i on i.edition_id = e.id and i.item_id = l.item_id and i.kind = 'target' and i.value is not null
     where (l.indicator_id = any(${[...indicators]}::int[]) or l.measures && ${[...measures]}::text[])
       and exists (
         select from plan_party party join plan_expression_unit bound on bound.expression_id = party.expression_id
          where party.edition_id = e.id and party.item_id = i.item_id and party.role = 'lead' and bound.unit_id = ${unit}::int and bound.meant)
     order by e.issued_at desc, i.position`.execute(db);
  return rows;
}
