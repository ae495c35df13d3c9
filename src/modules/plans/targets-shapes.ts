import { z } from "zod";
import { Comparator, Day, Decimal, PlanEdge, PlanUnit, Version } from "./shapes.ts";

/** Targets and how far they are. Browser-safe; seen by others through `contract.ts`. */

const Said = z.object({ vi: z.string(), en: z.string() });

/**
 * `reached`; `under-way`: something is there, not enough yet; `none`: nothing yet; `unknown`: it cannot be computed, the
 * reason says why and what to do.
 */
export const TargetState = z.enum(["reached", "under-way", "none", "unknown"]);
export type TargetState = z.infer<typeof TargetState>;

export const TargetReason = z.enum([
  /** Nothing is named yet that it counts. */
  "no-link",
  /** An editor said that nothing here counts it. */
  "not-counted",
  /** The unit has sent no figure. */
  "no-figure",
  /** A stock holds earlier years too, and the target counts new ones only. */
  "stock-not-new",
  /** The indicator's sums are refused over these periods. */
  "not-additive",
  /** The plan does not run in the year. */
  "not-due",
  /** What it was linked with is gone. */
  "link-gone",
]);
export type TargetReason = z.infer<typeof TargetReason>;

/**
 * What a target counts. `measures`: figures that slices compute from records; `indicator`: what units send; `none`: an
 * editor said that nothing here does. `scope` as in `MeasureScope`.
 */
export const TargetSource = z.enum(["measures", "indicator", "none"]);
export type TargetSource = z.infer<typeof TargetSource>;

export const TargetMeasure = z.object({ name: z.string(), title: Said, unit: z.string() });
export type TargetMeasure = z.infer<typeof TargetMeasure>;

export const TargetLink = z.object({
  source: TargetSource,
  measures: z.array(TargetMeasure),
  indicator: z.object({ id: z.int(), name: z.string(), unit: z.string(), member: z.string() }).nullable(),
  scope: z.enum(["own", "line", "area"]),
  /** False: proposed by the words of the target, nobody has looked at it yet. */
  confirmed: z.boolean(),
  confirmedBy: z.string().nullable(),
  /** 0–1 of a proposal; 1 once confirmed. */
  confidence: z.number(),
  /** The words of the target that a proposal was read from; why nothing counts it, of `none`. */
  why: z.string().nullable(),
  /** 0 while nothing is stored. */
  version: z.int().min(0),
});
export type TargetLink = z.infer<typeof TargetLink>;

export const TargetRow = z.object({
  itemId: z.uuid(),
  clause: z.string(),
  line: z.int().nullable(),
  quote: z.string(),
  text: z.string(),
  metric: z.string(),
  figure: z.string().nullable(),
  comparator: Comparator,
  value: Decimal.nullable(),
  unit: z.string(),
  frequency: z.string(),
  cumulative: z.boolean(),
  /** Days that are counted, and how often the figure is due in them; null in a year without the plan. */
  window: z.object({ from: Day, to: Day, times: z.int() }).nullable(),
  link: TargetLink.nullable(),
  /** For editors: what else it may count, best first. */
  proposals: z.array(TargetLink),
  tally: z.object({ total: z.int(), reached: z.int(), underWay: z.int(), none: z.int(), unknown: z.int() }),
});
export type TargetRow = z.infer<typeof TargetRow>;

export const TargetCell = z.object({
  itemId: z.uuid(),
  state: TargetState,
  reason: TargetReason.nullable(),
  value: z.string().nullable(),
  /** What must be there in the window. */
  need: z.string().nullable(),
  percent: z.int().nullable(),
  /** Records behind the value whose figure was said with "hơn" or "khoảng". */
  approximate: z.int(),
  /** Sent, not yet approved by the receiver. */
  provisional: z.boolean(),
});
export type TargetCell = z.infer<typeof TargetCell>;

export const Targets = z.object({
  year: z.int(),
  years: z.array(z.int()),
  today: Day,
  targets: z.array(TargetRow),
  /** Units that a target binds, in the order of the directory; never ranked. A cell stands only where the target binds the unit. */
  units: z.array(z.object({ unit: PlanUnit, edge: PlanEdge, cells: z.array(TargetCell) })),
  mayLink: z.boolean(),
  /** The reader sees every unit; otherwise its own alone. */
  whole: z.boolean(),
});
export type Targets = z.infer<typeof Targets>;

/** One record or one sent figure behind a value; `path` inside the staff application. */
export const TargetRecord = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  date: z.string(),
  unit: z.string(),
  value: z.string().nullable(),
  said: z.string().nullable(),
  path: z.string(),
});
export type TargetRecord = z.infer<typeof TargetRecord>;

export const TargetUnit = z.object({
  unit: PlanUnit,
  target: TargetRow.omit({ tally: true, proposals: true }),
  cell: TargetCell,
  records: z.array(TargetRecord),
  /** More records than are listed. */
  more: z.boolean(),
  /** The same figure of the bodies of its kind one level down: commune → residential areas. */
  parts: z.array(z.object({ unit: PlanUnit, value: z.string().nullable(), records: z.int() })),
  /** The document that the clause stands in, for those who may open it. */
  documentId: z.uuid().nullable(),
});
export type TargetUnit = z.infer<typeof TargetUnit>;

/** What an editor says a target counts. */
export const TargetLinkInput = z
  .object({
    source: TargetSource,
    measures: z.array(z.string().max(200)).max(20).default([]),
    indicatorId: z.int().min(1).nullable().default(null),
    member: z.string().max(60).default(""),
    scope: z.enum(["own", "line", "area"]).default("own"),
    /** Of `none`: why nothing here counts it. */
    reason: z.string().trim().max(1000).default(""),
  })
  .refine(({ source, measures }) => (source === "measures") === measures.length > 0, {
    path: ["measures"],
    message: "Hãy chọn ít nhất một số liệu của nhật ký. / Choose at least one figure of the journal.",
  })
  .refine(({ source, indicatorId }) => (source === "indicator") === (indicatorId !== null), {
    path: ["indicatorId"],
    message: "Hãy chọn một chỉ tiêu trong danh mục. / Choose an indicator of the dictionary.",
  })
  .refine(({ source, reason }) => source !== "none" || reason !== "", {
    path: ["reason"],
    message: "Hãy ghi vì sao không tính được. / Say why it cannot be counted.",
  });
export type TargetLinkInput = z.infer<typeof TargetLinkInput>;

export const TargetLinkVersion = Version.or(z.literal(0));
