import { createCanvas, loadImage } from "@napi-rs/canvas";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import { openWork } from "../work/index.ts";

const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });
const nowhere = "019a0000-0000-7000-8000-000000000000";

let front: UnitId;
let binhLam: UnitId;
let women: UnitId;
let village: UnitId;
let hoaPhu: UnitId;
/** Office of the province's Front; the one person of the commune's Front; head of the board in a residential area; women's union; the commune beside. */
let hanh: Person;
let tong: Person;
let dua: Person;
let mai: Person;
let buoi: Person;
let viewer: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const line = (superiorId: UnitId) => [{ kind: "line" as const, superiorId }];
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations: line(front) });
  women = await unit(db, { name: "Hội LHPN xã Bình Lâm", kind: "womens-union", parentId: commune });
  const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  village = await unit(db, { name: "Ban Công tác Mặt trận thôn Đoài", kind: "front", parentId: area, relations: line(binhLam) });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations: line(front) });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "reporter" });
  dua = await app.person({ name: "Lò Văn Dứa", unit: village, role: "reporter" });
  mai = await app.person({ name: "Y Mai", unit: women, role: "reporter" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
  viewer = await app.person({ name: "Đỗ Quốc Bảo", unit: binhLam, role: "viewer" });
});

const given = (more: object = {}) => ({ kind: "training", name: "Tập huấn công tác Mặt trận", onDate: "2026-03-10", ...more });
const recorded = async (by: Person, more: object = {}) => {
  const answer = await by.post("/activities", given(more));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};

/** A photograph of the left half red, the right half blue; with an EXIF segment that says to turn it and where it was taken. */
function photograph(name = "anh chup.jpg", { width = 2400, height = 1200 } = {}): File {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#d00";
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = "#00d";
  context.fillRect(width / 2, 0, width / 2, height);
  const jpeg = canvas.toBuffer("image/jpeg", 90);
  const exif = Buffer.concat([
    Buffer.from("4578696600004d4d002a00000008000101120003000000010006000000000000", "hex"),
    Buffer.from("GPSLatitude 21.02 iPhone"),
  ]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  return new File([new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]))], name, { type: "image/jpeg" });
}

