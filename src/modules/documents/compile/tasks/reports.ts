/** Tells clauses that only report from those that do something. */
import type { Stretch } from "../paragraphs/clauses.ts";
import { readLead } from "../subjects/index.ts";
import type { Unit } from "./unit.ts";

const REPORTS =
  /^(?:[\s,]*(?:và|có trách nhiệm|kịp thời|định kỳ|tổng hợp|đồng thời|thực hiện(?: nghiêm)?(?: chế độ)?|chủ động|nghiêm túc|gửi|lập|xây dựng|có|thường xuyên|hằng năm|hàng năm|các|chịu trách nhiệm)[\s,]*)*(?:báo cáo(?! viên)|phản ánh (?:về|với|kịp thời)|gửi (?:về|báo cáo|danh sách|kết quả))/u;

/** Whether a stretch does nothing but report, once times and its subject are past. */
export function onlyReports(unit: Pick<Unit, "paragraph" | "low" | "times">, { start, end }: Stretch): boolean {
  const { paragraph, low, times } = unit;
  const subject = readLead(paragraph.text, low, { start, end }, times);
  let at = subject?.end ?? start;
  for (let step = 0; step < 4; step++) {
    while (/[\s,:]/u.test(low[at] ?? "")) at++;
    const time = times.find(
      (mention) => mention.start >= at && mention.start <= at + 9 && mention.kind !== "trigger" && mention.end <= end,
    );
    if (!time) break;
    at = time.end;
  }
  const deed = low.slice(at, end);
  // "báo cáo cấp ủy, lựa chọn 01 mô hình …": the report is a step of the deed.
  if (
    /^báo cáo [^,;]{3,60}, (?:lựa chọn|chọn|xây dựng|tổ chức|triển khai|thực hiện|chỉ đạo|phối hợp|hướng dẫn|ban hành|thống nhất)(?!\p{L})/u.test(
      deed,
    )
  )
    return false;
  return REPORTS.test(deed.slice(0, 160));
}
