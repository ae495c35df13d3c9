import type { ItemState } from "../contract.ts";

export type Decision = "accept" | "correct" | "drop" | "restore" | "split";

/**
 * What a person may do with an item, by its state. `restore` puts back what the compiler read, undecided; an item that a
 * person added has nothing to go back to but itself. An answer that concerns many items amends them: their value changes and
 * they stay undecided; accepted then, they were corrected.
 */
export const decisions = {
  proposed: { accept: "accepted", correct: "corrected", drop: "dropped", split: "dropped" },
  accepted: { correct: "corrected", drop: "dropped", restore: "proposed", split: "dropped" },
  corrected: { correct: "corrected", drop: "dropped", restore: "proposed", split: "dropped" },
  added: { correct: "added", drop: "dropped", split: "dropped" },
  dropped: { restore: "proposed" },
} as const satisfies Record<ItemState, Partial<Record<Decision, ItemState>>>;

/** The state after a decision, or null when it makes no sense here. */
export function decided(item: { state: ItemState; isAdded: boolean; isAmended?: boolean }, decision: Decision): ItemState | null {
  if (item.state === "proposed" && item.isAmended) {
    if (decision === "accept") return "corrected";
    if (decision === "restore") return "proposed";
  }
  const possible: Partial<Record<Decision, ItemState>> = decisions[item.state];
  const next = possible[decision] ?? null;
  return next === "proposed" && item.isAdded ? "added" : next;
}
