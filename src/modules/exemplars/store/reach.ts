import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";

/** Units as the database reads an int[], and how many. */
type Units = { ids: string; count: number };

/** `own`: what a post reaches; `line`: those and everything below them in their line. */
export type Reach = { own: Units; line: Units };

type Kept = { tree: string; until: number; reach: Promise<Reach> };

/** A relation of the line may change without the tree; a list may be that much behind, a single exemplar never is. */
const keptMilliseconds = 20_000;
const mostKept = 500;
const kept = new WeakMap<Database, Map<UnitId, Kept>>();

/**
 * Which units a unit stands over today. Following every line of a province takes longer than reading a page of its list, so it is
 * remembered as long as the tree is the same one.
 */
export async function reachOf(db: Database, unit: UnitId): Promise<Reach> {
  const { rows } = await sql<{ tree: string }>`
    select ver || ' ' || current_date as tree from tree_version where valid @> current_date`.execute(db);
  const tree = rows[0]?.tree ?? "";
  const known = kept.get(db) ?? new Map<UnitId, Kept>();
  kept.set(db, known);
  const before = known.get(unit);
  const now = performance.now();
  if (before?.tree === tree && before.until > now) return before.reach;
  if (known.size >= mostKept) known.clear();
  const reach = readReach(db, unit);
  known.set(unit, { tree, until: now + keptMilliseconds, reach });
  reach.catch(() => known.delete(unit));
  return reach;
}

async function readReach(db: Database, unit: UnitId): Promise<Reach> {
  const { rows } = await sql<Reach>`
    with recursive ${scopes(sql`${[unit]}`)}
    select (select jsonb_build_object('ids', coalesce(array_agg(unit_id), '{}')::text, 'count', count(*)) from own) as own,
           (select jsonb_build_object('ids', coalesce(array_agg(unit_id), '{}')::text, 'count', count(*)) from line) as line`.execute(db);
  const none = { ids: "{}", count: 0 };
  return rows[0] ?? { own: none, line: none };
}
