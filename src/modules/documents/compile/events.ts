/** Occasions to be held and documents to be issued. */
import { fold } from "../../../kernel/text.ts";
import type { Stretch } from "./clauses.ts";
import type { EventPattern } from "./lexicon/events.ts";
import { eventPatterns } from "./lexicon/events.ts";
import type { Draft } from "./outline.ts";
import type { Paragraph } from "./paragraphs.ts";
import { quoteOf } from "./paragraphs.ts";
import type { PlanEvent } from "./plan.ts";
import { readQuantities } from "./quantities.ts";
import type { Group, Unit } from "./tasks/index.ts";
import { headingDue } from "./tasks/index.ts";
import { dueOf, timesIn } from "./timing.ts";
import type { Node } from "./document.ts";

export type DocumentMention = Stretch & { number: string | null };
type Found = Stretch & { kind: string; family: string | null };

/** A list of verbs of which this is one more ("quán triệt, triển khai, kiểm tra, giám sát, sơ kết, tổng kết các…") holds no event. */
/** "để tổ chức hội nghị", "việc tổ chức …": the occasion is not what this clause orders. */
const ASIDE =
  /(?:để|việc|khi|sau|nơi|điểm|thể|trước|kinh phí|trong|được|nếu|tham gia|hướng dẫn các điểm|các bước)(?: tham mưu| phối hợp)? $/u;
const ENUMERATED = /(?:kiểm tra, giám sát, |triển khai, (?:thực hiện, )?|đánh giá, |(?:dịp|khi|sau|báo cáo|vào) )$/u;

function holds(pattern: EventPattern, recurring: boolean, scheduled: boolean): boolean {
  return pattern.when === undefined || (pattern.when === "recurring" ? recurring : scheduled);
}

