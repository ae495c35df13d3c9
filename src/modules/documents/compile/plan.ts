/**
 * What a plan document says, as read by the compiler: the shape of `kheo compile --json`. Browser-safe; the review
 * screen and `plans` use these types too. Lines are 1-based in the extracted text; offsets in `span` are UTF-16 code
 * units of that line as extracted, so that a screen can light the words up. `quote` is verbatim from its line.
 */
import { z } from "zod";
import { Recurrence } from "../../../kernel/time/index.ts";

/** Where an item stands: [start, end) of its first line, and the line on which it ends when it runs on. */
export const Span = z.object({ line: z.int(), start: z.int(), end: z.int(), endLine: z.int().optional() });
export type Span = z.infer<typeof Span>;

/** `id` is stable while the text around the item stays the same; `rule` names the rule that made it. */
const traced = {
  id: z.string(),
  line: z.int(),
  quote: z.string(),
  span: Span,
  rule: z.string(),
  confidence: z.number().min(0).max(1),
};

/** `date` is the last day meant; `rule` keeps the wording's weight ("before 2017-07-15", "on event: …"). */
export const Due = z.object({
  kind: z.enum(["date", "quarter", "month", "year", "recurring", "period", "none"]),
  date: z.string().nullable(),
  rule: z.string().nullable(),
  recurrence: Recurrence.nullable(),
});
export type Due = z.infer<typeof Due>;

/** ISO date, or 'YYYY-MM' when the day is left blank in a draft. */
export const Header = z.object({
  docType: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  issuer: z.string().nullable(),
  issuerParent: z.string().nullable(),
  place: z.string().nullable(),
  date: z.string().nullable(),
  subject: z.string().nullable(),
  signer: z.object({ role: z.string().nullable(), name: z.string() }).nullable(),
  recipients: z.array(z.string()),
});
export type Header = z.infer<typeof Header>;

/** A document that the plan stands on or refers to; one entry per (number, date). Laws without a number have a title. */
export const Citation = z.object({
  ...traced,
  type: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  alsoLines: z.array(z.int()),
});
export type Citation = z.infer<typeof Citation>;

export const Comparator = z.enum([">=", ">", "=", "<=", "<", "range", "achieve"]);
export type Comparator = z.infer<typeof Comparator>;

export const Frequency = z.enum(["none", "once", "weekly", "monthly", "quarterly", "half-yearly", "yearly"]);
export type Frequency = z.infer<typeof Frequency>;

/** `cumulative`: false when the text says that earlier years do not count ("không tính cộng dồn"). */
export const Target = z.object({
  ...traced,
  metric: z.string(),
  comparator: Comparator,
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  unit: z.string(),
  scope: z.string(),
  frequency: Frequency,
  deadline: z.string().nullable(),
  cumulative: z.boolean().nullable(),
  section: z.string(),
});
export type Target = z.infer<typeof Target>;

/** `lead` and `coordinate` are as printed; whom they mean is decided against a tree of units, not here. */
export const Task = z.object({
  ...traced,
  lead: z.array(z.string()),
  coordinate: z.array(z.string()),
  due: Due,
  section: z.string(),
});
export type Task = z.infer<typeof Task>;

export const Reporting = z.object({
  ...traced,
  who: z.string(),
  to: z.string(),
  via: z.string().nullable(),
  due: Due,
  what: z.string(),
});
export type Reporting = z.infer<typeof Reporting>;

/** `refers`: numbers of the documents reviewed, spread or issued, joined by "; ". `year` only as printed. */
export const PlanEvent = z.object({
  ...traced,
  kind: z.string(),
  year: z.int().nullable(),
  refers: z.string().nullable(),
  recurrence: z.string().nullable(),
});
export type PlanEvent = z.infer<typeof PlanEvent>;

/** A condition that a model, a collective or a person must meet. */
export const Criterion = z.object({ ...traced, appliesTo: z.string() });
export type Criterion = z.infer<typeof Criterion>;

/** `heading` titles what follows; `item` is a numbered paragraph, its title cut at 80 characters. */
export const OutlineEntry = z.object({
  ...traced,
  number: z.string(),
  title: z.string(),
  level: z.int(),
  kind: z.enum(["heading", "item"]),
});
export type OutlineEntry = z.infer<typeof OutlineEntry>;

export const CompiledPlan = z.object({
  header: Header,
  citations: z.array(Citation),
  targets: z.array(Target),
  tasks: z.array(Task),
  reporting: z.array(Reporting),
  events: z.array(PlanEvent),
  criteria: z.array(Criterion),
  outline: z.array(OutlineEntry),
});
export type CompiledPlan = z.infer<typeof CompiledPlan>;
