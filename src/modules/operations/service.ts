import { authorise, may, type Actor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import { transaction, type Database } from "../../platform/database/index.ts";
import { listJobs, retryJob } from "../../platform/jobs.ts";
import { recordAct } from "../audit/index.ts";
import type { JobView } from "./contract.ts";
import { say } from "./messages.ts";

/** Jobs belong to the installation, not to a unit: whoever keeps the installation sees all of them. */
export async function readJobs(db: Database, actor: Actor): Promise<JobView[]> {
  authorise(may(actor, "job:manage"), "job:manage");
  const jobs = await listJobs(db);
  return jobs.map((job) => ({ ...job, nextRun: job.nextRun.toISOString(), createdAt: job.createdAt.toISOString() }));
}

/** Tries a waiting or failed job again now, with all its attempts. */
export function tryJobAgain(db: Database, actor: Actor, id: string): Promise<void> {
  return transaction(db, async (tx) => {
    authorise(may(actor, "job:manage"), "job:manage");
    if (!(await retryJob(tx, id))) throw problem("wrong_state", say("jobGone"));
    await recordAct(tx, actor, { act: "operations:retry-job", thing: { kind: "job", id } });
  });
}
