import { addDays, type CalendarDate } from "../../../kernel/time/index.ts";

/** Days from–until, both inclusive; null: open on that side. */
export type Span = { from: CalendarDate | null; until: CalendarDate | null };

export function holdsOn(span: Span, day: CalendarDate): boolean {
  return (span.from === null || span.from <= day) && (span.until === null || day <= span.until);
}

export function overlaps(a: Span, b: Span): boolean {
  return (a.from === null || b.until === null || a.from <= b.until) && (b.from === null || a.until === null || b.from <= a.until);
}

/** Whether `inner` lies wholly inside `outer`. */
export function covers(outer: Span, inner: Span): boolean {
  const begins = outer.from === null || (inner.from !== null && outer.from <= inner.from);
  const ends = outer.until === null || (inner.until !== null && inner.until <= outer.until);
  return begins && ends;
}

/** The whole time from the first day of any row to the last; rows in the order of time. */
export function reach(rows: readonly Span[]): Span {
  return { from: rows[0]?.from ?? null, until: rows.at(-1)?.until ?? null };
}

/**
 * The rows with `change` made to the one that holds on `from`, from that day to that row's end; its earlier days stay as they
 * were. Null when no row holds on that day.
 */
export function changedFrom<T extends Span>(rows: readonly T[], from: CalendarDate, change: (row: T) => T): T[] | null {
  const at = rows.findIndex((row) => holdsOn(row, from));
  const row = rows[at];
  if (!row) return null;
  const before = row.from !== null && row.from === from ? [] : [{ ...row, until: addDays(from, -1) }];
  return [...rows.slice(0, at), ...before, { ...change(row), from, until: row.until }, ...rows.slice(at + 1)];
}

/** The rows up to and including the last day; what would begin later is dropped. */
export function endedAfter<T extends Span>(rows: readonly T[], lastDay: CalendarDate): T[] {
  return rows
    .filter((row) => row.from === null || row.from <= lastDay)
    .map((row) => (row.until === null || row.until > lastDay ? { ...row, until: lastDay } : row));
}

/** Gaps between consecutive rows; rows in the order of time and free of overlaps. */
export function gaps(rows: readonly Span[]): Span[] {
  return rows.slice(1).flatMap((row, index) => {
    const before = rows[index];
    if (!before?.until || !row.from || addDays(before.until, 1) === row.from) return [];
    return [{ from: addDays(before.until, 1), until: addDays(row.from, -1) }];
  });
}

/** Rows that follow one another without a gap and are the same in content become one. Rows in the order of time. */
export function joined<T extends Span>(rows: readonly T[], same: (a: T, b: T) => boolean): T[] {
  const result: T[] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (last?.until && row.from && addDays(last.until, 1) === row.from && same(last, row))
      result[result.length - 1] = { ...last, until: row.until };
    else result.push(row);
  }
  return result;
}

/** The days that both have; null when there are none. */
export function common(a: Span, b: Span): Span | null {
  if (!overlaps(a, b)) return null;
  const from = a.from === null ? b.from : b.from === null || a.from > b.from ? a.from : b.from;
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until;
  return { from, until };
}

/** Oldest first; "always" before any day. */
export const byTime = (a: Span, b: Span): number => (a.from ?? "").localeCompare(b.from ?? "");
