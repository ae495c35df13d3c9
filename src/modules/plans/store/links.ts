import { sql } from "kysely";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { LinkDecision } from "../shapes.ts";

export type LinkRow = {
  parentItemId: string;
  parentEdition: number;
  decision: LinkDecision;
  childItemId: string | null;
  reason: string | null;
  version: number;
};

export async function linksOf(db: Database, editionId: string): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select parent_item_id as "parentItemId", parent_edition as "parentEdition", decision, child_item_id as "childItemId", reason, version
      from plan_link where edition_id = ${editionId}::uuid`.execute(db);
  return rows;
}

/** Clauses that bind the unit and have no row yet get one that waits for its answer. */
export async function insertPendingLinks(
  tx: Transaction,
  editionId: string,
  parentEdition: number,
  parentItemIds: string[],
): Promise<void> {
  await sql`insert into plan_link (edition_id, parent_item_id, parent_edition, decision)
            select ${editionId}::uuid, item_id, ${parentEdition}::int, 'pending' from unnest(${parentItemIds}::uuid[]) as item_id
            on conflict do nothing`.execute(tx);
}

export type Answer = { decision: LinkDecision; childItemId: string | null; reason: string | null; parentEdition: number };

/** Writes an answer where its version is still the one that was seen; false when it is not. */
export async function updateLink(
  tx: Transaction,
  editionId: string,
  parentItemId: string,
  version: number,
  answer: Answer,
): Promise<boolean> {
  const done = await tx
    .updateTable("plan_link")
    .set({
      decision: answer.decision,
      child_item_id: answer.childItemId,
      reason: answer.reason,
      parent_edition: answer.parentEdition,
      version: sql`version + 1`,
    })
    .where("edition_id", "=", editionId)
    .where("parent_item_id", "=", parentItemId)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
