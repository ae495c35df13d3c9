import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { ExemplarField, ExemplarKind } from "../../shapes.ts";
import type { DecisionHeader, DecisionState, ItemIn, PrintedItem, RecognitionLevel } from "../shapes.ts";

export type DecisionRecord = {
  id: string;
  version: number;
  body_id: UnitId;
  level: RecognitionLevel;
  year: number;
  title: string;
  state: DecisionState;
  header: DecisionHeader;
  presented_at: Date | null;
  number: string | null;
  decided_on: CalendarDate | null;
  signer_name: string | null;
  signer_post: string | null;
  signed_how: "here" | "on-paper" | null;
  frozen: { header: DecisionHeader; list: PrintedItem[] } | null;
  docx_hash: string | null;
  scan_hash: string | null;
  scan_name: string | null;
  scan_type: string | null;
  cancel_reason: string | null;
  created_by: PersonId;
  created_by_name: string;
  items: number;
  revoked: number;
};

/** `d` is exemplar_decision. */
const columns = sql`d.id, d.version, d.body_id, d.level, d.year, d.title, d.state, d.header, d.presented_at, d.number, d.decided_on, d.signer_name,
  d.signer_post, d.signed_how, d.frozen, d.docx_hash, d.scan_hash, d.scan_name, d.scan_type, d.cancel_reason, d.created_by, d.created_by_name,
  (select count(*)::int from exemplar_decision_item i where i.decision_id = d.id) as items,
  (select count(*)::int from exemplar_recognition r where r.decision_id = d.id and r.revoked_on is not null) as revoked`;

