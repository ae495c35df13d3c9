import { sql } from "kysely";
import type { AppraisalRoundId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { climb, scopes } from "../../../units/index.ts";
import { addressing } from "../../store/addressed.ts";
import type { ContestState, EntryKind, Way } from "../shapes.ts";

export type RoundFacts = {
  position: number;
  name: string;
  entries_from: CalendarDate;
  entries_until: CalendarDate;
  judging_from: CalendarDate;
  judging_until: CalendarDate;
  way: Way;
};
export type RoundRecord = RoundFacts & { appraisal_round_id: AppraisalRoundId | null; published_on: CalendarDate | null };

export type ContestFacts = { title: string; rules: string; kinds: EntryKind[]; prizes: string[]; most_entries: number | null };

export type ContestRecord = ContestFacts & {
  id: string;
  version: number;
  body_id: UnitId;
  state: ContestState;
  round: number;
  cancel_reason: string | null;
  rounds: RoundRecord[];
  units: UnitId[];
  entries: number;
};

/** `c` is contest. Dates inside jsonb are 'YYYY-MM-DD' as well. */
const columns = sql`c.id, c.version, c.body_id, c.title, c.rules, c.kinds, c.prizes, c.most_entries, c.state, c.round, c.cancel_reason,
  (select jsonb_agg(to_jsonb(r) - 'contest_id' order by r.position) from contest_round r where r.contest_id = c.id) as rounds,
  array(select u.unit_id from contest_unit u where u.contest_id = c.id order by u.unit_id) as units,
  (select count(*)::int from contest_entry e where e.contest_id = c.id and e.state = 'sent') as entries`;

export async function findContest(db: Database, id: string): Promise<ContestRecord | undefined> {
  const { rows } = await sql<ContestRecord>`select ${columns} from contest c where c.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Held until the act is over: entries are counted under it. */
export async function lockContest(tx: Transaction, id: string): Promise<ContestRecord | undefined> {
  await sql`select from contest where id = ${id}::uuid for update`.execute(tx);
  return findContest(tx, id);
}

export const { concerned, isConcerned, quotaUnitOf } = addressing({ thing: "contest", units: "contest_unit", id: "contest_id" });

export async function listContests(
  db: Database,
  reader: UnitId,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: ContestRecord[]; total: number }> {
  const { rows } = await sql<ContestRecord & { total: number }>`
    with recursive ${scopes(sql`array[${reader}::int]`)}, ${climb(reader)}, concerned as (${concerned}),
    seen as materialized (
      select c.id from contest c
       where c.body_id in (select unit_id from own) or c.state <> 'draft' and c.id in (select contest_id from concerned)
    )
    select ${columns}, (select count(*)::int from seen) as total
      from contest c where c.id in (select id from seen) order by c.created_at desc, c.id desc limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function insertContest(
  tx: Transaction,
  contest: { facts: ContestFacts; bodyId: UnitId; rounds: readonly RoundFacts[]; units: readonly UnitId[]; createdBy: PersonId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("contest")
    .values({ ...contest.facts, body_id: contest.bodyId, created_by: contest.createdBy, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await saveRounds(tx, id, contest.rounds, 1);
  await saveUnits(tx, id, contest.units);
  return id;
}

export type ContestChange = {
  facts?: ContestFacts;
  /** From the running one on; earlier ones stay as they were. */
  rounds?: readonly RoundFacts[];
  units?: readonly UnitId[];
  state?: ContestState;
  round?: number;
  cancelReason?: string;
};

/** The row is locked and its version compared already. */
export async function updateContest(tx: Transaction, { id, round }: { id: string; round: number }, change: ContestChange): Promise<void> {
  await tx
    .updateTable("contest")
    .set((expression) => ({
      ...change.facts,
      ...(change.state ? { state: change.state } : {}),
      ...(change.round ? { round: change.round } : {}),
      ...(change.cancelReason === undefined ? {} : { cancel_reason: change.cancelReason }),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  if (change.rounds) await saveRounds(tx, id, change.rounds, round);
  if (change.units) await saveUnits(tx, id, change.units);
}

async function saveRounds(tx: Transaction, contest: string, rounds: readonly RoundFacts[], from: number): Promise<void> {
  await sql`delete from contest_round where contest_id = ${contest}::uuid and position > ${rounds.length}`.execute(tx);
  for (const round of rounds.filter(({ position }) => position >= from))
    await tx
      .insertInto("contest_round")
      .values({ ...round, contest_id: contest })
      .onConflict((conflict) => conflict.columns(["contest_id", "position"]).doUpdateSet(round))
      .execute();
}

async function saveUnits(tx: Transaction, contest: string, units: readonly UnitId[]): Promise<void> {
  await sql`delete from contest_unit where contest_id = ${contest}::uuid`.execute(tx);
  await sql`insert into contest_unit (contest_id, unit_id) select ${contest}::uuid, unnest(${[...units]}::int[])`.execute(tx);
}

type RoundChange = { appraisal_round_id: AppraisalRoundId } | { published_on: CalendarDate | null };

export async function updateRound(tx: Transaction, contest: string, position: number, change: RoundChange): Promise<void> {
  await tx.updateTable("contest_round").set(change).where("contest_id", "=", contest).where("position", "=", position).execute();
}
