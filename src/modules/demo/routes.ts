import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { demoContract } from "./contract.ts";
import { askForRemoval, makeDemoLinks, readStatus } from "./service.ts";

const os = routesFor(demoContract);

export const demoRoutes = os.router({
  status: os.status.handler(({ context }) => readStatus(context.db)),
  links: os.links.handler(async ({ context }) => ({
    people: await makeDemoLinks(context.db, actorOf(context), context.config.url, context.clock()),
  })),
  remove: os.remove.handler(async ({ input, context }) => {
    await askForRemoval(context.db, actorOf(context), input.phrase);
    return {};
  }),
});
