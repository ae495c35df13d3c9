import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { ExemplarId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import type { ExemplarInput } from "../contract.ts";
import { factsFrom } from "../domain/facts.ts";
import { insertExemplar } from "../store/exemplars.ts";
import { readBoard } from "./boards.ts";
import { exemplarMeasures, exemplarNarratives } from "./source.ts";

const { app: db } = await testDatabase();
const clock = () => new Date("2026-11-01T09:00:00+07:00");
const year = { from: "2026-01-01", to: "2026-12-31" };

let province: UnitId;
let front: UnitId;
let binhLam: UnitId;
let binhLamFront: UnitId;
let village: UnitId;
let hoaPhu: UnitId;
let women: UnitId;
let person: PersonId;

beforeAll(async () => {
  province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "MTTQ tỉnh Tân Giang", kind: "front", parentId: province });
  binhLam = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const line = (superiorId: UnitId) => ({ relations: [{ kind: "line" as const, superiorId }] });
  binhLamFront = await unit(db, { name: "MTTQ xã Bình Lâm", kind: "front", parentId: binhLam, ...line(front) });
  const doai = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: binhLam });
  village = await unit(db, { name: "Ban CTMT thôn Đoài", kind: "front", parentId: doai, ...line(binhLamFront) });
  hoaPhu = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  women = await unit(db, { name: "Hội LHPN xã Bình Lâm", kind: "womens-union", parentId: binhLam });
  ({ id: person } = (await db
    .insertInto("person")
    .values({ name: "Phạm Văn Tòng", login: "tong", login_key: "tong" })
    .returning("id")
    .executeTakeFirstOrThrow()) as { id: PersonId });
});

type Life = {
  registered?: string;
  accepted?: string;
  newIn?: number | null;
  step?: number;
  state?: "registered" | "accepted" | "stopped" | "draft";
  same?: ExemplarId;
  copy?: ExemplarId;
};

async function made(lead: UnitId, input: Partial<ExemplarInput> = {}, life: Life = {}): Promise<ExemplarId> {
  const facts = factsFrom(null, { kind: "model", name: "Tuyến đường hoa", field: "economy", ...input }, { lead, localFields: [] });
  const { registered = "2026-03-02", accepted = "2026-03-09", newIn = 2026, step = 2, state = "accepted" } = life;
  return transaction(db, async (tx) => {
    const id = await insertExemplar(
      tx,
      { facts, roundId: null, typedBy: person, typedAt: lead, typedFor: null, movedOn: registered },
      clock(),
    );
    await tx
      .updateTable("exemplar")
      .set({
        state,
        step,
        registered_on: state === "draft" ? null : registered,
        accepted_on: state === "accepted" || state === "stopped" ? accepted : null,
        first_year: newIn,
        same_as: life.same ?? null,
        copied_from: life.copy ?? null,
        adapted: life.copy ? "Ít hoa hơn, thêm đèn." : null,
      })
      .where("id", "=", id)
      .execute();
    return id;
  });
}

const happened = (exemplar: ExemplarId, kind: string, on_date: string) =>
  db
    .insertInto("exemplar_event")
    .values({ exemplar_id: exemplar, kind, on_date, unit_id: front, typed_by: person, typed_at: clock() })
    .execute();

