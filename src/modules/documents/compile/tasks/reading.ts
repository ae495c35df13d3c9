/** Reads paragraphs into sentences and times, and hands leads on within an item. */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import { lexical } from "../bodies/index.ts";
import type { Sentence, Stretch } from "../paragraphs/clauses.ts";
import { readSentences } from "../paragraphs/clauses.ts";
import type { Heading, Node, PlanDocument } from "../outline/document.ts";
import { readLabel } from "../labels/labels.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import { bracketedOrder, heldBetween, readLead } from "../subjects/index.ts";
import { noDue, timesIn, yearOver } from "../mentions/timing.ts";
import { closingDue, shareDeadlines } from "./deadlines.ts";
import { groupClauses } from "./groups.ts";
import { inheritedLead } from "./headings.ts";
import { CLOSING, SPECIFIES, obliges } from "./obliges.ts";
import type { Reading, Unit } from "./unit.ts";

/** Sentences with the clauses of a subject that spans a semicolon put together ("Ủy ban MTTQ huyện; đảng ủy các xã căn cứ …"). */
function wholeSubjects(text: string, low: string, sentences: Sentence[], times: readonly TimeMention[]): Sentence[] {
  return sentences.map((sentence) => {
    const [first, ...rest] = sentence.clauses;
    if (first === undefined || rest.length === 0) return sentence;
    const subject = readLead(text, low, sentence, times);
    const inside = rest.filter(({ start }) => subject !== null && start < subject.end).length;
    if (inside === 0) return sentence;
    const joined = { start: first.start, end: rest[inside - 1]?.end ?? first.end };
    return { ...sentence, clauses: [joined, ...rest.slice(inside)] };
  });
}

/** Leading sentences that only describe ("Mô hình được hình thành từ …") are left out when orders follow. */
function withoutDescription(unit: Reading): Sentence[] {
  const { paragraph, low, sentences, times } = unit;
  const first = sentences.findIndex(
    (sentence) =>
      !SPECIFIES.test(low.slice(sentence.start, sentence.start + 60)) || readLead(paragraph.text, low, sentence, times) !== null,
  );
  return first > 0 ? sentences.slice(first) : sentences;
}

/** Reads a paragraph's sentences and times. */
export function readUnit(node: Node, cited: readonly Stretch[], planned: number | null): Reading {
  const { paragraph } = node;
  const end = paragraph.text.replace(/\s*\.?\/\.\s*$/u, "").length;
  const label = node.paragraph.marker?.level === 0 || node.heading === null ? readLabel(paragraph.text.slice(paragraph.bodyAt)) : null;
  const start = paragraph.bodyAt + (label?.kind === "content" ? label.valueAt : 0);
  const year = yearOver(node, planned);
  const times = timesIn(paragraph.text, cited, year);
  const low = lexical(paragraph.text);
  const sentences = wholeSubjects(paragraph.text, low, readSentences(paragraph.text, start, end), times);
  const unit = { node, paragraph, low, body: { start, end }, sentences, times, year };
  const telling = withoutDescription(unit);
  return { ...unit, sentences: telling, body: { start: telling[0]?.start ?? start, end } };
}

/** A paragraph on its own, outside any section: a table row, a heading that is done. */
export function soloUnit(paragraph: Paragraph, cited: readonly Stretch[], year: number | null): Unit {
  const read = readUnit({ paragraph, path: [], heading: null, role: "work", under: null, index: -1 }, cited, year);
  return { ...read, groups: groupClauses(read, []), ordered: true, closing: noDue };
}

/** `year`: the one year that the plan is for, null when it has none. */
export function readUnits({ nodes }: PlanDocument, mentions: ReadonlyMap<Paragraph, Stretch[]>, year: number | null): Unit[] {
  const units: Unit[] = [];
  // Lead of the numbered item that bullets and further paragraphs continue.
  const itemLeads = new Map<Heading, string[]>();
  for (const node of nodes) {
    const { paragraph, heading } = node;
    const label = readLabel(paragraph.text.slice(paragraph.bodyAt));
    const isLabel = label !== null && label.kind !== "content";
    if (heading?.kind === "heading" || isLabel) {
      continue;
    }
    const read = readUnit(node, mentions.get(paragraph) ?? [], year);
    const inherited = inheritedLead(node, itemLeads);
    const ordered = obliges(node, read);
    if (
      ordered ||
      (node.role !== "purpose" &&
        node.role !== "situation" &&
        node.role !== "criteria" &&
        read.body.end > read.body.start &&
        !CLOSING.test(read.low.slice(read.body.start, read.body.start + 400)))
    ) {
      const groups = groupClauses(read, inherited);
      const bracket = bracketedOrder(paragraph.text, read.low, read.body);
      if (bracket) for (const group of groups) if (!group.said) group.lead = bracket.names;
      for (const group of groups) {
        const between = group.lead.length === 0 ? group.stretches.flatMap((stretch) => heldBetween(paragraph.text, read.low, stretch)) : [];
        if (between.length > 0) group.lead = between;
      }
      units.push({ ...read, groups, ordered, closing: closingDue(paragraph, read.times) });
      const said = groups.find(({ said: here }) => here)?.lead;
      if (heading !== null && said && ordered) itemLeads.set(heading, said);
    }
  }
  shareDeadlines(units);
  return units;
}
