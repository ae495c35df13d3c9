import { expect, test } from "vitest";
import { adHocPeriod, parsePeriod } from "../../../kernel/time/index.ts";
import { chaseLetter, periodLabel, ruleWords } from "./rounds-wording.ts";

test.each([
  ["civil", "2026-W07", "tuần 07/2026 (09/02–15/02/2026)"],
  ["civil", "2026-11", "tháng 11/2026"],
  ["cut-off-15", "2026-11", "tháng 11/2026 (15/10–14/11/2026)"],
  ["cut-off-15", "2026", "năm 2026 (15/12/2025–14/12/2026)"],
  ["civil", "2026-Q3", "quý III/2026"],
  ["civil", "2026-H1", "6 tháng đầu năm 2026"],
  ["civil", "2026-9M", "9 tháng đầu năm 2026"],
] as const)("%s %s reads %s", (calendar, code, label) => {
  const period = parsePeriod(calendar, code);
  expect(period && periodLabel(period).vi).toBe(label);
});

test("an ad hoc period is its days", () => {
  const period = adHocPeriod("2026-05-01", "2026-05-19");
  expect(period && periodLabel(period).vi).toBe("từ 01/5/2026 đến 19/5/2026");
});

test("rules in words", () => {
  expect(
    ruleWords({
      kind: "day-of-year",
      at: [
        { month: 6, day: 15 },
        { month: 12, day: 15 },
      ],
      before: true,
    }).vi,
  ).toBe("trước ngày 15/6 và 15/12 hằng năm");
  expect(ruleWords({ kind: "day-of-year", at: [{ month: null, day: 23 }], before: false }).vi).toBe("chậm nhất ngày 23 hằng tháng");
  expect(ruleWords({ kind: "after-end", days: 2, working: true }).vi).toBe("trong 02 ngày làm việc sau khi kết thúc kỳ");
  expect(ruleWords({ kind: "after-end", days: 0, working: false }).vi).toBe("ngày cuối của kỳ báo cáo");
});

test("a reminder names those who owe, with their day, and accuses nobody", () => {
  const text = chaseLetter(
    {
      title: "Báo cáo công tác Mặt trận",
      period: "6 tháng đầu năm 2026",
      owner: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
      today: "2026-06-16",
      units: [
        { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", dueText: "trước ngày 15/6/2026", lastDay: "2026-06-14" },
        { name: "Ủy ban MTTQ Việt Nam xã Hòa Phú", dueText: "đến hết ngày 20/6/2026", lastDay: "2026-06-20" },
      ],
    },
    "assigned",
  );
  expect(text).toContain("Gửi trong thời gian sớm nhất:\n- Ủy ban MTTQ Việt Nam xã Bình Lâm");
  expect(text).toContain("Gửi theo hạn đến hết ngày 20/6/2026:\n- Ủy ban MTTQ Việt Nam xã Hòa Phú");
  expect(text).not.toMatch(/chậm|trễ|muộn|vi phạm|quá hạn|phê bình/);
});
