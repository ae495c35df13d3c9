import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { votesContract } from "./contract.ts";
import { closeVote, openVote, readVotes } from "./service.ts";

const os = routesFor(votesContract);

export const votesRoutes = os.router({
  get: os.get.handler(({ input, context }) => readVotes(context, actorOf(context), input.contestId)),
  open: os.open.handler(({ input, context }) => openVote(context, actorOf(context), input)),
  close: os.close.handler(({ input, context }) => closeVote(context, actorOf(context), input)),
});
