import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import { draw, type Lot } from "./domain/lot.ts";
import { addSubjects, appraisalMeasures, resultsOf, roundsTaking, shareOf } from "./index.ts";

const app = await testApp({ at: "2026-11-10T09:00:00+07:00" });

let front: UnitId;
let home: UnitId;
let binhLam: UnitId;
let hoaPhu: UnitId;
/** Office of the province's Front; its head of panel; judges of a department; a judge of the commune that is rated; people of communes. */
let hanh: Person;
let vinh: Person;
let mai: Person;
let bao: Person;
let lan: Person;
let tong: Person;
let buoi: Person;
let viewer: Person;

beforeAll(async () => {
  const { db } = app;
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const line = (superiorId: UnitId) => [{ kind: "line" as const, superiorId }];
  home = await unit(db, { name: "Sở Nội vụ", kind: "department", parentId: province });
  const commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: commune, relations: line(front) });
  const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  hoaPhu = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", kind: "front", parentId: beside, relations: line(front) });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  vinh = await app.person({ name: "Nguyễn Quang Vinh", unit: front, role: "signer" });
  mai = await app.person({ name: "Y Mai", unit: home, role: "reporter" });
  bao = await app.person({ name: "Đỗ Quốc Bảo", unit: home, role: "reporter" });
  lan = await app.person({ name: "Trần Thị Lan", unit: home, role: "reporter" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "coordinator" });
  buoi = await app.person({ name: "Nông Thị Bưởi", unit: hoaPhu, role: "reporter" });
  viewer = await app.person({ name: "Hoàng Văn Xem", unit: front, role: "viewer" });
});

const line = (key: string, max: string | null) => ({ key, text: `Tiêu chí ${key}`, max });
const content = {
  qualifying: [line("q-1", null)],
  sections: [
    { title: "Kết quả", lines: [line("a-1", "60"), line("a-2", "30")] },
    { title: "Hồ sơ", lines: [line("b-1", "10")] },
  ],
  bonus: [line("t-1", "5")],
  outcomes: [
    { from: "80", word: "Xuất sắc" },
    { from: "50", word: "Hoàn thành", counts: false },
  ],
  unmet: "Chưa đạt",
};
const marks = (a: string, more: object = {}) => [
  { line: "a-1", points: a, comment: "Đã xem hồ sơ" },
  { line: "a-2", points: "25" },
  { line: "b-1", points: "10" },
  ...Object.values(more),
];

const ok = <T extends { status: number; body: unknown }>(answer: T): T["body"] => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body as T["body"];
};

async function published(by: Person = hanh, more: object = {}) {
  const made = ok(await by.post("/appraisal-rubrics", { title: "Xếp loại Mặt trận xã", rates: ["front"], content, ...more }));
  return ok(await by.post(`/appraisal-rubrics/${made.id}/publish`, { version: 1 }));
}

const roundInput = (rubricId: string | null, more: object = {}) => ({
  title: "Thẩm định năm 2026",
  rubricId,
  periodFrom: "2026-01-01",
  periodUntil: "2026-12-31",
  selfUntil: "2026-11-20",
  judgeUntil: "2026-12-05",
  ...more,
});

/** A round of the province over both communes with a panel of four, open. */
async function openRound(more: object = {}, units = [binhLam, hoaPhu]) {
  const rubric = await published();
  const made = ok(await hanh.post("/appraisal-rounds", roundInput(rubric.id, more)));
  ok(await hanh.post(`/appraisal-rounds/${made.id}/subjects`, { version: 1, units }));
  const members = [
    { personId: vinh.id, unitId: front, part: "head" },
    { personId: mai.id, unitId: home, part: "member" },
    { personId: bao.id, unitId: home, part: "member" },
    { personId: tong.id, unitId: binhLam, part: "member" },
  ];
  ok(await hanh.put(`/appraisal-rounds/${made.id}/panel`, { version: 2, members }));
  return ok(await hanh.post(`/appraisal-rounds/${made.id}/open`, { version: 3 }));
}

type Row = { id: string; version: number; unit: { id: number }; state: string };
const rowOf = (round: { rows: Row[] }, at: UnitId): Row => {
  const row = round.rows.find(({ unit: { id } }) => id === at);
  if (!row) throw new Error("no such subject");
  return row;
};

/** The commune's own scores, sent and found to qualify. */
async function qualified(by: Person, id: string) {
  const lines = ["a-1", "a-2", "b-1"].map((key, at) => ({ line: key, points: ["55", "28", "10"][at], evidence: "Báo cáo số 12" }));
  ok(await by.put(`/appraisal-subjects/${id}/self`, { version: 1, lines }));
  ok(await by.post(`/appraisal-subjects/${id}/send`, { version: 2 }));
  return ok(await hanh.post(`/appraisal-subjects/${id}/check`, { version: 3, passed: true, qualifying: { "q-1": true } }));
}

