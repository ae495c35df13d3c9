/** Who reports, sends or registers what to whom: "báo cáo … về X (qua Y)", "gửi danh sách … về X trước ngày D". */
import { squeeze } from "../../../../kernel/text.ts";
import { headAt, lexical, readBodies } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { clip } from "../paragraphs/clip.ts";
import type { Node } from "../outline/document.ts";
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Due, Reporting } from "../plan.ts";
import type { Group, Unit } from "../tasks/index.ts";
import { headingDue, soloUnit } from "../tasks/index.ts";
import { dueOf, noDue, signalsOf } from "../mentions/timing.ts";

/** Verbs that carry something upwards. The noun ("báo cáo viên", "các báo cáo") is told apart by what stands beside it. */
const VERBS = /(?<!\p{L})(?:báo cáo(?! viên)|gửi|nộp|đăng ký|phản ánh|trình báo|cung cấp (?:thông tin|số liệu|danh sách))(?!\p{L})/gu;
const TOWARDS = /(?<!\p{L}|đối )(?:về|với|cho|lên|tới|đến)\s+/gu;
/** What may stand between the verb and the receiver: "báo cáo ngay UBND phường". */
const MANNER = /^(?:\s(?:ngay|nhanh|kịp thời|đột xuất|trực tiếp|bằng văn bản|định kỳ|thường xuyên|cho|với|lên|về))*\s/u;
const RECEIVES =
  /^(?:cấp (?:ủy|trên)|ủy ban|ubnd|ub|mttq|mặt trận|ban |sở |phòng |tỉnh ủy|thành ủy|huyện ủy|đảng ủy|quận ủy|thường trực|chủ tịch|phó chủ tịch|văn phòng|hội |đoàn |liên đoàn|hđnd|hội đồng|trung tâm|công an|bộ |thủ tướng|chính phủ|cơ quan|bí thư|các ban|btt|trung ương|trưởng|giám đốc|lãnh đạo|tổ |cục |chi cục|viện |đài |khối|liên minh|tỉnh đoàn|thành đoàn|huyện đoàn|tổng cục|chánh)/u;
/** A letter to those below is no report: "gửi UBND các xã, phường". */
const BELOW = /(?:^|\s)các (?:xã|phường|huyện|thôn|bản|ấp|tổ dân phố|cơ quan|đơn vị|địa phương|chi bộ|chi hội)(?!\p{L})/iu;

/** "Đảng ủy và Ủy ban MTTQ xã" are two who hear of it; "HĐND và UBND xã", "MTTQ và các đoàn thể" share what follows. */
function apart(name: string): string[] {
  const [first = "", second, ...more] = name.split(/ và (?=\p{Lu})/u);
  const whole =
    second === undefined || more.length > 0 || !/ /.test(first) || !RECEIVES.test(lexical(first)) || !RECEIVES.test(lexical(second));
  return whole ? [name] : [first, second];
}

type Receiver = { names: string[]; end: number };

