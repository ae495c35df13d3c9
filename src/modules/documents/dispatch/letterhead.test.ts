import { expect, test } from "vitest";
import { letterheadOf, placeOf } from "./letterhead.ts";

test.each<[string, string, string, string[], string[], string, string]>([
  [
    "Ủy ban MTTQ Việt Nam xã Bình Lâm",
    "front",
    "front",
    ["ỦY BAN MTTQ VIỆT NAM", "XÃ BÌNH LÂM"],
    ["BAN THƯỜNG TRỰC"],
    "MTTQ-BTT",
    "CHỦ TỊCH",
  ],
  ["Đảng ủy phường Đông Kinh Bắc", "party-committee", "party", [], ["ĐẢNG ỦY PHƯỜNG ĐÔNG KINH BẮC"], "ĐU", "BÍ THƯ"],
  ["UBND xã Hòa Phú", "peoples-committee", "state", [], ["ỦY BAN NHÂN DÂN", "XÃ HÒA PHÚ"], "UBND", "CHỦ TỊCH"],
  ["Sở Nội vụ", "department", "state", [], ["SỞ NỘI VỤ"], "SNV", "GIÁM ĐỐC"],
  ["Hội Nông dân xã Bình Lâm", "farmers-union", "state", [], ["HỘI NÔNG DÂN XÃ BÌNH LÂM"], "HND", "CHỦ TỊCH"],
])("%s", (name, kind, form, superior, own, symbol, title) => {
  expect(letterheadOf({ name, kind })).toMatchObject({ form, superior, name: own, symbol, signature: { title } });
});

test.each([
  ["Xã Bình Lâm", "Bình Lâm"],
  ["Tỉnh Tân Giang", "Tân Giang"],
  ["Đặc khu Cồn Én", "Cồn Én"],
])("placeOf %s", (area, place) => expect(placeOf(area)).toBe(place));

test.each([
  [
    "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    "board",
    "Tỉnh ủy Tân Giang",
    "TỈNH ỦY TÂN GIANG",
    "BAN TUYÊN GIÁO VÀ DÂN VẬN",
    "BTGDVTU",
    "TRƯỞNG BAN",
  ],
  ["Văn phòng Tỉnh ủy", "office", null, "TỈNH ỦY", "VĂN PHÒNG", "VPTU", "CHÁNH VĂN PHÒNG"],
  ["Ủy ban Kiểm tra Đảng ủy xã Bình Lâm", "board", "Đảng ủy xã Bình Lâm", "ĐẢNG ỦY XÃ BÌNH LÂM", "ỦY BAN KIỂM TRA", "UBKTĐU", "CHỦ NHIỆM"],
])("%s writes in the Party's form", (name, kind, areaName, superior, own, symbol, title) => {
  expect(letterheadOf({ name, kind, areaName })).toMatchObject({
    form: "party",
    superior: [superior],
    name: [own],
    symbol,
    called: name,
    signature: { title },
  });
});
