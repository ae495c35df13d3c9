import { sql } from "kysely";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { TargetLinkInput, TargetSource } from "../targets-shapes.ts";

export type LinkRow = {
  itemId: string;
  source: TargetSource;
  measures: string[];
  indicatorId: number | null;
  member: string;
  scope: "own" | "line" | "area";
  reason: string | null;
  confirmedBy: string;
  version: number;
};

/** What editors confirmed, by the target's item. */
export async function linksOf(db: Database, planId: string): Promise<Map<string, LinkRow>> {
  const { rows } = await sql<LinkRow>`
    select item_id as "itemId", source, measures, indicator_id as "indicatorId", member, scope, reason,
           confirmed_by_name as "confirmedBy", version
      from plan_target_measure where plan_id = ${planId}::uuid`.execute(db);
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** Writes a link where `seen` is still its version (0: none was there); false when it is not. */
export async function saveLink(
  tx: Transaction,
  { planId, itemId }: { planId: string; itemId: string },
  seen: number,
  link: TargetLinkInput,
  by: { id: string; name: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into plan_target_measure (plan_id, item_id, source, measures, indicator_id, member, scope, reason, confirmed_by, confirmed_by_name, confirmed_at)
    select ${planId}::uuid, ${itemId}::uuid, ${link.source}, ${link.measures}::text[], ${link.indicatorId}::int, ${link.member}, ${link.scope},
           ${link.source === "none" ? link.reason : null}, ${by.id}::uuid, ${by.name}, ${by.at}::timestamptz
     where ${seen}::int = 0 or exists (select from plan_target_measure where plan_id = ${planId}::uuid and item_id = ${itemId}::uuid)
    on conflict (plan_id, item_id) do update
       set source = excluded.source, measures = excluded.measures, indicator_id = excluded.indicator_id, member = excluded.member,
           scope = excluded.scope, reason = excluded.reason, confirmed_by = excluded.confirmed_by,
           confirmed_by_name = excluded.confirmed_by_name, confirmed_at = excluded.confirmed_at, version = plan_target_measure.version + 1
     where plan_target_measure.version = ${seen}::int`.execute(tx);
  return numAffectedRows === 1n;
}
