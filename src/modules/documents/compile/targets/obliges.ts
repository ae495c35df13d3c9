/** Whether a number binds somebody: an order to reach it, not a count, a threshold, a result or a slogan. */
import type { Stretch } from "../paragraphs/clauses.ts";
import type { Quantity } from "../mentions/quantities.ts";
import type { Unit } from "../tasks/index.ts";

const PAST =
  /(?:^|\s)(?:đã (?:hỗ trợ|thực hiện|đạt|tổ chức|được|vận động|xây)|tính đến|hiện có|hiện nay có|hiện còn|ghi nhận|kết quả (?:năm|thực hiện)|toàn tỉnh có|toàn thành phố còn)/u;
const THRESHOLD = /^\s*(?:trở lên )?(?:tổng số|số phiếu|cử tri|phiếu|số đại biểu)/u;
const CONDITION = /(?:nếu có|khi có|hợp lệ|trường hợp|đối với nơi có|nơi có|những nơi|điều kiện|cộng|chấm|thang điểm)[^,;:.]{0,40}$/u;
/** "03 mô hình thu nhập trên 500 triệu đồng", "02 đoạn đường dài 500 m": what the counted things are like. */
const QUALITY =
  /\d+ \p{L}[^,;.\d]{2,60} (?:có )?(?:thu nhập|doanh thu|trị giá|giá trị|diện tích|quy mô|dài|rộng|cao|mức)(?: bình quân)?(?: từ)? ?$/u;
const VERBS =
  "chọn|lựa chọn|chọn cử|xây dựng|đăng ký|tổ chức|thực hiện|có|thành lập|giới thiệu|hỗ trợ|vận động|phấn đấu|cử|đạt|duy trì|hoàn thành|là|giao|tặng|trồng|trồng mới|sửa chữa|kết nạp|phát triển|mở|bồi dưỡng|nhân rộng|viết|đăng|được|phân công|bố trí|vẽ|lắp đặt|cấp|làm|dựng|xóa|nâng cấp|huy động|quyên góp|ủng hộ|đào tạo|tư vấn|khám|trao|tuyển|bàn giao|khởi công|ra mắt|đỡ đầu|giúp|giúp đỡ|khảo sát|tập huấn|thăm|giải quyết|tạo|kết nối|phát|in|giám sát|kiểm tra";
const ORDER = new RegExp(`(?<!\\p{L})(?:${VERBS})(?: [\\p{L}-]+){0,4}? ?$`, "u");
/** "mỗi xã 01 mô hình": so many for each. */
const FOR_EACH = /(?<!\p{L})mỗi [^,;.\d]{2,40}$/u;
const PER = /^[^,;.]{0,50}\/(?:năm|quý|tháng|tuần)(?!\p{L})/u;

export function obligesTo(unit: Unit, quantity: Quantity, clause: Stretch): boolean {
  const { low, node } = unit;
  const before = low.slice(clause.start, quantity.start);
  const after = low.slice(quantity.end, quantity.end + 30);
  if (/có thể (?:điều chỉnh|tổ chức|áp dụng)/u.test(low.slice(quantity.end, clause.end))) return false;
  // "giảm từ 23 ca … xuống 18 ca": the first is where it stands now.
  if (
    /(?:giảm|tăng|nâng)[^;.]{0,60}từ $/u.test(`${before} `.replace(/\s+$/u, " ")) ||
    (/^từ\s/u.test(low.slice(quantity.start)) &&
      /^[^;.]{0,60}(?:xuống|lên|đến) /u.test(low.slice(quantity.end)) &&
      quantity.comparator === "=")
  )
    return false;
  // "Xã có từ 15 thôn trở lên thì chọn …": a case, not a duty; "03 mô hình thu nhập trên 500 triệu đồng": what those are.
  if (/^[^,.;]{0,40} thì /u.test(`${low.slice(quantity.end, clause.end)} `) && /(?:có|từ|đạt|là) ?$/u.test(before)) return false;
  if (QUALITY.test(before)) return false;
  if (THRESHOLD.test(after) || CONDITION.test(before) || PAST.test(before)) return false;
  if (node.role === "goals") return true;
  if (quantity.unit === "%")
    return quantity.compared || quantity.value === 100 || /(?:đạt|phấn đấu|tỷ lệ|tăng|giảm|nâng)[^;.]{0,60}$/u.test(before);
  if (quantity.compared && quantity.comparator !== ">" && quantity.comparator !== "<")
    return quantity.comparator !== "=" || ORDER.test(before);
  // "Trước 30/6, 14 xã chưa có tổ phải thành lập xong": those who are counted have to do it.
  if (/^(?:[^.;]{0,30},)? ?$/u.test(before) && /^[^;.]{2,80} phải (?!được)/u.test(low.slice(quantity.unitAt, clause.end))) return true;
  const written = low.slice(quantity.start, quantity.unitAt).trim();
  if (!/^(?:0?\d{1,4}|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d{1,3}(?:\.\d{3})+)$/.test(written) || /[“"]/u.test(before.slice(-1)))
    return false;
  return ORDER.test(before.slice(-40)) || FOR_EACH.test(before.slice(-50)) || PER.test(low.slice(quantity.unitAt, quantity.unitAt + 60));
}
