import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import type { MeasureSource } from "../../../platform/measure.ts";
import { dictionaryContract } from "../contract/dictionary.ts";
import { listDictionary, readIndicator, readMeasures, readTopics } from "../service/dictionary.ts";
import { createIndicator, editIndicator, restoreIndicator, retireIndicator } from "../service/dictionary-editing.ts";

/** `measures`: what slices compute from their records. */
export function dictionaryRoutes({ measures }: { measures: readonly MeasureSource[] }) {
  const os = routesFor(dictionaryContract);
  return os.router({
    list: os.list.handler(({ input, context }) => listDictionary(context.db, actorOf(context), input)),
    topics: os.topics.handler(({ context }) => readTopics(context.db)),
    measures: os.measures.handler(({ context }) => readMeasures(context.db, measures)),
    get: os.get.handler(({ input, context }) => readIndicator(context.db, actorOf(context), measures, input.id)),
    create: os.create.handler(({ input, context }) => createIndicator(context.db, actorOf(context), measures, input)),
    edit: os.edit.handler(({ input, context }) => editIndicator(context.db, actorOf(context), measures, input)),
    retire: os.retire.handler(({ input, context }) => retireIndicator(context.db, actorOf(context), measures, input)),
    restore: os.restore.handler(({ input, context }) => restoreIndicator(context.db, actorOf(context), measures, input)),
  });
}
