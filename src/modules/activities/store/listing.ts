import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { ActivityState } from "../contract.ts";
import { columns, type EntryRow } from "./entries.ts";
import { scopes } from "../../units/index.ts";

export type Filter = {
  /** Unit of the reader's post: what is visible follows from it. */
  reader: UnitId;
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  kind?: string | undefined;
  states?: readonly ActivityState[] | undefined;
  unitId?: UnitId | undefined;
  /** Folded by the database; each must occur. */
  words?: readonly string[];
  planId?: string | undefined;
  itemId?: string | undefined;
  approximate?: boolean | undefined;
  /** Leave out what is the same as another entry. */
  counted?: boolean;
};

const escaped = (word: string): string => word.replace(/[\\%_]/g, "\\$&");

/** The same rules as `mayView` of the policy, for many rows at once. */
const visible = (reader: UnitId): RawBuilder<unknown> => sql`(
  a.lead_id in (select unit_id from own where root = ${reader}::int)
  or (a.state = 'done' or a.typed_at in (select unit_id from own where root = ${reader}::int))
     and a.lead_id in (select unit_id from line where root = ${reader}::int)
  or a.id in (select p.activity_id from activity_partner p join own on own.unit_id = p.unit_id and own.root = ${reader}::int))`;

function conditions(filter: Filter): RawBuilder<unknown> {
  const { reader, from, to, kind, states, unitId, words = [], planId, itemId, approximate, counted } = filter;
  const all = [visible(reader)];
  if (from) all.push(sql`coalesce(a.until_date, a.on_date) >= ${from}::date`);
  if (to) all.push(sql`a.on_date <= ${to}::date`);
  if (kind) all.push(sql`a.kind = ${kind}::text`);
  if (states) all.push(sql`a.state = any(${[...states]}::text[])`);
  if (unitId)
    all.push(sql`(a.lead_id in (select unit_id from line where root = ${unitId}::int)
      or a.id in (select p.activity_id from activity_partner p where p.unit_id = ${unitId}::int))`);
  if (planId) all.push(sql`a.plan_id = ${planId}::uuid`);
  if (itemId) all.push(sql`a.plan_item_id = ${itemId}::text`);
  if (approximate) all.push(sql`a.approximate`);
  if (counted) all.push(sql`a.same_as is null`);
  for (const word of words) all.push(sql`a.search like '%' || vi_fold(${escaped(word)}::text) || '%'`);
  return sql.join(all, sql` and `);
}

const roots = ({ reader, unitId }: Filter): RawBuilder<unknown> => sql`${unitId ? [reader, unitId] : [reader]}`;

export type Order = "newest" | "oldest";

export async function listEntries(
  db: Database,
  filter: Filter,
  { offset = 0, limit, order = "newest" }: { offset?: number; limit: number; order?: Order },
): Promise<EntryRow[]> {
  const sorted = order === "newest" ? sql`a.on_date desc, a.id desc` : sql`a.on_date, a.start_time nulls first, a.id`;
  const { rows } = await sql<EntryRow>`
    with recursive ${scopes(roots(filter))},
    page as materialized (select a.id from activity a where ${conditions(filter)} order by ${sorted} limit ${limit} offset ${offset})
    select ${columns} from activity a where a.id in (select id from page) order by ${sorted}`.execute(db);
  return rows;
}

export async function countEntries(db: Database, filter: Filter): Promise<{ total: number; approximate: number }> {
  const { rows } = await sql<{ total: number; approximate: number }>`
    with recursive ${scopes(roots(filter))}
    select count(*)::int as total, count(*) filter (where a.approximate and a.state = 'done')::int as approximate
    from activity a where ${conditions(filter)}`.execute(db);
  return rows[0] ?? { total: 0, approximate: 0 };
}

/** How many entries and files a binder would hold. */
export async function sizeOf(db: Database, filter: Filter): Promise<{ activities: number; files: number; bytes: number }> {
  const { rows } = await sql<{ activities: number; files: number; bytes: string }>`
    with recursive ${scopes(roots(filter))},
    chosen as materialized (select a.id from activity a where ${conditions(filter)})
    select (select count(*)::int from chosen) as activities, count(f.id)::int as files, coalesce(sum(f.size), 0)::text as bytes
    from chosen join activity_file f on f.activity_id = chosen.id`.execute(db);
  const [row] = rows;
  return { activities: row?.activities ?? 0, files: row?.files ?? 0, bytes: Number(row?.bytes ?? 0) };
}
