import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Text } from "../../../../kernel/language.ts";
import { formatShortDate, vietnamDate } from "../../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import { recordAct, type Json } from "../../../audit/index.ts";
import { lineReachesAll, unitsByIds } from "../../../units/index.ts";
import type { ContestDetail, ContestInput } from "../contract.ts";
import { nextContest, type ContestAct } from "../domain.ts";
import { say } from "../messages.ts";
import { mayManageContest } from "../policy.ts";
import {
  findContest,
  insertContest,
  listContests,
  lockContest,
  updateContest,
  updateRound,
  type ContestChange,
  type ContestFacts,
  type ContestRecord,
  type RoundFacts,
} from "../store/contests.ts";
import { moveOn } from "../store/entries.ts";
import { contestDetail, contestRow, getContest, isLast, runningRound, visibleContest } from "./view.ts";

const pageSize = 50;
export type Tools = { db: Database; clock: () => Date };
export type Which = { id: string; version: number };

type Written = { facts: ContestFacts; rounds: RoundFacts[]; units: UnitId[] };

/** Days in order, each prize and unit once, units within reach. */
async function written(db: Database, actor: Actor, input: ContestInput): Promise<Written> {
  const wrong = new Map<string, Text>();
  input.rounds.forEach((round, at) => {
    if (round.entriesUntil < round.entriesFrom || round.judgingFrom < round.entriesFrom || round.judgingUntil < round.judgingFrom)
      wrong.set(`rounds.${at}`, say("daysBefore"));
    const before = input.rounds[at - 1];
    if (before && round.entriesFrom < before.entriesFrom) wrong.set(`rounds.${at}`, say("roundsInOrder"));
  });
  if (new Set(input.prizes).size < input.prizes.length) wrong.set("prizes", say("prizeTwice"));
  if (new Set(input.units).size < input.units.length) wrong.set("units", say("unitTwice"));
  else if ((await unitsByIds(db, input.units)).size < input.units.length) wrong.set("units", say("noUnit"));
  else if (!(await lineReachesAll(db, actor.unitId, input.units))) wrong.set("units", say("beyondUnits"));
  const [first] = wrong.values();
  if (first) throw problem("invalid_input", first, { fields: Object.fromEntries([...wrong].map(([path, text]) => [path, text.vi])) });
  return {
    facts: {
      title: input.title,
      rules: input.rules,
      kinds: [...new Set(input.kinds)],
      prizes: input.prizes,
      most_entries: input.mostEntries ?? null,
    },
    rounds: input.rounds.map((round, at) => ({
      position: at + 1,
      name: round.name,
      entries_from: round.entriesFrom,
      entries_until: round.entriesUntil,
      judging_from: round.judgingFrom,
      judging_until: round.judgingUntil,
      way: round.way,
    })),
    units: input.units,
  };
}

const told = ({ state, round, entries }: ContestRecord): Json => ({ contestState: state, contestRound: round, contestEntries: entries });

export async function readContests(db: Database, actor: Actor, { page }: { page: number }) {
  const { rows, total } = await listContests(db, actor.unitId, { offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(db, [...new Set(rows.map(({ body_id }) => body_id))]);
  return { items: rows.map((row) => contestRow(row, units)), total, pageSize };
}

export async function readContest(db: Database, actor: Actor, id: string): Promise<ContestDetail> {
  const { contest, sides } = await getContest(db, actor, id);
  return contestDetail(db, actor, contest, sides);
}

/** Prepares a contest of the post's own body. */
export async function createContest({ db, clock }: Tools, actor: Actor, input: ContestInput): Promise<ContestDetail> {
  authorise(mayManageContest(actor, { body: true }), "round:open");
  const contest = await written(db, actor, input);
  return transaction(db, async (tx) => {
    const id = await insertContest(tx, { ...contest, bodyId: actor.unitId, createdBy: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "contest:create",
      thing: { kind: "contest", id },
      unitId: actor.unitId,
      after: { contestState: "draft" },
    });
    return readContest(tx, actor, id);
  });
}

type Doing = { act: ContestAct; record?: string; note?: string | undefined };
type Step = { change?: ContestChange; after?: Record<string, number> };

/** One act of the organiser on a contest, under its lock. */
export async function performOnContest(
  db: Database,
  actor: Actor,
  { id, version }: Which,
  { act, record = act, note }: Doing,
  step: (tx: Parameters<Parameters<typeof transaction>[1]>[0], contest: ContestRecord) => Promise<Step>,
): Promise<ContestDetail> {
  return transaction(db, async (tx) => {
    const { contest, sides } = await visibleContest(tx, actor, await lockContest(tx, id));
    authorise(mayManageContest(actor, sides), "round:open");
    if (contest.version !== version) throw problem("conflict", say("changed"), { current: await contestDetail(tx, actor, contest, sides) });
    const state = nextContest(contest.state, act, { last: isLast(contest) });
    if (state === null) throw problem("wrong_state", say("notNow"), { state: contest.state });
    const { change, after: more } = await step(tx, contest);
    await updateContest(tx, contest, { state, ...change });
    const after = (await findContest(tx, id)) ?? contest;
    await recordAct(tx, actor, {
      act: `contest:${record}`,
      thing: { kind: "contest", id },
      unitId: contest.body_id,
      before: told(contest),
      after: { ...(told(after) as object), ...more },
      ...(note ? { note } : {}),
    });
    return contestDetail(tx, actor, after, sides);
  });
}

export function editContest({ db }: Tools, actor: Actor, { id, version, ...input }: Which & ContestInput): Promise<ContestDetail> {
  return performOnContest(db, actor, { id, version }, { act: "edit" }, async (tx, contest) => {
    const change = await written(tx, actor, input);
    if (change.rounds.length < contest.round)
      throw problem("invalid_input", say("roundRunning"), { fields: { rounds: say("roundRunning").vi } });
    return { change };
  });
}

export type Moving = Which & { act: Exclude<ContestAct, "edit" | "results">; reason?: string | undefined };

/** Leads a contest on. Results of a round are published with the step that ends it. */
export function moveContest({ db, clock }: Tools, actor: Actor, { act, reason, ...which }: Moving): Promise<ContestDetail> {
  return performOnContest(db, actor, which, { act, note: reason }, async (tx, contest): Promise<Step> => {
    const today = vietnamDate(clock());
    const running = runningRound(contest);
    if ((act === "cancel" || act === "correct") && !reason)
      throw problem("invalid_input", say("reasonNeeded"), { fields: { reason: say("reasonNeeded").vi } });
    if (act === "judge" && today <= running.entries_until)
      throw problem("wrong_state", say("tooEarlyToJudge", { day: formatShortDate(running.entries_until) }));
    if (act === "advance" || act === "decide") {
      const { lacks } = await readContest(tx, actor, contest.id);
      const [lack] = lacks;
      if (lack) throw problem("wrong_state", say(`lack.${lack}`), { lacks });
      await updateRound(tx, contest.id, contest.round, { published_on: today });
      if (act === "advance") await moveOn(tx, contest.id, contest.round);
    }
    if (act === "correct") await updateRound(tx, contest.id, contest.round, { published_on: null });
    return {
      change: {
        ...(act === "advance" ? { round: contest.round + 1 } : {}),
        ...(act === "cancel" && reason ? { cancelReason: reason } : {}),
      },
    };
  });
}
