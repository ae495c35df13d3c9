import type { SubmissionId, UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { cellOf, type CellKey, type Figure } from "../contract/cells.ts";
import { valueKey, type Tier } from "../contract/figures.ts";
import { withdrawValues, writeValues } from "./figures.ts";
import { readValues } from "./figures-reading.ts";

type Of = { tier: Tier; period: Period; unit: UnitId; submissionId: SubmissionId };

/** What the unit gave stands in a tier now; totals are right with the same commit. */
export function putFigures(tx: Transaction, of: Of, merged: Readonly<Record<CellKey, Figure>>): Promise<void> {
  return writeValues(tx, { ...of, cells: Object.entries(merged).map(([key, figure]) => ({ ...cellOf(key), ...figure })) });
}

/** What the unit gave no longer stands; what another form had before does again. */
export function takeFiguresOut(tx: Transaction, of: Of, cells: readonly CellKey[]): Promise<void> {
  return withdrawValues(tx, { ...of, cells: cells.map(cellOf) });
}

/** What units gave for periods, every current submission counted. */
export async function figuresGiven(
  db: Database,
  { periods, units, cells }: { periods: readonly Period[]; units: readonly UnitId[]; cells: readonly CellKey[] },
): Promise<(period: Period, unit: UnitId, cell: CellKey) => Figure | null> {
  if (periods.length === 0 || cells.length === 0) return () => null;
  const values = await readValues(db, { tier: "provisional", periods, units, cells: cells.map(cellOf) });
  return (period, unit, cell) => values.get(valueKey(period, unit, cell)) ?? null;
}
