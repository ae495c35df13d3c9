import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { ExemplarField, ExemplarKind } from "../../shapes.ts";
import type { DecisionHeader, RecognitionLevel } from "../shapes.ts";

export type RecognitionRecord = {
  id: string;
  version: number;
  exemplar_id: ExemplarId;
  decision_id: string;
  level: RecognitionLevel;
  year: number;
  recognised_on: CalendarDate;
  kind: ExemplarKind;
  field: ExemplarField | null;
  printed_as: string;
  unit_name: string;
  area_name: string | null;
  deed: string | null;
  consent_on: CalendarDate | null;
  consent_how: string | null;
  certificate_code: string;
  revoked_on: CalendarDate | null;
  revoked_reason: string | null;
  revoked_number: string | null;
  revoked_by_name: string | null;
  body_id: UnitId;
  number: string;
  decided_on: CalendarDate;
  signer_name: string;
  signer_post: string;
  signed_how: "here" | "on-paper";
  header: DecisionHeader;
};

/** `r` is exemplar_recognition, `d` its decision. */
const columns = sql`r.id, r.version, r.exemplar_id, r.decision_id, r.level, r.year, r.recognised_on, r.kind, r.field, r.printed_as, r.unit_name, r.area_name,
  r.deed, r.consent_on, r.consent_how, r.certificate_code, r.revoked_on, r.revoked_reason, r.revoked_number, r.revoked_by_name,
  d.body_id, d.number, d.decided_on, d.signer_name, d.signer_post, d.signed_how, d.header`;
const joined = sql`exemplar_recognition r join exemplar_decision d on d.id = r.decision_id`;

export async function recognitionsOf(db: Database, exemplar: ExemplarId): Promise<RecognitionRecord[]> {
  const { rows } = await sql<RecognitionRecord>`
    select ${columns} from ${joined} where r.exemplar_id = ${exemplar}::uuid order by r.recognised_on desc, r.id desc`.execute(db);
  return rows;
}

