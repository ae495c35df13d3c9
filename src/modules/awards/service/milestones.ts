import type { Actor } from "../../../kernel/actor.ts";
import type { ExemplarId } from "../../../kernel/ids.ts";
import { formatDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { tellMilestone } from "../../exemplars/index.ts";
import { say } from "../messages.ts";

type Told = { id: string; exemplar_id: ExemplarId | null; form_name: string };
type Decision = { number: string; day: CalendarDate };

/** Awards for an exemplar stand in its life, so that boards and its page know them. Others are in the register alone. */
export async function tellAwarded(
  tx: Transaction,
  actor: Actor,
  awards: readonly Told[],
  { number, day }: Decision,
  now: Date,
): Promise<void> {
  for (const { id, exemplar_id, form_name } of awards) {
    if (exemplar_id === null) continue;
    const text = `${form_name}: ${say("milestone", { number, day: formatDate(day) }).vi}`;
    await tellMilestone(tx, actor, exemplar_id, { kind: "awarded", onDate: day, text, of: id }, now);
  }
}

/** The same when an award was taken back; why stands in the register. */
export async function tellTakenBack(tx: Transaction, actor: Actor, award: Told, day: CalendarDate, now: Date): Promise<void> {
  if (award.exemplar_id === null) return;
  await tellMilestone(tx, actor, award.exemplar_id, { kind: "award-revoked", onDate: day, text: award.form_name, of: award.id }, now);
}
