import { sql } from "kysely";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { targetWords } from "../domain/wording.ts";
import { PlanItem } from "../shapes.ts";

/** As the database holds it; the figure in words is made on the way out. */
const Stored = PlanItem.omit({ figure: true });

/** What is written of an item; identity, parties and version are kept apart. */
export type ItemContent = Pick<PlanItem, "kind" | "clause" | "line" | "quote" | "text" | "target" | "reporting" | "due" | "opensPlan"> & {
  splitFrom?: string | null;
};

/** Items of an edition in the document's order, with their parties. */
export async function itemsOf(db: Database, editionId: string): Promise<PlanItem[]> {
  const { rows } = await sql<{ item: unknown }>`
    select jsonb_build_object(
             'id', i.item_id, 'kind', i.kind, 'position', i.position, 'clause', i.clause, 'line', i.line, 'quote', i.quote, 'text', i.text,
             'target', case when i.kind = 'target' then jsonb_build_object('metric', i.metric, 'comparator', i.comparator,
                'value', trim_scale(i.value)::text, 'valueMax', trim_scale(i.value_max)::text, 'unit', i.unit, 'frequency', i.frequency, 'cumulative', i.cumulative) end,
             'reporting', case when i.kind = 'report' then jsonb_build_object('to', i.receiver, 'via', i.via, 'next', i.next_receiver) end,
             'due', i.due, 'opensPlan', i.opens_plan, 'splitFrom', i.split_from, 'version', i.version,
             'leads', coalesce(p.leads, '[]'), 'partners', coalesce(p.partners, '[]')) as item
      from plan_item i
      left join (
        select party.item_id,
               jsonb_agg(jsonb_build_object('expressionId', x.id, 'printed', x.printed) order by party.position) filter (where party.role = 'lead') as leads,
               jsonb_agg(jsonb_build_object('expressionId', x.id, 'printed', x.printed) order by party.position) filter (where party.role = 'partner') as partners
          from plan_party party join plan_expression x on x.id = party.expression_id
         where party.edition_id = ${editionId}::uuid group by party.item_id
      ) p on p.item_id = i.item_id
     where i.edition_id = ${editionId}::uuid
     order by i.position, i.item_id`.execute(db);
  return rows.map(({ item }) => {
    const read = Stored.parse(item);
    return { ...read, figure: read.target && targetWords(read.target) };
  });
}

const columnsOf = ({ kind, clause, line, quote, text, target, reporting, due, opensPlan, splitFrom = null }: ItemContent) => ({
  kind,
  clause,
  line,
  quote,
  text,
  metric: target?.metric ?? null,
  comparator: target?.comparator ?? null,
  value: target?.value ?? null,
  value_max: target?.valueMax ?? null,
  unit: target?.unit ?? null,
  frequency: target?.frequency ?? null,
  cumulative: target?.cumulative ?? null,
  receiver: reporting?.to ?? null,
  via: reporting?.via ?? null,
  next_receiver: reporting?.next ?? null,
  due: JSON.stringify(due),
  opens_plan: opensPlan,
  split_from: splitFrom,
});

/** Adds items in the order given, after what is there; the new identities come in the same order. */
export async function insertItems(tx: Transaction, editionId: string, items: ItemContent[]): Promise<string[]> {
  if (items.length === 0) return [];
  const { rows } = await sql<{
    last: number;
  }>`select coalesce(max(position), 0) as last from plan_item where edition_id = ${editionId}::uuid`.execute(tx);
  const last = rows[0]?.last ?? 0;
  const made = await tx
    .insertInto("plan_item")
    .values(items.map((item, at) => ({ edition_id: editionId, position: last + at + 1, ...columnsOf(item) })))
    .returning(["item_id", "position"])
    .execute();
  return made.sort((a, b) => a.position - b.position).map(({ item_id }) => item_id);
}

/** Writes an item where its version is still the one that was seen; false when it is not. */
export async function updateItem(tx: Transaction, editionId: string, itemId: string, version: number, item: ItemContent): Promise<boolean> {
  const done = await tx
    .updateTable("plan_item")
    .set({ ...columnsOf(item), version: sql`version + 1` })
    .where("edition_id", "=", editionId)
    .where("item_id", "=", itemId)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function deleteItem(tx: Transaction, editionId: string, itemId: string): Promise<void> {
  await tx.deleteFrom("plan_item").where("edition_id", "=", editionId).where("item_id", "=", itemId).execute();
}

export type PartyRow = { itemId: string; role: "lead" | "partner"; expressionId: string; position: number };

export async function insertParties(tx: Transaction, editionId: string, parties: PartyRow[]): Promise<void> {
  if (parties.length === 0) return;
  await tx
    .insertInto("plan_party")
    .values(
      parties.map(({ itemId, role, expressionId, position }) => ({
        edition_id: editionId,
        item_id: itemId,
        role,
        expression_id: expressionId,
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteParties(tx: Transaction, editionId: string, itemId: string): Promise<void> {
  await tx.deleteFrom("plan_party").where("edition_id", "=", editionId).where("item_id", "=", itemId).execute();
}
