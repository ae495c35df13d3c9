/** The parts of a document that rules ask for: what stands before the title, its bases, its body, its closing block. */
import { fold, oneTone } from "../../../kernel/text.ts";
import { endOfMonth, isCalendarDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { titleTypes } from "../compile/lexicon/document-types.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import type { Block, Sheet } from "./sheet.ts";

/** Whose rules of form apply. */
export type Form = "state" | "front" | "party" | "organisation";

export type Parts = {
  title: Block | null;
  /** Before the title. */
  head: Block;
  /** Title to the first numbered heading: trích yếu, bases, the sentence that makes the plan. */
  opening: Block;
  /** After the title, before the closing block. */
  body: Block;
  /** "Nơi nhận" or the signature, up to the end or the first annex; null when the text has none. */
  tail: Block | null;
  recipients: Block | null;
  signature: Block | null;
  form: Form | null;
  /** The document's own day; the last day of its month in a draft; null when nothing is said. */
  dated: CalendarDate | null;
  /** Whether `dated` is a whole day as printed. */
  dayKnown: boolean;
  /** A document that orders work; a report or a filled-in form does not. */
  isPlan: boolean;
  /** A plan in the narrow sense, where every task wants somebody and a time; guidance and regulations have steps and rules. */
  isSchedule: boolean;
};

const TITLES = new RegExp(`^\\s*(?:${titleTypes.map((type) => type.toUpperCase()).join("|")})\\b.{0,2}\\s*$`, "u");
const HEADING = /^\s*(?:I|1|A)\s?[.)-]\s*\S|^\s*(?:Điều 1|ĐIỀU 1|Chương I|CHƯƠNG I|Phần I|PHẦN I)\b/u;
const RECIPIENTS = /^[\s|]*(?:Nơi nhận|NƠI NHẬN|Nơi gửi)\s*:?/u;
const SIGNED = /^\s*(?:T\/?M\.?|KT\.?|K\/T\.?|TL\.|T\/L\.?|TUQ\.|Q\.)\s*(?:\p{Lu}|$)/u;
const OFFICE =
  /^\s*(?:(?:PHÓ\s)?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TỔNG THƯ KÝ|BỘ TRƯỞNG|THỦ TƯỚNG|TRƯỞNG ĐOÀN)|PHÓ (?:BÍ THƯ|TRƯỞNG BAN|THỦ TƯỚNG)[\p{Lu}\s]*)(?:\s[\p{Lu}\s]{0,20})?\s*$/u;
const PERSON = /^\s*(?:\p{Lu}\p{Ll}*)(?:\s\p{Lu}\p{Ll}*){1,4}\s*$/u;
const ANNEX = /^\s*(?:PHỤ LỤC|PHỤ BIỂU|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?[IVX\d]{1,4})?\s*(?:[.:].*)?$/u;

const reports = /^(?:Báo cáo|Tờ trình|Thông báo)$/u;

const schedules = /^(?:Kế hoạch|Chương trình|Đề án|Phương án)/u;

function formOf(plan: CompiledPlan, head: string): Form | null {
  const { issuer, issuerParent, symbol } = plan.header;
  const named = oneTone(`${issuer ?? ""} ${issuerParent ?? ""}`).toLowerCase();
  if (/ĐẢNG CỘNG SẢN VIỆT NAM/u.test(head) && !/CỘNG H[OÒ][AÀ] XÃ HỘI/u.test(head)) return "party";
  if (/mttq|mặt trận tổ quốc/u.test(named) || /MTTQ|MTTW/u.test(symbol ?? "")) return "front";
  if (/(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|đảng bộ|trung ương đảng|bộ chính trị|ban bí thư/u.test(named)) return "party";
  if (/-(?:TU|HU|ĐU|TW)$|\/(?:TU|HU|ĐU|TW)$/u.test(symbol ?? "")) return "party";
  if (/ủy ban nhân dân|ubnd|hội đồng nhân dân|chính phủ|^ ?(?:bộ|sở) /u.test(named)) return "state";
  if (/liên đoàn|hội |đoàn thanh niên|đoàn tncs/u.test(named)) return "organisation";
  return null;
}

/** Full day, or the last day of a month or year of which only that is printed. */
function dayOf(printed: string | null): CalendarDate | null {
  if (printed === null) return null;
  if (isCalendarDate(printed)) return printed;
  const [year, month] = printed.split("-").map(Number);
  return year ? endOfMonth(year, month ?? 12) : null;
}

export function readParts(sheet: Sheet, plan: CompiledPlan): Parts {
  const { lines, starts, flow } = sheet;
  const begin = (k: number): number => starts[k] ?? flow.length;
  const titleAt = lines.slice(0, 80).findIndex((line) => TITLES.test(line));
  const first = Math.max(0, titleAt + 1);
  const headingAt = lines.findIndex((line, k) => k >= first && HEADING.test(line));
  const annexAt = lines.findIndex((line, k) => k > Math.max(first, headingAt) && ANNEX.test(line) && line === line.toUpperCase());
  const until = annexAt < 0 ? lines.length : annexAt;
  const recipientsAt = lines.findIndex((line, k) => k >= first && k < until && RECIPIENTS.test(line));
  const signedAt = lines.findIndex(
    (line, k) => k > first && k < until && (SIGNED.test(line) || (OFFICE.test(line) && k > (headingAt < 0 ? first : headingAt))),
  );
  // A bare name at the very end, under the recipients, is a signature too.
  const lastAt = lines.findLastIndex((line, k) => k < until && line.trim() !== "");
  const nameAt = recipientsAt >= 0 && lastAt > recipientsAt && PERSON.test(lines[lastAt] ?? "") ? lastAt : -1;
  const closings = [recipientsAt, signedAt, nameAt].filter((at) => at >= 0);
  const tailAt = closings.length > 0 ? Math.min(...closings) : -1;
  const block = (from: number, to: number): Block => ({ start: begin(from), end: Math.max(begin(from), begin(to) - 1) });
  const head = block(0, Math.max(0, titleAt));
  const bodyEnd = tailAt < 0 ? until : tailAt;
  const dated = dayOf(plan.header.date);
  const { docType } = plan.header;
  return {
    title: titleAt < 0 ? null : block(titleAt, titleAt + 1),
    head,
    opening: block(first, headingAt < 0 ? Math.min(first + 12, bodyEnd) : headingAt),
    body: block(first, bodyEnd),
    tail: tailAt < 0 ? null : block(tailAt, until),
    recipients: recipientsAt < 0 ? null : block(recipientsAt, recipientsAt + 1),
    signature: signedAt >= 0 ? block(signedAt, signedAt + 1) : nameAt >= 0 ? block(nameAt, nameAt + 1) : null,
    form: formOf(plan, flow.slice(head.start, head.end)),
    dated,
    dayKnown: plan.header.date !== null && isCalendarDate(plan.header.date),
    isSchedule:
      schedules.test(docType ?? "") ||
      (docType === "Quyết định" && /^ban hành (?:kế hoạch|chương trình)/iu.test(plan.header.subject ?? "")),
    isPlan: docType !== null && !reports.test(docType) && !/^(?:ban|bien|phieu|giay|danh sach)/.test(fold(docType)),
  };
}

export const within = (block: Block | null, at: number): boolean => block !== null && at >= block.start && at < block.end;
