import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testApp, type Visitor } from "../support/app.ts";
import { demoProvince } from "../support/demo-province.ts";

/**
 * Two real plans from before the reorganisation of 2025, when they lie beside the project: read, reviewed, and handed out twice,
 * to the units of their own day and to those of today. What nobody understands is asked about and settled by hand.
 */
const seeds = join(import.meta.dirname, "../../../shared/seeds");
const app = await testApp({ at: "2026-11-21T09:00:00+07:00" });
const demo = await demoProvince(app);
const hanh = await demo.login("hanh");
const tong = await demo.login("tong");

async function ok(answer: Promise<{ status: number; body: any }>): Promise<any> {
  const { status, body } = await answer;
  expect([status < 300, JSON.stringify(body).slice(0, 500)]).toEqual([true, expect.any(String)]);
  return body;
}

async function reviewed(number: string): Promise<string> {
  const name = readdirSync(seeds).find((file) => file.startsWith(number)) ?? "";
  const { document } = await ok(
    hanh.upload("/documents", { file: new File([readFileSync(join(seeds, name))], name, { type: "text/plain" }) }),
  );
  await app.runJobs();
  const read = await ok(hanh.get(`/documents/${document.id}`));
  expect(read).toMatchObject({ state: "review", docType: "Kế hoạch", failure: null });
  await ok(hanh.post(`/documents/${document.id}/items/accept-confident`, { threshold: 0 }));
  const { version } = await ok(hanh.get(`/documents/${document.id}`));
  await ok(hanh.post(`/documents/${document.id}/finish`, { version, acknowledged: true }));
  return document.id;
}

const called = async (planId: string, who: Visitor = hanh) => {
  const told = await ok(who.get(`/plans/${planId}/addressees`));
  return (printed: string) => {
    const found = told.find((one: any) => one.printed === printed);
    expect(found, printed).toBeDefined();
    return found;
  };
};
const names = (one: { units: { name: string }[] }) => one.units.map(({ name }) => name);

/** Sets aside whatever means no unit, confirms every edge, issues. */
async function issue(planId: string): Promise<any> {
  for (const one of await ok(hanh.get(`/plans/${planId}/addressees`))) {
    if (one.understood || one.units.length > 0 || one.skipped || one.clauses.length === 0) continue;
    await ok(
      hanh.patch(`/plans/${planId}/addressees/${one.id}`, { version: one.version, readAs: null, skipped: "Không chỉ một đơn vị cụ thể" }),
    );
  }
  const edges = await ok(hanh.get(`/plans/${planId}/edges`));
  await ok(
    hanh.post(`/plans/${planId}/edges`, { units: edges.map(({ unit, version }: any) => ({ unitId: unit.id, version })), edge: null }),
  );
  const { version } = await ok(hanh.get(`/plans/${planId}`));
  const ready = await ok(hanh.post(`/plans/${planId}/ready`, { version }));
  return ok(hanh.post(`/plans/${planId}/issue`, { version: ready.version }));
}

const communes = "Ủy ban MTTQ Việt Nam các xã, phường";