export async function findDecision(db: Database, id: string): Promise<DecisionRecord | undefined> {
  const { rows } = await sql<DecisionRecord>`select ${columns} from exemplar_decision d where d.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Held until the act is over. */
export async function lockDecision(tx: Transaction, id: string): Promise<DecisionRecord | undefined> {
  const { rows } = await sql<DecisionRecord>`select ${columns} from exemplar_decision d where d.id = ${id}::uuid for update of d`.execute(
    tx,
  );
  return rows[0];
}

export type DecisionFilter = {
  /** Bodies whose drafts are seen. */
  own: readonly UnitId[];
  year?: number | undefined;
  level?: RecognitionLevel | undefined;
  state?: DecisionState | undefined;
  bodyId?: UnitId | undefined;
};

/** Drafts first, then by their day, the last first. */
export async function listDecisions(
  db: Database,
  { own, year, level, state, bodyId }: DecisionFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: DecisionRecord[]; total: number }> {
  const all = [sql`(d.state = 'signed' or d.body_id = any(${own}::int[]))`];
  all.push(state ? sql`d.state = ${state}::text` : sql`d.state <> 'cancelled'`);
  if (year) all.push(sql`d.year = ${year}::int`);
  if (level) all.push(sql`d.level = ${level}::text`);
  if (bodyId) all.push(sql`d.body_id = ${bodyId}::int`);
  const where = sql.join(all, sql` and `);
  const order = sql`d.decided_on desc nulls first, d.id desc`;
  const { rows } = await sql<DecisionRecord>`
    select ${columns} from exemplar_decision d where ${where} order by ${order} limit ${limit} offset ${offset}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from exemplar_decision d where ${where}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** Drafts that lie before the signers of these bodies. */
export async function presentedTo(db: Database, bodies: readonly UnitId[]): Promise<DecisionRecord[]> {
  const { rows } = await sql<DecisionRecord>`
    select ${columns} from exemplar_decision d
     where d.state = 'draft' and d.presented_at is not null and d.body_id = any(${bodies}::int[]) order by d.presented_at limit 50`.execute(
    db,
  );
  return rows;
}

export type ItemRecord = {
  exemplar_id: ExemplarId;
  name: string;
  kind: ExemplarKind;
  field: ExemplarField | null;
  lead_id: UnitId;
  printed_as: string;
  deed: string | null;
  consent_on: CalendarDate | null;
  consent_how: string | null;
  recognition: { id: string; version: number; revoked_on: CalendarDate | null } | null;
};

export async function itemsOf(db: Database, decision: string): Promise<ItemRecord[]> {
  const { rows } = await sql<ItemRecord>`
    select i.exemplar_id, e.name, e.kind, e.field, e.lead_id, i.printed_as, i.deed, i.consent_on, i.consent_how,
           (select jsonb_build_object('id', r.id, 'version', r.version, 'revoked_on', r.revoked_on) from exemplar_recognition r
             where r.decision_id = i.decision_id and r.exemplar_id = i.exemplar_id) as recognition
      from exemplar_decision_item i join exemplar e on e.id = i.exemplar_id
     where i.decision_id = ${decision}::uuid order by i.position`.execute(db);
  return rows;
}

export type NewDecision = {
  bodyId: UnitId;
  level: RecognitionLevel;
  year: number;
  title: string;
  header: DecisionHeader;
  by: { id: PersonId; name: string };
};

export async function insertDecision(tx: Transaction, { bodyId, level, year, title, header, by }: NewDecision, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto("exemplar_decision")
    .values({
      body_id: bodyId,
      level,
      year,
      title,
      header: JSON.stringify(header),
      created_by: by.id,
      created_by_name: by.name,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type DecisionChange = {
  title?: string;
  header?: DecisionHeader;
  presentedAt?: Date | null;
  cancelReason?: string;
  signed?: {
    number: string;
    day: CalendarDate;
    signer: string;
    post: string;
    how: "here" | "on-paper";
    by: PersonId;
    frozen: { header: DecisionHeader; list: PrintedItem[] };
    docxHash: string | null;
    scan: { hash: string; name: string; type: string } | null;
  };
};

/** The row is locked and its version compared already. */
export async function updateDecision(
  tx: Transaction,
  id: string,
  { title, header, presentedAt, cancelReason, signed }: DecisionChange,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("exemplar_decision")
    .set((expression) => ({
      ...(title === undefined ? {} : { title }),
      ...(header ? { header: JSON.stringify(header) } : {}),
      ...(presentedAt === undefined ? {} : { presented_at: presentedAt }),
      ...(cancelReason === undefined ? {} : { state: "cancelled", cancel_reason: cancelReason, presented_at: null }),
      ...(signed
        ? {
            state: "signed",
            number: signed.number,
            decided_on: signed.day,
            signer_name: signed.signer,
            signer_post: signed.post,
            signed_how: signed.how,
            signed_by: signed.by,
            signed_at: now,
            frozen: JSON.stringify(signed.frozen),
            docx_hash: signed.docxHash,
            scan_hash: signed.scan?.hash ?? null,
            scan_name: signed.scan?.name ?? null,
            scan_type: signed.scan?.type ?? null,
          }
        : {}),
      updated_at: now,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** The list as it is given. Ids that are no accepted or stopped exemplars are left out: the caller compares. */
export async function saveItems(tx: Transaction, decision: string, list: readonly ItemIn[]): Promise<number> {
  await sql`delete from exemplar_decision_item where decision_id = ${decision}::uuid`.execute(tx);
  const { numAffectedRows } = await sql`
    insert into exemplar_decision_item (decision_id, exemplar_id, position, printed_as, deed, consent_on, consent_how)
    select ${decision}::uuid, e.id, given.ordinality, coalesce(nullif(given."printedAs", ''), e.name), nullif(given.deed, ''),
           (given.consent ->> 'on')::date, given.consent ->> 'how'
      from rows from (jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as ("exemplarId" uuid, "printedAs" text, deed text, consent jsonb))
             with ordinality as given
      join exemplar e on e.id = given."exemplarId" and e.state in ('accepted', 'stopped')`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Holds the exemplars of a list, so that two decisions that name one of them follow each other. */
export async function lockListed(tx: Transaction, decision: string): Promise<void> {
  await sql`select e.id from exemplar e join exemplar_decision_item i on i.exemplar_id = e.id
    where i.decision_id = ${decision}::uuid order by e.id for no key update of e`.execute(tx);
}

/** The last series in which a body numbered such a decision, and its last number that is one. */
export async function lastNumber(db: Database, unit: UnitId, symbol: string, series: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substring(number from '^[0-9]{1,6}')::int), 0) as last from decision_number
     where unit_id = ${unit}::int and symbol = ${symbol} and series = ${series}`.execute(db);
  return rows[0]?.last ?? 0;
}

export async function lastSeries(db: Database, unit: UnitId, symbol: string): Promise<string | null> {
  const { rows } = await sql<{ series: string }>`
    select series from decision_number where unit_id = ${unit}::int and symbol = ${symbol} order by series desc limit 1`.execute(db);
  return rows[0]?.series ?? null;
}

export type TakenNumber = { unitId: UnitId; symbol: string; series: string; number: string; thing: { kind: string; id: string } };

/** False when the number was given before. */
export async function takeNumber(tx: Transaction, { unitId, symbol, series, number, thing }: TakenNumber): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into decision_number (unit_id, symbol, series, number, thing_kind, thing_id)
    values (${unitId}::int, ${symbol}, ${series}, ${number}, ${thing.kind}, ${thing.id}::uuid) on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) === 1n;
}
