import { expect, test } from "vitest";
import { withoutSubject } from "./wording.ts";

const fronts = "Ủy ban MTTQ Việt Nam các xã, phường";

test.each([
  [`${fronts} rà soát, lập danh sách tuyến đường.`, "Rà soát, lập danh sách tuyến đường."],
  [`Đề nghị ${fronts} có trách nhiệm lập danh sách tuyến đường.`, "Lập danh sách tuyến đường."],
  [`${fronts} và các tổ chức thành viên rà soát.`, `${fronts} và các tổ chức thành viên rà soát.`],
  ["Cử một đầu mối theo dõi.", "Cử một đầu mối theo dõi."],
])("%s", (text, own) => expect(withoutSubject(text, [fronts])).toBe(own));
