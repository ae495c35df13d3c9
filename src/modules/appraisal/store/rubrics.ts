import { sql } from "kysely";
import type { PersonId, RubricId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Rated, RubricContent, RubricState } from "../shapes.ts";

export type RubricFacts = {
  title: string;
  rates: Rated[];
  valid_from: CalendarDate | null;
  valid_until: CalendarDate | null;
  basis: string;
  sample: string | null;
  content: RubricContent;
};

export type RubricRecord = RubricFacts & {
  id: RubricId;
  version: number;
  body_id: UnitId;
  family_id: string;
  edition: number;
  state: RubricState;
};

const columns = sql`r.id, r.version, r.body_id, r.family_id, r.edition, r.state, r.title, r.rates, r.valid_from, r.valid_until, r.basis, r.sample, r.content`;

export async function findRubric(db: Database, id: RubricId): Promise<RubricRecord | undefined> {
  const { rows } = await sql<RubricRecord>`select ${columns} from appraisal_rubric r where r.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function lockRubric(tx: Transaction, id: RubricId): Promise<RubricRecord | undefined> {
  const { rows } = await sql<RubricRecord>`select ${columns} from appraisal_rubric r where r.id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

export async function editionsOf(db: Database, family: string): Promise<{ id: RubricId; edition: number; state: RubricState }[]> {
  const { rows } = await sql<{ id: RubricId; edition: number; state: RubricState }>`
    select id, edition, state from appraisal_rubric where family_id = ${family}::uuid order by edition`.execute(db);
  return rows;
}

/** Published ones of everybody and drafts of the given units; of each family the last edition that the reader may see. */
export async function listRubrics(
  db: Database,
  own: readonly UnitId[],
  { state, offset, limit }: { state?: RubricState | undefined; offset: number; limit: number },
): Promise<{ rows: RubricRecord[]; total: number }> {
  const { rows } = await sql<RubricRecord & { total: number }>`
    with seen as (
      select distinct on (family_id) id, title from appraisal_rubric
       where (state = 'published' or body_id = any(${own}::int[])) and (${state ?? null}::text is null or state = ${state ?? null}::text)
       order by family_id, edition desc
    )
    select ${columns}, (select count(*)::int from seen) as total
      from appraisal_rubric r where r.id in (select id from seen)
     order by r.title collate "vi-x-icu", r.id limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Field by field: a whole record may be given, when an edition is copied. */
const written = ({ title, rates, valid_from, valid_until, basis, sample, content }: RubricFacts) => ({
  title,
  rates,
  valid_from,
  valid_until,
  basis,
  sample,
  content: JSON.stringify(content),
});

export async function insertRubric(
  tx: Transaction,
  { facts, bodyId, by, family }: { facts: RubricFacts; bodyId: UnitId; by: PersonId; family?: { id: string; edition: number } },
  now: Date,
): Promise<RubricId> {
  const { id } = await tx
    .insertInto("appraisal_rubric")
    .values({
      ...written(facts),
      body_id: bodyId,
      created_by: by,
      created_at: now,
      ...(family ? { family_id: family.id, edition: family.edition } : {}),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as RubricId;
}

/** The row is locked and its version compared already. */
export async function updateRubric(tx: Transaction, id: RubricId, change: { facts?: RubricFacts; published?: { by: PersonId; at: Date } }) {
  await tx
    .updateTable("appraisal_rubric")
    .set((expression) => ({
      ...(change.facts ? written(change.facts) : {}),
      ...(change.published ? { state: "published", published_by: change.published.by, published_at: change.published.at } : {}),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}
