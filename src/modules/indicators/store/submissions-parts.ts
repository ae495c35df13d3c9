import { sql } from "kysely";
import type { PersonId, RoundId, SubmissionId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { UnitKind } from "../../units/contract.ts";
import type { TypedAnswer } from "../contract/submissions.ts";

/** What a person typed, by cell. */
export type Answers = Record<string, TypedAnswer>;

export type PartRow = {
  sectionId: string;
  unitId: UnitId;
  answers: Answers;
  narrative: string | null;
  savedBy: PersonId | null;
  savedAt: Date | null;
  doneBy: PersonId | null;
  doneAt: Date | null;
  version: number;
};

const columns = sql`section_id as "sectionId", unit_id as "unitId", answers, narrative, saved_by as "savedBy", saved_at as "savedAt",
  done_by as "doneBy", done_at as "doneAt", version`;

export async function partsOf(db: Database, id: SubmissionId): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    select ${columns} from submission_part where submission_id = ${id}::uuid order by section_id, unit_id`.execute(db);
  return rows;
}

export async function lockPart(tx: Transaction, id: SubmissionId, sectionId: string, unitId: UnitId): Promise<PartRow | undefined> {
  const { rows } = await sql<PartRow>`
    select ${columns} from submission_part
     where submission_id = ${id}::uuid and section_id = ${sectionId}::text and unit_id = ${unitId}::int for update`.execute(tx);
  return rows[0];
}

export async function insertParts(
  tx: Transaction,
  id: SubmissionId,
  parts: readonly { sectionId: string; unitId: UnitId; answers?: Answers; narrative?: string | null }[],
): Promise<void> {
  const rows = parts.map(({ sectionId, unitId, answers = {}, narrative = null }) => ({ sectionId, unitId, answers, narrative }));
  await sql`
    insert into submission_part (submission_id, section_id, unit_id, answers, narrative)
    select ${id}::uuid, "sectionId", "unitId", answers, narrative
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p ("sectionId" text, "unitId" int, answers jsonb, narrative text)`.execute(
    tx,
  );
}

/** The part is locked and its version compared already. */
export async function savePartRow(
  tx: Transaction,
  id: SubmissionId,
  { sectionId, unitId }: Pick<PartRow, "sectionId" | "unitId">,
  { answers, narrative, by }: { answers: Answers; narrative: string | null; by: PersonId },
  now: Date,
): Promise<void> {
  await sql`
    update submission_part
       set answers = ${JSON.stringify(answers)}::jsonb, narrative = ${narrative}::text, saved_by = ${by}::uuid, saved_at = ${now}::timestamptz, version = version + 1
     where submission_id = ${id}::uuid and section_id = ${sectionId}::text and unit_id = ${unitId}::int`.execute(tx);
}

/** `done` null: taken back. */
export async function markPart(
  tx: Transaction,
  id: SubmissionId,
  { sectionId, unitId }: Pick<PartRow, "sectionId" | "unitId">,
  done: { by: PersonId; at: Date } | null,
): Promise<void> {
  await sql`
    update submission_part set done_by = ${done?.by ?? null}::uuid, done_at = ${done?.at ?? null}::timestamptz, version = version + 1
     where submission_id = ${id}::uuid and section_id = ${sectionId}::text and unit_id = ${unitId}::int`.execute(tx);
}

/** Bodies of these kinds that stand in the same area as the unit (its own commune, not the villages below it), and the unit's own kind. */
export async function besideUnit(db: Database, unitId: UnitId, kinds: readonly UnitKind[]): Promise<{ id: UnitId; kind: UnitKind }[]> {
  if (kinds.length === 0) return [];
  const { rows } = await sql<{ id: UnitId; kind: UnitKind }>`
    select beside.unit_id as id, beside.kind
      from unit_at own join unit_at beside on beside.ver = own.ver and beside.area_id = own.area_id
     where own.unit_id = ${unitId}::int and own.ver = (select ver from tree_version where valid @> current_date)
       and beside.kind = any(${[...kinds]}::text[])
     order by beside.lo`.execute(db);
  return rows;
}

export type OwedPart = {
  roundId: RoundId;
  sender: UnitId;
  unitId: UnitId;
  sectionIds: string[];
  submissionId: SubmissionId | null;
  doneIds: string[];
};

/**
 * Sections of open rounds that these units fill in the report of another body of their area, and which of them they have
 * handed in. What was sent is no longer owed.
 */
export async function partsOwedBy(db: Database, units: readonly UnitId[]): Promise<OwedPart[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<OwedPart>`
    with mine as (
      select u.unit_id, u.kind, u.area_id, u.ver from unit_at u
       where u.ver = (select ver from tree_version where valid @> current_date) and u.unit_id = any(${[...units]}::int[]) and u.area_id is not null
    ), asked as (
      select r.id as round_id, ru.unit_id as sender, mine.unit_id, section ->> 'id' as section_id, r.last_day
        from mine
        join unit_at sender on sender.ver = mine.ver and sender.area_id = mine.area_id and sender.kind <> mine.kind
        join round_unit ru on ru.unit_id = sender.unit_id and ru.excused_at is null
        join round r on r.id = ru.round_id and r.state = 'open'
        join form_version v on v.form_id = r.form_id and v.n = r.n
        cross join jsonb_array_elements(v.content -> 'sections') section
       where section ->> 'fills' = mine.kind
    )
    select a.round_id as "roundId", a.sender, a.unit_id as "unitId", array_agg(a.section_id order by a.section_id) as "sectionIds", s.id as "submissionId",
           coalesce(array_agg(p.section_id) filter (where p.done_at is not null), '{}') as "doneIds"
      from asked a
      left join lateral (
        select s.id, s.state from submission s where s.round_id = a.round_id and s.unit_id = a.sender order by s.rev desc limit 1
      ) s on true
      left join submission_part p on p.submission_id = s.id and p.section_id = a.section_id and p.unit_id = a.unit_id
     where s.state is null or s.state in ('draft', 'returned')
     group by a.round_id, a.sender, a.unit_id, s.id, a.last_day
     order by a.last_day, a.round_id, a.sender, a.unit_id
     limit 500`.execute(db);
  return rows;
}
