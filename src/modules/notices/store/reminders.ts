import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Thing, ThingKind } from "../contract.ts";

export type Reminder = { kind: ThingKind; id: string; unitId: UnitId; fromUnit: UnitId; by: string; text: string; at: Date };

export async function insertReminders(
  tx: Transaction,
  things: readonly Thing[],
  { fromUnit, text, by, now }: { fromUnit: UnitId; text: string; by: PersonId; now: Date },
): Promise<void> {
  if (things.length === 0) return;
  await tx
    .insertInto("notice_reminder")
    .values(
      things.map(({ kind, id, unitId }) => ({
        thing_kind: kind,
        thing_id: id,
        unit_id: unitId,
        from_unit_id: fromUnit,
        text,
        sent_by: by,
        sent_at: now,
      })),
    )
    .execute();
}

/** Reminders sent to these units since a moment, newest first. */
export async function remindersTo(db: Database, units: readonly UnitId[], since: Date): Promise<Reminder[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<Reminder>`
    select r.thing_kind as kind, r.thing_id as id, r.unit_id as "unitId", r.from_unit_id as "fromUnit", p.name as by, r.text, r.sent_at as at
      from notice_reminder r join person p on p.id = r.sent_by
     where r.unit_id = any(${[...units]}::int[]) and r.sent_at >= ${since}::timestamptz
     order by r.sent_at desc, r.id`.execute(db);
  return rows;
}
