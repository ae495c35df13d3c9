import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import type { RoundAsked, RoundDuty, RoundHead, RoundRoom } from "./contract/rounds.ts";
import type { IndicatorId, SubmissionId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import { createUnit } from "../units/index.ts";
import { openAllRounds, roundsAsked, roundsOwed } from "./index.ts";
import { writeValues } from "./service/figures.ts";

const app = await testApp({ at: "2026-06-01T09:00:00+07:00" });
const unit = await tanGiang(app.db);
const front = unit("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = unit("Ủy ban MTTQ Việt Nam xã Bình Lâm");
const hoaPhu = unit("Ủy ban MTTQ Việt Nam xã Hòa Phú");
const department = unit("Sở Khoa học và Công nghệ");

let hanh: Person;
let reporter: Person;
let tong: Person;
let mai: Person;
let office: Person;
let neighbour: Person;
let auditor: Person;

beforeAll(async () => {
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  reporter = await app.person({ name: "Trần Thu Hà", unit: front, role: "reporter" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "reporter" });
  mai = await app.person({ name: "Y Mai", unit: hoaPhu, role: "coordinator" });
  office = await app.person({ name: "Đỗ Quốc Bảo", unit: department, role: "reporter" });
  neighbour = await app.person({ name: "Ngô Láng Giềng", unit: unit("Sở Nội vụ"), role: "coordinator" });
  await app.person({ name: "Chu Một Mình", unit: unit("Phường Sơn Khê"), role: "reporter" });
  auditor = await app.person({ name: "Vũ Kiểm", unit: unit("Tỉnh Tân Giang"), role: "auditor" });
});

const juneDecember = {
  text: "trước ngày 15/6 và 15/12 hằng năm",
  rule: { kind: "day-of-year", at: [{ month: 6, day: 15 }, { month: 12, day: 15 }], before: true }, // prettier-ignore
};

/** A published form with its first round: the first half-year, kept until 14/6. */
async function published(title: string, wish: Record<string, unknown> = {}): Promise<{ formId: string; round: RoundAsked }> {
  const made = await hanh.post("/forms", {
    title,
    basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
    addressees: ["MTTQ các xã, phường", "Sở Khoa học và Công nghệ"],
    periods: { kind: "half" },
    due: juneDecember,
    content: { sections: [{ id: "a", heading: "Kết quả", narrative: true }] },
    ...wish,
  });
  const done = await hanh.post(`/forms/${made.body.id}/publish`, { version: 1 });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  const [round] = (await hanh.get("/rounds/asked", { formId: made.body.id })).body.items;
  return { formId: made.body.id, round };
}

const room = async (id: string, who = hanh): Promise<RoundRoom> => (await who.get(`/rounds/${id}/room`)).body;
const line = (told: RoundRoom, id: number) => {
  const found = told.units.find((each) => each.unit.id === id);
  if (!found) throw new Error(`${id} is not in the room`);
  return found;
};

describe("what is asked and owed", () => {
  test("publishing opens the running period for each unit, with its own day and how it is asked", async () => {
    const { round } = await published("Báo cáo 6 tháng");
    expect(round).toMatchObject({
      period: { code: "2026-H1", label: { vi: "6 tháng đầu năm 2026" } },
      due: { text: "trước ngày 15/6/2026", lastDay: "2026-06-14" },
      cutOff: "2026-06-14",
      state: "open",
      figuresFixedAt: null,
    });
    expect(round.counts).toMatchObject({ units: 5, notBegun: 5, owing: 5, late: 0 });
    const told = await room(round.id);
    expect(line(told, binhLam)).toMatchObject({ edge: "assign", progress: "not-begun", standing: "later", daysLeft: 13 });
    expect(line(told, department)).toMatchObject({ edge: "request" });
  });

  test("who fills it reads what is owed, why and until when, and nothing of the others", async () => {
    const { round } = await published("Báo cáo của tôi");
    const owed: RoundDuty[] = (await tong.get("/rounds/owed")).body.items;
    const mine = owed.find((each) => each.round.id === round.id);
    expect(mine).toMatchObject({
      round: { title: "Báo cáo của tôi", basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026", owner: { id: front } },
      mine: { unit: { id: binhLam }, owes: true, late: false },
    });
    const read = (await tong.get(`/rounds/${round.id}`)).body;
    expect(read).toMatchObject({ own: false, content: { sections: [{ id: "a" }] }, chain: [{ step: "own" }, { step: "receiver" }] });
    expect(read.mine.map((each: { unit: { id: number } }) => each.unit.id)).toEqual([binhLam]);
    expect((await tong.get(`/rounds/${round.id}/room`)).status).toBe(403);
    expect((await tong.get("/rounds/asked")).body.items).toEqual([]);
    for (const path of ["", "/room", "/changed-since", "/chase-text"]) {
      expect((await neighbour.get(`/rounds/${round.id}${path}`)).status).toBe(404);
      expect((await app.anonymous.get(`/rounds/${round.id}${path}`)).status).toBe(401);
    }
    expect((await auditor.get(`/rounds/${round.id}/room`)).body.can).toEqual([]);
    expect((await hanh.get("/rounds/none")).status).toBe(400);
  });

  test("each day opens what has begun, once, for whom the words mean then", async () => {
    const { formId } = await published("Báo cáo hằng tháng", { periods: { kind: "month" }, due: { rule: { kind: "after-end", days: 3 } } });
    const codes = async () =>
      ((await hanh.get("/rounds/asked", { formId })).body.items as RoundHead[]).map(({ period }) => period.code).toSorted();
    // On 1 June the May report was still to come.
    expect(await codes()).toEqual(["2026-05", "2026-06"]);
    const july = new Date("2026-07-01T01:00:00+07:00");
    await openAllRounds(app.db, july, app.services.log);
    await openAllRounds(app.db, july, app.services.log);
    expect(await codes()).toEqual(["2026-05", "2026-06", "2026-07"]);
  });

  test("a unit that has come since is asked from then on, and history says so", async () => {
    const { formId } = await published("Báo cáo sau sắp xếp", {
      periods: { kind: "month" },
      due: { rule: { kind: "after-end", days: 3 } },
    });
    const system = { system: "test" };
    const province = unit("Tỉnh Tân Giang");
    const area = await createUnit(app.db, system, { kind: "commune", name: "Xã Phú Lâm", parentId: province, from: "2026-08-01" });
    const made = await createUnit(app.db, system, {
      kind: "front",
      name: "Ủy ban MTTQ Việt Nam xã Phú Lâm",
      parentId: area.id,
      from: "2026-08-01",
      relations: [{ kind: "line", superiorId: front }],
    });
    for (const day of ["2026-07-01", "2026-08-01"]) await openAllRounds(app.db, new Date(`${day}T01:40:00+07:00`), app.services.log);
    const rounds: RoundAsked[] = (await hanh.get("/rounds/asked", { formId })).body.items;
    const august = rounds.find(({ period }) => period.code === "2026-08");
    const june = rounds.find(({ period }) => period.code === "2026-06");
    expect([june?.counts.units, august?.counts.units]).toEqual([5, 6]);
    expect(line(await room(august?.id ?? ""), made.id).edge).toBe("assign");
    const history = await hanh.get("/audit/history", { kind: "round", id: august?.id });
    expect(JSON.stringify(history.body.entries[0].changes)).toContain("đơn vị thêm");
  });

  test("a period that was over is opened by hand, with a day of its own", async () => {
    const { formId } = await published("Báo cáo tuần", { periods: { kind: "week" }, due: { rule: { kind: "after-end", days: 0 } } });
    const open = (wish: Record<string, unknown>, who = hanh) => who.post(`/forms/${formId}/rounds`, wish);
    expect((await open({ period: "2026-W20", lastDay: "2026-06-05" })).body).toMatchObject({
      period: { code: "2026-W20" },
      due: { lastDay: "2026-06-05", text: "đến hết ngày 05/6/2026" },
    });
    expect((await open({ period: "2026-W20" })).body.code).toBe("conflict");
    expect((await open({ period: "2026-W19" })).body.details.fields).toHaveProperty("lastDay");
    expect((await open({ period: "2026-05" })).status).toBe(400);
    expect((await open({ period: "2026-W40" })).status).toBe(400);
    expect((await open({ period: "2026-W19", lastDay: "2026-05-20" })).status).toBe(400);
    expect((await open({ period: "2026-W19" }, reporter)).status).toBe(403);
    expect((await open({ period: "2026-W19" }, mai)).status).toBe(403);
  });
});

test("a level has its own day, and whoever is put in or taken out later is followed in rounds that run", async () => {
  const levels = [
    {
      level: "commune",
      rule: {
        kind: "day-of-year",
        at: [
          { month: 6, day: 10 },
          { month: 12, day: 10 },
        ],
        before: false,
      },
    },
  ];
  const { formId, round } = await published("Báo cáo theo cấp", { addressees: ["MTTQ các xã, phường"], due: { ...juneDecember, levels } });
  expect(line(await room(round.id), binhLam).due).toEqual({ text: "chậm nhất ngày 10/6/2026", lastDay: "2026-06-10" });
  const except = async (wish: Record<string, unknown>) => {
    const { version } = (await hanh.get(`/forms/${formId}`)).body;
    expect((await hanh.post(`/forms/${formId}/units`, { version, ...wish })).status).toBe(200);
  };
  await except({ unitId: department, meant: true, reason: "Cùng theo dõi" });
  await except({ unitId: hoaPhu, meant: false, reason: "Xã mới sắp xếp" });
  const told = await room(round.id);
  expect(line(told, department)).toMatchObject({ edge: "request", due: { text: "trước ngày 15/6/2026", lastDay: "2026-06-14" } });
  expect(line(told, hoaPhu).excused).toMatchObject({ reason: "Xã mới sắp xếp" });
  await except({ unitId: hoaPhu, meant: true, reason: "Đã ổn định" });
  expect(line(await room(round.id), hoaPhu).owes).toBe(true);
});

describe("the day before", () => {
  test("late is for one's own subordinates; those who were asked are past their day", async () => {
    const { round } = await published("Báo cáo quá hạn");
    app.now("2026-06-15T00:00:01+07:00");
    const told = await room(round.id);
    expect(line(told, binhLam)).toMatchObject({ standing: "late", late: true, daysLeft: -1 });
    expect(line(told, department)).toMatchObject({ standing: "past", late: false });
    expect(told.counts.late).toBe(4);
    expect(told.missing.find(({ unit: each }) => each.unit.id === binhLam)?.contacts).toEqual([{ name: "Phạm Văn Tòng", phone: null }]);
    // Who does everything in a commune holds the post there, and not at its Front.
    expect(told.missing.find(({ unit: each }) => each.unit.id === unit("Ủy ban MTTQ Việt Nam phường Sơn Khê"))?.contacts).toEqual([
      { name: "Chu Một Mình", phone: null },
    ]);
    const text = (await hanh.get(`/rounds/${round.id}/chase-text`)).body;
    expect(text.assigned).toContain("Ủy ban MTTQ Việt Nam xã Bình Lâm");
    expect(text.assigned).not.toContain("Sở Khoa học");
    expect(text.requested).toContain("Sở Khoa học và Công nghệ");
    expect(text.units).toHaveLength(5);
    app.now("2026-06-01T09:00:00+07:00");
  });

  test("more time is given with a reason, seen by the unit, and the first day stays known", async () => {
    const { round } = await published("Báo cáo gia hạn");
    const give = (wish: Record<string, unknown>, who = hanh) =>
      who.post(`/rounds/${round.id}/extend`, {
        units: [{ unitId: binhLam, version: 1 }],
        lastDay: "2026-06-20",
        reason: "Mưa lũ",
        ...wish,
      });
    expect((await give({ lastDay: "2026-06-10" })).body.details.fields).toHaveProperty("lastDay");
    expect((await give({ reason: " " })).status).toBe(400);
    expect((await give({}, reporter)).status).toBe(403);
    expect((await give({}, mai)).status).toBe(403);
    const given = await give({});
    expect(line(given.body, binhLam)).toMatchObject({
      due: { lastDay: "2026-06-20", text: "đến hết ngày 20/6/2026" },
      extended: { from: "2026-06-14", reason: "Mưa lũ" },
      version: 2,
    });
    const stale = await give({ lastDay: "2026-06-25" });
    expect([stale.status, line(stale.body.details.current, binhLam).version]).toEqual([409, 2]);
    app.now("2026-06-16T09:00:00+07:00");
    expect(line(await room(round.id), binhLam)).toMatchObject({ standing: "soon", late: false });
    app.now("2026-06-01T09:00:00+07:00");
  });

  test("who is excused owes nothing until it is taken back", async () => {
    const { round } = await published("Báo cáo được miễn");
    const excused = await hanh.post(`/rounds/${round.id}/excuse`, { units: [{ unitId: hoaPhu, version: 1 }], reason: "Xã mới sắp xếp" });
    expect(line(excused.body, hoaPhu)).toMatchObject({ standing: "excused", owes: false, excused: { reason: "Xã mới sắp xếp" } });
    expect(excused.body.counts).toMatchObject({ excused: 1, notBegun: 4, owing: 4 });
    expect((await hanh.get(`/rounds/${round.id}/chase-text`)).body.assigned).not.toContain("Hòa Phú");
    const back = await hanh.post(`/rounds/${round.id}/undo-excuse`, { units: [{ unitId: hoaPhu, version: 2 }] });
    expect(line(back.body, hoaPhu).owes).toBe(true);
  });

  test("figures are fixed at an instant, by who may", async () => {
    const { round } = await published("Báo cáo chốt số");
    expect((await hanh.get(`/rounds/${round.id}/changed-since`)).body.code).toBe("wrong_state");
    expect((await reporter.post(`/rounds/${round.id}/fix-figures`)).status).toBe(403);
    const fixed = await hanh.post(`/rounds/${round.id}/fix-figures`);
    expect(fixed.body.round.figuresFixedAt).toBe("2026-06-01T02:00:00.000Z");
    expect((await hanh.get(`/rounds/${round.id}/changed-since`)).body).toMatchObject({ sentSince: [], cells: [] });
  });

  test("after figures were fixed, the cells that changed are named with what they were", async () => {
    const { round } = await published("Báo cáo có số", {
      content: {
        sections: [
          {
            id: "a",
            heading: "Kết quả",
            rows: [
              { indicatorId: 1, label: "Chỉ tiêu một", unit: "cái" },
              { indicatorId: 2, label: "Chỉ tiêu hai", unit: "cái" },
            ],
          },
        ],
      },
    });
    const submissionId = randomUUID() as SubmissionId;
    const give = (values: [number, string | null][]) =>
      transaction(app.db, (tx) =>
        writeValues(tx, {
          tier: "provisional",
          period: round.period,
          unit: binhLam,
          submissionId,
          cells: values.map(([indicatorId, value]) => ({ indicatorId: indicatorId as IndicatorId, member: "", value })),
        }),
      );
    await give([
      [1, "12"],
      [2, "5"],
    ]);
    expect((await hanh.post(`/rounds/${round.id}/fix-figures`)).status).toBe(200);
    expect((await hanh.get(`/rounds/${round.id}/changed-since`)).body.cells).toEqual([]);
    await give([
      [1, "120"],
      [2, "5"],
    ]);
    expect((await hanh.get(`/rounds/${round.id}/changed-since`)).body.cells).toMatchObject([
      { unit: { id: binhLam }, cell: "1", label: "Chỉ tiêu một", before: "12", after: "120" },
    ]);
    const { rows } = await sql<{ figures: unknown }>`select figures from round_fixing where round_id = ${round.id}::uuid`.execute(app.db);
    expect(rows).toEqual([{ figures: { units: { [binhLam]: { "1": "12", "2": "5" } }, totals: { "1": "12", "2": "5" } } }]);
  });

  test("an ended round asks for nothing, and can be opened again", async () => {
    const { round } = await published("Báo cáo kết thúc");
    const ended = await hanh.post(`/rounds/${round.id}/close`, { reason: "Không cần nữa" });
    expect(ended.body).toMatchObject({ round: { state: "closed" }, counts: { owing: 0, late: 0 }, missing: [], can: ["fix", "reopen"] });
    expect(
      (await hanh.post(`/rounds/${round.id}/extend`, { units: [{ unitId: binhLam, version: 1 }], lastDay: "2026-06-20", reason: "x" })).body
        .code,
    ).toBe("wrong_state");
    expect((await hanh.post(`/rounds/${round.id}/reopen`)).body.counts.owing).toBe(5);
    const history = await hanh.get("/audit/history", { kind: "round", id: round.id });
    expect(history.body.entries.map(({ act }: { act: string }) => act)).toEqual(["round:reopen", "round:close", "round:open"]);
  });
});

describe("on desks and in reminders", () => {
  test("what is due within the week lies on the desk of who fills it, once per round", async () => {
    const { round } = await published("Báo cáo trên bàn");
    const cards = async (who: Person) =>
      ((await who.get("/desk")).body.waiting.cards as { kind: string; id: string; what: { vi: string }; title: string }[]).filter(
        ({ id }) => id === round.id,
      );
    expect(await cards(tong)).toEqual([]);
    app.now("2026-06-08T09:00:00+07:00");
    expect(await cards(tong)).toMatchObject([
      { kind: "round", title: "Báo cáo trên bàn, 6 tháng đầu năm 2026", what: { vi: "Báo cáo số liệu, hạn trước ngày 15/6/2026" } },
    ]);
    expect(await cards(office)).toHaveLength(1);
    expect(await cards(neighbour)).toEqual([]);
    app.now("2026-06-01T09:00:00+07:00");
  });

  test("notices get what is owed, with how it was asked and by whom", async () => {
    const { round } = await published("Báo cáo để nhắc");
    const owed = (await roundsOwed(app.db, { units: [binhLam], today: "2026-06-01", until: "2026-06-20" })).filter(
      ({ roundId }) => roundId === round.id,
    );
    expect(owed).toEqual([
      {
        roundId: round.id,
        unitId: binhLam,
        askedBy: front,
        edge: "assign",
        title: "Báo cáo để nhắc, 6 tháng đầu năm 2026",
        dueText: "trước ngày 15/6/2026",
        dueOn: "2026-06-14",
        state: "not-begun",
      },
    ]);
    expect(await roundsOwed(app.db, { units: [binhLam], today: "2026-06-01", until: "2026-05-20" })).toEqual([]);
    const asked = (await roundsAsked(app.db, { owners: [front], today: "2026-06-01" })).filter(({ roundId }) => roundId === round.id);
    expect(asked).toHaveLength(5);
  });
});

describe("once units send", () => {
  /** What a sending leaves behind, so that the room can be read at any instant. */
  async function sent(
    roundId: string,
    unitId: number,
    at: string,
    state: "submitted" | "approved" | "returned" = "submitted",
    signed: string | null = null,
  ) {
    const instant = new Date(at);
    await app.db
      .insertInto("submission")
      .values({
        round_id: roundId,
        unit_id: unitId,
        rev: 1,
        state,
        steps: "[]",
        opened_by: tong.id,
        opened_at: instant,
        submitted_by: tong.id,
        submitted_at: instant,
        first_sent_at: instant,
        approved_at: state === "approved" ? instant : null,
        updated_at: instant,
        ...(signed === null
          ? {}
          : {
              document_number: "12/BC-MTTQ-BTT",
              document_date: signed,
              document_hash: "0".repeat(64),
              document_name: "bao-cao.pdf",
              document_size: 1000,
              document_type: "application/pdf",
              document_by: tong.id,
              document_at: instant,
            }),
      })
      .execute();
  }

  test("what was sent in time is settled, what was sent after is marked and belongs into the supplement", async () => {
    const { round } = await published("Báo cáo đang gửi");
    await sent(round.id, binhLam, "2026-06-14T23:59:59+07:00");
    await sent(round.id, hoaPhu, "2026-06-15T00:00:00+07:00", "approved");
    app.now("2026-06-16T09:00:00+07:00");
    const told = await room(round.id);
    expect(line(told, binhLam)).toMatchObject({ progress: "sent", standing: "waiting", owes: false, late: false });
    expect(line(told, hoaPhu)).toMatchObject({ progress: "approved", standing: "over", late: true });
    expect(told.counts).toMatchObject({ sent: 1, approved: 1, notBegun: 3, owing: 3, late: 3 });
    expect((await hanh.get(`/rounds/${round.id}/chase-text`)).body.assigned).not.toContain("Bình Lâm");
    expect((await tong.get("/rounds/owed", { state: "sent" })).body.items.map((each: RoundDuty) => each.round.id)).toContain(round.id);
    app.now("2026-06-01T09:00:00+07:00");
  });

  test("where the signed document counts, figures alone are still owed", async () => {
    const { round } = await published("Báo cáo văn bản", { countsOnTime: "document" });
    await sent(round.id, binhLam, "2026-06-10T09:00:00+07:00");
    await sent(round.id, hoaPhu, "2026-06-15T09:00:00+07:00", "submitted", "2026-06-13");
    app.now("2026-06-16T09:00:00+07:00");
    const told = await room(round.id);
    expect(line(told, binhLam)).toMatchObject({ progress: "sent", standing: "late", owes: true, late: true, document: null });
    expect(line(told, hoaPhu)).toMatchObject({ owes: false, late: false, document: { number: "12/BC-MTTQ-BTT", date: "2026-06-13" } });
    app.now("2026-06-01T09:00:00+07:00");
  });
});
