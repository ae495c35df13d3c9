import { z } from "zod";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { LikenessReason } from "../likeness/contract.ts";
import { ContentKey, Contents, Day, ExemplarField, ExemplarKind, ExemplarState, id, LocalField, words } from "../shapes.ts";

const Instant = z.iso.datetime({ offset: true });

// ── invitations and what comes through them ─────────────────────────────────────────────────────────────────────────

/** 24 random bytes; the address carries it behind #, which no browser sends to a server or a log. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{32}$/);

const RoundShort = z.object({ id, title: z.string(), closesOn: Day });

export const Invitation = z.object({
  id,
  version: z.number().int(),
  unit: UnitRef,
  round: RoundShort.nullable(),
  label: z.string(),
  most: z.number().int(),
  given: z.number().int(),
  expiresAt: Instant,
  createdAt: Instant,
  /** Whether it still takes models. */
  open: z.boolean(),
});
export type Invitation = z.infer<typeof Invitation>;

export const InvitationInput = z.object({
  unitId: unitIdIn.optional(),
  roundId: id.nullish(),
  label: words(200).default(""),
  /** The last day on which it takes models. */
  until: Day,
  most: z.coerce.number().int().min(1).max(200).default(30),
});
export type InvitationInput = z.infer<typeof InvitationInput>;

/** What the page behind a link needs to know, and nothing else of the unit. */
export const Invited = z.object({
  unit: z.string(),
  round: z.object({ title: z.string(), closesOn: Day }).nullable(),
  kinds: z.array(ExemplarKind),
  asked: z.array(z.union([ContentKey, z.literal("field")])),
  localFields: z.array(LocalField),
  until: Instant,
});
export type Invited = z.infer<typeof Invited>;

/** A few sentences for each question; longer texts come when the unit completes it. */
export const OfferContent = z.object({
  kind: ExemplarKind,
  name: words(300, 1),
  field: ExemplarField.nullish(),
  localField: words(40).nullish(),
  place: words(300).nullish(),
  contents: z.partialRecord(ContentKey, words(4000)).default({}),
});
export type OfferContent = z.infer<typeof OfferContent>;

export const OfferState = z.enum(["waiting", "asked", "taken", "set-aside"]);
export type OfferState = z.infer<typeof OfferState>;

/** An offer as whoever wrote it sees it, with the receipt. */
export const OwnOffer = z.object({
  invited: Invited,
  state: OfferState,
  content: OfferContent,
  question: z.string().nullable(),
  reason: z.string().nullable(),
  givenAt: Instant,
  /** Where the unit's registration stands once it has taken the offer over. */
  registration: ExemplarState.nullable(),
});
export type OwnOffer = z.infer<typeof OwnOffer>;

/** The same as the unit sees it. */
export const Offer = z.object({
  id,
  version: z.number().int(),
  unit: UnitRef,
  round: RoundShort.nullable(),
  label: z.string(),
  state: OfferState,
  content: OfferContent.extend({ contents: Contents }),
  question: z.string().nullable(),
  reason: z.string().nullable(),
  givenAt: Instant,
  changedAt: Instant,
  exemplarId: id.nullable(),
});
export type Offer = z.infer<typeof Offer>;

// ── old lists ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a column of an old list may be. A column that is none of these stays with the model as a note. */
export const importFields = [
  "name",
  "lead",
  "kind",
  "field",
  "place",
  "situation",
  "goals",
  "method",
  "area",
  "forces",
  "resources",
  "time",
  "output",
  "sustaining",
  "startedOn",
  "money",
  "labour",
  "turns",
  "theme",
] as const;
export const ImportField = z.enum(importFields);
export type ImportField = z.infer<typeof ImportField>;

const Text = z.object({ vi: z.string(), en: z.string() });

