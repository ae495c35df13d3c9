import { nfc, squeeze } from "../../../kernel/text.ts";
import type { CompiledPlan, Header, Reporting, Span, Target, Task } from "../compile/plan.ts";
import type { Item, ItemKind } from "../contract.ts";
import {
  headerFields,
  type CitationValue,
  type Due,
  type EventValue,
  type HeaderField,
  type HeaderValue,
  type ReportingValue,
  type TargetValue,
  type TaskValue,
} from "../values.ts";
import { completeDue, lastDayOf, printedDue } from "./due.ts";

export type AnyValue = HeaderValue | CitationValue | TargetValue | TaskValue | ReportingValue | EventValue;

/** An item as the compiler proposes it, before it has a row. `compiledId` is stable while the text round it is. */
export type Proposal = {
  kind: ItemKind;
  position: number;
  compiledId: string;
  line: number | null;
  quote: string | null;
  span: Span | null;
  confidence: number | null;
  value: AnyValue;
};

/** The words that a span covers, over its lines, as one line of text. */
export function wordsOf(lines: readonly string[], span: Span): string {
  const first = (lines[span.line - 1] ?? "").slice(span.start, span.end);
  const rest = span.endLine === undefined ? [] : lines.slice(span.line, span.endLine);
  return squeeze(nfc([first, ...rest].join(" ")));
}

/** The beginning of a span, verbatim from its first line, cut at a word. */
export function quoteOf(lines: readonly string[], span: Span, limit = 160): string {
  const words = (lines[span.line - 1] ?? "").slice(span.start, span.end);
  if (words.length <= limit) return words.trimEnd();
  const cut = words.slice(0, limit + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 1));
}

/** True when the span names a place that exists in the text. */
export function isInside(lines: readonly string[], { line, start, end, endLine }: Span): boolean {
  const words = lines[line - 1];
  return (
    words !== undefined &&
    start >= 0 &&
    start < end &&
    end <= words.length &&
    (endLine === undefined || (endLine >= line && endLine <= lines.length))
  );
}

/** A closing paragraph may date the items above it: its words are looked for in the lines round the item. */
const nearby = (lines: readonly string[], line: number) => () => lines.slice(Math.max(0, line - 30), line + 30).join("\n");

/** A compiled plan as items to go through, in the order of the document within each kind. */
export function itemsOf(plan: CompiledPlan, lines: readonly string[]): Proposal[] {
  const traced = <T extends { id: string; line: number; quote: string; span: Span; confidence: number }>(
    kind: ItemKind,
    list: readonly T[],
    value: (entry: T) => AnyValue,
  ): Proposal[] =>
    list.map((entry, position) => ({
      kind,
      position,
      compiledId: entry.id,
      line: entry.line,
      quote: entry.quote,
      span: entry.span,
      confidence: entry.confidence,
      value: value(entry),
    }));
  return [
    ...headerItems(plan.header, lines),
    ...traced("citation", plan.citations, ({ type, number, date, issuer, title }) => ({ type, number, date, issuer, title })),
    ...traced("target", plan.targets, (target) => targetValue(target, lines)),
    ...traced("task", plan.tasks, (task) => taskValue(task, lines)),
    ...traced("reporting", plan.reporting, (entry) => reportingValue(entry, lines)),
    ...traced("event", plan.events, ({ kind, year, refers, recurrence }) => ({ kind, year, refers, recurrence })),
  ];
}

function targetValue(target: Target, lines: readonly string[]): TargetValue {
  const { metric, comparator, value, valueMax, unit, scope, frequency, deadline, cumulative, section } = target;
  const due = { date: deadline, rule: null };
  const deadlineText = printedDue(wordsOf(lines, target.span), due) ?? printedDue(nearby(lines, target.line)(), due);
  const lastDay =
    deadline !== null && deadlineText?.toLowerCase().startsWith("trước ngày")
      ? lastDayOf({ date: deadline, rule: `before ${deadline}` })
      : lastDayOf(due);
  return { metric, comparator, value, valueMax, unit, scope, frequency, deadline, deadlineText, lastDay, cumulative, section };
}

function taskValue(task: Task, lines: readonly string[]): TaskValue {
  const text = wordsOf(lines, task.span);
  return {
    text,
    lead: task.lead,
    coordinate: task.coordinate,
    due: completeDue(task.due, text, nearby(lines, task.line)),
    section: task.section,
  };
}

function reportingValue(entry: Reporting, lines: readonly string[]): ReportingValue {
  const { who, to, via, what, due } = entry;
  return { who, to, via, what, due: completeDue(due, wordsOf(lines, entry.span), nearby(lines, entry.line)) };
}

const headerText: Record<HeaderField, (header: Header) => string | null> = {
  docType: (header) => header.docType,
  number: (header) => header.number,
  symbol: (header) => header.symbol,
  date: (header) => header.date,
  place: (header) => header.place,
  issuer: (header) => header.issuer,
  issuerParent: (header) => header.issuerParent,
  subject: (header) => header.subject,
  signerRole: (header) => header.signer?.role ?? null,
  signerName: (header) => header.signer?.name ?? null,
  recipients: (header) => (header.recipients.length > 0 ? header.recipients.join("\n") : null),
};

