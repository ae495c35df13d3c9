/** Occasions to be held and documents to be issued. */
import { readQuantities } from "../mentions/quantities.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { datedCaption } from "../lexicon/events.ts";
import type { Draft } from "../outline/outline.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Due, PlanEvent } from "../plan.ts";
import { readLead } from "../subjects/index.ts";
import { readBodies } from "../bodies/index.ts";
import { headingDue } from "../tasks/index.ts";
import type { Group, Unit } from "../tasks/index.ts";
import { dueOf } from "../mentions/timing.ts";
import type { FoundEvent, Timing } from "./find.ts";
import { findEvents } from "./find.ts";
import type { DocumentMention } from "./refers.ts";
import { refersTo } from "./refers.ts";

export { roundsOf } from "./rounds.ts";

/**
 * What the document tells about events besides the clause: its mentions of documents, the number of the scheme (Đề án)
 * that the plan carries out, and when a paragraph's task is due by a label or a table cell.
 */
export type Surroundings = {
  mentions: ReadonlyMap<Paragraph, DocumentMention[]>;
  scheme: string | null;
  dueOf: (paragraph: Paragraph) => Due;
};

function recurrenceOf(group: Group, outer: Due): string | null {
  const due = dueOf(group.signals);
  if (due.kind === "recurring" || due.kind === "period") return due.rule;
  if (outer.kind === "recurring") return outer.rule;
  return outer.kind === "none" ? null : "once";
}

/** Where a clause begins to say what is done: its first word, past its times, past its subject, past "tham mưu cấp ủy". */
function openingsOf({ paragraph, low, times }: Unit, clause: Stretch): number[] {
  const past = (at: number): number => at + (/^[\s,:–-]*/u.exec(low.slice(at, at + 8))?.[0].length ?? 0);
  const openings = [clause.start];
  const time = times.find(({ start, end }) => start - clause.start <= 2 && start >= clause.start && end < clause.end);
  if (time) openings.push(past(time.end));
  const subject = readLead(paragraph.text, low, clause, times);
  if (subject) openings.push(past(subject.end));
  // "Chủ trì, phối hợp với Văn phòng UBND tỉnh kiểm tra đột xuất": past those it is done with.
  for (const at of openings.slice()) {
    const joined = /^(?:chủ trì,? )?phối hợp (?:với|cùng(?: với)?) /u.exec(low.slice(at, at + 40));
    const partners = joined && readBodies(paragraph.text.slice(0, clause.end), low.slice(0, clause.end), at + joined[0].length);
    if (partners) openings.push(past(partners.end));
  }
  return [...new Set(openings)];
}

/** The year printed with the occasion: "tổng kết vào năm 2030". */
function yearIn({ times }: Unit, start: number, end: number): number | null {
  const year = times.find((mention) => mention.kind === "year" && mention.cued && mention.start >= start && mention.end <= end);
  return year?.date ? Number(year.date.slice(0, 4)) : null;
}

/**
 * A quota ("ít nhất 01 hội nghị phản biện", "01 cuộc đối thoại") is a target and no event; classes and conferences that
 * are counted ("mở 02 lớp tập huấn") are held all the same.
 */
function isQuota(low: string, clause: Stretch, { start, end, family }: FoundEvent, dated: boolean): boolean {
  const overseen = family === "contact" || /^ (?:phản biện|giám sát)/u.test(low.slice(end, end + 30));
  if (!overseen) return false;
  return readQuantities(low, clause).some((quantity) => {
    const counted = quantity.unitAt >= start - 2 && quantity.unitAt <= end;
    const inside = quantity.start > start && quantity.start < end;
    return quantity.compared ? counted || inside : counted && !dated;
  });
}

/** "Thời gian kiểm tra … trước ngày 31/12/2026" in a section that orders nothing else. */
function captioned(unit: Unit): Draft<PlanEvent>[] {
  const { paragraph, low, times, body, node } = unit;
  const kind = datedCaption.exec(low.slice(body.start, body.start + 60))?.groups?.kind;
  if (kind === undefined || node.role === "purpose" || node.role === "situation") return [];
  if (!times.some(({ date, start }) => date !== null && start < body.end)) return [];
  return [
    {
      ...quoteOf(paragraph, body.start, body.end),
      kind,
      year: null,
      refers: null,
      recurrence: "once",
      rule: "event:caption",
    },
  ];
}

/** Events of a unit. */
export function eventsOf(unit: Unit, around: Surroundings): Draft<PlanEvent>[] {
  const { paragraph, low, groups, node } = unit;
  if (!unit.ordered) return captioned(unit);
  const heading = headingDue(node, unit.year);
  const outer = heading.kind === "none" ? around.dueOf(paragraph) : heading;
  // A row of a table is scheduled whatever its time cell says ("Tuần 3", "Khi có hướng dẫn").
  const scheduled = outer.kind !== "none" || (outer.rule !== null && paragraph.row !== null);
  const year = heading.kind === "year" && heading.date ? Number(heading.date.slice(0, 4)) : null;
  const documents = around.mentions.get(paragraph) ?? [];
  // The same occasion named again in the same paragraph is not another one.
  const told = new Set<string>();
  const first = (event: Draft<PlanEvent>): boolean => {
    const key = /^(?:sơ kết|tổng kết)/u.test(event.kind) ? event.quote : event.kind;
    return told.has(key) ? false : Boolean(told.add(key));
  };
  let review: FoundEvent | null = null;
  return groups.flatMap((group) => {
    const own = dueOf(group.signals);
    const recurring = group.signals.some(({ kind }) => kind === "recurring");
    const timing: Timing = { recurring, scheduled, timed: recurring || scheduled || own.kind !== "none" || unit.closing.kind !== "none" };
    const groupEnd = group.stretches.at(-1)?.end ?? 0;
    return group.stretches.flatMap((clause) => {
      let found = findEvents(paragraph.text, low, clause, openingsOf(unit, clause), timing);
      // "Tổng kết giai đoạn 2021-2025 vào năm 2025; giai đoạn 2026-2030 vào năm 2030": the verb is said once.
      if (found.length === 0 && review !== null && /^giai đoạn \d/u.test(low.slice(clause.start, clause.end)))
        found = [{ ...review, start: clause.start, end: clause.start + "giai đoạn".length }];
      review = found.findLast(({ family }) => family === "review-one") ?? null;
      return found.flatMap((event, k) => {
        if (isQuota(low, clause, event, own.date !== null)) return [];
        const next = found[k + 1];
        const limit = next?.start ?? groupEnd;
        const clauseEnd = next && next.start > event.end ? next.start : clause.end;
        const quoteEnd = event.start + low.slice(event.start, clauseEnd).replace(/(?:[,;]|\s(?:và|hoặc))\s*$/u, "").length;
        const joined = next && /gắn với\s*$/u.test(low.slice(event.end, next.start)) ? next.start : null;
        return [
          {
            ...quoteOf(paragraph, event.start, quoteEnd),
            kind: event.kind,
            year: yearIn(unit, event.start, quoteEnd) ?? year,
            refers: refersTo(
              low,
              event,
              joined ?? Math.max(limit, event.family === "review-one" ? groupEnd : limit),
              documents,
              around.scheme,
            ),
            recurrence: recurrenceOf(group, outer),
            rule: `event:${event.kind}`,
          },
        ].filter(first);
      });
    });
  });
}
