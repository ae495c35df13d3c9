import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import type { UnitId } from "../../../kernel/ids.ts";

/** Learning from one another: what is alike is asked about, a copy is an act with results, units that resemble each other are counted. */
const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });

let binhLam: UnitId;
let hoaPhu: UnitId;
let women: UnitId;
/** The one person of the commune's Front; head of a village's board; the commune beside; the women's union; office of the province's Front. */
let tong: Person;
let dua: Person;
let buoi: Person;
let mai: Person;
let hanh: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const line = (superiorId: UnitId) => [{ kind: "line" as const, superiorId }];
  const fronts: UnitId[] = [];
  for (const name of ["xã Bình Lâm", "xã Hòa Phú", "xã Yên Sơn", "xã Phú Mỹ", "phường Đông Kinh Bắc"]) {
    const commune = await unit(db, { name, kind: "commune", parentId: province });
    fronts.push(await unit(db, { name: `Ủy ban MTTQ Việt Nam ${name}`, kind: "front", parentId: commune, relations: line(front) }));
    if (name !== "xã Bình Lâm") continue;
    women = await unit(db, { name: "Hội LHPN xã Bình Lâm", kind: "womens-union", parentId: commune });
    const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
    const village = await unit(db, {
      name: "Ban Công tác Mặt trận thôn Đoài",
      kind: "front",
      parentId: area,
      relations: line(fronts[0] as UnitId),
    });
    dua = await app.person({ name: "Lò Văn Dứa", unit: village, role: "reporter" });
  }
  [binhLam, hoaPhu] = fronts as [UnitId, UnitId];
  const [, , yenSon, phuMy, dongKinh] = fronts as [UnitId, UnitId, UnitId, UnitId, UnitId];
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
  mai = await app.person({ name: "Y Mai", unit: women, role: "reporter" });
  for (const [at, name] of [
    [yenSon, "Đèn đường thôn Thượng"],
    [phuMy, "Đèn đường thôn Hạ"],
    [dongKinh, "Đèn phố"],
  ] as const)
    await accepted(await app.person({ name: "Bàn Văn Cả", unit: at, role: "reporter" }), { name, themes: ["an ninh trật tự"] });
});

const method =
  "Mỗi tối thứ bảy, các hộ trong ngõ mang rác đã phân loại ra điểm tập kết ở sân nhà văn hóa, tổ trưởng ghi sổ từng hộ và công khai trên bảng tin của thôn.";
const whole = (more: object = {}) => ({
  kind: "model",
  name: "Ngõ không rác",
  field: "culture-society",
  themes: ["môi trường, rác thải"],
  contents: { situation: "Rác để ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." },
  ...more,
});
const cloned = { contents: { ...whole().contents, method } };

async function registered(by: Person, more: object = {}): Promise<string> {
  const made = await by.post("/exemplars", whole(more));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const sent = await by.post(`/exemplars/${made.body.id}/register`, { version: 1 });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return made.body.id;
}

