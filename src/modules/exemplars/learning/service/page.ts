import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { places } from "../../../../kernel/decimals.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../../kernel/ids.ts";
import { readAmount, saidWords, type Amount } from "../../../../kernel/numbers.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { reaches, unitsByIds } from "../../../units/index.ts";
import { mayAct, type Sides } from "../../policy.ts";
import { getVisible, unitIn, type Units } from "../../service/view.ts";
import type { ExemplarRecord } from "../../store/exemplars.ts";
import { contentKeys } from "../../shapes.ts";
import type { Learning, Lesson, LessonIn } from "../contract.ts";
import { namesPrivatePhone, shareOf } from "../domain.ts";
import { say } from "../messages.ts";
import {
  copiesOf,
  goalsLike,
  lessonOf,
  originsOf,
  saveLesson,
  studiesOf,
  takenOf,
  type CopyRecord,
  type GoalRow,
  type LessonRecord,
  type StudyRecord,
} from "../store.ts";

export type Serving = { db: Database; clock: () => Date };

const mostCopies = 200;
/** So many are held beside the original; a table of two hundred says nothing. */
const mostCompared = 30;

function lessonShown(lesson: LessonRecord | undefined, units: Units): Lesson {
  return {
    version: lesson?.version ?? 0,
    story: lesson?.story ?? "",
    steps: lesson?.steps ?? "",
    helped: lesson?.helped ?? "",
    hindered: lesson?.hindered ?? "",
    cost: lesson?.cost ? { value: lesson.cost, said: saidWords.find((word) => word === lesson.cost_said) ?? null } : null,
    costNote: lesson?.cost_note ?? "",
    contactUnit: lesson?.contact_unit_id ? unitIn(units, lesson.contact_unit_id) : null,
    contact: lesson?.contact ?? "",
  };
}

