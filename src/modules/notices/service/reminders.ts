import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordActs } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { Thing } from "../contract.ts";
import { politeReminder } from "../domain.ts";
import { say } from "../messages.ts";
import { sourceOf, type Owed } from "../sources.ts";
import { insertReminders } from "../store/reminders.ts";

/** Of these things those that are still owed; refuses when this person did not ask for one of them. */
async function owing(db: Database | Transaction, actor: Actor, things: readonly Thing[], today: string): Promise<Owed[]> {
  const found: Owed[] = [];
  for (const { kind, id, unitId } of things) {
    const source = sourceOf(kind);
    const owed = await source?.find(db, id, unitId, today);
    if (!source || !owed) continue;
    authorise(await source.isAsker(db, actor, owed), "work:confirm");
    found.push(owed);
  }
  return found;
}

/** A text to copy (Zalo, a message, a letter) or to send from here; it names only what is owed at this moment. */
export async function draftReminder(db: Database, actor: Actor, things: readonly Thing[], now: Date) {
  const owed = await owing(db, actor, things, vietnamDate(now));
  if (owed.length === 0) throw problem("wrong_state", say("nobodyOwes"));
  const names = await unitsByIds(
    db,
    owed.map(({ unitId }) => unitId),
  );
  const text = politeReminder(
    owed.map((thing) => ({ ...thing, unitName: names.get(thing.unitId)?.name ?? `#${thing.unitId}` })),
    actor.unitName,
  );
  return { text, owing: owed.map(({ kind, id, unitId }) => ({ kind, id, unitId })) };
}

/** Puts the reminder into the lists of those who still owe: an act of a person, in the person's words. */
export function sendReminder(db: Database, actor: Actor, { things, text }: { things: readonly Thing[]; text: string }, now: Date) {
  return transaction(db, async (tx) => {
    const owed = await owing(tx, actor, things, vietnamDate(now));
    if (owed.length === 0) throw problem("wrong_state", say("nobodyOwes"));
    await insertReminders(tx, owed, { fromUnit: actor.unitId, text, by: actor.personId, now });
    await recordActs(
      tx,
      actor,
      owed.map(({ kind, id, unitId }) => ({ act: "notice:remind", thing: { kind, id }, unitId })),
    );
    return { reminded: owed.length, left: things.length - owed.length };
  });
}
