import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { planWithTargets } from "../../../test/support/plan-with-targets.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import type { TargetCell, Targets, TargetUnit } from "./contract.ts";

const app = await testApp({ at: "2026-11-16T09:00:00+07:00" });
const unit = await tanGiang(app.db);
const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
const hoaPhu = unit("Ủy ban MTTQ Việt Nam xã Hòa Phú");
const village = unit("Ban Công tác Mặt trận thôn Đoài");

let hanh: Person;
let tong: Person;
let mai: Person;
let stranger: Person;
let plan: { id: string; items: string[] };

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  mai = await app.person({ name: "Y Mai", unit: hoaPhu, role: "reporter" });
  stranger = await app.person({ name: "Đỗ Quốc Bảo", unit: unit("Sở Nội vụ"), role: "coordinator" });
  plan = await planWithTargets(app.db, {
    issuer: front,
    by: hanh,
    units: [
      { unit: binhLam, edge: "assign" },
      { unit: hoaPhu, edge: "assign" },
    ],
    targets: [
      { metric: "cuộc giám sát", value: "2" },
      { metric: "cuộc phản biện xã hội" },
      { metric: "cuộc đối thoại" },
      { metric: "tỷ lệ hộ gia đình văn hóa", value: "90", unit: "%" },
    ],
  });
  const record = (who: Person, kind: string, onDate: string, more: object = {}) =>
    who.upload("/activities", { kind, name: `Hoạt động ${kind}`, onDate, ...more } as never);
  const made = [
    await record(tong, "supervision", "2026-03-10"),
    await record(tong, "supervision", "2026-06-10", { name: "Giám sát đường thôn" }),
    await record(tong, "dialogue", "2026-05-19"),
    // Of the year before, and only planned: neither counts for 2026.
    await record(mai, "supervision", "2025-12-20"),
    await record(mai, "supervision", "2026-12-20", { state: "planned" }),
    await record(mai, "supervision", "2026-04-20"),
  ];
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
});

const board = async (who: Person, query: object = {}): Promise<Targets> => {
  const { status, body } = await who.get(`/plans/${plan.id}/targets`, { ...query });
  expect(status).toBe(200);
  return body;
};
const cell = ({ units }: Targets, of: number, item: number): TargetCell | undefined =>
  units.find(({ unit: { id } }) => id === of)?.cells.find(({ itemId }) => itemId === plan.items[item]);

describe("progress counts by itself from the journal", () => {
  test("three targets of one sentence are three, each with its own figure", async () => {
    const seen = await board(hanh);
    expect(seen).toMatchObject({ year: 2026, years: [2026, 2027, 2028, 2029, 2030], mayLink: true, whole: true });
    expect(seen.targets.slice(0, 3).map(({ link }) => link?.measures[0]?.name)).toEqual([
      "activity/supervision/count",
      "activity/social-criticism/count",
      "activity/dialogue/count",
    ]);
    expect(cell(seen, binhLam, 0)).toMatchObject({ state: "reached", value: "2", need: "2", percent: 100 });
    expect(cell(seen, binhLam, 1)).toMatchObject({ state: "none", value: null });
    expect(cell(seen, binhLam, 2)).toMatchObject({ state: "reached", value: "1" });
  });

  test("what is planned and what was done in another year do not count", async () => {
    expect(cell(await board(hanh), hoaPhu, 0)).toMatchObject({ state: "under-way", value: "1", percent: 50 });
    expect(cell(await board(hanh, { year: 2027 }), hoaPhu, 0)).toMatchObject({ state: "none" });
  });

  test("a share is not guessed: it says what is missing", async () => {
    expect(cell(await board(hanh), binhLam, 3)).toMatchObject({ state: "unknown", value: null });
  });

  test("a unit that is addressed sees itself alone, and may not say what counts", async () => {
    const own = await board(tong);
    expect(own).toMatchObject({ mayLink: false, whole: false });
    expect(own.units.map(({ unit: { id } }) => id)).toEqual([binhLam]);
    expect(own.targets.every(({ proposals }) => proposals.length === 0)).toBe(true);
  });

  test("behind a cell stand its records, the level below and the clause", async () => {
    const { status, body } = await hanh.get(`/plans/${plan.id}/targets/${plan.items[0]}/units/${binhLam}`);
    expect(status).toBe(200);
    const behind: TargetUnit = body;
    expect(behind.target.quote).toContain("02 cuộc giám sát");
    expect(behind.records.map(({ date }) => date).toSorted()).toEqual(["2026-03-10", "2026-06-10"]);
    expect(behind.records[0]?.path).toMatch(/^\/activities\//u);
    expect(behind.parts.map(({ unit: { id } }) => id)).toEqual([village]);
    expect((await tong.get(`/plans/${plan.id}/targets/${plan.items[0]}/units/${hoaPhu}`)).status).toBe(404);
  });

  test("strangers and bad input", async () => {
    expect((await app.anonymous.get(`/plans/${plan.id}/targets`)).status).toBe(401);
    expect((await stranger.get(`/plans/${plan.id}/targets`)).status).toBe(404);
    expect((await hanh.get(`/plans/${plan.id}/targets`, { year: 1 })).status).toBe(400);
    expect((await stranger.get(`/plans/${plan.id}/targets/${plan.items[0]}/units/${binhLam}`)).status).toBe(404);
  });
});

describe("an editor says what a target counts", () => {
  const path = (item: number) => `/plans/${plan.id}/targets/${plan.items[item]}/link`;

  test("confirming, changing, and somebody who saw an older one", async () => {
    const link = { source: "measures", measures: ["activity/dialogue/turns"], scope: "own" };
    const confirmed = await hanh.put(path(2), { version: 0, link });
    expect(confirmed).toMatchObject({ status: 200, body: { confirmed: true, confirmedBy: "Lê Thị Hạnh", version: 1 } });
    expect((await hanh.put(path(2), { version: 0, link })).status).toBe(409);
    const none = { source: "none", reason: "Chưa có nơi theo dõi" };
    expect((await hanh.put(path(2), { version: 1, link: none })).body).toMatchObject({ source: "none", version: 2 });
    expect(cell(await board(hanh), binhLam, 2)).toMatchObject({ state: "unknown", reason: "not-counted" });
  });

  test("what nobody computes, half an answer, and those who may not", async () => {
    const link = { source: "measures", measures: ["activity/supervision/count"] };
    expect((await hanh.put(path(0), { version: 0, link: { source: "measures", measures: ["activity/x/count"] } })).status).toBe(400);
    expect((await hanh.put(path(0), { version: 0, link: { source: "measures", measures: [] } })).status).toBe(400);
    expect((await hanh.put(path(0), { version: 0, link: { source: "none" } })).status).toBe(400);
    expect((await app.anonymous.put(path(0), { version: 0, link })).status).toBe(401);
    expect((await tong.put(path(0), { version: 0, link })).status).toBe(403);
    expect((await stranger.put(path(0), { version: 0, link })).status).toBe(404);
  });
});
