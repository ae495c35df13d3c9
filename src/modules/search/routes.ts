import type { Actor } from "../../kernel/actor.ts";
import type { Database } from "../../platform/database/index.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { searchContract, type Found } from "./contract.ts";

/** What a slice offers to the search box: its own things that this actor may see, best first, at most `limit`. */
export type Searcher = (db: Database, actor: Actor, text: string, limit: number) => Promise<Found[]>;

const perSlice = 6;

/** The search box over every slice that offers a searcher, in the order of the slices. */
export function searchRoutes(searchers: Searcher[]) {
  const os = routesFor(searchContract);
  return os.router({
    find: os.find.handler(async ({ input, context }) => {
      const actor = actorOf(context);
      const found = await Promise.all(searchers.map((search) => search(context.db, actor, input.text, perSlice)));
      return { items: found.flat() };
    }),
  });
}
