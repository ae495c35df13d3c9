import { sql } from "kysely";
import type { z } from "zod";
import type { Database, Transaction } from "./database/index.ts";
import { jobSchema } from "./database/job-queue.ts";
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
