import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

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
  ["1. Hội Nông dân xã mở 02 lớp tập huấn trồng nấm.", ["tập huấn"]],
  ["1. Tổ chức hội nghị, hội thảo và các cuộc thi về nước sạch.", ["hội nghị", "hội thảo", "hội thi"]],
  ["1. Tổ chức gặp gỡ, thăm hỏi các già làng.", ["gặp mặt"]],
  ["1. Phát động phong trào trồng cây trước ngày 19/5/2026.", ["phát động"]],
  ["1. Thẩm định các mô hình trước ngày 15/10/2026.", ["thẩm định"]],
  ["1. Thẩm định đúng quy trình.", []],
  ["1. Thứ Sáu tuần cuối của tháng, Chủ tịch UBND xã đối thoại với người dân.", ["đối thoại"]],
  ["1. Tổ chức hiệp thương lần thứ hai trước ngày 03/02/2026.", ["hội nghị hiệp thương"]],
  ["1. Báo cáo sau khi kết thúc đợt cao điểm.", []],
  ["1. Ban hành Quy chế làm việc của Tổ công tác.\nThời gian: Quý I/2026.", ["ban hành"]],
  ["1. Ban hành Quy chế làm việc của Tổ công tác.", []],
  ["1. Kiểm tra việc sử dụng quỹ tại các thôn.\nThời gian: Tháng 9/2026.", ["kiểm tra"]],
])("%j", (text, kinds) => {
  expect(events(text).map((event) => (event as string[])[0])).toEqual(kinds);
});

test("the year that is printed with an occasion, also where its verb is said once", () => {
  const found = (text: string): unknown[] => compilePlan(`KẾ HOẠCH\n\nI. NỘI DUNG\n${text}`).events.map(({ kind, year }) => [kind, year]);
  expect(found("1. Hội Nông dân xã tổ chức sơ kết vào năm 2028 và tổng kết vào năm 2030.")).toEqual([
    ["sơ kết", 2028],
    ["tổng kết", 2030],
  ]);
  expect(found("1. Tổng kết giai đoạn 2021-2025 vào năm 2025; giai đoạn 2026-2030 vào năm 2030.")).toEqual([
    ["tổng kết", 2025],
    ["tổng kết", 2030],
  ]);
});

test("a bullet or a caption can date an occasion", () => {
  const text = "1. Thời gian\n- Đợt 1: từ ngày 01/3 đến ngày 20/3/2026.\n- Thời gian tổng kết trước ngày 15/12/2026.";
  expect(events(text).map((event) => (event as string[])[0])).toEqual(["đợt", "tổng kết"]);
});
