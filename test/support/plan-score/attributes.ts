/** What is counted of a matched pair beside its being found: who, when, how much. */
import type { CompiledPlan } from "../../../src/modules/documents/compile/index.ts";
import type { Counted } from "./compare.ts";
import { bare, folded, jaccard, namesFound, overlap } from "./compare.ts";
import type { Gold, GoldDue, GoldItem, Kind } from "./gold.ts";
import type { Item } from "./match.ts";

export type Share = { ok: number; of: number };
export type Attribute = Share | Counted;

const share = (ok: boolean): Share => ({ ok: Number(ok), of: 1 });

function sameDue(gold: GoldDue | undefined, due: GoldDue | undefined): boolean {
  return (
    (gold?.kind ?? "none") === (due?.kind ?? "none") &&
    (gold?.date ?? null) === (due?.date ?? null) &&
    (gold?.kind !== "recurring" || overlap(gold.rule ?? "", due?.rule ?? "") >= 0.5)
  );
}

const f1 = ({ hits, gold, found }: Counted): number => (gold + found === 0 ? 1 : (2 * hits) / (gold + found));

export const attributes: Record<Kind, (gold: GoldItem, item: Item) => Record<string, Attribute>> = {
  citations: (g, i) => ({
    type: share(folded(g.type) === folded(i.type)),
    ...(g.date ? { date: share(g.date === i.date) } : {}),
    ...(g.issuer ? { issuer: share(overlap(g.issuer, i.issuer) >= 0.6) } : {}),
  }),
  targets: (g, i) => ({
    comparator: share(g.comparator === i.comparator || [g, i].every(({ comparator }) => comparator === ">=" || comparator === "range")),
    scope: share(overlap(g.scope, i.scope) >= 0.5),
    ...((g.frequency ?? "none") === "none"
      ? { noFrequency: share((i.frequency ?? "none") === "none") }
      : { frequency: share(g.frequency === i.frequency) }),
    ...(g.deadline ? { deadline: share(g.deadline === i.deadline) } : { noDeadline: share(!i.deadline) }),
  }),
  tasks(g, i) {
    const lead = namesFound(g.lead, i.lead);
    const other = g.leadAlt === undefined ? lead : namesFound(g.leadAlt, i.lead);
    const right = sameDue(g.due, i.due) || (g.dueAlt !== undefined && sameDue(g.dueAlt, i.due));
    return {
      lead: f1(other) > f1(lead) ? other : lead,
      coordinate: namesFound(g.coordinate, i.coordinate),
      ...((g.due?.kind ?? "none") === "none" ? { noDue: share(right) } : { due: share(right) }),
    };
  },
  reporting: (g, i) => ({ due: share(sameDue(g.due, i.due)), via: share(overlap(g.via ?? "", i.via ?? "") >= 0.5) }),
  events: (g, i) => ({
    ...(g.year ? { year: share(g.year === i.year) } : {}),
    ...(g.refers ? { refers: share(bare(g.refers) === bare(i.refers)) } : {}),
  }),
  outline: (g, i) => ({ level: share(g.level === i.level), kind: share(g.kind === i.kind) }),
};

/** Whether everything that is counted of the pair is right. */
export function whollyRight(kind: Kind, gold: GoldItem, item: Item): boolean {
  return Object.values(attributes[kind](gold, item)).every((value) => ("of" in value ? value.ok === value.of : f1(value) === 1));
}

export function headerFields(gold: NonNullable<Gold["header"]>, found: CompiledPlan["header"]): Record<string, Share> {
  const recipients = namesFound(gold.recipients, found.recipients);
  return {
    docType: share(folded(gold.docType) === folded(found.docType)),
    number: share(bare(gold.number) === bare(found.number)),
    date: share((gold.date ?? null) === found.date),
    place: share(folded(gold.place) === folded(found.place)),
    issuer: share(gold.issuer ? jaccard(gold.issuer, found.issuer) >= 0.75 : !found.issuer),
    subject: share(jaccard(gold.subject, found.subject) >= 0.8),
    signer: share(folded(gold.signer?.name) === folded(found.signer?.name)),
    recipients: share(recipients.gold + recipients.found === 0 || f1(recipients) >= 0.8),
  };
}
