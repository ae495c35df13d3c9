import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { ExtensionState, Thing, ThingKind } from "../contract.ts";

export type ExtensionRow = {
  id: string;
  kind: ThingKind;
  thingId: string;
  unitId: UnitId;
  fromDay: CalendarDate;
  untilDay: CalendarDate;
  reason: string;
  state: ExtensionState;
  askedById: PersonId;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  grantedUntil: CalendarDate | null;
  answer: string | null;
  version: number;
};

const columns = sql`e.id, e.thing_kind as kind, e.thing_id as "thingId", e.unit_id as "unitId", e.from_day as "fromDay", e.until_day as "untilDay",
  e.reason, e.state, e.asked_by as "askedById", a.name as "askedBy", e.asked_at as "askedAt", d.name as "decidedBy", e.decided_at as "decidedAt",
  e.granted_until as "grantedUntil", e.answer, e.version`;
const from = sql`extension e join person a on a.id = e.asked_by left join person d on d.id = e.decided_by`;

export async function insertExtension(
  tx: Transaction,
  { kind, id, unitId }: Thing,
  asked: { fromDay: CalendarDate; untilDay: CalendarDate; reason: string; by: PersonId; now: Date },
): Promise<string> {
  const row = await tx
    .insertInto("extension")
    .values({
      thing_kind: kind,
      thing_id: id,
      unit_id: unitId,
      from_day: asked.fromDay,
      until_day: asked.untilDay,
      reason: asked.reason,
      asked_by: asked.by,
      asked_at: asked.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findExtension(db: Database, id: string): Promise<ExtensionRow | undefined> {
  const { rows } = await sql<ExtensionRow>`select ${columns} from ${from} where e.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Held until the act is over, so that two decisions follow each other. */
export async function findExtensionForUpdate(tx: Transaction, id: string): Promise<ExtensionRow | undefined> {
  const { rows } = await sql<ExtensionRow>`select ${columns} from ${from} where e.id = ${id}::uuid for update of e`.execute(tx);
  return rows[0];
}

/** The request that waits for an answer, for each thing at most one. */
export async function openExtensionsOf(db: Database, units: readonly UnitId[]): Promise<ExtensionRow[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<ExtensionRow>`
    select ${columns} from ${from} where e.unit_id = any(${[...units]}::int[]) and e.state = 'asked'`.execute(db);
  return rows;
}

/** Newest first; of `units` alone when they are named. */
export async function extensions(
  db: Database,
  { units, state }: { units: readonly UnitId[] | null; state: "asked" | "any" },
): Promise<ExtensionRow[]> {
  const { rows } = await sql<ExtensionRow>`
    select ${columns} from ${from}
     where (${units === null}::boolean or e.unit_id = any(${[...(units ?? [])]}::int[]))
       and (${state}::text = 'any' or e.state = 'asked')
     order by e.asked_at desc, e.id limit 500`.execute(db);
  return rows;
}

export async function settleExtension(
  tx: Transaction,
  id: string,
  {
    state,
    by,
    answer,
    until,
    now,
  }: { state: ExtensionState; by: PersonId | null; answer: string | null; until: CalendarDate | null; now: Date },
): Promise<void> {
  await tx
    .updateTable("extension")
    .set((expression) => ({
      state,
      decided_by: by,
      decided_at: by === null ? null : now,
      granted_until: until,
      answer,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}