/** A subject that Mai and Bảo judge, both assigned by hand. */
async function judged(more: object = {}) {
  const round = await openRound(more);
  const { id } = rowOf(round, hoaPhu);
  await qualified(buoi, id);
  ok(await hanh.post(`/appraisal-subjects/${id}/judges`, { version: 4, personId: mai.id }));
  const subject = ok(await hanh.post(`/appraisal-subjects/${id}/judges`, { version: 5, personId: bao.id }));
  const sheet = (name: Person): string => subject.statuses.find(({ personId }: { personId: string }) => personId === name.id).sheetId;
  return { round, id, mai: sheet(mai), bao: sheet(bao) };
}

async function sent(by: Person, sheet: string, points: string) {
  ok(await by.put(`/appraisal-sheets/${sheet}`, { version: 1, marks: marks(points) }));
  return ok(await by.post(`/appraisal-sheets/${sheet}/send`, { version: 2 }));
}

describe("a rubric", () => {
  test("begins from a sample that says it is one, and never changes once it is published", async () => {
    const samples = ok(await hanh.get("/appraisal-rubrics/samples"));
    const five = samples.find(({ key }: { key: string }) => key === "friendly-government");
    expect(five.content.sections.map(({ lines }: { lines: { max: string }[] }) => lines[0]?.max)).toEqual(["20", "25", "20", "15", "20"]);
    const { key, title, rates, content: copied } = five;
    const made = ok(await hanh.post("/appraisal-rubrics", { title, rates, content: copied, sample: key }));
    expect(made).toMatchObject({ state: "draft", sample: key, points: "100", can: ["edit", "publish"] });
    const own = ok(
      await hanh.put(`/appraisal-rubrics/${made.id}`, {
        version: 1,
        title,
        rates,
        content: copied,
        sample: key,
        basis: "Quyết định 12/QĐ-UBND",
      }),
    );
    expect(own.sample).toBeNull();
    const done = ok(await hanh.post(`/appraisal-rubrics/${made.id}/publish`, { version: 2 }));
    expect(done.can).toEqual(["revise"]);
    const again = await hanh.put(`/appraisal-rubrics/${made.id}`, { version: 3, title, rates, content: copied });
    expect([again.status, again.body.code]).toEqual([409, "wrong_state"]);
    // Neither does the database let anybody change it.
    const raw = app.db.updateTable("appraisal_rubric").set({ content: "{}" }).where("id", "=", made.id).execute();
    await expect(raw).rejects.toThrow(/does not change/);
    const next = ok(await hanh.post(`/appraisal-rubrics/${made.id}/revise`, {}));
    expect(next).toMatchObject({ edition: 2, state: "draft", familyId: made.familyId });
    expect((await hanh.post(`/appraisal-rubrics/${made.id}/revise`, {})).status).toBe(409);
    const changed = {
      ...copied,
      outcomes: [{ from: "90", word: "Đạt chuẩn" }],
      bonus: [{ key: "t-1", text: "Có mô hình được tỉnh công nhận", max: "3" }],
    };
    ok(await hanh.put(`/appraisal-rubrics/${next.id}`, { version: 1, title, rates, content: changed }));
    const compared = ok(await hanh.get(`/appraisal-rubrics/${next.id}/changes`, { with: made.id }));
    expect(compared.changes).toMatchObject([{ key: "t-1", what: "new" }]);
    expect((await tong.get(`/appraisal-rubrics/${next.id}`)).status).toBe(404);
    expect((await tong.get(`/appraisal-rubrics/${made.id}`)).status).toBe(200);
  });

  test("is not published while a threshold cannot be reached", async () => {
    const made = ok(
      await hanh.post("/appraisal-rubrics", {
        title: "Thử",
        rates: ["front"],
        content: { ...content, outcomes: [{ from: "106", word: "x" }] },
      }),
    );
    const refused = await hanh.post(`/appraisal-rubrics/${made.id}/publish`, { version: 1 });
    expect(refused.status).toBe(400);
    expect(Object.keys(refused.body.details.fields)).toEqual(["content.outcomes.0.from"]);
  });
});

