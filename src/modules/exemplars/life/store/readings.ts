import { sql } from "kysely";
import type { ExemplarId, PersonId } from "../../../../kernel/ids.ts";
import type { Amount } from "../../../../kernel/numbers.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { GoalOut } from "../shapes.ts";

/** Goals in their order, each with its readings, oldest first, and what stood in them before. */
export async function goalsWithReadings(db: Database, id: ExemplarId): Promise<GoalOut[]> {
  const before = sql`jsonb_build_object('onDate', b.on_date, 'value', trim_scale(b.value)::text, 'said', b.said, 'reason', b.reason)`;
  const { rows } = await sql<GoalOut>`
    select g.id, g.name, g.unit, trim_scale(g.baseline)::text as baseline, trim_scale(g.goal)::text as goal,
           coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'onDate', r.on_date, 'value', trim_scale(r.value)::text, 'said', r.said, 'note', r.note,
                       'before', coalesce((select jsonb_agg(${before} order by b.id desc) from exemplar_reading_before b
                                            where b.goal_id = g.id and b.on_date = r.on_date), '[]')) order by r.on_date)
                       from exemplar_reading r where r.goal_id = g.id), '[]') as readings,
           coalesce((select jsonb_agg(${before} order by b.id desc) from exemplar_reading_before b where b.goal_id = g.id
                        and not exists (select from exemplar_reading r where r.goal_id = g.id and r.on_date = b.on_date)), '[]') as "takenOut"
      from exemplar_goal g where g.exemplar_id = ${id}::uuid and g.position is not null order by g.position`.execute(db);
  return rows;
}

export type NewReading = { onDate: CalendarDate; amount: Amount; note: string; by: PersonId };

/** Whether it was written: not when the goal has a reading of that day. */
export async function insertReading(
  tx: Transaction,
  goalId: string,
  { onDate, amount, note, by }: NewReading,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into exemplar_reading (goal_id, on_date, value, said, note, typed_by, typed_at)
    values (${goalId}::uuid, ${onDate}::date, ${amount.value}::numeric, ${amount.said}::text, ${note}::text, ${by}::uuid, ${now}::timestamptz)
    on conflict (goal_id, on_date) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Whether there was such a reading of this exemplar. Without an amount it is taken out; what stood there is kept either way. */
export async function replaceReading(
  tx: Transaction,
  id: ExemplarId,
  readingId: string,
  { amount, reason, by }: { amount: Amount | null; reason: string; by: PersonId },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into exemplar_reading_before (goal_id, on_date, value, said, note, typed_by, typed_at, reason, replaced_by, replaced_at)
    select r.goal_id, r.on_date, r.value, r.said, r.note, r.typed_by, r.typed_at, ${reason}::text, ${by}::uuid, ${now}::timestamptz
      from exemplar_reading r join exemplar_goal g on g.id = r.goal_id
     where r.id = ${readingId}::uuid and g.exemplar_id = ${id}::uuid`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await (
    amount
      ? sql`update exemplar_reading set value = ${amount.value}::numeric, said = ${amount.said}::text, typed_by = ${by}::uuid, typed_at = ${now}::timestamptz
           where id = ${readingId}::uuid`
      : sql`delete from exemplar_reading where id = ${readingId}::uuid`
  ).execute(tx);
  return true;
}
