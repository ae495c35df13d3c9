import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { scopes } from "../../../units/index.ts";
import type { ContestState, EntryKind, EntryState } from "../shapes.ts";

export type EntryFacts = {
  kind: EntryKind;
  title: string;
  text: string;
  team: string | null;
  exemplar_id: ExemplarId | null;
};

export type EntryRecord = EntryFacts & {
  id: string;
  version: number;
  contest_id: string;
  unit_id: UnitId;
  quota_unit_id: UnitId;
  state: EntryState;
  round: number;
  reason: string | null;
  late: boolean;
  sent_on: CalendarDate | null;
  sent_by: PersonId | null;
  typed_by: PersonId;
  contest: { title: string; state: ContestState; round: number; body_id: UnitId };
};

/** `e` is contest_entry, `c` its contest. */
const columns = sql`e.id, e.version, e.contest_id, e.unit_id, e.quota_unit_id, e.kind, e.title, e.text, e.team, e.exemplar_id, e.state,
  e.round, e.reason, e.late, e.sent_on, e.sent_by, e.typed_by,
  jsonb_build_object('title', c.title, 'state', c.state, 'round', c.round, 'body_id', c.body_id) as contest`;

export async function findEntry(db: Database, id: string): Promise<EntryRecord | undefined> {
  const { rows } = await sql<EntryRecord>`
    select ${columns} from contest_entry e join contest c on c.id = e.contest_id where e.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function lockEntry(tx: Transaction, id: string): Promise<EntryRecord | undefined> {
  // The contest first, as every act on a contest does: two of them never wait for each other.
  await sql`select from contest where id = (select contest_id from contest_entry where id = ${id}::uuid) for update`.execute(tx);
  await sql`select from contest_entry where id = ${id}::uuid for update`.execute(tx);
  return findEntry(tx, id);
}

type Asked = { contest: string; reader: UnitId; person: PersonId; body: boolean; offset: number; limit: number };

/** Own ones in any state, those below in the line and, for the organiser, all that were sent. */
export async function listEntries(
  db: Database,
  { contest, reader, person, body, offset, limit }: Asked,
): Promise<{ rows: EntryRecord[]; total: number }> {
  const { rows } = await sql<EntryRecord & { total: number }>`
    with recursive ${scopes(sql`array[${reader}::int]`)},
    seen as materialized (
      select e.id from contest_entry e where e.contest_id = ${contest}::uuid
         and (e.unit_id in (select unit_id from own) or e.state <> 'draft' and (${body}::boolean or e.unit_id in (select unit_id from line))
              or e.typed_by = ${person}::uuid and e.unit_id in (select unit_id from line))
    )
    select ${columns}, (select count(*)::int from seen) as total
      from contest_entry e join contest c on c.id = e.contest_id
     where e.id in (select id from seen) order by e.id limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Entries that were sent and reached a round. */
export async function entriesInRound(db: Database, contest: string, round: number): Promise<EntryRecord[]> {
  const { rows } = await sql<EntryRecord>`
    select ${columns} from contest_entry e join contest c on c.id = e.contest_id
     where e.contest_id = ${contest}::uuid and e.state = 'sent' and e.round >= ${round}::int order by e.id`.execute(db);
  return rows;
}

export async function sentOf(db: Database, contest: string, quotaUnit: UnitId): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select count(*)::int as sent from contest_entry
     where contest_id = ${contest}::uuid and quota_unit_id = ${quotaUnit}::int and state = 'sent'`.execute(db);
  return rows[0]?.sent ?? 0;
}

type NewEntry = { contestId: string; unitId: UnitId; quotaUnitId: UnitId; facts: EntryFacts; typedBy: PersonId };

export async function insertEntry(
  tx: Transaction,
  { contestId, unitId, quotaUnitId, facts, typedBy }: NewEntry,
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("contest_entry")
    .values({ ...facts, contest_id: contestId, unit_id: unitId, quota_unit_id: quotaUnitId, typed_by: typedBy, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type EntryChange = Partial<EntryFacts> & Partial<Pick<EntryRecord, "state" | "reason" | "late" | "sent_on" | "sent_by">>;

export async function updateEntry(tx: Transaction, id: string, change: EntryChange): Promise<void> {
  await tx
    .updateTable("contest_entry")
    .set((expression) => ({ ...change, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Those that go on stand in the next round. */
export async function moveOn(tx: Transaction, contest: string, from: number): Promise<void> {
  await sql`update contest_entry e set round = ${from}::int + 1, version = version + 1 from contest_result r
    where e.contest_id = ${contest}::uuid and e.state = 'sent' and e.round = ${from}::int
      and r.entry_id = e.id and r.contest_id = e.contest_id and r.round = ${from}::int and r.goes_on`.execute(tx);
}
