import { phrasebook } from "../../kernel/language.ts";
import type { ActNames } from "../audit/index.ts";

export const say = phrasebook(
  {
    notEmpty: "Bản cài này đã có dữ liệu nên không thể thêm tỉnh minh họa. Hãy dùng thư mục dữ liệu trống, ví dụ KHEO_DATA=/tmp/kheo-demo.",
    notDemo: "Bản cài này không chứa tỉnh minh họa, nên không có gì để xóa ở đây.",
    wrongPhrase: ({ phrase }: { phrase: string }) => `Hãy gõ đúng “${phrase}” để xác nhận.`,
    filled: "Đã tạo tỉnh minh họa Tân Giang: người và nơi đều hư cấu. Đường dẫn vào một lần của từng người:",
    start: "Chạy “npm start”, mở một đường dẫn, đặt mật khẩu là vào được. In lại đường dẫn: chạy lại lệnh này.",
  },
  {
    notEmpty:
      "This installation holds data already, so the demo province cannot be added. Use an empty data folder, such as KHEO_DATA=/tmp/kheo-demo.",
    notDemo: "This installation does not hold the demo province, so there is nothing to remove here.",
    wrongPhrase: ({ phrase }: { phrase: string }) => `Type exactly “${phrase}” to confirm.`,
    filled: "The demo province Tân Giang is made: its people and places are invented. One-time links of its people:",
    start: 'Run "npm start", open a link, choose a password. For new links run this command again.',
  },
);

export const actNames: ActNames = {
  "demo:fill": { vi: "tạo tỉnh minh họa", en: "filled in the demo province" },
  "demo:links": { vi: "tạo đường dẫn vào cho người của tỉnh minh họa", en: "made links for the demo's people" },
};
