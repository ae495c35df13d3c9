import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { adjusted, type AdjustmentMove } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayDecide, mayRequest } from "../policy.ts";
import type { Adjustment } from "../shapes.ts";
import { adjustmentsOf, findAdjustment, insertAdjustment, updateAdjustment, type AdjustmentRow } from "../store/adjustments.ts";
import { isInForce, type EditionRow } from "../store/editions.ts";
import { itemsOf } from "../store/items.ts";
import { beginAmendment } from "./amending.ts";
import { lockPlan, mustBeCurrent, recordPlanAct } from "./changing.ts";
import { contentOf, namedUnits, scopeOf, seePlan, type Seen } from "./reading.ts";
import { rewriteItem, splitItem } from "./splitting.ts";

async function describe(
  db: Database,
  actor: Actor,
  { editions, standing }: Pick<Seen, "editions" | "standing">,
  rows: AdjustmentRow[],
): Promise<Adjustment[]> {
  const scope = new Set(await scopeOf(db, actor));
  const units = await namedUnits(
    db,
    rows.map((row) => row.unitId),
  );
  const force = editions.find(isInForce);
  const items = new Map((force ? await itemsOf(db, force.id) : []).map((item) => [item.id, item]));
  // A unit reads its own requests; the issuer reads all of them.
  const shown = rows.filter((row) => standing.owns || scope.has(row.unitId));
  return shown.map((row) => {
    const item = row.itemId === null ? undefined : items.get(row.itemId);
    return {
      id: row.id,
      planId: row.planId,
      edition: row.edition,
      unit: units.get(row.unitId) ?? { id: row.unitId, name: `#${row.unitId}`, kind: "other-body", areaName: null },
      item: item ? { id: item.id, clause: item.clause, text: item.text } : null,
      reason: row.reason,
      proposedText: row.proposedText,
      proposedValue: row.proposedValue,
      proposedDue: row.proposedDue,
      state: row.state,
      requestedBy: row.requestedByName,
      requestedAt: row.requestedAt.toISOString(),
      decidedBy: row.decidedByName,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      answer: row.answer,
      amendedIn: row.amendedIn,
      mayDecide: row.state === "open" && mayDecide(actor, standing),
      mayWithdraw: row.state === "open" && mayRequest(actor, scope.has(row.unitId)),
      version: row.version,
    };
  });
}

export async function readAdjustments(db: Database, actor: Actor, planId: string): Promise<Adjustment[]> {
  const seen = await seePlan(db, actor, planId);
  return describe(db, actor, seen, await adjustmentsOf(db, planId));
}

async function describeOne(tx: Transaction, actor: Actor, planId: string, id: string): Promise<Adjustment> {
  const found = (await readAdjustments(tx, actor, planId)).find((adjustment) => adjustment.id === id);
  if (!found) throw problem("not_found", say("noAdjustment"));
  return found;
}

type Request = {
  id: string;
  unitId: number;
  itemId?: string;
  reason: string;
  proposedText?: string;
  proposedValue?: string;
  proposedDue?: string;
};

/** A unit that the plan binds asks the issuer to change it, with the reason and, if it has one, a wording. */
export function requestAdjustment(db: Database, actor: Actor, clock: () => Date, input: Request): Promise<Adjustment> {
  return transaction(db, async (tx) => {
    const { edition, ours } = await seePlan(tx, actor, input.id);
    authorise(mayRequest(actor, ours.includes(input.unitId)), "plan:adjust");
    if (edition.state !== "issued") throw problem("wrong_state", say("notInForce"));
    const item = input.itemId === undefined ? null : ((await itemsOf(tx, edition.id)).find(({ id }) => id === input.itemId) ?? null);
    if (input.itemId !== undefined && item === null) throw problem("not_found", say("noItem"));
    if (input.proposedValue !== undefined && item?.kind !== "target")
      throw problem("invalid_input", say("valueOfTarget"), { fields: { proposedValue: say("valueOfTarget").vi } });
    const id = await insertAdjustment(tx, {
      planId: input.id,
      edition: edition.edition,
      unitId: input.unitId,
      itemId: item?.id ?? null,
      reason: input.reason,
      proposedText: input.proposedText ?? null,
      proposedValue: input.proposedValue ?? null,
      proposedDue: input.proposedDue ?? null,
      requestedBy: actor.personId,
      requestedByName: actor.personName,
      requestedAt: clock(),
    });
    await recordAct(tx, actor, {
      act: "plan:request-adjustment",
      thing: { kind: "plan", id: input.id },
      unitId: unitId(input.unitId),
      after: { clause: item?.clause ?? null },
      note: input.reason,
    });
    return describeOne(tx, actor, input.id, id);
  });
}

