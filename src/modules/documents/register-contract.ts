import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { UnitRef } from "../units/contract.ts";
import { ItemKind } from "./values.ts";

/** A registered document by what it is called and who keeps it. */
export const Copy = z.object({
  id: z.uuid(),
  docType: z.string().nullable(),
  number: z.string().nullable(),
  /** 'YYYY-MM-DD', or shorter when the document itself does not say the day. */
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  fileName: z.string(),
  /** The unit that keeps it here. */
  unit: UnitRef,
});
export type Copy = z.infer<typeof Copy>;

/**
 * A document by number and date (a law without number by its title), registered or only cited. `node` names it within one answer. `date` is shorter than a day
 * when nobody prints the day. `copy` is null while it is not in the register as this person sees it.
 */
export const CitedDocument = z.object({
  node: z.string(),
  type: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  copy: Copy.nullable(),
  /** By how many documents that this person may read. */
  citedBy: z.number().int(),
});
export type CitedDocument = z.infer<typeof CitedDocument>;

/** One step away from the document: what it is, how many levels away, and through which documents one level nearer. */
export const ChainLink = CitedDocument.extend({
  level: z.number().int(),
  through: z.array(z.object({ node: z.string(), document: z.uuid(), line: z.number().int().nullable() })),
});
export type ChainLink = z.infer<typeof ChainLink>;

const Occasion = z.enum(["review", "final"]);

/** `day`: as far as it can be computed. */
export const Milestone = z.object({
  occasion: Occasion,
  years: z.number().int().nullable(),
  day: z.string(),
  how: z.enum(["interval", "period"]),
});

/** Words of a registered document that end another one. */
const Place = z.object({ document: Copy, line: z.number().int().nullable(), words: z.string() });

export const Chain = z.object({
  subject: CitedDocument,
  /** Every registered copy that this person may read. */
  copies: z.array(Copy),
  /** Citations of this number and date name several issuers: perhaps several documents. */
  unlikeIssuers: z.boolean(),
  carriedOutBy: z.array(ChainLink),
  standsOn: z.array(ChainLink),
  /** There are more than the graph follows; the nearest are here. */
  cut: z.object({ carriedOutBy: z.boolean(), standsOn: z.boolean() }),
  /** Issuers of the documents that carry it out, with the level on which each first does. */
  units: z.array(z.object({ name: z.string(), unit: UnitRef.nullable(), documents: z.number().int(), level: z.number().int() })),
  /** The same number with another date: other documents. */
  sameNumber: z.array(CitedDocument),
  endedBy: z.array(Place.extend({ how: z.enum(["replaced", "ended"]) })),
  milestones: z.array(Milestone),
});
export type Chain = z.infer<typeof Chain>;

export const WantedDocument = CitedDocument.extend({ citers: z.array(Copy.extend({ line: z.number().int().nullable() })) });
export type WantedDocument = z.infer<typeof WantedDocument>;

/** Why a review is proposed: so long after a date, the end of a period, or words of a plan. */
export const ReviewBasis = z.discriminatedUnion("how", [
  z.object({ how: z.literal("interval"), from: z.string(), years: z.number().int() }),
  z.object({ how: z.literal("period"), words: z.string() }),
  z.object({
    how: z.literal("ordered"),
    document: Copy,
    line: z.number().int().nullable(),
    words: z.string(),
    /** The year as the plan prints it. */
    year: z.number().int().nullable(),
    from: z.string().nullable(),
    years: z.number().int().nullable(),
  }),
]);

export const ReviewProposal = z.object({
  /** What set-aside names. */
  key: z.string(),
  occasion: Occasion,
  years: z.number().int().nullable(),
  day: z.string(),
  /** What is reviewed; null when the plan's words name no document with a number. */
  of: CitedDocument.nullable(),
  bases: z.array(ReviewBasis).min(1),
  aside: z.boolean(),
});
export type ReviewProposal = z.infer<typeof ReviewProposal>;

/** What two readings of one item are compared by. */
export const ComparedField = z.enum([
  "words",
  "lead",
  "partners",
  "due",
  "value",
  "scope",
  "frequency",
  "receiver",
  "year",
  "refers",
  "date",
  "issuer",
]);
export type ComparedField = z.infer<typeof ComparedField>;

