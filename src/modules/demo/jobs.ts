import { z } from "zod";
import { defineJob, type AnyJob } from "../../platform/jobs.ts";
import { beginWork } from "./working.ts";
import { emptyForUse } from "./removing.ts";

/** The second half of filling: it reads a document and acts as people, which takes longer than somebody waits for a page. */
export const beginDemoWork = defineJob("demo.begin-work", z.object({}), (_payload, services) => beginWork(services));

/** Emptying runs as the owner of the tables, which requests never do. */
export const removeDemo = defineJob("demo.remove", z.object({}), (_payload, services) => emptyForUse(services));

export const demoJobs: AnyJob[] = [beginDemoWork, removeDemo];
