import { phrasebook } from "../../kernel/language.ts";

type Count = { tables: number; rows: number; files: number; path: string };

export const say = phrasebook(
  {
    exists: ({ path }: { path: string }) => `Tệp ${path} đã có. Hãy chọn tên khác hoặc chuyển tệp cũ đi; sao lưu không ghi đè.`,
    notWritable: ({ path, reason }: { path: string; reason: string }) =>
      `Không ghi được bản sao lưu vào ${path} (${reason}). Hãy chọn thư mục khác và kiểm tra chỗ trống trên đĩa. Chưa có gì được giữ lại.`,
    backedUp: ({ tables, rows, files, path }: Count) => `Đã sao lưu ${tables} bảng, ${rows} dòng, ${files} tệp vào ${path}.`,
    keepSecrets: ({ path }: { path: string }) =>
      `Bản sao lưu không chứa khóa và mật khẩu. Hãy giữ riêng một bản của thư mục ${path} ở nơi an toàn khác.`,
    unreadable: ({ path, reason }: { path: string; reason: string }) =>
      `Không đọc được bản sao lưu ${path} (${reason}). Chưa có gì bị thay đổi. Hãy kiểm tra đường dẫn, hoặc dùng một bản sao lưu khác.`,
    damaged: ({ path, part }: { path: string; part: string }) =>
      `Bản sao lưu ${path} bị hỏng ở phần ${part}. Chưa có gì bị thay đổi. Hãy chép lại tệp từ nơi giữ, hoặc dùng một bản sao lưu khác.`,
    cutOff: ({ path }: { path: string }) =>
      `Tệp ${path} không phải bản sao lưu trọn vẹn của Khéo. Chưa có gì bị thay đổi. Hãy chép lại tệp từ nơi giữ, hoặc dùng một bản sao lưu khác.`,
    notEmpty:
      "Nơi khôi phục đã có dữ liệu nên không khôi phục đè lên. Hãy đặt KHEO_DATA (hoặc DATABASE_URL) sang nơi còn trống rồi chạy lại.",
    newer: ({ file }: { file: string }) =>
      `Bản sao lưu này do một bản Khéo mới hơn tạo (bước ${file}). Hãy khôi phục bằng bản Khéo mới đó. Chưa có gì bị thay đổi.`,
    otherHistory: ({ file }: { file: string }) =>
      `Bản sao lưu này được tạo với một bước ${file} khác nội dung. Hãy khôi phục bằng đúng bản Khéo đã tạo ra nó. Chưa có gì bị thay đổi.`,
    restored: ({ tables, rows, files, path }: Count) => `Đã khôi phục ${tables} bảng, ${rows} dòng, ${files} tệp từ ${path}.`,
  },
  {
    exists: ({ path }: { path: string }) =>
      `The file ${path} is there already. Choose another name or move the old one away; a backup overwrites nothing.`,
    notWritable: ({ path, reason }: { path: string; reason: string }) =>
      `The backup cannot be written to ${path} (${reason}). Choose another folder and check free disk space. Nothing was kept.`,
    backedUp: ({ tables, rows, files, path }: Count) => `Backed up ${tables} tables, ${rows} rows, ${files} files to ${path}.`,
    keepSecrets: ({ path }: { path: string }) =>
      `The backup holds no keys and passwords. Keep a copy of the folder ${path} apart from it, in another safe place.`,
    unreadable: ({ path, reason }: { path: string; reason: string }) =>
      `The backup ${path} cannot be read (${reason}). Nothing was changed. Check the path, or use another backup.`,
    damaged: ({ path, part }: { path: string; part: string }) =>
      `The backup ${path} is damaged in its part ${part}. Nothing was changed. Copy the file again from where it is kept, or use another backup.`,
    cutOff: ({ path }: { path: string }) =>
      `The file ${path} is not a complete backup of Khéo. Nothing was changed. Copy the file again from where it is kept, or use another backup.`,
    notEmpty:
      "There is data already where the backup would go, so it is not restored over it. Set KHEO_DATA (or DATABASE_URL) to an empty place and run again.",
    newer: ({ file }: { file: string }) =>
      `This backup was made by a newer Khéo (step ${file}). Restore it with that version. Nothing was changed.`,
    otherHistory: ({ file }: { file: string }) =>
      `This backup was made with another content of step ${file}. Restore it with the very version that made it. Nothing was changed.`,
    restored: ({ tables, rows, files, path }: Count) => `Restored ${tables} tables, ${rows} rows, ${files} files from ${path}.`,
  },
);
