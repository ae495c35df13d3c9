/**
 * Every place where the text names a document by its number. The compiled plan has one entry per document; whether the
 * places agree among each other is asked here, so each is read by itself.
 */
import { fold, nfc, squeeze } from "../../../kernel/text.ts";
import { calendarDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { documentTypePattern, documentTypes, normaliseNumber, numberPattern } from "../compile/lexicon/document-types.ts";
import { numberKey } from "../domain/number.ts";
import type { Block, Sheet } from "./sheet.ts";

export type Mention = Block & {
  type: string | null;
  number: string;
  /** Comparable form of the number. */
  key: string;
  /** As printed: "ngày 31/6/2021"; null where none stands. */
  datePrinted: string | null;
  date: CalendarDate | null;
  issuer: string | null;
  title: string | null;
};

const MENTION = new RegExp(
  String.raw`(?<![\p{L}\d/.-])(?:(${documentTypePattern})\s*:?\s*)?(số\s*:?\s*)?(${numberPattern})(?![\p{Ll}\d])`,
  "giu",
);
const DAY = /^[\s,;]*(?:ban hành\s+|ký\s+)?(?:ngày|ngay)\s+\d{1,2}\s*(?:tháng\s*\d{1,2}\s*năm\s*\d{4}|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})/iu;
const ISSUER = /^[\s,]*(?:\([^)]{0,30}\)\s*)?của\s+(?=\p{Lu}|các |liên )/u;
const ISSUER_END =
  /[“”";:.(),[\]]|\s(?:về|Về|ban hành|quy định|phê duyệt|hướng dẫn|V\/v|v\/v|kết luận|công bố|thực hiện|triển khai|sửa đổi|để|gắn|tại|giữa|trong|đã|được|là|và|cụ thể|thì|nhằm|theo|kèm|đối với|đến|từ|vào|cho|Kế hoạch|Quy định|Kết luận)(?=\s|$)/u;
const TITLE =
  /^[\s,]*(?:\((?:khóa|khoá)[^)]{1,20}\)|(?:khóa|khoá)\s+[IVX]+)?[\s,:]*[“"]?(?:về|Về|V\/v|v\/v)(?:\s+việc)?\s+[“"]?([^“”";.()\n]{12,200})/u;

function dateIn(printed: string): CalendarDate | null {
  const [day = 0, month = 0, year = 0] = (printed.match(/\d+/gu) ?? []).map(Number);
  return calendarDate(year, month, day);
}

export function readMentions(sheet: Sheet, own: string | null): Mention[] {
  const { flow } = sheet;
  const ownKey = numberKey(own);
  const found: Mention[] = [];
  for (const match of flow.matchAll(MENTION)) {
    const [all, word, so, printed = ""] = match;
    const number = normaliseNumber(nfc(printed));
    const key = numberKey(number);
    if (key === null || key === ownKey || !/\d/.test(number) || !/[A-ZĐƯ]/u.test(number) || (!word && !so)) continue;
    let end = match.index + all.length;
    const day = DAY.exec(flow.slice(end, end + 60))?.[0] ?? null;
    if (day !== null) end += day.length;
    const dayEnd = end;
    const of = ISSUER.exec(flow.slice(end, end + 50));
    let issuer: string | null = null;
    if (of) {
      const rest = flow.slice(end + of[0].length, end + of[0].length + 140);
      const stop = rest.search(ISSUER_END);
      issuer = squeeze(stop < 0 ? rest : rest.slice(0, stop));
      end += of[0].length + (stop < 0 ? rest.length : stop);
    }
    const title = TITLE.exec(flow.slice(end, end + 260))?.[1];
    found.push({
      start: match.index,
      end: dayEnd,
      type: word ? (documentTypes.find((type) => fold(type) === fold(word)) ?? squeeze(word)) : null,
      number,
      key,
      datePrinted: day === null ? null : squeeze(day.replace(/^[\s,;]+/u, "")),
      date: day === null ? null : dateIn(day),
      issuer: issuer === "" ? null : issuer,
      title: title ? squeeze(title) : null,
    });
  }
  return joined(found);
}

/** "102/2025/NQLT" is short for "102/2025/NQLT/UBTVQH15-CP": the short form takes the key of the long one. */
function joined(mentions: readonly Mention[]): Mention[] {
  const byHead = new Map<string, Set<string>>();
  for (const { key } of mentions) {
    const head = /^\d+\/\d{4}/u.exec(key)?.[0];
    if (head) byHead.set(head, (byHead.get(head) ?? new Set()).add(key));
  }
  return mentions.map((mention) => {
    const keys = byHead.get(/^\d+\/\d{4}/u.exec(mention.key)?.[0] ?? "");
    const long =
      keys &&
      [...keys].find(
        (key) => key.length > mention.key.length && key.startsWith(mention.key) && /[/-]/u.test(key[mention.key.length] ?? ""),
      );
    return long ? { ...mention, key: long } : mention;
  });
}
