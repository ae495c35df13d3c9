import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { planWithTargets } from "../../../test/support/plan-with-targets.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import { transaction } from "../../platform/database/index.ts";
import { openWork } from "../work/index.ts";

const app = await testApp({ at: "2026-11-16T09:00:00+07:00" });

test("figures that are sent in a plan's form answer the plan's duty to report of that period, and no other", async () => {
  const unit = await tanGiang(app.db);
  const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
  const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
  const hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  const tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  const due = {
    kind: "recurring" as const,
    text: "trước ngày 15/6 và 15/12 hằng năm",
    recurrence: {
      every: ["half" as const],
      at: [
        { month: 6, day: 15 },
        { month: 12, day: 15 },
      ],
      before: true,
      on: null,
    },
  };
  const plan = await planWithTargets(app.db, {
    issuer: front,
    by: hanh,
    units: [{ unit: binhLam, edge: "assign" }],
    targets: [{ metric: "cuộc giám sát", value: "2" }],
    reports: [{ text: "Định kỳ 6 tháng báo cáo.", to: "Ban Thường trực", via: "Ban Phong trào", due }],
  });
  const duty = (period: string) => ({
    kind: "report" as const,
    title: `Báo cáo ${period}`,
    text: "Định kỳ 6 tháng báo cáo.",
    lead: binhLam,
    partners: [],
    assigner: front,
    edge: "assign" as const,
    due: { text: "trước ngày 15/12/2026", date: "2026-12-15", lastDay: "2026-12-14" },
    period,
    origin: {
      kind: "plan-report" as const,
      planId: plan.id,
      itemId: "r1",
      planVersion: 1,
      clause: "IV",
      quote: "báo cáo",
      documentId: null,
      line: 9,
    },
  });
  const [second, year] = await transaction(app.db, (tx) => openWork(tx, hanh.actor, [duty("2026-H2"), duty("2026")], app.services.clock()));
  const { formId } = (await hanh.post(`/plans/${plan.id}/form`)).body;
  const form = (await hanh.get(`/forms/${formId}`)).body;
  const published = await hanh.post(`/forms/${formId}/publish`, { version: form.version, setAside: true });
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  const round = (await hanh.get("/rounds/asked", { formId })).body.items.find(
    ({ period }: { period: { code: string } }) => period.code === "2026-H2",
  );
  const opened = (await tong.post(`/indicators/rounds/${round.id}/units/${binhLam}/submission`)).body;
  const seen = opened.sections.map(({ sectionId, unit: of, version }: { sectionId: string; unit: { id: number }; version: number }) => ({
    sectionId,
    unitId: of.id,
    version,
  }));
  const sent = await tong.post(`/indicators/submissions/${opened.id}/submit`, { key: "019a0000-0000-7000-8000-0000000000bb", seen });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  expect((await tong.get(`/work/${second}`)).body).toMatchObject({ state: "reported" });
  expect((await tong.get(`/work/${second}`)).body.entries.at(-1).text).toContain("Đã gửi số liệu theo biểu");
  expect((await tong.get(`/work/${year}`)).body).toMatchObject({ state: "open" });
});