export async function findRecognition(db: Database, id: string): Promise<RecognitionRecord | undefined> {
  const { rows } = await sql<RecognitionRecord>`select ${columns} from ${joined} where r.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function lockRecognition(tx: Transaction, id: string): Promise<RecognitionRecord | undefined> {
  const { rows } = await sql<RecognitionRecord>`select ${columns} from ${joined} where r.id = ${id}::uuid for update of r`.execute(tx);
  return rows[0];
}

/** Recognitions of one decision that stand, in the order of its list. */
export async function standingOf(db: Database, decision: string): Promise<RecognitionRecord[]> {
  const { rows } = await sql<RecognitionRecord>`
    select ${columns} from ${joined} join exemplar_decision_item i on i.decision_id = r.decision_id and i.exemplar_id = r.exemplar_id
     where r.decision_id = ${decision}::uuid and r.revoked_on is null order by i.position`.execute(db);
  return rows;
}

export type NewRecognition = {
  exemplarId: ExemplarId;
  kind: ExemplarKind;
  field: ExemplarField | null;
  printedAs: string;
  unitName: string;
  areaName: string | null;
  deed: string | null;
  consentOn: CalendarDate | null;
  consentHow: string | null;
  code: string;
};

export async function insertRecognitions(
  tx: Transaction,
  { decisionId, level, year, day }: { decisionId: string; level: RecognitionLevel; year: number; day: CalendarDate },
  list: readonly NewRecognition[],
): Promise<void> {
  await sql`
    insert into exemplar_recognition (exemplar_id, decision_id, level, year, recognised_on, kind, field, printed_as, unit_name, area_name, deed, consent_on, consent_how, certificate_code)
    select "exemplarId", ${decisionId}::uuid, ${level}::text, ${year}::int, ${day}::date, kind, field, "printedAs", "unitName", "areaName", deed, "consentOn", "consentHow", code
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as given ("exemplarId" uuid, kind text, field text, "printedAs" text, "unitName" text,
           "areaName" text, deed text, "consentOn" date, "consentHow" text, code text)`.execute(tx);
  // News of it, so that nobody is asked why nothing moved.
  await sql`update exemplar set moved_on = greatest(moved_on, ${day}::date)
    where id in (select "exemplarId" from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as given ("exemplarId" uuid))`.execute(tx);
}

export async function saveRevoked(
  tx: Transaction,
  id: string,
  { on, reason, number, by }: { on: CalendarDate; reason: string; number: string | null; by: { id: PersonId; name: string } },
): Promise<void> {
  await sql`
    update exemplar_recognition set revoked_on = ${on}::date, revoked_reason = ${reason}, revoked_number = ${number}, revoked_by = ${by.id}::uuid,
           revoked_by_name = ${by.name}, version = version + 1 where id = ${id}::uuid`.execute(tx);
}

export async function saveConsent(tx: Transaction, id: string, consent: { on: CalendarDate; how: string } | null): Promise<void> {
  await sql`
    update exemplar_recognition set consent_on = ${consent?.on ?? null}::date, consent_how = ${consent?.how ?? null}, version = version + 1
     where id = ${id}::uuid`.execute(tx);
}

export type News = {
  decision_id: string;
  unit_id: UnitId;
  level: RecognitionLevel;
  called: string;
  signed_at: Date;
  /** Of what the unit leads or typed; false: it only takes part. */
  lead: boolean;
  count: number;
  /** One of them: the only one where `count` is 1. Of an exemplary person no name is told. */
  exemplar_id: ExemplarId;
  name: string | null;
};

/**
 * What was recognised since the day, once for each decision and unit: units that lead it, take part in it or typed it for others;
 * of all units when `units` is null. Whoever decided knows.
 */
export async function newsFor(db: Database, { units, since }: { units: readonly UnitId[] | null; since: CalendarDate }): Promise<News[]> {
  const { rows } = await sql<News>`
    with lately as materialized (select id, body_id, level, header, signed_at from exemplar_decision where state = 'signed' and signed_at > ${since}::date)
    select d.id as decision_id, told.unit_id, d.level, d.header ->> 'called' as called, d.signed_at, bool_or(told.lead) as lead,
           count(distinct e.id)::int as count, (array_agg(e.id))[1] as exemplar_id,
           case when count(distinct e.id) = 1 and bool_and(e.kind <> 'person') then min(e.name) end as name
      from lately d
      join exemplar_recognition r on r.decision_id = d.id and r.revoked_on is null
      join exemplar e on e.id = r.exemplar_id
     cross join lateral (
       select e.lead_id as unit_id, true as lead union select e.typed_at, true
       union select p.unit_id, false from exemplar_partner p where p.exemplar_id = e.id and p.unit_id not in (e.lead_id, e.typed_at)) told
     where told.unit_id <> d.body_id and (${units === null}::boolean or told.unit_id = any(${[...(units ?? [])]}::int[]))
     group by d.id, told.unit_id, d.level, d.header, d.signed_at order by d.signed_at desc, d.id, told.unit_id`.execute(db);
  return rows;
}

export type Certificate = {
  code: string;
  exemplar_id: ExemplarId;
  title: string;
  kind: ExemplarKind;
  field: ExemplarField | null;
  unit_name: string;
  area_name: string | null;
  level: RecognitionLevel;
  year: number;
  issuer: string;
  decision_number: string;
  decided_on: CalendarDate;
  state: "valid" | "revoked";
  revoked_on: CalendarDate | null;
};

/** What the published view says of a code, in the form in which it is kept. Works in the portal's role too. */
export async function findCertificate(db: Database, code: string): Promise<Certificate | undefined> {
  const { rows } = await sql<Certificate>`select * from portal_certificate where code = ${code}`.execute(db);
  return rows[0];
}
