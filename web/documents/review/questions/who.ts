import { fold } from "../../../../src/kernel/text.ts";
import type { Item } from "../../../../src/modules/documents/contract.ts";
import { likest } from "../answers.ts";
import { inTextOrder } from "../order.ts";
import { screens } from "./headings.ts";
import { alone, sameWords, sum, type Given, type Question, type Weigh } from "./question.ts";

/** So many names are read at once. */
const NAMES = 8;

/** Used more often than this, a name is worth a question of its own. */
const RARE = 2;

/** From where the issuer stands everything else is understood. */
export function issuerQuestion({ unresolved, items }: Given, weigh: Weigh): Question[] {
  if (!unresolved || unresolved.issuerUnit !== null || !items.some(({ state }) => state === "proposed")) return [];
  const printed = items.find((item) => item.kind === "header" && item.value.field === "issuer");
  const words = printed?.kind === "header" ? (printed.value.text ?? "") : "";
  return [{ key: "issuer", kind: "issuer", items: [], words, value: 1000 + sum(items, weigh), divisible: false }];
}

/** The names of bodies in an item, in the words of the document. */
export function expressionsOf(item: Item): string[] {
  switch (item.kind) {
    case "task":
      return [...item.value.lead, ...item.value.coordinate];
    case "reporting":
      return [item.value.who, item.value.to, item.value.via].filter((words): words is string => Boolean(words));
    case "target":
      return item.value.scope ? [item.value.scope] : [];
    default:
      return [];
  }
}

type Asked = { question: Question; rare: boolean };

/**
 * Who is meant by an expression, once for all items that bear it. Names that stand in one or two places and that nothing in the
 * document resembles are asked about together: mostly they stay as printed until the work is assigned.
 */
export function whoQuestions(given: Given, offers: readonly Question[], weigh: Weigh): Question[] {
  const { unresolved, kept, divided } = given;
  if (!unresolved || (unresolved.issuerUnit === null && !kept.has("issuer"))) return [];
  const asked = expressionsAsked(given, offers, weigh);
  const isKept = ({ key }: Question) => kept.has(key);
  // Cut before anything is answered, so that answering one list does not shift the next.
  const together = screens(
    asked.filter(({ rare, question }) => rare && !divided.has(alone("names", fold(question.words)))),
    NAMES,
  ).flatMap((part): Question[] => {
    const open = part.map(({ question }) => question).filter((question) => !isKept(question));
    const [first] = open;
    if (!first || open.length === 1) return open;
    const items = inTextOrder([...new Map(open.flatMap((one) => one.items).map((item) => [item.id, item])).values()]);
    const value = 0.5 * sum(items, weigh);
    const names = open.map(({ words }) => words);
    return [
      { key: `names:${part[0]?.question.key ?? ""}`, kind: "names", items, words: names.join("”, “"), names, value, divisible: true },
    ];
  });
  const single = asked.filter(({ rare, question }) => !rare || divided.has(alone("names", fold(question.words))));
  return [...together, ...single.map(({ question }) => question).filter((question) => !isKept(question))];
}

function expressionsAsked({ items, unresolved }: Given, offers: readonly Question[], weigh: Weigh): Asked[] {
  const addressees = unresolved?.addressees ?? [];
  const found = new Map<string, Asked>();
  const live = inTextOrder(items.filter(({ state }) => state !== "dropped"));
  for (const { expression, understood, unclear, units } of addressees) {
    if (understood !== null && unclear.length === 0) continue;
    if (offers.some(({ offer, words }) => offer?.remembered.correction.aspect === "body" && sameWords(words, expression))) continue;
    const key = `who:${fold(expression)}`;
    const concerned = live.filter((item) => expressionsOf(item).some((one) => sameWords(one, expression)));
    // Half understood is half as unsure.
    const unsure = units.length > 0 ? 0.5 : 1;
    // A person of the unit has decided about every item it stands in: they have seen it.
    if (found.has(key) || !concerned.some(({ state }) => state === "proposed")) continue;
    const value = unsure * sum(concerned, weigh);
    const isUnlike = unresolved?.issuerUnit === null || (units.length === 0 && likest(expression, addressees, []).length === 0);
    found.set(key, {
      question: { key, kind: "who", items: concerned, words: expression, value, divisible: false },
      rare: concerned.length <= RARE && isUnlike,
    });
  }
  return [...found.values()].toSorted(({ question: one }, { question: next }) => (one.items[0]?.line ?? 0) - (next.items[0]?.line ?? 0));
}
