import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { formatShortDate, parsePeriod, type Period, type PeriodCalendar } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { day, empty, number, percent, text, type Table, type TableCell } from "../../../platform/spreadsheet/index.ts";
import type { MeasureScope } from "../../../platform/measure.ts";
import { activitiesOf, type ToldActivity } from "../../activities/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import { cellKey, cellOf, percentOf, type CellKey } from "../contract/cells.ts";
import { valueKey, type CellValue, type Series, type Tier, type TotalCell } from "../contract/figures.ts";
import type { ActivityField, LayoutContent, UnitField } from "../contract/layouts.ts";
import { mayEnterRoom } from "../domain/forms-policy.ts";
import { filledTitles, widthOf } from "../domain/layouts-table.ts";
import { periodLabel } from "../domain/rounds-wording.ts";
import { scaled } from "../domain/figures.ts";
import { plus, totalOf, type Sum } from "../domain/totals.ts";
import type { Part } from "../contract/dictionary.ts";
import { say } from "../messages/layouts.ts";
import { say as figuresSay } from "../messages/figures.ts";
import { placesOfCells, type Placed } from "../store/figures-slots.ts";
import { codesOn } from "../store/layouts-codes.ts";
import { readValues } from "./figures-reading.ts";
import { seriesSeen, unitsSeen } from "./figures-standing.ts";
import { getVersion } from "./forms-reading.ts";
import { getLayout } from "./layouts.ts";
import { seeRound } from "./rounds-reading.ts";
import { readTotals } from "./totals.ts";

export type AskedExport = {
  layout: string;
  calendar: PeriodCalendar;
  period?: string | undefined;
  area?: UnitId | undefined;
  round?: string | undefined;
  cells?: CellKey[] | undefined;
  series?: Series[] | undefined;
  tier: Tier;
  scope: MeasureScope;
  formId?: string | undefined;
};

const mostRows = 5000;

/** The table that a layout makes of a period and an area, or of a round; only what the actor may see. */
export async function tableFor(db: Database, actor: Actor, asked: AskedExport): Promise<{ name: string; table: Table }> {
  authorise(may(actor, "indicator:view"), "indicator:view");
  const { name, content } = await getLayout(db, actor, asked.layout);
  const table =
    content.rows === "activities"
      ? await activityTable(db, actor, asked, content)
      : asked.round === undefined
        ? await areaTable(db, actor, asked, content)
        : await roundTable(db, actor, { ...asked, round: asked.round }, content);
  return { name, table };
}

function placeIn({ calendar, period: code, area }: AskedExport): { period: Period; area: UnitId } {
  if (code === undefined || area === undefined) throw problem("invalid_input", say("whatToExport"));
  const period = parsePeriod(calendar, code);
  if (!period) throw problem("invalid_input", figuresSay("badPeriod", { code }));
  return { period, area };
}

const titleValues = (period: Period, unit: string, form = ""): Record<string, string> => ({
  kỳ: periodLabel(period).vi,
  từ: formatShortDate(period.from),
  đến: formatShortDate(period.to),
  "đơn vị": unit,
  "địa bàn": unit,
  biểu: form,
});

type Content<R extends LayoutContent["rows"]> = Extract<LayoutContent, { rows: R }>;

async function activityTable(db: Database, actor: Actor, asked: AskedExport, content: Content<"activities">): Promise<Table> {
  const { period, area } = placeIn(asked);
  authorise(may(actor, "activity:view"), "activity:view");
  const unit = (await unitsSeen(db, actor, [area], { cells: [], day: period.to })).get(area);
  const activities = await activitiesOf(db, { units: [area], scope: asked.scope, period, limit: mostRows + 1 });
  if (activities.length > mostRows) throw problem("too_large", say("tooManyRows", { most: mostRows }));
  const codes = await codesOn(
    db,
    activities.map(({ lead }) => lead.id),
    period.to,
  );
  const ordered = activities.toSorted((a, b) => a.onDate.localeCompare(b.onDate));
  return {
    sheet: content.sheet,
    titles: filledTitles(content.titles, titleValues(period, unit?.name ?? "")),
    columns: content.columns.map(({ header, width }) => ({ header, width: widthOf(width, header) })),
    rows: ordered.map((activity, at) => content.columns.map(({ field }) => activityCell(activity, field, at + 1, codes))),
    total: null,
  };
}

