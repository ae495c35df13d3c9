import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { unit } from "../../../test/support/units.ts";
import type { PersonId, UnitId } from "../../kernel/ids.ts";
import type { MeasureScope } from "../../platform/measure.ts";
import { appraisalMeasures } from "./service/shares.ts";
import type { Rated, SubjectKind } from "./shapes.ts";

const { app: db } = await testDatabase();
const year = { from: "2026-01-01", to: "2026-12-31" };

let province: UnitId;
let front: UnitId;
let binhLam: UnitId;
let binhLamFront: UnitId;
let hoaPhu: UnitId;
let school: UnitId;
let person: PersonId;

type Thing = [at: UnitId, reached: boolean, name?: string];
type Round = { body: UnitId; rates: Rated[]; things: Thing[]; all?: number; from?: string; until?: string; state?: "closed" | "open" };

/** A round as it stands when its head has closed it; a name makes a thing without a record of its own. */
async function round({ body, rates, things, all, from = year.from, until = year.to, state = "closed" }: Round): Promise<void> {
  const at = new Date("2026-12-20T09:00:00+07:00");
  const made = { body_id: body, created_by: person, created_at: at };
  const { id: rubric_id } = await db
    .insertInto("appraisal_rubric")
    .values({ ...made, state: "published", title: "Dân chủ cơ sở", rates, content: "{}", published_by: person, published_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: round_id } = await db
    .insertInto("appraisal_round")
    .values({
      ...made,
      rubric_id,
      purpose: "appraisal",
      title: "Xếp loại năm 2026",
      state,
      period_from: from,
      period_until: until,
      self_until: until,
      judge_until: until,
      all_units: all ?? null,
      ...(state === "closed" ? { closed_by: person, closed_at: at } : {}),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const subject = ([unit_id, reached, name]: Thing) => ({
    round_id,
    unit_id,
    kind: (name ? "named" : "unit") satisfies SubjectKind,
    ref: name ? `${unit_id}:${name}` : String(unit_id),
    title: name ?? "Đơn vị",
    added_by: person,
    added_at: at,
    ...(state === "closed"
      ? {
          state: "concluded",
          opened_at: at,
          points: "8",
          scale: "8",
          outcome: reached ? "Thực hiện tốt" : "Thực hiện khá",
          counts: reached,
          concluded_by: person,
          concluded_on: "2026-12-18",
        }
      : { state: "judging" }),
  });
  await db.insertInto("appraisal_subject").values(things.map(subject)).execute();
}

beforeAll(async () => {
  province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "MTTQ tỉnh Tân Giang", kind: "front", parentId: province });
  binhLam = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLamFront = await unit(db, {
    name: "MTTQ xã Bình Lâm",
    kind: "front",
    parentId: binhLam,
    relations: [{ kind: "line", superiorId: front }],
  });
  school = await unit(db, { name: "Trường THCS Bình Lâm", kind: "school", parentId: binhLam });
  hoaPhu = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  person = (
    await db
      .insertInto("person")
      .values({ name: "Lê Thị Hạnh", login: "hanh", login_key: "hanh" })
      .returning("id")
      .executeTakeFirstOrThrow()
  ).id as PersonId;
  await round({
    body: front,
    rates: ["commune"],
    things: [
      [binhLam, true],
      [hoaPhu, false],
    ],
  });
  await round({ body: front, rates: ["commune"], things: [[hoaPhu, true]], from: "2025-01-01", until: "2025-12-31" });
  // The commune rated its school, and the province did so again: it is one school, as the province put it.
  await round({ body: binhLamFront, rates: ["agency"], things: [[school, true]], until: "2026-11-30" });
  await round({ body: front, rates: ["agency"], things: [[school, false]] });
  // Two enterprises took part of 40 that the commune has; the province counts 300, the commune's among them.
  await round({
    body: binhLamFront,
    rates: ["enterprise"],
    things: [
      [binhLamFront, true, "HTX Hoa"],
      [binhLamFront, false, "Xưởng mộc"],
    ],
    all: 40,
  });
  await round({ body: front, rates: ["enterprise"], things: [[hoaPhu, true, "Công ty Chè"]], all: 300 });
  // Nothing leaks before a head has closed it; and who is rated by a rubric for everything is of no one kind.
  await round({ body: front, rates: ["front"], things: [[binhLamFront, true]], state: "open" });
  await round({ body: front, rates: ["front", "area-board"], things: [[binhLamFront, true]] });
});

async function share(kind: string, at: UnitId, scope: MeasureScope = "area", period = year) {
  const names = [`appraisal/${kind}/reached`, `appraisal/${kind}/of`];
  const found = await appraisalMeasures.query(db, { names, units: [at], scope, period });
  return names.map((name) => found.get(name)?.get(at)?.value ?? null);
}

test("each thing counts under its own unit, so that shares are of sums at every level", async () => {
  expect(await share("commune", binhLam)).toEqual(["1", "1"]);
  expect(await share("commune", hoaPhu)).toEqual(["0", "1"]);
  expect(await share("commune", province)).toEqual(["1", "2"]);
});

test("what two rounds rated is one thing, as the last round put it", async () => {
  expect(await share("agency", province)).toEqual(["0", "1"]);
});

test("all there are is what bodies say, and nobody's part of it counts twice", async () => {
  expect(await share("enterprise", binhLam)).toEqual(["1", "40"]);
  expect(await share("enterprise", binhLamFront, "own")).toEqual(["1", "40"]);
  expect(await share("enterprise", province)).toEqual(["2", "300"]);
  // What the province says is not said of one of its communes, nor of its Front's line alone.
  expect(await share("enterprise", hoaPhu)).toEqual(["1", "1"]);
  expect(await share("enterprise", front, "line")).toEqual(["1", "40"]);
});

test("a round tells about the period that it is for", async () => {
  expect(await share("commune", province, "area", { from: "2025-01-01", to: "2025-12-31" })).toEqual(["1", "1"]);
  expect(await share("commune", province, "area", { from: "2025-12-15", to: "2026-12-14" })).toEqual(["1", "2"]);
  expect(await share("commune", province, "area", { from: "2026-10-01", to: "2026-12-31" })).toEqual(["1", "2"]);
  expect(await share("commune", province, "area", { from: "2026-07-01", to: "2026-09-30" })).toEqual([null, null]);
});

test("only closed rounds of one kind of thing count", async () => {
  expect(await share("front", province)).toEqual([null, null]);
  expect(await share("area-board", province)).toEqual([null, null]);
});
