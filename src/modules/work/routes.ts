import type { WorkId } from "../../kernel/ids.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { workContract } from "./contract.ts";
import {
  acceptMany,
  acceptWork,
  agreeToAnswer,
  answerWork,
  commentOnWork,
  completeWork,
  confirmWork,
  declineWork,
  insistOnWork,
  reportProgress,
  returnWork,
  rollOverWork,
  seeWork,
  withdrawOne,
} from "./service/acts.ts";
import { countDesk, listOfWork, readDesk, type DeskSource } from "./service/desk.ts";
import { readWork } from "./service/view.ts";

/** Ids come as plain strings; here they become what they are. */
const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as WorkId });

/** `sources`: what later slices put on the desk besides items of work. */
export function workRoutes(sources: readonly DeskSource[]) {
  const os = routesFor(workContract);
  return os.router({
    desk: os.desk.handler(({ context }) => readDesk(context.db, actorOf(context), context.clock(), sources)),
    counts: os.counts.handler(({ context }) => countDesk(context.db, actorOf(context), context.clock(), sources)),
    list: os.list.handler(({ input, context }) => listOfWork(context.db, actorOf(context), input, context.clock())),
    get: os.get.handler(({ input, context }) => readWork(context.db, actorOf(context), known(input).id, context.clock())),

    accept: os.accept.handler(({ input, context }) => acceptWork(context.db, actorOf(context), known(input), context.clock())),
    acceptMany: os.acceptMany.handler(({ input, context }) =>
      acceptMany(context.db, actorOf(context), input.items.map(known), context.clock()),
    ),
    see: os.see.handler(({ input, context }) => seeWork(context.db, actorOf(context), known(input), context.clock())),
    answer: os.answer.handler(({ input, context }) => answerWork(context.db, actorOf(context), known(input), context.clock())),
    decline: os.decline.handler(({ input, context }) => declineWork(context.db, actorOf(context), known(input), context.clock())),

    progress: os.progress.handler(({ input, context }) => reportProgress(context, actorOf(context), known(input))),
    complete: os.complete.handler(({ input, context }) => completeWork(context, actorOf(context), known(input))),
    comment: os.comment.handler(({ input, context }) => commentOnWork(context.db, actorOf(context), known(input), context.clock())),

    confirm: os.confirm.handler(({ input, context }) => confirmWork(context.db, actorOf(context), known(input), context.clock())),
    return: os.return.handler(({ input, context }) => returnWork(context.db, actorOf(context), known(input), context.clock())),
    rollOver: os.rollOver.handler(({ input, context }) => rollOverWork(context.db, actorOf(context), known(input), context.clock())),
    withdraw: os.withdraw.handler(({ input, context }) => withdrawOne(context.db, actorOf(context), known(input), context.clock())),
    agree: os.agree.handler(({ input, context }) => agreeToAnswer(context.db, actorOf(context), known(input), context.clock())),
    insist: os.insist.handler(({ input, context }) => insistOnWork(context.db, actorOf(context), known(input), context.clock())),
  });
}
