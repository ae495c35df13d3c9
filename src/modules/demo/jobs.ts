import { z } from "zod";
import { defineJob, enqueue, type AnyJob } from "../../platform/jobs.ts";
import { beginWork, fillModels } from "./working.ts";
import { transaction } from "../../platform/database/index.ts";
import { emptyForUse } from "./removing.ts";

/** The second half of filling: it reads a document and acts as people, which takes longer than somebody waits for a page. */
export const beginDemoWork = defineJob("demo.begin-work", z.object({ models: z.boolean().default(true) }), async ({ models }, services) => {
  await beginWork(services);
  if (models) await transaction(services.db, (tx) => enqueue(tx, fillDemoModels, {}, { runAt: new Date(Date.now() + 15_000) }));
});

/** Some two hundred models and what became of them: a minute's work, begun when the first pages have been looked at. */
export const fillDemoModels = defineJob("demo.fill-models", z.object({}), (_payload, services) => fillModels(services));

/** Emptying runs as the owner of the tables, which requests never do. */
export const removeDemo = defineJob("demo.remove", z.object({}), (_payload, services) => emptyForUse(services));

export const demoJobs: AnyJob[] = [beginDemoWork, fillDemoModels, removeDemo];
