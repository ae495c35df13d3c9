import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../../kernel/ids.ts";
import type { Text } from "../../../../kernel/language.ts";
import { formatShortDate, vietnamDate } from "../../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../../platform/database/index.ts";
import { recordAct, type Json } from "../../../audit/index.ts";
import { getVisible } from "../../../exemplars/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import type { EntryDetail, EntryInput } from "../contract.ts";
import { arrival, contestTakes, nextEntry, type EntryAct } from "../domain.ts";
import { say } from "../messages.ts";
import { mayEnter, mayEraseTeam, mayOnEntry, type EntrySides } from "../policy.ts";
import { findContest, isConcerned, lockContest, quotaUnitOf, type ContestRecord } from "../store/contests.ts";
import {
  findEntry,
  insertEntry,
  listEntries,
  lockEntry,
  sentOf,
  updateEntry,
  type EntryChange,
  type EntryFacts,
  type EntryRecord,
} from "../store/entries.ts";
import { papersOfEntry } from "../store/results.ts";
import type { Tools, Which } from "./contests.ts";
import { entryDetail, entryRows, entrySides, getContest, getEntry, runningRound, visibleContest, visibleEntry } from "./view.ts";

const pageSize = 50;

const refuse = (field: string, text: Text) => problem("invalid_input", text, { fields: { [field]: text.vi } });

/** What enters fits the contest; an exemplar is the unit's own, seen by the actor, and no person. */
async function factsFrom(
  db: Database,
  actor: Actor,
  contest: ContestRecord,
  { unitId, ...input }: Omit<EntryInput, "unitId"> & { unitId: UnitId },
): Promise<EntryFacts> {
  if (!contest.kinds.includes(input.kind)) throw refuse("kind", say("kindNotHere"));
  if (input.team && input.kind !== "team") throw refuse("team", say("teamOnly"));
  if (input.exemplarId && input.kind !== "exemplar") throw refuse("exemplarId", say("exemplarOnly"));
  const exemplarId = (input.exemplarId ?? null) as ExemplarId | null;
  if (input.kind === "exemplar") {
    if (exemplarId === null) throw refuse("exemplarId", say("needsExemplar"));
    const { record } = await getVisible(db, actor, exemplarId);
    if (record.kind === "person") throw refuse("exemplarId", say("exemplarPerson"));
    if (record.lead_id !== unitId) throw refuse("exemplarId", say("exemplarUnit"));
  }
  return { kind: input.kind, title: input.title, text: input.text, team: input.team || null, exemplar_id: exemplarId };
}

export async function readEntries(db: Database, actor: Actor, { id, page }: { id: string; page: number }) {
  const { sides } = await getContest(db, actor, id);
  const asked = { contest: id, reader: actor.unitId, person: actor.personId, body: sides.body };
  const { rows, total } = await listEntries(db, { ...asked, offset: (page - 1) * pageSize, limit: pageSize });
  return { items: await entryRows(db, rows), total, pageSize };
}

export async function readEntry(db: Database, actor: Actor, id: string): Promise<EntryDetail> {
  const { entry, sides } = await getEntry(db, actor, id);
  return entryDetail(db, actor, entry, sides);
}

type Entering = EntryInput & { contestId: string };

/** Begins an entry of one's unit, or of one below it in its line, while the first round takes entries. */
export async function enterContest({ db, clock }: Tools, actor: Actor, { contestId, ...input }: Entering): Promise<EntryDetail> {
  return transaction(db, async (tx) => {
    const { contest } = await visibleContest(tx, actor, await lockContest(tx, contestId));
    const unitId = input.unitId ?? actor.unitId;
    const sides = await entrySides(tx, actor, { unit_id: unitId, typed_by: actor.personId, contest });
    authorise(mayEnter(actor, sides), "award:propose");
    if (contest.state !== "open" || contest.round !== 1) throw problem("wrong_state", say("notTaking"), { state: contest.state });
    if (!(await isConcerned(tx, contestId, unitId))) throw refuse("unitId", say("notYours"));
    const facts = await factsFrom(tx, actor, contest, { ...input, unitId });
    const quotaUnitId = (await quotaUnitOf(tx, contestId, unitId)) ?? unitId;
    const id = await insertEntry(tx, { contestId, unitId, quotaUnitId, facts, typedBy: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "contest-entry:create",
      thing: { kind: "contest-entry", id },
      unitId,
      after: { entryState: "draft" },
    });
    return readEntry(tx, actor, id);
  });
}

type Step = (tx: Transaction, entry: EntryRecord, contest: ContestRecord) => Promise<EntryChange>;

