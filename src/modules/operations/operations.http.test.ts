import { expect, test } from "vitest";
import { z } from "zod";
import { testApp } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import { defineJob, enqueue } from "../../platform/jobs.ts";

const app = await testApp();
const province = await unit(app.db, { kind: "province", name: "Tỉnh Tân Giang" });
const keeper = await app.person({ name: "Người giữ hệ thống", unit: province, role: "administrator" });
const hanh = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "coordinator" });
const sleeping = defineJob("test.sleeping", z.object({}), async () => {});

test("an administrator sees what waits, and has it tried again now; the act is on the record", async () => {
  await enqueue(app.db, sleeping, {}, { runAt: new Date("2099-01-01T00:00:00Z") });
  const { body } = await keeper.get("/operations/jobs");
  expect(body.jobs).toMatchObject([{ name: "test.sleeping", state: "waiting", attempts: 0, lastError: null }]);
  expect((await keeper.post(`/operations/jobs/${body.jobs[0].id}/retry`)).status).toBe(200);
  const [job] = (await keeper.get("/operations/jobs")).body.jobs;
  expect(new Date(job.nextRun).getFullYear()).toBeLessThan(2099);
  const acts = await app.db.selectFrom("act").select("act").where("act", "=", "operations:retry-job").execute();
  expect(acts).toHaveLength(1);
});

test("a job that is gone is said to be gone; a number that is none is refused", async () => {
  const gone = await keeper.post("/operations/jobs/987654/retry");
  expect(gone.status).toBe(409);
  expect(gone.body.message).toMatch(/tải lại/i);
  expect((await keeper.post("/operations/jobs/abc/retry")).status).toBe(400);
});

test("nobody else sees them", async () => {
  expect((await hanh.get("/operations/jobs")).status).toBe(403);
  expect((await app.anonymous.get("/operations/jobs")).status).toBe(401);
  expect((await app.anonymous.post("/operations/jobs/1/retry")).status).toBe(401);
});
