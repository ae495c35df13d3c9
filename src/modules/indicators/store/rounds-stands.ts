import { sql } from "kysely";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";

/** Of bodies that work in a commune or a residential area: that area, where one person often holds the post for all of them. */
export async function areasOfBodies(db: Database, units: readonly UnitId[], day: CalendarDate): Promise<Map<UnitId, UnitId>> {
  if (units.length === 0) return new Map();
  const { rows } = await sql<{ unitId: UnitId; areaId: UnitId }>`
    select u.unit_id as "unitId", u.area_id as "areaId"
      from tree_version version
      join unit_at u on u.ver = version.ver and u.unit_id = any(${[...units]}::int[])
      join unit_at area on area.ver = version.ver and area.unit_id = u.area_id and area.kind in ('commune', 'residential-area')
     where version.valid @> ${day}::date and u.area_id <> u.unit_id`.execute(db);
  return new Map(rows.map(({ unitId, areaId }) => [unitId, areaId]));
}

export type SignedRow = { roundId: RoundId; unitId: UnitId; number: string; date: CalendarDate; attachedAt: Date };

/** The first signed document of each unit in these rounds: one that came in time is not undone by a later correction. */
export async function firstDocuments(db: Database, rounds: readonly RoundId[]): Promise<SignedRow[]> {
  const { rows } = await sql<SignedRow>`
    select distinct on (s.round_id, s.unit_id) s.round_id as "roundId", s.unit_id as "unitId", s.document_number as number,
           s.document_date as date, s.document_at as "attachedAt"
      from submission s
     where s.round_id = any(${[...rounds]}::uuid[]) and s.document_at is not null
     order by s.round_id, s.unit_id, s.document_at`.execute(db);
  return rows;
}