async function recognised(exemplar: ExemplarId, level: "commune" | "province", on: string, code: string): Promise<void> {
  const body = level === "commune" ? binhLamFront : front;
  const { id } = await db
    .insertInto("exemplar_decision")
    .values({
      body_id: body,
      level,
      title: "Công nhận",
      year: 2026,
      header: "{}",
      state: "draft",
      created_by: person,
      created_by_name: "Phạm Văn Tòng",
      created_at: clock(),
      updated_at: clock(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("exemplar_recognition")
    .values({
      exemplar_id: exemplar,
      decision_id: id,
      level,
      year: 2026,
      recognised_on: on,
      kind: "model",
      printed_as: "Tuyến đường hoa",
      unit_name: "MTTQ",
      certificate_code: code,
    })
    .execute();
}

async function counts(
  names: string[],
  root: UnitId,
  { scope = "line" as const, period = year }: { scope?: "own" | "line" | "area"; period?: typeof year } = {},
) {
  const found = await exemplarMeasures.query(db, { names, units: [root], scope, period });
  return names.map((name) => found.get(name)?.get(root)?.value ?? null);
}

describe("what the register counts", () => {
  let road: ExemplarId;
  let camera: ExemplarId;

  beforeAll(async () => {
    road = await made(village, { money: "hơn 20.000.000", turns: "120" });
    camera = await made(
      binhLamFront,
      { name: "Camera an ninh", field: "defence-security", kind: "works", money: "5.000.000" },
      { newIn: null, registered: "2025-02-01", accepted: "2025-02-10", step: 3 },
    );
    await made(women, { name: "Đổi rác lấy cây", field: "culture-society" }, { copy: road });
    await made(village, { name: "Bà Lê Thị Mận hiến đất", kind: "person" });
    await made(village, { name: "Tuyến đường hoa (nhập lại)" }, { same: road });
    await made(village, { name: "Nháp" }, { state: "draft" });
    // Registered in December for the year that follows.
    await made(binhLamFront, { name: "Chợ không tiền mặt" }, { registered: "2025-12-20", newIn: 2026, state: "registered" });
    const over = await made(
      binhLamFront,
      { name: "Nhà sạch vườn đẹp" },
      { newIn: null, registered: "2024-05-01", accepted: "2024-05-08", state: "stopped" },
    );
    await happened(over, "stopped", "2026-06-15");
    await happened(camera, "inspect", "2026-04-04");
    await recognised(road, "commune", "2026-07-01", "AAAAA-AAAAA-AAAA1");
    await recognised(road, "province", "2026-10-10", "AAAAA-AAAAA-AAAA2");
  });

  test("new, running, stopped, replicated, recognised at the highest level, persons apart; each once", async () => {
    const names = [
      "new/count",
      "new/field.economy",
      "running/count",
      "stopped/count",
      "replicated/count",
      "persons/count",
      "new/kind.person",
    ];
    const all = names.map((name) => `exemplar/${name}`);
    expect(await counts(all, binhLamFront)).toEqual(["2", "2", "2", "1", null, "1", "1"]);
    // The area adds what other organisations lead.
    expect(await counts(all, binhLam, { scope: "area" })).toEqual(["3", "2", "3", "1", "1", "1", "1"]);
    expect(await counts(all, province, { scope: "area" })).toEqual(["3", "2", "3", "1", "1", "1", "1"]);
    expect(
      await counts(["exemplar/recognised/count", "exemplar/recognised/level.commune", "exemplar/recognised/level.province"], front),
    ).toEqual(["1", null, "1"]);
    const half = { from: "2026-01-01", to: "2026-08-31" };
    expect(await counts(["exemplar/recognised/level.commune", "exemplar/recognised/level.province"], front, { period: half })).toEqual([
      "1",
      null,
    ]);
  });

  test("what is running is asked of a day: what stopped later was running then", async () => {
    expect(await counts(["exemplar/running/count"], binhLamFront, { period: { from: "2026-01-01", to: "2026-05-31" } })).toEqual(["3"]);
    expect(await counts(["exemplar/running/count"], binhLamFront, { period: { from: "2025-01-01", to: "2025-06-30" } })).toEqual(["2"]);
  });

  test("new ones are not carried over into another year", async () => {
    expect(await counts(["exemplar/new/count"], front, { period: { from: "2025-01-01", to: "2025-12-31" } })).toEqual([null]);
    expect(await counts(["exemplar/new/count"], front, { period: { from: "2026-01-01", to: "2026-01-31" } })).toEqual(["1"]);
  });

  test("the two numbers of the inspected share, and figures with their word", async () => {
    expect(await counts(["exemplar/inspected/count", "exemplar/running/count"], binhLamFront)).toEqual(["1", "2"]);
    const found = await exemplarMeasures.query(db, { names: ["exemplar/new/money"], units: [front], scope: "line", period: year });
    expect(found.get("exemplar/new/money")?.get(front)).toEqual({ value: "20000000", records: 1, approximate: 1 });
  });

  test("records behind a number lead to their pages; lines for a report tell them", async () => {
    const actor = {} as Actor;
    const behind = await exemplarMeasures.records(db, actor, {
      names: ["exemplar/new/count"],
      unit: front,
      scope: "line",
      period: year,
      limit: 10,
    });
    expect(behind.map(({ title }) => title).toSorted()).toEqual(["Chợ không tiền mặt", "Tuyến đường hoa"]);
    expect(behind.find(({ id }) => id === road)).toMatchObject({
      path: `/exemplars/${road}`,
      unit: "Ban CTMT thôn Đoài",
      date: "2026-03-02",
    });
    const lines = (heading: string) =>
      exemplarNarratives.lines(db, actor, { units: [front], scope: "line", period: year, names: [], heading, limit: 5 });
    expect((await lines("Mô hình, điển hình tiêu biểu")).map(({ text }) => text)).toContain(
      "Ngày 10/10/2026, Ban CTMT thôn Đoài: Mô hình “Tuyến đường hoa”.",
    );
    expect(await lines("Công tác đối thoại")).toEqual([]);
  });

  describe("boards", () => {
    const board = (unitId: UnitId, asked: UnitId = unitId) =>
      readBoard({ db, clock }, { personId: person, unitId, permissions: new Set(["exemplar:view"]) } as unknown as Actor, {
        unitId: asked,
        year: 2026,
      });

    test("of a province: how far the year's have come, communes without any as well", async () => {
      const read = await board(front, province);
      expect(read.counts).toEqual({
        registered: 4,
        accepted: 3,
        carriedOut: 3,
        recognised: 1,
        typical: 1,
        awarded: 0,
        copies: 1,
        running: 4,
      });
      expect(read.places.map(({ unit: at, registered, running }) => [at?.name, registered, running])).toEqual([
        ["xã Bình Lâm", 4, 4],
        ["xã Hòa Phú", 0, 0],
      ]);
      expect(read.coverage).toEqual({ covered: 1, of: 2 });
      expect(read.kinds.map(({ kind }) => kind).toSorted()).toEqual(["model", "person", "works"]);
    });

    test("a kept board is forgotten by the next change, of any year, and kept while nothing changes", async () => {
      await board(front, province);
      const later = () => new Date("2026-11-02T09:00:00+07:00");
      const read = (now: () => Date) =>
        readBoard({ db, clock: now }, { personId: person, unitId: front, permissions: new Set(["exemplar:view"]) } as unknown as Actor, {
          unitId: province,
          year: 2026,
        });
      expect((await read(later)).countedAt).toBe(clock().toISOString());
      await made(hoaPhu, { name: "Vườn rau chung" });
      const after = await read(later);
      expect(after.countedAt).toBe(later().toISOString());
      expect(after.coverage).toEqual({ covered: 2, of: 2 });
    });

    test("of a commune, by residential area; beyond the own area it is refused", async () => {
      const read = await board(binhLamFront);
      expect(read.places.map(({ unit: at, registered }) => [at?.name ?? null, registered])).toEqual([
        [null, 2],
        ["thôn Đoài", 2],
      ]);
      await expect(board(binhLamFront, hoaPhu)).rejects.toMatchObject({ code: "forbidden" });
    });
  });
});
