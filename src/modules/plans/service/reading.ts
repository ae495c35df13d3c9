import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import { fold } from "../../../kernel/text.ts";
import type { Database } from "../../../platform/database/index.ts";
import { isArea } from "../../units/contract.ts";
import { getUnit, idsWithin, unitsByIds, type UnitRef } from "../../units/index.ts";
import type { Duty, Meant } from "../domain/matrix.ts";
import { dutiesOf } from "../domain/matrix.ts";
import { isPreparing } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayDraft, maySee, type PlanStanding } from "../policy.ts";
import type { PlanEdge, PlanItem, PlanUnit } from "../shapes.ts";
import { addressedUnits, edgesOf, expressionsOf, type EdgeEntry, type ExpressionRow } from "../store/addressees.ts";
import { editionsOf, isInForce, type EditionRow } from "../store/editions.ts";
import { itemsOf } from "../store/items.ts";

export const planUnit = ({ id, name, kind, areaName }: UnitRef): PlanUnit => ({ id, name, kind, areaName: areaName ?? null });

/** Names of units as they were on a day, keyed by number. */
export async function namedUnits(db: Database, ids: Iterable<number>, asOf?: string): Promise<Map<number, PlanUnit>> {
  const units = await unitsByIds(db, [...new Set(ids)].map(unitId), asOf);
  return new Map([...units.values()].map((unit) => [unit.id, planUnit(unit)]));
}

/** Units that a person acts for: those of the post's body and its boards; of an area the area alone. */
export async function scopeOf(db: Database, actor: Pick<Actor, "unitId">): Promise<number[]> {
  const unit = await getUnit(db, actor.unitId);
  return isArea(unit.kind) ? [actor.unitId] : reachOf(db, actor);
}

const reachOf = (db: Database, actor: Pick<Actor, "unitId">): Promise<number[]> => idsWithin(db, actor.unitId);

/** A plan as one actor sees it; `ours` are units it addresses that the actor acts for. */
export type Seen = { edition: EditionRow; editions: EditionRow[]; standing: PlanStanding; ours: number[] };

export async function standingOf(db: Database, actor: Actor, editions: EditionRow[]): Promise<{ standing: PlanStanding; ours: number[] }> {
  const [first] = editions;
  if (!first) return { standing: { owns: false, reached: false }, ours: [] };
  const scope = new Set(await scopeOf(db, actor));
  const force = editions.find(isInForce);
  const addressed = force ? await addressedUnits(db, force.id) : [];
  const ours = addressed.filter((id) => scope.has(id));
  const owns = scope.has(first.issuerId);
  return {
    standing: {
      owns,
      reached:
        owns ||
        ours.length > 0 ||
        (first.parentIssuerId !== null && scope.has(first.parentIssuerId)) ||
        (await reachesAny(db, actor, [first.issuerId, ...addressed])),
    },
    ours,
  };
}

async function reachesAny(db: Database, actor: Actor, units: number[]): Promise<boolean> {
  const reach = new Set(await reachOf(db, actor));
  return units.some((id) => reach.has(id));
}

/**
 * The edition that the actor reads: the one asked for, else the one in force, else the one being prepared.
 * A plan that may not be seen is not found.
 */
export async function seePlan(db: Database, actor: Actor, planId: string, wanted?: number): Promise<Seen> {
  const all = await editionsOf(db, planId);
  const { standing, ours } = await standingOf(db, actor, all);
  const editions = all.filter(({ state }) => maySee(actor, state, standing));
  if (editions.length === 0) throw problem("not_found", say("noPlan"));
  const edition = wanted === undefined ? (editions.find(isInForce) ?? editions.at(-1)) : editions.find((each) => each.edition === wanted);
  if (!edition) throw problem("not_found", say("noEdition"));
  return { edition, editions, standing, ours };
}

/** Registered for history panels: who may read a plan may read what was done to it, and owners read what is prepared. */
export async function canSeePlan(db: Database, actor: Actor, planId: string): Promise<boolean> {
  const editions = await editionsOf(db, planId);
  const { standing } = await standingOf(db, actor, editions);
  return (
    editions.some(({ state }) => maySee(actor, state, standing)) && (standing.owns || editions.every(({ state }) => !isPreparing(state)))
  );
}

/** The edition being prepared, for an actor who may draft for its issuer. */
export async function seePreparing(db: Database, actor: Actor, planId: string): Promise<EditionRow> {
  const { editions, standing } = await seePlan(db, actor, planId);
  const edition = editions.find(({ state }) => isPreparing(state));
  if (!edition || !mayDraft(actor, standing)) throw problem("wrong_state", say("nothingPreparing"));
  return edition;
}

/** All that an edition says, ready for the rules of the domain. */
export type Content = {
  edition: EditionRow;
  items: PlanItem[];
  expressions: ExpressionRow[];
  meant: Meant[];
  duties: Duty[];
  edges: EdgeEntry[];
  edgeOf: Map<number, PlanEdge>;
  units: Map<number, PlanUnit>;
};

export const meantUnits = ({ units }: ExpressionRow): number[] => units.filter(({ meant }) => meant).map(({ unitId: id }) => id);

export async function contentOf(db: Database, edition: EditionRow): Promise<Content> {
  const [items, expressions, edges] = [await itemsOf(db, edition.id), await expressionsOf(db, edition.id), await edgesOf(db, edition.id)];
  const meant = expressions.map((row) => ({
    id: row.id,
    printed: row.printed,
    skipped: row.skipped !== null,
    understood: row.understood !== null,
    unclear: row.unclear.length > 0,
    listed: row.recipient,
    recipient:
      row.recipient && !items.some((item) => [...item.leads, ...item.partners].some(({ expressionId }) => expressionId === row.id)),
    units: meantUnits(row),
  }));
  const duties = dutiesOf(items, meant);
  const units = await namedUnits(
    db,
    [edition.issuerId, ...expressions.flatMap((row) => row.units.map(({ unitId: id }) => id))],
    edition.resolveOn,
  );
  return { edition, items, expressions, meant, duties, edges, edgeOf: new Map(edges.map(({ unitId: id, edge }) => [id, edge])), units };
}

/** For lists: what the post reaches, and the issuers among it whose drafts the reader sees. */
export async function reachForLists(db: Database, actor: Actor): Promise<{ reached: number[]; drafting: number[] }> {
  return { reached: await reachOf(db, actor), drafting: await scopeOf(db, actor) };
}

/** Whether a printed issuer names this unit: every word of the unit's name stands in it. */
export const namesUnit = (printed: string, unit: PlanUnit): boolean => {
  const words = fold(printed);
  return fold(unit.name)
    .split(" ")
    .every((word) => words.includes(word));
};
