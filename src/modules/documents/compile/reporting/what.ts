/** What is reported, in a few words. */
import { squeeze } from "../../../../kernel/text.ts";
import { clip } from "../paragraphs/clip.ts";

/** A day that follows the receiver is when, not what. */
const WHEN =
  /^(?:trước|sau|chậm nhất|xong|hoàn thành|trong|vào|hết|đến|từ|ngày|định kỳ|hằng|hàng|theo định kỳ|để|theo dõi|tổng hợp|biết|khi|nếu|tại|xem xét|chỉ đạo|cho ý kiến|quyết định|theo)(?!\p{L}).*$/u;

/** What stands between the verb and the receiver. */
export const whatOf = (text: string): string =>
  clip(
    squeeze(text)
      .replace(/(?:^|\s)\(?(?:thông )?qua .*$/u, "")
      .replace(/\s(?:về|với|cho|lên|gửi|để)$/u, "")
      .replace(/^báo cáo$/u, ""),
    120,
  );

/** What stands behind the receivers: "báo cáo UBND tỉnh kết quả 6 tháng". */
export const whatAfter = (rest: string): string =>
  whatOf(
    rest
      .replace(/^\s*\([^)]*\)/u, "")
      .replace(/^\s*:\s*/u, "")
      .replace(/[,;.].*$/su, ""),
  ).replace(WHEN, "");
