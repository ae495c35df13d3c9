import type { UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { numberAfter, seriesFor } from "../../../documents/dispatch/numbering.ts";
import type { OfficialForm } from "../../../documents/dispatch/official.ts";
import { lastNumber, lastSeries } from "../store/decisions.ts";

export { takeNumber as takeDecisionNumber } from "../store/decisions.ts";

/** The number that a body's next decision of this symbol ("/QĐ-MTTQ-BTT") gets, whatever it decides, and the series that it is given in. */
export async function nextDecisionNumber(
  db: Database,
  unit: UnitId,
  { form, symbol, day }: { form: OfficialForm; symbol: string; day: CalendarDate },
): Promise<{ number: string; series: string }> {
  const series = seriesFor(form, day, await lastSeries(db, unit, symbol));
  return { series, number: numberAfter(await lastNumber(db, unit, symbol, series)) };
}
