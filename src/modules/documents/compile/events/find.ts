/** Event words of a clause: what is ordered, not what is named in passing. */
import { matchesOf } from "../../../../kernel/text.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import type { EventPattern } from "../lexicon/events.ts";
import { eventPatterns, kindOfNoun, listedOccasion } from "../lexicon/events.ts";

export type FoundEvent = Stretch & { kind: string; family: EventPattern["family"] | null };

/** What dates a clause besides its own words. */
export type Timing = { recurring: boolean; scheduled: boolean; timed: boolean };

/** "để tổ chức hội nghị", "tình hình tổ chức …": the occasion is not what this clause orders. */
const ASIDE =
  /(?:để|việc|khi|sau|nơi|điểm|thể|trước|kinh phí|trong|được|nếu|tham gia|hướng dẫn các điểm|các bước|tình hình|kết quả|quá trình|thời gian|địa điểm|trình tự|cách thức|thành phần|nội dung|phương án|biên bản|số cuộc|không|hạn chế)(?: tham mưu| phối hợp)? $/u;
/** A list of verbs of which this is one more ("quán triệt, triển khai, kiểm tra, giám sát, sơ kết, tổng kết các…") holds no event. */
const ENUMERATED = /(?:kiểm tra, giám sát, |triển khai, (?:thực hiện, )?|đánh giá, |(?:dịp|khi|sau|báo cáo|vào) )$/u;
const DESCRIBED = /^kiểm tra việc /u;
const DAY_OF_FESTIVAL = /(?:^|(?:tổ chức|hiệu quả|chất lượng|duy trì|triển khai)[^.;,]{0,30})["“]?$/u;

function holds({ when }: EventPattern, { recurring, scheduled, timed }: Timing): boolean {
  if (when === undefined) return true;
  return when === "recurring" ? recurring : when === "schedule" ? scheduled : timed;
}

/** Whether two events are one: the same words, or words of one breath that name one occasion. */
function sameOccasion(low: string, one: FoundEvent, other: FoundEvent): boolean {
  if (one.start < other.end && one.end > other.start) return true;
  if (one.family === null || one.family !== other.family || Math.abs(other.end - one.end) >= 45) return false;
  if (one.family === "review-one" || one.family === "check") return false;
  const between = low.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  return one.family !== "occasion" || !/[,;]|\s(?:và|hoặc)\s/u.test(between);
}

/** Whether the words at [start, end) are an occasion that the clause orders. */
function ordered(source: string, low: string, clause: Stretch, { start, end, family, kind }: FoundEvent, lower: boolean): boolean {
  if (/\p{L}/u.test(low[start - 1] ?? " ") || /\p{L}/u.test(low[end] ?? " ")) return false;
  if (lower && /\s\p{Lu}\p{L}*$/u.test(source.slice(start, end))) return false;
  const before = (length: number): string => low.slice(Math.max(clause.start, start - length), start);
  if (kind === "ngày hội" && (!/^["“]?Ngày/u.test(source.slice(start, end)) || !DAY_OF_FESTIVAL.test(low.slice(clause.start, start))))
    return false;
  if (ENUMERATED.test(before(30))) return false;
  // "Kiểm tra việc hiệp thương … Cụ thể:": points to be looked into, described under it.
  if (kind === "kiểm tra" && DESCRIBED.test(low.slice(start, clause.end)) && /:\s*$/u.test(low)) return false;
  if (kind === "tháng cao điểm" && /(?:trong|kết thúc|sau|trước|của) $/u.test(before(12))) return false;
  const meets = family === "occasion" || family === "contact";
  return !(meets && /^(?:tổ chức|chuẩn bị|mở|chủ trì|triệu tập)/u.test(low.slice(start, end)) && ASIDE.test(before(30)));
}

/** Events of a clause in order; `openings`: where the clause and its predicate begin. */
export function findEvents(source: string, low: string, clause: Stretch, openings: readonly number[], timing: Timing): FoundEvent[] {
  const text = low.slice(clause.start, clause.end);
  const found: FoundEvent[] = [];
  const take = (event: FoundEvent): void => {
    if (!found.some((other) => sameOccasion(low, event, other))) found.push(event);
  };
  for (const { kind, find, family = null, opens, lower, ...pattern } of eventPatterns) {
    if (!holds({ kind, find, ...pattern }, timing)) continue;
    const matches = opens
      ? openings.flatMap((at) => {
          find.lastIndex = at;
          const match = find.exec(low);
          return match && at + match[0].length <= clause.end ? [{ at, words: match[0] }] : [];
        })
      : matchesOf(text, find).map((match) => ({ at: clause.start + match.index, words: match[0] }));
    for (const { at, words } of matches) {
      const event = { start: at, end: at + words.trimEnd().replace(/,$/u, "").length, kind, family };
      if (ordered(source, low, clause, event, lower ?? false)) take(event);
    }
  }
  const heads = found.filter(({ family }) => family === "occasion" || family === "contact");
  for (const head of heads) for (const more of listed(low, clause, head)) take(more);
  return found.sort((a, b) => a.start - b.start);
}

/** "…, hội thảo, các lớp tập huấn": the occasions that a list goes on with. */
function listed(low: string, clause: Stretch, first: FoundEvent): FoundEvent[] {
  const events: FoundEvent[] = [];
  for (let at = first.end; at < clause.end;) {
    listedOccasion.lastIndex = at;
    const match = listedOccasion.exec(low);
    const noun = match?.groups?.kind;
    if (!match || noun === undefined) break;
    const end = at + match[0].length;
    if (end > clause.end) break;
    events.push({ start: end - noun.length, end, kind: kindOfNoun[noun] ?? (/^t[ọo]/u.test(noun) ? "tọa đàm" : noun), family: "occasion" });
    at = end;
  }
  return events;
}
