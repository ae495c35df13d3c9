import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { testDatabase } from "../../test/support/database.ts";
import { transaction } from "./database/index.ts";
import { startJobs, type JobRunner } from "./job-runner.ts";
import { defineJob, defineSchedule, enqueue, listJobs, retryJob, type AnyJob } from "./jobs.ts";
import { silentLog } from "./log.ts";
import type { Services } from "./services.ts";

const databases = await testDatabase();
const { app } = databases;
/** The parts of the services that jobs of this test reach for. */
const services = {
  db: app,
  databases: { ...databases, serverPid: () => null, close: databases.drop },
  log: silentLog,
} as unknown as Services;

let runner: JobRunner | null = null;
const start = async (...jobs: AnyJob[]) => {
  runner = await startJobs(services, jobs);
};
afterEach(async () => {
  await runner?.stop();
  runner = null;
  await sql`delete from graphile_worker._private_jobs`.execute(app);
});

/** A runner that fell silent is replaced after some 15 s: longer than that, and shorter than a test may take. */
const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 2000 && !(await holds()); tries++) await new Promise((done) => setTimeout(done, 25));
  expect(await holds()).toBe(true);
};

const Payload = z.object({ reportId: z.int() });

describe("jobs", () => {
  it("run when their act is committed, and not when it is rolled back", async () => {
    const seen: number[] = [];
    const job = defineJob("test.remind", Payload, async ({ reportId }) => void seen.push(reportId));
    await start(job);
    const rolledBack = transaction(app, async (tx) => {
      await enqueue(tx, job, { reportId: 1 });
      throw new Error("the act failed");
    });
    await expect(rolledBack).rejects.toThrow("the act failed");
    await transaction(app, (tx) => enqueue(tx, job, { reportId: 2 }));
    await until(() => seen.length > 0);
    expect(seen).toEqual([2]);
    await until(async () => (await listJobs(app)).length === 0);
  });

  it("refuse a payload of another shape at once", async () => {
    const job = defineJob("test.remind", Payload, async () => {});
    await expect(enqueue(app, job, { reportId: "7" } as never)).rejects.toThrow(z.ZodError);
    expect(await listJobs(app)).toEqual([]);
  });

  it("with the same key replace one that still waits", async () => {
    const job = defineJob("test.remind", Payload, async () => {});
    const runAt = new Date(Date.now() + 3_600_000);
    await enqueue(app, job, { reportId: 1 }, { key: "report-1", runAt });
    await enqueue(app, job, { reportId: 1 }, { key: "report-1", runAt });
    expect(await listJobs(app)).toMatchObject([{ name: "test.remind", state: "waiting", nextRun: runAt }]);
  });

  it("are tried again after a failure, whose reason an administrator sees without anything personal", async () => {
    let runs = 0;
    const job = defineJob("test.send", Payload, async () => {
      runs += 1;
      if (runs === 1) throw Object.assign(new Error('invalid input syntax: "0912000111"'), { code: "22P02", severity: "ERROR" });
    });
    await start(job);
    await enqueue(app, job, { reportId: 3 });
    await until(async () => (await listJobs(app))[0]?.state === "retrying");
    const [failed] = await listJobs(app);
    expect(failed?.lastError).toContain("22P02");
    expect(failed?.lastError).not.toContain("0912000111");
    await retryJob(app, failed?.id ?? "");
    await until(async () => (await listJobs(app)).length === 0);
    expect(runs).toBe(2);
  });

  it("that failed for good stay visible, and can be tried again", async () => {
    let mended = false;
    const job = defineJob("test.send", Payload, async () => {
      if (!mended) throw new Error("mail server refuses");
    });
    await enqueue(app, job, { reportId: 4 });
    await sql`update graphile_worker._private_jobs set max_attempts = 1`.execute(app);
    await start(job);
    await until(async () => (await listJobs(app))[0]?.state === "failed");
    const [failed] = await listJobs(app);
    expect(failed).toMatchObject({ attempts: 1, lastError: "Error: mail server refuses" });
    mended = true;
    expect(await retryJob(app, failed?.id ?? "")).toBe(true);
    await until(async () => (await listJobs(app)).length === 0);
    expect(await retryJob(app, failed?.id ?? "")).toBe(false);
  });

  it("in the hands of a process that was killed are taken up by the next one at once", async () => {
    const seen: number[] = [];
    const job = defineJob("test.remind", Payload, async ({ reportId }) => void seen.push(reportId));
    await enqueue(app, job, { reportId: 5 });
    await sql`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), attempts = 1`.execute(app);
    await start(job);
    await until(() => seen.includes(5));
  });

  it("handed out in an answer that was never received are taken up again, beside others of the same worker", async () => {
    const seen: number[] = [];
    let finish = () => {};
    const waiting = new Promise<void>((done) => (finish = done));
    const job = defineJob("test.remind", Payload, async ({ reportId }) => {
      seen.push(reportId);
      if (reportId === 20) await waiting;
    });
    await start(job);
    await enqueue(app, job, { reportId: 20 });
    await until(() => seen.includes(20));
    await transaction(app, async (tx) => {
      await enqueue(tx, job, { reportId: 21 }, { queue: "one by one", key: "lost" });
      await sql`update graphile_worker._private_jobs set attempts = 1, locked_at = now(),
        locked_by = (select locked_by from graphile_worker._private_jobs where locked_by is not null) where key = 'lost'`.execute(tx);
      await sql`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'lost'`.execute(tx);
    });
    await until(() => seen.includes(21));
    expect(seen).toEqual([20, 21]);
    finish();
    await until(async () => (await listJobs(app)).length === 0);
  });

  it("go on after every connection to the database was cut", async () => {
    const seen: number[] = [];
    const job = defineJob("test.remind", Payload, async ({ reportId }) => void seen.push(reportId));
    await start(
      job,
      defineSchedule("test.often", { everyMinutes: 5 }, async () => {}),
    );
    await enqueue(app, job, { reportId: 6 });
    await until(() => seen.includes(6));
    for (let cut = 0; cut < 3; cut++) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`.execute(
        app,
      );
      await enqueue(app, job, { reportId: 7 + cut });
      await until(() => seen.includes(7 + cut));
    }
  }, 120_000);

  it("by the clock are known to the worker under their names", async () => {
    await start(
      defineSchedule("test.nightly", { daily: "02:30" }, async () => {}),
      defineSchedule("test.often", { everyMinutes: 5 }, async () => {}),
    );
    await until(async () => {
      const { rows } = await sql<{ identifier: string }>`select identifier from graphile_worker._private_known_crontabs order by 1`.execute(
        app,
      );
      return rows.map(({ identifier }) => identifier).join() === "test.nightly,test.often";
    });
  });
});
