/**
 * Names of bodies in running text: a kind (lexicon), what qualifies it, and the list it may stand in. The name runs
 * until a word that begins what the body does. "Bodies are listed separately, except those sharing a suffix or always
 * named together": HĐND, UBND huyện is one entry; Đảng ủy các xã, thị trấn and đảng ủy trực thuộc Huyện ủy are two.
 */
import { oneTone } from "../../../kernel/text.ts";
import {
  fragments,
  heads,
  notPredicateAfter,
  notPredicateBefore,
  predicates,
  qualified,
  quantifiedHeads,
  quantifiers,
  sharing,
} from "./lexicon/bodies.ts";

export type Bodies = {
  /** Names as printed, in order. */
  names: string[];
  start: number;
  end: number;
};

const END = "(?![\\p{L}\\p{M}])";
const HEAD = new RegExp(`(?:${quantifiers} (?:${[...heads, ...quantifiedHeads].join("|")})|(?:${heads.join("|")}))${END}`, "uy");
const NAMED_PLACE = /(?:(?:huyện|xã|phường|quận|tỉnh|thị xã|thị trấn|thành phố|đặc khu) )?\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}/uy;
const FRAGMENT = new RegExp(`(?:${fragments.join("|")})${END}`, "uy");
const PREDICATE = new RegExp(`(?:${[...predicates].sort((a, b) => b.length - a.length).join("|")})${END}`, "uy");
const SHARING = new RegExp(`^${sharing}$`, "u");
const SHARING_HEAD = new RegExp(`^${sharing}${END}`, "u");
const SECTOR_WORDS =
  "(?:sở|ban|ngành|ban,? ?ngành|bộ|phòng|cơ quan|đơn vị|địa phương|tổ chức|văn phòng|đoàn thể|hội|cấp|cá nhân|doanh nghiệp)";
const ANY = "(?:(?:lãnh đạo|thủ trưởng|người đứng đầu) )?(?:các |những |mỗi |toàn thể )?";
/** "Các sở", "lãnh đạo các phòng": the head of a list of offices, which goes on as one name. */
const SECTOR = new RegExp(`^${ANY}${SECTOR_WORDS}$`, "u");
const SECTOR_HEAD = new RegExp(`^(?:các |những )?${SECTOR_WORDS}${END}`, "u");
const PERSON = /^(?:các |những |mỗi )?(?:đồng chí )?(?:cán bộ|chuyên viên|công chức|viên chức|nhân viên)(?!\p{L})/u;
const QUALIFIED = new RegExp(`(?:^|[ (])${qualified}${END}`, "u");
const afterGuards = new Map(Object.entries(notPredicateAfter).map(([word, before]) => [word, new RegExp(`(?:^|[\\s(])${before} $`, "u")]));
const beforeGuards = new Map(Object.entries(notPredicateBefore).map(([word, after]) => [word, new RegExp(`^ ?${after}${END}`, "u")]));

/** After "được phân công" only these end the name: what was assigned belongs to it. */
const STRONG =
  /^(?:có trách nhiệm|phải|thường xuyên|chủ động|căn cứ|kịp thời|chịu trách nhiệm|khẩn trương|nghiêm túc|lập kế hoạch|xây dựng kế hoạch)(?!\p{L})/u;
const MAX_NAME = 420;

const stickyAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** Lower-case text with one tone placement, same length: what the lexicon is written in. */
export function lexical(text: string): string {
  const low = oneTone(text).toLowerCase();
  return low.length === text.length ? low : text.toLowerCase();
}

/** Length of the head of a body's name at this offset of a lexical text, 0 when none begins here. */
export function headAt(low: string, at: number, text: string = low): number {
  const length = stickyAt(HEAD, low, at);
  if (length > 0) {
    const word = low.slice(at, at + length);
    // "Tổ chức hội nghị", "Lãnh đạo, chỉ đạo", "Ban hành": verbs.
    if (word === "lãnh đạo" && /^[,\s]/u.test(low.slice(at + length)) && PREDICATE.test(low.slice(at + length).trim())) return 0;
    if (/^(?:cơ quan|đơn vị|địa phương|ngành|cấp|trường|viện|phòng|trạm)$/u.test(word) && /^(?: hóa| vị)/u.test(low.slice(at + length)))
      return 0;
    return length;
  }
  // "Báo Tân Giang": a newspaper has a proper name.
  if (/^báo \p{L}/u.test(low.slice(at, at + 6)) && /^Báo \p{Lu}/u.test(text.slice(at, at + 6)) && !low.startsWith("báo cáo", at)) return 3;
  return 0;
}

/** Length of a word that begins a predicate at this offset, 0 when none, or when it belongs to the name before it. */
export function predicateAt(low: string, at: number, text: string = low): number {
  const length = stickyAt(PREDICATE, low, at);
  if (length === 0) return 0;
  const word = low.slice(at, at + length);
  const before = low.slice(Math.max(0, at - 26), at);
  if (afterGuards.get(word)?.test(before) || beforeGuards.get(word)?.test(low.slice(at + length, at + length + 20))) return 0;
  // A capital inside a sentence opens a name ("Ban Tổ chức", "Ủy ban Kiểm tra"), unless it opens the sentence itself.
  if (at > 0 && /\p{Lu}/u.test(text[at] ?? "") && /[\p{L},&] ?$/u.test(before) && !/[:.;] ?$/u.test(before)) return 0;
  return length;
}

