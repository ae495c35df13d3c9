import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { nfc } from "../../../kernel/text.ts";
import { isCalendarDate, Period } from "../../../kernel/time/index.ts";
import { UnitKind } from "../../units/contract.ts";
import { Form, FormPeriods, NewForm } from "./forms.ts";

/**
 * "Công văn vào, biểu mẫu ra": a superior's letter or outline becomes the proposal of a form, and with the editor's
 * decisions the draft of one. Nothing of the text is kept.
 */
const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const Said = z.object({ vi: z.string(), en: z.string() });
const Confidence = z.number().min(0).max(1);
const words = (max: number) => z.string().trim().max(max).transform(nfc);

/** Something read out of the text: in which words, on which line (1-based), and how sure. */
const read = <T extends z.ZodType>(value: T) => z.object({ value, quote: z.string(), line: z.int(), confidence: Confidence });

const DayOfYear = z.array(z.object({ month: z.int().nullable(), day: z.int() }));
/** As printed, and what it means: one day, or a day that comes back. `before`: kept until the day before. */
export const IntakeDue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("date"), text: z.string(), date: Day, before: z.boolean() }),
  z.object({ kind: z.literal("day-of-year"), text: z.string(), at: DayOfYear, before: z.boolean() }),
]);
export type IntakeDue = z.infer<typeof IntakeDue>;

export const IntakeValueKind = z.enum(["count", "stock", "money", "measure", "ratio", "yes-no"]);
export type IntakeValueKind = z.infer<typeof IntakeValueKind>;

/** An indicator that a row may mean. `score` 0–1: how alike the words are. */
export const IntakeCandidate = z.object({
  indicatorId: z.int(),
  member: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  /** The unit's own, not of the common catalogue. */
  own: z.boolean(),
  score: Confidence,
});
export type IntakeCandidate = z.infer<typeof IntakeCandidate>;

/** A figure that the outline asks for. `start`, `end`: UTF-16 offsets of the blank or cell in its line. */
export const IntakeRow = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  valueKind: IntakeValueKind,
  line: z.int(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  confidence: Confidence,
  candidates: z.array(IntakeCandidate),
  /** The first candidate is sure enough to be taken unless the editor says otherwise; without one the row is a new indicator. */
  matched: z.boolean(),
  /** The same cell stands in the outline twice: the first row asks, this one is left out unless the editor says otherwise. */
  repeats: z.string().nullable(),
});
export type IntakeRow = z.infer<typeof IntakeRow>;

export const IntakeSection = z.object({
  id: z.string(),
  number: z.string(),
  heading: z.string(),
  line: z.int(),
  narrative: z.boolean(),
  guidance: z.string(),
  rows: z.array(IntakeRow),
});
export type IntakeSection = z.infer<typeof IntakeSection>;

export const IntakeProposal = z.object({
  fileName: z.string().nullable(),
  lines: z.array(z.string()),
  /** What the reader of the file wants a person to know (tracked changes, pictures without text, …). */
  notes: z.array(Said),
  title: read(z.string()).nullable(),
  basis: read(z.string()).nullable(),
  period: read(Period).nullable(),
  due: read(IntakeDue).nullable(),
  figures: read(z.object({ from: Day.nullable(), to: Day })).nullable(),
  receiver: read(z.string()).nullable(),
  via: read(z.string()).nullable(),
  addressees: read(z.array(z.string())).nullable(),
  sections: z.array(IntakeSection),
});
export type IntakeProposal = z.infer<typeof IntakeProposal>;

/** A new indicator of the own unit. Sums over units and time follow the kind of value; the dictionary's page changes them. */
export const IntakeNewIndicator = z.object({
  name: words(300).pipe(z.string().min(1)),
  unit: words(60),
  valueKind: IntakeValueKind,
});
export type IntakeNewIndicator = z.infer<typeof IntakeNewIndicator>;

const IntakeDecidedRow = z.object({
  label: words(500).pipe(z.string().min(1)),
  unit: words(60),
  compulsory: z.boolean().default(false),
  /** Either an indicator of the dictionary or a new one. */
  indicator: z.union([
    z.object({ indicatorId: z.int().min(1), member: z.string().max(60).default("") }),
    z.object({ create: IntakeNewIndicator }),
  ]),
});

export const IntakeDecision = NewForm.omit({ content: true }).extend({
  periods: FormPeriods,
  sections: z
    .array(
      z.object({
        number: z.string().trim().max(30),
        heading: words(500).pipe(z.string().min(1)),
        narrative: z.boolean(),
        guidance: words(4000),
        fills: UnitKind.nullable().default(null),
        rows: z.array(IntakeDecidedRow).max(400),
      }),
    )
    .min(1)
    .max(200),
});
export type IntakeDecision = z.infer<typeof IntakeDecision>;
export type IntakeDecisionInput = z.input<typeof IntakeDecision>;

const define = { access: "indicator:define", tag: "forms", method: "POST" } as const;

export const intakeContract = {
  read: endpoint({
    ...define,
    path: "/indicators/intake",
    summary: "Read a superior's letter or outline into the proposal of a form",
    description:
      "Multipart: `file` (.docx, .txt, .md up to 25 MB) or `text`. Nothing is kept; a text with a secrecy mark is refused (`secret`). Every guess carries its quote, line and confidence.",
  })
    .input(z.object({ file: z.file().optional(), text: z.string().max(400_000).optional() }))
    .output(IntakeProposal),
  createForm: endpoint({
    ...define,
    path: "/indicators/intake/forms",
    summary: "Make a draft form from a proposal with one's decisions; new indicators are added to the own dictionary",
    successStatus: 201,
  })
    .input(IntakeDecision)
    .output(z.object({ form: Form, created: z.array(z.object({ indicatorId: z.int(), code: z.string(), name: z.string() })) })),
};
