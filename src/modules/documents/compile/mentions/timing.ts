/** Due dates of clauses, headings and labels, from the time expressions in them. */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import { bareDay, findTimes } from "../../../../kernel/time/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { quotedIn } from "../paragraphs/clauses.ts";
import type { Node } from "../outline/document.ts";
import type { Due } from "../plan.ts";

export const noDue: Due = { kind: "none", date: null, rule: null, recurrence: null };

/** Time expressions of a text outside quotations and cited documents; `year` is what "tháng 3", "trước ngày 15/6" mean there. */
export function timesIn(text: string, cited: readonly Stretch[] = [], year: number | null = null): TimeMention[] {
  return findTimes(text, [...quotedIn(text), ...cited], year);
}

const yearsIn = (text: string): number[] => [
  ...new Set([...text.matchAll(/(?<![-–/\d] ?)năm ((?:19|20)\d{2})(?! ?[-–] ?\d)/giu)].map(([, year]) => Number(year))),
];

/**
 * The one year that a plan is for: said in its title, else that of its date; null for a plan of several years, and for
 * rules that hold until they are changed (Quy định, Quy chế), where "trước ngày 15/12" means every year's.
 */
export function planYear(subject: string, date: string | null, docType: string | null): number | null {
  const named = yearsIn(subject);
  if (named.length > 1 || /(?:giai đoạn|nhiệm kỳ|thời kỳ)/iu.test(subject)) return null;
  if (named[0] !== undefined) return named[0];
  return date === null || /^(?:quy|nghị|luật|điều lệ|đề án)/iu.test(docType ?? "") ? null : Number(date.slice(0, 4));
}

/** The year that a paragraph's headings say ("III. LỊCH CÔNG TÁC NĂM 2027"), else the plan's. */
export function yearOver({ path }: Pick<Node, "path">, year: number | null): number | null {
  for (const { title, kind } of path.toReversed()) {
    const [only, ...more] = kind === "heading" ? yearsIn(title) : [];
    if (only !== undefined && more.length === 0) return only;
  }
  return year;
}

const within = (mention: TimeMention, { start, end }: Stretch): boolean => mention.start >= start && mention.end <= end;

/** Mentions that set a time for this clause, not only name one in passing. */
export function signalsOf(text: string, mentions: readonly TimeMention[], clause: Stretch): TimeMention[] {
  return mentions.filter((mention) => {
    if (!within(mention, clause)) return false;
    const lead = text.slice(clause.start, mention.start);
    const opens = lead.trim().length <= 12 || /^(?:Phấn đấu|Định kỳ|Riêng|Đồng thời|Giai đoạn)[\s,]*$/iu.test(lead.trim());
    const bracketed = /\((?:[^()]{0,40})$/u.test(lead);
    const completes =
      /(?:hoàn thành|xong|kết thúc)[^,;.]{0,60}$|^(?:thời gian|thời hạn|hạn|tiến độ)[^;.]{0,160}$|chậm nhất[^;.]{0,140}$/iu.test(lead);
    const tail = text.slice(mention.end, clause.end);
    if (mention.kind === "year")
      return mention.cued
        ? opens || bracketed || completes || (/^[\s.;/]*$/u.test(tail) && !/(?:giai đoạn|nhiệm kỳ)\P{N}{0,20}$/iu.test(lead.slice(-60)))
        : opens && /^\s*[,:]?/u.test(tail);
    if (mention.kind === "date" || mention.kind === "month") return mention.cued || bracketed || completes || opens;
    if (mention.kind === "quarter") return true;
    if (mention.kind === "trigger") {
      if (/^(?:ngay )?(?:trước khi|sau khi)/iu.test(text.slice(mention.start, mention.end))) return opens || /^[\s.;/)]*$/u.test(tail);
      return true;
    }
    return mention.kind !== "term";
  });
}

const points = ["date", "quarter", "month"];

/** The due date that a set of mentions amounts to. An anchored rhythm ("trước 10/12 hằng năm") goes before a bare one. */
export function dueOf(mentions: readonly TimeMention[]): Due {
  const trigger = mentions.find(({ kind }) => kind === "trigger");
  const withTrigger = (due: Due): Due => (trigger?.rule ? { ...due, rule: `${due.rule}; ${trigger.rule}` } : due);
  const rhythms = mentions.filter(({ kind }) => kind === "recurring");
  const anchored = rhythms.find(({ recurrence }) => (recurrence?.at.length ?? 0) > 0);
  const timed = (mention: TimeMention): Due =>
    withTrigger({ kind: mention.kind as Due["kind"], date: mention.date, rule: mention.rule, recurrence: mention.recurrence });
  if (anchored) return timed(anchored);
  const dated = mentions.filter(({ kind, date }) => points.includes(kind) && date !== null);
  const latest = dated.reduce<TimeMention | null>(
    (last, mention) => (last === null || (mention.date ?? "") > (last.date ?? "") ? mention : last),
    null,
  );
  if (latest) return timed(latest);
  const rhythm = rhythms.find(({ recurrence }) => (recurrence?.every.length ?? 0) > 0) ?? rhythms[0];
  const year = mentions.findLast(({ kind }) => kind === "year");
  if (rhythm) return timed(rhythm);
  if (year) return timed(year);
  const period = mentions.find(({ kind }) => kind === "period");
  if (period) return timed(period);
  const term = mentions.find(({ kind }) => kind === "term");
  const rule = trigger?.rule ?? term?.rule ?? null;
  return { ...noDue, rule };
}

/** Due date stated by a label's value or a dated heading, where a bare date or year already is the deadline. */
export function statedDue(value: string, year: number | null = null): Due {
  const mentions = timesIn(value, [], year);
  const due = dueOf(mentions);
  if (due.kind !== "none") return due;
  const day = year === null || due.rule !== null ? null : bareDay(value, year);
  if (day !== null) return { kind: "date", date: day.date, rule: day.rule, recurrence: null };
  const term = mentions.find(({ kind, date }) => kind === "term" && date !== null);
  return term ? { kind: "year", date: term.date, rule: term.rule, recurrence: null } : due;
}
