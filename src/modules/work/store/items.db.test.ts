import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { PersonId, UnitId, WorkId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import type { NewWork } from "../new-work.ts";
import { entriesOf, findFile, insertEntry } from "./entries.ts";
import { countsOf, joinedBy, lateUnitsOf, listWork, owedBy, waitingFor, type ListFilter } from "./desk.ts";
import {
  findMany,
  findManyForUpdate,
  findWork,
  findWorkForUpdate,
  insertWork,
  rewriteWork,
  updateWork,
  withdrawMany,
  workOfPlan,
} from "./items.ts";

const { app: db } = await testDatabase();
const now = new Date("2026-03-02T09:00:00+07:00");
const today = "2026-03-02";
const planId = randomUUID();
let province: UnitId;
let binhLam: UnitId;
let hoaPhu: UnitId;

const duty = (lead: UnitId, title: string, lastDay: string | null, more: Partial<NewWork> = {}): NewWork => ({
  kind: "task",
  title,
  text: `${title} trên địa bàn xã`,
  lead,
  partners: [],
  assigner: province,
  edge: "assign",
  due: { text: lastDay === null ? "thường xuyên" : `hết ngày ${lastDay}`, date: lastDay, lastDay },
  period: null,
  origin: { kind: "plan-task", planId, itemId: randomUUID(), planVersion: 1, clause: "III.1", quote: title, documentId: null, line: 12 },
  ...more,
});

const put = (...items: NewWork[]) => transaction(db, (tx) => insertWork(tx, items, now));

beforeAll(async () => {
  const area = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  province = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: area });
  const commune = async (name: string) =>
    unit(db, { name: `Ủy ban MTTQ Việt Nam ${name}`, kind: "front", parentId: await unit(db, { name, kind: "commune", parentId: area }) });
  binhLam = await commune("xã Bình Lâm");
  hoaPhu = await commune("xã Hòa Phú");
});

describe("items of work in the database", () => {
  test("come back in the order they were put in, each once, with partners that are not the lead", async () => {
    const ids = await put(duty(binhLam, "Việc một", "2026-03-20", { partners: [hoaPhu, binhLam, hoaPhu] }), duty(hoaPhu, "Việc hai", null));
    expect(ids).toHaveLength(2);
    const [one, two] = [await findWork(db, ids[0] as WorkId), await findWork(db, ids[1] as WorkId)];
    expect(one).toMatchObject({ title: "Việc một", state: "open", last_day: "2026-03-20", partners: [hoaPhu], version: 1, line: 12 });
    expect(two).toMatchObject({ title: "Việc hai", last_day: null, partners: [] });
    expect(await transaction(db, (tx) => insertWork(tx, [], now))).toEqual([]);
    expect((await findMany(db, ids)).length).toBe(2);
    expect(await findMany(db, [])).toEqual([]);
  });

  test("an update counts the version; a rewrite keeps state and replaces partners", async () => {
    const [id] = await put(duty(binhLam, "Việc sẽ sửa", "2026-04-01"));
    await transaction(db, async (tx) => {
      const row = await findWorkForUpdate(tx, id as WorkId);
      await updateWork(tx, row?.id as WorkId, { state: "accepted", percent: 40 }, now);
      await rewriteWork(tx, id as WorkId, duty(binhLam, "Việc đã sửa", "2026-04-30", { partners: [province] }), now);
    });
    expect(await findWork(db, id as WorkId)).toMatchObject({
      title: "Việc đã sửa",
      state: "accepted",
      percent: 40,
      last_day: "2026-04-30",
      partners: [province],
      version: 3,
    });
  });

  test("many are withdrawn at once, each with a line in its history; the system writes in the assigner's name", async () => {
    const ids = await put(duty(binhLam, "Thu hồi 1", null), duty(hoaPhu, "Thu hồi 2", null));
    await transaction(db, async (tx) => {
      await withdrawMany(tx, ids, { by: null, at: now, text: "Kế hoạch kết thúc" });
      await withdrawMany(tx, [], { by: null, at: now, text: "" });
    });
    expect((await findMany(db, ids)).map(({ state, version }) => [state, version])).toEqual([
      ["withdrawn", 2],
      ["withdrawn", 2],
    ]);
    expect(await entriesOf(db, ids[0] as WorkId)).toMatchObject([
      { act: "withdraw", unit_id: province, person_id: null, text: "Kế hoạch kết thúc" },
    ]);
  });

  test("many can be locked at once, and all of a plan be read", async () => {
    const other = randomUUID();
    const origin = { ...duty(binhLam, "x", null).origin, planId: other };
    const ids = await put(duty(binhLam, "A", null, { origin }), duty(hoaPhu, "B", null, { origin }));
    expect(await transaction(db, async (tx) => (await findManyForUpdate(tx, ids)).length)).toBe(2);
    expect((await workOfPlan(db, other)).map(({ title }) => title).toSorted()).toEqual(["A", "B"]);
    expect(await workOfPlan(db, randomUUID())).toEqual([]);
  });
});

