/** Outcomes that a goal section states without a number: "hoàn thành việc thay thế các công trình đã xuống cấp". */
import { predicateAt } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { readLead } from "../subjects/index.ts";
import type { Unit } from "../tasks/index.ts";

const OUTCOME =
  /^(?:cơ bản|phấn đấu|đến năm|năm \d|từ năm|không|các |mỗi |tất cả|toàn bộ|toàn tỉnh|tỷ |tỉ |số |có |duy trì|giảm|tăng|nâng|hỗ trợ|hình thành|trở thành|giữ|mở rộng|giải quyết|hoàn thành|đạt|thu hút|tạo|khắc phục|bảo vệ|phòng|xóa)/u;

/** Past a label such as "Chỉ tiêu 1:" or "Mục tiêu chung, lâu dài:". */
function outcomeStart(low: string, clause: Stretch): number {
  return clause.start + (/^(?:chỉ tiêu|mục tiêu)[^:;.]{0,40}:\s*/u.exec(low.slice(clause.start, clause.end))?.[0].length ?? 0);
}

/** Whether a clause of a goal section states an outcome: it begins with something to do or to reach, not with a thing. */
export function opensOutcome({ paragraph, low, times }: Unit, clause: Stretch): boolean {
  const at = outcomeStart(low, clause);
  return (
    OUTCOME.test(low.slice(at, at + 20)) ||
    predicateAt(low, at) > 0 ||
    readLead(paragraph.text, low, { start: at, end: clause.end }, times) !== null
  );
}

/** A clause of two outcomes ("…, hoàn thành mục tiêu …") as two. */
export function outcomes(unit: Unit, clause: Stretch): Stretch[] {
  const { text } = unit.paragraph;
  const cut = /,\s(?=hoàn thành |phấn đấu )/u.exec(text.slice(clause.start, clause.end));
  if (cut === null || cut.index < 12) return [clause];
  return [
    { start: clause.start, end: clause.start + cut.index },
    { start: clause.start + cut.index + cut[0].length, end: clause.end },
  ];
}
