import { fold } from "../../../src/kernel/text.ts";
import type { Item, ItemKind, Unresolved } from "../../../src/modules/documents/contract.ts";

/** Why a person should look closely at an item. */
export type Doubt =
  | { kind: "unknown"; words: string }
  | { kind: "no-lead" }
  | { kind: "date" }
  | { kind: "read" }
  /** A field of the header that the text does not seem to have. */
  | { kind: "missing" };

export type Doubts = ReadonlyMap<string, Doubt[]>;

export type Filter = "ask" | "open" | "doubt" | "all" | "dropped" | ItemKind;
export type Order = "text" | "doubt";

/** From here on an item is taken to be read with certainty: of such items 95 of 100 are right. Below it a person is asked. */
export const CERTAIN = 0.9;

/** Missing a symbol or a parent body is ordinary; missing one of these is worth a look. */
export const expectedFields = new Set(["docType", "number", "date", "issuer", "subject"]);

/**
 * What is doubtful about each item that is not dropped. A person's own words are not doubted as read, only as not resolved.
 * `kept`: what a person wants left as printed (`keeping` in questions.ts).
 */
export function doubtsOf(items: readonly Item[], unresolved: Unresolved | undefined, kept: ReadonlySet<string> = new Set()): Doubts {
  const unknown = new Map(
    unresolved?.unknownLeads.map(({ item, expressions }) => [
      item,
      expressions.filter((words) => !kept.has(`who:${fold(words)}`)).join("; "),
    ]),
  );
  const withoutLead = new Set(unresolved?.withoutLead);
  const dates = new Set(unresolved?.dates.map(({ item }) => item));
  const doubts = new Map<string, Doubt[]>();
  for (const item of items) {
    if (item.state === "dropped") continue;
    const found: Doubt[] = [];
    const words = unknown.get(item.id);
    if (words) found.push({ kind: "unknown", words });
    if (withoutLead.has(item.id) && !kept.has(`lead:${item.id}`)) found.push({ kind: "no-lead" });
    if (dates.has(item.id) && !kept.has(`date:${item.id}`)) found.push({ kind: "date" });
    if (item.state === "proposed" && item.confidence !== null && item.confidence < CERTAIN) found.push({ kind: "read" });
    if (item.state === "proposed" && item.kind === "header" && item.value.text === null && expectedFields.has(item.value.field))
      found.push({ kind: "missing" });
    if (found.length > 0) doubts.set(item.id, found);
  }
  return doubts;
}

const weight: Record<Doubt["kind"], number> = { unknown: 4, "no-lead": 3, date: 2, missing: 2, read: 1 };

/** The heavier, the more a wrong item would cost; among equals the compiler's own doubt decides. */
function doubtWeight(item: Item, doubts: Doubts): number {
  const sum = (doubts.get(item.id) ?? []).reduce((total, { kind }) => total + weight[kind], 0);
  return sum + (1 - (item.confidence ?? 1));
}

const kindRank: Record<ItemKind, number> = { header: 0, citation: 1, target: 2, task: 3, reporting: 4, event: 5 };

/** By place in the text; what stands nowhere in it (empty fields of the header) stands with its kind at the beginning. */
export function inTextOrder(items: readonly Item[]): Item[] {
  const place = (item: Item) => (item.kind === "header" ? -1 : (item.line ?? 0));
  return items.toSorted((one, other) => {
    // The fields of a header keep the order in which the server lists them.
    if (one.kind === "header" && other.kind === "header") return 0;
    return place(one) - place(other) || (one.span?.start ?? 0) - (other.span?.start ?? 0) || kindRank[one.kind] - kindRank[other.kind];
  });
}

export function ordered(items: readonly Item[], order: Order, doubts: Doubts): Item[] {
  const byText = inTextOrder(items);
  return order === "text" ? byText : byText.toSorted((one, other) => doubtWeight(other, doubts) - doubtWeight(one, doubts));
}

export function matches(item: Item, filter: Filter, doubts: Doubts): boolean {
  switch (filter) {
    // What stands under the question is the question's.
    case "ask":
      return false;
    case "all":
      return item.state !== "dropped";
    case "open":
      return item.state === "proposed";
    case "doubt":
      return item.state === "proposed" && doubts.has(item.id);
    case "dropped":
      return item.state === "dropped";
    default:
      return item.kind === filter && item.state !== "dropped";
  }
}

/** A field of the header that many documents do without, and this one does. */
export const isOptionalEmpty = (item: Item): boolean =>
  item.state === "proposed" && item.kind === "header" && item.value.text === null && !expectedFields.has(item.value.field);

/** Undecided, surely read, nothing to look at: what may be accepted together. */
export const isCertain = (item: Item, doubts: Doubts): boolean =>
  item.state === "proposed" && !doubts.has(item.id) && ((item.confidence ?? 0) >= CERTAIN || isOptionalEmpty(item));
