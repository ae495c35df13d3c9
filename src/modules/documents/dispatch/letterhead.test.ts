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
