import { expect, test } from "vitest";
import { withFigure, withoutSubject } from "./wording.ts";

const fronts = "Ủy ban MTTQ Việt Nam các xã, phường";

test.each([
  [`${fronts} rà soát, lập danh sách tuyến đường.`, "Rà soát, lập danh sách tuyến đường."],
  [`Đề nghị ${fronts} có trách nhiệm lập danh sách tuyến đường.`, "Lập danh sách tuyến đường."],
  [`${fronts} và các tổ chức thành viên rà soát.`, `${fronts} và các tổ chức thành viên rà soát.`],
  ["Cử một đầu mối theo dõi.", "Cử một đầu mối theo dõi."],
])("%s", (text, own) => expect(withoutSubject(text, [fronts])).toBe(own));

test.each([
  ["ít nhất 02 mô hình trước 02/12", "2", "1", "ít nhất 01 mô hình trước 02/12"],
  ["trên 90% hộ dân năm 2026", "90", "85.5", "trên 85.5% hộ dân năm 2026"],
  ["một mô hình", "1", "2", "một mô hình"],
  ["12 buổi", "2", "3", "12 buổi"],
])("the figure in %s", (text, before, after, meant) => expect(withFigure(text, before, after)).toBe(meant));
