import type { ExemplarId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { likenessContract } from "./contract.ts";
import { answerLikeness, checkLikeness, readQuestions } from "./service.ts";
import { readSignals } from "./signals.ts";

const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as ExemplarId });
const os = routesFor(likenessContract);

export const likenessRoutes = os.router({
  check: os.check.handler(({ input, context }) => checkLikeness(context, actorOf(context), input)),
  of: os.of.handler(({ input, context }) => readQuestions(context.db, actorOf(context), known(input).id)),
  answer: os.answer.handler(({ input, context }) => answerLikeness(context, actorOf(context), known(input))),
  signals: os.signals.handler(({ input, context }) => readSignals(context.db, actorOf(context), input, vietnamDate(context.clock()))),
});
