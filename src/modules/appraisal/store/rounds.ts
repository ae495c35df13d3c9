import { sql } from "kysely";
import type { AppraisalRoundId, PersonId, RubricId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Drawn, Lot } from "../domain/lot.ts";
import type { Final, Part, Purpose, RoundState } from "../shapes.ts";

export type RoundFacts = {
  title: string;
  purpose: Purpose;
  rubric_id: RubricId | null;
  period_from: CalendarDate;
  period_until: CalendarDate;
  self_scoring: boolean;
  self_until: CalendarDate;
  judge_until: CalendarDate;
  due_rule: string | null;
  judges: number;
  final: Final;
  spread_share: string;
  comment_share: string;
  titles: string[];
  all_units: number | null;
  note: string;
};

export type RoundRecord = RoundFacts & {
  id: AppraisalRoundId;
  version: number;
  body_id: UnitId;
  state: RoundState;
  cancel_reason: string | null;
  closed_by: PersonId | null;
  subjects: number;
  sent: number;
  concluded: number;
};

/** `r` is appraisal_round. */
const columns = sql`r.id, r.version, r.body_id, r.purpose, r.title, r.state, r.rubric_id, r.period_from, r.period_until, r.self_scoring, r.self_until,
  r.judge_until, r.due_rule, r.judges, r.final, trim_scale(r.spread_share)::text as spread_share, trim_scale(r.comment_share)::text as comment_share, r.titles, r.all_units, r.note,
  r.cancel_reason, r.closed_by,
  (select count(*)::int from appraisal_subject s where s.round_id = r.id) as subjects,
  (select count(*)::int from appraisal_subject s where s.round_id = r.id and s.state not in ('self', 'returned')) as sent,
  (select count(*)::int from appraisal_subject s where s.round_id = r.id and s.state in ('concluded', 'failed')) as concluded`;

