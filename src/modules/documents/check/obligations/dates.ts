/** Days that do not exist, do not fit their weekday, the document or its period. */
import { matchesOf } from "../../../../kernel/text.ts";
import { addMonths, calendarDate, dayOfWeek, daysBetween, formatShortDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { Due } from "../../compile/plan.ts";
import { basis } from "../basis.ts";
import type { Hit, Rule, View } from "../rule.ts";
import { within } from "../parts.ts";
import { say } from "./messages.ts";

const DAY =
  /(ngày\s+)?(?<![\d/.,-])(\d{1,2})(?:\s?\/\s?(\d{1,2})(?:\s?\/\s?(\d{4}))?|\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?)(?![\d/%-])/giu;

const noSuchDay: Rule = {
  id: "obligation/no-such-day",
  severity: "wrong",
  find({ sheet: { flow } }) {
    return [...flow.matchAll(DAY)].flatMap((match): Hit[] => {
      const [printed, cue, day = "", month1, year1, month2, year2] = match;
      const [month, year] = [Number(month1 ?? month2), year1 ?? year2];
      // "05/15" is a share, "12/13 xã" too: without "ngày" or a year a fraction is no date.
      if (!cue && !year && !month2) return [];
      if (!cue && /(?:đợt|lần|số|khoản|điều|mục)\s*$/iu.test(flow.slice(Math.max(0, match.index - 8), match.index))) return [];
      // "6 tháng 12 năm" counts months; a day stands after "ngày" there.
      if (month2 && !cue) return [];
      // A nought is a slip of recognition ("tháng 0 6"), not of the writer.
      if (month === 0 || Number(day) === 0) return [];
      if (calendarDate(Number(year ?? 2024), month, Number(day)) !== null || Number(year ?? 2024) < 1900 || Number(year ?? 2024) > 2199)
        return [];
      return [
        {
          places: [{ start: match.index, end: match.index + printed.length }],
          reason: say("noSuchDay", { printed: printed.replace(/\s+/gu, " ").replace(/^ngày /iu, "") }),
          basis: basis.calendar,
          mend: say("checkDate"),
        },
      ];
    });
  },
};

const names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const WEEKDAY = String.raw`thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\p{L}\d])|chủ\s+nhật`;
const DATE = String.raw`(?:ngày\s+)?(\d{1,2})(?:\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})|\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))`;
const BEFORE = new RegExp(String.raw`(?<!\p{L})(${WEEKDAY})\s*,?\s*\(?\s*${DATE}`, "giu");
const AFTER = new RegExp(String.raw`${DATE}\s*,?\s*\(?\s*(${WEEKDAY})`, "giu");

function weekdayOf(words: string): number {
  const key = words.toLowerCase().replace(/\s+/gu, " ").replace("bẩy", "bảy");
  const digit = /[2-7]/.exec(key)?.[0];
  return digit ? Number(digit) - 1 : names.findIndex((name) => name.toLowerCase() === key) + 1;
}

const weekday: Rule = {
  id: "obligation/weekday",
  severity: "wrong",
  find({ sheet: { flow } }) {
    const found = [
      ...[...flow.matchAll(BEFORE)].map((match) => ({ match, said: match[1] ?? "", numbers: match.slice(2) })),
      ...[...flow.matchAll(AFTER)].map((match) => ({ match, said: match[6] ?? "", numbers: match.slice(1, 6) })),
    ];
    const seen = new Set<number>();
    return found.flatMap(({ match, said, numbers: [day, month1, year1, month2, year2] }): Hit[] => {
      const date = calendarDate(Number(year1 ?? year2), Number(month1 ?? month2), Number(day));
      const dayAt = flow.indexOf(day ?? "", match.index);
      if (date === null || seen.has(dayAt)) return [];
      seen.add(dayAt);
      if (dayOfWeek(date) === weekdayOf(said)) return [];
      const real = names[dayOfWeek(date) - 1] ?? "";
      return [
        {
          places: [{ start: match.index, end: match.index + match[0].length }],
          reason: say("weekday", { printed: said.replace(/\s+/gu, " "), date: formatShortDate(date), real }),
          basis: basis.calendar,
          mend: say("weekdayMend", { real }),
        },
      ];
    });
  },
};

const SPAN =
  /từ\s+(?:ngày\s+)?(\d{1,2})\s?\/\s?(\d{1,2})\s?\/\s?(\d{4})\s+(?:đến|-|–)\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2})\s?\/\s?(\d{1,2})\s?\/\s?(\d{4})/giu;

const spanBack: Rule = {
  id: "obligation/span-backwards",
  severity: "wrong",
  find({ sheet: { flow } }) {
    return [...flow.matchAll(SPAN)].flatMap((match): Hit[] => {
      const [d1, m1, y1, d2, m2, y2] = match.slice(1).map(Number);
      const [from, to] = [calendarDate(y1 ?? 0, m1 ?? 0, d1 ?? 0), calendarDate(y2 ?? 0, m2 ?? 0, d2 ?? 0)];
      if (from === null || to === null || from <= to) return [];
      return [
        {
          places: [{ start: match.index, end: match.index + match[0].length }],
          reason: say("spanBack", { from: formatShortDate(from), to: formatShortDate(to) }),
          basis: basis.calendar,
          mend: say("checkDate"),
        },
      ];
    });
  },
};

/** Said of what has been: figures, results, weather. */
const TOLD = /(?:số liệu|tình hình|kết quả|đã |xảy ra|tính|thống kê|báo cáo|giai đoạn|mốc|lấy số)/iu;

