import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import { kinds } from "./names.ts";
import { doubtsOf, isCertain, matches, ordered, type Filter, type Order } from "./order.ts";

const filters: Filter[] = ["ask", "open", "doubt", "all", "dropped", ...kinds];

/**
 * The list at the right: filter and order (kept in the address), counts, and which items are shown. An item that is decided
 * while it is listed stays in its place, so that the list does not jump under the hand; the next change of filter lets it go.
 */
export function useList(
  items: readonly Item[],
  unresolved: Unresolved | undefined,
  { start, kept: asPrinted }: { start: Filter; kept: ReadonlySet<string> },
) {
  const search = useSearch({ from: "/staff/documents/$documentId/review" });
  const navigate = useNavigate({ from: "/documents/$documentId/review" });
  const filter = filters.find((each) => each === search.filter) ?? start;
  const order: Order = search.order === "doubt" ? "doubt" : "text";
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());

  const doubts = useMemo(() => doubtsOf(items, unresolved, asPrinted), [items, unresolved, asPrinted]);

  // Sorted anew when the view, the set of items or what is known about units changes, not at each decision.
  const key = [order, filter, items.length, unresolved === undefined].join();
  const [sequence, setSequence] = useState<{ key: string; ids: string[] }>({ key: "", ids: [] });
  if (sequence.key !== key) setSequence({ key, ids: ordered(items, order, doubts).map(({ id }) => id) });

  const shown = useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]));
    return sequence.ids.flatMap((id) => {
      const item = byId.get(id);
      return item && (matches(item, filter, doubts) || kept.has(id)) ? [item] : [];
    });
  }, [items, sequence, filter, doubts, kept]);

  const counts = useMemo(
    () =>
      Object.fromEntries(filters.map((each) => [each, items.filter((item) => matches(item, each, doubts)).length])) as Record<
        Filter,
        number
      >,
    [items, doubts],
  );
  const certain = useMemo(() => items.filter((item) => isCertain(item, doubts)), [items, doubts]);

  const go = (change: { filter?: Filter; order?: Order }) => {
    setKept(new Set());
    void navigate({ search: (before: { filter?: string; order?: string }) => ({ ...before, ...change }), replace: true });
  };
  return {
    filter,
    order,
    doubts,
    shown,
    counts,
    certain,
    keep: (id: string) => setKept((before) => new Set(before).add(id)),
    // "Needs a look" begins with what needs it most.
    setFilter: (next: Filter) =>
      go({ filter: next, ...(next === "doubt" ? { order: "doubt" as const } : filter === "doubt" ? { order: "text" as const } : {}) }),
    setOrder: (next: Order) => go({ order: next }),
  };
}
