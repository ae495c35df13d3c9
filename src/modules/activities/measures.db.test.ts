import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { unit } from "../../../test/support/units.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { ActivityId, PersonId, UnitId } from "../../kernel/ids.ts";
import { readAmount } from "../../kernel/numbers.ts";
import { transaction } from "../../platform/database/index.ts";
import { activitiesOf, activitiesServing, activityMeasures, activityNarratives } from "./index.ts";
import { figureKeys, type Facts } from "./domain/facts.ts";
import { askDoubles } from "./store/doubles.ts";
import { insertEntry, updateEntry } from "./store/entries.ts";

const { app: db } = await testDatabase();
const now = new Date("2026-07-01T09:00:00+07:00");
const half = { from: "2026-01-01", to: "2026-06-30" };
const planId = "019a0000-0000-7000-8000-0000000000aa";

let province: UnitId;
let commune: UnitId;
let front: UnitId;
let binhLam: UnitId;
let board: UnitId;
let women: UnitId;
let village: UnitId;
let unspoken: UnitId;
let person: PersonId;

beforeAll(async () => {
  province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "MTTQ tỉnh Tân Giang", kind: "front", parentId: province });
  commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  binhLam = await unit(db, {
    name: "MTTQ xã Bình Lâm",
    kind: "front",
    parentId: commune,
    relations: [{ kind: "line", superiorId: front }],
  });
  board = await unit(db, { name: "Ban Thanh tra nhân dân", kind: "board", parentId: binhLam });
  women = await unit(db, { name: "Hội LHPN xã Bình Lâm", kind: "womens-union", parentId: commune });
  const area = await unit(db, { name: "thôn Đoài", kind: "residential-area", parentId: commune });
  village = await unit(db, {
    name: "Ban CTMT thôn Đoài",
    kind: "front",
    parentId: area,
    relations: [{ kind: "line", superiorId: binhLam }],
  });
  const other = await unit(db, { name: "thôn Đông", kind: "residential-area", parentId: commune });
  // The directory does not say under whom it stands: the line of its organisation is clear all the same.
  unspoken = await unit(db, { name: "Ban CTMT thôn Đông", kind: "front", parentId: other });
  ({ id: person } = (await db
    .insertInto("person")
    .values({ name: "Phạm Văn Tòng", login: "tong", login_key: "tong" })
    .returning("id")
    .executeTakeFirstOrThrow()) as { id: PersonId });
});

type Wish = Partial<Omit<Facts, "figures">> & {
  turns?: string;
  gifts?: string;
  money?: string;
  labour?: string;
  state?: "planned" | "done";
  itemId?: string;
};

function made(lead: UnitId, { state = "done", itemId, turns, gifts, money, labour, ...more }: Wish = {}): Promise<ActivityId> {
  const typed = { turns, gifts, money, labour };
  const figures = Object.fromEntries(figureKeys.map((key) => [key, readAmount(typed[key] ?? "")])) as Facts["figures"];
  const facts: Facts = {
    kind: "training",
    name: "Tập huấn",
    onDate: "2026-03-10",
    untilDate: null,
    startTime: null,
    place: null,
    leadId: lead,
    partners: [],
    summary: "",
    details: {},
    source: "self",
    ...more,
    figures,
  };
  const serves = itemId === undefined ? null : { workId: null, planId, itemId, clause: "II.1", quote: "tổ chức tập huấn", label: null };
  return transaction(db, (tx) => insertEntry(tx, { facts, state, serves, typedBy: person, typedAt: lead, typedFor: null }, now));
}

const figure = async (name: string, unitId: UnitId, scope: "line" | "area" = "line", period = half) =>
  (await activityMeasures.query(db, { names: [name], units: [unitId], scope, period })).get(name)?.get(unitId);

