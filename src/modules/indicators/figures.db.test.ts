import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import type { IndicatorId, SubmissionId, UnitId } from "../../kernel/ids.ts";
import { parsePeriod, type Period } from "../../kernel/time/index.ts";
import { transaction } from "../../platform/database/index.ts";
import { silentLog } from "../../platform/log.ts";
import { createUnit, endUnit } from "../units/index.ts";
import { cellKey, cellOf, percentOf } from "./contract/cells.ts";
import { valueKey, type Series, type Tier, type TotalBy } from "./contract/figures.ts";
import { withdrawSubmission, withdrawValues, writeValues, type GivenCell } from "./service/figures.ts";
import { readValues } from "./service/figures-reading.ts";
import { foldAll, proveAll } from "./service/totals-folding.ts";
import { readTotals } from "./service/totals.ts";

const { app } = await testDatabase();
const id = await tanGiang(app);

const indicators = await catalogue();
const supervisions = indicators("Cuộc giám sát");
const money = indicators("Quỹ Vì người nghèo vận động được");
const cultured = indicators("Tỷ lệ gia đình văn hóa");
const people = indicators("Số người được tiếp");
const plans = indicators("Đơn vị có kế hoạch công tác dân vận chính quyền");
const land = indicators("Diện tích đất Nhân dân hiến");

const province = id("Tỉnh Tân Giang");
const front = (commune: string): UnitId => id(`Ủy ban MTTQ Việt Nam ${commune}`);
const binhLam = front("xã Bình Lâm");
const hoaPhu = front("xã Hòa Phú");
const sonKhe = front("phường Sơn Khê");

async function catalogue() {
  const { rows } = await sql<{ id: IndicatorId; name: string }>`select id, name from indicator`.execute(app);
  const byName = new Map(rows.map((row) => [row.name, row.id]));
  return (name: string): IndicatorId => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`no indicator ${name}`);
    return found;
  };
}

const period = (code: string): Period => {
  const found = parsePeriod("civil", code);
  if (!found) throw new Error(code);
  return found;
};
const submission = (): SubmissionId => randomUUID() as SubmissionId;
const cell = (indicatorId: IndicatorId, value: string | null, member = ""): GivenCell => ({ indicatorId, member, value });
const ratio = (indicatorId: IndicatorId, numerator: string, denominator: string): GivenCell => ({
  indicatorId,
  member: "",
  value: null,
  numerator,
  denominator,
});

async function give(unit: UnitId, code: string, cells: GivenCell[], { tier = "provisional" as Tier, submissionId = submission() } = {}) {
  await transaction(app, (tx) => writeValues(tx, { tier, period: period(code), unit, submissionId, cells }));
  return submissionId;
}

async function totals(
  code: string,
  keys: string[],
  { area = province, by = "self" as TotalBy, tier = "provisional" as Tier, series = null as Series[] | null } = {},
) {
  const read = await readTotals(app, { tier, period: period(code), area, by, cells: keys.map(cellOf), series });
  return {
    ...read,
    of: (key: string, unit: UnitId = area) => read.rows.find((row) => row.unit === unit)?.cells.get(key),
  };
}

const key = (indicatorId: IndicatorId, member = "") => cellKey({ indicatorId, member });

test("what communes send adds up at once, folded or not, in the commune, the province and per child", async () => {
  await give(binhLam, "2026-Q1", [cell(supervisions, "3"), cell(supervisions, "1", "team"), cell(money, "12500000")]);
  await give(hoaPhu, "2026-Q1", [cell(supervisions, "2"), cell(money, null)]);
  const check = async () => {
    const { of, rows } = await totals("2026-Q1", [key(supervisions), key(supervisions, "team"), key(money)]);
    expect(rows[0]?.submissions).toBe(2);
    expect(of(key(supervisions))).toEqual({ value: "5", given: 2, asked: 2, refused: null });
    expect(of(key(supervisions, "team"))).toEqual({ value: "1", given: 1, asked: 1, refused: null });
    expect(of(key(money))).toEqual({ value: "12500000", given: 1, asked: 2, refused: null });
    const children = await totals("2026-Q1", [key(supervisions)], { by: "children" });
    expect(children.rows.length).toBe(5);
    expect(children.of(key(supervisions), id("Xã Bình Lâm"))?.value).toBe("3");
    expect(children.of(key(supervisions), id("Đặc khu Cồn Én"))).toEqual({ value: null, given: 0, asked: 0, refused: null });
    const commune = await totals("2026-Q1", [key(supervisions)], { area: id("Xã Hòa Phú") });
    expect(commune.of(key(supervisions), id("Xã Hòa Phú"))?.value).toBe("2");
  };
  await check();
  await foldAll(app);
  await check();
  const { rows } = await sql<{ count: number }>`select count(*)::int from figure_pending`.execute(app);
  expect(rows[0]?.count).toBe(0);
  await give(sonKhe, "2026-Q1", [cell(supervisions, "10")]);
  expect((await totals("2026-Q1", [key(supervisions)])).of(key(supervisions))?.value).toBe("15");
  await foldAll(app);
  expect((await totals("2026-Q1", [key(supervisions)])).of(key(supervisions))?.value).toBe("15");
});

