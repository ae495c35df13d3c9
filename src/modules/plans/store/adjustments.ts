import { sql } from "kysely";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { AdjustmentState } from "../shapes.ts";

export type AdjustmentRow = {
  id: string;
  planId: string;
  edition: number;
  unitId: number;
  itemId: string | null;
  reason: string;
  proposedText: string | null;
  proposedValue: string | null;
  proposedDue: string | null;
  state: AdjustmentState;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  answer: string | null;
  amendedIn: number | null;
  version: number;
};

const columns = sql`
  id, plan_id as "planId", edition, unit_id as "unitId", item_id as "itemId", reason, proposed_text as "proposedText",
  trim_scale(proposed_value)::text as "proposedValue", proposed_due as "proposedDue", state, requested_by as "requestedBy",
  requested_by_name as "requestedByName", requested_at as "requestedAt", decided_by_name as "decidedByName", decided_at as "decidedAt",
  answer, amended_in as "amendedIn", version`;

/** Requests about a plan, open ones first, then the newest. */
export async function adjustmentsOf(db: Database, planId: string): Promise<AdjustmentRow[]> {
  const { rows } = await sql<AdjustmentRow>`
    select ${columns} from plan_adjustment where plan_id = ${planId}::uuid order by (state = 'open') desc, requested_at desc`.execute(db);
  return rows;
}

export async function findAdjustment(db: Database, id: string): Promise<AdjustmentRow | undefined> {
  const { rows } = await sql<AdjustmentRow>`select ${columns} from plan_adjustment where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export type NewAdjustment = Pick<
  AdjustmentRow,
  | "planId"
  | "edition"
  | "unitId"
  | "itemId"
  | "reason"
  | "proposedText"
  | "proposedValue"
  | "proposedDue"
  | "requestedBy"
  | "requestedByName"
  | "requestedAt"
>;

export async function insertAdjustment(tx: Transaction, given: NewAdjustment): Promise<string> {
  const { id } = await tx
    .insertInto("plan_adjustment")
    .values({
      plan_id: given.planId,
      edition: given.edition,
      unit_id: given.unitId,
      item_id: given.itemId,
      reason: given.reason,
      proposed_text: given.proposedText,
      proposed_value: given.proposedValue,
      proposed_due: given.proposedDue,
      requested_by: given.requestedBy,
      requested_by_name: given.requestedByName,
      requested_at: given.requestedAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type Decision = {
  state: AdjustmentState;
  answer: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  amendedIn: number | null;
};

/** Writes a decision where the version is still the one that was seen; false when it is not. */
export async function updateAdjustment(tx: Transaction, id: string, version: number, decision: Decision): Promise<boolean> {
  const done = await tx
    .updateTable("plan_adjustment")
    .set({
      state: decision.state,
      answer: decision.answer,
      decided_by_name: decision.decidedByName,
      decided_at: decision.decidedAt,
      amended_in: decision.amendedIn,
      version: sql`version + 1`,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
