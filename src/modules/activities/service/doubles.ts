import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { idsWithin } from "../../units/index.ts";
import type { Double } from "../contract.ts";
import { say } from "../messages.ts";
import { mayAnswer } from "../policy.ts";
import { askDoubles, doublesFor, dropQuestions, findDoubleForUpdate, moveRepeats, saveAnswer } from "../store/doubles.ts";
import { addPartner, findEntryForUpdate, removePartner, updateEntry } from "../store/entries.ts";
import { doublesShown, sidesOf } from "./view.ts";

const pageSize = 50;

/** Questions that concern the units that the post reaches. */
export async function listDoubles(db: Database, actor: Actor, { state, page }: { state: Double["state"]; page: number }) {
  const units = await idsWithin(db, actor.unitId);
  const { rows, total } = await doublesFor(db, units, state, { offset: (page - 1) * pageSize, limit: pageSize });
  return { items: await doublesShown(db, actor, rows), total, pageSize };
}

/**
 * One side's answer; it holds until somebody of either side says otherwise. "same": the later entry stops counting and its
 * lead becomes a partner of the earlier one. "different" takes that back.
 */
export function answerDouble(
  { db, clock }: { db: Database; clock: () => Date },
  actor: Actor,
  { id, answer }: { id: string; answer: "same" | "different" },
): Promise<Double> {
  const now = clock();
  return transaction(db, async (tx) => {
    const double = await findDoubleForUpdate(tx, id);
    if (!double) throw problem("not_found", say("noDouble"));
    // In the order of their ids, so that two answers at once wait for each other instead of blocking.
    const ids = [double.earlier_id, double.later_id].toSorted();
    const rows = [];
    for (const entry of ids) rows.push(await findEntryForUpdate(tx, entry));
    const earlier = rows.find((row) => row?.id === double.earlier_id);
    const later = rows.find((row) => row?.id === double.later_id);
    if (!earlier || !later) throw problem("not_found", say("noDouble"));
    const sides = await Promise.all([earlier, later].map((row) => sidesOf(tx, actor, row)));
    if (!may(actor, "activity:view") || !sides.some(({ lead, partner }) => lead || partner)) throw problem("not_found", say("noDouble"));
    authorise(mayAnswer(actor, sides), "activity:record");
    if (earlier.state !== "done" || later.state !== "done") throw problem("wrong_state", say("doubleGone"));

    if (answer !== double.state) {
      let partnerAdded = false;
      if (answer === "same") {
        const counted = earlier.same_as ?? earlier.id;
        if (later.same_as !== null || counted === later.id) throw problem("wrong_state", say("doubleGone"));
        await updateEntry(tx, later.id, { sameAs: counted }, now);
        await moveRepeats(tx, later.id, counted);
        partnerAdded = counted === earlier.id && earlier.lead_id !== later.lead_id && (await addPartner(tx, earlier.id, later.lead_id));
      } else if (double.state === "same") {
        await updateEntry(tx, later.id, { sameAs: null }, now);
        if (double.partner_added) await removePartner(tx, earlier.id, later.lead_id);
      }
      await saveAnswer(tx, id, { state: answer, by: actor.personId, unit: actor.unitId, at: now, partnerAdded });
      // What is not counted any more is no question any more; what counts again is.
      if (answer === "same") await dropQuestions(tx, later.id);
      else await askDoubles(tx, later.id);
      await recordAct(tx, actor, {
        act: `activity:${answer}`,
        thing: { kind: "activity", id: later.id },
        unitId: later.lead_id,
        before: { sameAs: later.same_as },
        after: { sameAs: answer === "same" ? (earlier.same_as ?? earlier.id) : null },
      });
    }
    const after = await findDoubleForUpdate(tx, id);
    const [shown] = after ? await doublesShown(tx, actor, [after]) : [];
    if (!shown) throw problem("not_found", say("noDouble"));
    return shown;
  });
}
