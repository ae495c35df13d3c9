import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { ancestorsOf } from "../../units/index.ts";
import { isArea } from "../../units/contract.ts";
import { cellKey, percentOf, type Cell, type CellKey, type Figure } from "../contract/cells.ts";
import { valueKey } from "../contract/figures.ts";
import type { FixedFigures } from "../store/rounds.ts";
import { readValues } from "./figures-reading.ts";
import { readTotals } from "./totals.ts";
import type { RoundAsks } from "./rounds-reading.ts";

/** Of a ratio both numbers: two that give the same per cent are not the same figure. */
const textOf = (figure: Figure): string | null =>
  figure.numerator && figure.denominator ? `${figure.numerator}/${figure.denominator}` : figure.value;

/** What stands in the cells of a round now: every current submission counts (tạm tính). */
export async function figuresNow(
  db: Database,
  { content, ownerId, calendar, kind, code, from, to }: RoundAsks,
  units: readonly UnitId[],
): Promise<FixedFigures> {
  const cells = new Map<CellKey, Cell>(
    content.sections.flatMap(({ rows }) =>
      rows.map(({ indicatorId, member }) => [cellKey({ indicatorId, member }), { indicatorId, member }] as const),
    ),
  );
  if (cells.size === 0) return { units: {}, totals: {} };
  const period = { calendar, kind, code, from, to };
  const area = (await ancestorsOf(db, ownerId)).findLast((each) => isArea(each.kind))?.id ?? ownerId;
  const asked = { tier: "provisional", cells: [...cells.values()] } as const;
  const values = await readValues(db, { ...asked, periods: [period], units });
  const totals = await readTotals(db, { ...asked, period, area, by: "self", series: null });
  const ofUnit = (unit: UnitId) =>
    Object.fromEntries(
      [...cells.keys()].flatMap((cell) => {
        const figure = values.get(valueKey(period, unit, cell));
        return figure ? [[cell, textOf(figure)]] : [];
      }),
    );
  return {
    units: Object.fromEntries(
      units.map((unit) => [String(unit), ofUnit(unit)] as const).filter(([, given]) => Object.keys(given).length > 0),
    ),
    totals: Object.fromEntries(
      totals.rows.flatMap((row) => [...row.cells].map(([cell, total]) => [cell, total.value ?? percentOf(total)])),
    ),
  };
}
