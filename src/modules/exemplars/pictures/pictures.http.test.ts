import { loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { photoFile, photograph, traces } from "../../../../test/support/photograph.ts";
import { unit } from "../../../../test/support/units.ts";
import { referencedFiles } from "../../../platform/file-collection.ts";
import { processOne } from "./processing.ts";

const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });
const nowhere = "019a0000-0000-7000-8000-000000000000";

/** Head of the board of a residential area; the commune's Front, which receives; somebody of the commune beside. */
let dua: Person;
let tong: Person;
let buoi: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  const line = (superiorId: never) => [{ kind: "line" as const, superiorId }];
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune });
  const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  const board = { name: "Ban Công tác Mặt trận thôn Đoài", kind: "front" as const, parentId: area, relations: line(binhLam as never) };
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  const hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside });
  dua = await app.person({ name: "Lò Văn Dứa", unit: await unit(db, board), role: "reporter" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
});

/** An accepted one, which everybody who signs in sees; or a draft. */
async function exemplar({ accepted = true } = {}): Promise<string> {
  const { body } = await dua.post("/exemplars", {
    kind: "model",
    name: "Ngõ không rác",
    field: "culture-society",
    contents: { situation: "Rác để ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." },
  });
  if (accepted) {
    expect((await dua.post(`/exemplars/${body.id}/register`, { version: 1 })).status).toBe(200);
    expect((await tong.post(`/exemplars/${body.id}/accept`, { version: 2 })).status).toBe(200);
  }
  return body.id;
}

/** Uploads, processes, and returns the first picture. */
async function withPicture(id: string, fields: Record<string, string | File | File[]> = {}) {
  const answer = await dua.upload(`/exemplars/${id}/pictures`, { "photos[0]": photoFile("IMG_0001.jpg", { seed: 11 }), ...fields });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  for (const { id: made } of answer.body.items) await processOne(app.services, made);
  return (await dua.get(`/exemplars/${id}/pictures`)).body.items[0];
}

const file = (picture: { id: string }, size: string) => `/files/exemplars/pictures/${picture.id}/${size}`;

