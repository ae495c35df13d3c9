import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { UnitId } from "../../kernel/ids.ts";
import { testApp } from "../../../test/support/app.ts";
import { testDatabase } from "../../../test/support/database.ts";
import type { Database } from "../../platform/database/index.ts";
import { rootUnits, unitsWithin } from "../units/index.ts";
import { removalPhrase } from "./contract.ts";
import { fillDemo } from "./filling.ts";
import { people } from "./people.ts";

const app = await testApp();

/** How many rows each table has, of the tables named in `of`; without it those that have any. */
async function rowsBrought(db: Database, of?: Record<string, number>): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db);
  const counted: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: found } = await sql<{ count: number }>`select count(*)::int as count from ${sql.ref(name)}`.execute(db);
    const count = found[0]?.count ?? 0;
    if (of ? name in of : count > 0) counted[name] = count;
  }
  return counted;
}

describe("an installation without the demo", () => {
  test("says so, and gives no links", async () => {
    const { createUnit } = await import("../units/index.ts");
    const real = await testApp();
    const { id } = await createUnit(real.db, { system: "test" }, { kind: "province", name: "Tỉnh Thật", parentId: null });
    const keeper = await real.person({ name: "Người giữ hệ thống", unit: id, role: "administrator" });
    expect((await keeper.get("/demo")).body).toEqual({ demo: false, filling: null });
    expect((await keeper.post("/demo/links")).status).toBe(409);
    expect((await keeper.post("/demo/remove", { phrase: removalPhrase })).status).toBe(409);
    await expect(fillDemo(real.db)).rejects.toMatchObject({ code: "wrong_state" });
  });
});

describe("the demo province", () => {
  let province: UnitId;

  test("fills an empty installation with units, people and a plan that is under way", async () => {
    ({ province } = await fillDemo(app.db, { models: false }));
    const { readStatus } = await import("./service.ts");
    expect(await readStatus(app.db), "it says that more is to come").toEqual({ demo: true, filling: "running" });
    await app.runJobs();
    expect(await readStatus(app.db)).toEqual({ demo: true, filling: null });
    const today = await unitsWithin(app.db, province);
    expect(today.filter(({ kind }) => kind === "commune")).toHaveLength(12);
    expect(
      today.filter(({ kind }) => kind === "district"),
      "no districts on the first screen",
    ).toHaveLength(0);
    expect((await unitsWithin(app.db, province, "2024-06-30", { kinds: ["district"] })).length, "but in history").toBe(3);

    const plan = await app.db.selectFrom("plan_edition").select(["state", "number"]).execute();
    expect(plan).toEqual([{ state: "issued", number: "45/KH-MTTQ-BTT" }]);
    const states = await app.db.selectFrom("work_item").select("state").distinct().execute();
    expect(states.map(({ state }) => state).toSorted()).toEqual(expect.arrayContaining(["accepted", "done", "open", "reported"]));
  }, 180_000);

  test("gives the administrator a fresh one-time link for each of its people", async () => {
    const keeper = await app.person({ name: "Người giữ hệ thống", unit: province, role: "administrator" });
    const first = await keeper.post("/demo/links");
    expect(first.status).toBe(200);
    expect(first.body.people).toHaveLength(people.length);
    const [link] = first.body.people.map(({ url }: { url: string }) => url);
    expect(link).toMatch(/\/app\/enter#[0-9A-Z]{26}$/);
    const again = await keeper.post("/demo/links");
    expect(again.body.people[0].url).not.toBe(link);
  });

  test("only those who keep people get links; only the phrase removes it", async () => {
    const reader = await app.person({ name: "Người xem", unit: province, role: "viewer" });
    expect((await reader.post("/demo/links")).status).toBe(403);
    expect((await reader.post("/demo/remove", { phrase: removalPhrase })).status).toBe(403);
    expect((await app.anonymous.post("/demo/remove", { phrase: removalPhrase })).status).toBe(401);
    const keeper = await app.person({ name: "Người giữ hệ thống", unit: province, role: "administrator" });
    const wrong = await keeper.post("/demo/remove", { phrase: "xóa" });
    expect(wrong.status).toBe(400);
    expect(wrong.body.message).toContain(removalPhrase);
  });

  test("is removed as a whole: the installation is as newly installed", async () => {
    const keeper = await app.person({ name: "Người giữ hệ thống", unit: province, role: "administrator" });
    const slots = () => app.db.selectFrom("indicator_slot").selectAll().orderBy("indicator_id").orderBy("member").orderBy("part").execute();
    const before = await slots();
    expect((await keeper.post("/demo/remove", { phrase: "Xóa tỉnh minh họa" })).status).toBe(200);
    await app.runJobs();
    expect(await slots(), "the catalogue's figures keep their places").toEqual(before);
    const { app: fresh } = await testDatabase();
    expect(await rowsBrought(app.db, await rowsBrought(fresh)), "what migrations brought is there as in a new installation").toEqual(
      await rowsBrought(fresh),
    );
    expect(await rootUnits(app.db)).toEqual([]);
    expect((await app.anonymous.get("/entry")).body.setUp).toBe(false);
    expect((await keeper.get("/demo")).status, "sessions went with it").toBe(401);
    // And it can be filled again.
    await expect(fillDemo(app.db)).resolves.toHaveProperty("province");
  });
});
