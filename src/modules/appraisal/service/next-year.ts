import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { AppraisalRoundId } from "../../../kernel/ids.ts";
import { addMonths } from "../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { reaches, unitsByIds } from "../../units/index.ts";
import type { RoundDetail } from "../contract.ts";
import { nextYearsTitle } from "../domain/next-year.ts";
import { say } from "../messages.ts";
import { mayCopy, mayViewRound } from "../policy.ts";
import { hasRound, insertRound, lockRound, type RoundFacts, type RoundRecord } from "../store/rounds.ts";
import { editionsOf, findRubric } from "../store/rubrics.ts";
import { insertSubjects, subjectsOf, type SubjectRecord } from "../store/subjects.ts";
import { ruledDay } from "./rounds.ts";
import { roundSides, type Services } from "./sides.ts";
import { readRound } from "./view.ts";

const year = 12;

async function factsOfNext(db: Database, round: RoundRecord): Promise<RoundFacts> {
  const rubric = round.rubric_id === null ? undefined : await findRubric(db, round.rubric_id);
  const published = rubric ? (await editionsOf(db, rubric.family_id)).filter(({ state }) => state === "published") : [];
  const newest = published.toSorted((a, b) => b.edition - a.edition)[0];
  const period_from = addMonths(round.period_from, year);
  const until = addMonths(round.judge_until, year);
  const self_until = round.due_rule ? ruledDay(round.due_rule, period_from) : addMonths(round.self_until, year);
  return {
    title: nextYearsTitle(round.title, Number(round.period_from.slice(0, 4))),
    purpose: round.purpose,
    rubric_id: newest?.id ?? round.rubric_id,
    period_from,
    period_until: addMonths(round.period_until, year),
    self_scoring: round.self_scoring,
    self_until,
    judge_until: until < self_until ? self_until : until,
    due_rule: round.due_rule,
    judges: round.judges,
    final: round.final,
    spread_share: round.spread_share,
    comment_share: round.comment_share,
    titles: round.titles,
    all_units: round.all_units,
    note: round.note,
  };
}

/**
 * What is rated again: units that are still there, and what has a name only. Models and candidates are of their year; they come in
 * by themselves.
 */
async function ratedAgain(db: Database, subjects: readonly SubjectRecord[]): Promise<SubjectRecord[]> {
  const again: SubjectRecord[] = [];
  for (const subject of subjects)
    if ((subject.kind === "unit" || subject.kind === "named") && (await reaches(db, subject.unit_id, subject.unit_id))) again.push(subject);
  return again;
}

/**
 * The same round for the next year, as a draft: dates a year later, the rubric in its newest published edition, the same units.
 * The panel is not taken along: who judges is decided each time.
 */
export function copyRound({ db, clock }: Services, actor: Actor, { id }: { id: AppraisalRoundId }): Promise<RoundDetail> {
  return transaction(db, async (tx) => {
    const round = await lockRound(tx, id);
    if (!round) throw problem("not_found", say("noRound"));
    const subjects = await subjectsOf(tx, id);
    const { sides } = await roundSides(tx, actor, round, subjects);
    if (!mayViewRound(actor, round.state, sides)) throw problem("not_found", say("noRound"));
    authorise(mayCopy(actor, sides), "appraisal:manage");
    if (round.state === "draft" || round.state === "cancelled") throw problem("wrong_state", say("roundState"), { state: round.state });
    const facts = await factsOfNext(tx, round);
    if (await hasRound(tx, round.body_id, facts)) throw problem("conflict", say("copiedAlready", { title: facts.title }));
    const made = await insertRound(tx, { facts, bodyId: round.body_id, by: actor.personId }, clock());
    const again = await ratedAgain(tx, subjects);
    const names = await unitsByIds(
      tx,
      again.map(({ unit_id }) => unit_id),
    );
    const rows = again.map(({ kind, ref, unit_id, title }) => ({
      kind,
      ref,
      unitId: unit_id,
      // A unit goes by the name that it has now.
      title: kind === "unit" ? (names.get(unit_id)?.name ?? title) : title,
    }));
    const added = await insertSubjects(tx, { round: made, state: "self", by: actor.personId }, rows, clock());
    await recordAct(tx, actor, {
      act: "appraisal:copy",
      thing: { kind: "appraisal-round", id: made },
      unitId: round.body_id,
      note: round.title,
      after: { appraisalState: "draft", selfUntil: facts.self_until, judgeUntil: facts.judge_until, subjectsAdded: added },
    });
    return readRound(tx, actor, made);
  });
}
