import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Answer, type Person } from "../../../test/support/app.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import type { UnitId } from "../../kernel/ids.ts";
import type { EntrySection, Submission } from "./contract/submissions.ts";
import { readValues, standOfUnits, submissionsOf, narrativesOf, valueKey } from "./index.ts";
import { cellOf } from "./contract/cells.ts";

const june1 = "2026-06-01T09:00:00+07:00";
const app = await testApp({ at: june1 });
const unit = await tanGiang(app.db);
const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
const hoaPhu = unit("Ủy ban MTTQ Việt Nam xã Hòa Phú");
const women = unit("Hội Liên hiệp Phụ nữ xã Bình Lâm");

/** Asks and approves; may approve beside her; the two of Bình Lâm; the clerk there; the one person of Hòa Phú; the Women's Union of Bình Lâm. */
let hanh: Person;
let bao: Person;
let tong: Person;
let lan: Person;
let clerk: Person;
let mai: Person;
let hoa: Person;
let neighbour: Person;

/** Cells by what they are, from the catalogue. */
let models: string;
let stopped: string;
let turns: string;
let money: string;
let ratio: string;
let yes: string;
let people: string;

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  bao = await app.person({ name: "Đỗ Quốc Bảo", unit: front, role: "approver" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "approver" });
  lan = await app.person({ name: "Hoàng Thị Lan", unit: binhLam, role: "approver" });
  clerk = await app.person({ name: "Bùi Văn Thư", unit: binhLam, role: "clerk" });
  mai = await app.person({ name: "Y Mai", unit: hoaPhu, role: "coordinator" });
  hoa = await app.person({ name: "Nguyễn Thị Hoa", unit: women, role: "reporter" });
  neighbour = await app.person({ name: "Nông Thị Bưởi", unit: unit("Hội Nông dân xã Hòa Phú"), role: "coordinator" });
  const of = async (catalogueNo: number) =>
    String((await app.db.selectFrom("indicator").select("id").where("catalogue_no", "=", catalogueNo).executeTakeFirstOrThrow()).id);
  const first = async (kind: string) =>
    String(
      (
        await app.db
          .selectFrom("indicator")
          .select("id")
          .where("value_kind", "=", kind)
          .where("dimension", "is", null)
          .orderBy("catalogue_no")
          .executeTakeFirstOrThrow()
      ).id,
    );
  [models, stopped, turns, money] = [await of(4), await of(5), await of(7), await of(8)];
  [ratio, yes, people] = [await first("ratio"), await first("yes-no"), await first("distinct-people")];
});

const row = (key: string, label: string, more: Record<string, unknown> = {}) => ({
  indicatorId: Number(key),
  label,
  unit: "mô hình",
  ...more,
});
const content = () => ({
  sections: [
    {
      id: "a",
      number: "I",
      heading: "Mô hình “Dân vận khéo”",
      narrative: true,
      rows: [
        row(models, "Mô hình được nhân rộng", { compulsory: true }),
        row(stopped, "Mô hình dừng hoạt động"),
        row(money, "Kinh phí huy động", { unit: "triệu đồng" }),
        row(ratio, "Tỷ lệ", { unit: "%" }),
        row(yes, "Có quy chế"),
        row(people, "Số người"),
      ],
    },
    {
      id: "b",
      number: "II",
      heading: "Công tác phụ nữ",
      fills: "womens-union",
      narrative: true,
      rows: [row(turns, "Lượt người tham gia")],
    },
  ],
});