const told = ({ state, late }: Pick<EntryRecord, "state" | "late">): Json => ({ entryState: state, ...(late ? { entryLate: late } : {}) });

/** Loads an entry under its lock, for the version that was seen. */
async function held(tx: Transaction, actor: Actor, { id, version }: Which, may: (sides: EntrySides) => boolean) {
  const { entry, sides } = await visibleEntry(tx, actor, await lockEntry(tx, id));
  authorise(may(sides), "award:propose");
  if (entry.version !== version) throw problem("conflict", say("changed"), { current: await entryDetail(tx, actor, entry, sides) });
  return { entry, sides };
}

function performOnEntry(
  db: Database,
  actor: Actor,
  which: Which,
  { act, note }: { act: EntryAct; note?: string },
  step: Step,
): Promise<EntryDetail> {
  return transaction(db, async (tx) => {
    const { entry, sides } = await held(tx, actor, which, (seen) => mayOnEntry(actor, act, seen));
    const state = nextEntry(entry.state, act);
    if (state === null) throw problem("wrong_state", say("notNow"), { state: entry.state });
    const contest = await findContest(tx, entry.contest_id);
    if (!contest || !contestTakes(contest, entry, act)) throw problem("wrong_state", say("notTaking"), { state: contest?.state ?? null });
    await updateEntry(tx, entry.id, { state, ...(await step(tx, entry, contest)) });
    const after = (await findEntry(tx, entry.id)) ?? entry;
    await recordAct(tx, actor, {
      act: `contest-entry:${act}`,
      thing: { kind: "contest-entry", id: entry.id },
      unitId: entry.unit_id,
      before: told(entry),
      after: told(after),
      ...(note ? { note } : {}),
    });
    return entryDetail(tx, actor, after, sides);
  });
}

export const changeEntry = ({ db }: Tools, actor: Actor, { id, version, ...input }: Which & Omit<EntryInput, "unitId">) =>
  performOnEntry(db, actor, { id, version }, { act: "edit" }, async (tx, entry, contest) =>
    factsFrom(tx, actor, contest, { ...input, unitId: entry.unit_id }),
  );

/** Sends it within the number of its unit. After the last day it is taken while nobody judges yet, and marked late. */
export const sendEntry = ({ db, clock }: Tools, actor: Actor, which: Which): Promise<EntryDetail> =>
  performOnEntry(db, actor, which, { act: "send" }, async (tx, entry, contest) => {
    const today = vietnamDate(clock());
    const round = runningRound(contest);
    const arrives = arrival(today, { from: round.entries_from, until: round.entries_until });
    if (arrives === "early") throw problem("wrong_state", say("notYetOpen", { day: formatShortDate(round.entries_from) }));
    if (entry.kind === "team" && !entry.team) throw refuse("team", say("noTeam"));
    if (entry.kind !== "exemplar" && entry.kind !== "team" && entry.text === "" && (await papersOfEntry(tx, entry.id)).length === 0)
      throw refuse("text", say("nothingWritten"));
    const most = contest.most_entries;
    if (most !== null && (await sentOf(tx, contest.id, entry.quota_unit_id)) >= most) {
      const unit = (await unitsByIds(tx, [entry.quota_unit_id])).get(entry.quota_unit_id)?.name ?? "";
      throw problem("wrong_state", say("mostEntries", { unit, most }));
    }
    return { late: arrives === "late", sent_on: today, sent_by: actor.personId, reason: null };
  });

type WithReason = Which & { reason: string };

export const takeBackEntry = ({ db }: Tools, actor: Actor, { reason, ...which }: WithReason): Promise<EntryDetail> =>
  performOnEntry(db, actor, which, { act: "take-back", note: reason }, async () => ({ reason }));

export const returnEntry = ({ db }: Tools, actor: Actor, { reason, ...which }: WithReason): Promise<EntryDetail> =>
  performOnEntry(db, actor, which, { act: "return", note: reason }, async () => ({ reason }));

/** Names of a team go in any state; the entry and its results stay. */
export function eraseTeam({ db }: Tools, actor: Actor, { reason, ...which }: WithReason): Promise<EntryDetail> {
  return transaction(db, async (tx) => {
    const { entry } = await held(tx, actor, which, (sides) => mayEraseTeam(actor, sides));
    if (entry.team === null) throw problem("wrong_state", say("notNow"), { state: entry.state });
    await updateEntry(tx, entry.id, { team: null });
    await recordAct(tx, actor, {
      act: "contest-entry:erase-team",
      thing: { kind: "contest-entry", id: entry.id },
      unitId: entry.unit_id,
      note: reason,
    });
    return readEntry(tx, actor, entry.id);
  });
}
