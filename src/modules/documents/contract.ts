import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../units/contract.ts";
import { checkContract } from "./check/contract.ts";
import { Span } from "./compile/plan.ts";
import { pagesContract, Recognition } from "./pages/contract.ts";
import { correctionsContract } from "./corrections-contract.ts";
import { Copy, registerContract } from "./register-contract.ts";
import { CitationValue, EventValue, HeaderValue, ItemKind, ReportingValue, TargetValue, TaskValue } from "./values.ts";

export * from "./values.ts";
export { Correction, CorrectionOffer, Remembered } from "./corrections-contract.ts";
export {
  Chain,
  ChainLink,
  CitedDocument,
  ComparedItem,
  Comparison,
  Copy,
  Milestone,
  ReviewBasis,
  ReviewProposal,
  WantedDocument,
} from "./register-contract.ts";
export { PageText, PageSummary, Recognition, Refusal } from "./pages/contract.ts";
export { Check, DraftCheck, Family, Finding, Severity } from "./check/contract.ts";

const DocumentKey = z.uuid();
const Said = z.object({ vi: z.string(), en: z.string() });
const Instant = z.iso.datetime({ offset: true });

/**
 * `recognising`: a scan or photograph, its pages are being recognised; `compiling`: text is kept, the plan is being read out of it; `failed`: that went wrong, `failure` says why, it can be
 * tried again; `review`: a person goes through the items; `reviewed`: finished, and can be reopened.
 */
export const DocumentState = z.enum(["recognising", "compiling", "failed", "review", "reviewed"]);
export type DocumentState = z.infer<typeof DocumentState>;

/** `unit`: its own unit, and the units a plan issued from it addresses; `installation`: everybody who signs in here. Never the public. */
export const Audience = z.enum(["unit", "installation"]);

/** A document in a list or as the other end of a citation. */
export const DocumentShort = Copy.extend({ state: DocumentState, internal: z.boolean(), uploadedAt: Instant });
export type DocumentShort = z.infer<typeof DocumentShort>;

/** Why another document may be the same one: a person of the unit says whether it is. */
export const Lookalike = z.object({
  document: DocumentShort,
  why: z.enum(["same-file", "same-number-and-date", "same-number"]),
});

export const Document = DocumentShort.extend({
  version: z.number().int(),
  place: z.string().nullable(),
  /** The issuer as a unit of the tree; leads are resolved from where it stands. */
  issuerUnit: UnitRef.nullable(),
  fileSize: z.number().int(),
  fileHash: z.string(),
  audience: Audience,
  uploadedBy: z.string(),
  failure: Said.nullable(),
  compiler: z.string().nullable(),
  /** This server's compiler is newer than the one that read it: reading again keeps what people decided. */
  compilerIsNewer: z.boolean(),
  /** What the reader of the file wants a person to know (tracked changes, pictures without text, …). */
  notes: z.array(Said),
  items: z.object({ total: z.number().int(), undecided: z.number().int() }),
  /** Of a document whose pages had to be recognised; null for all others. */
  recognition: Recognition.nullable(),
  lookalikes: z.array(Lookalike),
  reviewedBy: z.string().nullable(),
  reviewedAt: Instant.nullable(),
  /** What this person may do here now. */
  can: z.object({
    review: z.boolean(),
    finish: z.boolean(),
    reopen: z.boolean(),
    readAgain: z.boolean(),
    open: z.boolean(),
    /** Stop the recognition that is under way. */
    stop: z.boolean(),
    /** Set the recognised text of a page right. */
    correctPages: z.boolean(),
  }),
});
export type Document = z.infer<typeof Document>;

/** `text` of the file, cut into lines; `line` of every item counts from 1 in it. */
export const DocumentText = z.object({
  lines: z.array(z.string()),
  outline: z.array(
    z.object({ number: z.string(), title: z.string(), level: z.number().int(), line: z.number().int(), kind: z.enum(["heading", "item"]) }),
  ),
  tables: z.array(z.object({ line: z.number().int(), lineCount: z.number().int() })),
  footnotes: z.array(z.object({ line: z.number().int(), text: z.string() })),
});
export type DocumentText = z.infer<typeof DocumentText>;

