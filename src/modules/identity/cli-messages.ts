import { phrasebook } from "../../kernel/language.ts";

export const cliSay = phrasebook(
  {
    description: "in đường dẫn một lần cho người quản trị đã mất lối vào",
    loginArgument: "tên đăng nhập của người đó; bỏ trống nếu chỉ có một người quản trị",
    forLogin: ({ login }: { login: string }) =>
      `Đường dẫn cho người quản trị “${login}” (dùng một lần, trong một giờ; mật khẩu và mã xác thực thứ hai sẽ đặt lại):`,
    forSetUp: "Chưa có người quản trị nào vào được. Mở đường dẫn này để tạo người quản trị đầu tiên:",
    noSuchLogin: ({ login }: { login: string }) => `Không có tên đăng nhập “${login}”. Hãy kiểm tra chính tả.`,
    severalAdministrators: "Có nhiều người quản trị. Hãy ghi rõ tên đăng nhập: kheo admin-link TÊN.",
    noUnits: "Chưa có đơn vị nào. Hãy nhập đơn vị trước: kheo import-units TỆP.",
    setUpBanner: ({ url }: { url: string }) =>
      `\n  Khéo chưa được cài đặt. Mở đường dẫn này (dùng một lần) để tạo người quản trị đầu tiên:\n\n    ${url}\n`,
  },
  {
    description: "print a one-time link for an administrator who has lost the way in",
    loginArgument: "that person's login; leave out when there is one administrator",
    forLogin: ({ login }: { login: string }) =>
      `Link for the administrator “${login}” (works once, for an hour; password and second factor are set anew):`,
    forSetUp: "No administrator can enter yet. Open this link to make the first one:",
    noSuchLogin: ({ login }: { login: string }) => `There is no login “${login}”. Check its spelling.`,
    severalAdministrators: "There are several administrators. Name one: kheo admin-link LOGIN.",
    noUnits: "There are no units yet. Import them first: kheo import-units FILE.",
    setUpBanner: ({ url }: { url: string }) =>
      `\n  Khéo is not set up yet. Open this link (it works once) to make the first administrator:\n\n    ${url}\n`,
  },
);
