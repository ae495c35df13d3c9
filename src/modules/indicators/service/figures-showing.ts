import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { IndicatorId, UnitId } from "../../../kernel/ids.ts";
import { nextPeriod, parsePeriod, type Period, type PeriodCalendar } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureScope, MeasureSource } from "../../../platform/measure.ts";
import type { UnitRef } from "../../units/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import { cellKey, cellOf, type CellKey } from "../contract/cells.ts";
import {
  valueKey,
  type FigureRecord,
  type Series,
  type SeriesPoint,
  type Tier,
  type TotalBy,
  type TotalCell,
  type Totals,
} from "../contract/figures.ts";
import { sumOverTime } from "../domain/figures.ts";
import { say } from "../messages/figures.ts";
import { seriesName } from "../messages/series.ts";
import { findIndicator } from "../store/dictionary.ts";
import { placesOfCells } from "../store/figures-slots.ts";
import { readValues } from "./figures-reading.ts";
import { seriesSeen, unitsSeen } from "./figures-standing.ts";
import { readTotals } from "./totals.ts";

type InPeriod = { calendar: PeriodCalendar; period: string };

function periodIn({ calendar, period: code }: InPeriod): Period {
  const period = parsePeriod(calendar, code);
  if (!period) throw problem("invalid_input", say("badPeriod", { code }), { fields: { period: say("badPeriod", { code }) } });
  return period;
}

type AskedTotals = InPeriod & {
  area: UnitId;
  tier: Tier;
  by: TotalBy;
  cells: CellKey[];
  series?: Series[] | undefined;
  formId?: string | undefined;
};

/** A table of a few thousand cells is what a page can show; more than this is asked for in parts. */
const mostCells = 60_000;

export async function showTotals(db: Database, actor: Actor, asked: AskedTotals): Promise<z.infer<typeof Totals>> {
  const period = periodIn(asked);
  const cells = [...new Set(asked.cells)];
  await allKnown(db, cells);
  const seen = await seriesSeen(db, actor, asked.area, { formId: asked.formId, cells, day: period.to });
  if (asked.series?.some((series) => !seen(series))) throw problem("not_found", say("noFigures"));
  const { rows, series, available } = await readTotals(db, {
    tier: asked.tier,
    period,
    area: asked.area,
    by: asked.by,
    cells: cells.map(cellOf),
    series: asked.series ?? null,
    among: seen,
  });
  if (rows.length * cells.length > mostCells) throw problem("too_large", say("tooManyUnits", { cells: rows.length * cells.length }));
  const units = await unitsByIds(
    db,
    rows.map(({ unit }) => unit),
    period.to,
  );
  return {
    period,
    tier: asked.tier,
    series,
    available: available.map((one) => ({ ...one, name: seriesName(one.series) })),
    rows: rows.map((row) => ({ unit: named(units, row.unit), submissions: row.submissions, cells: Object.fromEntries(row.cells) })),
  };
}

