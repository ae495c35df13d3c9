import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import { lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { ExemplarDetail, ExemplarRow } from "../contract.ts";
import { missingOf, type Asked } from "../domain/facts.ts";
import { say } from "../messages.ts";
import { mayView, possibleActs, type Sides } from "../policy.ts";
import { amountOf, findExemplar, goalsOf, partnersOf, type ExemplarRecord } from "../store/exemplars.ts";
import { findRound } from "../store/rounds.ts";

export type Units = ReadonlyMap<UnitId, UnitRef>;

export const unitIn = (units: Units, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

/** What the form asks for when no round says otherwise. */
export const askedByDefault: readonly Asked[] = ["field", "situation", "goals", "area"];

/** Exemplars as lists show them. */
export async function rowsShown(db: Database, records: readonly ExemplarRecord[]): Promise<ExemplarRow[]> {
  const units = await unitsByIds(db, [
    ...new Set(records.flatMap(({ lead_id, area_id }) => (area_id === null ? [lead_id] : [lead_id, area_id]))),
  ]);
  return records.map((record) => ({
    id: record.id,
    version: record.version,
    kind: record.kind,
    state: record.state,
    name: record.name,
    field: record.field,
    stream: record.stream,
    lead: unitIn(units, record.lead_id),
    area: record.area_id === null ? null : unitIn(units, record.area_id),
    place: record.place,
    themes: record.themes,
    step: record.step,
    paused: record.paused,
    registeredOn: record.registered_on,
    acceptedOn: record.accepted_on,
    firstYear: record.first_year,
    movedOn: record.moved_on,
    round: record.round && { id: record.round.id, title: record.round.title },
    late: record.round !== null && record.registered_on !== null && record.registered_on > record.round.closes_on,
  }));
}

/** Where the post stands to an exemplar. Without a round, those above in the line look after it. */
export async function sidesOf(db: Database, actor: Pick<Actor, "unitId">, record: ExemplarRecord): Promise<Sides> {
  const covers = async (unit: UnitId) => unit === actor.unitId || reaches(db, actor.unitId, unit);
  const [lead, line, typed] = await Promise.all([
    covers(record.lead_id),
    lineReaches(db, actor.unitId, record.lead_id),
    covers(record.typed_at),
  ]);
  const body = record.round ? await covers(record.round.body_id) : line && record.lead_id !== actor.unitId;
  let partner = false;
  if (!lead) for (const { unitId } of await partnersOf(db, record.id)) partner ||= await covers(unitId);
  return { lead, line, typed, body, partner };
}

/** The exemplar, when this person may see it; otherwise it does not exist for them. */
export async function getVisible(db: Database, actor: Actor, id: ExemplarId): Promise<{ record: ExemplarRecord; sides: Sides }> {
  const record = await findExemplar(db, id);
  const sides = record && (await sidesOf(db, actor, record));
  if (!record || !sides || !mayView(actor, record.state, sides)) throw problem("not_found", say("noExemplar"));
  return { record, sides };
}

export async function readExemplar(db: Database, actor: Actor, id: ExemplarId): Promise<ExemplarDetail> {
  const { record, sides } = await getVisible(db, actor, id);
  return detailOf(db, actor, record, sides);
}

export async function detailOf(db: Database, actor: Actor, record: ExemplarRecord, sides: Sides): Promise<ExemplarDetail> {
  const [shown] = await rowsShown(db, [record]);
  if (!shown) throw problem("not_found", say("noExemplar"));
  const [goals, partners, round, original, people] = await Promise.all([
    goalsOf(db, record.id),
    partnersOf(db, record.id),
    record.round_id === null ? null : findRound(db, record.round_id),
    record.copied_from === null ? null : findExemplar(db, record.copied_from),
    personNames(db, [record.typed_by]),
  ]);
  const units = await unitsByIds(db, [
    ...partners.map(({ unitId }) => unitId),
    record.typed_at,
    ...(record.typed_for === null ? [] : [record.typed_for]),
    ...(original ? [original.lead_id] : []),
  ]);
  return {
    ...shown,
    localField: record.local_field,
    contents: record.contents,
    missing: missingOf(record, round?.asked ?? askedByDefault),
    goals,
    partners: partners.map(({ unitId, part }) => ({ unit: unitIn(units, unitId), part })),
    startedOn: record.started_on,
    endsOn: record.ends_on,
    money: amountOf(record, "money"),
    labour: amountOf(record, "labour"),
    turns: amountOf(record, "turns"),
    copiedFrom: original ? { id: original.id, name: original.name, lead: unitIn(units, original.lead_id) } : null,
    adapted: record.adapted,
    reason: record.reason,
    typedBy: { name: people.get(record.typed_by) ?? "", unit: unitIn(units, record.typed_at) },
    typedFor: record.typed_for === null ? null : unitIn(units, record.typed_for),
    can: possibleActs(actor, record.state, sides),
    looksAfter: sides.lead || sides.line || sides.body,
    createdAt: record.created_at.toISOString(),
    updatedAt: record.updated_at.toISOString(),
  };
}
