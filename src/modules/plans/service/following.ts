import type { Actor } from "../../../kernel/actor.ts";
import { authorise, may } from "../../../kernel/actor.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { workOfOrigin } from "../../work/index.ts";
import { coverageOf, progressOf } from "../domain/progress.ts";
import type { Coverage, Progress } from "../shapes.ts";
import { isInForce, lockEditions, plansInForce } from "../store/editions.ts";
import { childrenInForce } from "../store/listing.ts";
import { recordPlanAct } from "./changing.ts";
import { openDuties } from "./desks.ts";
import { contentOf, namedUnits, seePlan } from "./reading.ts";

/**
 * How far the plan is. The issuer reads every unit; a unit that is addressed reads its own part: who else is behind is
 * not its business.
 */
export async function readProgress(db: Database, actor: Actor, clock: () => Date, planId: string): Promise<Progress> {
  const { edition, standing, ours } = await seePlan(db, actor, planId);
  const today = vietnamDate(clock());
  const whole = standing.owns || may(actor, "audit:view");
  const mine = new Set(ours);
  const work = (await workOfOrigin(db, { planId, today })).filter(({ lead }) => whole || mine.has(lead));
  const content = await contentOf(db, edition);
  const units = await namedUnits(
    db,
    work.map(({ lead }) => lead),
  );
  const owing = new Set(work.map(({ itemId }) => itemId));
  const items = whole ? content.items : content.items.filter(({ id }) => owing.has(id));
  return progressOf(
    items,
    work.map(({ itemId, lead, state, late }) => ({ itemId, unitId: lead, state, late })),
    units,
    content.edgeOf,
    today,
  );
}

/** Both ways: which units have no plan of their own, which clauses nobody took up. For the issuer. */
export async function readCoverage(db: Database, actor: Actor, planId: string, edition?: number): Promise<Coverage> {
  const seen = await seePlan(db, actor, planId, edition);
  authorise(seen.standing.owns || may(actor, "audit:view"), "plan:view");
  const { items, duties, units, edgeOf } = await contentOf(db, seen.edition);
  return coverageOf(items, duties, await childrenInForce(db, planId), units, edgeOf, seen.edition.issuerId);
}

/** Opens the next periods of every plan in force. Runs daily; running twice opens nothing twice. */
export async function openPeriods(db: Database, now: Date): Promise<{ plans: number; opened: number }> {
  const actor = { system: "plans.open-periods" };
  let [plans, opened] = [0, 0];
  for (const planId of await plansInForce(db, vietnamDate(now))) {
    // One transaction per plan: a plan that fails does not hold back the others' duties.
    const count = await transaction(db, async (tx) => {
      const edition = (await lockEditions(tx, planId)).find(isInForce);
      if (edition?.state !== "issued") return 0;
      const made = await openDuties(tx, actor, await contentOf(tx, edition), now);
      if (made > 0) await recordPlanAct(tx, actor, { act: "plan:open-period", edition, after: { count: made } });
      return made;
    });
    plans++;
    opened += count;
  }
  return { plans, opened };
}
