import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";
import type { Item } from "./contract.ts";

const app = await testApp();

/** A short plan of a fictional province: enough for every kind of item. */
const plan = (number = "12/KH-MTTQ-BTT") => `ỦY BAN MTTQ VIỆT NAM
TỈNH TÂN GIANG
BAN THƯỜNG TRỰC

Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tân Giang, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua "Dân vận khéo" năm 2026

Thực hiện Hướng dẫn số 09-HD/BDVTU ngày 20/12/2025 của Ban Dân vận Tỉnh ủy Tân Giang về phong trào thi đua "Dân vận khéo", Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của cán bộ Mặt trận các cấp về công tác dân vận.

II. NỘI DUNG
1. Ủy ban MTTQ Việt Nam các xã, phường tuyên truyền, vận động Nhân dân thực hiện phong trào thi đua "Dân vận khéo".
2. Mỗi xã, phường xây dựng ít nhất 01 mô hình "Dân vận khéo" trước ngày 15/11/2026.
3. Định kỳ tổ chức hội nghị đánh giá kết quả thực hiện.

III. TỔ CHỨC THỰC HIỆN
1. Giao Văn phòng cơ quan Ủy ban MTTQ Việt Nam tỉnh chủ trì, phối hợp với các Ban chuyên môn đôn đốc, kiểm tra việc thực hiện.
2. Ủy ban MTTQ Việt Nam các xã, phường báo cáo kết quả về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh trước ngày 10/12/2026.

Nơi nhận:
- Thường trực Tỉnh ủy (báo cáo);
- Lưu: VP.
TM. BAN THƯỜNG TRỰC
PHÓ CHỦ TỊCH

Lê Thị Hạnh
`;

const file = (text: string, name = "ke-hoach.txt") => new File([text], name, { type: "text/plain" });
const nowhere = "019a0000-0000-7000-8000-000000000000";

let front: UnitId;
let hanh: Person;
let tong: Person;
let committee: Person;
let clerk: Person;

beforeAll(async () => {
  const province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const commune = await unit(app.db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const communeFront = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune });
  const peoples = await unit(app.db, { name: "Ủy ban nhân dân tỉnh Tân Giang", kind: "peoples-committee", parentId: province });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: communeFront, role: "coordinator" });
  committee = await app.person({ name: "Y Mai", unit: peoples, role: "coordinator" });
  clerk = await app.person({ name: "Đỗ Quốc Bảo", unit: front, role: "clerk" });
});

let made = 0;
/** A document of the province's Front, read and ready to review. */
async function reviewed(by: Person = hanh, text?: string) {
  const { body } = await by.upload("/documents", { file: file(text ?? plan(`${(made += 1)}/KH-MTTQ-BTT`)) });
  await app.runJobs();
  return body.document.id as string;
}
const entry = async (id: string, by: Person = hanh) => (await by.get(`/documents/${id}`)).body;
const itemsOf = async (id: string, kind?: string): Promise<Item[]> =>
  (await hanh.get(`/documents/${id}/items`, kind ? { kind } : {})).body.items;