let forms = 0;
/** A published form with its round for the first half of 2026, due until 14 June. */
async function round(wish: Record<string, unknown> = {}): Promise<string> {
  const made = await hanh.post("/forms", {
    title: `Báo cáo số ${(forms += 1)}`,
    basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
    addressees: ["MTTQ các xã, phường"],
    periods: { kind: "half" },
    due: { text: "trước ngày 15/6", rule: { kind: "day-of-year", at: [{ month: 6, day: 15 }, { month: 12, day: 15 }], before: true } }, // prettier-ignore
    content: content(),
    ...wish,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const done = await hanh.post(`/forms/${made.body.id}/publish`, { version: 1 });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return (await hanh.get("/rounds/asked", { formId: made.body.id })).body.items[0].id;
}

const ok = (answer: Answer): Submission => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};
const open = async (who: Person, roundId: string, unitId: UnitId = binhLam) =>
  ok(await who.post(`/indicators/rounds/${roundId}/units/${unitId}/submission`));
const get = async (who: Person, id: string) => ok(await who.get(`/indicators/submissions/${id}`));
const section = (told: Submission, id: string): EntrySection => {
  const found = told.sections.find((one) => one.sectionId === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};
const cell = (told: Submission, id: string, key: string) => section(told, id).cells.find((one) => one.key === key);
const save = (who: Person, told: Submission, id: string, cells: Record<string, unknown>, more: Record<string, unknown> = {}) => {
  const part = section(told, id);
  return who.patch(`/indicators/submissions/${told.id}/parts/${id}`, { unitId: part.unit.id, version: part.version, cells, ...more });
};
const seen = (told: Submission) => told.sections.map(({ sectionId, unit: { id }, version }) => ({ sectionId, unitId: id, version }));
const submit = (who: Person, told: Submission, key = randomUUID()) =>
  who.post(`/indicators/submissions/${told.id}/submit`, { key, seen: seen(told) });
const act = async (who: Person, told: Submission, name: string, body: Record<string, unknown> = {}) =>
  who.post(`/indicators/submissions/${told.id}/${name}`, { version: (await get(tong, told.id).catch(() => told)).version, ...body });
const whole = { value: "5" };

/** Opened, filled as little as it needs, and sent. */
async function sent(roundId: string, { who = tong, unitId = binhLam, value = "5" } = {}): Promise<Submission> {
  const told = await open(who, roundId, unitId);
  ok(await save(who, told, "a", { [models]: { value } }));
  const receipt = await submit(who, await get(who, told.id));
  expect(receipt.status, JSON.stringify(receipt.body)).toBe(200);
  return get(who, told.id);
}

async function stands(tier: "provisional" | "approved", key: string, unitId: UnitId = binhLam): Promise<string | null | undefined> {
  const period = { calendar: "civil", code: "2026-H1" } as const;
  const values = await readValues(app.db, { tier, periods: [period], units: [unitId], cells: [cellOf(key)] });
  return values.get(valueKey(period, unitId, key))?.value;
}

describe("opening and entering", () => {
  test("the page gets everything in one request: who asks and why, the sections, what may be done", async () => {
    const told = await open(tong, await round());
    expect(told).toMatchObject({
      rev: 1,
      state: "draft",
      side: "sender",
      unit: { id: binhLam },
      round: {
        basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
        owner: { id: front },
        period: { code: "2026-H1" },
        due: { lastDay: "2026-06-14" },
      },
      can: ["save", "submit", "attachDocument"],
    });
    expect(told.sections.map(({ sectionId, unit: { id }, own, can }) => [sectionId, id, own, can])).toEqual([
      ["a", binhLam, true, ["save"]],
      ["b", women, false, ["save", "done"]],
    ]);
    expect(cell(told, "a", money)).toMatchObject({ unit: "đồng", kind: "money", answer: null, computed: null });
    expect(told.blockers).toMatchObject([{ kind: "empty", key: models }]);
    expect((await open(tong, told.round.id)).id, "opened again it is the same").toBe(told.id);
  });

  test("two people opening at once get one report", async () => {
    const roundId = await round();
    const all = await Promise.all([tong, lan, hoa, tong].map((who) => open(who, roundId)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  test("what is typed is kept at once; a part that moved on is refused with what stands in it", async () => {
    const told = await open(tong, await round());
    const saved = await save(
      tong,
      told,
      "a",
      { [models]: { value: "07" }, [money]: { value: "553000000", said: "hơn" } },
      { narrative: "Đã nhân rộng." },
    );
    expect(saved.body).toMatchObject({ version: 2, blockers: [] });
    expect(saved.body.cells.find((one: { key: string }) => one.key === models).answer).toEqual({
      value: "7",
      said: null,
      reason: null,
      from: "typed",
    });
    expect(saved.body.oddities.map(({ kind }: { kind: string }) => kind)).toEqual(["unfinished", "approximate"]);
    const stale = await save(lan, told, "a", { [models]: { value: "9" } });
    expect(stale.status).toBe(409);
    expect(stale.body.details.current).toMatchObject({ sectionId: "a", version: 2, savedBy: "Phạm Văn Tòng", narrative: "Đã nhân rộng." });
    const now = await get(lan, told.id);
    expect((await save(lan, now, "a", { [models]: { value: null } })).body.blockers).toHaveLength(1);
    expect(cell(await get(tong, told.id), "a", money)?.answer).toMatchObject({ value: "553000000", said: "hơn" });
  });

  test("what does not fit a cell is refused by name, and nothing of it kept", async () => {
    const told = await open(tong, await round());
    const refused = await save(tong, told, "a", {
      [models]: { value: "1.5" },
      [yes]: { value: "2" },
      [ratio]: { value: "50" },
      [stopped]: { value: "3" },
    });
    expect(refused.status).toBe(400);
    expect(Object.keys(refused.body.details.fields).toSorted()).toEqual([models, ratio, yes].map((key) => `cells.${key}`).toSorted());
    expect((await save(tong, told, "a", { [models]: { value: "nhiều" } })).status).toBe(400);
    expect((await save(tong, told, "a", { [turns]: { value: "1" } })).status, "a cell of another section").toBe(400);
    expect(section(await get(tong, told.id), "a").version).toBe(1);
  });

  test("an organisation of the commune fills its own section and sees nothing else; one person merges", async () => {
    const told = await open(tong, await round());
    ok(await save(tong, told, "a", { [models]: whole }));
    const hers = await get(hoa, told.id);
    expect(hers).toMatchObject({ side: "part", can: ["save"], history: [], receipts: [] });
    expect(hers.sections.map(({ sectionId }) => sectionId)).toEqual(["b"]);
    expect((await hoa.get("/indicators/submissions/parts-owed")).body).toContainEqual(
      expect.objectContaining({ submissionId: told.id, sender: expect.objectContaining({ id: binhLam }) }),
    );
    ok(await save(hoa, hers, "b", { [turns]: { value: "120" } }, { narrative: "Hội đã vận động." }));
    expect((await hoa.patch(`/indicators/submissions/${told.id}/parts/a`, { unitId: binhLam, version: 2, cells: {} })).status).toBe(404);
    const done = await hoa.post(`/indicators/submissions/${told.id}/parts/b/done`, { unitId: women, version: 2, done: true });
    expect(section(ok(done), "b")).toMatchObject({ done: { by: "Nguyễn Thị Hoa" }, can: ["reopen"] });
    const late = await hoa.patch(`/indicators/submissions/${told.id}/parts/b`, {
      unitId: women,
      version: 3,
      cells: { [turns]: { value: "1" } },
    });
    expect([late.status, late.body.code]).toEqual([409, "wrong_state"]);
    expect((await submit(hoa, await get(hoa, told.id))).status).toBe(403);
    const now = await get(tong, told.id);
    expect(now.oddities).toEqual([]);
    expect((await submit(tong, now)).status).toBe(200);
    expect(await stands("provisional", turns)).toBe("120");
    const [words] = await narrativesOf(app.db, told.round.id);
    expect(words).toMatchObject({ unitId: binhLam, byUnit: women, heading: "Công tác phụ nữ", text: "Hội đã vận động." });
  });

  test("where there is no such organisation the sender fills its section", async () => {
    const roundId = await round({
      content: { sections: [{ id: "s", heading: "Nhà trường", fills: "school", rows: [row(turns, "Lượt")] }] },
    });
    expect((await open(mai, roundId, hoaPhu)).sections[0]).toMatchObject({ unit: { id: hoaPhu }, own: true });
    expect((await open(tong, roundId)).sections[0]).toMatchObject({ unit: { id: unit("Trường Tiểu học Bình Lâm") }, own: false });
  });

  test("strangers, other units and bad input are refused", async () => {
    const told = await open(tong, await round());
    const path = `/indicators/submissions/${told.id}`;
    expect((await app.anonymous.get(path)).status).toBe(401);
    for (const who of [neighbour, mai, hanh]) expect((await who.get(path)).status, `${who.name} does not see a draft`).toBe(404);
    expect((await neighbour.post(`/indicators/rounds/${told.round.id}/units/${binhLam}/submission`)).status).toBe(404);
    expect((await mai.post(`/indicators/rounds/${told.round.id}/units/${binhLam}/submission`)).status).toBe(404);
    expect((await clerk.post(`/indicators/rounds/${told.round.id}/units/${binhLam}/submission`)).status).toBe(403);
    expect((await tong.post(`/indicators/rounds/${randomUUID()}/units/${binhLam}/submission`)).status).toBe(404);
    expect((await tong.get("/indicators/submissions/none")).status).toBe(400);
    expect((await tong.get(`/indicators/submissions/${randomUUID()}`)).status).toBe(404);
    expect((await mai.post(`${path}/submit`, { key: randomUUID(), seen: seen(told) })).status).toBe(404);
    expect((await app.anonymous.post(`${path}/submit`, { key: randomUUID(), seen: seen(told) })).status).toBe(401);
    expect((await tong.post(`${path}/submit`, { key: "x", seen: [] })).status).toBe(400);
  });
});

describe("sending", () => {
  test("what stands in the way is named, and nothing is sent", async () => {
    const rows = [row(stopped, "Mô hình dừng hoạt động", { compulsory: true }), row(ratio, "Tỷ lệ")];
    const told = await open(tong, await round({ content: { sections: [{ id: "a", heading: "Mô hình", rows }] } }));
    ok(await save(tong, told, "a", { [ratio]: { value: null, numerator: "3", denominator: null } }));
    const refused = await submit(tong, await get(tong, told.id));
    expect([refused.status, refused.body.code]).toEqual([400, "invalid_input"]);
    expect(refused.body.details.blockers.map(({ kind, key }: { kind: string; key: string }) => [kind, key])).toEqual([
      ["empty", stopped],
      ["ratio", ratio],
    ]);
    expect((await get(tong, told.id)).state).toBe("draft");
  });

  test("figures count at once as tạm tính, and the receiver sees what was sent", async () => {
    const told = await sent(await round());
    expect(told).toMatchObject({ state: "submitted", late: false, can: ["takeBack", "attachDocument"] });
    expect(told.receipts).toMatchObject([{ rev: 1, n: 1, sentBy: "Phạm Văn Tòng", late: false }]);
    expect(await stands("provisional", models)).toBe("5");
    expect(await stands("provisional", stopped), "asked and left empty").toBeNull();
    expect(await stands("approved", models)).toBeUndefined();
    expect(await get(hanh, told.id)).toMatchObject({ side: "receiver", state: "submitted" });
    expect((await mai.get(`/indicators/submissions/${told.id}`)).status).toBe(404);
  });

  test("exactly once: the same key gives the same receipt, whatever the network did; another content is refused", async () => {
    const told = await open(tong, await round());
    ok(await save(tong, told, "a", { [models]: whole }));
    const now = await get(tong, told.id);
    const key = randomUUID();
    const answers = await Promise.all([submit(tong, now, key), submit(tong, now, key), submit(lan, now, key), submit(tong, now, key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ raw }) => raw.toString())).size, "one receipt").toBe(1);
    expect((await submit(tong, now, key)).body).toEqual(answers[0]?.body);
    const other = await tong.post(`/indicators/submissions/${told.id}/submit`, {
      key,
      seen: seen(now).map((part) => ({ ...part, version: 9 })),
    });
    expect([other.status, other.body.code]).toEqual([409, "conflict"]);
    expect((await submit(tong, now)).body.code, "another key after it was sent").toBe("wrong_state");
    const elsewhere = await open(tong, await round());
    ok(await save(tong, elsewhere, "a", { [models]: whole }));
    expect((await submit(tong, await get(tong, elsewhere.id), key)).status, "a key of another report").toBe(409);
    expect((await get(tong, told.id)).receipts).toHaveLength(1);
  });

  test("two different keys at once: one is sent, the other is told so", async () => {
    const told = await open(tong, await round());
    ok(await save(tong, told, "a", { [models]: whole }));
    const now = await get(tong, told.id);
    const answers = await Promise.all([submit(tong, now), submit(lan, now)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("somebody saves while another sends: either it is in what was sent, or the sending is refused", async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const told = await open(tong, await round());
      ok(await save(tong, told, "a", { [models]: { value: "5" } }));
      const now = await get(tong, told.id);
      const [saved, receipt] = await Promise.all([save(lan, now, "a", { [models]: { value: "6" } }), submit(tong, now)]);
      const after = await get(tong, told.id);
      const value = cell(after, "a", models)?.answer?.value;
      if (receipt.status === 200) {
        expect([saved.status, saved.body.code]).toEqual([409, "wrong_state"]);
        expect([after.state, value, await stands("provisional", models)]).toEqual(["submitted", "5", "5"]);
        ok(await act(tong, told, "take-back"));
      } else {
        expect([receipt.status, saved.status]).toEqual([409, 200]);
        expect(receipt.body.details.current.sections[0].version).toBe(3);
        expect([after.state, value]).toEqual(["draft", "6"]);
      }
    }
  });

  test("taken back before anybody approved, it counts no more", async () => {
    const told = await sent(await round(), { value: "41" });
    expect(await stands("provisional", models)).toBe("41");
    expect((await act(mai, told, "take-back")).status).toBe(404);
    expect(ok(await act(tong, told, "take-back"))).toMatchObject({ state: "draft", sentAt: null, steps: [] });
    expect(await stands("provisional", models)).not.toBe("41");
    expect((await hanh.get(`/indicators/submissions/${told.id}`)).status).toBe(404);
    expect((await tong.get(`/indicators/submissions/${told.id}/sendings/1`)).body.merged, "what was sent stays readable").toContainEqual(
      expect.objectContaining({ key: models, figure: { value: "41" } }),
    );
  });

  test("late is marked, against the unit's own day", async () => {
    const roundId = await round();
    app.now("2026-06-15T00:00:01+07:00");
    expect((await sent(roundId)).late).toBe(true);
    app.now(june1);
  });

  test("nothing is entered in a round that has ended", async () => {
    const told = await open(tong, await round());
    const { id: roundId } = told.round;
    expect((await hanh.post(`/rounds/${roundId}/close`, { reason: "Đã tổng hợp xong" })).status).toBe(200);
    expect((await save(tong, told, "a", { [models]: whole })).body.code).toBe("wrong_state");
    expect((await open(tong, roundId)).can).toEqual(["attachDocument"]);
    expect((await mai.post(`/indicators/rounds/${roundId}/units/${hoaPhu}/submission`)).body.code).toBe("wrong_state");
  });
});

describe("approving and returning", () => {
  test("a colleague first, then the receiver; whoever sent it does not approve it", async () => {
    const told = await sent(await round(), { value: "17" });
    expect(told.steps.map(({ step, state }) => [step, state])).toEqual([["own", "waiting"], ["receiver", "ahead"]]); // prettier-ignore
    const self = await act(tong, told, "approve");
    expect([self.status, self.body.message]).toEqual([403, expect.stringContaining("không tự duyệt")]);
    expect((await get(tong, told.id)).cannotApprove?.vi).toContain("không tự duyệt");
    expect((await act(hanh, told, "approve")).status, "not her step yet").toBe(403);
    expect((await lan.get("/desk")).body.waiting.cards).toContainEqual(expect.objectContaining({ kind: "submission-own", id: told.id }));
    expect((await tong.get("/indicators/submissions/waiting", { roundId: told.round.id })).body.items).toMatchObject([{ ownWork: true }]);
    const first = ok(await act(lan, told, "approve", { text: "Đã rà" }));
    expect(first.steps).toMatchObject([{ state: "done", by: "Hoàng Thị Lan" }, { state: "waiting" }]);
    expect((await act(tong, told, "take-back")).body.code).toBe("wrong_state");
    expect(await stands("approved", models)).not.toBe("17");
    expect((await hanh.get("/indicators/submissions/waiting", { roundId: told.round.id })).body).toMatchObject({
      total: 1,
      items: [{ ownWork: false }],
    });
    const done = ok(await act(hanh, told, "approve"));
    expect(done).toMatchObject({ state: "approved", steps: [{ state: "done" }, { state: "done", by: "Lê Thị Hạnh" }] });
    expect(await stands("approved", models)).toBe("17");
    expect((await submissionsOf(app.db, told.round.id, "approved"))[0]?.figures.get(models)).toEqual({ value: "17", said: null });
  });

  test("a unit with one person has no own step, and nobody is said to have approved it", async () => {
    const told = await sent(await round(), { who: mai, unitId: hoaPhu });
    expect(told.steps).toMatchObject([{ step: "own", state: "left-out", why: "alone", by: null }, { state: "waiting" }]);
    expect(told.history).toContainEqual(expect.objectContaining({ act: "leave-out", by: null, step: "own", text: "alone" }));
  });

  test("returned with the cells and the reason: out of the totals, mended, sent again and not late", async () => {
    const roundId = await round();
    const told = await sent(roundId, { value: "23" });
    const returned = ok(
      await act(lan, told, "return", { reason: "Chưa khớp với nhật ký", cells: [{ key: models, reason: "Thiếu thôn Đoài" }] }),
    );
    expect(returned).toMatchObject({ state: "returned", steps: [] });
    expect(cell(returned, "a", models)?.returned).toBe("Thiếu thôn Đoài");
    expect(returned.history.at(-1)).toMatchObject({
      act: "return",
      by: "Hoàng Thị Lan",
      cells: [{ label: "Mô hình được nhân rộng", reason: "Thiếu thôn Đoài" }],
    });
    expect(await stands("provisional", models)).not.toBe("23");
    expect((await standOfUnits(app.db, [roundId as never]))[0]).toMatchObject({ unitId: binhLam, state: "returned" });
    app.now("2026-06-20T09:00:00+07:00");
    ok(await save(tong, returned, "a", { [models]: { value: "24" } }));
    expect((await submit(tong, await get(tong, told.id))).body).toMatchObject({ n: 2, late: false });
    expect(await stands("provisional", models)).toBe("24");
    app.now(june1);
    expect((await act(lan, told, "return", { reason: "" })).status).toBe(400);
  });

  test("many at once, and those that moved or are one's own are left", async () => {
    const roundId = await round();
    const [one, two] = [await sent(roundId), await sent(roundId, { who: mai, unitId: hoaPhu })];
    ok(await act(lan, one, "approve"));
    const items = [
      { id: one.id, version: (await get(tong, one.id)).version },
      { id: two.id, version: two.version },
      { id: randomUUID(), version: 1 },
    ];
    expect((await tong.post("/indicators/submissions/approve-many", { items })).body).toEqual({ approved: 0, left: 3 });
    expect((await bao.post("/indicators/submissions/approve-many", { items })).body).toEqual({ approved: 2, left: 1 });
    expect((await bao.post("/indicators/submissions/approve-many", { items })).body).toEqual({ approved: 0, left: 3 });
  });

  test("two approvers at once: one step is taken once", async () => {
    const told = await sent(await round(), { who: mai, unitId: hoaPhu });
    const answers = await Promise.all(
      [hanh, bao].map((who) => who.post(`/indicators/submissions/${told.id}/approve`, { version: told.version })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe("the signed document", () => {
  const scan = (name = "bao-cao.pdf") => new File([new Uint8Array([1, 2, 3])], name);
  const attach = async (who: Person, told: Submission, more: Record<string, string | File> = {}) =>
    who.upload(`/indicators/submissions/${told.id}/document`, {
      version: String((await get(tong, told.id).catch(() => told)).version),
      number: "15/BC-MTTQ-BTT",
      date: "2026-05-30",
      file: scan("bao-cao.png"),
      ...more,
    });

  test("uploaded by the clerk it is the approval of the unit, and shown as such", async () => {
    const told = await sent(await round());
    const signed = ok(await attach(clerk, told));
    expect(signed).toMatchObject({
      document: { number: "15/BC-MTTQ-BTT", date: "2026-05-30", by: "Bùi Văn Thư" },
      steps: [{ step: "own", state: "left-out", why: "document", by: null }, { state: "waiting" }],
    });
    const file = await hanh.fetch(`/files/indicators/submissions/${told.id}/document`);
    expect([file.status, file.headers["content-type"], file.raw.length]).toEqual([200, "image/png", 3]);
    for (const who of [hoa, mai, neighbour])
      expect((await who.fetch(`/files/indicators/submissions/${told.id}/document`)).status).toBe(404);
    expect((await app.anonymous.fetch(`/files/indicators/submissions/${told.id}/document`)).status).toBe(401);
    ok(await act(hanh, told, "approve"));
    expect((await attach(clerk, told)).body.code, "what is approved keeps its document").toBe("wrong_state");
  });

  test("attached before sending, there is no own step at all", async () => {
    const told = await open(tong, await round());
    ok(await attach(tong, told));
    ok(await save(tong, told, "a", { [models]: whole }));
    expect((await submit(tong, await get(tong, told.id))).status).toBe(200);
    expect((await get(tong, told.id)).steps[0]).toMatchObject({ state: "left-out", why: "document" });
  });

  test("where the document counts, being late is about its day", async () => {
    const roundId = await round({ countsOnTime: "document" });
    app.now("2026-06-20T09:00:00+07:00");
    const told = await sent(roundId);
    expect(told.late, "the figures' day does not count").toBe(false);
    expect(ok(await attach(clerk, told, { date: "2026-06-18" })).late).toBe(true);
    app.now(june1);
  });

  test("secret, future, empty, and of the wrong kind: refused, nothing kept", async () => {
    const told = await open(tong, await round());
    expect((await attach(tong, told, { file: scan("Báo cáo MẬT.png") })).body.code).toBe("secret");
    expect((await attach(tong, told, { date: "2026-06-02" })).status).toBe(400);
    expect((await attach(tong, told, { file: new File([], "a.png") })).status).toBe(400);
    expect((await attach(tong, told, { file: scan("a.exe") })).status).toBe(415);
    expect((await attach(hoa, told)).status, "another body's report is not hers to sign").toBe(403);
    expect((await attach(mai, told)).status).toBe(404);
    expect((await get(tong, told.id)).document).toBeNull();
  });
});

describe("correcting what was approved", () => {
  async function approved(value: string): Promise<Submission> {
    const told = await sent(await round(), { who: mai, unitId: hoaPhu, value });
    const done = await hanh.post(`/indicators/submissions/${told.id}/approve`, { version: told.version });
    expect(done.status).toBe(200);
    return get(mai, told.id);
  }
  const correct = async (told: Submission) =>
    ok(await mai.post(`/indicators/submissions/${told.id}/correct`, { version: told.version, reason: "Thôn Trung báo sai" }));

  test("a new revision with its reason; tạm tính moves when it is sent, đã duyệt when it is approved, and all of it stays readable", async () => {
    const told = await approved("30");
    const next = await correct(told);
    expect(next).toMatchObject({ rev: 2, state: "draft", corrects: { id: told.id, reason: "Thôn Trung báo sai" } });
    expect(cell(next, "a", models)?.answer?.value, "begins with what was sent").toBe("30");
    expect((await mai.post(`/indicators/submissions/${told.id}/correct`, { version: told.version, reason: "x" })).body.code).toBe(
      "wrong_state",
    );
    expect((await hanh.get(`/indicators/submissions/${next.id}`)).status).toBe(404);
    ok(await save(mai, next, "a", { [models]: { value: "31" } }));
    expect((await submit(mai, await get(mai, next.id))).status).toBe(200);
    expect([await stands("provisional", models, hoaPhu), await stands("approved", models, hoaPhu)]).toEqual(["31", "30"]);
    const waiting = await get(hanh, next.id);
    ok(await hanh.post(`/indicators/submissions/${next.id}/approve`, { version: waiting.version }));
    expect(await stands("approved", models, hoaPhu)).toBe("31");
    const first = await get(hanh, told.id);
    expect(first.state).toBe("replaced");
    expect(cell(first, "a", models)?.answer?.value, "as it was sent").toBe("30");
    expect(first.revisions.map(({ rev, state }) => [rev, state])).toEqual([[1, "replaced"], [2, "approved"]]); // prettier-ignore
  });

  test("a correction that is returned leaves what was approved standing", async () => {
    const told = await approved("50");
    const next = await correct(told);
    ok(await save(mai, next, "a", { [models]: { value: "5000" } }));
    expect((await submit(mai, await get(mai, next.id))).status).toBe(200);
    expect(await stands("provisional", models, hoaPhu)).toBe("5000");
    const waiting = await get(hanh, next.id);
    ok(await hanh.post(`/indicators/submissions/${next.id}/return`, { version: waiting.version, reason: "Xem lại" }));
    expect([await stands("provisional", models, hoaPhu), await stands("approved", models, hoaPhu)]).toEqual(["50", "50"]);
    expect((await standOfUnits(app.db, [told.round.id as never]))[0]).toMatchObject({ submissionId: told.id, state: "approved" });
  });

  test("one that was begun in error is thrown away, one that was sent is not", async () => {
    const told = await approved("60");
    const next = await correct(told);
    expect((await mai.delete(`/indicators/submissions/${told.id}`, { version: told.version })).body.code).toBe("wrong_state");
    expect((await mai.delete(`/indicators/submissions/${next.id}`, { version: next.version })).status).toBe(200);
    expect((await get(mai, told.id)).can).toContain("correct");
    expect((await correct(told)).rev).toBe(2);
  });
});

describe("what helps while entering", () => {
  test("the same figure given in another form stands there already, and another one is a question", async () => {
    const roundId = await round();
    app.now("2026-06-25T09:00:00+07:00");
    await sent(roundId, { value: "77" });
    app.now(june1);
    const told = await open(tong, await round());
    expect(cell(told, "a", models)).toMatchObject({ answer: { value: "77", from: "given" }, given: { value: "77" } });
    expect(told.blockers).toEqual([]);
    const saved = await save(tong, told, "a", { [models]: { value: "78" } });
    expect(saved.body.oddities.map(({ kind }: { kind: string }) => kind)).toContain("differs");
  });

  test("a figure from the journal stands there by itself, follows it until it is sent, and shows its records", async () => {
    const record = async (name: string, turnsSaid: string, onDate = "2026-05-04") => {
      const made = await mai.post("/activities", { kind: "model-launch", name, onDate, turns: turnsSaid });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
    };
    await record("Ra mắt mô hình Tuyến đường hoa", "40");
    const content = {
      sections: [{ id: "a", heading: "Mô hình", narrative: true, rows: [row(turns, "Lượt người tham gia", { compulsory: true })] }],
    };
    const told = await open(mai, await round({ content }), hoaPhu);
    expect(cell(told, "a", turns)).toMatchObject({
      answer: { value: "40", from: "computed" },
      computed: { value: "40", records: 1, approximate: 0 },
    });
    expect(told.blockers).toEqual([]);
    await record("Ra mắt mô hình Camera an ninh", "hơn 100");
    await record("Sau ngày chốt số liệu", "7", "2026-06-20");
    const grown = await get(mai, told.id);
    expect(cell(grown, "a", turns)).toMatchObject({ answer: { value: "140", said: "khoảng" }, computed: { records: 2, approximate: 1 } });
    const where = { sectionId: "a", unitId: hoaPhu, key: turns };
    const { records } = (await mai.get(`/indicators/submissions/${told.id}/records`, where)).body;
    expect(
      records.map(({ title, value, said }: { title: string; value: string; said: string }) => [title, value, said]).toSorted(),
    ).toEqual([
      ["Ra mắt mô hình Camera an ninh", "100", "hơn"],
      ["Ra mắt mô hình Tuyến đường hoa", "40", null],
    ]);
    const lines = (await mai.get(`/indicators/submissions/${told.id}/proposals`, { sectionId: "a", unitId: hoaPhu })).body;
    expect(lines.map(({ text }: { text: string }) => text).join(" ")).toContain("Camera an ninh");
    const over = await save(mai, grown, "a", { [turns]: { value: "150" } });
    expect(over.body.blockers, "kept, and asked why before it is sent").toMatchObject([{ kind: "reason", key: turns }]);
    expect((await submit(mai, await get(mai, told.id))).body.details.blockers).toMatchObject([{ kind: "reason", key: turns }]);
    ok(await save(mai, await get(mai, told.id), "a", { [turns]: { value: "150", reason: "Một buổi chưa ghi nhật ký" } }));
    expect((await submit(mai, await get(mai, told.id))).status).toBe(200);
    await record("Ghi sau khi gửi", "1000");
    const sentNow = await get(hanh, told.id);
    expect(cell(sentNow, "a", turns), "what was sent does not move").toMatchObject({
      answer: { value: "150" },
      computed: { value: "140" },
    });
    expect((await app.anonymous.get(`/indicators/submissions/${told.id}/records`, where)).status).toBe(401);
    expect((await tong.get(`/indicators/submissions/${told.id}/records`, where)).status).toBe(404);
    expect((await mai.get(`/indicators/submissions/${told.id}/records`, { ...where, key: models })).status).toBe(404);
  });

  test("last period stands beside each cell; a report like the last one in every figure is asked about, and sent all the same", async () => {
    const keys = [models, stopped, turns, people, money];
    const rows = keys.map((key) => row(key, `Chỉ tiêu ${key}`));
    const made = await hanh.post("/forms", {
      title: "Báo cáo hằng tháng",
      basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
      addressees: ["MTTQ các xã, phường"],
      periods: { kind: "month" },
      due: { rule: { kind: "after-end", days: 3 } },
      content: { sections: [{ id: "a", heading: "Mô hình", rows }] },
    });
    expect((await hanh.post(`/forms/${made.body.id}/publish`, { version: 1 })).status).toBe(200);
    const rounds: { id: string; period: { code: string } }[] = (await hanh.get("/rounds/asked", { formId: made.body.id })).body.items;
    const figures = Object.fromEntries(keys.map((key, at) => [key, { value: String(11 + at) }]));
    for (const code of ["2026-05", "2026-06"]) {
      const told = await open(tong, rounds.find(({ period }) => period.code === code)?.id ?? "");
      if (code === "2026-06") expect(section(told, "a").cells.map(({ last }) => last?.value)).toEqual(["11", "12", "13", "14", "15"]);
      const saved = await save(tong, told, "a", figures);
      expect(saved.body.oddities.map(({ kind }: { kind: string }) => kind)).toEqual(code === "2026-06" ? ["copied"] : []);
      expect((await submit(tong, await get(tong, told.id))).status).toBe(200);
    }
  });

  test("the oddest figures of a round, for whoever asked", async () => {
    const roundId = await round();
    const told = await open(tong, roundId);
    ok(await save(tong, told, "a", { [models]: { value: "9" }, [ratio]: { value: null, numerator: "12", denominator: "10" } }));
    expect((await submit(tong, await get(tong, told.id))).status).toBe(200);
    const odd = await hanh.get(`/indicators/rounds/${roundId}/oddest`, { limit: 3 });
    expect(odd.body[0]).toMatchObject({ unit: { id: binhLam }, submissionId: told.id, label: "Tỷ lệ", oddity: { kind: "larger" } });
    expect((await tong.get(`/indicators/rounds/${roundId}/oddest`)).status).toBe(404);
    expect((await hanh.get("/indicators/submissions/waiting", { roundId })).body.total).toBe(0);
    expect((await tong.get("/indicators/submissions/waiting", { roundId })).body.items[0].questions).toBeGreaterThan(0);
  });
});