if (existsSync(seeds))
  describe("a Front's plan of 2017 for its districts", () => {
    let planId = "";

    test("on its own day, the districts are meant; a district that is not here is asked about", async () => {
      const plan = await ok(hanh.post("/plans", { documentId: await reviewed("001") }));
      planId = plan.id;
      expect(plan).toMatchObject({ resolveOn: "2017-06-29", periodFrom: "2017-06-29", periodTo: "2020-12-31" });
      const one = await called(planId);
      expect(names(one("Ban Thường trực Ủy ban MTTQ Việt Nam các huyện, thành phố")).toSorted()).toEqual([
        "Ủy ban MTTQ Việt Nam huyện Bình Giang",
        "Ủy ban MTTQ Việt Nam huyện Sơn Hòa",
        "Ủy ban MTTQ Việt Nam thành phố Đông Kinh",
      ]);
      for (const { printed, units, unclear } of await ok(hanh.get(`/plans/${planId}/addressees`))) {
        if (!/Bắc Kạn|Pác Nặm|Chợ Mới/.test(printed)) continue;
        expect([printed, units]).toEqual([printed, []]);
        expect(unclear.length).toBeGreaterThan(0);
      }
      expect(one("các đồng chí cán bộ, chuyên viên được phân công theo dõi các huyện, thành phố").units).toEqual([]);
      const { problems } = await ok(hanh.get(`/plans/${planId}/preview`));
      expect(problems.map(({ kind }: any) => kind)).toContain("unit-gone");
    });

    test("in the tree of today nobody is guessed; read for the communes, it lies on their desks", async () => {
      const plan = await ok(hanh.get(`/plans/${planId}`));
      const { title, number, issueDate, periodFrom } = plan;
      await ok(
        hanh.patch(`/plans/${planId}`, {
          version: plan.version,
          header: { title, number, issueDate, periodFrom, periodTo: "2026-12-31", resolveOn: "2026-11-21" },
        }),
      );
      const one = (await called(planId))("Ban Thường trực Ủy ban MTTQ Việt Nam các huyện, thành phố");
      expect(one.units).toEqual([]);
      expect(one.understood.vi).toContain("không còn từ ngày 01/07/2025");
      expect(one.left.map(({ unit }: any) => unit.name)).toContain("Ủy ban MTTQ Việt Nam xã Bình Lâm");
      const read = await ok(hanh.patch(`/plans/${planId}/addressees/${one.id}`, { version: one.version, readAs: communes, skipped: null }));
      expect(read.units).toHaveLength(12);
      await issue(planId);
      const owed = (await ok(tong.get("/work", { planId, state: "any" }))).items;
      expect(owed.map(({ kind }: any) => kind)).toContain("plan-slot");
      for (const item of owed) expect(item.because.label).toBe("Kế hoạch 130/KH-MTTQ-BTT ngày 29/06/2017");
    });
  });

if (existsSync(seeds))
  describe("a district committee's plan for 2021–2025, without number and day", () => {
    test("says what is missing, and is issued once that is settled", async () => {
      const documentId = await reviewed("002");
      expect(await ok(hanh.get(`/documents/${documentId}`))).toMatchObject({ number: null, date: null });
      const plan = await ok(hanh.post("/plans", { documentId }));
      const before = await ok(hanh.get(`/plans/${plan.id}/preview`));
      const blocking = before.problems.filter(({ blocks }: any) => blocks).map(({ kind }: any) => kind);
      expect(blocking).toEqual(expect.arrayContaining(["no-issue-date", "not-understood", "edge-unconfirmed"]));
      expect((await hanh.post(`/plans/${plan.id}/ready`, { version: plan.version })).body.code).toBe("wrong_state");
      const { title, number, periodFrom, periodTo } = plan;
      expect([periodFrom, periodTo]).toEqual(["2021-01-01", "2025-12-31"]);
      await ok(
        hanh.patch(`/plans/${plan.id}`, {
          version: plan.version,
          header: { title, number, issueDate: "2022-01-15", periodFrom, periodTo: "2026-12-31", resolveOn: "2026-11-21" },
        }),
      );
      const one = (await called(plan.id))("MTTQ và các đoàn thể chính trị - xã hội huyện và cấp xã");
      await ok(hanh.patch(`/plans/${plan.id}/addressees/${one.id}`, { version: one.version, readAs: communes, skipped: null }));
      const issued = await issue(plan.id);
      expect(issued.state).toBe("issued");
      const edges = await ok(hanh.get(`/plans/${plan.id}/edges`));
      // The Front does not assign to the Party, to People's Committees or People's Councils.
      const assigned = edges.filter(({ edge }: any) => edge === "assign").map(({ unit }: any) => unit.kind);
      expect(assigned.filter((kind: string) => ["party-committee", "peoples-committee", "peoples-council"].includes(kind))).toEqual([]);
      expect((await ok(tong.get("/work", { planId: plan.id, state: "any" }))).items.length).toBeGreaterThan(0);
    });
  });

if (!existsSync(seeds)) test("no real plans lie beside the project", () => expect(existsSync(seeds)).toBe(false));
