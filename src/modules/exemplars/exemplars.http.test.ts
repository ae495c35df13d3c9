import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";

const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });
const nowhere = "019a0000-0000-7000-8000-000000000000";

let front: UnitId;
let binhLam: UnitId;
let hoaPhu: UnitId;
let village: UnitId;
let women: UnitId;
/** Office of the province's Front; the one person of the commune's Front; head of the board in a residential area; the commune beside; an organisation. */
let hanh: Person;
let vinh: Person;
let tong: Person;
let dua: Person;
let buoi: Person;
let mai: Person;
let viewer: Person;
let guidance: string;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const line = (superiorId: UnitId) => [{ kind: "line" as const, superiorId }];
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations: line(front) });
  women = await unit(db, { name: "Hội LHPN xã Bình Lâm", kind: "womens-union", parentId: commune });
  const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  village = await unit(db, { name: "Ban Công tác Mặt trận thôn Đoài", kind: "front", parentId: area, relations: line(binhLam) });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations: line(front) });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  vinh = await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "approver" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  dua = await app.person({ name: "Lò Văn Dứa", unit: village, role: "reporter" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
  mai = await app.person({ name: "Y Mai", unit: women, role: "reporter" });
  viewer = await app.person({ name: "Đỗ Quốc Bảo", unit: binhLam, role: "viewer" });
  const file = new File(["ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG\nHƯỚNG DẪN\nĐăng ký mô hình\n1. Các xã đăng ký."], "huong-dan.txt", {
    type: "text/plain",
  });
  guidance = (await hanh.upload("/documents", { file })).body.document.id;
});

const roundInput = (more: object = {}) => ({
  title: "Đăng ký mô hình Dân vận khéo năm 2026",
  periodFrom: "2026-01-01",
  periodUntil: "2026-12-31",
  opensOn: "2026-03-01",
  closesOn: "2026-03-31",
  kinds: ["model", "person"],
  asked: ["field", "situation", "goals"],
  guidanceDocumentId: guidance,
  units: [
    { unitId: binhLam, leastNew: 1 },
    { unitId: hoaPhu, leastNew: 2 },
  ],
  ...more,
});

async function openRound(by: Person = hanh, more: object = {}) {
  const made = await by.post("/exemplar-rounds", roundInput(more));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const opened = await by.post(`/exemplar-rounds/${made.body.id}/open`, { version: 1 });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  return opened.body;
}

const model = (more: object = {}) => ({ kind: "model", name: "Ngõ không rác", ...more });
const whole = { field: "culture-society", contents: { situation: "Rác để ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." } };

