import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";

/** A job that waits, runs or failed. Finished ones leave no row: what they did is in the history of their act. */
export const JobView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["waiting", "running", "retrying", "failed"]),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  nextRun: z.iso.datetime({ offset: true }),
  createdAt: z.iso.datetime({ offset: true }),
  lastError: z.string().nullable(),
});
export type JobView = z.infer<typeof JobView>;

export const operationsContract = {
  jobs: endpoint({
    method: "GET",
    path: "/operations/jobs",
    access: "job:manage",
    tag: "operations",
    summary: "List background jobs that wait, run or failed",
  }).output(z.object({ jobs: z.array(JobView) })),
  retryJob: endpoint({
    method: "POST",
    path: "/operations/jobs/{id}/retry",
    access: "job:manage",
    tag: "operations",
    summary: "Try a job again now",
  })
    .input(z.object({ id: z.string().regex(/^\d{1,18}$/) }))
    .output(z.object({})),
};
