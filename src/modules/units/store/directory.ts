import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { UnitKind } from "../contract.ts";
import type { CodeRow, EdgeRow, RelationRow } from "./editing.ts";

/** Every row of every unit, for imports and exports of the whole directory. */
export async function allUnits(db: Database): Promise<Map<UnitId, { id: UnitId; kind: UnitKind; edges: EdgeRow[] }>> {
  const { rows } = await sql<EdgeRow & { kind: UnitKind }>`
    select unit_id as "unitId", kind, parent_id as "parentId", name, lower(valid) as from, upper(valid) - 1 as until
    from unit join unit_edge on unit_edge.unit_id = unit.id order by unit.id, valid
  `.execute(db);
  const units = new Map<UnitId, { id: UnitId; kind: UnitKind; edges: EdgeRow[] }>();
  for (const { kind, ...edge } of rows) {
    const unit = units.get(edge.unitId) ?? { id: edge.unitId, kind, edges: [] };
    unit.edges.push(edge);
    units.set(edge.unitId, unit);
  }
  return units;
}

export async function allCodes(db: Database): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`
    select unit_id as "unitId", system, code, lower(valid) as from, upper(valid) - 1 as until from unit_code order by unit_id, system, valid
  `.execute(db);
  return rows;
}

export async function allRelations(db: Database): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select unit_id as "unitId", kind, superior_id as "superiorId", lower(valid) as from, upper(valid) - 1 as until
    from unit_relation order by unit_id, kind, superior_id, valid
  `.execute(db);
  return rows;
}

/** Ids of units that exist now or did, in the order of the tree: newest version first, then those that only older ones know. */
export async function readingOrder(db: Database): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    select unit_id as id from unit_at join tree_version using (ver)
    group by unit_id
    order by max(lower(valid)) desc nulls last, (array_agg(lo order by lower(valid) desc nulls last))[1]
  `.execute(db);
  return rows.map(({ id }) => id);
}
