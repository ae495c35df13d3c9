import { z } from "zod";
import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { Problem, problem } from "../../../kernel/errors.ts";
import type { AppraisalRoundId, RubricId, SubjectId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { ancestorsOf, lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { DeskSource } from "../../work/index.ts";
import type { Rated, Result, RoundState, SubjectKind, SubjectState } from "../contract.ts";
import { say } from "../messages.ts";
import { mayManage, mayScoreItself } from "../policy.ts";
import { findRound, lockRound, takingRounds } from "../store/rounds.ts";
import { findRubric } from "../store/rubrics.ts";
import { insertSubjects, owedBy, subjectsNamed, subjectsOf } from "../store/subjects.ts";
import { firstState } from "./rounds.ts";
import { readRubric } from "./rubrics.ts";
import { readMySheets } from "./sheets.ts";
import { covers, roundSides, seeRound, seeSubject, unitIn } from "./sides.ts";

export type AppraisalResult = {
  subjectId: SubjectId;
  round: { id: AppraisalRoundId; title: string; state: RoundState; periodFrom: string; periodUntil: string; body: UnitId };
  rubric: { id: RubricId; title: string; edition: number } | null;
  state: SubjectState;
  /** Null until the head of the panel has closed the round: before that it is known to the panel alone. */
  result: Result | null;
  concludedOn: string | null;
};

/** How things of other slices were rated, by their id, the newest round first. For whoever may see the thing itself. */
export async function resultsOf(db: Database, kind: SubjectKind, ids: readonly string[]): Promise<Map<string, AppraisalResult[]>> {
  const found = new Map<string, AppraisalResult[]>();
  for (const subject of await subjectsNamed(db, kind, ids)) {
    const round = await findRound(db, subject.round_id);
    if (!round || round.state === "draft" || round.state === "cancelled") continue;
    const rubric = round.rubric_id === null ? undefined : await findRubric(db, round.rubric_id);
    const { points, scale, outcome, counts } = subject;
    const closed = round.state === "closed" && points !== null && scale !== null && outcome !== null;
    found.set(subject.ref, [
      ...(found.get(subject.ref) ?? []),
      {
        subjectId: subject.id,
        round: {
          id: round.id,
          title: round.title,
          state: round.state,
          periodFrom: round.period_from,
          periodUntil: round.period_until,
          body: round.body_id,
        },
        rubric: rubric ? { id: rubric.id, title: rubric.title, edition: rubric.edition } : null,
        // That a subject failed, or how far its judges are, is not told outside before the end either.
        state: round.state === "closed" || subject.state === "self" || subject.state === "returned" ? subject.state : "sent",
        result: closed ? { points, of: scale, outcome, counts: counts ?? false } : null,
        concludedOn: closed ? subject.concluded_on : null,
      },
    ]);
  }
  return found;
}

export type TakingRound = {
  id: AppraisalRoundId;
  title: string;
  body: UnitId;
  bodyName: string;
  state: RoundState;
  rubricTitle: string;
  rates: Rated[];
  selfUntil: string;
};

/** Rounds that take subjects now, of bodies above the unit; by kind of rubric when asked. */
export async function roundsTaking(db: Database, { unitId, rates }: { unitId: UnitId; rates?: readonly Rated[] }): Promise<TakingRound[]> {
  const above = await ancestorsOf(db, unitId);
  const bodies = new Set<UnitId>([unitId, ...above.map(({ id }) => id)]);
  const all = await takingRounds(db);
  const taking: TakingRound[] = [];
  for (const round of all) {
    if (!bodies.has(round.body_id) && !(await lineReaches(db, round.body_id, unitId))) continue;
    const rubric = round.rubric_id === null ? undefined : await findRubric(db, round.rubric_id);
    if (!rubric || (rates && !rubric.rates.some((each) => rates.includes(each)))) continue;
    const units = await unitsByIds(db, [round.body_id]);
    taking.push({
      id: round.id,
      title: round.title,
      body: round.body_id,
      bodyName: unitIn(units, round.body_id).name,
      state: round.state,
      rubricTitle: rubric.title,
      rates: rubric.rates,
      selfUntil: round.self_until,
    });
  }
  return taking;
}

/** What a round rates, for whoever looks after it and fills it with things of other slices. */
export async function ratesOf(db: Database, actor: Actor, id: AppraisalRoundId): Promise<Rated[]> {
  const { round, sides } = await seeRound(db, actor, id);
  authorise(mayManage(actor, sides), "appraisal:manage");
  return round.rubric_id === null ? [] : ((await findRubric(db, round.rubric_id))?.rates ?? []);
}

export type NewSubject = { kind: Exclude<SubjectKind, "named">; id: string; unitId: UnitId; title: string };

/**
 * Puts things of another slice into a round: by whoever looks after the round, or, while it is open, by the thing's own unit.
 * The caller has checked that the actor may see the things. What is in it already stays.
 */
export async function addSubjects(
  db: Database,
  actor: Actor,
  { roundId, subjects, now = new Date() }: { roundId: AppraisalRoundId; subjects: readonly NewSubject[]; now?: Date },
): Promise<{ added: number; already: number }> {
  return transaction(db, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) throw problem("not_found", say("noRound"));
    const { sides } = await roundSides(tx, actor, round, []);
    const manages = mayManage(actor, sides);
    if (!manages && round.state !== "open") throw problem("not_found", say("noRound"));
    for (const unitId of new Set(subjects.map((each) => each.unitId))) {
      const below = (await reaches(tx, round.body_id, unitId)) || (await lineReaches(tx, round.body_id, unitId));
      if (!manages) {
        // A round that is not for the unit does not exist for it.
        if (!below) throw problem("not_found", say("noRound"));
        authorise(mayScoreItself(actor, { own: await covers(tx, actor, unitId) }), "exemplar:register");
      } else if (!below && !(await covers(tx, actor, unitId))) throw problem("invalid_input", say("noUnit"));
    }
    if (round.purpose !== "appraisal" || round.rubric_id === null || (round.state !== "open" && round.state !== "draft"))
      throw problem("wrong_state", say("notTaking"));
    const rows = subjects.map(({ kind, id, unitId, title }) => ({ kind, ref: id, unitId, title }));
    const added = await insertSubjects(tx, { round: round.id, state: firstState(round), by: actor.personId }, rows, now);
    await recordAct(tx, actor, {
      act: "appraisal:add",
      thing: { kind: "appraisal-round", id: round.id },
      unitId: round.body_id,
      after: { subjectsAdded: added },
    });
    return { added, already: subjects.length - added };
  });
}

