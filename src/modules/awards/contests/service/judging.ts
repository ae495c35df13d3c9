import type { Actor } from "../../../../kernel/actor.ts";
import { authorise } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { AppraisalRoundId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { addSubjects, resultsOf, roundsTaking } from "../../../appraisal/index.ts";
import type { ContestDetail } from "../contract.ts";
import { say } from "../messages.ts";
import { mayManageContest } from "../policy.ts";
import { updateRound, type ContestRecord } from "../store/contests.ts";
import { entriesInRound } from "../store/entries.ts";
import { savePoints, saveResults } from "../store/results.ts";
import { performOnContest, type Tools, type Which } from "./contests.ts";
import { getContest, isLast, runningRound } from "./view.ts";

/** Appraisal rounds of the body or above it that take subjects now. */
export async function readTaking(db: Database, actor: Actor, id: string) {
  const { contest, sides } = await getContest(db, actor, id);
  authorise(mayManageContest(actor, sides), "round:open");
  const rounds = await roundsTaking(db, { unitId: contest.body_id });
  return { items: rounds.map(({ id: round, title, rubricTitle }) => ({ id: round, title, rubric: rubricTitle })) };
}

function judgedRound(contest: ContestRecord) {
  const round = runningRound(contest);
  if (round.way !== "appraisal") throw problem("wrong_state", say("wrongWay"));
  return round;
}

/** The entries of the running round become subjects of an appraisal round: judges, recusal and rubric are that one's. */
export function handToAppraisal(
  { db, clock }: Tools,
  actor: Actor,
  { appraisalRoundId, ...which }: Which & { appraisalRoundId: string },
): Promise<ContestDetail> {
  return performOnContest(db, actor, which, { act: "results", record: "appraise" }, async (tx, contest) => {
    const round = judgedRound(contest);
    const wanted = appraisalRoundId as AppraisalRoundId;
    if (round.appraisal_round_id !== null && round.appraisal_round_id !== wanted) throw problem("wrong_state", say("appraisalTaken"));
    const taking = await roundsTaking(tx, { unitId: contest.body_id });
    if (!taking.some(({ id }) => id === wanted))
      throw problem("invalid_input", say("noRound"), { fields: { appraisalRoundId: say("noRound").vi } });
    const entries = await entriesInRound(tx, contest.id, contest.round);
    if (entries.length === 0) throw problem("wrong_state", say("lack.entries"));
    await addSubjects(tx, actor, {
      roundId: wanted,
      subjects: entries.map(({ id, unit_id, title }) => ({ kind: "candidate", id, unitId: unit_id, title })),
      now: clock(),
    });
    await updateRound(tx, contest.id, contest.round, { appraisal_round_id: wanted });
    return {};
  });
}

/** Points come once the head of the panel has closed the appraisal round; all of them or none. */
export function takePoints({ db }: Tools, actor: Actor, which: Which): Promise<ContestDetail> {
  return performOnContest(db, actor, which, { act: "results", record: "take" }, async (tx, contest) => {
    const round = judgedRound(contest);
    const ids = (await entriesInRound(tx, contest.id, contest.round)).map(({ id }) => id);
    const results = await resultsOf(tx, "candidate", ids);
    const lines = ids.map((entryId) => {
      const result = results.get(entryId)?.find((each) => each.round.id === round.appraisal_round_id)?.result;
      if (!result) throw problem("wrong_state", say("notJudged"));
      return { entryId, points: result.points, of: result.of };
    });
    await savePoints(tx, { contest: contest.id, round: contest.round }, lines);
    return {};
  });
}

type Line = { entryId: string; points?: number | null | undefined; goesOn: boolean; prize?: string | null | undefined };

/** What the jury gave, as its minutes say it. Several entries may have the same prize. */
export function writeResults({ db }: Tools, actor: Actor, { lines, ...which }: Which & { lines: Line[] }): Promise<ContestDetail> {
  return performOnContest(db, actor, which, { act: "results" }, async (tx, contest) => {
    const round = runningRound(contest);
    const last = isLast(contest);
    const here = new Set((await entriesInRound(tx, contest.id, contest.round)).map(({ id }) => id));
    const judged = round.way === "appraisal";
    const refuse = (text: Parameters<typeof problem>[1]) => problem("invalid_input", text, { fields: { lines: text.vi } });
    if (new Set(lines.map(({ entryId }) => entryId)).size < lines.length || lines.some(({ entryId }) => !here.has(entryId)))
      throw refuse(say("notOfRound"));
    if (judged && lines.some(({ points }) => typeof points === "number")) throw refuse(say("pointsTaken"));
    if (lines.some(({ prize, goesOn }) => (last ? goesOn : Boolean(prize)))) throw refuse(say("prizeLast"));
    if (lines.some(({ prize }) => prize && !contest.prizes.includes(prize))) throw refuse(say("noPrize"));
    await saveResults(
      tx,
      { contest: contest.id, round: contest.round, keepPoints: judged },
      lines.map(({ entryId, points, goesOn, prize }) => ({ entryId, points: points ?? null, goesOn, prize: prize ?? null })),
    );
    return { after: { contestPrizes: lines.filter(({ prize }) => prize).length } };
  });
}
