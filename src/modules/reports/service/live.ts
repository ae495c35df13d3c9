import { isZero, plus } from "../../../kernel/decimals.ts";
import { unitId, type UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/period.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Measure, MeasuredFigure, MeasureSource, NarrativeSource, TargetSource } from "../../../platform/measure.ts";
import { submissionsOf, type SubmissionSent } from "../../indicators/index.ts";
import { unitsByIds, type UnitRef } from "../../units/index.ts";
import { addUp, percentage, single, type Added } from "../domain/adding.ts";
import type { Live, UnitFigures } from "../domain/live.ts";
import type { Figure } from "../shapes.ts";
import type { ReportRow } from "../store/reports.ts";
import { justBefore, periodWords, sameAYearBefore } from "../wording/periods.ts";
import { periodOf } from "./describing.ts";
import { cellsByRef, valuesOf, type CellInfo, type GivenValues } from "./given.ts";
import { unitsAsked } from "./rounds.ts";

/** What of a report decides on its figures. */
export type Figured = Pick<ReportRow, "unitId" | "calendar" | "period" | "roundId" | "figuresFrom">;

/** What other slices bring to a report. Wired in src/server/modules.ts. */
export type ReportSources = { measures: readonly MeasureSource[]; narratives: readonly NarrativeSource[]; targets: TargetSource | null };

type Periods = { now: Period; yearBefore: Period | null; last: Period | null };

/** Everything about the figures of a report that does not depend on one figure. */
type Setting = {
  unit: UnitId;
  /** Units whose figures are added; empty where the unit reports its own. */
  units: UnitId[];
  periods: Periods;
  cells: ReadonlyMap<string, CellInfo>;
  approved: GivenValues;
  provisional: GivenValues;
  measured: (name: string, period: Period) => MeasuredFigure | undefined;
  targets: ReadonlyMap<string, string>;
  /** The word a sum or an own figure was said with, by cell key. */
  said: ReadonlyMap<string, Figure["said"]>;
};

/**
 * Figures of a report as they stand at this moment, two queries whatever their number. A unit's own figures are its own
 * word and need nobody's approval; a total counts as approved only what its receiver approved.
 */
export async function liveFigures(db: Database, sources: ReportSources, report: Figured, refs: readonly string[]): Promise<Live> {
  const now = periodOf(report);
  const unit = unitId(report.unitId);
  const units = report.figuresFrom === "units" && report.roundId !== null ? await unitsAsked(db, report.roundId) : [];
  const before = now && sameAYearBefore(now);
  const last = now && justBefore(now);
  const than = { yearBefore: before?.words ?? null, last: last?.words ?? null };
  if (now === null) return { figures: new Map(), units: [], missing: { draft: [], official: [] }, than, period: null };
  const periods: Periods = { now, yearBefore: before?.period ?? null, last: last?.period ?? null };
  const cells = await cellsByRef(db, refs);
  const keys = [...cells.values()].map(({ key }) => key);
  const asked = {
    periods: [now, periods.yearBefore, periods.last].filter((each) => each !== null),
    units: [...new Set([unit, ...units])],
    keys,
  };
  const [approved, provisional, sent, sentApproved, { measures, measured }, targets, known] = [
    await valuesOf(db, { ...asked, tier: "approved" }),
    await valuesOf(db, { ...asked, tier: "provisional" }),
    report.roundId === null ? [] : await submissionsOf(db, report.roundId, "provisional"),
    report.roundId === null ? [] : await submissionsOf(db, report.roundId, "approved"),
    await measuredFigures(db, sources, { unit, periods, refs, cells }),
    sources.targets === null
      ? new Map<string, string>()
      : await sources.targets.targets(db, { unit, cells: [...cells.values()], period: now }),
    await unitsByIds(db, units),
  ];
  const setting: Setting = { unit, units, periods, cells, approved, provisional, measured, targets, said: saidIn(sent, [unit, ...units]) };
  const figures = new Map<string, Figure>();
  for (const ref of refs) {
    const cell = cells.get(ref);
    const measure = measures.get(ref);
    if (cell) figures.set(ref, figureOfCell(ref, cell, setting));
    else if (measure) figures.set(ref, figureOfMeasure(ref, measure, setting));
  }
  const rows = units.flatMap((id): UnitFigures[] => {
    const ref = known.get(id);
    return ref ? [{ unit: ref, values: valuesOfUnit(id, setting) }] : [];
  });
  const without = (there: readonly SubmissionSent[]): UnitRef[] => {
    const arrived = new Set(there.map(({ unitId: id }) => id));
    return rows.map(({ unit: ref }) => ref).filter(({ id }) => !arrived.has(id));
  };
  return { figures, units: rows, missing: { draft: without(sent), official: without(sentApproved) }, than, period: periodWords(now) };
}

