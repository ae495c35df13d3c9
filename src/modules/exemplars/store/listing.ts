import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { ExemplarFilter } from "../contract.ts";
import { columns, type ExemplarRecord } from "./exemplars.ts";
import { reachOf, type Reach } from "./reach.ts";

/** As a person gave it; `unitId` of the filter and the reader's own unit are looked up by `askedOf`. */
export type Filter = Partial<Omit<ExemplarFilter, "text" | "page" | "quiet">> & {
  /** News of this day or before is silence. */
  quietUntil?: CalendarDate;
  /** Unit of the reader's post: what is visible follows from it. */
  reader: UnitId;
  /** Without marks and signs; each must occur, the last one may be the beginning of a word. */
  words?: readonly string[];
};

/** More than so many are not counted, and not leafed through either: who sees them narrows the list. Words cost more to look at. */
export const mostCounted = 1000;
const mostFound = 500;

type Asked = { filter: Filter; reader: Reach; unit: Reach | null };

const askedOf = async (db: Database, filter: Filter): Promise<Asked> => {
  const [reader, unit] = await Promise.all([reachOf(db, filter.reader), filter.unitId === undefined ? null : reachOf(db, filter.unitId)]);
  return { filter, reader, unit };
};

/** What is looked for, as the database splits words; null: nothing. A beginning of two letters would be half of all words. */
export function queryOf(words: readonly string[]): string | null {
  const [last, ...before] = words.toReversed();
  if (last === undefined) return null;
  return [...before.toReversed(), last.length > 2 ? `${last}:*` : last].join(" & ");
}

/** A few thousand units are looked up one by one; more are hashed, since the planner would weigh each of them. */
const hashedFrom = 2000;
const among = (column: RawBuilder<unknown>, units: string, { units: many }: Reach): RawBuilder<unknown> =>
  many > hashedFrom ? sql`${column} in (select unnest(${units}::int[]))` : sql`${column} = any(${units}::int[])`;

/** The reader has a part in it: it leads, typed, takes part, reviews by a round or from above in the line. */
function partOf(reach: Reach): RawBuilder<unknown> {
  const { own, line } = reach;
  return sql`(${among(sql`e.lead_id`, line, reach)} or ${among(sql`e.typed_at`, own, reach)}
    or e.round_id = any(array(select r.id from exemplar_round r where ${among(sql`r.body_id`, own, reach)}))
    or e.id = any(array(select p.exemplar_id from exemplar_partner p where ${among(sql`p.unit_id`, own, reach)})))`;
}

/** Everything that was accepted is there for all; what is being prepared is seen by the sides that `mayView` of the policy names. */
const open = sql`e.state in ('accepted', 'stopped')`;
function prepared(states: RawBuilder<unknown>, reach: Reach): RawBuilder<unknown> {
  const lead = among(sql`e.lead_id`, reach.own, reach);
  const typed = among(sql`e.typed_at`, reach.own, reach);
  return sql`
    e.state in ('draft', 'registered', 'returned', 'withdrawn') and e.state in ${states}
    and ${partOf(reach)}
    and (e.state <> 'draft' or ${lead} or ${typed})`;
}

const visiblePublic: readonly string[] = ["accepted", "stopped"];

/** `few`: little enough to be gathered before it is put in order; read along the order, a village would read all others first. */
type Part = { where: RawBuilder<unknown>; few: boolean };

/** The parts of a list that the wanted state leaves: what all see, and what is being prepared. */
function parts({ filter: { state }, reader }: Asked): Part[] {
  const few = reader.units <= hashedFrom;
  if (state === undefined)
    return [
      { where: open, few: false },
      { where: prepared(sql`('draft', 'registered', 'returned')`, reader), few },
    ];
  return visiblePublic.includes(state)
    ? [{ where: sql`${open} and e.state = ${state}::text`, few: false }]
    : [{ where: prepared(sql`(${state}::text)`, reader), few }];
}

/** `exemplar_reading` has the newest reading last; a goal that fell from its start counts down. */
const reached = sql`exists (
  select from exemplar_goal g cross join lateral (
    select r.value from exemplar_reading r where r.goal_id = g.id order by r.on_date desc limit 1) last
  where g.exemplar_id = e.id and g.position is not null
    and case when g.goal >= coalesce(g.baseline, 0) then last.value >= g.goal else last.value <= g.goal end)`;
