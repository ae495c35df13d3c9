/** Days and spans of days, with the year said, and those whose year has to be found elsewhere. */
import type { CalendarDate } from "../dates.ts";
import { calendarDate, dateParts } from "../dates.ts";
import type { Anchor } from "../recurrence.ts";
import type { Found, Pattern } from "./mention.ts";
import { CUE, DAY, DAY_PART, dated, dayIn, excludes, HOUR, none, numbersIn, YEAR } from "./mention.ts";

/** Completes "ngày 08" or "ngày 15/11" from the end of its span. */
function startOfSpan(text: string, end: CalendarDate): CalendarDate | null {
  const [day = 0, month = dateParts(end).month, year = dateParts(end).year] = numbersIn(text);
  const from = calendarDate(year, month, day);
  return from !== null && from > end && numbersIn(text).length < 3 ? calendarDate(year - 1, month, day) : from;
}

/** "(18/11/1930 - 18/11/2026)": the day that is remembered and its return, no span of work. */
function anniversary(from: CalendarDate | null, to: CalendarDate): Found | null {
  if (from === null || from.slice(5) !== to.slice(5)) return null;
  const years = dateParts(to).year - dateParts(from).year;
  return years < 5 ? null : { ...none, from, rule: `anniversary: ${years} years of ${from}` };
}

const PART = String.raw`(?:ngày )?\d{1,2}(?:/\d{1,2}(?!\d|[/.,-]\d)| tháng \d{1,2}(?! ?(?:/|năm|,? năm) ?\d))`;
const PARTS = String.raw`(?<days>${PART}(?:(?:,| và|,? hoặc|;) (?:trước |${CUE} )?${PART}){0,3})`;
/** What shows that two numbers with a stroke are no day: a share ("1/3 số hộ") or a count of hours. */
const NO_SHARE = String.raw`(?! (?:số|tổng|diện|dân|hộ|xã|thôn|thành viên|đại biểu|giờ)(?!\p{L}))`;

/** Day and month pairs of "ngày 15/6 và 15 tháng 12"; null when one of them is no day. */
export function anchorsIn(text: string): Anchor[] | null {
  const anchors = [...text.matchAll(/(\d{1,2})(?:\/| tháng )(\d{1,2})/gu)].map(([, day, month]) => ({
    month: Number(month),
    day: Number(day),
  }));
  return anchors.length > 0 && anchors.every(({ month, day }) => calendarDate(2024, month, day)) ? anchors : null;
}

const partial = (days: string, before: boolean, from: Anchor | null = null): Found | null => {
  const anchors = anchorsIn(days);
  return anchors === null ? null : { ...none, kind: "date", cued: true, partial: { anchors, from, before } };
};

/** Spans of days, the first to be read: their days are no days on their own. */
export const ranges: Pattern[] = [
  {
    // The last day counts.
    find: new RegExp(String.raw`(?:từ )?${HOUR}(${DAY_PART}) ?(?:đến|tới|-|–|—) ?(?:hết |trước )?${HOUR}(${DAY})`, "gu"),
    read: ([, first = "", last = ""]) => {
      const end = dayIn(last);
      if (end === null) return null;
      const from = startOfSpan(first, end);
      return anniversary(from, end) ?? dated(end, (day) => `until ${day}`, true, from);
    },
  },
];

