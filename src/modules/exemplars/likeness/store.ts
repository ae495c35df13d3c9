import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Contents } from "../shapes.ts";
import type { LikenessAnswer, LikenessReason } from "./contract.ts";
import type { Compared } from "./domain.ts";

type Row = {
  id: ExemplarId;
  name: string;
  contents: Contents;
  themes: string[];
  lead_id: UnitId;
  area_id: UnitId | null;
  place: string | null;
  commune_id: UnitId | null;
  year: number | null;
  copied_from: ExemplarId | null;
};

const compared = (row: Row): Compared & { id: ExemplarId } => ({
  id: row.id,
  name: row.name,
  contents: row.contents,
  themes: row.themes,
  leadId: row.lead_id,
  areaId: row.area_id,
  place: row.place,
  communeId: row.commune_id,
  year: row.year,
  copiedFrom: row.copied_from,
});

const version = sql`(select ver from tree_version where valid @> current_date)`;
const columns = sql`e.id, e.name, e.contents, e.themes, e.lead_id, e.area_id, e.place, at.commune_id,
  extract(year from coalesce(e.registered_on, e.created_at::date))::int as year, e.copied_from`;

async function rowsFor(db: Database, ids: RawBuilder<unknown>): Promise<(Compared & { id: ExemplarId })[]> {
  const { rows } = await sql<Row>`
    select ${columns} from exemplar e left join unit_at at on at.ver = ${version} and at.unit_id = e.lead_id where e.id = any(${ids})`.execute(
    db,
  );
  return rows.map(compared);
}

export const comparedOf = async (db: Database, ids: readonly ExemplarId[]): Promise<(Compared & { id: ExemplarId })[]> =>
  ids.length === 0 ? [] : rowsFor(db, sql`${ids}::uuid[]`);

export async function communeOf(db: Database, unit: UnitId): Promise<UnitId | null> {
  const { rows } = await sql<{ commune_id: UnitId | null }>`
    select commune_id from unit_at where ver = ${version} and unit_id = ${unit}::int`.execute(db);
  return rows[0]?.commune_id ?? null;
}

/** What may be one with what: registered or carried out, and counted itself. */
const living = sql`e.state in ('registered', 'accepted', 'stopped') and e.same_as is null`;
/** Candidates are compared in full, so each way of finding them is bounded. */
const mostNear = 40;
const mostNamed = 15;
const mostPrinted = 20;
/** What so many share is a form's own words. */
const commonPrint = 60;

/** So much of a name must agree before it is looked at; less would be most of the names there are. Holds until the transaction ends. */
const nearNames = (tx: Transaction): Promise<unknown> => sql`select set_config('pg_trgm.similarity_threshold', '0.5', true)`.execute(tx);

/**
 * Exemplars worth comparing: those of the same commune (of the same lead, for a body above) that share a theme, a place or some
 * of the name; those anywhere with a similar name; those that share runs of words. Each through its index.
 */
export async function candidatesFor(
  db: Transaction,
  mine: Compared,
  prints: readonly number[],
): Promise<(Compared & { id: ExemplarId })[]> {
  await nearNames(db);
  const units =
    mine.communeId === null
      ? sql`array[${mine.leadId}::int]`
      : sql`array(
    select low.unit_id from unit_at high join unit_at low on low.ver = high.ver and low.lo between high.lo and high.hi
     where high.ver = ${version} and high.unit_id = ${mine.communeId}::int)`;
  return rowsFor(
    db,
    sql`array(
      (select e.id from exemplar e
        where e.lead_id = any(${units}) and ${living}
          and (e.themes && ${mine.themes}::text[] or e.area_id = ${mine.areaId}::int or similarity(vi_fold(e.name), vi_fold(${mine.name}::text)) > 0.3
               or (e.lead_id = ${mine.leadId}::int and exists (select from exemplar_print p where p.exemplar_id = e.id and p.prints && ${prints}::int[])))
        order by (e.lead_id = ${mine.leadId}::int) desc, similarity(vi_fold(e.name), vi_fold(${mine.name}::text)) desc, e.id desc limit ${mostNear})
      union
      (select e.id from exemplar e where vi_fold(e.name) % vi_fold(${mine.name}::text) and ${living}
        order by similarity(vi_fold(e.name), vi_fold(${mine.name}::text)) desc, e.id limit ${mostNamed})
      union
      (select e.id
         from (select found.exemplar_id, count(*) as shared
                 from unnest(${prints}::int[]) print
                 cross join lateral (select p.exemplar_id from exemplar_print p where p.prints @> array[print] limit ${commonPrint}) found
                group by found.exemplar_id order by shared desc, found.exemplar_id limit ${mostPrinted}) shared
         join exemplar e on e.id = shared.exemplar_id and ${living})
    )`,
  );
}

/**
 * Exemplars that show a photograph of this one: so few bits apart that it is the same, cut or re-saved. The quarters of each are
 * looked up by themselves ("offset 0"): the planner, who cannot know how few share one, would compare with every photograph there is.
 */
