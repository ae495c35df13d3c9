/** What a number counts, in the words of the document. */
import { squeeze } from "../../../../kernel/text.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { clip } from "../paragraphs/clip.ts";
import { isRatio, type Quantity } from "../mentions/quantities.ts";
import { readLead } from "../subjects/index.ts";
import type { Unit } from "../tasks/index.ts";

const MAX = 120;
const METRIC_END =
  /\strở lên|[;.)]|,(?! (?:nổi|bền|đề|thị|hiệu))|\s(?:do|nhằm|để|trong năm|vào|trước|với nội dung|gắn với|phù hợp|theo|và gửi|hoặc|là (?=\p{Lu}))(?=\s)|\/(?=năm|quý|tháng|tuần)|\(/u;
const RATE = /^.*(?<!\p{L})((?:tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng)\s[^;]{3,200})$/iu;
const NUMBER_OF = /^.*(?<!\p{L})(số (?:lượng|người|hộ|giờ|cán bộ|trẻ|xã|đơn vị)\s[^;]{3,200})$/iu;

/** The rate that stands before its number: "tỷ lệ hài lòng của người dân"; null when what is counted follows the number. */
export function rateBefore(text: string): string | null {
  return RATE.exec(text)?.[1] ?? NUMBER_OF.exec(text)?.[1] ?? null;
}

const withoutYear = (rate: string): string => rate.replace(/[,:]?\s+(?:vào |đến )?năm \d{4}.*$/su, "");

function shareOf(unit: Unit, quantity: Quantity, clause: Stretch): string {
  const { text } = unit.paragraph;
  const rate = rateBefore(text.slice(clause.start, quantity.start));
  // "Tỷ lệ … năm 2026 đạt trên 70%, năm 2028 đạt 75%": the rate of the ladder's first step.
  if (rate && (!/\d\s?%/u.test(rate) || /(?:,|;)\s*(?:đến |vào )?năm \d{4}[^,;%]{0,30}$/u.test(rate)))
    return clip(
      squeeze(withoutYear(rate)).replace(/\s(?:đạt|là|lên|xuống|còn|ở mức)(?:\s(?:từ|trên|dưới|ít nhất|tối thiểu))?$/iu, ""),
      MAX,
    );
  const rest = text.slice(quantity.end, Math.min(clause.end, quantity.end + MAX + 40));
  const stop = rest.search(/[;.]|,\s(?=trên|ít nhất|\d)/u);
  const whole = squeeze(stop < 0 ? rest : rest.slice(0, stop)).replace(/\)$/u, "");
  return clip(`tỷ lệ ${whole}`, MAX);
}

export function metricOf(unit: Unit, quantity: Quantity, clause: Stretch): string {
  const { text } = unit.paragraph;
  if (quantity.unit === "%" || isRatio(quantity)) return shareOf(unit, quantity, clause);
  if (quantity.unit === "lần") {
    // "tổ chức đối thoại với Nhân dân ít nhất 02 lần/năm": what is done that often stands before the number.
    const subject = readLead(text, unit.low, clause, unit.times);
    const done = squeeze(text.slice(subject?.end ?? clause.start, quantity.start)).replace(/^(?:Chỉ tiêu|Mục tiêu) \d+:\s*/u, "");
    return done.length <= MAX ? done : done.slice(done.indexOf(" ", done.length - MAX) + 1);
  }
  const rest = text.slice(quantity.unitAt, Math.min(clause.end, quantity.unitAt + MAX + 40));
  const stop = rest.slice(1).search(METRIC_END);
  return clip(squeeze(stop < 0 ? rest : rest.slice(0, stop + 1)), MAX);
}
