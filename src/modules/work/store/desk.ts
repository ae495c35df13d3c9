import { sql } from "kysely";
import type { UnitId, WorkId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/dates.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { WorkKind, WorkState } from "../contract.ts";
import { openStates } from "../domain.ts";
import { columns, type WorkItemRow } from "./items.ts";

/** Open items led by these units, most urgent first. */
export async function owedBy(db: Database, units: readonly UnitId[], limit: number): Promise<WorkItemRow[]> {
  const { rows } = await sql<WorkItemRow>`
    select ${columns} from work_item w
     where w.lead_id = any(${[...units]}::int[]) and w.state = any(${[...openStates]}::text[])
     order by (w.state = 'returned') desc, w.last_day nulls last, w.opened_at, w.id
     limit ${limit}::int`.execute(db);
  return rows;
}

/** What has a last day until `until` and is still with the unit that leads it; of all units when none are named. */
export async function owedUntil(db: Database, until: CalendarDate, units: readonly UnitId[] | null): Promise<WorkItemRow[]> {
  const { rows } = await sql<WorkItemRow>`
    select ${columns} from work_item w
     where w.last_day <= ${until}::date and w.state in ('open', 'accepted', 'returned') and w.edge <> 'inform'
       and (${units === null}::boolean or w.lead_id = any(${[...(units ?? [])]}::int[]))
     order by w.last_day, w.id`.execute(db);
  return rows;
}

/** Reports that a plan asks of a unit and that are still with it. */
export async function reportsOwedTo(db: Database, planId: string, lead: UnitId): Promise<{ id: WorkId; period: string | null }[]> {
  const { rows } = await sql<{ id: WorkId; period: string | null }>`
    select w.id, w.period from work_item w
     where w.plan_id = ${planId}::uuid and w.lead_id = ${lead}::int and w.kind = 'report' and w.state = any(${[...openStates]}::text[])
     order by w.last_day nulls last, w.id`.execute(db);
  return rows;
}

/** Items in which these units join. */
export async function joinedBy(db: Database, units: readonly UnitId[], limit: number): Promise<WorkItemRow[]> {
  const { rows } = await sql<WorkItemRow>`
    select ${columns} from work_item w
     where exists (select from work_partner p where p.work_id = w.id and p.unit_id = any(${[...units]}::int[]))
       and not w.lead_id = any(${[...units]}::int[]) and w.state = any(${[...openStates]}::text[])
     order by w.last_day nulls last, w.opened_at, w.id
     limit ${limit}::int`.execute(db);
  return rows;
}

/** What these units gave out that now waits for them: reports to confirm, answers to settle. */
export async function waitingFor(
  db: Database,
  units: readonly UnitId[],
  states: readonly WorkState[],
  limit: number,
): Promise<WorkItemRow[]> {
  const { rows } = await sql<WorkItemRow>`
    select ${columns} from work_item w
     where w.assigner_id = any(${[...units]}::int[]) and w.state = any(${[...states]}::text[])
     order by w.updated_at, w.id
     limit ${limit}::int`.execute(db);
  return rows;
}

/** The late condition of `standingOf`, for the database. */
const late = (today: CalendarDate) => sql<boolean>`(w.edge = 'assign' and w.last_day < ${today}::date
  and w.state in ('open', 'accepted', 'returned') and (w.first_reported_on is null or w.first_reported_on > w.last_day))`;

export type LateUnit = { unit: UnitId; late: number; oldest: CalendarDate; items: WorkId[] };

/** Subordinates of these units that are late, the oldest first, with the ids of their three oldest items. */
export async function lateUnitsOf(db: Database, units: readonly UnitId[], today: CalendarDate, limit: number): Promise<LateUnit[]> {
  const { rows } = await sql<LateUnit>`
    select w.lead_id as unit, count(*)::int as late, min(w.last_day) as oldest,
           (array_agg(w.id order by w.last_day, w.id))[1:3]::text[] as items
      from work_item w
     where w.assigner_id = any(${[...units]}::int[]) and not w.lead_id = any(${[...units]}::int[]) and ${late(today)}
     group by w.lead_id
     order by oldest, late desc, unit
     limit ${limit}::int`.execute(db);
  return rows;
}

export type WorkCounts = { owed: number; late: number; soon: number; waiting: number; unitsLate: number };

/** The numbers of a desk, in one statement. */
export async function countsOf(db: Database, units: readonly UnitId[], today: CalendarDate, soonUntil: CalendarDate): Promise<WorkCounts> {
  const { rows } = await sql<WorkCounts>`
    select (select count(*)::int from work_item w where w.lead_id = any(u.ids) and w.state in ('open', 'accepted', 'answered', 'returned')) as owed,
           (select count(*)::int from work_item w where w.lead_id = any(u.ids) and ${late(today)}) as late,
           (select count(*)::int from work_item w where w.lead_id = any(u.ids) and w.state in ('open', 'accepted')
               and w.last_day between ${today}::date and ${soonUntil}::date) as soon,
           (select count(*)::int from work_item w where w.assigner_id = any(u.ids) and w.state in ('reported', 'answered', 'declined')) as waiting,
           (select count(distinct w.lead_id)::int from work_item w
             where w.assigner_id = any(u.ids) and not w.lead_id = any(u.ids) and ${late(today)}) as "unitsLate"
      from (select ${[...units]}::int[] as ids) u`.execute(db);
  return rows[0] ?? { owed: 0, late: 0, soon: 0, waiting: 0, unitsLate: 0 };
}

export type ListFilter = {
  units: readonly UnitId[];
  side: "lead" | "assigner" | "partner" | "any";
  states: readonly WorkState[];
  standing: "late" | "soon" | undefined;
  kind: WorkKind | undefined;
  unitId: UnitId | undefined;
  planId: string | undefined;
  words: string[];
  today: CalendarDate;
  soonUntil: CalendarDate;
  offset: number;
  limit: number;
};

export async function listWork(db: Database, filter: ListFilter): Promise<{ rows: WorkItemRow[]; total: number }> {
  const {
    units,
    side,
    states,
    standing = null,
    kind = null,
    unitId = null,
    planId = null,
    words,
    today,
    soonUntil,
    offset,
    limit,
  } = filter;
  const ids = sql`${[...units]}::int[]`;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const joins = sql`exists (select from work_partner p where p.work_id = w.id and p.unit_id = any(${ids}))`;
  const mine = {
    lead: sql`w.lead_id = any(${ids})`,
    assigner: sql`w.assigner_id = any(${ids})`,
    partner: joins,
    any: sql`(w.lead_id = any(${ids}) or w.assigner_id = any(${ids}) or ${joins})`,
  }[side];
  const { rows } = await sql<WorkItemRow & { total: number }>`
    select ${columns}, (count(*) over ())::int as total
      from work_item w
     where ${mine}
       and w.state = any(${[...states]}::text[])
       and (${standing}::text is null
            or case when ${standing}::text = 'late' then ${late(today)}
                    else w.state in ('open', 'accepted') and w.last_day between ${today}::date and ${soonUntil}::date end)
       and (${kind}::text is null or w.kind = ${kind}::text)
       and (${unitId}::int is null or w.lead_id = ${unitId}::int)
       and (${planId}::uuid is null or w.plan_id = ${planId}::uuid)
       and w.search like all (select vi_fold(word) from unnest(${patterns}::text[]) word)
     order by (w.state = 'returned') desc, w.last_day nulls last, w.opened_at desc, w.id
     offset ${offset}::int limit ${limit}::int`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}
