import { z } from "zod";
import { nfc } from "../../../kernel/text.ts";
import { isCalendarDate } from "../../../kernel/time/index.ts";
import { UnitRef } from "../../units/contract.ts";
import { CellKey, Decimal, Figure } from "./cells.ts";
import { ValueKind } from "./dictionary.ts";
import { CountsOnTime, DueDay, PeriodRef } from "./forms.ts";

const Words = z.object({ vi: z.string(), en: z.string() });
const Instant = z.iso.datetime({ offset: true });
const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const id = z.uuid();
const words = (max: number) => z.string().trim().max(max).transform(nfc);

export { CellKey, Decimal, Figure };

/** Words that make a figure inexact. They stay with it and ask for the exact one. */
export const FigureSaid = z.enum(["hơn", "khoảng"]);
export type FigureSaid = z.infer<typeof FigureSaid>;

/**
 * Where a figure in a cell comes from: typed by a person, computed from records, or given already by the same unit for the
 * same period in another form. Until the form is sent, the last two follow what they come from.
 */
export const AnswerFrom = z.enum(["typed", "computed", "given"]);
export type AnswerFrom = z.infer<typeof AnswerFrom>;

/** What stands in a cell. `reason`: why a typed figure differs from the computed one. */
export const CellAnswer = Figure.extend({
  said: FigureSaid.nullable(),
  reason: z.string().nullable(),
  from: AnswerFrom,
});
export type CellAnswer = z.infer<typeof CellAnswer>;

/** What a person typed. All numbers null: take it out again, so that the computed figure (or nothing) stands there. */
export const TypedAnswer = Figure.extend({
  said: FigureSaid.nullable().default(null),
  reason: words(1000)
    .nullable()
    .default(null)
    .transform((text) => text || null),
});
export type TypedAnswer = z.infer<typeof TypedAnswer>;

export const CellKind = ValueKind;
export type CellKind = ValueKind;

/** One cell of the entry page, with everything that helps to fill it. */
export const EntryCell = z.object({
  key: CellKey,
  indicatorId: z.int(),
  member: z.string(),
  label: z.string(),
  unit: z.string(),
  definition: z.string(),
  compulsory: z.boolean(),
  kind: CellKind,
  /** Decimal places that are kept. */
  scale: z.int(),
  /** What counts now; null: empty. */
  answer: CellAnswer.nullable(),
  /** From records of this section's unit: how many stand behind it, and how many of them were said with "hơn" or "khoảng". */
  computed: Figure.extend({ records: z.int(), approximate: z.int() }).nullable(),
  /** The same unit gave it for the same period in this other form. */
  given: Figure.extend({ formTitle: z.string() }).nullable(),
  last: Figure.nullable(),
  yearBefore: Figure.nullable(),
  target: z.string().nullable(),
  /** Why the cell was sent back, the last time. */
  returned: z.string().nullable(),
});
export type EntryCell = z.infer<typeof EntryCell>;

export const EntrySection = z.object({
  /** A section that several bodies of the area fill comes once for each: both together name a part. */
  sectionId: z.string(),
  unit: UnitRef,
  number: z.string(),
  heading: z.string(),
  guidance: z.string().nullable(),
  scope: z.enum(["line", "area"]),
  /** Filled by the unit that sends; otherwise by another organisation of its area. */
  own: z.boolean(),
  /** Of the part. A stale one is refused with `conflict`; `details.current` is this section as it is now. */
  version: z.int(),
  cells: z.array(EntryCell),
  /** Null: the section asks for no words. */
  narrative: z.string().nullable(),
  savedBy: z.string().nullable(),
  savedAt: Instant.nullable(),
  /** An organisation has handed its section to the unit that sends. */
  done: z.object({ by: z.string(), at: Instant }).nullable(),
  can: z.array(z.enum(["save", "done", "reopen"])),
});
export type EntrySection = z.infer<typeof EntrySection>;

