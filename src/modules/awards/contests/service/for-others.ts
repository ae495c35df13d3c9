import type { UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import type { ContestState, EntryKind } from "../shapes.ts";
import { findContest } from "../store/contests.ts";
import { entriesInRound } from "../store/entries.ts";
import { resultsIn, roundPrints } from "../store/results.ts";
import { linesOf } from "./view.ts";

/** A contest as others may tell it: rules, rounds and published results. No team, no points, nobody's name. */
export type ToldContest = {
  bodyId: UnitId;
  title: string;
  state: ContestState;
  rules: string;
  kinds: EntryKind[];
  prizes: string[];
  /** The round that is running. */
  round: number;
  rounds: {
    position: number;
    name: string;
    entriesFrom: CalendarDate;
    entriesUntil: CalendarDate;
    judgingFrom: CalendarDate;
    judgingUntil: CalendarDate;
    /** Null while its results are not published. `print`: tells whether they are still the same. */
    results: { print: string; lines: { title: string; unit: string; goesOn: boolean; prize: string | null }[] } | null;
  }[];
};

export async function tellContest(db: Database, id: string): Promise<ToldContest | undefined> {
  const contest = await findContest(db, id);
  if (!contest) return undefined;
  const [results, prints] = await Promise.all([resultsIn(db, id), roundPrints(db, id)]);
  const rounds: ToldContest["rounds"] = [];
  for (const round of contest.rounds) {
    const print = prints.get(round.position);
    const entries = print === undefined ? [] : await entriesInRound(db, id, round.position);
    const units = await unitsByIds(db, [...new Set(entries.map(({ unit_id }) => unit_id))]);
    const own = new Map(results.filter((each) => each.round === round.position).map((each) => [each.entry_id, each]));
    rounds.push({
      position: round.position,
      name: round.name,
      entriesFrom: round.entries_from,
      entriesUntil: round.entries_until,
      judgingFrom: round.judging_from,
      judgingUntil: round.judging_until,
      results:
        print === undefined
          ? null
          : {
              print,
              lines: linesOf(entries, own, contest.prizes, units).map(({ title, unit, goesOn, prize }) => ({
                title,
                unit: unit.name,
                goesOn,
                prize,
              })),
            },
    });
  }
  const { body_id, title, state, rules, kinds, prizes, round } = contest;
  return { bodyId: body_id, title, state, rules, kinds, prizes, round, rounds };
}

export type ToldEntry = { id: string; title: string; unit: string; text: string };

/** Entries that were sent and reached the round, in the order of their units' names. */
export async function tellEntries(db: Database, contest: string, round: number): Promise<ToldEntry[]> {
  const entries = await entriesInRound(db, contest, round);
  const units = await unitsByIds(db, [...new Set(entries.map(({ unit_id }) => unit_id))]);
  return entries
    .map(({ id, title, unit_id, text }) => ({ id, title, unit: units.get(unit_id)?.name ?? "", text }))
    .toSorted((a, b) => a.unit.localeCompare(b.unit, "vi") || a.title.localeCompare(b.title, "vi"));
}
