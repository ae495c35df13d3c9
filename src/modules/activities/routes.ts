import type { ActivityId, UnitId } from "../../kernel/ids.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { activitiesContract } from "./contract.ts";
import { addFiles, removeFile } from "./service/attaching.ts";
import { weighBinder } from "./service/binder.ts";
import { answerDouble, listDoubles } from "./service/doubles.ts";
import type { DutySource } from "./service/duties.ts";
import { closeFeed, createFeed, listFeeds } from "./service/feeds.ts";
import { activityKinds } from "./service/for-others.ts";
import { listActivities, listDuties, readCalendar } from "./service/reading.ts";
import { cancelActivity, carryOut, editActivity, recordActivity } from "./service/recording.ts";
import { createTemplate, editTemplate, endTemplate, listTemplates } from "./service/templates.ts";
import { readActivity } from "./service/view.ts";

/** Ids come as plain strings; here they become what they are. */
const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as ActivityId });

/** `duties`: open clauses and tasks of units, from work, which is a later slice. */
export function activitiesRoutes({ duties }: { duties: DutySource }) {
  const os = routesFor(activitiesContract);
  return os.router({
    kinds: os.kinds.handler(async ({ context }) => ({ items: await activityKinds(context.db) })),
    list: os.list.handler(({ input, context }) => listActivities(context.db, actorOf(context), input)),
    calendar: os.calendar.handler(({ input, context }) => readCalendar(context.db, actorOf(context), input)),
    duties: os.duties.handler(({ input, context }) => listDuties(context.db, actorOf(context), input.leadId as UnitId | undefined, duties)),
    binder: os.binder.handler(({ input, context }) => weighBinder(context.db, actorOf(context), input)),
    get: os.get.handler(({ input, context }) => readActivity(context.db, actorOf(context), known(input).id)),

    record: os.record.handler(({ input, context }) => recordActivity({ ...context, duties }, actorOf(context), input)),
    edit: os.edit.handler(({ input, context }) => editActivity({ ...context, duties }, actorOf(context), known(input))),
    carryOut: os.carryOut.handler(({ input, context }) => carryOut({ ...context, duties }, actorOf(context), known(input))),
    cancel: os.cancel.handler(({ input, context }) => cancelActivity(context, actorOf(context), known(input))),
    addFiles: os.addFiles.handler(({ input, context }) => addFiles(context, actorOf(context), known(input))),
    removeFile: os.removeFile.handler(({ input, context }) => removeFile(context, actorOf(context), known(input))),

    doubles: {
      list: os.doubles.list.handler(({ input, context }) => listDoubles(context.db, actorOf(context), input)),
      answer: os.doubles.answer.handler(({ input, context }) => answerDouble(context, actorOf(context), input)),
    },
    templates: {
      list: os.templates.list.handler(({ context }) => listTemplates(context.db, actorOf(context))),
      create: os.templates.create.handler(({ input, context }) => createTemplate(context, actorOf(context), input)),
      edit: os.templates.edit.handler(({ input, context }) => editTemplate(context, actorOf(context), input)),
      end: os.templates.end.handler(({ input, context }) => endTemplate(context, actorOf(context), input)),
    },
    feeds: {
      list: os.feeds.list.handler(({ context }) => listFeeds(context.db, actorOf(context))),
      create: os.feeds.create.handler(({ input, context }) => createFeed({ ...context, url: context.config.url }, actorOf(context), input)),
      revoke: os.feeds.revoke.handler(({ input, context }) => closeFeed(context, actorOf(context), input.id)),
    },
  });
}