function findIn(source: string, low: string, clause: Stretch, recurring: boolean, scheduled: boolean): Found[] {
  const text = low.slice(clause.start, clause.end);
  const found: Found[] = [];
  for (const pattern of eventPatterns) {
    if (!holds(pattern, recurring, scheduled)) continue;
    for (const match of text.matchAll(pattern.find)) {
      const [start, end] = [clause.start + match.index, clause.start + match.index + match[0].length];
      if (/\p{L}/u.test(low[start - 1] ?? " ") || /[\p{L}]/u.test(low[end] ?? " ")) continue;
      if (pattern.lower && /\s\p{Lu}\p{L}*$/u.test(source.slice(start, end))) continue;
      if (
        pattern.kind === "ngày hội" &&
        (!/^["“]?Ngày/u.test(source.slice(start, end)) ||
          !/(?:^|(?:tổ chức|hiệu quả|chất lượng|duy trì|triển khai)[^.;,]{0,30})["“]?$/u.test(low.slice(clause.start, start)))
      )
        continue;
      if (ENUMERATED.test(low.slice(Math.max(clause.start, start - 30), start))) continue;
      if (
        pattern.family === "meeting" &&
        /^(?:tổ chức|chuẩn bị|mở|chủ trì|triệu tập)/u.test(low.slice(start, end)) &&
        ASIDE.test(low.slice(Math.max(clause.start, start - 24), start))
      )
        continue;
      const family = pattern.family ?? null;
      // Words of one family in one breath are one event.
      const near = found.some(
        (other) =>
          (start < other.end && end > other.start) ||
          (family !== null && other.family === family && Math.abs(other.end - end) < 45 && family !== "review-one" && family !== "check"),
      );
      if (!near) found.push({ start, end, kind: pattern.kind, family });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Numbers of the documents that an event is about: listed objects, not those inside another document's title. */
function refersTo(unit: Unit, event: Found, limit: number, mentions: readonly DocumentMention[], scheme: string | null): string | null {
  const { low } = unit;
  const numbers: string[] = [];
  let end = event.end;
  for (const mention of mentions) {
    if (mention.number === null || mention.start < event.end || mention.end > limit) continue;
    const between = low.slice(end, mention.start);
    if (numbers.length > 0 && !/(?:[;,]|\svà)\s*$/u.test(between)) continue;
    if (numbers.length === 0 && between.length > 160) continue;
    if (/(?:gắn với|theo|căn cứ)\s*$/u.test(between)) continue;
    numbers.push(mention.number);
    end = mention.end;
  }
  const schemes = /(?:thực hiện|triển khai|về) (?:việc thực hiện )?đề án(?! số)/u.exec(low.slice(event.start, limit));
  if (schemes && scheme && !numbers.includes(scheme)) numbers.unshift(scheme);
  return numbers.length > 0 ? numbers.join("; ") : null;
}

function recurrenceOf(group: Group, unit: Unit): string | null {
  const due = dueOf(group.signals);
  if (due.kind === "recurring" || due.kind === "period") return due.rule;
  return headingDue(unit.node).kind === "none" ? null : "once";
}

/** "Đợt 1: từ ngày … đến ngày …": a round of the work, held in the days that its heading gives. */
export function roundsOf(nodes: readonly Node[]): Draft<PlanEvent>[] {
  return nodes.flatMap(({ heading, paragraph, role }) => {
    if (heading === null || role === "purpose" || role === "situation") return [];
    const named =
      /^(?:đợt|vòng) \d/iu.test(heading.number) ||
      /^(?:dot|vong) (?:thi dua )?(?:\d|[ivx]+(?![a-z])|mot|hai|ba|bon)/.test(fold(heading.title));
    if (!named || dueOf(timesIn(heading.title)).kind === "none") return [];
    return [
      {
        ...quoteOf(paragraph, 0, paragraph.text.length),
        kind: "đợt",
        year: null,
        refers: null,
        recurrence: "once",
        rule: "event:round",
        confidence: 0.75,
      },
    ];
  });
}

/** Events of a unit. `scheme`: number of the scheme (Đề án) that the plan carries out, for mentions by title. */
export function eventsOf(unit: Unit, mentions: ReadonlyMap<Paragraph, DocumentMention[]>, scheme: string | null): Draft<PlanEvent>[] {
  const { paragraph, low, groups, node } = unit;
  if (!unit.ordered) return [];
  const dated = headingDue(node);
  const scheduled = dated.kind !== "none";
  const year = dated.kind === "year" && dated.date ? Number(dated.date.slice(0, 4)) : null;
  const documents = mentions.get(paragraph) ?? [];
  // The same occasion named again in the same paragraph is not another one.
  const told = new Set<string>();
  const first = (event: Draft<PlanEvent>): boolean => {
    const key = /^(?:sơ kết|tổng kết)/u.test(event.kind) ? event.quote : event.kind;
    return told.has(key) ? false : Boolean(told.add(key));
  };
  return groups.flatMap((group) => {
    const recurring = group.signals.some(({ kind }) => kind === "recurring");
    const groupEnd = group.stretches.at(-1)?.end ?? 0;
    return group.stretches.flatMap((clause) => {
      const found = findIn(paragraph.text, low, clause, recurring, scheduled);
      const quantities = readQuantities(low, clause);
      return found.flatMap((event, k) => {
        // "ít nhất 01 hội nghị phản biện": a quota, which is a target.
        if (
          quantities.some(
            ({ unitAt, compared, start }) =>
              (unitAt >= event.start - 2 && unitAt <= event.end) || (compared && start > event.start && start < event.end),
          )
        )
          return [];
        const next = found[k + 1];
        const limit = next?.start ?? groupEnd;
        const quoteEnd = next && next.start > event.end ? next.start : clause.end;
        return [
          {
            ...quoteOf(paragraph, event.start, quoteEnd),
            kind: event.kind,
            year,
            refers: refersTo(
              unit,
              event,
              next && /gắn với\s*$/u.test(low.slice(event.end, next.start))
                ? next.start
                : Math.max(limit, event.family === "review-one" ? groupEnd : limit),
              documents,
              scheme,
            ),
            recurrence: recurrenceOf(group, unit),
            rule: `event:${event.kind}`,
            confidence: scheduled || recurring ? 0.85 : 0.65,
          },
        ].filter(first);
      });
    });
  });
}
