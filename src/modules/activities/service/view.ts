import type { Actor } from "../../../kernel/actor.ts";
import { grouped } from "../../../kernel/decimals.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ActivityId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { amountText } from "../../../kernel/numbers.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import { lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { ActivityDetail, ActivityKind, ActivityRow, Detail, Double } from "../contract.ts";
import { unitsInDetails } from "../domain/facts.ts";
import { say } from "../messages.ts";
import { mayAnswer, mayView, possibleActs, type Sides } from "../policy.ts";
import { doublesOf, type DoubleRow } from "../store/doubles.ts";
import { amountOf, findEntries, findEntry, servesOf, type EntryRow } from "../store/entries.ts";
import { filesOf } from "../store/files.ts";
import { allKinds } from "../store/kinds.ts";

type Units = ReadonlyMap<UnitId, UnitRef>;

export const unitIn = (units: Units, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

const unitsOf = (row: EntryRow): UnitId[] => [row.lead_id, ...row.partners, ...(row.same ? [row.same.lead_id] : [])];

/** Entries as lists show them. */
export async function rowsShown(db: Database, rows: readonly EntryRow[]): Promise<ActivityRow[]> {
  const [kinds, units] = await Promise.all([allKinds(db), unitsByIds(db, [...new Set(rows.flatMap(unitsOf))])]);
  const names = new Map(kinds.map(({ code, name }) => [code, name]));
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    kindName: names.get(row.kind) ?? { vi: row.kind, en: row.kind },
    state: row.state,
    name: row.name,
    onDate: row.on_date,
    untilDate: row.until_date,
    startTime: row.start_time,
    place: row.place,
    lead: unitIn(units, row.lead_id),
    partners: row.partners.map((id) => unitIn(units, id)),
    turns: amountOf(row, "turns"),
    gifts: amountOf(row, "gifts"),
    money: amountOf(row, "money"),
    labour: amountOf(row, "labour"),
    approximate: row.approximate,
    photos: row.photos,
    files: row.files,
    thumb: row.thumb,
    serves: servesOf(row),
    sameAs: row.same ? { id: row.same.id, name: row.same.name, lead: unitIn(units, row.same.lead_id) } : null,
    doubts: row.doubts,
  }));
}

/** Where the post stands to an entry. */
export async function sidesOf(
  db: Database,
  actor: Pick<Actor, "unitId">,
  row: Pick<EntryRow, "lead_id" | "partners" | "typed_at">,
): Promise<Sides> {
  const covers = async (unit: UnitId) => unit === actor.unitId || reaches(db, actor.unitId, unit);
  const [lead, line, typed] = await Promise.all([covers(row.lead_id), lineReaches(db, actor.unitId, row.lead_id), covers(row.typed_at)]);
  // Partners can be many; they matter only to somebody whose unit does not lead.
  let partner = false;
  if (!lead) for (const unit of row.partners) partner ||= await covers(unit);
  return { lead, partner, line, typed };
}

/** The entry, when this person may see it; otherwise it does not exist for them. */
export async function getVisible(db: Database, actor: Actor, id: ActivityId): Promise<{ row: EntryRow; sides: Sides }> {
  const row = await findEntry(db, id);
  const sides = row && (await sidesOf(db, actor, row));
  if (!row || !sides || !mayView(actor, row.state, sides)) throw problem("not_found", say("noActivity"));
  return { row, sides };
}

