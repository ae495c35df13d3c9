import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { parseCronItems, run, type CronItem, type TaskList, type WorkerEvents } from "graphile-worker";
import { sql } from "kysely";
import { createPool, type Database } from "./database/index.ts";
import { quietJobLogger } from "./database/job-logger.ts";
import { jobSchema } from "./database/job-queue.ts";
import type { AnyJob } from "./jobs.ts";
import { describeError, type Log } from "./log.ts";
import type { Services } from "./services.ts";

export type JobRunner = { stop(): Promise<void> };

const concurrency = 4;
/** A new job is announced at once; asking again is for those that wait for their time. In milliseconds, like what follows. */
const pollInterval = 2000;
const watchInterval = 2500;
/** A worker with a hand free that has asked for no job in this time is dead, whatever it says of itself. */
const silenceLimit = 12_000;
/** How long a worker with nothing in hand may take to stop. */
const stopLimit = 5_000;

/** Runs jobs until stopped; `stop` lets those that run finish. The caller has the database to itself. */
export async function startJobs(services: Services, jobs: AnyJob[]): Promise<JobRunner> {
  const log = services.log.with({ part: "jobs" });
  const stopping = new AbortController();
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});
  let crew = await startCrew(services, jobs, log);
  const begunAgain = async () => {
    try {
      crew = await startCrew(services, jobs, log);
      log.info("jobs run again");
      return true;
    } catch (error) {
      log.warn("jobs cannot be run yet", { error });
      return false;
    }
  };
  const watching = (async () => {
    // A crew gives up, or falls silent, when the database goes away at the wrong moment; work must not wait for a restart of the server.
    while (!stopping.signal.aborted) {
      await Promise.race([crew.ended, pause(watchInterval)]);
      if (stopping.signal.aborted) return;
      if (!crew.isDead()) {
        await crew.releaseLost().catch((error: unknown) => log.warn("lost jobs cannot be released", { error }));
        continue;
      }
      crew.abandon();
      while (!stopping.signal.aborted && !(await begunAgain())) await pause(1000);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
      await crew.stop();
    },
  };
}

/** One run of the worker on connections of its own: a crew that died may have taken its connections with it. */
async function startCrew(services: Services, jobs: AnyJob[], log: Log) {
  await releaseAll(services.db);
  const pool = createPool(services.databases.urls.app, { max: 6, log });
  const running = new Set<string>();
  let lastAsked = performance.now();
  const events = loggingEvents(log);
  events.on("worker:getJob:start", () => (lastAsked = performance.now()));
  const runner = await run({
    pgPool: pool,
    schema: jobSchema,
    concurrency,
    noHandleSignals: true,
    pollInterval,
    // Without batches the worker notes a job's end in a promise that nobody awaits: a connection lost at that moment
    // would end the whole process (graphile-worker 0.18). Batches are tried again, and their failure stops the runner.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: quietJobLogger,
    events,
    taskList: taskList(jobs, services, running),
    parsedCronItems: parseCronItems(jobs.flatMap(cronItem)),
  }).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  let hasEnded = false;
  const ended = runner.promise
    .catch((error: unknown) => log.warn("jobs stopped", { error }))
    .then(() => {
      hasEnded = true;
    });
  // Its last words may never come: pg waits for ever for a connection that was lost in the wrong state.
  const close = () => void pool.end().catch(() => {});
  let suspects = new Set<string>();
  return {
    ended,
    isDead: () => hasEnded || (running.size < concurrency && performance.now() - lastAsked > silenceLimit),
    abandon() {
      if (!hasEnded) log.warn("jobs fell silent");
      void runner.stop().catch(() => {});
      void ended.then(close);
    },
    async stop() {
      void runner.stop().catch(() => {});
      const over = ended.then(() => true);
      let idle = 0;
      while (idle < stopLimit && !(await Promise.race([over, sleep(100, false)]))) idle = running.size === 0 ? idle + 100 : 0;
      close();
    },
    /** Frees jobs that were handed out in an answer that was never received; otherwise they wait four hours. */
    async releaseLost() {
      const locked = await lockedJobs(services.db);
      const lost = locked.filter((id) => !running.has(id));
      // Seen twice, since one that has just begun or ended looks the same for a moment.
      await release(
        services.db,
        lost.filter((id) => suspects.has(id)),
      );
      suspects = new Set(lost);
    },
  };
}

/** Jobs in the hands of a process that was killed, or of a crew that died, would otherwise wait four hours. */
async function releaseAll(db: Database) {
  await sql`select from ${sql.ref(`${jobSchema}.force_unlock_workers`)}(array(
    select distinct locked_by from ${sql.ref(`${jobSchema}.jobs`)} where locked_by is not null))`.execute(db);
}

async function lockedJobs(db: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id::text from ${sql.ref(`${jobSchema}.jobs`)} where locked_at is not null`.execute(db);
  return rows.map(({ id }) => id);
}

/** By job, not by worker as the library does it: the worker of a lost job may be busy with another one by now. */
async function release(db: Database, ids: string[]) {
  if (ids.length === 0) return;
  await sql`
    with released as (
      update ${sql.ref(`${jobSchema}._private_jobs`)} set locked_at = null, locked_by = null
       where id = any(${ids}::bigint[]) returning job_queue_id)
    update ${sql.ref(`${jobSchema}._private_job_queues`)} set locked_at = null, locked_by = null
     where id in (select job_queue_id from released)`.execute(db);
}

function taskList(jobs: AnyJob[], services: Services, running: Set<string>): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown, { job: { id } }) => {
        running.add(id);
        try {
          await job.run(payload, services);
        } catch (error) {
          // What is thrown here is stored with the job and shown to administrators: no message that may quote people.
          throw new Error(summary(error), { cause: error });
        } finally {
          running.delete(id);
        }
      },
    ]),
  );
}

function summary(error: unknown): string {
  const { kind, code, constraint, message } = describeError(error);
  return [kind, code, constraint, message].filter(Boolean).join(": ");
}

function loggingEvents(log: Log): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("job:error", ({ job, error }) => {
    const cause = error instanceof Error ? error.cause : undefined;
    log.warn("job failed, will be tried again", { id: job.id, job: job.task_identifier, attempt: job.attempts, error: cause ?? error });
  });
  events.on("job:failed", ({ job }) => log.error("job failed for good", { id: job.id, job: job.task_identifier, attempt: job.attempts }));
  events.on("worker:getJob:error", ({ error }) => log.warn("jobs cannot be read", { error }));
  return events;
}

const vietnamOffset = 7;

/** The worker's clock is UTC; Vietnam is seven hours ahead all year. */
function cronItem({ name, schedule }: AnyJob): CronItem[] {
  if (!schedule) return [];
  const options = { backfillPeriod: 24 * 60 * 60 * 1000, jobKey: name, jobKeyMode: "replace" as const };
  if ("everyMinutes" in schedule)
    return [{ task: name, match: `*/${schedule.everyMinutes} * * * *`, options: { ...options, backfillPeriod: 0 } }];
  const [hour = 0, minute = 0] = schedule.daily.split(":").map(Number);
  return [{ task: name, match: `${minute} ${(hour - vietnamOffset + 24) % 24} * * *`, options }];
}
