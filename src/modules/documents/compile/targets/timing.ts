/** How often and by when a number is owed. */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import type { Sentence, Stretch } from "../paragraphs/clauses.ts";
import type { Due, Frequency } from "../plan.ts";
import type { Quantity } from "../mentions/quantities.ts";
import { headingDue } from "../tasks/index.ts";
import type { Unit } from "../tasks/index.ts";

const frequencies: Record<string, Frequency> = {
  year: "yearly",
  half: "half-yearly",
  quarter: "quarterly",
  month: "monthly",
  week: "weekly",
};

const IN_A_YEAR = /^[^,;.]{4,80} (?:trong|một) (?:một )?năm(?! ?\d| học| tới| nay| qua| này| trước|\p{L})/u;

/** Rhythm said in the stretches. "…/năm" is said of what stands before it ("02 lần/năm, mỗi cuộc từ 60 người"). */
export function rhythm(unit: Unit, stretches: readonly Stretch[], at = 0): Frequency | null {
  for (const { start, end } of stretches) {
    const found = unit.times.find(
      (mention) =>
        mention.kind === "recurring" &&
        mention.start >= start &&
        mention.end <= end &&
        (mention.recurrence?.every.length ?? 0) > 0 &&
        (unit.low[mention.start] !== "/" || mention.start >= at),
    );
    const every = found?.recurrence?.every.at(-1);
    if (every && frequencies[every]) return frequencies[every];
    // "tối thiểu 12 cuộc trong năm": so many a year, whichever.
    if (at > start && IN_A_YEAR.test(unit.low.slice(at, end))) return "yearly";
  }
  return null;
}

function underHeading(unit: Unit): string | null {
  const due = headingDue(unit.node, unit.year);
  if (due.date) return due.date;
  if (unit.node.role !== "goals") return null;
  for (const entry of unit.node.path.toReversed()) {
    if (entry === unit.node.heading) continue;
    const [only, ...more] = new Set([...entry.title.matchAll(/năm (\d{4})(?! ?[-–] ?\d)/giu)].map(([, year]) => year));
    if (only !== undefined && more.length === 0 && !/giai đoạn|nhiệm kỳ|so với/iu.test(entry.title)) return `${only}-12-31`;
  }
  return null;
}

/**
 * The deadline said for this number: in its own words, at the head of its sentence, in the closing bracket, by its task,
 * by a label, over its section. `rivals`: the other numbers of the clause, each of which has the dates next to it.
 */
export function deadlineOf(
  unit: Unit,
  { start: at }: Stretch,
  clause: Stretch,
  sentence: Sentence,
  rivals: readonly Quantity[],
  task: Due,
  label: Due,
): { date: string | null; own: boolean } {
  // "02 lần/năm, vào tháng 5 và tháng 11": a rhythm's months are no deadline.
  const comesRound = rhythm(unit, [clause], at) !== null;
  const dates = unit.times.filter(
    ({ kind, date }) =>
      date !== null && kind !== "term" && kind !== "recurring" && !(comesRound && (kind === "month" || kind === "quarter")),
  );
  const goal = unit.node.role === "goals";
  // "Ngày hội năm 2026: …": the year only names the thing.
  const dating = ({ kind, cued, start }: TimeMention): boolean => cued || goal || kind !== "year" || start - sentence.start < 14;
  const bracketed = ({ start }: TimeMention): boolean => /\([^()]{0,20}$/u.test(unit.low.slice(Math.max(0, start - 24), start));
  const inClause = dates.filter((mention) => mention.start >= clause.start && mention.end <= clause.end);
  // "60%, đến hết năm 2026 đạt 70%": a date that stands right before another number is that one's.
  const opensRival = (end: number): boolean => {
    const rival = rivals.find(({ start }) => start >= end && start > at);
    return rival !== undefined && /^[^,;%\d]{0,30}$/u.test(unit.low.slice(end, rival.start));
  };
  // "giới thiệu 10 hội viên, phấn đấu có 04 đồng chí được kết nạp trước 02/9": the date of what it is said of.
  const ofRival = (from: number): boolean =>
    rivals.some(
      ({ start, end }) => start > at && end <= from && /, (?:trong đó|phấn đấu|riêng|đồng thời) [^,;]*$/u.test(unit.low.slice(at, start)),
    );
  const said =
    inClause.findLast((mention) => mention.end <= at && at - mention.end < 90 && dating(mention)) ??
    inClause.find(
      (mention) =>
        mention.start > at && !opensRival(mention.end) && !ofRival(mention.start) && (mention.cued || goal || bracketed(mention)),
    );
  if (said) return { date: said.date, own: true };
  const opening = dates.find((mention) => mention.start - sentence.start < 14 && mention.start >= sentence.start);
  if (opening) return { date: opening.date, own: true };
  const span = unit.times.find(
    ({ kind, from, date, start }) =>
      kind === "term" && from !== null && date !== null && start >= sentence.start && start - sentence.start < 14 && start < at,
  );
  if (span) return { date: span.date, own: true };
  const closing = unit.closing.kind === "none" ? null : unit.closing.date;
  const ofTask = inClause.length > 0 || comesRound ? null : task.date;
  return { date: closing ?? ofTask ?? (comesRound ? null : label.date) ?? underHeading(unit), own: closing !== null };
}