describe("a round", () => {
  test("opens with a published rubric and something to rate; its rules then stay", async () => {
    const commune = ok(await tong.post("/appraisal-rounds", roundInput(null)));
    expect(ok(await tong.get(`/appraisal-rounds/${commune.id}/people`, { unitId: home }))).toEqual([]);
    const members = [{ personId: mai.id, unitId: home, part: "member" }];
    expect((await tong.put(`/appraisal-rounds/${commune.id}/panel`, { version: 1, members })).status).toBe(400);
    const draft = ok(await hanh.post("/appraisal-rubrics", { title: "Nháp", rates: ["front"], content }));
    const round = ok(await hanh.post("/appraisal-rounds", roundInput(draft.id)));
    ok(await hanh.post(`/appraisal-rounds/${round.id}/subjects`, { version: 1, units: [binhLam] }));
    expect((await hanh.post(`/appraisal-rounds/${round.id}/open`, { version: 2 })).status).toBe(400);
    const open = await openRound();
    const rules = await hanh.put(`/appraisal-rounds/${open.id}`, { ...roundInput(open.rubric.id), judges: 3, version: open.version });
    expect([rules.status, rules.body.code]).toEqual([409, "wrong_state"]);
    const later = await hanh.put(`/appraisal-rounds/${open.id}`, {
      ...roundInput(open.rubric.id),
      judgeUntil: "2026-12-20",
      version: open.version,
    });
    expect(later.body).toMatchObject({ judgeUntil: "2026-12-20" });
    expect((await buoi.get(`/appraisal-rounds/${round.id}`)).status).toBe(404);
  });

  test("shows a commune its own file only, and nobody of the panel", async () => {
    const round = await openRound();
    const seen = ok(await buoi.get(`/appraisal-rounds/${round.id}`));
    expect(seen).toMatchObject({ members: [], draws: [], can: [], rows: [{ unit: { id: hoaPhu }, sheets: null }] });
    expect(seen.rows).toHaveLength(1);
    expect((await buoi.get(`/appraisal-subjects/${rowOf(round, binhLam).id}`)).status).toBe(404);
  });

  test("registers emulation titles by the day that comes again every year", async () => {
    const made = ok(
      await hanh.post("/appraisal-rounds", {
        ...roundInput(null, {
          purpose: "emulation",
          selfUntil: null,
          dueRule: "01-30",
          periodFrom: "2027-01-01",
          periodUntil: "2027-12-31",
          judgeUntil: "2027-12-31",
        }),
        titles: ["Tập thể Lao động tiên tiến", "Giấy khen"],
      }),
    );
    expect(made.selfUntil).toBe("2027-01-30");
    ok(await hanh.post(`/appraisal-rounds/${made.id}/subjects`, { version: 1, units: [hoaPhu] }));
    const round = ok(await hanh.post(`/appraisal-rounds/${made.id}/open`, { version: 2 }));
    const { id } = rowOf(round, hoaPhu);
    expect((await buoi.post(`/appraisal-subjects/${id}/send`, { version: 1 })).status).toBe(400);
    expect((await buoi.put(`/appraisal-subjects/${id}/self`, { version: 1, lines: [], titles: ["Huân chương"] })).status).toBe(400);
    ok(await buoi.put(`/appraisal-subjects/${id}/self`, { version: 1, lines: [], titles: ["Giấy khen"] }));
    expect(ok(await buoi.post(`/appraisal-subjects/${id}/send`, { version: 2 }))).toMatchObject({
      state: "sent",
      titles: ["Giấy khen"],
      late: false,
    });
    expect(ok(await hanh.post(`/appraisal-rounds/${made.id}/close`, { version: 3 })).state).toBe("closed");
  });
});