/** One "khoảng" among many exact figures makes their sum a "khoảng" as well. */
function saidIn(sent: readonly SubmissionSent[], units: readonly UnitId[]): Map<string, Figure["said"]> {
  const counted = new Set(units);
  const said = new Map<string, Figure["said"]>();
  for (const { unitId: id, figures } of sent)
    if (counted.has(id))
      for (const [key, figure] of figures) if (figure.said !== null && said.get(key) !== "khoảng") said.set(key, figure.said);
  return said;
}

const none = {
  approved: null,
  provisional: null,
  said: null,
  target: null,
  last: null,
  yearBefore: null,
  yearBeforeGiven: null,
  refused: null,
  given: null,
  asked: null,
};

function figureOfCell(ref: string, cell: CellInfo, setting: Setting): Figure {
  const { title, adds, key } = cell;
  const unit = adds === "ratio" || adds === "share" ? "%" : cell.unit;
  const target = setting.targets.get(key) ?? null;
  const base = { ...none, ref, title, unit, target };
  const { now, yearBefore, last } = setting.periods;
  const own = ownFigure(cell, setting);
  const total = setting.units.length > 0 ? totalOf(cell, setting) : null;
  if (total && (total.refused !== null || total.provisional.value !== null || total.approved.value !== null || own === null)) {
    const past = (period: Period | null): Added | null =>
      period &&
      addUp(
        setting.units.flatMap((id) => setting.approved(period, id, key) ?? setting.provisional(period, id, key) ?? []),
        adds,
      );
    const year = past(yearBefore);
    return {
      ...base,
      approved: total.approved.value,
      provisional: total.provisional.value,
      said: total.provisional.value === null ? null : (setting.said.get(key) ?? null),
      yearBefore: year?.value ?? null,
      yearBeforeGiven: year && year.value !== null ? year.given : null,
      last: past(last)?.value ?? null,
      from: total.provisional.value === null && total.approved.value === null ? "none" : "units",
      refused: total.refused,
      given: total.provisional.given,
      asked: setting.units.length,
    };
  }
  if (own === null) return { ...base, from: "none" };
  const at = (period: Period | null): string | null => {
    if (period === null) return null;
    const given = setting.provisional(period, setting.unit, key) ?? setting.approved(period, setting.unit, key);
    return given ? single(given, adds) : computedCell(cell, period, setting);
  };
  return {
    ...base,
    approved: own.value,
    provisional: own.value,
    said: own.said,
    yearBefore: at(yearBefore),
    last: at(last),
    from: own.from,
  };

  function ownFigure(info: CellInfo, { unit: self }: Setting): { value: string; said: Figure["said"]; from: "own" | "computed" } | null {
    const given = setting.provisional(now, self, info.key) ?? setting.approved(now, self, info.key);
    const value = given ? single(given, info.adds) : null;
    if (value !== null) return { value, said: setting.said.get(info.key) ?? null, from: "own" };
    const sum = computedCell(info, now, setting);
    if (sum === null) return null;
    const rough = namesOf(info).some((name) => (setting.measured(name, now)?.approximate ?? 0) > 0);
    return { value: sum, said: rough ? "khoảng" : null, from: "computed" };
  }
}

