import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import { addDays, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { Finding, FindingIn } from "../shapes.ts";

export type FindingRecord = {
  id: string;
  event_id: string;
  found_on: CalendarDate;
  unit_id: UnitId;
  text: string;
  recommendation: string;
  mend_by: CalendarDate | null;
  state: Finding["state"];
  entries: { kind: "answer" | "settled" | "reopened"; on_date: CalendarDate; text: string; unit_id: UnitId; typed_by: PersonId }[];
};

/** Of evidence that stands, those that wait first, then by day. */
export async function findingsOf(db: Database, id: ExemplarId): Promise<FindingRecord[]> {
  const { rows } = await sql<FindingRecord>`
    select f.id, f.event_id, e.on_date as found_on, e.unit_id, f.text, f.recommendation, f.mend_by, f.state,
           coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'on_date', n.on_date, 'text', n.text, 'unit_id', n.unit_id, 'typed_by', n.typed_by) order by n.id)
                       from exemplar_finding_entry n where n.finding_id = f.id), '[]') as entries
      from exemplar_finding f join exemplar_event e on e.id = f.event_id
     where f.exemplar_id = ${id}::uuid and e.struck_at is null
     order by f.state = 'settled', e.on_date, f.event_id, f.position`.execute(db);
  return rows;
}

export async function insertFindings(
  tx: Transaction,
  id: ExemplarId,
  eventId: string,
  findings: readonly FindingIn[],
  foundOn: CalendarDate,
): Promise<void> {
  if (findings.length === 0) return;
  await tx
    .insertInto("exemplar_finding")
    .values(
      findings.map(({ text, recommendation, mendDays }, position) => ({
        exemplar_id: id,
        event_id: eventId,
        position,
        text,
        recommendation,
        mend_by: mendDays ? addDays(foundOn, mendDays) : null,
      })),
    )
    .execute();
}

export type NewEntry = { kind: "answer" | "settled" | "reopened"; onDate: CalendarDate; text: string; unitId: UnitId; by: PersonId };

export async function addEntry(tx: Transaction, findingId: string, state: Finding["state"], entry: NewEntry, now: Date): Promise<void> {
  await tx
    .insertInto("exemplar_finding_entry")
    .values({
      finding_id: findingId,
      kind: entry.kind,
      on_date: entry.onDate,
      text: entry.text,
      unit_id: entry.unitId,
      typed_by: entry.by,
      typed_at: now,
    })
    .execute();
  await tx.updateTable("exemplar_finding").set({ state }).where("id", "=", findingId).execute();
}
