import { z } from "zod";

/**
 * What a report is made of, before figures are put in. Browser-safe.
 *
 * Sentences, headings and cells hold figure tokens: `{{I012}}` (value with its unit of measure), `{{I012:economy}}` (one
 * member of a dimension), `{{activity/training/turns}}` (computed from the journal), each with an optional part after a
 * bar; `TokenPart` lists them.
 */
export const TokenPart = z.enum([
  /** "05 cuộc" */
  "value",
  /** "05" */
  "number",
  /** ", đạt 112 % kế hoạch, tăng 3 cuộc (15,2 %) so với cùng kỳ năm 2025"; empty where there is nothing to compare with. */
  "compare",
  /** ", đạt 112 % kế hoạch" */
  "target",
  /** ", tăng 3 cuộc (15,2 %) so với cùng kỳ năm 2025" */
  "change",
  /** ", giảm 2 cuộc so với quý trước" */
  "last",
]);
export type TokenPart = z.infer<typeof TokenPart>;

/** "I012", "I012:economy" or "activity/training/turns". */
export const FigureRef = z.string().regex(/^(?:I\d{3,6}(?::[a-z0-9-]{1,60})?|[a-z][a-z0-9-]*(?:\/[A-Za-z0-9-]+)+)$/);
export type FigureRef = z.infer<typeof FigureRef>;

const BlockId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const Line = z.string().trim().min(1).max(2000);
const Prose = z.string().max(20_000);

const Heading = z.object({ kind: z.literal("heading"), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: Line });

/** A standing sentence: one paragraph. Left out by itself when it has figures and none of them is known. */
const Sentence = z.object({
  kind: z.literal("sentence"),
  text: Line,
  /** Printed with a dash in front, as one of a list. */
  dash: z.boolean().default(false),
  dropped: z.boolean().default(false),
});

/** Free text of the editor; an empty line begins a new paragraph, a line that begins with "-" is an item. */
const FreeText = z.object({ kind: z.literal("text"), text: Prose });

/** What a unit wrote, or an activity of its journal, that the editor keeps (shortened or not) or has put aside. */
export const Piece = z.object({
  /** `submission:…` or `activity:…`, stable: what was put aside is not offered again. */
  key: z.string().min(1).max(200),
  unitName: z.string().min(1).max(300),
  text: z.string().max(5000),
  state: z.enum(["kept", "dropped"]),
  /** Whether the unit is named after the text: "(xã Bình Lâm)". */
  named: z.boolean().default(true),
});
export type Piece = z.infer<typeof Piece>;

const Narrative = z.object({
  kind: z.literal("narrative"),
  /** What to write here, for the editor only. */
  guidance: z.string().max(2000).default(""),
  /** The editor's own words; pieces that are kept follow. */
  text: Prose.default(""),
  gathers: z
    .object({
      /** Section ids of the round's form. */
      sections: z.array(z.string().max(100)).max(60).default([]),
      /** Kinds of activities (codes of the journal). */
      kinds: z.array(z.string().max(60)).max(60).default([]),
    })
    .prefault({}),
  pieces: z.array(Piece).max(1000).default([]),
});

/** One row per figure: this period, the same a year before, change, target, share of the target. */
const FigureTable = z.object({
  kind: z.literal("table"),
  title: z.string().trim().max(500).default(""),
  rows: z.array(z.object({ ref: FigureRef, label: z.string().trim().max(500).default("") })).max(500),
  columns: z.array(z.enum(["value", "yearBefore", "change", "last", "target", "share"])).default(["value", "yearBefore", "change"]),
});

/** One row per unit below, one column per figure; on pages of its own. */
const AnnexBlock = z.object({
  kind: z.literal("annex"),
  title: Line,
  landscape: z.boolean().default(true),
  columns: z
    .array(z.object({ ref: FigureRef, label: z.string().trim().max(300).default("") }))
    .min(1)
    .max(40),
});

/** A block of a template. */
export const BlockContent = z.discriminatedUnion("kind", [Heading, Sentence, FreeText, Narrative, FigureTable, AnnexBlock]);
export type BlockContent = z.infer<typeof BlockContent>;
export type BlockDraft = z.input<typeof BlockContent>;

/** A block of a report. `version` counts its own changes: two editors of two blocks do not meet. */
export const Block = z.object({ id: BlockId, version: z.number().int().min(1), content: BlockContent });
export type Block = z.infer<typeof Block>;

/** `put` of an id that is not there adds it after `after` (null: at the beginning). `version` is the one that was seen. */
export const BlockChange = z.discriminatedUnion("act", [
  z.object({ act: z.literal("add"), id: BlockId, after: BlockId.nullable(), content: BlockContent }),
  z.object({ act: z.literal("put"), id: BlockId, version: z.number().int().min(1), content: BlockContent }),
  z.object({ act: z.literal("move"), id: BlockId, after: BlockId.nullable() }),
  z.object({ act: z.literal("remove"), id: BlockId, version: z.number().int().min(1) }),
]);
export type BlockChange = z.infer<typeof BlockChange>;
