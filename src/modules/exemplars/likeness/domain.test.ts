import { describe, expect, test } from "vitest";
import { likenessOf, type Compared } from "./domain.ts";
import { nearBy } from "./nearby.ts";
import { nameLikeness, passagesOf, printsOf } from "./texts.ts";

const path =
  "Mỗi tối thứ bảy, các hộ trong ngõ mang rác đã phân loại ra điểm tập kết ở sân nhà văn hóa, tổ trưởng ghi sổ từng hộ và công khai trên bảng tin của thôn.";
const kitchen =
  "Chị em trong chi hội thay phiên nhau nấu bữa trưa cho các cụ sống một mình, gạo do các hộ góp bằng nắm gạo để dành mỗi ngày, rau lấy từ vườn của trạm y tế.";

const one: Compared = {
  id: "a",
  name: "Ngõ không rác",
  contents: { method: path },
  themes: ["môi trường"],
  leadId: 1,
  areaId: 10,
  place: null,
  communeId: 100,
  year: 2026,
  copiedFrom: null,
};
const other = (more: Partial<Compared>): Compared => ({
  ...one,
  id: "b",
  name: "Bữa cơm ấm lòng",
  contents: { method: kitchen },
  themes: ["an sinh"],
  leadId: 2,
  areaId: 20,
  communeId: 200,
  year: 2026,
  ...more,
});

describe("wording", () => {
  test("is found with its place on both sides, whatever the marks, capitals and signs between the words", () => {
    const theirs = `Làm từ năm ngoái. ${path.toUpperCase().replaceAll(",", " –")} Ai cũng vui.`;
    const { passages, score } = passagesOf({ method: `Ở thôn Đoài: ${path}` }, { output: theirs });
    expect(passages).toHaveLength(1);
    const [passage] = passages;
    expect(score).toBeGreaterThan(85);
    expect(`Ở thôn Đoài: ${path}`.slice(passage?.mine.from, passage?.mine.until)).toBe(path.slice(0, -1));
    expect(theirs.slice(passage?.theirs.from, passage?.theirs.until)).toMatch(/^MỖI TỐI.*CỦA THÔN$/);
    expect(passage).toMatchObject({ mine: { key: "method" }, theirs: { key: "output" } });
  });

  test.each([
    ["turns of speech that everybody uses", "Huy động sức mạnh tổng hợp của nhân dân.", "Huy động sức mạnh tổng hợp của cả hệ thống."],
    ["too little to tell", "Làm đường.", "Làm đường."],
    ["other words", path, kitchen],
  ])("is not copied: %s", (_, mine, theirs) => {
    expect(passagesOf({ method: mine }, { method: theirs })).toEqual({ passages: [], score: 0 });
  });

  test("is sampled alike on both sides, so that a shared paragraph is found by numbers", () => {
    const long = { situation: path, method: kitchen };
    const shared = printsOf({ output: `Phần mở đầu khác hẳn. ${path}`, method: kitchen }).filter((print) => printsOf(long).includes(print));
    expect(shared.length).toBeGreaterThanOrEqual(2);
    expect(printsOf({ method: "Quá ngắn." })).toEqual([]);
    for (const print of printsOf(long)) expect(print | 0).toBe(print);
  });
});

test.each([
  ["Ngõ không rác", "ngo khong rac", 1, 1],
  ["Mô hình Dân vận khéo “Ngõ không rác”", "Ngõ không rác thôn Đoài", 0.5, 1],
  ["Dân vận khéo trong xây dựng đường hoa", "Dân vận khéo trong xây dựng quỹ khuyến học", 0, 0.35],
  ["Mô hình", "Mô hình", 1, 1],
])("%s and %s have something between them", (mine, theirs, from, to) => {
  expect(nameLikeness(mine, theirs)).toBeGreaterThanOrEqual(from);
  expect(nameLikeness(mine, theirs)).toBeLessThanOrEqual(to);
});

test.each<[string, Partial<Compared>, string[] | null]>([
  ["nothing in common", {}, null],
  ["itself", { id: "a", name: one.name }, null],
  ["the same wording far away", { contents: { situation: path } }, ["text"]],
  ["the same name far away", { name: "Ngõ không rác" }, ["name"]],
  ["the same place and theme", { areaId: 10, themes: ["môi trường"], communeId: 100 }, ["place"]],
  ["the same place, another theme", { areaId: 10 }, null],
  [
    "the same lead under a new name the year before",
    { leadId: 1, communeId: 100, year: 2025, contents: { method: path } },
    ["text", "renamed"],
  ],
  ["the same lead with another one the year before", { leadId: 1, communeId: 100, year: 2025 }, null],
  ["another organisation of the commune", { communeId: 100, name: "Ngõ không rác thải" }, ["name", "owned"]],
  ["what it was copied from", { contents: { method: path }, copiedFrom: "a" }, null],
])("asks about %s", (_, more, reasons) => {
  expect(likenessOf(one, other(more))?.reasons ?? null).toEqual(reasons);
});

test("two copies of one original are not asked about, unless they show the same photograph", () => {
  const copy = { ...one, copiedFrom: "o" };
  const second = other({ contents: { method: path }, copiedFrom: "o" });
  expect(likenessOf(copy, second)).toBeNull();
  expect(likenessOf(copy, second, { pictures: true })?.reasons).toEqual(["picture"]);
});

describe("a list", () => {
  const sketch = (id: string, name: string, more: object = {}) => ({ id, ground: "9", leadId: 1, name, place: null, ...more });

  test("is held against what its own ground carries out, by telling words and places, and never against all of it", () => {
    const many = Array.from({ length: 2000 }, (_, at) => sketch(`m${at}`, `Mô hình số ${at}`));
    const around = [
      sketch("hedge", "Hàng rào chè tàu"),
      sketch("far", "Hàng rào chè tàu", { ground: "8" }),
      sketch("yard", "Sân chơi cho trẻ", { place: "Xóm Chùa" }),
      ...many,
    ];
    const rows = [
      sketch("r1", "Mô hình “Hàng rào chè xanh”"),
      sketch("r2", "Trồng tre", { place: "xóm chùa" }),
      sketch("r3", "mô hình số 7"),
      sketch("r4", "Đọc sách"),
    ];
    const found = nearBy(rows, around);
    expect(found.get("r1")).toEqual(["hedge"]);
    expect(found.get("r2")).toEqual(["yard"]);
    expect(found.get("r3")?.[0]).toBe("m7");
    expect(found.get("r4")).toEqual([]);
  });
});
