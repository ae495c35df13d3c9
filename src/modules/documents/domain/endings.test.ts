import { expect, test } from "vitest";
import { compilePlan } from "../compile/index.ts";
import { endingsIn } from "./endings.ts";

const head = `ỦY BAN MTTQ VIỆT NAM
TỈNH TÂN GIANG

Số: 12/KH-MTTQ-BTT
Tân Giang, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua "Dân vận khéo"

I. NỘI DUNG
`;
const endings = (clause: string) => {
  const text = `${head}${clause}\n`;
  const { citations } = compilePlan(text);
  return endingsIn(text.split("\n"), citations).map(({ node, how }) => [how, node]);
};

test.each([
  [
    "1. Kế hoạch này thay thế Kế hoạch số 15/KH-MTTQ-BTT ngày 04/02/2021 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh.",
    [["replaced", "15/kh-mttq-btt@2021-02-04"]],
  ],
  [
    "1. Bãi bỏ Hướng dẫn số 09-HD/BDVTU ngày 20/12/2019 của Ban Dân vận Tỉnh ủy.",
    [["ended", "09-hd/bdvtu@2019-12-20"].map((word) => word.replace(/^0+/, ""))],
  ],
  [
    "1. Chỉ thị số 18-CT/TU ngày 12/5/2015 của Ban Thường vụ Tỉnh ủy hết hiệu lực kể từ ngày ban hành Kế hoạch này.",
    [["ended", "18-ct/tu@2015-05-12"]],
  ],
  ["1. Tiếp tục thực hiện Chỉ thị số 18-CT/TU ngày 12/5/2015 của Ban Thường vụ Tỉnh ủy.", []],
  ["1. Bãi bỏ khoản 3 Điều 5 của Quyết định số 22/QĐ-UBND ngày 12/5/2015 của Ủy ban nhân dân tỉnh.", []],
  [
    "1. Thay thế Kế hoạch số 15/KH-UBND ngày 04/02/2021 của Ủy ban nhân dân tỉnh thực hiện Chỉ thị số 18-CT/TU ngày 12/5/2015 của Ban Thường vụ Tỉnh ủy.",
    [["replaced", "15/kh-ubnd@2021-02-04"]],
  ],
])("%s", (clause, expected) => {
  expect(endings(clause)).toEqual(expected);
});
