import type { Text } from "../../../src/kernel/language.ts";
import type { Item } from "../../../src/modules/documents/contract.ts";
import { showDate } from "../../ui/dates.ts";
import { showPartialDate } from "../partial-date.ts";
import { frequencyText } from "./names.ts";
import { say } from "./messages.ts";
import { amountText, summaryOf } from "./summary.ts";

type Say = (text: Text) => string;

/** A label with what was read for it. */
type Fact = { label: string; value: string; printed: string[] };

/** One line of a list that is run over with the eye. */
export type Line = {
  /** The words of the document, those that were read as who, when or how much marked. */
  words: { text: string; marked: boolean }[];
  /** What does not stand in the words, or differs from the lines beside it. */
  apart: { label: string; value: string }[];
};

export type Glance = {
  /** What all lines have in common, said once. */
  common: { label: string; value: string }[];
  lines: ReadonlyMap<string, Line>;
};

/** What was read besides the sentence itself; an empty value is a fact too: nobody leads, there is no deadline. */
function factsOf(item: Item, t: Say): Fact[] {
  const fact = (label: Text, value: string, printed: (string | null)[] = [value]): Fact => ({
    label: t(label),
    value,
    printed: printed.filter((words): words is string => Boolean(words)),
  });
  const day = (date: string | null) => (date === null ? [] : [showPartialDate(date), showPartialDate(date).replace(/^0|(?<=\/)0/g, "")]);
  switch (item.kind) {
    case "task":
    case "reporting": {
      const { due } = item.value;
      const last = due.lastDay === null ? "" : t(say("lastDay", { date: showDate(due.lastDay) }));
      const dueFact = fact(say("due"), due.kind === "none" ? "" : [due.text ?? due.rule, last].filter(Boolean).join(", "), [due.text]);
      if (item.kind === "task") {
        const leads = item.value.lead.length === 0 ? [fact(say("lead"), "")] : item.value.lead.map((lead) => fact(say("lead"), lead));
        return [...leads, ...item.value.coordinate.map((body) => fact(say("partners"), body)), dueFact];
      }
      return [fact(say("who"), item.value.who), fact(say("to"), item.value.to), dueFact];
    }
    case "target": {
      const { value, scope, frequency, deadline, deadlineText, unit } = item.value;
      const figure = value === null ? null : String(value).replace(".", ",");
      const amount = amountText(item.value, t);
      return [
        fact(say("value"), amount, [
          amount,
          figure && `${figure}${unit}`,
          figure && `${figure} ${unit}`,
          figure && `${figure.padStart(2, "0")} ${unit}`,
        ]),
        fact(say("scope"), scope),
        fact(say("frequency"), frequency === "none" ? "" : t(frequencyText[frequency])),
        fact(say("due"), deadlineText ?? showPartialDate(deadline), [deadlineText, ...day(deadline)]),
      ];
    }
    case "citation": {
      const { number, date, issuer } = item.value;
      return [fact(say("number"), number ?? ""), fact(say("date"), showPartialDate(date), day(date)), fact(say("issuer"), issuer ?? "")];
    }
    case "event": {
      const { kind, year, refers } = item.value;
      return [fact(say("eventKind"), kind), fact(say("year"), year === null ? "" : String(year)), fact(say("refers"), refers ?? "")];
    }
    case "header":
      return [];
  }
}

/** The sentence as printed; fields of a header and what stands nowhere in the text say what was read. */
function sentenceOf(item: Item, t: Say): string {
  if (item.kind === "task") return item.value.text;
  return item.kind === "header" || item.quote === null ? summaryOf(item, t) : item.quote;
}

/**
 * Lines for items of one question: common facts once, in each line what was read out of it marked where it stands, and beside it
 * only what cannot be marked there and is not common.
 */
export function glanceOf(items: readonly Item[], t: Say): Glance {
  const facts = new Map(items.map((item) => [item.id, factsOf(item, t)]));
  const labels = [...new Set([...facts.values()].flat().map(({ label }) => label))];
  const said = (id: string, label: string) =>
    (facts.get(id) ?? [])
      .filter((fact) => fact.label === label)
      .map(({ value }) => value)
      .join("; ");
  const common = labels.flatMap((label) => {
    const [first, ...others] = new Set(items.map(({ id }) => said(id, label)));
    return items.length > 1 && first !== undefined && others.length === 0 ? [{ label, value: first }] : [];
  });
  const shared = new Set(common.map(({ label }) => label));
  const isUsual = (label: string) => items.filter(({ id }) => said(id, label) !== "").length * 2 > items.length;
  const lines = items.map((item): [string, Line] => {
    const sentence = sentenceOf(item, t);
    const ranges: [start: number, end: number][] = [];
    const apart: Line["apart"] = [];
    for (const { label, value, printed } of facts.get(item.id) ?? []) {
      const place = printed.map((words) => placeOf(sentence, words)).find((each) => each !== null);
      if (place) ranges.push(place);
      // Where most have one, having none is what differs.
      else if (!shared.has(label) && (value !== "" || isUsual(label))) apart.push({ label, value });
    }
    return [item.id, { words: cut(sentence, ranges), apart }];
  });
  return { common: common.filter(({ label, value }) => value !== "" || label === t(say("lead"))), lines: new Map(lines) };
}

/** Where the words stand by themselves: "5 mô hình" is not in "15 mô hình". */
function placeOf(sentence: string, words: string): [number, number] | null {
  const [text, sought] = [sentence.toLowerCase(), words.toLowerCase()];
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    const around = [text.slice(0, at).at(-1), text[at + sought.length]];
    if (!around.some((char) => char !== undefined && /[\p{L}\d]/u.test(char))) return [at, at + words.length];
  }
  return null;
}

function cut(sentence: string, ranges: readonly [number, number][]): Line["words"] {
  const pieces: Line["words"] = [];
  let at = 0;
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    if (start > at) pieces.push({ text: sentence.slice(at, start), marked: false });
    if (end > at) pieces.push({ text: sentence.slice(Math.max(at, start), end), marked: true });
    at = Math.max(at, end);
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), marked: false });
  return pieces;
}
