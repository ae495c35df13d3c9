import { sql } from "kysely";
import type { Database } from "../../../platform/database/index.ts";
import type { PublicationKind, Shown, ShownStatistics } from "../shapes.ts";
import { matching } from "./publications.ts";

/** Everything here is read over the connection of the public's own role, which sees the published views and nothing else. */

export type Item<S extends Shown = Shown> = {
  id: string;
  kind: PublicationKind;
  slug: string;
  title: string;
  shown: S;
  unit_name: string;
  field: string | null;
  subkind: string | null;
  area_name: string | null;
  year: number | null;
  themes: string[];
  opened_at: Date;
  changed_at: Date;
};

const columns = sql`i.id, i.kind, i.slug, i.title, i.shown, i.unit_name, i.field, i.subkind, i.area_name, i.year, i.themes, i.opened_at, i.changed_at`;

export async function siteOf(db: Database): Promise<{ name: string | null; ready: boolean }> {
  const { rows } = await sql<{ name: string | null; ready: boolean }>`select name, ready from portal_site`.execute(db);
  return rows[0] ?? { name: null, ready: false };
}

export async function findItem<S extends Shown>(
  db: Database,
  kinds: readonly PublicationKind[],
  slug: string,
): Promise<Item<S> | undefined> {
  const { rows } = await sql<Item<S>>`
    select ${columns} from portal_item i where i.slug = ${slug}::text and i.kind = any(${[...kinds]}::text[])`.execute(db);
  return rows[0];
}

export type GalleryFilter = {
  words: readonly string[];
  field?: string | undefined;
  kind?: string | undefined;
  theme?: string | undefined;
  area?: number | undefined;
  year?: number | undefined;
  level?: string | undefined;
};

const conditions = ({ words, field, kind, theme, area, year, level }: GalleryFilter) => sql`i.kind = 'exemplar'
  and (${field ?? null}::text is null or i.field = ${field ?? null}::text)
  and (${kind ?? null}::text is null or i.subkind = ${kind ?? null}::text)
  and (${theme ?? null}::text is null or i.themes @> array[${theme ?? null}::text])
  and (${area ?? null}::int is null or i.area_id = ${area ?? null}::int)
  and (${year ?? null}::int is null or i.year = ${year ?? null}::int)
  and (${level ?? null}::text is null or exists (select from portal_recognition r where r.item_id = i.id and r.level = ${level ?? null}::text and r.revoked_on is null))
  and ${matching(sql`i.search`, words)}`;

export async function listItems<S extends Shown>(
  db: Database,
  filter: GalleryFilter | { kinds: readonly PublicationKind[] },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: Item<S>[]; total: number }> {
  const where = "kinds" in filter ? sql`i.kind = any(${[...filter.kinds]}::text[])` : conditions(filter);
  const { rows } = await sql<Item<S> & { total: number }>`
    with found as materialized (select i.id, i.changed_at, count(*) over ()::int as total from portal_item i where ${where} order by i.changed_at desc, i.id desc limit ${limit} offset ${offset})
    select ${columns}, found.total from found join portal_item i using (id) order by found.changed_at desc, found.id desc`.execute(db);
  return { items: rows, total: rows[0]?.total ?? 0 };
}

export type Facets = {
  areas: { id: number; name: string }[];
  years: number[];
  themes: string[];
  kinds: string[];
  fields: string[];
  levels: string[];
};

/** What the gallery can be filtered by. Areas: the most frequent ones, since the whole country has thousands. */
export async function facetsOf(db: Database): Promise<Facets> {
  const { rows } = await sql<Facets>`
    with e as materialized (select id, field, subkind, area_id, area_name, year, themes from portal_item where kind = 'exemplar')
    select coalesce((select jsonb_agg(jsonb_build_object('id', area_id, 'name', area_name) order by area_name collate "vi-x-icu") from (
             select area_id, max(area_name) as area_name from e where area_id is not null group by area_id order by count(*) desc limit 150) a), '[]') as areas,
           coalesce((select array_agg(year order by year desc) from (select distinct year from e where year is not null) y), '{}') as years,
           coalesce((select array_agg(theme order by theme collate "vi-x-icu") from (
             select theme from e, unnest(themes) theme group by theme order by count(*) desc, theme limit 24) t), '{}') as themes,
           coalesce((select array_agg(distinct subkind) from e), '{}') as kinds,
           coalesce((select array_agg(distinct field) from e where field is not null), '{}') as fields,
           coalesce((select array_agg(distinct level) from portal_recognition where item_id is not null and revoked_on is null), '{}') as levels`.execute(
    db,
  );
  return rows[0] ?? { areas: [], years: [], themes: [], kinds: [], fields: [], levels: [] };
}

