/**
 * Which of the figures that a unit sent make up a stretch of time: the longest periods first, none of them twice. "6 tháng"
 * and "quý III" together; not "quý I" beside the "6 tháng" that holds it. Pure.
 */
import { parsePeriod, type CalendarDate, type Period } from "../../../kernel/time/index.ts";

/** Every period that lies in the days, in both calendars; a year of a calendar that cuts off counts for the year of its code. */
export function periodsWithin({ from, to }: { from: CalendarDate; to: CalendarDate }): Period[] {
  const years = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) years.push(year);
  const codes = years.flatMap((year) => [
    `${year}`,
    `${year}-9M`,
    `${year}-H1`,
    `${year}-H2`,
    ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
    ...Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`),
  ]);
  return (["civil", "cut-off-15"] as const).flatMap((calendar) =>
    codes.flatMap((code) => {
      const period = parsePeriod(calendar, code);
      // A plan that begins in January takes the December days of a calendar that begins on the 15th.
      return period && period.to >= from && period.to <= to ? [period] : [];
    }),
  );
}

const length = ({ from, to }: Pick<Period, "from" | "to">): number => Date.parse(to) - Date.parse(from);

/** Of those that were given, a set without shared days, longest first. */
export function cover<T extends { period: Period }>(given: readonly T[]): T[] {
  const chosen: T[] = [];
  for (const each of given.toSorted((a, b) => length(b.period) - length(a.period) || a.period.from.localeCompare(b.period.from))) {
    const clear = chosen.every(({ period }) => period.to < each.period.from || period.from > each.period.to);
    if (clear) chosen.push(each);
  }
  return chosen.toSorted((a, b) => a.period.from.localeCompare(b.period.from));
}