describe("self-scoring", () => {
  test("is saved in parts, sent once, returned with a reason", async () => {
    const round = await openRound();
    const { id } = rowOf(round, hoaPhu);
    const first = ok(
      await buoi.put(`/appraisal-subjects/${id}/self`, {
        version: 1,
        lines: [
          { line: "a-1", points: "55,5", links: [{ kind: "address", id: "https://tangiang.example/bai-1", label: "Bài trên trang xã" }] },
        ],
      }),
    );
    expect(first.self).toMatchObject([{ line: "a-1", points: "55.5" }]);
    // What a unit is still writing is its own.
    expect(ok(await hanh.get(`/appraisal-subjects/${id}`))).toMatchObject({ self: [], selfTotal: null });
    const missing = await buoi.post(`/appraisal-subjects/${id}/send`, { version: 2 });
    expect(Object.keys(missing.body.details.fields)).toEqual(["lines.a-2", "lines.b-1"]);
    expect((await buoi.put(`/appraisal-subjects/${id}/self`, { version: 2, lines: [{ line: "b-1", points: "11" }] })).status).toBe(400);
    ok(
      await buoi.put(`/appraisal-subjects/${id}/self`, {
        version: 2,
        lines: [
          { line: "a-2", points: "28" },
          { line: "b-1", points: "9" },
        ],
      }),
    );
    app.now("2026-11-21T09:00:00+07:00");
    expect(ok(await buoi.post(`/appraisal-subjects/${id}/send`, { version: 3 }))).toMatchObject({
      state: "sent",
      late: true,
      selfTotal: "92.5",
    });
    expect((await buoi.put(`/appraisal-subjects/${id}/self`, { version: 4, lines: [] })).status).toBe(409);
    expect(ok(await hanh.post(`/appraisal-subjects/${id}/return`, { version: 4, reason: "Thiếu minh chứng mục 2" }))).toMatchObject({
      state: "returned",
    });
    expect(ok(await buoi.get(`/appraisal-subjects/${id}`))).toMatchObject({
      returnReason: "Thiếu minh chứng mục 2",
      can: ["save", "send"],
    });
    expect((await tong.put(`/appraisal-subjects/${id}/self`, { version: 5, lines: [] })).status).toBe(403);
    expect((await buoi.put(`/appraisal-subjects/${id}/self`, { version: 4, lines: [] })).body.details.current.version).toBe(5);
  });

  test("goes on to judging only when it qualifies", async () => {
    const round = await openRound();
    const { id } = rowOf(round, hoaPhu);
    await buoi.put(`/appraisal-subjects/${id}/self`, {
      version: 1,
      lines: [
        { line: "a-1", points: "1" },
        { line: "a-2", points: "1" },
        { line: "b-1", points: "1" },
      ],
    });
    await buoi.post(`/appraisal-subjects/${id}/send`, { version: 2 });
    expect((await hanh.post(`/appraisal-subjects/${id}/check`, { version: 3, passed: true })).status).toBe(400);
    expect((await hanh.post(`/appraisal-subjects/${id}/check`, { version: 3, passed: false })).status).toBe(400);
    const failed = ok(await hanh.post(`/appraisal-subjects/${id}/check`, { version: 3, passed: false, reason: "Chưa đăng ký" }));
    expect(failed).toMatchObject({ state: "failed", qualifiedReason: "Chưa đăng ký" });
  });
});

