import type { Actor } from "../../../../kernel/actor.ts";
import type { ExemplarId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Transaction } from "../../../../platform/database/index.ts";
import type { MilestoneKind } from "../kinds.ts";
import { insertEvent } from "../store/events.ts";

/** `text`: the decision as it is cited; `of`: the recognition or award, so that taking it back finds what it takes back. */
export type Milestone = { kind: MilestoneKind; onDate: CalendarDate; text: string; of: string };

/**
 * Writes into the life of an exemplar that it was recognised or awarded, or that this was taken back. The caller has decided and
 * recorded it; here it becomes news of the exemplar, which boards are counted anew for.
 */
export async function tellMilestone(
  tx: Transaction,
  actor: Actor,
  exemplar: ExemplarId,
  { kind, onDate, text, of }: Milestone,
  now: Date,
): Promise<void> {
  await insertEvent(tx, exemplar, { kind, onDate, unitId: actor.unitId, text, details: { of }, typedBy: actor.personId }, now);
}
