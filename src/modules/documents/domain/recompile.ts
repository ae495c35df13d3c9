import { fold } from "../../../kernel/text.ts";
import type { ItemState } from "../contract.ts";
import type { Proposal } from "./items.ts";

type Known = {
  id: string;
  kind: Proposal["kind"];
  compiledId: string | null;
  line: number | null;
  quote: string | null;
  state: ItemState;
  isAdded: boolean;
};

/** What a new reading changes: rows to refresh in place, rows to take away, proposals to put in. */
export type Merge = { refresh: { id: string; proposal: Proposal }[]; remove: string[]; insert: Proposal[] };

/**
 * Reads a document again without losing what people did. Whatever somebody decided (accepted, corrected, dropped, added)
 * stays exactly as it is, and a new proposal for the same words is not put beside it; undecided items follow the new
 * compiler.
 */
export function mergeReading(known: readonly Known[], fresh: readonly Proposal[]): Merge {
  const merge: Merge = { refresh: [], remove: [], insert: [] };
  const byPlace = new Map<string, Known[]>();
  for (const item of known) for (const key of placesOf(item)) byPlace.set(key, [...(byPlace.get(key) ?? []), item]);
  const met = new Set<string>();
  for (const proposal of fresh) {
    const same = placesOf(proposal)
      .flatMap((key) => byPlace.get(key) ?? [])
      .find(({ id }) => !met.has(id));
    if (!same) {
      merge.insert.push(proposal);
      continue;
    }
    met.add(same.id);
    if (same.state === "proposed") merge.refresh.push({ id: same.id, proposal });
  }
  merge.remove = known.filter(({ id, state }) => state === "proposed" && !met.has(id)).map(({ id }) => id);
  return merge;
}

/** The same item of two readings: by the words it begins with on its line, else by the compiler's id on that line. */
function placesOf({ kind, compiledId, line, quote }: Pick<Known, "kind" | "compiledId" | "line" | "quote">): string[] {
  if (kind === "header") return [`header#${compiledId}`];
  const words = quote === null ? [] : [`${kind}@${line}:${fold(quote).slice(0, 40)}`];
  return compiledId === null ? words : [...words, `${kind}@${line}#${compiledId}`];
}
