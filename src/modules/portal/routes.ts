import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import type { MeasureSource } from "../../platform/measure.ts";
import { portalContract } from "./contract.ts";
import { votesRoutes } from "./votes/routes.ts";
import { closePublication, openPublication, preview, readCandidates, readPublications } from "./service/publishing.ts";
import { readCalendar, readStory, rewriteStory, writeStory } from "./service/stories.ts";

const os = routesFor(portalContract);

export const portalRoutes = (sources: readonly MeasureSource[]) =>
  os.router({
    list: os.list.handler(({ input, context }) => readPublications(context.db, actorOf(context), input)),
    candidates: os.candidates.handler(({ input, context }) => readCandidates(context, actorOf(context), input)),
    preview: os.preview.handler(({ input, context }) => preview({ ...context, sources }, actorOf(context), input)),
    open: os.open.handler(({ input, context }) => openPublication({ ...context, sources }, actorOf(context), input)),
    close: os.close.handler(({ input, context }) => closePublication(context, actorOf(context), input)),
    votes: votesRoutes,
    calendar: os.calendar.handler(({ input, context }) => readCalendar(context.db, actorOf(context), input.year)),
    story: os.story.handler(({ input, context }) => readStory(context.db, actorOf(context), input.id)),
    write: os.write.handler(({ input, context }) => writeStory(context, actorOf(context), input)),
    rewrite: os.rewrite.handler(({ input, context }) => rewriteStory(context, actorOf(context), input)),
  });
