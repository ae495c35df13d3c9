import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { isPreparing } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import type { Changes, Plan } from "../shapes.ts";
import { copyContent, editionsOf, insertEdition, isInForce, type EditionRow } from "../store/editions.ts";
import { lockPlan, recordPlanAct } from "./changing.ts";
import { describeEdition, readPlan } from "./describing.ts";
import { compare } from "./comparing.ts";
import { contentOf, seePlan } from "./reading.ts";

/** A new edition that starts as the one in force. Addressees stay as they are until an editor resolves them anew. */
export async function beginAmendment(
  tx: Transaction,
  actor: Actor,
  clock: () => Date,
  editions: EditionRow[],
  reason: string,
): Promise<EditionRow> {
  const force = editions.find(isInForce);
  if (force?.state !== "issued") throw problem("wrong_state", say("notInForce"));
  if (editions.some(({ state }) => isPreparing(state))) throw problem("conflict", say("alreadyPreparing"));
  const number = Math.max(...editions.map(({ edition }) => edition)) + 1;
  const today = vietnamDate(clock());
  const id = await insertEdition(tx, {
    ...force,
    edition: number,
    issueDate: today,
    resolveOn: force.resolveOn,
    reason,
    preparedBy: actor.personId,
  });
  await copyContent(tx, force.id, id);
  const made = (await editionsOf(tx, force.planId)).find((edition) => edition.id === id);
  if (!made) throw problem("not_found", say("noEdition"));
  await recordPlanAct(tx, actor, { act: "plan:amend", edition: made, after: { edition: number }, note: reason });
  return made;
}

export function amendPlan(db: Database, actor: Actor, clock: () => Date, input: { id: string; reason: string }): Promise<Plan> {
  return transaction(db, async (tx) => {
    const { editions, standing } = await lockPlan(tx, actor, input.id);
    authorise(mayDraft(actor, standing), "plan:draft");
    const made = await beginAmendment(tx, actor, clock, editions, input.reason);
    return readPlan(tx, actor, input.id, made.edition);
  });
}

export async function readEditions(db: Database, actor: Actor, planId: string): Promise<Plan["editions"]> {
  const { editions } = await seePlan(db, actor, planId);
  return editions.map(describeEdition);
}

/** What one edition changed against another, as far as the actor may see both. */
export async function readChanges(db: Database, actor: Actor, input: { id: string; from: number; to: number }): Promise<Changes> {
  const before = await seePlan(db, actor, input.id, input.from);
  const after = await seePlan(db, actor, input.id, input.to);
  return compare(db, await contentOf(db, before.edition), await contentOf(db, after.edition));
}
