/** One name, from its kind to the word that begins what the body does. */
import { capitalField, solidEnd } from "./extent.ts";
import { unitAt } from "./units.ts";
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

const TWO_ASSEMBLIES = /^văn phòng (?:đoàn (?:đbqh|đại biểu quốc hội)|hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân)[ ,]*$/u;
const ASSEMBLY = /^(?:và )?(?:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân)(?!\p{L})/u;

/** "Văn phòng HĐND và UBND xã" is one office of two bodies. */
const sharedOffice = (low: string, at: number, k: number): boolean =>
  TWO_ASSEMBLIES.test(low.slice(at, k)) && ASSEMBLY.test(low.slice(k, k + 24).replace(/^[,\s]+/u, ""));

/**
 * Reads one name from `at` to its end: before a predicate, a separator or a stop. `whole`: the text is thought to be
 * nothing but names (a heading), so that only those end it.
 */
export function nameEnd(low: string, text: string, at: number, limit: number, head: number, whole = false): number {
  // A unit of the tree ends where its name does, unless an owner or a place goes on with it.
  if (head > 0 && unitAt(low, at) === head && !GOES_ON.test(text.slice(at + head, at + head + 14))) return at + head;
  const end = spokenEnd(low, text, at, limit, head);
  return whole ? end : solidEnd(low, text, at, head, end);
}

const GOES_ON = /^\s(?:\p{Lu}|(?:của|thuộc|tỉnh|huyện|xã|phường|thôn|thành phố|các|và|[-–])(?!\p{L}))/u;

function spokenEnd(low: string, text: string, at: number, limit: number, head: number): number {
  let end = at + head;
  for (let k = at + head; k < limit;) {
    const char = low[k] ?? "";
    if (/[.;:“”"!?)]/u.test(char)) break;
    if (char === ",") {
      // "Ban Chỉ đạo phòng, chống tội phạm": one word with a comma.
      if (
        sharedOffice(low, at, k) ||
        (/(?:^|\s)phòng$/u.test(low.slice(at, k)) && /^, (?:chống|ngừa)(?!\p{L})/u.test(low.slice(k, k + 8)))
      ) {
        k += 2;
        continue;
      }
      // "Sở Văn hóa, Thể thao và Du lịch": one name with a comma in it.
      if (!goesOn(low, text, at, k + 1) || !/^, \p{Lu}\p{L}*(?: \p{L}+){0,2} và \p{Lu}/u.test(text.slice(k, k + 50))) break;
      k += 2;
      continue;
    }
    if (char === "(") {
      const close = low.indexOf(")", k);
      // A short bracket belongs to the name: "Ban Dân vận cấp ủy (Khối dân vận cơ sở)".
      if (
        close < 0 ||
        close - k > 60 ||
        close > limit ||
        !/^\((?:khối|cơ quan(?! (?:thường trực|chủ trì|đầu mối|tham mưu|chủ quản))|gọi|ban|phòng|chi cục|bao gồm)/u.test(
          low.slice(k, k + 24),
        )
      )
        break;
      k = close + 1;
      end = k;
      continue;
    }
    const atWord = k === at || /[\s(]/.test(low[k - 1] ?? " ");
    if (atWord && k > at) {
      if (/^(?:hoặc|cùng(?! cấp)|với|mỗi|từng) /u.test(low.slice(k, k + 10))) break;
      if (low.startsWith("và ", k) && !goesOn(low, text, at, k + 2) && !sharedOffice(low, at, k)) break;
      // "Ban Dân chủ - Giám sát - Phản biện": what a dash joins goes on with the name.
      const joined = /[\p{L}\d] ?[-–/&] ?$/u.test(low.slice(Math.max(at, k - 4), k));
      const assigned = /(?:^| )(?:được phân công|được giao)(?!\p{L})/u.test(low.slice(at, k));
      if (!joined && (assigned ? STRONG.test(low.slice(k, k + 24)) : predicateAt(low, k, text) > 0)) break;
    }
    const field = k > at ? capitalField(low, text, k) : 0;
    if (field > 0) {
      k += field;
      end = k;
      while (/\s/.test(low[k] ?? "")) k++;
      continue;
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
