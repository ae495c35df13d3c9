import { fold } from "../../../../src/kernel/text.ts";
import { inTextOrder } from "../order.ts";
import { dateQuestions, sameDateQuestions } from "./dates.ts";
import { leadQuestions } from "./lead.ts";
import { offerQuestion } from "./offers.ts";
import { alone, sameWords, stakes, type Given, type Question } from "./question.ts";
import { glanceQuestions, missingQuestions, readQuestions } from "./reading.ts";
import { expressionsOf, issuerQuestion, whoQuestions } from "./who.ts";

export type { Question } from "./question.ts";
export { expressionsOf } from "./who.ts";

/**
 * What to ask, the most valuable first: an answer is worth as much as depends on it (items, the units they address, a deadline that
 * hangs on it) times how unsure it is. Questions about what a thing is come with what it says: an item that is left out needs no lead.
 * Last, in the order of the text, what is certain and only looked over.
 */
export function questionsOf(given: Given): Question[] {
  const open = inTextOrder(given.items.filter(({ state }) => state === "proposed"));
  const weigh = stakes(given.unresolved);
  const offered = given.offers.flatMap((offer) => offerQuestion(offer, open, weigh));
  const standing = offered.filter(({ key }) => !given.kept.has(key));
  const other = [
    ...issuerQuestion(given, weigh),
    ...whoQuestions(given, standing, weigh),
    ...leadQuestions(given, standing, weigh),
    ...dateQuestions(given, open, standing, weigh),
    ...sameDateQuestions(given, weigh),
    ...missingQuestions(given, open),
    ...readQuestions(given, standing, weigh),
  ].filter(({ key }) => !given.kept.has(key));
  const asked = [...standing, ...other].toSorted((one, next) => next.value - one.value || place(one) - place(next));
  return [...asked, ...glanceQuestions(given, asked)];
}

const place = ({ items }: Question) => items[0]?.line ?? 0;

/** The question about those of its items that were not taken out of it. */
export function without(question: Question, out: ReadonlySet<string>): Question {
  if (out.size === 0) return question;
  const items = question.items.filter(({ id }) => !out.has(id));
  const gone = new Set(
    question.items
      .filter(({ id }) => out.has(id))
      .flatMap(expressionsOf)
      .map(fold),
  );
  const { names } = question;
  return { ...question, items, ...(names ? { names: names.filter((name) => !gone.has(fold(name))) } : {}) };
}

/** What to remember when a question, or these items of it, are to be asked one by one. */
export function dividing({ key, kind, items, names = [] }: Question, which = items): string[] {
  if (kind === "names") {
    const named = which.flatMap(expressionsOf);
    return names.filter((name) => named.some((one) => sameWords(one, name))).map((name) => alone("names", fold(name)));
  }
  // A chapter's tasks are asked about part by part first.
  return kind === "lead" && which.length === items.length ? [key] : which.map(({ id }) => alone(kind, id));
}

/** What to remember when everything stays as it was read: of expressions the expression, else each item. */
export const keeping = ({ key, kind, items, names = [] }: Question): string[] =>
  kind === "lead" || kind === "date" || kind === "sameDate"
    ? items.map(({ id }) => `${kind}:${id}`)
    : kind === "names"
      ? names.map((name) => `who:${fold(name)}`)
      : [key];
