import { sql } from "kysely";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import { keptPlan, type Database } from "../../../../platform/database/index.ts";
import { climb, scopes } from "../../../units/index.ts";
import { hasAll } from "../../store/words.ts";
import { concerned } from "./contests.ts";

export type WaitingContest = { id: string; title: string; body_id: UnitId; round: string; since: CalendarDate; until: CalendarDate };

/** `c` is contest, `r` its running round. */
const from = sql`contest c join contest_round r on r.contest_id = c.id and r.position = c.round`;
const columns = sql`c.id, c.title, c.body_id, r.name as round`;

/** Contests whose first round takes entries on the day and in which none of the units has sent any, the first to close first. */
export async function contestsToEnter(
  db: Database,
  unit: UnitId,
  units: readonly UnitId[],
  today: CalendarDate,
): Promise<WaitingContest[]> {
  const { rows } = await sql<WaitingContest>`
    with recursive version as materialized (select ver from tree_version where valid @> current_date), ${climb(unit)}, concerned as (${concerned})
    select ${columns}, r.entries_from as since, r.entries_until as until from ${from}
     where c.state = 'open' and c.round = 1 and ${today}::date between r.entries_from and r.entries_until and c.body_id <> all(${[...units]}::int[])
       and c.id in (select contest_id from concerned)
       and not exists (select from contest_entry e where e.contest_id = c.id and e.unit_id = any(${[...units]}::int[]) and e.state in ('sent', 'returned'))
     order by r.entries_until, c.id limit 20`.execute(db);
  return rows;
}

export type ReturnedEntry = { id: string; title: string; contest: string; since: CalendarDate };

/** Entries of these units that came back, while their round takes them. */
export async function entriesReturned(db: Database, units: readonly UnitId[]): Promise<ReturnedEntry[]> {
  const { rows } = await sql<ReturnedEntry>`
    select e.id, e.title, c.title as contest, coalesce(e.sent_on, r.entries_from) as since from ${from} join contest_entry e on e.contest_id = c.id and e.round = c.round
     where e.unit_id = any(${[...units]}::int[]) and e.state = 'returned' and c.state = 'open' order by since, e.id limit 20`.execute(db);
  return rows;
}

/** Contests of these bodies whose running round is over for entries, or is being judged. */
export async function contestsToCarryOn(
  db: Database,
  units: readonly UnitId[],
  today: CalendarDate,
): Promise<(WaitingContest & { judging: boolean })[]> {
  const { rows } = await sql<WaitingContest & { judging: boolean }>`
    select ${columns}, r.entries_until + 1 as since, r.judging_until as until, c.state = 'judging' as judging from ${from}
     where c.body_id = any(${[...units]}::int[]) and (c.state = 'judging' or c.state = 'open' and r.entries_until < ${today}::date)
     order by r.judging_until, c.id limit 20`.execute(db);
  return rows;
}

/** Contests that the unit may see whose title has all the words, newest first. */
export async function contestsNamed(
  db: Database,
  reader: UnitId,
  words: readonly string[],
  limit: number,
): Promise<{ id: string; title: string; body_id: UnitId }[]> {
  const { rows } = await sql<{ id: string; title: string; body_id: UnitId }>`${keptPlan}
    with recursive ${scopes(sql`array[${reader}::int]`)}, ${climb(reader)}, concerned as (${concerned})
    select c.id, c.title, c.body_id from contest c
     where ${hasAll(sql`vi_fold(c.title)`, words)}
       and (c.body_id in (select unit_id from own) or c.state <> 'draft' and c.id in (select contest_id from concerned))
     order by c.created_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}
