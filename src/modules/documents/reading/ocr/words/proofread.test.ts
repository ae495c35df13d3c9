import { describe, expect, test } from "vitest";
import { proofread } from "./proofread.ts";
import type { Readable } from "./shapes.ts";

/** A row of print; "x/y" is a word that another reading has as y, "x?" one that the recognition was not sure of. */
const row = (text: string, baseline = 100): Readable[] => {
  let x = 60;
  return text.split(" ").map((given) => {
    const [word = "", other] = given.replace("?", "").split("|");
    const left = x;
    x += word.length * 6 + 4;
    const confidence = given.includes("?") ? 0.6 : 0.9;
    return { text: word, left, right: x - 4, baseline, size: 13, bold: false, confidence, ...(other === undefined ? {} : { other }) };
  });
};
const read = (text: string): string =>
  proofread(row(text))
    .map((word) => word.text)
    .join(" ");

describe("words are known by their neighbours", () => {
  test.each([
    ["Mạt trận Tổ quốc", "Mặt trận Tổ quốc"],
    ["Tĩnh uy chỉ đạo", "Tỉnh ủy chỉ đạo"],
    ["các chỉ hội nông dân", "các chi hội nông dân"],
    ["TRỤC TIẾP CHU TRÌ", "TRỰC TIẾP CHỦ TRÌ"],
    ["định kỳ hãng năm báo cáo", "định kỳ hằng năm báo cáo"],
    ["quân|quản lý hồ sơ", "quản lý hồ sơ"],
    ["Đaảng ủy xã", "Đảng ủy xã"],
    ["các Hộ nghèo, cân nghèo?", "các Hộ nghèo, cận nghèo"],
  ])("%s", (given, wanted) => expect(read(given)).toBe(wanted));

  test("words that ran together come apart, and numbers that were taken apart come together", () => {
    expect(read("Cơquanchủ trì, Đợt2 tháng 5")).toBe("Cơ quan chủ trì, Đợt 2 tháng 5");
    expect(read("Chỉ thị số 33/CT- -TTg ngày")).toBe("Chỉ thị số 33/CT-TTg ngày");
    expect(read("Tổ chức HỘi nghị Ở cơ sở. đơn vị")).toBe("Tổ chức Hội nghị ở cơ sở đơn vị");
  });

  test("what was recognised is kept beside what it was taken for", () => {
    const [first, second] = proofread(row("Mạt trận"));
    expect([first?.read, second?.read]).toEqual(["Mạt", undefined]);
  });
});

describe("stays as it was recognised", () => {
  test.each([
    ["what officialese knows", "chỉ đạo tình hình, chi trả, uỷ ban, hàng năm"],
    ["numbers", "Số: O1/KH-UBND ngày l5/4/2O26"],
    ["names", "ông Nguyễn Tĩnh Uy, xã Chỉ Hội, thôn Mạt Trân"],
    ["a degree of secrecy", "TỐI MẬT TUYỆT MẬT"],
    ["abbreviations", "UBND TTHC BCH TU ĐTN"],
    ["one word that nothing speaks for", "bạn phỗ nhẫn"],
  ])("%s", (_, text) => expect(read(text)).toBe(text));

  test("over a wide gap nothing is a neighbour", () => {
    const [one, other] = [row("Mạt"), row("trận").map((word) => ({ ...word, left: 400, right: 430 }))];
    expect(proofread([...one, ...other]).map((word) => word.text)).toEqual(["Mạt", "trận"]);
  });
});