describe("judges", () => {
  test("are drawn evenly, never for their own commune, and the draw can be repeated", async () => {
    const round = await openRound();
    const drawn = ok(await hanh.post(`/appraisal-rounds/${round.id}/draw`, { version: round.version }));
    expect(drawn.draws).toHaveLength(1);
    const own = ok(await hanh.get(`/appraisal-subjects/${rowOf(round, binhLam).id}`));
    expect(own.statuses).toHaveLength(2);
    expect(own.statuses.map(({ personId }: { personId: string }) => personId)).not.toContain(tong.id);
    const record = await app.db.selectFrom("appraisal_draw").selectAll().where("round_id", "=", round.id).executeTakeFirstOrThrow();
    expect(draw(record.seed, record.given as unknown as Lot)).toEqual(record.drawn);
    const none = await hanh.post(`/appraisal-rounds/${round.id}/draw`, { version: drawn.version });
    expect(none.status).toBe(400);
    const conflict = await hanh.post(`/appraisal-subjects/${rowOf(round, binhLam).id}/judges`, { version: 1, personId: tong.id });
    expect([conflict.status, conflict.body.details.fields.personId]).toEqual([400, expect.stringContaining("không được chấm")]);
    const stranger = await hanh.post(`/appraisal-subjects/${rowOf(round, binhLam).id}/judges`, { version: 1, personId: lan.id });
    expect(stranger.status).toBe(400);
  });

  test("see nothing of each other's scores before all are in, by any way in", async () => {
    const { round, id, ...sheets } = await judged();
    const secret = "37.25";
    const remark = "Nhận xét riêng của Mai";
    ok(
      await mai.put(`/appraisal-sheets/${sheets.mai}`, {
        version: 1,
        marks: [
          { line: "a-1", points: secret, comment: remark },
          { line: "a-2", points: "25" },
          { line: "b-1", points: "10" },
        ],
      }),
    );
    ok(await mai.post(`/appraisal-sheets/${sheets.mai}/send`, { version: 2 }));
    // A time of day has seconds like points.
    const leaks = (text: string) => [/(?<!:)37[.,]25/, /(?<!:)72\.25/].some((points) => points.test(text)) || text.includes(remark);
    for (const person of [hanh, vinh, bao, tong, buoi, viewer]) {
      const tries = await Promise.all([
        person.get(`/appraisal-sheets/${sheets.mai}`),
        person.put(`/appraisal-sheets/${sheets.mai}`, { version: 3, marks: [{ line: "a-1", points: "60" }] }),
        person.post(`/appraisal-sheets/${sheets.mai}/send`, { version: 3 }),
        person.post(`/appraisal-sheets/${sheets.mai}/recuse`, { version: 3, reason: "x" }),
        person.post(`/appraisal-sheets/${sheets.mai}/change`, { version: 3, reason: "x", mark: { line: "a-1", points: "60" } }),
        person.get(`/appraisal-sheets`),
        person.get(`/appraisal-sheets/${sheets.bao}`),
        person.get(`/appraisal-subjects/${id}`),
        person.get(`/appraisal-rounds/${round.id}`),
        person.get(`/appraisal-rounds`),
        person.get("/audit/history", { kind: "appraisal-subject", id }),
        person.get("/audit/history", { kind: "appraisal-round", id: round.id }),
        person.get("/desk"),
        person.fetch(`/files/appraisal-rounds/${round.id}/minutes`),
        // A stale act answers with the thing as it is now.
        person.post(`/appraisal-subjects/${id}/conclude`, { version: 1, discussion: "" }),
      ]);
      for (const [at, answer] of tries.entries()) {
        expect(answer.status, `${person.name}, try ${at}`).toBeLessThan(500);
        expect(leaks(answer.raw.toString("utf8")), `${person.name}, try ${at}: ${answer.raw.toString("utf8").slice(0, 300)}`).toBe(false);
      }
      const others = tries.slice(0, 5).map(({ status }) => status);
      expect(
        others.every((status) => status === 404 || status === 403),
        `${person.name}: ${others.join()}`,
      ).toBe(true);
    }
    expect(ok(await hanh.get(`/appraisal-subjects/${id}`))).toMatchObject({ opened: null, flagged: null, sheets: { sent: 1, of: 2 } });
    // Nobody can take the other judge away to have one sheet opened alone.
    const alone = ok(await hanh.post(`/appraisal-subjects/${id}/replace`, { version: 6, sheetId: sheets.bao, reason: "Bận" }));
    expect(alone).toMatchObject({ state: "judging", opened: null });
    // The judge who has sent it changes nothing either.
    expect((await mai.put(`/appraisal-sheets/${sheets.mai}`, { version: 3, marks: marks("60") })).status).toBe(409);
    // Whoever was replaced is out.
    expect((await bao.put(`/appraisal-sheets/${sheets.bao}`, { version: 2, marks: marks("60") })).status).toBe(409);
    const acts = await app.db.selectFrom("act").selectAll().where("thing_id", "in", [id, round.id]).execute();
    expect(acts.length).toBeGreaterThan(5);
    // The bytes of the chain's hashes say nothing, and two of them may well be 37 and 25.
    expect(leaks(JSON.stringify(acts, (_key, value) => (value?.type === "Buffer" ? null : value)))).toBe(false);
  });

  test("declare a conflict with a reason; the sheet does not count, and another takes over", async () => {
    const { id, ...sheets } = await judged();
    await sent(mai, sheets.mai, "10");
    ok(await mai.post(`/appraisal-sheets/${sheets.mai}/recuse`, { version: 3, reason: "Người nhà công tác ở xã" }));
    await sent(bao, sheets.bao, "50");
    expect(ok(await hanh.get(`/appraisal-subjects/${id}`))).toMatchObject({ state: "judging", opened: null });
    expect((await hanh.post(`/appraisal-subjects/${id}/judges`, { version: 6, personId: mai.id })).status).toBe(400);
    const { statuses } = ok(await hanh.post(`/appraisal-subjects/${id}/judges`, { version: 6, personId: vinh.id }));
    await sent(vinh, statuses.at(-1).sheetId, "52");
    const opened = ok(await hanh.get(`/appraisal-subjects/${id}`));
    expect(opened.opened.sheets.map(({ total }: { total: string }) => total)).toEqual(["85", "87"]);
    expect(opened.statuses[0]).toMatchObject({ state: "recused", reason: "Người nhà công tác ở xã" });
    // Who withdrew does not look on either; neither does a member at the subject's own unit.
    expect(ok(await mai.get(`/appraisal-subjects/${id}`))).toMatchObject({ opened: null, flagged: null, sheets: null });
    expect(ok(await tong.get(`/appraisal-subjects/${id}`)).opened).not.toBeNull();
  });

  test("must explain what is low, and give no more than there is", async () => {
    const { ...sheets } = await judged();
    const low = [
      { line: "a-1", points: "20" },
      { line: "a-2", points: "25" },
      { line: "b-1", points: "10" },
    ];
    expect((await mai.put(`/appraisal-sheets/${sheets.mai}`, { version: 1, marks: [{ line: "a-1", points: "61" }] })).status).toBe(400);
    ok(await mai.put(`/appraisal-sheets/${sheets.mai}`, { version: 1, marks: low }));
    const refused = await mai.post(`/appraisal-sheets/${sheets.mai}/send`, { version: 2 });
    expect(refused.body.details.fields).toEqual({ "lines.a-1": expect.stringContaining("nhận xét") });
  });
});

