import type { EvidenceKind } from "../../../src/modules/exemplars/life/domain.ts";
import type { detailsOf } from "../../../src/modules/exemplars/life/contract.ts";
import type { say } from "./messages.ts";

type Details = { [K in EvidenceKind]: keyof (typeof detailsOf)[K]["shape"] };
type Field<Key> = { key: Key; label: Parameters<typeof say>[0]; type: "lines" | "line" | "count" | "scope" };

/** The small fields of each kind, in the order in which they are asked for and shown. */
export const fieldsOf: { [K in EvidenceKind]: readonly Field<Details[K]>[] } = {
  survey: [
    { key: "asked", label: "asked", type: "count" },
    { key: "favourable", label: "favourable", type: "lines" },
    { key: "difficult", label: "difficult", type: "lines" },
  ],
  plan: [{ key: "milestones", label: "milestones", type: "lines" }],
  assign: [{ key: "duties", label: "duties", type: "lines" }],
  communicate: [
    { key: "form", label: "form", type: "line" },
    { key: "turns", label: "turns", type: "count" },
  ],
  launch: [
    { key: "commitments", label: "commitments", type: "lines" },
    { key: "duties", label: "launchDuties", type: "lines" },
    { key: "output", label: "output", type: "lines" },
  ],
  visit: [
    { key: "visitors", label: "visitors", type: "line" },
    { key: "conclusion", label: "conclusion", type: "lines" },
  ],
  inspect: [
    { key: "visitors", label: "visitors", type: "line" },
    { key: "conclusion", label: "conclusion", type: "lines" },
  ],
  review: [
    { key: "scope", label: "scope", type: "scope" },
    { key: "results", label: "results", type: "lines" },
    { key: "shortcomings", label: "shortcomings", type: "lines" },
    { key: "lessons", label: "lessons", type: "lines" },
  ],
  lesson: [],
  note: [],
};

/** Of any kind, as the form and the list walk over them. */
export const anyFields = (kind: EvidenceKind): readonly Field<string>[] => fieldsOf[kind] as readonly Field<string>[];

/** The step whose evidence a kind is. */
export const stepOfKind: Partial<Record<string, 1 | 2 | 3 | 4>> = {
  survey: 1,
  plan: 2,
  assign: 2,
  communicate: 2,
  launch: 2,
  visit: 3,
  inspect: 3,
  review: 4,
  lesson: 4,
};
