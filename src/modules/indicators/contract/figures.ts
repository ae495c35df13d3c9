import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { Period, PeriodCalendar, type PeriodCalendar as Calendar } from "../../../kernel/time/index.ts";
import { unitIdIn, UnitRef, type UnitKind } from "../../units/contract.ts";
import { CellKey, Decimal, Figure, indicatorIdIn, listIn } from "./cells.ts";

const Said = z.object({ vi: z.string(), en: z.string() });

/** `provisional` (tạm tính): every current submission; `approved` (đã duyệt): what the receiver approved. */
export const Tier = z.enum(["provisional", "approved"]);
export type Tier = z.infer<typeof Tier>;

/**
 * Kind and level of a sender, "front@commune". Figures of two series are never added by themselves: a commune's own report
 * may hold those of its residential areas already.
 */
export const Series = z.string().regex(/^[a-z-]{1,40}@[a-z-]{1,40}$/);
export type Series = z.infer<typeof Series>;

/** A cell's value of one unit, or null where the cell was asked and left empty. A cell that was not asked is absent. */
export const CellValue = Figure;
export type CellValue = z.infer<typeof CellValue>;

/** Key of the map that `readValues` gives. */
export const valueKey = (period: { calendar: Calendar; code: string }, unit: number, cell: CellKey): string =>
  `${period.calendar}/${period.code}|${unit}|${cell}`;

/**
 * A sum. `value` and `numerator` are null while nobody has given the cell. Of a ratio and of a yes-no share, `value` is
 * null and numerator and denominator are summed (`percentOf`). `refused`: the sum makes no sense, and why; then both are null.
 */
export const TotalCell = z.object({
  value: z.string().nullable(),
  numerator: z.string().nullable().optional(),
  denominator: z.string().nullable().optional(),
  /** How many units gave a number, and how many were asked for one. */
  given: z.int(),
  asked: z.int(),
  refused: Said.nullable(),
});
export type TotalCell = z.infer<typeof TotalCell>;

export const TotalBy = z.enum(["self", "children", "communes"]);
export type TotalBy = z.infer<typeof TotalBy>;

/** The days are of the endpoint's calendar; "2026-Q3", "2026-11", an ad hoc one as "2026-05-01..2026-05-19". */
const period = { calendar: PeriodCalendar.default("civil"), period: z.string().max(30) };
const cells = listIn(CellKey, 500);

export const TotalsRow = z.object({
  unit: UnitRef,
  /** Units that have sent something for these cells. */
  submissions: z.int(),
  cells: z.record(CellKey, TotalCell),
});
export type TotalsRow = z.infer<typeof TotalsRow>;

export const Totals = z.object({
  period: Period,
  tier: Tier,
  /** What was added up, and what else there is. */
  series: z.array(Series),
  available: z.array(z.object({ series: Series, name: Said, submissions: z.int() })),
  rows: z.array(TotalsRow),
});
export type Totals = z.infer<typeof Totals>;

/** One cell over periods. */
export const SeriesPoint = z.object({ period: Period, figure: TotalCell });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const FigureRecord = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  date: z.string(),
  unit: z.string(),
  value: Decimal.nullable(),
  said: z.string().nullable(),
  /** Inside the staff application. */
  path: z.string(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

const read = { method: "GET", access: "indicator:view", tag: "figures" } as const;

/** Figures are seen by whoever reaches the area, by a body's own line in its area, and by the unit whose form asked for them. */
export const figuresContract = {
  totals: endpoint({
    ...read,
    path: "/figures/totals",
    summary: "Add figures up over the units of an area, at once and exactly",
    description:
      "`series` names whose figures are added; without it the level right below the area that has sent most. `formId` opens the cells of a form to the unit that issued it.",
  })
    .input(
      z.object({
        area: unitIdIn,
        ...period,
        tier: Tier.default("provisional"),
        by: TotalBy.default("self"),
        cells,
        series: listIn(Series, 20).optional(),
        formId: z.uuid().optional(),
      }),
    )
    .output(Totals),
  values: endpoint({ ...read, path: "/figures/values", summary: "Read what single units gave for a period" })
    .input(
      z.object({
        units: listIn(unitIdIn, 500),
        ...period,
        tier: Tier.default("provisional"),
        cells,
        formId: z.uuid().optional(),
      }),
    )
    .output(z.object({ period: Period, rows: z.array(z.object({ unit: UnitRef, cells: z.record(CellKey, CellValue) })) })),
  overTime: endpoint({
    ...read,
    path: "/figures/over-time",
    summary: "Read one cell over the last periods, with what they add up to",
  })
    .input(
      z.object({
        area: unitIdIn,
        ...period,
        /** This period and so many before it. */
        back: z.coerce.number().int().min(0).max(23).default(7),
        tier: Tier.default("provisional"),
        cell: CellKey,
        /** Figures of this very unit; else the sum over the area's units. */
        own: z.stringbool().or(z.boolean()).default(false),
        series: listIn(Series, 20).optional(),
        formId: z.uuid().optional(),
      }),
    )
    .output(z.object({ points: z.array(SeriesPoint), total: TotalCell, series: z.array(Series) })),
  records: endpoint({ ...read, path: "/figures/records", summary: "List the records that a cell is computed from" })
    .input(
      z.object({
        indicatorId: indicatorIdIn,
        member: z.string().max(60).default(""),
        unit: unitIdIn,
        scope: z.enum(["line", "area"]).default("line"),
        ...period,
      }),
    )
    .output(z.object({ records: z.array(FigureRecord), more: z.boolean() })),
};

/** "front@commune" of a unit's kind and the level of its area. */
export const seriesOf = (kind: UnitKind, level: UnitKind | null): Series => `${kind}@${level ?? kind}`;
