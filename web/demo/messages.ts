import { phrasebook } from "../../src/kernel/language.ts";

export const say = phrasebook(
  {
    bar: "Dữ liệu minh họa: tỉnh, người và số liệu ở đây đều hư cấu.",
    "filling.running": "Còn đang tạo thêm mô hình, đợt chấm và trang công khai; vài phút nữa mới đủ.",
    "filling.failed": "Chưa tạo xong: một bước bị lỗi và sẽ được thử lại; xem mục “Việc nền” ở trang Quản trị.",
    title: "Tỉnh minh họa",
    note: "Bản cài này đang chứa một tỉnh hư cấu để dùng thử.",
    makeLinks: "Lấy đường dẫn vào của từng người",
    linksNote:
      "Mỗi đường dẫn dùng một lần: mở ở cửa sổ ẩn danh, đặt mật khẩu là vào được với vai người đó. Lấy lại thì đường dẫn cũ hết hiệu lực.",
    person: "Người",
    posts: "Chức danh",
    link: "Đường dẫn",
    open: "Mở",
    already: "Đã đặt mật khẩu",
    remove: "Xóa tỉnh minh họa",
    removeNote:
      "Khi muốn dùng thật: mọi dữ liệu trong bản cài này, kể cả những gì bạn đã nhập khi dùng thử, sẽ mất và hệ thống trở về như mới cài. Đường dẫn thiết lập mới được in ở cửa sổ chạy máy chủ.",
    type: ({ phrase }: { phrase: string }) => `Gõ “${phrase}” để xác nhận`,
    removed: "Đang xóa. Xem đường dẫn thiết lập mới ở cửa sổ chạy máy chủ.",
  },
  {
    bar: "Demo data: the province, its people and its figures are invented.",
    "filling.running": "More is still being made: models, an appraisal and what is public, in some minutes.",
    "filling.failed": "Not complete: a step went wrong and will be tried again; see the background jobs on the administration page.",
    title: "Demo province",
    note: "This installation holds a fictional province for trying things.",
    makeLinks: "Get everybody's link",
    linksNote: "Each link works once: open it in a private window and choose a password to be that person. New links end the old ones.",
    person: "Person",
    posts: "Posts",
    link: "Link",
    open: "Open",
    already: "Has a password",
    remove: "Remove the demo province",
    removeNote:
      "To use the system for real: everything in this installation, including what you typed while trying, will be gone and it is as newly installed. A new set-up link is printed in the server's window.",
    type: ({ phrase }: { phrase: string }) => `Type “${phrase}” to confirm`,
    removed: "Removing. See the new set-up link in the server's window.",
  },
);
