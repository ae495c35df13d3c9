import { actsFor, authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../../kernel/ids.ts";
import { vietnamDate } from "../../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../../platform/database/index.ts";
import { recordActs } from "../../../audit/index.ts";
import { personNames } from "../../../identity/index.ts";
import { lineReaches, unitsByIds } from "../../../units/index.ts";
import { say as sayOfExemplar } from "../../messages.ts";
import { unitIn } from "../../service/view.ts";
import type { GradeRow } from "../contract.ts";
import { gradeOf } from "../domain.ts";
import type { Grade } from "../kinds.ts";
import { say } from "../messages.ts";
import { mayDecide, mayPropose } from "../policy.ts";
import {
  countGradable,
  decideGrades,
  gradable,
  gradesOf,
  lockForGrading,
  proposeGrades,
  standingTo,
  type GradedExemplar,
  type GradeRecord,
  type Shown,
  type Standing,
} from "../store/grades.ts";
import { wrongField, type Living } from "./living.ts";
import { ruleOf } from "./rules.ts";
import { gradeOut } from "./view.ts";

const pageSize = 50;

type Asked = { unitId?: UnitId | undefined; year: number; show: Shown; page: number };

const sidesIn = ({ own, line }: Standing, { lead_id, round_body }: Pick<GradedExemplar, "lead_id" | "round_body">) => ({
  lead: own.has(lead_id),
  line: line.has(lead_id),
  body: round_body !== null && own.has(round_body),
});

/** A unit's list of a year, with what is worth a look before a grade is given. */
export async function readGrades(db: Database, actor: Actor, { unitId = actor.unitId, year, show, page }: Asked) {
  if (unitId !== actor.unitId && !(await lineReaches(db, actor.unitId, unitId))) throw problem("forbidden", say("beyond"));
  const [records, counts, rule] = await Promise.all([
    gradable(db, { unit: unitId, year, show }, { offset: (page - 1) * pageSize, limit: pageSize }),
    countGradable(db, unitId, year),
    ruleOf(db, unitId),
  ]);
  const grades = await gradesOf(
    db,
    records.map(({ id }) => id),
  );
  const leads = records.flatMap(({ lead_id, round_body }) => (round_body === null ? [lead_id] : [lead_id, round_body]));
  const typedAt = grades.flatMap(({ proposed_at_unit, decided_at_unit }) =>
    decided_at_unit === null ? [proposed_at_unit] : [proposed_at_unit, decided_at_unit],
  );
  const [units, people, standing] = await Promise.all([
    unitsByIds(db, [...new Set([unitId, ...leads, ...typedAt])]),
    personNames(db, [
      ...new Set(grades.flatMap(({ proposed_by, decided_by }) => (decided_by ? [proposed_by, decided_by] : [proposed_by]))),
    ]),
    standingTo(db, actor.unitId, [...new Set(leads)]),
  ]);
  const of = (id: ExemplarId, when: number) => grades.find((each) => each.exemplar_id === id && each.year === when);
  const items = records.map((record): GradeRow => {
    const grade = of(record.id, year);
    const sides = sidesIn(standing, record);
    const decides = grade && !actsFor(actor, grade.proposed_by) && mayDecide(actor, record.state, sides, record.lead_id === actor.unitId);
    const proposes = !grade?.grade && mayPropose(actor, record.state, sides);
    return {
      id: record.id,
      name: record.name,
      kind: record.kind,
      state: record.state,
      lead: unitIn(units, record.lead_id),
      step: record.step,
      walked: record.walked,
      paused: record.paused,
      goals: record.goals,
      goalsReached: record.goals_reached,
      openFindings: record.open_findings,
      movedOn: record.moved_on,
      grade: grade ? gradeOut(grade, (person, unit) => ({ name: people.get(person) ?? "", unit: unitIn(units, unit) })) : null,
      lastYear: of(record.id, year - 1)?.grade_name ?? null,
      can: [...(proposes ? ["propose" as const] : []), ...(decides ? ["decide" as const] : [])],
    };
  });
  const total = { all: counts.all, unproposed: counts.all - counts.proposed, undecided: counts.proposed - counts.decided }[show];
  return { unit: unitIn(units, unitId), items, total, pageSize, counts, scale: [...rule.grades] };
}

type Item = { id: ExemplarId; version: number; grade: string };
type Line<T extends Item> = { item: T; exemplar: GradedExemplar; at: number; grade: Grade };

/** The exemplars of the list, held, each with the grade that was chosen for it. What the post may not see does not exist. */
async function linesOf<T extends Item>(
  tx: Transaction,
  actor: Actor,
  items: readonly T[],
  may: (exemplar: GradedExemplar, standing: Standing) => boolean,
): Promise<Line<T>[]> {
  const exemplars = await lockForGrading(
    tx,
    items.map(({ id }) => id),
  );
  const standing = await standingTo(tx, actor.unitId, [
    ...new Set(exemplars.flatMap(({ lead_id, round_body }) => (round_body === null ? [lead_id] : [lead_id, round_body]))),
  ]);
  const { grades } = await ruleOf(tx, actor.unitId);
  return items.map((item, at) => {
    const exemplar = exemplars.find(({ id }) => id === item.id);
    if (!exemplar) throw problem("not_found", sayOfExemplar("noExemplar"));
    if (!may(exemplar, standing)) {
      const { lead, line, body } = sidesIn(standing, exemplar);
      // Accepted ones are seen by everybody, so the act is refused; others do not exist for a stranger.
      if (!(lead || line || body) && exemplar.state !== "accepted" && exemplar.state !== "stopped")
        throw problem("not_found", sayOfExemplar("noExemplar"));
      if ((lead || line || body) && exemplar.state !== "accepted" && exemplar.state !== "stopped")
        throw wrongField(`items.${at}.grade`, say("notGraded"));
      authorise(false, "exemplar:accept");
    }
    const grade = gradeOf(grades, item.grade);
    if (!grade) throw wrongField(`items.${at}.grade`, say("noGrade"));
    return { item, exemplar, at, grade };
  });
}

const checkYear = (year: number, now: Date) => {
  if (year > Number(vietnamDate(now).slice(0, 4))) throw wrongField("year", say("yearAhead"));
};

type Told = { line: Line<Item>; before: GradeRecord | undefined };

const tell = (tx: Transaction, actor: Actor, act: string, year: number, key: "gradeProposed" | "gradeDecided", lines: readonly Told[]) =>
  recordActs(
    tx,
    actor,
    lines.map(({ line: { exemplar, grade }, before }) => {
      const was = key === "gradeProposed" ? before?.proposed_name : before?.grade_name;
      return {
        act,
        thing: { kind: "exemplar", id: exemplar.id },
        unitId: exemplar.lead_id,
        before: was ? { [key]: was } : {},
        after: { gradeYear: year, [key]: grade.name },
      };
    }),
  );

/** Proposes grades for a list at once, all or none. */
export function propose(
  { db, clock }: Living,
  actor: Actor,
  { year, items }: { year: number; items: (Item & { reason: string })[] },
): Promise<{ proposed: number }> {
  const now = clock();
  return transaction(db, async (tx) => {
    const lines = await linesOf(tx, actor, items, (exemplar, standing) => mayPropose(actor, exemplar.state, sidesIn(standing, exemplar)));
    checkYear(year, now);
    const before = (
      await gradesOf(
        tx,
        items.map(({ id }) => id),
      )
    ).filter((each) => each.year === year);
    if (before.some(({ grade }) => grade !== null)) throw problem("wrong_state", say("gradeDecided"));
    const written = await proposeGrades(
      tx,
      year,
      lines.map(({ item, grade }) => ({ id: item.id, version: item.version, grade, reason: item.reason })),
      { unitId: actor.unitId, by: actor.personId },
      now,
    );
    if (written.length !== lines.length) throw problem("conflict", say("gradeChanged"));
    await tell(
      tx,
      actor,
      "exemplar:propose-grade",
      year,
      "gradeProposed",
      lines.map((line) => ({ line, before: before.find((each) => each.exemplar_id === line.item.id) })),
    );
    return { proposed: written.length };
  });
}

/** Decides what was proposed, as it was or otherwise; never what one proposed oneself. */
export function decide(
  { db, clock }: Living,
  actor: Actor,
  { year, items }: { year: number; items: (Item & { note: string })[] },
): Promise<{ decided: number }> {
  const now = clock();
  return transaction(db, async (tx) => {
    const lines = await linesOf(tx, actor, items, (exemplar, standing) =>
      mayDecide(actor, exemplar.state, sidesIn(standing, exemplar), exemplar.lead_id === actor.unitId),
    );
    const before = (
      await gradesOf(
        tx,
        items.map(({ id }) => id),
      )
    ).filter((each) => each.year === year);
    const told = lines.map((line) => ({ line, before: before.find((each) => each.exemplar_id === line.item.id) }));
    for (const { line, before: proposed } of told) {
      if (!proposed) throw problem("wrong_state", say("notProposed"), { fields: { [`items.${line.at}.grade`]: say("notProposed").vi } });
      if (actsFor(actor, proposed.proposed_by)) throw problem("forbidden", say("ownProposal"));
    }
    const written = await decideGrades(
      tx,
      year,
      lines.map(({ item, grade }) => ({ id: item.id, version: item.version, grade, note: item.note })),
      { unitId: actor.unitId, by: actor.personId, on: vietnamDate(now) },
    );
    if (written.length !== lines.length) throw problem("conflict", say("gradeChanged"));
    await tell(tx, actor, "exemplar:decide-grade", year, "gradeDecided", told);
    return { decided: written.length };
  });
}
