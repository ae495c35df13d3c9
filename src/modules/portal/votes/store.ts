import { sql } from "kysely";
import type { PersonId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";

export type VoteRecord = {
  id: string;
  version: number;
  contest_id: string;
  round: number;
  most: number;
  most_per_network: number;
  opens_at: Date;
  closes_at: Date;
  reason: string;
  opened_by_name: string;
  opened_at: Date;
  closed_at: Date | null;
  closed_by_name: string | null;
  closed_reason: string | null;
  ballots: number;
};

const columns = sql`v.id, v.version, v.contest_id, v.round, v.most, v.most_per_network, v.opens_at, v.closes_at, v.reason, v.opened_by_name, v.opened_at,
  v.closed_at, v.closed_by_name, v.closed_reason, v.ballots`;

export async function votesOf(db: Database, contest: string): Promise<VoteRecord[]> {
  const { rows } =
    await sql<VoteRecord>`select ${columns} from contest_vote v where v.contest_id = ${contest}::uuid order by v.round`.execute(db);
  return rows;
}

export async function lockVote(tx: Transaction, id: string): Promise<VoteRecord | undefined> {
  const { rows } = await sql<VoteRecord>`select ${columns} from contest_vote v where v.id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

/** Votes whose window is over and that were not counted yet. */
export async function endedVotes(db: Database, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from contest_vote where closed_at is null and closes_at <= ${now}::timestamptz order by closes_at`.execute(db);
  return rows.map(({ id }) => id);
}

export async function countedEntries(
  db: Database,
  votes: readonly string[],
): Promise<{ vote_id: string; title: string; unit_name: string; votes: number }[]> {
  const { rows } = await sql<{ vote_id: string; title: string; unit_name: string; votes: number }>`
    select vote_id, title, unit_name, votes from contest_vote_entry where vote_id = any(${[...votes]}::uuid[]) order by vote_id, position`.execute(
    db,
  );
  return rows;
}

export type NewVote = {
  contestId: string;
  round: number;
  most: number;
  mostPerNetwork: number;
  opensAt: Date;
  closesAt: Date;
  reason: string;
  key: Buffer;
  by: { personId: PersonId; personName: string };
  entries: readonly { id: string; title: string; unit: string; summary: string }[];
};

export async function insertVote(tx: Transaction, vote: NewVote, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto("contest_vote")
    .values({
      contest_id: vote.contestId,
      round: vote.round,
      most: vote.most,
      most_per_network: vote.mostPerNetwork,
      opens_at: vote.opensAt,
      closes_at: vote.closesAt,
      reason: vote.reason,
      key: vote.key,
      opened_by: vote.by.personId,
      opened_by_name: vote.by.personName,
      opened_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("contest_vote_entry")
    .values(
      vote.entries.map(({ id: entry, title, unit, summary }, at) => ({
        vote_id: id,
        entry_id: entry,
        position: at + 1,
        title,
        unit_name: unit,
        summary,
      })),
    )
    .execute();
  return id;
}

type Closing = { at: Date; by: { personId: PersonId; personName: string; reason: string } | null };

/** Counts stay; what could tell a browser or a network goes with the key. The row is locked. */
export async function closeVoteRow(tx: Transaction, id: string, { at, by }: Closing): Promise<void> {
  await sql`delete from contest_ballot where vote_id = ${id}::uuid`.execute(tx);
  await sql`delete from contest_vote_network where vote_id = ${id}::uuid`.execute(tx);
  await sql`
    update contest_vote set key = null, closed_at = ${at}::timestamptz, closed_by = ${by?.personId ?? null}::uuid, closed_by_name = ${by?.personName ?? null}::text,
           closed_reason = ${by?.reason ?? null}::text, version = version + 1
     where id = ${id}::uuid`.execute(tx);
}

/** What the public's role sees of the votes of a public contest, the newest round first. */
export type PublicVote = {
  id: string;
  round: number;
  name: string;
  most: number;
  most_per_network: number;
  opens_at: Date;
  closes_at: Date;
  closed_at: Date | null;
  ballots: number | null;
};
export type PublicEntry = {
  vote_id: string;
  entry_id: string;
  title: string;
  unit_name: string;
  summary: string;
  exemplar_slug: string | null;
  votes: number | null;
};

export async function publicVotes(db: Database, item: string): Promise<PublicVote[]> {
  const { rows } = await sql<PublicVote>`
    select id, round, name, most, most_per_network, opens_at, closes_at, closed_at, ballots from portal_vote where item_id = ${item}::uuid order by round desc`.execute(
    db,
  );
  return rows;
}

export async function publicEntries(db: Database, votes: readonly string[]): Promise<PublicEntry[]> {
  const { rows } = await sql<PublicEntry>`
    select vote_id, entry_id, title, unit_name, summary, exemplar_slug, votes from portal_vote_entry where vote_id = any(${[...votes]}::uuid[]) order by vote_id, position`.execute(
    db,
  );
  return rows;
}

/** Null once the vote is closed. */
export async function sealOf(db: Database, vote: string, text: string): Promise<string | null> {
  const { rows } = await sql<{ seal: string | null }>`select portal_seal(${vote}::uuid, ${text}::text) as seal`.execute(db);
  return rows[0]?.seal ?? null;
}

export type Cast = "counted" | "closed" | "forged" | "unknown" | "repeated" | "crowded";
type Ballot = { vote: string; ballot: string; seal: string; network: string; entries: readonly string[]; at: Date };

/** The public's role may write nothing but this. */
export async function castBallot(db: Database, { vote, ballot, seal, network, entries, at }: Ballot): Promise<Cast> {
  return db.transaction().execute(async (tx) => {
    await sql`set transaction read write`.execute(tx);
    const { rows } = await sql<{ outcome: Cast }>`
      select portal_cast(${vote}::uuid, ${ballot}::text, ${seal}::text, ${network}::text, ${[...entries]}::uuid[], ${at}::timestamptz) as outcome`.execute(
      tx,
    );
    return rows[0]?.outcome ?? "closed";
  });
}
