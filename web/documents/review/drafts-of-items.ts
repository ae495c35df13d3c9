import type { Item, ItemKind, NewItem } from "../../../src/modules/documents/contract.ts";
import type { Selected } from "./selection.ts";

type ValueOf<K extends ItemKind> = Extract<Item, { kind: K }>["value"];

const noDue = { kind: "none", text: null, date: null, rule: null, recurrence: null, lastDay: null } as const;

/** An empty value of a kind, filled with the words that a person selected where that is plainly their place. */
const blank: { [K in ItemKind]: (words: string) => ValueOf<K> } = {
  header: (words) => ({ field: "subject", text: words || null }),
  citation: (words) => ({ type: "", number: null, date: null, issuer: null, title: words || null }),
  target: (words) => ({
    metric: words,
    comparator: "=",
    value: null,
    valueMax: null,
    unit: "",
    scope: "",
    frequency: "none",
    deadline: null,
    deadlineText: null,
    lastDay: null,
    cumulative: null,
    section: "",
  }),
  task: (words) => ({ text: words, lead: [], coordinate: [], due: noDue, section: "" }),
  reporting: (words) => ({ who: "", to: "", via: null, due: noDue, what: words }),
  event: (words) => ({ kind: words.slice(0, 80), year: null, refers: null, recurrence: null }),
};

export function newItem(kind: ItemKind, selected: Selected | null): NewItem {
  return { kind, span: selected?.span ?? null, value: blank[kind](selected?.words ?? "") } as NewItem;
}

/** The part of a value that its words are; what a split cuts. */
export function wordsOfValue(item: Item): string {
  switch (item.kind) {
    case "task":
      return item.value.text;
    case "target":
      return item.value.metric;
    case "reporting":
      return item.value.what;
    case "event":
      return item.value.kind;
    case "citation":
      return item.value.title ?? item.value.number ?? "";
    case "header":
      return item.value.text ?? "";
  }
}

/** The same item with other words: a part of a split keeps lead, partners and deadline. */
export function withWords(item: Item, words: string): NewItem {
  const { span } = item;
  switch (item.kind) {
    case "task":
      return { kind: "task", span, value: { ...item.value, text: words } };
    case "target":
      return { kind: "target", span, value: { ...item.value, metric: words } };
    case "reporting":
      return { kind: "reporting", span, value: { ...item.value, what: words } };
    case "event":
      return { kind: "event", span, value: { ...item.value, kind: words } };
    case "citation":
      return { kind: "citation", span, value: { ...item.value, title: words } };
    case "header":
      return { kind: "header", span, value: { ...item.value, text: words } };
  }
}

/** Where a sentence list may be cut: at semicolons and at ends of sentences. At least two boxes come out. */
export function proposedParts(words: string): string[] {
  const parts = words
    .split(/(?<=[;.])\s+(?=\p{L})/u)
    .map((part) => part.replace(/[;.]\s*$/, "").trim())
    .filter(Boolean);
  return parts.length >= 2 ? parts : [words, ""];
}
