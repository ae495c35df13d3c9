import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { DocumentId, UnitId, WorkId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { WorkDetail, WorkEdge } from "./contract.ts";
import { confirmWork } from "./service/acts.ts";
import { amendWork, openWork, reportWork, withdrawWork, workOfOrigin, type NewWork } from "./index.ts";

const app = await testApp({ at: "2026-03-02T09:00:00+07:00" });
const planId = "019a0000-0000-7000-8000-0000000000aa";
const nowhere = "019a0000-0000-7000-8000-000000000000";

let front: UnitId;
let binhLam: UnitId;
let hoaPhu: UnitId;
let peoples: UnitId;
/** Coordinator of the province's Front; leader of the same office; the one person of the commune; a body that can only be asked. */
let hanh: Person;
let bao: Person;
let tong: Person;
let asked: Person;
let neighbour: Person;

beforeAll(async () => {
  const province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const commune = async (name: string) =>
    unit(app.db, {
      name: `Ủy ban MTTQ Việt Nam ${name}`,
      kind: "front",
      parentId: await unit(app.db, { name, kind: "commune", parentId: province }),
    });
  binhLam = await commune("xã Bình Lâm");
  hoaPhu = await commune("xã Hòa Phú");
  peoples = await unit(app.db, { name: "Ủy ban nhân dân tỉnh Tân Giang", kind: "peoples-committee", parentId: province });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  bao = await app.person({ name: "Đỗ Quốc Bảo", unit: front, role: "approver" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "reporter" });
  asked = await app.person({ name: "Y Mai", unit: peoples, role: "coordinator" });
  neighbour = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "coordinator" });
});

let made = 0;
const duty = (more: Partial<NewWork> = {}): NewWork => ({
  kind: "task",
  title: `Việc số ${(made += 1)}`,
  text: "Xây dựng ít nhất 01 mô hình Dân vận khéo trước ngày 15/11/2026.",
  lead: binhLam,
  partners: [],
  assigner: front,
  edge: "assign",
  due: { text: "trước ngày 15/11/2026", date: "2026-11-15", lastDay: "2026-11-14" },
  period: null,
  origin: {
    kind: "plan-task",
    planId,
    itemId: "t1",
    planVersion: 1,
    clause: "II.2",
    quote: "xây dựng ít nhất 01 mô hình",
    documentId: null,
    line: 22,
  },
  ...more,
});

async function given(more: Partial<NewWork> = {}): Promise<WorkId> {
  const [id] = await transaction(app.db, (tx) => openWork(tx, hanh.actor, [duty(more)], app.services.clock()));
  if (!id) throw new Error("nothing was opened");
  return id;
}
const requested = (edge: WorkEdge = "request") => given({ lead: peoples, edge });
const read = async (id: WorkId, by: Person = hanh): Promise<WorkDetail> => (await by.get(`/work/${id}`)).body;
const picture = () => new File([new Uint8Array([137, 80, 78, 71, 13, 10])], "ảnh mô hình.png", { type: "image/png" });