describe("bringing a document in", () => {
  test("a unit of the tree is read as who does it, though no kind of body opens its name", async () => {
    await unit(app.db, { name: "Tổ hợp Hồn quê", kind: "other-body", parentId: front });
    const text = plan("101/KH-MTTQ-BTT").replace("3. Định kỳ tổ chức", "3. Tổ hợp Hồn quê hát ru cho trẻ.\n4. Định kỳ tổ chức");
    const tasks = await itemsOf(await reviewed(hanh, text), "task");
    expect(tasks.map(({ value }) => (value as { lead: string[] }).lead)).toContainEqual(["Tổ hợp Hồn quê"]);
  });

  test("keeps it, reads it in the background, and offers a review", async () => {
    const uploaded = await hanh.upload("/documents", { file: file(plan("100/KH-MTTQ-BTT")) });
    expect(uploaded.status).toBe(200);
    expect(uploaded.body).toMatchObject({
      already: false,
      document: { state: "compiling", fileName: "ke-hoach.txt", unit: { id: front } },
    });
    await app.runJobs();
    const document = await entry(uploaded.body.document.id);
    expect(document).toMatchObject({
      state: "review",
      docType: "Kế hoạch",
      number: "100/KH-MTTQ-BTT",
      date: "2026-01-05",
      uploadedBy: "Lê Thị Hạnh",
      failure: null,
      can: { review: true, finish: true, reopen: false },
    });
    expect(document.items.total).toBeGreaterThan(10);
    const text = await hanh.get(`/documents/${document.id}/text`);
    expect(text.body.lines.join("\n")).toBe(plan("100/KH-MTTQ-BTT"));
    expect(text.body.outline.length).toBeGreaterThan(3);
    const items = await itemsOf(document.id);
    for (const item of items) {
      if (item.line !== null && item.quote !== null) expect(text.body.lines[item.line - 1]).toContain(item.quote);
    }
    const task = items.find((item) => item.kind === "task" && item.quote?.includes("đôn đốc"));
    expect(task).toMatchObject({ state: "proposed", version: 1 });
  });

  test("points to the document that is there when the same file comes again", async () => {
    const first = await hanh.upload("/documents", { file: file(plan("101/KH")) });
    const again = await clerk.upload("/documents", { file: file(plan("101/KH"), "ten-khac.txt") });
    expect(again.body).toMatchObject({ already: true, document: { id: first.body.document.id } });
    const elsewhere = await tong.upload("/documents", { file: file(plan("101/KH")) });
    expect(elsewhere.body.already).toBe(false);
    await app.runJobs();
  });

  test("refuses a secret one by its name or its text and keeps nothing, not even the name", async () => {
    const marked = plan("77/KH-MTTQ-BTT").replace("KẾ HOẠCH\n", "MẬT\n\nKẾ HOẠCH\n");
    for (const secret of [file(plan("78/KH"), "Ke hoach (MẬT).txt"), file(marked, "ke-hoach-77.txt")]) {
      const refused = await hanh.upload("/documents", { file: secret });
      expect(refused.status).toBe(422);
      expect(refused.body.code).toBe("secret");
    }
    const { body } = await hanh.get("/documents", { text: "77/KH" });
    expect(body.total).toBe(0);
    const acts = await app.db.selectFrom("act").selectAll().where("act", "=", "document:refuse-secret").execute();
    expect(acts).toHaveLength(2);
    expect(JSON.stringify(acts)).not.toMatch(/MẬT|77\/KH|ke-hoach|Ke hoach/);
    for await (const kept of app.services.files.list())
      expect((await app.services.files.read(kept.sha256)).toString()).not.toContain("77/KH-MTTQ-BTT");
  });

  test("keeps the internal mark, and an internal document is never opened to everybody", async () => {
    const internal = await hanh.upload("/documents", { file: file(plan("102/KH").replace("KẾ HOẠCH\n", "LƯU HÀNH NỘI BỘ\nKẾ HOẠCH\n")) });
    expect(internal.body.document).toMatchObject({ internal: true, audience: "unit" });
    const byHand = await hanh.upload("/documents", { file: file(plan("103/KH")), internal: "yes" });
    expect(byHand.body.document.internal).toBe(true);
    await app.runJobs();
    const { id, version } = await entry(byHand.body.document.id);
    const opened = await hanh.patch(`/documents/${id}`, { version, audience: "installation" });
    expect([opened.status, opened.body.code]).toEqual([409, "wrong_state"]);
  });

  test("says what cannot be read, and asks for the right to upload", async () => {
    const pdf = await hanh.upload("/documents", { file: new File(["%PDF-1.7"], "ke-hoach.pdf") });
    expect([pdf.status, pdf.body.code]).toEqual([415, "unsupported"]);
    const empty = await hanh.upload("/documents", { file: file("") });
    expect(empty.status).toBe(400);
    expect((await hanh.post("/documents", { file: "no file" })).status).toBe(400);
    expect((await app.anonymous.upload("/documents", { file: file(plan()) })).status).toBe(401);
    const auditor = await app.person({ name: "Người kiểm tra", unit: front, role: "auditor" });
    expect((await auditor.upload("/documents", { file: file(plan()) })).status).toBe(403);
  });
});

