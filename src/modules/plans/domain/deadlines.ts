import type { CalendarDate } from "../../../kernel/time/dates.ts";
import { addDays } from "../../../kernel/time/dates.ts";
import { formatShortDate } from "../../../kernel/time/format.ts";
import { findTimes } from "../../../kernel/time/expressions/index.ts";
import { nfc, squeeze } from "../../../kernel/text.ts";
import type { Anchor, Recurrence, RecurrenceUnit } from "../../../kernel/time/recurrence.ts";
import { occurrences } from "../../../kernel/time/recurrence.ts";
import type { PlanDue } from "../shapes.ts";

export const noDue: PlanDue = { kind: "none", text: "", date: null, lastDay: null, recurrence: null };

const units: Record<string, RecurrenceUnit> = {
  daily: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  "every 6 months": "half",
  "half-yearly": "half",
  "every 9 months": "nine-month",
  yearly: "year",
};

/**
 * The rhythm behind a rule in words, as compiled plans carry it ("every 6 months and yearly", "yearly before 12-10",
 * "yearly in 10", "monthly before 23", "yearly on 06-01 and 11-15"). A rhythm without an interval has no `every`.
 * Null for rules that are no rhythm.
 */
export function recurrenceOf(rule: string): Recurrence | null {
  if (/^periodic|^on event|session/.test(rule)) return { every: [], at: [], before: false, on: /^on event: (.+)/.exec(rule)?.[1] ?? null };
  const found =
    /^((?:(?:daily|weekly|monthly|quarterly|every [69] months|half-yearly|yearly)(?: and )?)+)(?: (before|on|in) ([\d-]+(?: and [\d-]+)*))?/.exec(
      rule,
    );
  if (!found) return null;
  const every = (found[1] ?? "").split(" and ").flatMap((name) => units[name.trim()] ?? []);
  const at = (found[3] ?? "")
    .split(" and ")
    .filter(Boolean)
    .map((anchor) => anchorOf(anchor, every));
  return { every, at, before: found[2] === "before", on: null };
}

function anchorOf(text: string, every: RecurrenceUnit[]): Anchor {
  const [first = 0, second] = text.split("-").map(Number);
  if (second !== undefined) return { month: first, day: second };
  return every.includes("year") ? { month: first, day: null } : { month: null, day: first };
}

/** What a compiled plan says of a deadline; newer compilers add the words, the last day and the rhythm themselves. */
export type PrintedDue = {
  kind: PlanDue["kind"];
  date: string | null;
  rule: string | null;
  text?: string | null;
  lastDay?: string | null;
  recurrence?: Recurrence | null;
};

const isBefore = (rule: string | null): boolean => rule !== null && /^before \d{4}-\d{2}-\d{2}/.test(rule);

/** The deadline of a plan's item: the printed words kept, the last day computed where the words allow it. */
export function dueFrom(printed: PrintedDue): PlanDue {
  const { kind, rule } = printed;
  const date = printed.date !== null && /^\d{4}-\d{2}-\d{2}$/.test(printed.date) ? printed.date : null;
  const recurrence =
    kind === "recurring" ? (printed.recurrence ?? recurrenceOf(rule ?? "") ?? { every: [], at: [], before: false, on: null }) : null;
  const lastDay = printed.lastDay ?? (date === null ? null : isBefore(rule) ? addDays(date, -1) : date);
  return { kind, text: printed.text ?? wordsFor(kind, date, rule, recurrence), date, lastDay, recurrence };
}

/**
 * The deadline that an editor writes in words. `lastDay` is set by hand where the words name no day that can be computed,
 * or another one is meant; it then prevails.
 */
export function dueFromWords(words: string, lastDay: CalendarDate | null): PlanDue {
  const text = squeeze(nfc(words));
  const mentions = findTimes(text);
  const told = mentions.find(({ cued, kind }) => cued && kind !== "trigger") ?? mentions.find(({ kind }) => kind !== "term") ?? null;
  const kind = told === null || told.kind === "trigger" || told.kind === "term" ? "none" : told.kind;
  const read = dueFrom({
    kind,
    date: kind === "none" ? null : (told?.date ?? null),
    rule: told?.rule ?? null,
    recurrence: told?.recurrence ?? undefined,
    text,
  });
  if (lastDay === null || lastDay === read.lastDay) return read;
  return { kind: "date", text: text || `ngày ${formatShortDate(lastDay)}`, date: lastDay, lastDay, recurrence: null };
}

const rhythm: Record<RecurrenceUnit, string> = {
  day: "hằng ngày",
  week: "hằng tuần",
  month: "hằng tháng",
  quarter: "hằng quý",
  half: "6 tháng",
  "nine-month": "9 tháng",
  year: "hằng năm",
};