function activityCell(activity: ToldActivity, field: ActivityField, place: number, codes: ReadonlyMap<UnitId, string>): TableCell {
  switch (field) {
    case "number":
      return number(String(place));
    case "date":
      return day(activity.onDate);
    case "until":
      return day(activity.untilDate);
    case "kind":
      return text(activity.kindName.vi);
    case "name":
      return text(activity.name);
    case "place":
      return text(activity.place);
    case "lead":
      return text(activity.lead.name);
    case "leadCode":
      return text(codes.get(activity.lead.id));
    case "area":
      return text(activity.lead.areaName);
    case "partners":
      return text(activity.partners.map(({ name }) => name).join("; "));
    case "summary":
      return text([activity.summary, roughly(activity)].filter(Boolean).join(" "));
    case "plan":
      return text(activity.serves ? [activity.serves.label, activity.serves.clause].filter(Boolean).join(", ") : null);
    default:
      return number(activity[field]?.value);
  }
}

/** A number cell holds the number alone, so "hơn" and "khoảng" are said beside it. */
function roughly(activity: ToldActivity): string {
  const said = (
    [
      ["lượt người", activity.turns],
      ["suất quà", activity.gifts],
      ["kinh phí", activity.money],
      ["ngày công", activity.labour],
    ] as const
  ).flatMap(([name, amount]) => (amount?.said ? [`${name}: ${amount.said}`] : []));
  return said.length > 0 ? `(Số chưa chính xác: ${said.join(", ")}.)` : "";
}

type Column = { header: string; width: number; field?: UnitField; cell?: Placed };

/** The layout's columns with a column for each cell that was asked for. */
async function columnsOf(
  db: Database,
  { columns }: Content<"units">,
  asked: readonly { key: CellKey; label?: string }[],
): Promise<{ columns: Column[]; cells: Placed[] }> {
  const keys = [...columns.flatMap((column) => ("cell" in column ? [column.cell] : [])), ...asked.map(({ key }) => key)];
  if (keys.length === 0) throw problem("invalid_input", say("noColumns"));
  const placed = await placesOfCells(db, keys.map(cellOf));
  const of = (key: CellKey): Placed => {
    const found = placed.get(key);
    if (!found) throw problem("invalid_input", say("unknownCells"));
    return found;
  };
  const column = (cell: Placed, label: string, width: number | undefined): Column => {
    const unit = cell.rule.valueKind === "ratio" ? "%" : cell.rule.unit;
    const header = label || `${cell.rule.name}${cell.cell.member ? `: ${cell.label}` : ""} (${unit})`;
    return { header, width: widthOf(width, header), cell };
  };
  const made = columns.flatMap((one): Column[] => {
    if ("field" in one) return [{ header: one.header, width: widthOf(one.width, one.header), field: one.field }];
    if ("cell" in one) return [column(of(one.cell), one.header, one.width)];
    return asked.map(({ key, label = "" }) => column(of(key), label, one.width));
  });
  return { columns: made, cells: [...placed.values()] };
}

const figureCell = ({ value, numerator, denominator }: CellValue | TotalCell, { rule }: Placed): TableCell =>
  rule.valueKind === "ratio" || rule.overUnits === "share"
    ? value === null
      ? percent(percentOf({ value: null, numerator: numerator ?? null, denominator: denominator ?? null }))
      : number(value)
    : number(value);

type UnitLine = { unit: UnitRef; state: "sent" | "notSent" | "excused"; figure: (cell: Placed) => TableCell };

function unitCells(
  columns: readonly Column[],
  line: UnitLine,
  place: number,
  period: Period,
  codes: ReadonlyMap<UnitId, string>,
): TableCell[] {
  return columns.map(({ field, cell }) => {
    if (cell) return line.figure(cell);
    switch (field) {
      case "number":
        return number(String(place));
      case "name":
        return text(line.unit.name);
      case "area":
        return text(line.unit.areaName);
      case "code":
        return text(codes.get(line.unit.id));
      case "period":
        return text(periodLabel(period).vi);
      case "state":
        return text(say(line.state).vi);
      default:
        return empty;
    }
  });
}

const totalCells = (columns: readonly Column[], totals: (cell: Placed) => TotalCell | undefined): TableCell[] => {
  const name = columns.findIndex(({ field }) => field === "name");
  return columns.map(({ cell }, at) => {
    if (!cell) return at === Math.max(0, name) ? text(say("total").vi) : empty;
    const total = totals(cell);
    if (!total) return empty;
    return total.refused ? text(say("notAdded").vi) : figureCell(total, cell);
  });
};

