import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { operationsContract } from "./contract.ts";
import { readJobs, tryJobAgain } from "./service.ts";

const os = routesFor(operationsContract);

export const operationsRoutes = os.router({
  jobs: os.jobs.handler(async ({ context }) => ({ jobs: await readJobs(context.db, actorOf(context)) })),
  retryJob: os.retryJob.handler(async ({ input, context }) => {
    await tryJobAgain(context.db, actorOf(context), input.id);
    return {};
  }),
});