describe("a member of the panel from the commune that is rated", () => {
  test("does not see the scores of the own commune, though those of the others", async () => {
    const round = await openRound();
    const { id } = rowOf(round, binhLam);
    await qualified(tong, id);
    const { body: first } = await hanh.post(`/appraisal-subjects/${id}/judges`, { version: 4, personId: mai.id });
    const { body: second } = await hanh.post(`/appraisal-subjects/${id}/judges`, { version: first.version, personId: bao.id });
    await sent(mai, second.statuses[0].sheetId, "50");
    await sent(bao, second.statuses[1].sheetId, "55");
    expect(ok(await hanh.get(`/appraisal-subjects/${id}`)).opened.mean).toBe("87.5");
    expect(ok(await tong.get(`/appraisal-subjects/${id}`))).toMatchObject({ opened: null, flagged: null, result: null, sheets: null });
    expect(rowOf(ok(await tong.get(`/appraisal-rounds/${round.id}`)), binhLam)).toMatchObject({ flagged: null, sheets: null });
    expect((await tong.get("/audit/history", { kind: "appraisal-subject", id })).status).toBe(404);
    expect((await tong.fetch(`/files/appraisal-rounds/${round.id}/minutes`)).status).toBe(404);
  });
});

describe("after all sheets are in", () => {
  test("they stand side by side, a change keeps the first mark, and the head closes what somebody else concluded", async () => {
    const { round, id, ...sheets } = await judged();
    await sent(mai, sheets.mai, "58");
    await sent(bao, sheets.bao, "40");
    const opened = ok(await vinh.get(`/appraisal-subjects/${id}`));
    expect(opened).toMatchObject({
      state: "opened",
      flagged: true,
      opened: { mean: "84", spread: { points: "18", share: "18" }, linesApart: ["a-1"] },
    });
    // The commune learns nothing before the round is closed.
    expect(ok(await buoi.get(`/appraisal-subjects/${id}`))).toMatchObject({
      opened: null,
      flagged: null,
      result: null,
      statuses: null,
      sheets: null,
    });
    expect(
      (await mai.post(`/appraisal-sheets/${sheets.bao}/change`, { version: 3, reason: "x", mark: { line: "a-1", points: "60" } })).status,
    ).toBe(404);
    const changed = ok(
      await bao.post(`/appraisal-sheets/${sheets.bao}/change`, {
        version: 3,
        reason: "Đã xem thêm ảnh chụp",
        mark: { line: "a-1", points: "46", comment: "Đủ minh chứng" },
      }),
    );
    const mine = changed.subject.opened.sheets.find((sheet: { mine: boolean }) => sheet.mine);
    expect(mine).toMatchObject({ total: "81", changes: [{ line: "a-1", first: { points: "40" }, reason: "Đã xem thêm ảnh chụp" }] });
    const concluded = ok(
      await hanh.post(`/appraisal-subjects/${id}/conclude`, {
        version: changed.subject.version,
        discussion: "Tổ nhất trí sau khi xem ảnh.",
      }),
    );
    expect(concluded.result).toEqual({ points: "87", of: "100", outcome: "Xuất sắc", counts: true });
    expect(
      (await bao.post(`/appraisal-sheets/${sheets.bao}/change`, { version: 4, reason: "x", mark: { line: "a-1", points: "50" } })).status,
    ).toBe(409);
    expect((await resultsOf(app.db, "unit", [String(hoaPhu)])).get(String(hoaPhu))?.[0]?.result).toBeNull();
    const early = await vinh.post(`/appraisal-rounds/${round.id}/close`, { version: round.version });
    expect([early.status, early.body.code]).toEqual([409, "wrong_state"]);
    const left = rowOf(round, binhLam);
    ok(await hanh.delete(`/appraisal-subjects/${left.id}`, { version: left.version }));
    expect((await hanh.post(`/appraisal-rounds/${round.id}/close`, { version: round.version })).status).toBe(403);
    expect((await bao.fetch(`/files/appraisal-rounds/${round.id}/minutes`)).status).toBe(404);
    const closed = ok(await vinh.post(`/appraisal-rounds/${round.id}/close`, { version: round.version }));
    expect(closed).toMatchObject({ state: "closed", share: { reached: 1, of: 1, percent: "100" }, closedBy: "Nguyễn Quang Vinh" });
    expect(ok(await buoi.get(`/appraisal-subjects/${id}`)).result).toMatchObject({ points: "87", outcome: "Xuất sắc" });
    expect(ok(await buoi.get(`/appraisal-subjects/${id}`)).opened).toBeNull();
    const [result] = (await resultsOf(app.db, "unit", [String(hoaPhu)])).get(String(hoaPhu)) ?? [];
    expect(result).toMatchObject({ state: "concluded", result: { points: "87", of: "100" }, rubric: { edition: 1 } });
    expect(await shareOf(app.db, round.id)).toEqual({ numerator: 1, denominator: 1 });
    expect((await bao.fetch(`/files/appraisal-rounds/${round.id}/minutes`)).status).toBe(200);
    const minutes = await vinh.fetch(`/files/appraisal-rounds/${round.id}/minutes`);
    expect(minutes.headers["content-type"]).toContain("wordprocessingml");
    expect((await buoi.fetch(`/files/appraisal-rounds/${round.id}/minutes`)).status).toBe(404);
  });

  test("a panel that agrees stays between its sheets; far apart needs the discussion", async () => {
    const { id, ...sheets } = await judged({ final: "agreed" });
    await sent(mai, sheets.mai, "58");
    await sent(bao, sheets.bao, "36");
    const version = 6;
    expect((await hanh.post(`/appraisal-subjects/${id}/conclude`, { version: version + 1, points: "80", discussion: "" })).status).toBe(
      400,
    );
    expect((await hanh.post(`/appraisal-subjects/${id}/conclude`, { version: version + 1, points: "94", discussion: "x" })).status).toBe(
      400,
    );
    expect(
      ok(await hanh.post(`/appraisal-subjects/${id}/conclude`, { version: version + 1, points: "75,5", discussion: "Đã bàn." })).result,
    ).toMatchObject({
      points: "75.5",
      outcome: "Hoàn thành",
      counts: false,
    });
  });
});

