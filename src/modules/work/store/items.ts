import { sql, type Selectable } from "kysely";
import type { PersonId, UnitId, WorkId } from "../../../kernel/ids.ts";
import type { Database, Tables, Transaction } from "../../../platform/database/index.ts";
import type { WorkEdge, WorkKind, WorkOrigin, WorkState } from "../contract.ts";
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

/** A row with its partners, without the search key; `w` is work_item. */
export const columns = sql`w.id, w.kind, w.state, w.edge, w.title, w.body, w.lead_id, w.assigner_id, w.due_text, w.due_date, w.last_day, w.period,
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

export async function findMany(db: Database, ids: readonly WorkId[]): Promise<WorkItemRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<WorkItemRow>`select ${columns} from work_item w where w.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}
