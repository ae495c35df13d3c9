import { z } from "zod";
import { saidWords } from "../../kernel/numbers.ts";
import { Period } from "../../kernel/time/period.ts";
import { OfficialForm, Signature } from "../documents/dispatch/official.ts";
import { UnitRef } from "../units/contract.ts";
import { Block, BlockContent } from "./blocks.ts";

const Said = z.object({ vi: z.string(), en: z.string() });
const Instant = z.iso.datetime({ offset: true });
const Words = z.string().trim().min(1).max(500);

/** báo cáo · công văn · tờ trình · thông báo */
export const ReportKind = z.enum(["report", "letter", "submission-letter", "notice"]);
export type ReportKind = z.infer<typeof ReportKind>;

/**
 * `draft`: being written, figures live; `ready`: waits for the signer, not edited; `signed`: frozen, waits for its number;
 * `numbered`: an official document; `sent`: the clerk says it left.
 */
export const ReportState = z.enum(["draft", "ready", "signed", "numbered", "sent"]);
export type ReportState = z.infer<typeof ReportState>;

/** Everything around the text, all of it editable while a draft. */
export const ReportHeader = z.object({
  form: OfficialForm,
  /** Lines above the issuer's name, and the issuer's own lines. */
  superior: z.array(Words).max(4).default([]),
  issuer: z.array(Words).min(1).max(4),
  /** The issuer in a sentence: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm". */
  called: Words,
  /** "BÁO CÁO"; null for an official letter. */
  type: Words.nullable(),
  /** In the number: "BC"; null for a letter of State and Front. */
  typeSymbol: z
    .string()
    .trim()
    .regex(/^\p{L}{1,6}$/u)
    .nullable(),
  /** In the number: "MTTQ-BTT". */
  issuerSymbol: z.string().trim().min(1).max(60),
  subject: z.string().trim().min(1).max(1000),
  place: Words,
  /** "Kính gửi": no name or several. */
  addressees: z.array(Words).max(30).default([]),
  bases: z.array(z.string().trim().min(1).max(1000)).max(30).default([]),
  recipients: z.array(Words).max(60).default([]),
  archive: Words,
  signature: Signature,
  urgency: z.enum(["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]).nullable().default(null),
});
export type ReportHeader = z.infer<typeof ReportHeader>;

/** Whose figures are put in: those the unit itself gave or keeps, or the total of the units below it. What the one lacks is taken from the other, and said. */
export const FiguresFrom = z.enum(["own", "units"]);
export type FiguresFrom = z.infer<typeof FiguresFrom>;

/** An instant, and who. */
const Done = z.object({ at: Instant, by: z.string() });

/** A report as a list shows it. */
export const ReportSummary = z.object({
  id: z.uuid(),
  kind: ReportKind,
  state: ReportState,
  unit: UnitRef,
  /** "Báo cáo Kết quả công tác Mặt trận quý III năm 2026" */
  title: z.string(),
  period: Period.nullable(),
  /** "05/BC-MTTQ-BTT" */
  number: z.string().nullable(),
  /** 'YYYY-MM-DD' */
  date: z.string().nullable(),
  correctsId: z.uuid().nullable(),
  updatedAt: Instant,
});
export type ReportSummary = z.infer<typeof ReportSummary>;

/** đính chính: corrects single figures or words; thay thế: takes the place of the whole. */
export const CorrectionKind = z.enum(["correction", "replacement"]);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

export const Report = ReportSummary.extend({
  version: z.number().int(),
  header: ReportHeader,
  figuresFrom: FiguresFrom,
  roundId: z.uuid().nullable(),
  /** Of the round's form. */
  formTitle: z.string().nullable(),
  blocks: z.array(Block),
  preparedBy: z.string(),
  signed: Done.extend({
    /** In the system, or on paper: then the scan is the approval. */
    how: z.enum(["here", "on-paper"]),
    hash: z.string(),
    /** Whether the frozen copy still has that hash. */
    intact: z.boolean(),
  }).nullable(),
  scan: z.object({ name: z.string(), size: z.number().int(), at: Instant }).nullable(),
  sent: Done.extend({ to: z.string() }).nullable(),
  corrects: z
    .object({ id: z.uuid(), kind: CorrectionKind, reason: z.string(), title: z.string(), number: z.string().nullable() })
    .nullable(),
  correctedBy: z.array(z.object({ id: z.uuid(), kind: CorrectionKind, state: ReportState, number: z.string().nullable() })),
  /** What this person may do here now. */
  can: z.object({
    edit: z.boolean(),
    ready: z.boolean(),
    reopen: z.boolean(),
    sign: z.boolean(),
    /** Upload the paper signed by hand instead. */
    signOnPaper: z.boolean(),
    number: z.boolean(),
    attachScan: z.boolean(),
    send: z.boolean(),
    correct: z.boolean(),
    discard: z.boolean(),
  }),
});
export type Report = z.infer<typeof Report>;

/** One figure of a report as it stands now. Values are decimal strings; null: nobody gave one. */
export const Figure = z.object({
  ref: z.string(),
  title: z.string(),
  unit: z.string(),
  /** The approved one, which official text uses. */
  approved: z.string().nullable(),
  /** Every current submission: what a draft shows. */
  provisional: z.string().nullable(),
  /** "hơn" or "khoảng" stays with the figure. */
  said: z.enum(saidWords).nullable(),
  target: z.string().nullable(),
  last: z.string().nullable(),
  yearBefore: z.string().nullable(),
  /** How many units gave it then; fewer than now makes a comparison lame. */
  yearBeforeGiven: z.number().int().nullable(),
  /** Where it comes from: the unit's own value, the total of units below, computed from the journal. */
  from: z.enum(["own", "units", "computed", "none"]),
  /** Why it has no total ("distinct people are not added"). */
  refused: Said.nullable(),
  /** How many units gave a value, of how many asked; null where it is not a total. */
  given: z.number().int().nullable(),
  asked: z.number().int().nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** A stretch of text; one with `ref` stands for a figure and is marked by its state. */
export const Segment = z.object({
  text: z.string(),
  ref: z.string().optional(),
  /** `provisional`: differs from or lacks the approved one; `missing`: "…" in the draft. */
  state: z.enum(["approved", "provisional", "missing"]).optional(),
});
export type Segment = z.infer<typeof Segment>;

/** A block with its figures put in, as it will be printed. */
export const RenderedBlock = z.object({
  id: z.string(),
  kind: z.enum(["heading", "sentence", "text", "narrative", "table", "annex"]),
  level: z.number().int().nullable(),
  title: z.string().nullable(),
  paragraphs: z.array(z.array(Segment)),
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(Segment)) }).nullable(),
  /** Why it is not printed, if it is not. */
  out: z.enum(["dropped", "no-figure", "empty"]).nullable(),
  /** For the editor only: units without this figure, a provisional figure, a total that is refused. */
  notes: z.array(Said),
});
export type RenderedBlock = z.infer<typeof RenderedBlock>;

/** What stands in the way of signing, or is worth a look. */
export const ReportCheck = z.object({ blocks: z.boolean(), blockId: z.string().nullable(), what: Said });
export type ReportCheck = z.infer<typeof ReportCheck>;

export const Preview = z.object({
  /** `draft`: provisional figures, marked; `official`: approved figures only; `frozen`: as it was signed. */
  mode: z.enum(["draft", "official", "frozen"]),
  at: Instant,
  blocks: z.array(RenderedBlock),
  figures: z.array(Figure),
  /** Units that owe the round and are not in the figures of this mode. */
  missing: z.array(UnitRef),
  units: z.number().int(),
  checks: z.array(ReportCheck),
  /** The document line by line, as the .docx will read. */
  lines: z.array(z.string()),
});
export type Preview = z.infer<typeof Preview>;

/** What units wrote and did, for one narrative block. Near-duplicates are folded under the fullest one. */
export const SourcePiece = z.object({
  key: z.string(),
  from: z.enum(["submission", "activity"]),
  unit: UnitRef,
  /** The section's heading, or the kind of activity. */
  heading: z.string(),
  date: z.string().nullable(),
  text: z.string(),
  /** Whether the submission it stands in is approved. */
  approved: z.boolean(),
  state: z.enum(["new", "kept", "dropped"]),
  alike: z.array(z.object({ key: z.string(), unit: UnitRef, text: z.string(), likeness: z.number() })),
  /** Inside the staff application, without /app. */
  path: z.string().nullable(),
});
export type SourcePiece = z.infer<typeof SourcePiece>;

export const TemplateSummary = z.object({
  id: z.string(),
  title: z.string(),
  kind: ReportKind,
  form: OfficialForm.nullable(),
  /** Periods it is meant for; empty: any. */
  periods: z.array(Period.shape.kind),
  /** Null: built in, for everybody. */
  owner: UnitRef.nullable(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

export const Template = TemplateSummary.extend({
  version: z.number().int(),
  /** "Kết quả công tác Mặt trận {period}": `{period}` and `{next}` are put in words. */
  subject: z.string(),
  blocks: z.array(BlockContent),
  editable: z.boolean(),
});
export type Template = z.infer<typeof Template>;

/** A signed report's figure that the live data no longer gives. */
export const RestatedFigure = z.object({
  ref: z.string(),
  title: z.string(),
  unit: z.string(),
  signed: z.string().nullable(),
  now: z.string().nullable(),
});
