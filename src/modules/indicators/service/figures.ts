import type { SubmissionId, UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Period } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Cell, CellKey } from "../contract/cells.ts";
import type { CellValue, Series, Tier, TotalBy, TotalCell } from "../contract/figures.ts";

/** What a submission says in one cell: all null = asked and left empty. A ratio has numerator and denominator, no value. */
export type GivenCell = Cell & { value: string | null; numerator?: string | null; denominator?: string | null };

export type Giving = { tier: Tier; period: Period; unit: UnitId; submissionId: SubmissionId; cells: readonly GivenCell[] };
export type Withdrawing = Omit<Giving, "cells"> & { cells: readonly Cell[] };

/**
 * Puts what a submission gives in its place. The latest submission that asks a cell counts, whichever form it came with.
 * Totals are right from the commit on. Refuses (invalid_input) unknown cells, numbers with more decimals than the indicator
 * keeps or too large, and half a ratio.
 */
export async function writeValues(_tx: Transaction, _giving: Giving): Promise<void> {
  throw new Error("not there yet");
}

/** Takes back what a submission gave in these cells: what another one gave before stands again, or nothing. */
export async function withdrawValues(_tx: Transaction, _withdrawing: Withdrawing): Promise<void> {
  throw new Error("not there yet");
}

/** Takes back everything that a submission gave, in one tier or both. */
export async function withdrawSubmission(_tx: Transaction, _given: { submissionId: SubmissionId; tier?: Tier }): Promise<void> {
  throw new Error("not there yet");
}

/** What units gave, by `valueKey(period, unit, cellKey)`. A cell that was not asked is not in the map; one left empty has value null. */
export async function readValues(
  _db: Database,
  _asked: { tier: Tier; periods: readonly Pick<Period, "calendar" | "code">[]; units: readonly UnitId[]; cells: readonly Cell[] },
): Promise<Map<string, CellValue>> {
  throw new Error("not there yet");
}

export type AskedTotals = {
  tier: Tier;
  period: Pick<Period, "calendar" | "code">;
  area: UnitId;
  by: TotalBy;
  cells: readonly Cell[];
  /** Whose figures are added; null: the level right below the area that has sent most. */
  series: readonly Series[] | null;
};
export type TotalRow = { unit: UnitId; cells: Map<CellKey, TotalCell>; submissions: number };
export type TotalsRead = { rows: TotalRow[]; series: Series[] };

/** Sums over the units of an area, exact in the snapshot they are read in. `children`, `communes`: one row per area, zeros included. */
export async function readTotals(_db: Database, _asked: AskedTotals): Promise<TotalsRead> {
  throw new Error("not there yet");
}

export type OverPeriods = { figure: CellValue; refused: Text | null };

/**
 * What single values of one cell add up to over periods, oldest first, as the dictionary declares it. Refused with the
 * reason where periods overlap or the indicator does not add over time.
 */
export function sumOverTime(
  _indicator: { overTime: "sum" | "last" | "ratio" | "none" | "new-only"; name: string },
  _points: readonly { period: Period; figure: CellValue | null }[],
): OverPeriods {
  throw new Error("not there yet");
}
