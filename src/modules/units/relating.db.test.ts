import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import { edgeBetween, edgesBetween, type Edge } from "./index.ts";

const { app } = await testDatabase();
const id = await tanGiang(app);
const FRONT = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";
const today = "2026-11-21";

test.each<[from: string, to: string, edge: Edge]>([
  [FRONT, FRONT, "assign"],
  [FRONT, "Ban Dân chủ - Pháp luật", "assign"],
  [FRONT, "Ủy ban MTTQ Việt Nam xã Bình Lâm", "assign"],
  [FRONT, "Thôn Đoài", "assign"],
  [FRONT, "UBND tỉnh Tân Giang", "request"],
  [FRONT, "Văn phòng UBND tỉnh", "request"],
  [FRONT, "UBND xã Bình Lâm", "request"],
  [FRONT, "Tỉnh ủy Tân Giang", "inform"],
  [FRONT, "Ban Tổ chức Tỉnh ủy", "inform"],
  [FRONT, "Hội Nông dân tỉnh Tân Giang", "coordinate"],
  ["Ban Dân chủ - Pháp luật", "Ủy ban MTTQ Việt Nam xã Bình Lâm", "assign"],
  ["Ban Dân chủ - Pháp luật", FRONT, "assign"],
  ["Tỉnh ủy Tân Giang", FRONT, "assign"],
  ["Tỉnh ủy Tân Giang", "Đảng ủy xã Hòa Phú", "assign"],
  ["UBND tỉnh Tân Giang", "Sở Nội vụ", "assign"],
  ["UBND tỉnh Tân Giang", FRONT, "request"],
  ["Hội Nông dân tỉnh Tân Giang", "Hội Nông dân xã Hòa Phú", "assign"],
  ["Ủy ban MTTQ Việt Nam xã Bình Lâm", FRONT, "inform"],
  ["Ủy ban MTTQ Việt Nam xã Bình Lâm", "Ủy ban MTTQ Việt Nam xã Hòa Phú", "request"],
  ["Ủy ban MTTQ Việt Nam xã Bình Lâm", "Ban Công tác Mặt trận thôn Đoài", "assign"],
])("%s → %s: %s", async (from, to, edge) => {
  expect(await edgeBetween(app, id(from), id(to), today)).toBe(edge);
});

test("many at once; a unit that has ended is not assigned to", async () => {
  const gone = id("UBND huyện Sơn Khê");
  const edges = await edgesBetween(app, id("UBND tỉnh Tân Giang"), [id("Sở Nội vụ"), gone], today);
  expect([...edges]).toEqual([
    [id("Sở Nội vụ"), "assign"],
    [gone, "request"],
  ]);
  expect(await edgeBetween(app, id("UBND tỉnh Tân Giang"), gone, "2025-06-30")).toBe("assign");
});
