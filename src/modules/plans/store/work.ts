import { sql } from "kysely";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Standing } from "../domain/following.ts";

/** What a plan has put on desks so far, withdrawn items included. */
export async function standingOf(db: Database, planId: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select work_id as "workId", item_id as "itemId", unit_id as "unitId", nullif(period, '') as period
      from plan_work where plan_id = ${planId}::uuid`.execute(db);
  return rows;
}

/** Notes which desk item answers for which clause, unit and period. A second one for the same is refused by the key. */
export async function insertWork(tx: Transaction, planId: string, opened: Standing[]): Promise<void> {
  if (opened.length === 0) return;
  await sql`insert into plan_work (plan_id, item_id, unit_id, period, work_id)
            select ${planId}::uuid, item_id, unit_id, period, work_id
              from unnest(${opened.map(({ itemId }) => itemId)}::uuid[], ${opened.map(({ unitId }) => unitId)}::int[],
                          ${opened.map(({ period }) => period ?? "")}::text[], ${opened.map(({ workId }) => workId)}::uuid[])
                as given (item_id, unit_id, period, work_id)`.execute(tx);
}

/** Frees the places of withdrawn items, so that a later edition can open them anew. */
export async function deleteWork(tx: Transaction, workIds: string[]): Promise<void> {
  await sql`delete from plan_work where work_id = any(${workIds}::uuid[])`.execute(tx);
}

/** The same desk items answer for other clauses from now on. */
export async function moveWork(tx: Transaction, moves: { workId: string; itemId: string }[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`update plan_work set item_id = moved.item_id
              from unnest(${moves.map(({ workId }) => workId)}::uuid[], ${moves.map(({ itemId }) => itemId)}::uuid[]) as moved (work_id, item_id)
             where plan_work.work_id = moved.work_id`.execute(tx);
}
