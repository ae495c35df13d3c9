import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import type { UnitId } from "../../../kernel/ids.ts";

const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });
const nowhere = "019a0000-0000-7000-8000-000000000000";
const nobody = "A".repeat(32);

let front: UnitId;
let binhLam: UnitId;
let village: UnitId;
/** Office of the province's Front, two of them; the one person of the commune's Front; the commune beside; who only looks. */
let hanh: Person;
let vinh: Person;
let tong: Person;
let buoi: Person;
let viewer: Person;
let round: string;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const line = (superiorId: UnitId) => [{ kind: "line" as const, superiorId }];
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations: line(front) });
  const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  village = await unit(db, { name: "Ban Công tác Mặt trận thôn Đoài", kind: "front", parentId: area, relations: line(binhLam) });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  const hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations: line(front) });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  vinh = await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "approver" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
  viewer = await app.person({ name: "Đỗ Quốc Bảo", unit: binhLam, role: "viewer" });
  const file = new File(["ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG\nHƯỚNG DẪN\nĐăng ký mô hình\n1. Các xã đăng ký."], "huong-dan.txt", {
    type: "text/plain",
  });
  const guidanceDocumentId = (await hanh.upload("/documents", { file })).body.document.id;
  const made = await hanh.post("/exemplar-rounds", {
    title: "Đăng ký mô hình Dân vận khéo năm 2026",
    periodFrom: "2026-01-01",
    periodUntil: "2026-12-31",
    opensOn: "2026-03-01",
    closesOn: "2026-03-31",
    kinds: ["model", "works"],
    asked: ["field", "situation"],
    guidanceDocumentId,
    units: [{ unitId: binhLam, leastNew: 1 }, { unitId: hoaPhu }],
  });
  round = made.body.id;
  expect((await hanh.post(`/exemplar-rounds/${round}/open`, { version: 1 })).status).toBe(200);
});

describe("desks", () => {
  const cards = async (person: Person) =>
    (await person.get("/desk")).body.waiting.cards.filter(({ kind }: { kind: string }) => kind.startsWith("exemplar"));

  test("show the rounds that wait for the unit with their day, until it has registered; then the reviewer's desk shows it", async () => {
    expect(await cards(tong)).toMatchObject([
      { kind: "exemplar-round", id: round, what: { vi: "Chờ đơn vị đăng ký, hạn hết ngày 31/3/2026" } },
    ]);
    expect(await cards(viewer)).toEqual([]);
    const whole = { kind: "model", name: "Sáng đường quê", field: "economy", contents: { situation: "Đường tối." }, roundId: round };
    const { id } = (await tong.post("/exemplars", whole)).body;
    await tong.post(`/exemplars/${id}/register`, { version: 1 });
    expect(await cards(tong)).toEqual([]);
    expect(await cards(vinh)).toMatchObject([
      { kind: "exemplar-review", what: { vi: "1 bản đăng ký chờ duyệt" }, path: `/exemplars?state=registered&round=${round}` },
    ]);
    await vinh.post(`/exemplars/${id}/return`, { version: 2, reason: "Thiếu số" });
    expect((await cards(tong)).map(({ kind }: { kind: string }) => kind)).toEqual(["exemplar-round", "exemplar-returned"]);
  });

  test("show the village the round that was opened for its commune, until it has registered; then that it was accepted", async () => {
    const doan = await app.person({ name: "Tô Văn Đoàn", unit: village, role: "reporter" });
    expect(await cards(doan)).toMatchObject([
      {
        kind: "exemplar-round-open",
        id: round,
        what: { vi: "Đang nhận đăng ký, đến hết ngày 31/3/2026" },
        path: `/exemplars/rounds/${round}`,
      },
    ]);
    expect(
      (await cards(tong)).filter(({ kind }: { kind: string }) => kind === "exemplar-round-open"),
      "the commune owes it",
    ).toEqual([]);
    const whole = { kind: "model", name: "Ngõ sạch thôn Đoài", field: "economy", contents: { situation: "Ngõ bẩn." }, roundId: round };
    const { id } = (await doan.post("/exemplars", whole)).body;
    await doan.post(`/exemplars/${id}/register`, { version: 1 });
    expect(await cards(doan)).toEqual([]);
    expect((await vinh.post(`/exemplars/${id}/accept`, { version: 2 })).status).toBe(200);
    expect(await cards(doan)).toMatchObject([
      { kind: "exemplar-accepted", title: "Ngõ sạch thôn Đoài", what: { vi: "Đăng ký đã được chấp nhận" }, path: `/exemplars/${id}` },
    ]);
    expect((await doan.get("/notices/today")).body.news).toMatchObject([
      { kind: "accepted", id, text: { vi: "Bản đăng ký “Ngõ sạch thôn Đoài” đã được chấp nhận." }, on: "2026-03-16" },
    ]);
    await app.db.updateTable("exemplar").set({ state: "withdrawn" }).where("id", "=", id).execute();
  });

  test("and the one list of reminders holds what has just opened; more time for one unit is asked for and given", async () => {
    const lines = async (person: Person) =>
      (await person.get("/notices/today")).body.lines.filter(({ thing }: { thing: { kind: string } }) => thing.kind === "exemplar-round");
    expect(await lines(buoi)).toMatchObject([
      { thing: { id: round }, path: `/exemplars/rounds/${round}`, due: { lastDay: "2026-03-31" }, mayAskForTime: true },
    ]);
    const [{ thing }] = await lines(buoi);
    const asked = await buoi.post("/extensions", { thing, untilDay: "2026-04-10", reason: "Đại hội chi hội" });
    expect(asked.status, JSON.stringify(asked.body)).toBeLessThan(300);
    const granted = await hanh.post(`/extensions/${asked.body.id}/decision`, {
      version: 1,
      grant: true,
      untilDay: "2026-04-10",
      answer: "Đồng ý",
    });
    expect(granted.status, JSON.stringify(granted.body)).toBe(200);
    expect(await lines(buoi)).toMatchObject([{ due: { lastDay: "2026-04-10" } }]);
  });
});

