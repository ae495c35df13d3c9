import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/modules/documents/reading/read.ts";
import { testApp, type Visitor } from "../support/app.ts";
import { demoProvince } from "../support/demo-province.ts";
import { numberedPlan, officialPlan } from "../support/plan-document.ts";

/**
 * One story over the whole application, told in order: a plan comes in as a .docx, is reviewed, issued, worked on, adjusted and
 * amended. Each test goes on from the one before, as people do.
 */
const app = await testApp({ at: "2026-11-21T09:00:00+07:00" });
const demo = await demoProvince(app);
const hanh = await demo.login("hanh");
const tong = await demo.login("tong");
const luc = await demo.login("luc");
const sen = await demo.login("sen");
const bich = await demo.login("bich");

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const docx = (bytes: Uint8Array, name: string) => new File([Buffer.from(bytes)], name, { type: word });

/** The body of an answer that must be a success. */
async function ok<T = any>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  expect([status, JSON.stringify(body).slice(0, 500)]).toEqual([status < 300 ? status : 200, expect.any(String)]);
  return body;
}

let documentId = "";
let planId = "";
const entry = () => ok(hanh.get(`/documents/${documentId}`));
const items = async (kind: string) => (await ok(hanh.get(`/documents/${documentId}/items`, { kind }))).items;
const plan = (who: Visitor = hanh) => ok(who.get(`/plans/${planId}`));
const history = async (kind: string, id: string, who: Visitor = hanh) =>
  (await ok(who.get("/audit/history", { kind, id }))).entries.map((one: any) => one.sentence.vi);

describe("from a .docx to a reviewed document", () => {
  test("Word's own numbering and typed labels are read alike", async () => {
    const typed = await ok(hanh.upload("/documents", { file: docx(await officialPlan(), "61 KH đợt cao điểm.docx") }));
    const numbered = await ok(hanh.upload("/documents", { file: docx(await numberedPlan(), "62 KH.docx") }));
    await app.runJobs();
    documentId = typed.document.id;
    expect(await entry()).toMatchObject({
      state: "review",
      number: "61/KH-MTTQ-BTT",
      date: "2026-11-10",
      issuerUnit: { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang" },
      notes: [],
    });
    const shape = async (id: string) =>
      (await ok(hanh.get(`/documents/${id}/items`))).items
        .filter(({ kind }: any) => ["task", "target", "reporting"].includes(kind))
        .map(({ kind, value }: any) => [kind, value.text ?? value.metric ?? value.what, value.due ?? value.deadline, value.section ?? ""]);
    expect(await shape(numbered.document.id)).toEqual(await shape(documentId));
  });

  test("items are accepted, corrected, dropped, added and split", async () => {
    const path = `/documents/${documentId}/items`;
    const tasks = await items("task");
    expect(tasks.map(({ value }: any) => value.section)).toEqual(["III.1", "III.2", "III.3", "III.4", "IV.1", "IV.2"]);
    const [lists, funds, guide] = tasks;
    await ok(hanh.post(`${path}/${lists.id}/accept`, { version: lists.version }));
    const corrected = await ok(
      hanh.put(`${path}/${funds.id}`, {
        version: funds.version,
        to: { kind: "task", span: funds.span, value: { ...funds.value, text: "Bố trí kinh phí, phương tiện phục vụ đợt cao điểm." } },
      }),
    );
    expect(corrected.items[0]).toMatchObject({ state: "corrected", changedBy: "Lê Thị Hạnh", original: { text: funds.value.text } });
    const part = (text: string) => ({ kind: "task", span: guide.span, value: { ...guide.value, text } });
    const split = await ok(
      hanh.post(`${path}/${guide.id}/split`, {
        version: guide.version,
        parts: [part("Hướng dẫn nội dung đợt cao điểm."), part("Biên soạn tờ rơi tuyên truyền.")],
      }),
    );
    expect(split.items.map(({ state }: any) => state)).toEqual(["dropped", "added", "added"]);
    await ok(
      hanh.post(path, {
        add: {
          kind: "task",
          span: null,
          value: { ...lists.value, text: "Cử một đầu mối theo dõi đợt cao điểm.", section: "IV.3", due: { ...lists.value.due, ...noDay } },
        },
      }),
    );
    for (const event of await items("event")) await ok(hanh.post(`${path}/${event.id}/drop`, { version: event.version }));
    // Somebody who saw an older state is told what is there now.
    const stale = await hanh.post(`${path}/${funds.id}/accept`, { version: funds.version });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: "conflict", details: { current: { state: "corrected" }, changedBy: "Lê Thị Hạnh" } },
    });
  });

  test("what nobody understood is asked about before the review ends", async () => {
    await ok(hanh.post(`/documents/${documentId}/items/accept-confident`, { threshold: 0 }));
    const unresolved = await ok(hanh.get(`/documents/${documentId}/unresolved`));
    expect(unresolved.unknownLeads.map(({ expressions }: any) => expressions)).toEqual([["Câu lạc bộ Hưu trí tỉnh"]]);
    const { version } = await entry();
    const refused = await hanh.post(`/documents/${documentId}/finish`, { version });
    expect(refused).toMatchObject({ status: 409, body: { code: "wrong_state", details: { unresolved: { leads: 1 } } } });
    await ok(hanh.post(`/documents/${documentId}/finish`, { version, acknowledged: true }));
    expect(await history("document", documentId)).toEqual([
      "Lê Thị Hạnh (Người điều phối, Ủy ban MTTQ Việt Nam tỉnh Tân Giang) hoàn thành rà soát",
      expect.stringContaining("chấp nhận nhiều mục cùng lúc"),
      expect.any(String),
      expect.any(String),
      expect.any(String),
      expect.any(String),
      expect.any(String),
      expect.any(String),
      "Hệ thống đọc nội dung văn bản",
      "Lê Thị Hạnh (Người điều phối, Ủy ban MTTQ Việt Nam tỉnh Tân Giang) đưa văn bản lên",
    ]);
  });
});