describe("a desk", () => {
  let desk: UnitId;
  let asker: UnitId;

  beforeAll(async () => {
    const area = await unit(db, { name: "tỉnh Tân Giang thứ hai", kind: "province" });
    asker = await unit(db, { name: "MTTQ tỉnh", kind: "front", parentId: area });
    desk = await unit(db, { name: "MTTQ phường Đông Kinh Bắc", kind: "front", parentId: area });
    const given = (title: string, lastDay: string | null, more: Partial<NewWork> = {}) =>
      duty(desk, title, lastDay, { assigner: asker, ...more });
    const [, , , , returned, , , done] = await put(
      given("Quá hạn", "2026-03-01"),
      given("Sắp đến hạn", "2026-03-05"),
      given("Còn lâu", "2026-06-30"),
      given("Không ngày", null),
      given("Bị trả lại", "2026-02-20"),
      given("Đề nghị đã qua ngày", "2026-03-01", { edge: "request" }),
      duty(binhLam, "Cùng làm", "2026-03-09", { assigner: asker, partners: [desk] }),
      given("Đã xong", "2026-02-01"),
    );
    await transaction(db, async (tx) => {
      // Reported in time, then returned: to be mended, not late.
      await updateWork(tx, returned as WorkId, { state: "returned", first_reported_on: "2026-02-19" }, now);
      await updateWork(tx, done as WorkId, { state: "done" }, now);
    });
  });

  test("shows what is owed, the returned first, then by day", async () => {
    const owed = await owedBy(db, [desk], 50);
    expect(owed.map(({ title }) => title)).toEqual([
      "Bị trả lại",
      "Quá hạn",
      "Đề nghị đã qua ngày",
      "Sắp đến hạn",
      "Còn lâu",
      "Không ngày",
    ]);
    expect((await joinedBy(db, [desk], 50)).map(({ title }) => title)).toEqual(["Cùng làm"]);
    expect(await owedBy(db, [], 50)).toEqual([]);
  });

  test("counts agree with the lists", async () => {
    expect(await countsOf(db, [desk], today, "2026-03-09")).toEqual({ owed: 6, late: 1, soon: 1, waiting: 0, unitsLate: 0 });
    expect(await countsOf(db, [asker], today, "2026-03-09")).toMatchObject({ owed: 0, waiting: 0, unitsLate: 1 });
  });

  test("late units are one's subordinates alone, with their oldest items", async () => {
    const [late, ...others] = await lateUnitsOf(db, [asker], today, 10);
    expect(others).toEqual([]);
    expect(late).toMatchObject({ unit: desk, late: 1, oldest: "2026-03-01" });
    expect(late?.items).toHaveLength(1);
    expect(await lateUnitsOf(db, [asker], "2026-02-28", 10)).toEqual([]);
  });

  test("what waits for the assigner", async () => {
    const [id] = await put(duty(desk, "Chờ xác nhận", "2026-03-20", { assigner: asker }));
    await transaction(db, (tx) => updateWork(tx, id as WorkId, { state: "reported", first_reported_on: today }, now));
    expect((await waitingFor(db, [asker], ["reported"], 10)).map(({ title }) => title)).toEqual(["Chờ xác nhận"]);
    expect(await waitingFor(db, [asker], ["answered", "declined"], 10)).toEqual([]);
  });

  const filter = (more: Partial<ListFilter>): ListFilter => ({
    units: [desk],
    side: "lead",
    states: ["open", "accepted", "answered", "returned"],
    standing: undefined,
    kind: undefined,
    unitId: undefined,
    planId: undefined,
    words: [],
    today,
    soonUntil: "2026-03-09",
    offset: 0,
    limit: 50,
    ...more,
  });
  const titles = async (more: Partial<ListFilter>) => (await listWork(db, filter(more))).rows.map(({ title }) => title);

  test("a list filters by standing, kind, words without accents, side and unit", async () => {
    expect(await titles({ standing: "late" })).toEqual(["Quá hạn"]);
    expect(await titles({ standing: "soon" })).toEqual(["Sắp đến hạn"]);
    expect(await titles({ words: ["sap", "HẠN"] })).toEqual(["Sắp đến hạn"]);
    expect(await titles({ words: ["100%"] })).toEqual([]);
    expect(await titles({ kind: "report" })).toEqual([]);
    expect(await titles({ side: "partner" })).toEqual(["Cùng làm"]);
    expect(await titles({ units: [asker], side: "assigner", unitId: binhLam })).toEqual(["Cùng làm"]);
    expect(await titles({ side: "any", planId: randomUUID() })).toEqual([]);
    expect(await titles({ states: ["done"] })).toEqual(["Đã xong"]);
    const page = await listWork(db, filter({ limit: 2, offset: 2 }));
    expect(page).toMatchObject({ total: 6 });
    expect(page.rows).toHaveLength(2);
  });
});

describe("what was said about an item", () => {
  test("stays in order with its files, and a file is found with its item", async () => {
    const [id] = await put(duty(binhLam, "Có báo cáo", "2026-05-01"));
    const work = id as WorkId;
    const by = { unitId: binhLam, personId: null as PersonId | null };
    await transaction(db, async (tx) => {
      await insertEntry(tx, work, { act: "progress", ...by, at: now, text: "Đã làm một nửa", percent: 50 }, [
        { hash: "a".repeat(64), name: "anh.jpg", size: 9, type: "image/jpeg" },
      ]);
      await insertEntry(tx, work, {
        act: "rollOver",
        ...by,
        at: new Date(now.getTime() + 1000),
        text: "Mưa lũ",
        dueBefore: { text: "ngày 01/5", date: "2026-05-01", lastDay: "2026-05-01" },
        dueAfter: { text: "hết ngày 30/05/2026", date: "2026-05-30", lastDay: "2026-05-30" },
      });
    });
    const [first, second] = await entriesOf(db, work);
    expect(first).toMatchObject({ act: "progress", percent: 50, text: "Đã làm một nửa", due_before: null });
    expect(first?.files).toMatchObject([{ name: "anh.jpg", size: 9 }]);
    expect(second).toMatchObject({ act: "rollOver", due_after: { lastDay: "2026-05-30" }, files: [] });
    expect(await findFile(db, first?.files[0]?.id ?? "")).toMatchObject({ workId: work, hash: "a".repeat(64) });
    expect(await findFile(db, randomUUID())).toBeUndefined();
  });
});
