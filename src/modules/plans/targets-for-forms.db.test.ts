import { beforeAll, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { planWithTargets } from "../../../test/support/plan-with-targets.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import { parsePeriod } from "../../kernel/time/index.ts";
import { planTargets } from "./service/targets-for-forms.ts";

const app = await testApp({ at: "2026-03-02T09:00:00+07:00" });
const unit = await tanGiang(app.db);
const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
const hoaPhu = unit("Ủy ban MTTQ Việt Nam xã Hòa Phú");
const half = parsePeriod("civil", "2026-H1");

let hanh: Person;
let plan: { id: string; items: string[] };

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  plan = await planWithTargets(app.db, {
    issuer: front,
    by: hanh,
    units: [{ unit: binhLam, edge: "assign" }],
    targets: [
      { metric: "cuộc giám sát", value: "2", frequency: "half-yearly" },
      { metric: "mô hình", value: "3", unit: "mô hình" },
      { metric: "kinh phí", value: "1.5", unit: "tỷ đồng" },
      { metric: "cuộc đối thoại" },
    ],
  });
  const link = (item: number, body: object) => hanh.put(`/plans/${plan.id}/targets/${plan.items[item]}/link`, { version: 0, link: body });
  const made = [
    await link(0, { source: "measures", measures: ["activity/supervision/count"] }),
    await link(1, { source: "indicator", indicatorId: 4 }),
    await link(2, { source: "indicator", indicatorId: 8 }),
  ];
  expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("a cell shows what plans in force ask of the unit, by indicator or by the measures that both count", async () => {
  if (!half) throw new Error("no such period");
  const cells = [
    { key: "4", indicatorId: 4, member: "" },
    { key: "4:economy", indicatorId: 4, member: "economy" },
    { key: "8", indicatorId: 8, member: "" },
    { key: "30", indicatorId: 30, member: "", names: ["activity/supervision/count"] },
    { key: "31", indicatorId: 31, member: "", names: ["activity/supervision/count", "activity/social-criticism/count"] },
    { key: "32", indicatorId: 32, member: "", names: ["activity/dialogue/count"] },
  ];
  const asked = (of: typeof binhLam, period = half) => planTargets.targets(app.db, { unit: of, cells, period });
  // Twice a half-year is four in the year; money is in đồng; what nobody has confirmed is not shown.
  expect(Object.fromEntries(await asked(binhLam))).toEqual({ "4": "3", "8": "1500000000", "30": "4" });
  expect(await asked(hoaPhu), "the plan does not bind it").toEqual(new Map());
  const before = parsePeriod("civil", "2025-H1");
  expect(before && (await asked(binhLam, before)), "the plan had not begun").toEqual(new Map());
});
