import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { verifyCertificate } from "./service/recognitions.ts";

const app = await testApp({ at: "2026-11-20T09:00:00+07:00" });

let binhLam: UnitId;
/** Of the commune's Front: prepares, signs, registers; of the province's: prepares, signs; of the commune beside. */
let tong: Person;
let thanh: Person;
let dua: Person;
let hanh: Person;
let vinh: Person;
let buoi: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const line = (superiorId: UnitId) => [{ kind: "line" as const, superiorId }];
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations: line(front) });
  const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  const village = await unit(db, { name: "Ban Công tác Mặt trận thôn Đoài", kind: "front", parentId: area, relations: line(binhLam) });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  const hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations: line(front) });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  thanh = await app.person({ name: "Vũ Thị Thanh", unit: binhLam, role: "signer" });
  dua = await app.person({ name: "Lò Văn Dứa", unit: village, role: "reporter" });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  vinh = await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "signer" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "coordinator" });
});

const whole = { field: "culture-society", contents: { situation: "Rác ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." } };

/** An accepted exemplar of the village in a step. */
async function accepted(name: string, { step = 3, kind = "model" } = {}): Promise<string> {
  const { id } = (await dua.post("/exemplars", { kind, name, ...whole })).body;
  await dua.post(`/exemplars/${id}/register`, { version: 1 });
  const answer = await tong.post(`/exemplars/${id}/accept`, { version: 2 });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await app.db.updateTable("exemplar").set({ step }).where("id", "=", id).execute();
  return id;
}

const ok = (answer: { status: number; body: any }, status = 200) => {
  // oxlint-disable-line typescript/no-explicit-any -- answers of every shape
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body;
};
const draft = async (by: Person, exemplarIds: string[], more: object = {}) =>
  ok(await by.post("/exemplar-decisions", { year: 2026, exemplarIds, ...more }), 201);
const act = async (by: Person, decision: { id: string; version: number }, what: string, more: object = {}) =>
  by.post(`/exemplar-decisions/${decision.id}/${what}`, { version: decision.version, ...more });

async function signed(exemplarIds: string[], [maker, signer]: [Person, Person] = [tong, thanh]) {
  const presented = ok(await act(maker, await draft(maker, exemplarIds), "present"));
  return ok(await act(signer, presented, "sign"));
}