describe("the next year", () => {
  test("begins from this year's round: dates, units and the newest rubric; not the panel, and not twice", async () => {
    const round = await openRound({
      title: "Xếp loại Mặt trận xã năm 2026",
      selfUntil: null,
      dueRule: "01-30",
      allUnits: 12,
      judgeUntil: "2026-02-28",
    });
    const revised = ok(await hanh.post(`/appraisal-rubrics/${round.rubric.id}/revise`, {}));
    ok(await hanh.post(`/appraisal-rubrics/${revised.id}/publish`, { version: revised.version }));
    const next = ok(await hanh.post(`/appraisal-rounds/${round.id}/copy`, {}));
    expect(next).toMatchObject({
      state: "draft",
      title: "Xếp loại Mặt trận xã năm 2027",
      periodFrom: "2027-01-01",
      periodUntil: "2027-12-31",
      selfUntil: "2027-01-30",
      judgeUntil: "2027-02-28",
      rubric: { edition: 2 },
      allUnits: 12,
      members: [],
    });
    expect(new Set(next.rows.map(({ unit: { id } }: Row) => id))).toEqual(new Set([binhLam, hoaPhu]));
    expect(next.rows.map(({ state }: Row) => state)).toEqual(["self", "self"]);
    const again = await hanh.post(`/appraisal-rounds/${round.id}/copy`, {});
    expect([again.status, again.body.message]).toEqual([409, expect.stringContaining("Xếp loại Mặt trận xã năm 2027")]);
    expect((await hanh.post(`/appraisal-rounds/${next.id}/copy`, {})).status, "a draft is not a year yet").toBe(409);
    expect((await tong.post(`/appraisal-rounds/${round.id}/copy`, {})).status).toBe(403);
    expect((await buoi.post(`/appraisal-rounds/${round.id}/copy`, {})).status).toBe(403);
  });
});

