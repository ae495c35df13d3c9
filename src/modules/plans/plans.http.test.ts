import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { reviewedDocument } from "../../../test/support/reviewed-plan.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import type { Addressee, EdgeRow, Plan, PlanItem } from "./contract.ts";

const app = await testApp({ at: "2026-03-02T09:00:00+07:00" });
const unit = await tanGiang(app.db);
const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");

let hanh: Person;
let leader: Person;
let tong: Person;
let mai: Person;
let neighbour: Person;
let administrator: Person;
let auditor: Person;

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  leader = await app.person({ name: "Trần Văn Lãnh", unit: front, role: "signer" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  mai = await app.person({ name: "Y Mai", unit: unit("UBND xã Hòa Phú"), role: "reporter" });
  neighbour = await app.person({ name: "Đỗ Quốc Bảo", unit: unit("Sở Khoa học và Công nghệ"), role: "coordinator" });
  administrator = await app.person({ name: "Ngô Quản Trị", unit: unit("Tỉnh Tân Giang"), role: "administrator" });
  auditor = await app.person({ name: "Vũ Kiểm", unit: unit("Tỉnh Tân Giang"), role: "auditor" });
});

const draftOf = async (): Promise<Plan> => {
  const documentId = await reviewedDocument(app.db, { unit: front, by: hanh.id });
  const made = await hanh.post("/plans", { documentId });
  expect(made.status).toBe(201);
  return made.body;
};

const addressees = async (plan: Plan): Promise<Addressee[]> => (await hanh.get(`/plans/${plan.id}/addressees`)).body;

/** Settles what stands in the way: whom no unit is meant by, and every edge. */
async function settle(plan: Plan, who: Person = hanh): Promise<Plan> {
  const told: Addressee[] = (await who.get(`/plans/${plan.id}/addressees`, { edition: plan.edition })).body;
  for (const expression of told.filter(
    ({ understood, recipient, units, skipped }) => !understood && !recipient && units.length === 0 && !skipped,
  )) {
    const answer = await who.patch(`/plans/${plan.id}/addressees/${expression.id}`, {
      version: expression.version,
      readAs: null,
      skipped: "Không phải đơn vị",
    });
    expect(answer.status).toBe(200);
  }
  const edges: EdgeRow[] = (await who.get(`/plans/${plan.id}/edges`, { edition: plan.edition })).body;
  if (edges.length > 0) {
    const confirmed = await who.post(`/plans/${plan.id}/edges`, {
      units: edges.map(({ unit: { id }, version }) => ({ unitId: id, version })),
      edge: null,
    });
    expect(confirmed.status).toBe(200);
  }
  return (await who.get(`/plans/${plan.id}`, { edition: plan.edition })).body;
}

async function issue(plan: Plan, who: Person = hanh): Promise<Plan> {
  const settled = await settle(plan, who);
  const ready = await who.post(`/plans/${plan.id}/ready`, { version: settled.version });
  expect(ready.body).toMatchObject({ state: "ready" });
  const issued = await who.post(`/plans/${plan.id}/issue`, { version: ready.body.version });
  expect(issued.body).toMatchObject({ state: "issued" });
  return issued.body;
}

const itemAt = (plan: Plan, clause: string): PlanItem => {
  const item = plan.items.find((each) => each.clause === clause);
  if (!item) throw new Error(`no item at ${clause}`);
  return item;
};

const asInput = ({ kind, clause, text, target, reporting, due, leads, partners, opensPlan }: PlanItem) => ({
  kind,
  clause,
  text,
  target,
  reporting,
  due: { text: due.text, lastDay: null },
  leads: leads.map(({ printed }) => printed),
  partners: partners.map(({ printed }) => printed),
  opensPlan,
});

