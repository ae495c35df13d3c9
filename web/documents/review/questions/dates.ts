import { fold } from "../../../../src/kernel/text.ts";
import type { Due, Item } from "../../../../src/modules/documents/contract.ts";
import { inTextOrder } from "../order.ts";
import { sections } from "./headings.ts";
import { alone, isDoubtful, sum, type Given, type Question, type Weigh } from "./question.ts";

/** The words of a deadline for which no day can be computed. */
function undatedWords(item: Item): string | null {
  if (item.kind !== "task" && item.kind !== "reporting") return null;
  const { due } = item.value;
  if (due.date !== null || due.kind === "none" || (due.recurrence !== null && due.recurrence.every.length > 0)) return null;
  return due.text ?? due.rule ?? "";
}

/** One wording of a deadline, once for all items that bear it. */
export function dateQuestions(given: Given, open: readonly Item[], offers: readonly Question[], weigh: Weigh): Question[] {
  const { kept, divided } = given;
  const dates = new Set(given.unresolved?.dates.map(({ item }) => item));
  const settled = new Set(
    offers.filter(({ offer }) => offer?.remembered.correction.aspect === "due").flatMap(({ items }) => items.map(({ id }) => id)),
  );
  const found = new Map<string, { words: string; items: Item[] }>();
  for (const item of open) {
    const words = dates.has(item.id) && !settled.has(item.id) && !kept.has(`date:${item.id}`) ? undatedWords(item) : null;
    if (words === null) continue;
    const key = divided.has(alone("date", item.id)) ? `date:${item.id}` : `date:${fold(words)}`;
    const group = found.get(key) ?? { words, items: [] };
    group.items.push(item);
    found.set(key, group);
  }
  return [...found].map(([key, { words, items }]): Question => ({
    key,
    kind: "date",
    words,
    items,
    value: 0.7 * sum(items, weigh),
    divisible: items.length > 1,
  }));
}

/** Two tasks with one day say that a section has a day; one may have its own. */
const ENOUGH = 2;

/** Tasks without a deadline in a section whose dated tasks all have the same last day. */
export function sameDateQuestions(given: Given, weigh: Weigh): Question[] {
  const { items, outline, kept, divided } = given;
  const live = inTextOrder(items.filter(({ kind, state }) => kind === "task" && state !== "dropped"));
  return sections(live, outline, (over) => over.at(-1)).flatMap(({ heading, items: list }): Question[] => {
    const dues = list.flatMap((item) => (item.kind === "task" && item.value.due.kind !== "none" ? [item.value.due] : []));
    const due = dues[0];
    if (!heading || !due?.date || dues.length < ENOUGH || dues.some((other) => !sameDay(other, due))) return [];
    const without = list.filter(
      (item) =>
        item.kind === "task" &&
        item.value.due.kind === "none" &&
        (item.state === "proposed" || item.state === "accepted") &&
        !kept.has(`sameDate:${item.id}`),
    );
    if (without.length > 2 * dues.length || without.some(isDoubtful)) return [];
    const together = without.filter(({ id }) => !divided.has(alone("sameDate", id)));
    const parts = [together, ...without.filter((item) => !together.includes(item)).map((item) => [item])];
    return parts
      .filter((part) => part.length > 0)
      .map((part) => ({
        key: part === together ? `sameDate:${heading.line}` : `sameDate:${part[0]?.id ?? ""}`,
        kind: "sameDate",
        words: heading.title,
        items: part,
        due,
        dated: dues.length,
        value: 0.4 * sum(part, weigh),
        divisible: part.length > 1,
      }));
  });
}

const sameDay = (one: Due, other: Due): boolean =>
  one.date !== null && one.date === other.date && one.rule === other.rule && one.recurrence === null && other.recurrence === null;
