import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";
import type { AwardFilter } from "../contract.ts";
import type { Subject } from "../shapes.ts";
import { awardSays, escaped } from "./words.ts";

export type AwardRecord = {
  id: string;
  version: number;
  campaign_id: string | null;
  campaign_title: string | null;
  candidate_id: string | null;
  body_id: UnitId;
  unit_id: UnitId;
  subject: Subject;
  form: string;
  form_name: string;
  exemplar_id: ExemplarId | null;
  exemplar_name: string | null;
  printed_name: string | null;
  printed_post: string | null;
  printed_unit: string | null;
  deed: string;
  period_from: CalendarDate;
  period_until: CalendarDate;
  number: string;
  granted_on: CalendarDate;
  granter: string;
  consent_on: CalendarDate | null;
  revoked_on: CalendarDate | null;
  revoked_reason: string | null;
  erased_on: CalendarDate | null;
};

/** `a` is award. */
const columns = sql`a.id, a.version, a.campaign_id, c.title as campaign_title, a.candidate_id, a.body_id, a.unit_id, a.subject, a.form, a.form_name,
  a.exemplar_id, e.name as exemplar_name, a.printed_name, a.printed_post, a.printed_unit, a.deed, a.period_from, a.period_until, a.number,
  a.granted_on, a.granter, a.consent_on, a.revoked_on, a.revoked_reason, a.erased_on`;
const from = sql`award a left join award_campaign c on c.id = a.campaign_id left join exemplar e on e.id = a.exemplar_id`;

export type RegisterFilter = Omit<AwardFilter, "text" | "page"> & { reader: UnitId; words: readonly string[] };

/** What bodies that one reaches granted, and what one's own line received. */
function conditions({ reader, words, ...filter }: RegisterFilter): RawBuilder<unknown> {
  const all = [
    sql`(a.unit_id in (select unit_id from line where root = ${reader}::int) or a.body_id in (select unit_id from own where root = ${reader}::int))`,
  ];
  if (filter.form) all.push(sql`a.form = ${filter.form}`);
  if (filter.subject) all.push(sql`a.subject = ${filter.subject}`);
  if (filter.year) all.push(sql`a.granted_on between make_date(${filter.year}::int, 1, 1) and make_date(${filter.year}::int, 12, 31)`);
  if (filter.unitId) all.push(sql`a.unit_id in (select unit_id from line where root = ${filter.unitId}::int)`);
  if (filter.exemplarId) all.push(sql`a.exemplar_id = ${filter.exemplarId}::uuid`);
  if (filter.revoked !== undefined) all.push(sql`(a.revoked_on is not null) = ${filter.revoked}::boolean`);
  for (const word of words) all.push(sql`${awardSays} like '%' || vi_fold(${escaped(word)}::text) || '%'`);
  return sql.join(all, sql` and `);
}

export async function listAwards(
  db: Database,
  filter: RegisterFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: AwardRecord[]; total: number }> {
  const roots = filter.unitId ? sql`array[${filter.reader}::int, ${filter.unitId}::int]` : sql`array[${filter.reader}::int]`;
  const { rows } = await sql<AwardRecord & { total: number }>`
    with recursive ${scopes(roots)}, seen as materialized (select a.id from award a where ${conditions(filter)})
    select ${columns}, (select count(*)::int from seen) as total from ${from}
     where a.id in (select id from seen) order by a.granted_on desc, a.id desc limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function lockAward(tx: Transaction, id: string): Promise<AwardRecord | undefined> {
  await sql`select from award where id = ${id}::uuid for update`.execute(tx);
  return findAward(tx, id);
}

export async function findAward(db: Database, id: string): Promise<AwardRecord | undefined> {
  const { rows } = await sql<AwardRecord>`select ${columns} from ${from} where a.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export type NewAward = Pick<
  AwardRecord,
  | "campaign_id"
  | "candidate_id"
  | "body_id"
  | "unit_id"
  | "subject"
  | "form"
  | "form_name"
  | "exemplar_id"
  | "printed_name"
  | "printed_post"
  | "printed_unit"
  | "deed"
  | "period_from"
  | "period_until"
  | "number"
  | "granted_on"
  | "granter"
  | "consent_on"
> & {
  decision_id: string | null;
  other_achievement: string | null;
  signer_name: string | null;
  consent_how: string | null;
  typed_by: PersonId;
};

/** Null: one of them is for an achievement that somebody else's decision has awarded at this very moment. The transaction is lost then. */
export type MadeAward = { id: string; exemplar_id: ExemplarId | null; form_name: string };

export async function insertAwards(tx: Transaction, awards: readonly NewAward[], now: Date): Promise<MadeAward[] | null> {
  try {
    const rows = await tx
      .insertInto("award")
      .values(awards.map((award) => ({ ...award, typed_at: now })))
      .returning(["id", "exemplar_id", "form_name"])
      .execute();
    return rows as MadeAward[];
  } catch (error) {
    if ((error as { constraint?: string }).constraint?.startsWith("award_once_per_")) return null;
    throw error;
  }
}

export async function revokeAward(tx: Transaction, id: string, { on, reason }: { on: CalendarDate; reason: string }): Promise<void> {
  await sql`update award set revoked_on = ${on}::date, revoked_reason = ${reason}, version = version + 1 where id = ${id}::uuid`.execute(
    tx,
  );
}

export async function eraseAward(tx: Transaction, id: string, today: CalendarDate): Promise<void> {
  await sql`update award set printed_name = null, printed_post = null, other_achievement = null, consent_on = null, consent_how = null,
      erased_on = ${today}::date, version = version + 1 where id = ${id}::uuid`.execute(tx);
}

export type PrintedAward = Pick<AwardRecord, "candidate_id" | "form" | "printed_post" | "printed_unit" | "deed"> & { printed_name: string };

/** Awards of a decision that stand and are named, collectives first, in the order of the decision's list. */
export async function awardsOfDecision(db: Database, decision: string): Promise<PrintedAward[]> {
  const { rows } = await sql<PrintedAward>`
    select a.candidate_id, a.form, a.printed_name, a.printed_post, a.printed_unit, a.deed from award a join award_decision d on d.id = a.decision_id
     where a.decision_id = ${decision}::uuid and a.revoked_on is null and a.printed_name is not null
     order by a.subject, array_position(d.candidates, a.candidate_id)`.execute(db);
  return rows;
}
