import { expect, test } from "vitest";
import { tanGiang } from "../../../../test/support/tan-giang.ts";
import { testDatabase } from "../../../../test/support/database.ts";
import {
  createUnit,
  endUnit,
  exportUnits,
  getUnit,
  importUnits,
  reaches,
  renameUnit,
  unitsWithin,
  ancestorsOf,
  unitsByIds,
} from "../index.ts";
import { findHead } from "./editing.ts";

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
  expect(await reaches(app, id("Tỉnh Tân Giang"), id("Thôn Đoài"), today)).toBe(true);
  expect(await reaches(app, id("Thôn Đoài"), id("Thôn Đoài"), today)).toBe(true);
  expect(await reaches(app, id("Xã Hòa Phú"), id("Thôn Đoài"), today)).toBe(false);
  expect(await reaches(app, id("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), id("Ban Dân chủ - Pháp luật"), today)).toBe(true);
  expect(await reaches(app, id("Ủy ban MTTQ Việt Nam tỉnh Tân Giang"), id("Ủy ban MTTQ Việt Nam xã Bình Lâm"), today)).toBe(false);
  expect(await reaches(app, id("Tỉnh Tân Giang"), id("UBND huyện Sơn Khê"), today)).toBe(true);
  expect(await reaches(app, id("Huyện Sơn Khê"), id("Thôn Đoài"), past)).toBe(true);
  expect(await reaches(app, id("Huyện Sơn Khê"), id("Thôn Đoài"), today)).toBe(false);
});

test("names come as of the day, and from the last day for what has ended", async () => {
  expect((await getUnit(app, id("Phường Sơn Khê"), past)).name).toBe("Thị trấn Sơn Khê");
  expect(await getUnit(app, id("Huyện Sơn Khê"), today)).toEqual({
    id: id("Huyện Sơn Khê"),
    name: "Huyện Sơn Khê",
    kind: "district",
    areaName: "Tỉnh Tân Giang",
  });
  expect((await getUnit(app, id("Đặc khu Cồn Én"), past)).name).toBe("Đặc khu Cồn Én");
  expect((await unitsByIds(app, [id("Xã Bình Lâm"), 999_999 as never])).size).toBe(1);
  expect((await ancestorsOf(app, id("Ban Công tác Mặt trận thôn Đoài"), past)).map(({ name }) => name)).toEqual([
    "Tỉnh Tân Giang",
    "Huyện Sơn Khê",
    "Xã Bình Lâm",
    "Thôn Đoài",
  ]);
});

test("what is exported is what was imported; importing it again changes nothing", async () => {
  const file = { bytes: new TextEncoder().encode(await exportUnits(app, "csv")), name: "units.csv" };
  const report = await importUnits(app, system, { file, mode: "all" });
  expect(report.rejected).toEqual([]);
  expect(report).toMatchObject({ created: 0, written: false, unchanged: report.rows });
});
