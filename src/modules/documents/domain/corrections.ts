import { oneTone, squeeze } from "../../../kernel/text.ts";
import { isCalendarDate } from "../../../kernel/time/index.ts";
import type { ItemKind, ItemState } from "../contract.ts";
import type { CitationValue, Due, EventValue, HeaderField, HeaderValue, ReportingValue, TargetValue, TaskValue } from "../values.ts";
import { lastDayOf, settleDue } from "./due.ts";
import { isSame, type AnyValue } from "./items.ts";

/** A deadline as decided, without its words: those stay as the next document prints them. */
export type DecidedDue = Pick<Due, "kind" | "date" | "rule" | "recurrence">;

/** What a person decided about words, free of the document they stood in. `from` is as printed there. */
export type Correction =
  /** An expression means these; none: it is no body at all. */
  | { aspect: "body"; from: string; to: string[] }
  /** Under this heading, tasks that name nobody are led by these. */
  | { aspect: "lead"; from: string; to: string[] }
  | { aspect: "due"; from: string; to: DecidedDue }
  | { aspect: "header"; field: HeaderField; from: string; to: string }
  /** What begins with these words is no item of this kind. */
  | { aspect: "opening"; kind: ItemKind; from: string }
  /** Nothing under this heading is an item of this kind. */
  | { aspect: "heading"; kind: ItemKind; from: string }
  /** What is right about the document that is cited so (type and number); the fields that were wrong. */
  | { aspect: "citation"; from: string; to: Partial<CitationValue> }
  /** What begins with these words is an event of this kind, this often. */
  | { aspect: "event"; from: string; to: Partial<Pick<EventValue, "kind" | "recurrence">> };

/** An item as far as corrections look at it. `heading`: title of the heading it stands under. */
export type Correctable = { kind: ItemKind; value: AnyValue; quote: string | null; heading: string | null };