export const OddityKind = z.enum([
  "jump",
  "jump-year",
  "dropped",
  "parts",
  "larger",
  "recognised",
  "approximate",
  "copied",
  "twice",
  "differs",
  "negative",
  "unfinished",
]);
export type OddityKind = z.infer<typeof OddityKind>;

/** Something that looks odd, worded as a question. Never an obstacle. */
export const Oddity = z.object({
  kind: OddityKind,
  /** Null: about the whole report. */
  sectionId: z.string().nullable(),
  key: CellKey.nullable(),
  question: Words,
  /** Larger is odder; for sorting only. */
  weight: z.number(),
});
export type Oddity = z.infer<typeof Oddity>;

export const BlockerKind = z.enum(["empty", "reason", "ratio", "unadded"]);
export type BlockerKind = z.infer<typeof BlockerKind>;

/** What has to be mended before sending: a compulsory cell, a typed-over figure without a reason, a ratio with one number. */
export const Blocker = z.object({ kind: BlockerKind, sectionId: z.string().nullable(), key: CellKey.nullable(), text: Words });
export type Blocker = z.infer<typeof Blocker>;

/** `returned`: sent back, to be mended and sent again. `replaced`: a later revision was sent (or approved) in its place. */
export const SubmissionState = z.enum(["draft", "submitted", "returned", "approved", "replaced"]);
export type SubmissionState = z.infer<typeof SubmissionState>;

export const SubmissionAct = z.enum(["save", "submit", "takeBack", "approve", "return", "correct", "attachDocument", "discard"]);
export type SubmissionAct = z.infer<typeof SubmissionAct>;

/** `left-out`: nobody approved here, and `why` says why: one person alone, or the signed document is the approval. */
export const SubmissionStep = z.object({
  step: z.enum(["own", "receiver"]),
  unit: UnitRef,
  state: z.enum(["ahead", "waiting", "done", "left-out"]),
  why: z.enum(["alone", "nobody-else", "document", "same-unit"]).nullable(),
  by: z.string().nullable(),
  at: Instant.nullable(),
});
export type SubmissionStep = z.infer<typeof SubmissionStep>;

export const SubmissionEntry = z.object({
  act: z.enum(["submit", "takeBack", "approve", "leave-out", "return", "correct", "attachDocument", "done", "reopen"]),
  at: Instant,
  by: z.string().nullable(),
  unit: UnitRef,
  step: z.enum(["own", "receiver"]).nullable(),
  text: z.string().nullable(),
  /** Of a return: the cells, each with its reason. */
  cells: z.array(z.object({ key: CellKey, label: z.string(), reason: z.string() })),
});
export type SubmissionEntry = z.infer<typeof SubmissionEntry>;

export const SignedDocument = z.object({
  number: z.string(),
  date: Day,
  fileName: z.string(),
  size: z.int(),
  by: z.string().nullable(),
  at: Instant,
});
export type SignedDocument = z.infer<typeof SignedDocument>;

/** What was sent and when: the proof in the sender's hands. The same key and payload give the same receipt for ever. */
export const Receipt = z.object({
  submissionId: id,
  rev: z.int(),
  /** Which sending of this revision: a report that came back is sent again. */
  n: z.int(),
  sentAt: Instant,
  sentBy: z.string(),
  /** SHA-256 of everything that was sent. */
  hash: z.string(),
  cells: z.int(),
  late: z.boolean(),
  state: SubmissionState,
});
export type Receipt = z.infer<typeof Receipt>;

/** The round as the entry page heads it: who asks, by which document, until when. */
export const EntryRound = z.object({
  id,
  formId: id,
  edition: z.int(),
  title: z.string(),
  /** "Ai bắt tôi làm việc này, theo văn bản nào." */
  basis: z.string(),
  owner: UnitRef,
  receiverText: z.string(),
  period: PeriodRef,
  cutOff: Day,
  due: DueDay,
  countsOnTime: CountsOnTime,
});
export type EntryRound = z.infer<typeof EntryRound>;

