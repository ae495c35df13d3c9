import type { CorrectionOffer, Item } from "../../../../src/modules/documents/contract.ts";
import { sum, type Question, type Weigh } from "./question.ts";

/** Somebody decided the same before: one key settles it, so it is asked before what has to be thought about. */
export function offerQuestion(offer: CorrectionOffer, open: readonly Item[], weigh: Weigh): Question[] {
  const concerned = new Set(offer.items.map(({ item }) => item));
  // What an answer has made so meanwhile needs no offer, until the server's list says so too.
  const items = open.filter((item) => concerned.has(item.id) && !isAlready(item, offer));
  const { id, correction } = offer.remembered;
  if (items.length === 0) return [];
  return [
    { key: `offer:${id}`, kind: "offer", items, words: correction.from, value: 4 + 1.5 * sum(items, weigh), offer, divisible: false },
  ];
}

function isAlready(item: Item, { items }: CorrectionOffer): boolean {
  const offered = items.find((each) => each.item === item.id)?.value ?? null;
  return offered !== null && said(offered) === said(item.value);
}

/** A value as text, its keys in one order, without the last day, which the server alone works out. */
const said = (value: object): string =>
  JSON.stringify(value, (key, each: unknown) => {
    if (key === "lastDay") return null;
    if (each === null || typeof each !== "object" || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
