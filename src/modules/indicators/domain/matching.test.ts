import { describe, expect, test } from "vitest";
import { matcher, sure, type MatchIndicator } from "./matching.ts";
import type { OutlineValueKind } from "./outline-shapes.ts";

const names: [name: string, unit: string, kind: string][] = [
  ["Cuộc giám sát do Mặt trận và các tổ chức chủ trì", "cuộc", "count"],
  ["Hội nghị phản biện xã hội", "hội nghị", "count"],
  ["Cuộc giám sát của Ban Thanh tra nhân dân", "cuộc", "count"],
  ["Cuộc giám sát của Ban Giám sát đầu tư của cộng đồng", "cuộc", "count"],
  ["Kiến nghị sau giám sát", "kiến nghị", "count"],
  ['Số tiền vận động Quỹ "Vì người nghèo"', "đồng", "money"],
  ["Số tiền vận động cứu trợ thiên tai", "đồng", "money"],
  ["Nhà đại đoàn kết xây mới", "căn", "count"],
  ["Nhà đại đoàn kết sửa chữa", "căn", "count"],
  ["Suất quà tặng", "suất", "count"],
  ["Hội nghị đối thoại của người đứng đầu cấp ủy, chính quyền", "cuộc", "count"],
  ["Lượt người dự tuyên truyền", "lượt người", "count"],
  ["Buổi tuyên truyền", "buổi", "count"],
  ["Tỷ lệ hòa giải thành", "%", "ratio"],
  ["Tỷ lệ gia đình văn hóa", "%", "ratio"],
  ["Lớp tập huấn", "lớp", "count"],
  ["Mô hình Dân vận khéo đăng ký mới", "mô hình", "count"],
];

const dictionary: MatchIndicator[] = names.map(([name, unit, valueKind], index) => ({
  id: index + 1,
  name,
  unit,
  valueKind,
  topic: "",
  own: false,
  members: valueKind === "count" && name.startsWith("Mô hình") ? [{ key: "economy", label: "Kinh tế" }] : [],
}));
const match = matcher(dictionary);
const best = (label: string, unit: string, valueKind: OutlineValueKind = "count", context = "") => {
  const [first] = match({ label, unit, valueKind, context });
  return first && first.score >= sure ? (names[first.indicatorId - 1]?.[0] ?? null) : null;
};

describe("rows find their indicator", () => {
  test.each<[label: string, unit: string, kind: OutlineValueKind, name: string | null]>([
    ["Buổi sinh hoạt tuyên truyền", "buổi", "count", "Buổi tuyên truyền"],
    ["Lượt người tham dự (buổi tuyên truyền)", "lượt người", "count", "Lượt người dự tuyên truyền"],
    ['Quỹ "Vì người nghèo": vận động được', "triệu đồng", "money", 'Số tiền vận động Quỹ "Vì người nghèo"'],
    ["Sửa chữa căn nhà Đại đoàn kết", "căn nhà", "count", "Nhà đại đoàn kết sửa chữa"],
    ["Hội nghị phản biện", "hội nghị", "count", "Hội nghị phản biện xã hội"],
    ["Tỷ lệ hòa giải thành", "%", "ratio", "Tỷ lệ hòa giải thành"],
    ["Tỷ lệ hộ gia đình văn hóa", "%", "ratio", "Tỷ lệ gia đình văn hóa"],
    ['Quỹ "Vì người nghèo": số suất quà chăm lo', "suất quà", "count", "Suất quà tặng"],
    ["Số lớp tập huấn", "lớp", "count", "Lớp tập huấn"],
    ["Số cây xanh trồng mới", "cây", "count", null],
    ["Câu lạc bộ gia đình hạnh phúc thành lập", "câu lạc bộ", "count", null],
  ])("%s", (label, unit, kind, name) => {
    expect(best(label, unit, kind)).toBe(name);
  });

  test("money never matches a count of the same words", () => {
    expect(best("Kinh phí sửa chữa nhà đại đoàn kết", "triệu đồng", "money")).toBeNull();
  });

  test("several are offered, best first", () => {
    const found = match({ label: "Số cuộc giám sát", unit: "cuộc", valueKind: "count", context: "" });
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  test("the member of a dimension is read from the words", () => {
    const [first] = match({ label: "Mô hình Dân vận khéo đăng ký mới lĩnh vực kinh tế", unit: "mô hình", valueKind: "count", context: "" });
    expect(first).toMatchObject({ indicatorId: 17, member: "economy" });
  });
});
