import type { UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Cell } from "../contract/cells.ts";
import { valueKey, type CellValue, type Tier } from "../contract/figures.ts";
import { unscaled } from "../domain/figures.ts";
import { asks } from "../domain/figures-rows.ts";
import { placesOfCells, reading, type Placed } from "../store/figures-slots.ts";
import { readRows, type ValueRow } from "../store/figures-reading.ts";

export type AskedValues = {
  tier: Tier;
  periods: readonly Pick<Period, "calendar" | "code">[];
  units: readonly UnitId[];
  cells: readonly Cell[];
};

/**
 * What single units gave, by `valueKey(period, unit, cellKey)`. A cell that was not asked is not in the map; one that was
 * left empty has null.
 */
export async function readValues(db: Database, { tier, periods, units, cells }: AskedValues): Promise<Map<string, CellValue>> {
  const found = new Map<string, CellValue>();
  if (cells.length === 0 || units.length === 0 || periods.length === 0) return found;
  const placed = await placesOfCells(db, cells);
  const rows = await readRows(db, { approved: tier === "approved", periods, units, ...reading(placed.values()) });
  const inGroup = Map.groupBy(placed.values(), ({ group }) => group);
  for (const row of rows)
    for (const place of inGroup.get(row.group) ?? []) {
      const value = valueIn(row, place);
      if (value) found.set(valueKey(row, row.unit, place.key), value);
    }
  return found;
}

function valueIn(row: ValueRow, { rule, slots }: Placed): CellValue | null {
  const [slot = 1] = slots.values();
  if (!asks({ asked: row.asked, v: [] }, slot)) return null;
  const part = (name: "value" | "numerator" | "denominator"): string | null => {
    const at = slots.get(name);
    const number = at === undefined ? null : (row.v.get(at) ?? null);
    return number === null ? null : unscaled(number, rule.scale);
  };
  if (rule.valueKind === "ratio") return { value: null, numerator: part("numerator"), denominator: part("denominator") };
  return { value: part("value") };
}
