import type { Actor, SystemActor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { isPreparing } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayDraft, maySee, type PlanStanding } from "../policy.ts";
import { lockEditions, type EditionRow } from "../store/editions.ts";
import { standingOf } from "./reading.ts";

/** The plan locked for one act, with where the actor stands; not found when it may not be seen at all. */
export async function lockPlan(
  tx: Transaction,
  actor: Actor,
  planId: string,
): Promise<{ editions: EditionRow[]; standing: PlanStanding; ours: number[] }> {
  const editions = await lockEditions(tx, planId);
  const { standing, ours } = await standingOf(tx, actor, editions);
  if (!editions.some(({ state }) => maySee(actor, state, standing))) throw problem("not_found", say("noPlan"));
  return { editions, standing, ours };
}

/** The draft that an edit goes to, locked. An edition that is ready or in force is not edited. */
export async function lockDraft(tx: Transaction, actor: Actor, planId: string): Promise<EditionRow> {
  const { editions, standing } = await lockPlan(tx, actor, planId);
  authorise(mayDraft(actor, standing), "plan:draft");
  const edition = editions.find(({ state }) => isPreparing(state));
  if (edition?.state !== "draft") throw problem("wrong_state", say("notDraft"));
  return edition;
}

/** Refuses an act on a version that is no longer the newest; the details tell what is there now. */
export function mustBeCurrent(written: boolean, current: Json | undefined): asserts written {
  if (!written) throw problem("conflict", say("changedSince"), { current: current ?? null });
}

type Recorded = {
  act: `plan:${string}`;
  edition: Pick<EditionRow, "planId" | "edition" | "issuerId">;
  before?: Json;
  after?: Json;
  note?: string;
};

/** The last step of every act on a plan. */
export async function recordPlanAct(
  tx: Transaction,
  actor: Actor | SystemActor,
  { act, edition, before, after, note }: Recorded,
): Promise<void> {
  await recordAct(tx, actor, { act, thing: { kind: "plan", id: edition.planId }, unitId: unitId(edition.issuerId), before, after, note });
}
