import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { EventKind } from "../kinds.ts";

export type EventRecord = {
  id: string;
  kind: string;
  on_date: CalendarDate;
  unit_id: UnitId;
  text: string;
  details: Record<string, unknown>;
  documents: string[];
  typed_by: PersonId;
  typed_at: Date;
  struck_reason: string | null;
  struck_by: PersonId | null;
  struck_at: Date | null;
};

/** In the order of their typing; struck ones are among them. */
export async function eventsOf(db: Database, id: ExemplarId): Promise<EventRecord[]> {
  const { rows } = await sql<EventRecord>`
    select id, kind, on_date, unit_id, text, details, documents, typed_by, typed_at, struck_reason, struck_by, struck_at
      from exemplar_event where exemplar_id = ${id}::uuid order by typed_at, id`.execute(db);
  return rows;
}

export type NewEvent = {
  kind: EventKind;
  onDate: CalendarDate;
  unitId: UnitId;
  text?: string;
  details?: Record<string, unknown>;
  documents?: readonly string[];
  typedBy: PersonId;
};

/** The one way in which something dated is written to an exemplar: with it comes the news. */
export async function insertEvent(tx: Transaction, id: ExemplarId, event: NewEvent, now: Date): Promise<string> {
  const { id: made } = await tx
    .insertInto("exemplar_event")
    .values({
      exemplar_id: id,
      kind: event.kind,
      on_date: event.onDate,
      unit_id: event.unitId,
      text: event.text ?? "",
      details: JSON.stringify(event.details ?? {}),
      documents: [...(event.documents ?? [])],
      typed_by: event.typedBy,
      typed_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await noteNews(tx, id, event.onDate);
  return made;
}

/** There was news of the exemplar on this day; an earlier day than is known already changes nothing. */
export async function noteNews(tx: Transaction, id: ExemplarId, day: CalendarDate): Promise<void> {
  await sql`update exemplar set moved_on = greatest(moved_on, ${day}::date) where id = ${id}::uuid`.execute(tx);
}

export async function strikeEvent(
  tx: Transaction,
  id: ExemplarId,
  eventId: string,
  { reason, by }: { reason: string; by: PersonId },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exemplar_event set struck_reason = ${reason}::text, struck_by = ${by}::uuid, struck_at = ${now}::timestamptz
     where id = ${eventId}::uuid and exemplar_id = ${id}::uuid and struck_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** The step, or whether it is paused; the row is locked and its version compared already. */
export async function moveExemplar(
  tx: Transaction,
  id: ExemplarId,
  { step, paused }: { step?: number; paused?: boolean },
  now: Date,
): Promise<void> {
  await sql`update exemplar set step = coalesce(${step ?? null}::smallint, step), paused = coalesce(${paused ?? null}::boolean, paused),
    updated_at = ${now}::timestamptz, version = version + 1 where id = ${id}::uuid`.execute(tx);
}