export const ImportColumn = z.object({
  /** "c0", "c1" …: place in the sheet. */
  key: z.string(),
  heading: z.string(),
  samples: z.array(z.string()),
  field: ImportField.nullable(),
  by: z.enum(["said", "remembered", "guessed"]).nullable(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

/**
 * What becomes of a row that looks like another. new: a model of its own; same: none, its cells are kept in the notes of the other;
 * year: the other in another year, kept with its own name and not counted again.
 */
export const importDecisions = ["new", "same", "year"] as const;
export const ImportDecision = z.enum(importDecisions);
export type ImportDecision = z.infer<typeof ImportDecision>;

/** One that is there already (`id`), or stands further up in the same list (`line`). */
export const ImportSimilar = z.object({
  id: id.nullable(),
  line: z.number().int().nullable(),
  name: z.string(),
  lead: z.string(),
  year: z.number().int().nullable(),
  reasons: z.array(LikenessReason),
  /** How many of a hundred of the row's words stand in it, and the longest run of them. */
  score: z.number().int(),
  words: z.string().nullable(),
});
export type ImportSimilar = z.infer<typeof ImportSimilar>;

/** A row as it would be taken. `line` counts as the spreadsheet shows it. */
export const ImportRow = z.object({
  line: z.number().int(),
  name: z.string(),
  lead: z.string(),
  kind: ExemplarKind,
  field: ExemplarField.nullable(),
  /** Why it cannot be taken; null when it can. */
  wrong: Text.nullable(),
  /** What was not understood and stays as a note. */
  notes: z.array(Text),
  /** What it looks like, the plainest first. */
  similar: z.array(ImportSimilar),
  /** What is proposed to do with it, by the first of `similar`. */
  proposed: ImportDecision,
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportPreview = z.object({
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** The line that the headings stand in. */
  headings: z.number().int(),
  /** The year the list is of, where it says so. */
  year: z.number().int().nullable(),
  columns: z.array(ImportColumn),
  counts: z.object({
    rows: z.number().int(),
    good: z.number().int(),
    wrong: z.number().int(),
    similar: z.number().int(),
    noted: z.number().int(),
  }),
  /** Of those like others, how many are proposed as what. */
  proposed: z.object({ new: z.number().int(), same: z.number().int(), year: z.number().int() }),
  /** The first of each sort: wrong ones, those like others (up to 400), the rest. */
  rows: z.array(ImportRow),
  /** Names in the column of units that are no unit here, with how many rows bear them. */
  unknownUnits: z.array(z.object({ key: z.string(), name: z.string(), rows: z.number().int() })),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

const sheetFile = z.file().max(10 * 1024 * 1024);

export const ImportInput = z.object({
  file: sheetFile,
  /** Absent: the first sheet that has rows. */
  sheet: z.string().max(100).optional(),
  /** Whom a row counts for that names no unit; absent: the own unit. */
  leadId: unitIdIn.optional(),
  roundId: id.optional(),
  /** {c0: "name", c3: ""}: what a person said; an empty text is a column that stays a note. Absent: all is guessed. */
  columns: z.record(z.string().regex(/^c\d{1,3}$/), ImportField.or(z.literal(""))).optional(),
  /** Unit for a name that was not recognised, by the key of `unknownUnits`. */
  units: z.record(z.string().max(120), unitIdIn).optional(),
});
export type ImportInput = z.infer<typeof ImportInput>;

export const ImportRun = ImportInput.extend({
  /** draft: each is completed and registered by itself; registered: they go to the body as one list. */
  as: z.enum(["draft", "registered"]).default("registered"),
  /** Rows that look like others and that nobody decided on one by one. */
  similar: z.enum(["proposed", ...importDecisions]).default("proposed"),
  /** {r12: "year", r15: "same 1"}: what a person decided for the row in line 12; a number names another of its `similar` than the first. */
  decisions: z.record(z.string().regex(/^r\d{1,5}$/), z.string().regex(/^(new|same|year)( \d)?$/)).optional(),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const ImportDone = z.object({
  id,
  version: z.number().int(),
  unit: UnitRef,
  round: RoundShort.nullable(),
  fileName: z.string(),
  state: z.enum(["made", "accepted", "undone"]),
  rows: z.number().int(),
  made: z.number().int(),
  createdAt: Instant,
  by: z.string(),
  can: z.array(z.enum(["accept", "undo"])),
});
export type ImportDone = z.infer<typeof ImportDone>;