describe("a decision", () => {
  test("tells why something is not a candidate, and cannot be laid before the signer with it", async () => {
    const [good, early] = [await accepted("Ngõ không rác"), await accepted("Tổ hòa giải", { step: 1 })];
    const made = await draft(tong, []);
    expect(made).toMatchObject({ level: "commune", state: "draft", items: 0, next: { number: "01", symbol: "/QĐ-MTTQ-BTT" } });
    const ready = ok(await tong.get(`/exemplar-decisions/${made.id}/candidates`));
    expect(ready.items.map((item: { exemplar: { id: string } }) => item.exemplar.id)).toEqual([good]);
    const all = ok(await tong.get(`/exemplar-decisions/${made.id}/candidates`, { only: "all", text: "to hoa giai" }));
    expect(all.items).toMatchObject([{ exemplar: { id: early }, why: [{ vi: expect.stringContaining("bước 1") }] }]);
    const listed = ok(
      await tong.put(`/exemplar-decisions/${made.id}/list`, { version: 1, list: [{ exemplarId: good }, { exemplarId: early }] }),
    );
    expect(listed.list.map(({ why }: { why: unknown[] }) => why.length)).toEqual([0, 1]);
    expect(listed.blocked.vi).toContain("1 mô hình");
    const refused = await act(tong, listed, "present");
    expect([refused.status, refused.body.details.list[0].id]).toEqual([400, early]);
    expect((await act(tong, made, "cancel", { reason: "Soạn lại" })).status).toBe(409);
    ok(await act(tong, listed, "cancel", { reason: "Soạn lại" }));
  });

  test("is signed by somebody else, takes its number, and recognises every line", async () => {
    const id = await accepted("Camera an ninh thôn Đoài");
    const made = await draft(tong, [id]);
    expect((await act(thanh, made, "sign")).body.code).toBe("wrong_state");
    const presented = ok(await act(tong, made, "present"));
    expect(ok(await thanh.get("/desk")).waiting.cards).toContainEqual(
      expect.objectContaining({ kind: "exemplar-decision", path: `/exemplars/decisions/${made.id}` }),
    );
    expect((await act(tong, presented, "sign")).status).toBe(403);
    expect((await tong.patch(`/exemplar-decisions/${made.id}`, { version: presented.version, header: presented.header })).status).toBe(409);
    expect((await act(thanh, presented, "sign", { day: "2026-12-01" })).status).toBe(400);
    const done = ok(await act(thanh, presented, "sign"));
    expect(done).toMatchObject({
      state: "signed",
      number: "01/QĐ-MTTQ-BTT",
      decidedOn: "2026-11-20",
      signer: { name: "Vũ Thị Thanh" },
      can: [],
    });
    // Everybody here reads what was signed, and finds it on the exemplar.
    expect((await buoi.get(`/exemplar-decisions/${made.id}`)).status).toBe(200);
    const { recognitions } = ok(await dua.get(`/exemplars/${id}/recognitions`));
    expect(recognitions).toMatchObject([
      { level: "commune", year: 2026, decision: { number: "01/QĐ-MTTQ-BTT" }, can: ["certificate"], revoked: null },
    ]);
    expect(ok(await dua.get("/desk")).waiting.cards).toContainEqual(
      expect.objectContaining({ kind: "recognition", title: "Camera an ninh thôn Đoài" }),
    );
    // The next one goes on in the series; a number is given once.
    const next = ok(await act(tong, await draft(tong, [await accepted("Cây xanh")]), "present"));
    expect(next.next).toMatchObject({ number: "02" });
    expect((await act(thanh, next, "sign", { number: "01" })).body).toMatchObject({ code: "conflict" });
    // What is recognised this year is no candidate again.
    const again = ok(await act(tong, next, "take-back"));
    const refused = ok(await tong.put(`/exemplar-decisions/${next.id}/list`, { version: again.version, list: [{ exemplarId: id }] }));
    expect(refused.list[0].why[0].vi).toContain("01/QĐ-MTTQ-BTT");
    ok(await act(tong, refused, "cancel", { reason: "Đã công nhận" }));
  });

  test("comes out in official form and its certificates as PDF", async () => {
    const one = await signed([
      await accepted("Hiến đất làm đường"),
      await accepted("Ông Tô Văn Đoàn vận động khuyến học", { kind: "person" }),
    ]);
    const docx = await tong.fetch(`/files/exemplar-decisions/${one.id}/docx`);
    expect([docx.status, docx.raw.subarray(0, 2).toString()]).toEqual([200, "PK"]);
    const all = await tong.fetch(`/files/exemplar-decisions/${one.id}/certificates`);
    expect([all.status, all.raw.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    const [line] = one.list;
    expect((await dua.fetch(`/files/exemplar-recognitions/${line.recognition.id}/certificate`)).status).toBe(200);
    expect((await buoi.fetch(`/files/exemplar-recognitions/${line.recognition.id}/certificate`)).status).toBe(403);
    expect((await app.anonymous.fetch(`/files/exemplar-recognitions/${line.recognition.id}/certificate`)).status).toBe(401);
  });

  test("that was signed on paper is entered with its scan, whatever step things were in", async () => {
    const id = await accepted("Cầu dân sinh", { step: 1 });
    const made = await draft(tong, [id]);
    const paper = (more: object = {}) => ({
      version: String(made.version),
      number: "7/QĐ-MTTQ-BTT",
      day: "2026-03-01",
      signer: "Vũ Thị Thanh",
      post: "Chủ tịch",
      file: new File([Buffer.from("%PDF-1.4 x")], "quyet-dinh.pdf"),
      ...more,
    });
    const path = `/exemplar-decisions/${made.id}/sign-on-paper`;
    expect((await tong.upload(path, paper({ file: new File(["MZ"], "quyet-dinh.exe") }))).status).toBe(415);
    expect((await tong.upload(path, paper({ day: "2026-12-24" }))).status).toBe(400);
    const done = ok(await tong.upload(path, paper()));
    expect(done).toMatchObject({
      state: "signed",
      number: "7/QĐ-MTTQ-BTT",
      decidedOn: "2026-03-01",
      hasScan: true,
      signer: { how: "on-paper" },
    });
    expect((await tong.fetch(`/files/exemplar-decisions/${made.id}/scan`)).raw.toString()).toContain("%PDF");
    expect((await tong.fetch(`/files/exemplar-decisions/${made.id}/docx`)).raw.subarray(0, 2).toString()).toBe("PK");
  });

  test("of a former district is entered from paper, with a day of its time", async () => {
    const made = await draft(tong, [await accepted("Đường hoa")], { year: 2024, district: { called: "Ban Chỉ đạo huyện Tân Giang" } });
    expect(made).toMatchObject({ level: "district", can: ["edit", "signOnPaper", "cancel"] });
    const file = () => new File([Buffer.from("%PDF-1.4 x")], "quyet-dinh.pdf");
    const paper = { version: "1", number: "12-QĐ/BCĐ", signer: "Ông A", post: "Trưởng ban" };
    expect((await tong.upload(`/exemplar-decisions/${made.id}/sign-on-paper`, { ...paper, day: "2025-08-01", file: file() })).status).toBe(
      400,
    );
    const done = ok(await tong.upload(`/exemplar-decisions/${made.id}/sign-on-paper`, { ...paper, day: "2024-11-18", file: file() }));
    expect(done).toMatchObject({ level: "district", number: "12-QĐ/BCĐ" });
    expect((await tong.post("/exemplar-decisions", { year: 2026, district: { called: "X" } })).status).toBe(400);
  });
});

describe("levels", () => {
  test("the province recognises what a commune recognised first", async () => {
    const id = await accepted("Dòng sông sạch");
    const made = await draft(hanh, [id]);
    expect(made).toMatchObject({ level: "province", list: [{ why: [{ vi: expect.stringContaining("cấp dưới") }] }] });
    await signed([id]);
    const now = ok(await hanh.get(`/exemplar-decisions/${made.id}`));
    expect(now.list[0].why).toEqual([]);
    const presented = ok(await act(hanh, now, "present"));
    expect(ok(await act(vinh, presented, "sign"))).toMatchObject({ level: "province", number: "01/QĐ-MTTQ-BTT" });
    const { recognitions } = ok(await dua.get(`/exemplars/${id}/recognitions`));
    expect(recognitions.map(({ level }: { level: string }) => level).toSorted()).toEqual(["commune", "province"]);
  });

  test("what rounds of the year ask units to have recognised stands beside, with what they have", async () => {
    const file = new File(["ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG\nHƯỚNG DẪN\nĐăng ký mô hình"], "huong-dan.txt", { type: "text/plain" });
    const guidanceDocumentId = (await hanh.upload("/documents", { file })).body.document.id;
    const [from, until] = ["2026-01-01", "2026-12-31"];
    const round = ok(
      await hanh.post("/exemplar-rounds", {
        title: "Đăng ký năm 2026",
        periodFrom: from,
        periodUntil: until,
        opensOn: from,
        closesOn: until,
        kinds: ["model"],
        guidanceDocumentId,
        units: [{ unitId: binhLam, leastRecognised: { province: 2 } }],
      }),
      201,
    );
    ok(await hanh.post(`/exemplar-rounds/${round.id}/open`, { version: 1 }));
    const made = await draft(hanh, [await accepted("Bếp ăn sạch")]);
    const [row] = ok(await hanh.get(`/exemplar-rounds/${round.id}`)).unitRows;
    expect(row).toMatchObject({ unit: { id: binhLam }, recognised: { province: 1 } });
    expect(row.recognised.commune).toBeGreaterThan(1);
    expect(made.quotas).toEqual([
      { unit: expect.objectContaining({ id: binhLam }), round: "Đăng ký năm 2026", least: 2, recognised: expect.any(Number), here: 1 },
    ]);
    // Of another level or year nothing is asked.
    expect((await draft(tong, [])).quotas).toEqual([]);
    expect((await draft(hanh, [], { year: 2027 })).quotas).toEqual([]);
  });

  test("a body sets rules of its own, from a day", async () => {
    const all = { level: "commune", bodyKinds: ["front"], exemplarKinds: ["model"], leastStep: 4 };
    expect((await dua.post("/exemplar-recognition-rules", all)).status).toBe(403);
    expect((await buoi.post("/exemplar-recognition-rules", { ...all, bodyId: binhLam })).status).toBe(403);
    expect((await tong.post("/exemplar-recognition-rules", { ...all, from: "2026-12-01", until: "2026-11-01" })).status).toBe(400);
    expect((await tong.post("/exemplar-recognition-rules", { ...all, level: "district" })).status).toBe(400);
    const rule = ok(await tong.post("/exemplar-recognition-rules", all), 201);
    const made = await draft(tong, [await accepted("Chợ văn minh")]);
    expect(made.list[0].why[0].vi).toContain("cần đến bước 4");
    const ended = ok(await tong.put(`/exemplar-recognition-rules/${rule.id}`, { ...all, version: 1, until: "2026-11-19" }));
    expect(ended).toMatchObject({ version: 2, until: "2026-11-19", unit: { id: binhLam } });
    expect((await tong.put(`/exemplar-recognition-rules/${rule.id}`, { ...all, version: 1 })).status).toBe(409);
    expect(ok(await tong.get(`/exemplar-decisions/${made.id}`)).list[0].why).toEqual([]);
    expect(ok(await dua.get("/exemplar-recognition-rules")).items.length).toBe(5);
  });
});

describe("a recognition that was wrong", () => {
  test("is revoked by the body or from above, stays on record, and its certificate says so", async () => {
    const one = await signed([await accepted("Nhà sạch vườn đẹp")]);
    const { recognition, exemplar } = one.list[0];
    const path = `/exemplar-recognitions/${recognition.id}/revoke`;
    const given = { version: 1, reason: "Số liệu báo cáo không đúng", number: "09/QĐ-MTTQ-BTT" };
    expect((await buoi.post(path, given)).status).toBe(403);
    expect((await dua.post(path, given)).status).toBe(403);
    expect((await hanh.post(path, { ...given, on: "2026-12-01" })).status).toBe(400);
    const { code } = ok(await dua.get(`/exemplars/${exemplar.id}/recognitions`)).recognitions[0];
    expect(await verifyCertificate(app.services.databases.portal, code.toLowerCase())).toMatchObject({
      state: "valid",
      title: "Nhà sạch vườn đẹp",
      decision_number: one.number,
    });
    expect(ok(await hanh.post(path, given))).toMatchObject({
      revoked: { on: "2026-11-20", reason: "Số liệu báo cáo không đúng", by: "Lê Thị Hạnh" },
      can: [],
    });
    expect((await hanh.post(path, { ...given, version: 2 })).status).toBe(409);
    const told = await verifyCertificate(app.services.databases.portal, code);
    expect(told).toMatchObject({ state: "revoked", revoked_on: "2026-11-20" });
    expect(JSON.stringify(told)).not.toContain("Số liệu");
    expect((await dua.fetch(`/files/exemplar-recognitions/${recognition.id}/certificate`)).status).toBe(409);
    // It may be recognised again.
    expect((await draft(tong, [exemplar.id])).list[0].why).toEqual([]);
    const history = ok(await dua.get("/audit/history", { kind: "exemplar", id: exemplar.id }));
    expect(JSON.stringify(history)).toContain("thu hồi công nhận");
  });

  test("codes that were never given say nothing", async () => {
    expect(await verifyCertificate(app.services.databases.portal, "00000-00000-00000")).toBeUndefined();
    expect(await verifyCertificate(app.services.databases.portal, "' or 1=1")).toBeUndefined();
  });
});

test("an exemplary person is named in public only with consent", async () => {
  const id = await accepted("Ông Tô Văn Đoàn, người giữ nhịp khuyến học", { kind: "person" });
  const made = await draft(tong, []);
  const listed = ok(
    await tong.put(`/exemplar-decisions/${made.id}/list`, { version: 1, list: [{ exemplarId: id, deed: "Vận động khuyến học ở thôn" }] }),
  );
  const done = ok(await act(thanh, ok(await act(tong, listed, "present")), "sign"));
  const { code, id: recognition } = ok(await dua.get(`/exemplars/${id}/recognitions`)).recognitions[0];
  expect(done.list[0].printedAs).toContain("Tô Văn Đoàn");
  const portal = app.services.databases.portal;
  expect(JSON.stringify(await verifyCertificate(portal, code))).not.toContain("Tô Văn Đoàn");
  expect(await verifyCertificate(portal, code)).toMatchObject({
    title: "Vận động khuyến học ở thôn",
    unit_name: "Ban Công tác Mặt trận thôn Đoài, xã Bình Lâm",
  });
  const consent = { on: "2026-11-19", how: "Bản giấy có chữ ký, lưu tại xã" };
  expect(
    (await tong.post(`/exemplar-recognitions/${recognition}/consent`, { version: 1, consent: { ...consent, on: "2027-01-01" } })).status,
  ).toBe(400);
  ok(await tong.post(`/exemplar-recognitions/${recognition}/consent`, { version: 1, consent }));
  expect(await verifyCertificate(portal, code)).toMatchObject({ title: "Ông Tô Văn Đoàn, người giữ nhịp khuyến học" });
  ok(await tong.post(`/exemplar-recognitions/${recognition}/consent`, { version: 2, consent: null }));
  expect(JSON.stringify(await verifyCertificate(portal, code))).not.toContain("Tô Văn Đoàn");
});

test("blanks are measured by a body, and printed in their frames to be tried", async () => {
  const blank = { name: "Giấy khen", width: 297, height: 210, fields: [{ key: "recipient", x: 40, y: 90, width: 200, size: 20 }] };
  expect((await dua.post("/print-blanks", blank)).status).toBe(403);
  expect((await tong.post("/print-blanks", { ...blank, fields: [{ ...blank.fields[0], x: 200 }] })).status).toBe(400);
  const made = ok(await tong.post("/print-blanks", blank), 201);
  expect((await tong.post("/print-blanks", blank)).status).toBe(409);
  expect((await tong.fetch(`/files/print-blanks/${made.id}/test`)).raw.subarray(0, 5).toString()).toBe("%PDF-");
  expect(ok(await tong.put(`/print-blanks/${made.id}`, { ...blank, version: 1, width: 420 }))).toMatchObject({ version: 2, width: 420 });
  expect(ok(await dua.get("/print-blanks")).items).toHaveLength(1);
});

test("strangers are refused everywhere", async () => {
  for (const path of ["/exemplar-decisions", "/exemplar-recognition-rules", "/print-blanks"])
    expect((await app.anonymous.get(path)).status).toBe(401);
  expect((await app.anonymous.post("/exemplar-decisions", { year: 2026 })).status).toBe(401);
  expect((await tong.post("/exemplar-decisions", { year: "sớm" })).status).toBe(400);
});

describe("a round of appraisal", () => {
  const asked = (key: string) => ({ key, text: "Có kết quả đếm được", max: "10" });

  async function round(rates: string[]): Promise<string> {
    const content = {
      sections: [{ title: "Kết quả", lines: [asked("a-1")] }],
      outcomes: [{ from: "5", word: "Đề nghị công nhận" }],
      unmet: "Chưa đạt",
    };
    const rubric = ok(await hanh.post("/appraisal-rubrics", { title: "Tiêu chí mô hình", rates, content }), 201);
    ok(await hanh.post(`/appraisal-rubrics/${rubric.id}/publish`, { version: 1 }));
    const days = { periodFrom: "2026-01-01", periodUntil: "2026-12-31", selfUntil: "2026-11-30", judgeUntil: "2026-12-15" };
    return ok(await hanh.post("/appraisal-rounds", { title: "Thẩm định mô hình năm 2026", rubricId: rubric.id, ...days }), 201).id;
  }

  test("is filled from the register at once by whoever looks after it, and by nobody else", async () => {
    const ids = [await accepted("Ngõ hoa"), await accepted("Tổ đọc sách")];
    const roundId = await round(["collective"]);
    const put = (by: Person, list: string[]) => by.post(`/appraisal-rounds/${roundId}/exemplars`, { ids: list });
    expect(ok(await put(hanh, ids))).toEqual({ added: 2, already: 0 });
    expect(ok(await put(hanh, ids))).toEqual({ added: 0, already: 2 });
    const rows = ok(await hanh.get(`/appraisal-rounds/${roundId}`)).rows;
    expect(rows.map(({ ref }: { ref: string }) => ref).toSorted()).toEqual(ids.toSorted());
    // A round that is being prepared does not exist for others; a person has no collective's rubric; a draft is no file yet.
    expect((await put(tong, ids)).status).toBe(404);
    const person = await accepted("Bà Lò Thị Hoa giữ tiếng hát", { kind: "person" });
    const refused = await put(hanh, [person]);
    expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining("Bà Lò Thị Hoa")]);
    const { id: unread } = ok(await dua.post("/exemplars", { kind: "model", name: "Vườn thuốc nam", ...whole }), 201);
    expect((await put(hanh, [unread])).status).toBe(404);
    ok(await dua.post(`/exemplars/${unread}/register`, { version: 1 }));
    expect((await put(hanh, [unread])).status).toBe(409);
    expect((await put(hanh, [])).status).toBe(400);
    expect(ok(await hanh.get(`/appraisal-rounds/${roundId}`)).rows).toHaveLength(2);
  });
});
