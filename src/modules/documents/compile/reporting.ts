/** Who reports, sends or registers what to whom: "báo cáo … về X (qua Y)", "gửi danh sách … về X trước ngày D". */
import { squeeze } from "../../../kernel/text.ts";
import { headAt, readBodies } from "./bodies/index.ts";
import type { Stretch } from "./clauses.ts";
import type { Draft } from "./outline.ts";
import { quoteOf } from "./paragraphs.ts";
import type { Due, Reporting } from "./plan.ts";
import type { Unit } from "./tasks/index.ts";
import { headingDue } from "./tasks/index.ts";
import { dueOf, signalsOf } from "./timing.ts";

/** Verbs that carry something upwards. The noun ("báo cáo viên", "các báo cáo") is told apart by what follows. */
const VERBS = /(?<!\p{L})(?:báo cáo(?! viên)|gửi|đăng ký|phản ánh|trình báo|cung cấp thông tin)(?!\p{L})/gu;
const TOWARDS = /(?<!\p{L}|đối )(?:về|với|cho|lên|tới|đến)\s+/gu;
const BACK_TO =
  /^(?:cấp ủy|ủy ban|ubnd|ub|mttq|mặt trận|ban |sở |phòng |tỉnh ủy|thành ủy|huyện ủy|đảng ủy|quận ủy|thường trực|chủ tịch|phó chủ tịch|văn phòng|hội |đoàn |liên đoàn|hđnd|hội đồng|trung tâm|công an|bộ |thủ tướng|chính phủ|cơ quan|bí thư|các ban|btt|trung ương|trưởng|giám đốc)/u;

function receiverAt(unit: Unit, at: number, end: number): { to: string; end: number } | null {
  const { paragraph, low } = unit;
  if (headAt(low, at, paragraph.text) === 0 || !BACK_TO.test(low.slice(at, at + 20))) return null;
  const bodies = readBodies(paragraph.text.slice(0, end), low.slice(0, end), at);
  if (bodies === null) return null;
  const to = squeeze(paragraph.text.slice(bodies.start, bodies.end)).replace(/\s*\(qua.*$/u, "");
  return { to, end: bodies.end };
}

const viaOf = (text: string): string | null => squeeze(/^\s*\((?:thông )?qua ([^()]{2,120})/iu.exec(text)?.[1] ?? "") || null;

/** What is sent, in a few words: between the verb and the receiver. */
const whatOf = (text: string): string =>
  squeeze(text)
    .replace(/\s(?:về|với|cho|lên|gửi)$/u, "")
    .slice(0, 120);

/** A day that follows the receiver is when, not what. */
const WHEN = /^(?:trước|sau|chậm nhất|xong|hoàn thành|trong|vào|hết|đến|từ|ngày|định kỳ|hằng|hàng|theo định kỳ)(?!\p{L}).*$/u;

type Found = { start: number; end: number; to: string; via: string | null; what: string; who: string[] };

function inClause(unit: Unit, clause: Stretch, lead: string[]): Found[] {
  const { paragraph, low } = unit;
  const { text } = paragraph;
  const found: Found[] = [];
  let who = lead;
  let past = clause.start;
  for (const verb of low.slice(clause.start, clause.end).matchAll(VERBS)) {
    const at = clause.start + verb.index;
    if (at < past) continue;
    const after = at + verb[0].length;
    const before = low.slice(Math.max(clause.start, at - 26), at);
    // "theo dõi, tổng hợp báo cáo từ các sở", "kết quả báo cáo": nouns.
    if (
      /(?:các|những|kết quả|nội dung|mẫu|chế độ|hồ sơ|dự thảo|nghe|bản|sơ bộ) $/u.test(before) ||
      /\((?:để )?$/u.test(before) ||
      low.slice(after).startsWith(")")
    )
      continue;
    if (
      verb[0] === "phản ánh" &&
      (/(?:kiến nghị, |ý kiến |ý kiến, |tố cáo, )$/u.test(before) ||
        /^,? (?:kiến nghị|liên quan|của|và kiến)/u.test(low.slice(after, after + 14)))
    )
      continue;
    let receiver = verb[0] === "báo cáo" || verb[0] === "gửi" ? receiverAt(unit, after + 1, clause.end) : null;
    let what = "";
    if (receiver === null) {
      const limit = Math.min(clause.end, after + 500);
      for (const towards of low.slice(after, limit).matchAll(TOWARDS)) {
        if (verb[0] === "đăng ký" && towards[0].startsWith("cho")) continue;
        receiver = receiverAt(unit, after + towards.index + towards[0].length, clause.end);
        if (receiver) {
          what = whatOf(text.slice(after, after + towards.index));
          break;
        }
      }
    }
    if (receiver === null) continue;
    if (verb[0] === "đăng ký" && found.length > 0) continue;
    const rest = text.slice(receiver.end, clause.end);
    const via = viaOf(rest);
    if (what === "") what = whatOf(rest.replace(/^\s*\([^)]*\)/u, "").replace(/[,;.].*$/su, "")).replace(WHEN, "");
    found.push({ start: at, end: receiver.end, to: receiver.to, via, what, who });
    past = receiver.end;
    // "về Sở Nội vụ để tổng hợp, báo cáo Chủ tịch …": the first receiver passes it on.
    if (/^\s*(?:\([^)]*\)\s*)?(?:trước ngày [^,;]{4,40} )?(?:để )?(?:tổng hợp|theo dõi|chung)/u.test(low.slice(receiver.end, clause.end)))
      who = [receiver.to];
  }
  return found;
}

function dueFor(unit: Unit, stretch: Stretch, fallback: Due): Due {
  const due = dueOf(signalsOf(unit.paragraph.text, unit.times, stretch));
  return due.kind === "none" && due.rule === null ? fallback : due;
}

export function reportingOf(unit: Unit): Draft<Reporting>[] {
  const { paragraph, groups, closing } = unit;
  const dated = headingDue(unit.node);
  return groups.flatMap((group) =>
    group.stretches.flatMap((clause) => {
      const fallback =
        group.kind === "report" || group.kind === "signal" || group.stretches.length === 1
          ? dueOf(group.signals)
          : { kind: "none" as const, date: null, rule: null, recurrence: null };
      return inClause(unit, clause, group.lead).map(({ start, end, to, via, what, who }) => {
        const due = dueFor(unit, clause, fallback);
        return {
          ...quoteOf(paragraph, start, Math.min(end + (via ? via.length + 8 : 0), paragraph.text.length)),
          who: who.join(", "),
          to,
          via,
          what,
          due: due.kind !== "none" ? due : closing.kind !== "none" ? closing : dated.kind !== "none" ? dated : due,
          rule: "reporting:verb",
          confidence: who.length > 0 ? 0.85 : 0.6,
        };
      });
    }),
  );
}
