import { expect, test } from "vitest";
import { compilePlan, unitNames } from "./index.ts";

const units = unitNames(["Tổ hợp Hồn quê", "Công ty TNHH MTV Thủy lợi Tân Giang", "Tiểu khu 3", "Nhóm Sông Xanh", "Họp"]);
const leads = (sentence: string, known = units): string[][] =>
  compilePlan(`KẾ HOẠCH\nDân vận năm 2027\n\nI. NHIỆM VỤ\n1. ${sentence}`, { units: known }).tasks.map(({ lead }) => lead);

test.each([
  ["Tổ hợp Hồn quê hát ru cho trẻ trong các buổi sinh hoạt thôn.", ["Tổ hợp Hồn quê"]],
  ["Giao tổ hợp Hồn Quê mở 02 lớp truyền dạy dân ca.", ["tổ hợp Hồn Quê"]],
  ["Công ty TNHH MTV Thủy lợi Tân Giang nạo vét kênh Nà Hoa trước ngày 30/4/2027.", ["Công ty TNHH MTV Thủy lợi Tân Giang"]],
  ["Tiểu khu 3, Nhóm Sông Xanh thu gom rác dọc suối.", ["Tiểu khu 3", "Nhóm Sông Xanh"]],
  ["Trong tháng 3/2027, Nhóm Sông Xanh trồng cây.", ["Nhóm Sông Xanh"]],
])("a unit of the tree is who does it: %j", (sentence, lead) => {
  expect(leads(sentence)).toEqual([lead]);
});

test("without the tree the same words name nobody, and a tree leaves no trace in the next reading", () => {
  expect(leads("Nhóm Sông Xanh thu gom rác dọc suối.")).toEqual([["Nhóm Sông Xanh"]]);
  expect(compilePlan("KẾ HOẠCH\nDân vận\n\nI. NHIỆM VỤ\n1. Nhóm Sông Xanh thu gom rác dọc suối.").tasks.map(({ lead }) => lead)).toEqual([
    [],
  ]);
});

test("ten thousand units cost a look-up, not a search", () => {
  const many = unitNames(Array.from({ length: 10_000 }, (_, k) => `Tổ tự quản số ${k} thôn Bản Vạc`));
  expect(leads("Tổ tự quản số 77 thôn Bản Vạc dọn đường làng.", many)).toEqual([["Tổ tự quản số 77 thôn Bản Vạc"]]);
});