const invite = async (more: object = {}) => {
  const made = await tong.post("/exemplar-invitations", { unitId: village, roundId: round, until: "2026-03-31", most: 2, ...more });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { ...made.body, token: made.body.url.split("#")[1] as string };
};

const content = (more: object = {}) => ({
  kind: "model",
  name: "Ngõ không rác",
  field: "culture-society",
  contents: { situation: "Rác để ở đầu ngõ." },
  ...more,
});
let times = 0;
const once = () => `019a0000-0000-7000-8000-${String((times += 1)).padStart(12, "0")}`;
const give = (token: string, more: object = {}, key = once()) =>
  app.anonymous.post("/exemplar-offers", { token, once: key, content: content(more) });

describe("a person without an account", () => {
  test("reads what the link asks for, and nothing else of the unit", async () => {
    const { token, given, open } = await invite();
    expect([given, open]).toEqual([0, true]);
    const seen = await app.anonymous.post("/exemplar-offers/invited", { token });
    expect(seen.body).toEqual({
      unit: "Ban Công tác Mặt trận thôn Đoài",
      round: { title: "Đăng ký mô hình Dân vận khéo năm 2026", closesOn: "2026-03-31" },
      kinds: ["model", "works"],
      asked: ["field", "situation"],
      localFields: [],
      until: "2026-03-31T17:00:00.000Z",
    });
    expect((await app.anonymous.post("/exemplar-offers/invited", { token: nobody })).status).toBe(404);
    expect((await app.anonymous.post("/exemplar-offers/invited", { token: "kurz" })).status).toBe(400);
  });

  test("is told what is missing; sending the same twice is one offer; the receipt alone leads back to it", async () => {
    const { token } = await invite();
    const early = await give(token, { field: null, contents: {} });
    expect([early.status, Object.keys(early.body.details.fields).toSorted()]).toEqual([400, ["contents.situation", "field"]]);
    expect((await give(token, { kind: "person" })).status).toBe(400);
    const key = once();
    const first = await give(token, {}, key);
    expect([first.status, first.body.offer.state]).toEqual([201, "waiting"]);
    const again = await give(token, {}, key);
    expect((await app.anonymous.post("/exemplar-offers/own", { receipt: first.body.receipt })).status).toBe(404);
    const own = await app.anonymous.post("/exemplar-offers/own", { receipt: again.body.receipt });
    expect(own.body).toMatchObject({ state: "waiting", content: { name: "Ngõ không rác" }, registration: null });
    expect((await tong.get("/exemplar-offers")).body.items.filter(({ state }: { state: string }) => state === "waiting")).toHaveLength(1);
  });

  test("cannot use a link that is full, revoked or over", async () => {
    const full = await invite({ most: 1 });
    expect((await give(full.token)).status).toBe(201);
    expect([(await give(full.token)).status, (await app.anonymous.post("/exemplar-offers/invited", { token: full.token })).status]).toEqual(
      [410, 410],
    );
    const revoked = await invite();
    expect((await tong.post(`/exemplar-invitations/${revoked.id}/revoke`, { version: 1 })).body.open).toBe(false);
    expect((await give(revoked.token)).status).toBe(410);
    const over = await invite();
    app.now("2026-04-01T00:00:01+07:00");
    expect((await give(over.token)).status).toBe(410);
    app.now("2026-03-16T09:00:00+07:00");
  });

  test("is asked back and answers; the unit takes it over as its own draft, or sets it aside with a reason", async () => {
    const { token } = await invite();
    const { receipt } = (await give(token, { name: "Cây cầu ánh sáng", place: "Bến Đò" })).body;
    const [offer] = (await tong.get("/exemplar-offers")).body.items;
    expect(offer).toMatchObject({ content: { name: "Cây cầu ánh sáng" }, unit: { id: village } });
    expect((await buoi.get("/exemplar-offers")).body.total).toBe(0);
    expect((await buoi.post(`/exemplar-offers/${offer.id}/take`, { version: 1 })).status).toBe(404);
    expect((await viewer.post(`/exemplar-offers/${offer.id}/take`, { version: 1 })).status).toBe(403);
    expect((await tong.post(`/exemplar-offers/${offer.id}/ask`, { version: 1, question: "Bao nhiêu hộ?" })).body.state).toBe("asked");
    expect((await app.anonymous.post("/exemplar-offers/own", { receipt })).body.question).toBe("Bao nhiêu hộ?");
    const answer = content({ name: "Cây cầu ánh sáng", contents: { situation: "Bến tối, 12 hộ." } });
    expect((await app.anonymous.post("/exemplar-offers/amend", { receipt, content: answer })).body).toMatchObject({
      state: "waiting",
      question: null,
    });
    expect((await tong.post(`/exemplar-offers/${offer.id}/take`, { version: 2 })).status).toBe(409);
    const taken = await tong.post(`/exemplar-offers/${offer.id}/take`, { version: 3 });
    expect(taken.body.state).toBe("taken");
    const draft = (await tong.get(`/exemplars/${taken.body.exemplarId}`)).body;
    expect(draft).toMatchObject({
      state: "draft",
      lead: { id: village },
      round: { id: round },
      contents: { situation: "Bến tối, 12 hộ." },
      missing: [],
    });
    expect((await app.anonymous.post("/exemplar-offers/own", { receipt })).body).toMatchObject({ state: "taken", registration: "draft" });
    expect((await app.anonymous.post("/exemplar-offers/amend", { receipt, content: answer })).body.code).toBe("wrong_state");
    const other = (await give(token, { name: "Không rõ" })).body.receipt;
    const waiting = (await tong.get("/exemplar-offers")).body.items.find(
      (each: { content: { name: string } }) => each.content.name === "Không rõ",
    );
    expect((await tong.post(`/exemplar-offers/${waiting.id}/set-aside`, { version: 1, reason: "Đã có mô hình này" })).status).toBe(200);
    expect((await app.anonymous.post("/exemplar-offers/own", { receipt: other })).body).toMatchObject({
      state: "set-aside",
      reason: "Đã có mô hình này",
    });
  });

  test("has a limit per address", async () => {
    const { token } = await invite();
    const looks = await Promise.all(Array.from({ length: 130 }, () => app.anonymous.post("/exemplar-offers/invited", { token })));
    expect(looks.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });

  test("gets a link from the unit alone", async () => {
    const wish = { unitId: village, roundId: round, until: "2026-03-31", most: 2 };
    expect((await buoi.post("/exemplar-invitations", wish)).status).toBe(403);
    expect((await app.anonymous.post("/exemplar-invitations", wish)).status).toBe(401);
    for (const wrong of [{ until: "2026-03-01" }, { until: "2027-03-31" }, { roundId: nowhere }, { most: 0 }])
      expect((await tong.post("/exemplar-invitations", { ...wish, ...wrong })).status, JSON.stringify(wrong)).toBe(400);
    expect((await buoi.get("/exemplar-invitations")).body.total).toBe(0);
  });
});

describe("the registration on paper", () => {
  test("is one file for a model and one for a unit's list, for those who may see them", async () => {
    const made = (
      await tong.post("/exemplars", {
        kind: "model",
        name: "Hàng rào xanh",
        field: "economy",
        contents: { situation: "Rào cũ." },
        roundId: round,
      })
    ).body;
    const one = await tong.fetch(`/files/exemplars/${made.id}/registration.docx`);
    expect([one.status, String(one.body).slice(0, 2)]).toEqual([200, "PK"]);
    expect((await buoi.fetch(`/files/exemplars/${made.id}/registration.docx`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/exemplars/${made.id}/registration.docx`)).status).toBe(401);
    const list = `/files/exemplar-rounds/${round}/registration.docx?unitId=${binhLam}`;
    expect((await tong.fetch(list)).status, "nothing is registered yet").toBe(404);
    await tong.post(`/exemplars/${made.id}/register`, { version: 1 });
    expect([(await tong.fetch(list)).status, (await vinh.fetch(list)).status, (await buoi.fetch(list)).status]).toEqual([200, 200, 404]);
    expect((await tong.fetch(`/files/exemplar-rounds/${round}/registration.docx?unitId=x`)).status).toBe(404);
  });
});

const sheet = async (rows: (string | number | null)[][], name = "danh-sach.xlsx") =>
  new File([(await writeXlsx({ sheets: [{ name: "2024", rows }] })) as BlobPart], name);
const list = [
  ["DANH SÁCH MÔ HÌNH DÂN VẬN KHÉO NĂM 2024", null, null, null, null, null, null],
  ["TT", "Tên mô hình", "Đơn vị", "Lĩnh vực", "Kết quả", "Kinh phí (triệu đồng)", "Người phụ trách hồ sơ"],
  ["I", "Lĩnh vực kinh tế", null, null, null, null, null],
  [1, "Hiến đất làm đường", "UBMTTQVN xã Bình Lâm", null, "1,2 km đường", 120, "văn phòng"],
  [2, "Tuyến đường hoa", "Xã Bình Lâm", "Văn hóa - xã hội", null, "chưa rõ", null],
  [3, "Hiến đất  làm đường", "xã Bình Lâm", null, null, null, null],
  [4, null, "Xã Bình Lâm", "Kinh tế", null, null, null],
  [5, "Tiếng kẻng", "Chi hội 7", "QP-AN", null, null, null],
  ["Tổng cộng", null, null, null, null, 120, null],
];

describe("an old list", () => {
  test("is read with its own headings, groups and shortenings, and says row by row what is wrong and what looks alike", async () => {
    const answer = await hanh.upload("/exemplar-imports/preview", { file: await sheet(list) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.columns.map(({ field }: { field: string | null }) => field)).toEqual([
      null,
      "name",
      "lead",
      "field",
      "output",
      "money",
      "forces",
    ]);
    expect(answer.body.counts).toEqual({ rows: 5, good: 3, wrong: 1, similar: 1, noted: 2 });
    const by = new Map(answer.body.rows.map((row: { line: number }) => [row.line, row]));
    expect(by.get(4)).toMatchObject({
      name: "Hiến đất làm đường",
      lead: "Ủy ban MTTQ Việt Nam xã Bình Lâm",
      field: "economy",
      wrong: null,
    });
    expect(by.get(5)).toMatchObject({ field: "culture-society", notes: [{ vi: expect.stringContaining("chưa rõ") }] });
    expect(answer.body).toMatchObject({ year: 2024, proposed: { new: 0, same: 1, year: 0 } });
    expect(by.get(6)).toMatchObject({ similar: [{ line: 4, id: null, reasons: ["name"] }], proposed: "same" });
    expect(by.get(7)).toMatchObject({ wrong: { vi: "Dòng không có tên mô hình." } });
    expect(by.get(8)).toMatchObject({ field: "defence-security", lead: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang" });
    expect(answer.body.unknownUnits).toEqual([{ key: "chi-hoi-7", name: "Chi hội 7", rows: 1 }]);
  });

  test("is taken in as models carried out before, with every cell kept; the mapping is remembered; it is accepted as a whole by somebody else", async () => {
    const file = await sheet(list);
    const columns = {
      "columns[c1]": "name",
      "columns[c2]": "lead",
      "columns[c3]": "field",
      "columns[c4]": "output",
      "columns[c5]": "money",
      "columns[c6]": "",
    };
    const made = await hanh.upload("/exemplar-imports", { file, ...columns, "units[chi-hoi-7]": String(village) });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ made: 3, left: 1, kept: 1, rows: 5, state: "made", can: ["undo"] });
    const { items } = (await tong.get("/exemplars", { stream: "existing", state: "registered" })).body;
    expect(items.map(({ name }: { name: string }) => name).toSorted()).toEqual(["Hiến đất làm đường", "Tiếng kẻng", "Tuyến đường hoa"]);
    const road = items.find(({ name }: { name: string }) => name === "Hiến đất làm đường");
    expect((await tong.get(`/exemplars/${road.id}`)).body).toMatchObject({
      money: { value: "120000000" },
      firstYear: null,
      contents: { output: "1,2 km đường" },
    });
    const notes = await app.db.selectFrom("exemplar_event").select("details").where("exemplar_id", "=", road.id).orderBy("id").execute();
    expect(notes.map(({ details }) => details)).toMatchObject([
      { line: 4, row: { TT: "1", "Người phụ trách hồ sơ": "văn phòng" } },
      { line: 6, row: { TT: "3" } },
    ]);
    expect(items.find(({ name }: { name: string }) => name === "Tiếng kẻng").lead.id).toBe(village);
    const again = await hanh.upload("/exemplar-imports/preview", { file });
    expect(again.body.columns[6]).toMatchObject({ field: null, by: "remembered" });
    expect(again.body.counts).toMatchObject({ similar: 3 });
    expect((await hanh.post(`/exemplar-imports/${made.body.id}/accept`, { version: 1 })).status).toBe(403);
    const accepted = await vinh.post(`/exemplar-imports/${made.body.id}/accept`, { version: 1 });
    expect(accepted.body).toMatchObject({ state: "accepted", can: [] });
    expect((await tong.get(`/exemplars/${road.id}`)).body.state).toBe("accepted");
    expect((await hanh.post(`/exemplar-imports/${made.body.id}/undo`, { version: 2 })).status).toBe(409);
  });

  test("is held against the register: a person decides row by row what is new, what is there, and what is another year of it", async () => {
    const method =
      "mỗi tối thứ bảy các hộ trong ngõ mang rác đã phân loại ra sân nhà văn hóa, tổ trưởng ghi sổ từng hộ và công khai trên bảng tin";
    const known = async (
      name: string,
      leadId: UnitId,
      { contents = {}, ...more }: Record<string, unknown> & { contents?: object } = {},
    ) => {
      const { id } = (
        await hanh.post("/exemplars", {
          kind: "model",
          name,
          leadId,
          field: "economy",
          contents: { situation: "Có.", goals: "Rõ.", area: "Cả thôn.", ...contents },
          ...more,
        })
      ).body;
      await hanh.post(`/exemplars/${id}/register`, { version: 1 });
      await app.db
        .updateTable("exemplar")
        .set({ state: "accepted", registered_on: "2026-02-01", accepted_on: "2026-02-01" })
        .where("id", "=", id)
        .execute();
      return id as string;
    };
    const sorting = await known("Phân loại rác ở thôn Đoài", village, { contents: { method } });
    const hedge = await known("Hàng rào chè tàu", binhLam, { themes: ["nông thôn mới"], place: "Xóm Chùa" });
    await known("Hàng rào chè tàu xanh", front);
    const file = await sheet([
      ["DANH SÁCH NĂM 2023", null, null, null, null],
      ["Tên mô hình", "Đơn vị", "Cách làm", "Địa điểm", "Chủ đề"],
      ["Hàng rào chè tàu", "Xã Bình Lâm", "trồng chè", "Xóm Chùa", "nông thôn mới"],
      ["Thôn sạch cuối tuần", "Ban CTMT thôn Đoài", `Từ đầu năm, ${method}.`, null, null],
      ["Trồng tre giữ đê", "Xã Bình Lâm", "trồng tre", null, null],
    ]);
    const { body } = await hanh.upload("/exemplar-imports/preview", { file });
    expect(body).toMatchObject({ year: 2023, counts: { rows: 3, similar: 2, good: 1 }, proposed: { same: 1, year: 1 } });
    const by = new Map(body.rows.map((row: { line: number }) => [row.line, row]));
    expect(by.get(3)).toMatchObject({ proposed: "same", similar: [{ id: hedge, year: 2026, reasons: ["name", "place", "renamed"] }] });
    expect(by.get(4)).toMatchObject({
      proposed: "year",
      similar: [{ id: sorting, reasons: ["text", "renamed"], words: expect.stringContaining("tổ trưởng ghi sổ") }],
    });
    expect(by.get(5)).toMatchObject({ proposed: "new", similar: [] });
    const wrongs: Record<string, string>[] = [{ "decisions[r3]": "gone" }, { similar: "take" }];
    for (const wrong of wrongs) expect((await hanh.upload("/exemplar-imports", { file, ...wrong })).status).toBe(400);

    const made = await hanh.upload("/exemplar-imports", { file, "decisions[r4]": "year" });
    expect(made.body).toMatchObject({ made: 2, kept: 1, left: 0 });
    const rows = await app.db
      .selectFrom("exemplar")
      .select(["name", "same_as"])
      .where("import_id", "=", made.body.id)
      .orderBy("id")
      .execute();
    expect(rows).toEqual([
      { name: "Thôn sạch cuối tuần", same_as: sorting },
      { name: "Trồng tre giữ đê", same_as: null },
    ]);
    const kept = await app.db.selectFrom("exemplar_event").select(["text", "details"]).where("exemplar_id", "=", hedge).execute();
    expect(kept).toMatchObject([
      { text: expect.stringContaining("Dòng 3"), details: { row: { "Cách làm": "trồng chè", "Địa điểm": "Xóm Chùa" } } },
    ]);

    const all = await hanh.upload("/exemplar-imports", { file, similar: "new", "decisions[r4]": "same", as: "draft" });
    expect(all.body).toMatchObject({ made: 2, kept: 1 });
    // One of another organisation is nobody's to write into: the row becomes a model that is not counted again.
    const foreign = await buoi.upload("/exemplar-imports", {
      file: await sheet([
        ["Tên mô hình", "Cách làm"],
        ["Ngõ ấy sạch", method],
      ]),
      similar: "same",
    });
    expect(foreign.body).toMatchObject({ made: 1, kept: 0 });
    const [copy] = await app.db.selectFrom("exemplar").select("same_as").where("import_id", "=", foreign.body.id).execute();
    expect(copy?.same_as).toBe(sorting);
  });

  test("of 2,000 rows is taken in and back in one go", async () => {
    const many = [
      ["Tên mô hình", "Đơn vị", "Ghi chú riêng"],
      ...Array.from({ length: 2000 }, (_, at) => [`Mô hình số ${at + 1}`, "Xã Bình Lâm", `dòng ${at}`]),
    ];
    const begun = performance.now();
    const made = await hanh.upload("/exemplar-imports", { file: await sheet(many), as: "draft" });
    const seconds = (performance.now() - begun) / 1000;
    expect(made.body, JSON.stringify(made.body).slice(0, 300)).toMatchObject({ made: 2000, left: 0 });
    expect(seconds).toBeLessThan(20);
    const undone = await hanh.post(`/exemplar-imports/${made.body.id}/undo`, { version: 1 });
    expect(undone.body.state).toBe("undone");
    expect((await hanh.get("/exemplars", { text: "mo hinh so" })).body.total).toBe(0);
  }, 60_000);

  test("is refused in words when it cannot be read, has no names or is not one's own", async () => {
    const csv = new File(["Tên mô hình;Lĩnh vực\nBến đò an toàn;Kinh tế\n"], "cu.csv");
    expect((await tong.upload("/exemplar-imports/preview", { file: csv })).body.counts).toMatchObject({ rows: 1, good: 1 });
    for (const [file, status] of [
      [new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], "hong.xlsx"), 400],
      [new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])], "cu.xls"), 415],
      [new File([""], "trong.csv"), 400],
      [
        await sheet([
          ["Số liệu", "Ghi"],
          ["1", "2"],
        ]),
        400,
      ],
      [new File(["Tên;x\na;b\n"], "MẬT danh sach.csv"), 422],
    ] as const) {
      const answer = await tong.upload("/exemplar-imports", { file });
      expect(
        [answer.status >= 400 && answer.status < 500, status >= 400],
        `${file.name} ${answer.status} ${JSON.stringify(answer.body)}`,
      ).toEqual([true, true]);
    }
    expect((await buoi.upload("/exemplar-imports", { file: csv, leadId: String(binhLam) })).status).toBe(403);
    expect((await viewer.upload("/exemplar-imports/preview", { file: csv })).status).toBe(403);
    expect((await app.anonymous.upload("/exemplar-imports/preview", { file: csv })).status).toBe(401);
    expect((await viewer.get("/exemplar-imports")).body.items.every(({ can }: { can: string[] }) => can.length === 0)).toBe(true);
  });
});