export async function detailOf(db: Database, actor: Actor, row: EntryRow, sides: Sides): Promise<ActivityDetail> {
  const kinds = await allKinds(db);
  const kind = kinds.find(({ code }) => code === row.kind);
  const named = [row.typed_at, ...(row.typed_for === null ? [] : [row.typed_for]), ...(kind ? unitsInDetails(row.details, kind) : [])];
  const [[shown], units, people, attached, doubles] = await Promise.all([
    rowsShown(db, [row]),
    unitsByIds(db, named),
    personNames(db, [row.typed_by]),
    filesOf(db, [row.id]),
    doublesOf(db, row.id).then((found) => doublesShown(db, actor, found)),
  ]);
  if (!shown) throw problem("not_found", say("noActivity"));
  return {
    ...shown,
    summary: row.summary,
    details: kind ? detailsShown(row, kind, units) : [],
    source: row.source,
    typedBy: { name: people.get(row.typed_by) ?? "", unit: unitIn(units, row.typed_at) },
    typedFor: row.typed_for === null ? null : unitIn(units, row.typed_for),
    templateId: row.template_id,
    cancelReason: row.cancel_reason,
    attached: attached.map(({ id, kind: fileKind, name, size, type, thumbHash }) => ({
      id,
      kind: fileKind,
      name,
      size,
      type,
      thumb: thumbHash !== null,
    })),
    doubles,
    can: possibleActs(actor, row.state, sides),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function detailsShown(row: EntryRow, kind: ActivityKind, units: Units): Detail[] {
  return kind.fields.flatMap((field) => {
    const given = row.details[field.key];
    if (!given) return [];
    const { value, said = null } = given;
    const same = (text: string) => ({ vi: text, en: text });
    const shown = {
      number: () => same(amountText({ value, said })),
      text: () => same(value),
      choice: () => field.options.find((option) => option.value === value)?.label ?? same(value),
      unit: () => same(unitIn(units, Number(value) as UnitId).name),
      boolean: () => say(value === "true" ? "yes" : "no"),
    }[field.type]();
    return [{ key: field.key, label: field.label, type: field.type, unit: field.unit, value, said, shown }];
  });
}

/** One line about an entry's figures: "hơn 120 lượt người, 30 suất quà, 15.000.000 đồng". */
export function figuresLine(row: EntryRow): string {
  const units = { turns: "lượt người", gifts: "suất quà", money: "đồng", labour: "ngày công" } as const;
  return (Object.keys(units) as (keyof typeof units)[])
    .flatMap((key) => {
      const amount = amountOf(row, key);
      return amount ? [`${amount.said ? `${amount.said} ` : ""}${grouped(amount.value)} ${units[key]}`] : [];
    })
    .join(", ");
}

/** Questions with both entries; each side sees the few facts of the other that the question is about. */
export async function doublesShown(db: Database, actor: Actor, doubles: readonly DoubleRow[]): Promise<Double[]> {
  if (doubles.length === 0) return [];
  const rows = await findEntries(db, [...new Set(doubles.flatMap(({ earlier_id, later_id }) => [earlier_id, later_id]))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = new Map((await rowsShown(db, rows)).map((row) => [row.id as ActivityId, row]));
  const isId = <T>(id: T | null): id is T => id !== null;
  const [people, units] = await Promise.all([
    personNames(db, doubles.map(({ answered_by }) => answered_by).filter(isId<PersonId>)),
    unitsByIds(db, doubles.map(({ answered_unit }) => answered_unit).filter(isId<UnitId>)),
  ]);
  const found = await Promise.all(
    doubles.map(async (double) => {
      const [earlier, later] = [shown.get(double.earlier_id), shown.get(double.later_id)];
      const both = [byId.get(double.earlier_id), byId.get(double.later_id)].filter((row) => row !== undefined);
      if (!earlier || !later) return [];
      const sides = await Promise.all(both.map((row) => sidesOf(db, actor, row)));
      return [
        {
          id: double.id,
          state: double.state,
          reasons: double.reasons,
          earlier: withoutEvidence(earlier),
          later: withoutEvidence(later),
          answeredBy:
            double.answered_by && double.answered_at && double.answered_unit
              ? {
                  unit: unitIn(units, double.answered_unit),
                  name: people.get(double.answered_by) ?? "",
                  at: double.answered_at.toISOString(),
                }
              : null,
          answerable: mayAnswer(actor, sides),
        },
      ];
    }),
  );
  return found.flat();
}

/** The other side is asked about an activity, not shown its photographs and duties. */
const withoutEvidence = (row: ActivityRow): ActivityRow => ({ ...row, thumb: null, serves: null });

export async function readActivity(db: Database, actor: Actor, id: ActivityId): Promise<ActivityDetail> {
  const { row, sides } = await getVisible(db, actor, id);
  return detailOf(db, actor, row, sides);
}