/** Every field of the header is an item, found or not: what is missing can be filled in. Its place is found by its words. */
function headerItems(header: Header, lines: readonly string[]): Proposal[] {
  return headerFields.map((field, position) => {
    const text = headerText[field](header);
    const span = text === null ? null : placeOf(lines, field, text);
    return {
      kind: "header",
      position,
      compiledId: `header.${field}`,
      line: span?.line ?? null,
      quote: span ? quoteOf(lines, span) : null,
      span,
      confidence: text === null ? null : 1,
      value: { field, text },
    };
  });
}

/** Where a header field stands in the text; null when it was put together from several places. */
function placeOf(lines: readonly string[], field: HeaderField, text: string): Span | null {
  const first = text.split("\n")[0] ?? text;
  const words = field === "date" ? dateWords(first) : field === "number" ? numberWords(first) : escaped(first).replace(/ /g, "\\s+");
  const find = new RegExp(words, "iu");
  const fromEnd = field === "recipients" || field === "signerName" || field === "signerRole";
  const order = lines.map((_, index) => (fromEnd ? lines.length - 1 - index : index));
  for (const index of order) {
    const found = find.exec(lines[index] ?? "");
    if (found) return { line: index + 1, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The text may have spaces that the number as read has not: "130 /KH-MTTQ-BTT". */
const numberWords = (number: string) => escaped(number).replace(/\\\/|-/g, "\\s*$&\\s*");

function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  if (day) return `ngày\\s*0?${Number(day)}\\s*tháng\\s*0?${Number(month)}\\s*năm\\s*${year}`;
  return month ? `tháng\\s*0?${Number(month)}\\s*năm\\s*${year}` : `năm\\s*${year}`;
}

/** Changed by an answer, and not decided yet: what a person said about it is not what was read. */
export const isAmended = ({ value, original }: { value: AnyValue; original: AnyValue | null }): boolean =>
  original !== null && !isSame(value, original);

/** Equal as data: what comes back from the database has its keys in another order than what a screen sends. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

/** Whatever the review keeps: accepted, corrected, added. */
export const isKept = ({ state }: { state: Item["state"] }): boolean => state === "accepted" || state === "corrected" || state === "added";

/** Tasks, targets and reports as a plan takes them over: the compiled shape, with words and last day of each deadline. */
export type ReviewedPlan = Omit<CompiledPlan, "tasks" | "targets" | "reporting"> & {
  tasks: (Task & { text: string; due: Due })[];
  targets: (Target & Pick<TargetValue, "deadlineText" | "lastDay">)[];
  reporting: (Reporting & { due: Due })[];
};

/**
 * The plan that a review leaves: kept items alone. `id` of each entry is the item's own, so that whoever builds on it
 * can come back to it. Outline and criteria are not reviewed and stay as compiled.
 */
export function reviewedPlan(items: readonly Item[], { criteria, outline }: Pick<CompiledPlan, "criteria" | "outline">): ReviewedPlan {
  const kept = items.filter(isKept);
  const of = <K extends ItemKind>(kind: K) => kept.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind);
  const trace = (item: Item) => ({
    id: item.id,
    line: item.line ?? 0,
    quote: item.quote ?? "",
    span: item.span ?? { line: item.line ?? 0, start: 0, end: 0 },
    rule: item.original === null ? "added" : "reviewed",
    confidence: 1,
  });
  return {
    header: headerFrom(of("header").map(({ value }) => value)),
    citations: of("citation").map((item) => ({ ...trace(item), ...item.value, alsoLines: [] })),
    targets: of("target").map((item) => ({ ...trace(item), ...item.value })),
    tasks: of("task").map((item) => ({ ...trace(item), ...item.value })),
    reporting: of("reporting").map((item) => ({ ...trace(item), ...item.value })),
    events: of("event").map((item) => ({ ...trace(item), ...item.value })),
    criteria,
    outline,
  };
}

/** A header from its fields; a field that is missing was dropped or not found. */
export function headerFrom(values: readonly HeaderValue[]): Header {
  const text = Object.fromEntries(values.map((value) => [value.field, value.text || null])) as Partial<Record<HeaderField, string | null>>;
  const at = (field: HeaderField) => text[field] ?? null;
  return {
    docType: at("docType"),
    number: at("number"),
    symbol: at("symbol"),
    issuer: at("issuer"),
    issuerParent: at("issuerParent"),
    place: at("place"),
    date: at("date"),
    subject: at("subject"),
    signer: at("signerName") === null ? null : { role: at("signerRole"), name: at("signerName") ?? "" },
    recipients: (at("recipients") ?? "").split("\n").filter((line) => line.trim() !== ""),
  };
}
