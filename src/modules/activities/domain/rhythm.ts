import type { Text } from "../../../kernel/language.ts";
import { addDays, addMonths, calendarDate, dateParts, dayOfWeek, endOfMonth, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Rhythm } from "../contract.ts";

const weekdays: Text[] = [
  { vi: "thứ hai", en: "Monday" },
  { vi: "thứ ba", en: "Tuesday" },
  { vi: "thứ tư", en: "Wednesday" },
  { vi: "thứ năm", en: "Thursday" },
  { vi: "thứ sáu", en: "Friday" },
  { vi: "thứ bảy", en: "Saturday" },
  { vi: "chủ nhật", en: "Sunday" },
];
const nths: Text[] = [
  { vi: "đầu tiên", en: "first" },
  { vi: "lần hai", en: "second" },
  { vi: "lần ba", en: "third" },
  { vi: "lần bốn", en: "fourth" },
  { vi: "cuối cùng", en: "last" },
];

/** Every day in [from, to] on which it comes round, in order. */
export function daysOf(rhythm: Rhythm, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  if (rhythm.every === "week") {
    for (let day = addDays(from, (7 + rhythm.weekday - dayOfWeek(from)) % 7); day <= to; day = addDays(day, 7)) days.push(day);
    return days;
  }
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = addMonths(month, 1)) {
    const day = dayInMonth(rhythm, month);
    if (day !== null && day >= from && day <= to) days.push(day);
  }
  return days;
}

/** The day in the month that begins with `first`; null when none falls in it. */
function dayInMonth(rhythm: Exclude<Rhythm, { every: "week" }>, first: CalendarDate): CalendarDate | null {
  const { year, month } = dateParts(first);
  const on = (day: number) => calendarDate(year, month, day) ?? endOfMonth(year, month);
  switch (rhythm.every) {
    case "month":
      return on(rhythm.day);
    case "quarter":
      return (month - 1) % 3 === rhythm.month - 1 ? on(rhythm.day) : null;
    case "year":
      return month === rhythm.month ? on(rhythm.day) : null;
    case "month-weekday": {
      const earliest = addDays(first, (7 + rhythm.weekday - dayOfWeek(first)) % 7);
      if (rhythm.nth < 5) return addDays(earliest, 7 * (rhythm.nth - 1));
      const fifth = addDays(earliest, 28);
      return fifth <= endOfMonth(year, month) ? fifth : addDays(earliest, 21);
    }
  }
}

/** "Thứ bảy đầu tiên hằng tháng", for lists. */
export function rhythmText(rhythm: Rhythm): Text {
  const weekday = (number: number): Text => weekdays[number - 1] ?? { vi: "", en: "" };
  switch (rhythm.every) {
    case "week":
      return { vi: `${capital(weekday(rhythm.weekday).vi)} hằng tuần`, en: `Every ${weekday(rhythm.weekday).en}` };
    case "month":
      return { vi: `Ngày ${rhythm.day} hằng tháng`, en: `Day ${rhythm.day} of every month` };
    case "month-weekday": {
      const nth = nths[rhythm.nth - 1] ?? { vi: "", en: "" };
      return {
        vi: `${capital(weekday(rhythm.weekday).vi)} ${nth.vi} hằng tháng`,
        en: `The ${nth.en} ${weekday(rhythm.weekday).en} of every month`,
      };
    }
    case "quarter":
      return {
        vi: `Ngày ${rhythm.day} tháng thứ ${["nhất", "hai", "ba"][rhythm.month - 1]} hằng quý`,
        en: `Day ${rhythm.day} of month ${rhythm.month} of every quarter`,
      };
    case "year":
      return { vi: `Ngày ${rhythm.day}/${rhythm.month} hằng năm`, en: `Every year on ${rhythm.day}/${rhythm.month}` };
  }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
