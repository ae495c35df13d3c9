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
    reports: [
      {
        text: "Định kỳ 6 tháng, năm báo cáo về Ban Thường trực trước ngày 15/6 và 15/12.",
        to: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh",
        via: "Ban Dân chủ - Pháp luật",
        due: {
          kind: "recurring",
          text: "trước ngày 15/6 và 15/12 hằng năm",
          recurrence: {
            every: ["half", "year"],
            at: [
              { month: 6, day: 15 },
              { month: 12, day: 15 },
            ],
            before: true,
            on: null,
          },
        },
      },
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

describe("a form follows the plan", () => {
  test("targets are rows, the duty gives period, day, receiver and who reports", async () => {
    const { status, body } = await hanh.post(`/plans/${plan.id}/form`);
    expect(status).toBe(201);
    const { body: form } = await hanh.get(`/forms/${body.formId}`);
    expect(form).toMatchObject({ origin: "plan", planId: plan.id, state: "draft", periods: { kind: "half" } });
    expect(form.settings).toMatchObject({
      basis: "Kế hoạch số 12/KH-MTTQ-BTT ngày 05/01/2026",
      receiverText: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Dân chủ - Pháp luật)",
      addressees: ["MTTQ các xã, phường"],
      due: { text: "trước ngày 15/6 và 15/12 hằng năm", rule: { kind: "day-of-year", before: true } },
    });
    const [targets] = form.settings.content.sections;
    expect(targets.rows.map(({ label }: { label: string }) => label).join("; ")).toMatch(/giám sát/iu);
  });

  test("a year's form of the same duty; those who may not, and a duty that is none", async () => {
    const yearly = await hanh.post(`/plans/${plan.id}/form`, { kind: "year" });
    expect((await hanh.get(`/forms/${yearly.body.formId}`)).body.periods.kind).toBe("year");
    expect((await tong.post(`/plans/${plan.id}/form`)).status).toBe(403);
    expect((await stranger.post(`/plans/${plan.id}/form`)).status).toBe(404);
    expect((await app.anonymous.post(`/plans/${plan.id}/form`)).status).toBe(401);
    expect((await hanh.post(`/plans/${plan.id}/form`, { reportId: plan.items[0] })).status).toBe(404);
    expect((await hanh.post(`/plans/${plan.id}/form`, { kind: "century" })).status).toBe(400);
  });
});