describe("a reviewed document becomes a draft plan", () => {
  test("with its number, period, basis and items, each party resolved as of the day of issue", async () => {
    const plan = await draftOf();
    expect(plan).toMatchObject({
      state: "draft",
      edition: 1,
      number: "12/KH-MTTQ-BTT",
      issueDate: "2026-02-10",
      resolveOn: "2026-02-10",
      periodFrom: "2026-02-10",
      periodTo: "2030-12-31",
      issuer: { id: front },
      basis: [{ number: "48-KH/TU", documentId: null }],
    });
    expect(plan.items.map(({ kind, clause }) => `${kind} ${clause}`)).toEqual([
      "target II.1",
      "target II.2",
      "task III.1",
      "task III.2",
      "task III.3",
      "task III.4",
      "task III.5",
      "report III.6",
    ]);
    expect(itemAt(plan, "II.2").opensPlan).toBe(true);
    expect(itemAt(plan, "III.1").due).toMatchObject({ text: "trước ngày 20/7/2026", lastDay: "2026-07-19" });
    expect(itemAt(plan, "III.6").reporting).toEqual({ to: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", via: "Văn phòng", next: "Tỉnh ủy" });

    const told = await addressees(plan);
    const fronts = told.find(({ printed }) => printed === "Ủy ban MTTQ Việt Nam các xã, phường, đặc khu");
    expect(fronts?.units.map(({ name }) => name)).toContain("Ủy ban MTTQ Việt Nam xã Bình Lâm");
    expect(fronts?.units).toHaveLength(5);
    expect(told.find(({ printed }) => printed === "Mỗi cán bộ, đảng viên")?.units).toEqual([]);

    const edges: EdgeRow[] = (await hanh.get(`/plans/${plan.id}/edges`)).body;
    expect(edges.find(({ unit: { id } }) => id === binhLam)).toMatchObject({ edge: "assign", confirmed: false });
    expect(edges.find(({ unit: { name } }) => name === "UBND xã Bình Lâm")).toMatchObject({ edge: "request" });
  });

  test("once; not before its review is finished; not by a stranger", async () => {
    const documentId = await reviewedDocument(app.db, { unit: front, by: hanh.id });
    expect((await app.anonymous.post("/plans", { documentId })).status).toBe(401);
    expect((await leader.post("/plans", { documentId })).status).toBe(403);
    expect((await tong.post("/plans", { documentId })).status).toBe(404);
    expect((await hanh.post("/plans", { documentId: "x" })).status).toBe(400);
    expect((await hanh.post("/plans", { documentId, issuerId: binhLam })).status).toBe(403);
    const made = await hanh.post("/plans", { documentId });
    expect(await hanh.post("/plans", { documentId })).toMatchObject({ status: 409, body: { details: { planId: made.body.id } } });
    const unfinished = await reviewedDocument(app.db, { unit: front, by: hanh.id, state: "review" });
    expect((await hanh.post("/plans", { documentId: unfinished })).body.code).toBe("wrong_state");
  });
});

describe("a draft is its owner's alone", () => {
  test("nobody else finds it: not the addressed, not the administrator above", async () => {
    const plan = await draftOf();
    for (const person of [tong, mai, neighbour, administrator, auditor]) {
      expect((await person.get(`/plans/${plan.id}`)).status).toBe(404);
      expect((await person.get(`/plans/${plan.id}/addressees`)).status).toBe(404);
      expect((await person.get("/plans")).body.plans.some(({ id }: Plan) => id === plan.id)).toBe(false);
    }
    expect((await leader.get(`/plans/${plan.id}`)).body.acts).toEqual([]);
    expect((await app.anonymous.get(`/plans/${plan.id}`)).status).toBe(401);
  });
});

describe("editing a draft", () => {
  test("header: another day resolves anew; a stale version is refused with what is there", async () => {
    const plan = await draftOf();
    const header = {
      title: plan.title,
      number: plan.number,
      issueDate: "2024-05-06",
      resolveOn: "2024-05-06",
      periodFrom: "2024-01-01",
      periodTo: "2026-12-31",
    };
    expect((await tong.patch(`/plans/${plan.id}`, { version: plan.version, header })).status).toBe(404);
    expect(
      (await hanh.patch(`/plans/${plan.id}`, { version: plan.version, header: { ...header, periodTo: "2020-01-01" } })).body,
    ).toMatchObject({ code: "invalid_input" });
    const changed = await hanh.patch(`/plans/${plan.id}`, { version: plan.version, header });
    expect(changed.body).toMatchObject({ resolveOn: "2024-05-06" });
    // The special zone began in 2025.
    const fronts = (await addressees(plan)).find(({ printed }) => printed.startsWith("Ủy ban MTTQ Việt Nam các xã"));
    expect(fronts?.units.map(({ name }) => name)).not.toContain("Ủy ban MTTQ Việt Nam đặc khu Cồn Én");
    expect(await hanh.patch(`/plans/${plan.id}`, { version: plan.version, header })).toMatchObject({
      status: 409,
      body: { code: "conflict" },
    });
  });

  test("items: added, changed and taken out, parties and edges follow", async () => {
    const plan = await draftOf();
    const item = {
      kind: "task",
      clause: "III.7",
      text: "Tập huấn cán bộ",
      target: null,
      reporting: null,
      due: { text: "trước ngày 30/9 hằng năm", lastDay: null },
      leads: ["Ban Tổ chức - Tuyên giáo"],
      partners: [],
      opensPlan: false,
    };
    const added = await hanh.post(`/plans/${plan.id}/items`, { item });
    expect(added.body).toMatchObject({ clause: "III.7", due: { kind: "recurring", recurrence: { every: ["year"], before: true } } });
    const boards = async () => ((await hanh.get(`/plans/${plan.id}/edges`)).body as EdgeRow[]).map(({ unit: { name } }) => name);
    expect(await boards()).toContain("Ban Tổ chức - Tuyên giáo");

    const edited = await hanh.patch(`/plans/${plan.id}/items/${added.body.id}`, { version: 1, item: { ...item, leads: ["Văn phòng"] } });
    expect(edited.body).toMatchObject({ version: 2, leads: [{ printed: "Văn phòng" }] });
    expect(await boards()).not.toContain("Ban Tổ chức - Tuyên giáo");
    expect((await hanh.patch(`/plans/${plan.id}/items/${added.body.id}`, { version: 1, item })).status).toBe(409);
    expect((await hanh.post(`/plans/${plan.id}/items`, { item: { ...item, target: { metric: "x" } } })).status).toBe(400);
    expect((await tong.post(`/plans/${plan.id}/items`, { item })).status).toBe(404);
    expect((await app.anonymous.post(`/plans/${plan.id}/items`, { item })).status).toBe(401);

    // A target's words follow its figure, unless they were rewritten too.
    const target = itemAt(plan, "II.1");
    const figure = { ...asInput({ ...target, text: "Ít nhất 02 cuộc giám sát" }), target: { ...target.target, value: "2" } };
    await hanh.patch(`/plans/${plan.id}/items/${target.id}`, { version: 1, item: figure });
    const three = await hanh.patch(`/plans/${plan.id}/items/${target.id}`, {
      version: 2,
      item: { ...figure, target: { ...figure.target, value: "3" } },
    });
    expect(three.body).toMatchObject({ text: "Ít nhất 03 cuộc giám sát", target: { value: "3" } });

    expect((await hanh.delete(`/plans/${plan.id}/items/${added.body.id}`, { version: 1 })).status).toBe(409);
    expect((await hanh.delete(`/plans/${plan.id}/items/${added.body.id}`, { version: 2 })).status).toBe(200);
    expect((await hanh.patch(`/plans/${plan.id}/items/${added.body.id}`, { version: 2, item })).status).toBe(404);
  });

  test("whom an expression means: read otherwise, a unit added and one taken out with the reason, undone again", async () => {
    const plan = await draftOf();
    const [fronts] = (await addressees(plan)).filter(({ printed }) => printed.startsWith("Ủy ban MTTQ Việt Nam các xã"));
    const path = `/plans/${plan.id}/addressees/${fronts!.id}`;
    expect((await hanh.post(`${path}/units`, { version: fronts!.version, unitId: binhLam, meant: false, reason: "" })).status).toBe(400);
    expect((await tong.post(`${path}/units`, { version: fronts!.version, unitId: binhLam, meant: false, reason: "x" })).status).toBe(404);
    const without = await hanh.post(`${path}/units`, {
      version: fronts!.version,
      unitId: binhLam,
      meant: false,
      reason: "Đã làm điểm năm 2025",
    });
    expect(without.body.removed).toMatchObject([{ id: binhLam, reason: "Đã làm điểm năm 2025" }]);
    expect(((await hanh.get(`/plans/${plan.id}/edges`)).body as EdgeRow[]).some(({ unit: { id } }) => id === binhLam)).toBe(false);
    expect((await hanh.post(`${path}/units`, { version: fronts!.version, unitId: front, meant: true, reason: "x" })).status).toBe(409);
    const back = await hanh.delete(`${path}/units/${binhLam}`, { version: without.body.version });
    expect(back.body).toMatchObject({ removed: [] });
    expect(back.body.units).toHaveLength(5);

    const narrower = await hanh.patch(path, { version: back.body.version, readAs: "Ủy ban MTTQ Việt Nam xã Hòa Phú", skipped: null });
    expect(narrower.body.units).toMatchObject([{ name: "Ủy ban MTTQ Việt Nam xã Hòa Phú" }]);
    expect((await hanh.post(`/plans/${plan.id}/addressees/resolve`)).status).toBe(200);
    expect((await neighbour.post(`/plans/${plan.id}/addressees/resolve`)).status).toBe(404);
  });

  test("edges are confirmed or changed; what somebody else changed since is not overwritten", async () => {
    const plan = await draftOf();
    const edges: EdgeRow[] = (await hanh.get(`/plans/${plan.id}/edges`)).body;
    const committee = edges.find(({ unit: { name } }) => name === "UBND xã Bình Lâm")!;
    const units = [{ unitId: committee.unit.id, version: committee.version }];
    expect((await hanh.post(`/plans/${plan.id}/edges`, { units, edge: "order" })).status).toBe(400);
    expect((await tong.post(`/plans/${plan.id}/edges`, { units, edge: "coordinate" })).status).toBe(404);
    const set = await hanh.post(`/plans/${plan.id}/edges`, { units, edge: "coordinate" });
    expect((set.body as EdgeRow[]).find(({ unit: { id } }) => id === committee.unit.id)).toMatchObject({
      edge: "coordinate",
      proposed: "request",
      confirmed: true,
    });
    expect((await hanh.post(`/plans/${plan.id}/edges`, { units, edge: "assign" })).status).toBe(409);
  });

  test("a draft that was a mistake is thrown away", async () => {
    const plan = await draftOf();
    expect((await tong.delete(`/plans/${plan.id}/draft`, { version: plan.version })).status).toBe(404);
    expect((await hanh.delete(`/plans/${plan.id}/draft`, { version: plan.version + 1 })).status).toBe(409);
    expect((await hanh.delete(`/plans/${plan.id}/draft`, { version: plan.version })).body).toEqual({ planLeft: false });
    expect((await hanh.get(`/plans/${plan.id}`)).status).toBe(404);
  });
});

describe("issuing", () => {
  test("the preview says who gets what and what stands in the way", async () => {
    const plan = await draftOf();
    const preview = (await hanh.get(`/plans/${plan.id}/preview`)).body;
    const kinds = preview.problems.map(({ kind, blocks }: { kind: string; blocks: boolean }) => [kind, blocks]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ["not-understood", true],
        ["edge-unconfirmed", true],
        ["no-lead", false],
        ["no-due", false],
        ["not-recipient", false],
      ]),
    );
    expect(preview.opens).toMatchObject({ tasks: 5 + 5 + 2, planSlots: 10, targets: 10, reports: 10 });
    expect(preview.matrix.rows[0]).toMatchObject({ edge: "assign", kind: "front" });
    expect(preview.matrix.rows[0].units).toHaveLength(5);
    expect((await hanh.post(`/plans/${plan.id}/ready`, { version: plan.version })).body).toMatchObject({
      code: "wrong_state",
      details: { problems: expect.arrayContaining(["not-understood"]) },
    });
    expect((await leader.get(`/plans/${plan.id}/preview`)).status).toBe(403);
    expect((await tong.get(`/plans/${plan.id}/preview`)).status).toBe(404);
  });

  test("what is ready is not edited; only who may issue issues; then it is on the desks", async () => {
    const plan = await settle(await draftOf());
    expect((await hanh.post(`/plans/${plan.id}/issue`, { version: plan.version })).body.code).toBe("wrong_state");
    const ready = (await hanh.post(`/plans/${plan.id}/ready`, { version: plan.version })).body as Plan;
    expect((await hanh.delete(`/plans/${plan.id}/items/${ready.items[0]!.id}`, { version: 1 })).body.code).toBe("wrong_state");
    const reopened = (await hanh.post(`/plans/${plan.id}/reopen`, { version: ready.version })).body as Plan;
    expect(reopened.state).toBe("draft");
    const again = (await hanh.post(`/plans/${plan.id}/ready`, { version: reopened.version })).body as Plan;
    expect((await tong.post(`/plans/${plan.id}/issue`, { version: again.version })).status).toBe(404);
    expect((await app.anonymous.post(`/plans/${plan.id}/issue`, { version: again.version })).status).toBe(401);
    expect((await leader.post(`/plans/${plan.id}/issue`, { version: again.version - 1 })).status).toBe(409);
    const issued = await leader.post(`/plans/${plan.id}/issue`, { version: again.version });
    expect(issued.body).toMatchObject({ state: "issued", editions: [{ edition: 1, issuedBy: "Trần Văn Lãnh" }] });

    const work = (await tong.get("/work", { planId: plan.id })).body.items as {
      title: string;
      kind: string;
      period: string | null;
      edge: string;
      due: { lastDay: string };
    }[];
    expect(work.map(({ kind, period }) => `${kind} ${period ?? "-"}`).toSorted()).toEqual([
      "plan-slot 2026",
      "plan-slot 2027",
      "report 2026",
      "report 2026-H1",
      "target 2026",
      "target 2027",
      "task -",
    ]);
    expect(work.every(({ edge }) => edge === "assign")).toBe(true);
    expect(work.find(({ kind }) => kind === "task")?.due.lastDay).toBe("2026-07-19");
  });

  test("two people issue at once: one does, the other is told, and nothing is opened twice", async () => {
    const plan = await settle(await draftOf());
    const ready = (await hanh.post(`/plans/${plan.id}/ready`, { version: plan.version })).body as Plan;
    const both = await Promise.all([hanh, leader].map((person) => person.post(`/plans/${plan.id}/issue`, { version: ready.version })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await tong.get("/work", { planId: plan.id })).body.items).toHaveLength(7);
  });

  test("then the addressed read it, and those it does not concern do not", async () => {
    const plan = await issue(await draftOf());
    expect((await tong.get(`/plans/${plan.id}`)).body).toMatchObject({
      standing: "addressed",
      ours: [{ id: binhLam }],
      acts: ["adjust", "make-child"],
    });
    expect((await mai.get(`/plans/${plan.id}`)).status).toBe(200);
    expect((await auditor.get(`/plans/${plan.id}`)).status).toBe(200);
    expect((await neighbour.get(`/plans/${plan.id}`)).status).toBe(404);
    expect((await tong.get("/plans", { standing: "addressed", text: "dan van kheo" })).body.plans.map(({ id }: Plan) => id)).toContain(
      plan.id,
    );
    for (const part of ["addressees", "edges", "matrix", "editions", "progress"]) {
      expect((await tong.get(`/plans/${plan.id}/${part}`)).status).toBe(200);
      expect((await neighbour.get(`/plans/${plan.id}/${part}`)).status).toBe(404);
      expect((await app.anonymous.get(`/plans/${plan.id}/${part}`)).status).toBe(401);
    }
    expect((await tong.get(`/plans/${plan.id}`, { edition: 7 })).status).toBe(404);
    expect((await hanh.get("/plans", { page: "x" })).status).toBe(400);
  });

  test("progress: the issuer sees every unit, a unit its own part; late is for own subordinates", async () => {
    const plan = await issue(await draftOf());
    app.now("2026-08-01T09:00:00+07:00");
    // Their sessions of March have ended.
    const office = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
    const commune = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
    const whole = (await office.get(`/plans/${plan.id}/progress`)).body;
    const mine = (await commune.get(`/plans/${plan.id}/progress`)).body;
    app.now("2026-03-02T09:00:00+07:00");
    expect(whole.units.length).toBeGreaterThan(10);
    expect(whole.clauses.find(({ clause }: { clause: string }) => clause === "III.1")).toMatchObject({ total: 5, late: 5 });
    expect(whole.clauses.find(({ clause }: { clause: string }) => clause === "III.2")).toMatchObject({ late: 0 });
    expect(mine.units).toMatchObject([{ unit: { id: binhLam } }]);
  });

  test("closing takes off the desks what is still open", async () => {
    const plan = await issue(await draftOf());
    expect((await hanh.post(`/plans/${plan.id}/close`, { version: plan.version, reason: "" })).status).toBe(400);
    expect((await tong.post(`/plans/${plan.id}/close`, { version: plan.version, reason: "x" })).status).toBe(403);
    expect((await hanh.post(`/plans/${plan.id}/close`, { version: plan.version, reason: "Hết giai đoạn" })).body.state).toBe("closed");
    expect((await hanh.get(`/plans/${plan.id}/progress`)).body.total.total).toBe(0);
    expect((await hanh.post(`/plans/${plan.id}/amend`, { reason: "x" })).body.code).toBe("wrong_state");
  });
});

