import type { Actor } from "../../../kernel/actor.ts";
import { quotient } from "../../../kernel/decimals.ts";
import type { AppraisalRoundId, PersonId, SubjectId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { OpenedSheet, Result, RoundDetail, RoundRow, SubjectDetail, SubjectRow } from "../contract.ts";
import { isFlagged, linesApart, meanOf, spreadOf, totalOf } from "../domain/marking.ts";
import {
  mayManage,
  mayReadMinutes,
  onSubject,
  possibleRoundActs,
  possibleSubjectActs,
  seesPanel,
  seesResult,
  seesScores,
  type RoundSides,
} from "../policy.ts";
import { drawsOf, type RoundRecord } from "../store/rounds.ts";
import { findRubric, type RubricRecord } from "../store/rubrics.ts";
import { changesOf, openedSheets, statusesOf, statusesOn, type OpenedRecord, type SheetStatusRecord } from "../store/sheets.ts";
import { selfOf, type SelfRecord, type SubjectRecord } from "../store/subjects.ts";
import { hasWithdrawn, seeRound, seeSubject, unitIn, type SeenRound, type SeenSubject, type Units } from "./sides.ts";

export const rubricOf = async (db: Database, round: RoundRecord): Promise<RubricRecord | null> =>
  round.rubric_id === null ? null : ((await findRubric(db, round.rubric_id)) ?? null);

export const rowOf = (round: RoundRecord, rubric: RubricRecord | null, units: Units): RoundRow => ({
  id: round.id,
  version: round.version,
  title: round.title,
  purpose: round.purpose,
  state: round.state,
  body: unitIn(units, round.body_id),
  rubric: rubric && { id: rubric.id, title: rubric.title, edition: rubric.edition, sample: rubric.sample !== null, rates: rubric.rates },
  periodFrom: round.period_from,
  periodUntil: round.period_until,
  selfUntil: round.self_until,
  judgeUntil: round.judge_until,
  subjects: round.subjects,
  sent: round.sent,
  concluded: round.concluded,
});

/** What the panel came to; null for whoever may not see it yet. */
export function resultFor(
  actor: Actor,
  { subject, round, sides }: { subject: SubjectRecord; round: RoundRecord; sides: RoundSides },
): Result | null {
  if (subject.points === null || subject.scale === null || subject.outcome === null) return null;
  if (!seesResult(actor, sides, { subject: subject.state, round: round.state })) return null;
  return { points: subject.points, of: subject.scale, outcome: subject.outcome, counts: subject.counts ?? false };
}

const active = ({ state }: { state: string }): boolean => state === "draft" || state === "sent";

type Facts = {
  round: RoundRecord;
  rubric: RubricRecord | null;
  sides: RoundSides;
  units: Units;
  statuses: readonly SheetStatusRecord[];
  self: readonly SelfRecord[];
  opened: readonly OpenedRecord[];
};

const byLine = (self: readonly SelfRecord[]) => Object.fromEntries(self.map((line) => [line.line, line]));

function subjectRow(actor: Actor, subject: SubjectRecord, { round, rubric, sides, units, statuses, self, opened }: Facts): SubjectRow {
  const mine = statuses.find(({ person_id }) => person_id === actor.personId);
  const running = statuses.filter(active);
  const totals = rubric && seesScores(actor, sides, subject.state) ? opened.map(({ marks }) => totalOf(rubric.content, marks)) : [];
  const sent = subject.state !== "self" && subject.state !== "returned";
  return {
    id: subject.id,
    version: subject.version,
    kind: subject.kind,
    ref: subject.ref,
    title: subject.title,
    unit: unitIn(units, subject.unit_id),
    state: subject.state,
    sentOn: subject.sent_on,
    late: subject.sent_on !== null && subject.sent_on > round.self_until,
    titles: subject.titles,
    selfTotal: rubric && sent && round.self_scoring && self.length > 0 ? totalOf(rubric.content, byLine(self)) : null,
    sheets: seesPanel(actor, sides)
      ? { sent: running.filter(({ state }) => state === "sent").length, of: Math.max(round.judges, running.length) }
      : null,
    flagged: rubric && totals.length > 0 ? isFlagged(spreadOf(rubric.content, totals), round.spread_share) : null,
    result: resultFor(actor, { subject, round, sides }),
    mySheet: mine ? { id: mine.id, state: mine.state } : null,
  };
}

export async function readRound(db: Database, actor: Actor, id: AppraisalRoundId): Promise<RoundDetail> {
  return roundDetail(db, actor, await seeRound(db, actor, id));
}

export async function roundDetail(db: Database, actor: Actor, { round, subjects, sides, members, own }: SeenRound): Promise<RoundDetail> {
  const panel = seesPanel(actor, sides);
  const manages = mayManage(actor, sides);
  const [rubric, statuses, draws] = await Promise.all([
    rubricOf(db, round),
    statusesOf(db, round.id),
    manages ? drawsOf(db, round.id) : [],
  ]);
  // The units of subjects see their own lines: nobody is put beside the others.
  const seen = subjects.filter(({ unit_id }) => sides.body || sides.member || own?.has(unit_id));
  const ids = seen.map((subject) => subject.id);
  const [self, opened, people, units] = await Promise.all([
    selfOf(db, ids),
    openedSheets(db, ids),
    personNames(db, [
      ...members.map(({ person_id }) => person_id),
      ...draws.map(({ drawn_by }) => drawn_by),
      ...(round.closed_by ? [round.closed_by] : []),
    ]),
    unitsByIds(db, [...new Set([round.body_id, ...seen.map(({ unit_id }) => unit_id), ...members.map(({ unit_id }) => unit_id)])]),
  ]);
  const of = Map.groupBy(statuses, ({ subject_id }) => subject_id);
  const name = (person: PersonId) => people.get(person) ?? "";
  const headed = members.some(({ part, left_on }) => part === "head" && left_on === null);
  const enough = (subject: SubjectRecord) => (of.get(subject.id) ?? []).filter(active).length >= round.judges;
  const count = (is: (subject: SubjectRecord) => boolean) => subjects.filter(is).length;
  const reached = count(({ counts, state }) => state === "concluded" && counts === true);
  const all = Math.max(round.all_units ?? 0, subjects.length);
  return {
    ...rowOf(round, rubric, units),
    selfScoring: round.self_scoring,
    dueRule: round.due_rule,
    judges: round.judges,
    final: round.final,
    spreadShare: round.spread_share,
    commentShare: round.comment_share,
    titles: round.titles,
    allUnits: round.all_units,
    note: round.note,
    cancelReason: round.cancel_reason,
    closedBy: round.closed_by && name(round.closed_by),
    members: panel
      ? members.map(({ person_id, unit_id, part, left_on, sheets }) => ({
          personId: person_id,
          name: name(person_id),
          unit: unitIn(units, unit_id),
          part,
          leftOn: left_on,
          sheets: manages ? sheets : 0,
        }))
      : [],
    rows: seen.map((subject) =>
      subjectRow(actor, subject, {
        round,
        rubric,
        sides: onSubject(sides, {
          own: own?.has(subject.unit_id) ?? false,
          withdrew: hasWithdrawn(of.get(subject.id) ?? [], actor.personId),
        }),
        units,
        statuses: of.get(subject.id) ?? [],
        self: self.get(subject.id) ?? [],
        opened: opened.get(subject.id) ?? [],
      }),
    ),
    draws: draws.map(({ seed, drawn, drawn_by, drawn_at }) => ({
      seed,
      at: drawn_at.toISOString(),
      by: name(drawn_by),
      sheets: Object.values(drawn.given).reduce((sum, judges) => sum + judges.length, 0),
    })),
    share:
      round.state === "closed" && rubric
        ? { reached, of: all, percent: quotient(String(reached), String(all), { factor: 100n, places: 1 }) }
        : null,
    left: {
      unsent: count(({ state }) => state === "self" || state === "returned"),
      unchecked: rubric ? count(({ state }) => state === "sent") : 0,
      unassigned: rubric ? count((subject) => ["self", "returned", "sent", "judging"].includes(subject.state) && !enough(subject)) : 0,
      unopened: count(({ state }) => state === "judging"),
      unconcluded: count(({ state }) => state === "opened"),
    },
    can: possibleRoundActs(actor, round.state, sides, { headed }),
    mayMinutes: mayReadMinutes(actor, sides, round.state) && subjects.some(({ state }) => state === "opened" || state === "concluded"),
  };
}

export async function readSubject(db: Database, actor: Actor, id: SubjectId): Promise<SubjectDetail> {
  return subjectDetail(db, actor, await seeSubject(db, actor, id));
}

/** Sheets side by side; asked for only where `seesScores` says so. */
export async function openedView(
  db: Database,
  actor: Actor,
  { round, rubric, sheets }: { round: RoundRecord; rubric: RubricRecord; sheets: readonly OpenedRecord[] },
) {
  const [changes, people] = await Promise.all([
    changesOf(
      db,
      sheets.map(({ id }) => id),
    ),
    personNames(
      db,
      sheets.map(({ person_id }) => person_id),
    ),
  ]);
  const shown = sheets.map(({ id, person_id, marks }): OpenedSheet => ({
    sheetId: id,
    name: people.get(person_id) ?? "",
    mine: person_id === actor.personId,
    total: totalOf(rubric.content, marks),
    marks,
    // Of a mark that was changed twice, the very first one is what it had been.
    changes: changes
      .filter(({ sheet_id }) => sheet_id === id)
      .map(({ line, first, reason, changed_at }) => ({ line, first, reason, at: changed_at.toISOString() })),
  }));
  const totals = shown.map(({ total }) => total);
  const spread = spreadOf(rubric.content, totals);
  return {
    sheets: shown,
    mean: meanOf(totals),
    spread,
    flagged: isFlagged(spread, round.spread_share),
    linesApart: linesApart(
      rubric.content,
      sheets.map(({ marks }) => marks),
      round.spread_share,
    ),
  };
}

export async function subjectDetail(db: Database, actor: Actor, { subject, round, sides }: SeenSubject): Promise<SubjectDetail> {
  const scores = seesScores(actor, sides, subject.state);
  const [rubric, statuses, selfs, openedOf, units] = await Promise.all([
    rubricOf(db, round),
    statusesOn(db, subject.id),
    selfOf(db, [subject.id]),
    scores ? openedSheets(db, [subject.id]) : new Map<SubjectId, OpenedRecord[]>(),
    unitsByIds(db, [round.body_id, subject.unit_id]),
  ]);
  const self = selfs.get(subject.id) ?? [];
  const sheets = openedOf.get(subject.id) ?? [];
  const manages = mayManage(actor, sides);
  const people = manages
    ? await personNames(
        db,
        statuses.map(({ person_id }) => person_id),
      )
    : new Map<PersonId, string>();
  const sentSelf = subject.state !== "self" && subject.state !== "returned";
  const result = resultFor(actor, { subject, round, sides });
  return {
    ...subjectRow(actor, subject, { round, rubric, sides, units, statuses, self, opened: sheets }),
    round: {
      id: round.id,
      title: round.title,
      state: round.state,
      purpose: round.purpose,
      body: unitIn(units, round.body_id),
      selfUntil: round.self_until,
      judgeUntil: round.judge_until,
      final: round.final,
      commentShare: round.comment_share,
      spreadShare: round.spread_share,
      titles: round.titles,
    },
    rubric: rubric && { id: rubric.id, title: rubric.title, edition: rubric.edition, sample: rubric.sample, content: rubric.content },
    // What a unit is still writing is its own.
    self: sides.own || sentSelf ? self : [],
    returnReason: subject.return_reason,
    qualifying: subject.qualifying,
    qualified: subject.qualified,
    qualifiedReason: subject.qualified_reason,
    statuses: manages
      ? statuses.map(({ id, person_id, state, how, reason }) => ({
          sheetId: id,
          personId: person_id,
          name: people.get(person_id) ?? "",
          state,
          how,
          reason,
        }))
      : null,
    opened: scores && rubric && sheets.length > 0 ? await openedView(db, actor, { round, rubric, sheets }) : null,
    discussion: scores || result ? subject.discussion : "",
    can: possibleSubjectActs(actor, { state: subject.state, round: round.state, selfScoring: round.self_scoring }, sides),
  };
}