/** `proposed`: read by the compiler, nobody has decided; only `accepted`, `corrected` and `added` go into a plan. */
export const ItemState = z.enum(["proposed", "accepted", "corrected", "added", "dropped"]);
export type ItemState = z.infer<typeof ItemState>;

const itemOf = <K extends ItemKind, V extends z.ZodType>(kind: K, value: V) =>
  z.object({
    id: z.uuid(),
    kind: z.literal(kind),
    state: ItemState,
    /** 1-based; null when it stands nowhere in the text. */
    line: z.number().int().nullable(),
    /** Verbatim on that line (or beginning there). */
    quote: z.string().nullable(),
    /** Where its words stand, to light them up: UTF-16 offsets in the line. */
    span: Span.nullable(),
    value,
    /** What the compiler had read; null for an item that a person added or split off. */
    original: value.nullable(),
    /** 0–1, how sure the compiler was; null for what a person wrote. */
    confidence: z.number().min(0).max(1).nullable(),
    version: z.number().int(),
    /** Who decided last, and when; null while proposed. */
    changedBy: z.string().nullable(),
    changedAt: Instant.nullable(),
  });

export const Item = z.discriminatedUnion("kind", [
  itemOf("header", HeaderValue),
  itemOf("citation", CitationValue),
  itemOf("target", TargetValue),
  itemOf("task", TaskValue),
  itemOf("reporting", ReportingValue),
  itemOf("event", EventValue),
]);
export type Item = z.infer<typeof Item>;

const newOf = <K extends ItemKind, V extends z.ZodType>(kind: K, value: V) =>
  z.object({ kind: z.literal(kind), span: Span.nullable(), value });

/** What a person writes: an added item, a correction, or one part of a split. `span` says which words of the text it comes from. */
export const NewItem = z.discriminatedUnion("kind", [
  newOf("header", HeaderValue),
  newOf("citation", CitationValue),
  newOf("target", TargetValue),
  newOf("task", TaskValue),
  newOf("reporting", ReportingValue),
  newOf("event", EventValue),
]);
export type NewItem = z.infer<typeof NewItem>;

/**
 * What an answer makes of one item. `proposed` with a value amends it: changed, and still to be decided. `accepted` becomes
 * `corrected` by itself when the value is not what was read.
 */
export const Settling = z.object({
  item: z.uuid(),
  version: z.number().int(),
  to: z.enum(["accepted", "dropped", "proposed"]),
  value: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("header"), value: HeaderValue }),
      z.object({ kind: z.literal("citation"), value: CitationValue }),
      z.object({ kind: z.literal("target"), value: TargetValue }),
      z.object({ kind: z.literal("task"), value: TaskValue }),
      z.object({ kind: z.literal("reporting"), value: ReportingValue }),
      z.object({ kind: z.literal("event"), value: EventValue }),
    ])
    .optional(),
});
export type Settling = z.infer<typeof Settling>;

/** One addressee expression of the document and the units it means; `understood` is null when a person must say. */
export const Addressee = z.object({
  expression: z.string(),
  understood: Said.nullable(),
  units: z.array(UnitRef),
  /** Near misses, with why they are not meant. */
  left: z.array(z.object({ unit: UnitRef, why: Said })),
  /** Pieces of it that were not understood, or name nobody in the directory. */
  unclear: z.array(z.object({ piece: z.string(), why: Said })),
  /** Items that use it. */
  uses: z.array(z.object({ item: z.uuid(), as: z.enum(["lead", "partner", "scope", "sender", "receiver"]) })),
});
export type Addressee = z.infer<typeof Addressee>;