/** Found through the plan, locked with it; a request that the actor may not see is not found. */
async function lockRequest(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<{ row: AdjustmentRow; editions: EditionRow[]; standing: Seen["standing"]; ours: number[] }> {
  const before = await findAdjustment(tx, id);
  if (!before) throw problem("not_found", say("noAdjustment"));
  const locked = await lockPlan(tx, actor, before.planId);
  const row = await findAdjustment(tx, id);
  if (!row) throw problem("not_found", say("noAdjustment"));
  return { row, ...locked };
}

function move({ state }: AdjustmentRow, step: AdjustmentMove): AdjustmentRow["state"] {
  const next = adjusted(state, step);
  if (next === null) throw problem("wrong_state", say("alreadyDecided"));
  return next;
}

/** The issuer decides. What is accepted is written into the amendment that is being prepared, or begins one. */
export function decideAdjustment(
  db: Database,
  actor: Actor,
  clock: () => Date,
  input: { adjustmentId: string; version: number; accept: boolean; for: "unit" | "all"; answer: string },
): Promise<Adjustment> {
  return transaction(db, async (tx) => {
    const { row, editions, standing } = await lockRequest(tx, actor, input.adjustmentId);
    authorise(mayDecide(actor, standing), "plan:issue");
    const next = move(row, input.accept ? "accept" : "decline");
    if (!input.accept && input.answer === "")
      throw problem("invalid_input", say("reasonNeeded"), { fields: { answer: say("reasonNeeded").vi } });
    const amendedIn = input.accept ? await carryOut(tx, actor, clock, editions, row, input.for) : null;
    const decision = { state: next, answer: input.answer || null, decidedByName: actor.personName, decidedAt: clock(), amendedIn };
    mustBeCurrent(await updateAdjustment(tx, row.id, input.version, decision), { state: row.state, version: row.version });
    const edition = editions[0];
    if (edition) {
      await recordPlanAct(tx, actor, {
        act: input.accept ? "plan:accept-adjustment" : "plan:decline-adjustment",
        edition,
        after: { edition: amendedIn },
        note: input.answer || undefined,
      });
    }
    return describeOne(tx, actor, row.planId, row.id);
  });
}

/** Writes the proposal into the draft of an amendment; the number of that edition. */
async function carryOut(
  tx: Transaction,
  actor: Actor,
  clock: () => Date,
  editions: EditionRow[],
  row: AdjustmentRow,
  whom: "unit" | "all",
): Promise<number> {
  if (editions.some(({ state }) => state === "ready")) throw problem("wrong_state", say("notDraft"));
  const draft =
    editions.find(({ state }) => state === "draft") ??
    (await beginAmendment(tx, actor, clock, editions, say("ownPart", { reason: row.reason }).vi));
  const item = (await itemsOf(tx, draft.id)).find(({ id }) => id === row.itemId);
  const proposal = { text: row.proposedText, value: row.proposedValue, due: row.proposedDue };
  // Without a proposal there is nothing to write; the editor amends by hand.
  if (!item || (proposal.text === null && proposal.value === null && proposal.due === null)) return draft.edition;
  const { duties, units } = await contentOf(tx, draft);
  const bound = duties.filter(({ itemId, role }) => itemId === item.id && role !== "partner").map(({ unitId: id }) => id);
  const unit = units.get(row.unitId);
  if (whom === "unit" && unit && bound.includes(row.unitId) && bound.length > 1)
    await splitItem(tx, draft, item, unit, proposal, row.reason);
  else await rewriteItem(tx, draft, item, proposal);
  return draft.edition;
}

export function withdrawAdjustment(db: Database, actor: Actor, input: { adjustmentId: string; version: number }): Promise<Adjustment> {
  return transaction(db, async (tx) => {
    const { row, ours } = await lockRequest(tx, actor, input.adjustmentId);
    authorise(mayRequest(actor, ours.includes(row.unitId)), "plan:adjust");
    const next = move(row, "withdraw");
    const decision = { state: next, answer: null, decidedByName: null, decidedAt: null, amendedIn: null };
    mustBeCurrent(await updateAdjustment(tx, row.id, input.version, decision), { state: row.state, version: row.version });
    await recordAct(tx, actor, { act: "plan:withdraw-adjustment", thing: { kind: "plan", id: row.planId }, unitId: unitId(row.unitId) });
    return describeOne(tx, actor, row.planId, row.id);
  });
}
