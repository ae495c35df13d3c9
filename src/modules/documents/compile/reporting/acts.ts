/** The verb of a report: every place of a clause where something is carried upwards, and the nouns told apart from it. */
import { matchesOf } from "../../../../kernel/text.ts";
import type { Stretch } from "../paragraphs/clauses.ts";

export type Act = { verb: string; at: number; end: number };

/** "Báo ngay", "báo kết quả cho": plain "báo" is a verb before these only, and never the end of a compound ("thông báo"). */
const TELLS = String.raw`(?<!(?:thông|cảnh|dự|điện|tin|quảng|cấp|mật|khai|tờ|bản|công|trình|các|phát) )báo(?= (?:ngay|về|cho|lại|kết quả|tin|kịp thời|nhanh|tình hình|danh sách|số liệu|với|lên|trước|văn phòng)(?!\p{L}))`;
const VERBS = new RegExp(
  String.raw`(?<!\p{L})(?:báo cáo(?! viên)|gửi|nộp|đăng ký|phản ánh|trình báo|trình|chuyển|cung cấp (?:thông tin|số liệu|danh sách|tài liệu)|thông tin|${TELLS})(?!\p{L})`,
  "gu",
);

/** Documents and debates in which a report is the thing read, heard or written about. */
const STUDIED =
  /(?:^|\s)(?:nghe|theo|tại|trong|tiếp thu|góp ý(?: vào)?|thẩm tra|thẩm định|cho ý kiến(?: vào)?|thông qua|nghiên cứu|đọc|căn cứ|xem)(?: các| dự thảo| nội dung| bản)* $/u;
/** "trình" hands a report on only where the report, the list or the figures stand before it; drafts and plans are proposals. */
const HANDED = /(?:báo cáo|danh sách|số liệu|bảng tổng hợp)(?: [^,;]{0,60})? $/u;
/** "thông tin" is a verb after these, else what is told about. */
const INFORMS = /(?:^|[,;:] ?|(?:phải|thì|chủ động|kịp thời|thường xuyên|nhanh chóng|trách nhiệm|định kỳ|ngay|và|cần|để) )$/u;

/** Whether the word is a verb that reports here; `direct`: the receiver follows it at once; `onwards`: a receiver hands on. */
export function reports(act: Act, low: string, clause: Stretch, direct: boolean, onwards: boolean): boolean {
  const { verb } = act;
  const before = low.slice(Math.max(clause.start, act.at - 90), act.at);
  const after = low.slice(act.end, act.end + 14);
  if (/\((?:để )?$/u.test(before) || after.startsWith(")")) return false;
  if (verb === "trình") return onwards || (direct && HANDED.test(before));
  if (verb === "thông tin") return INFORMS.test(before);
  if (verb === "phản ánh")
    return !/(?:kiến nghị,? |ý kiến,? |tố cáo, |đơn thư, )$/u.test(before) && !/^,? (?:kiến nghị|liên quan|của|và kiến)/u.test(after);
  if (!verb.startsWith("báo")) return true;
  if (STUDIED.test(before)) return false;
  if (direct) return true;
  return !/(?:các|những|mẫu|chế độ|hồ sơ|dự thảo|bản|sơ bộ|xây dựng|lập|kết quả|nội dung|tình hình) $/u.test(before);
}

export const actsIn = (low: string, { start, end }: Stretch): Act[] =>
  matchesOf(low.slice(start, end), VERBS).map(({ 0: verb, index }) => ({ verb, at: start + index, end: start + index + verb.length }));
