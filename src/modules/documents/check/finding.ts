import { z } from "zod";
import { Span } from "../compile/plan.ts";

/**
 * What a check of a text asks about. Browser-safe. A finding is a question to the person who writes or reads the text,
 * never a verdict: the words of `reason` end in a question mark.
 */

/** `wrong`: cannot be meant so (31/6, a part greater than its whole); `look`: read it again; `hint`: habit of the form, or a draft's blanks. */
export const Severity = z.enum(["wrong", "look", "hint"]);
export type Severity = z.infer<typeof Severity>;

export const Family = z.enum(["format", "reference", "obligation", "reorganised"]);
export type Family = z.infer<typeof Family>;

const Said = z.object({ vi: z.string(), en: z.string() });

export const Finding = z.object({
  /** Names the question across readings of the same text: a person sets it aside by this. Lines may move, words may not. */
  key: z.string(),
  /** "format/date-padding"; its family is what stands before the stroke. */
  rule: z.string(),
  family: Family,
  severity: Severity,
  /** Where to look first; null for what the text lacks. */
  place: Span.nullable(),
  /** Every place of the same question, `place` first: "47 tasks name no lead" is one finding. */
  places: z.array(Span),
  /** The words at `place`, cut; null without one. */
  quote: z.string().nullable(),
  reason: Said,
  /** The rule or document that the question stands on. */
  basis: Said,
  mend: Said.nullable(),
});
export type Finding = z.infer<typeof Finding>;
