import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import type { MeasureSource } from "../../../platform/measure.ts";
import { figuresContract } from "../contract/figures.ts";
import { showOverTime, showRecords, showTotals, showValues } from "../service/figures-showing.ts";

/** `measures`: what slices compute from their records. */
export function figuresRoutes({ measures }: { measures: readonly MeasureSource[] }) {
  const os = routesFor(figuresContract);
  return os.router({
    totals: os.totals.handler(({ input, context }) => showTotals(context.db, actorOf(context), input)),
    values: os.values.handler(({ input, context }) => showValues(context.db, actorOf(context), input)),
    overTime: os.overTime.handler(({ input, context }) => showOverTime(context.db, actorOf(context), input)),
    records: os.records.handler(({ input, context }) => showRecords(context.db, actorOf(context), measures, input)),
  });
}
