import type { Actor } from "../../kernel/actor.ts";
import type { UnitId, WorkId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/language.ts";
import type { CalendarDate } from "../../kernel/time/index.ts";
import type { Database, Transaction } from "../../platform/database/index.ts";
import { awardsToTell } from "../awards/index.ts";
import {
  findRegistrationOwed,
  giveRegistrationTime,
  mayGiveRegistrationTime,
  recognitionsToTell,
  registrationsOwed,
  acceptancesToTell,
  returnsToTell,
  type OwedRegistration,
} from "../exemplars/index.ts";
import { extendUnit, findRoundOwed, mayGiveRoundTime, roundsOwed, type OwedRound } from "../indicators/index.ts";
import type { Edge } from "../units/contract.ts";
import { findOwed, mayGiveTime, owedWork, rollOverWork, type OwedWork } from "../work/index.ts";
import type { NewsKind, ThingKind } from "./contract.ts";

/** Something with a day that a unit has not sent yet, whatever slice it lives in. */
export type Owed = {
  kind: ThingKind;
  id: string;
  unitId: UnitId;
  askedBy: UnitId;
  /** How it was asked: only what is assigned is chased by itself and can be late. */
  edge: Edge;
  title: string;
  dueText: string;
  lastDay: CalendarDate;
  path: string;
  /** It has just begun: whoever owes it is told once, however far its last day is. */
  news?: boolean;
};

/** One kind of things that are chased. The engine knows them by this alone. */
export type OwedSource = {
  kind: ThingKind;
  /** What is due until the day and not sent; of all units when `units` is null. */
  owed(db: Database, until: CalendarDate, units: readonly UnitId[] | null, today: CalendarDate): Promise<Owed[]>;
  /** One thing while the unit still owes it; null once it was sent. */
  find(db: Database, id: string, unitId: UnitId, today: CalendarDate): Promise<Owed | null>;
  /** Whether this person asked for it and may give more time or remind of it. */
  isAsker(db: Database, actor: Actor, owed: Owed): Promise<boolean>;
  giveTime(tx: Transaction, actor: Actor, owed: Owed, until: CalendarDate, reason: string, now: Date): Promise<void>;
};

const ofWork = ({ id, unitId, askedBy, edge, title, dueText, lastDay }: OwedWork): Owed => ({
  kind: "work",
  id,
  unitId,
  askedBy,
  edge,
  title,
  dueText,
  lastDay,
  path: `/work/${id}`,
});

/** Tasks, targets, reports and child plans that a plan put on desks. */
const work: OwedSource = {
  kind: "work",
  owed: async (db, until, units) => (await owedWork(db, until, units)).map(ofWork),
  async find(db, id, unitId) {
    const owed = await findOwed(db, id as WorkId);
    return owed?.unitId === unitId ? ofWork(owed) : null;
  },
  isAsker: (db, actor, { id }) => mayGiveTime(db, actor, id as WorkId),
  async giveTime(tx, actor, { id }, until, reason, now) {
    const owed = await findOwed(tx, id as WorkId);
    if (owed) await rollOverWork(tx, actor, { id: owed.id, version: owed.version, lastDay: until, reason }, now);
  },
};

const ofRound = ({ roundId, dueOn, unitId, ...owed }: OwedRound): Owed => ({
  kind: "round",
  id: roundId,
  unitId,
  askedBy: owed.askedBy,
  edge: owed.edge,
  title: owed.title,
  dueText: owed.dueText,
  lastDay: dueOn,
  path: `/rounds/${roundId}/units/${unitId}`,
});

/** Figures (and the signed document, where that counts) of the rounds of forms. */
const rounds: OwedSource = {
  kind: "round",
  owed: async (db, until, units, today) => (await roundsOwed(db, { units, today, until })).map(ofRound),
  async find(db, id, unitId, today) {
    const owed = await findRoundOwed(db, id, unitId, today);
    return owed ? ofRound(owed) : null;
  },
  isAsker: (db, actor, { id }) => mayGiveRoundTime(db, actor, id),
  giveTime: (tx, actor, { id, unitId }, until, reason, now) => extendUnit(tx, actor, { roundId: id, unitId, lastDay: until, reason }, now),
};

const ofRegistration = ({ roundId, ...owed }: OwedRegistration): Owed => ({
  ...owed,
  kind: "exemplar-round",
  id: roundId,
  dueText: "",
  path: `/exemplars/rounds/${roundId}`,
});

/** Models that rounds of registration wait for. */
const registrations: OwedSource = {
  kind: "exemplar-round",
  owed: async (db, until, units, today) => (await registrationsOwed(db, { until, units, today })).map(ofRegistration),
  async find(db, id, unitId, today) {
    const owed = await findRegistrationOwed(db, id, unitId, today);
    return owed ? ofRegistration(owed) : null;
  },
  isAsker: (db, actor, { id }) => mayGiveRegistrationTime(db, actor, id),
  giveTime: (tx, actor, { id, unitId }, until, reason) => giveRegistrationTime(tx, actor, { roundId: id, unitId }, { until, reason }),
};

export const sources: OwedSource[] = [work, rounds, registrations];

export const sourceOf = (kind: ThingKind): OwedSource | undefined => sources.find((source) => source.kind === kind);

/** What became of something that a unit waited for. One event and unit is one piece of news, however many models it is about. */
export type News = {
  kind: NewsKind;
  id: string;
  unitId: UnitId;
  /** Tells one time from the next where the same thing may happen again. */
  stage: number;
  text: Text;
  path: string;
  on: CalendarDate;
};

type Wanted = { units: readonly UnitId[] | null; since: CalendarDate };

const newsSources: {
  kind: NewsKind;
  news(db: Database, wanted: Wanted): Promise<(Omit<News, "kind" | "stage"> & { stage?: number })[]>;
}[] = [
  { kind: "recognition", news: recognitionsToTell },
  { kind: "award", news: awardsToTell },
  { kind: "returned", news: returnsToTell },
  { kind: "accepted", news: acceptancesToTell },
];

/** News since the day, the newest first; of all units when `units` is null. */
export async function newsSince(db: Database, wanted: Wanted): Promise<News[]> {
  const found = await Promise.all(
    newsSources.map(async ({ kind, news }) => (await news(db, wanted)).map((one): News => ({ stage: 0, ...one, kind }))),
  );
  return found.flat().toSorted((a, b) => b.on.localeCompare(a.on));
}
