import type { AnyRouter } from "@orpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../kernel/actor.ts";
import type { Database } from "./database/index.ts";
import type { RequestContext } from "./http/context.ts";
import type { AnyJob } from "./jobs.ts";
import type { MeasureSource, NarrativeSource } from "./measure.ts";
import type { Services } from "./services.ts";

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

/** What a slice offers to the composition root. All of it optional but the name. */
export type Module = {
  /** The key of its contract in src/modules/contract.ts. */
  name: string;
  router?: AnyRouter;
  /** Figures it can compute from its records, for `indicators` to fill forms with. */
  measures?: MeasureSource;
  /** Records it can tell under a heading of a report. */
  narratives?: NarrativeSource;
  /** Background work, by name. */
  jobs?: AnyJob[];
  /** Files out under /files/*, and pages that are not part of the JSON API. */
  downloads?: (app: FastifyInstance, services: Services, contextOf: ContextOf) => void;
  /** Who may read the history of a thing of this kind. */
  canSee?: Record<string, (db: Database, actor: Actor, id: string) => Promise<boolean>>;
  /** Runs when the server has a migrated database, before it listens; what it returns is run at shutdown. */
  start?: (services: Services) => Promise<(() => Promise<void>) | void>;
};
