import type { ExemplarId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { learningContract } from "./contract.ts";
import { addStudy, copyExemplar, removeStudy } from "./service/acts.ts";
import { readLearning, writeLesson } from "./service/page.ts";
import { readPeers } from "./service/peers.ts";
import { addTag, readTags, removeTag } from "./service/tags.ts";

const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as ExemplarId });
const os = routesFor(learningContract);

export const learningRoutes = os.router({
  get: os.get.handler(({ input, context }) => readLearning(context.db, actorOf(context), known(input).id)),
  write: os.write.handler(({ input, context }) => writeLesson(context, actorOf(context), known(input))),
  copy: os.copy.handler(({ input, context }) => copyExemplar(context, actorOf(context), known(input))),
  study: os.study.handler(({ input, context }) => addStudy(context, actorOf(context), known(input))),
  removeStudy: os.removeStudy.handler(({ input, context }) => removeStudy(context, actorOf(context), known(input))),
  peers: os.peers.handler(({ context }) => readPeers(context.db, actorOf(context), vietnamDate(context.clock()))),
  tagList: os.tagList.handler(({ context }) => readTags(context.db, actorOf(context))),
  addTag: os.addTag.handler(({ input, context }) => addTag(context, actorOf(context), input)),
  removeTag: os.removeTag.handler(({ input, context }) => removeTag(context, actorOf(context), input)),
});