/** Words in the document's language for a deadline whose own words were not kept. */
function wordsFor(kind: PlanDue["kind"], date: CalendarDate | null, rule: string | null, recurrence: Recurrence | null): string {
  if (recurrence) {
    if (recurrence.every.length === 0) return recurrence.on ?? "định kỳ";
    return [recurrence.every.map((unit) => rhythm[unit]).join(", "), ...anchorWords(recurrence)].join(", ");
  }
  if (date !== null) {
    if (isBefore(rule)) return `trước ngày ${formatShortDate(date)}`;
    if (kind === "year") return `trong năm ${date.slice(0, 4)}`;
    if (kind === "quarter") return `trong quý ${["I", "II", "III", "IV"][Math.ceil(Number(date.slice(5, 7)) / 3) - 1]}/${date.slice(0, 4)}`;
    if (kind === "month") return `trong tháng ${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;
    return `ngày ${formatShortDate(date)}`;
  }
  return rule === null ? "" : rule.replace(/^on event: /, "");
}

function anchorWords({ at, before }: Recurrence): string[] {
  if (at.length === 0) return [];
  const days = at.map(({ month, day }) =>
    day === null
      ? `tháng ${month}`
      : month === null
        ? `ngày ${day}`
        : `ngày ${formatShortDate(`2000-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`).slice(0, -5)}`,
  );
  return [`${before ? "trước " : ""}${days.join(" và ")}`];
}

/** One time that a duty falls due. `period` is null for what is done once. */
export type Occurrence = { period: string | null; text: string; date: CalendarDate | null; lastDay: CalendarDate | null };

const rank: RecurrenceUnit[] = ["year", "nine-month", "half", "quarter", "month", "week"];

/** A code per day, distinct within the list: "2026", "2026-H1", "2026-Q3", "2026-03"; the shortest that tells them apart. */
function periodCodes(recurrence: Recurrence, days: CalendarDate[]): string[] {
  const coarse = days.map((day) => codeAt(day, unitOf(recurrence, day)));
  return days.map((day, at) => {
    const mine = coarse[at] ?? day;
    if (coarse.indexOf(mine) === coarse.lastIndexOf(mine)) return mine;
    const finer = (["half", "quarter", "month"] as const).find(
      (unit) => days.filter((other) => codeAt(other, unit) === codeAt(day, unit)).length === 1,
    );
    return finer ? codeAt(day, finer) : day;
  });
}

/** The longest rhythm that falls on this day: 31/12 of "6 tháng, 1 năm" is the year's. */
function unitOf(recurrence: Recurrence, day: CalendarDate): RecurrenceUnit {
  const fitting = rank.filter(
    (unit) => recurrence.every.includes(unit) && occurrences({ ...recurrence, every: [unit] }, day, day).length > 0,
  );
  return fitting[0] ?? recurrence.every[0] ?? "year";
}

function codeAt(day: CalendarDate, unit: RecurrenceUnit): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (unit === "year") return year;
  if (unit === "nine-month") return `${year}-9M`;
  if (unit === "half") return `${year}-H${month < 7 ? 1 : 2}`;
  if (unit === "quarter") return `${year}-Q${Math.ceil(month / 3)}`;
  if (unit === "month") return `${year}-${day.slice(5, 7)}`;
  return day;
}

export type PlanWindow = { from: CalendarDate; to: CalendarDate };

/**
 * When a duty falls due, as far as it is put on desks now: once for a dated or open one; for a rhythm every occurrence
 * since `since` (the day of issue), up to the current one and the next after it. A rhythm without an interval, or a daily
 * one, stands once without a day. Calling it again later gives the same list, longer at the end.
 */
export function dueTimes(due: PlanDue, window: PlanWindow, since: CalendarDate, today: CalendarDate): Occurrence[] {
  const rule = due.recurrence;
  const once: Occurrence = { period: null, text: due.text, date: due.date, lastDay: due.lastDay };
  if (due.kind !== "recurring" || rule === null || rule.every.length === 0 || rule.every.every((unit) => unit === "day")) return [once];
  const last = due.date !== null && due.date < window.to ? due.date : window.to;
  const days = occurrences(rule, window.from, last);
  const codes = periodCodes(rule, days);
  const times = days.map((date, at) => ({
    period: codes[at] ?? date,
    text: due.text,
    date,
    lastDay: rule.before && rule.at.length > 0 ? addDays(date, -1) : date,
  }));
  const owed = times.filter(({ lastDay }) => lastDay >= since);
  const current = owed.findIndex(({ lastDay }) => lastDay >= today);
  return current < 0 ? owed : owed.slice(0, current + 2);
}
