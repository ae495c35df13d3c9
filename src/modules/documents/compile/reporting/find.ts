/** Clauses that carry something upwards: the verb, what is carried, who receives it and who hands it on. */
import { matchesOf, squeeze } from "../../../../kernel/text.ts";
import { headAt, predicateAt, readBodies } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { clip } from "../paragraphs/clip.ts";
import { readLead } from "../subjects/index.ts";
import type { Unit } from "../tasks/index.ts";
import { signalsOf } from "../mentions/timing.ts";
import type { Receiver, Receivers } from "./receivers.ts";
import { receiversAt } from "./receivers.ts";

/** Verbs that carry something upwards. The noun ("báo cáo viên", "các báo cáo") is told apart by what stands beside it. */
const VERBS =
  /(?<!\p{L})(?:báo cáo(?! viên)|báo(?= (?:kết quả|ngay|về|lên|tin)(?!\p{L}))|gửi|nộp|đăng ký|phản ánh|trình báo|trình|cung cấp (?:thông tin|số liệu|danh sách)|thông tin(?= (?:ngay |kịp thời |kết quả )?(?:về|cho|lên)(?!\p{L})))(?!\p{L})/gu;
const TOWARDS = /(?<!\p{L}|đối )(?:về|với|cho|lên|tới|đến)\s+/gu;
/** What may stand between the verb and the receiver: "báo cáo ngay UBND phường". */
const MANNER =
  /^(?:\s(?:ngay|nhanh|kịp thời|đột xuất|trực tiếp|miệng|bằng (?:văn bản|điện thoại|tin nhắn)|định kỳ|thường xuyên|cho|với|lên|về|đến|tới))*\s/u;
/** A letter to those below is no report: "gửi UBND các xã, phường". */
const BELOW =
  /(?:^|\s)(?:các (?:xã|phường|huyện|thôn|bản|ấp|tổ dân phố|cơ quan|đơn vị|địa phương|chi bộ|chi hội)|từng hộ|hộ dân|người dân|nhân dân)(?!\p{L})/iu;
/** A day that follows the receiver is when, not what. */
export const WHEN = /^(?:trước|sau|chậm nhất|xong|hoàn thành|trong|vào|hết|đến|từ|ngày|định kỳ|hằng|hàng|theo định kỳ)(?!\p{L}).*$/u;

/** What is sent, in a few words: between the verb and the receiver. */
const whatOf = (text: string): string => clip(squeeze(text).replace(/\s(?:về|với|cho|lên|gửi)$/u, ""), 120);

export type Found = {
  /** What the clause says of this report: where it stands, up to another deed. */
  stretch: Stretch;
  start: number;
  end: number;
  to: Receiver[];
  what: string;
  who: string[];
  /** By the one who received it first. */ onwards: boolean;
};