describe("recording", () => {
  test("takes four fields, the lead being the own unit", async () => {
    const body = await recorded(tong);
    expect(body).toMatchObject({
      state: "done",
      version: 1,
      lead: { id: binhLam },
      kindName: { vi: "Tập huấn, bồi dưỡng" },
      turns: null,
      approximate: false,
      typedBy: { name: "Phạm Văn Tòng", unit: { id: binhLam } },
      typedFor: null,
      can: ["edit", "cancel", "addFiles"],
    });
    expect((await tong.get(`/activities/${body.id}`)).body).toMatchObject({ id: body.id });
  });

  test("keeps numbers as they were said, and lists what wants the exact one", async () => {
    const body = await recorded(tong, {
      name: "Phiên chợ không đồng",
      kind: "gift-giving",
      turns: "hơn 1.200 lượt người",
      gifts: "53",
      money: "10,76 triệu đồng",
      labour: "12,5",
      details: { cases: "khoảng 40", whom: "poor", "in-kind": "5 triệu" },
    });
    expect(body).toMatchObject({
      turns: { value: "1200", said: "hơn" },
      gifts: { value: "53", said: null },
      money: { value: "10760000", said: null },
      labour: { value: "12.5", said: null },
      approximate: true,
    });
    expect(body.details.map(({ key, shown }: { key: string; shown: { vi: string } }) => [key, shown.vi])).toEqual([
      ["whom", "Hộ nghèo, khó khăn"],
      ["cases", "khoảng 40"],
      ["in-kind", "5.000.000"],
    ]);
    const list = await tong.get("/activities", { approximate: "true" });
    expect(list.body.items.map(({ id }: { id: string }) => id)).toContain(body.id);
    expect(list.body.total).toBe(list.body.approximate);
    const exact = await tong.patch(`/activities/${body.id}`, { version: 1, turns: "1.215", details: { cases: "42" } });
    expect(exact.body).toMatchObject({
      turns: { value: "1215", said: null },
      approximate: false,
      version: 2,
      money: { value: "10760000" },
    });
  });

  test("names every field that it cannot read", async () => {
    const answer = await tong.post(
      "/activities",
      given({ turns: "nhiều", money: "12,5", untilDate: "2026-03-01", details: { classes: "hai", x: "1" } }),
    );
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.details.fields).toSorted()).toEqual(["details.classes", "details.x", "money", "turns", "untilDate"]);
    for (const wrong of [
      { kind: "x" },
      { onDate: "2026-02-30" },
      { onDate: "1926-03-10" },
      { name: " " },
      { partners: [999_999] },
      { leadId: 999_999 },
    ])
      expect((await tong.post("/activities", given(wrong))).status, JSON.stringify(wrong)).toBe(400);
  });

  test("a day that has not come is planned, never done", async () => {
    const ahead = await recorded(tong, { onDate: "2026-03-20" });
    expect(ahead).toMatchObject({ state: "planned", can: ["edit", "carryOut", "cancel", "addFiles"] });
    expect((await tong.post("/activities", given({ onDate: "2026-03-20", state: "done" }))).body.details.fields).toHaveProperty("onDate");
    expect((await tong.post("/activities", given({ untilDate: "2026-03-20", state: "done" }))).body.details.fields).toHaveProperty(
      "untilDate",
    );
    expect((await tong.post(`/activities/${ahead.id}/carry-out`, { version: 1, turns: "45" })).status).toBe(400);
    const done = await tong.post(`/activities/${ahead.id}/carry-out`, { version: 1, turns: "45", onDate: "2026-03-16" });
    expect(done.body).toMatchObject({ state: "done", turns: { value: "45" }, onDate: "2026-03-16", version: 2 });
    expect((await tong.post(`/activities/${ahead.id}/carry-out`, { version: 2 })).status).toBe(409);
  });

  test("is refused for units that are not one's own; somebody above in the line types for the unit and is shown to have", async () => {
    expect((await tong.post("/activities", given({ leadId: hoaPhu }))).status).toBe(403);
    expect((await dua.post("/activities", given({ leadId: binhLam }))).status).toBe(403);
    expect((await viewer.post("/activities", given())).status).toBe(403);
    expect((await app.anonymous.post("/activities", given())).status).toBe(401);
    const typed = await recorded(tong, { leadId: village, source: "paper", onDate: "2026-03-03" });
    expect(typed).toMatchObject({ lead: { id: village }, source: "paper", typedFor: { id: village }, typedBy: { unit: { id: binhLam } } });
    expect((await tong.patch(`/activities/${typed.id}`, { version: 1, turns: "30" })).status).toBe(200);
    expect((await dua.patch(`/activities/${typed.id}`, { version: 2, turns: "31" })).status).toBe(200);
  });

  test("serves a clause that the unit or the one above it was given, in the words of the clause", async () => {
    const [work] = await transaction(app.db, (tx) =>
      openWork(
        tx,
        hanh.actor,
        [
          {
            kind: "task",
            title: "Tổ chức tập huấn",
            text: "Tổ chức ít nhất 01 lớp tập huấn",
            lead: binhLam,
            partners: [],
            assigner: front,
            edge: "assign",
            due: { text: "trong năm 2026", date: null, lastDay: null },
            period: null,
            origin: {
              kind: "plan-task",
              planId: "019a0000-0000-7000-8000-0000000000aa",
              itemId: "t7",
              planVersion: 1,
              clause: "II.2",
              quote: "tổ chức ít nhất 01 lớp tập huấn",
              documentId: null,
              line: 9,
            },
          },
        ],
        app.services.clock(),
      ),
    );
    const offered = (await dua.get("/activities/duties")).body.items;
    expect(offered).toMatchObject([{ workId: work, clause: "II.2", title: "Tổ chức tập huấn", unit: { id: binhLam } }]);
    expect((await buoi.get("/activities/duties")).body.items).toEqual([]);
    expect((await buoi.get("/activities/duties", { leadId: binhLam })).status).toBe(403);
    const body = await recorded(dua, { name: "Tập huấn ở thôn", serves: { workId: work } });
    expect(body.serves).toMatchObject({ workId: work, itemId: "t7", quote: "tổ chức ít nhất 01 lớp tập huấn" });
    expect((await buoi.post("/activities", given({ serves: { workId: work } }))).status).toBe(400);
    const list = await tong.get("/activities", { planId: body.serves.planId, itemId: "t7" });
    expect(list.body.items.map(({ name }: { name: string }) => name)).toEqual(["Tập huấn ở thôn"]);
    expect((await dua.patch(`/activities/${body.id}`, { version: 1, serves: null })).body.serves).toBeNull();
  });
});