test("asked and empty is not zero, and not asked is neither", async () => {
  await give(binhLam, "2026-Q2", [cell(supervisions, "0"), cell(money, null)]);
  const read = await readValues(app, {
    tier: "provisional",
    periods: [period("2026-Q2")],
    units: [binhLam],
    cells: [supervisions, money, land].map((indicatorId) => ({ indicatorId, member: "" })),
  });
  expect(read.get(valueKey(period("2026-Q2"), binhLam, key(supervisions)))).toEqual({ value: "0" });
  expect(read.get(valueKey(period("2026-Q2"), binhLam, key(money)))).toEqual({ value: null });
  expect(read.has(valueKey(period("2026-Q2"), binhLam, key(land)))).toBe(false);
});

test("the same indicator in two forms is one value: the later one counts, and taking it back leaves the earlier", async () => {
  await give(binhLam, "2026-H1", [cell(supervisions, "4"), cell(land, "100.5")]);
  const second = await give(binhLam, "2026-H1", [cell(supervisions, "6")]);
  const read = async () => {
    const { of } = await totals("2026-H1", [key(supervisions), key(land)]);
    return [of(key(supervisions))?.value, of(key(land))?.value];
  };
  expect(await read()).toEqual(["6", "100.5"]);
  await transaction(app, (tx) =>
    withdrawValues(tx, {
      tier: "provisional",
      period: period("2026-H1"),
      unit: binhLam,
      submissionId: second,
      cells: [{ indicatorId: supervisions, member: "" }],
    }),
  );
  expect(await read()).toEqual(["4", "100.5"]);
  const { rows } = await sql<{ stood: boolean }>`
    select until > since as stood from figure_history where unit_id = ${binhLam}::int order by id
  `.execute(app);
  expect(rows.length).toBe(2);
  expect(rows.every(({ stood }) => stood)).toBe(true);
});

test("a submission that is taken back whole leaves nothing, in one tier or in both", async () => {
  const submissionId = submission();
  await give(binhLam, "2026-07", [cell(supervisions, "4"), ratio(cultured, "90", "100")], { submissionId });
  await give(binhLam, "2026-07", [cell(supervisions, "4")], { submissionId, tier: "approved" });
  await transaction(app, (tx) => withdrawSubmission(tx, { submissionId, tier: "approved" }));
  expect((await totals("2026-07", [key(supervisions)], { tier: "approved" })).of(key(supervisions))?.asked).toBe(0);
  expect((await totals("2026-07", [key(supervisions)])).of(key(supervisions))?.value).toBe("4");
  await transaction(app, (tx) => withdrawSubmission(tx, { submissionId }));
  const { rows, of } = await totals("2026-07", [key(supervisions), key(cultured)]);
  expect(rows[0]?.submissions).toBe(0);
  expect(of(key(cultured))?.given).toBe(0);
});

test("tạm tính and đã duyệt stand side by side", async () => {
  await give(binhLam, "2026-Q3", [cell(supervisions, "3")]);
  await give(hoaPhu, "2026-Q3", [cell(supervisions, "4")]);
  await give(hoaPhu, "2026-Q3", [cell(supervisions, "4")], { tier: "approved" });
  expect((await totals("2026-Q3", [key(supervisions)])).of(key(supervisions))?.value).toBe("7");
  expect((await totals("2026-Q3", [key(supervisions)], { tier: "approved" })).of(key(supervisions))?.value).toBe("4");
});

test("a rate is never averaged: numerators and denominators add up apart", async () => {
  await give(binhLam, "2026", [ratio(cultured, "900", "1000")]);
  await give(hoaPhu, "2026", [ratio(cultured, "10", "100")]);
  const total = (await totals("2026", [key(cultured)])).of(key(cultured));
  expect(total).toEqual({ value: null, numerator: "910", denominator: "1100", given: 2, asked: 2, refused: null });
  expect(total && percentOf(total)).toBe("82.7");
});

test("different people are never added, with the reason; one unit's own number stands", async () => {
  await give(binhLam, "2026", [cell(people, "40"), cell(plans, "1")]);
  expect((await totals("2026", [key(people)])).of(key(people))).toMatchObject({ value: "40", refused: null });
  await give(hoaPhu, "2026", [cell(people, "30"), cell(plans, "0")]);
  const { of } = await totals("2026", [key(people), key(plans)]);
  expect(of(key(people))).toMatchObject({ value: null, given: 2, refused: { vi: expect.stringContaining("lượt người") } });
  expect(of(key(plans))).toMatchObject({ value: null, numerator: "1", denominator: "2" });
});