describe("measures", () => {
  test("add up what was done, for a line and for an area, each entry once", async () => {
    await made(binhLam, { turns: "100" });
    await made(board, { turns: "10" });
    await made(village, { turns: "hơn 40" });
    await made(unspoken, { turns: "7" });
    await made(women, { turns: "500", partners: [binhLam] });
    await made(binhLam, { turns: "9000", state: "planned" });
    await made(binhLam, { turns: "9000", onDate: "2026-07-01" });
    const gone = await made(binhLam, { turns: "9000" });
    await transaction(db, (tx) => updateEntry(tx, gone, { state: "cancelled", cancelReason: "Nhầm" }, now));
    const counted = await made(binhLam, { turns: "1" });
    const repeated = await made(women, { turns: "9000" });
    await transaction(db, (tx) => updateEntry(tx, repeated, { sameAs: counted }, now));

    expect(await figure("activity/training/turns", binhLam)).toEqual({ value: "158", records: 5, approximate: 1 });
    expect(await figure("activity/training/turns", front)).toEqual({ value: "158", records: 5, approximate: 1 });
    expect(await figure("activity/training/turns", binhLam, "area")).toEqual({ value: "658", records: 6, approximate: 1 });
    expect(await figure("activity/training/turns", province, "area")).toEqual({ value: "658", records: 6, approximate: 1 });
    expect(await figure("activity/training/count", village)).toEqual({ value: "1", records: 1, approximate: 0 });
    expect(await figure("activity/any/count", women)).toEqual({ value: "1", records: 1, approximate: 0 });
    expect(await figure("activity/training/money", binhLam)).toEqual({ value: null, records: 0, approximate: 0 });
    expect(await figure("activity/training/turns", binhLam, "line", { from: "2026-07-01", to: "2026-07-31" })).toMatchObject({
      value: "9000",
    });
  });

  test("read a kind's own fields: numbers with decimals and options of a choice", async () => {
    await made(binhLam, { kind: "supervision", details: { form: { value: "team" }, recommendations: { value: "5", said: "khoảng" } } });
    await made(binhLam, { kind: "supervision", details: { form: { value: "documents" }, recommendations: { value: "2" } } });
    await made(village, { kind: "campaign-work", details: { roads: { value: "1.25" } }, labour: "12,5" });
    await made(village, { kind: "campaign-work", details: { roads: { value: "0.75" } }, labour: "3", money: "1,5 triệu" });
    const names = [
      "activity/supervision/form.team",
      "activity/supervision/recommendations",
      "activity/campaign-work/roads",
      "activity/campaign-work/labour",
      "activity/campaign-work/money",
      "activity/no-kind/count",
      "activity/supervision/form.x",
      "x",
    ];
    const found = await activityMeasures.query(db, { names, units: [binhLam, village, women], scope: "line", period: half });
    expect([...found.keys()]).toEqual(names.slice(0, 5));
    expect(names.slice(0, 5).map((name) => found.get(name)?.get(binhLam))).toEqual([
      { value: "1", records: 1, approximate: 0 },
      { value: "7", records: 2, approximate: 1 },
      { value: "2", records: 2, approximate: 0 },
      { value: "15.5", records: 2, approximate: 0 },
      { value: "1500000", records: 1, approximate: 0 },
    ]);
    expect(found.get("activity/campaign-work/roads")?.get(women)).toEqual({ value: null, records: 0, approximate: 0 });
  });

  test("an entry that stands for several counts as many, and choices split figures", async () => {
    const fund = (of: string, money: string, inKind?: string) =>
      made(women, { kind: "fund-raising", money, details: { fund: { value: of }, ...(inKind ? { "in-kind": { value: inKind } } : {}) } });
    await fund("poor", "12 triệu", "3000000");
    await fund("poor", "5 triệu");
    await fund("gratitude", "hơn 7 triệu");
    await made(women, { kind: "propaganda", turns: "300", details: { sessions: { value: "6", said: "khoảng" }, topic: { value: "law" } } });
    await made(women, { kind: "propaganda", turns: "20", details: { topic: { value: "law" } } });
    await made(women, { kind: "propaganda", turns: "9" });
    const names = ["count", "topic.law", "turns.topic.law", "sessions", "turns.topic", "turns.topic.law.x", "turns.fund.law"];
    const found = await activityMeasures.query(db, {
      names: [
        ...names.map((name) => `activity/propaganda/${name}`),
        "activity/fund-raising/money.fund.poor",
        "activity/fund-raising/in-kind.fund.poor",
      ],
      units: [women],
      scope: "line",
      period: half,
    });
    expect([...found].map(([name, of]) => [name, of.get(women)])).toEqual([
      ["activity/propaganda/count", { value: "8", records: 3, approximate: 1 }],
      ["activity/propaganda/topic.law", { value: "7", records: 2, approximate: 1 }],
      ["activity/propaganda/turns.topic.law", { value: "320", records: 2, approximate: 0 }],
      ["activity/propaganda/sessions", { value: "6", records: 1, approximate: 1 }],
      ["activity/fund-raising/money.fund.poor", { value: "17000000", records: 2, approximate: 0 }],
      ["activity/fund-raising/in-kind.fund.poor", { value: "3000000", records: 1, approximate: 0 }],
    ]);
  });

  test("every measure that is offered can be asked for, under a name of its own", async () => {
    const offered = await activityMeasures.measures(db);
    const names = offered.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const found = await activityMeasures.query(db, { names, units: [binhLam], scope: "line", period: half });
    expect([...found.keys()]).toEqual(names);
    expect(offered.find(({ name }) => name === "activity/dialogue/answered")).toMatchObject({
      unit: "ý kiến",
      title: { vi: "Đối thoại: Số ý kiến được trả lời" },
    });
  });

  test("the tree is the one at the end of the period", async () => {
    const later = await unit(db, { name: "thôn Mới", kind: "residential-area", parentId: commune, from: "2026-05-01" });
    const young = await unit(db, {
      name: "Ban CTMT thôn Mới",
      kind: "front",
      parentId: later,
      from: "2026-05-01",
      relations: [{ kind: "line", superiorId: binhLam }],
    });
    await made(young, { kind: "contest", turns: "20", onDate: "2026-05-02" });
    expect(await figure("activity/contest/turns", binhLam)).toMatchObject({ value: "20" });
    expect(await figure("activity/contest/turns", binhLam, "line", { from: "2026-01-01", to: "2026-03-31" })).toMatchObject({
      value: null,
    });
  });

  test("the records behind a number add up to it", async () => {
    const asked = { names: ["activity/training/turns"], unit: binhLam, scope: "line", period: half, limit: 50 } as const;
    const records = await activityMeasures.records(db, {} as Actor, asked);
    expect(records).toHaveLength(5);
    expect(records.reduce((sum, { value }) => sum + Number(value), 0)).toBe(158);
    expect(records.find(({ said }) => said === "hơn")).toMatchObject({
      kind: "activity",
      unit: "Ban CTMT thôn Đoài",
      value: "40",
      path: expect.stringMatching(/^\/activities\//),
    });
  });
});

describe("what reports tell", () => {
  test("entries of units, and those that serve a clause", async () => {
    await made(village, {
      kind: "unity-day",
      name: "Ngày hội Đại đoàn kết",
      onDate: "2026-06-01",
      turns: "200",
      itemId: "t1",
      summary: "Đông vui.",
    });
    await made(women, { kind: "visit", name: "Thăm mẹ Việt Nam anh hùng", onDate: "2026-06-02", itemId: "t1" });
    const told = await activitiesOf(db, { units: [binhLam], scope: "line", period: half, kinds: ["unity-day"], limit: 10 });
    expect(told).toMatchObject([{ name: "Ngày hội Đại đoàn kết", figures: "200 lượt người", summary: "Đông vui.", lead: { id: village } }]);
    const serving = async (more: object) => (await activitiesServing(db, { planId, period: half, ...more })).map(({ name }) => name);
    expect(await serving({})).toEqual(["Ngày hội Đại đoàn kết", "Thăm mẹ Việt Nam anh hùng"]);
    expect(await serving({ units: [binhLam] })).toEqual(["Ngày hội Đại đoàn kết"]);
    expect(await serving({ itemId: "t2" })).toEqual([]);
  });

  test("lines for a heading: by the kinds of its figures, else by its words", async () => {
    const lines = async (names: string[], heading: string) =>
      (await activityNarratives.lines(db, {} as Actor, { units: [binhLam], scope: "line", period: half, names, heading, limit: 10 })).map(
        ({ text }) => text,
      );
    expect(await lines(["activity/unity-day/count"], "")).toEqual([
      "Ngày 01/6/2026, Ban CTMT thôn Đoài: Ngày hội Đại đoàn kết (200 lượt người). Đông vui.",
    ]);
    expect(await lines([], "3. Công tác xây dựng khối Đại đoàn kết")).toHaveLength(1);
    expect(await lines([], "Kết quả thực hiện")).toEqual([]);
    expect(await lines(["other/x"], "Đại đoàn kết")).toEqual([]);
  });
});

describe("doubles", () => {
  const reasons = async (id: ActivityId) =>
    (await db.selectFrom("activity_double").select("reasons").where("later_id", "=", id).execute()).map((row) => row.reasons);

  test("are asked about on the same day and in the same commune, and not between festivals of two villages", async () => {
    const day = { onDate: "2026-02-17", kind: "gift-giving" };
    const asked = async (lead: UnitId, wish: Wish) => {
      const id = await made(lead, { ...day, ...wish });
      await transaction(db, (tx) => askDoubles(tx, id));
      return reasons(id);
    };
    expect(await asked(binhLam, { name: "Tặng quà Tết hộ nghèo", gifts: "50", money: "25 triệu" })).toEqual([]);
    expect(await asked(women, { name: "Tặng quà Tết cho hộ nghèo" })).toEqual([["name"]]);
    expect(await asked(village, { name: "Trao suất ăn", gifts: "50", money: "25 triệu" })).toEqual([["gifts", "money"]]);
    expect(await asked(unspoken, { name: "Trao suất ăn", gifts: "49" })).toEqual([]);
    expect(await asked(unspoken, { name: "Phát thuốc", gifts: "50", money: "25 triệu" })).toHaveLength(2);
    expect(await asked(front, { name: "Tặng quà Tết hộ nghèo", gifts: "50" })).toEqual([]);
    expect(await asked(women, { name: "Tặng quà Tết hộ nghèo", onDate: "2026-02-18" })).toEqual([]);
  });
});
