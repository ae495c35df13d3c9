import { may, type Actor } from "../../../../kernel/actor.ts";
import type { ExemplarRoundId, UnitId } from "../../../../kernel/ids.ts";
import type { Text } from "../../../../kernel/language.ts";
import { addDays, daysBetween, formatShortDate, vietnamDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { edgesBetween, unitsByIds, type Edge } from "../../../units/index.ts";
import { deskUnits, type DeskSource } from "../../../work/index.ts";
import { mayManageRound } from "../../policy.ts";
import { unitIn } from "../../service/view.ts";
import { findRound } from "../../store/rounds.ts";

import { owesRegistration } from "../domain/owing.ts";
import { say } from "../messages.ts";
import {
  acceptedSince,
  extendUnitOfRound,
  offersWaiting,
  returnedSince,
  returnedTo,
  roundsOpenAbove,
  roundsPrepared,
  standingsIn,
  toReview,
  type RoundStanding,
} from "../store/waiting.ts";
import { covers } from "./invitations.ts";

/** A registration that a unit owes in an open round, for whoever reminds of it. */
export type OwedRegistration = {
  roundId: string;
  unitId: UnitId;
  askedBy: UnitId;
  edge: Edge;
  title: string;
  lastDay: CalendarDate;
  /** Opened within the last days: its units are told once, however far its last day is. */
  news: boolean;
};

/** How many days a round that has opened is news: a server that was off over a weekend still tells. */
const newsDays = 3;

async function owedOf(db: Database, rows: readonly RoundStanding[], today: CalendarDate): Promise<OwedRegistration[]> {
  const owing = rows.filter(owesRegistration);
  const edges = new Map(
    await Promise.all(
      [...Map.groupBy(owing, ({ bodyId }) => bodyId)].map(
        async ([body, all]) =>
          [
            body,
            await edgesBetween(
              db,
              body,
              all.map(({ unitId }) => unitId),
              today,
            ),
          ] as const,
      ),
    ),
  );
  return owing.map(({ roundId, unitId, bodyId, title, lastDay, openedAt }) => ({
    roundId,
    unitId,
    askedBy: bodyId,
    edge: edges.get(bodyId)?.get(unitId) ?? "request",
    title: say("owed", { title }).vi,
    lastDay,
    news: daysBetween(vietnamDate(openedAt), today) <= newsDays,
  }));
}

/** What is due until a day and not registered yet, and what has just opened; of all units when `units` is null. */
export async function registrationsOwed(
  db: Database,
  { until, units, today }: { until: CalendarDate; units: readonly UnitId[] | null; today: CalendarDate },
): Promise<OwedRegistration[]> {
  const all = await owedOf(db, await standingsIn(db, { units, today }), today);
  return all.filter(({ lastDay, news }) => news || lastDay <= until);
}

/** One unit's duty in a round while it owes it; null once it has registered. */
export async function findRegistrationOwed(
  db: Database,
  roundId: string,
  unitId: UnitId,
  today: CalendarDate,
): Promise<OwedRegistration | null> {
  const [owed] = await owedOf(db, await standingsIn(db, { units: [unitId], roundId, today }), today);
  return owed ?? null;
}

export async function mayGiveRegistrationTime(db: Database, actor: Actor, roundId: string): Promise<boolean> {
  const round = await findRound(db, roundId as ExemplarRoundId);
  return round !== undefined && mayManageRound(actor, { body: await covers(db, actor, round.body_id) });
}

/** More time for one unit, as it asked for. */
export async function giveRegistrationTime(
  tx: Transaction,
  actor: Actor,
  { roundId, unitId }: Pick<OwedRegistration, "roundId" | "unitId">,
  { until, reason }: { until: CalendarDate; reason: string },
): Promise<void> {
  await extendUnitOfRound(tx, roundId, unitId, until);
  await recordAct(tx, actor, {
    act: "exemplar-round:extend",
    thing: { kind: "exemplar-round", id: roundId },
    unitId,
    after: { closesOn: until },
    note: reason,
  });
}

/** A stage is a small number in the list of what was told. */
const mostStage = 30_000;

/** Registrations that came back since the day, for whoever tells people: once for each unit, and again when another comes back. */
export async function returnsToTell(
  db: Database,
  wanted: { units: readonly UnitId[] | null; since: CalendarDate },
): Promise<{ id: string; unitId: UnitId; stage: number; text: Text; path: string; on: CalendarDate }[]> {
  const rows = await returnedSince(db, wanted);
  const names = await unitsByIds(db, [...new Set(rows.map(({ unitId }) => unitId))]);
  return rows.map(({ unitId, count, lastId, name, version, lastAt }) => ({
    id: lastId,
    unitId,
    stage: version % mostStage,
    text: name === null ? say("toldReturned", { count, unit: unitIn(names, unitId).name }) : say("toldReturnedOne", { name }),
    path: count === 1 ? `/exemplars/${lastId}` : "/exemplars?state=returned",
    on: vietnamDate(lastAt),
  }));
}

/** Registrations accepted since the day, for whoever tells people: once for each day and unit, however many they are. */
export async function acceptancesToTell(
  db: Database,
  wanted: { units: readonly UnitId[] | null; since: CalendarDate },
): Promise<{ id: string; unitId: UnitId; stage: number; text: Text; path: string; on: CalendarDate }[]> {
  const rows = await acceptedSince(db, wanted);
  const names = await unitsByIds(db, [...new Set(rows.map(({ unitId }) => unitId))]);
  return rows.map(({ unitId, on, count, firstId, name }) => ({
    id: firstId,
    unitId,
    stage: daysBetween("1970-01-01", on) % mostStage,
    text: name === null ? say("toldAccepted", { count, unit: unitIn(names, unitId).name }) : say("toldAcceptedOne", { name }),
    path: pathOfAccepted(count, firstId),
    on,
  }));
}

const pathOfAccepted = (count: number, id: string): string => (count === 1 ? `/exemplars/${id}` : "/exemplars?state=accepted&own=true");

/** Days for which an acceptance stands on the desks of whoever registered, unless they have begun to tell of it before. */
const acceptedSpan = 7;

/**
 * What of registration lies on a desk: rounds that wait for one's units or may be joined, for review, for opening; what came back or
 * was accepted, what was offered.
 */
export const registrationsOnDesk: DeskSource = async (db, actor, today) => {
  const units = await deskUnits(db, actor);
  const registers = may(actor, "exemplar:register");
  const [standings, open, prepared, waiting, returned, accepted, offers] = await Promise.all([
    registers ? standingsIn(db, { units, today }) : [],
    registers ? roundsOpenAbove(db, actor.unitId, { units, today }) : [],
    may(actor, "round:open") ? roundsPrepared(db, units) : [],
    may(actor, "exemplar:accept") ? toReview(db, units) : [],
    registers ? returnedTo(db, units) : [],
    registers ? acceptedSince(db, { units, since: addDays(today, -acceptedSpan), untouched: true }) : [],
    registers ? offersWaiting(db, units) : null,
  ]);
  const owing = standings.filter(owesRegistration);
  const bodies = await unitsByIds(db, [...new Set([...owing, ...open].map(({ bodyId }) => bodyId))]);
  const own = await unitsByIds(db, [...new Set(accepted.map(({ unitId }) => unitId))]);
  // Several of one's units may owe in one round: one card, with the first day.
  const first = new Map(owing.toReversed().map((row) => [row.roundId, row]));
  return [
    ...[...first.values()].map(({ roundId, title, lastDay, openedAt, bodyId }) => ({
      kind: "exemplar-round",
      id: roundId,
      what: say(lastDay < today ? "cardRoundLate" : "cardRound", { day: formatShortDate(lastDay) }),
      title,
      path: `/exemplars/rounds/${roundId}`,
      since: openedAt.toISOString(),
      from: unitIn(bodies, bodyId).name,
    })),
    ...open.map(({ roundId, title, lastDay, openedAt, bodyId }) => ({
      kind: "exemplar-round-open",
      id: roundId,
      what: say("cardRoundOpen", { day: formatShortDate(lastDay) }),
      title,
      path: `/exemplars/rounds/${roundId}`,
      since: openedAt.toISOString(),
      from: unitIn(bodies, bodyId).name,
    })),
    ...prepared.map(({ id, title, createdAt, ready }) => ({
      kind: "exemplar-round-draft",
      id,
      what: say(ready ? "cardReady" : "cardGuidance"),
      title,
      path: `/exemplars/rounds/${id}`,
      since: createdAt.toISOString(),
      from: null,
    })),
    ...waiting.map(({ roundId, title, count, since }) => ({
      kind: "exemplar-review",
      id: roundId ?? String(actor.unitId),
      what: say("cardReview", { count }),
      title: title ?? say("cardReviewTitle").vi,
      path: `/exemplars?state=registered${roundId ? `&round=${roundId}` : ""}`,
      since: since.toISOString(),
      from: null,
    })),
    ...returned.map(({ id, name, since }) => ({
      kind: "exemplar-returned",
      id,
      what: say("cardReturned"),
      title: name,
      path: `/exemplars/${id}`,
      since: since.toISOString(),
      from: null,
    })),
    ...accepted.map(({ unitId, on, count, firstId, name }) => ({
      kind: "exemplar-accepted",
      id: `${firstId}-${unitId}`,
      what: say("cardAccepted"),
      title: name ?? say("cardAcceptedMany", { count, unit: unitIn(own, unitId).name }).vi,
      path: pathOfAccepted(count, firstId),
      since: new Date(`${on}T00:00:00+07:00`).toISOString(),
      from: null,
    })),
    ...(offers
      ? [
          {
            kind: "exemplar-offers",
            id: String(actor.unitId),
            what: say("cardOffers", { count: offers.count }),
            title: say("cardOffersTitle").vi,
            path: "/exemplars/invitations",
            since: offers.since.toISOString(),
            from: null,
          },
        ]
      : []),
  ];
};
