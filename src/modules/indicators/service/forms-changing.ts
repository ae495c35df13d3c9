import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { FormId, UnitId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { mayDefine } from "../domain/forms-policy.ts";
import { say } from "../messages/forms.ts";
import { bump, lockForm, type FormRow } from "../store/forms.ts";
import { owningUnits, readForm, seeForm } from "./forms-reading.ts";

/** The unit in whose name the actor makes forms; refused for any that the actor does not act for. */
export async function mayAskFor(tx: Transaction, actor: Actor, owner: UnitId): Promise<void> {
  const owning = await owningUnits(tx, actor);
  authorise(mayDefine(actor, { owns: owning.includes(owner) }), "indicator:define");
}

/** The form locked for one act of its owner; not found when it may not be seen at all. */
export async function lockOwnForm(tx: Transaction, actor: Actor, id: string): Promise<FormRow> {
  const { standing } = await seeForm(tx, actor, id);
  authorise(mayDefine(actor, standing), "indicator:define");
  const form = await lockForm(tx, id);
  if (!form) throw problem("not_found", say("noForm"));
  return form;
}

/** The same for an act on the version being prepared, whose number comes along. */
export async function lockDraft(tx: Transaction, actor: Actor, id: string): Promise<{ form: FormRow; n: number }> {
  const form = await lockOwnForm(tx, actor, id);
  if (form.preparing === null) throw problem("wrong_state", say("nothingPreparing"));
  return { form, n: form.preparing };
}

/** Counts the edit; an edit of something that has changed meanwhile is refused, with what is there now. */
export async function countEdit(tx: Transaction, actor: Actor, { id, version, preparing }: FormRow, seen: number): Promise<void> {
  if (seen !== version || !(await bump(tx, id, seen)))
    throw problem("conflict", say("changed"), { current: await readForm(tx, actor, id, preparing ?? undefined) });
}

/** The last step of every act on a form. */
export function recordFormAct(
  tx: Transaction,
  actor: Actor,
  {
    act,
    form,
    before,
    after,
    note,
  }: { act: `form:${string}`; form: { id: FormId; ownerId: UnitId }; before?: Json; after?: Json; note?: string },
): Promise<void> {
  return recordAct(tx, actor, { act, thing: { kind: "form", id: form.id }, unitId: form.ownerId, before, after, note });
}