const read = sql`exists (
  select from exemplar_goal g join exemplar_reading r on r.goal_id = g.id where g.exemplar_id = e.id and g.position is not null)`;
const results = { reached, read, none: sql`not ${read}` };

function narrowed({ filter, reader, unit }: Asked): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [];
  if (filter.kind) all.push(sql`e.kind = ${filter.kind}::text`);
  if (filter.field) all.push(sql`e.field = ${filter.field}::text`);
  if (filter.stream) all.push(sql`e.stream = ${filter.stream}::text`);
  if (filter.theme) all.push(sql`e.themes @> array[${filter.theme}::text]`);
  if (filter.year) all.push(sql`e.first_year = ${filter.year}::int`);
  if (filter.step) all.push(sql`e.step = ${filter.step}::int`);
  if (filter.roundId) all.push(sql`e.round_id = ${filter.roundId}::uuid`);
  if (filter.moneyFrom !== undefined) all.push(sql`e.money >= ${filter.moneyFrom}::bigint`);
  if (filter.moneyUntil !== undefined) all.push(sql`e.money <= ${filter.moneyUntil}::bigint`);
  if (filter.result) all.push(results[filter.result]);
  if (filter.next)
    all.push(sql`${filter.next}::text = (
      select g.next_step from exemplar_grade g where g.exemplar_id = e.id and g.grade is not null order by g.year desc limit 1)`);
  // A grade is read by those who have a part in it; that one is worth replicating is there for all to learn from.
  if (filter.next && filter.next !== "replicate") all.push(partOf(reader));
  if (filter.level)
    all.push(
      sql`exists (select from exemplar_recognition r where r.exemplar_id = e.id and r.level = ${filter.level}::text and r.revoked_on is null)`,
    );
  if (unit) all.push(sql`e.lead_id = any(${unit.line}::int[])`);
  if (filter.own) all.push(sql`e.lead_id = any(${reader.line}::int[])`);
  if (filter.quietUntil)
    all.push(
      sql`e.state = 'accepted' and not e.paused and e.moved_on <= ${filter.quietUntil}::date and e.lead_id = any(${reader.line}::int[])`,
    );
  const query = queryOf(filter.words ?? []);
  if (query !== null) all.push(sql`e.words @@ ${query}::tsquery`);
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/**
 * Rows of a part. What is few is gathered before anything else is looked at: read along an order or the index of words, a village
 * would look at everybody's.
 */
const rowsOf = ({ where, few }: Part, rest: RawBuilder<unknown>): RawBuilder<unknown> =>
  few ? sql`(select e.* from exemplar e where ${where} offset 0) e where ${rest}` : sql`exemplar e where ${where} and ${rest}`;

export type Found = { records: ExemplarRecord[]; total: number; more: boolean };
type Place = { offset?: number; limit: number };

/**
 * A page of exemplars and how many there are. Newest first, by the day of registration; drafts, which have none, before them. By
 * fit: those whose name has all the words come first. Nothing is read further than the page and the count go.
 */
export async function findExemplars(db: Database, filter: Filter, place: Place): Promise<Found> {
  const asked = await askedOf(db, filter);
  const query = queryOf(filter.words ?? []);
  return query === null ? newestOf(db, asked, place) : foundBy(db, asked, query, place);
}

async function newestOf(db: Database, asked: Asked, { offset = 0, limit }: Place): Promise<Found> {
  const rest = narrowed(asked);
  const all = parts(asked);
  const pages = all.map(
    (part) =>
      sql`(select e.id, e.registered_on from ${rowsOf(part, rest)} order by e.registered_on desc, e.id desc limit ${offset + limit}::int)`,
  );
  const counts = all.map((part) => sql`(select count(*) from (select from ${rowsOf(part, rest)} limit ${mostCounted + 1}::int) counted)`);
  const [ids, counted] = await Promise.all([
    sql<{ id: ExemplarId }>`select id from (${sql.join(pages, sql` union all `)}) page
      order by registered_on desc nulls first, id desc limit ${limit}::int offset ${offset}::int`.execute(db),
    sql<{ total: number }>`select (${sql.join(counts, sql` + `)})::int as total`.execute(db),
  ]);
  const total = counted.rows[0]?.total ?? 0;
  return { records: await inOrder(db, ids.rows), total: Math.min(total, mostCounted), more: total > mostCounted };
}

