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
    unexpected: ({ what }: { what: string }) =>
      `An unexpected error; the command did not finish. Try again, and if it fails again send this line to who delivered this version: ${what}`,
  },
);
