import { sql } from "kysely";
import type { IndicatorId } from "../../../kernel/ids.ts";
import { keptPlan, type Database } from "../../../platform/database/index.ts";
import { cellKey, type Cell, type CellKey } from "../contract/cells.ts";
import type { OverTime, OverUnits, Part, ValueKind } from "../contract/dictionary.ts";

/** How an indicator's numbers are read and added. */
export type Rule = {
  indicatorId: IndicatorId;
  name: string;
  unit: string;
  valueKind: ValueKind;
  scale: number;
  overUnits: OverUnits;
  overTime: OverTime;
};

/** Where a cell's numbers are stored: by part, in one group. */
export type Placed = {
  cell: Cell;
  key: CellKey;
  /** Of the member, as the dictionary calls it; empty for the whole. */
  label: string;
  rule: Rule;
  group: number;
  slots: Map<Part, number>;
};

/** Cells by key; those that the dictionary does not have are absent. */
export async function placesOfCells(db: Database, cells: readonly Cell[]): Promise<Map<CellKey, Placed>> {
  const { rows } = await sql<Rule & { member: string; label: string; part: Part; group: number; slot: number }>`${keptPlan}
    select slot.indicator_id as "indicatorId", slot.member, slot.part, slot.group_id as group, slot.slot,
           name, unit, value_kind as "valueKind", scale, over_units as "overUnits", over_time as "overTime",
           coalesce((select entry ->> 'label' from jsonb_array_elements(dimension -> 'members') as entry where entry ->> 'key' = slot.member), '') as label
    from unnest(${cells.map(({ indicatorId }) => indicatorId)}::int[], ${cells.map(({ member }) => member)}::text[]) as asked (indicator_id, member)
    join indicator_slot slot on slot.indicator_id = asked.indicator_id and slot.member = asked.member
    join indicator on indicator.id = slot.indicator_id
  `.execute(db);
  const placed = new Map<CellKey, Placed>();
  for (const { member, label, part, group, slot, ...rule } of rows) {
    const cell = { indicatorId: rule.indicatorId, member };
    const key = cellKey(cell);
    const known = placed.get(key) ?? { cell, key, label, rule, group, slots: new Map<Part, number>() };
    known.slots.set(part, slot);
    placed.set(key, known);
  }
  return placed;
}

/** The groups that cells lie in, and the slots that any of them uses: what a query has to read. */
export function reading(placed: Iterable<Placed>): { groups: number[]; slots: number[] } {
  const all = [...placed];
  return {
    groups: [...new Set(all.map(({ group }) => group))],
    slots: [...new Set(all.flatMap(({ slots }) => [...slots.values()]))].toSorted((a, b) => a - b),
  };
}
