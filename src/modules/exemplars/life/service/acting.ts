import type { Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId } from "../../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import { transaction, type Transaction } from "../../../../platform/database/index.ts";
import { recordAct, type Json } from "../../../audit/index.ts";
import { say as sayOfExemplar } from "../../messages.ts";
import { mayView, type Sides } from "../../policy.ts";
import { sidesOf } from "../../service/view.ts";
import { lockExemplar, type ExemplarRecord } from "../../store/exemplars.ts";
import type { Life } from "../contract.ts";
import type { Living } from "./living.ts";
import { lifeOf } from "./view.ts";

/** What an act finds: the exemplar, held; where the post stands; the day. */
export type Held = {
  tx: Transaction;
  record: ExemplarRecord;
  sides: Sides;
  today: CalendarDate;
  now: Date;
  /** Refuses what was seen in an older version; after `authorise`, so that who may not learns nothing from it. */
  checkVersion(): void;
};

/** What the record of acts is told. */
export type Told = { act: string; before?: Json; after?: Json; note?: string };

type Which = { id: ExemplarId; version?: number };

/**
 * One act on the life of an exemplar: held, seen, then `step` authorises, decides and stores, and it is recorded. Evidence is
 * only added to, so it needs no version; what moves the exemplar itself is refused when somebody else has moved it meanwhile.
 */
export async function actOnLife(
  { db, clock }: Living,
  actor: Actor,
  { id, version }: Which,
  step: (held: Held) => Promise<Told>,
): Promise<Life> {
  const now = clock();
  const today = vietnamDate(now);
  return transaction(db, async (tx) => {
    const record = await lockExemplar(tx, id);
    const sides = record && (await sidesOf(tx, actor, record));
    if (!record || !sides || !mayView(actor, record.state, sides)) throw problem("not_found", sayOfExemplar("noExemplar"));
    const checkVersion = () => {
      if (version !== undefined && record.version !== version) throw problem("conflict", sayOfExemplar("changed"));
    };
    const told = await step({ tx, record, sides, today, now, checkVersion });
    await recordAct(tx, actor, { ...told, thing: { kind: "exemplar", id }, unitId: record.lead_id });
    const after = (await lockExemplar(tx, id)) ?? record;
    return lifeOf(tx, actor, after, sides, today);
  });
}
