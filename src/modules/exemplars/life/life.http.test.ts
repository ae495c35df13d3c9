import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import type { UnitId } from "../../../kernel/ids.ts";

const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });
const nowhere = "019a0000-0000-7000-8000-000000000000";

let binhLam: UnitId;
/** Office of the province's Front, two persons; the one of the commune's Front; a partner in the commune; the commune beside. */
let hanh: Person;
let vinh: Person;
let tong: Person;
let mai: Person;
let buoi: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const line = [{ kind: "line" as const, superiorId: front }];
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations: line });
  const women = await unit(db, { name: "Hội LHPN xã Bình Lâm", kind: "womens-union", parentId: commune });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  const hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations: line });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  vinh = await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "approver" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  mai = await app.person({ name: "Y Mai", unit: women, role: "reporter" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "coordinator" });
});

async function accepted(more: object = {}): Promise<string> {
  const { body } = await tong.post("/exemplars", {
    kind: "model",
    name: "Ngõ không rác",
    field: "culture-society",
    contents: { situation: "Rác để ở đầu ngõ.", goals: "95 hộ phân loại rác.", area: "Thôn Đoài." },
    goals: [{ name: "Hộ phân loại rác", unit: "hộ", baseline: "40", goal: "95" }],
    partners: [{ unitId: mai.actor.unitId, part: "join" }],
    ...more,
  });
  expect((await tong.post(`/exemplars/${body.id}/register`, { version: 1 })).status).toBe(200);
  const answer = await hanh.post(`/exemplars/${body.id}/accept`, { version: 2 });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return body.id;
}

const life = async (by: Person, id: string) => (await by.get(`/exemplars/${id}/life`)).body;
const write = (by: Person, id: string, kind: string, more: object = {}) =>
  by.post(`/exemplars/${id}/events`, { kind, onDate: "2026-03-10", text: "Đã làm.", ...more });
const openGates = ({ steps, step }: Awaited<ReturnType<typeof life>>) =>
  steps[step - 1].gates.filter(({ met }: { met: boolean }) => !met).map(({ code }: { code: string }) => code);

