/** What waits for an event: triggers, and terms counted from one. */
import type { Pattern } from "./mention.ts";
import { LAST, none } from "./mention.ts";

const unitName = (unit: string): string =>
  unit.startsWith("ngày l") ? "working days" : unit === "giờ" ? "hours" : unit === "tháng" ? "months" : unit === "tuần" ? "weeks" : "days";

const UNIT = "(?<unit>ngày làm việc|ngày|giờ|tuần|tháng)";

export const triggers: Pattern[] = [
  {
    // "chậm nhất 03 ngày trước ngày tổ chức", "trước khi khai mạc ít nhất 05 ngày làm việc".
    find: new RegExp(
      String.raw`(?:${LAST}(?: là)?|ít nhất|tối thiểu|trước) (?<count>\d{1,3}) ${UNIT},? (?<side>trước|sau|kể từ|tính từ) (?<what>[^,;.:()]{3,80})`,
      "gu",
    ),
    read: ({ groups }) => ({
      ...none,
      rule: `${groups?.side === "trước" ? "at least " : "within "}${Number(groups?.count)} ${unitName(groups?.unit ?? "")} ${groups?.side === "trước" ? "before" : "of"}: ${groups?.what?.trim()}`,
    }),
  },
  {
    // "Trước ngày đối thoại 07 ngày, …".
    find: new RegExp(
      String.raw`trước (?:ngày|khi|lúc) (?<what>[^,;.:()\d]{3,60}) (?:ít nhất |tối thiểu |chậm nhất )?(?<count>\d{1,3}) ${UNIT}(?!\p{L})`,
      "gu",
    ),
    read: ({ groups }) => ({
      ...none,
      kind: "trigger",
      rule: `on event: ${Number(groups?.count)} ${unitName(groups?.unit ?? "")} before: ${groups?.what?.trim()}`,
      cued: true,
    }),
  },
  {
    find: new RegExp(
      String.raw`(?:(?:trong )?(?:thời hạn|thời gian|vòng|không quá)(?: tối đa| không quá)?|trong(?= \d{1,3} (?:ngày|giờ)(?!\p{L}))) (?<count>\d{1,3}) ${UNIT}`,
      "gu",
    ),
    read: ({ groups }) => ({ ...none, rule: `within ${Number(groups?.count)} ${unitName(groups?.unit ?? "")}` }),
  },
  {
    // "chậm nhất 05 ngày làm việc phải có thông báo": counted from what the sentence said before.
    find: new RegExp(String.raw`${LAST}(?: là)?(?: trong)?(?: vòng| thời hạn)? (?<count>\d{1,3}) ${UNIT}(?!\p{L})`, "gu"),
    read: ({ groups }) => ({ ...none, rule: `within ${Number(groups?.count)} ${unitName(groups?.unit ?? "")}` }),
  },
  {
    // "Sau 30 ngày mà không trả lời thì …", "quá 60 ngày thì báo cáo": when so much has passed.
    find: new RegExp(String.raw`(?:sau|quá) (?<count>\d{1,3}) ${UNIT}(?= (?:mà|thì|không|chưa|nếu))[^,;.:()]{0,60}`, "gu"),
    read: ([text]) => ({ ...none, kind: "trigger", rule: `on event: ${text.trim()}`, cued: true }),
  },
  {
    // "Sau mỗi hội nghị, …", "Trước mỗi đợt kiểm tra": whenever there is one.
    find: /(?:ngay )?(?:sau|trước) (?:mỗi|từng) (?:cuộc|đợt|buổi|lần|hội nghị|chuyến|hoạt động|kỳ họp)[^,;.:()]{0,60}/gu,
    read: ([text]) => ({ ...none, kind: "trigger", rule: `on event: ${text.trim()}`, cued: true }),
  },
  {
    // "Trường hợp mô hình khó làm, phải đổi nội dung thì báo ngay": where it opens its sentence.
    find: /(?<=(?:^|[.;:–-]) ?)(?:riêng )?(?:trong )?trường hợp(?= \p{L})(?! (?:nói|nêu) trên)[^,;.:()]{0,90}/gu,
    read: ([text]) => ({ ...none, kind: "trigger", rule: `on event: ${text.trim()}`, cued: true }),
  },
  {
    find: /(?<!\()(?:ngay )?(?:sau khi|trước khi|(?:mỗi )?khi (?:có|được|phát sinh|xảy ra|cần|kết thúc|phát hiện|nhận được|hoàn thành|thay đổi|xuất hiện)|nếu|trường hợp có|trong trường hợp|kết thúc (?:cuộc|đợt|năm))(?!\p{L})[^,;.:()]{0,90}/gu,
    read: ([text]) => ({ ...none, kind: "trigger", rule: `on event: ${text.trim()}`, cued: true }),
  },
];
