import { expect, test } from "vitest";
import { wording } from "./wording.ts";

test.each([
  ["Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Tân Giang", "mttq tỉnh tân giang"],
  ["UBMTTQVN xã Bình Lâm", "mttq xã bình lâm"],
  ["Ủy ban MTTQVN tỉnh", "mttq tỉnh"],
  ["Ban Thường trực Ủy ban MTTQ Việt Nam", "ban thường trực mttq"],
  ["Uỷ ban nhân dân các xã", "ubnd các xã"],
  ["Hội Liên hiệp Phụ nữ Việt Nam", "hội phụ nữ"],
  ["Đoàn TNCS Hồ Chí Minh", "đoàn thanh niên"],
  ["Liên đoàn Lao động tỉnh", "công đoàn tỉnh"],
  ["đoàn thể chính trị – xã hội", "đoàn thể chính trị-xã hội"],
  ["Ban Dân chủ-Pháp luật;", "ban dân chủ-pháp luật"],
  ["TP. Đông Kinh , TX Phú Lộc", "thành phố đông kinh, thị xã phú lộc"],
  ["BCĐ phong trào “Dân vận khéo”", "ban chỉ đạo phong trào dân vận khéo"],
  ["các bản", "các bản"],
])("%s → %s", (text, expected) => {
  expect(wording(text)).toBe(expected);
});