/** What stands out in the review: nobody understood who, nobody is named, or no day can be computed. */
export const Unresolved = z.object({
  /** Null until the issuer is chosen as a unit: expressions mean something only from where it stands. */
  issuerUnit: UnitRef.nullable(),
  /** The day on which the expressions were resolved. */
  asOf: z.string(),
  addressees: z.array(Addressee),
  /** Items (not dropped) with an expression that nobody understood. */
  unknownLeads: z.array(z.object({ item: z.uuid(), expressions: z.array(z.string()) })),
  /** Tasks that name nobody. */
  withoutLead: z.array(z.uuid()),
  dates: z.array(z.object({ item: z.uuid(), printed: z.string().nullable(), why: Said })),
});
export type Unresolved = z.infer<typeof Unresolved>;

/** One line of "what this document carries out": the citation and the registered document it means, if there is one. */
export const Cited = z.object({
  item: z.uuid(),
  line: z.number().int().nullable(),
  type: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  /** It has a page of its own there: by a number, or of a law by its title. */
  inGraph: z.boolean(),
  document: DocumentShort.nullable(),
  /** Registered documents that it may mean, when number and date do not settle it. */
  candidates: z.array(DocumentShort),
});
export type Cited = z.infer<typeof Cited>;

export const Citations = z.object({ carriesOut: z.array(Cited), carriedOutBy: z.array(DocumentShort) });
export type Citations = z.infer<typeof Citations>;

const byId = z.object({ id: DocumentKey });
const versioned = byId.extend({ version: z.coerce.number().int() });
const itemAt = byId.extend({ item: z.uuid(), version: z.number().int() });

/** What an act on one item answers: the items it touched (a split touches several) and the new count. */
const Touched = z.object({ items: z.array(Item), undecided: z.number().int() });

