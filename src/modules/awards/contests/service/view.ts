import { z } from "zod";
import { may, type Actor } from "../../../../kernel/actor.ts";
import { Problem, problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { readExemplar } from "../../../exemplars/index.ts";
import { personNames } from "../../../identity/index.ts";
import type { UnitRef } from "../../../units/contract.ts";
import { lineReaches, reaches, unitsByIds } from "../../../units/index.ts";
import type { ContestDetail, ContestPaper, ContestRow, EntryDetail, EntryRow, ResultLine } from "../contract.ts";
import { lacksOf } from "../domain.ts";
import { say } from "../messages.ts";
import {
  mayEraseTeam,
  mayManageContest,
  mayViewContest,
  mayViewEntry,
  possibleContestActs,
  possibleEntryActs,
  type ContestSides,
  type EntrySides,
} from "../policy.ts";
import { findContest, isConcerned, type ContestRecord, type RoundRecord } from "../store/contests.ts";
import { entriesInRound, findEntry, type EntryRecord } from "../store/entries.ts";
import { minutesOf, papersOfEntry, resultsIn, type PaperRecord, type ResultRecord } from "../store/results.ts";

export type Units = ReadonlyMap<UnitId, UnitRef>;
const unitIn = (units: Units, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

const covers = async (db: Database, actor: Pick<Actor, "unitId">, unit: UnitId) => unit === actor.unitId || reaches(db, actor.unitId, unit);

export async function contestSides(db: Database, actor: Actor, contest: ContestRecord): Promise<ContestSides> {
  const [body, addressed] = await Promise.all([covers(db, actor, contest.body_id), isConcerned(db, contest.id, actor.unitId)]);
  return { body, addressed };
}

/** The contest, when this person may see it; otherwise it does not exist for them. */
export async function visibleContest(db: Database, actor: Actor, contest: ContestRecord | undefined) {
  const sides = contest && (await contestSides(db, actor, contest));
  if (!contest || !sides || !mayViewContest(actor, contest.state, sides)) throw problem("not_found", say("noContest"));
  return { contest, sides };
}

export const getContest = async (db: Database, actor: Actor, id: string) => visibleContest(db, actor, await findContest(db, id));

/** The round that is running. */
export function runningRound({ rounds, round }: ContestRecord): RoundRecord {
  const running = rounds.find(({ position }) => position === round);
  if (!running) throw new Error(`A contest without its round ${round}`);
  return running;
}

export const isLast = ({ rounds, round }: Pick<ContestRecord, "rounds" | "round">): boolean => round === rounds.length;

export function contestRow(contest: ContestRecord, units: Units): ContestRow {
  const { position, name, entries_from, entries_until } = runningRound(contest);
  return {
    id: contest.id,
    version: contest.version,
    title: contest.title,
    state: contest.state,
    body: unitIn(units, contest.body_id),
    round: { position, name, of: contest.rounds.length, entriesFrom: entries_from, entriesUntil: entries_until },
    entries: contest.entries,
  };
}

export const paperShown = ({ id, file_name, attached_at }: PaperRecord): ContestPaper => ({
  id,
  fileName: file_name,
  attachedAt: attached_at.toISOString(),
});

/** By prize as the rules name them, then by unit: what got none is not put in an order. */
export function linesOf(
  entries: readonly EntryRecord[],
  results: ReadonlyMap<string, ResultRecord>,
  prizes: readonly string[],
  units: Units,
) {
  const place = (prize: string | null) => (prize !== null && prizes.includes(prize) ? prizes.indexOf(prize) : prizes.length);
  return entries
    .map((entry): ResultLine => {
      const result = results.get(entry.id);
      return {
        entryId: entry.id,
        title: entry.title,
        unit: unitIn(units, entry.unit_id),
        late: entry.late,
        points: result?.points ?? null,
        pointsOf: result?.points_of ?? null,
        goesOn: result?.goes_on ?? false,
        prize: result?.prize ?? null,
        given: result !== undefined,
      };
    })
    .toSorted((a, b) => place(a.prize) - place(b.prize) || a.unit.name.localeCompare(b.unit.name, "vi"));
}

export async function contestDetail(db: Database, actor: Actor, contest: ContestRecord, sides: ContestSides): Promise<ContestDetail> {
  const manages = mayManageContest(actor, sides);
  const [results, minutes] = await Promise.all([resultsIn(db, contest.id), minutesOf(db, contest.id)]);
  const inRound = new Map<number, EntryRecord[]>();
  for (const { position } of contest.rounds.filter(({ position }) => position <= contest.round))
    inRound.set(position, await entriesInRound(db, contest.id, position));
  const entering = [...inRound.values()].flat().map(({ unit_id }) => unit_id);
  const units = await unitsByIds(db, [...new Set([contest.body_id, ...contest.units, ...entering])]);
  const of = (position: number) => new Map(results.filter(({ round }) => round === position).map((each) => [each.entry_id, each]));
  const minutesIn = (position: number) => minutes.filter(({ round }) => round === position);
  const running = runningRound(contest);
  const last = isLast(contest);
  return {
    ...contestRow(contest, units),
    rules: contest.rules,
    kinds: contest.kinds,
    prizes: contest.prizes,
    mostEntries: contest.most_entries,
    cancelReason: contest.cancel_reason,
    rounds: contest.rounds.map((round) => ({
      position: round.position,
      name: round.name,
      entriesFrom: round.entries_from,
      entriesUntil: round.entries_until,
      judgingFrom: round.judging_from,
      judgingUntil: round.judging_until,
      way: round.way,
      appraisalRoundId: manages ? round.appraisal_round_id : null,
      publishedOn: round.published_on,
      results:
        round.published_on !== null || (manages && contest.state === "judging" && round.position === contest.round)
          ? linesOf(inRound.get(round.position) ?? [], of(round.position), contest.prizes, units)
          : null,
      minutes: manages ? minutesIn(round.position).map(paperShown) : [],
    })),
    units: contest.units.map((id) => unitIn(units, id)),
    can: possibleContestActs(actor, contest.state, sides, last),
    lacks:
      manages && contest.state === "judging"
        ? lacksOf(
            (inRound.get(contest.round) ?? []).map(({ id }) => id),
            new Map([...of(contest.round)].map(([id, { goes_on, points }]) => [id, { goesOn: goes_on, points }])),
            { way: running.way, minutes: minutesIn(contest.round).length > 0, last },
          )
        : [],
    mayEnter: contest.state === "open" && contest.round === 1 && may(actor, "award:propose") && (sides.body || sides.addressed),
    manages,
  };
}

export async function entrySides(
  db: Database,
  actor: Actor,
  { unit_id, contest, typed_by }: Pick<EntryRecord, "unit_id" | "typed_by"> & { contest: Pick<EntryRecord["contest"], "body_id"> },
): Promise<EntrySides> {
  const [unit, line, body] = await Promise.all([
    covers(db, actor, unit_id),
    lineReaches(db, actor.unitId, unit_id),
    covers(db, actor, contest.body_id),
  ]);
  return { unit, line, body, typed: typed_by === actor.personId };
}

export async function visibleEntry(db: Database, actor: Actor, entry: EntryRecord | undefined) {
  const sides = entry && (await entrySides(db, actor, entry));
  if (!entry || !sides || !mayViewEntry(actor, entry.state, sides)) throw problem("not_found", say("noEntry"));
  return { entry, sides };
}

export const getEntry = async (db: Database, actor: Actor, id: string) => visibleEntry(db, actor, await findEntry(db, id));

const entryRow = (entry: EntryRecord, units: Units): EntryRow => ({
  id: entry.id,
  version: entry.version,
  contest: { id: entry.contest_id, title: entry.contest.title, state: entry.contest.state },
  unit: unitIn(units, entry.unit_id),
  kind: entry.kind,
  title: entry.title,
  state: entry.state,
  round: entry.round,
  late: entry.late,
  sentOn: entry.sent_on,
});

export async function entryRows(db: Database, entries: readonly EntryRecord[]): Promise<EntryRow[]> {
  const units = await unitsByIds(db, [...new Set(entries.map(({ unit_id }) => unit_id))]);
  return entries.map((entry) => entryRow(entry, units));
}

export async function entryDetail(db: Database, actor: Actor, entry: EntryRecord, sides: EntrySides): Promise<EntryDetail> {
  const [units, papers, people, exemplar] = await Promise.all([
    unitsByIds(db, [entry.unit_id]),
    papersOfEntry(db, entry.id),
    personNames(db, entry.sent_by === null ? [] : [entry.sent_by]),
    exemplarOf(db, actor, entry),
  ]);
  return {
    ...entryRow(entry, units),
    text: entry.text,
    team: entry.team,
    exemplar,
    reason: entry.reason,
    sentBy: entry.sent_by === null ? null : (people.get(entry.sent_by) ?? null),
    papers: papers.map(paperShown),
    can: possibleEntryActs(actor, entry, sides),
    mayErase: entry.team !== null && mayEraseTeam(actor, sides),
  };
}

/** Named to those only who may see the exemplar itself. */
async function exemplarOf(db: Database, actor: Actor, { exemplar_id }: EntryRecord): Promise<EntryDetail["exemplar"]> {
  if (exemplar_id === null) return null;
  try {
    const { id, name } = await readExemplar(db, actor, exemplar_id);
    return { id, name };
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return null;
    throw error;
  }
}

const found = async (reading: Promise<unknown>): Promise<boolean> => {
  try {
    await reading;
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return false;
    throw error;
  }
};

/** The history of a contest tells of results before they are published: it is for the organiser. */
export async function canSeeContest(db: Database, actor: Actor, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  const contest = await findContest(db, id);
  return contest !== undefined && (await contestSides(db, actor, contest)).body;
}

export const canSeeContestEntry = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  z.uuid().safeParse(id).success && found(getEntry(db, actor, id));
