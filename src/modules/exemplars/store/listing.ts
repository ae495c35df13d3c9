import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { ExemplarFilter } from "../contract.ts";
import { columns, type ExemplarRecord } from "./exemplars.ts";
import { reachOf, type Reach } from "./reach.ts";

/** As a person gave it; `unitId` of the filter and the reader's own unit are looked up by `askedOf`. */
export type Filter = Partial<Omit<ExemplarFilter, "text" | "page">> & {
  /** Unit of the reader's post: what is visible follows from it. */
  reader: UnitId;
  /** Without marks and signs; each must occur, the last one may be the beginning of a word. */
  words?: readonly string[];
};

/** More than so many are not counted, and not leafed through either: who sees them narrows the list. */
export const mostCounted = 1000;

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

/** Everything that was accepted is there for all; what is being prepared is seen by the sides that `mayView` of the policy names. */
const public_ = sql`e.state in ('accepted', 'stopped')`;
const prepared = (states: RawBuilder<unknown>, { own, line }: Reach): RawBuilder<unknown> => sql`
  e.state in ('draft', 'registered', 'returned', 'withdrawn') and e.state in ${states}
  and (e.lead_id = any(${line}::int[]) or e.typed_at = any(${own}::int[])
    or e.round_id = any(array(select r.id from exemplar_round r where r.body_id = any(${own}::int[])))
    or e.id = any(array(select p.exemplar_id from exemplar_partner p where p.unit_id = any(${own}::int[]))))
  and (e.state <> 'draft' or e.lead_id = any(${own}::int[]) or e.typed_at = any(${own}::int[]))`;

const visiblePublic: readonly string[] = ["accepted", "stopped"];

/** The two parts of a list: what all see, and what is being prepared; null where the wanted state rules it out. */
function parts({ filter: { state }, reader }: Asked): { open: RawBuilder<unknown> | null; own: RawBuilder<unknown> | null } {
  if (state === undefined) return { open: public_, own: prepared(sql`('draft', 'registered', 'returned')`, reader) };
  return visiblePublic.includes(state)
    ? { open: sql`${public_} and e.state = ${state}::text`, own: null }
    : { open: null, own: prepared(sql`(${state}::text)`, reader) };
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
  const query = queryOf(filter.words ?? []);
  if (query !== null) all.push(sql`e.words @@ ${query}::tsquery`);
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

const newest = sql`registered_on desc nulls first, id desc`;
const one = (part: RawBuilder<unknown>, rest: RawBuilder<unknown>, fit: RawBuilder<unknown>, limit: number): RawBuilder<unknown> => sql`
  (select e.id, e.registered_on, ${fit} as fit from exemplar e where ${part} and ${rest} order by e.registered_on desc, e.id desc limit ${limit})`;

/**
 * Newest first, by the day of registration; drafts, which have none, before them. By fit: those whose name has all the words come
 * first. Each part is read along its own index and only as far as the page goes.
 */
export async function listExemplars(
  db: Database,
  filter: Filter,
  { offset = 0, limit }: { offset?: number; limit: number },
): Promise<ExemplarRecord[]> {
  const asked = await askedOf(db, filter);
  const rest = narrowed(asked);
  const query = filter.sort === "fit" ? queryOf(filter.words ?? []) : null;
  const sources = Object.values(parts(asked)).flatMap((part) => {
    if (part === null) return [];
    const all = one(part, rest, sql`1`, offset + limit);
    return query === null ? [all] : [all, one(part, sql`${rest} and e.name_words @@ ${query}::tsquery`, sql`0`, offset + limit)];
  });
  const { rows } = await sql<ExemplarRecord>`
    with found as materialized (
      select id, registered_on, min(fit) as fit from (${sql.join(sources, sql` union all `)}) source group by id, registered_on
    ), page as materialized (select id, fit from found order by fit, ${newest} limit ${limit} offset ${offset})
    select ${columns} from page join exemplar e using (id) order by page.fit, e.registered_on desc nulls first, e.id desc`.execute(db);
  return rows;
}

/** How many there are, at most one more than are counted. */
export async function countExemplars(db: Database, filter: Filter): Promise<number> {
  const asked = await askedOf(db, filter);
  const rest = narrowed(asked);
  const counts = Object.values(parts(asked)).flatMap((part) =>
    part === null ? [] : [sql`(select count(*) from (select from exemplar e where ${part} and ${rest} limit ${mostCounted + 1}) counted)`],
  );
  const { rows } = await sql<{ total: number }>`select (${sql.join(counts, sql` + `)})::int as total`.execute(db);
  return Math.min(rows[0]?.total ?? 0, mostCounted + 1);
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
