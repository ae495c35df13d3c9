/** One name, from its kind to the word that begins what the body does. */
import { headAt, lexical, predicateAt } from "./words.ts";

/** After "được phân công" only these end the name: what was assigned belongs to it. */
const STRONG =
  /^(?:có trách nhiệm|phải|thường xuyên|chủ động|căn cứ|kịp thời|chịu trách nhiệm|khẩn trương|nghiêm túc|lập kế hoạch|xây dựng kế hoạch)(?!\p{L})/u;

const NAMED_OFFICE =
  /^(?:các |mỗi )?(?:sở|bộ|ban|phòng|cục|chi cục|hội|viện|trung tâm|báo|đài|ủy ban|trường|vụ|tổng cục|văn phòng|cơ quan|ngân hàng|học viện)(?!\p{L})/u;

/** Whether a capital after "và" or a comma belongs to the same name ("Sở Giáo dục và Đào tạo"), not to a list of places or bodies. */
function goesOn(low: string, text: string, at: number, next: number): boolean {
  const from = next + (/^\s*/u.exec(text.slice(next, next + 3))?.[0].length ?? 0);
  const name = text.slice(at, next);
  const inPlaces = /(?:huyện|xã|phường|quận|tỉnh|thị xã|thị trấn|thành phố|đặc khu|ủy) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*,?(?: và)?\s*$/u.test(
    name,
  );
  return /^\p{Lu}/u.test(text.slice(from, from + 1)) && headAt(low, from, text) === 0 && NAMED_OFFICE.test(lexical(name)) && !inPlaces;
}

/** Reads one name from `at` to its end: before a predicate, a separator or a stop. */
export function nameEnd(low: string, text: string, at: number, limit: number, head: number): number {
  let end = at + head;
  for (let k = at + head; k < limit;) {
    const char = low[k] ?? "";
    if (/[.;:“”"!?)]/u.test(char)) break;
    if (char === ",") {
      // "Sở Văn hóa, Thể thao và Du lịch": one name with a comma in it.
      if (!goesOn(low, text, at, k + 1) || !/^, \p{Lu}\p{L}*(?: \p{L}+){0,2} và \p{Lu}/u.test(text.slice(k, k + 50))) break;
      k += 2;
      continue;
    }
    if (char === "(") {
      const close = low.indexOf(")", k);
      // A short bracket belongs to the name: "Ban Dân vận cấp ủy (Khối dân vận cơ sở)".
      if (close < 0 || close - k > 60 || close > limit || !/^\((?:khối|cơ quan|gọi|ban|phòng|chi cục|bao gồm)/u.test(low.slice(k, k + 9)))
        break;
      k = close + 1;
      end = k;
      continue;
    }
    const atWord = k === at || /[\s(]/.test(low[k - 1] ?? " ");
    if (atWord && k > at) {
      if (/^(?:hoặc|cùng(?! cấp)|với) /u.test(low.slice(k, k + 10)) || (low.startsWith("và ", k) && !goesOn(low, text, at, k + 2))) break;
      const assigned = /(?:^| )(?:được phân công|được giao)(?!\p{L})/u.test(low.slice(at, k));
      if (assigned ? STRONG.test(low.slice(k, k + 24)) : predicateAt(low, k, text) > 0) break;
    }
    const space = low.slice(k, limit).search(/[\s.;:,“”"!?(]/u);
    if (space < 0) return limit;
    k += Math.max(space, 1);
    end = k;
    while (/\s/.test(low[k] ?? "")) k++;
  }
  while (end > at && /\s/.test(low[end - 1] ?? "")) end--;
  return end;
}