describe("who sees an entry", () => {
  test("its unit, its partners, and once it is done the superiors of its line; nobody else", async () => {
    const done = await recorded(dua, { name: "Họp dân bàn đường", kind: "meeting-people", partners: [women] });
    const plan = await recorded(dua, { name: "Dự kiến dọn vệ sinh", onDate: "2026-03-25" });
    for (const who of [dua, tong, hanh, mai]) expect((await who.get(`/activities/${done.id}`)).status).toBe(200);
    for (const who of [buoi]) expect((await who.get(`/activities/${done.id}`)).status).toBe(404);
    expect((await dua.get(`/activities/${plan.id}`)).status).toBe(200);
    for (const who of [tong, hanh, mai, buoi]) expect((await who.get(`/activities/${plan.id}`)).status).toBe(404);
    const namesSeen = async (who: Person) =>
      (await who.get("/activities", { from: "2026-03-01" })).body.items.map(({ name }: { name: string }) => name);
    expect(await namesSeen(hanh)).toContain("Họp dân bàn đường");
    expect(await namesSeen(hanh)).not.toContain("Dự kiến dọn vệ sinh");
    expect(await namesSeen(mai)).toEqual(["Họp dân bàn đường"]);
    expect(await namesSeen(buoi)).toEqual([]);
    expect((await hanh.get(`/activities/${done.id}`)).body.can).toEqual([]);
    expect((await hanh.patch(`/activities/${done.id}`, { version: 1, name: "x" })).status).toBe(403);
    expect((await buoi.patch(`/activities/${done.id}`, { version: 1, name: "x" })).status).toBe(404);
    expect((await app.anonymous.get(`/activities/${done.id}`)).status).toBe(401);
    expect((await tong.get(`/activities/${nowhere}`)).status).toBe(404);
  });

  test("a list filters by words without marks, kind, state, unit and days", async () => {
    await recorded(tong, { name: "Giám sát Quỹ vì người nghèo", kind: "supervision", onDate: "2026-01-15" });
    const names = async (query: object) =>
      (await tong.get("/activities", { ...query })).body.items.map(({ name }: { name: string }) => name);
    expect(await names({ text: "giam sat quy" })).toEqual(["Giám sát Quỹ vì người nghèo"]);
    expect(await names({ text: "100%" })).toEqual([]);
    expect(await names({ kind: "supervision" })).toEqual(["Giám sát Quỹ vì người nghèo"]);
    expect(await names({ from: "2026-01-01", to: "2026-01-31" })).toEqual(["Giám sát Quỹ vì người nghèo"]);
    expect(await names({ unitId: village, kind: "meeting-people" })).toEqual(["Họp dân bàn đường"]);
    expect(await names({ state: "planned", unitId: hoaPhu })).toEqual([]);
    expect((await tong.get("/activities", { from: "hôm qua" })).status).toBe(400);
    expect((await tong.get("/search", { text: "giám sát quỹ" })).body.items).toMatchObject([{ kind: "activity" }]);
  });
});

describe("changing", () => {
  test("a stale version is refused with what is new; a cancelled one keeps its reason and its history", async () => {
    const { id } = await recorded(tong, { name: "Ghi nhầm", onDate: "2026-02-02" });
    await tong.patch(`/activities/${id}`, { version: 1, place: "Nhà văn hóa" });
    const stale = await tong.patch(`/activities/${id}`, { version: 1, place: "Đình" });
    expect([stale.status, stale.body.details.current.place]).toEqual([409, "Nhà văn hóa"]);
    expect((await tong.post(`/activities/${id}/cancel`, { version: 2 })).status).toBe(400);
    const cancelled = await tong.post(`/activities/${id}/cancel`, { version: 2, reason: "Ghi hai lần" });
    expect(cancelled.body).toMatchObject({ state: "cancelled", cancelReason: "Ghi hai lần", can: [] });
    expect((await tong.patch(`/activities/${id}`, { version: 3, place: "x" })).status).toBe(409);
    const history = await tong.get("/audit/history", { kind: "activity", id });
    expect(history.body.entries.map(({ act }: { act: string }) => act)).toEqual(["activity:cancel", "activity:edit", "activity:record"]);
    expect((await buoi.get("/audit/history", { kind: "activity", id })).status).toBe(404);
  });

  test("what the kind does not have goes when the kind changes", async () => {
    const { id } = await recorded(tong, { details: { classes: "2" }, onDate: "2026-02-03", place: "Hội trường" });
    const changed = await tong.patch(`/activities/${id}`, { version: 1, kind: "conference", place: "" });
    expect(changed.body).toMatchObject({ kind: "conference", details: [], place: null });
  });
});

