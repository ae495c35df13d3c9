import { z } from "zod";

/**
 * What was read out of a document, one value per item of the review. These are the shapes of a compiled plan
 * (`compile/plan.ts`) cut into pieces that a person can accept, correct or drop one at a time.
 */

/** 'YYYY-MM-DD'. */
export const Day = z.iso.date();

/**
 * A deadline. `text` is how the document words it ("trước ngày 10/12/2026") and is what screens show first;
 * `lastDay` is the last day on which it is still kept (2026-12-09), null while no day can be computed.
 */
export const Due = z.object({
  kind: z.enum(["date", "quarter", "month", "year", "recurring", "period", "none"]),
  date: Day.nullable(),
  rule: z.string().max(300).nullable(),
  text: z.string().max(500).nullable(),
  lastDay: Day.nullable(),
});
export type Due = z.infer<typeof Due>;

export const headerFields = [
  "docType",
  "number",
  "symbol",
  "date",
  "place",
  "issuer",
  "issuerParent",
  "subject",
  "signerRole",
  "signerName",
  "recipients",
] as const;
export const HeaderField = z.enum(headerFields);
export type HeaderField = z.infer<typeof HeaderField>;

const words = z.string().trim().min(1).max(2000);
const short = z.string().trim().min(1).max(2000);
const names = z.array(short).max(200);

/** One field of the header. Recipients are one per line; the date may lack its day ("2026-12"). */
export const HeaderValue = z.object({ field: HeaderField, text: z.string().trim().max(8000).nullable() });

export const CitationValue = z.object({
  type: z.string().trim().max(100).nullable(),
  number: short.nullable(),
  /** ISO, or 'YYYY-MM' / 'YYYY' when the document says no more. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  issuer: short.nullable(),
  title: words.nullable(),
});

export const Comparator = z.enum([">=", ">", "=", "<=", "<", "range", "achieve"]);

export const TargetValue = z.object({
  metric: words,
  comparator: Comparator,
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  unit: z.string().trim().max(100),
  scope: z.string().trim().max(1000),
  frequency: z.string().trim().max(60),
  deadline: Day.nullable(),
  /** The deadline in the document's words, when it has one. */
  deadlineText: z.string().max(500).nullable(),
  lastDay: Day.nullable(),
  section: z.string().max(100),
});

export const TaskValue = z.object({
  /** The whole duty in the document's words; the quote is its beginning. */
  text: z.string().trim().min(1).max(8000),
  lead: names,
  coordinate: names,
  due: Due,
  section: z.string().max(100),
});

export const ReportingValue = z.object({
  who: z.string().trim().max(1000),
  to: z.string().trim().max(1000),
  via: z.string().trim().max(500).nullable(),
  what: words,
  due: Due,
  section: z.string().max(100),
});

export const EventValue = z.object({
  kind: short,
  year: z.number().int().min(1900).max(2199).nullable(),
  refers: z.string().trim().max(500).nullable(),
  recurrence: z.string().trim().max(60).nullable(),
});

export type HeaderValue = z.infer<typeof HeaderValue>;
export type CitationValue = z.infer<typeof CitationValue>;
export type TargetValue = z.infer<typeof TargetValue>;
export type TaskValue = z.infer<typeof TaskValue>;
export type ReportingValue = z.infer<typeof ReportingValue>;
export type EventValue = z.infer<typeof EventValue>;

/** Which value belongs to which kind of item. */
export const valueOf = {
  header: HeaderValue,
  citation: CitationValue,
  target: TargetValue,
  task: TaskValue,
  reporting: ReportingValue,
  event: EventValue,
} as const;

export const itemKinds = ["header", "citation", "target", "task", "reporting", "event"] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;
export type ItemValue = { [K in ItemKind]: z.infer<(typeof valueOf)[K]> };
