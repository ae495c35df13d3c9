/** "Hoàn thành tốt: Là những đơn vị …", "Bị xử lý kỷ luật …": grades and what leads to them. */
const DESCRIBES = /^(?:[^.:;]{3,40}: là (?:những|các|cơ quan|tập thể|cá nhân|đơn vị|người)(?!\p{L})|bị )/u;

/** Whether a paragraph orders something at all. */
import { predicateAt, wholeBodies } from "../bodies/index.ts";
import type { Node } from "../outline/document.ts";
import { readLead } from "../subjects/index.ts";
import type { Unit } from "./unit.ts";

export const SPECIFIES =
  /^(?:việc|các nội dung|nội dung|kinh phí|trường hợp|thời gian|địa điểm|thành phần|số lượng|hình thức(?! tổ chức)|lưu ý|ghi chú|mô hình|trình tự|đối với|nguyên tắc|tài liệu|đối tượng|tiêu chuẩn|là (?!(?:cơ quan|đơn vị|đầu mối|bộ phận|cầu nối))|gồm|bao gồm|hướng dẫn này|kế hoạch này|quyết định này|quy định này|hồ sơ|biên bản|trên lĩnh vực|danh sách|phiếu|thể thức|tên mô hình|nguồn|ngân sách|trách nhiệm|cách thức|thẻ|cơ cấu|tư cách|cách tính|người |số dư|những trường hợp|những hành vi|thời điểm|về |cơ quan chủ trì, thành phần|cách |khách mời|chủ đề|đợt )/u;
export const CLOSING =
  /^(?:trên đây là|\(|ban hành kèm theo|(?:.{0,300} )?chịu trách nhiệm thi hành|kế hoạch này (?:được|có hiệu lực|thay)|(?:hướng dẫn|quyết định) này (?:thay|có hiệu lực))/u;

/** "UBND tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.": the closing formula. */
const URGES =
  /(?:yêu cầu|đề nghị) [^.;]{5,140}(?:nghiêm túc|khẩn trương|tích cực|phối hợp|quan tâm|tổ chức|chỉ đạo)[, ]*(?:phối hợp )?(?:tổ chức )?(?:triển khai )?(?:thực hiện)?(?: nghiêm túc| tốt| có hiệu quả)?(?: các nội dung trên| kế hoạch này| kế hoạch)?\s*$/u;

/** Whether a paragraph orders something, by its section and its first words. */
export function obliges(node: Node, unit: Pick<Unit, "paragraph" | "low" | "body" | "times">): boolean {
  const { paragraph, low, body, times } = unit;
  const opening = low.slice(body.start, body.start + 60);
  if (body.end - body.start < 12 || CLOSING.test(low.slice(body.start, body.start + 400))) return false;
  // "NHỮNG QUY ĐỊNH CHUNG": the rest of a title.
  const words = paragraph.text.slice(body.start, body.end);
  if (words === words.toUpperCase() && /\p{L}{3}/u.test(words)) return false;
  if (node.role === "purpose" || node.role === "situation") return false;
  if (paragraph.marker === null && body.end - body.start < 220 && URGES.test(low.slice(body.start, body.end))) return false;
  const subject = readLead(paragraph.text, low, body, times);
  if (node.role === "criteria") return subject !== null && /(?:^|, )(?:giao|đề nghị) /u.test(low.slice(body.start, subject.start));
  if (subject !== null) return true;
  if (DESCRIBES.test(opening)) return false;
  if (
    paragraph.marker === null &&
    /như sau\s*:\s*$/u.test(low) &&
    (predicateAt(low, body.start) === 0 || /^(?:căn cứ|trên cơ sở)/u.test(opening))
  )
    return false;
  if (node.role === "frame") return false;
  if (SPECIFIES.test(opening)) return false;
  if (/^\p{L}+ [^.;]{0,40}: mô hình/u.test(opening)) return false;
  // Under "bao gồm:", "cụ thể:" a bullet is a task only if it begins with something to do.
  const { under } = node;
  if (
    under !== null &&
    (paragraph.marker === null || paragraph.marker.level === 0) &&
    /(?:gồm|cụ thể|sau|sau đây|nội dung|thông qua)\s*:\s*$/u.test(under)
  )
    return predicateAt(low, body.start) > 0;
  return wholeBodies(paragraph.text.slice(body.start, body.end)) === null;
}
