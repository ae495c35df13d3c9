import { describe, expect, test } from "vitest";
import { readIntake } from "./intake.ts";
import { tablesOfText } from "./outline-tables.ts";

const read = (text: string) => {
  const lines = text.trim().split("\n");
  return readIntake({ lines, tables: tablesOfText(lines) }, "2026-06-01");
};

const letter = `
ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM
TỈNH TÂN GIANG
BAN THƯỜNG TRỰC
Số: 215/MTTQ-BTT
V/v báo cáo kết quả công tác Mặt trận 6 tháng đầu năm 2026

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Giang, ngày 20 tháng 5 năm 2026

Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường.

Thực hiện chương trình công tác năm 2026, đề nghị Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường báo cáo kết quả công tác 6 tháng đầu năm 2026. Số liệu tính từ ngày 15/12/2025 đến ngày 14/6/2026.
Báo cáo gửi về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh trước ngày 15/6/2026 (qua Ban Phong trào) để tổng hợp.

ĐỀ CƯƠNG BÁO CÁO
I. Kết quả
- Tổ chức … buổi tuyên truyền.`;

test("a letter: title, authority, period with its cut-off, last day, receiver and office, whom it asks", () => {
  const { title, basis, period, due, figures, receiver, via, addressees } = read(letter);
  expect(title?.value).toBe("Báo cáo kết quả công tác Mặt trận 6 tháng đầu năm 2026");
  expect(basis?.value).toBe("Công văn số 215/MTTQ-BTT ngày 20/5/2026");
  expect(period?.value).toMatchObject({ kind: "half", code: "2026-H1", calendar: "cut-off-15" });
  expect(due?.value).toEqual({ text: "trước ngày 15/6/2026", kind: "date", date: "2026-06-15", before: true });
  expect(figures?.value).toEqual({ from: "2025-12-15", to: "2026-06-14" });
  expect(receiver?.value).toBe("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh");
  expect(via?.value).toBe("Ban Phong trào");
  expect(addressees?.value).toEqual(["Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường"]);
  expect(due?.quote).toContain("trước ngày 15/6/2026");
  expect(due?.line).toBe(
    letter
      .trim()
      .split("\n")
      .findIndex((line) => line.includes("trước ngày 15/6/2026")) + 1,
  );
});

describe("the period", () => {
  test.each<[words: string, code: string | null]>([
    ["V/v báo cáo kết quả 6 tháng đầu năm 2026", "2026-H1"],
    ["V/v báo cáo 6 tháng cuối năm 2025", "2025-H2"],
    ["V/v báo cáo 9 tháng đầu năm 2026", "2026-9M"],
    ["V/v báo cáo kết quả quý II/2026", "2026-Q2"],
    ["V/v báo cáo quý 3 năm 2026", "2026-Q3"],
    ["V/v báo cáo công tác tháng 5/2026", "2026-05"],
    ["V/v báo cáo công tác tháng 05 năm 2026", "2026-05"],
    ["V/v báo cáo tuần 23 năm 2026", "2026-W23"],
    ["V/v tổng kết công tác Mặt trận năm 2026", "2026"],
    ["V/v báo cáo kết quả Tháng cao điểm từ ngày 17/10/2026 đến ngày 18/11/2026", "2026-10-17..2026-11-18"],
    ["V/v báo cáo kết quả 6 tháng đầu năm", "2026-H1"],
    ["BÁO CÁO KẾT QUẢ [THÁNG / QUÝ / NĂM 2026]", null],
    ["V/v báo cáo kết quả công tác", null],
  ])("%s", (words, code) => {
    expect(read(words).period?.value.code ?? null).toBe(code);
  });

  test("a year that the text does not name is less sure", () => {
    const [named, assumed] = [read("V/v báo cáo 6 tháng đầu năm 2026").period, read("V/v báo cáo 6 tháng đầu năm").period];
    expect(assumed?.confidence).toBeLessThan(named?.confidence ?? 0);
  });
});

describe("the last day", () => {
  test.each<[words: string, due: object | null]>([
    ["Gửi báo cáo về Văn phòng trước ngày 10/12 hằng năm.", { kind: "day-of-year", at: [{ month: 12, day: 10 }], before: true }],
    ["Báo cáo gửi về Ban Dân chủ - Pháp luật chậm nhất ngày 20/6/2026.", { kind: "date", date: "2026-06-20", before: false }],
    ["Định kỳ báo cáo về Ban Phong trào trước ngày 25 hằng tháng.", { kind: "day-of-year", at: [{ month: null, day: 25 }], before: true }],
    ["Hội nghị tổ chức ngày 20/6/2026.", null],
  ])("%s", (words, due) => {
    const found = read(words).due?.value ?? null;
    if (due === null) expect(found).toBeNull();
    else expect(found).toMatchObject(due);
  });
});

test("what the text does not say stays open", () => {
  expect(read("I. Kết quả\n- Tổ chức ... cuộc giám sát")).toMatchObject({
    basis: null,
    period: null,
    due: null,
    receiver: null,
    via: null,
    addressees: null,
  });
});