describe("the four steps", () => {
  test("are walked by evidence; what cannot be had is passed with a reason that the reviewer reads", async () => {
    const id = await accepted();
    const before = await life(tong, id);
    expect(before).toMatchObject({ step: 1, walked: false, can: ["pass", "pause", "sustain"], mayEdit: true });
    expect(openGates(before)).toEqual(["survey"]);
    const refused = await tong.post(`/exemplars/${id}/step/pass`, { version: before.version });
    expect([refused.status, refused.body.details.gates]).toEqual([400, ["survey"]]);
    const surveyed = await write(tong, id, "survey", { details: { asked: 120, favourable: "Dân đồng tình." } });
    expect([surveyed.status, openGates(surveyed.body)]).toEqual([201, []]);
    const second = await tong.post(`/exemplars/${id}/step/pass`, { version: before.version });
    expect(second.body).toMatchObject({ step: 2, can: ["pass", "back", "pause", "sustain"] });
    expect(second.body.steps[0]).toMatchObject({
      state: "done",
      passed: { onDate: "2026-03-16", without: [], by: { name: "Phạm Văn Tòng" } },
    });
    // A stale version is refused: somebody else has moved it.
    expect((await tong.post(`/exemplars/${id}/step/pass`, { version: before.version })).status).toBe(409);
    const { version } = second.body;
    const contents = {
      method: "Ngõ tự quản.",
      forces: "Ban Công tác Mặt trận.",
      output: "95 hộ phân loại.",
      sustaining: "Tổ tự quản giữ.",
    };
    expect((await tong.patch(`/exemplars/${id}`, { version, contents })).status).toBeLessThan(500);
    const edited = await life(tong, id);
    for (const kind of ["plan", "assign", "communicate"]) expect((await write(tong, id, kind)).status).toBe(201);
    const short = await life(tong, id);
    const reasons = Object.fromEntries(openGates(short).map((code: string) => [code, "Đã ra mắt từ năm trước."]));
    expect(Object.keys(reasons)).toContain("launch");
    const third = await tong.post(`/exemplars/${id}/step/pass`, { version: edited.version, reasons });
    expect(third.body, JSON.stringify(third.body)).toMatchObject({ step: 3 });
    const seen = (await life(hanh, id)).steps[1].passed.without;
    expect(seen).toContainEqual({ gate: "launch", reason: "Đã ra mắt từ năm trước." });
    // Others in the province see that it was passed, not what was inside.
    expect((await life(buoi, id)).steps[1].passed).toMatchObject({ without: [], by: { name: null } });
    const back = await hanh.post(`/exemplars/${id}/step/back`, { version: third.body.version, reason: "Cần làm lễ ra mắt." });
    expect(back.body).toMatchObject({ step: 2 });
    expect((await tong.post(`/exemplars/${id}/step/back`, { version: third.body.version, reason: "x" })).status).toBe(409);
  });

  test("end with a review; it is confirmed year by year that it goes on, paused and stopped with reasons that stay", async () => {
    const id = await accepted({ name: "Đường hoa thôn Đoài" });
    for (const at of [1, 2, 3, 4]) {
      const now = await life(tong, id);
      expect(now.step).toBe(at);
      const reasons = Object.fromEntries(openGates(now).map((code: string) => [code, "Không có."]));
      expect((await tong.post(`/exemplars/${id}/step/pass`, { version: now.version, reasons })).status).toBe(200);
    }
    const walked = await life(tong, id);
    expect(walked).toMatchObject({ step: 4, walked: true, can: ["back", "pause", "sustain"] });
    const at = { version: walked.version };
    expect((await tong.post(`/exemplars/${id}/sustain`, { ...at, year: 2027, text: "Vẫn giữ." })).status).toBe(400);
    expect((await tong.post(`/exemplars/${id}/sustain`, { ...at, year: 2026, text: "Tổ tự quản vẫn giữ." })).body.sustained).toBe(2026);
    const paused = await tong.post(`/exemplars/${id}/pause`, { ...at, reason: "Mùa lũ" });
    expect(paused.body).toMatchObject({ paused: true, can: ["resume"] });
    expect((await tong.post(`/exemplars/${id}/pause`, { version: paused.body.version, reason: "Lại" })).status).toBe(409);
    const on = await tong.post(`/exemplars/${id}/go-on`, { version: paused.body.version });
    expect(on.body.paused).toBe(false);
    expect((await tong.post(`/exemplars/${id}/stop`, { version: on.body.version, reason: "Đã thành nếp" })).status).toBe(200);
    const over = await life(tong, id);
    expect(over).toMatchObject({ state: "stopped", can: [], kinds: [] });
    expect(over.events.map(({ kind, text }: { kind: string; text: string }) => [kind, text]).slice(0, 4)).toEqual([
      ["stopped", "Đã thành nếp"],
      ["resumed", ""],
      ["paused", "Mùa lũ"],
      ["sustained", "Tổ tự quản vẫn giữ."],
    ]);
    expect((await write(tong, id, "note")).status).toBe(403);
  });
});