describe("amending", () => {
  test("a new edition shows what changed and whom it affects; desks follow and reports stay", async () => {
    const plan = await issue(await draftOf());
    expect((await tong.post(`/plans/${plan.id}/amend`, { reason: "x" })).status).toBe(403);
    const draft = (await hanh.post(`/plans/${plan.id}/amend`, { reason: "Bổ sung chỉ tiêu" })).body as Plan;
    expect(draft).toMatchObject({ edition: 2, state: "draft", reason: "Bổ sung chỉ tiêu" });
    expect((await hanh.post(`/plans/${plan.id}/amend`, { reason: "x" })).status).toBe(409);
    // Those addressed go on reading the edition in force.
    expect((await tong.get(`/plans/${plan.id}`)).body.edition).toBe(1);
    expect((await tong.get(`/plans/${plan.id}`, { edition: 2 })).status).toBe(404);

    const task = itemAt(draft, "III.1");
    const later = await hanh.patch(`/plans/${plan.id}/items/${task.id}`, {
      version: task.version,
      item: { ...asInput(task), due: { text: "trước ngày 20/8/2026", lastDay: null } },
    });
    expect(later.status).toBe(200);
    const gone = itemAt(draft, "III.2");
    expect((await hanh.delete(`/plans/${plan.id}/items/${gone.id}`, { version: gone.version })).status).toBe(200);

    const preview = (await hanh.get(`/plans/${plan.id}/preview`)).body;
    expect(preview.changes.items.map(({ clause, change }: { clause: string; change: string }) => `${clause} ${change}`)).toEqual([
      "III.1 changed",
      "III.2 removed",
    ]);
    const before = (await mai.get("/work", { planId: plan.id })).body.items;
    expect(before).toHaveLength(1);
    const issued = await issue(draft);
    expect(issued.editions.map(({ edition, state }) => `${edition} ${state}`)).toEqual(["1 amended", "2 issued"]);
    expect((await mai.get("/work", { planId: plan.id })).body.items).toEqual([]);
    const work = (await tong.get("/work", { planId: plan.id })).body.items as { kind: string; due: { lastDay: string; text: string } }[];
    expect(work.filter(({ kind }) => kind === "task")).toMatchObject([{ due: { text: "trước ngày 20/8/2026", lastDay: "2026-08-19" } }]);
    expect(work).toHaveLength(7);

    const changes = await tong.get(`/plans/${plan.id}/changes`, { from: 1, to: 2 });
    expect(changes.body.units.find(({ unit: { id } }: { unit: { id: number } }) => id === binhLam)).toMatchObject({
      gained: 0,
      lost: 0,
      changed: 1,
    });
    expect((await neighbour.get(`/plans/${plan.id}/changes`, { from: 1, to: 2 })).status).toBe(404);
    expect((await tong.get(`/plans/${plan.id}/changes`, { from: 1 })).status).toBe(400);
  });

  test("a unit asks, the issuer decides; what is accepted is written into the amendment", async () => {
    const plan = await issue(await draftOf());
    const target = itemAt(plan, "II.1");
    const wish = { unitId: binhLam, itemId: target.id, reason: "Xã chỉ có một cán bộ Mặt trận", proposedValue: "1" };
    expect((await app.anonymous.post(`/plans/${plan.id}/adjustments`, wish)).status).toBe(401);
    expect((await neighbour.post(`/plans/${plan.id}/adjustments`, wish)).status).toBe(404);
    expect((await mai.post(`/plans/${plan.id}/adjustments`, wish)).status).toBe(403);
    expect((await tong.post(`/plans/${plan.id}/adjustments`, { ...wish, unitId: unit("Ủy ban MTTQ Việt Nam xã Hòa Phú") })).status).toBe(
      403,
    );
    expect((await tong.post(`/plans/${plan.id}/adjustments`, { ...wish, reason: "" })).status).toBe(400);
    expect((await tong.post(`/plans/${plan.id}/adjustments`, { ...wish, itemId: itemAt(plan, "III.1").id })).status).toBe(400);
    const asked = await tong.post(`/plans/${plan.id}/adjustments`, wish);
    expect(asked).toMatchObject({ status: 201, body: { state: "open", mayDecide: false, mayWithdraw: true } });
    expect((await hanh.get(`/plans/${plan.id}`)).body.openAdjustments).toBe(1);
    expect((await mai.get(`/plans/${plan.id}/adjustments`)).body).toEqual([]);

    const decision = `/plan-adjustments/${asked.body.id}/decision`;
    expect((await tong.post(decision, { version: 1, accept: true, answer: "" })).status).toBe(403);
    expect((await neighbour.post(decision, { version: 1, accept: true, answer: "" })).status).toBe(404);
    expect((await hanh.post(decision, { version: 1, accept: false, answer: "" })).status).toBe(400);
    const accepted = await hanh.post(decision, { version: 1, accept: true, for: "all", answer: "Đồng ý" });
    expect(accepted.body).toMatchObject({ state: "accepted", amendedIn: 2, answer: "Đồng ý" });
    expect((await hanh.post(decision, { version: 2, accept: true, answer: "" })).body.code).toBe("wrong_state");
    const draft = (await hanh.get(`/plans/${plan.id}`, { edition: 2 })).body as Plan;
    expect(itemAt(draft, "II.1").target?.value).toBe("1");

    const second = await tong.post(`/plans/${plan.id}/adjustments`, { unitId: binhLam, reason: "Đề nghị lùi hạn" });
    const withdrawal = `/plan-adjustments/${second.body.id}/withdrawal`;
    expect((await hanh.post(withdrawal, { version: 1 })).status).toBe(403);
    expect((await tong.post(withdrawal, { version: 1 })).body.state).toBe("withdrawn");
    expect((await app.anonymous.post(withdrawal, { version: 1 })).status).toBe(401);
  });

  test("for one unit alone: the others keep the item, the unit goes on with the work it has", async () => {
    const plan = await issue(await draftOf());
    const target = itemAt(plan, "II.1");
    const mine = (await tong.get("/work", { planId: plan.id, kind: "target" })).body.items as {
      id: string;
      version: number;
      period: string;
    }[];
    const begun = mine.find(({ period }) => period === "2026")!;
    expect((await tong.upload(`/work/${begun.id}/progress`, { version: String(begun.version), text: "Đã giám sát 01 cuộc" })).status).toBe(
      200,
    );
    const asked = await tong.post(`/plans/${plan.id}/adjustments`, {
      unitId: binhLam,
      itemId: target.id,
      reason: "Xã chỉ có một cán bộ Mặt trận",
      proposedValue: "1",
    });
    await hanh.post(`/plan-adjustments/${asked.body.id}/decision`, { version: 1, accept: true, answer: "" });
    const draft = (await hanh.get(`/plans/${plan.id}`, { edition: 2 })).body as Plan;
    const both = draft.items.filter(({ clause }) => clause === "II.1");
    expect(both.map(({ target: figure, leads }) => [figure?.value, leads[0]?.printed])).toEqual([
      ["2", "Ủy ban MTTQ Việt Nam các xã, phường, đặc khu, trừ Ủy ban MTTQ Việt Nam xã Bình Lâm"],
      ["1", "Ủy ban MTTQ Việt Nam xã Bình Lâm"],
    ]);
    await issue(draft);
    const after = (await tong.get("/work", { planId: plan.id, kind: "target" })).body.items as { id: string; title: string }[];
    expect(after.map(({ id }) => id).toSorted()).toEqual(mine.map(({ id }) => id).toSorted());
    expect((await tong.get(`/work/${begun.id}`)).body).toMatchObject({
      state: "accepted",
      entries: expect.arrayContaining([expect.objectContaining({ text: "Đã giám sát 01 cuộc" })]),
    });
    const { units } = (await hanh.get(`/plans/${plan.id}/changes`, { from: 1, to: 2 })).body;
    expect(units.map(({ unit: { id } }: { unit: { id: number } }) => id)).toContain(binhLam);
  });
});

