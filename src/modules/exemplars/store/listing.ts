import { sql, type RawBuilder } from "kysely";
import type { ExemplarId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { narrowed, parts, type Asked, type Filter, type Narrowed, type Pace, type Part, type Where } from "./asked.ts";
import { columns, type ExemplarRecord } from "./exemplars.ts";
import { reachOf } from "./reach.ts";
import { stretchOf } from "./stretches.ts";

export type { Filter } from "./asked.ts";

/** More than so many are not counted, and not leafed through either: who sees them narrows the list. */
export const mostCounted = 1000;
const mostFound = 500;

export type Found = { records: ExemplarRecord[]; total: number; more: boolean };
type Place = { offset?: number; limit: number };
const usual: Pace = { looked: 600, sizes: [10_000, 40_000, 120_000] };

/**
 * A page of exemplars and how many there are, counted up to a bound. Newest first, by the day of registration; drafts, which have
 * none, before them. By fit: those whose name has all the words come first. Nothing is read further than the page and the count go.
 */
export async function findExemplars(db: Database, filter: Filter, { offset = 0, limit }: Place, pace: Pace = usual): Promise<Found> {
  const [reader, unit, endings] = await Promise.all([
    reachOf(db, filter.reader),
    filter.unitId === undefined ? null : reachOf(db, filter.unitId),
    endingsOf(db, filter.words?.at(-1) ?? ""),
  ]);
  if (endings?.length === 0) return { records: [], total: 0, more: false };
  const asked = { filter, reader, unit, endings, pace };
  const searched = (filter.words ?? []).length > 0;
  const most = searched ? mostFound : mostCounted;
  const first = Math.min(offset + limit, most);
  // A list is counted up to its bound. Words cost more to look at: with the page found, it is said that there are at least so many.
  const wanted = { first, most, enough: searched ? first : most };
  const fit = searched && filter.sort === "fit";
  const told = await (fit ? byName(db, asked, wanted) : newest(db, asked, "text", wanted));
  return {
    records: await inOrder(db, told.ids.slice(offset, first)),
    total: Math.min(told.count, most),
    more: !told.all || told.count > most,
  };
}

/** Those whose name has all the words, then the others. With the page full of the former, nobody looks for the others. */
async function byName(db: Database, asked: Asked, wanted: Wanted): Promise<Counted> {
  const named = await newest(db, asked, "name", wanted);
  if (named.count > wanted.first) return { ...named, all: false };
  // What stands in a name stands in the text as well: it comes once more.
  const first = Math.min(wanted.first + named.count, wanted.most);
  const told = await newest(db, asked, "text", { ...wanted, first, enough: first });
  return { ...told, ids: [...new Set([...named.ids, ...told.ids])] };
}

/** More would be looked up one by one longer than their beginning is. */
const mostEndings = 60;

/** The words that begin so; null: too many, or a beginning of two letters, which would be half of all words. */
async function endingsOf(db: Database, word: string): Promise<string[] | null> {
  if (word.length <= 2) return null;
  const { rows } = await sql<{ word: string }>`
    select word from exemplar_word where word >= ${word}::text and word < ${word}::text || '~' limit ${mostEndings + 1}::int`.execute(db);
  return rows.length > mostEndings ? null : rows.map((row) => row.word);
}

/** `ids`: the first ones; `count`: how many there are, at most one more than the bound; of those looked at, unless `all` were. */
type Counted = { ids: ExemplarId[]; count: number; all: boolean };
/** `first`: so many are brought; with more than `enough` found nobody looks further, or counts more than one beyond `most`. */
type Wanted = { first: number; most: number; enough: number };

type Row = { open: boolean; ids: ExemplarId[]; days: (CalendarDate | null)[]; count: number; all: boolean };

/** Of what is less common than this, the index of words and marks finds it sooner than a walk along the days. */
const commonFrom = 0.05;

/**
 * The newest of all parts. The planner cannot tell what is common from what is rare, since words and marks hang together, and what
 * is right for one is a hundred times slower for the other. So some of the newest are looked at first, in the statement that brings
 * what is being prepared; they say which way to go on.
 */
async function newest(db: Database, asked: Asked, where: Where, wanted: Wanted): Promise<Counted> {
  const condition = narrowed(asked, where);
  const all = parts(asked);
  const [open] = all.filter(({ kind }) => kind === "open");
  const statements = all.map((part) => {
    if (part.kind !== "open" || !condition.indexed) return gathered(part, condition, null, wanted);
    return along(part, condition, asked.pace.looked, wanted);
  });
  const { rows } = await sql<Row>`${sql.join(statements, sql` union all `)}`.execute(db);
  const seen = rows.filter((row) => !row.open);
  const [looked] = rows.filter((row) => row.open);
  if (!open || !looked) return merged(seen, wanted);
  return merged([await further(db, { asked, open, condition, looked, wanted }), ...seen], wanted);
}

type Further = { asked: Asked; open: Part; condition: Narrowed; looked: Row; wanted: Wanted };

/** What is common is walked to along the days; the rest is gathered by the index, from as many months as it will take, or from all. */
async function further(db: Database, { asked, open, condition, looked, wanted }: Further): Promise<Row> {
  const enough = ({ count, all }: Row): boolean => all || count > wanted.enough;
  const one = async (statement: RawBuilder<unknown>): Promise<Row> => (await sql<Row>`${statement}`.execute(db)).rows[0] ?? looked;
  if (enough(looked)) return looked;
  const share = looked.count / asked.pace.looked;
  const expected = share > 0 ? Math.ceil((1.6 * (wanted.enough + 1)) / share) : null;
  if (expected !== null && share >= commonFrom) {
    const walked = await one(along(open, condition, expected, wanted));
    if (enough(walked)) return walked;
  }
  // Of words that the newest do not have there are few; marks may come with the years (what is recognised is not of this month).
  const searched = (asked.filter.words ?? []).length > 0;
  const stretch = expected === null && searched ? null : await stretchOf(db, asked.filter, { rows: expected, sizes: asked.pace.sizes });
  const near = stretch && (await one(gathered(open, condition, stretch, wanted)));
  return near && enough(near) ? near : one(gathered(open, condition, null, wanted));
}

const order = sql`order by registered_on desc, id desc`;

/** The first rows of what a query `found (id, registered_on)` found, and how many it has. */
const shown = (kind: Part["kind"], { first }: Wanted, all: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  shown as (select id, registered_on from found ${order} limit ${first}::int)
  select ${kind === "open"}::boolean as open, array(select id from shown ${order}) as ids, array(select registered_on from shown ${order}) as days,
         (select count(*)::int from found) as count, ${all} as all`;

/** Among so many of the newest rows of a part, in their order: each is opened and asked, until there are enough. */
function along({ where, kind }: Part, { where: rest }: Narrowed, rows: number, wanted: Wanted): RawBuilder<unknown> {
  const most = Math.max(wanted.enough, wanted.first);
  const all = sql`(select count(*) <= ${most}::int from found) and not exists (select from exemplar_entry e where ${where} ${order} offset ${rows}::int)`;
  return sql`(
    with found as materialized (
      select id, registered_on from (select e.* from exemplar_entry e where ${where} ${order} limit ${rows}::int) e
       where ${rest} limit ${most + 1}::int),
    ${shown(kind, wanted, all)})`;
}

/**
 * All of a part, or of a stretch of months. What is few is gathered before anything else is asked of it, and what the index of words
 * and marks narrows before it is put in order ("offset 0"): along the order, the planner would open every entry for what hardly any
 * of them says.
 */
function gathered({ where, kind, marked }: Part, { where: rest, indexed }: Narrowed, stretch: RawBuilder<unknown> | null, wanted: Wanted) {
  const within = stretch ?? (indexed ? marked : undefined) ?? sql`true`;
  const columns = sql`e.id, e.registered_on`;
  const rows =
    kind === "few"
      ? sql`select ${columns} from (select e.* from exemplar_entry e where ${where} offset 0) e where ${rest}`
      : sql`select ${columns} from exemplar_entry e where ${where} and ${within} and ${rest}`;
  return sql`(
    with found as materialized (${indexed ? sql`select * from (${rows} offset 0) gathered` : rows} ${order} limit ${wanted.most + 1}::int),
    ${shown(kind, wanted, stretch ? sql`false` : sql`true`)})`;
}

function merged(rows: readonly Row[], { first, most }: Wanted): Counted {
  const count = Math.min(
    rows.reduce((sum, row) => sum + row.count, 0),
    most + 1,
  );
  const all = rows.every((row) => row.all);
  const filled = rows.filter(({ ids }) => ids.length > 0);
  if (filled.length <= 1) return { ids: filled[0]?.ids ?? [], count, all };
  // No day comes before every day, as the database sorts it downwards; of a day, the later id comes first.
  const ids = filled
    .flatMap((row) => row.ids.map((id, at) => ({ id, day: row.days[at] ?? "9999" })))
    .toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1))
    .slice(0, first)
    .map(({ id }) => id);
  return { ids, count, all };
}

async function inOrder(db: Database, ids: readonly ExemplarId[]): Promise<ExemplarRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ExemplarRecord>`
    select ${columns} from exemplar e join unnest(${[...ids]}::uuid[]) with ordinality wanted (id, place) using (id)
    order by wanted.place`.execute(db);
  return rows;
}

/** Themes in use, most used first, of what was registered last: a list of suggestions need not read everything. */
export async function themesInUse(db: Database, limit: number): Promise<string[]> {
  const { rows } = await sql<{ theme: string }>`
    select theme
    from (select entry.id from exemplar_entry entry where entry.state in ('accepted', 'stopped') order by entry.registered_on desc, entry.id desc limit 2000) late
         join exemplar e using (id), unnest(e.themes) theme
    group by theme order by count(*) desc, theme collate "vi-x-icu" limit ${limit}`.execute(db);
  return rows.map(({ theme }) => theme);
}
