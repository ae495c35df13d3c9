import { actsFor, authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { AppraisalRoundId, RubricId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { peopleAt } from "../../identity/index.ts";
import { idsWithin, lineReaches, unitsByIds } from "../../units/index.ts";
import type { RoundDetail, RoundInput, RoundState } from "../contract.ts";
import { nextRoundState, type RoundAct } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayClose, mayManage, mayViewRound } from "../policy.ts";
import { insertRound, listRounds, lockRound, updateRound, type RoundChange, type RoundFacts, type RoundRecord } from "../store/rounds.ts";
import { findRubric, type RubricRecord } from "../store/rubrics.ts";
import { insertSubjects, restate, subjectsOf, type NewSubjectRow } from "../store/subjects.ts";
import { readRubric } from "./rubrics.ts";
import { refuse, roundSides, type SeenRound, type Services } from "./sides.ts";
import { readRound, roundDetail, rowOf } from "./view.ts";

const pageSize = 50;

export type WhichRound = { id: AppraisalRoundId; version: number };

/** "01-30" in the year that the round is for; 29/02 falls on the 28th where there is none. */
export function ruledDay(rule: string, periodFrom: string): string {
  const year = periodFrom.slice(0, 4);
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return `${year}-${rule === "02-29" && !leap ? "02-28" : rule}`;
}

function factsOf(input: RoundInput): RoundFacts {
  const selfUntil = input.selfUntil ?? (input.dueRule ? ruledDay(input.dueRule, input.periodFrom) : null);
  const wrong = new Map<string, ReturnType<typeof say>>();
  if (input.periodUntil < input.periodFrom) wrong.set("periodUntil", say("daysOrder"));
  if (selfUntil === null) wrong.set("selfUntil", say("needsDay"));
  else if (input.judgeUntil < selfUntil) wrong.set("judgeUntil", say("judgeBefore"));
  refuse(wrong);
  return {
    title: input.title,
    purpose: input.purpose,
    rubric_id: (input.rubricId ?? null) as RubricId | null,
    period_from: input.periodFrom,
    period_until: input.periodUntil,
    self_scoring: input.purpose === "emulation" || input.selfScoring,
    self_until: selfUntil ?? input.judgeUntil,
    judge_until: input.judgeUntil,
    due_rule: input.dueRule ?? null,
    judges: input.judges,
    final: input.final,
    spread_share: input.spreadShare,
    comment_share: input.commentShare,
    titles: [...new Set(input.titles)],
    all_units: input.allUnits ?? null,
    note: input.note,
  };
}

/** The rubric must be one that this person may see. */
async function rubricFor(db: Database, actor: Actor, { rubric_id }: RoundFacts): Promise<void> {
  if (rubric_id !== null) await readRubric(db, actor, rubric_id);
}

const told = (state: RoundState, { self_until, judge_until }: RoundFacts): Json => ({
  appraisalState: state,
  selfUntil: self_until,
  judgeUntil: judge_until,
});

export async function readRounds(db: Database, actor: Actor, { state, page }: { state?: RoundState | undefined; page: number }) {
  const own = await idsWithin(db, actor.unitId);
  const { rows, total } = await listRounds(db, { own, person: actor.personId }, { state, offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(
    db,
    rows.map(({ body_id }) => body_id),
  );
  const rubrics = new Map<RubricId, RubricRecord>();
  for (const id of new Set(rows.flatMap(({ rubric_id }) => (rubric_id === null ? [] : [rubric_id])))) {
    const rubric = await findRubric(db, id);
    if (rubric) rubrics.set(id, rubric);
  }
  return {
    items: rows.map((round) => rowOf(round, (round.rubric_id && rubrics.get(round.rubric_id)) || null, units)),
    total,
    pageSize,
  };
}

/** Prepares a round of the post's own body. */
export async function createRound({ db, clock }: Services, actor: Actor, input: RoundInput): Promise<RoundDetail> {
  authorise(mayManage(actor, { body: true }), "appraisal:manage");
  const facts = factsOf(input);
  await rubricFor(db, actor, facts);
  return transaction(db, async (tx) => {
    const id = await insertRound(tx, { facts, bodyId: actor.unitId, by: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "appraisal:create",
      thing: { kind: "appraisal-round", id },
      unitId: actor.unitId,
      after: told("draft", facts),
    });
    return readRound(tx, actor, id);
  });
}

type Done = { act: RoundAct; record?: string; note?: string; after?: Json };
export type Step = (tx: Transaction, seen: SeenRound) => Promise<RoundChange & { after?: Json }> | (RoundChange & { after?: Json });

/** One act on one round: locked, allowed, at the version that the person saw, recorded. */
export async function performOnRound(
  db: Database,
  actor: Actor,
  { id, version }: WhichRound,
  { act, record, note }: Done,
  step: Step,
): Promise<RoundDetail> {
  return transaction(db, async (tx) => {
    const round = await lockRound(tx, id);
    if (!round) throw problem("not_found", say("noRound"));
    const subjects = await subjectsOf(tx, id);
    const standing = await roundSides(tx, actor, round, subjects);
    if (!mayViewRound(actor, round.state, standing.sides)) throw problem("not_found", say("noRound"));
    const seen = { round, subjects, ...standing };
    if (act === "close") {
      const headed = standing.members.some(({ part, left_on }) => part === "head" && left_on === null);
      authorise(mayClose(actor, standing.sides, { headed }), "appraisal:judge");
    } else authorise(mayManage(actor, standing.sides), "appraisal:manage");
    if (round.version !== version) throw problem("conflict", say("changed"), { current: await roundDetail(tx, actor, seen) });
    const next = nextRoundState(round.state, act);
    if (next === null) throw problem("wrong_state", say("roundState"), { state: round.state });
    const { after: more, ...change } = await step(tx, seen);
    await updateRound(tx, id, { state: next, ...change });
    const detail = await readRound(tx, actor, id);
    await recordAct(tx, actor, {
      act: `appraisal:${record ?? act}`,
      thing: { kind: "appraisal-round", id },
      unitId: round.body_id,
      before: told(round.state, round),
      after: { ...(told(next, { ...round, ...change.facts }) as object), ...(more as object) },
      ...(note ? { note } : {}),
    });
    return detail;
  });
}

/** Rules that scores depend on. */
const rules = [
  "purpose",
  "rubric_id",
  "self_scoring",
  "judges",
  "final",
  "spread_share",
  "comment_share",
] as const satisfies (keyof RoundFacts)[];

const sameRule = (one: RoundFacts[keyof RoundFacts], other: RoundFacts[keyof RoundFacts]): boolean =>
  one === other || (typeof one === "string" && typeof other === "string" && Number(one) === Number(other) && one !== "");

export function editRound({ db }: Services, actor: Actor, { id, version, ...input }: WhichRound & RoundInput): Promise<RoundDetail> {
  const facts = factsOf(input);
  return performOnRound(db, actor, { id, version }, { act: "edit" }, async (tx, { round }) => {
    if (round.state === "open" && rules.some((rule) => !sameRule(round[rule], facts[rule]))) throw problem("wrong_state", say("rulesStay"));
    if (round.rubric_id !== facts.rubric_id) await rubricFor(tx, actor, facts);
    return { facts };
  });
}

export function openRound({ db }: Services, actor: Actor, which: WhichRound): Promise<RoundDetail> {
  return performOnRound(db, actor, which, { act: "open" }, async (tx, { round, subjects }) => {
    const rubric = round.rubric_id === null ? null : await findRubric(tx, round.rubric_id);
    if (round.purpose === "emulation") {
      if (round.titles.length === 0) throw problem("invalid_input", say("needsTitles"));
    } else if (rubric?.state !== "published") throw problem("invalid_input", say("needsRubric"));
    if (rubric && rubric.state !== "published") throw problem("invalid_input", say("needsRubric"));
    if (subjects.length === 0) throw problem("invalid_input", say("needsSubjects"));
    // Those that are not asked to score themselves wait for the check at once.
    await (round.self_scoring ? restate(tx, round.id, "sent", "self") : restate(tx, round.id, "self", "sent"));
    return {};
  });
}

export const cancelRound = ({ db }: Services, actor: Actor, { reason, ...which }: WhichRound & { reason: string }): Promise<RoundDetail> =>
  performOnRound(db, actor, which, { act: "cancel", note: reason }, () => ({ cancelReason: reason }));

/** The results stand from here on. By the head, and not by who wrote the conclusions. */
export function closeRound({ db, clock }: Services, actor: Actor, which: WhichRound): Promise<RoundDetail> {
  return performOnRound(db, actor, which, { act: "close" }, async (tx, { round, subjects }) => {
    const done = round.rubric_id === null ? [] : subjects.filter(({ state }) => state !== "concluded" && state !== "failed");
    if (done.length > 0) throw problem("wrong_state", say("notAllDone"), { left: done.length });
    const own = subjects.some(({ concluded_by }) => concluded_by !== null && actsFor(actor, concluded_by));
    if (own && (await peopleAt(tx, round.body_id)).length > 1) throw problem("forbidden", say("ownConclusion"));
    return { closed: { by: actor.personId, at: clock() } };
  });
}

export const firstState = ({ state, self_scoring }: RoundRecord): "self" | "sent" => (self_scoring || state === "draft" ? "self" : "sent");

type Added = { units: UnitId[]; named: { title: string; unitId: UnitId }[] };

/** Units of one's subtree or line; and things that have a name only, each under the unit that answers for it. */
export function addToRound({ db, clock }: Services, actor: Actor, { units, named, ...which }: WhichRound & Added): Promise<RoundDetail> {
  return performOnRound(db, actor, which, { act: "panel", record: "add" }, async (tx, { round }) => {
    const wanted = [...new Set([...units, ...named.map(({ unitId }) => unitId)])];
    const known = await unitsByIds(tx, wanted);
    const within = new Set(await idsWithin(tx, round.body_id));
    const reached = new Set(await idsWithin(tx, actor.unitId));
    for (const unit of wanted)
      if (!known.has(unit) || !(within.has(unit) || reached.has(unit) || (await lineReaches(tx, round.body_id, unit))))
        refuse(new Map([["units", say("noUnit")]]));
    const rows: NewSubjectRow[] = [
      ...units.map((unit) => ({ kind: "unit" as const, ref: String(unit), unitId: unit, title: known.get(unit)?.name ?? "" })),
      ...named.map(({ title, unitId }) => ({ kind: "named" as const, ref: `${unitId}:${title.toLocaleLowerCase("vi")}`, unitId, title })),
    ];
    const added = await insertSubjects(tx, { round: round.id, state: firstState(round), by: actor.personId }, rows, clock());
    return { after: { subjectsAdded: added } };
  });
}
