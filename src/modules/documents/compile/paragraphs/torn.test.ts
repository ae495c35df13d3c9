import { expect, test } from "vitest";
import { compilePlan } from "../index.ts";
import { tornSpaces } from "./torn.ts";

const mended = (text: string): string => {
  const torn = new Set(tornSpaces(text));
  return [...text].filter((_, at) => !torn.has(at)).join("");
};

test.each([
  ["gần d ân, sát dân", "gần dân, sát dân"],
  ["các t ỉ nh, thành phố", "các tỉnh, thành phố"],
  ["Thương binh và Xã hộ i", "Thương binh và Xã hội"],
  ["loa di đ ộng", "loa di động"],
  ["tr ưởng thôn", "trưởng thôn"],
])("%j is %j", (torn, whole) => {
  expect(mended(torn)).toBe(whole);
});

test.each(["lúc 7 h ăn sáng", "khu b ở cuối xóm", "điểm c ủa khoản 2", "a) Ủy ban xã", "TP. Tân Giang", "xã và ấp", "thi đua yêu nước"])(
  "%j stays",
  (text) => {
    expect(mended(text)).toBe(text);
  },
);

test("quotes keep the printed words", () => {
  const text = "KẾ HOẠCH\nDân vận\n\nI. NHIỆM VỤ\n1. Tuyên truyền đến các t ỉ nh bạn.";
  const [task] = compilePlan(text).tasks;
  expect(text.split("\n")[4]).toContain(task?.quote);
});
