import type { FormId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { AlreadyGiven, FormContent, FormPeriods } from "../contract/forms.ts";
import { cellKey } from "../contract/cells.ts";
import { covers } from "../domain/forms.ts";
import { sameCellsElsewhere } from "../store/forms-units.ts";

/**
 * Rows that these units give in another open form for the same period or for periods within it. Nobody is asked twice: the
 * value is stored per unit, period and indicator, so both forms show the one value ("đã có ở biểu …").
 */
export async function alreadyGiven(
  db: Database,
  { formId, periods, content, units }: { formId: FormId | null; periods: FormPeriods; content: FormContent; units: readonly UnitId[] },
): Promise<AlreadyGiven[]> {
  const rows = content.sections.flatMap((section) => section.rows.map((row) => ({ sectionId: section.id, ...row })));
  const others = await sameCellsElsewhere(db, formId, units, [...new Set(rows.map(({ indicatorId }) => indicatorId))]);
  const byCell = Map.groupBy(others, cellKey);
  return rows.flatMap((row) =>
    (byCell.get(cellKey(row)) ?? []).flatMap(({ formId: other, title, units: count, ...its }) => {
      const how = covers(periods, its);
      if (how === null) return [];
      const { sectionId, indicatorId, member } = row;
      return [
        { sectionId, indicatorId, member, formId: other, formTitle: title, samePeriod: how === "same", periodKind: its.kind, units: count },
      ];
    }),
  );
}
