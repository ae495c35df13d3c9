/**
 * How far a name goes by what names are made of: capital words (two syllables each: "Phụ nữ"), fields of work, levels
 * and places. What comes after those is a deed, whether its verb is known or not ("Hội Khuyến học lo quỹ …").
 */
import { fields, levels } from "../lexicon/fields.ts";
import { END, predicateAt, stickyAt } from "./words.ts";

const FIELD = new RegExp(`(?:${[...fields].sort((a, b) => b.length - a.length).join("|")})${END}`, "uy");
const LEVEL = new RegExp(`${levels}${END}`, "uy");
const CLOSING_LEVEL =
  /(?:^| )(?:tỉnh|huyện|xã|phường|thôn|thành phố|thị xã|thị trấn|đặc khu|trung ương|các cấp|cùng cấp|quốc gia|liên quan)$/u;
const LINK = /(?:của|thuộc|tại|trên|ở|trong|ngoài|về|và|với|khác|này|mình|đó|nêu trên|nói trên|các|những|-|–|&|\/)(?=\s|$)/uy;
const WORD = /[\p{L}\p{M}\d.]+(?:[-/][\p{L}\p{M}\d]+)*/uy;
/** A relative clause belongs to the name ("được giao …", "có người ứng cử"). */
const RELATIVE = /^(?:được|có|phụ trách|trực tiếp|tham gia|đóng|hoạt động|làm công tác|chịu sự|do|là|đang|nơi|chưa|không)(?!\p{L})/u;
/** Words that stand in a deed only, not between a kind and its level. */
const IN_DEED = /(?:^| )(?:cho|từng|mọi|vào|ra|lên|với|đến|để|mỗi|\d+)(?!\p{L})/u;

/** Length of a field of work written with a capital here ("Dịch vụ tổng hợp", "Kiểm tra"), 0 when none. */
export const capitalField = (low: string, text: string, at: number): number =>
  /\p{Lu}/u.test(text[at] ?? "") ? stickyAt(FIELD, low, at) : 0;

/** Kinds that need nothing behind them. */
const COMPLETE =
  /(?:^|\s)(?:tổ dân phố|tổ nhân dân|khu dân cư|khu phố|trưởng thôn|trưởng bản|thôn|ấp|xã|phường|huyện|chi bộ|chi ủy|cấp ủy|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|ubnd|hđnd|mttq|chính quyền|nhà trường|công an|quân đội)$/u;

/** The end of the name text[at, end): `end` itself, or the last word before an unknown deed. */
export function solidEnd(low: string, text: string, at: number, head: number, end: number): number {
  let k = at + head;
  let solid = k;
  const complete = COMPLETE.test(low.slice(at, k));
  let owed = 0;
  let capital = false;
  let proper = false;
  while (k < end) {
    if (/\s/u.test(low[k] ?? "")) {
      k++;
      continue;
    }
    const upper = /[\p{Lu}\d]/u.test(text[k] ?? "");
    if (!upper && RELATIVE.test(low.slice(k, k + 16))) return end;
    const field = stickyAt(FIELD, low, k);
    const level = stickyAt(LEVEL, low, k);
    const known = field > level && (upper || predicateAt(low, k, text) === 0) ? field : level;
    if (known > 0) {
      k += known;
      solid = k;
      proper ||= upper;
      capital = false;
      continue;
    }
    const link = upper ? 0 : stickyAt(LINK, low, k);
    if (link > 0) {
      owed = /^(?:của|thuộc|về|trên|ở|tại)/u.test(low.slice(k, k + link)) ? 2 : owed;
      k += link;
      continue;
    }
    const length = stickyAt(WORD, text, k);
    if (length === 0) {
      if (/[\p{L}]/u.test(text[k] ?? "")) return end;
      // A bracket or comma inside the name was accepted by the reader of names.
      k++;
      continue;
    }
    // What an owner or a field is called after "của", "về" is a noun whatever it is.
    if (!upper && owed > 0) {
      owed--;
      k += length;
      solid = k;
      continue;
    }
    if (!upper) break;
    const word = text.slice(k, k + length);
    k += length;
    solid = k;
    proper = true;
    if (!capital && /^\p{Lu}\p{Ll}+$/u.test(word)) {
      const second = /^ \p{Ll}+(?!\p{L})/u.exec(text.slice(k, k + 12))?.[0] ?? "";
      if (second !== "" && k + second.length <= end && stickyAt(LEVEL, low, k + 1) === 0) {
        k += second.length;
        solid = k;
      }
      capital = second === "";
    } else capital = true;
  }
  if (k >= end) return end;
  const tail = low.slice(k, end);
  // "Ban Chỉ đạo ứng phó biến đổi khí hậu tỉnh": unknown words between the kind and its level.
  const closes = (CLOSING_LEVEL.test(tail) || /\s\p{Lu}\p{L}*$/u.test(text.slice(k, end))) && !IN_DEED.test(tail);
  return (solid === at + head && !complete) || (!proper && closes) || (closes && tail.split(" ").length > 2) ? end : solid;
}