function spread(copies: readonly CopyRecord[]): Pick<Learning, "years" | "areas"> {
  const years = new Map<number, number>();
  const areas = new Map<string, { count: number; since: number }>();
  for (const { registered_on, area } of copies) {
    if (registered_on === null) continue;
    const year = Number(registered_on.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
    const name = area ?? "–";
    const known = areas.get(name) ?? { count: 0, since: year };
    areas.set(name, { count: known.count + 1, since: Math.min(known.since, year) });
  }
  return {
    years: [...years].map(([year, count]) => ({ year, count })).toSorted((a, b) => a.year - b.year),
    areas: [...areas]
      .map(([name, area]) => ({ name, ...area }))
      .toSorted((a, b) => a.since - b.since || a.name.localeCompare(b.name, "vi")),
  };
}

type Named = { id: ExemplarId; name: string; lead_id: UnitId };

/** Only goals that a copy has too: an original alone is no comparison. */
function resultsOf(
  goals: readonly GoalRow[],
  original: ExemplarId,
  named: ReadonlyMap<ExemplarId, Named>,
  units: Units,
): Learning["results"] {
  const groups = Map.groupBy(goals, ({ name, unit }) => `${name}\n${unit}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first || rows.length < 2) return [];
    const shown = rows.flatMap((row) => {
      const one = named.get(row.id);
      if (!one) return [];
      const { baseline, goal, reached } = row;
      return [
        {
          id: row.id,
          name: one.name,
          lead: unitIn(units, one.lead_id),
          original: row.id === original,
          baseline,
          goal,
          reached,
          share: shareOf(row),
        },
      ];
    });
    return [{ name: first.name, unit: first.unit, rows: shown }];
  });
}

async function studiesShown(
  db: Database,
  actor: Actor,
  studies: readonly StudyRecord[],
  host: boolean,
  units: Units,
): Promise<Learning["studies"]> {
  const writes = may(actor, "exemplar:register");
  return Promise.all(
    studies.map(async ({ id, unit_id, on_date, people, took_home, typed_at }) => ({
      id,
      unit: unitIn(units, unit_id),
      onDate: on_date,
      people,
      tookHome: took_home,
      mayRemove: writes && (host || typed_at === actor.unitId || (await reaches(db, actor.unitId, typed_at))),
    })),
  );
}

export const isOpen = ({ state }: Pick<ExemplarRecord, "state">): boolean => state === "accepted" || state === "stopped";

function actsOf(actor: Actor, record: ExemplarRecord, sides: Sides): Learning["can"] {
  return [
    ...(mayAct(actor, "edit", sides) ? (["write"] as const) : []),
    ...(isOpen(record) && may(actor, "exemplar:register") ? (["copy", "study"] as const) : []),
  ];
}

/** What is there to be learnt from it. Copies that are only being prepared are their units' own and not told. */
export async function readLearning(db: Database, actor: Actor, id: ExemplarId): Promise<Learning> {
  const { record, sides } = await getVisible(db, actor, id);
  const [lesson, taken, origins, found, studies] = await Promise.all([
    lessonOf(db, id),
    takenOf(db, id),
    originsOf(db, id),
    copiesOf(db, id, mostCopies + 1),
    studiesOf(db, id),
  ]);
  const copies = found.slice(0, mostCopies);
  const units = await unitsByIds(db, [
    ...new Set([
      record.lead_id,
      ...(lesson?.contact_unit_id ? [lesson.contact_unit_id] : []),
      ...[...origins, ...copies].map(({ lead_id }) => lead_id),
      ...studies.map(({ unit_id }) => unit_id),
    ]),
  ]);
  // A copy is held against what it was copied from: seen from the copy, the original stands first.
  const nearest = origins.at(-1);
  const original: Named = copies.length === 0 && nearest ? nearest : record;
  const compared = original === record ? copies.slice(0, mostCompared) : [record];
  const goals = await goalsLike(
    db,
    original.id,
    compared.map((each) => each.id),
  );
  const named = new Map<ExemplarId, Named>([original, ...compared].map((each) => [each.id, each]));
  const lead = (unit: UnitId) => unitIn(units, unit);
  return {
    lesson: lessonShown(lesson, units),
    taken: contentKeys.filter((key) => taken[key] !== undefined && taken[key] === record.contents[key]),
    origins: origins.map((each) => ({ id: each.id, name: each.name, lead: lead(each.lead_id) })),
    copies: copies.map((each) => ({
      id: each.id,
      name: each.name,
      state: each.state,
      lead: lead(each.lead_id),
      area: each.area ?? "–",
      adapted: each.adapted,
      registeredOn: each.registered_on,
      copiedFrom: each.copied_from,
      generation: each.generation,
    })),
    moreCopies: found.length > mostCopies,
    ...spread(copies),
    results: resultsOf(goals, original.id, named, units),
    studies: await studiesShown(db, actor, studies, mayAct(actor, "edit", sides), units),
    can: actsOf(actor, record, sides),
  };
}

function costOf(typed: string): Amount | null {
  if (typed === "") return null;
  const amount = readAmount(typed);
  if (amount === null || places(amount.value) > 0 || amount.value.length > 15)
    throw problem("invalid_input", say("cost"), { fields: { cost: say("cost").vi } });
  return amount;
}

/** The lesson, in the words of those who carry it out. A private number is refused: whoever wants to learn asks the unit. */
export function writeLesson({ db, clock }: Serving, actor: Actor, { id, ...input }: LessonIn & { id: ExemplarId }): Promise<Learning> {
  const now = clock();
  const cost = costOf(input.cost);
  for (const field of ["contact", "story", "steps"] as const)
    if (namesPrivatePhone(input[field]))
      throw problem("invalid_input", say("privatePhone"), { fields: { [field]: say("privatePhone").vi } });
  return transaction(db, async (tx) => {
    const { record, sides } = await getVisible(tx, actor, id);
    authorise(mayAct(actor, "edit", sides), "exemplar:register");
    const contactUnit = input.contactUnitId ?? null;
    if (contactUnit !== null && !(await unitsByIds(tx, [contactUnit])).has(contactUnit))
      throw problem("invalid_input", say("noUnit"), { fields: { contactUnitId: say("noUnit").vi } });
    const { story, steps, helped, hindered, costNote, contact } = input;
    const given = { story, steps, helped, hindered, cost, cost_note: costNote, contact_unit_id: contactUnit, contact };
    const saved = await saveLesson(tx, id, given, { seen: input.version, by: actor.personId, now });
    if (!saved) throw problem("conflict", say("lessonChanged"), { current: await readLearning(tx, actor, id) });
    await recordAct(tx, actor, {
      act: "exemplar:lesson",
      thing: { kind: "exemplar", id },
      unitId: record.lead_id,
      before: { lessonVersion: input.version },
      after: { lessonVersion: input.version + 1 },
    });
    return readLearning(tx, actor, id);
  });
}