test("figures of a residential area never add to those of its commune's report", async () => {
  const village = id("Ban Công tác Mặt trận thôn Đoài");
  await give(village, "2026-08", [cell(supervisions, "2")]);
  await give(binhLam, "2026-08", [cell(supervisions, "5")]);
  const whole = await totals("2026-08", [key(supervisions)]);
  expect(whole.series).toEqual(["front@commune"]);
  expect(whole.of(key(supervisions))?.value).toBe("5");
  expect(whole.available.map(({ series }) => series).toSorted()).toEqual(["front@commune", "front@residential-area"]);
  const commune = id("Xã Bình Lâm");
  const below = await totals("2026-08", [key(supervisions)], { area: commune, by: "children" });
  expect(below.series).toEqual(["front@residential-area"]);
  expect(below.of(key(supervisions), id("Thôn Đoài"))?.value).toBe("2");
  expect((await totals("2026-08", [key(supervisions)], { area: id("Thôn Đoài") })).rows[0]?.cells.get(key(supervisions))?.value).toBe("2");
});

test("numbers that would lose a digit, half a ratio and unknown cells are refused, and say what to do", async () => {
  const refused = (cells: GivenCell[]) => expect(give(binhLam, "2026-09", cells)).rejects;
  await refused([cell(supervisions, "1.5")]).toMatchObject({ code: "invalid_input", text: { vi: expect.stringContaining("số nguyên") } });
  await refused([cell(money, "100000000000001")]).toMatchObject({
    code: "invalid_input",
    text: { vi: expect.stringContaining("đơn vị tính") },
  });
  await refused([{ ...ratio(cultured, "1", "2"), denominator: null }]).toMatchObject({ code: "invalid_input" });
  await refused([cell(plans, "2")]).toMatchObject({ code: "invalid_input" });
  await refused([cell(supervisions, "1", "nowhere")]).toMatchObject({ code: "invalid_input" });
  await give(binhLam, "2026-09", [cell(land, "0.25"), cell(money, "100000000000000")]);
  expect((await totals("2026-09", [key(land), key(money)])).of(key(land))?.value).toBe("0.25");
});

test("when the tree changes, sums follow the tree of the period's last day, and the proof holds", async () => {
  const before = "2025-H1";
  await give(binhLam, before, [cell(supervisions, "3")]);
  await give(binhLam, "2026-10", [cell(supervisions, "3")]);
  await foldAll(app);
  const district = id("Huyện Sơn Khê");
  expect((await totals(before, [key(supervisions)], { area: district })).rows[0]?.cells.get(key(supervisions))?.value).toBe("3");
  expect((await totals(before, [key(supervisions)], { by: "communes" })).of(key(supervisions), id("Xã Bình Lâm"))?.value).toBe("3");
  // An edit that reaches into October makes new versions of it: sums of older ones may not be used.
  const system = { system: "test" };
  const other = await createUnit(app, system, { kind: "province", name: "Tỉnh Tân Bình", parentId: null, from: "2020-01-01" });
  const moved = await createUnit(app, system, {
    kind: "front",
    name: "Ủy ban MTTQ Việt Nam tỉnh Tân Bình",
    parentId: other.id,
    from: "2020-01-01",
  });
  await give(moved.id, "2026-10", [cell(supervisions, "8")]);
  expect((await totals("2026-10", [key(supervisions)])).of(key(supervisions))?.value).toBe("3");
  await foldAll(app);
  expect((await totals("2026-10", [key(supervisions)], { area: other.id })).of(key(supervisions), other.id)?.value).toBe("8");
  // A unit that ends before the period's last day keeps counting where it last stood.
  const own = await createUnit(app, system, { kind: "commune", name: "Xã Tân Hội", parentId: province, from: "2020-01-01" });
  const body = await createUnit(app, system, {
    kind: "front",
    name: "Ủy ban MTTQ Việt Nam xã Tân Hội",
    parentId: own.id,
    from: "2020-01-01",
  });
  await give(body.id, "2026-10", [cell(supervisions, "9")]);
  await foldAll(app);
  await endUnit(app, system, { id: body.id, version: 1, lastDay: "2026-09-30" });
  await endUnit(app, system, { id: own.id, version: 1, lastDay: "2026-09-30" });
  const total = async () => (await totals("2026-10", [key(supervisions)])).of(key(supervisions))?.value;
  expect(await total()).toBe("12");
  await give(hoaPhu, "2026-10", [cell(supervisions, "1")]);
  await foldAll(app);
  expect(await total()).toBe("13");
  expect((await proveAll(app, silentLog)).differences).toBe(0);
});