describe("evidence", () => {
  test("is added by lead and partners, visits by those above, and by nobody else", async () => {
    const id = await accepted({ name: "Tổ hòa giải 5 tốt" });
    expect((await life(mai, id)).kinds).toEqual(["survey", "communicate", "visit", "lesson", "note"]);
    expect((await life(hanh, id)).kinds).toEqual(["visit", "inspect", "note"]);
    expect((await life(buoi, id)).kinds).toEqual([]);
    expect((await write(mai, id, "launch")).status).toBe(403);
    expect((await write(mai, id, "visit", { findings: [{ text: "Chưa có sổ." }] })).status).toBe(403);
    expect((await write(buoi, id, "note")).status).toBe(403);
    const told = await write(mai, id, "communicate", { details: { turns: 60, form: "Họp chi hội" } });
    expect(told.body.events[0]).toMatchObject({ kind: "communicate", by: { unit: { id: mai.actor.unitId } }, details: { turns: 60 } });
    // A partner's evidence counts nothing: figures are the lead's.
    const { goals } = told.body;
    expect((await mai.post(`/exemplars/${id}/readings`, { goalId: goals[0].id, onDate: "2026-03-10", value: "50" })).status).toBe(403);
  });

  test("must have happened, must say something, and fits its kind", async () => {
    const id = await accepted({ name: "Sạch từ nhà ra ngõ" });
    const fields = async (answer: ReturnType<typeof write>) => Object.keys((await answer).body.details?.fields ?? {});
    expect(await fields(write(tong, id, "plan", { onDate: "2026-03-17" }))).toEqual(["onDate"]);
    expect(await fields(write(tong, id, "plan", { text: "" }))).toEqual(["text"]);
    expect(await fields(write(tong, id, "plan", { details: { turns: 5 } }))).toEqual(["details.turns"]);
    expect(await fields(write(tong, id, "survey", { details: { asked: -1 } }))).toEqual(["details.asked"]);
    expect(await fields(write(tong, id, "plan", { findings: [{ text: "x" }] }))).toEqual(["findings"]);
    expect(await fields(write(tong, id, "plan", { documents: [nowhere] }))).toEqual(["documents"]);
  });

  test("that is wrong is struck by its own unit, stays readable, and counts for nothing", async () => {
    const id = await accepted({ name: "Camera an ninh" });
    const [survey] = (await write(tong, id, "survey")).body.events;
    const visit = (await write(hanh, id, "visit", { findings: [{ text: "Chưa có sổ." }] })).body.events.find(
      ({ kind }: { kind: string }) => kind === "visit",
    );
    const strike = (by: Person, event: string) => by.post(`/exemplars/${id}/events/${event}/strike`, { reason: "Ghi nhầm mô hình" });
    expect((await strike(tong, visit.id)).status).toBe(403);
    expect((await strike(tong, nowhere)).status).toBe(404);
    const after = await strike(tong, survey.id);
    expect(openGates(after.body)).toEqual(["survey"]);
    expect(after.body.events.find((each: { id: string }) => each.id === survey.id)).toMatchObject({
      struck: { reason: "Ghi nhầm mô hình", by: "Phạm Văn Tòng" },
      mayStrike: false,
    });
    expect((await strike(tong, survey.id)).status).toBe(409);
    expect((await life(buoi, id)).events).toEqual([]);
    expect((await strike(hanh, visit.id)).body.findings).toEqual([]);
    await expect(app.db.updateTable("exemplar_event").set({ text: "khác" }).where("id", "=", survey.id).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("findings of a visit", () => {
  test("are answered by the lead and settled by who found them; both see what is open", async () => {
    const id = await accepted({ name: "Bếp tình thương" });
    const { body } = await write(hanh, id, "inspect", {
      details: { conclusion: "Có kết quả, cần sổ theo dõi." },
      findings: [{ text: "Chưa có sổ theo dõi.", recommendation: "Lập sổ theo ngõ.", mendDays: 15 }],
    });
    const [finding] = body.findings;
    expect(finding).toMatchObject({ state: "open", mendBy: "2026-03-25", can: ["settle"] });
    const to = (by: Person, act: string, text = "Đã lập sổ.") => by.post(`/exemplars/${id}/findings/${finding.id}/${act}`, { text });
    expect((await life(tong, id)).findings[0].can).toEqual(["answer"]);
    expect((await tong.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ kind: "exemplar-finding", id }));
    expect((await to(tong, "settle")).status).toBe(403);
    expect((await to(buoi, "answer")).status).toBe(403);
    expect((await to(tong, "answer")).body.findings[0]).toMatchObject({
      state: "answered",
      entries: [{ kind: "answer", text: "Đã lập sổ." }],
    });
    expect((await hanh.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ kind: "exemplar-answer", id }));
    expect((await to(hanh, "reopen", "Sổ còn trống.")).body.findings[0].state).toBe("open");
    expect((await to(tong, "answer")).body.findings[0].entries).toHaveLength(3);
    expect((await to(hanh, "settle", "")).body.findings[0].state).toBe("settled");
    expect((await to(tong, "answer")).status).toBe(409);
    expect((await life(buoi, id)).findings).toEqual([]);
  });
});

describe("readings of a goal", () => {
  test("keep the word they were said with, and what stood there before a correction", async () => {
    const id = await accepted({ name: "Nhà sạch vườn đẹp" });
    const [goal] = (await life(tong, id)).goals;
    const read = (onDate: string, value: string) =>
      tong.post(`/exemplars/${id}/readings`, { goalId: goal.id, onDate, value, note: "Tổ tự quản đếm" });
    expect((await read("2026-02-01", "hơn 60")).body.goals[0].readings).toMatchObject([
      { value: "60", said: "hơn", note: "Tổ tự quản đếm" },
    ]);
    expect((await read("2026-02-01", "61")).status).toBe(409);
    expect((await read("2026-04-01", "61")).status).toBe(400);
    expect((await read("2026-03-01", "nhiều")).body.details.fields.value).toContain("Chưa hiểu số này");
    const second = (await read("2026-03-01", "82")).body.goals[0].readings[1];
    const correct = (value: string | null) =>
      tong.post(`/exemplars/${id}/readings/${second.id}/correct`, { value, reason: "Đếm trùng hai hộ" });
    expect((await correct("80")).body.goals[0].readings[1]).toMatchObject({
      value: "80",
      before: [{ value: "82", reason: "Đếm trùng hai hộ" }],
    });
    expect((await tong.get(`/exemplars/${id}`)).body.goals[0].reached).toMatchObject({ value: "80", onDate: "2026-03-01" });
    const without = (await correct(null)).body.goals[0];
    expect([without.readings.length, without.takenOut.map(({ value }: { value: string }) => value)]).toEqual([1, ["80", "82"]]);
  });
});

describe("silence", () => {
  test("is asked about at the lead, seen by the superior, and nobody else's; days are a body's own", async () => {
    const id = await accepted({ name: "Tổ tự quản số 7" });
    const quiet = async (by: Person) => (await by.get("/exemplars", { quiet: "true" })).body.items.map((each: { id: string }) => each.id);
    await app.db.updateTable("exemplar").set({ moved_on: "2025-10-20" }).where("id", "=", id).execute();
    // 147 days: not yet by the rule of the programme.
    expect([await quiet(tong), (await life(tong, id)).quiet]).toEqual([[], null]);
    const rule = (await hanh.get("/exemplar-life-rule")).body;
    expect(rule).toMatchObject({ version: 0, from: null, quietDays: 180, mayEdit: true });
    const set = (by: Person, more: object) => by.put("/exemplar-life-rule", { version: 0, quietDays: 120, grades: rule.grades, ...more });
    expect((await set(hanh, { grades: [rule.grades[0], rule.grades[0]] })).status).toBe(400);
    expect((await set(hanh, {})).body).toMatchObject({ version: 1, quietDays: 120 });
    expect((await set(hanh, { quietDays: 90 })).status).toBe(409);
    expect((await tong.get("/exemplar-life-rule")).body).toMatchObject({ version: 0, from: { id: hanh.actor.unitId }, quietDays: 120 });
    expect((await life(tong, id)).quiet).toEqual({ days: 147 });
    expect([await quiet(tong), await quiet(hanh), await quiet(buoi)]).toEqual([[id], [id], []]);
    expect((await tong.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ kind: "exemplar-quiet", id }));
    // Any dated news ends it; news of an older day does not turn it back.
    await write(tong, id, "note", { onDate: "2026-03-15" });
    await write(tong, id, "note", { onDate: "2025-01-15" });
    expect((await life(tong, id)).movedOn).toBe("2026-03-15");
    expect(await quiet(hanh)).toEqual([]);
  });
});

describe("the yearly classification", () => {
  test("is proposed by the lead, decided above by another person, for a list at once", async () => {
    const ids = [await accepted({ name: "Mô hình A" }), await accepted({ name: "Mô hình B" })];
    const propose = (by: Person, items: object[]) => by.post("/exemplar-grades/propose", { year: 2026, items });
    const decide = (by: Person, items: object[]) => by.post("/exemplar-grades/decide", { year: 2026, items });
    const row = async (by: Person, id: string) =>
      (await by.get("/exemplar-grades", { year: 2026, unitId: binhLam })).body.items.find((each: { id: string }) => each.id === id);
    const good = (version: number) => ids.map((id) => ({ id, version, grade: "good", reason: "Đạt 82 trên 95 hộ." }));
    expect((await propose(buoi, good(0))).status).toBe(403);
    expect((await propose(tong, [{ id: ids[0], version: 0, grade: "great" }])).status).toBe(400);
    expect((await decide(hanh, [{ id: ids[0], version: 1, grade: "good" }])).status).toBe(409);
    expect((await propose(tong, good(0))).body).toEqual({ proposed: 2 });
    // All or none: one of them stands in another version.
    expect((await propose(tong, [{ ...good(1)[0], grade: "fair" }, good(0)[1] ?? {}])).status).toBe(409);
    expect((await row(tong, ids[0] ?? "")).grade.proposed).toMatchObject({ code: "good", name: "Tốt", next: "replicate" });
    expect((await decide(tong, [{ id: ids[0], version: 1, grade: "good" }])).status).toBe(403);
    expect(await row(hanh, ids[0] ?? "")).toMatchObject({ can: expect.arrayContaining(["decide"]), goals: 1, goalsReached: 0 });
    expect((await vinh.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ kind: "exemplar-grades", id: "2026" }));
    expect((await decide(vinh, [{ id: ids[0], version: 1, grade: "fair", note: "Cần thêm một năm." }])).body).toEqual({ decided: 1 });
    expect((await propose(tong, [{ id: ids[0], version: 2, grade: "good" }])).status).toBe(409);
    const { grades } = await life(tong, ids[0] ?? "");
    expect(grades).toMatchObject([{ year: 2026, decided: { name: "Khá", next: "sustain", note: "Cần thêm một năm." } }]);
    expect((await life(buoi, ids[0] ?? "")).grades).toEqual([]);
    const asked = async (by: Person, next: string) =>
      (await by.get("/exemplars", { next })).body.items.map((each: { id: string }) => each.id);
    expect([await asked(tong, "sustain"), await asked(mai, "sustain"), await asked(vinh, "sustain")]).toEqual([
      [ids[0]],
      [ids[0]],
      [ids[0]],
    ]);
    expect(await asked(buoi, "sustain")).toEqual([]);
    expect((await tong.get("/exemplar-grades", { year: 2026, show: "undecided" })).body.total).toBeGreaterThan(0);
    expect((await buoi.get("/exemplar-grades", { year: 2026, unitId: binhLam })).status).toBe(403);
    expect((await decide(vinh, [{ id: ids[1], version: 1, grade: "good" }])).status).toBe(200);
    expect(await asked(buoi, "replicate")).toEqual([ids[1]]);
  });

  test("is not decided by who proposed it, even with a post above", async () => {
    const id = await accepted({ name: "Mô hình C" });
    expect((await hanh.post("/exemplar-grades/propose", { year: 2025, items: [{ id, version: 0, grade: "good" }] })).status).toBe(200);
    expect((await hanh.post("/exemplar-grades/decide", { year: 2025, items: [{ id, version: 1, grade: "good" }] })).status).toBe(403);
    expect((await vinh.post("/exemplar-grades/decide", { year: 2025, items: [{ id, version: 1, grade: "good" }] })).status).toBe(200);
  });
});

test("strangers are refused, and what is being prepared is hidden from them", async () => {
  const { body } = await tong.post("/exemplars", { kind: "model", name: "Nháp" });
  for (const by of [app.anonymous, buoi]) {
    const status = by === buoi ? 404 : 401;
    expect((await by.get(`/exemplars/${body.id}/life`)).status).toBe(status);
    expect((await by.post(`/exemplars/${body.id}/events`, { kind: "note", onDate: "2026-03-01", text: "x" })).status).toBe(status);
  }
  expect((await tong.post(`/exemplars/${body.id}/events`, { kind: "survey", onDate: "2026-03-01", text: "Hỏi dân." })).status).toBe(201);
  expect((await tong.post(`/exemplars/${body.id}/step/pass`, { version: 1 })).status).toBe(409);
});
