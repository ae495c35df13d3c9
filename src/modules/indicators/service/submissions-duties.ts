import type { Actor } from "../../../kernel/actor.ts";
import type { FormId } from "../../../kernel/ids.ts";
import { vietnamDate, type Period } from "../../../kernel/time/index.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { owedReports, reportWork } from "../../work/index.ts";
import { periodLabel } from "../domain/rounds-wording.ts";
import { say } from "../messages/submissions.ts";
import { findForm } from "../store/forms.ts";
import type { SubmissionRow } from "../store/submissions.ts";

/**
 * A form that was made from a plan asks for what the plan's own duty to report asks: whoever sends the figures has answered
 * the duty too, and is not reminded of it a second time. Whoever receives confirms it, or gives it back, as ever.
 */
export async function answerPlanDuty(
  tx: Transaction,
  actor: Actor,
  { row, form: formId, title, period }: { row: SubmissionRow; form: FormId; title: string; period: Period },
  now: Date,
): Promise<void> {
  const planId = (await findForm(tx, formId))?.planId ?? null;
  if (planId === null) return;
  const owed = await owedReports(tx, planId, row.unitId);
  const answered = owed.filter((duty) => duty.period === null || duty.period === period.code).map(({ id }) => id);
  if (answered.length === 0) return;
  const text = say("dutyAnswered", { title, period: periodLabel(period).vi }).vi;
  await reportWork(tx, actor, answered, text, now, vietnamDate(now));
}