function totalOf({ key, adds }: CellInfo, { units, periods, approved, provisional }: Setting) {
  const cellsOf = (tier: GivenValues) =>
    addUp(
      units.flatMap((id) => tier(periods.now, id, key) ?? []),
      adds,
    );
  const [sure, sent] = [cellsOf(approved), cellsOf(provisional)];
  return { approved: sure, provisional: sent, refused: sure.refused ?? sent.refused };
}

const namesOf = ({ measures: { value, numerator, denominator } }: CellInfo): string[] => [...value, ...numerator, ...denominator];

function computedCell({ adds, measures }: CellInfo, period: Period, setting: Setting): string | null {
  if (adds !== "ratio") return computed(measures.value, period, setting);
  const [numerator, denominator] = [computed(measures.numerator, period, setting), computed(measures.denominator, period, setting)];
  return percentage({ value: null, numerator, denominator });
}

/** Several measures add up; no record at all gives null and not zero: silence is no figure. */
function computed(names: readonly string[], period: Period, { measured }: Setting): string | null {
  const values = names.flatMap((name) => {
    const figure = measured(name, period);
    return !figure || figure.value === null || (figure.records === 0 && isZero(figure.value)) ? [] : [figure.value];
  });
  return values.length === 0 ? null : values.reduce(plus);
}

function figureOfMeasure(ref: string, measure: Measure, setting: Setting): Figure {
  const { now, yearBefore, last } = setting.periods;
  const at = (period: Period | null): string | null => (period === null ? null : computed([measure.name], period, setting));
  const value = at(now);
  const rough = (setting.measured(measure.name, now)?.approximate ?? 0) > 0;
  return {
    ...none,
    ref,
    title: measure.title.vi,
    unit: measure.unit,
    approved: value,
    provisional: value,
    said: value !== null && rough ? "khoảng" : null,
    yearBefore: at(yearBefore),
    last: at(last),
    from: value === null ? "none" : "computed",
  };
}

function valuesOfUnit(unit: UnitId, { cells, periods, approved, provisional }: Setting): UnitFigures["values"] {
  const values = new Map<string, { approved: string | null; provisional: string | null }>();
  for (const [ref, { key, adds }] of cells) {
    const [sure, sent] = [approved(periods.now, unit, key), provisional(periods.now, unit, key)];
    values.set(ref, { approved: sure ? single(sure, adds) : null, provisional: sent ? single(sent, adds) : null });
  }
  return values;
}

/** What the journal and other records give for the unit's own line, in every period that is printed. */
async function measuredFigures(
  db: Database,
  { measures: sources }: ReportSources,
  { unit, periods, refs, cells }: { unit: UnitId; periods: Periods; refs: readonly string[]; cells: ReadonlyMap<string, CellInfo> },
) {
  const wanted = new Set([...refs.filter((ref) => ref.includes("/")), ...[...cells.values()].flatMap(namesOf)]);
  const measures = new Map<string, Measure>();
  const found = new Map<string, MeasuredFigure>();
  if (wanted.size > 0)
    for (const source of sources) {
      const offered = (await source.measures(db)).filter(({ name }) => wanted.has(name));
      for (const measure of offered) measures.set(measure.name, measure);
      if (offered.length === 0) continue;
      for (const period of [periods.now, periods.yearBefore, periods.last]) {
        if (period === null) continue;
        const figures = await source.query(db, { names: offered.map(({ name }) => name), units: [unit], scope: "line", period });
        for (const [name, byUnit] of figures) {
          const figure = byUnit.get(unit);
          if (figure) found.set(`${period.code} ${name}`, figure);
        }
      }
    }
  return { measures, measured: (name: string, period: Period) => found.get(`${period.code} ${name}`) };
}