async function accepted(by: Person, more: object = {}): Promise<string> {
  const id = await registered(by, more);
  expect((await hanh.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(200);
  return id;
}

describe("likeness", () => {
  test("is told while somebody writes, with the passages of both sides; nothing is kept, drafts of others are not told", async () => {
    const first = await accepted(tong, cloned);
    await mai.post("/exemplars", whole({ ...cloned, name: "Ngõ không rác của chị em" }));
    const answer = await buoi.post("/exemplar-likeness", { name: "Ngõ xóm sạch", contents: { method: `Ở xã Hòa Phú: ${method}` } });
    expect(answer.body.items).toHaveLength(1);
    const [{ other, reasons, score, passages }] = answer.body.items;
    expect([other.id, reasons, score > 80]).toEqual([first, ["text"], true]);
    expect(other.contents.method.slice(passages[0].theirs.from, passages[0].theirs.until)).toBe(method.slice(0, -1));
    expect((await buoi.post("/exemplar-likeness", { name: "Quỹ khuyến học dòng họ" })).body.items).toEqual([]);
    expect((await buoi.post("/exemplar-likeness", { name: " " })).status).toBe(400);
  });

  test("is asked at registering, explained by the lead, and read by whoever reviews", async () => {
    const id = await registered(buoi, { ...cloned, name: "Xóm sạch Hòa Phú" });
    const asked = (await buoi.get(`/exemplars/${id}/likeness`)).body;
    expect(asked).toMatchObject({ mayAnswer: true, items: [{ reasons: ["text"], answer: null, said: null }] });
    expect(asked.contents.method).toBe(method);
    const path = `/exemplars/${id}/likeness/${asked.items[0].id}`;
    const empty = await buoi.post(path, { answer: "different" });
    expect([empty.status, Object.keys(empty.body.details.fields)]).toEqual([400, ["said"]]);
    const said = await buoi.post(path, { answer: "different", said: "Ở đây là nương rẫy, rác là vỏ bao phân bón." });
    expect(said.body.items[0]).toMatchObject({ answer: "different", answeredBy: { name: "Nông Thị Bưởi", unit: { id: hoaPhu } } });
    expect((await hanh.get(`/exemplars/${id}/likeness`)).body).toMatchObject({
      mayAnswer: false,
      items: [{ said: "Ở đây là nương rẫy, rác là vỏ bao phân bón." }],
    });
    expect((await hanh.post(path, { answer: "same" })).status).toBe(403);
    expect((await mai.get(`/exemplars/${id}/likeness`)).status).toBe(404);
    const signals = await hanh.get("/exemplar-signals", { kind: "cloned" });
    expect(signals.body.items).toMatchObject([
      { exemplar: { id }, unit: { id: hoaPhu }, said: "Ở đây là nương rẫy, rác là vỏ bao phân bón." },
    ]);
    // What is the same is not counted, and what is learnt is a copy; each answer takes back the one before.
    const kept = async () =>
      (
        await sql<{
          same: boolean;
          copied: boolean;
        }>`select same_as is not null as same, copied_from is not null as copied from exemplar where id = ${id}::uuid`.execute(app.db)
      ).rows[0];
    expect((await buoi.post(path, { answer: "same" })).status).toBe(200);
    expect(await kept()).toEqual({ same: true, copied: false });
    expect((await buoi.post(path, { answer: "learnt", said: "Đổi sang rác nương rẫy." })).status).toBe(200);
    expect(await kept()).toEqual({ same: false, copied: true });
    expect((await buoi.get(`/exemplars/${id}`)).body).toMatchObject({
      adapted: "Đổi sang rác nương rẫy.",
      copiedFrom: { name: "Ngõ không rác" },
    });
    expect((await hanh.get("/exemplar-signals", { kind: "cloned" })).body.items).toEqual([]);
  });

  test("asks about the same one of last year, one that another organisation leads, and a photograph used before", async () => {
    app.now("2025-05-05T09:00:00+07:00");
    // Nobody stands above the women's union of the commune here.
    const before = await registered(mai, {
      name: "Biến rác thành quà",
      contents: { ...whole().contents, method: "Gom vỏ lon đổi lấy vở viết cho học sinh trong xã vào ngày mồng một hằng tháng." },
    });
    await sql`update exemplar set state = 'accepted', accepted_on = registered_on where id = ${before}::uuid`.execute(app.db);
    app.now("2026-03-16T09:00:00+07:00");
    const id = await registered(mai, {
      name: "Biến rác thải thành quà",
      contents: { ...whole().contents, method: "Mỗi tháng một lần, ai có vỏ lon thì mang tới hội." },
    });
    const asked = (await mai.get(`/exemplars/${id}/likeness`)).body.items;
    const own = asked.find(({ other }: { other: { id: string } }) => other.id === before);
    expect(own.reasons).toContain("renamed");
    const owned = await tong.post("/exemplar-likeness", { name: "Biến rác thành quà tặng", themes: ["môi trường, rác thải"] });
    expect(owned.body.items.flatMap(({ reasons }: { reasons: string[] }) => reasons)).toContain("owned");
    const lan = await app.person({ name: "Hà Thị Lan", unit: women, role: "approver" });
    expect((await lan.get("/exemplar-signals", { kind: "yearly" })).body.items).toMatchObject([{ exemplar: { id }, count: 2 }]);
  });
});

describe("quality signals", () => {
  test.each(["no-output", "all-good", "no-reading"])("%s: nothing to ask about what is new", async (kind) => {
    expect((await hanh.get("/exemplar-signals", { kind })).body.items.length).toBeLessThanOrEqual(1);
    expect((await mai.get("/exemplar-signals", { kind })).status).toBe(403);
  });

  test("asks after a year without any result, and after goals that nobody reads", async () => {
    app.now("2024-02-02T09:00:00+07:00");
    const id = await accepted(dua, { name: "Hàng rào xanh", goals: [{ name: "hộ có hàng rào", unit: "hộ", goal: "40" }] });
    app.now("2026-03-16T09:00:00+07:00");
    for (const kind of ["no-output", "no-reading"]) {
      const { items } = (await tong.get("/exemplar-signals", { kind })).body;
      expect(items).toMatchObject([{ exemplar: { id }, count: 25 }]);
    }
    expect((await hanh.get("/exemplars", { text: "hàng rào", result: "none", step: 1 })).body.total).toBe(1);
    expect((await hanh.get("/exemplars", { text: "hàng rào", result: "read" })).body.total).toBe(0);
  });
});

describe("replication", () => {
  test("is an act: the way of doing comes along and is marked, the unit's own is its own to write; results stand beside the original", async () => {
    const goals = [{ name: "hộ phân loại", unit: "hộ", baseline: "10", goal: "60" }];
    const original = await accepted(tong, {
      name: "Ngõ hoa thôn Đoài",
      themes: ["khuyến học"],
      goals,
      contents: { ...cloned.contents, forces: "Chi bộ chủ trì.", output: "300 m hoa." },
    });
    const copied = await buoi.post(`/exemplars/${original}/copies`, {
      name: "Ngõ hoa Hòa Phú",
      adapted: "Trồng hoa chịu hạn.",
      goals: [{ name: "Hộ phân loại", unit: "hộ", goal: "30" }],
    });
    expect(copied.status, JSON.stringify(copied.body)).toBe(201);
    const { id } = copied.body;
    const draft = (await buoi.get(`/exemplars/${id}`)).body;
    expect(draft).toMatchObject({
      state: "draft",
      lead: { id: hoaPhu },
      adapted: "Trồng hoa chịu hạn.",
      copiedFrom: { id: original },
      themes: ["khuyến học"],
    });
    expect(Object.keys(draft.contents).toSorted()).toEqual(["forces", "method", "output"]);
    expect((await buoi.get(`/exemplars/${id}/learning`)).body.taken.toSorted()).toEqual(["forces", "method", "output"]);
    await buoi.patch(`/exemplars/${id}`, {
      version: 1,
      contents: { situation: "Ngõ bụi.", goals: "30 hộ.", area: "Xóm 3.", output: "100 m hoa." },
    });
    await buoi.post(`/exemplars/${id}/register`, { version: 2 });
    const asked = (await buoi.get(`/exemplars/${id}/likeness`)).body.items.map(({ other }: { other: { id: string } }) => other.id);
    expect(asked, "a copy is not asked about its original").not.toContain(original);
    expect((await tong.get(`/exemplars/${original}/learning`)).body.copies, "a copy that is being prepared is its unit's own").toEqual([]);
    await hanh.post(`/exemplars/${id}/accept`, { version: 3 });
    const page = (await tong.get(`/exemplars/${original}/learning`)).body;
    expect(page).toMatchObject({
      copies: [{ id, generation: 1, area: "xã Hòa Phú", adapted: "Trồng hoa chịu hạn." }],
      years: [{ year: 2026, count: 1 }],
      areas: [{ name: "xã Hòa Phú", count: 1, since: 2026 }],
      results: [
        {
          name: "hộ phân loại",
          rows: [
            { original: true, goal: "60" },
            { original: false, goal: "30" },
          ],
        },
      ],
      can: ["write", "copy", "study"],
    });
    const seen = (await buoi.get(`/exemplars/${id}/learning`)).body;
    expect(seen).toMatchObject({ origins: [{ id: original }], taken: ["method", "forces"] });
    const back = await tong.post(`/exemplars/${original}/copies`, { name: "Vòng lại", adapted: "…", leadId: hoaPhu });
    expect(back.status).toBe(403);
    expect((await buoi.post(`/exemplars/${draft.id}/copies`, { name: "x", adapted: " " })).status).toBe(400);
  });

  test("the lesson is written by the lead, without anybody's private number, and tells of a change in between", async () => {
    const id = await accepted(tong, { name: "Bếp chung", themes: ["giảm nghèo, an sinh"] });
    const lesson = {
      version: 0,
      story: "Bắt đầu từ ba hộ.",
      steps: "1. Họp tổ.",
      cost: "hơn 20 triệu",
      contactUnitId: binhLam,
      contact: "Trụ sở xã, giờ hành chính",
    };
    const wrong = await tong.put(`/exemplars/${id}/lesson`, { ...lesson, contact: "anh Tòng 0912 345 678" });
    expect([wrong.status, Object.keys(wrong.body.details.fields)]).toEqual([400, ["contact"]]);
    expect((await tong.put(`/exemplars/${id}/lesson`, { ...lesson, cost: "nhiều" })).status).toBe(400);
    expect((await buoi.put(`/exemplars/${id}/lesson`, lesson)).status).toBe(403);
    expect((await tong.put(`/exemplars/${id}/lesson`, lesson)).body.lesson).toMatchObject({
      version: 1,
      cost: { value: "20000000", said: "hơn" },
    });
    expect((await tong.put(`/exemplars/${id}/lesson`, lesson)).status).toBe(409);
    expect((await tong.put(`/exemplars/${id}/lesson`, { ...lesson, version: 1, story: "Từ năm hộ." })).body.lesson.version).toBe(2);
    expect((await buoi.get(`/exemplars/${id}/learning`)).body.lesson).toMatchObject({ story: "Từ năm hộ.", contactUnit: { id: binhLam } });
  });

  test("who came to learn is recorded by either side, not before the day, and taken out by whoever wrote it", async () => {
    const id = await accepted(tong, { name: "Tủ sách ngõ", themes: ["chuyển đổi số"] });
    expect((await buoi.post(`/exemplars/${id}/studies`, { onDate: "2026-12-01" })).status).toBe(400);
    const added = await buoi.post(`/exemplars/${id}/studies`, { onDate: "2026-03-10", people: 12, tookHome: "Cách ghi sổ." });
    expect(added.body.studies).toMatchObject([{ unit: { id: hoaPhu }, people: 12, mayRemove: true }]);
    expect((await mai.post(`/exemplars/${id}/studies`, { onDate: "2026-03-10", unitId: hoaPhu })).status).toBe(403);
    const [study] = (await mai.get(`/exemplars/${id}/learning`)).body.studies;
    expect(study.mayRemove).toBe(false);
    expect((await mai.delete(`/exemplars/${id}/studies/${study.id}`)).status).toBe(403);
    expect((await tong.delete(`/exemplars/${id}/studies/${study.id}`)).body.studies).toEqual([]);
    expect((await tong.delete(`/exemplars/${id}/studies/${study.id}`)).status).toBe(404);
  });
});

describe("what others do", () => {
  test("units of the same kind in the same kind of area are counted, not put in an order", async () => {
    const { like, themes, examples } = (await tong.get("/exemplar-peers")).body;
    expect(like).toMatchObject({ units: 3, area: "rural", province: "tỉnh Tân Giang", since: 2023 });
    expect(themes).toContainEqual({ theme: "an ninh trật tự", units: 2, own: 0 });
    expect(examples.map(({ name }: { name: string }) => name).toSorted()).toEqual(["Đèn đường thôn Hạ", "Đèn đường thôn Thượng"]);
  });

  test("tags are suggested by a body to the units below it", async () => {
    const added = await hanh.post("/exemplar-tags", { kind: "campaign", name: "90 ngày đêm sạch ngõ" });
    expect(added.status).toBe(201);
    expect((await hanh.post("/exemplar-tags", { kind: "campaign", name: "90 NGAY DEM sạch ngõ" })).status).toBe(409);
    expect((await dua.get("/exemplars/words")).body.themes).toEqual(
      expect.arrayContaining(["90 ngày đêm sạch ngõ", "học tập và làm theo Bác"]),
    );
    expect((await dua.get("/exemplar-tags")).body).toMatchObject({ mayAdd: false });
    expect((await tong.delete(`/exemplar-tags/${added.body.id}`)).status).toBe(404);
    expect((await hanh.delete(`/exemplar-tags/${added.body.id}`)).status).toBe(200);
  });

  test("the list finds by words, the name first, and narrows by what was asked", async () => {
    await accepted(tong, { name: "Đường cờ", contents: { ...whole().contents, output: "Ngõ xóm có đèn kẻng." }, money: "5.000.000" });
    await accepted(tong, { name: "Kẻng xóm", money: "90.000.000" });
    const names = async (query: Record<string, unknown>) =>
      (await buoi.get("/exemplars", query)).body.items.map(({ name }: { name: string }) => name);
    expect(await names({ text: "kẻng", sort: "fit" })).toEqual(["Kẻng xóm", "Đường cờ"]);
    expect(await names({ text: "keng", moneyUntil: 10_000_000 })).toEqual(["Đường cờ"]);
    expect(await names({ text: "keng", moneyFrom: 50_000_000 })).toEqual(["Kẻng xóm"]);
    expect(await names({ text: "keng xom", step: 2 })).toEqual([]);
    expect(await names({ text: "ken" })).toHaveLength(2);
    expect(await names({ text: "keng", level: "commune" })).toEqual([]);
    expect(await names({ text: "keng", next: "replicate" })).toEqual([]);
    expect((await buoi.get("/exemplars", { text: "( & |" })).status).toBe(200);
  });
});
