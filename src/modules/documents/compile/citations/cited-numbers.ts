/** Documents cited by number: the number, the word printed before it, the date and the issuer printed round it. */
import { calendarDate } from "../../../../kernel/time/index.ts";
import { fold, matchesOf, squeeze } from "../../../../kernel/text.ts";
import { lexical, readBodies } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import {
  documentTypePattern,
  documentTypes,
  normaliseNumber,
  numberPattern,
  symbolTypes,
  typeOfSymbol,
} from "../lexicon/document-types.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";

export type Mention = Stretch & {
  paragraph: Paragraph;
  /** As printed; null when no word stands before the number. */
  type: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  /** Title of a law, with or without a number. */
  title: string | null;
  /** "Chỉ thị số 05": only the running number; says nothing unless the whole number stands elsewhere. */
  short: boolean;
};

const SO = String.raw`(?:s[ốổôó]|Số)\s*:?\s*`;
const ABBREVIATED = Object.keys(symbolTypes).join("|");
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\d/.-])(?:(${documentTypePattern})\s*:?\s*|(?:${ABBREVIATED})\s+)?(${SO})?(${numberPattern})(?![\p{Ll}])`,
  "giu",
);
const SHORT = new RegExp(String.raw`(?<![\p{L}])(${documentTypePattern})\s+(?:${SO})?(\d{1,4})(?![\d/%–-]|[.,]\d)(?=[\s;:.,)"”]|$)`, "giu");
const TYPE = new RegExp(String.raw`(?<!\p{L})(?:${documentTypePattern})(?!\p{L})`, "giu");
const DAY =
  /^[\s,(]*(?:(?:ban hành|ký|ra)\s+)?(?:ngày|ngay)\s*(\d{1,2})\s*(?:tháng\s*(\d{1,2})\s*năm\s*(\d{4})|[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}))\)?/iu;
const ISSUER = /^[\s,]*(?:\([^)]{0,30}\)\s*)?(?:của|do)\s+/u;
const BARE_ISSUER = /^\s+(?=(?:Bộ|Ban|Ủy|Uỷ|UBND|HĐND|Hội|Thủ tướng|Chính phủ|Quốc hội|Tỉnh|Huyện|Thành|Đảng)[\s\p{Ll}])/u;
const ISSUER_END =
  /[“”";:.(),]|\s(?:về|Về|ban hành|quy định|phê duyệt|hướng dẫn|V\/v|v\/v|kết luận|Kết luận|Quy định|công bố|thực hiện|triển khai|sửa đổi|để|gắn|tại|giữa|trong|đã|được|là|và|cụ thể|thì|nhằm|theo|kèm|đối với|Kế hoạch|đến|từ|vào|ngày|nghị định|thông tư|cho|xây dựng|tổ chức)(?=\s|$)/u;
const JOINT = /(?:liên tịch|phối hợp)/iu;
const JOINT_SYMBOL = /(?:LT|PH|LN)(?![A-ZĐ])/u;
const STARTS_DOCUMENT = new RegExp(`^(?:các )?(?:${documentTypePattern})(?!\\p{L})`, "iu");
const FORM = /(?:mẫu|biểu|phụ lục|biên bản)(?:\s+số)?\s*$/iu;
const LIST_GAP = /^[\s,]*(?:và|hoặc|cùng|;|,)?(?:\s*(?:các|những))?\s*$/u;

/** Asks whether a stretch overlaps one of `stretches`; both must come in ascending order. */
export function coverage(stretches: readonly Stretch[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while ((stretches[next]?.end ?? Infinity) <= start) next++;
    const { start: from = Infinity } = stretches[next] ?? {};
    return from < end;
  };
}

const canonical = (printed: string): string => documentTypes.find((type) => fold(type) === fold(printed)) ?? squeeze(printed);

/** What follows the type in a symbol: "TW" of "217-QĐ/TW", "UBND" of "10/2024/QĐ-UBND": who numbers documents so. */
const organOf = (number: string): string =>
  number
    .split(/[-/]/u)
    .slice(1)
    .filter((group) => !/^\d{4}$/.test(group))
    .slice(1)
    .join("-");

export function dateAt(text: string, at: number): { date: string | null; end: number } | null {
  const day = DAY.exec(text.slice(at, at + 70));
  if (day === null) return null;
  return { date: calendarDate(Number(day[3] ?? day[5]), Number(day[2] ?? day[4]), Number(day[1])), end: at + day[0].length };
}

/** "của Bộ Chính trị (khóa XI)", "của Ban Tuyên giáo và Dân vận Tỉnh ủy": the body that issued what stands before `at`. */
function issuerAt(text: string, at: number, joint: boolean): { issuer: string; end: number } | null {
  const window = text.slice(at, at + 320);
  const bare = BARE_ISSUER.exec(window);
  const of = ISSUER.exec(window) ?? bare;
  if (of === null) return null;
  const rest = window.slice(of[0].length);
  const stop = rest.slice(0, 140).search(ISSUER_END);
  let name = stop < 0 ? rest.slice(0, 140) : rest.slice(0, stop);
  // A list of bodies or a name with "và" inside is read as the lexicon of bodies reads it.
  const bodies = readBodies(rest, lexical(rest), 0);
  if (bodies !== null) {
    const whole = joint ? rest.slice(0, bodies.end) : (bodies.names[0] ?? "");
    const more = whole.slice(name.length);
    if (whole.length > name.length && whole.startsWith(name) && /^(?:,| và)/u.test(more) && (joint || / và /u.test(more))) {
      const tail = whole.slice(whole.lastIndexOf(" và ") + 4);
      const end = tail.search(ISSUER_END);
      // "… của Ủy ban Thường vụ Quốc hội và Pháp lệnh …": the next document, not a second issuer.
      if (!STARTS_DOCUMENT.test(tail)) name = end < 0 ? whole : whole.slice(0, whole.length - tail.length + end);
    }
  }
  const after = rest.slice(name.length);
  if (bare !== null && !/^\s*(?:về|v\/v|;|\.|$)/iu.test(after)) return null;
  const term = /^\s*,?\s*(?:\(khóa [^)]{1,20}\)|khóa [IVX]+)/u.exec(after)?.[0];
  if (term && /\p{Lu}/u.test(name)) name += term;
  if (!/^(?:\p{Lu}|các |liên )/u.test(name)) return null;
  return { issuer: squeeze(name), end: at + of[0].length + name.length };
}