/** Whether the word is a noun here, or part of a list of what is received ("kiến nghị, phản ánh của cử tri"). */
function isNoun(verb: string, before: string, after: string, direct: boolean): boolean {
  if (/\((?:để )?$/u.test(before) || after.startsWith(")")) return true;
  if (verb === "phản ánh")
    return /(?:kiến nghị,? |ý kiến,? |tố cáo, |đơn thư, )$/u.test(before) || /^,? (?:kiến nghị|liên quan|của|và kiến)/u.test(after);
  if (verb === "trình") return /(?:quy|quá|chương|công|hành|lộ|giáo|tiến|giải) $/u.test(before);
  if (verb === "thông tin") return /(?:công nghệ|các|những|nắm|hệ thống|cổng) $/u.test(before);
  if (/(?:các|những|mẫu|chế độ|hồ sơ|dự thảo|nghe|bản|sơ bộ|xây dựng|lập) $/u.test(before)) return !direct;
  return /(?:kết quả|nội dung|tình hình) $/u.test(before) && !direct;
}

/** "… để Hội Phụ nữ xã tổng hợp, báo cáo Đảng ủy": the one for whom it is gathered is the receiver. */
function gatheredBy(unit: Unit, from: number, end: number): Receivers | null {
  const purpose = / để (?=\S)/u.exec(unit.low.slice(from, end));
  if (purpose === null) return null;
  const receivers = receiversAt(unit, from + purpose.index + purpose[0].length, end);
  return receivers &&
    /^\s(?:tổng hợp|theo dõi|xem xét|báo cáo|chỉ đạo|nắm|có cơ sở|điều chỉnh|giải quyết|xử lý)/u.test(
      unit.low.slice(receivers.end, receivers.end + 14),
    )
    ? receivers
    : null;
}

type Read = { receivers: Receivers; what: string; direct: boolean };

function receiverOf(unit: Unit, verb: string, after: number, end: number): Read | null {
  const { low, paragraph } = unit;
  const words = MANNER.exec(low.slice(after, after + 60))?.[0] ?? "";
  const manner = words.length;
  const level = /(?:về|lên|cho|đến|tới)\s$/u.test(words);
  const direct =
    /^(?:báo cáo|báo|gửi|nộp|trình|thông tin)$/u.test(verb) && manner > 0 ? receiversAt(unit, after + manner, end, level) : null;
  if (direct) return { receivers: direct, what: "", direct: true };
  if (verb === "trình") return null;
  const limit = Math.min(end, after + 500);
  for (const towards of matchesOf(low.slice(after, limit), TOWARDS)) {
    if (verb === "đăng ký" && towards[0].startsWith("cho")) continue;
    const upward = /^(?:về|lên)/u.test(towards[0]);
    const receivers = receiversAt(unit, after + towards.index + towards[0].length, end, upward);
    if (receivers) return { receivers, what: whatOf(paragraph.text.slice(after, after + towards.index)), direct: false };
  }
  if (verb === "phản ánh" || verb === "đăng ký" || verb === "thông tin") return null;
  const gathering = gatheredBy(unit, after, limit);
  if (gathering) return { receivers: gathering, what: whatOf(paragraph.text.slice(after, gathering.end)), direct: false };
  const asked = / theo yêu cầu của (?=\S)/u.exec(low.slice(after, limit));
  const receivers = asked && receiversAt(unit, after + asked.index + asked[0].length, end);
  return receivers ? { receivers, what: whatOf(paragraph.text.slice(after, after + (asked?.index ?? 0))), direct: false } : null;
}

/** "tham mưu báo cáo của Ban Thường trực gửi Tỉnh ủy": whose report it is. */
function ownerOf({ paragraph, low }: Unit, clause: Stretch, at: number): string[] | null {
  const before = low.slice(clause.start, at);
  const of = /(?:^|\s)báo cáo(?: [^,;]{2,40})? của (?=\S)/u.exec(before);
  if (of === null) return null;
  const from = clause.start + of.index + of[0].length;
  const bodies = headAt(low, from, paragraph.text) > 0 ? readBodies(paragraph.text.slice(0, at), low.slice(0, at), from) : null;
  return bodies && low.slice(bodies.end, at).trim() === "" ? bodies.names.map(squeeze) : null;
}

/** Length of the printed list of receivers. */
const printedFrom = ({ list, end }: Receivers, text: string): number => Math.max(0, text.lastIndexOf(list[0]?.name ?? "", end));

const TIMED =
  /^\s*(?:\([^)]*\)\s*)?(?:,? ?(?:trước|sau|chậm nhất|vào|trong|định kỳ|ngày|hằng|hàng|xong)(?!\p{L})(?:(?! (?:để|và) )[^,;]){2,60})?(?: ?,)? (?:để |và |rồi )?(?:để |tổng hợp|theo dõi)/u;

/** "về Sở Nội vụ (trước 20/3) để tổng hợp, báo cáo Chủ tịch": whether those who received it pass it on. */
function passesOn(low: string, receivers: Receivers, end: number, text: string): boolean {
  const { end: at } = receivers;
  if (TIMED.test(low.slice(at, end))) return true;
  return low.slice(0, printedFrom(receivers, text)).endsWith(" để ") && /^\s(?:tổng hợp|báo cáo)/u.test(low.slice(at, at + 10));
}

