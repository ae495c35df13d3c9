import { sql, type RawBuilder } from "kysely";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Filter } from "./asked.ts";

type Months = { last: number; at: { rows: number; month: number }[] };
type Kept = { until: number; reading: Promise<Months> };
const kept = new WeakMap<Database, Kept>();
/** Where a stretch ends makes it faster or slower, and nothing else. */
const keptMilliseconds = 120_000;

/**
 * The newest months of the register, enough of them to hold `rows` rows (unknown: the second size), as a condition on `exemplar_entry e`; null: that
 * is all of it. The months stand in the index beside the words, so that the same look-up leaves out what is older.
 */
export async function stretchOf(
  db: Database,
  { year }: Filter,
  { rows, sizes }: { rows: number | null; sizes: readonly number[] },
): Promise<RawBuilder<unknown> | null> {
  const { at, last } = await monthsOf(db, sizes);
  const wanted = rows ?? sizes[1] ?? 0;
  const found = at.find((cut) => cut.rows >= wanted);
  // What is new in a year was registered in it: of an earlier year there is nothing among the newest.
  const from = year === undefined ? found?.month : Math.min(found?.month ?? year * 12, year * 12 + 8);
  if (from === undefined) return null;
  // Until a year after the last month that there was: what is registered meanwhile is among the newest as well.
  const marks = Array.from({ length: Math.max(last, from) + 13 - from }, (_, month) => mark(from + month));
  return sql`e.marks && ${marks}::text[]`;
}

async function monthsOf(db: Database, sizes: readonly number[]): Promise<Months> {
  const now = performance.now();
  const before = kept.get(db);
  if (before && before.until > now) return before.reading;
  const reading = readMonths(db, sizes);
  reading.catch(() => kept.delete(db));
  kept.set(db, { until: now + keptMilliseconds, reading });
  return reading;
}

/** Months as numbers (year * 12 + month from 0): in which the newest so many rows end, as far as there are so many; the last month. */
async function readMonths(db: Database, sizes: readonly number[]): Promise<Months> {
  const { rows } = await sql<{ rows: number; day: CalendarDate | null }>`
    select wanted.rows, (select registered_on from exemplar_entry where state in ('accepted', 'stopped')
                          order by registered_on desc, id desc offset wanted.rows limit 1) as day
      from unnest(${[0, ...sizes]}::int[]) wanted (rows) order by 1`.execute(db);
  const at = rows.flatMap((row) => (row.day === null ? [] : [{ rows: row.rows, month: monthOf(row.day) }]));
  return { last: at[0]?.month ?? 0, at: at.slice(1) };
}

const monthOf = (day: CalendarDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const mark = (month: number): string => `m:${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
