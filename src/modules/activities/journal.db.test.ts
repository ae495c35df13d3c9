import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { unit } from "../../../test/support/units.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { PersonId, PostId, UnitId } from "../../kernel/ids.ts";
import type { Permission } from "../../kernel/permissions.ts";
import { openFiles } from "../../platform/files.ts";
import { noDuties, recordActivity, type Recording } from "./index.ts";
import { createTemplate, planAll } from "./service/templates.ts";

const { app: db } = await testDatabase();
let now = new Date("2026-03-16T09:00:00+07:00");
const clock = () => now;
const data = mkdtempSync(join(tmpdir(), "kheo-journal-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));
const services: Recording = { db, clock, duties: noDuties, files: await openFiles(data) };

let farmers: Actor;
let veterans: Actor;

beforeAll(async () => {
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  farmers = await reporter("dua", await unit(db, { name: "Hội Nông dân xã Bình Lâm", kind: "farmers-union", parentId: commune }));
  veterans = await reporter("bao", await unit(db, { name: "Hội Cựu chiến binh xã Bình Lâm", kind: "veterans", parentId: commune }));
});

async function reporter(login: string, unitId: UnitId): Promise<Actor> {
  const { id } = await db.insertInto("person").values({ name: login, login, login_key: login }).returning("id").executeTakeFirstOrThrow();
  return {
    personId: id as PersonId,
    personName: login,
    postId: id as PostId,
    role: "reporter",
    unitId,
    unitName: login,
    permissions: new Set<Permission>(["activity:view", "activity:record"]),
  };
}

describe("a recurring activity", () => {
  test("is planned two months ahead each day anew, each day once, and not after its end", async () => {
    await createTemplate(services, farmers, {
      kind: "branch-meeting",
      name: "Sinh hoạt chi hội",
      rhythm: { every: "month", day: 5 },
      from: "2026-03-01",
      until: "2026-06-30",
      partners: [veterans.unitId],
    });
    const days = async () =>
      (await db.selectFrom("activity").select("on_date").where("kind", "=", "branch-meeting").orderBy("on_date").execute()).map(
        (row) => row.on_date,
      );
    expect(await days()).toEqual(["2026-04-05", "2026-05-05"]);
    expect(await planAll(services)).toBe(0);
    now = new Date("2026-05-20T02:20:00+07:00");
    expect(await planAll(services)).toBe(1);
    expect(await planAll(services)).toBe(0);
    now = new Date("2026-08-20T02:20:00+07:00");
    expect(await planAll(services)).toBe(0);
    expect(await days()).toEqual(["2026-04-05", "2026-05-05", "2026-06-05"]);
    const partners = await db.selectFrom("activity_partner").select("unit_id").where("unit_id", "=", veterans.unitId).execute();
    expect(partners).toHaveLength(3);
  });
});

describe("two who record the same at the same moment", () => {
  test("are asked about it once", async () => {
    const gift = (name: string) => ({ kind: "gift-giving", name, onDate: "2026-08-19", gifts: "120" });
    const made = await Promise.all([
      recordActivity(services, farmers, gift("Tặng quà gia đình chính sách")),
      recordActivity(services, veterans, gift("Thăm tặng quà nhân ngày lễ")),
    ]);
    const asked = await db.selectFrom("activity_double").select(["earlier_id", "later_id"]).execute();
    expect(asked).toHaveLength(1);
    expect([asked[0]?.earlier_id, asked[0]?.later_id].toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(
      made.map(({ id }) => id).toSorted(),
    );
  });
});
