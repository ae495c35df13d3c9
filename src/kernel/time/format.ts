import type { CalendarDate } from "./dates.ts";
import { dateParts } from "./dates.ts";

/**
 * A date as official documents write it: "ngày 05 tháng 01 năm 2026", "ngày 29 tháng 6 năm 2019".
 * Days under 10 and months 1 and 2 are padded, other months are not (Decree 30/2020, annex I).
 */
export function formatDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `ngày ${String(day).padStart(2, "0")} tháng ${month < 3 ? `0${month}` : month} năm ${year}`;
}

/** "15/7/2017", "05/01/2026": the short form of running text, padded by the same rule. */
export function formatShortDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${String(day).padStart(2, "0")}/${month < 3 ? `0${month}` : month}/${year}`;
}