describe("photographs and files", () => {
  test("are turned upright, shrunk and free of metadata; thumbs too; only for those who see the entry", async () => {
    const answer = await dua.upload("/activities", {
      kind: "campaign-work",
      name: "Dọn vệ sinh đường thôn",
      onDate: "2026-03-08",
      turns: "60",
      "photos[0]": photograph(),
      "paper[0]": photograph("phieu.jpg", { width: 300, height: 200 }),
      "files[0]": new File(["Danh sách"], "danh sach.txt", { type: "text/html" }),
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body).toMatchObject({ photos: 2, files: 1 });
    const [photo, paper, file] = answer.body.attached;
    expect([photo.kind, paper.kind, file.kind, file.type]).toEqual(["photo", "paper", "file", "text/plain; charset=utf-8"]);
    expect(answer.body.thumb).toBe(photo.id);
    const picture = await dua.fetch(`/files/activities/${photo.id}`);
    expect([picture.status, picture.headers["content-type"], picture.headers["x-content-type-options"]]).toEqual([
      200,
      "image/jpeg",
      "nosniff",
    ]);
    expect(picture.raw.length).toBeLessThanOrEqual(400 * 1024);
    for (const trace of ["Exif", "GPS", "iPhone"]) expect(picture.raw.includes(trace)).toBe(false);
    const image = await loadImage(picture.raw);
    expect([image.width, image.height]).toEqual([800, 1600]);
    const thumb = await loadImage((await tong.fetch(`/files/activities/${photo.id}/thumb`)).raw);
    expect([thumb.width, thumb.height]).toEqual([160, 320]);
    for (const path of [`/files/activities/${photo.id}`, `/files/activities/${photo.id}/thumb`]) {
      expect((await buoi.fetch(path)).status).toBe(404);
      expect((await app.anonymous.fetch(path)).status).toBe(401);
    }
    expect((await dua.fetch(`/files/activities/${file.id}/thumb`)).status).toBe(404);
    expect((await dua.fetch(`/files/activities/${nowhere}`)).status).toBe(404);
    const left = await dua.delete(`/activities/${answer.body.id}/files/${paper.id}`);
    expect(left.body).toMatchObject({ photos: 1, files: 1 });
    expect((await dua.delete(`/activities/${answer.body.id}/files/${paper.id}`)).status).toBe(404);
    expect((await buoi.delete(`/activities/${answer.body.id}/files/${photo.id}`)).status).toBe(404);
  });

  test("what is no picture, broken, empty, too large or secret is refused with what to do, and nothing is kept", async () => {
    const { id } = await recorded(tong, { onDate: "2026-02-04" });
    const add = (field: string, file: File) => tong.upload(`/activities/${id}/files`, { [`${field}[0]`]: file });
    const bomb = new Uint8Array(64);
    bomb.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0, 0, 0, 1, 0, 0]);
    const head = new Uint8Array((await photograph().arrayBuffer()).slice(0, 400));
    expect((await add("photos", new File(["x"], "a.jpg"))).status).toBe(415);
    expect((await add("photos", new File([head], "a.jpg"))).status).toBe(415);
    expect((await add("photos", new File([bomb], "a.png"))).status).toBe(413);
    expect((await add("photos", new File([], "a.jpg"))).status).toBe(400);
    expect((await add("files", new File(["MZ"], "a.exe"))).status).toBe(415);
    expect((await add("files", new File(["x"], "Báo cáo (MẬT).pdf"))).status).toBe(422);
    expect((await add("photos", new File([head], "127-KH-UBND (TỐI MẬT).jpg"))).status).toBe(422);
    expect((await tong.get(`/activities/${id}`)).body.attached).toEqual([]);
  });
});

