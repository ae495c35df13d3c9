import { sql } from "kysely";
import type { ExemplarId, ExemplarRoundId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { scopes } from "../../../units/index.ts";
import type { OfferContent, OfferState } from "../shapes.ts";

export type InvitationRecord = {
  id: string;
  version: number;
  unit_id: UnitId;
  made_at: UnitId;
  round_id: ExemplarRoundId | null;
  label: string;
  most: number;
  given: number;
  expires_at: Date;
  created_at: Date;
  revoked_at: Date | null;
  round: { id: ExemplarRoundId; title: string; closesOn: CalendarDate } | null;
};

/** `i` is exemplar_invitation. */
const columns = sql`i.id, i.version, i.unit_id, i.made_at, i.round_id, i.label, i.most, i.expires_at, i.created_at, i.revoked_at,
  (select count(*)::int from exemplar_offer o where o.invitation_id = i.id) as given,
  (select jsonb_build_object('id', r.id, 'title', r.title, 'closesOn', r.closes_on) from exemplar_round r where r.id = i.round_id) as round`;

const ownOf = (reader: UnitId) => sql`(select unit_id from own where root = ${reader}::int)`;
/** What the reader's own units were offered, and what came through links that they made for the boards below. */
const concerns = (reader: UnitId) => sql`(i.unit_id in ${ownOf(reader)} or i.made_at in ${ownOf(reader)})`;
const scope = (reader: UnitId) => scopes(sql`array[${reader}::int]`);

type Made = {
  unitId: UnitId;
  madeAt: UnitId;
  roundId: string | null;
  label: string;
  tokenHash: Buffer;
  most: number;
  expiresAt: Date;
  createdBy: PersonId;
};

export async function insertInvitation(tx: Transaction, made: Made, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto("exemplar_invitation")
    .values({
      unit_id: made.unitId,
      made_at: made.madeAt,
      round_id: made.roundId,
      label: made.label,
      token_hash: made.tokenHash,
      most: made.most,
      expires_at: made.expiresAt,
      created_by: made.createdBy,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Links of the units that the reader reaches, newest first. */
export async function listInvitations(
  db: Database,
  reader: UnitId,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: InvitationRecord[]; total: number }> {
  const { rows } = await sql<InvitationRecord & { total: number }>`
    with recursive ${scope(reader)}
    select ${columns}, count(*) over ()::int as total from exemplar_invitation i where ${concerns(reader)}
     order by i.created_at desc, i.id desc limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function findInvitation(db: Database, id: string): Promise<InvitationRecord | undefined> {
  const { rows } = await sql<InvitationRecord>`select ${columns} from exemplar_invitation i where i.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Held, so that a number that is nearly used up is counted once at a time. */
export async function lockInvitationBy(db: Transaction, tokenHash: Buffer): Promise<InvitationRecord | undefined> {
  const { rows } = await sql<InvitationRecord>`
    select ${columns} from exemplar_invitation i where i.token_hash = ${tokenHash}::bytea for update of i`.execute(db);
  return rows[0];
}

export async function findInvitationBy(db: Database, tokenHash: Buffer): Promise<InvitationRecord | undefined> {
  const { rows } =
    await sql<InvitationRecord>`select ${columns} from exemplar_invitation i where i.token_hash = ${tokenHash}::bytea`.execute(db);
  return rows[0];
}

export async function countOpen(db: Database, unit: UnitId, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from exemplar_invitation
     where unit_id = ${unit}::int and revoked_at is null and expires_at > ${now}::timestamptz`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function revokeInvitation(tx: Transaction, id: string, now: Date): Promise<void> {
  await sql`update exemplar_invitation set revoked_at = coalesce(revoked_at, ${now}::timestamptz), version = version + 1 where id = ${id}::uuid`.execute(
    tx,
  );
}

// ── what came through them ──────────────────────────────────────────────────────────────────────────────────────────

export type OfferRecord = {
  id: string;
  version: number;
  invitation_id: string;
  state: OfferState;
  content: OfferContent;
  question: string | null;
  reason: string | null;
  exemplar_id: ExemplarId | null;
  given_at: Date;
  changed_at: Date;
  unit_id: UnitId;
  made_at: UnitId;
  round_id: ExemplarRoundId | null;
  label: string;
  round: InvitationRecord["round"];
};

/** `o` is exemplar_offer, `i` its invitation. */
const offerColumns = sql`o.id, o.version, o.invitation_id, o.state, o.content, o.question, o.reason, o.exemplar_id, o.given_at, o.changed_at,
  i.unit_id, i.made_at, i.round_id, i.label,
  (select jsonb_build_object('id', r.id, 'title', r.title, 'closesOn', r.closes_on) from exemplar_round r where r.id = i.round_id) as round`;
const offers = sql`exemplar_offer o join exemplar_invitation i on i.id = o.invitation_id`;

export async function findOfferOnce(db: Database, once: string): Promise<OfferRecord | undefined> {
  const { rows } = await sql<OfferRecord>`select ${offerColumns} from ${offers} where o.once = ${once}::uuid`.execute(db);
  return rows[0];
}

export async function insertOffer(
  tx: Transaction,
  made: { invitationId: string; once: string; receiptHash: Buffer; content: OfferContent },
  now: Date,
): Promise<void> {
  await tx
    .insertInto("exemplar_offer")
    .values({
      invitation_id: made.invitationId,
      once: made.once,
      receipt_hash: made.receiptHash,
      content: JSON.stringify(made.content),
      given_at: now,
      changed_at: now,
    })
    .execute();
}

/** The same offer sent again gets a receipt of its own; the earlier one no longer opens it. */
export async function changeReceipt(tx: Transaction, id: string, receiptHash: Buffer): Promise<void> {
  await sql`update exemplar_offer set receipt_hash = ${receiptHash}::bytea where id = ${id}::uuid`.execute(tx);
}

export async function findOfferBy(db: Database, receiptHash: Buffer): Promise<OfferRecord | undefined> {
  const { rows } = await sql<OfferRecord>`select ${offerColumns} from ${offers} where o.receipt_hash = ${receiptHash}::bytea`.execute(db);
  return rows[0];
}

export async function lockOfferBy(tx: Transaction, receiptHash: Buffer): Promise<OfferRecord | undefined> {
  const { rows } =
    await sql<OfferRecord>`select ${offerColumns} from ${offers} where o.receipt_hash = ${receiptHash}::bytea for update of o`.execute(tx);
  return rows[0];
}

export async function lockOffer(tx: Transaction, id: string): Promise<OfferRecord | undefined> {
  const { rows } = await sql<OfferRecord>`select ${offerColumns} from ${offers} where o.id = ${id}::uuid for update of o`.execute(tx);
  return rows[0];
}

export async function listOffers(
  db: Database,
  reader: UnitId,
  { states, offset, limit }: { states: readonly OfferState[]; offset: number; limit: number },
): Promise<{ rows: OfferRecord[]; total: number }> {
  const { rows } = await sql<OfferRecord & { total: number }>`
    with recursive ${scope(reader)}
    select ${offerColumns}, count(*) over ()::int as total from ${offers}
     where ${concerns(reader)} and o.state = any(${[...states]}::text[])
     order by o.changed_at desc, o.id desc limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export type OfferChange = {
  state: OfferState;
  content?: OfferContent;
  question?: string | null;
  reason?: string | null;
  exemplarId?: ExemplarId;
  settledBy?: PersonId;
};

export async function updateOffer(tx: Transaction, id: string, change: OfferChange, now: Date): Promise<void> {
  await tx
    .updateTable("exemplar_offer")
    .set((expression) => ({
      state: change.state,
      ...(change.content ? { content: JSON.stringify(change.content) } : {}),
      question: change.question ?? null,
      reason: change.reason ?? null,
      ...(change.exemplarId ? { exemplar_id: change.exemplarId } : {}),
      ...(change.settledBy ? { settled_by: change.settledBy, settled_at: now } : {}),
      changed_at: now,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** Offers that a unit set aside, or never looked at, are not kept: they may say more about people than anybody needs. */
export async function deleteOffers(db: Database, before: Date): Promise<void> {
  await sql`delete from exemplar_offer
    where state = 'set-aside' and settled_at < ${before}::timestamptz
       or state in ('waiting', 'asked') and changed_at < ${before}::timestamptz - interval '1 year'`.execute(db);
}
