import { inTextOrder } from "../order.ts";
import type { Item } from "../../../../src/modules/documents/contract.ts";
import { sections } from "./headings.ts";
import { alone, isDoubtful, sum, type Given, type Question, type Weigh } from "./question.ts";

/** A chapter with more tasks than this is asked about heading by heading. */
const AT_ONCE = 8;

type Group = { key: string; words: string; items: Item[]; divisible: boolean };

/** Who leads tasks that name nobody: once for a run of tasks under one heading. */
export function leadQuestions(given: Given, offers: readonly Question[], weigh: Weigh): Question[] {
  const settled = new Set(offers.flatMap(({ items }) => items.map(({ id }) => id)));
  const without = inTextOrder(given.items).filter(
    (item) =>
      item.kind === "task" &&
      (item.state === "proposed" || item.state === "accepted") &&
      item.value.lead.length === 0 &&
      !settled.has(item.id) &&
      !given.kept.has(`lead:${item.id}`),
  );
  return groups(without, given)
    .filter(({ items }) => !items.some(isDoubtful))
    .map((group) => ({ ...group, kind: "lead", value: 0.8 * sum(group.items, weigh) }));
}

/** By chapter, or (a long chapter, or one that is divided) by the innermost heading, then one by one. */
function groups(items: readonly Item[], { outline, divided }: Pick<Given, "outline" | "divided">): Group[] {
  const isAlone = ({ id }: Item) => divided.has(alone("lead", id));
  const single = (item: Item, words: string): Group => ({ key: `lead:${item.id}`, words, items: [item], divisible: false });
  const split = (key: string, words: string, list: Item[], deeper: boolean): Group[] => {
    const inner = deeper ? sections(list, outline, (over) => over.at(-1)) : [];
    const byPart = inner.length > 1 && (divided.has(key) || list.length > AT_ONCE);
    if (byPart)
      return inner.flatMap(({ heading, items: part }) => split(`lead:inner${heading?.line ?? 0}`, heading?.title ?? "", part, false));
    if (divided.has(key)) return list.map((item) => single(item, words));
    const together = list.filter((item) => !isAlone(item));
    return [
      ...(together.length > 0 ? [{ key, words, items: together, divisible: together.length > 1 }] : []),
      ...list.filter(isAlone).map((item) => single(item, words)),
    ];
  };
  return sections(items, outline, (over) => over[0]).flatMap(({ heading, items: list }) =>
    split(`lead:${heading?.line ?? 0}`, heading?.title ?? "", list, true),
  );
}