/** Everything that the entry page needs, in one request. */
export const Submission = z.object({
  id,
  rev: z.int(),
  version: z.int(),
  state: SubmissionState,
  round: EntryRound,
  unit: UnitRef,
  /** `sender` sees all; `part`: an organisation sees the sections that it fills; `receiver` sees what was sent. */
  side: z.enum(["sender", "part", "receiver"]),
  sections: z.array(EntrySection),
  oddities: z.array(Oddity),
  /** Empty: ready to be sent. */
  blockers: z.array(Blocker),
  steps: z.array(SubmissionStep),
  history: z.array(SubmissionEntry),
  document: SignedDocument.nullable(),
  late: z.boolean(),
  sentAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  /** Of a correction: why, and what it corrects. */
  corrects: z.object({ id, rev: z.int(), reason: z.string() }).nullable(),
  revisions: z.array(z.object({ id, rev: z.int(), state: SubmissionState, sentAt: Instant.nullable(), reason: z.string().nullable() })),
  receipts: z.array(Receipt),
  can: z.array(SubmissionAct),
  /** Why approving is closed to this person although the post may: maker is not approver. */
  cannotApprove: Words.nullable(),
});
export type Submission = z.infer<typeof Submission>;

/** After each autosave: the part's new version, and what now looks odd or stands in the way. */
export const Saved = z.object({
  version: z.int(),
  savedAt: Instant,
  cells: z.array(z.object({ key: CellKey, answer: CellAnswer.nullable() })),
  oddities: z.array(Oddity),
  blockers: z.array(Blocker),
});
export type Saved = z.infer<typeof Saved>;

/** A record behind a computed figure. `path` inside the staff application, without /app. */
export const RecordBehind = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  date: Day,
  unit: z.string(),
  value: z.string().nullable(),
  said: z.string().nullable(),
  path: z.string(),
});
export type RecordBehind = z.infer<typeof RecordBehind>;

/** A line of text proposed for a heading, with the record that it comes from. Put in by the person who writes, never by itself. */
export const ProposedLine = z.object({
  kind: z.string(),
  id: z.string(),
  date: Day,
  unit: z.string(),
  text: z.string(),
  path: z.string(),
});
export type ProposedLine = z.infer<typeof ProposedLine>;

export const SubmissionRow = z.object({
  id,
  version: z.int(),
  rev: z.int(),
  state: SubmissionState,
  roundId: id,
  title: z.string(),
  period: PeriodRef,
  unit: UnitRef,
  step: z.enum(["own", "receiver"]).nullable(),
  sentAt: Instant.nullable(),
  sentBy: z.string().nullable(),
  late: z.boolean(),
  document: z.boolean(),
  /** How many questions it raises, and the oddest. */
  questions: z.int(),
  oddest: Words.nullable(),
  /** Sent by this person: somebody else approves. */
  ownWork: z.boolean(),
});
export type SubmissionRow = z.infer<typeof SubmissionRow>;

/** A section that one of my units is to fill in the report of another body of its area. */
export const PartOwed = z.object({
  roundId: id,
  title: z.string(),
  period: PeriodRef,
  due: DueDay,
  /** Who sends the whole. */
  sender: UnitRef,
  unit: UnitRef,
  sections: z.array(z.object({ sectionId: z.string(), heading: z.string(), done: z.boolean() })),
  submissionId: id.nullable(),
});
export type PartOwed = z.infer<typeof PartOwed>;

export const OddFigure = z.object({ unit: UnitRef, submissionId: id, label: z.string().nullable(), oddity: Oddity });
export type OddFigure = z.infer<typeof OddFigure>;

/** One sending as it was, for reading: nothing in it ever changes. */
export const Sending = z.object({
  receipt: Receipt,
  sections: z.array(
    z.object({
      sectionId: z.string(),
      unit: UnitRef,
      heading: z.string(),
      narrative: z.string().nullable(),
      cells: z.array(z.object({ key: CellKey, label: z.string(), unit: z.string(), answer: CellAnswer.nullable() })),
    }),
  ),
  /** What counted for the unit: sections added up as each indicator says. */
  merged: z.array(z.object({ key: CellKey, label: z.string(), figure: Figure })),
});
export type Sending = z.infer<typeof Sending>;