const noDay = { kind: "none", date: null, rule: null, recurrence: null, text: null, lastDay: null };

describe("from a reviewed document to an issued plan", () => {
  test("the draft knows whom each expression means; who is not known is settled by hand", async () => {
    planId = (await ok(hanh.post("/plans", { documentId }))).id;
    const draft = await plan();
    expect(draft).toMatchObject({ periodFrom: "2026-11-10", periodTo: "2027-03-31", state: "draft" });
    const told = await ok(hanh.get(`/plans/${planId}/addressees`));
    const called = (printed: string) => told.find((one: any) => one.printed === printed);
    expect(called("xã, phường").units).toHaveLength(12);
    const club = called("Câu lạc bộ Hưu trí tỉnh");
    expect(club).toMatchObject({ understood: null, units: [] });
    // By hand: the veterans take it; and one commune is left out with its reason.
    const path = `/plans/${planId}/addressees`;
    const added = await ok(
      hanh.post(`${path}/${club.id}/units`, {
        version: club.version,
        unitId: demo.unit("Hội Cựu chiến binh tỉnh Tân Giang"),
        meant: true,
        reason: "Câu lạc bộ sinh hoạt trong Hội Cựu chiến binh",
      }),
    );
    expect(added.units).toMatchObject([{ name: "Hội Cựu chiến binh tỉnh Tân Giang", source: "hand" }]);
    const fronts = called("Ủy ban MTTQ Việt Nam các xã, phường");
    const without = await ok(
      hanh.post(`${path}/${fronts.id}/units`, {
        version: fronts.version,
        unitId: demo.unit("Ủy ban MTTQ Việt Nam xã Thác Bạc"),
        meant: false,
        reason: "Xã đang khắc phục hậu quả lũ",
      }),
    );
    expect(without.removed).toMatchObject([{ name: "Ủy ban MTTQ Việt Nam xã Thác Bạc", reason: "Xã đang khắc phục hậu quả lũ" }]);
  });

  test("another unit's draft does not exist for others", async () => {
    for (const other of [tong, luc, bich]) {
      expect((await other.get(`/plans/${planId}`)).status).toBe(404);
      expect((await other.get("/audit/history", { kind: "plan", id: planId })).status).toBe(404);
      expect((await other.get(`/documents/${documentId}`)).status).toBe(404);
      expect((await other.fetch(`/files/documents/${documentId}/original`)).status).toBe(404);
    }
  });

  test("edges are as the bodies' relation says: assign, request, coordinate; then it is previewed and issued", async () => {
    const edges = await ok(hanh.get(`/plans/${planId}/edges`));
    const edge = (name: string) => edges.find(({ unit }: any) => unit.name === name)?.edge;
    expect(edge("Ủy ban MTTQ Việt Nam xã Bình Lâm")).toBe("assign");
    expect(edge("Ủy ban nhân dân xã Bình Lâm")).toBe("request");
    expect(edge("Ban Phong trào Ủy ban MTTQ Việt Nam tỉnh")).toBe("assign");
    await ok(
      hanh.post(`/plans/${planId}/edges`, { units: edges.map(({ unit, version }: any) => ({ unitId: unit.id, version })), edge: null }),
    );
    const preview = await ok(hanh.get(`/plans/${planId}/preview`));
    expect(preview.problems.filter(({ blocks }: any) => blocks)).toEqual([]);
    const ready = await ok(hanh.post(`/plans/${planId}/ready`, { version: (await plan()).version }));
    const issued = await ok(hanh.post(`/plans/${planId}/issue`, { version: ready.version }));
    expect(issued).toMatchObject({ state: "issued", editions: [{ issuedBy: "Lê Thị Hạnh" }] });
  });
});

