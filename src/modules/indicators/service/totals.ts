import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { parsePeriod, type Period } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { getUnit } from "../../units/index.ts";
import type { Cell, CellKey } from "../contract/cells.ts";
import type { Part } from "../contract/dictionary.ts";
import type { Series, Tier, TotalBy, TotalCell } from "../contract/figures.ts";
import { plus, totalOf, usualSeries, type Sum } from "../domain/totals.ts";
import { say } from "../messages/figures.ts";
import { placesOfCells, reading, type Placed } from "../store/figures-slots.ts";
import { readSums, type SumRow } from "../store/totals.ts";

export type AskedTotals = {
  tier: Tier;
  period: Pick<Period, "calendar" | "code">;
  area: UnitId;
  by: TotalBy;
  cells: readonly Cell[];
  /** Whose figures are added; null: the level right below the area, of it the kind of body that has sent most. */
  series: readonly Series[] | null;
  /** Which series may be seen at all; without it, every one. */
  among?: (series: Series) => boolean;
  /** From single units and not from kept sums: the same, slower. For proofs. */
  fromLeaves?: boolean;
};

export type TotalRow = { unit: UnitId; cells: Map<CellKey, TotalCell>; submissions: number };
/** `available`: all series that gave something here, with how many units. */
export type TotalsRead = { rows: TotalRow[]; series: Series[]; available: { series: Series; submissions: number }[] };

/** Sums over the units of an area, exact in the one snapshot they are read in. `children` and `communes` give one row per area, empty ones too. */
export async function readTotals(db: Database, asked: AskedTotals): Promise<TotalsRead> {
  const period = parsePeriod(asked.period.calendar, asked.period.code);
  if (!period) throw problem("invalid_input", say("badPeriod", { code: asked.period.code }));
  const placed = await placesOfCells(db, asked.cells);
  const { kind } = await getUnit(db, asked.area, period.to);
  const sums = await readSums(db, {
    approved: asked.tier === "approved",
    period,
    area: asked.area,
    areaKind: kind,
    by: asked.by,
    ...reading(placed.values()),
    series: asked.series,
    fromLeaves: asked.fromLeaves === true,
  });
  const rows = sums.rows.filter(({ series }) => asked.among?.(series) ?? true);
  const sent = submissionsBySeries(rows);
  const series = asked.series ? [...asked.series] : usualSeries(sent, kind);
  const counted = Map.groupBy(
    rows.filter((row) => series.includes(row.series)),
    ({ area }) => area,
  );
  return {
    rows: sums.areas.map((unit) => rowOf(unit, counted.get(unit) ?? [], [...placed.values()])),
    series,
    available: [...sent].map(([name, submissions]) => ({ series: name, submissions })),
  };
}

/** Units per series: a unit has a row in each group that it was asked in, so the fullest group counts. */
function submissionsBySeries(rows: readonly SumRow[]): Map<Series, number> {
  const perGroup = new Map<string, number>();
  for (const { series, group, n } of rows) perGroup.set(`${series} ${group}`, (perGroup.get(`${series} ${group}`) ?? 0) + n);
  const sent = new Map<Series, number>();
  for (const [key, n] of perGroup) {
    const [series = ""] = key.split(" ");
    if (n > 0) sent.set(series, Math.max(sent.get(series) ?? 0, n));
  }
  return sent;
}

function rowOf(unit: UnitId, rows: readonly SumRow[], placed: readonly Placed[]): TotalRow {
  const sums = new Map<string, Sum>();
  for (const { group, sums: bySlot } of rows)
    for (const [slot, sum] of bySlot) sums.set(`${group}/${slot}`, plus(sums.get(`${group}/${slot}`), sum));
  const cells = placed.map(({ key, rule, group, slots }): [CellKey, TotalCell] => [
    key,
    totalOf(rule, new Map<Part, Sum>([...slots].map(([part, slot]) => [part, plus(sums.get(`${group}/${slot}`), undefined)]))),
  ]);
  const submissions = [...submissionsBySeries(rows).values()].reduce((count, n) => count + n, 0);
  return { unit, cells: new Map(cells), submissions };
}
