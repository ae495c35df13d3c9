/** What the register, the parent plans and the tree of units add to the check of a text. */
import type { Actor } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import { fold, nfc } from "../../../kernel/text.ts";
import { isCalendarDate, vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { addressBook, endedAreas, type AddressBook } from "../../units/index.ts";
import type { CheckContext, CitedElsewhere, ParentPlan } from "../check/context.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import { numberKey, sameDate } from "../domain/number.ts";
import { citedByOthers, type CitedByOther } from "../store/check.ts";
import type { DocumentRow } from "../store/documents.ts";
import { listItems } from "../store/items.ts";
import { findByNumber } from "../store/relations.ts";
import type { ReportingValue, TargetValue, TaskValue } from "../values.ts";
import { labelOf } from "./for-others.ts";
import { scopeOf } from "./scope.ts";

type Subject = {
  /** Null for a draft that is not in the register. */
  id: DocumentId | null;
  /** Whose plan it is: what parents ask of this unit should be in it. */
  unit: UnitId;
  text: string;
  plan: CompiledPlan;
  now: Date;
};

export async function contextOf(db: Database, actor: Actor, subject: Subject): Promise<CheckContext> {
  const { id, plan, now } = subject;
  const scope = await scopeOf(db, actor);
  const keys = [...new Set(plan.citations.flatMap(({ number }) => numberKey(number) ?? []))];
  const today = vietnamDate(now);
  const [registered, cited] = await Promise.all([findByNumber(db, keys, scope), citedByOthers(db, id, keys, scope)]);
  const known = registered.filter((row) => row.id !== id);
  const [parents, endedPlaces] = await Promise.all([parentsOf(db, subject, known, today), placesOf(db, subject, today)]);
  return {
    today,
    elsewhere: [...known.flatMap(asRegistered), ...cited.map(asCited)],
    superseded: cited.flatMap(replacing),
    parents,
    endedPlaces,
  };
}

const asRegistered = (row: DocumentRow): CitedElsewhere[] =>
  row.number === null ? [] : [{ number: row.number, date: row.printed_date, issuer: row.issuer, in: "sổ văn bản" }];

const asCited = (row: CitedByOther): CitedElsewhere => ({
  number: row.cited,
  date: row.cited_date,
  issuer: row.cited_issuer,
  in: labelOf(row),
});

/** "… thay thế Kế hoạch số 12/KH-UBND": said shortly before the number, in one sentence. */
function replacing(row: CitedByOther) {
  const words = nfc(row.words ?? "");
  const at = words.replace(/\s+/gu, "").indexOf(row.cited.replace(/\s+/gu, ""));
  const said = /(?:thay thế|bãi bỏ|hết hiệu lực)[^.;]{0,120}$/iu.exec(
    words.slice(0, words.indexOf(/^\d+/u.exec(row.cited)?.[0] ?? row.cited, 0)),
  );
  return at >= 0 && said ? [{ number: row.cited, date: row.cited_date, by: labelOf(row), words: said[0] }] : [];
}

/** More than a plan stands on; each costs a reading of the directory. */
const mostParents = 3;

/** Documents of the opening that the register knows by number and day: what this one carries out. */
async function parentsOf(db: Database, { unit, plan }: Subject, known: readonly DocumentRow[], today: string): Promise<ParentPlan[]> {
  const firstHeading = plan.outline[0]?.line ?? Number.MAX_SAFE_INTEGER;
  const carried = plan.citations.filter(({ line }) => line < firstHeading);
  const parents = known.filter((row) =>
    carried.some(({ number, date }) => numberKey(number) === row.number_key && sameDate(row.printed_date, date) === "same"),
  );
  return Promise.all(parents.slice(0, mostParents).map((parent) => askedOf(db, parent, unit, today)));
}

async function askedOf(db: Database, parent: DocumentRow, unit: UnitId, today: string): Promise<ParentPlan> {
  const items = (await listItems(db, parent.id)).filter(({ state }) => state !== "dropped");
  const book = await bookOf(db, parent, today);
  const means = (expressions: readonly string[]): boolean =>
    expressions.some((expression) => expression !== "" && book?.(expression).units.some(({ id }) => id === unit));
  const duties: { text: string }[] = [];
  const quotas: ParentPlan["quotas"][number][] = [];
  for (const { kind, value } of items) {
    if (kind === "task" && means((value as TaskValue).lead)) duties.push({ text: (value as TaskValue).text });
    if (kind === "reporting" && means([(value as ReportingValue).who])) duties.push({ text: (value as ReportingValue).what });
    if (kind === "target") {
      const { metric, comparator, value: number, unit: counted, scope } = value as TargetValue;
      if (number !== null && means([scope])) quotas.push({ metric, comparator, value: number, unit: counted });
    }
  }
  return { label: labelOf(parent), duties, quotas };
}

/** Expressions mean something from where the parent's issuer stands, on the parent's day where the tree reaches back to it. */
async function bookOf(db: Database, parent: DocumentRow, today: string): Promise<AddressBook | null> {
  const issuer = parent.issuer_unit_id ?? parent.unit_id;
  const day = parent.printed_date !== null && isCalendarDate(parent.printed_date) ? parent.printed_date : today;
  for (const asOf of day === today ? [day] : [day, today]) {
    try {
      return await addressBook(db, { issuer, asOf });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return null;
}

const PLACE = /(?<!\p{L})(?:xã|phường|thị trấn|huyện|quận|thị xã|đặc khu)\s+\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){0,3}/gu;
const mostPlaces = 200;

/** Places named in the text that the tree had once and has no longer on the text's day. */
async function placesOf(db: Database, { text, plan }: Subject, today: string): Promise<CheckContext["endedPlaces"]> {
  const names = new Map([...nfc(text).matchAll(PLACE)].map(([name]) => [fold(name), name.replace(/\s+/gu, " ")]));
  const { date } = plan.header;
  const asOf = date !== null && isCalendarDate(date) ? date : today;
  const gone = await endedAreas(db, [...names.keys()].slice(0, mostPlaces), asOf);
  return gone.map(({ name, until }) => ({ name: names.get(name) ?? name, until }));
}
