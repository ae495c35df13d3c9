import { sql, type Selectable } from "kysely";
import type { PersonId, UnitId, WorkId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/dates.ts";
import type { Database, Tables, Transaction } from "../../../platform/database/index.ts";
import type { WorkEdge, WorkKind, WorkOrigin, WorkState } from "../contract.ts";
import { openStates } from "../domain.ts";
import type { NewWork } from "../new-work.ts";

export type WorkItemRow = Omit<
  Selectable<Tables["work_item"]>,
  "id" | "kind" | "state" | "edge" | "lead_id" | "assigner_id" | "origin_kind" | "reported_by" | "search"
> & {
  id: WorkId;
  kind: WorkKind;
  state: WorkState;
  edge: WorkEdge;
  lead_id: UnitId;
  assigner_id: UnitId;
  origin_kind: WorkOrigin["kind"];
  reported_by: PersonId | null;
  /** Units that join in. */
  partners: UnitId[];
};

/** A row with its partners, without the search key. */
const columns = sql`w.id, w.kind, w.state, w.edge, w.title, w.body, w.lead_id, w.assigner_id, w.due_text, w.due_date, w.last_day, w.period,
  w.percent, w.first_reported_on, w.reported_by, w.origin_kind, w.plan_id, w.plan_item_id, w.plan_version, w.clause, w.quote, w.document_id,
  w.line, w.opened_at, w.updated_at, w.version,
  array(select p.unit_id from work_partner p where p.work_id = w.id order by p.unit_id) as partners`;

/** All at once: one clause can open hundreds. Gives the ids in the order of the items. */
export async function insertWork(tx: Transaction, items: readonly NewWork[], now: Date): Promise<WorkId[]> {
  if (items.length === 0) return [];
  const rows = items.map(({ origin, due, ...item }, position) => ({ ...item, position, origin, due }));
  const { rows: made } = await sql<{ id: WorkId }>`
    with given as (
      select uuidv7() as id, g.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g (position int, kind text, title text, text text, lead int, partners int[], assigner int, edge text, period text, due jsonb, origin jsonb)
    ), made as (
      insert into work_item (id, kind, state, edge, title, body, lead_id, assigner_id, due_text, due_date, last_day, period,
                             origin_kind, plan_id, plan_item_id, plan_version, clause, quote, document_id, line, opened_at, updated_at)
      select id, kind, 'open', edge, title, text, lead, assigner, due ->> 'text', (due ->> 'date')::date, (due ->> 'lastDay')::date, period,
             origin ->> 'kind', (origin ->> 'planId')::uuid, origin ->> 'itemId', (origin ->> 'planVersion')::int, origin ->> 'clause',
             origin ->> 'quote', (origin ->> 'documentId')::uuid, (origin ->> 'line')::int, ${now}::timestamptz, ${now}::timestamptz
        from given
      returning id
    ), joined as (
      insert into work_partner (work_id, unit_id)
      select distinct given.id, unit_id from given join made using (id), unnest(given.partners) unit_id where unit_id <> given.lead
    )
    select given.id from given order by position`.execute(tx);
  return made.map(({ id }) => id);
}

export async function findWork(db: Database, id: WorkId): Promise<WorkItemRow | undefined> {
  const { rows } = await sql<WorkItemRow>`select ${columns} from work_item w where w.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Held until the act is over, so that two acts on one item follow each other. */
export async function findWorkForUpdate(tx: Transaction, id: WorkId): Promise<WorkItemRow | undefined> {
  const { rows } = await sql<WorkItemRow>`select ${columns} from work_item w where w.id = ${id}::uuid for update of w`.execute(tx);
  return rows[0];
}

export async function findManyForUpdate(tx: Transaction, ids: readonly WorkId[]): Promise<WorkItemRow[]> {
  const { rows } =
    await sql<WorkItemRow>`select ${columns} from work_item w where w.id = any(${[...ids]}::uuid[]) order by w.id for update of w`.execute(
      tx,
    );
  return rows;
}

export async function workOfPlan(db: Database, planId: string): Promise<WorkItemRow[]> {
  const { rows } = await sql<WorkItemRow>`
    select ${columns} from work_item w where w.plan_id = ${planId}::uuid order by w.plan_item_id, w.lead_id, w.period, w.id`.execute(db);
  return rows;
}

export type WorkChange = Partial<
  Pick<WorkItemRow, "state" | "percent" | "due_text" | "due_date" | "last_day" | "first_reported_on" | "reported_by">
>;

/** The row is locked and its version compared already. */
export async function updateWork(tx: Transaction, id: WorkId, change: WorkChange, now: Date): Promise<void> {
  await tx
    .updateTable("work_item")
    .set((expression) => ({ ...change, updated_at: now, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Withdraws all at once, with a line in each item's history; `by` null: the system, in the assigner's name. */
export async function withdrawMany(
  tx: Transaction,
  ids: readonly WorkId[],
  { by, at, text }: { by: { unitId: UnitId; personId: PersonId } | null; at: Date; text: string },
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with gone as (
      update work_item set state = 'withdrawn', updated_at = ${at}::timestamptz, version = version + 1
       where id = any(${[...ids]}::uuid[])
      returning id, assigner_id
    )
    insert into work_entry (work_id, act, unit_id, person_id, at, text)
    select id, 'withdraw', coalesce(${by?.unitId ?? null}::int, assigner_id), ${by?.personId ?? null}::uuid, ${at}::timestamptz, ${text}::text
      from gone`.execute(tx);
}

/** What an amended plan now asks: the item keeps its state, its reports and its history. */
export async function rewriteWork(
  tx: Transaction,
  id: WorkId,
  { kind, title, text, edge, due, period, partners, lead, origin }: NewWork,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("work_item")
    .set((expression) => ({
      kind,
      title,
      body: text,
      edge,
      due_text: due.text,
      due_date: due.date,
      last_day: due.lastDay,
      period,
      origin_kind: origin.kind,
      plan_id: origin.planId,
      plan_item_id: origin.itemId,
      plan_version: origin.planVersion,
      clause: origin.clause,
      quote: origin.quote,
      document_id: origin.documentId,
      line: origin.line,
      updated_at: now,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("work_partner").where("work_id", "=", id).execute();
  await sql`insert into work_partner (work_id, unit_id)
    select distinct ${id}::uuid, unit_id from unnest(${[...partners]}::int[]) unit_id where unit_id <> ${lead}::int`.execute(tx);
}

/** Open items led by these units, most urgent first. */
export async function owedBy(db: Database, units: readonly UnitId[], limit: number): Promise<WorkItemRow[]> {
  const { rows } = await sql<WorkItemRow>`
    select ${columns} from work_item w
     where w.lead_id = any(${[...units]}::int[]) and w.state = any(${[...openStates]}::text[])
     order by (w.state = 'returned') desc, w.last_day nulls last, w.opened_at, w.id
     limit ${limit}::int`.execute(db);
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

export async function findMany(db: Database, ids: readonly WorkId[]): Promise<WorkItemRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<WorkItemRow>`select ${columns} from work_item w where w.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}
