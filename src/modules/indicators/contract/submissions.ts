import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { nfc } from "../../../kernel/text.ts";
import { isCalendarDate } from "../../../kernel/time/index.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { CellKey, Decimal, Figure } from "./cells.ts";
import { ValueKind } from "./dictionary.ts";
import { CountsOnTime, DueDay, PeriodRef } from "./forms.ts";

const Words = z.object({ vi: z.string(), en: z.string() });
const Instant = z.iso.datetime({ offset: true });
const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const id = z.uuid();
const version = z.coerce.number().int().min(1);
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

const at = z.object({ id, version });
const part = z.object({ id, sectionId: z.string().max(40), unitId: unitIdIn, version });
const reason = words(2000).pipe(z.string().min(1));

const read = { access: "indicator:view", tag: "indicators", method: "GET" } as const;
const enter = { access: "submission:enter", tag: "indicators", method: "POST" } as const;
const approve = { access: "submission:approve", tag: "indicators", method: "POST" } as const;

/**
 * What units send in a round. A stale `version` is refused with `conflict`; `details.current` is the thing as it is now
 * (`Submission`, or `EntrySection` for a part). Files out: GET /files/indicators/submissions/{id}/document.
 */
export const submissionsContract = {
  open: endpoint({
    ...enter,
    path: "/indicators/rounds/{roundId}/units/{unitId}/submission",
    summary: "Open what a unit sends in a round: the current revision, or a new draft filled from records",
  })
    .input(z.object({ roundId: id, unitId: unitIdIn }))
    .output(Submission),
  get: endpoint({ ...read, path: "/indicators/submissions/{id}", summary: "Read a submission with everything that its entry page shows" })
    .input(z.object({ id }))
    .output(Submission),
  savePart: endpoint({
    ...enter,
    method: "PATCH",
    path: "/indicators/submissions/{id}/parts/{sectionId}",
    summary: "Save what was typed in a section (autosave): the cells named, and the words when given",
  })
    .input(
      part.extend({
        cells: z.record(CellKey, TypedAnswer).default({}),
        narrative: z.string().max(50_000).transform(nfc).optional(),
      }),
    )
    .output(Saved),
  doneWithPart: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/parts/{sectionId}/done",
    summary: "Hand a section in to the unit that sends the whole, or take it back",
  })
    .input(part.extend({ done: z.boolean() }))
    .output(Submission),
  submit: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/submit",
    summary: "Send, exactly once: the same key and content give the same receipt",
    description:
      "`key` is made by the client once per intention to send. `seen` names the version of every part; if one has moved since, `conflict` with `details.current`. The same key with another content is a `conflict` too. What stands in the way is refused with `invalid_input` and `details.blockers`.",
  })
    .input(
      z.object({
        id,
        key: z.uuid(),
        seen: z
          .array(z.object({ sectionId: z.string().max(40), unitId: unitIdIn, version }))
          .min(1)
          .max(2000),
      }),
    )
    .output(Receipt),
  takeBack: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/take-back",
    summary: "Take back what was sent, while nobody has approved it",
  })
    .input(at)
    .output(Submission),
  correct: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/correct",
    summary: "Begin a correction of an approved submission: a new revision, with the reason",
    successStatus: 201,
  })
    .input(at.extend({ reason }))
    .output(Submission),
  discard: endpoint({
    ...enter,
    method: "DELETE",
    path: "/indicators/submissions/{id}",
    summary: "Throw away a correction that was begun and not sent",
  })
    .input(at)
    .output(z.object({})),
  attachDocument: endpoint({
    ...enter,
    access: "indicator:view",
    path: "/indicators/submissions/{id}/document",
    summary: "Attach the signed document: number, date and file",
    description: "Multipart. By whoever enters figures for the unit, or its filing clerk. It takes the place of the own approval step.",
  })
    .input(at.extend({ number: words(100).pipe(z.string().min(1)), date: Day, file: z.file().max(25 * 1024 * 1024) }))
    .output(Submission),

  approve: endpoint({ ...approve, path: "/indicators/submissions/{id}/approve", summary: "Approve a submission at the step it waits at" })
    .input(at.extend({ text: words(2000).default("") }))
    .output(Submission),
  approveMany: endpoint({
    ...approve,
    path: "/indicators/submissions/approve-many",
    summary: "Approve several submissions at once",
    description: "Those that somebody has moved meanwhile, or that this person sent, are left as they are.",
  })
    .input(z.object({ items: z.array(at).min(1).max(500) }))
    .output(z.object({ approved: z.int(), left: z.int() })),
  return: endpoint({
    ...approve,
    path: "/indicators/submissions/{id}/return",
    summary: "Send a submission back with the cells and the reason",
  })
    .input(
      at.extend({
        reason,
        cells: z
          .array(z.object({ key: CellKey, reason }))
          .max(400)
          .default([]),
      }),
    )
    .output(Submission),

  records: endpoint({ ...read, path: "/indicators/submissions/{id}/records", summary: "List the records behind a computed cell" })
    .input(z.object({ id, sectionId: z.string().max(40), unitId: unitIdIn, key: CellKey }))
    .output(z.object({ records: z.array(RecordBehind), more: z.boolean() })),
  proposals: endpoint({ ...read, path: "/indicators/submissions/{id}/proposals", summary: "Propose lines for a heading from the records" })
    .input(z.object({ id, sectionId: z.string().max(40), unitId: unitIdIn }))
    .output(z.array(ProposedLine)),
  sending: endpoint({ ...read, path: "/indicators/submissions/{id}/sendings/{n}", summary: "Read what was sent, as it was" })
    .input(z.object({ id, n: z.coerce.number().int().min(1) }))
    .output(Sending),
  waiting: endpoint({
    ...read,
    access: "submission:approve",
    path: "/indicators/submissions/waiting",
    summary: "List what waits for one's approval",
  })
    .input(z.object({ roundId: id.optional(), page: z.coerce.number().int().min(1).max(10_000).default(1) }))
    .output(z.object({ items: z.array(SubmissionRow), total: z.int(), pageSize: z.int() })),
  partsOwed: endpoint({
    ...read,
    access: "submission:enter",
    path: "/indicators/submissions/parts-owed",
    summary: "List sections that one's units fill for others",
  })
    .input(z.object({}))
    .output(z.array(PartOwed)),
  oddest: endpoint({
    ...read,
    path: "/indicators/rounds/{roundId}/oddest",
    summary: "List the oddest figures of a round with the question to ask",
  })
    .input(z.object({ roundId: id, limit: z.coerce.number().int().min(1).max(100).default(10) }))
    .output(z.array(OddFigure)),
};
