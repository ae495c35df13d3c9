import { sql, type RawBuilder } from "kysely";
import type { ExemplarRoundId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";
import type { ExemplarFilter } from "../contract.ts";
import { columns, type ExemplarRecord } from "./exemplars.ts";

export type Filter = Partial<Omit<ExemplarFilter, "text" | "page" | "roundId">> & {
  /** Unit of the reader's post: what is visible follows from it. */
  reader: UnitId;
  roundId?: ExemplarRoundId | string | undefined;
  /** Folded by the database; each must occur. */
  words?: readonly string[];
};

const escaped = (word: string): string => word.replace(/[\\%_]/g, "\\$&");
const ownOf = (reader: UnitId) => sql`(select unit_id from own where root = ${reader}::int)`;

/** The same rules as `mayView` of the policy, for many rows at once. */
const visible = (reader: UnitId): RawBuilder<unknown> => sql`(
  e.state in ('accepted', 'stopped')
  or e.lead_id in ${ownOf(reader)} or e.typed_at in ${ownOf(reader)}
  or e.state <> 'draft' and (
    e.lead_id in (select unit_id from line where root = ${reader}::int)
    or e.round_id in (select r.id from exemplar_round r where r.body_id in ${ownOf(reader)})
    or e.id in (select p.exemplar_id from exemplar_partner p where p.unit_id in ${ownOf(reader)})))`;

function conditions({ reader, words = [], own, ...filter }: Filter): RawBuilder<unknown> {
  const all = [visible(reader)];
  if (filter.state) all.push(sql`e.state = ${filter.state}::text`);
  else all.push(sql`e.state <> 'withdrawn'`);
  if (filter.kind) all.push(sql`e.kind = ${filter.kind}::text`);
  if (filter.field) all.push(sql`e.field = ${filter.field}::text`);
  if (filter.stream) all.push(sql`e.stream = ${filter.stream}::text`);
  if (filter.theme) all.push(sql`e.themes @> array[${filter.theme}::text]`);
  if (filter.year) all.push(sql`e.first_year = ${filter.year}::int`);
  if (filter.roundId) all.push(sql`e.round_id = ${filter.roundId}::uuid`);
  if (filter.unitId) all.push(sql`e.lead_id in (select unit_id from line where root = ${filter.unitId}::int)`);
  if (own) all.push(sql`e.lead_id in (select unit_id from line where root = ${reader}::int)`);
  for (const word of words) all.push(sql`e.search like '%' || vi_fold(${escaped(word)}::text) || '%'`);
  return sql.join(all, sql` and `);
}

const roots = ({ reader, unitId }: Filter): RawBuilder<unknown> => sql`${unitId ? [reader, unitId] : [reader]}`;

/** Newest first, by the day of registration; drafts, which have none, before them. */
export async function listExemplars(
  db: Database,
  filter: Filter,
  { offset = 0, limit }: { offset?: number; limit: number },
): Promise<ExemplarRecord[]> {
  const order = sql`e.registered_on desc nulls first, e.id desc`;
  const { rows } = await sql<ExemplarRecord>`
    with recursive ${scopes(roots(filter))},
    page as materialized (select e.id from exemplar e where ${conditions(filter)} order by ${order} limit ${limit} offset ${offset})
    select ${columns} from exemplar e where e.id in (select id from page) order by ${order}`.execute(db);
  return rows;
}

export async function countExemplars(db: Database, filter: Filter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    with recursive ${scopes(roots(filter))} select count(*)::int as total from exemplar e where ${conditions(filter)}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Themes in use, most used first. */
export async function themesInUse(db: Database, limit: number): Promise<string[]> {
  const { rows } = await sql<{ theme: string }>`
    select theme from exemplar, unnest(themes) theme where state = 'accepted' group by theme order by count(*) desc, theme collate "vi-x-icu" limit ${limit}`.execute(
    db,
  );
  return rows.map(({ theme }) => theme);
}