/** Comparable form of words: one spelling of tones, lower case, no punctuation at the ends. Marks stay: "bí thư" is not "bị thu". */
export const wordsKey = (text: string): string =>
  squeeze(oneTone(text))
    .toLowerCase()
    .replace(/^[\s"“”'.,:;–-]+|[\s"“”'.,:;–-]+$/g, "");

export const keyOf = (correction: Correction): string =>
  correction.aspect === "opening" || correction.aspect === "event" ? openingKey(correction.from) : wordsKey(correction.from);

/** What tells apart corrections of one aspect besides their words. */
export const partOf = (correction: Correction): string =>
  correction.aspect === "header"
    ? correction.field
    : correction.aspect === "opening" || correction.aspect === "heading"
      ? correction.kind
      : "";

/** Longer expressions are whole clauses that will not be printed again. */
const longest = 300;
const openingWords = 8;

/** The first words, each number as "#": "Kế hoạch số 12 …" of this year is "Kế hoạch số 31 …" of the next. */
function openingKey(words: string): string {
  return wordsKey(words)
    .replace(/\d+/g, "#")
    .split(" ")
    .slice(0, openingWords)
    .map((word) => word.replace(/[.,:;]$/, ""))
    .join(" ");
}

/** Fewer words than this begin too many sentences to say anything. */
const enoughWords = 6;

/** Names of people stay with their document, numbers and days are new in each. */
const lastingFields: ReadonlySet<HeaderField> = new Set(["docType", "symbol", "place", "issuer", "issuerParent", "signerRole"]);

/** What can be learnt from what a person did with one item: how it was read against how it was left. */
export function correctionsFrom(item: Correctable & { original: AnyValue | null; state: ItemState }): Correction[] {
  const { kind, original, value, state, heading } = item;
  if (original === null) return [];
  if (state === "dropped") return droppedBy(item);
  switch (kind) {
    case "task": {
      const [was, is] = [original as TaskValue, value as TaskValue];
      const lead = was.lead.length === 0 ? ledUnder(heading, is.lead) : replaced(was.lead, is.lead);
      return [...lead, ...replaced(was.coordinate, is.coordinate), ...redated(was.due, is.due)];
    }
    case "target": {
      const [was, is] = [original as TargetValue, value as TargetValue];
      return [...replaced(single(was.scope), single(is.scope)), ...redated(targetDue(was), targetDue(is))];
    }
    case "citation": {
      const [was, is] = [original as CitationValue, value as CitationValue];
      const to = differing(was, is, ["type", "number", "date", "issuer", "title"]);
      return was.number === null || Object.keys(to).length === 0 ? [] : [{ aspect: "citation", from: citedAs(was), to }];
    }
    case "event": {
      // The year and the documents under review are new each time.
      const to = differing(original as EventValue, value as EventValue, ["kind", "recurrence"]);
      return item.quote === null || Object.keys(to).length === 0 ? [] : [{ aspect: "event", from: opening(item.quote), to }];
    }
    case "reporting": {
      const [was, is] = [original as ReportingValue, value as ReportingValue];
      const bodies = [replaced(single(was.who), single(is.who)), replaced(single(was.to), single(is.to))];
      return [...bodies.flat(), ...replaced(single(was.via), single(is.via)), ...redated(was.due, is.due)];
    }
    case "header": {
      const [was, is] = [original as HeaderValue, value as HeaderValue];
      if (!lastingFields.has(was.field) || !was.text?.trim() || !is.text?.trim() || sameWords(was.text, is.text)) return [];
      return was.text.length > longest ? [] : [{ aspect: "header", field: was.field, from: squeeze(was.text), to: is.text.trim() }];
    }
  }
}

/** The fields of a thing that a person changed, as they are now. */
function differing<T extends object, K extends keyof T>(was: T, is: T, fields: readonly K[]): Partial<Pick<T, K>> {
  const changed = fields.filter((field) => !isSame(was[field], is[field])).map((field) => [field, is[field]]);
  return Object.fromEntries(changed) as Partial<Pick<T, K>>;
}

const citedAs = ({ type, number }: CitationValue): string => squeeze([type, number].filter(Boolean).join(" "));

const opening = (quote: string): string => squeeze(quote).split(" ").slice(0, openingWords).join(" ");

/** The deadline of a target as deadlines of tasks are written. */
const targetDue = ({ deadline: date, deadlineText: text, lastDay }: TargetValue): Due => ({
  kind: date === null ? "none" : "date",
  date,
  rule: null,
  recurrence: null,
  text,
  lastDay,
});

const single = (words: string | null): string[] => (words?.trim() ? [words.trim()] : []);
const sameWords = (one: string, other: string) => wordsKey(one) === wordsKey(other);

function droppedBy({ kind, quote }: Correctable): Correction[] {
  const words = quote === null ? [] : openingKey(quote).split(" ");
  if (kind === "header" || words.length < enoughWords) return [];
  return [{ aspect: "opening", kind, from: opening(quote ?? "") }];
}

/** "Năm 2026" or "Nội dung" stands over other things in the next document. */
const isTelling = (heading: string) => wordsKey(heading).split(" ").length > 2;

const ledUnder = (heading: string | null, lead: string[]): Correction[] =>
  heading === null || !isTelling(heading) || heading.length > longest || lead.length === 0
    ? []
    : [{ aspect: "lead", from: heading, to: lead }];

/** Which expression became which; nothing where several changed at once and nobody can say which became what. */
function replaced(before: readonly string[], after: readonly string[]): Correction[] {
  const gone = before.filter((one) => !after.some((other) => sameWords(one, other)) && one.length <= longest);
  const come = after.filter((one) => !before.some((other) => sameWords(one, other)));
  const [only] = gone;
  if (only !== undefined && gone.length === 1) return [{ aspect: "body", from: only, to: come }];
  if (come.length === 0) return gone.map((from) => ({ aspect: "body", from, to: [] }));
  if (gone.length !== come.length) return [];
  return gone.map((from, index) => ({ aspect: "body", from, to: come.slice(index, index + 1) }));
}

const decidedDue = ({ kind, date, rule, recurrence }: Due): DecidedDue => ({ kind, date, rule, recurrence });
const sameDue = (one: DecidedDue, other: DecidedDue) =>
  one.kind === other.kind && one.date === other.date && one.rule === other.rule && isSame(one.recurrence, other.recurrence);

/** A day is remembered only for words that say its year: "cuối năm" means another day in the next document. */
function redated(was: Due, is: Due): Correction[] {
  if (was.text === null || was.text.length > longest || sameDue(was, is)) return [];
  if (is.date !== null && isCalendarDate(is.date) && !was.text.includes(is.date.slice(0, 4))) return [];
  return [{ aspect: "due", from: was.text, to: decidedDue(is) }];
}

/** One decision about many items of a section says what the section is. */
export function headingRole(dropped: readonly Correctable[]): Correction[] {
  const [first] = dropped;
  if (!first || dropped.length < 3 || first.heading === null || first.kind === "header" || first.heading.length > longest) return [];
  const alike = dropped.every(({ kind, heading }) => kind === first.kind && heading === first.heading);
  return alike ? [{ aspect: "heading", kind: first.kind, from: first.heading }] : [];
}

/** What a correction makes of an item: its new value, `dropped`, or null when it says nothing about it. */
export function applied(correction: Correction, item: Correctable): AnyValue | "dropped" | null {
  const { kind, value } = item;
  switch (correction.aspect) {
    case "opening":
      return kind === correction.kind && item.quote !== null && openingKey(item.quote) === openingKey(correction.from) ? "dropped" : null;
    case "heading":
      return kind === correction.kind && item.heading !== null && sameWords(item.heading, correction.from) ? "dropped" : null;
    case "header": {
      const { field, text } = value as HeaderValue;
      return kind === "header" && field === correction.field && text !== null && sameWords(text, correction.from)
        ? { field, text: correction.to }
        : null;
    }
    case "lead":
      return kind === "task" && (value as TaskValue).lead.length === 0 && item.heading !== null && sameWords(item.heading, correction.from)
        ? { ...(value as TaskValue), lead: correction.to }
        : null;
    case "citation": {
      const citation = value as CitationValue;
      if (kind !== "citation" || !sameWords(citedAs(citation), correction.from)) return null;
      return changed(citation, correction.to);
    }
    case "event":
      return kind === "event" && item.quote !== null && openingKey(item.quote) === openingKey(correction.from)
        ? changed(value as EventValue, correction.to)
        : null;
    case "due": {
      if (kind === "target") return redatedTarget(value as TargetValue, correction);
      if (kind !== "task" && kind !== "reporting") return null;
      const { due } = value as TaskValue | ReportingValue;
      if (due.text === null || !sameWords(due.text, correction.from) || sameDue(due, correction.to)) return null;
      return { ...(value as TaskValue), due: settleDue({ ...due, ...correction.to }) };
    }
    case "body":
      return renamed(kind, value, correction);
  }
}

/** Null when it is so already. */
function changed<T extends AnyValue>(value: T, to: Partial<T>): T | null {
  const next = { ...value, ...to };
  return isSame(next, value) ? null : next;
}

/** A target has a last day and no rhythm of its own. */
function redatedTarget(value: TargetValue, { from, to }: { from: string; to: DecidedDue }): TargetValue | null {
  if (value.deadlineText === null || !sameWords(value.deadlineText, from) || to.recurrence !== null) return null;
  return changed(value, { deadline: to.date, lastDay: lastDayOf(to) });
}

function renamed(kind: ItemKind, value: AnyValue, { from, to }: { from: string; to: readonly string[] }): AnyValue | null {
  const names = (expression: string | null) => expression !== null && sameWords(expression, from);
  const one = (expression: string) => (names(expression) ? to.join("; ") : expression);
  switch (kind) {
    case "task": {
      const task = value as TaskValue;
      if (![...task.lead, ...task.coordinate].some(names)) return null;
      const lead = swapped(task.lead, names, to);
      const coordinate = swapped(task.coordinate, names, to).filter((each) => !lead.includes(each));
      return { ...task, lead, coordinate };
    }
    case "target": {
      const target = value as TargetValue;
      return names(target.scope) ? { ...target, scope: one(target.scope) } : null;
    }
    case "reporting": {
      const { who, to: receiver, via } = value as ReportingValue;
      if (!names(who) && !names(receiver) && !names(via)) return null;
      return { ...(value as ReportingValue), who: one(who), to: one(receiver), via: via === null ? null : one(via) || null };
    }
    default:
      return null;
  }
}

const swapped = (list: readonly string[], names: (expression: string) => boolean, to: readonly string[]): string[] => [
  ...new Set(list.flatMap((expression) => (names(expression) ? to : [expression]))),
];

export type Offer<C, I> = { correction: C; items: { item: I; value: AnyValue | "dropped" }[] };

/**
 * What remembered corrections would change among items that nobody has decided. One item stands in one offer: that a
 * thing is no item at all comes before who leads it, and the correction that settles most comes first.
 */
export function offersOf<C extends { correction: Correction }, I extends Correctable>(
  remembered: readonly C[],
  items: readonly I[],
): Offer<C, I>[] {
  const taken = new Set<I>();
  const before = (aspect: Correction["aspect"]) => (aspect === "heading" ? 0 : aspect === "opening" ? 1 : 2);
  return remembered
    .toSorted((one, other) => before(one.correction.aspect) - before(other.correction.aspect))
    .flatMap((correction) => {
      const found = items.flatMap((item) => {
        const value = taken.has(item) ? null : applied(correction.correction, item);
        return value === null ? [] : [{ item, value }];
      });
      // Left out, an item needs no other correction; another change can stand beside a change.
      for (const { item, value } of found) if (value === "dropped") taken.add(item);
      return found.length > 0 ? [{ correction, items: found }] : [];
    })
    .toSorted((one, other) => other.items.length - one.items.length);
}