/**
 * Reached, of all: the share over all units that reports on grassroots democracy ask for. Only of a closed round; the
 * denominator is what the body says there is in all (every enterprise of the area), and never less than the round's own subjects.
 */
export async function shareOf(db: Database, id: AppraisalRoundId): Promise<{ numerator: number; denominator: number } | null> {
  const round = await findRound(db, id);
  if (round?.state !== "closed" || round.rubric_id === null) return null;
  const subjects = await subjectsOf(db, id);
  const numerator = subjects.filter(({ state, counts }) => state === "concluded" && counts === true).length;
  return { numerator, denominator: Math.max(round.all_units ?? 0, subjects.length) };
}

/** What waits on a desk: a judge's own sheets, and what the own unit has still to score itself or to register. */
export const appraisalWaiting: DeskSource = async (db, actor) => {
  const sheets = may(actor, "appraisal:judge") ? await readMySheets(db, actor) : [];
  const owed = may(actor, "exemplar:register") ? await owedBy(db, actor.unitId) : [];
  return [
    ...sheets
      .filter(({ state, subject }) => state === "draft" && subject.state === "judging")
      .map(({ id, subject, round, since }) => ({
        kind: "appraisal-sheet",
        id,
        what: say("waitsSheet"),
        title: subject.title,
        path: `/appraisal/sheets/${id}`,
        since,
        from: round.title,
      })),
    ...owed.map(({ id, title, state, round, since }) => ({
      kind: "appraisal-self",
      id,
      what: say(state === "returned" ? "waitsAgain" : "waitsSelf"),
      title: round,
      path: `/appraisal/subjects/${id}`,
      since: since.toISOString(),
      from: title,
    })),
  ];
};

const found = async (reading: Promise<unknown>): Promise<boolean> => {
  try {
    await reading;
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return false;
    throw error;
  }
};

const isId = (id: string): boolean => z.uuid().safeParse(id).success;

export const canSeeRubric = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  isId(id) && found(readRubric(db, actor, id as RubricId));

export const canSeeRound = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  isId(id) && found(seeRound(db, actor, id as AppraisalRoundId));

/** Whether somebody may open what a closed round came to on one subject. */
export const canSeeResult = (db: Database, actor: Actor, id: SubjectId): Promise<boolean> => found(seeSubject(db, actor, id));

/** Names the judges and says when each sent: for whoever looks after the panel, and for the panel once all are in. */
export async function canSeeSubject(db: Database, actor: Actor, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  try {
    const { subject, sides } = await seeSubject(db, actor, id as SubjectId);
    return mayManage(actor, sides) || (sides.member && (subject.state === "opened" || subject.state === "concluded"));
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return false;
    throw error;
  }
}
