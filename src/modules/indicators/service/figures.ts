import { problem } from "../../../kernel/errors.ts";
import type { SubmissionId, UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/index.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { cellKey, type Cell } from "../contract/cells.ts";
import type { Part } from "../contract/dictionary.ts";
import type { Tier } from "../contract/figures.ts";
import { scaled } from "../domain/figures.ts";
import { change, counting, nothing, put, same, taken, type Given, type Wide } from "../domain/figures-rows.ts";
import { say } from "../messages/figures.ts";
import { placesOfCells, type Placed } from "../store/figures-slots.ts";
import {
  homesOfSubmission,
  lockFigures,
  placeFor,
  readStanding,
  writeChanges,
  type GroupChange,
  type Home,
  type Standing,
} from "../store/figures-writing.ts";
import { foldWhenMuch } from "./totals-folding.ts";

/** What a submission says in one cell: all null = asked and left empty. A ratio has numerator and denominator, no value. */
export type GivenCell = Cell & { value: string | null; numerator?: string | null; denominator?: string | null };

export type Giving = { tier: Tier; period: Period; unit: UnitId; submissionId: SubmissionId; cells: readonly GivenCell[] };
export type Withdrawing = Omit<Giving, "cells"> & { cells: readonly Cell[] };

/**
 * Puts what a submission gives in its place. The submission that was written last counts in a cell, whichever form it came
 * with; give all cells of a submission in one call. Totals are right from the commit on. Refuses (invalid_input) unknown
 * cells, numbers with more decimals than the indicator keeps or beyond reason, and half a ratio.
 */
export async function writeValues(tx: Transaction, { cells, ...giving }: Giving): Promise<void> {
  const placed = await placesOf(tx, cells);
  const numbers = new Map<number, Map<number, bigint | null>>();
  for (const cell of cells) {
    const place = placed(cell);
    const group = numbers.get(place.group) ?? new Map<number, bigint | null>();
    for (const [slot, number] of numbersOf(cell, place)) group.set(slot, number);
    numbers.set(place.group, group);
  }
  await move(tx, giving, [...numbers.keys()], (own, group) => put(own ?? nothing(), numbers.get(group) ?? new Map()));
}

/** Takes back what a submission gave in these cells: what another one gave before stands again, or nothing. */
export async function withdrawValues(tx: Transaction, { cells, ...giving }: Withdrawing): Promise<void> {
  const placed = await placesOf(tx, cells);
  const gone = Map.groupBy(
    cells.flatMap((cell) => [...placed(cell).slots.values()].map((slot) => ({ group: placed(cell).group, slot }))),
    ({ group }) => group,
  );
  await move(tx, giving, [...gone.keys()], (own, group) =>
    own === null ? nothing() : taken(own, new Set(gone.get(group)?.map(({ slot }) => slot))),
  );
}

/** Takes back everything that a submission gave, in one tier or in both. */
export async function withdrawSubmission(
  tx: Transaction,
  { submissionId, tier }: { submissionId: SubmissionId; tier?: Tier },
): Promise<void> {
  const homes = await homesOfSubmission(tx, submissionId);
  const wanted = homes.filter(({ approved }) => tier === undefined || approved === (tier === "approved"));
  for (const rows of Map.groupBy(wanted, ({ periodId, approved, unit }) => `${periodId}/${approved}/${unit}`).values()) {
    const [first] = rows;
    if (!first) continue;
    await settle(
      tx,
      { ...first, submissionId },
      rows.map(({ group }) => group),
      () => nothing(),
    );
  }
}

async function placesOf(tx: Transaction, cells: readonly Cell[]): Promise<(cell: Cell) => Placed> {
  const placed = await placesOfCells(tx, cells);
  return (cell) => {
    const place = placed.get(cellKey(cell));
    if (!place) throw problem("invalid_input", say("unknownCell", { cell: cellKey(cell) }));
    return place;
  };
}

/** The whole numbers to store by slot. */
function numbersOf({ value, numerator = null, denominator = null }: GivenCell, { rule, slots }: Placed): [number, bigint | null][] {
  const { name, scale, valueKind } = rule;
  const whole = (number: string | null) => (number === null ? null : scaled(number, scale, name));
  const at = (part: Part, number: bigint | null): [number, bigint | null][] => [[slots.get(part) ?? 0, number]];
  if (valueKind === "ratio") {
    if ((numerator === null) !== (denominator === null)) throw problem("invalid_input", say("halfRatio", { name }));
    const below = whole(denominator);
    if (below !== null && below < 0n) throw problem("invalid_input", say("negativeDenominator", { name }));
    return [...at("numerator", whole(numerator)), ...at("denominator", below)];
  }
  if (numerator !== null || denominator !== null) throw problem("invalid_input", say("notARatio", { name }));
  const number = whole(value);
  if (valueKind === "yes-no" && number !== null && number !== 0n && number !== 1n) throw problem("invalid_input", say("yesOrNo", { name }));
  return at("value", number);
}

type Owner = { tier: Tier; period: Period; unit: UnitId; submissionId: SubmissionId };
type Settling = (own: Given | null, group: number) => Wide;

async function move(
  tx: Transaction,
  { tier, period, unit, submissionId }: Owner,
  groups: readonly number[],
  decide: Settling,
): Promise<void> {
  if (groups.length === 0) return;
  const place = await placeFor(tx, period, unit);
  if (!place) throw problem("not_found", say("noUnit"));
  await settle(tx, { ...place, unit, approved: tier === "approved", submissionId }, groups, decide);
}

/** Decides and writes what counts in these groups once the submission's own row is as `decide` says. */
async function settle(
  tx: Transaction,
  home: Home & { seriesId: number; submissionId: SubmissionId },
  groups: readonly number[],
  decide: Settling,
): Promise<void> {
  await lockFigures(tx, home);
  const standing = await readStanding(tx, home, groups);
  const changes = groups.flatMap((group) => changeOf(standing, home, group, decide));
  if (changes.length === 0) return;
  await writeChanges(tx, { ...home, turn: standing.turn, changes });
  await foldWhenMuch(tx, home.periodId, standing.turn);
}

function changeOf(
  { given, counting: current, turn }: Standing,
  { seriesId, submissionId }: { seriesId: number; submissionId: SubmissionId },
  group: number,
  decide: Settling,
): GroupChange[] {
  const all = given.get(group) ?? [];
  const own = all.find((row) => row.submissionId === submissionId) ?? null;
  const next = decide(own, group);
  if (own === null && next.asked === 0n) return [];
  const others = all.filter((row) => row.submissionId !== submissionId);
  const after = counting(next.asked === 0n ? others : [...others, { ...next, submissionId, turn }]);
  const before = current.get(group) ?? null;
  const stands = before !== null && same(before, after) && before.seriesId === seriesId;
  // What counts is the same: the submission's own row is written, and nothing moves.
  if (stands) return [{ group, given: next, before: null, after: null, moves: [] }];
  const moves =
    before !== null && before.seriesId !== seriesId
      ? [
          { seriesId: before.seriesId, change: change(before, nothing()) },
          { seriesId, change: change(nothing(), after) },
        ]
      : [{ seriesId, change: change(before ?? nothing(), after) }];
  return [{ group, given: next, before, after: after.asked === 0n ? null : after, moves }];
}