export async function findRound(db: Database, id: AppraisalRoundId): Promise<RoundRecord | undefined> {
  const { rows } = await sql<RoundRecord>`select ${columns} from appraisal_round r where r.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function lockRound(tx: Transaction, id: AppraisalRoundId): Promise<RoundRecord | undefined> {
  const { rows } = await sql<RoundRecord>`select ${columns} from appraisal_round r where r.id = ${id}::uuid for update of r`.execute(tx);
  return rows[0];
}

/** What somebody looks after (`own`: units that the post reaches), judges in, or is a subject of once it is open. */
export async function listRounds(
  db: Database,
  { own, person }: { own: readonly UnitId[]; person: PersonId },
  { state, offset, limit }: { state?: RoundState | undefined; offset: number; limit: number },
): Promise<{ rows: RoundRecord[]; total: number }> {
  const { rows } = await sql<RoundRecord & { total: number }>`
    with seen as materialized (
      select r.id from appraisal_round r
       where (${state ?? null}::text is null or r.state = ${state ?? null}::text)
         and (r.body_id = any(${own}::int[]) or r.state <> 'draft' and (
           exists (select from appraisal_member m where m.round_id = r.id and m.person_id = ${person}::uuid and m.left_on is null)
           or exists (select from appraisal_subject s where s.round_id = r.id and s.unit_id = any(${own}::int[]))))
    )
    select ${columns}, (select count(*)::int from seen) as total
      from appraisal_round r where r.id in (select id from seen) order by r.judge_until desc, r.id desc limit ${limit} offset ${offset}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Rounds that still take subjects, of any body. */
export async function takingRounds(db: Database): Promise<RoundRecord[]> {
  const { rows } = await sql<RoundRecord>`
    select ${columns} from appraisal_round r
     where r.state in ('draft', 'open') and r.purpose = 'appraisal' and r.rubric_id is not null order by r.judge_until, r.id limit 500`.execute(
    db,
  );
  return rows;
}

/** Whether the body has prepared it already, under this name for this period. */
export async function hasRound(
  db: Database,
  body: UnitId,
  { title, period_from }: Pick<RoundFacts, "title" | "period_from">,
): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (
      select from appraisal_round r
      where r.body_id = ${body}::int and r.title = ${title}::text and r.period_from = ${period_from}::date and r.state <> 'cancelled'
    ) as there`.execute(db);
  return rows[0]?.there ?? false;
}

export async function insertRound(
  tx: Transaction,
  { facts, bodyId, by }: { facts: RoundFacts; bodyId: UnitId; by: PersonId },
  now: Date,
): Promise<AppraisalRoundId> {
  const { id } = await tx
    .insertInto("appraisal_round")
    .values({ ...facts, body_id: bodyId, created_by: by, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as AppraisalRoundId;
}

export type RoundChange = {
  facts?: RoundFacts;
  state?: RoundState;
  cancelReason?: string;
  closed?: { by: PersonId; at: Date };
};

/** The row is locked and its version compared already. */
export async function updateRound(
  tx: Transaction,
  id: AppraisalRoundId,
  { facts, state, cancelReason, closed }: RoundChange,
): Promise<void> {
  await tx
    .updateTable("appraisal_round")
    .set((expression) => ({
      ...facts,
      ...(state ? { state } : {}),
      ...(cancelReason === undefined ? {} : { cancel_reason: cancelReason }),
      ...(closed ? { closed_by: closed.by, closed_at: closed.at } : {}),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

export type MemberRecord = { person_id: PersonId; unit_id: UnitId; part: Part; left_on: CalendarDate | null; sheets: number };

export async function membersOf(db: Database, round: AppraisalRoundId): Promise<MemberRecord[]> {
  const { rows } = await sql<MemberRecord>`
    select m.person_id, m.unit_id, m.part, m.left_on,
           (select count(*)::int from appraisal_sheet h join appraisal_subject s on s.id = h.subject_id
             where s.round_id = m.round_id and h.person_id = m.person_id and h.state in ('draft', 'sent')) as sheets
      from appraisal_member m where m.round_id = ${round}::uuid
     order by array_position(array['head', 'secretary', 'member'], m.part), m.person_id`.execute(db);
  return rows;
}

type NewMember = { personId: string; unitId: UnitId; part: Part };

/** Those who are not named any more have left; nobody is deleted, since they may have scored. */
export async function saveMembers(
  tx: Transaction,
  round: AppraisalRoundId,
  members: readonly NewMember[],
  today: CalendarDate,
): Promise<void> {
  // The one head goes first, or two would stand beside each other for a moment.
  await sql`update appraisal_member set part = 'member', left_on = coalesce(left_on, ${today}::date) where round_id = ${round}::uuid`.execute(
    tx,
  );
  await sql`insert into appraisal_member (round_id, person_id, unit_id, part, left_on)
    select ${round}::uuid, "personId", "unitId", part, null
      from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as given ("personId" uuid, "unitId" int, part text)
    on conflict (round_id, person_id) do update set unit_id = excluded.unit_id, part = excluded.part, left_on = null`.execute(tx);
}

export type DrawRecord = { seed: string; drawn: Drawn; drawn_by: PersonId; drawn_at: Date };

export async function drawsOf(db: Database, round: AppraisalRoundId): Promise<DrawRecord[]> {
  const { rows } = await sql<DrawRecord>`
    select seed, drawn, drawn_by, drawn_at from appraisal_draw where round_id = ${round}::uuid order by drawn_at`.execute(db);
  return rows;
}

export async function insertDraw(
  tx: Transaction,
  { round, seed, given, drawn, by, now }: { round: AppraisalRoundId; seed: string; given: Lot; drawn: Drawn; by: PersonId; now: Date },
): Promise<void> {
  await tx
    .insertInto("appraisal_draw")
    .values({ round_id: round, seed, given: JSON.stringify(given), drawn: JSON.stringify(drawn), drawn_by: by, drawn_at: now })
    .execute();
}