export const DocumentFilter = z.object({
  /** Searches number, subject, issuer and file name, without accents. */
  text: z.string().max(200).default(""),
  state: DocumentState.optional(),
  docType: z.string().max(100).optional(),
  year: z.coerce.number().int().min(1900).max(2199).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

const act = { access: "document:review", tag: "documents" } as const;
const read = { method: "GET", access: "document:view", tag: "documents" } as const;

/**
 * Downloads stand outside the contract: GET /files/documents/{id}/original, GET /files/documents/{id}/pages/{page}.
 * A stale `version` is refused with `conflict`; its details are `{current: Item | Document, changedBy, changedAt}`.
 */
export const documentsContract = {
  upload: endpoint({
    method: "POST",
    path: "/documents",
    access: "document:upload",
    tag: "documents",
    summary: "Register a document from its file",
    description:
      "Multipart, .docx, .doc, .odt, .rtf, .html, .pdf, picture, .txt or .md up to 25 MB. A file with a secrecy mark is refused (`secret`) and nothing of it is kept. The same file of the same unit answers with the document that is already there.",
  })
    .input(z.object({ file: z.file(), internal: z.enum(["yes", "no"]).optional() }))
    .output(z.object({ document: Document, already: z.boolean() })),
  list: endpoint({ ...read, path: "/documents", summary: "Search the register of documents" })
    .input(DocumentFilter)
    .output(
      z.object({ documents: z.array(DocumentShort), total: z.number().int(), pageSize: z.number().int(), docTypes: z.array(z.string()) }),
    ),
  get: endpoint({ ...read, path: "/documents/{id}", summary: "Read a document's register entry" })
    .input(byId)
    .output(Document),
  text: endpoint({ ...read, path: "/documents/{id}/text", summary: "Read a document's text, line by line" })
    .input(byId)
    .output(DocumentText),
  citations: endpoint({ ...read, path: "/documents/{id}/citations", summary: "Read what a document carries out and what carries it out" })
    .input(byId)
    .output(Citations),
  items: endpoint({ ...read, path: "/documents/{id}/items", summary: "Read the items of a document's review" })
    .input(byId.extend({ kind: ItemKind.optional() }))
    .output(z.object({ items: z.array(Item), undecided: z.number().int(), state: DocumentState })),
  unresolved: endpoint({ ...read, path: "/documents/{id}/unresolved", summary: "Read which leads and dates are not resolved" })
    .input(byId.extend({ asOf: z.iso.date().optional() }))
    .output(Unresolved),

  setEntry: endpoint({
    ...act,
    method: "PATCH",
    path: "/documents/{id}",
    summary: "Set issuer unit, internal mark or audience of a document",
  })
    .input(
      versioned.extend({
        issuerUnitId: unitIdIn.nullable().optional(),
        internal: z.boolean().optional(),
        audience: Audience.optional(),
      }),
    )
    .output(Document),
  settleLookalike: endpoint({
    ...act,
    method: "POST",
    path: "/documents/{id}/lookalikes",
    summary: "Say whether another document is the same one",
  })
    .input(byId.extend({ other: DocumentKey, same: z.boolean() }))
    .output(Document),
  readAgain: endpoint({
    ...act,
    method: "POST",
    path: "/documents/{id}/read-again",
    summary: "Read a document again, keeping what people decided",
  })
    .input(versioned)
    .output(Document),
  finish: endpoint({ ...act, method: "POST", path: "/documents/{id}/finish", summary: "Finish the review of a document" })
    .input(
      versioned.extend({
        /** The person has seen the unresolved leads and dates and goes on; undecided items can never be left. */
        acknowledged: z.boolean().default(false),
      }),
    )
    .output(Document),
  reopen: endpoint({ ...act, method: "POST", path: "/documents/{id}/reopen", summary: "Reopen a finished review" })
    .input(versioned)
    .output(Document),

  accept: endpoint({ ...act, method: "POST", path: "/documents/{id}/items/{item}/accept", summary: "Accept an item as it was read" })
    .input(itemAt)
    .output(Touched),
  correct: endpoint({ ...act, method: "PUT", path: "/documents/{id}/items/{item}", summary: "Correct an item" })
    .input(itemAt.extend({ to: NewItem }))
    .output(Touched),
  drop: endpoint({ ...act, method: "POST", path: "/documents/{id}/items/{item}/drop", summary: "Leave an item out" })
    .input(itemAt)
    .output(Touched),
  restore: endpoint({
    ...act,
    method: "POST",
    path: "/documents/{id}/items/{item}/restore",
    summary: "Put an item back to how it was read",
  })
    .input(itemAt)
    .output(Touched),
  add: endpoint({ ...act, method: "POST", path: "/documents/{id}/items", summary: "Add an item that was not read", successStatus: 201 })
    .input(byId.extend({ add: NewItem }))
    .output(Touched),
  split: endpoint({ ...act, method: "POST", path: "/documents/{id}/items/{item}/split", summary: "Split an item into parts" })
    .input(itemAt.extend({ parts: z.array(NewItem).min(2).max(20) }))
    .output(Touched),
  acceptConfident: endpoint({
    ...act,
    method: "POST",
    path: "/documents/{id}/items/accept-confident",
    summary: "Accept every undecided item above a confidence",
  })
    .input(
      byId.extend({
        threshold: z.number().min(0).max(1),
        kinds: z.array(ItemKind).min(1).optional(),
        /** Items that the person's screen shows as doubtful for another reason: unknown units, no day. */
        except: z.array(z.uuid()).max(2000).default([]),
      }),
    )
    .output(z.object({ accepted: z.number().int(), items: z.array(Item), undecided: z.number().int() })),
  settle: endpoint({ ...act, method: "POST", path: "/documents/{id}/items/settle", summary: "Settle many items by one answer" })
    .input(
      byId.extend({
        entries: z.array(Settling).min(1).max(2000),
        /** The remembered correction that the answer takes over. */
        correction: z.uuid().optional(),
      }),
    )
    .output(Touched.extend({ passed: z.number().int() })),
  ...correctionsContract,
  linkCitation: endpoint({
    ...act,
    method: "POST",
    path: "/documents/{id}/items/{item}/link",
    summary: "Say which registered document a citation means",
  })
    .input(itemAt.extend({ document: DocumentKey.nullable() }))
    .output(Citations),
  ...checkContract,
  ...pagesContract,
  ...registerContract,
};