describe("a likely double", () => {
  test("is a question to both; the same counts once and its lead joins; the answer can be taken back", async () => {
    const gift = { kind: "gift-giving", name: "Trao quà công nhân nhà trọ", onDate: "2026-02-14", gifts: "53" };
    const first = await recorded(tong, gift);
    const second = await recorded(mai, { ...gift, name: "Tặng quà hội viên khó khăn tại khu trọ" });
    expect(second.doubles).toMatchObject([
      { state: "asked", reasons: ["gifts"], earlier: { id: first.id }, later: { id: second.id }, answerable: true },
    ]);
    const [question] = (await tong.get("/activities/doubles")).body.items;
    expect(question).toMatchObject({ id: second.doubles[0].id });
    expect((await buoi.get("/activities/doubles")).body.items).toEqual([]);
    expect((await buoi.post(`/activities/doubles/${question.id}`, { answer: "same" })).status).toBe(404);
    expect((await tong.post(`/activities/doubles/${question.id}`, { answer: "?" })).status).toBe(400);

    const same = await tong.post(`/activities/doubles/${question.id}`, { answer: "same" });
    expect(same.body).toMatchObject({
      state: "same",
      answeredBy: { name: "Phạm Văn Tòng" },
      earlier: { partners: [{ id: women }] },
      later: { sameAs: { id: first.id } },
    });
    expect((await mai.get(`/activities/${first.id}`)).status).toBe(200);

    const apart = await mai.post(`/activities/doubles/${question.id}`, { answer: "different" });
    expect(apart.body).toMatchObject({ state: "different", earlier: { partners: [] }, later: { sameAs: null } });

    await mai.post(`/activities/doubles/${question.id}`, { answer: "same" });
    const cancelled = await tong.post(`/activities/${first.id}/cancel`, {
      version: (await tong.get(`/activities/${first.id}`)).body.version,
      reason: "Nhầm",
    });
    expect(cancelled.status).toBe(200);
    expect((await mai.get(`/activities/${second.id}`)).body).toMatchObject({ sameAs: null, doubts: 0 });
  });
});

