import { phrasebook } from "../../kernel/language.ts";

export const say = phrasebook(
  {
    noUnit: "Không tìm thấy đơn vị này trong danh mục. Hãy kiểm tra lại đường dẫn, hoặc tìm theo tên.",
    looseUnit: ({ name, parent, from, to }: { name: string; parent: string; from: string; to: string }) =>
      `"${name}" không có cấp trên trong thời gian từ ${from} đến ${to}: "${parent}" không tồn tại suốt thời gian đó, hoặc nằm dưới chính nó. Hãy sửa ngày của một trong hai đơn vị, hoặc chọn cấp trên khác.`,
  },
  {
    noUnit: "This unit is not in the directory. Check the link, or search by name.",
    looseUnit: ({ name, parent, from, to }: { name: string; parent: string; from: string; to: string }) =>
      `"${name}" has no superior from ${from} to ${to}: "${parent}" does not exist for all of that time, or lies below it. Correct the days of one of the two, or choose another superior.`,
  },
);
