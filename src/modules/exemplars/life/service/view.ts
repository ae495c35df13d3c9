import type { Actor } from "../../../../kernel/actor.ts";
import type { DocumentId, ExemplarId, PersonId, UnitId } from "../../../../kernel/ids.ts";
import { daysBetween, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { documentLabels } from "../../../documents/index.ts";
import { personNames } from "../../../identity/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { mayAct, type Sides } from "../../policy.ts";
import { getVisible, unitIn } from "../../service/view.ts";
import { goalsOf, type ExemplarRecord } from "../../store/exemplars.ts";
import type { EventOut, Finding, GradeOut, Life, StepOut } from "../contract.ts";
import { checklist, hasWalked, stepNumber, type LifeFacts } from "../domain.ts";
import { steps } from "../kinds.ts";
import { findingActs, kindsFor, mayFind, mayRead, mayStrike, mayViewInside, possibleLifeActs } from "../policy.ts";
import { eventsOf, type EventRecord } from "../store/events.ts";
import { findingsOf, type FindingRecord } from "../store/findings.ts";
import { gradesOf, standingTo, type GradeRecord } from "../store/grades.ts";
import { goalsWithReadings } from "../store/readings.ts";
import { ruleOf } from "./rules.ts";

/** What everybody who may see the exemplar reads of its way; the rest is between those who have part in it. */
const openKinds = ["survey", "plan", "assign", "communicate", "launch", "review", "lesson"];

type Names = { person: (id: PersonId) => string; unit: (id: UnitId) => ReturnType<typeof unitIn> };
type By = { name: string | null; unit: ReturnType<typeof unitIn> };

/** What gates look at, of the exemplar as it stands. */
export async function lifeFacts(db: Database, record: ExemplarRecord): Promise<{ facts: LifeFacts; events: EventRecord[] }> {
  const [goals, all] = await Promise.all([goalsOf(db, record.id), eventsOf(db, record.id)]);
  const events = all.filter(({ struck_at }) => struck_at === null);
  return { facts: { kind: record.kind, contents: record.contents, goals, events }, events };
}

export async function readLife(db: Database, actor: Actor, id: ExemplarId, today: CalendarDate): Promise<Life> {
  const { record, sides } = await getVisible(db, actor, id);
  return lifeOf(db, actor, record, sides, today);
}

export async function lifeOf(db: Database, actor: Actor, record: ExemplarRecord, sides: Sides, today: CalendarDate): Promise<Life> {
  const inside = mayViewInside(sides);
  const [goals, all, findings, grades, rule] = await Promise.all([
    goalsWithReadings(db, record.id),
    eventsOf(db, record.id),
    inside ? findingsOf(db, record.id) : [],
    inside ? gradesOf(db, [record.id]) : [],
    ruleOf(db, record.lead_id),
  ]);
  const standing = all.filter(({ struck_at }) => struck_at === null);
  const shown = inside ? all : standing.filter(({ kind }) => openKinds.includes(kind));
  const [people, units, own, documents] = await Promise.all([
    personNames(db, [...new Set(peopleIn(all, findings, grades))]),
    unitsByIds(db, [...new Set(unitsIn(all, findings, grades))]),
    standingTo(db, actor.unitId, [...new Set(all.map(({ unit_id }) => unit_id))]),
    documentLabels(db, actor, [...new Set(shown.flatMap(({ documents: named }) => named as DocumentId[]))]),
  ]);
  const names: Names = { person: (id) => people.get(id) ?? "", unit: (id) => unitIn(units, id) };
  const by = (person: PersonId, unit: UnitId): By => ({ name: inside ? names.person(person) : null, unit: names.unit(unit) });
  const { state, paused } = record;
  const walked = hasWalked(standing);
  const place = { step: stepNumber(record.step), walked };
  const reached = goals.map(({ baseline, readings }) => ({ baseline, reached: readings.at(-1) ?? null }));
  const facts: LifeFacts = { kind: record.kind, contents: record.contents, goals: reached, events: standing };
  const silent = daysBetween(record.moved_on, today);
  return {
    id: record.id,
    version: record.version,
    state,
    step: place.step,
    walked,
    paused,
    steps: steps.map((step): StepOut => {
      const passed = standing.findLast(({ kind, details }) => kind === "step-passed" && details["step"] === step);
      const done = walked || step < place.step;
      return {
        step,
        state: done ? "done" : step === place.step ? "current" : "ahead",
        gates: checklist(step, facts),
        passed:
          done && passed ? { onDate: passed.on_date, by: by(passed.typed_by, passed.unit_id), without: withoutOf(passed, inside) } : null,
      };
    }),
    events: shown
      .toReversed()
      .toSorted((one, other) => other.on_date.localeCompare(one.on_date))
      .map((event) => eventOut(event, { by, names, documents, strike: mayStrike(actor, state, own.own.has(event.unit_id)) })),
    goals: inside
      ? goals
      : goals.map((goal) => ({ ...goal, takenOut: [], readings: goal.readings.map((each) => ({ ...each, before: [] })) })),
    findings: findings.map((finding) =>
      findingOut(finding, by, names, findingActs(actor, state, sides, finding, own.own.has(finding.unit_id))),
    ),
    grades: grades.map((grade) => gradeOut(grade, by)),
    sustained: Math.max(0, ...standing.filter(({ kind }) => kind === "sustained").map(({ details }) => Number(details["year"]))) || null,
    movedOn: record.moved_on,
    quiet: inside && state === "accepted" && !paused && silent >= rule.quietDays ? { days: silent } : null,
    can: possibleLifeActs(actor, { ...place, state, paused }, sides),
    kinds: kindsFor(actor, state, sides),
    mayFind: mayFind(actor, sides),
    mayRead: mayRead(actor, state, sides),
    mayEdit: state !== "stopped" && state !== "withdrawn" && mayAct(actor, "edit", sides),
  };
}

type Without = { gate: string; reason: string }[];

/** What a passed step went without is shown to those who review it. */
const withoutOf = ({ details }: EventRecord, inside: boolean): Without =>
  inside && Array.isArray(details["without"]) ? (details["without"] as Without) : [];

type EventView = {
  by: (person: PersonId, unit: UnitId) => By;
  names: Names;
  documents: ReadonlyMap<DocumentId, { label: string; readable: boolean }>;
  strike: boolean;
};

function eventOut(event: EventRecord, { by, names, documents, strike }: EventView): EventOut {
  const { struck_reason, struck_by, struck_at } = event;
  return {
    id: event.id,
    kind: event.kind,
    onDate: event.on_date,
    by: by(event.typed_by, event.unit_id),
    text: event.text,
    details: event.details,
    documents: event.documents.flatMap((id) => {
      const named = documents.get(id as DocumentId);
      return named ? [{ id, ...named }] : [];
    }),
    struck:
      struck_at && struck_by && struck_reason ? { reason: struck_reason, by: names.person(struck_by), at: struck_at.toISOString() } : null,
    mayStrike: strike && struck_at === null && openToStrike(event.kind),
  };
}

/** What acts wrote by themselves is undone by the opposite act, not struck. */
export const openToStrike = (kind: string): boolean =>
  openKinds.includes(kind) || kind === "visit" || kind === "inspect" || kind === "note";

const findingOut = (finding: FindingRecord, by: EventView["by"], names: Names, can: Finding["can"]): Finding => ({
  id: finding.id,
  eventId: finding.event_id,
  foundOn: finding.found_on,
  foundBy: names.unit(finding.unit_id),
  text: finding.text,
  recommendation: finding.recommendation,
  mendBy: finding.mend_by,
  state: finding.state,
  entries: finding.entries.map((entry) => ({
    kind: entry.kind,
    onDate: entry.on_date,
    text: entry.text,
    by: by(entry.typed_by, entry.unit_id),
  })),
  can,
});

export function gradeOut(grade: GradeRecord, by: EventView["by"]): GradeOut {
  const { decided_by, decided_at_unit, decided_on } = grade;
  const decided =
    grade.grade !== null && grade.grade_name !== null && grade.next_step !== null && decided_by && decided_at_unit && decided_on;
  return {
    year: grade.year,
    version: grade.version,
    proposed: {
      code: grade.proposed,
      name: grade.proposed_name,
      next: grade.proposed_next,
      reason: grade.proposed_reason,
      by: by(grade.proposed_by, grade.proposed_at_unit),
    },
    decided: decided
      ? {
          code: grade.grade ?? "",
          name: grade.grade_name ?? "",
          next: grade.next_step ?? "sustain",
          note: grade.note,
          onDate: decided_on,
          by: by(decided_by, decided_at_unit),
        }
      : null,
  };
}

const peopleIn = (events: readonly EventRecord[], findings: readonly FindingRecord[], grades: readonly GradeRecord[]): PersonId[] => [
  ...events.flatMap(({ typed_by, struck_by }) => (struck_by ? [typed_by, struck_by] : [typed_by])),
  ...findings.flatMap(({ entries }) => entries.map(({ typed_by }) => typed_by)),
  ...grades.flatMap(({ proposed_by, decided_by }) => (decided_by ? [proposed_by, decided_by] : [proposed_by])),
];

const unitsIn = (events: readonly EventRecord[], findings: readonly FindingRecord[], grades: readonly GradeRecord[]): UnitId[] => [
  ...events.map(({ unit_id }) => unit_id),
  ...findings.flatMap(({ entries }) => entries.map(({ unit_id }) => unit_id)),
  ...grades.flatMap(({ proposed_at_unit, decided_at_unit }) =>
    decided_at_unit ? [proposed_at_unit, decided_at_unit] : [proposed_at_unit],
  ),
];
