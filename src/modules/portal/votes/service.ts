import { randomBytes } from "node:crypto";
import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { Text } from "../../../kernel/language.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { tellContest, tellEntries, type ToldContest } from "../../awards/index.ts";
import { lineReaches } from "../../units/index.ts";
import { publicPath } from "../domain/paths.ts";
import { tellsNumber } from "../domain/telling.ts";
import { mayPublish } from "../policy.ts";
import { publicationOf } from "../store/publications.ts";
import type { ContestVotes } from "./contract.ts";
import { mostEntries, stateOf, summaryOf } from "./domain.ts";
import { say } from "./messages.ts";
import type { Vote, VoteWish } from "./shapes.ts";
import { closeVoteRow, countedEntries, endedVotes, insertVote, lockVote, votesOf, type VoteRecord } from "./store.ts";

export type Tools = { db: Database; clock: () => Date };

const longest = 60;
const morning = (day: CalendarDate): Date => new Date(`${day}T00:00:00+07:00`);

/** The contest, when this editor may publish it; otherwise it does not exist for them. */
async function editable(db: Database, actor: Actor, id: string): Promise<ToldContest> {
  const contest = await tellContest(db, id);
  if (!contest || !mayPublish(actor, { own: await lineReaches(db, actor.unitId, contest.bodyId) }))
    throw problem("not_found", say("noContest"));
  return contest;
}

export async function readVotes({ db, clock }: Tools, actor: Actor, contestId: string): Promise<ContestVotes> {
  const contest = await editable(db, actor, contestId);
  const [publication, records] = await Promise.all([publicationOf(db, "contest", contestId), votesOf(db, contestId)]);
  const counted = await countedEntries(
    db,
    records.filter(({ closed_at }) => closed_at !== null).map(({ id }) => id),
  );
  const rounds = [];
  for (const { position, name } of contest.rounds) {
    const votable = isVotable(contest, position) && !records.some(({ round }) => round === position);
    rounds.push({ position, name, votable, entries: votable ? (await tellEntries(db, contestId, position)).length : 0 });
  }
  return {
    contestId,
    page: publication?.visible ? publicPath("contest", publication.slug) : null,
    rounds,
    votes: records.map((record) => shown(record, counted, clock())),
  };
}

/** While its entries are judged they change no more, and nobody knows the results. */
const isVotable = ({ state, round }: ToldContest, position: number): boolean => state === "judging" && round === position;

const shown = (record: VoteRecord, counted: Awaited<ReturnType<typeof countedEntries>>, now: Date): Vote => ({
  id: record.id,
  version: record.version,
  round: record.round,
  state: stateOf({ opensAt: record.opens_at, closesAt: record.closes_at, closedAt: record.closed_at }, now),
  most: record.most,
  mostPerNetwork: record.most_per_network,
  opensAt: record.opens_at.toISOString(),
  closesAt: record.closes_at.toISOString(),
  openedBy: record.opened_by_name,
  openedAt: record.opened_at.toISOString(),
  reason: record.reason,
  closedAt: record.closed_at?.toISOString() ?? null,
  closedBy: record.closed_by_name,
  closedReason: record.closed_reason,
  result:
    record.closed_at === null
      ? null
      : {
          ballots: record.ballots,
          entries: counted
            .filter(({ vote_id }) => vote_id === record.id)
            .map(({ title, unit_name, votes }) => ({ title, unit: unit_name, votes })),
        },
});