describe("adding", () => {
  test("holds what comes in quarantine until it was drawn anew, then shows it without what the telephone wrote", async () => {
    const id = await exemplar();
    const photos = [photoFile("IMG_1.jpg", { seed: 1 }), photoFile("IMG_2.jpg", { seed: 2, turned: true })];
    const { status, body } = await dua.upload(`/exemplars/${id}/pictures`, { "photos[0]": photos[0]!, "photos[1]": photos[1]! });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.items).toMatchObject([
      { state: "quarantined", name: "IMG_1.jpg", sizes: [], shows: null, public: null, can: ["take-out"] },
      { state: "quarantined" },
    ]);
    for (const size of ["thumb", "web", "print", "public"]) expect((await dua.fetch(file(body.items[0], size))).status).toBe(404);
    await app.runJobs();
    const [first, second] = (await tong.get(`/exemplars/${id}/pictures`)).body.items;
    expect(first).toMatchObject({ state: "ready", sizes: ["thumb", "web", "print"], width: 640, height: 480, can: [] });
    expect([second.width, second.height]).toEqual([480, 640]);
    for (const size of first.sizes) {
      const answer = await tong.fetch(file(first, size));
      expect([answer.status, answer.headers["content-type"], answer.headers["x-content-type-options"]]).toEqual([
        200,
        "image/jpeg",
        "nosniff",
      ]);
      expect(answer.headers["cache-control"]).toBe("private, no-cache");
      for (const trace of ["Exif", ...Object.values(traces)]) expect(answer.raw.includes(trace), `${size} ${trace}`).toBe(false);
      expect((await loadImage(answer.raw)).width).toBeGreaterThan(100);
    }
    const row = await app.db.selectFrom("exemplar_picture").selectAll().where("id", "=", first.id).executeTakeFirstOrThrow();
    expect(row.original_hash, "what came is not kept").toBeNull();
    expect(row.phash).not.toBeNull();
    expect((await referencedFiles(app.db)).has(row.came_as)).toBe(false);
  });

  test("takes the same file once, papers too, and is news of the exemplar", async () => {
    const id = await exemplar();
    app.now("2026-03-20T09:00:00+07:00");
    const paper = new File(["%PDF-1.4 biên bản"], "Biên bản.pdf", { type: "application/pdf" });
    for (const time of ["first", "again"]) {
      const given = { "photos[0]": photoFile(), "papers[0]": paper };
      const { body } = await dua.upload(`/exemplars/${id}/pictures`, given);
      expect([body.items.length, body.papers.length], time).toEqual([1, 1]);
    }
    const { papers } = (await tong.get(`/exemplars/${id}/pictures`)).body;
    const got = await tong.fetch(`/files/exemplars/papers/${papers[0].id}`);
    expect([got.status, got.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect((await dua.get(`/exemplars/${id}`)).body).toMatchObject({ movedOn: "2026-03-20", version: 3 });
    const history = (await dua.get("/audit/history", { kind: "exemplar", id })).body;
    expect(JSON.stringify(history)).toContain("thêm ảnh, tài liệu");
    app.now("2026-03-16T09:00:00+07:00");
  });

  test("refuses what is no picture, what is not what it says, what is marked secret; a broken one says why", async () => {
    const id = await exemplar({ accepted: false });
    const add = (fields: Record<string, File>) => dua.upload(`/exemplars/${id}/pictures`, fields);
    const text = new File(["Không phải ảnh"], "anh.jpg", { type: "image/jpeg" });
    const wrong = await add({ "photos[0]": text });
    expect([wrong.status, wrong.body.code, wrong.body.details.file]).toEqual([415, "unsupported", "anh.jpg"]);
    expect((await add({ "photos[0]": new File([], "rong.jpg") })).status).toBe(400);
    expect((await add({ "papers[0]": new File(["MZ"], "a.exe") })).body.code).toBe("unsupported");
    expect((await add({ "papers[0]": new File(["khong phai"], "a.pdf") })).body.code).toBe("unsupported");
    const secret = await add({ "papers[0]": new File(["UBND TỈNH\nMẬT\nKế hoạch số 1"], "ke-hoach.txt") });
    expect(secret.body.code).toBe("secret");
    expect((await dua.upload(`/exemplars/${id}/pictures`, { shows: "none" })).status).toBe(400);
    const cut = photograph({ seed: 3 });
    const broken = new File([new Uint8Array(cut.subarray(0, 900))], "hong.jpg", { type: "image/jpeg" });
    const { status, body } = await add({ "photos[0]": broken });
    expect(status, JSON.stringify(body)).toBe(201);
    await app.runJobs();
    const [shown] = (await dua.get(`/exemplars/${id}/pictures`)).body.items;
    expect(shown).toMatchObject({ state: "refused", refusal: "broken", sizes: [], can: ["take-out"] });
  });

  test("is for the lead's people and a visitor's own event; hidden and refused to others", async () => {
    const id = await exemplar();
    const by = (person: Person) => person.upload(`/exemplars/${id}/pictures`, { "photos[0]": photoFile() });
    expect((await by(buoi)).status).toBe(403);
    expect((await app.anonymous.upload(`/exemplars/${id}/pictures`, { "photos[0]": photoFile() })).status).toBe(401);
    const draft = await exemplar({ accepted: false });
    expect((await buoi.upload(`/exemplars/${draft}/pictures`, { "photos[0]": photoFile() })).status).toBe(404);
    const { id: event } = await app.db
      .insertInto("exemplar_event")
      .values({
        exemplar_id: id,
        kind: "visit",
        on_date: "2026-03-16",
        unit_id: buoi.actor.unitId,
        typed_by: buoi.id,
        typed_at: new Date(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const visit = await buoi.upload(`/exemplars/${id}/pictures`, { "photos[0]": photoFile("tham.jpg", { seed: 5 }), eventId: event });
    expect(visit.status, JSON.stringify(visit.body)).toBe(201);
    expect((await dua.upload(`/exemplars/${id}/pictures`, { "photos[0]": photoFile(), eventId: nowhere })).status).toBe(400);
    expect((await dua.get(`/exemplars/${id}/pictures`)).body.items).toMatchObject([{ eventId: event }]);
  });
});

describe("what may be public", () => {
  const act = (id: string, picture: { id: string; version: number }, what: string, body: object = {}) =>
    what === "edit"
      ? dua.patch(`/exemplars/${id}/pictures/${picture.id}`, { version: picture.version, ...body })
      : what === "blur"
        ? dua.put(`/exemplars/${id}/pictures/${picture.id}/blur`, { version: picture.version, ...body })
        : dua.post(`/exemplars/${id}/pictures/${picture.id}/${what}`, { version: picture.version, ...body });
  const face = { shape: "ellipse", x: 0.3, y: 0.2, width: 0.2, height: 0.3 };

  test("nothing before somebody said whom it shows; those beyond see what may be public alone", async () => {
    const id = await exemplar();
    let picture = await withPicture(id);
    const beyond = async () => (await buoi.get(`/exemplars/${id}/pictures`)).body;
    expect(await beyond()).toMatchObject({ items: [], papers: [], mayAdd: false, beyond: true });
    picture = (await act(id, picture, "edit", { shows: "none", caption: "Lễ ra mắt", alt: "Bà con dọn ngõ", cover: true })).body.items[0];
    expect(picture).toMatchObject({ public: "picture", cover: true, caption: "Lễ ra mắt", alt: "Bà con dọn ngõ" });
    expect((await beyond()).items).toMatchObject([
      { id: picture.id, sizes: ["public"], name: "", consent: null, can: [], added: { by: "" } },
    ]);
    expect((await buoi.fetch(file(picture, "public"))).status).toBe(200);
    for (const size of ["thumb", "web", "print", "blurred", "huge"]) expect((await buoi.fetch(file(picture, size))).status, size).toBe(404);
    expect((await app.anonymous.fetch(file(picture, "public"))).status).toBe(401);
  });

  test("of children and the poor: only with a consent, and at once nothing when it is withdrawn or the answer changes", async () => {
    const id = await exemplar();
    let picture = await withPicture(id, { shows: "children-or-poor" });
    expect(picture).toMatchObject({ shows: "children-or-poor", public: null, can: ["edit", "consent", "blur", "take-out"] });
    picture = (await act(id, picture, "consent", { how: "minutes", where: "Hồ sơ chi hội phụ nữ thôn" })).body.items[0];
    expect(picture).toMatchObject({
      public: "picture",
      consent: { by: "Lò Văn Dứa", on: "2026-03-16", how: "minutes", where: "Hồ sơ chi hội phụ nữ thôn" },
      can: ["edit", "withdraw-consent", "blur", "take-out"],
    });
    expect((await act(id, picture, "consent", { how: "paper" })).body.code).toBe("wrong_state");
    picture = (await act(id, picture, "consent/withdraw", { reason: "Gia đình đổi ý" })).body.items[0];
    expect(picture).toMatchObject({ public: null, consent: null });
    expect((await buoi.fetch(file(picture, "public"))).status).toBe(404);
    picture = (await act(id, picture, "consent", { how: "paper" })).body.items[0];
    picture = (await act(id, picture, "edit", { shows: "people" })).body.items[0];
    expect(picture, "a consent was given for another answer").toMatchObject({ public: "picture", consent: null });
    picture = (await act(id, picture, "edit", { shows: "children-or-poor" })).body.items[0];
    expect(picture).toMatchObject({ public: null, consent: null });
    const rows = await app.db.selectFrom("act").select(["act", "after"]).where("thing_id", "=", id).orderBy("id", "desc").execute();
    expect(rows[0]).toMatchObject({ act: "exemplar-picture:edit", after: { pictureShows: "children-or-poor", pictureMayBePublic: false } });
    expect(JSON.stringify(rows)).not.toContain("chi hội");
  });

  test("a covered version goes out instead of the picture; without a consent only when every face is covered", async () => {
    const id = await exemplar();
    let picture = await withPicture(id, { shows: "children-or-poor" });
    picture = (await act(id, picture, "blur", { areas: [face] })).body.items[0];
    expect(picture).toMatchObject({ public: null, blur: { areas: [face], coversAll: false }, sizes: ["thumb", "web", "print", "blurred"] });
    picture = (await act(id, picture, "blur", { areas: [face], coversAll: true })).body.items[0];
    expect(picture).toMatchObject({ public: "blurred" });
    const open = await buoi.fetch(file(picture, "public"));
    expect(open.raw.equals((await dua.fetch(file(picture, "blurred"))).raw)).toBe(true);
    expect(open.raw.equals((await dua.fetch(file(picture, "web"))).raw)).toBe(false);
    expect(open.raw.length).toBeLessThanOrEqual(40 * 1024);
    const again = await dua.fetch(file(picture, "blurred"));
    expect(again.headers["etag"]).toMatch(/^"[0-9a-f]{64}"$/);
    picture = (await act(id, picture, "blur", { areas: [] })).body.items[0];
    expect(picture, "whom it shows is to be answered again").toMatchObject({ public: null, blur: null, shows: null });
    picture = (await act(id, picture, "edit", { shows: "people" })).body.items[0];
    expect(picture.public).toBe("picture");
    for (const areas of [[{ ...face, x: 0.9 }], [{ ...face, width: 0 }], [{ ...face, shape: "star" }]])
      expect((await act(id, picture, "blur", { areas })).status).toBe(400);
  });

  test("a stale version is refused with what is there now; what is taken out is gone with its files", async () => {
    const id = await exemplar();
    const picture = await withPicture(id, { "photos[0]": photoFile("once.jpg", { seed: 99 }), shows: "none" });
    const changed = (await act(id, picture, "edit", { caption: "Một" })).body.items[0];
    const stale = await act(id, picture, "edit", { caption: "Hai" });
    expect([stale.status, stale.body.details.current.items[0].caption]).toEqual([409, "Một"]);
    expect((await buoi.post(`/exemplars/${id}/pictures/${picture.id}/take-out`, { version: 2, reason: "x" })).status).toBe(403);
    expect((await act(id, { id: nowhere, version: 1 }, "take-out", { reason: "x" })).status).toBe(404);
    const row = await app.db
      .selectFrom("exemplar_picture")
      .select(["web_hash", "print_hash"])
      .where("id", "=", picture.id)
      .executeTakeFirstOrThrow();
    expect((await act(id, changed, "take-out", { reason: "Ảnh mờ" })).body.items).toEqual([]);
    expect((await dua.fetch(file(picture, "web"))).status).toBe(404);
    expect((await referencedFiles(app.db)).has(row.print_hash ?? "")).toBe(false);
    const papers = (await dua.upload(`/exemplars/${id}/pictures`, { "papers[0]": new File(["Danh sách"], "ds.txt") })).body.papers;
    const gone = await dua.post(`/exemplars/${id}/papers/${papers[0].id}/take-out`, { reason: "Nhầm" });
    expect(gone.body.papers).toEqual([]);
    expect((await dua.fetch(`/files/exemplars/papers/${papers[0].id}`)).status).toBe(404);
  });
});

test("a photograph used before is found, smaller and saved again as it is", async () => {
  const [one, other] = [await exemplar(), await exemplar()];
  await withPicture(one, { "photos[0]": photoFile("a.jpg", { width: 1200, height: 900, seed: 77 }) });
  await withPicture(other, { "photos[0]": photoFile("b.jpg", { width: 600, height: 450, seed: 77, quality: 50 }) });
  const asked = await app.db.selectFrom("exemplar_similar").select(["other_id", "reasons"]).where("exemplar_id", "=", other).execute();
  expect(asked.find(({ other_id }) => other_id === one)?.reasons).toContain("picture");
});
