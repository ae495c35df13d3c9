import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
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
export const mostCounted = { all: 1000, words: 500 };

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

/** Everything that was accepted is there for all; what is being prepared is seen by the sides that `mayView` of the policy names. */
const open = sql`e.state in ('accepted', 'stopped')`;
function prepared(states: RawBuilder<unknown>, reach: Reach): RawBuilder<unknown> {
  const { own, line } = reach;
  const lead = among(sql`e.lead_id`, own, reach);
  const typed = among(sql`e.typed_at`, own, reach);
  return sql`
    e.state in ('draft', 'registered', 'returned', 'withdrawn') and e.state in ${states}
    and (${among(sql`e.lead_id`, line, reach)} or ${typed}
      or e.round_id = any(array(select r.id from exemplar_round r where ${among(sql`r.body_id`, own, reach)}))
      or e.id = any(array(select p.exemplar_id from exemplar_partner p where ${among(sql`p.unit_id`, own, reach)})))
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

type Words = { query: string; inName: boolean };

const words = ({ query, inName }: Words): RawBuilder<unknown> =>
  inName ? sql`e.name_words @@ ${query}::tsquery` : sql`e.words @@ ${query}::tsquery`;

/** The newest of a part; without an order of its own when `bound` is all that is wanted. */
function source({ where, few }: Part, rest: RawBuilder<unknown>, found: Words | null, limit: number, ordered = true): RawBuilder<unknown> {
  const all = found ? sql`${where} and ${rest} and ${words(found)}` : sql`${where} and ${rest}`;
  const from = few ? sql`(select e.id, e.registered_on from exemplar e where ${all} offset 0) e` : sql`exemplar e where ${all}`;
  return sql`(select e.id, e.registered_on, ${found?.inName ? 0 : 1}::int as fit from ${from}
    ${ordered ? sql`order by e.registered_on desc, e.id desc` : sql``} limit ${limit}::int)`;
}

/**
 * Newest first, by the day of registration; drafts, which have none, before them. By fit: those whose name has all the words come
 * first, and only when they do not fill the page the texts are looked through. Each part is read only as far as the page goes.
 */
export async function listExemplars(
  db: Database,
  filter: Filter,
  { offset = 0, limit }: { offset?: number; limit: number },
): Promise<ExemplarRecord[]> {
  const asked = await askedOf(db, filter);
  const rest = narrowed(asked);
  const query = queryOf(filter.words ?? []);
  const read = async (looks: readonly (Words | null)[]) => {
    const sources = parts(asked).flatMap((part) => looks.map((look) => source(part, rest, look, offset + limit)));
    const { rows } = await sql<ExemplarRecord>`
      with found as materialized (
        select id, registered_on, min(fit) as fit from (${sql.join(sources, sql` union all `)}) source group by id, registered_on
      ), page as materialized (select id, fit from found order by fit, registered_on desc nulls first, id desc limit ${limit}::int offset ${offset}::int)
      select ${columns} from page join exemplar e using (id) order by page.fit, e.registered_on desc nulls first, e.id desc`.execute(db);
    return rows;
  };
  if (query === null) return read([null]);
  const text = { query, inName: false };
  if (filter.sort !== "fit") return read([text]);
  const name = { query, inName: true };
  const named = await read([name]);
  return named.length === limit ? named : read([name, text]);
}

/** How many there are, counted up to one more than `mostCounted`. */
export async function countExemplars(db: Database, filter: Filter): Promise<{ total: number; more: boolean }> {
  const asked = await askedOf(db, filter);
  const rest = narrowed(asked);
  const query = queryOf(filter.words ?? []);
  const most = query === null ? mostCounted.all : mostCounted.words;
  const count = async (look: Words | null): Promise<number> => {
    const counts = parts(asked).map((part) => sql`(select count(*) from (${source(part, rest, look, most + 1, false)}) counted)`);
    const { rows } = await sql<{ total: number }>`select (${sql.join(counts, sql` + `)})::int as total`.execute(db);
    return rows[0]?.total ?? 0;
  };
  const named = query === null ? 0 : await count({ query, inName: true });
  const total = named > most ? named : await count(query === null ? null : { query, inName: false });
  return { total: Math.min(total, most), more: total > most };
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