/** Puts the vote in as the editor wishes, when everything that it needs is there. Its preview does the same and takes it back. */
export async function putVote(
  tx: Transaction,
  actor: Actor,
  { contestId, round, most, mostPerNetwork, opensOn, closesOn, reason }: VoteWish & { reason: string },
  now: Date,
): Promise<{ contest: ToldContest; entries: number }> {
  authorise(actor.permissions.has("publication:open"), "publication:open");
  const contest = await editable(tx, actor, contestId);
  const wrong = (field: string, text: Text) => problem("invalid_input", text, { fields: { [field]: text.vi } });
  if (!(await publicationOf(tx, "contest", contestId))?.visible) throw problem("wrong_state", say("notPublic"));
  if (!isVotable(contest, round)) throw problem("wrong_state", say("notJudging"));
  if ((await votesOf(tx, contestId)).some((vote) => vote.round === round)) throw problem("conflict", say("twice"));
  if (opensOn < vietnamDate(now)) throw wrong("opensOn", say("inPast"));
  if (closesOn < opensOn) throw wrong("closesOn", say("daysBefore"));
  if (closesOn > addDays(opensOn, longest)) throw wrong("closesOn", say("tooLong"));
  const entries = await tellEntries(tx, contestId, round);
  if (entries.length < 2) throw problem("wrong_state", say("tooFew"));
  if (entries.length > mostEntries) throw problem("wrong_state", say("tooMany", { count: entries.length, most: mostEntries }));
  if (most >= entries.length) throw wrong("most", say("mostTooMany"));
  const offered = entries.map(({ id, title, unit, text }) => ({ id, title, unit, summary: summaryOf(text) }));
  const telling = offered.find(({ title, summary }) => tellsNumber(`${title} ${summary}`));
  if (telling) throw problem("wrong_state", say("phoneFound", { title: telling.title }));
  await insertVote(
    tx,
    {
      contestId,
      round,
      most,
      mostPerNetwork,
      opensAt: morning(opensOn),
      closesAt: morning(addDays(closesOn, 1)),
      reason,
      // Of this vote alone, and gone with it.
      key: randomBytes(32),
      by: actor,
      entries: offered,
    },
    now,
  );
  return { contest, entries: offered.length };
}

export function openVote({ db, clock }: Tools, actor: Actor, wish: VoteWish & { reason: string }): Promise<ContestVotes> {
  return transaction(db, async (tx) => {
    const { contest, entries } = await putVote(tx, actor, wish, clock());
    await recordAct(tx, actor, {
      act: "contest-vote:open",
      thing: { kind: "contest", id: wish.contestId },
      unitId: contest.bodyId,
      after: {
        voteRound: wish.round,
        voteMost: wish.most,
        votePerNetwork: wish.mostPerNetwork,
        voteUntil: wish.closesOn,
        voteEntries: entries,
      },
      note: wish.reason,
    });
    return readVotes({ db: tx, clock }, actor, wish.contestId);
  });
}

type Closing = { id: string; version: number; reason: string };

/** Closes it at once: counted, shown, and whatever could tell who voted is deleted. It is not opened again. */
export function closeVote({ db, clock }: Tools, actor: Actor, { id, version, reason }: Closing): Promise<ContestVotes> {
  return transaction(db, async (tx) => {
    const vote = await lockVote(tx, id);
    if (!vote) throw problem("not_found", say("noVote"));
    const contest = await editable(tx, actor, vote.contest_id);
    if (vote.closed_at !== null) throw problem("wrong_state", say("closed"));
    if (vote.version !== version) throw problem("conflict", say("changed"));
    await closeVoteRow(tx, id, { at: clock(), by: { ...pick(actor), reason } });
    await recordAct(tx, actor, {
      act: "contest-vote:close",
      thing: { kind: "contest", id: vote.contest_id },
      unitId: contest.bodyId,
      after: { voteRound: vote.round },
      note: reason,
    });
    return readVotes({ db: tx, clock }, actor, vote.contest_id);
  });
}

const pick = ({ personId, personName }: Actor) => ({ personId, personName });

/** Counts the votes whose last day is over, each by itself. */
export async function closeEndedVotes({ db, clock }: Tools): Promise<void> {
  for (const id of await endedVotes(db, clock()))
    await transaction(db, async (tx) => {
      const vote = await lockVote(tx, id);
      if (!vote || vote.closed_at !== null) return;
      await closeVoteRow(tx, id, { at: clock(), by: null });
      const contest = await tellContest(tx, vote.contest_id);
      await recordAct(
        tx,
        { system: "portal" },
        {
          act: "contest-vote:close",
          thing: { kind: "contest", id: vote.contest_id },
          ...(contest ? { unitId: contest.bodyId } : {}),
          after: { voteRound: vote.round },
        },
      );
    });
}
