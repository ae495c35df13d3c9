import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { addDays, daysBetween, vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { Mailer } from "../../../platform/mail.ts";
import { recordAct } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { deskUnits } from "../../work/index.ts";
import type { Line, NewsLine } from "../contract.ts";
import { horizon, newsDays } from "../domain.ts";
import { mailSetting, markSeen, saveMailSetting } from "../store/digests.ts";
import { openExtensionsOf } from "../store/extensions.ts";
import { remindersTo } from "../store/reminders.ts";
import { newsSince, sources, type Owed } from "../sources.ts";

/** Reminders older than this have been read or will not be. */
const remembered = 30;
const mostNews = 50;

export const keyOf = ({ kind, id, unitId }: { kind: string; id: string; unitId: number }): string => `${kind} ${id} ${unitId}`;

/** What units owe until the horizon of today's list, the most urgent first. */
export async function owedNow(db: Database, units: readonly UnitId[] | null, today: string): Promise<Owed[]> {
  const found = await Promise.all(sources.map((source) => source.owed(db, horizon(today), units, today)));
  return found.flat().toSorted((a, b) => a.lastDay.localeCompare(b.lastDay));
}

/**
 * The one list of a person's units: what is due within a week or was due, whatever slice it lives in, with what was said
 * about it. It is made from what is owed at this moment: what was sent a second ago is not in it.
 */
export async function readToday(db: Database, actor: Actor, mailer: Mailer, now: Date) {
  const day = vietnamDate(now);
  const units = await deskUnits(db, actor);
  const [owed, reminders, asked, setting, news] = await Promise.all([
    owedNow(db, units, day),
    remindersTo(db, units, new Date(now.getTime() - remembered * 86_400_000)),
    openExtensionsOf(db, units),
    mailSetting(db, actor.personId),
    newsSince(db, { units, since: addDays(day, -newsDays) }),
  ]);
  const names = await unitsByIds(db, [
    ...new Set([
      ...owed.flatMap(({ unitId, askedBy }) => [unitId, askedBy]),
      ...[...owed, ...news].map(({ unitId }) => unitId),
      ...reminders.map(({ fromUnit }) => fromUnit),
    ]),
  ]);
  const named = (id: UnitId) => names.get(id) ?? { id, name: `#${id}`, kind: "other-body" as const };
  const remindersOf = Map.groupBy(reminders, keyOf);
  const askedOf = new Map(asked.map((row) => [keyOf({ kind: row.kind, id: row.thingId, unitId: row.unitId }), row]));
  const lines = owed.map((thing): Line => {
    const request = askedOf.get(keyOf(thing));
    return {
      thing: { kind: thing.kind, id: thing.id, unitId: thing.unitId },
      unit: named(thing.unitId),
      askedBy: named(thing.askedBy),
      title: thing.title,
      path: thing.path,
      due: { text: thing.dueText, lastDay: thing.lastDay },
      daysLeft: daysBetween(day, thing.lastDay),
      late: thing.edge === "assign" && thing.lastDay < day,
      extension: request ? { id: request.id, state: request.state, untilDay: request.untilDay } : null,
      mayAskForTime: !request && thing.askedBy !== thing.unitId && may(actor, "work:answer"),
      reminders: (remindersOf.get(keyOf(thing)) ?? []).map(({ fromUnit, by, text, at }) => ({
        from: named(fromUnit),
        by,
        text,
        at: at.toISOString(),
      })),
    };
  });
  const told = news
    .slice(0, mostNews)
    .map(({ kind, id, unitId, text, path, on }): NewsLine => ({ kind, id, unit: named(unitId), text, path, on }));
  return { day, lines, news: told, mail: { configured: mailer.configured, ...setting } };
}

export function sawToday(db: Database, actor: Actor, now: Date): Promise<void> {
  return transaction(db, (tx) => markSeen(tx, actor.personId, vietnamDate(now), now));
}

export function chooseMail(db: Database, actor: Actor, on: boolean): Promise<void> {
  return transaction(db, async (tx) => {
    await saveMailSetting(tx, actor.personId, on);
    await recordAct(tx, actor, { act: "notice:mail", thing: { kind: "person", id: actor.personId }, after: { on } });
  });
}
