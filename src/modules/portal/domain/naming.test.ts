import { expect, test } from "vitest";
import { placeName, withPlace } from "./naming.ts";

test.each([
  [["Thôn Suối Vàng", "Xã Bình Lâm"], "Thôn Suối Vàng, xã Bình Lâm"],
  [[undefined, "Phường Đông Kinh Bắc"], "Phường Đông Kinh Bắc"],
  [["Thôn Đoài", null], "Thôn Đoài"],
  [[undefined, null], null],
])("the place of %j is %s", (areas, name) => {
  expect(placeName(areas)).toBe(name);
});

test.each([
  ["Ủy ban MTTQ Việt Nam xã Ea Mlăng", "Xã Ea Mlăng", "Ủy ban MTTQ Việt Nam xã Ea Mlăng"],
  ["Ban Công tác Mặt trận thôn Đá Chồng, xã Sơn Hòa", "Thôn Đá Chồng, Xã Sơn Hòa", "Ban Công tác Mặt trận thôn Đá Chồng, xã Sơn Hòa"],
  ["Ban Công tác Mặt trận thôn Đá Chồng", "Thôn Đá Chồng, Xã Sơn Hòa", "Ban Công tác Mặt trận thôn Đá Chồng, xã Sơn Hòa"],
  ["Trường THCS Lê Lợi", "Xã Hòa Phú", "Trường THCS Lê Lợi, xã Hòa Phú"],
  ["Hội Nông dân xã Hoà Phú", "Xã Hòa Phú", "Hội Nông dân xã Hoà Phú"],
  ["Sở Nội vụ", null, "Sở Nội vụ"],
])("%s in %s", (unit, area, said) => {
  expect(withPlace(unit, area)).toBe(said);
});
