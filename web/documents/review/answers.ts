import { fold, oneTone } from "../../../src/kernel/text.ts";
import type { Addressee, Due, Item, Settling } from "../../../src/modules/documents/contract.ts";
import type { Question } from "./questions/question.ts";

/** What an answer makes of one item; its version is added when it is sent. */
export type Entry = { item: Item; to: Settling["to"]; value?: Item["value"] };

const sameWords = (one: string, other: string) => fold(one) === fold(other);

/** The item with other bodies in place of an expression, in every place where it stands. */
export function withBodies(item: Item, expression: string, to: readonly string[]): Item["value"] {
  const each = (list: readonly string[]) => [...new Set(list.flatMap((one) => (sameWords(one, expression) ? to : [one])))];
  const one = (words: string) => each([words]).join("; ");
  switch (item.kind) {
    case "task": {
      const lead = each(item.value.lead);
      return { ...item.value, lead, coordinate: each(item.value.coordinate).filter((words) => !lead.includes(words)) };
    }
    case "target":
      return { ...item.value, scope: one(item.value.scope) };
    case "reporting": {
      const { who, to: receiver, via } = item.value;
      return { ...item.value, who: one(who), to: one(receiver), via: via === null ? null : one(via) || null };
    }
    default:
      return item.value;
  }
}

/** An answer about who or when changes undecided items and leaves them to be accepted; decided ones stay decided. */
const amended = (item: Item, value: Item["value"]): Entry => ({ item, to: item.state === "proposed" ? "proposed" : "accepted", value });

export const bodiesEntries = ({ items, words }: Question, to: readonly string[]): Entry[] =>
  items.map((item) => amended(item, withBodies(item, words, to)));

export const leadEntries = ({ items }: Question, lead: string[]): Entry[] =>
  items.flatMap((item) => (item.kind === "task" ? [amended(item, { ...item.value, lead })] : []));

export const dueEntries = ({ items }: Question, due: Partial<Due>): Entry[] =>
  items.flatMap((item) =>
    item.kind === "task" || item.kind === "reporting"
      ? [amended(item, { ...item.value, due: { ...item.value.due, ...due } } as Item["value"])]
      : [],
  );

export const decideEntries = ({ items }: Pick<Question, "items">, to: "accepted" | "dropped"): Entry[] =>
  items.map((item) => ({ item, to }));

/** A remembered correction taken over: what the server said it would make of each item. */
export function offerEntries({ offer, items }: Question): Entry[] {
  const values = new Map(offer?.items.map(({ item, value }) => [item, value]));
  return items.flatMap((item): Entry[] => {
    const value = values.get(item.id);
    if (value === undefined) return [];
    return value === null ? [{ item, to: "dropped" }] : [amended(item, value as Item["value"])];
  });
}

/** Puts items back to what they were before an answer. */
export const backEntries = (before: readonly Item[]): Entry[] =>
  before.map((item) => ({
    item,
    to: item.state === "dropped" ? "dropped" : item.state === "proposed" ? "proposed" : "accepted",
    value: item.value,
  }));

/** How a deadline comes round, in the words of the contract. */
export const rhythms = { month: "monthly", quarter: "quarterly", half: "every 6 months", year: "yearly" } as const;
export const everyDue = (every: keyof typeof rhythms): Partial<Due> => ({
  kind: "recurring",
  date: null,
  rule: rhythms[every],
  recurrence: { every: [every], at: [], before: false, on: null },
});
export const dayDue = (date: string): Partial<Due> => ({ kind: "date", date, rule: null, recurrence: null });

const little = new Set(["các", "và", "của", "cấp", "một", "số", "tại", "ở", "trong", "trên", "những", "mỗi", "đơn", "vị"]);
/** With their marks: "văn" is not "vận". */
const telling = (words: string) =>
  oneTone(words)
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && !little.has(word));

/** How alike two names of bodies are: shared telling words, 0 to 1. */
export function alike(one: string, other: string): number {
  const [first, second] = [new Set(telling(one)), new Set(telling(other))];
  if (first.size === 0 || second.size === 0) return 0;
  const shared = [...first].filter((word) => second.has(word)).length;
  return (2 * shared) / (first.size + second.size);
}

/** Names that this document uses elsewhere and that are understood, the likest first. */
export function likest(
  expression: string,
  known: readonly Pick<Addressee, "expression" | "understood" | "unclear">[],
  names: readonly string[],
): string[] {
  const clear = known.filter(({ understood, unclear }) => understood !== null && unclear.length === 0).map((each) => each.expression);
  const candidates = [...new Map([...clear, ...names].map((name) => [fold(name), name])).values()];
  return candidates
    .filter((name) => !sameWords(name, expression))
    .map((name) => ({ name, score: alike(name, expression) }))
    .filter(({ score }) => score >= 0.5)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Who leads most of the tasks near these, then most of the document: in a section it is mostly one body. */
export function usualLeads(question: Question, items: readonly Item[]): string[] {
  const sections = new Set(question.items.flatMap((item) => (item.kind === "task" ? [item.value.section.split(".")[0]] : [])));
  const counts = new Map<string, { name: string; count: number }>();
  for (const item of items) {
    if (item.kind !== "task" || item.state === "dropped") continue;
    const near = sections.has(item.value.section.split(".")[0]) ? 3 : 1;
    for (const name of item.value.lead) {
      const known = counts.get(fold(name)) ?? { name, count: 0 };
      counts.set(fold(name), { name: known.name, count: known.count + near });
    }
  }
  return [...counts.values()]
    .toSorted((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ name }) => name);
}
