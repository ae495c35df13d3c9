import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const targets = (text: string, heading = "I. NỘI DUNG"): string[] =>
  compilePlan(`KẾ HOẠCH\n\n${heading}\n${text}`).targets.map(({ comparator, value, valueMax, unit, scope, frequency, deadline }) =>
    [`${comparator} ${value}${valueMax === null ? "" : `..${valueMax}`} ${unit}`, scope, frequency, deadline].join(" | "),
  );

test.each([
  [
    "1. Mỗi xã tổ chức ít nhất 02 cuộc giám sát; ít nhất 01 hội nghị phản biện trong năm 2027.",
    [">= 2 cuộc | Mỗi xã | once | 2027-12-31", ">= 1 hội nghị | Mỗi xã | once | 2027-12-31"],
  ],
  ["1. Mỗi quý, Hội Nông dân xã xây dựng ít nhất 01 chuyên đề.", [">= 1 chuyên đề | Hội Nông dân xã | quarterly | "]],
  ["1. Các chi hội trồng 200 m hoa mỗi chi hội.", ["= 200 m | mỗi chi hội | none | "]],
  [
    "1. Chủ tịch UBND xã đối thoại với Nhân dân ít nhất 02 lần/năm, mỗi cuộc từ 60 người trở lên.",
    [">= 2 lần | Chủ tịch UBND xã | yearly | ", ">= 60 người | mỗi cuộc | none | "],
  ],
  [
    "1. Hội Phụ nữ xã mở 01 lớp tập huấn cho 40 hội viên.",
    ["= 1 lớp | Hội Phụ nữ xã | none | ", "= 40 hội viên | Hội Phụ nữ xã | none | "],
  ],
  ["1. Phân công 01 công chức đầu mối.\nThời gian: trước ngày 20/3/2027.", ["= 1 công chức |  | once | 2027-03-20"]],
  ["1. Khen thưởng không quá 10% tập thể, 5% cá nhân tham gia phong trào.", ["<= 10 % | tập thể | none | ", "<= 5 % | cá nhân | none | "]],
  ["1. Hội Nông dân xã tổ chức 4 bước, qua 2 khâu.", []],
])("%j", (text, expected) => {
  expect(targets(text)).toEqual(expected);
});

test.each([
  ["1. Tỷ lệ hài lòng của người dân đạt từ 90% trở lên.", [">= 90 % | người dân | none | "]],
  [
    "1. Trên 60% hội viên phân loại rác, đến hết năm 2027 đạt từ 70% trở lên.",
    ["> 60 % | hội viên | none | ", ">= 70 % | hội viên | once | 2027-12-31"],
  ],
  [
    "1. Tỷ lệ hộ dùng nước sạch: năm 2027 đạt 85%, năm 2028 đạt 90%.",
    ["= 85 % | hộ dùng nước sạch | once | 2027-12-31", "= 90 % | hộ dùng nước sạch | once | 2028-12-31"],
  ],
  ["1. Trong giai đoạn 2026 - 2030, có ít nhất 10% cán bộ được đào tạo.", [">= 10 % | cán bộ | once | 2030-12-31"]],
  ["1. Có 01 sản phẩm được chứng nhận trước tháng 11/2027.", ["= 1 sản phẩm |  | once | 2027-10-31"]],
  ["1. Từ 70% đến 80% số hộ đăng ký gia đình văn hóa.", ["range 70..80 % | số hộ | none | "]],
])("a goal: %j", (text, expected) => {
  expect(targets(text, "I. CHỈ TIÊU")).toEqual(expected);
});

test("a long name ends with a word", () => {
  const long = `1. 100% hộ gia đình ${"thường xuyên phân loại, thu gom và xử lý rác ".repeat(5)}tại nguồn.`;
  const [target] = compilePlan(`KẾ HOẠCH\n\nI. CHỈ TIÊU\n${long}`).targets;
  expect(target?.metric.length).toBeLessThanOrEqual(120);
  expect(long).toContain(`${target?.metric.replace("tỷ lệ ", "")} `);
});
