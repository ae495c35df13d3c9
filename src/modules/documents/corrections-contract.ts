import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { UnitRef } from "../units/contract.ts";
import { CitationValue, Due, EventValue, HeaderField, HeaderValue, ItemKind, ReportingValue, TargetValue, TaskValue } from "./values.ts";

const decidedDue = Due.pick({ kind: true, date: true, rule: true, recurrence: true });

/** What a person decided about words that were read wrongly (domain/corrections.ts says what each aspect means). */
export const Correction = z.discriminatedUnion("aspect", [
  z.object({ aspect: z.literal("body"), from: z.string(), to: z.array(z.string()) }),
  z.object({ aspect: z.literal("lead"), from: z.string(), to: z.array(z.string()) }),
  z.object({ aspect: z.literal("due"), from: z.string(), to: decidedDue }),
  z.object({ aspect: z.literal("header"), field: HeaderField, from: z.string(), to: z.string() }),
  z.object({ aspect: z.literal("opening"), kind: ItemKind, from: z.string() }),
  z.object({ aspect: z.literal("heading"), kind: ItemKind, from: z.string() }),
  z.object({ aspect: z.literal("citation"), from: z.string(), to: CitationValue.partial() }),
  z.object({ aspect: z.literal("event"), from: z.string(), to: EventValue.pick({ kind: true, recurrence: true }).partial() }),
]);
export type Correction = z.infer<typeof Correction>;

/** A correction with whose it is and where it comes from. `document` is its label ("Kế hoạch 12/KH … ngày …"). */
export const Remembered = z.object({
  id: z.uuid(),
  correction: Correction,
  issuerUnit: UnitRef.nullable(),
  document: z.object({ id: z.uuid(), label: z.string() }),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
  /** Not offered any more. */
  silenced: z.boolean(),
});
export type Remembered = z.infer<typeof Remembered>;

const AnyValue = z.union([TaskValue, TargetValue, ReportingValue, CitationValue, EventValue, HeaderValue]);

/** A remembered correction and what it would make of items that nobody has decided: a value, or null to leave the item out. */
export const CorrectionOffer = z.object({
  remembered: Remembered,
  /** Learnt in this same document. */
  here: z.boolean(),
  items: z.array(z.object({ item: z.uuid(), value: AnyValue.nullable() })),
});
export type CorrectionOffer = z.infer<typeof CorrectionOffer>;

const one = z.object({ correction: z.uuid() });
const act = { access: "document:review", tag: "documents" } as const;

/** Part of the documents' contract. */
export const correctionsContract = {
  offers: endpoint({
    method: "GET",
    path: "/documents/{id}/offers",
    access: "document:view",
    tag: "documents",
    summary: "Read which remembered corrections of the issuer would change this document's items",
  })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ offers: z.array(CorrectionOffer) })),
  remembered: endpoint({
    method: "GET",
    path: "/document-corrections",
    access: "document:view",
    tag: "documents",
    summary: "List what one's own unit has corrected and remembers",
  })
    .input(z.object({ document: z.uuid().optional() }))
    .output(z.object({ remembered: z.array(Remembered) })),
  setCorrectionSilent: endpoint({
    ...act,
    method: "PUT",
    path: "/document-corrections/{correction}/silent",
    summary: "Do not offer a remembered correction again, or offer it again",
  })
    .input(one.extend({ silent: z.boolean() }))
    .output(Remembered),
  forgetCorrection: endpoint({
    ...act,
    method: "DELETE",
    path: "/document-corrections/{correction}",
    summary: "Remove a remembered correction",
  })
    .input(one)
    .output(z.object({ removed: z.literal(true) })),
};
