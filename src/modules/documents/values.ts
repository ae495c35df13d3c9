import { z } from "zod";
import * as plan from "./compile/plan.ts";

/**
 * What was read out of a document, one value per item of the review: a compiled plan (`compile/plan.ts`) cut into pieces
 * that a person can accept, correct or drop one at a time, each without its place in the text (that stands on the item).
 */

/**
 * A deadline. `text` is how the document words it ("trước ngày 10/12/2026") and is what screens show first;
 * `lastDay` is the last day on which it is still kept (2026-12-09), null while no day can be computed. The server
 * computes `lastDay` again whenever a person changes `date` or `rule`.
 */
export const Due = plan.Due.extend({ text: z.string().nullable(), lastDay: z.string().nullable() });
export type Due = z.infer<typeof Due>;

export const headerFields = [
  "docType",
  "number",
  "symbol",
  "date",
  "place",
  "issuer",
  "issuerParent",
  "subject",
  "signerRole",
  "signerName",
  "recipients",
] as const;
export const HeaderField = z.enum(headerFields);
export type HeaderField = z.infer<typeof HeaderField>;

/** One field of the header. Recipients stand one per line; the date may lack its day ("2026-12"). */
export const HeaderValue = z.object({ field: HeaderField, text: z.string().nullable() });

const place = { id: true, line: true, quote: true, span: true, rule: true, confidence: true } as const;

export const CitationValue = plan.Citation.omit({ ...place, alsoLines: true });

/** `deadlineText`: the deadline in the document's words. */
export const TargetValue = plan.Target.omit(place).extend({ deadlineText: z.string().nullable(), lastDay: z.string().nullable() });

/** `text`: the whole duty in the document's words, of which the quote is the beginning. */
export const TaskValue = plan.Task.omit(place).extend({ text: z.string(), due: Due });

export const ReportingValue = plan.Reporting.omit(place).extend({ due: Due });

export const EventValue = plan.PlanEvent.omit(place);

export type HeaderValue = z.infer<typeof HeaderValue>;
export type CitationValue = z.infer<typeof CitationValue>;
export type TargetValue = z.infer<typeof TargetValue>;
export type TaskValue = z.infer<typeof TaskValue>;
export type ReportingValue = z.infer<typeof ReportingValue>;
export type EventValue = z.infer<typeof EventValue>;

export const itemKinds = ["header", "citation", "target", "task", "reporting", "event"] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;