describe("child plans", () => {
  test("a unit answers clause by clause, issues its plan, and the superior sees what was taken up", async () => {
    const plan = await issue(await draftOf());
    expect((await app.anonymous.post(`/plans/${plan.id}/children`, { unitId: binhLam })).status).toBe(401);
    expect((await neighbour.post(`/plans/${plan.id}/children`, { unitId: binhLam })).status).toBe(404);
    expect((await tong.post(`/plans/${plan.id}/children`, { unitId: unit("UBND xã Hòa Phú") })).status).toBe(403);
    const child = (await tong.post(`/plans/${plan.id}/children`, { unitId: binhLam })).body as Plan;
    expect(child).toMatchObject({ state: "draft", parent: { id: plan.id }, issuer: { id: binhLam } });
    expect((await tong.post(`/plans/${plan.id}/children`, { unitId: binhLam })).status).toBe(409);

    const clauses = (await tong.get(`/plans/${child.id}/clauses`)).body as { parentItem: PlanItem; decision: string; version: number }[];
    expect(clauses.map(({ parentItem, decision }) => `${parentItem.clause} ${decision}`)).toEqual([
      "II.1 pending",
      "II.2 take-over",
      "III.1 pending",
      "III.6 pending",
    ]);
    expect((await hanh.get(`/plans/${child.id}/clauses`)).status).toBe(404);
    const answer = (clause: string, body: object) => {
      const found = clauses.find(({ parentItem }) => parentItem.clause === clause)!;
      return tong.post(`/plans/${child.id}/clauses/${found.parentItem.id}`, { version: found.version, ...body });
    };
    expect((await answer("III.1", { decision: "decline" })).status).toBe(400);
    const adapted = await answer("II.1", { decision: "adapt" });
    expect(adapted.body.childItem).toMatchObject({ leads: [{ printed: "Ủy ban MTTQ Việt Nam xã Bình Lâm" }], target: { value: "2" } });
    expect((await answer("II.1", { decision: "decline", reason: "x" })).status).toBe(409);
    const own = {
      ...asInput(adapted.body.childItem),
      text: "Chủ trì 03 cuộc giám sát",
      target: { ...adapted.body.childItem.target, value: "3" },
    };
    expect(
      (await tong.patch(`/plans/${child.id}/items/${adapted.body.childItem.id}`, { version: adapted.body.childItem.version, item: own }))
        .status,
    ).toBe(200);
    expect((await answer("III.6", { decision: "take-over" })).status).toBe(200);
    const waiting = await tong.get(`/plans/${child.id}/preview`);
    expect(waiting.body.problems).toMatchObject(expect.arrayContaining([expect.objectContaining({ kind: "link-pending", blocks: true })]));
    expect((await answer("III.1", { decision: "decline", reason: "Đã có mô hình từ năm 2025" })).status).toBe(200);

    const draft = await tong.fetch(`/files/plans/${child.id}/draft`);
    expect(draft.status).toBe(200);
    expect(draft.headers["content-disposition"]).toContain(".docx");
    expect((await hanh.fetch(`/files/plans/${child.id}/draft`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/plans/${child.id}/draft`)).status).toBe(401);
    expect((await hanh.fetch(`/files/plans/${plan.id}/draft`)).status).toBe(409);
    expect((await tong.fetch(`/files/plans/none/draft`)).status).toBe(404);

    const before = (await hanh.get(`/plans/${plan.id}/coverage`)).body;
    expect(before.units.find(({ unit: { id } }: { unit: { id: number } }) => id === binhLam)).toMatchObject({
      expected: true,
      child: null,
    });
    await issue((await tong.get(`/plans/${child.id}`)).body, tong);
    // What the unit owes to its superior lies on its desk once.
    expect((await tong.get("/work", { planId: child.id })).body.items).toEqual([]);
    const slots = (await tong.get("/work", { planId: plan.id, kind: "plan-slot", state: "any" })).body.items as {
      state: string;
      period: string;
    }[];
    expect(slots.find(({ period }) => period === "2026")?.state).toBe("reported");

    const coverage = (await hanh.get(`/plans/${plan.id}/coverage`)).body;
    expect(coverage.units.find(({ unit: { id } }: { unit: { id: number } }) => id === binhLam)).toMatchObject({
      child: { planId: child.id },
      bound: 4,
      takenOver: 2,
      adapted: 1,
      declined: 1,
      pending: 0,
    });
    expect(coverage.clauses.find(({ clause }: { clause: string }) => clause === "III.1")).toMatchObject({
      bound: 5,
      answered: 1,
      nobody: true,
    });
    expect((await tong.get(`/plans/${plan.id}/coverage`)).status).toBe(403);
    expect((await neighbour.get(`/plans/${plan.id}/coverage`)).status).toBe(404);
    expect((await hanh.get("/plans", { parentId: plan.id })).body.plans).toMatchObject([{ id: child.id }]);
  });

  test("a plan written in Word is matched to the superior's clauses", async () => {
    const plan = await issue(await draftOf());
    const values = {
      header: [
        { field: "docType" as const, text: "Kế hoạch" },
        { field: "subject" as const, text: "Thực hiện phong trào thi đua Dân vận khéo năm 2026" },
      ],
      task: [
        {
          text: "Chủ trì 02 cuộc giám sát trong năm",
          lead: [],
          coordinate: [],
          due: { kind: "none" as const, date: null, rule: null, text: null, lastDay: null, recurrence: null },
          section: "II",
        },
        {
          text: "Lựa chọn 01 mô hình Dân vận khéo, đăng ký về tỉnh trước ngày 20/7/2026",
          lead: [],
          coordinate: [],
          due: {
            kind: "date" as const,
            date: "2026-07-20",
            rule: "before 2026-07-20",
            text: "trước ngày 20/7/2026",
            lastDay: "2026-07-19",
            recurrence: null,
          },
          section: "III",
        },
      ],
    };
    const documentId = await reviewedDocument(app.db, { unit: binhLam, by: tong.id, values });
    const path = `/plans/${plan.id}/children/from-document`;
    expect((await app.anonymous.post(path, { unitId: binhLam, documentId })).status).toBe(401);
    expect((await neighbour.post(path, { unitId: binhLam, documentId })).status).toBe(404);
    expect((await tong.post(path, { unitId: binhLam })).status).toBe(400);
    const child = (await tong.post(path, { unitId: binhLam, documentId })).body as Plan;
    expect(child.items).toHaveLength(2);
    const matches = (await tong.get(`/plans/${child.id}/matches`)).body as {
      parentClause: string;
      parentItemId: string;
      candidates: { childItemId: string; text: string }[];
    }[];
    const model = matches.find(({ parentClause }) => parentClause === "III.1");
    expect(model?.candidates[0]?.text).toContain("mô hình");
    expect((await hanh.get(`/plans/${child.id}/matches`)).status).toBe(404);
    const linked = await tong.post(`/plans/${child.id}/clauses/${model!.parentItemId}`, {
      version: 1,
      decision: "take-over",
      childItemId: model!.candidates[0]!.childItemId,
    });
    expect(linked.body).toMatchObject({ decision: "take-over", childItem: { id: model!.candidates[0]!.childItemId } });
    expect(
      (
        await tong.post(`/plans/${child.id}/clauses/${model!.parentItemId}`, {
          version: 2,
          decision: "take-over",
          childItemId: plan.items[0]!.id,
        })
      ).status,
    ).toBe(404);
  });
});

describe("periods", () => {
  test("the daily job opens the next period once", async () => {
    const plan = await issue(await draftOf());
    const count = async () => (await hanh.get(`/plans/${plan.id}/progress`)).body.total.total as number;
    const { openPeriods } = await import("./service/following.ts");
    const before = await count();
    await openPeriods(app.db, new Date("2026-03-03T01:30:00+07:00"));
    expect(await count()).toBe(before);
    await openPeriods(app.db, new Date("2026-07-01T01:30:00+07:00"));
    const after = await count();
    // The half-year is over: five reports of 2027-H1 and two quarters of the board's.
    expect(after).toBeGreaterThan(before);
    // Twice at once, as after a restart: the plan's lock lets one of them find the work done.
    await Promise.all([1, 2].map(() => openPeriods(app.db, new Date("2026-07-01T01:30:00+07:00"))));
    expect(await count()).toBe(after);
  });
});
