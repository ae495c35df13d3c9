import { phrasebook } from "../kernel/language.ts";

export const say = phrasebook(
  {
    about: "Khéo: từ kế hoạch đến việc làm, từ việc làm đến báo cáo.",
    usage: "Cách dùng:",
    arguments: "Tham số:",
    options: "Tùy chọn:",
    commands: "Lệnh:",
    help: "xem cách dùng",
    wrongUsage: ({ what }: { what: string }) => `Lệnh chưa đúng: ${what}. Xem cách dùng: kheo --help hoặc kheo LỆNH --help.`,
    unknownCommand: ({ name }: { name: string }) => `không có lệnh "${name}"`,
    unknownOption: ({ name }: { name: string }) => `không có tùy chọn ${name}`,
    missingArgument: ({ name }: { name: string }) => `thiếu <${name}>`,
    optionWithoutValue: ({ name }: { name: string }) => `tùy chọn ${name} thiếu giá trị`,
    missingOption: ({ name }: { name: string }) => `thiếu tùy chọn ${name}`,
    tooMany: "thừa tham số",
    portTaken: ({ port }: { port: string }) =>
      `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt PORT sang cổng khác, ví dụ PORT=8081.`,
    diskFull: "Ổ đĩa đã đầy, lệnh chưa làm xong. Hãy giải phóng chỗ trống rồi chạy lại.",
    noAccess: ({ path }: { path: string }) =>
      `Không có quyền đọc hoặc ghi ${path}. Hãy chạy bằng đúng tài khoản, hoặc sửa quyền của thư mục đó.`,
    databaseGone: "Mất kết nối với cơ sở dữ liệu, lệnh chưa làm xong. Hãy kiểm tra máy chủ Khéo đang chạy rồi chạy lại lệnh.",
    unexpected: ({ what }: { what: string }) =>
      `Gặp lỗi ngoài dự kiến, lệnh chưa làm xong. Hãy thử lại; nếu vẫn lỗi, hãy gửi dòng sau cho nơi cung cấp bản cài: ${what}`,
  },
  {
    about: "Khéo: from plan to work, from work to report.",
    usage: "Usage:",
    arguments: "Arguments:",
    options: "Options:",
    commands: "Commands:",
    help: "show this help",
    wrongUsage: ({ what }: { what: string }) => `Wrong usage: ${what}. For help: kheo --help or kheo COMMAND --help.`,
    unknownCommand: ({ name }: { name: string }) => `there is no command "${name}"`,
    unknownOption: ({ name }: { name: string }) => `there is no option ${name}`,
    missingArgument: ({ name }: { name: string }) => `<${name}> is missing`,
    optionWithoutValue: ({ name }: { name: string }) => `option ${name} has no value`,
    missingOption: ({ name }: { name: string }) => `option ${name} is missing`,
    tooMany: "too many arguments",
    portTaken: ({ port }: { port: string }) =>
      `Another program is using port ${port}. Stop it, or set PORT to another one, such as PORT=8081.`,
    diskFull: "The disk is full; the command did not finish. Free some space and run it again.",
    noAccess: ({ path }: { path: string }) =>
      `No permission to read or write ${path}. Run as the right user, or mend the folder's permissions.`,
    databaseGone: "The connection to the database was lost; the command did not finish. Check that Khéo's server runs, then run it again.",
    unexpected: ({ what }: { what: string }) =>
      `An unexpected error; the command did not finish. Try again, and if it fails again send this line to who delivered this version: ${what}`,
  },
);