export async function samePictures(db: Database, id: ExemplarId): Promise<ExemplarId[]> {
  const { rows } = await sql<{ id: ExemplarId }>`
    with mine as materialized (
      select p.phash, picture_neighbours(p.phash) as near from exemplar_picture p
       where p.exemplar_id = ${id}::uuid and p.phash is not null and p.taken_out_at is null),
    same as materialized (
      select other.exemplar_id
        from mine cross join lateral (
          select p.exemplar_id, p.phash, p.taken_out_at from exemplar_picture p where p.phash is not null and picture_quarters(p.phash) && mine.near offset 0) other
       where other.exemplar_id <> ${id}::uuid and other.taken_out_at is null and bit_count((mine.phash # other.phash)::bit(64)) <= 6)
    select distinct same.exemplar_id as id from same join exemplar e on e.id = same.exemplar_id and ${living} limit 20`.execute(db);
  return rows.map(({ id: other }) => other);
}

export async function savePrints(tx: Transaction, id: ExemplarId, prints: readonly number[]): Promise<void> {
  await sql`insert into exemplar_print (exemplar_id, prints) values (${id}::uuid, ${prints}::int[])
    on conflict (exemplar_id) do update set prints = excluded.prints`.execute(tx);
}

export type Asked = { otherId: ExemplarId; reasons: readonly LikenessReason[]; score: number };

/** Asks what is not asked yet. A question that no longer fits goes; an answer stays. */
export async function saveQuestions(tx: Transaction, id: ExemplarId, asked: readonly Asked[]): Promise<void> {
  const given = JSON.stringify(asked);
  await sql`delete from exemplar_similar where exemplar_id = ${id}::uuid and answer is null
    and other_id not in (select "otherId" from jsonb_to_recordset(${given}::jsonb) as given ("otherId" uuid))`.execute(tx);
  await sql`
    insert into exemplar_similar (exemplar_id, other_id, reasons, score)
    select ${id}::uuid, "otherId", array(select jsonb_array_elements_text(reasons)), score
      from jsonb_to_recordset(${given}::jsonb) as given ("otherId" uuid, reasons jsonb, score int)
     where not exists (select from exemplar_similar known where known.exemplar_id = given."otherId" and known.other_id = ${id}::uuid)
    on conflict (exemplar_id, other_id) do update set reasons = excluded.reasons, score = excluded.score`.execute(tx);
}

export type QuestionRecord = {
  id: string;
  exemplar_id: ExemplarId;
  other_id: ExemplarId;
  reasons: LikenessReason[];
  score: number;
  answer: LikenessAnswer | null;
  said: string | null;
  answered_by: PersonId | null;
  answered_unit: UnitId | null;
  answered_at: Date | null;
};

const question = sql`q.id, q.exemplar_id, q.other_id, q.reasons, q.score, q.answer, q.said, q.answered_by, q.answered_unit, q.answered_at`;

export async function questionsOf(db: Database, id: ExemplarId): Promise<QuestionRecord[]> {
  const { rows } = await sql<QuestionRecord>`
    select ${question} from exemplar_similar q where q.exemplar_id = ${id}::uuid
    order by q.answer is not null, q.score desc, q.id limit 12`.execute(db);
  return rows;
}

export async function lockQuestion(tx: Transaction, id: ExemplarId, questionId: string): Promise<QuestionRecord | undefined> {
  const { rows } = await sql<QuestionRecord>`
    select ${question} from exemplar_similar q where q.id = ${questionId}::uuid and q.exemplar_id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

export async function saveAnswer(
  tx: Transaction,
  questionId: string,
  given: { answer: LikenessAnswer; said: string | null; by: PersonId; unit: UnitId; at: Date },
): Promise<void> {
  await sql`update exemplar_similar set answer = ${given.answer}::text, said = ${given.said}::text, answered_by = ${given.by}::uuid,
    answered_unit = ${given.unit}::int, answered_at = ${given.at}::timestamptz where id = ${questionId}::uuid`.execute(tx);
}

/** What it is the same as, counting from the one that is counted; null: a model of its own. */
export async function setSame(tx: Transaction, id: ExemplarId, other: ExemplarId | null): Promise<void> {
  await sql`update exemplar set same_as = (select coalesce(o.same_as, o.id) from exemplar o where o.id = ${other}::uuid) where id = ${id}::uuid`.execute(
    tx,
  );
}

export async function setCopied(tx: Transaction, id: ExemplarId, copied: { from: ExemplarId; adapted: string } | null): Promise<void> {
  await sql`update exemplar set copied_from = ${copied?.from ?? null}::uuid, adapted = ${copied?.adapted ?? null}::text where id = ${id}::uuid`.execute(
    tx,
  );
}

/** Whether the one was copied, over however many hands, from the other. */
export async function descends(db: Database, id: ExemplarId, from: ExemplarId): Promise<boolean> {
  const { rows } = await sql<{ descends: boolean }>`
    with recursive up (id) as (
      select ${id}::uuid union select e.copied_from from up join exemplar e on e.id = up.id where e.copied_from is not null)
    select exists (select from up where id = ${from}::uuid) as descends`.execute(db);
  return rows[0]?.descends ?? false;
}

export type Kept = { same_as: ExemplarId | null; copied_from: ExemplarId | null };

export async function keptOf(db: Database, id: ExemplarId): Promise<Kept> {
  const { rows } = await sql<Kept>`select same_as, copied_from from exemplar where id = ${id}::uuid`.execute(db);
  return rows[0] ?? { same_as: null, copied_from: null };
}