/** One row per commune of the area. */
async function areaTable(db: Database, actor: Actor, asked: AskedExport, content: Content<"units">): Promise<Table> {
  const { period, area } = placeIn(asked);
  const { columns, cells } = await columnsOf(
    db,
    content,
    (asked.cells ?? []).map((key) => ({ key })),
  );
  const keys = cells.map(({ key }) => key);
  const seen = await seriesSeen(db, actor, area, { formId: asked.formId, cells: keys, day: period.to });
  if (asked.series?.some((series) => !seen(series))) throw problem("not_found", figuresSay("noFigures"));
  const wanted = { tier: asked.tier, period, area, cells: cells.map(({ cell }) => cell), among: seen };
  const whole = await readTotals(db, { ...wanted, by: "self", series: asked.series ?? null });
  const { rows } = await readTotals(db, { ...wanted, by: "communes", series: whole.series });
  const ids = [area, ...rows.map(({ unit }) => unit)];
  const [units, codes] = await Promise.all([unitsByIds(db, ids, period.to), codesOn(db, ids, period.to)]);
  const lines = rows.map(({ unit, cells: figures, submissions }): UnitLine => ({
    unit: units.get(unit) ?? { id: unit, name: `#${unit}`, kind: "commune" },
    state: submissions > 0 ? "sent" : "notSent",
    figure: (cell) => {
      const total = figures.get(cell.key);
      return total ? figureCell(total, cell) : empty;
    },
  }));
  return {
    sheet: content.sheet,
    titles: filledTitles(content.titles, titleValues(period, units.get(area)?.name ?? "")),
    columns,
    rows: lines.map((line, at) => unitCells(columns, line, at + 1, period, codes)),
    total: content.total ? totalCells(columns, (cell) => whole.rows[0]?.cells.get(cell.key)) : null,
  };
}

/** One row per unit that the round asks, with its own figures; the headers are the form's words. */
async function roundTable(db: Database, actor: Actor, asked: AskedExport & { round: string }, content: Content<"units">): Promise<Table> {
  const { round, standing, duties } = await seeRound(db, actor, asked.round);
  if (!mayEnterRoom(actor, standing)) throw problem("not_found", say("needsRound"));
  const version = await getVersion(db, { id: round.formId }, round.n);
  const labels = version.content.sections.flatMap(({ rows }) =>
    rows.map((row) => ({ key: cellKey(row), label: `${row.label} (${row.unit})` })),
  );
  const { columns, cells } = await columnsOf(db, content, labels);
  const ids = duties.map(({ unitId }) => unitId);
  const excused = new Set(duties.filter(({ excusedReason }) => excusedReason !== null).map(({ unitId }) => unitId));
  const period: Period = { calendar: round.calendar, kind: round.kind, code: round.code, from: round.from, to: round.to };
  const [units, codes, values] = await Promise.all([
    unitsByIds(db, ids, period.to),
    codesOn(db, ids, period.to),
    readValues(db, { tier: asked.tier, periods: [period], units: ids, cells: cells.map(({ cell }) => cell) }),
  ]);
  const figure = (unit: UnitId, cell: Placed): CellValue | undefined => values.get(valueKey(period, unit, cell.key));
  const lines = [...units.values()].map((unit): UnitLine => ({
    unit,
    state: cells.some((cell) => figure(unit.id, cell) !== undefined) ? "sent" : excused.has(unit.id) ? "excused" : "notSent",
    figure: (cell) => {
      const given = figure(unit.id, cell);
      return given ? figureCell(given, cell) : empty;
    },
  }));
  const total = (cell: Placed): TotalCell =>
    totalOf(
      cell.rule,
      summed(
        cell,
        ids.map((id) => figure(id, cell)),
      ),
    );
  return {
    sheet: content.sheet,
    titles: filledTitles(content.titles, titleValues(period, "", round.title)),
    columns,
    rows: lines.map((line, at) => unitCells(columns, line, at + 1, period, codes)),
    total: content.total ? totalCells(columns, total) : null,
  };
}

/** Sums of single units' values, part by part, as the store makes them of an area. */
function summed({ rule, slots }: Placed, values: readonly (CellValue | undefined)[]): Map<Part, Sum> {
  const sumOf = (part: Part): Sum =>
    values.reduce<Sum>(
      (sum, value) => {
        if (!value) return sum;
        const written = value[part] ?? null;
        return plus(sum, {
          asked: 1,
          given: written === null ? 0 : 1,
          sum: written === null ? 0n : scaled(written, rule.scale, rule.name),
        });
      },
      plus(undefined, undefined),
    );
  return new Map([...slots.keys()].map((part) => [part, sumOf(part)]));
}