type Piece = { text: string; separator: string; fragment: boolean; place: boolean };

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
function nameEnd(low: string, text: string, at: number, limit: number, head: number): number {
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

/** Whether a piece goes on the name before it: as a fragment, by a shared suffix, or as one more office of a list. */
function continuesName(tail: string, low: string, piece: Piece, sector: boolean, named: boolean): boolean {
  if (piece.separator === ";" || piece.place) return false;
  if (PERSON.test(tail) && PERSON.test(low)) return true;
  if (/^(?:đồng chí|đ\/c) /u.test(tail) && /^(?:phó )?(?:chủ tịch|bí thư|trưởng|giám đốc|ủy viên)/u.test(low)) return true;
  if (SECTOR.test(tail) && SECTOR_HEAD.test(low) && !named) return true;
  if (piece.fragment) return !(QUALIFIED.test(tail) && SHARING_HEAD.test(low) && !SHARING.test(tail));
  return !sector && !/^(?:lãnh đạo|người đứng đầu|thủ trưởng) /u.test(low) && SHARING.test(tail) && SHARING_HEAD.test(low);
}

function groupNames(pieces: Piece[]): string[] {
  const names: string[] = [];
  let [tail, sector] = ["", false];
  for (const piece of pieces) {
    const { text, separator } = piece;
    const low = lexical(text);
    const last = names.length - 1;
    const named = /^(?:\p{L}+ )?\p{L}+ (?!Thành phố|Tỉnh|Trung ương|Đảng)\p{Lu}/u.test(text);
    if (last >= 0 && continuesName(tail, low, piece, sector, named)) names[last] += (separator === "," ? ", " : ` ${separator} `) + text;
    else {
      names.push(text);
      sector = SECTOR.test(low);
    }
    tail = low;
  }
  return names;
}

const PLACE_HEAD = /^(?:huyện|xã|phường|quận|tỉnh|thị|thành|đặc)/u;

/** Whether a proper place stands here as one more of a list ("xã Hòa Phú và Tân Lập chọn …"). */
function namesPlace(text: string, low: string, at: number): boolean {
  const length = stickyAt(NAMED_PLACE, text, at);
  if (length === 0) return false;
  const after = at + length;
  if (after >= text.length || /^(?:[,;.:]| và )/u.test(text.slice(after, after + 4))) return true;
  return text[after] === " " && predicateAt(low, after + 1, text) > 0;
}

/** The list of bodies that begins at `at`, or null. `text` is clean, `low` its lexical form. */
export function readBodies(text: string, low: string, at: number): Bodies | null {
  if (headAt(low, at, text) === 0) return null;
  const limit = Math.min(text.length, at + MAX_NAME);
  const pieces: Piece[] = [];
  let [k, separator, end] = [at, "", at];
  while (k < limit) {
    const head = headAt(low, k, text);
    const fragment = head === 0 ? stickyAt(FRAGMENT, low, k) : 0;
    const place = pieces.length > 0 && namesPlace(text, low, k) && (head === 0 || PLACE_HEAD.test(low.slice(k, k + 6)));
    if (head === 0 && fragment === 0 && !place) break;
    if (pieces.length > 0 && head === 0 && fragment > 0 && predicateAt(low, k, text) > 0 && !SECTOR.test(low.slice(k, k + fragment))) break;
    const stop = nameEnd(low, text, k, limit, head);
    if (stop <= k) break;
    pieces.push({ text: text.slice(k, stop), separator, fragment: head === 0 && !place, place });
    end = stop;
    const joint = /^(?:\s*([,;])\s*|\s+(và|hoặc|cùng với|cùng(?! cấp))\s+)(?:(?:và|cùng) )?/u.exec(low.slice(stop, stop + 14));
    if (joint === null) break;
    separator = joint[1] ?? joint[2] ?? ",";
    k = stop + joint[0].length;
  }
  return pieces.length === 0 ? null : { names: groupNames(pieces), start: at, end };
}

/** Whether a stretch is nothing but a list of bodies ("1. Sở Y tế", "2. Ban Thường trực … các huyện, thành phố:"). */
export function wholeBodies(text: string): Bodies | null {
  const trimmed = text.replace(/[\s:.]+$/u, "");
  const opening = /^(?:Giao|Đề nghị|Trách nhiệm của|Đối với|Yêu cầu|Kính đề nghị)\s+/iu.exec(trimmed)?.[0].length ?? 0;
  const at = opening + (/^\d+\.\s/.exec(trimmed.slice(opening))?.[0].length ?? 0);
  const bodies = readBodies(trimmed, lexical(trimmed), at);
  if (bodies === null) return null;
  const rest = trimmed.slice(bodies.end).trim();
  if (rest === "" || /^\([^()]*\)$/u.test(rest)) return bodies;
  // "Sở Văn hóa …, và hệ thống truyền thanh cơ sở:": a colon ends a list whose last member is no known kind.
  const last = /^(?:,|và)\s+(\p{L}.*)$/u.exec(rest)?.[1];
  const words = last && text.trimEnd().endsWith(":") && last.length < 60 && !/[,.;]/u.test(last) ? last : null;
  return words ? { ...bodies, names: [...bodies.names, words], end: trimmed.length } : null;
}