const LINKS =
  /^(?:trước|sau|chậm|vào|trong|để|qua|thông qua|theo|kèm|riêng|báo cáo|gửi|trình|tổng hợp|đồng gửi|định kỳ|hằng|hàng|khi|nếu|xong|hoàn thành|chỉ đạo|xem xét|cho ý kiến|giải quyết|xử lý|quyết định|theo dõi|nắm)(?!\p{L})/u;

/** Where another deed begins after the receiver ("báo cáo cấp ủy, tổ chức đợt cao điểm từ ngày …"): its time is its own. */
function untilOtherDeed({ low, paragraph }: Unit, at: number, end: number): number {
  const comma = /^[^,;]{0,60}, (?=\S)/u.exec(low.slice(at, end));
  if (comma === null) return end;
  const next = at + comma[0].length;
  return !LINKS.test(low.slice(next, next + 20)) && predicateAt(low, next, paragraph.text) > 0 ? next : end;
}

/** Reports of a clause; `lead`: who is responsible for it. */
export function reportsIn(unit: Unit, clause: Stretch, lead: string[]): Found[] {
  const { paragraph, low } = unit;
  const { text } = paragraph;
  const found: Found[] = [];
  let [who, onwards] = [readLead(text, low, clause, unit.times)?.names ?? lead, false];
  let past = clause.start;
  for (const match of matchesOf(low.slice(clause.start, clause.end), VERBS)) {
    const [verb] = match;
    const at = clause.start + match.index;
    if (at < past || (verb === "đăng ký" && found.length > 0)) continue;
    // "trình" reports only what was gathered before, or a report that is named.
    if (verb === "trình" && !onwards && !/báo cáo [^;]{0,40}$/u.test(low.slice(clause.start, at))) continue;
    const after = at + verb.length;
    const read = receiverOf(unit, verb, after, clause.end);
    if (read === null) continue;
    if (isNoun(verb, low.slice(Math.max(clause.start, at - 26), at), low.slice(after, after + 14), read.direct)) continue;
    const { receivers } = read;
    if (/^(?:gửi|thông tin)$/u.test(verb) && receivers.list.every(({ name }) => BELOW.test(name))) continue;
    const rest = text.slice(receivers.end, clause.end);
    const what = read.what || whatOf(rest.replace(/^\s*\([^)]*\)/u, "").replace(/[,;.].*$/su, "")).replace(WHEN, "");
    // One duty for each who has to hear of it; what is laid open to several at once stays together.
    const together = verb.startsWith("cung cấp");
    const to = together ? [{ name: text.slice(printedFrom(receivers, text), receivers.end), via: null }] : receivers.list;
    const owner = ownerOf(unit, clause, at);
    const stretch = { start: clause.start, end: untilOtherDeed(unit, receivers.end, clause.end) };
    found.push({ stretch, start: at, end: receivers.end, to, what, who: owner ?? who, onwards });
    past = receivers.end;
    // "về Sở Nội vụ để tổng hợp, báo cáo Chủ tịch …": the first receiver passes it on.
    if (passesOn(low, receivers, clause.end, text)) [who, onwards] = [receivers.list.map(({ name }) => name), true];
  }
  return found;
}

/** "; báo cáo cả năm trước ngày 30/11": the receiver of the clause before, another time. */
export function reportsAgain(unit: Unit, clause: Stretch, before: Found | null): Found[] {
  const verb = /^(?:và |riêng )?báo cáo(?! viên)/u.exec(unit.low.slice(clause.start, clause.end));
  if (before === null || verb === null || signalsOf(unit.paragraph.text, unit.times, clause).length === 0) return [];
  const what = whatOf(unit.paragraph.text.slice(clause.start + verb[0].length, clause.end)).replace(WHEN, "");
  return [{ ...before, stretch: clause, start: clause.start, end: clause.end, what }];
}