describe("figures for forms", () => {
  test("the share that does well stands in a form by itself, of its two sums", async () => {
    const { id: rubricId } = await published(hanh, { rates: ["enterprise"], content: { ...content, qualifying: [] } });
    const made = ok(await hanh.post("/appraisal-rounds", roundInput(rubricId, { selfScoring: false, allUnits: 40 })));
    const named = [{ title: "HTX Chè Đoài", unitId: hoaPhu }];
    ok(await hanh.post(`/appraisal-rounds/${made.id}/subjects`, { version: 1, named }));
    const members = [
      { personId: vinh.id, unitId: front, part: "head" },
      ...[mai, bao].map(({ id }) => ({ personId: id, unitId: home, part: "member" })),
    ];
    ok(await hanh.put(`/appraisal-rounds/${made.id}/panel`, { version: 2, members }));
    const opened = ok(await hanh.post(`/appraisal-rounds/${made.id}/open`, { version: 3 }));
    const [subject] = opened.rows;
    let version = subject.version;
    ok(await hanh.post(`/appraisal-subjects/${subject.id}/check`, { version: version++, passed: true }));
    for (const judge of [mai, bao])
      ok(await hanh.post(`/appraisal-subjects/${subject.id}/judges`, { version: version++, personId: judge.id }));
    const { statuses } = ok(await hanh.get(`/appraisal-subjects/${subject.id}`));
    for (const { sheetId, personId } of statuses) await sent(personId === mai.id ? mai : bao, sheetId, "58");
    ({ version } = ok(await hanh.get(`/appraisal-subjects/${subject.id}`)));
    ok(await hanh.post(`/appraisal-subjects/${subject.id}/conclude`, { version, discussion: "" }));

    const { id: indicatorId } = await app.db.selectFrom("indicator").select("id").where("catalogue_no", "=", 57).executeTakeFirstOrThrow();
    const rows = [{ indicatorId, member: "enterprise", label: "Doanh nghiệp thực hiện tốt dân chủ", unit: "%" }];
    const form = ok(
      await hanh.post("/forms", {
        title: "Báo cáo năm",
        basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
        addressees: ["MTTQ các xã, phường"],
        periods: { kind: "year" },
        due: { text: "trước ngày 15/12", rule: { kind: "day-of-year", at: [{ month: 12, day: 15 }], before: true } },
        content: { sections: [{ id: "a", heading: "Dân chủ ở cơ sở", rows }] },
      }),
    );
    ok(await hanh.post(`/forms/${form.id}/publish`, { version: 1 }));
    const [asked] = ok(await hanh.get("/rounds/asked", { formId: form.id })).items;
    const cellOf = async () => {
      const told = ok(await buoi.post(`/indicators/rounds/${asked.id}/units/${hoaPhu}/submission`));
      const cell = told.sections[0].cells.find(({ key }: { key: string }) => key === `${indicatorId}:enterprise`);
      return { id: told.id, cell };
    };
    expect((await cellOf()).cell.computed, "nothing before the head has closed it").toBeNull();
    ok(await vinh.post(`/appraisal-rounds/${made.id}/close`, { version: opened.version }));
    const { id, cell } = await cellOf();
    expect(cell).toMatchObject({ answer: { numerator: "1", denominator: "1", from: "computed" } });
    const where = { sectionId: "a", unitId: hoaPhu, key: `${indicatorId}:enterprise` };
    const { records } = ok(await buoi.get(`/indicators/submissions/${id}/records`, where));
    expect(records).toMatchObject([{ title: "HTX Chè Đoài", path: `/appraisal/subjects/${subject.id}` }]);
    const whole = { names: ["appraisal/enterprise/reached", "appraisal/enterprise/of"], units: [front], scope: "line" as const };
    const sums = await appraisalMeasures.query(app.db, { ...whole, period: { from: "2026-01-01", to: "2026-12-31" } });
    expect(whole.names.map((name) => sums.get(name)?.get(front)?.value)).toEqual(["1", "40"]);
  });
});

describe("other slices", () => {
  test("put their things into a round, by its managers or by the thing's own unit while it is open", async () => {
    const round = await openRound();
    const subjects = [{ kind: "exemplar" as const, id: "019a0000-0000-7000-8000-000000000001", unitId: hoaPhu, title: "Ngõ không rác" }];
    expect(await addSubjects(app.db, buoi.actor, { roundId: round.id, subjects })).toEqual({ added: 1, already: 0 });
    expect(await addSubjects(app.db, hanh.actor, { roundId: round.id, subjects })).toEqual({ added: 0, already: 1 });
    await expect(addSubjects(app.db, tong.actor, { roundId: round.id, subjects })).rejects.toMatchObject({ code: "forbidden" });
    const taking = await roundsTaking(app.db, { unitId: hoaPhu, rates: ["front"] });
    expect(taking.map(({ id }) => id)).toContain(round.id);
    expect(await roundsTaking(app.db, { unitId: hoaPhu, rates: ["individual"] })).toEqual([]);
    await transaction(app.db, async (tx) => expect((await resultsOf(tx, "exemplar", [subjects[0]?.id ?? ""])).size).toBe(1));
  });
});