async function created(by: Person, more: object = {}) {
  const answer = await by.post("/exemplars", model(more));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function accepted(by: Person, reviewer: Person, more: object = {}) {
  const { id } = await created(by, { ...whole, ...more });
  expect((await by.post(`/exemplars/${id}/register`, { version: 1 })).status).toBe(200);
  const answer = await reviewer.post(`/exemplars/${id}/accept`, { version: 2 });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

describe("a round of registration", () => {
  test("opens once its guidance is in the register, it has units, and allotments add up", async () => {
    const { body: made } = await hanh.post("/exemplar-rounds", roundInput({ guidanceDocumentId: null, units: [] }));
    expect(made).toMatchObject({ state: "draft", blocked: "guidance", body: { id: front } });
    const refused = await hanh.post(`/exemplar-rounds/${made.id}/open`, { version: 1 });
    expect([refused.status, refused.body.details.blocked]).toEqual([400, "guidance"]);
    const noUnits = await hanh.put(`/exemplar-rounds/${made.id}`, { ...roundInput({ units: [] }), version: 1 });
    expect(noUnits.body.blocked).toBe("units");
    const allotment = [
      { unitId: binhLam, allotted: [{ kind: "model", theme: "rác thải", count: 1 }] },
      { unitId: hoaPhu, allotted: [{ kind: "person", theme: "", count: 1 }] },
    ];
    const totals = [
      { kind: "model", count: 2 },
      { kind: "person", count: 1 },
    ];
    const short = await hanh.put(`/exemplar-rounds/${made.id}`, { ...roundInput({ units: allotment, totals }), version: 2 });
    expect(short.body).toMatchObject({ blocked: "sums", sums: [{ kind: "model", count: 2, allotted: 1 }] });
    expect((await hanh.post(`/exemplar-rounds/${made.id}/open`, { version: 3 })).body.details.blocked).toBe("sums");
    const explained = { ...roundInput({ units: allotment, totals, sumNote: "Một mô hình do tỉnh làm." }), version: 3 };
    expect((await hanh.put(`/exemplar-rounds/${made.id}`, explained)).body.blocked).toBeNull();
    const opened = await hanh.post(`/exemplar-rounds/${made.id}/open`, { version: 4 });
    expect(opened.body).toMatchObject({ state: "open", can: ["edit", "close", "cancel"], guidance: { id: guidance } });
    // An open round keeps what opening asked for.
    expect((await hanh.put(`/exemplar-rounds/${made.id}`, { ...roundInput({ guidanceDocumentId: null }), version: 5 })).status).toBe(400);
  });

  test("is seen by those it addresses once it is open, each seeing the own line alone", async () => {
    const { body: draft } = await hanh.post("/exemplar-rounds", roundInput());
    expect((await tong.get(`/exemplar-rounds/${draft.id}`)).status).toBe(404);
    const round = await openRound();
    const seen = await tong.get(`/exemplar-rounds/${round.id}`);
    expect(seen.body).toMatchObject({ mayRegister: true, can: [], unitRows: [{ unit: { id: binhLam }, leastNew: 1 }] });
    expect((await hanh.get(`/exemplar-rounds/${round.id}`)).body.unitRows).toHaveLength(2);
    expect((await mai.get(`/exemplar-rounds/${round.id}`)).status).toBe(404);
    const listed = await tong.get("/exemplar-rounds", { state: "open" });
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toContain(round.id);
    expect(listed.body.total).toBe(listed.body.items.length);
    expect((await mai.get("/exemplar-rounds")).body.total).toBe(0);
  });

  test("named for a commune's Front takes the boards of its villages, and counts them there", async () => {
    const round = await openRound();
    expect((await dua.get(`/exemplar-rounds/${round.id}`)).body).toMatchObject({ mayRegister: true, unitRows: [] });
    const { id } = await created(dua, { ...whole, roundId: round.id });
    expect((await dua.post(`/exemplars/${id}/register`, { version: 1 })).status).toBe(200);
    const { unitRows } = (await hanh.get(`/exemplar-rounds/${round.id}`)).body;
    const counts = unitRows.map(({ unit: { id: at }, registered, fresh }: { unit: { id: number }; registered: number; fresh: number }) => [
      at,
      registered,
      fresh,
    ]);
    expect(counts).toEqual([
      [binhLam, 1, 1],
      [hoaPhu, 0, 0],
    ]);
  });

  test("names what is wrong, refuses the reach of others, and tells of a change in between", async () => {
    for (const [wrong, field] of [
      [{ closesOn: "2026-02-01" }, "closesOn"],
      [{ periodUntil: "2025-01-01" }, "periodUntil"],
      [{ units: [{ unitId: binhLam }, { unitId: binhLam }] }, "units"],
      [{ units: [{ unitId: 999_999 }] }, "units"],
      [{ guidanceDocumentId: nowhere }, "guidanceDocumentId"],
    ] as const) {
      const answer = await hanh.post("/exemplar-rounds", roundInput(wrong));
      expect([answer.status, Object.keys(answer.body.details.fields)], JSON.stringify(wrong)).toEqual([400, [field]]);
    }
    const beyond = await tong.post("/exemplar-rounds", roundInput({ guidanceDocumentId: null }));
    expect([beyond.status, Object.keys(beyond.body.details.fields)]).toEqual([400, ["units"]]);
    expect((await buoi.post("/exemplar-rounds", roundInput())).status).toBe(403);
    const round = await openRound();
    expect((await tong.post(`/exemplar-rounds/${round.id}/close`, { version: 2 })).status).toBe(403);
    const stale = await hanh.post(`/exemplar-rounds/${round.id}/close`, { version: 1 });
    expect([stale.status, stale.body.details.current.state]).toEqual([409, "open"]);
    const cancelled = await hanh.post(`/exemplar-rounds/${round.id}/cancel`, { version: 2, reason: "Gộp vào đợt sau" });
    expect(cancelled.body).toMatchObject({ state: "cancelled", cancelReason: "Gộp vào đợt sau", can: [] });
    expect((await hanh.post(`/exemplar-rounds/${round.id}/open`, { version: 3 })).status).toBe(409);
  });
});

describe("registering", () => {
  test("begins with a kind and a name, and says what the round still asks for", async () => {
    const round = await openRound();
    const draft = await created(tong, { roundId: round.id });
    expect(draft).toMatchObject({
      state: "draft",
      lead: { id: binhLam },
      missing: ["field", "situation", "goals"],
      can: ["edit", "register", "withdraw"],
      round: { id: round.id },
      registeredOn: null,
    });
    const early = await tong.post(`/exemplars/${draft.id}/register`, { version: 1 });
    expect(early.status).toBe(400);
    expect(Object.keys(early.body.details.fields).toSorted()).toEqual(["contents.goals", "contents.situation", "field"]);
    const filled = await tong.patch(`/exemplars/${draft.id}`, { version: 1, ...whole });
    expect(filled.body).toMatchObject({ missing: [], version: 2, contents: whole.contents });
    const registered = await tong.post(`/exemplars/${draft.id}/register`, { version: 2 });
    expect(registered.body).toMatchObject({ state: "registered", registeredOn: "2026-03-16", firstYear: 2026, late: false });
  });

  test("keeps goals as numbers, and figures as they were said", async () => {
    const body = await created(tong, {
      goals: [{ name: "hộ phân loại rác", unit: "hộ", baseline: "40", goal: "1.095,5" }],
      money: "hơn 12 triệu đồng",
      labour: "30,5",
      partners: [{ unitId: women, part: "coordinate" }],
      themes: ["môi trường, rác thải", "môi trường, rác thải"],
    });
    expect(body).toMatchObject({
      goals: [{ name: "hộ phân loại rác", baseline: "40", goal: "1095.5", reached: null }],
      money: { value: "12000000", said: "hơn" },
      labour: { value: "30.5", said: null },
      partners: [{ unit: { id: women }, part: "coordinate" }],
      themes: ["môi trường, rác thải"],
    });
    const again = await tong.patch(`/exemplars/${body.id}`, {
      version: 1,
      goals: [
        { name: "điểm tập kết", unit: "điểm", goal: "2" },
        { name: "hộ phân loại rác", unit: "hộ", baseline: "40", goal: "95" },
      ],
      money: "",
    });
    expect(again.body.money).toBeNull();
    expect(again.body.goals.map(({ name, goal }: { name: string; goal: string }) => [name, goal])).toEqual([
      ["điểm tập kết", "2"],
      ["hộ phân loại rác", "95"],
    ]);
    expect(again.body.goals[1].id).toBe(body.goals[0].id);
  });

  test("names every field that it cannot read", async () => {
    const answer = await tong.post(
      "/exemplars",
      model({
        money: "nhiều",
        goals: [{ name: "a", unit: "b", goal: "hơn 5" }],
        startedOn: "2026-05-01",
        endsOn: "2026-04-01",
        localField: "x",
      }),
    );
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.details.fields).toSorted()).toEqual(["endsOn", "goals.0.goal", "localField", "money"]);
    for (const wrong of [
      { kind: "x" },
      { name: " " },
      { leadId: 999_999 },
      { areaId: 999_999 },
      { roundId: nowhere },
      { partners: [{ unitId: 999_999, part: "join" }] },
    ])
      expect((await tong.post("/exemplars", model(wrong))).status, JSON.stringify(wrong)).toBe(400);
  });

  test("takes a field of the round's own list for the one of the four that it belongs to", async () => {
    const localFields = [{ code: "do-thi", label: "Đô thị văn minh", field: "culture-society" }];
    const round = await openRound(hanh, { localFields });
    const body = await created(tong, { roundId: round.id, localField: "do-thi" });
    expect(body).toMatchObject({ field: "culture-society", localField: "do-thi" });
  });

  test("wants a round that addresses the unit, takes the kind and is open", async () => {
    const round = await openRound();
    const works = await tong.post("/exemplars", { ...model({ roundId: round.id }), kind: "works" });
    expect([works.status, Object.keys(works.body.details.fields)]).toEqual([400, ["roundId"]]);
    expect((await mai.post("/exemplars", model({ roundId: round.id }))).status).toBe(400);
    const later = await openRound(hanh, { opensOn: "2026-04-01", closesOn: "2026-04-30" });
    const { id } = await created(tong, { ...whole, roundId: later.id });
    expect((await tong.post(`/exemplars/${id}/register`, { version: 1 })).body.code).toBe("wrong_state");
  });

  test("after the window is taken, and marked late; what was there before is new in no year", async () => {
    const past = await openRound(hanh, { opensOn: "2026-02-01", closesOn: "2026-02-28" });
    const { id } = await created(tong, { ...whole, roundId: past.id, stream: "existing" });
    expect((await tong.post(`/exemplars/${id}/register`, { version: 1 })).body).toMatchObject({ late: true, firstYear: null });
  });

  test("one person types for the boards below, and is shown as having done so", async () => {
    const body = await created(tong, { leadId: village });
    expect(body).toMatchObject({ lead: { id: village }, typedFor: { id: village }, typedBy: { name: "Phạm Văn Tòng" } });
    expect((await dua.get(`/exemplars/${body.id}`)).body.can).toContain("edit");
    expect((await tong.post("/exemplars", model({ leadId: hoaPhu }))).status).toBe(403);
    expect((await viewer.post("/exemplars", model())).status).toBe(403);
    expect((await app.anonymous.post("/exemplars", model())).status).toBe(401);
  });
});

