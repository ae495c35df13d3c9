import { expect, test } from "vitest";
import { item, target } from "./cases.ts";
import { matchClauses } from "./matching.ts";

const day = (date: string) => ({ kind: "date" as const, text: "", date, lastDay: date, recurrence: null });

const parents = [
  item("giam-sat", "Mỗi xã, phường tổ chức ít nhất 02 cuộc giám sát trong năm", { kind: "target", target: target("cuộc giám sát", "2") }),
  item("doi-thoai", "Tổ chức ít nhất 01 hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân", {
    kind: "target",
    target: target("hội nghị đối thoại", "1", { unit: "hội nghị" }),
  }),
  item("mo-hinh", "Mỗi xã, phường lựa chọn 01 mô hình “Dân vận khéo” và gửi danh sách đăng ký trước ngày 20/7/2026", {
    due: day("2026-07-20"),
  }),
  item("tuyen-truyen", "Đẩy mạnh tuyên truyền kết quả phong trào trên các phương tiện thông tin đại chúng"),
  item("bao-cao", "Kết quả triển khai thực hiện phong trào", { kind: "report", reporting: { to: "MTTQ tỉnh", via: null, next: null } }),
];

const children = [
  item("1", "Ban Thường trực MTTQ xã chủ trì 3 cuộc giám sát việc thực hiện Quy chế dân chủ", {
    kind: "target",
    target: target("cuộc giám sát", "3"),
  }),
  item("2", "Phối hợp UBND xã tổ chức 1 hội nghị đối thoai giữa nguời đứng đầu với nhân dân vào tháng 9", {
    kind: "target",
    target: target("hội nghị đối thoại", "1"),
  }),
  item("3", "Chọn mô hình tuyến đường hoa thôn Đoài là mô hình dân vận khéo, đăng ký về tỉnh trước 20/7", { due: day("2026-07-20") }),
  item("4", "Thăm hỏi, tặng quà gia đình chính sách nhân ngày 27/7"),
];

test.each([
  ["giam-sat", "1"],
  ["doi-thoai", "2"],
  ["mo-hinh", "3"],
  ["tuyen-truyen", null],
  ["bao-cao", null],
])("%s is answered by %s", (parent, child) => {
  const found = matchClauses(parents, children).find(({ parentItemId }) => parentItemId === parent);
  expect(found?.candidates[0]?.childItemId ?? null).toBe(child);
});

test("the same words match fully, whatever the spelling of tones and marks", () => {
  const [only] = matchClauses(
    [item("a", "Uỷ ban tổ chức hoà giải ở cơ sở")],
    [item("b", "Ủy ban tổ chức hòa giải ở cơ sở"), item("c", "Trồng cây xanh")],
  );
  expect(only?.candidates).toHaveLength(1);
  expect(only?.candidates[0]?.confidence).toBeGreaterThan(0.9);
});

test("figures and days are told, so that an editor sees what spoke for the match", () => {
  const [match] = matchClauses([parents[2]!], [children[2]!]);
  expect(match?.candidates[0]).toMatchObject({ dates: true });
});

test("the number of a cited document is no figure", () => {
  const [match] = matchClauses([item("a", "Quán triệt Chỉ thị 05-CT/TW")], [item("b", "Quán triệt Chỉ thị 05-CT/TW trong quý I")]);
  expect(match?.candidates[0]?.numbers).toBe(false);
});

test("nothing to match against gives nothing", () =>
  expect(matchClauses(parents, []).every(({ candidates }) => candidates.length === 0)).toBe(true));

test("the mark of a draft that went through Word leads back to its section; words decide among the clauses there", () => {
  const section = [
    item("x", "Tập huấn cán bộ Mặt trận", { clause: "II.2" }),
    item("y", "Khảo sát nhu cầu của hội viên", { clause: "II.2" }),
    item("z", "Tập huấn cán bộ Mặt trận", { clause: "IV.1" }),
  ];
  const written = item("1", "Mở lớp tập huấn cho cán bộ Mặt trận thôn vào tháng 8 (mục II.2 Kế hoạch số 12/KH-MTTQ-BTT)");
  const best = matchClauses(section, [written]).map(
    ({ parentItemId, candidates }) => [parentItemId, candidates[0]?.confidence ?? 0] as const,
  );
  expect(best.toSorted((a, b) => b[1] - a[1])[0]?.[0]).toBe("x");
});