const named = (units: ReadonlyMap<UnitId, UnitRef>, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

async function allKnown(db: Database, cells: readonly CellKey[]): Promise<Awaited<ReturnType<typeof placesOfCells>>> {
  const placed = await placesOfCells(db, cells.map(cellOf));
  const unknown = cells.find((cell) => !placed.has(cell));
  if (unknown !== undefined)
    throw problem("invalid_input", say("unknownCell", { cell: unknown }), { fields: { cells: say("unknownCell", { cell: unknown }) } });
  return placed;
}

type AskedValues = InPeriod & { units: UnitId[]; tier: Tier; cells: CellKey[]; formId?: string | undefined };

export async function showValues(db: Database, actor: Actor, asked: AskedValues) {
  const period = periodIn(asked);
  const cells = [...new Set(asked.cells)];
  await allKnown(db, cells);
  const units = await unitsSeen(db, actor, asked.units, { formId: asked.formId, cells, day: period.to });
  const values = await readValues(db, { tier: asked.tier, periods: [period], units: [...units.keys()], cells: cells.map(cellOf) });
  return {
    period,
    rows: [...units].map(([id, unit]) => ({
      unit,
      cells: Object.fromEntries(
        cells.flatMap((cell) => {
          const value = values.get(valueKey(period, id, cell));
          return value ? [[cell, value]] : [];
        }),
      ),
    })),
  };
}

type AskedOverTime = InPeriod & {
  area: UnitId;
  back: number;
  tier: Tier;
  cell: CellKey;
  own: boolean;
  series?: Series[] | undefined;
  formId?: string | undefined;
};

const nobody: TotalCell = { value: null, given: 0, asked: 0, refused: null };

export async function showOverTime(
  db: Database,
  actor: Actor,
  asked: AskedOverTime,
): Promise<{ points: SeriesPoint[]; total: TotalCell; series: Series[] }> {
  const last = periodIn(asked);
  const placed = await allKnown(db, [asked.cell]);
  const periods = last.kind === "ad-hoc" ? [last] : Array.from({ length: asked.back + 1 }, (_, at) => nextPeriod(last, at - asked.back));
  const looking = { formId: asked.formId, cells: [asked.cell], day: last.to };
  const rule = placed.get(asked.cell)?.rule ?? { name: "", overTime: "none" as const };
  const { points, series } = asked.own
    ? await ownPoints(db, actor, asked, periods, looking)
    : await areaPoints(db, actor, asked, periods, looking);
  const summed = sumOverTime(
    rule,
    points.map(({ period, figure }) => ({ period, figure: figure.refused ? null : figure })),
  );
  // A sum over units that is refused stays refused over time.
  const refused = points.find(({ figure }) => figure.refused)?.figure.refused ?? summed.refused;
  const total: TotalCell = {
    ...(refused ? { value: null } : summed.figure),
    given: Math.max(...points.map(({ figure }) => figure.given)),
    asked: Math.max(...points.map(({ figure }) => figure.asked)),
    refused,
  };
  return { points, total, series };
}

type Looking = Parameters<typeof unitsSeen>[3];

async function ownPoints(db: Database, actor: Actor, { area, tier, cell }: AskedOverTime, periods: Period[], looking: Looking) {
  await unitsSeen(db, actor, [area], looking);
  const values = await readValues(db, { tier, periods, units: [area], cells: [cellOf(cell)] });
  const points = periods.map((period): SeriesPoint => {
    const value = values.get(valueKey(period, area, cell));
    const given = value && (value.value ?? value.numerator ?? null) !== null ? 1 : 0;
    return { period, figure: value ? { ...value, given, asked: 1, refused: null } : nobody };
  });
  return { points, series: [] };
}

async function areaPoints(db: Database, actor: Actor, asked: AskedOverTime, periods: Period[], looking: Looking) {
  const seen = await seriesSeen(db, actor, asked.area, looking);
  if (asked.series?.some((series) => !seen(series))) throw problem("not_found", say("noFigures"));
  const read = (period: Period, series: Series[] | null) =>
    readTotals(db, { tier: asked.tier, period, area: asked.area, by: "self", cells: [cellOf(asked.cell)], series, among: seen });
  const latest = await Promise.all(periods.map((period) => read(period, asked.series ?? null)));
  // One line over time is of one series: the last period that has one says which.
  const series = asked.series ?? latest.findLast((one) => one.series.length > 0)?.series ?? [];
  const reads = await Promise.all(
    latest.map(async (one, at) => {
      const period = periods[at];
      return one.series.join() === series.join() || !period ? one : read(period, series);
    }),
  );
  const points = reads.flatMap((one, at): SeriesPoint[] => {
    const period = periods[at];
    return period ? [{ period, figure: one.rows[0]?.cells.get(asked.cell) ?? nobody }] : [];
  });
  return { points, series };
}

type AskedRecords = InPeriod & { indicatorId: IndicatorId; member: string; unit: UnitId; scope: MeasureScope };
const mostRecords = 200;

/** The records that a cell is computed from. Which of them a person may open is the business of the slice that holds them. */
export async function showRecords(
  db: Database,
  actor: Actor,
  sources: readonly MeasureSource[],
  asked: AskedRecords,
): Promise<{ records: FigureRecord[]; more: boolean }> {
  const period = periodIn(asked);
  const indicator = await findIndicator(db, asked.indicatorId);
  const key = cellKey(asked);
  if (!indicator) throw problem("invalid_input", say("unknownCell", { cell: key }));
  await unitsSeen(db, actor, [asked.unit], { cells: [key], day: period.to });
  const names = new Set(indicator.measures.filter(({ member }) => member === asked.member).flatMap((link) => link.names));
  const lists = await Promise.all(
    sources.map(async (source) => {
      const known = new Set((await source.measures(db)).map(({ name }) => name));
      const wanted = [...names].filter((name) => known.has(name));
      return wanted.length === 0
        ? []
        : source.records(db, actor, { names: wanted, unit: asked.unit, scope: asked.scope, period, limit: mostRecords + 1 });
    }),
  );
  const records = lists.flat().toSorted((a, b) => b.date.localeCompare(a.date));
  return { records: records.slice(0, mostRecords), more: records.length > mostRecords };
}