describe("review", () => {
  test("accepts, or returns with what is to be done, by the body of the round", async () => {
    const round = await openRound();
    const { id } = await created(tong, { ...whole, roundId: round.id });
    expect((await vinh.get(`/exemplars/${id}`)).status).toBe(404);
    await tong.post(`/exemplars/${id}/register`, { version: 1 });
    expect((await buoi.get(`/exemplars/${id}`)).status).toBe(404);
    expect((await vinh.get(`/exemplars/${id}`)).body.can).toEqual(["accept", "return"]);
    expect((await tong.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(403);
    const returned = await vinh.post(`/exemplars/${id}/return`, { version: 2, reason: "Mục tiêu cần con số" });
    expect(returned.body).toMatchObject({ state: "returned", reason: "Mục tiêu cần con số" });
    app.now("2026-04-10T09:00:00+07:00");
    const again = await tong.post(`/exemplars/${id}/register`, { version: 3 });
    expect(again.body, "who sends again after a return is not late by it").toMatchObject({
      state: "registered",
      registeredOn: "2026-03-16",
      late: false,
    });
    const done = await vinh.post(`/exemplars/${id}/accept`, { version: 4 });
    expect(done.body).toMatchObject({ state: "accepted", acceptedOn: "2026-04-10", can: [] });
    app.now("2026-03-16T09:00:00+07:00");
    const standing = (await hanh.get(`/exemplar-rounds/${round.id}`)).body;
    expect(standing.unitRows.find(({ unit: { id: at } }: { unit: { id: number } }) => at === binhLam)).toMatchObject({
      accepted: 1,
      registered: 0,
      fresh: 1,
    });
    expect(standing).toMatchObject({ accepted: 1, registered: 0 });
  });

  test("is not for the one who typed it, unless nobody else works there", async () => {
    const { id } = await created(hanh, { ...whole, leadId: binhLam });
    await hanh.post(`/exemplars/${id}/register`, { version: 1 });
    expect((await hanh.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(403);
    expect((await vinh.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(200);
    const alone = await created(dua, whole);
    await dua.post(`/exemplars/${alone.id}/register`, { version: 1 });
    expect((await tong.post(`/exemplars/${alone.id}/accept`, { version: 2 })).status).toBe(200);
  });

  test("what was accepted is there for everybody to learn from; what was returned or withdrawn is not", async () => {
    const { id } = await accepted(dua, tong, { name: "Tiếng kẻng an ninh" });
    expect((await buoi.get(`/exemplars/${id}`)).body).toMatchObject({ name: "Tiếng kẻng an ninh", can: [] });
    expect((await buoi.get("/exemplars", { text: "tieng keng" })).body.total).toBe(1);
    expect((await buoi.get("/exemplars", { text: "tieng keng", own: "true" })).body.total).toBe(0);
    expect((await buoi.get("/exemplars", { text: "tieng keng", field: "economy" })).body.total).toBe(0);
    const found = await buoi.get("/search", { text: "tieng keng" });
    expect(found.body.items).toMatchObject([{ kind: "exemplar", id }]);
    const stopped = await dua.post(`/exemplars/${id}/stop`, { version: 3, reason: "Đã có loa truyền thanh" });
    expect(stopped.body).toMatchObject({ state: "stopped", reason: "Đã có loa truyền thanh", can: ["resume"] });
    expect((await dua.post(`/exemplars/${id}/resume`, { version: 4 })).body).toMatchObject({ state: "accepted", reason: null });
    const other = await created(dua, { ...whole, name: "Tiếng kẻng khác" });
    await dua.post(`/exemplars/${other.id}/withdraw`, { version: 1, reason: "Nhập nhầm" });
    expect((await buoi.get(`/exemplars/${other.id}`)).status).toBe(404);
    expect((await dua.get(`/exemplars/${other.id}`)).body.state).toBe("withdrawn");
  });

  test("tells of a change in between, and keeps its history for those who may read it", async () => {
    const { id } = await created(tong, whole);
    await tong.patch(`/exemplars/${id}`, { version: 1, name: "Ngõ sạch" });
    const stale = await tong.patch(`/exemplars/${id}`, { version: 1, name: "Ngõ đẹp" });
    expect([stale.status, stale.body.details.current.name]).toEqual([409, "Ngõ sạch"]);
    const history = await tong.get("/audit/history", { kind: "exemplar", id });
    expect(history.status, JSON.stringify(history.body)).toBe(200);
    expect((await buoi.get("/audit/history", { kind: "exemplar", id })).status).toBe(404);
    expect((await tong.get(`/exemplars/${nowhere}`)).status).toBe(404);
  });
});