const mine = async (who: Visitor) => (await ok(who.get("/work", { planId, state: "any" }))).items;
const work = async (who: Visitor, kind: string, clause: string) => {
  const found = (await mine(who)).find((item: any) => item.kind === kind && item.origin.clause === clause);
  expect(found, `${kind} ${clause}`).toBeDefined();
  return found;
};

describe("on the desks", () => {
  test("ông Tòng sees what he owes, by when, to whom, because of which clause", async () => {
    const desk = await ok(tong.get("/desk"));
    const owed = desk.owed.filter(({ origin }: any) => origin.planId === planId);
    expect(owed.map(({ kind, origin, due }: any) => [kind, origin.clause, due.text, due.lastDay])).toEqual([
      ["plan-slot", "II.1", "trước ngày 05/12/2026", "2026-12-04"],
      ["task", "III.1", "trước ngày 12/12/2026", "2026-12-11"],
      ["target", "II.2", "trước ngày 31/01/2027", "2027-01-30"],
      ["report", "IV.1", "trước ngày 15/02/2027", "2027-02-14"],
      ["task", "IV.3", "", null],
    ]);
    for (const item of owed) {
      expect(item).toMatchObject({
        edge: "assign",
        assigner: { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang" },
        because: { label: "Kế hoạch 61/KH-MTTQ-BTT ngày 10/11/2026", readable: true },
      });
    }
    expect(owed.at(3).title).toBe("Báo cáo kết quả, gửi Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh");
    // The commune that was left out of that expression, and only of that one.
    expect((await mine(await demo.login("ngoc"))).map(({ origin }: any) => origin.clause)).toEqual(["II.1", "II.2"]);
    expect((await ok(tong.get(`/documents/${documentId}`))).number).toBe("61/KH-MTTQ-BTT");
  });

  test("he accepts, reports with a file and completes; bà Hạnh returns it with a reason, then confirms", async () => {
    const item = await work(tong, "task", "III.1");
    const path = `/work/${item.id}`;
    const accepted = await ok(tong.post(`${path}/accept`, { version: item.version }));
    const file = new File(["Tuyến đường thôn Lâm Trung"], "Danh sách tuyến đường.txt", { type: "text/plain" });
    const reported = await ok(
      tong.upload(`${path}/progress`, {
        version: String(accepted.version),
        text: "Đã rà soát 3 trên 4 thôn.",
        percent: "75",
        "files[0]": file,
      }),
    );
    expect(reported).toMatchObject({ percent: 75, state: "accepted" });
    const [kept] = reported.entries.at(-1).files;
    expect((await hanh.fetch(`/files/work/${kept.id}`)).raw.toString()).toBe("Tuyến đường thôn Lâm Trung");
    expect((await sen.fetch(`/files/work/${kept.id}`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/work/${kept.id}`)).status).toBe(401);

    const done = await ok(tong.upload(`${path}/complete`, { version: String(reported.version), text: "Gửi danh sách của cả 4 thôn." }));
    expect((await ok(hanh.get("/desk"))).waiting.toConfirm.map(({ id }: any) => id)).toContain(item.id);
    expect((await hanh.post(`${path}/return`, { version: done.version, reason: " " })).status).toBe(400);
    const returned = await ok(hanh.post(`${path}/return`, { version: done.version, reason: "Thiếu tuyến đường thôn Đồng Mây" }));
    // What came back lies on top, before what is late.
    expect((await ok(tong.get("/desk"))).owed[0]).toMatchObject({ id: item.id, state: "returned", standing: "returned" });
    const again = await ok(tong.upload(`${path}/complete`, { version: String(returned.version), text: "Đã bổ sung." }));
    const stale = await hanh.post(`${path}/confirm`, { version: done.version });
    expect(stale).toMatchObject({ status: 409, body: { code: "conflict", details: { current: { state: "reported" } } } });
    expect(await ok(hanh.post(`${path}/confirm`, { version: again.version, text: "Đã nhận đủ." }))).toMatchObject({ state: "done" });
  });

  test("a requested body answers otherwise; the asking one agrees; nobody is late for a request", async () => {
    const item = await work(luc, "task", "III.2");
    expect(item).toMatchObject({ edge: "request", standing: "later" });
    const answered = await ok(
      luc.post(`/work/${item.id}/answer`, { version: item.version, text: "Kinh phí chỉ bố trí được từ tháng 1", lastDay: "2027-01-15" }),
    );
    expect(answered.state).toBe("answered");
    expect((await ok(hanh.get("/desk"))).waiting.toSettle.map(({ id }: any) => id)).toEqual([item.id]);
    const agreed = await ok(hanh.post(`/work/${item.id}/agree`, { version: answered.version }));
    expect(agreed).toMatchObject({ state: "accepted", due: { lastDay: "2027-01-15" } });
    // Assigned work is not declined.
    const assigned = await work(tong, "target", "II.2");
    const no = await tong.post(`/work/${assigned.id}/decline`, { version: assigned.version, reason: "Không có kinh phí" });
    expect(no).toMatchObject({ status: 409, body: { message: expect.stringContaining("hãy đề nghị điều chỉnh") } });
  });
});

describe("a plan of one's own", () => {
  let childId = "";

  test("ông Tòng makes the commune's plan from the clauses that bind it and gets it as a Word file", async () => {
    const child = await ok(tong.post(`/plans/${planId}/children`, { unitId: demo.unit("Ủy ban MTTQ Việt Nam xã Bình Lâm") }));
    childId = child.id;
    const clauses = await ok(tong.get(`/plans/${childId}/clauses`));
    expect(clauses.map(({ parentItem, decision }: any) => [parentItem.clause, decision])).toEqual([
      // Having a plan is what it asks for: this is it.
      ["II.1", "take-over"],
      ["II.2", "pending"],
      ["III.1", "pending"],
      ["IV.1", "pending"],
      ["IV.3", "pending"],
    ]);
    for (const { parentItem, version } of clauses.slice(1)) {
      const alone = parentItem.clause === "IV.3";
      await ok(
        tong.post(`/plans/${childId}/clauses/${parentItem.id}`, {
          version,
          decision: alone ? "decline" : "take-over",
          ...(alone ? { reason: "Xã chỉ có một cán bộ Mặt trận" } : {}),
        }),
      );
    }
    const file = await tong.fetch(`/files/plans/${childId}/draft`);
    expect(file.headers["content-type"]).toBe(word);
    const { lines, notes } = await readDocument({ name: "draft.docx", bytes: new Uint8Array(file.raw) });
    expect(notes).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining([
        "XÃ BÌNH LÂM",
        "KẾ HOẠCH",
        "II. CHỈ TIÊU",
        "1. Ít nhất 02 công trình “Dân vận khéo”. (mục II.2 Kế hoạch số 61/KH-MTTQ-BTT)",
        "1. Rà soát, lập danh sách tuyến đường, công trình cần chỉnh trang, gửi về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào) trước ngày 12/12/2026. (mục III.1 Kế hoạch số 61/KH-MTTQ-BTT)",
        "1. Báo cáo kết quả. (mục IV.1 Kế hoạch số 61/KH-MTTQ-BTT)",
        "- Thời hạn: trước ngày 15/02/2027.",
      ]),
    );
    expect((await sen.fetch(`/files/plans/${childId}/draft`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/plans/${childId}/draft`)).status).toBe(401);
  });

  test("once issued, the superior sees who has a plan, who has none, and what nobody took up", async () => {
    const draft = await ok(tong.get(`/plans/${childId}`));
    const edges = await ok(tong.get(`/plans/${childId}/edges`));
    await ok(
      tong.post(`/plans/${childId}/edges`, { units: edges.map(({ unit, version }: any) => ({ unitId: unit.id, version })), edge: null }),
    );
    const ready = await ok(tong.post(`/plans/${childId}/ready`, { version: draft.version }));
    await ok(tong.post(`/plans/${childId}/issue`, { version: ready.version }));
    const coverage = await ok(hanh.get(`/plans/${planId}/coverage`));
    const of = (name: string) => coverage.units.find(({ unit }: any) => unit.name === name);
    expect(of("Ủy ban MTTQ Việt Nam xã Bình Lâm")).toMatchObject({
      expected: true,
      child: { planId: childId },
      bound: 5,
      takenOver: 4,
      declined: 1,
      pending: 0,
    });
    expect(of("Ủy ban MTTQ Việt Nam phường Đông Kinh Bắc")).toMatchObject({ expected: true, child: null });
    const late = coverage.clauses.find(({ clause }: any) => clause === "IV.3");
    expect(late).toMatchObject({ nobody: true, declined: [{ reason: "Xã chỉ có một cán bộ Mặt trận" }] });
    expect(await work(tong, "plan-slot", "II.1")).toMatchObject({ state: "reported" });
    expect((await ok(hanh.get(`/plans/${childId}`))).standing).toBe("other");
  });
});

describe("when the plan does not fit", () => {
  test("a unit asks for another figure, the issuer agrees, and an amendment carries it to the desks", async () => {
    const item = (await plan(tong)).items.find(({ clause }: any) => clause === "II.2");
    const asked = await ok(
      tong.post(`/plans/${planId}/adjustments`, {
        unitId: demo.unit("Ủy ban MTTQ Việt Nam xã Bình Lâm"),
        itemId: item.id,
        reason: "Xã mới sáp nhập, nhân lực mỏng",
        proposedValue: "1",
      }),
    );
    expect((await ok(hanh.get("/desk"))).waiting.cards.map(({ what }: any) => what.vi)).toContain("Đề nghị điều chỉnh kế hoạch");
    const decided = await ok(
      hanh.post(`/plan-adjustments/${asked.id}/decision`, { version: 1, accept: true, for: "all", answer: "Đồng ý cho cả tỉnh" }),
    );
    expect(decided).toMatchObject({ state: "accepted", amendedIn: 2 });
    const draft = await ok(hanh.get(`/plans/${planId}`, { edition: 2 }));
    expect(draft).toMatchObject({ state: "draft", reason: "Điều chỉnh theo đề nghị: Xã mới sáp nhập, nhân lực mỏng" });
    expect(draft.items.find(({ clause }: any) => clause === "II.2")).toMatchObject({
      text: "Ít nhất 01 công trình “Dân vận khéo”",
      target: { value: "1" },
    });
    const request = draft.items.find(({ clause }: any) => clause === "III.2");
    await ok(hanh.delete(`/plans/${planId}/items/${request.id}`, { version: request.version }));
    const preview = await ok(hanh.get(`/plans/${planId}/preview`));
    expect(preview.changes.items).toMatchObject([
      {
        clause: "II.2",
        change: "changed",
        fields: [{ field: "text" }, { field: "target", after: "công trình “Dân vận khéo” ≥ 1 công trình" }],
      },
      { clause: "III.2", change: "removed", lost: expect.any(Array) },
    ]);
    // Those addressed go on reading what is in force.
    expect((await plan(tong)).edition).toBe(1);
    const ready = await ok(
      hanh.post(`/plans/${planId}/ready`, { version: (await ok(hanh.get(`/plans/${planId}`, { edition: 2 }))).version }),
    );
    await ok(hanh.post(`/plans/${planId}/issue`, { version: ready.version }));
    expect((await plan(tong)).edition).toBe(2);
    expect(await work(tong, "target", "II.2")).toMatchObject({ title: "Ít nhất 01 công trình “Dân vận khéo”", state: "open" });
    expect(await work(tong, "task", "III.1")).toMatchObject({ state: "done" });
    // Agreed work of the People's Committee is taken off its desk, and it can read why.
    const gone = (await mine(luc)).find(({ origin }: any) => origin.clause === "III.2");
    expect(gone).toMatchObject({ state: "withdrawn" });
    const why = (await ok(luc.get(`/work/${gone.id}`))).entries.at(-1);
    expect(why).toMatchObject({ act: "withdraw", text: "Kế hoạch được điều chỉnh (lần 2), nội dung này không còn giao cho đơn vị." });
    const progress = await ok(hanh.get(`/plans/${planId}/progress`));
    expect(progress.clauses.find(({ clause }: any) => clause === "III.1")).toMatchObject({ total: 11, done: 1 });
  });

  test("the plan's history reads in plain Vietnamese, without codes", async () => {
    const { entries } = await ok(hanh.get("/audit/history", { kind: "plan", id: planId }));
    const who = "Lê Thị Hạnh (Người điều phối, Ủy ban MTTQ Việt Nam tỉnh Tân Giang)";
    expect(entries.map(({ sentence }: any) => sentence.vi)).toEqual([
      `${who} ban hành kế hoạch`,
      `${who} chuyển kế hoạch sang chờ ban hành`,
      `${who} bỏ một nội dung khỏi kế hoạch`,
      `${who} chấp nhận đề nghị điều chỉnh`,
      `${who} bắt đầu điều chỉnh kế hoạch`,
      "Phạm Văn Tòng (Người điều phối, Ủy ban MTTQ Việt Nam xã Bình Lâm) đề nghị điều chỉnh kế hoạch",
      `${who} ban hành kế hoạch`,
      `${who} chuyển kế hoạch sang chờ ban hành`,
      `${who} xác nhận quan hệ với đơn vị`,
      `${who} loại một đơn vị`,
      `${who} thêm một đơn vị`,
      `${who} lập dự thảo kế hoạch từ văn bản`,
    ]);
    const told = entries.flatMap(({ changes }: any) => changes.flatMap(({ before, after }: any) => [before, after]));
    expect(told.filter((value: string | null) => value !== null && /^[a-z-]+$|[0-9a-f]{8}-/.test(value))).toEqual([]);
  });

  test("late is told of one's own subordinates only", async () => {
    app.now("2027-02-20T09:00:00+07:00");
    const office = await demo.login("hanh");
    const desk = await ok(office.get("/desk"));
    const names = desk.lateUnits.map(({ unit }: any) => unit.name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name: string) => !/MTTQ|Mặt trận/.test(name))).toEqual([]);
    const committee = await demo.login("tung");
    const requested = (await mine(committee)).filter(({ state }: any) => state !== "withdrawn");
    expect(requested.every(({ standing }: any) => standing !== "late")).toBe(true);
    const commune = await demo.login("sen");
    expect((await ok(commune.get("/desk"))).lateUnits).toEqual([]);
    const progress = await ok(commune.get(`/plans/${planId}/progress`));
    expect(progress.units.map(({ unit }: any) => unit.name)).toEqual(["Ủy ban MTTQ Việt Nam phường Đông Kinh Bắc"]);
  });
});
