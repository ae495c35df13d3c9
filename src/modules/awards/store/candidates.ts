import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";
import type { CampaignState, CandidateState, ReportWords, Subject, Votes, Why } from "../shapes.ts";

export type CandidateFacts = {
  unit_id: UnitId;
  subject: Subject;
  form: string;
  exemplar_id: ExemplarId | null;
  printed_name: string | null;
  printed_post: string | null;
  printed_unit: string | null;
  deed: string;
  period_from: CalendarDate;
  period_until: CalendarDate;
  words: ReportWords;
  why: Why[];
  other_achievement: string | null;
  consent_on: CalendarDate | null;
  consent_how: string | null;
};

export type CandidateRecord = CandidateFacts & {
  id: string;
  version: number;
  campaign_id: string;
  quota_unit_id: UnitId | null;
  state: CandidateState;
  reason: string | null;
  typed_by: PersonId;
  proposed_by: PersonId | null;
  proposed_on: CalendarDate | null;
  erased_on: CalendarDate | null;
  exemplar_name: string | null;
  form_name: string;
  granter: string | null;
  campaign: { title: string; state: CampaignState; body_id: UnitId };
  votes: (Votes & { passed: boolean | null }) | null;
  award: { id: string; number: string; grantedOn: CalendarDate; revokedOn: CalendarDate | null } | null;
};

/** `x` is award_candidate, `c` its campaign. */
const columns = sql`x.id, x.version, x.campaign_id, x.unit_id, x.quota_unit_id, x.subject, x.form, x.exemplar_id, x.printed_name, x.printed_post,
  x.printed_unit, x.deed, x.period_from, x.period_until, x.words, x.why, x.other_achievement, x.consent_on, x.consent_how, x.state, x.reason,
  x.typed_by, x.proposed_by, x.proposed_on, x.erased_on, e.name as exemplar_name,
  coalesce(f ->> 'name', x.form) as form_name, f ->> 'granter' as granter,
  jsonb_build_object('title', c.title, 'state', c.state, 'body_id', c.body_id) as campaign,
  (select jsonb_build_object('for', v.votes_for, 'against', v.votes_against, 'blank', v.votes_blank, 'passed', v.passed)
     from award_vote v join award_meeting m on m.id = v.meeting_id where v.candidate_id = x.id order by m.created_at desc limit 1) as votes,
  (select jsonb_build_object('id', a.id, 'number', a.number, 'grantedOn', a.granted_on, 'revokedOn', a.revoked_on)
     from award a where a.candidate_id = x.id) as award`;

const from = sql`award_candidate x join award_campaign c on c.id = x.campaign_id left join exemplar e on e.id = x.exemplar_id
  left join lateral (select f from jsonb_array_elements(c.forms) f where f ->> 'code' = x.form limit 1) named on true`;

async function read(db: Database, where: RawBuilder<unknown>): Promise<CandidateRecord[]> {
  const { rows } = await sql<CandidateRecord>`select ${columns} from ${from} where ${where}
    order by x.subject, x.unit_id, x.id`.execute(db);
  return rows;
}

export const findCandidate = async (db: Database, id: string): Promise<CandidateRecord | undefined> =>
  (await read(db, sql`x.id = ${id}::uuid`))[0];

export async function lockCandidate(tx: Transaction, id: string): Promise<CandidateRecord | undefined> {
  await sql`select from award_candidate where id = ${id}::uuid for update`.execute(tx);
  return findCandidate(tx, id);
}

export const candidatesIn = (db: Database, campaign: string, states: readonly CandidateState[]): Promise<CandidateRecord[]> =>
  read(db, sql`x.campaign_id = ${campaign}::uuid and x.state = any(${states}::text[])`);

export const candidatesOf = (db: Database, ids: readonly string[]): Promise<CandidateRecord[]> => read(db, sql`x.id = any(${ids}::uuid[])`);

/** Of one campaign: the office sees what was proposed, a unit its own and those of its line. The same rules as `mayViewCandidate`. */
export async function listCandidates(
  db: Database,
  {
    reader,
    person,
    campaign,
    body,
    state,
  }: { reader: UnitId; person: PersonId; campaign: string; body: boolean; state?: CandidateState | undefined },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: CandidateRecord[]; total: number }> {
  const { rows } = await sql<CandidateRecord & { total: number }>`
    with recursive ${scopes(sql`array[${reader}::int]`)},
    seen as materialized (
      select x.id from award_candidate x
       where x.campaign_id = ${campaign}::uuid and (${state ?? null}::text is null or x.state = ${state ?? null}::text)
         and (${state ?? null}::text is not null or x.state <> 'withdrawn')
         and (x.unit_id in (select unit_id from own)
              or x.state <> 'draft' and (${body}::boolean or x.unit_id in (select unit_id from line))
              or x.typed_by = ${person}::uuid and x.unit_id in (select unit_id from line))
    )
    select ${columns}, (select count(*)::int from seen) as total from ${from}
     where x.id in (select id from seen) order by x.subject, x.unit_id, x.id limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

const written = (facts: CandidateFacts, consentBy: PersonId) => ({
  ...facts,
  words: JSON.stringify(facts.words),
  why: JSON.stringify(facts.why),
  consent_by: facts.consent_on === null ? null : consentBy,
});

export async function insertCandidate(
  tx: Transaction,
  { facts, campaignId, typedBy }: { facts: CandidateFacts; campaignId: string; typedBy: PersonId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("award_candidate")
    .values({ ...written(facts, typedBy), campaign_id: campaignId, typed_by: typedBy, created_at: now, updated_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type CandidateChange = {
  facts?: CandidateFacts;
  state?: CandidateState;
  reason?: string | null;
  quotaUnitId?: UnitId | null;
  proposed?: { by: PersonId; on: CalendarDate };
};

/** The row is locked and its version compared already. */
export async function updateCandidate(
  tx: Transaction,
  id: string,
  change: CandidateChange,
  { now, by }: { now: Date; by: PersonId },
): Promise<void> {
  await tx
    .updateTable("award_candidate")
    .set((expression) => ({
      ...(change.facts ? written(change.facts, by) : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.quotaUnitId === undefined ? {} : { quota_unit_id: change.quotaUnitId }),
      ...(change.proposed ? { proposed_by: change.proposed.by, proposed_on: change.proposed.on } : {}),
      updated_at: now,
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** Name, post and what was said about the person go; that there was a proposal stays. */
export async function eraseCandidate(tx: Transaction, id: string, today: CalendarDate): Promise<void> {
  await sql`update award_candidate set printed_name = null, printed_post = null, words = '{}', other_achievement = null, consent_on = null,
      consent_how = null, consent_by = null, reason = null, erased_on = ${today}::date, version = version + 1
    where id = ${id}::uuid`.execute(tx);
}

export async function setCandidateStates(tx: Transaction, ids: readonly string[], state: CandidateState, now: Date): Promise<void> {
  await sql`update award_candidate set state = ${state}::text, updated_at = ${now}, version = version + 1 where id = any(${ids}::uuid[])`.execute(
    tx,
  );
}