describe("recurring activities and the calendar", () => {
  test("planned entries are made ahead, follow the rule, and go with it; what was touched stays", async () => {
    const rule = {
      kind: "briefing",
      name: "Giao ban tháng",
      rhythm: { every: "month", day: 31 },
      from: "2026-01-01",
      startTime: "08:00",
      partners: [women],
    };
    const made = await tong.post("/activities/templates", rule);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ lead: { id: binhLam }, rhythmText: { vi: "Ngày 31 hằng tháng" }, active: true });
    const days = async () =>
      (await tong.get("/activities/calendar", { from: "2026-03-16", to: "2026-06-20", kind: "briefing" })).body.items.map(
        ({ onDate, state }: { onDate: string; state: string }) => `${onDate} ${state}`,
      );
    expect(await days()).toEqual(["2026-03-31 planned", "2026-04-30 planned"]);
    const [march] = (await tong.get("/activities/calendar", { from: "2026-03-16", to: "2026-06-20", kind: "briefing" })).body.items;
    await tong.patch(`/activities/${march.id}`, { version: 1, onDate: "2026-03-30" });
    const edited = await tong.put(`/activities/templates/${made.body.id}`, {
      ...rule,
      version: 1,
      rhythm: { every: "week", weekday: 1 },
      until: "2026-04-06",
    });
    expect(edited.body).toMatchObject({ version: 2, rhythmText: { vi: "Thứ hai hằng tuần" } });
    expect(await days()).toEqual([
      "2026-03-16 planned",
      "2026-03-23 planned",
      "2026-03-30 planned",
      "2026-03-30 planned",
      "2026-04-06 planned",
    ]);
    expect((await tong.put(`/activities/templates/${made.body.id}`, { ...rule, version: 1 })).status).toBe(409);
    expect((await buoi.post(`/activities/templates/${made.body.id}/end`, { version: 2 })).status).toBe(404);
    const ended = await tong.post(`/activities/templates/${made.body.id}/end`, { version: 2 });
    expect(ended.body).toMatchObject({ active: false });
    expect(await days()).toEqual(["2026-03-30 planned"]);
    expect((await tong.post(`/activities/templates/${made.body.id}/end`, { version: 3 })).status).toBe(409);
    expect((await tong.post("/activities/templates", { ...rule, rhythm: { every: "moon" } })).status).toBe(400);
    expect((await tong.get("/activities/templates")).body.items).toHaveLength(1);
    expect((await tong.get("/activities/calendar", { from: "2026-01-01", to: "2026-12-31" })).status).toBe(400);
  });

  test("a private address gives the calendar without a session, until it is closed or the post ends", async () => {
    await recorded(tong, { name: "Hội nghị sơ kết", kind: "review", onDate: "2026-03-27", startTime: "07:30", place: "Hội trường xã" });
    const feed = (await tong.post("/activities/feeds", {})).body;
    const path = new URL(feed.url).pathname;
    expect(path).toMatch(/^\/calendar\/[\w-]{32}\.ics$/);
    const calendar = await app.anonymous.fetch(path);
    expect([calendar.status, calendar.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    const text = String(calendar.raw).replaceAll("\r\n ", "");
    expect(text).toContain("SUMMARY:Hội nghị sơ kết (dự kiến)");
    expect(text).toContain("DTSTART:20260327T003000Z");
    expect(text).toContain("STATUS:TENTATIVE");
    expect(text).toContain("DTSTART;VALUE=DATE:20260310");
    expect((await tong.get("/activities/feeds")).body.items).toMatchObject([{ id: feed.id, lastReadOn: "2026-03-16" }]);
    expect(JSON.stringify((await tong.get("/activities/feeds")).body)).not.toContain(path.slice(10, 42));
    expect((await buoi.delete(`/activities/feeds/${feed.id}`)).status).toBe(404);
    expect((await tong.delete(`/activities/feeds/${feed.id}`)).body.items).toEqual([]);
    expect((await app.anonymous.fetch(path)).status).toBe(404);
    expect((await app.anonymous.fetch("/calendar/x.ics")).status).toBe(404);

    const other = (await viewer.post("/activities/feeds", { label: "Điện thoại" })).body;
    expect((await app.anonymous.fetch(new URL(other.url).pathname)).status).toBe(200);
    await app.db
      .updateTable("post")
      .set({ ended_at: new Date("2026-03-01") })
      .where("person_id", "=", viewer.id)
      .execute();
    expect((await app.anonymous.fetch(new URL(other.url).pathname)).status).toBe(404);
  });
});

describe("the evidence binder", () => {
  test("is an index and the files of what was done, for a clause, a unit and a span", async () => {
    const picture = photograph("bang chung.jpg");
    const body = await dua.upload("/activities", {
      kind: "unity-day",
      name: "Ngày hội Đại đoàn kết thôn Đoài",
      onDate: "2025-11-16",
      turns: "230",
      "photos[0]": picture,
    });
    expect(body.status).toBe(201);
    const query = { unitId: village, from: "2025-11-01", to: "2025-11-30" };
    const weighed = (await tong.get("/activities/binder", query)).body;
    expect(weighed).toMatchObject({ activities: 1, files: 1, path: expect.stringContaining("/files/activities/binder?") });
    const download = await tong.fetch(weighed.path);
    expect([download.status, download.headers["content-type"]]).toEqual([200, "application/zip"]);
    const files = unzipSync(new Uint8Array(download.raw));
    expect(Object.keys(files).toSorted()).toEqual([
      "001_2025-11-16_ngay-hoi-dai-doan-ket-thon-doai/anh-1.jpg",
      "muc-luc.docx",
      "muc-luc.html",
    ]);
    const page = new TextDecoder().decode(files["muc-luc.html"]);
    expect(page).toContain("Ngày hội Đại đoàn kết thôn Đoài");
    expect(page).toContain("230 lượt người");
    const words = new TextDecoder().decode(unzipSync(files["muc-luc.docx"] ?? new Uint8Array())["word/document.xml"]);
    expect(words).toContain("MỤC LỤC TẬP MINH CHỨNG");
    expect((await buoi.get("/activities/binder", query)).body).toMatchObject({ activities: 0, path: null });
    expect((await buoi.fetch(weighed.path)).status).toBe(404);
    expect((await app.anonymous.fetch(weighed.path)).status).toBe(401);
    expect((await tong.fetch("/files/activities/binder?from=x")).status).toBe(400);
  });
});