export const fullDays: Pattern[] = [
  {
    // "các ngày 19, 20 và 21/5/2026": the last of them.
    find: new RegExp(
      String.raw`(?<cue>${CUE} )?(?:các )?ngày (?<first>\d{1,2})(?:(?:,| và| -|-|–| –) ?(?:ngày )?\d{1,2}){1,5} ?(?:tháng |/) ?\d{1,2} ?(?:/|,? năm |-) ?${YEAR}`,
      "gu",
    ),
    read: ({ 0: text, groups }) => {
      const end = dayIn(text);
      return end === null ? null : dated(end, (day) => `on ${day}`, Boolean(groups?.cue), startOfSpan(groups?.first ?? "", end));
    },
  },
  { find: new RegExp(`tính đến (?:hết |thời điểm )?${DAY}`, "gu"), read: ([text]) => ({ ...none, rule: `as of ${dayIn(text)}` }) },
  { find: new RegExp(`sau ${DAY}`, "gu"), read: ([text]) => ({ ...none, rule: `after ${dayIn(text)}` }) },
  {
    find: new RegExp(String.raw`(?<cue>${CUE}) ${HOUR}(?<day>${DAY})`, "gu"),
    read: ({ groups }) => dated(dayIn(groups?.day ?? ""), (day) => (excludes(groups?.cue ?? "") ? `before ${day}` : `by ${day}`), true),
  },
  {
    find: new RegExp(String.raw`(?:kể |tính )?từ (?:khi |ngày )?(${DAY})`, "gu"),
    read: ([, day = ""]) => ({ ...none, from: dayIn(day), rule: `from ${dayIn(day)}` }),
  },
  { find: new RegExp(DAY, "gu"), read: ([text]) => dated(dayIn(text), (day) => `on ${day}`, false) },
];

/** "05/10", "7h30, 01/10 (thứ Năm)", "19-21/10", "Từ 12 đến 20/10", "22, 23/10": all that a cell or a label says of the time. */
const BARE = new RegExp(
  String.raw`^(?:(?:sáng|chiều|tối|đêm|cả ngày|dự kiến|khoảng|lúc|từ|các|vào)[\s:,]*)*${HOUR}(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? ?)?(?:các )?(?:ngày )?(?<days>\d{1,2}(?:/\d{1,2})?(?:(?:,| và| -|-|–| –| đến|,? đến) ?(?:ngày )?\d{1,2}(?:/\d{1,2})?){0,5})(?:/${YEAR})?(?=$|[\s.;,(])(?! ?(?:/|năm|tháng))`,
  "u",
);

/** The day, of a year said elsewhere, that a text which is nothing but a time names; null when it names none. */
export function bareDay(text: string, year: number): Found | null {
  const days = BARE.exec(text.trim().toLowerCase())?.groups?.days;
  const last = days && /(\d{1,2})\/(\d{1,2})$/u.exec(days);
  if (!days || !last) return null;
  const end = calendarDate(year, Number(last[2]), Number(last[1]));
  const [first = 0, month = Number(last[2])] = numbersIn(/^\d{1,2}(?:\/\d{1,2})?/u.exec(days)?.[0] ?? "");
  const from = calendarDate(year, month, first);
  const span = end !== null && from !== null && from < end;
  return dated(end, (day) => (span ? `from ${from} to ${day}` : `on ${day}`), false, span ? from : null);
}

/** Tried after the rhythms that carry their own days ("ngày 01/6 và 15/11 hằng năm"). */
export const partialDays: Pattern[] = [
  {
    find: new RegExp(String.raw`từ ${HOUR}(?<first>${PART}|ngày \d{1,2}) ?(?:đến|tới|-|–) ?(?:hết |trước )?${HOUR}(?<last>${PART})`, "gu"),
    read: ({ groups }) => {
      const [last] = anchorsIn(groups?.last ?? "") ?? [];
      const [day = null, month = last?.month ?? null] = numbersIn(groups?.first ?? "");
      return partial(groups?.last ?? "", false, { day, month });
    },
  },
  {
    find: new RegExp(String.raw`(?<cue>${CUE}) ${HOUR}${PARTS}${NO_SHARE}`, "gu"),
    // "đạt đến 2/3", "trong 1/2": without "ngày" only a word that can do nothing but date makes a day of a fraction.
    read: ({ groups }) =>
      /ngày|tháng/u.test(groups?.days ?? "") || /trước|nhất|xong|hạn/u.test(groups?.cue ?? "")
        ? partial(groups?.days ?? "", excludes(groups?.cue ?? ""))
        : null,
  },
];
