/** What a time expression is, and the words that several kinds of it share. Patterns run on lower-case text. */
import type { CalendarDate } from "../dates.ts";
import { calendarDate } from "../dates.ts";
import type { Anchor, Recurrence, RecurrenceUnit } from "../recurrence.ts";
import { recurrenceText } from "../recurrence.ts";

export type TimeMention = {
  /** Offsets in the text that was given. */
  start: number;
  end: number;
  /**
   * `date` … `year`: a point or the end of a span; `recurring`; `period`: after N years of something; `trigger`: an
   * event ("khi có…"); `term`: a span that is nobody's deadline by itself ("giai đoạn 2021-2025", "từ ngày D").
   */
  kind: "date" | "quarter" | "month" | "year" | "recurring" | "period" | "trigger" | "term";
  /** Last day meant; null where none is stated. */
  date: CalendarDate | null;
  /** First day, for spans. */
  from: CalendarDate | null;
  /** The rule in words: "before 2017-07-15", "yearly before 12-10", "on event: …". */
  rule: string | null;
  recurrence: Recurrence | null;
  /** Whether words say that something is due then ("trước", "xong trong"), not only that a date is named. */
  cued: boolean;
};

/** A day and month whose year stands elsewhere: with a rhythm ("hằng năm (trước ngày 10/12)"), in a heading, nowhere. */
export type Partial = { anchors: Anchor[]; from: Anchor | null; before: boolean };

export type Found = Omit<TimeMention, "start" | "end"> & { partial?: Partial };

/** `year`: the year that a heading or the plan's title says; null when nothing does. */
export type Pattern = { find: RegExp; read: (found: RegExpExecArray, year: number | null) => Found | null };

export const HOUR = String.raw`(?:\d{1,2} ?(?:giờ|h|:) ?(?:\d{2})?[’']?(?: phút)?,? ?)?`;
export const YEAR = String.raw`(?:19|20|21)\d{2}(?!\d)`;
export const DAY = String.raw`(?:(?:ngày )?\d{1,2} tháng \d{1,2},? năm ${YEAR}|(?<!(?:tháng|quý) )(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?| năm )${YEAR})`;
export const DAY_PART = String.raw`(?:${DAY}|ngày \d{1,2}(?: tháng \d{1,2}| ?[/-] ?\d{1,2})?|\d{1,2}/\d{1,2})`;
export const EACH = "(?:hằng|hàng|mỗi|từng)";
export const ROMAN = "(?:iv|i{1,3}|[1-4])(?![\\p{L}\\d])";
export const LAST = "(?:chậm|muộn|trễ) nhất";
/** Words that make a date a deadline. */
export const CUE = `(?:đến trước|trước|${LAST}(?: là| vào| đến| trong| đến hết| trước)?(?: lúc)?|không (?:muộn|chậm|trễ) hơn|hạn (?:chót|cuối)(?: là)?|đến hết|hết|xong trong|trong|vào|xong|đến|tới|không quá|hoàn thành)`;

export const none: Found = { kind: "term", date: null, from: null, rule: null, recurrence: null, cued: false };

export const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

export const two = (value: number): string => String(value).padStart(2, "0");

/** "15/7/2017", "ngày 03 tháng 12 năm 2025" → a date. */
export function dayIn(text: string): CalendarDate | null {
  const [day = 0, month = 0, year = 0] = numbersIn(text).slice(-3);
  return calendarDate(year, month, day);
}

export function quarterOf(text: string): number {
  const roman = { i: 1, ii: 2, iii: 3, iv: 4 }[text];
  return roman ?? Number(text);
}

export function recurring(every: RecurrenceUnit[], at: Anchor[] = [], before = false, on: string | null = null): Found {
  const recurrence: Recurrence = { every, at, before, on };
  return { ...none, kind: "recurring", rule: recurrenceText(recurrence), recurrence, cued: true };
}

export const dated = (
  day: CalendarDate | null,
  rule: (day: CalendarDate) => string,
  cued: boolean,
  from: CalendarDate | null = null,
): Found | null => (day === null ? null : { ...none, kind: "date", date: day, from, rule: rule(day), cued });

/** Whether the cue leaves the day itself out: "trước ngày D". */
export const excludes = (cue: string): boolean => /^(?:đến )?trước$|nhất trước$/u.test(cue.trim());
