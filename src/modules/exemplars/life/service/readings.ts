import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { places } from "../../../../kernel/decimals.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId } from "../../../../kernel/ids.ts";
import { readAmount, type Amount } from "../../../../kernel/numbers.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import { goalsOf } from "../../store/exemplars.ts";
import type { Life } from "../contract.ts";
import { say } from "../messages.ts";
import { mayRead } from "../policy.ts";
import { noteNews } from "../store/events.ts";
import { insertReading, replaceReading } from "../store/readings.ts";
import { actOnLife } from "./acting.ts";
import { checkDay, wrongField, type Living } from "./living.ts";

/** A figure as it was said: "hơn 80" keeps its word. */
function amountIn(typed: string): Amount {
  const amount = readAmount(typed);
  if (amount === null || places(amount.value) > 6) throw wrongField("value", say("notNumber"));
  if ((amount.value.split(".")[0] ?? "").length > 15) throw wrongField("value", say("numberTooLarge"));
  return amount;
}

type NewReading = { id: ExemplarId; goalId: string; onDate: CalendarDate; value: string; note: string };

/** Says where a goal stands on a day. Who has read that day already corrects the reading, so that what stood there is kept. */
export function addReading(living: Living, actor: Actor, { id, goalId, onDate, value, note }: NewReading): Promise<Life> {
  return actOnLife(living, actor, { id }, async ({ tx, record, sides, today, now }) => {
    authorise(mayRead(actor, record.state, sides), "exemplar:register");
    checkDay(onDate, today);
    const amount = amountIn(value);
    if (!(await goalsOf(tx, id)).some((goal) => goal.id === goalId)) throw problem("not_found", say("noGoal"));
    if (!(await insertReading(tx, goalId, { onDate, amount, note, by: actor.personId }, now)))
      throw problem("conflict", say("readingTaken"), { fields: { onDate: say("readingTaken").vi } });
    await noteNews(tx, id, onDate);
    return { act: "exemplar:read", after: { eventDay: onDate } };
  });
}

type Correction = { id: ExemplarId; readingId: string; value?: string | null | undefined; reason: string };

export function correctReading(living: Living, actor: Actor, { id, readingId, value, reason }: Correction): Promise<Life> {
  return actOnLife(living, actor, { id }, async ({ tx, record, sides, now }) => {
    authorise(mayRead(actor, record.state, sides), "exemplar:register");
    const amount = value ? amountIn(value) : null;
    if (!(await replaceReading(tx, id, readingId, { amount, reason, by: actor.personId }, now)))
      throw problem("not_found", say("noReading"));
    return { act: "exemplar:correct-reading", note: reason };
  });
}
