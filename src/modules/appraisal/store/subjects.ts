import { sql } from "kysely";
import type { AppraisalRoundId, PersonId, SubjectId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Link, SubjectKind, SubjectState } from "../shapes.ts";

export type SubjectRecord = {
  id: SubjectId;
  version: number;
  round_id: AppraisalRoundId;
  kind: SubjectKind;
  ref: string;
  unit_id: UnitId;
  title: string;
  state: SubjectState;
  titles: string[];
  sent_by: PersonId | null;
  sent_on: CalendarDate | null;
  return_reason: string | null;
  qualifying: Record<string, boolean>;
  qualified: boolean | null;
  qualified_reason: string | null;
  discussion: string;
  points: string | null;
  scale: string | null;
  outcome: string | null;
  counts: boolean | null;
  concluded_by: PersonId | null;
  concluded_on: CalendarDate | null;
};

const columns = sql`s.id, s.version, s.round_id, s.kind, s.ref, s.unit_id, s.title, s.state, s.titles, s.sent_by, s.sent_on, s.return_reason, s.qualifying,
  s.qualified, s.qualified_reason, s.discussion, trim_scale(s.points)::text as points, trim_scale(s.scale)::text as scale, s.outcome, s.counts, s.concluded_by, s.concluded_on`;

export async function findSubject(db: Database, id: SubjectId): Promise<SubjectRecord | undefined> {
  const { rows } = await sql<SubjectRecord>`select ${columns} from appraisal_subject s where s.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Every act on a subject and on its sheets locks this row first. */
export async function lockSubject(tx: Transaction, id: SubjectId): Promise<SubjectRecord | undefined> {
  const { rows } = await sql<SubjectRecord>`select ${columns} from appraisal_subject s where s.id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

export async function subjectsOf(db: Database, round: AppraisalRoundId): Promise<SubjectRecord[]> {
  const { rows } = await sql<SubjectRecord>`
    select ${columns} from appraisal_subject s where s.round_id = ${round}::uuid order by s.title collate "vi-x-icu", s.id`.execute(db);
  return rows;
}

export async function subjectsNamed(db: Database, kind: SubjectKind, refs: readonly string[]): Promise<SubjectRecord[]> {
  const { rows } = await sql<SubjectRecord>`
    select ${columns} from appraisal_subject s where s.kind = ${kind}::text and s.ref = any(${refs}::text[]) order by s.added_at desc, s.id desc`.execute(
    db,
  );
  return rows;
}

/** What a unit has still to score itself, or to register, in rounds that are open. */
export async function owedBy(
  db: Database,
  unit: UnitId,
): Promise<(Pick<SubjectRecord, "id" | "title" | "state"> & { round: string; since: Date })[]> {
  const { rows } = await sql<Pick<SubjectRecord, "id" | "title" | "state"> & { round: string; since: Date }>`
    select s.id, s.title, s.state, r.title as round, s.added_at as since
      from appraisal_subject s join appraisal_round r on r.id = s.round_id
     where s.unit_id = ${unit}::int and s.state in ('self', 'returned') and r.state = 'open' and r.self_scoring
     order by r.self_until, s.id limit 50`.execute(db);
  return rows;
}

export type NewSubjectRow = { kind: SubjectKind; ref: string; unitId: UnitId; title: string };

/** Gives how many were new; one that is there already stays as it is. */
export async function insertSubjects(
  tx: Transaction,
  { round, state, by }: { round: AppraisalRoundId; state: SubjectState; by: PersonId },
  subjects: readonly NewSubjectRow[],
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into appraisal_subject (round_id, kind, ref, unit_id, title, state, added_by, added_at)
    select ${round}::uuid, kind, ref, "unitId", title, ${state}::text, ${by}::uuid, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as given (kind text, ref text, "unitId" int, title text)
    on conflict (round_id, kind, ref) do nothing returning id`.execute(tx);
  return rows.length;
}

export async function deleteSubject(tx: Transaction, id: SubjectId): Promise<void> {
  await tx.deleteFrom("appraisal_subject").where("id", "=", id).execute();
}

/** With the round: those that were never asked to score themselves begin at `sent`. */
export async function restate(tx: Transaction, round: AppraisalRoundId, from: SubjectState, to: SubjectState): Promise<void> {
  await tx.updateTable("appraisal_subject").set({ state: to }).where("round_id", "=", round).where("state", "=", from).execute();
}

export type SubjectChange = Partial<{
  state: SubjectState;
  titles: string[];
  sent_by: PersonId;
  sent_on: CalendarDate;
  return_reason: string | null;
  qualifying: Record<string, boolean>;
  qualified: boolean | null;
  qualified_reason: string | null;
  qualified_by: PersonId;
  opened_at: Date;
  discussion: string;
  points: string;
  scale: string;
  outcome: string;
  counts: boolean;
  concluded_by: PersonId;
  concluded_on: CalendarDate;
}>;

export async function updateSubject(tx: Transaction, id: SubjectId, { qualifying, ...change }: SubjectChange): Promise<void> {
  await tx
    .updateTable("appraisal_subject")
    .set((expression) => ({
      ...change,
      ...(qualifying ? { qualifying: JSON.stringify(qualifying) } : {}),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

export type SelfRecord = { line: string; points: string | null; met: boolean | null; evidence: string; links: Link[] };

export async function selfOf(db: Database, ids: readonly SubjectId[]): Promise<Map<SubjectId, SelfRecord[]>> {
  const { rows } = await sql<SelfRecord & { subject_id: SubjectId }>`
    select subject_id, line, trim_scale(points)::text as points, met, evidence, links from appraisal_self where subject_id = any(${ids}::uuid[])`.execute(
    db,
  );
  return Map.groupBy(rows, ({ subject_id }) => subject_id);
}

/** Lines that are given replace what stood there; the others stay. */
export async function saveSelf(tx: Transaction, id: SubjectId, lines: readonly SelfRecord[]): Promise<void> {
  await sql`
    insert into appraisal_self (subject_id, line, points, met, evidence, links)
    select ${id}::uuid, line, points, met, evidence, links
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given (line text, points numeric, met boolean, evidence text, links jsonb)
    on conflict (subject_id, line) do update set points = excluded.points, met = excluded.met, evidence = excluded.evidence, links = excluded.links`.execute(
    tx,
  );
}