type Words = { column: "name_words" | "words"; query: string; lookThrough: number };
type Ids = { ids: { id: ExemplarId }[]; more: boolean };

async function foundBy(db: Database, asked: Asked, query: string, { offset = 0, limit }: Place): Promise<Found> {
  const wanted = Math.min(offset + limit, mostFound) + 1;
  const none: Ids = { ids: [], more: false };
  // A text is looked at longer than a name.
  const byName = asked.filter.sort === "fit";
  const named = byName ? await withWords(db, asked, { column: "name_words", query, lookThrough: 1500 }, wanted) : none;
  const text =
    named.ids.length >= wanted ? { ...none, more: true } : await withWords(db, asked, { column: "words", query, lookThrough: 400 }, wanted);
  const ids = [...new Set([...named.ids, ...text.ids].map(({ id }) => id))];
  const page = ids.slice(offset, offset + limit).map((id) => ({ id }));
  return { records: await inOrder(db, page), total: Math.min(ids.length, mostFound), more: text.more || ids.length > mostFound };
}

/**
 * The newest that have the words: common words are found at once by looking through the newest rows, rare ones by the index of
 * words. The planner cannot tell them apart, and each way is a hundred times slower than the other where it does not belong.
 */
async function withWords(db: Database, asked: Asked, { column, query, lookThrough }: Words, wanted: number): Promise<Ids> {
  const rest = narrowed(asked);
  const match = sql`e.${sql.ref(column)} @@ ${query}::tsquery`;
  const all = parts(asked);
  const windows = all.map(
    (part) =>
      sql`(select e.id, e.registered_on, e.${sql.ref(column)} from ${rowsOf(part, rest)} order by e.registered_on desc, e.id desc limit ${lookThrough}::int)`,
  );
  const { rows } = await sql<{ id: ExemplarId | null; looked: number }>`
    with looked as materialized (
      select e.id, e.registered_on, ${match} as found from (${sql.join(windows, sql` union all `)}) e
    ), hits as (select id, registered_on from looked where found)
    select hits.id, counted.looked from (select count(*)::int as looked from looked) counted left join hits on true
    order by hits.registered_on desc nulls first, hits.id desc`.execute(db);
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [{ id }]));
  const everything = (rows[0]?.looked ?? 0) < lookThrough;
  if (everything || ids.length >= wanted) return { ids, more: !everything };
  const sources = all.map(
    (part) =>
      sql`(select e.id, e.registered_on from (select e.id, e.registered_on from ${rowsOf(part, sql`${rest} and ${match}`)} offset 0) e
        order by e.registered_on desc, e.id desc limit ${mostFound + 1}::int)`,
  );
  const rare = await sql<{ id: ExemplarId }>`
    select id from (${sql.join(sources, sql` union all `)}) found order by registered_on desc nulls first, id desc limit ${mostFound + 1}::int`.execute(
    db,
  );
  return { ids: rare.rows, more: rare.rows.length > mostFound };
}

async function inOrder(db: Database, ids: readonly { id: ExemplarId }[]): Promise<ExemplarRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ExemplarRecord>`
    select ${columns} from exemplar e join unnest(${ids.map(({ id }) => id)}::uuid[]) with ordinality wanted (id, place) using (id)
    order by wanted.place`.execute(db);
  return rows;
}

/** Themes in use, most used first, of what was registered last: a list of suggestions need not read everything. */
export async function themesInUse(db: Database, limit: number): Promise<string[]> {
  const { rows } = await sql<{ theme: string }>`
    select theme
    from (select themes from exemplar where state in ('accepted', 'stopped') order by registered_on desc, id desc limit 2000) late,
         unnest(themes) theme
    group by theme order by count(*) desc, theme collate "vi-x-icu" limit ${limit}`.execute(db);
  return rows.map(({ theme }) => theme);
}
