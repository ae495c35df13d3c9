import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

const sources = "{src,web,test,bench,bin,db}/**";
const database = ["./test/support/database-setup.ts"];

/**
 * Where a test runs is said by its name: `*.test.ts` pure, `*.db.test.ts` real PostgreSQL, `*.http.test.ts` the whole
 * application in process, `*.e2e.test.ts` a browser. The zones differ on purpose: a day in Khéo is a day in Vietnam
 * wherever the machine stands.
 */
export default defineConfig({
  test: {
    // Hidden output of a test that passes helps nobody; what fails prints itself.
    silent: "passed-only",
    // Left to itself the runner leaves a processor free: half of a machine that has two. A test waits a third of its time, for the
    // database, an answer or the next look at a page: half as many again as there are processors.
    maxWorkers: Math.min(8, Math.ceil(availableParallelism() * 1.5)),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          isolate: false,
          include: [`${sources}/*.test.{ts,tsx}`],
          exclude: ["**/node_modules/**", "**/*.{db,http,e2e}.test.ts"],
          env: { TZ: "America/Los_Angeles" },
        },
      },
      {
        test: {
          name: "db",
          // Loading the modules anew for each file took as long as what they ask of the database.
          isolate: false,
          include: [`${sources}/*.db.test.ts`],
          globalSetup: database,
          env: { TZ: "Pacific/Kiritimati" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "http",
          // The modules under test keep no state of their own; loading the application anew for each file took a third of the time.
          isolate: false,
          include: [`${sources}/*.http.test.ts`],
          globalSetup: database,
          env: { TZ: "UTC" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          // As for http: the application is loaded once for all files of a worker.
          isolate: false,
          include: ["test/e2e/**/*.e2e.test.ts"],
          globalSetup: ["./test/support/web-setup.ts"],
          env: { TZ: "America/Los_Angeles" },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // As long as a locator waits: a busy machine paints later.
          expect: { poll: { timeout: 15_000, interval: 100 } },
        },
      },
    ],
  },
});
