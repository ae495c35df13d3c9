import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";

export type DecisionRecord = {
  id: string;
  version: number;
  campaign_id: string;
  body_id: UnitId;
  granter: string | null;
  state: "draft" | "signed" | "cancelled";
  candidates: string[];
  number: string | null;
  decided_on: CalendarDate | null;
  signer_name: string | null;
  signer_post: string | null;
  scan_hash: string | null;
  scan_name: string | null;
  scan_type: string | null;
  reason: string | null;
};

const columns = sql`d.id, d.version, d.campaign_id, d.body_id, d.granter, d.state, d.candidates::text[] as candidates, d.number, d.decided_on,
  d.signer_name, d.signer_post, d.scan_hash, d.scan_name, d.scan_type, d.reason`;

export async function findDecision(db: Database, id: string): Promise<DecisionRecord | undefined> {
  const { rows } = await sql<DecisionRecord>`select ${columns} from award_decision d where d.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function decisionsOf(db: Database, campaign: string): Promise<DecisionRecord[]> {
  const { rows } =
    await sql<DecisionRecord>`select ${columns} from award_decision d where d.campaign_id = ${campaign}::uuid order by d.created_at`.execute(
      db,
    );
  return rows;
}

export async function insertDecision(
  tx: Transaction,
  made: { campaignId: string; bodyId: UnitId; granter: string | null; candidates: readonly string[]; createdBy: PersonId },
  now: Date,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into award_decision (campaign_id, body_id, granter, candidates, created_by, created_at)
    values (${made.campaignId}::uuid, ${made.bodyId}::int, ${made.granter}, ${made.candidates}::uuid[], ${made.createdBy}::uuid, ${now})
    returning id`.execute(tx);
  return rows[0]?.id ?? "";
}

export type Signed = {
  number: string;
  decidedOn: CalendarDate;
  signerName: string;
  signerPost: string;
  scan: { hash: string; name: string; type: string } | null;
  by: PersonId;
};

export async function signDecisionRow(tx: Transaction, id: string, signed: Signed): Promise<void> {
  await sql`update award_decision set state = 'signed', number = ${signed.number}, decided_on = ${signed.decidedOn}::date,
      signer_name = ${signed.signerName}, signer_post = ${signed.signerPost}, scan_hash = ${signed.scan?.hash ?? null},
      scan_name = ${signed.scan?.name ?? null}, scan_type = ${signed.scan?.type ?? null}, signed_by = ${signed.by}::uuid, version = version + 1
    where id = ${id}::uuid`.execute(tx);
}

export async function cancelDecisionRow(tx: Transaction, id: string, reason: string): Promise<void> {
  await sql`update award_decision set state = 'cancelled', reason = ${reason}, version = version + 1 where id = ${id}::uuid`.execute(tx);
}

/**
 * Takes the number in the body's own series of decisions, which it shares with every other kind of decision. False: it is given
 * already. A number without a symbol ("12") is its own series.
 */
export async function takeNumber(
  tx: Transaction,
  { id, body_id }: Pick<DecisionRecord, "id" | "body_id">,
  { number, decidedOn }: { number: string; decidedOn: CalendarDate },
): Promise<boolean> {
  const [, value = number, symbol = ""] = /^(\d+\p{L}?)\s*([-/].*)$/u.exec(number) ?? [];
  const { rows } = await sql<{ number: string }>`
    insert into decision_number (unit_id, symbol, series, number, thing_kind, thing_id)
    values (${body_id}::int, ${symbol}, ${decidedOn.slice(0, 4)}, ${value}, 'award-decision', ${id}::uuid)
    on conflict do nothing returning number`.execute(tx);
  return rows.length > 0;
}