/** "Thời gian: từ ngày 15/11 đến 15/12" in a plan of 18 November. */
const startsBefore: Rule = {
  id: "obligation/starts-before-document",
  severity: "hint",
  find({ sheet: { flow }, parts: { dated, dayKnown, isSchedule, body } }) {
    if (!isSchedule || dated === null || !dayKnown) return [];
    return matchesOf(flow, SPAN).flatMap((match): Hit[] => {
      const [d1, m1, y1, d2, m2, y2] = match.slice(1).map(Number);
      const [from, to] = [calendarDate(y1 ?? 0, m1 ?? 0, d1 ?? 0), calendarDate(y2 ?? 0, m2 ?? 0, d2 ?? 0)];
      if (from === null || to === null || from >= dated || to <= dated || daysBetween(from, dated) > 90 || !within(body, match.index))
        return [];
      const begin = Math.max(flow.lastIndexOf("\n", match.index), flow.lastIndexOf(". ", match.index)) + 1;
      if (TOLD.test(flow.slice(begin, match.index))) return [];
      return [
        {
          places: [{ start: match.index, end: match.index + match[0].length }],
          reason: say("startsBefore", { from: formatShortDate(from), own: formatShortDate(dated) }),
          basis: basis.within,
          mend: say("checkDate"),
        },
      ];
    });
  },
};

/** Last year of the period in the title: "giai đoạn 2021-2025", "năm 2026"; null when it names none or goes on after it. */
export function periodOf(subject: string | null): { first: number; last: number; shown: string } | null {
  if (subject === null || /những năm tiếp theo|định hướng|tầm nhìn|các năm tiếp/iu.test(subject)) return null;
  const span = /(?:giai đoạn|nhiệm kỳ|từ năm)\s+(\d{4})\s?(?:[-–]|đến(?: năm)?)\s?(\d{4})/iu.exec(subject);
  if (span) return /nhiệm kỳ/iu.test(span[0]) ? null : { first: Number(span[1]), last: Number(span[2]), shown: span[0] };
  const years = [...subject.matchAll(/năm\s+(\d{4})/giu)];
  const [only] = years;
  return years.length === 1 && only && !/đến\s+năm\s+\d{4}|từ\s+năm/iu.test(subject)
    ? { first: Number(only[1]), last: Number(only[1]), shown: only[0] }
    : null;
}

type Dated = { due: Due; span: View["plan"]["tasks"][number]["span"]; quote: string };

/** Deadlines that the text prints as days; ends of years and quarters are no slips of a day. */
function daysDue({ plan }: View): { date: CalendarDate; item: Dated }[] {
  const items: Dated[] = [...plan.tasks, ...plan.reporting];
  return items.flatMap((item) => (item.due.kind === "date" && item.due.date !== null ? [{ date: item.due.date, item }] : []));
}

const printedDay = (words: string, date: CalendarDate): boolean => {
  const [year = "", month = "", day = ""] = date.split("-");
  return new RegExp(
    String.raw`(?<!\d)0?${Number(day)}\s?(?:[/.-]\s?0?${Number(month)}|\s+tháng\s+0?${Number(month)})(?:\s?[/.-]\s?${year}|\s+năm\s+${year}|(?!\s?[/.-]?\d))`,
    "u",
  ).test(words);
};

const beforeDocument: Rule = {
  id: "obligation/due-before-document",
  severity: "look",
  find(view) {
    const { parts, sheet } = view;
    const { dated } = parts;
    if (!parts.isPlan || dated === null) return [];
    const first = parts.dayKnown ? dated : `${dated.slice(0, 7)}-01`;
    const seen = new Set<string>();
    return daysDue(view).flatMap(({ date, item }): Hit[] => {
      const place = sheet.range(item.span);
      const words = sheet.flow.slice(place.start, place.end);
      // A day of the past that the sentence tells of is no deadline: only an order to finish by it is asked about.
      if (
        date >= first ||
        within(parts.tail, place.start) ||
        !/(?:trước|xong|chậm nhất|hoàn thành|đến hết|hạn)/iu.test(words) ||
        !printedDay(words, date)
      )
        return [];
      if (/(?:kể từ|từ) ngày|số liệu|tính đến/iu.test(words) || seen.has(`${place.start}${date}`)) return [];
      seen.add(`${place.start}${date}`);
      return [
        {
          places: [place],
          reason: say("beforeDocument", { date: formatShortDate(date), own: formatShortDate(first) }),
          basis: basis.within,
          mend: say("checkDate"),
          about: `${date}${item.quote}`,
        },
      ];
    });
  },
};

const afterPeriod: Rule = {
  id: "obligation/due-after-period",
  severity: "look",
  find(view) {
    const { plan, parts, sheet } = view;
    const period = periodOf(plan.header.subject);
    if (!parts.isPlan || period === null) return [];
    // The last report of a period comes in the first months of the next year.
    const last = addMonths(`${period.last}-12-31`, 6);
    return daysDue(view).flatMap(({ date, item }): Hit[] => {
      const place = sheet.range(item.span);
      if (date <= last || !printedDay(sheet.flow.slice(place.start, place.end), date)) return [];
      return [
        {
          places: [place],
          reason: say("afterPeriod", { date: formatShortDate(date), period: period.shown }),
          basis: basis.within,
          mend: say("checkDate"),
          about: `${date}${item.quote}`,
        },
      ];
    });
  },
};

export const dayRules: Rule[] = [noSuchDay, weekday, spanBack, startsBefore, beforeDocument, afterPeriod];
