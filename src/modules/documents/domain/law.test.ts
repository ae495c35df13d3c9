import { describe, expect, test } from "vitest";
import { citedLaw, lawKey } from "./law.ts";

const key = (title: string, type: string | null = null) => lawKey({ type, title });

describe("a law is one however its title is written", () => {
  test.each([
    ["Luật Bảo vệ bí mật nhà nước", "Luật Bảo vệ BMNN"],
    ["Luật Mặt trận Tổ quốc Việt Nam", "Luật MTTQ Việt Nam"],
    ["Luật Mặt trận Tổ quốc Việt Nam", "Luật Mặt trận Tổ quốc"],
    ["Luật Thi đua, khen thưởng", "Luật Thi đua khen thưởng"],
    ["Luật Thực hiện dân chủ ở cơ sở", "Luật Thực hiện dân chủ"],
    ["Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", "Luật Bầu cử"],
    ["Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", "Luật Bầu cử đại biểu Quốc hội và đại biểu HĐND"],
    ["Luật Tổ chức chính quyền địa phương", "LUẬT TỔ CHỨC CHÍNH QUYỀN ĐỊA PHƯƠNG"],
    ["Luật Hòa giải ở cơ sở", "Luật Hoà giải ở cơ sở năm 2013"],
  ])("%s, %s", (full, other) => expect(key(other)).toBe(key(full)));

  test("its own file says what it is in two lines", () =>
    expect(key("THỰC HIỆN DÂN CHỦ Ở CƠ SỞ", "Luật")).toBe(key("Luật Thực hiện dân chủ ở cơ sở")));
});

test.each([
  ["Luật Khiếu nại", "Luật Tố cáo"],
  ["Luật Tổ chức", "Luật Tổ chức Chính phủ"],
  ["Luật Phòng, chống", "Luật Phòng, chống ma túy"],
  ["Luật Quốc phòng", "Luật Quốc tịch Việt Nam"],
  ["Bộ luật Lao động", "Luật Lao động"],
])("%s and %s are two, or not known to be one", (one, other) => expect(key(one)).not.toBe(key(other)));

test("only laws without a number are keyed by title", () => {
  const title = "Luật Thực hiện dân chủ ở cơ sở";
  expect(citedLaw({ type: "Luật", number: "10/2022/QH15", title })).toBeNull();
  expect(citedLaw({ type: "Luật", number: null, title })).toBe("luat thuc hien dan chu o co so");
  expect(citedLaw({ type: "Điều lệ", number: null, title: "Điều lệ Mặt trận Tổ quốc Việt Nam" })).toBeNull();
  expect(lawKey({ type: "Luật", title: null })).toBeNull();
  expect(key("Luật")).toBeNull();
});