describe("an assigned item", () => {
  test("is seen by who leads, who gave it and who joins; for others it does not exist", async () => {
    const id = await given({ partners: [hoaPhu] });
    expect(await read(id, tong)).toMatchObject({
      standing: "later",
      due: { text: "trước ngày 15/11/2026", lastDay: "2026-11-14" },
      origin: { clause: "II.2", quote: "xây dựng ít nhất 01 mô hình" },
      lead: { id: binhLam },
      assigner: { id: front },
      partners: [{ id: hoaPhu }],
      can: ["accept", "progress", "complete", "comment"],
    });
    expect((await read(id, hanh)).can).toEqual(["comment", "rollOver", "withdraw"]);
    expect((await read(id, neighbour)).can).toEqual(["comment"]);
    expect((await asked.get(`/work/${id}`)).status).toBe(404);
    expect((await app.anonymous.get(`/work/${id}`)).status).toBe(401);
    expect((await hanh.get(`/work/${nowhere}`)).status).toBe(404);
    expect((await hanh.get("/work/x")).status).toBe(400);
  });

  test("goes from acceptance over progress with a picture to a confirmed end, and its history tells it", async () => {
    const id = await given();
    const accepted = await tong.post(`/work/${id}/accept`, { version: 1 });
    expect(accepted.body).toMatchObject({ state: "accepted", version: 2 });

    const progress = await tong.upload(`/work/${id}/progress`, {
      version: "2",
      text: "Đã chọn khu dân cư số 3",
      percent: "40",
      "files[0]": picture(),
    });
    expect(progress.status).toBe(200);
    expect(progress.body).toMatchObject({ state: "accepted", percent: 40 });
    const [file] = progress.body.entries[1].files;
    expect(file).toMatchObject({ name: "ảnh mô hình.png", type: "image/png", size: 6 });
    const download = await hanh.fetch(`/files/work/${file.id}`);
    expect([download.status, download.headers["x-content-type-options"]]).toEqual([200, "nosniff"]);
    expect(String(download.headers["content-disposition"])).toContain("attachment");
    expect(download.raw).toEqual(Buffer.from([137, 80, 78, 71, 13, 10]));
    expect((await asked.fetch(`/files/work/${file.id}`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/work/${file.id}`)).status).toBe(401);
    expect((await hanh.fetch(`/files/work/${nowhere}`)).status).toBe(404);
    expect((await hanh.fetch("/files/work/x")).status).toBe(404);

    const done = await tong.post(`/work/${id}/complete`, { version: 3, text: "Mô hình đã ra mắt ngày 28/02." });
    expect(done.body).toMatchObject({ state: "reported", standing: "waiting", percent: 100 });
    const confirmed = await bao.post(`/work/${id}/confirm`, { version: 4, text: "Tốt" });
    expect(confirmed.body).toMatchObject({ state: "done", standing: "over" });
    expect(confirmed.body.entries.map(({ act, by }: { act: string; by: string }) => [act, by])).toEqual([
      ["accept", "Phạm Văn Tòng"],
      ["progress", "Phạm Văn Tòng"],
      ["complete", "Phạm Văn Tòng"],
      ["confirm", "Đỗ Quốc Bảo"],
    ]);
    const acts = await app.db
      .selectFrom("act")
      .select("act")
      .where("thing_kind", "=", "work")
      .where("thing_id", "=", id)
      .orderBy("id")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual(["work:open", "work:accept", "work:progress", "work:complete", "work:confirm"]);
  });

  test("new ones are accepted at one click, but for requests and what somebody moved meanwhile", async () => {
    const [one, two, moved, elsewhere] = [await given(), await given(), await given(), await given({ lead: hoaPhu })];
    const request = await given({ edge: "request" });
    await tong.post(`/work/${moved}/accept`, { version: 1 });
    const items = [one, two, moved, elsewhere, request].map((id) => ({ id, version: 1 }));
    expect((await tong.post("/work/accept-many", { items })).body).toEqual({ accepted: 2, left: 3 });
    expect(await read(one)).toMatchObject({ state: "accepted", version: 2, entries: [{ act: "accept", by: "Phạm Văn Tòng" }] });
    expect(await read(request)).toMatchObject({ state: "open", version: 1 });
    expect((await tong.post("/work/accept-many", { items: [] })).status).toBe(400);
    expect((await app.anonymous.post("/work/accept-many", { items })).status).toBe(401);
    expect((await asked.post("/work/accept-many", { items })).body).toEqual({ accepted: 0, left: 5 });
  });

  test("comes back with a reason and is not late for having been returned", async () => {
    const id = await given({ due: { text: "ngày 05/3/2026", date: "2026-03-05", lastDay: "2026-03-05" } });
    await tong.post(`/work/${id}/complete`, { version: 1, text: "Xong" });
    expect((await bao.post(`/work/${id}/return`, { version: 2 })).status).toBe(400);
    expect((await tong.post(`/work/${id}/return`, { version: 2, reason: "?" })).status).toBe(403);
    app.now("2026-03-10T09:00:00+07:00");
    const returned = await bao.post(`/work/${id}/return`, { version: 2, reason: "Thiếu danh sách" });
    expect(returned.body).toMatchObject({ state: "returned", standing: "returned" });
    app.now("2026-03-02T09:00:00+07:00");
  });

  test("cannot be declined or answered otherwise, since it is not a request", async () => {
    const id = await given({ lead: peoples });
    expect((await asked.post(`/work/${id}/decline`, { version: 1, reason: "Không nhận" })).body.code).toBe("wrong_state");
    expect((await asked.post(`/work/${id}/answer`, { version: 1, text: "Khác" })).body.code).toBe("wrong_state");
  });

  test("refuses an act on an old version, and shows what it is now", async () => {
    const id = await given();
    await tong.post(`/work/${id}/accept`, { version: 1 });
    const stale = await tong.post(`/work/${id}/complete`, { version: 1, text: "Xong" });
    expect([stale.status, stale.body.code]).toEqual([409, "conflict"]);
    expect(stale.body.details.current).toMatchObject({ id, state: "accepted", version: 2 });
    expect((await tong.post(`/work/${id}/accept`, { version: 2 })).body.code).toBe("wrong_state");
  });

  test("gets a new deadline with a reason, and keeps the old one in its history", async () => {
    const id = await given();
    expect(
      (await hanh.post(`/work/${id}/roll-over`, { version: 1, reason: "Mưa lũ", lastDay: "2026-02-01" })).body.details.fields.lastDay,
    ).toContain("hôm nay");
    expect((await hanh.post(`/work/${id}/roll-over`, { version: 1, reason: "Mưa lũ", lastDay: "2026-11-14" })).status).toBe(400);
    const moved = await hanh.post(`/work/${id}/roll-over`, { version: 1, reason: "Mưa lũ", lastDay: "2026-12-20" });
    expect(moved.body).toMatchObject({ state: "open", due: { lastDay: "2026-12-20" } });
    expect(moved.body.entries[0]).toMatchObject({
      act: "rollOver",
      text: "Mưa lũ",
      dueBefore: { lastDay: "2026-11-14", text: "trước ngày 15/11/2026" },
      dueAfter: { lastDay: "2026-12-20" },
    });
  });

  test("refuses secret evidence and keeps nothing of it, and files nobody could use", async () => {
    const id = await given();
    const send = (file: File) => tong.upload(`/work/${id}/progress`, { version: "1", text: "Kèm tệp", "files[0]": file });
    expect((await send(new File(["x"], "bao cao (MẬT).pdf"))).status).toBe(422);
    expect((await send(new File(["TUYỆT MẬT\n\nBÁO CÁO\nnội dung"], "bao-cao.txt"))).status).toBe(422);
    expect((await send(new File(["x"], "chay.exe"))).body.code).toBe("unsupported");
    expect((await send(new File([""], "rong.pdf"))).status).toBe(400);
    expect(await read(id)).toMatchObject({ version: 1, entries: [] });
  });
});

describe("maker is not approver", () => {
  test("one who reports for the commune does not confirm at the province, in whichever post", async () => {
    const id = await given();
    await tong.post(`/work/${id}/complete`, { version: 1, text: "Xong" });
    const now = app.services.clock();
    // The same person in a post at the assigning unit, and a colleague in a post that this person lent.
    const atProvince = { ...bao.actor, personId: tong.id };
    const lent = { ...bao.actor, onBehalfOf: { personId: tong.id, personName: tong.name } };
    for (const actor of [atProvince, lent]) {
      await expect(confirmWork(app.db, actor, { id, version: 2 }, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await bao.post(`/work/${id}/confirm`, { version: 2 });
    expect(other.body.state).toBe("done");
  });

  test("a unit's own work is confirmed by another of its people", async () => {
    const id = await given({ lead: front });
    const reported = await hanh.post(`/work/${id}/complete`, { version: 1, text: "Xong" });
    expect(reported.body).toMatchObject({
      state: "reported",
      can: ["comment", "progress", "return", "withdraw"].toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    });
    expect(reported.body.cannotConfirm.vi).toContain("không tự xác nhận");
    expect((await hanh.post(`/work/${id}/confirm`, { version: 2 })).status).toBe(403);
    expect((await bao.post(`/work/${id}/confirm`, { version: 2 })).body.state).toBe("done");
  });

  test("where one person works alone the step is left out, and not self-approved", async () => {
    const alone = await given({ lead: hoaPhu, assigner: hoaPhu });
    const done = await neighbour.post(`/work/${alone}/complete`, { version: 1, text: "Xong" });
    expect(done.body.state).toBe("done");
    expect(done.body.entries.map(({ act }: { act: string }) => act)).toEqual(["complete"]);
  });
});

const order = [
  "accept",
  "see",
  "answer",
  "decline",
  "progress",
  "complete",
  "comment",
  "agree",
  "insist",
  "confirm",
  "return",
  "rollOver",
  "withdraw",
];

describe("a requested item", () => {
  test("can be answered with another day, and agreeing takes that day over", async () => {
    const id = await requested();
    const answered = await asked.post(`/work/${id}/answer`, { version: 1, text: "Đề nghị lùi sang quý IV", lastDay: "2026-12-31" });
    expect(answered.body).toMatchObject({ state: "answered", standing: "waiting" });
    expect((await asked.post(`/work/${id}/agree`, { version: 2 })).status).toBe(403);
    const agreed = await hanh.post(`/work/${id}/agree`, { version: 2 });
    expect(agreed.body).toMatchObject({ state: "accepted", due: { lastDay: "2026-12-31" } });
  });

  test("can be declined, and asked again", async () => {
    const id = await requested("coordinate");
    expect((await asked.post(`/work/${id}/decline`, { version: 1 })).status).toBe(400);
    expect((await asked.post(`/work/${id}/decline`, { version: 1, reason: "Không thuộc chức năng" })).body).toMatchObject({
      state: "declined",
      standing: "over",
    });
    expect((await hanh.post(`/work/${id}/insist`, { version: 2, text: "Mong xem xét lại" })).body.state).toBe("open");
    expect((await asked.post(`/work/${id}/accept`, { version: 3 })).body.state).toBe("accepted");
  });

  test("is never late: its named day has merely gone by", async () => {
    const id = await given({
      lead: peoples,
      edge: "request",
      due: { text: "trong tháng 02/2026", date: "2026-02-28", lastDay: "2026-02-28" },
    });
    expect(await read(id, asked)).toMatchObject({ standing: "past", daysLeft: -2 });
  });

  test("an information needs nothing but to be seen", async () => {
    const id = await requested("inform");
    expect((await read(id, asked)).can).toEqual(["see", "comment"]);
    expect((await asked.post(`/work/${id}/see`, { version: 1 })).body.state).toBe("done");
    expect((await tong.post(`/work/${id}/see`, { version: 1 })).status).toBe(404);
  });
});

describe("every act", () => {
  const bodies: Record<string, object> = {
    accept: {},
    see: {},
    answer: { text: "Khác" },
    decline: { reason: "Không" },
    progress: { text: "Nửa" },
    complete: { text: "Xong" },
    confirm: {},
    return: { reason: "Thiếu" },
    "roll-over": { reason: "Lũ", lastDay: "2026-12-01" },
    withdraw: { reason: "Thôi" },
    agree: {},
    insist: { text: "Lại" },
  };

  test("is closed to strangers, to viewers and to units that have nothing to do with it", async () => {
    const id = await given();
    const viewer = await app.person({ name: "Người xem", unit: binhLam, role: "viewer" });
    for (const [act, body] of Object.entries(bodies)) {
      const path = `/work/${id}/${act}`;
      expect([act, (await app.anonymous.post(path, { version: 1, ...body })).status]).toEqual([act, 401]);
      expect([act, (await viewer.post(path, { version: 1, ...body })).status]).toEqual([act, 403]);
      expect([act, (await asked.post(path, { version: 1, ...body })).status]).toEqual([act, 404]);
      expect([act, (await hanh.post(path, {})).status]).toEqual([act, 400]);
    }
    expect((await app.anonymous.post(`/work/${id}/comments`, { text: "?" })).status).toBe(401);
    expect((await viewer.post(`/work/${id}/comments`, { text: "?" })).status).toBe(403);
    expect((await asked.post(`/work/${id}/comments`, { text: "?" })).status).toBe(404);
    expect((await tong.post(`/work/${id}/comments`, { text: "" })).status).toBe(400);
    expect(await read(id)).toMatchObject({ version: 1, entries: [] });
  });

  test("a comment stands beside what others do and disturbs nobody's version", async () => {
    const id = await given({ partners: [hoaPhu] });
    expect((await neighbour.post(`/work/${id}/comments`, { text: "Chúng tôi góp 5 hội viên" })).body).toMatchObject({
      version: 1,
      entries: [{ act: "comment", by: "Nông Thị Bưởi" }],
    });
    expect((await tong.post(`/work/${id}/accept`, { version: 1 })).status).toBe(200);
    expect((await hanh.post(`/work/${id}/withdraw`, { version: 2, reason: "Giao đơn vị khác" })).body.state).toBe("withdrawn");
    expect((await tong.post(`/work/${id}/comments`, { text: "?" })).body.code).toBe("wrong_state");
  });
});

describe("the desk", () => {
  let lone: Person;
  let boss: Person;
  let below: UnitId;

  beforeAll(async () => {
    const province = await unit(app.db, { name: "tỉnh Tân Giang mới", kind: "province" });
    const above = await unit(app.db, { name: "MTTQ tỉnh Tân Giang mới", kind: "front", parentId: province });
    const commune = await unit(app.db, { name: "phường Đông Kinh Bắc", kind: "commune", parentId: province });
    below = await unit(app.db, { name: "MTTQ phường Đông Kinh Bắc", kind: "front", parentId: commune });
    // One person for the whole commune: the post is at the area.
    lone = await app.person({ name: "Y Mai", unit: commune, role: "coordinator" });
    boss = await app.person({ name: "Lê Thị Hạnh", unit: above, role: "coordinator" });
    const put = (more: Partial<NewWork>) => given({ lead: below, assigner: above, ...more });
    await put({ title: "Còn lâu" });
    await put({ title: "Quá hạn", due: { text: "trước ngày 01/3/2026", date: "2026-03-01", lastDay: "2026-02-28" } });
    await put({ title: "Sắp đến", due: { text: "ngày 05/3/2026", date: "2026-03-05", lastDay: "2026-03-05" } });
    await put({ title: "Thường xuyên", due: { text: "thường xuyên", date: null, lastDay: null } });
    const reported = await put({ title: "Đã báo cáo" });
    await lone.post(`/work/${reported}/complete`, { version: 1, text: "Xong" });
  });

  test("says in one request what is owed, most urgent first, to whom and because of which words", async () => {
    const { status, body } = await lone.get("/desk");
    expect(status).toBe(200);
    expect(body.counts).toMatchObject({ owed: 4, late: 1, soon: 1 });
    expect(body.owed.map(({ title, standing }: { title: string; standing: string }) => [title, standing])).toEqual([
      ["Quá hạn", "late"],
      ["Sắp đến", "soon"],
      ["Còn lâu", "later"],
      ["Thường xuyên", "undated"],
    ]);
    expect(body.owed[0]).toMatchObject({
      assigner: { name: "MTTQ tỉnh Tân Giang mới" },
      due: { text: "trước ngày 01/3/2026" },
      origin: { clause: "II.2" },
      because: { label: null, readable: false },
    });
    expect(body.lateUnits).toEqual([]);
  });

  test("shows the assigner what to confirm and which subordinates are late", async () => {
    const { body } = await boss.get("/desk");
    expect(body.owed).toEqual([]);
    expect(body.waiting.toConfirm).toMatchObject([{ title: "Đã báo cáo" }]);
    expect(body.lateUnits).toMatchObject([{ unit: { id: below }, late: 1, oldest: "2026-02-28", items: [{ title: "Quá hạn" }] }]);
    expect(body.counts).toMatchObject({ owed: 0, waiting: 1, unitsLate: 1 });
    expect((await boss.get("/desk/counts")).body).toEqual(body.counts);
  });

  test("holds reviews that were left unfinished", async () => {
    const file = new File(["Số: 5/KH-MTTQ\n\nKẾ HOẠCH\n\nI. NỘI DUNG\n1. Các xã tổ chức thực hiện.\n"], "nho.txt");
    const { body } = await boss.upload("/documents", { file });
    await app.runJobs();
    const desk = (await boss.get("/desk")).body;
    expect(desk.waiting.cards).toMatchObject([{ kind: "review", id: body.document.id, path: `/documents/${body.document.id}/review` }]);
    expect(desk.counts.waiting).toBe(2);
  });

  test("is closed to strangers, as are its counts and the list", async () => {
    for (const path of ["/desk", "/desk/counts", "/work"]) expect((await app.anonymous.get(path)).status).toBe(401);
  });

  test("the search box finds items of one's own units, and their history is theirs", async () => {
    const found = async (by: Person) =>
      (await by.get("/search", { text: "sap den" })).body.items.filter(({ kind }: { kind: string }) => kind === "work");
    const [hit] = await found(lone);
    expect(hit).toMatchObject({ title: "Sắp đến", note: "MTTQ phường Đông Kinh Bắc" });
    expect(await found(asked)).toEqual([]);
    const history = await lone.get("/audit/history", { kind: "work", id: hit.id });
    expect(history.body.entries[0].sentence.vi).toContain("việc này");
    expect((await asked.get("/audit/history", { kind: "work", id: hit.id })).status).toBe(404);
    expect((await asked.get("/audit/history", { kind: "work", id: "x" })).status).toBe(404);
  });

  test("the list filters by side, state, standing and words", async () => {
    const titles = async (by: Person, query: Record<string, unknown>) =>
      (await by.get("/work", query)).body.items.map(({ title }: { title: string }) => title);
    expect(await titles(lone, { standing: "late" })).toEqual(["Quá hạn"]);
    expect(await titles(lone, { text: "thuong xuyen" })).toEqual(["Thường xuyên"]);
    expect(await titles(lone, { state: "waiting" })).toEqual(["Đã báo cáo"]);
    expect(await titles(boss, {})).toEqual([]);
    expect(await titles(boss, { side: "assigner", unitId: below, standing: "soon" })).toEqual(["Sắp đến"]);
    expect((await lone.get("/work", { page: 0 })).status).toBe(400);
    expect((await lone.get("/work", { state: "nonsense" })).status).toBe(400);
    expect(await titles(asked, { side: "any", state: "any", planId: nowhere })).toEqual([]);
  });
});

describe("what a plan does with the work it opened", () => {
  test("amends what is open, reports for a slot, withdraws what nobody asks for any more", async () => {
    const own = "019a0000-0000-7000-8000-0000000000bb";
    const origin = { ...duty().origin, planId: own };
    const [open, slot, over] = [await given({ origin, title: "Cũ" }), await given({ origin, kind: "plan-slot" }), await given({ origin })];
    await hanh.post(`/work/${over}/withdraw`, { version: 1, reason: "Nhầm" });
    const now = app.services.clock();
    await transaction(app.db, async (tx) => {
      const changed = duty({
        origin: { ...origin, planVersion: 2 },
        title: "Mới",
        partners: [hoaPhu],
        due: { text: "ngày 01/12/2026", date: "2026-12-01", lastDay: "2026-12-01" },
      });
      await amendWork(
        tx,
        hanh.actor,
        [
          { id: open, work: changed },
          { id: over, work: changed },
        ],
        "Điều chỉnh theo phiên bản 2",
        now,
      );
      await reportWork(tx, tong.actor, [slot, over], "Kế hoạch 3/KH-MTTQ", now, "2026-03-02");
    });
    expect(await read(open)).toMatchObject({
      title: "Mới",
      partners: [{ id: hoaPhu }],
      entries: [{ act: "amend", dueBefore: { lastDay: "2026-11-14" }, dueAfter: { lastDay: "2026-12-01" } }],
    });
    expect(await read(slot)).toMatchObject({ state: "reported", entries: [{ act: "complete", text: "Kế hoạch 3/KH-MTTQ" }] });
    await transaction(app.db, (tx) => withdrawWork(tx, { system: "plans" }, [open, over], "Kế hoạch kết thúc", now));
    const all = await workOfOrigin(app.db, { planId: own, today: "2026-03-02" });
    expect(new Map(all.map(({ id, state, planVersion, late }) => [id, [state, planVersion, late]]))).toEqual(
      new Map([
        [open, ["withdrawn", 2, false]],
        [slot, ["reported", 1, false]],
        [over, ["withdrawn", 1, false]],
      ]),
    );
    expect((await read(open)).entries.at(-1)).toMatchObject({ act: "withdraw", by: "", text: "Kế hoạch kết thúc" });
  });

  test("names the document that asks, and opens it only to those who may read it", async () => {
    const { body } = await hanh.upload("/documents", {
      file: new File(
        ["Số: 6/KH-MTTQ-BTT\nTân Giang, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nI. NỘI DUNG\n1. Các xã tổ chức thực hiện.\n"],
        "kh6.txt",
      ),
    });
    await app.runJobs();
    const id = await given({ origin: { ...duty().origin, documentId: body.document.id as DocumentId } });
    expect((await read(id, hanh)).because.readable).toBe(true);
    const because = (await read(id, tong)).because;
    expect(because).toEqual({ label: expect.stringContaining("6/KH-MTTQ-BTT"), readable: false });
  });
});