/** Type words before a number that has none of its own: "Luật Bầu cử … số 85/2015/QH13", "Kế hoạch của Tỉnh ủy số 12-KH/TU". */
function typeBefore(text: string, start: number, number: string): { type: string; at: number } | null {
  const from = Math.max(0, start - 160);
  const before = text.slice(from, start);
  const types = matchesOf(before, TYPE).filter((match) => !/[;.]/.test(before.slice(match.index)) && /^\p{Lu}/u.test(match[0]));
  const meant = typeOfSymbol(number);
  const last =
    types.findLast((match) => /luật|pháp lệnh/iu.test(match[0]) && (meant === null || meant === "Pháp lệnh")) ??
    types.findLast((match) => canonical(match[0]) === meant) ??
    types.at(-1);
  return last ? { type: canonical(last[0]), at: from + last.index } : null;
}

/** What one phrase says once belongs to the documents of one issuer in it: "217-QĐ/TW và Quyết định số 218-QĐ/TW ngày … của …". */
function share(text: string, mentions: Mention[], typed: readonly boolean[]): void {
  for (let k = mentions.length - 2; k >= 0; k--) {
    const [mention, next] = [mentions[k], mentions[k + 1]];
    if (!mention?.number || !next?.number || mention.issuer !== null) continue;
    const gap = text.slice(mention.end, next.start);
    if (!LIST_GAP.test(gap) || (gap.includes(";") && typed[k + 1]) || organOf(mention.number) !== organOf(next.number)) continue;
    mention.date ??= next.date;
    mention.issuer = next.issuer;
  }
}

/** Type, date and issuer of the documents numbered in one paragraph. */
export function numberedIn(paragraph: Paragraph): Mention[] {
  const { text } = paragraph;
  const mentions: Mention[] = [];
  const typed: boolean[] = [];
  for (const found of matchesOf(text, NUMBERED)) {
    const [all, word, so, printed = ""] = found;
    const number = normaliseNumber(printed);
    if (!/\d/.test(number) || !/[A-ZĐƯ]/u.test(number.replace(/^\d+[-/]?(?:\d{4}\/)?/, ""))) continue;
    let [type, start, end, title] = [word ? canonical(word) : null, found.index, found.index + all.length, null as string | null];
    const own = type !== null;
    if (type === null) {
      const last = mentions.at(-1);
      const inList = last !== undefined && LIST_GAP.test(text.slice(last.end, start));
      const before = so ? typeBefore(text, start, number) : null;
      if (FORM.test(text.slice(Math.max(0, start - 20), start))) continue;
      if (inList && (before === null || before.at < last.start)) type = last.type;
      else if (before !== null) {
        type = before.type;
        if (/luật|pháp lệnh/iu.test(type)) {
          title = squeeze(text.slice(before.at, start).replace(/[\s(,]+$/u, ""));
          start = before.at;
        }
      } else type = typeOfSymbol(number);
      if (type === null && !so) continue;
    }
    const joint = JOINT.test(type ?? "") || JOINT_SYMBOL.test(number);
    let [date, issuer] = [null as string | null, null as string | null];
    // Date and issuer follow in either order.
    for (let turn = 0; turn < 2; turn++) {
      const day = date === null ? dateAt(text, end) : null;
      if (day) [date, end] = [day.date, day.end];
      const of = issuer === null ? issuerAt(text, end, joint) : null;
      if (of) [issuer, end] = [of.issuer, of.end];
    }
    typed.push(own);
    mentions.push({ paragraph, start, end, type, number, date, issuer, title, short: false });
  }
  share(text, mentions, typed);
  return mentions;
}

/** "Chỉ thị số 05", "Nghị quyết 18": a running number without its symbol. */
export function shortIn(paragraph: Paragraph, numbered: readonly Mention[]): Mention[] {
  const { text } = paragraph;
  const covered = coverage(numbered);
  return matchesOf(text, SHORT).flatMap((found) => {
    const start = found.index;
    const end = start + found[0].length;
    if (covered(start, end)) return [];
    const day = dateAt(text, end);
    const date = day?.date ?? null;
    return [
      { paragraph, start, end, type: canonical(found[1] ?? ""), number: found[2] ?? "", date, issuer: null, title: null, short: true },
    ];
  });
}
