import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import { keptPlan, type Database } from "../../../platform/database/index.ts";
import type { MeasureScope } from "../../../platform/measure.ts";

/** Organisations whose line runs from level to level even where the directory does not spell it out (as in `edgesBetween` of units). */
const ownLine = sql`('front', 'trade-union', 'farmers-union', 'womens-union', 'youth-union', 'veterans')`;

const on = (day: CalendarDate | null): RawBuilder<unknown> => (day === null ? sql`current_date` : sql`${day}::date`);

/**
 * Common table expressions to stand after `with recursive`: `own (root, unit_id)`, the units of the tree that each root
 * reaches, and `line (root, unit_id)`, those and everything below them in the line of their organisation, each once.
 * `roots` is an int[]; the tree is the day's (today when null).
 */
export const scopes = (roots: RawBuilder<unknown>, day: CalendarDate | null = null): RawBuilder<unknown> => sql`
  version as materialized (select ver from tree_version where valid @> ${on(day)}),
  own as materialized (
    select high.unit_id as root, low.unit_id
    from version join unit_at high using (ver) join unit_at low on low.ver = high.ver and low.lo between high.lo and high.hi
    where high.unit_id = any(${roots}::int[])
  ),
  line as (
    select root, unit_id from own
    union
    select line.root, below.unit_id
    from line cross join lateral (
      select relation.unit_id from unit_relation relation
      where relation.superior_id = line.unit_id and relation.kind = 'line' and relation.valid @> ${on(day)}
      union all
      select child.unit_id from version join unit_at child using (ver) where child.parent_id = line.unit_id
      union all
      select low.unit_id
      from version join unit_at body using (ver)
      join unit_at area on area.ver = body.ver and area.unit_id = body.area_id
      join unit_at low on low.ver = body.ver and low.lo between area.lo and area.hi and low.kind = body.kind and low.area_id <> body.area_id
      where body.unit_id = line.unit_id and body.kind in ${ownLine}
        and not exists (select from unit_relation own_line where own_line.unit_id = low.unit_id and own_line.kind = 'line' and own_line.valid @> ${on(day)})
    ) below
  )`;

/** `around (root, unit_id)`: every unit in the area that each root is or lies in. */
export const areas = (roots: RawBuilder<unknown>, day: CalendarDate | null = null): RawBuilder<unknown> => sql`
  around as materialized (
    select root.unit_id as root, low.unit_id
    from tree_version version join unit_at root on root.ver = version.ver
    join unit_at area on area.ver = root.ver and area.unit_id = coalesce(root.area_id, root.unit_id)
    join unit_at low on low.ver = area.ver and low.lo between area.lo and area.hi
    where version.valid @> ${on(day)} and root.unit_id = any(${roots}::int[])
  )`;

const byScope: Record<MeasureScope, RawBuilder<unknown>> = { own: sql`own`, line: sql`line`, area: sql`around` };

/** `member (root, unit_id)`, with what it is made of: whose records count for each unit in the scope, each once. Stands after `with recursive`. */
export function membersOf(units: readonly UnitId[], scope: MeasureScope, day: CalendarDate): RawBuilder<unknown> {
  const roots = sql`${[...units]}`;
  return sql`
    ${scope === "area" ? areas(roots, day) : scopes(roots, day)},
    member as materialized (select distinct root, unit_id from ${byScope[scope]})`;
}

/**
 * `above (unit_id)`: a unit, what it lies in or belongs to, and those above it in the line of its organisation today. Stands after
 * `with recursive` and a `version`, such as that of `scopes`. Climbs, which is short.
 */
export const climb = (unit: UnitId): RawBuilder<unknown> => sql`
  above (unit_id) as (
    select ${unit}::int
    union
    select over_it.unit_id
    from above cross join lateral (
      select relation.superior_id as unit_id from unit_relation relation
      where relation.unit_id = above.unit_id and relation.kind = 'line' and relation.valid @> current_date
      union all
      select place.parent_id from version join unit_at place using (ver) where place.unit_id = above.unit_id and place.parent_id is not null
      union all
      select body.unit_id
      from version join unit_at place using (ver)
      join unit_at area on area.ver = place.ver and place.lo between area.lo and area.hi and area.unit_id = area.area_id and area.unit_id <> place.area_id
      join unit_at body on body.ver = place.ver and body.area_id = area.unit_id and body.kind = place.kind
      where place.unit_id = above.unit_id and place.kind in ${ownLine}
        and not exists (select from unit_relation own_line where own_line.unit_id = place.unit_id and own_line.kind = 'line' and own_line.valid @> current_date)
    ) over_it
  )`;

/** Whether `unit` is `superior`, lies below it, or stands below it in the line of its organisation today. */
export async function lineReaches(db: Database, superior: UnitId, unit: UnitId): Promise<boolean> {
  const { rows } = await sql<{ within: boolean }>`${keptPlan}
    with recursive version as materialized (select ver from tree_version where valid @> current_date), ${climb(unit)}
    select exists (select from above where unit_id = ${superior}::int) as within`.execute(db);
  return rows[0]?.within ?? false;
}

/** The professional superiors directly above a unit today. */
export async function superiorsOf(db: Database, unit: UnitId): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    select superior_id as id from unit_relation where unit_id = ${unit}::int and kind = 'line' and valid @> current_date order by 1`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
