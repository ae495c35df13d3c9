import { expect, test } from "vitest";
import { compilePlan } from "./index.ts";

const events = (text: string): unknown[] =>
  compilePlan(`KẾ HOẠCH\n\nI. NỘI DUNG\n${text}`).events.map(({ kind, quote, recurrence }) => [kind, quote.slice(0, 5), recurrence]);

test("a round that its heading dates is an event and dates what stands under it", () => {
  const text = "1. Đợt thi đua\nĐợt 1: Từ ngày 01/9 đến ngày 30/9/2025\n- Các chi hội dọn vệ sinh đường làng.";
  expect(events(text)).toEqual([["đợt", "Đợt 1", "once"]]);
  const [task] = compilePlan(`KẾ HOẠCH\n\nI. NỘI DUNG\n${text}`).tasks;
  expect([task?.section, task?.lead, task?.due.date]).toEqual(["I.1.Đợt 1", ["Các chi hội"], "2025-09-30"]);
});

test.each([
  ["1. Tổ chức Lễ kỷ niệm ngày truyền thống vào ngày 18/11/2025.", ["lễ"]],
  ["1. Tổ chức Hội thao các chi hội trong tháng 7/2026.", ["hội thao"]],
  ["1. Hội đồng nhân dân xã giám sát việc thực hiện.", []],
  ["1. Tuyên truyền kết quả để tổ chức hội nghị được thuận lợi.", []],
  ["1. Tổ chức ít nhất 01 hội nghị phản biện.", []],
])("%j", (text, kinds) => {
  expect(events(text).map((event) => (event as string[])[0])).toEqual(kinds);
});
