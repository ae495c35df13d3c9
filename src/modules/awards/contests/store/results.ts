import { sql } from "kysely";
import type { PersonId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";

export type ResultRecord = {
  entry_id: string;
  round: number;
  points: string | null;
  points_of: string | null;
  goes_on: boolean;
  prize: string | null;
};

export async function resultsIn(db: Database, contest: string): Promise<ResultRecord[]> {
  const { rows } = await sql<ResultRecord>`
    select entry_id, round, points::text as points, points_of::text as points_of, goes_on, prize
      from contest_result where contest_id = ${contest}::uuid`.execute(db);
  return rows;
}

/** Digests of the results of the rounds that are published now. */
export async function roundPrints(db: Database, contest: string): Promise<Map<number, string>> {
  const { rows } = await sql<{ position: number; print: string }>`
    select position, print from contest_round_print where contest_id = ${contest}::uuid`.execute(db);
  return new Map(rows.map(({ position, print }) => [position, print]));
}

export type NewResult = { entryId: string; points: number | null; goesOn: boolean; prize: string | null };

/** Writes who goes on and the prizes; points that were taken from an appraisal round stay when `keepPoints`. */
export async function saveResults(
  tx: Transaction,
  { contest, round, keepPoints }: { contest: string; round: number; keepPoints: boolean },
  lines: readonly NewResult[],
): Promise<void> {
  await sql`
    insert into contest_result (contest_id, round, entry_id, points, goes_on, prize)
    select ${contest}::uuid, ${round}::int, "entryId", points, "goesOn", prize
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given ("entryId" uuid, points numeric, "goesOn" boolean, prize text)
    on conflict (contest_id, round, entry_id) do update
       set goes_on = excluded.goes_on, prize = excluded.prize,
           points = case when ${keepPoints}::boolean then contest_result.points else excluded.points end,
           points_of = case when ${keepPoints}::boolean then contest_result.points_of end`.execute(tx);
}

export async function savePoints(
  tx: Transaction,
  { contest, round }: { contest: string; round: number },
  lines: readonly { entryId: string; points: string; of: string }[],
): Promise<void> {
  await sql`
    insert into contest_result (contest_id, round, entry_id, points, points_of)
    select ${contest}::uuid, ${round}::int, "entryId", points, "of"
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given ("entryId" uuid, points numeric, "of" numeric)
    on conflict (contest_id, round, entry_id) do update set points = excluded.points, points_of = excluded.points_of`.execute(tx);
}

export type PaperRecord = {
  id: string;
  contest_id: string;
  entry_id: string | null;
  round: number | null;
  file_hash: string;
  file_name: string;
  file_type: string;
  file_size: number;
  attached_at: Date;
};

const kept = (db: Database) =>
  db
    .selectFrom("contest_paper")
    .select(["id", "contest_id", "entry_id", "round", "file_hash", "file_name", "file_type", "file_size", "attached_at"])
    .where("taken_off_on", "is", null)
    .orderBy("attached_at");

export const papersOfEntry = (db: Database, entry: string): Promise<PaperRecord[]> => kept(db).where("entry_id", "=", entry).execute();

export const minutesOf = (db: Database, contest: string): Promise<PaperRecord[]> =>
  kept(db).where("contest_id", "=", contest).where("entry_id", "is", null).execute();

export const findPaper = (db: Database, id: string): Promise<PaperRecord | undefined> => kept(db).where("id", "=", id).executeTakeFirst();

export async function insertPaper(
  tx: Transaction,
  paper: Omit<PaperRecord, "id" | "attached_at"> & { attached_by: PersonId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("contest_paper")
    .values({ ...paper, attached_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The row stays; the file is collected when nothing names it any more. */
export async function takePaperOff(tx: Transaction, id: string, today: CalendarDate): Promise<void> {
  await tx.updateTable("contest_paper").set({ taken_off_on: today }).where("id", "=", id).execute();
}
