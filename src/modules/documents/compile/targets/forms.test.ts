import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const head = [
  "ỦY BAN MTTQ VIỆT NAM XÃ HÒA PHÚ",
  "BAN THƯỜNG TRỰC",
  "",
  "Số: 12/KH-MTTQ-BTT",
  "Hòa Phú, ngày 05 tháng 01 năm 2027",
  "",
  "KẾ HOẠCH",
];
const ISSUER = "Ban Thường trực Ủy ban MTTQ Việt Nam xã Hòa Phú";

const targets = (text: string, heading = "I. NỘI DUNG"): string[] =>
  compilePlan([...head, "Công tác dân vận năm 2027", "", heading, text].join("\n")).targets.map(
    ({ comparator, value, valueMax, unit, scope, frequency, deadline }) =>
      [
        `${comparator} ${value}${valueMax === null ? "" : `..${valueMax}`} ${unit}`,
        scope === ISSUER ? "issuer" : scope,
        frequency,
        deadline,
      ].join(" | "),
  );

test.each([
  ["1. Vận động trồng 300 cây xanh.", ["= 300 cây xanh | issuer | none | "]],
  ["1. Mời ít nhất 55 cử tri dự hội nghị.", [">= 55 cử tri | issuer | none | "]],
  ["1. Phát tối thiểu 30 phiếu hỏi tại chợ.", [">= 30 phiếu hỏi | issuer | none | "]],
  ["1. Đảng ủy xã đi cơ sở ít nhất 04 ngày/tháng.", [">= 4 ngày | Đảng ủy xã | monthly | "]],
  ["1. Chủ tịch UBND xã tiếp công dân ít nhất 02 ngày mỗi tháng.", [">= 2 ngày | Chủ tịch UBND xã | monthly | "]],
  ["1. Hội Nông dân xã tổ chức một buổi đối thoại với nông dân trong tháng 9/2027.", ["= 1 buổi | Hội Nông dân xã | once | 2027-09-30"]],
  ["1. Hội Nông dân xã có một số mô hình hay, xây dựng một xã hội học tập.", []],
  ["1. Đoàn có từ 05 đến 07 người.", ["range 5..7 người | Đoàn | none | "]],
  ["1. Đài Truyền thanh xã mở chuyên mục, mỗi tuần ít nhất 01 tin, bài.", [">= 1 tin, bài | Đài Truyền thanh xã | weekly | "]],
  ["1. Ban Văn hóa xã phát thanh 02 buổi/tuần.", ["= 2 buổi | Ban Văn hóa xã | weekly | "]],
  ["1. Phòng Nội vụ kiểm tra công vụ tối thiểu 12 cuộc trong năm.", [">= 12 cuộc | Phòng Nội vụ | yearly | "]],
  ["1. Xã có từ 15 thôn trở lên thì chọn ít nhất 04 thôn.", [">= 4 thôn | Xã có từ 15 thôn trở lên | none | "]],
])("a number in a task: %j", (text, expected) => {
  expect(targets(text)).toEqual(expected);
});

test.each([
  [
    "1. Giúp 05 hộ nghèo, trong đó có 02 hộ thoát nghèo bền vững.",
    ["= 5 hộ | issuer | once | 2027-12-31", "= 2 hộ | hộ nghèo | once | 2027-12-31"],
  ],
  [
    "1. 100% chi hội đăng ký ít nhất 01 phần việc.",
    ["= 100 % | chi hội | once | 2027-12-31", ">= 1 phần việc | chi hội | once | 2027-12-31"],
  ],
  ["1. Không để chi hội nào dưới 40% phụ nữ tham gia.", [">= 40 % | chi hội | once | 2027-12-31"]],
  ["1. Không có thôn nào dưới 90% số hộ đăng ký.", [">= 90 % | thôn | once | 2027-12-31"]],
  ["1. Không để nợ quá hạn vượt quá 0,1% tổng dư nợ.", ["<= 0.1 % | issuer | once | 2027-12-31"]],
  [
    "1. Mỗi chi hội tối thiểu 1 mô hình kinh tế, toàn xã có 03 mô hình thu nhập trên 500 triệu đồng/năm.",
    [">= 1 mô hình | Mỗi chi hội | once | 2027-12-31", "= 3 mô hình | toàn xã | once | 2027-12-31"],
  ],
  ["1. 17/17 chi hội đạt vững mạnh.", ["= 17 chi hội | issuer | once | 2027-12-31"]],
])("a number in a goal of the year: %j", (text, expected) => {
  expect(targets(text, "II. CHỈ TIÊU NĂM 2027")).toEqual(expected);
});

test.each([
  // Each sentence has the date next to it.
  [
    "1. Hội Phụ nữ xã giám sát 01 cuộc (tháng 8/2027). Hội Phụ nữ xã tham gia ít nhất 02 cuộc giám sát.",
    ["= 1 cuộc | Hội Phụ nữ xã | once | 2027-08-31", ">= 2 cuộc | Hội Phụ nữ xã | none | "],
  ],
  [
    "1. Hội Phụ nữ xã giới thiệu 10 hội viên ưu tú, phấn đấu có 04 đồng chí được kết nạp trước ngày 02/9/2027.",
    ["= 10 hội viên | Hội Phụ nữ xã | none | ", "= 4 đồng chí | hội viên ưu tú | once | 2027-09-02"],
  ],
  [
    "1. Mỗi xã chọn 01 thôn làm điểm; các thôn còn lại làm gọn trong một buổi, từ ngày 10/11 đến ngày 18/11/2027.",
    ["= 1 thôn | Mỗi xã | none | "],
  ],
  ["1. Mỗi xã chọn 01 thôn làm điểm; hoàn thành trước ngày 30/6/2027.", ["= 1 thôn | Mỗi xã | once | 2027-06-30"]],
])("whose date it is: %j", (text, expected) => {
  expect(targets(text)).toEqual(expected);
});

test.each([
  ["printed", ["TT\tĐơn vị\tSố mô hình mới\tSố hộ được giúp", "1\tThôn Nà Mạ\t3\t25", "2\tThôn Tân Hợp\t2\t12", "\tCộng\t5\t37"]],
  ["with bars", ["| TT | Đơn vị | Số mô hình mới | Số hộ được giúp |", "| 1 | Thôn Nà Mạ | 3 | 25 |", "| 2 | Thôn Tân Hợp | 2 | 12 |"]],
])("a table that hands numbers out, %s", (_, rows) => {
  const text = [
    ...head,
    "Công tác dân vận",
    "",
    "I. NỘI DUNG",
    "1. Các thôn thực hiện theo Phụ lục.",
    "",
    "Nơi nhận:",
    "- Các thôn;",
    "- Lưu: VP.",
    "",
    "PHỤ LỤC",
    "GIAO CHỈ TIÊU CÁC THÔN NĂM 2027",
    "",
    ...rows,
  ].join("\n");
  expect(compilePlan(text).targets.map(({ value, unit, scope, deadline }) => `${scope}: ${value} ${unit}, ${deadline}`)).toEqual([
    "Thôn Nà Mạ: 3 mô hình, 2027-12-31",
    "Thôn Nà Mạ: 25 hộ, 2027-12-31",
    "Thôn Tân Hợp: 2 mô hình, 2027-12-31",
    "Thôn Tân Hợp: 12 hộ, 2027-12-31",
  ]);
});