describe("who sees a document", () => {
  test("its own unit, not another body of the same area, nobody without a session", async () => {
    const id = await reviewed();
    for (const path of ["", "/text", "/items", "/citations", "/unresolved"]) {
      expect((await hanh.get(`/documents/${id}${path}`)).status).toBe(200);
      expect((await clerk.get(`/documents/${id}${path}`)).status).toBe(200);
      expect((await committee.get(`/documents/${id}${path}`)).status).toBe(404);
      expect((await tong.get(`/documents/${id}${path}`)).status).toBe(404);
      expect((await app.anonymous.get(`/documents/${id}${path}`)).status).toBe(401);
      expect((await hanh.get(`/documents/${nowhere}${path}`)).status).toBe(404);
      expect((await hanh.get(`/documents/not-an-id${path}`)).status).toBe(400);
    }
    const listed = await committee.get("/documents");
    expect(JSON.stringify(listed.body)).not.toContain(id);
    expect((await app.anonymous.get("/documents")).status).toBe(401);
    expect((await hanh.get("/documents", { page: 0 })).status).toBe(400);
  });

  test("everybody here once its unit opens it, and then they only read", async () => {
    const id = await reviewed();
    const { version } = await entry(id);
    expect((await clerk.patch(`/documents/${id}`, { version, audience: "installation" })).status).toBe(403);
    expect((await hanh.patch(`/documents/${id}`, { version, audience: "installation" })).status).toBe(200);
    const seen = await committee.get(`/documents/${id}`);
    expect(Object.values(seen.body.can)).not.toContain(true);
    expect((await committee.patch(`/documents/${id}`, { version: seen.body.version, internal: true })).status).toBe(403);
  });

  test("the search box finds it for its own unit alone", async () => {
    const id = await reviewed(hanh, plan("555/KH-MTTQ-BTT"));
    const found = async (by: Person) =>
      (await by.get("/search", { text: "555/kh-mttq" })).body.items.filter(({ kind }: { kind: string }) => kind === "document");
    expect(await found(hanh)).toMatchObject([{ id, to: `/documents/${id}`, title: "Kế hoạch 555/KH-MTTQ-BTT ngày 05/01/2026" }]);
    expect(await found(committee)).toEqual([]);
  });

  test("the original leaves as a download, to readers alone", async () => {
    const id = await reviewed();
    const download = await hanh.fetch(`/files/documents/${id}/original`);
    expect(download.status).toBe(200);
    expect(download.raw.toString()).toContain("/KH-MTTQ-BTT");
    expect(download.headers["content-disposition"]).toContain("attachment");
    expect(download.headers["x-content-type-options"]).toBe("nosniff");
    expect((await committee.fetch(`/files/documents/${id}/original`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/documents/${id}/original`)).status).toBe(401);
    expect((await hanh.fetch("/files/documents/nonsense/original")).status).toBe(404);
  });
});

describe("the review", () => {
  test("accepts, corrects, drops, restores; a second person's stale decision shows what changed", async () => {
    const id = await reviewed();
    const [item] = await itemsOf(id, "task");
    if (item?.kind !== "task") throw new Error("no task was read");
    const at = `/documents/${id}/items/${item.id}`;

    const accepted = await hanh.post(`${at}/accept`, { version: 1 });
    expect(accepted.body.items[0]).toMatchObject({ state: "accepted", version: 2, changedBy: "Lê Thị Hạnh" });

    const stale = await hanh.post(`${at}/drop`, { version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, "conflict"]);
    expect(stale.body.details).toMatchObject({ current: { id: item.id, state: "accepted", version: 2 }, changedBy: "Lê Thị Hạnh" });

    const to = {
      kind: "task",
      span: item.span,
      value: {
        ...item.value,
        lead: ["Ban Phong trào"],
        due: { ...item.value.due, kind: "date", date: "2026-06-30", rule: "before 2026-06-30", text: "trước ngày 30/6/2026" },
      },
    };
    const corrected = await hanh.put(at, { version: 2, to });
    expect(corrected.body.items[0]).toMatchObject({
      state: "corrected",
      value: { lead: ["Ban Phong trào"], due: { lastDay: "2026-06-29" } },
      original: { lead: item.value.lead },
    });

    const dropped = await hanh.post(`${at}/drop`, { version: 3 });
    expect(dropped.body.items[0].state).toBe("dropped");
    expect((await hanh.post(`${at}/accept`, { version: 4 })).body.code).toBe("wrong_state");
    const restored = await hanh.post(`${at}/restore`, { version: 4 });
    expect(restored.body.items[0]).toMatchObject({ state: "proposed", value: item.value, quote: item.quote, changedBy: null });

    const history = await hanh.get("/audit/history", { kind: "document", id });
    expect(history.status).toBe(200);
    expect(history.body.entries[0].sentence.vi).toContain("lấy lại một mục");
    expect((await committee.get("/audit/history", { kind: "document", id })).status).toBe(404);
  });

  test("adds what was missed and splits what is two things, with the words they stand on", async () => {
    const id = await reviewed();
    const { lines } = (await hanh.get(`/documents/${id}/text`)).body;
    const line = lines.findIndex((text: string) => text.includes("Định kỳ tổ chức hội nghị")) + 1;
    const due = { kind: "recurring", date: null, rule: "periodic (interval not stated)", recurrence: null, text: "Định kỳ", lastDay: null };
    const value = { text: "Tổ chức hội nghị đánh giá", lead: [], coordinate: [], due, section: "II.3" };
    const span = { line, start: 3, end: 20 };
    const added = await hanh.post(`/documents/${id}/items`, { add: { kind: "task", span, value } });
    expect(added.status).toBe(201);
    expect(added.body.items[0]).toMatchObject({ state: "added", line, quote: lines[line - 1].slice(3, 20).trimEnd(), original: null });

    const [task] = await itemsOf(id, "task");
    const parts = [
      { kind: "task", span: task?.span, value },
      { kind: "reporting", span: null, value: { who: "MTTQ các xã", to: "MTTQ tỉnh", via: null, what: "kết quả", due } },
    ];
    const split = await hanh.post(`/documents/${id}/items/${task?.id}/split`, { version: 1, parts });
    expect(split.body.items.map(({ kind, state }: Item) => [kind, state])).toEqual([
      ["task", "dropped"],
      ["task", "added"],
      ["reporting", "added"],
    ]);

    const outside = await hanh.post(`/documents/${id}/items`, { add: { kind: "task", span: { line: 9999, start: 0, end: 1 }, value } });
    expect([outside.status, outside.body.code]).toEqual([400, "invalid_input"]);
    const header = await hanh.post(`/documents/${id}/items`, {
      add: { kind: "header", span: null, value: { field: "number", text: "1" } },
    });
    expect(header.status).toBe(400);
    expect((await hanh.post(`/documents/${id}/items/${task?.id}/split`, { version: 2, parts: [parts[0]] })).status).toBe(400);
    const otherKind = await hanh.put(`/documents/${id}/items/${added.body.items[0].id}`, { version: 1, to: parts[1] });
    expect(otherKind.status).toBe(400);
  });

  test("a corrected header becomes the register entry, and a document of the same number is asked about", async () => {
    const one = await reviewed();
    const two = await reviewed();
    const number = (await itemsOf(two, "header")).find((item) => item.kind === "header" && item.value.field === "number");
    const to = { kind: "header", span: null, value: { field: "number", text: (await entry(one)).number } };
    expect((await hanh.put(`/documents/${two}/items/${number?.id}`, { version: number?.version, to })).status).toBe(200);
    const changed = await entry(two);
    expect(changed.number).toBe((await entry(one)).number);
    expect(changed.lookalikes).toMatchObject([{ document: { id: one }, why: "same-number-and-date" }]);
    expect((await committee.post(`/documents/${two}/lookalikes`, { other: one, same: false })).status).toBe(404);
    const settled = await hanh.post(`/documents/${two}/lookalikes`, { other: one, same: false });
    expect(settled.body.lookalikes).toEqual([]);
    expect((await hanh.post(`/documents/${two}/lookalikes`, { other: two, same: false })).status).toBe(400);
  });

  test("ends when everything is decided and what is unclear was acknowledged, and can be reopened", async () => {
    const id = await reviewed();
    const early = await hanh.post(`/documents/${id}/finish`, { version: (await entry(id)).version });
    expect(early.body).toMatchObject({ code: "wrong_state", details: { undecided: expect.any(Number) } });

    const sure = await hanh.post(`/documents/${id}/items/accept-confident`, { threshold: 0.8, kinds: ["header", "citation"] });
    expect(sure.body.items.every(({ kind, state }: Item) => (kind === "header" || kind === "citation") && state === "accepted")).toBe(true);
    const rest = await hanh.post(`/documents/${id}/items/accept-confident`, { threshold: 0 });
    expect(rest.body.undecided).toBe(0);
    expect((await hanh.post(`/documents/${id}/items/accept-confident`, { threshold: 7 })).status).toBe(400);

    const unresolved = (await hanh.get(`/documents/${id}/unresolved`)).body;
    expect(unresolved.addressees.length).toBeGreaterThan(0);
    expect(unresolved.dates.length).toBeGreaterThan(0);
    const { version } = await entry(id);
    const unclear = await hanh.post(`/documents/${id}/finish`, { version });
    expect(unclear.body).toMatchObject({ code: "wrong_state", details: { unresolved: { dates: unresolved.dates.length } } });
    expect((await clerk.post(`/documents/${id}/finish`, { version, acknowledged: true })).status).toBe(403);
    const finished = await hanh.post(`/documents/${id}/finish`, { version, acknowledged: true });
    expect(finished.body).toMatchObject({ state: "reviewed", reviewedBy: "Lê Thị Hạnh", can: { review: false, reopen: true } });

    const [task] = await itemsOf(id, "task");
    const late = await hanh.post(`/documents/${id}/items/${task?.id}/drop`, { version: task?.version });
    expect(late.body.code).toBe("wrong_state");
    const reopened = await hanh.post(`/documents/${id}/reopen`, { version: finished.body.version });
    expect(reopened.body.state).toBe("review");
    expect((await hanh.post(`/documents/${id}/reopen`, { version: reopened.body.version })).body.code).toBe("wrong_state");
  });

  test("reading again is for a failed reading or a newer compiler, and keeps what people decided", async () => {
    const id = await reviewed();
    const [task] = await itemsOf(id, "task");
    await hanh.post(`/documents/${id}/items/${task?.id}/drop`, { version: 1 });
    await app.db.updateTable("document").set({ compiler: "0" }).where("id", "=", id).execute();
    const before = await entry(id);
    expect(before).toMatchObject({ compilerIsNewer: true, can: { readAgain: true } });
    expect((await hanh.post(`/documents/${id}/read-again`, { version: before.version + 5 })).body.code).toBe("conflict");
    const again = await hanh.post(`/documents/${id}/read-again`, { version: before.version });
    expect(again.body.state).toBe("compiling");
    await app.runJobs();
    const after = await entry(id);
    expect(after).toMatchObject({ state: "review", compilerIsNewer: false, items: before.items });
    expect((await itemsOf(id, "task"))[0]).toMatchObject({ id: task?.id, state: "dropped" });
    expect((await clerk.post(`/documents/${id}/read-again`, { version: after.version })).status).toBe(403);
  });

  test("a reading that failed says so and can be tried again", async () => {
    const id = await reviewed();
    const failure = { vi: "Không tách được nội dung", en: "Could not be taken apart" };
    await app.db
      .updateTable("document")
      .set({ state: "failed", failure: JSON.stringify(failure) })
      .where("id", "=", id)
      .execute();
    const failed = await entry(id);
    expect(failed).toMatchObject({ state: "failed", failure, can: { review: false, readAgain: true } });
    expect((await hanh.post(`/documents/${id}/items/accept-confident`, { threshold: 0 })).body.code).toBe("wrong_state");
    expect((await hanh.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ id, path: `/documents/${id}` }));
    await hanh.post(`/documents/${id}/read-again`, { version: failed.version });
    expect((await hanh.post(`/documents/${id}/finish`, { version: failed.version + 1 })).body.code).toBe("wrong_state");
    await app.runJobs();
    expect(await entry(id)).toMatchObject({ state: "review", failure: null });
  });

  test("is closed to strangers and to those who only file", async () => {
    const id = await reviewed();
    const [item] = await itemsOf(id, "task");
    const acts: [string, object][] = [
      ["accept", {}],
      ["drop", {}],
      ["restore", {}],
      ["split", { parts: [] }],
      ["link", { document: null }],
    ];
    for (const [act, body] of acts) {
      const path = `/documents/${id}/items/${item?.id}/${act}`;
      expect((await app.anonymous.post(path, { version: 1, ...body })).status).toBe(401);
      expect((await clerk.post(path, { version: 1, ...body })).status).toBe(403);
      expect((await hanh.post(path, {})).status).toBe(400);
      if (act === "accept" || act === "drop") expect((await tong.post(path, { version: 1 })).status).toBe(404);
    }
    for (const path of ["finish", "reopen", "read-again", "lookalikes", "items", "items/accept-confident"]) {
      expect((await app.anonymous.post(`/documents/${id}/${path}`)).status).toBe(401);
      expect((await clerk.post(`/documents/${id}/${path}`)).status).toBe(403);
    }
    expect((await app.anonymous.put(`/documents/${id}/items/${item?.id}`)).status).toBe(401);
    expect((await app.anonymous.patch(`/documents/${id}`)).status).toBe(401);
    expect((await hanh.post(`/documents/${id}/items/${nowhere}/accept`, { version: 1 })).status).toBe(404);
  });
});

describe("what a document carries out", () => {
  test("the cited document is found by number and date once it is registered, or named by a person", async () => {
    const id = await reviewed();
    const before = (await hanh.get(`/documents/${id}/citations`)).body.carriesOut.find(
      ({ number }: { number: string }) => number === "09-HD/BDVTU",
    );
    expect(before).toMatchObject({ document: null, candidates: [] });

    const guide = `BAN DÂN VẬN TỈNH ỦY\n\nSố: 09-HD/BDVTU\nTân Giang, ngày 20 tháng 12 năm 2025\n\nHƯỚNG DẪN\nphong trào thi đua "Dân vận khéo"\n\nI. NỘI DUNG\n1. Các cơ quan tổ chức thực hiện.\n`;
    const cited = await reviewed(hanh, guide);
    expect(await entry(cited)).toMatchObject({ number: "09-HD/BDVTU", date: "2025-12-20" });
    const after = (await hanh.get(`/documents/${id}/citations`)).body.carriesOut.find(
      ({ number }: { number: string }) => number === "09-HD/BDVTU",
    );
    expect(after.document).toMatchObject({ id: cited });
    expect((await hanh.get(`/documents/${cited}/citations`)).body.carriedOutBy.map((row: { id: string }) => row.id)).toContain(id);

    const other = await reviewed();
    const item = (await itemsOf(id, "citation")).find((row) => row.kind === "citation" && row.value.number === "09-HD/BDVTU");
    const linked = await hanh.post(`/documents/${id}/items/${item?.id}/link`, { version: item?.version, document: other });
    expect(linked.body.carriesOut.find((row: { item: string }) => row.item === item?.id).document.id).toBe(other);
    expect((await hanh.post(`/documents/${id}/items/${item?.id}/link`, { version: (item?.version ?? 0) + 1, document: id })).status).toBe(
      400,
    );
  });
});