/** One side of a pair: the item's words and where they stand. */
const Side = z.object({ id: z.string(), line: z.number().int().nullable(), section: z.string().nullable(), text: z.string() });

export const ComparedItem = z.object({
  /** `moved`: the same elsewhere; `split`: `parts` are what became of `one`; `joined`: `parts` are what went into `other`. */
  how: z.enum(["same", "moved", "changed", "split", "joined", "new", "gone"]),
  kind: ItemKind,
  one: Side.nullable(),
  other: Side.nullable(),
  parts: z.array(Side),
  /** It stands elsewhere among the items that both documents have; numbers alone move nothing. */
  moved: z.boolean(),
  /** 0–1, how alike the words of the two are; null where one does not stand against one. */
  likeness: z.number().nullable(),
  differences: z.array(z.object({ field: ComparedField, one: z.string().nullable(), other: z.string().nullable() })),
  words: z.array(z.object({ how: z.enum(["same", "gone", "new"]), text: z.string() })).nullable(),
});
export type ComparedItem = z.infer<typeof ComparedItem>;

const counts = z.record(ComparedItem.shape.how, z.number().int());

/** `reading`: null for the items as they stand; the compiler's version when two readings of one text are compared. */
const Version = z.object({ document: Copy, reading: z.string().nullable() });

export const Comparison = z.object({ one: Version, other: Version, counts, items: z.array(ComparedItem) });
export type Comparison = z.infer<typeof Comparison>;

const read = { method: "GET", access: "document:view", tag: "documents" } as const;
const number = z.string().trim().min(1).max(100);
const printedDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** The register as a graph. Everything is as this person sees it: what they may not read is named and counted nowhere. */
export const registerContract = {
  chain: endpoint({ ...read, path: "/register/chain", summary: "Read who carries out a document and what it stands on" })
    .input(
      z
        .object({
          document: z.uuid().optional(),
          number: number.optional(),
          /** Of a law that is cited by its title alone. */
          title: z.string().trim().min(1).max(300).optional(),
          date: printedDate.optional(),
        })
        .refine(({ document, number: cited, title }) => [document, cited, title].filter((given) => given !== undefined).length === 1, {
          message:
            "Cần một trong ba: văn bản trong sổ, số và ký hiệu, hoặc tên luật. / Give one of three: a document, a number or the title of a law.",
        }),
    )
    .output(Chain),
  wanted: endpoint({ ...read, path: "/register/wanted", summary: "List documents that are cited and not in the register" })
    .input(
      z.object({
        page: z.coerce.number().int().min(1).max(1000).default(1),
        /** Cited by at least so many documents. */
        least: z.coerce.number().int().min(1).max(1000).default(1),
        aside: z.stringbool().default(false),
      }),
    )
    .output(z.object({ items: z.array(WantedDocument), total: z.number().int(), pageSize: z.number().int() })),
  reviewsDue: endpoint({ ...read, path: "/register/reviews-due", summary: "List reviews that fall due in a year, as proposals" })
    .input(z.object({ year: z.coerce.number().int().min(1990).max(2199) }))
    .output(z.object({ items: z.array(ReviewProposal) })),
  setProposalAside: endpoint({
    method: "POST",
    access: "document:review",
    tag: "documents",
    path: "/register/set-aside",
    summary: "Set a proposal of the register aside for one's unit, or take it back",
  })
    .input(z.object({ proposal: z.string().min(3).max(300), aside: z.boolean() }))
    .output(z.object({ proposal: z.string(), aside: z.boolean() })),
  compare: endpoint({ ...read, path: "/register/comparison", summary: "Compare two registered documents item by item" })
    .input(z.object({ one: z.uuid(), other: z.uuid() }))
    .output(Comparison),
  compareReadings: endpoint({
    ...read,
    path: "/documents/{id}/readings",
    summary: "Compare the present reading of a document with the one before it",
    description: "Null for a text that was read once.",
  })
    .input(z.object({ id: z.uuid() }))
    .output(Comparison.nullable()),
};
