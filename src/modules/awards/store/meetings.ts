import { sql } from "kysely";
import type { PersonId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Votes } from "../shapes.ts";

export type MeetingFacts = {
  held_on: CalendarDate;
  place: string;
  members: number;
  present: number;
  attendance: string;
  absent: string;
  opinions: string;
  chair_name: string;
  chair_post: string;
  secretary_name: string;
  secretary_post: string;
};

export type VoteIn = { candidateId: string; votes: Votes };

export type MeetingRecord = MeetingFacts & {
  id: string;
  version: number;
  campaign_id: string;
  state: "draft" | "closed";
  votes: (VoteIn & { passed: boolean | null })[];
};

const columns = sql`m.id, m.version, m.campaign_id, m.state, m.held_on, m.place, m.members, m.present, m.attendance, m.absent, m.opinions,
  m.chair_name, m.chair_post, m.secretary_name, m.secretary_post,
  coalesce((select jsonb_agg(jsonb_build_object('candidateId', v.candidate_id, 'passed', v.passed,
      'votes', jsonb_build_object('for', v.votes_for, 'against', v.votes_against, 'blank', v.votes_blank)))
     from award_vote v where v.meeting_id = m.id), '[]') as votes`;

export async function findMeeting(db: Database, id: string): Promise<MeetingRecord | undefined> {
  const { rows } = await sql<MeetingRecord>`select ${columns} from award_meeting m where m.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function meetingsOf(db: Database, campaign: string): Promise<MeetingRecord[]> {
  const { rows } =
    await sql<MeetingRecord>`select ${columns} from award_meeting m where m.campaign_id = ${campaign}::uuid order by m.created_at`.execute(
      db,
    );
  return rows;
}

export async function insertMeeting(
  tx: Transaction,
  { campaignId, facts, votes, typedBy }: { campaignId: string; facts: MeetingFacts; votes: readonly VoteIn[]; typedBy: PersonId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("award_meeting")
    .values({ ...facts, campaign_id: campaignId, typed_by: typedBy, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await saveVotes(tx, id, votes);
  return id;
}

export async function updateMeeting(tx: Transaction, id: string, facts: MeetingFacts, votes: readonly VoteIn[]): Promise<void> {
  await tx
    .updateTable("award_meeting")
    .set((expression) => ({ ...facts, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await saveVotes(tx, id, votes);
}

async function saveVotes(tx: Transaction, id: string, votes: readonly VoteIn[]): Promise<void> {
  await sql`delete from award_vote where meeting_id = ${id}::uuid`.execute(tx);
  await sql`insert into award_vote (meeting_id, candidate_id, votes_for, votes_against, votes_blank)
    select ${id}::uuid, "candidateId", (votes ->> 'for')::int, (votes ->> 'against')::int, (votes ->> 'blank')::int
      from jsonb_to_recordset(${JSON.stringify(votes)}::jsonb) as given ("candidateId" uuid, votes jsonb)`.execute(tx);
}

export async function closeMeetingRow(tx: Transaction, id: string, passed: readonly string[]): Promise<void> {
  await sql`update award_vote set passed = candidate_id = any(${passed}::uuid[]) where meeting_id = ${id}::uuid`.execute(tx);
  await sql`update award_meeting set state = 'closed', version = version + 1 where id = ${id}::uuid`.execute(tx);
}
