import { phrasebook } from "../../../kernel/language.ts";

export const say = phrasebook(
  { noArea: "Không có địa bàn này trong danh mục đơn vị hôm nay. Hãy chọn đơn vị khác." },
  { noArea: "There is no such area in the directory today. Choose another unit." },
);