export type PublicPicture = {
  item_id: string;
  hash: string;
  width: number | null;
  height: number | null;
  caption: string | null;
  alt: string | null;
};

export async function picturesOf(db: Database, items: readonly string[], each = 12): Promise<Map<string, PublicPicture[]>> {
  const { rows } = await sql<PublicPicture>`
    select item_id, hash, width, height, caption, alt from portal_picture where item_id = any(${[...items]}::uuid[]) and position <= ${each} order by item_id, position`.execute(
    db,
  );
  return Map.groupBy(rows, ({ item_id }) => item_id);
}

export async function isPublicPicture(db: Database, hash: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from portal_picture where hash = ${hash}::text) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

export type Recognition = {
  code: string;
  list_id: string | null;
  item_slug: string | null;
  title: string;
  kind: string;
  unit_name: string;
  area_name: string | null;
  level: string;
  year: number;
  recognised_on: string;
  issuer: string | null;
  number: string;
  revoked_on: string | null;
};

export async function recognitionsOf(
  db: Database,
  of: { item: string } | { list: string } | { code: string },
  { offset = 0, limit = 100 } = {},
): Promise<{ rows: Recognition[]; total: number }> {
  const where =
    "item" in of ? sql`item_id = ${of.item}::uuid` : "list" in of ? sql`list_id = ${of.list}::uuid` : sql`code = ${of.code}::text`;
  const { rows } = await sql<Recognition & { total: number }>`
    select code, list_id, item_slug, title, kind, unit_name, area_name, level, year, recognised_on, issuer, number, revoked_on, count(*) over ()::int as total
      from portal_recognition where ${where} order by recognised_on desc, title collate "vi-x-icu", code limit ${limit} offset ${offset}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

export type Award = {
  name: string;
  post: string | null;
  unit: string | null;
  subject: string;
  form: string;
  deed: string;
  number: string;
  granted_on: string;
  granter: string;
  item_slug: string | null;
};

export async function awardsOf(
  db: Database,
  of: { item: string } | { list: string },
  { offset = 0, limit = 100 } = {},
): Promise<{ rows: Award[]; total: number }> {
  const where = "item" in of ? sql`item_id = ${of.item}::uuid` : sql`list_id = ${of.list}::uuid`;
  const { rows } = await sql<Award & { total: number }>`
    select name, post, unit, subject, form, deed, number, granted_on, granter, item_slug, count(*) over ()::int as total
      from portal_award where ${where} order by granted_on desc, form, name collate "vi-x-icu" limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export type Certificate = {
  code: string;
  title: string;
  kind: string;
  unit_name: string;
  area_name: string | null;
  level: string;
  year: number;
  issuer: string | null;
  decision_number: string;
  decided_on: string;
  state: "valid" | "revoked";
  revoked_on: string | null;
};

export async function findCertificate(db: Database, code: string): Promise<Certificate | undefined> {
  const { rows } = await sql<Certificate>`
    select code, title, kind, unit_name, area_name, level, year, issuer, decision_number, decided_on, state, revoked_on from portal_certificate where code = ${code}::text`.execute(
    db,
  );
  return rows[0];
}

export type Copy = {
  original_slug: string;
  original_title: string;
  original_area: string | null;
  slug: string;
  title: string;
  area_name: string | null;
  unit_name: string;
  year: number | null;
  adapted: string | null;
};

const copyColumns = sql`original_slug, original_title, original_area, slug, title, area_name, unit_name, year, adapted`;

/** Copies of one, or what one was copied from. */
export async function copiesOf(db: Database, item: string): Promise<{ copies: Copy[]; original: Copy | null }> {
  const { rows } = await sql<Copy & { is_copy: boolean }>`
    select ${copyColumns}, copy_id = ${item}::uuid as is_copy from portal_copy where original_id = ${item}::uuid or copy_id = ${item}::uuid
     order by year, area_name collate "vi-x-icu" limit 13`.execute(db);
  return { copies: rows.filter(({ is_copy }) => !is_copy), original: rows.find(({ is_copy }) => is_copy) ?? null };
}

export async function allCopies(
  db: Database,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: Copy[]; total: number }> {
  const { rows } = await sql<Copy & { total: number }>`
    select ${copyColumns}, count(*) over ()::int as total from portal_copy
     order by original_title collate "vi-x-icu", original_slug, year, area_name collate "vi-x-icu", slug limit ${limit} offset ${offset}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** How many copies began in which area and year. */
export async function copiesByArea(db: Database): Promise<{ area: string; year: number | null; count: number }[]> {
  const { rows } = await sql<{ area: string; year: number | null; count: number }>`
    select area_name as area, year, count(*)::int as count from portal_copy where area_name is not null
     group by 1, 2 order by area_name collate "vi-x-icu", year limit 1000`.execute(db);
  return rows;
}

export async function storiesAbout(db: Database, exemplarSlug: string): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select ${columns} from portal_item i join portal_item e on e.kind = 'exemplar' and e.about_exemplar = i.about_exemplar
     where i.kind = 'story' and e.slug = ${exemplarSlug}::text order by i.changed_at desc limit 10`.execute(db);
  return rows;
}

export async function exemplarOfStory(db: Database, story: string): Promise<{ slug: string; title: string } | undefined> {
  const { rows } = await sql<{ slug: string; title: string }>`
    select e.slug, e.title from portal_item i join portal_item e on e.kind = 'exemplar' and e.about_exemplar = i.about_exemplar where i.id = ${story}::uuid`.execute(
    db,
  );
  return rows[0];
}

export async function editionsOf(db: Database, item: string): Promise<{ edition: number; shown: ShownStatistics; opened_at: Date }[]> {
  const { rows } = await sql<{ edition: number; shown: ShownStatistics; opened_at: Date }>`
    select edition, shown, opened_at from portal_edition where item_id = ${item}::uuid order by edition desc limit 50`.execute(db);
  return rows;
}

export async function countsOf(db: Database): Promise<{ plans: number; exemplars: number; recognised: number; copies: number }> {
  const { rows } = await sql<{ plans: number; exemplars: number; recognised: number; copies: number }>`
    select (select count(*)::int from portal_item where kind = 'plan') as plans,
           (select count(*)::int from portal_item where kind = 'exemplar') as exemplars,
           (select count(distinct item_id)::int from portal_recognition where item_id is not null and revoked_on is null) as recognised,
           (select count(*)::int from portal_copy) as copies`.execute(db);
  return rows[0] ?? { plans: 0, exemplars: 0, recognised: 0, copies: 0 };
}

/** Addresses of everything, newest first, as a sitemap lists it. */
export async function addresses(db: Database, limit: number): Promise<{ kind: PublicationKind; slug: string; changed_at: Date }[]> {
  const { rows } = await sql<{ kind: PublicationKind; slug: string; changed_at: Date }>`
    select kind, slug, changed_at from portal_item order by changed_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** Every public recognition once, newest first. */
export async function recognitionsIn(db: Database, limit: number): Promise<Recognition[]> {
  const { rows } = await sql<Recognition>`
    select code, list_id, item_slug, title, kind, unit_name, area_name, level, year, recognised_on, issuer, number, revoked_on
      from portal_recognition order by recognised_on desc, code limit ${limit}`.execute(db);
  return rows;
}

/** Rounds of a public contest whose results are published now, with the digest of these. */
export async function roundPrintsOf(db: Database, item: string): Promise<Map<number, string>> {
  const { rows } = await sql<{ position: number; print: string }>`
    select position, print from portal_contest_round where item_id = ${item}::uuid`.execute(db);
  return new Map(rows.map(({ position, print }) => [position, print]));
}
