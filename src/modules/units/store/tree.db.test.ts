import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { tanGiang } from "../../../../test/support/tan-giang.ts";
import { transaction } from "../../../platform/database/index.ts";
import { ancestorsOf, createUnit, endUnit, getUnit, reaches, renameUnit, unitsByIds, unitsWithin } from "../index.ts";
import { lockTree, rebuildTree } from "./tree.ts";

const { app } = await testDatabase();
const id = await tanGiang(app);
const system = { system: "test" };
const past = "2025-06-30";
const today = "2026-11-21";

test("the tree is read as it was on the day: districts before July 2025, none after", async () => {
  const names = async (day: string) =>
    (await unitsWithin(app, id("Tỉnh Tân Giang"), day, { kinds: ["district", "commune"] })).map(({ name }) => name);
  expect(await names(past)).toEqual([
    "Huyện Sơn Khê",
    "Thị trấn Sơn Khê",
    "Xã Bình Lâm",
    "Xã Hòa Phú",
    "Thành phố Đông Kinh",
    "Phường Đông Kinh Bắc",
  ]);
  expect(await names(today)).toEqual(["Đặc khu Cồn Én", "Phường Đông Kinh Bắc", "Phường Sơn Khê", "Xã Bình Lâm", "Xã Hòa Phú"]);
});

test("a holder above reaches, one aside does not; a unit that has ended is judged where it last stood", async () => {
  const front = id("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
  expect(await reaches(app, id("Tỉnh Tân Giang"), id("Thôn Đoài"), today)).toBe(true);
  expect(await reaches(app, id("Thôn Đoài"), id("Thôn Đoài"), today)).toBe(true);
  expect(await reaches(app, id("Xã Hòa Phú"), id("Thôn Đoài"), today)).toBe(false);
  expect(await reaches(app, id("Thôn Đoài"), id("Xã Bình Lâm"), today)).toBe(false);
  expect(await reaches(app, front, id("Ban Dân chủ - Pháp luật"), today)).toBe(true);
  expect(await reaches(app, front, id("Ủy ban MTTQ Việt Nam xã Bình Lâm"), today)).toBe(false);
  expect(await reaches(app, id("Tỉnh Tân Giang"), id("UBND huyện Sơn Khê"), today)).toBe(true);
  expect(await reaches(app, id("Huyện Sơn Khê"), id("Thôn Đoài"), past)).toBe(true);
  expect(await reaches(app, id("Huyện Sơn Khê"), id("Thôn Đoài"), today)).toBe(false);
});

test("names come as of the day, and from the last or first day for what is not there on it", async () => {
  const town = id("Phường Sơn Khê");
  expect((await getUnit(app, town, past)).name).toBe("Thị trấn Sơn Khê");
  const district = id("Huyện Sơn Khê");
  expect(await getUnit(app, district, today)).toEqual({
    id: district,
    name: "Huyện Sơn Khê",
    kind: "district",
    areaName: "Tỉnh Tân Giang",
  });
  expect((await getUnit(app, id("Đặc khu Cồn Én"), past)).name).toBe("Đặc khu Cồn Én");
  expect((await unitsByIds(app, [town, 999_999 as never])).size).toBe(1);
  await expect(getUnit(app, 999_999 as never)).rejects.toMatchObject({ code: "not_found" });
  const above = await ancestorsOf(app, id("Ban Công tác Mặt trận thôn Đoài"), past);
  expect(above.map(({ name }) => name)).toEqual(["Tỉnh Tân Giang", "Huyện Sơn Khê", "Xã Bình Lâm", "Thôn Đoài"]);
});

test("an edit makes new versions for its days only; the others stay as they are, and what reads them is not disturbed", async () => {
  const versions = async () => {
    const { rows } = await sql<{ ver: number; valid: string }>`select ver, valid::text from tree_version order by valid`.execute(app);
    return new Map(rows.map(({ ver, valid }) => [valid, ver]));
  };
  const before = await versions();
  await createUnit(app, system, {
    kind: "residential-area",
    name: "Thôn Thượng",
    parentId: id("Xã Hòa Phú"),
    from: "2026-03-01",
    until: "2026-08-31",
  });
  const after = await versions();
  expect([...after.keys()].slice(-3)).toEqual(["[2025-07-01,2026-03-01)", "[2026-03-01,2026-09-01)", "[2026-09-01,)"]);
  expect(after.get("(,2025-03-01)")).toBe(before.get("(,2025-03-01)"));
  expect(after.get("[2025-07-01,2026-03-01)")).toBe(before.get("[2025-07-01,)"));
  const children = async (day: string) => (await unitsWithin(app, id("Xã Hòa Phú"), day, { kinds: ["residential-area"] })).length;
  expect([await children("2026-02-28"), await children("2026-03-01"), await children("2026-08-31"), await children("2026-09-01")]).toEqual([
    0, 1, 1, 0,
  ]);
});

test("every version is a proper tree: numbers without gaps, children inside their parents, areas that contain", async () => {
  const { rows } = await sql`
    select ver from unit_at
    group by ver
    having min(lo) <> 1 or max(hi) <> count(*) or count(distinct lo) <> count(*)
  `.execute(app);
  expect(rows).toEqual([]);
  const wrong = await sql`
    select child.unit_id from unit_at child
    left join unit_at parent on parent.ver = child.ver and parent.unit_id = child.parent_id
    left join unit_at commune on commune.ver = child.ver and commune.unit_id = child.commune_id
    where (child.parent_id is not null and not (child.lo > parent.lo and child.hi <= parent.hi and child.depth = parent.depth + 1))
      or (child.commune_id is not null and not child.lo between commune.lo and commune.hi)
  `.execute(app);
  expect(wrong.rows).toEqual([]);
});

test("a tree in which a unit would hang in the air is refused, with its name", async () => {
  const loose = transaction(app, async (tx) => {
    await lockTree(tx);
    await sql`update unit_edge set valid = daterange(null, '2026-01-01') where unit_id = ${id("Thôn Đoài")}::int`.execute(tx);
    await rebuildTree(tx, "{[2026-01-01,)}");
  });
  await expect(loose).rejects.toMatchObject({
    code: "wrong_state",
    text: { vi: expect.stringContaining("Ban Công tác Mặt trận thôn Đoài") },
  });
  expect((await getUnit(app, id("Thôn Đoài"), today)).name).toBe("Thôn Đoài");
});

test("two editors at once take turns: both edits are in the tree", async () => {
  const parentId = id("Phường Sơn Khê");
  await Promise.all(
    ["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 3"].map((name) => createUnit(app, system, { kind: "residential-area", name, parentId })),
  );
  const areas = await unitsWithin(app, parentId, today, { kinds: ["residential-area"] });
  expect(areas.map(({ name }) => name)).toEqual(["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 3"]);
});

test("renaming and ending change the days after, not the days before", async () => {
  const village = id("Thôn Trung");
  await renameUnit(app, system, { id: village, version: 1, name: "Thôn Trung Tâm", from: "2026-02-01" });
  await endUnit(app, system, { id: village, version: 2, lastDay: "2026-05-31", reason: "Sáp nhập thôn" });
  const name = async (day: string) => (await unitsWithin(app, id("Xã Bình Lâm"), day)).find((one) => one.id === village)?.name;
  expect([await name("2026-01-31"), await name("2026-02-01"), await name("2026-05-31"), await name("2026-06-01")]).toEqual([
    "Thôn Trung",
    "Thôn Trung Tâm",
    "Thôn Trung Tâm",
    undefined,
  ]);
});
