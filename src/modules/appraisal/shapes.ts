import { z } from "zod";
import { plain } from "../../kernel/decimals.ts";
import { nfc } from "../../kernel/text.ts";
import { isCalendarDate } from "../../kernel/time/index.ts";

export const TextOut = z.object({ vi: z.string(), en: z.string() });
export const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
export const words = (max: number, min = 0) => z.string().trim().min(min).max(max).transform(nfc);
export const id = z.uuid();
export const version = z.coerce.number().int().min(1);

/** Points as people type them ("8,5" or "8.5"), at most two decimals; decimal strings with a point on the way out. */
export const Points = z
  .string()
  .trim()
  .regex(/^\d{1,4}(?:[.,]\d{1,2})?$/, { error: "0–9999,99" })
  .transform((typed) => plain(typed.replace(",", ".")));

/** What a rubric is made for. */
export const ratedKinds = [
  "collective",
  "individual",
  "friendly-government",
  "commune",
  "agency",
  "enterprise",
  "front",
  "area-board",
  "emulation",
  "other",
] as const;
export const Rated = z.enum(ratedKinds);
export type Rated = z.infer<typeof Rated>;

/** Stable within a family of editions, so that editions can be compared line by line. */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** A criterion. `max` null: answered by yes or no, without points. */
export const Line = z.object({
  key,
  text: words(2000, 1),
  max: Points.nullable(),
  evidence: words(1000).default(""),
  guidance: words(2000).default(""),
});
export type Line = z.infer<typeof Line>;

export const RubricSection = z.object({ title: words(500, 1), lines: z.array(Line).min(1).max(60) });
export type RubricSection = z.infer<typeof RubricSection>;

/**
 * From how many points (of a rubric without points: from how many criteria met) the word is given. `counts`: reached, for the
 * share over all units. `noZero`: not given when a criterion got nothing.
 */
export const Outcome = z.object({
  from: Points,
  word: words(80, 1),
  counts: z.boolean().default(true),
  noZero: z.boolean().default(false),
});
export type Outcome = z.infer<typeof Outcome>;

export const RubricContent = z.object({
  /** Must be met before any points are given. */
  qualifying: z.array(Line).max(30).default([]),
  sections: z.array(RubricSection).min(1).max(30),
  bonus: z.array(Line).max(20).default([]),
  penalty: z.array(Line).max(20).default([]),
  /** Highest first. */
  outcomes: z.array(Outcome).min(1).max(10),
  /** The word for those that do not qualify, or stay below every threshold. */
  unmet: words(80, 1),
});
export type RubricContent = z.infer<typeof RubricContent>;

export const RubricState = z.enum(["draft", "published"]);
export type RubricState = z.infer<typeof RubricState>;

export const Purpose = z.enum(["appraisal", "emulation"]);
export type Purpose = z.infer<typeof Purpose>;

export const RoundState = z.enum(["draft", "open", "closed", "cancelled"]);
export type RoundState = z.infer<typeof RoundState>;

export const Final = z.enum(["mean", "agreed"]);
export type Final = z.infer<typeof Final>;

/** `named` has no record anywhere: an enterprise of the commune, for instance. */
export const subjectKinds = ["unit", "exemplar", "candidate", "named"] as const;
export const SubjectKind = z.enum(subjectKinds);
export type SubjectKind = z.infer<typeof SubjectKind>;

export const SubjectState = z.enum(["self", "sent", "returned", "failed", "judging", "opened", "concluded"]);
export type SubjectState = z.infer<typeof SubjectState>;

export const Part = z.enum(["head", "secretary", "member"]);
export type Part = z.infer<typeof Part>;

export const SheetState = z.enum(["draft", "sent", "recused", "replaced"]);
export type SheetState = z.infer<typeof SheetState>;

/** A thing that the evidence refers to. `address`: a page elsewhere, in `id`. */
export const Link = z.object({
  kind: z.enum(["document", "activity", "picture", "exemplar", "address"]),
  id: words(500, 1),
  label: words(300, 1),
});
export type Link = z.infer<typeof Link>;

/** What a line was given: points, or yes or no where it has none. */
export const Mark = z.object({ points: z.string().nullable(), met: z.boolean().nullable(), comment: z.string() });
export type Mark = z.infer<typeof Mark>;
export type Marks = Record<string, Mark>;

export const MarkIn = z.object({
  line: key,
  points: Points.nullish(),
  met: z.boolean().nullish(),
  comment: words(2000).default(""),
});
export type MarkIn = z.infer<typeof MarkIn>;

export const SelfLineIn = z.object({
  line: key,
  points: Points.nullish(),
  met: z.boolean().nullish(),
  evidence: words(4000).default(""),
  links: z.array(Link).max(20).default([]),
});
export type SelfLineIn = z.infer<typeof SelfLineIn>;
