import { phrasebook } from "../../../kernel/language.ts";

export const say = phrasebook(
  {
    noArea: "Không có địa bàn này trong danh mục đơn vị hôm nay. Hãy chọn đơn vị khác.",
    listTooLong: ({ most }: { most: number }) => `Danh sách dài quá ${most} dòng. Hãy chọn từng xã, phường hoặc từng năm rồi tải lại.`,
    whichList: "Chưa rõ danh sách của địa bàn nào, năm nào. Hãy mở lại từ trang Bức tranh chung.",
  },
  {
    noArea: "There is no such area in the directory today. Choose another unit.",
    listTooLong: ({ most }) => `The list has more than ${most} lines. Choose a commune or another year and try again.`,
    whichList: "Which area and year is not clear. Open it from the board again.",
  },
);