function receiverAt({ paragraph, low }: Unit, at: number, end: number): Receiver | null {
  if (headAt(low, at, paragraph.text) === 0 || !RECEIVES.test(low.slice(at, at + 20))) return null;
  const bodies = readBodies(paragraph.text.slice(0, end), low.slice(0, end), at);
  if (bodies === null) return null;
  return { names: bodies.names.flatMap((name) => apart(squeeze(name).replace(/\s*\((?:thông )?qua.*$/u, ""))), end: bodies.end };
}

/** "(qua Ban Phong trào)", "thông qua Văn phòng": whose hands it goes through. */
function viaAfter(unit: Unit, at: number, end: number): string | null {
  const rest = unit.paragraph.text.slice(at, end);
  const bracket = /^\s*\((?:thông )?qua ([^()]{2,120})/iu.exec(rest)?.[1];
  if (bracket) return squeeze(bracket);
  const open = /^,?\s+(?:thông )?qua\s+/iu.exec(rest);
  return open ? (receiverAt(unit, at + open[0].length, end)?.names.join(", ") ?? null) : null;
}

/** A day that follows the receiver is when, not what. */
const WHEN = /^(?:trước|sau|chậm nhất|xong|hoàn thành|trong|vào|hết|đến|từ|ngày|định kỳ|hằng|hàng|theo định kỳ)(?!\p{L}).*$/u;

/** What is sent, in a few words: between the verb and the receiver. */
const whatOf = (text: string): string => clip(squeeze(text).replace(/\s(?:về|với|cho|lên|gửi)$/u, ""), 120);

type Found = {
  start: number;
  end: number;
  to: string[];
  via: string | null;
  what: string;
  who: string[];
  /** By the one who received it first. */ onwards: boolean;
};

/** Whether the word is a noun here, or part of a list of what is received ("kiến nghị, phản ánh của cử tri"). */
function isNoun(verb: string, before: string, after: string, direct: boolean): boolean {
  if (/\((?:để )?$/u.test(before) || after.startsWith(")")) return true;
  if (verb === "phản ánh")
    return /(?:kiến nghị,? |ý kiến,? |tố cáo, |đơn thư, )$/u.test(before) || /^,? (?:kiến nghị|liên quan|của|và kiến)/u.test(after);
  if (/(?:các|những|mẫu|chế độ|hồ sơ|dự thảo|nghe|bản|sơ bộ|xây dựng|lập) $/u.test(before)) return !direct;
  return /(?:kết quả|nội dung|tình hình) $/u.test(before) && !direct;
}

/** "… để Hội Phụ nữ xã tổng hợp, báo cáo Đảng ủy": the one for whom it is gathered is the receiver. */
function gatheredBy(unit: Unit, from: number, end: number): Receiver | null {
  const purpose = / để (?=\S)/u.exec(unit.low.slice(from, end));
  if (purpose === null) return null;
  const receiver = receiverAt(unit, from + purpose.index + purpose[0].length, end);
  return receiver && /^\s(?:tổng hợp|theo dõi|xem xét|báo cáo|chỉ đạo|nắm|có cơ sở)/u.test(unit.low.slice(receiver.end, receiver.end + 14))
    ? receiver
    : null;
}

function receiverOf(unit: Unit, verb: string, after: number, end: number): { receiver: Receiver; what: string; direct: boolean } | null {
  const { low, paragraph } = unit;
  const manner = MANNER.exec(low.slice(after, after + 40))?.[0].length ?? 0;
  const direct = /^(?:báo cáo|gửi|nộp)$/u.test(verb) && manner > 0 ? receiverAt(unit, after + manner, end) : null;
  if (direct) return { receiver: direct, what: "", direct: true };
  const limit = Math.min(end, after + 500);
  for (const towards of low.slice(after, limit).matchAll(TOWARDS)) {
    if (verb === "đăng ký" && towards[0].startsWith("cho")) continue;
    const receiver = receiverAt(unit, after + towards.index + towards[0].length, end);
    if (receiver) return { receiver, what: whatOf(paragraph.text.slice(after, after + towards.index)), direct: false };
  }
  if (verb === "phản ánh" || verb === "đăng ký") return null;
  const gathering = gatheredBy(unit, after, limit);
  if (gathering) return { receiver: gathering, what: whatOf(paragraph.text.slice(after, gathering.end)), direct: false };
  const asked = / theo yêu cầu của (?=\S)/u.exec(low.slice(after, limit));
  const receiver = asked && receiverAt(unit, after + asked.index + asked[0].length, end);
  return receiver ? { receiver, what: whatOf(paragraph.text.slice(after, after + (asked?.index ?? 0))), direct: false } : null;
}

function inClause(unit: Unit, clause: Stretch, lead: string[]): Found[] {
  const { paragraph, low } = unit;
  const { text } = paragraph;
  const found: Found[] = [];
  let [who, onwards] = [lead, false];
  let past = clause.start;
  for (const match of low.slice(clause.start, clause.end).matchAll(VERBS)) {
    const [verb] = match;
    const at = clause.start + match.index;
    if (at < past || (verb === "đăng ký" && found.length > 0)) continue;
    const after = at + verb.length;
    const read = receiverOf(unit, verb, after, clause.end);
    if (read === null) continue;
    if (isNoun(verb, low.slice(Math.max(clause.start, at - 26), at), low.slice(after, after + 14), read.direct)) continue;
    const { receiver } = read;
    if (verb === "gửi" && receiver.names.every((name) => BELOW.test(name))) continue;
    const rest = text.slice(receiver.end, clause.end);
    const what = read.what || whatOf(rest.replace(/^\s*\([^)]*\)/u, "").replace(/[,;.].*$/su, "")).replace(WHEN, "");
    const via = viaAfter(unit, receiver.end, clause.end);
    // One duty for each who has to hear of it; what is laid open to several at once stays together.
    const to = verb.startsWith("cung cấp") ? [text.slice(receiver.end - squeezed(receiver, text), receiver.end)] : receiver.names;
    found.push({ start: at, end: receiver.end, to, via, what, who, onwards });
    past = receiver.end;
    // "về Sở Nội vụ để tổng hợp, báo cáo Chủ tịch …": the first receiver passes it on.
    if (
      /^\s*(?:\([^)]*\)\s*)?(?:trước ngày [^,;]{4,40} )?(?:để |tổng hợp|theo dõi)/u.test(low.slice(receiver.end, clause.end)) ||
      isFor(low, receiver, text)
    )
      [who, onwards] = [receiver.names, true];
  }
  return found;
}

/** Length of the printed list of receivers. */
const squeezed = ({ names, end }: Receiver, text: string): number => end - Math.max(0, text.lastIndexOf(names[0] ?? "", end));

/** "để Hội Phụ nữ xã tổng hợp, báo cáo": the receiver was named as the one who goes on. */
const isFor = (low: string, { names, end }: Receiver, text: string): boolean =>
  low.slice(0, Math.max(0, text.lastIndexOf(names[0] ?? "", end))).endsWith(" để ") &&
  /^\s(?:tổng hợp|báo cáo)/u.test(low.slice(end, end + 10));

/** "; báo cáo cả năm trước ngày 30/11": the receiver of the clause before, another time. */
function again(unit: Unit, clause: Stretch, before: Found | null): Found[] {
  const verb = /^(?:và )?báo cáo(?! viên)/u.exec(unit.low.slice(clause.start, clause.end));
  if (before === null || verb === null || signalsOf(unit.paragraph.text, unit.times, clause).length === 0) return [];
  const what = whatOf(unit.paragraph.text.slice(clause.start + verb[0].length, clause.end)).replace(WHEN, "");
  return [{ ...before, start: clause.start, end: clause.end, what, via: null }];
}

function dueFor(unit: Unit, stretch: Stretch, fallback: Due): Due {
  const due = dueOf(signalsOf(unit.paragraph.text, unit.times, stretch));
  return due.kind === "none" && due.rule === null ? fallback : due;
}

const timeOf = (group: Group): Due =>
  group.kind === "report" || group.kind === "signal" || group.stretches.length === 1 ? dueOf(group.signals) : noDue;

export function reportingOf(unit: Unit): Draft<Reporting>[] {
  const { paragraph, groups, closing } = unit;
  const dated = headingDue(unit.node, unit.year);
  let last: Found | null = null;
  return groups.flatMap((group) =>
    group.stretches.flatMap((clause) => {
      const found = inClause(unit, clause, group.lead);
      if (found.length === 0) found.push(...again(unit, clause, last));
      last = found.at(-1) ?? last;
      return found.flatMap(({ start, end, to, via, what, who, onwards }) => {
        const own = dueFor(unit, clause, timeOf(group));
        // The day by which the first receiver has it is not the day by which he passes it on.
        const due =
          onwards && own.kind === "date"
            ? noDue
            : own.kind !== "none"
              ? own
              : closing.kind !== "none"
                ? closing
                : dated.kind !== "none"
                  ? dated
                  : own;
        // A step of a procedure that names neither who nor when is nobody's duty.
        if (who.length === 0 && due.kind === "none") return [];
        return to.map((receiver) => ({
          ...quoteOf(paragraph, start, Math.min(end + (via ? via.length + 8 : 0), paragraph.text.length)),
          who: who.join(", "),
          to: squeeze(receiver),
          via,
          what,
          due,
          rule: "reporting:verb",
        }));
      });
    }),
  );
}

/** What the closing formula adds: "Trên đây là Kế hoạch … Nếu có vướng mắc, các đơn vị báo cáo về …". */
export function closingReports(nodes: readonly Node[], year: number | null): Draft<Reporting>[] {
  return nodes.flatMap(({ paragraph, role }) => {
    if (role === "purpose" || !/^trên đây là/iu.test(paragraph.text)) return [];
    const unit = soloUnit(paragraph, [], year);
    const opening = unit.sentences[0]?.end ?? 0;
    const groups = unit.groups.flatMap((group) => {
      const stretches = group.stretches.filter(({ start }) => start >= opening);
      return stretches.length > 0 ? [{ ...group, stretches }] : [];
    });
    return reportingOf({ ...unit, groups });
  });
}
