import { sql } from "kysely";
import type { PersonId, RoundId, SubmissionId, UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { CellAnswer, Figure, Oddity, SubmissionEntry, SubmissionState } from "../contract/submissions.ts";
import type { Computed } from "../domain/submissions-answers.ts";
import { columns, rowOf, type Flat, type SubmissionRow } from "./submissions.ts";

/** Everything that was sent, as it stood. */
export type Content = {
  parts: {
    sectionId: string;
    unitId: UnitId;
    narrative: string | null;
    cells: Record<string, { answer: CellAnswer | null; computed: Computed | null }>;
  }[];
  /** What counts for the unit, by cell: every cell that was asked; empty ones too. */
  merged: Record<string, Figure>;
  oddities: Oddity[];
};

export type SendingRow = {
  submissionId: SubmissionId;
  n: number;
  payloadHash: string;
  contentHash: string;
  sentBy: PersonId;
  sentAt: Date;
  late: boolean;
};

const heads = sql`submission_id as "submissionId", n, payload_hash as "payloadHash", content_hash as "contentHash", sent_by as "sentBy", sent_at as "sentAt", late`;

export async function findByKey(db: Database, key: string): Promise<SendingRow | undefined> {
  const { rows } = await sql<SendingRow>`select ${heads} from submission_sending where idem_key = ${key}::uuid`.execute(db);
  return rows[0];
}

export async function sendingsOf(db: Database, id: SubmissionId): Promise<(SendingRow & { cells: number })[]> {
  const { rows } = await sql<SendingRow & { cells: number }>`
    select ${heads}, (select count(*)::int from jsonb_object_keys(content -> 'merged')) as cells
      from submission_sending where submission_id = ${id}::uuid order by n`.execute(db);
  return rows;
}

/** The last one when `n` is not given. */
export async function findSending(
  db: Database,
  id: SubmissionId,
  n: number | null = null,
): Promise<(SendingRow & { content: Content }) | undefined> {
  const { rows } = await sql<SendingRow & { content: Content }>`
    select ${heads}, content from submission_sending
     where submission_id = ${id}::uuid and (${n}::int is null or n = ${n}::int) order by n desc limit 1`.execute(db);
  return rows[0];
}

/** False when the key was used in this very moment for something else. */
export async function insertSending(
  tx: Transaction,
  { key, content, ...row }: SendingRow & { key: string; content: Content },
): Promise<boolean> {
  const { rows } = await sql`
    insert into submission_sending (submission_id, n, idem_key, payload_hash, content_hash, sent_by, sent_at, late, content)
    values (${row.submissionId}::uuid, ${row.n}::int, ${key}::uuid, ${row.payloadHash}::text, ${row.contentHash}::text, ${row.sentBy}::uuid,
            ${row.sentAt}::timestamptz, ${row.late}::boolean, ${JSON.stringify(content)}::jsonb)
    on conflict (idem_key) do nothing
    returning n`.execute(tx);
  return rows.length > 0;
}

export type EntryRow = {
  act: SubmissionEntry["act"];
  step: SubmissionEntry["step"];
  unitId: UnitId;
  personId: PersonId | null;
  at: Date;
  text: string | null;
  cells: { key: string; reason: string }[];
};

export async function entriesOf(db: Database, id: SubmissionId): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select act, step, unit_id as "unitId", person_id as "personId", at, text, cells
      from submission_entry where submission_id = ${id}::uuid order by at, id`.execute(db);
  return rows;
}

export async function insertEntry(
  tx: Transaction,
  id: SubmissionId,
  {
    act,
    step = null,
    unitId,
    personId,
    at,
    text = null,
    cells = [],
  }: Pick<EntryRow, "act" | "unitId" | "personId" | "at"> & Partial<EntryRow>,
): Promise<void> {
  await sql`
    insert into submission_entry (submission_id, act, step, unit_id, person_id, at, text, cells)
    values (${id}::uuid, ${act}::text, ${step}::text, ${unitId}::int, ${personId}::uuid, ${at}::timestamptz, ${text}::text, ${JSON.stringify(cells)}::jsonb)`.execute(
    tx,
  );
}

export type CountingRow = SubmissionRow & { lastSentAt: Date | null };

/**
 * Of each unit in these rounds the revision that counts: a correction that was sent, else what was approved, else what was
 * returned or is being prepared.
 */
export async function countingOf(db: Database, rounds: readonly RoundId[]): Promise<CountingRow[]> {
  if (rounds.length === 0) return [];
  const { rows } = await sql<Flat & { lastSentAt: Date | null }>`
    select distinct on (s.round_id, s.unit_id) ${columns},
           s.submitted_at as "lastSentAt"
      from submission s
     where s.round_id = any(${[...rounds]}::uuid[]) and s.state <> 'replaced'
     order by s.round_id, s.unit_id, case s.state when 'submitted' then 0 when 'approved' then 1 when 'returned' then 2 else 3 end, s.rev desc`.execute(
    db,
  );
  return rows.map(rowOf);
}

export type SentRow = {
  submissionId: SubmissionId;
  unitId: UnitId;
  rev: number;
  state: SubmissionState;
  sentAt: Date;
  late: boolean;
  content: Content;
};

/** What was sent in a round and counts, with its content: submitted or approved, or approved alone. */
export async function sentIn(db: Database, roundId: string, tier: "provisional" | "approved"): Promise<SentRow[]> {
  const { rows } = await sql<SentRow>`
    select distinct on (s.unit_id) s.id as "submissionId", s.unit_id as "unitId", s.rev, s.state, g.sent_at as "sentAt", g.late, g.content
      from submission s join submission_sending g on g.submission_id = s.id
     where s.round_id = ${roundId}::uuid and (s.state = 'approved' or (s.state = 'submitted' and ${tier}::text = 'provisional'))
     order by s.unit_id, s.rev desc, g.n desc`.execute(db);
  return rows;
}

export type OddRow = { submissionId: SubmissionId; unitId: UnitId; oddity: Oddity };

/** The oddest figures of what counts in a round. */
export async function oddestIn(db: Database, roundId: string, limit: number): Promise<OddRow[]> {
  const { rows } = await sql<OddRow>`
    with counted as (
      select distinct on (s.unit_id) s.id, s.unit_id, g.content -> 'oddities' as oddities
        from submission s join submission_sending g on g.submission_id = s.id
       where s.round_id = ${roundId}::uuid and s.state in ('submitted', 'approved')
       order by s.unit_id, s.rev desc, g.n desc
    )
    select c.id as "submissionId", c.unit_id as "unitId", oddity
      from counted c cross join jsonb_array_elements(c.oddities) oddity
     order by (oddity ->> 'weight')::numeric desc, c.unit_id, oddity ->> 'key'
     limit ${limit}::int`.execute(db);
  return rows;
}

/** What these units gave for the same period in other forms, newest first: only what was sent and stands. */
export async function givenElsewhere(
  db: Database,
  { units, period, butRound }: { units: readonly UnitId[]; period: Pick<Period, "calendar" | "code">; butRound: RoundId },
): Promise<{ unitId: UnitId; title: string; merged: Record<string, Figure> }[]> {
  const { rows } = await sql<{ unitId: UnitId; title: string; merged: Record<string, Figure> }>`
    select distinct on (g.sent_at, s.id) s.unit_id as "unitId", v.title, g.content -> 'merged' as merged
      from round r
      join submission s on s.round_id = r.id and s.state in ('submitted', 'approved')
      join form_version v on v.form_id = r.form_id and v.n = r.n
      join lateral (select g.sent_at, g.content from submission_sending g where g.submission_id = s.id order by g.n desc limit 1) g on true
     where r.calendar = ${period.calendar}::text and r.period = ${period.code}::text and r.id <> ${butRound}::uuid and s.unit_id = any(${[...units]}::int[])
     order by g.sent_at desc, s.id`.execute(db);
  return rows;
}

/** What stood in each part of the same form's earlier period. */
export async function partsSentIn(
  db: Database,
  { formId, unitId, period }: { formId: string; unitId: UnitId; period: Pick<Period, "calendar" | "code"> },
): Promise<Content["parts"]> {
  const { rows } = await sql<{ parts: Content["parts"] }>`
    select g.content -> 'parts' as parts
      from round r join submission s on s.round_id = r.id join submission_sending g on g.submission_id = s.id
     where r.form_id = ${formId}::uuid and r.calendar = ${period.calendar}::text and r.period = ${period.code}::text and s.unit_id = ${unitId}::int
       and s.state in ('submitted', 'approved')
     order by s.rev desc, g.n desc limit 1`.execute(db);
  return rows[0]?.parts ?? [];
}

export type WaitingRow = SubmissionRow & { questions: number; oddest: Oddity | null };

/** What waits at these units, the oldest first. */
export async function waitingAtUnits(
  db: Database,
  { units, roundId, offset, limit }: { units: readonly UnitId[]; roundId: string | null; offset: number; limit: number },
): Promise<{ rows: WaitingRow[]; total: number }> {
  const { rows } = await sql<Flat & { questions: number; oddest: Oddity | null; total: number }>`
    select ${columns}, jsonb_array_length(g.content -> 'oddities') as questions, g.content #> '{oddities,0}' as oddest, count(*) over ()::int as total
      from submission s
      join lateral (select g.content from submission_sending g where g.submission_id = s.id order by g.n desc limit 1) g on true
     where s.waiting_unit = any(${[...units]}::int[]) and (${roundId}::uuid is null or s.round_id = ${roundId}::uuid)
     order by s.submitted_at, s.id
     limit ${limit}::int offset ${offset}::int`.execute(db);
  return { rows: rows.map(rowOf), total: rows[0]?.total ?? 0 };
}

export type WaitingHead = Pick<SubmissionRow, "id" | "roundId" | "unitId" | "steps" | "waitingStep" | "submittedBy" | "submittedAt">;

/** The same without what was sent: for desks, which are looked at all day. */
export async function waitingHeads(db: Database, units: readonly UnitId[], limit: number): Promise<WaitingHead[]> {
  const { rows } = await sql<WaitingHead>`
    select s.id, s.round_id as "roundId", s.unit_id as "unitId", s.steps, s.waiting_step as "waitingStep", s.submitted_by as "submittedBy",
           s.submitted_at as "submittedAt"
      from submission s where s.waiting_unit = any(${[...units]}::int[]) order by s.submitted_at, s.id limit ${limit}::int`.execute(db);
  return rows;
}
