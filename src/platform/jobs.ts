import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { parseCronItems, run, type CronItem, type TaskList, type WorkerEvents } from "graphile-worker";
import { sql } from "kysely";
import type { z } from "zod";
import { createPool, type Database, type Transaction } from "./database/index.ts";
import { quietJobLogger } from "./database/job-logger.ts";
import { jobSchema } from "./database/job-queue.ts";
import { describeError, type Log } from "./log.ts";
import type { Services } from "./services.ts";

/** When a job runs by itself: at a time of the day in Vietnam, or every so many minutes (a divisor of 60). */
export type Schedule = { daily: `${number}:${number}` } | { everyMinutes: number };

/** A job as the runner knows it. */
export type AnyJob = {
  /** "identity.send-invitation": stays for ever, since jobs of an older version wait under it. */
  name: string;
  /** At least once, perhaps twice: a process may be killed between the work and the note that it is done. */
  run(payload: unknown, services: Services): Promise<void>;
  schedule?: Schedule;
};

export type Job<Payload> = AnyJob & { check(payload: Payload): Payload };

type Running<Payload> = (payload: Payload, services: Services) => Promise<void>;

/** Background work. Its payload holds ids only: a queue is no place for what people wrote. */
export function defineJob<Payload>(name: string, payload: z.ZodType<Payload>, work: Running<Payload>): Job<Payload> {
  return { name, check: (given) => payload.parse(given), run: (given, services) => work(payload.parse(given), services) };
}

/** Work that comes round by the clock and takes no payload. Missed while the server was off, it runs once at its start. */
export function defineSchedule(name: string, schedule: Schedule, work: (services: Services) => Promise<void>): AnyJob {
  return { name, schedule, run: (_payload, services) => work(services) };
}

export type EnqueueOptions = {
  /** A second job with the same key replaces the first while that still waits. */
  key?: string;
  runAt?: Date;
  /** Jobs of one queue run one after the other. */
  queue?: string;
};

/** Adds a job in the transaction of the act that causes it: it exists exactly when the act is committed. */
export async function enqueue<Payload>(
  tx: Transaction | Database,
  job: Job<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const { key = null, runAt = null, queue = null } = options;
  await sql`select from ${sql.ref(`${jobSchema}.add_job`)}(
    identifier => ${job.name}::text, payload => ${JSON.stringify(job.check(payload))}::json, queue_name => ${queue}::text,
    run_at => ${runAt}::timestamptz, job_key => ${key}::text)`.execute(tx);
}

export type JobRunner = { stop(): Promise<void> };

/** Runs jobs until stopped; `stop` lets those that run finish. The caller has the database to itself. */
export async function startJobs(services: Services, jobs: AnyJob[]): Promise<JobRunner> {
  const log = services.log.with({ part: "jobs" });
  const pool = createPool(services.databases.urls.app, { max: 6, log });
  const begin = async () => {
    await releaseAbandoned(services.db);
    return run({
      pgPool: pool,
      schema: jobSchema,
      concurrency: 4,
      noHandleSignals: true,
      // A new job is announced at once; this is for those that wait for their time.
      pollInterval: 2000,
      // Without batches the worker notes a job's end in a promise that nobody awaits: a connection lost at that moment
      // would end the whole process (graphile-worker 0.18). Batches are tried again, and their failure stops the runner.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: quietJobLogger,
      events: loggingEvents(log),
      taskList: taskList(jobs, services),
      parsedCronItems: parseCronItems(jobs.flatMap(cronItem)),
    });
  };
  let runner = await begin();
  const stopping = new AbortController();
  const begunAgain = async () => {
    try {
      runner = await begin();
      log.info("jobs run again");
      return true;
    } catch (error) {
      log.warn("jobs cannot be run yet", { error });
      return false;
    }
  };
  const watching = (async () => {
    // The runner gives up when the database goes away at the wrong moment; work must not wait for a restart of the server.
    while (!stopping.signal.aborted) {
      await runner.promise.catch((error: unknown) => log.warn("jobs stopped", { error }));
      while (!stopping.signal.aborted && !(await begunAgain())) await sleep(1000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      // Rejects when it ended by itself just now, which is as good.
      await runner.stop().catch(() => {});
      await watching;
      await pool.end();
    },
  };
}

/** Jobs in the hands of a process that was killed would otherwise wait four hours. */
async function releaseAbandoned(db: Database) {
  await sql`select from ${sql.ref(`${jobSchema}.force_unlock_workers`)}(array(
    select distinct locked_by from ${sql.ref(`${jobSchema}.jobs`)} where locked_by is not null))`.execute(db);
}

function taskList(jobs: AnyJob[], services: Services): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        try {
          await job.run(payload, services);
        } catch (error) {
          // What is thrown here is stored with the job and shown to administrators: no message that may quote people.
          throw new Error(summary(error), { cause: error });
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

/** One waiting, running or failed job, for the administrator's screen. */
export type JobState = {
  id: string;
  name: string;
  state: "waiting" | "running" | "retrying" | "failed";
  attempts: number;
  maxAttempts: number;
  nextRun: Date;
  createdAt: Date;
  lastError: string | null;
};

/** Failed ones first, then by time. Finished jobs leave no row: what they did is in the audit of their act. */
export async function listJobs(db: Database, limit = 200): Promise<JobState[]> {
  const { rows } = await sql<JobState>`
    select id::text, task_identifier as name, attempts::int, max_attempts::int as "maxAttempts", run_at as "nextRun",
           created_at as "createdAt", last_error as "lastError",
           case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed'
                when attempts > 0 then 'retrying' else 'waiting' end as state
      from ${sql.ref(`${jobSchema}.jobs`)}
     order by (attempts >= max_attempts) desc, run_at, id limit ${limit}::int`.execute(db);
  return rows;
}

/** Tries a job again now, with all its attempts; false when it is running or gone. */
export async function retryJob(db: Database, id: string): Promise<boolean> {
  const { rows } =
    await sql`select id from ${sql.ref(`${jobSchema}.reschedule_jobs`)}(array[${id}::bigint], run_at => now(), attempts => 0)`.execute(db);
  return rows.length > 0;
}
