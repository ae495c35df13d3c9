import { expect, test } from "vitest";
import { afterAct, politeReminder, stageOn } from "./domain.ts";

test.each([
  ["2026-06-15", "2026-06-07", null],
  ["2026-06-15", "2026-06-08", -7],
  ["2026-06-15", "2026-06-10", -7],
  ["2026-06-15", "2026-06-12", -3],
  ["2026-06-15", "2026-06-14", -1],
  ["2026-06-15", "2026-06-15", 0],
  ["2026-06-15", "2026-06-16", 1],
  ["2026-06-15", "2026-06-17", 1],
  ["2026-06-15", "2026-06-18", 3],
  ["2026-06-15", "2026-06-22", 7],
  ["2026-06-15", "2026-06-29", 14],
  ["2026-06-15", "2026-07-12", 14],
  ["2026-06-15", "2026-07-13", 28],
] as const)("what is due on %s has on %s reached stage %s", (lastDay, today, stage) => {
  expect(stageOn(lastDay, today)).toBe(stage);
});

test("what was decided stays decided", () => {
  expect(afterAct("asked", "grant")).toBe("granted");
  expect(afterAct("granted", "refuse")).toBeNull();
  expect(afterAct("withdrawn", "grant")).toBeNull();
});

test("a reminder names each thing once and only those who owe it", () => {
  const report = { title: "Báo cáo 6 tháng đầu năm 2026", dueText: "trước ngày 15/6/2026", lastDay: "2026-06-14" };
  const text = politeReminder(
    [
      { ...report, unitName: "Ủy ban MTTQ Việt Nam xã Bình Lâm" },
      { ...report, unitName: "Ủy ban MTTQ Việt Nam xã Sơn Hòa" },
      { title: "Đăng ký mô hình", dueText: "", lastDay: "2026-06-20", unitName: "Ủy ban MTTQ Việt Nam xã Bình Lâm" },
    ],
    "Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
  );
  expect(text.match(/Báo cáo 6 tháng/g)).toHaveLength(1);
  expect(text).toContain("Đơn vị: Ủy ban MTTQ Việt Nam xã Bình Lâm; Ủy ban MTTQ Việt Nam xã Sơn Hòa.");
  expect(text).toContain("hạn: trước ngày 15/6/2026 (hết ngày 14/6/2026)");
  expect(text).toContain("- Đăng ký mô hình, hạn hết ngày 20/6/2026.");
  expect(text).not.toMatch(/chậm|trễ|vi phạm/);
});
