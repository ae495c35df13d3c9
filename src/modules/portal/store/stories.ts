import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Outlet, StoryState } from "../shapes.ts";

export type StoryRow = {
  id: string;
  version: number;
  unit_id: UnitId;
  exemplar_id: string;
  exemplar_name: string;
  month: string;
  state: StoryState;
  title: string;
  lead: string;
  body: string;
  pictures: string[];
  outlets: Outlet[];
  written_by_name: string;
  published: boolean;
};

const columns = sql`s.id, s.version, s.unit_id, s.exemplar_id, e.name as exemplar_name, s.month, s.state, s.title, s.lead, s.body, s.pictures, s.outlets,
  s.written_by_name, exists (select from portal_item i where i.id = (select p.id from publication p where p.story_id = s.id)) as published`;

const from = sql`story s join exemplar e on e.id = s.exemplar_id`;

export async function findStory(db: Database, id: string, lock = false): Promise<StoryRow | undefined> {
  const { rows } =
    await sql<StoryRow>`select ${columns} from ${from} where s.id = ${id}::uuid ${lock ? sql`for update of s` : sql``}`.execute(db);
  return rows[0];
}

export async function storiesOfYear(db: Database, unit: UnitId, year: number): Promise<StoryRow[]> {
  const { rows } = await sql<StoryRow>`
    select ${columns} from ${from} where s.unit_id = ${unit}::int and s.state <> 'dropped'
       and s.month between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 1) order by s.month, s.id`.execute(db);
  return rows;
}

type Facts = Pick<StoryRow, "month" | "title" | "lead" | "body" | "pictures" | "outlets">;

export async function insertStory(
  tx: Transaction,
  facts: Facts & { unitId: UnitId; exemplarId: string; by: { personId: string; personName: string } },
  now: Date,
): Promise<string> {
  const { unitId, exemplarId, by, ...rest } = facts;
  const { id } = await tx
    .insertInto("story")
    .values({
      ...rest,
      unit_id: unitId,
      exemplar_id: exemplarId,
      written_by: by.personId,
      written_by_name: by.personName,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateStory(tx: Transaction, id: string, facts: Partial<Facts & { state: StoryState }>, now: Date): Promise<void> {
  await tx
    .updateTable("story")
    .set((eb) => ({ ...facts, version: eb("version", "+", 1), updated_at: now }))
    .where("id", "=", id)
    .execute();
}

/** Months from this one on without a story, of a body that keeps a calendar; `kept` false: it never had one. */
export async function emptyMonths(db: Database, unit: UnitId, today: string, ahead: number): Promise<{ kept: boolean; months: string[] }> {
  const { rows } = await sql<{ kept: boolean; months: string[] }>`
    select exists (select from story where unit_id = ${unit}::int and state <> 'dropped' and month > ${today}::date - interval '1 year') as kept,
           coalesce(array_agg(to_char(m, 'YYYY-MM-DD') order by m) filter (where not exists (
             select from story s where s.unit_id = ${unit}::int and s.month = m::date and s.state <> 'dropped')), '{}') as months
      from generate_series(date_trunc('month', ${today}::date), date_trunc('month', ${today}::date) + make_interval(months => ${ahead}::int), '1 month') m`.execute(
    db,
  );
  return rows[0] ?? { kept: false, months: [] };
}
