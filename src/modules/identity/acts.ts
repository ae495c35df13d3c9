import type { ActNames, FieldNames } from "../audit/contract.ts";

/** What the acts of this slice are called in a history, after the name of who did them. */
export const actNames: ActNames = {
  "person:set-up": { vi: "cài đặt lần đầu và trở thành người quản trị", en: "set the installation up as first administrator" },
  "person:invite": { vi: "thêm người dùng và mời vào", en: "added and invited the person" },
  "person:change": { vi: "sửa thông tin người dùng", en: "changed the person" },
  "person:deactivate": { vi: "khóa tài khoản", en: "closed the account" },
  "person:reactivate": { vi: "mở lại tài khoản", en: "opened the account again" },
  "link:make": { vi: "cấp đường dẫn để vào", en: "made a link to enter" },
  "link:accept": { vi: "dùng đường dẫn và đặt mật khẩu", en: "used a link and chose a password" },
  "session:begin": { vi: "đăng nhập", en: "signed in" },
  "session:end": { vi: "kết thúc phiên làm việc", en: "ended a session" },
  "password:change": { vi: "đổi mật khẩu", en: "changed the password" },
  "second-factor:enrol": { vi: "đặt mã xác thực thứ hai", en: "set up a second factor" },
  "second-factor:remove": { vi: "bỏ mã xác thực thứ hai", en: "took the second factor away" },
  "recovery-code:use": { vi: "vào bằng mã dự phòng", en: "entered with a recovery code" },
  "recovery-code:renew": { vi: "tạo lại mã dự phòng", en: "renewed the recovery codes" },
  "post:give": { vi: "giao chức danh", en: "gave the post" },
  "post:change": { vi: "đổi thời hạn chức danh", en: "changed the days of the post" },
  "post:end": { vi: "kết thúc chức danh", en: "ended the post" },
  "post:lend": { vi: "cho mượn quyền", en: "lent permissions" },
  "lending:end": { vi: "kết thúc việc cho mượn quyền", en: "ended the lending" },
};

/** Ids of people stay unnamed: they are not for reading. */
export const fieldNames: FieldNames = {
  title: { vi: "Chức danh", en: "Post" },
  from: { vi: "Từ ngày", en: "From" },
  until: { vi: "Đến hết ngày", en: "Until" },
  closed: { vi: "Đã khóa", en: "Closed" },
  sessions: { vi: "Số phiên", en: "Sessions" },
};
