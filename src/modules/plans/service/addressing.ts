import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { getUnit } from "../../units/index.ts";
import { say } from "../messages.ts";
import type { Addressee, EdgeRow, PlanEdge } from "../shapes.ts";
import { expressionsOf, saveException, updateEdges, updateReading, type ExpressionRow } from "../store/addressees.ts";
import type { EditionRow } from "../store/editions.ts";
import { lockDraft, mustBeCurrent, recordPlanAct } from "./changing.ts";
import { describeAddressees, describeEdges } from "./describing.ts";
import { contentOf } from "./reading.ts";
import { proposeEdges, resolveExpressions } from "./resolving.ts";

async function getExpression(tx: Transaction, edition: EditionRow, id: string): Promise<ExpressionRow> {
  const found = (await expressionsOf(tx, edition.id)).find((expression) => expression.id === id);
  if (!found) throw problem("not_found", say("noExpression"));
  return found;
}

async function describe(tx: Transaction, edition: EditionRow, id: string, clock: () => Date): Promise<Addressee> {
  const all = await describeAddressees(tx, await contentOf(tx, edition), vietnamDate(clock()));
  const found = all.find((addressee) => addressee.id === id);
  if (!found) throw problem("not_found", say("noExpression"));
  return found;
}

/** Resolves every expression of a draft anew: the tree may have changed since. Exceptions by hand stay. */
export function resolveAll(db: Database, actor: Actor, clock: () => Date, input: { id: string }): Promise<Addressee[]> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    await resolveExpressions(tx, edition, await expressionsOf(tx, edition.id));
    await proposeEdges(tx, edition);
    await recordPlanAct(tx, actor, { act: "plan:resolve", edition });
    return describeAddressees(tx, await contentOf(tx, edition), vietnamDate(clock()));
  });
}

type Reading = { id: string; expressionId: string; version: number; readAs: string | null; skipped: string | null };

/** Says how an expression is to be read, or that no unit is meant by it; the printed words stay. */
export function readExpression(db: Database, actor: Actor, clock: () => Date, input: Reading): Promise<Addressee> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    const was = await getExpression(tx, edition, input.expressionId);
    mustBeCurrent(await updateReading(tx, was.id, input.version, input), {
      readAs: was.readAs,
      skipped: was.skipped,
      version: was.version,
    });
    await resolveExpressions(tx, edition, [await getExpression(tx, edition, was.id)]);
    await proposeEdges(tx, edition);
    const after = { expression: was.printed, readAs: input.readAs, skipped: input.skipped };
    await recordPlanAct(tx, actor, {
      act: "plan:read-expression",
      edition,
      before: { expression: was.printed, readAs: was.readAs, skipped: was.skipped },
      after,
    });
    return describe(tx, edition, was.id, clock);
  });
}

type Exception = { id: string; expressionId: string; version: number; unitId: number; meant: boolean | null; reason: string | null };

/** A unit added or taken out by hand with the reason; `meant: null` undoes it. */
export function exceptUnit(db: Database, actor: Actor, clock: () => Date, input: Exception): Promise<Addressee> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    const was = await getExpression(tx, edition, input.expressionId);
    mustBeCurrent(was.version === input.version, { version: was.version });
    const unit = await getUnit(tx, unitId(input.unitId), edition.resolveOn);
    await saveException(tx, was.id, unit.id, input.meant, input.reason);
    // Taking back an addition or a removal shows again what the tree says of this unit.
    if (input.meant === null) await resolveExpressions(tx, edition, [await getExpression(tx, edition, was.id)]);
    await proposeEdges(tx, edition);
    const act = input.meant === null ? "plan:undo-exception" : input.meant ? "plan:add-unit" : "plan:take-unit-out";
    await recordPlanAct(tx, actor, { act, edition, after: { expression: was.printed, unit: unit.name }, note: input.reason ?? undefined });
    return describe(tx, edition, was.id, clock);
  });
}

/** Confirms what the plan may ask of units, or changes it. */
export function setEdges(
  db: Database,
  actor: Actor,
  input: { id: string; units: { unitId: number; version: number }[]; edge: PlanEdge | null },
): Promise<EdgeRow[]> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    const written = new Set(await updateEdges(tx, edition.id, input.units, input.edge));
    const edges = describeEdges(await contentOf(tx, edition));
    const missed = input.units.filter(({ unitId: id }) => !written.has(id));
    mustBeCurrent(
      missed.length === 0,
      edges.filter(({ unit }) => missed.some(({ unitId: id }) => id === unit.id)),
    );
    await recordPlanAct(tx, actor, { act: "plan:set-edges", edition, after: { units: input.units.length, edge: input.edge } });
    return edges;
  });
}
