/** Whom a number binds: "mỗi đơn vị cấp xã", the subject, or the counted group itself for a share. */
import { matchesOf, squeeze } from "../../../../kernel/text.ts";
import { headAt, predicateAt } from "../bodies/index.ts";
import type { Sentence, Stretch } from "../paragraphs/clauses.ts";
import type { Quantity } from "../mentions/quantities.ts";
import type { Comparator } from "../plan.ts";
import { readLead } from "../subjects/index.ts";
import type { Unit } from "../tasks/index.ts";
import { metricOf, rateBefore } from "./metric.ts";

const PLACES = "phường|thị trấn|xã|huyện|thành phố|đặc khu|quận|thị xã|chi bộ|đảng bộ|chi ủy|đảng ủy|chi hội|thôn|khu dân cư|tổ dân phố";
/** "mỗi quý", "mỗi cuộc" say how often, not who. */
const EACH = new RegExp(
  `(mỗi (?!quý|tháng|tuần|năm|ngày|lần|kỳ|đợt|buổi|cuộc|người dân)[^,;:.\\d]{2,80}?(?:, (?:${PLACES}|đơn vị|cơ quan|tổ chức|địa phương|công chức|viên chức|người lao động)[^,;:.\\d]{0,40}?)*)(?= (?:có|tổ chức|xây dựng|chọn|lựa chọn|đăng ký|thực hiện|chủ trì|phấn đấu|báo cáo|hỗ trợ|giới thiệu|tối đa|ít nhất|tối thiểu|không quá|từ|cử|duy trì|vận động|phát động|thành lập|rà soát|mở|giúp|gửi|ủng hộ|nhận|\\d)|:|,(?! (?:${PLACES})(?!\\p{L}))|\\s*$)`,
  "giu",
);
/** "mỗi chi hội" after the number: "trồng 200 m hoa mỗi chi hội". */
const EACH_AFTER =
  /(?<!\p{L})(mỗi (?:chi hội|chi bộ|chi đoàn|xã|phường|thôn|bản|ấp|khu dân cư|tổ dân phố|đơn vị|cơ quan|huyện|hội viên|đoàn viên|đội)(?: [\p{L}]+){0,3})\s*$/iu;
const WHOLE =
  /(?:^|[\s,])((?:toàn (?:tỉnh|huyện|xã|phường|thành phố|quận|thị xã|ngành|đảng bộ|hội)|trên địa bàn (?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|quận|thị xã)))(?!\p{L})/iu;
const GROUP_GOES_ON =
  /^, (?:thị|các|tổ|xã|phường|đặc|huyện|thành|quận|ban|ngành|đơn|công|viên|cơ|trợ|hưu|thôn|bản|ấp|khu|cán|người|trạm|trường)/u;

const OF_NAME = /^(?:có (?:công|uy tín|hoàn cảnh|nhu cầu|thành tích)|hưởng|thụ hưởng|đăng ký thường trú)(?!\p{L})/u;

/** "85% người hưởng trợ cấp mở tài khoản": those of whom the share is taken, up to what they do. */
function countedGroup({ low, paragraph: { text } }: Unit, quantity: Quantity, clause: Stretch): string {
  const rest = low.slice(quantity.end, Math.min(clause.end, quantity.end + 110));
  const from = rest.search(/\S/u);
  if (from < 0 || /^(?:ở|tại|trong|trên|so với|trở lên|theo|và|hoặc)(?!\p{L})/u.test(rest.slice(from))) return "";
  let at = from;
  for (; at < rest.length; at++) {
    // "người có công", "hộ có hoàn cảnh khó khăn": what belongs to the name is no deed yet.
    if (at > from + 3 && /\s/.test(rest[at - 1] ?? "") && !OF_NAME.test(rest.slice(at)) && predicateAt(low, quantity.end + at, text) > 0)
      break;
    if (/^(?:mỗi|từng) /u.test(rest.slice(at, at + 5)) && at > from) break;
    if (/[;.(]/u.test(rest[at] ?? "") || (rest[at] === "," && !GROUP_GOES_ON.test(rest.slice(at, at + 9)))) break;
  }
  return squeeze(text.slice(quantity.end + from, quantity.end + at)).replace(/[\s)]*(?: và| được| đã| có| sẽ)?$/u, "");
}

const NAMES_A_GROUP =
  /^(?:tỷ|tỉ) (?:lệ|suất|số|trọng) ((?:người|hộ|trẻ|nữ|nam|cán bộ|công chức|đảng viên|đoàn viên|hội viên|lao động|thanh niên|phụ nữ|học sinh|dân số|xã|phường|thôn|khu dân cư|cơ quan|đơn vị|doanh nghiệp|chi bộ|tổ chức|trường|hồ sơ|vụ việc|đơn thư|gia đình)[^,;:]{0,80})/iu;

/** Of whom a rate that stands before its number is taken: "tỷ lệ hài lòng của người dân". */
function groupOfRate(rate: string): string {
  const apart = /(?:trong đó|riêng|đối với),? ([^,;:%\d]{3,70}?) (?:đạt|là|có|phấn đấu|từ|trên)/iu.exec(rate)?.[1];
  if (apart) return squeeze(apart);
  const whose =
    /(?<!\p{L})của ((?:(?!của |đạt|là|được|về|tại|đến|năm)[^,;:\d]){3,60}?)(?= (?:đạt|là|được|về|tại|đến|năm|trên|từ|đối với)|\s*$|,|:)/iu.exec(
      rate,
    )?.[1];
  if (whose) return squeeze(whose);
  const level = /(?:thuộc thẩm quyền |cấp )(cấp (?:tỉnh|huyện|xã)|xã)/iu.exec(rate)?.[1];
  if (level) return level.startsWith("xã") ? "cấp xã" : level;
  const group = NAMES_A_GROUP.exec(rate)?.[1];
  if (group === undefined) return "";
  const low = group.toLowerCase();
  for (let at = 4; at < low.length; at++)
    if (/\s/.test(low[at - 1] ?? "") && predicateAt(low, at, group) > 0) return squeeze(group.slice(0, at));
  return squeeze(group);
}

const lastEach = (text: string): string | null => {
  const found = matchesOf(text, EACH).at(-1);
  return found?.[1] ?? null;
};

/** "(riêng A, B: mỗi đơn vị tối đa 07 người; C: tối đa 10 người)": the exception that stands right before the number. */
function exception(text: string, sentence: Sentence, quantity: Quantity): string | null {
  const before = text.slice(sentence.start, quantity.start + 1);
  const bracket = /\(riêng ([^()]*)$/iu.exec(before)?.[1];
  if (bracket === undefined) return null;
  const own = /(?:^|[;,]\s*)([^;:\d]{2,90}?)\s*:\s*(?:mỗi [^;:\d]{2,30})?[^;:\d]{0,20}$/u.exec(bracket)?.[1];
  return own ? squeeze(own.replace(/^.*\d+ \p{L}+,\s*/u, "")) : null;
}

/** "không để chi hội nào dưới 40% …": none of them may fall short, so each owes as much. */
const NONE_OF = /(?<!\p{L})không (?:để|có|còn) (?:xảy ra )?([^,;:.\d]{2,50}?) nào (?:[^,;:.\d]{1,30} )?$/iu;

const NEAR =
  /(?:^|[,:(] ?)((?:toàn (?:tỉnh|huyện|xã|phường|thành phố|hội|ngành|đảng bộ)|(?:Đoàn|Tổ|Đội|Nhóm|Lớp|Câu lạc bộ|Ban|Hội nghị|Đại biểu)(?: \p{Ll}+){0,3}?))(?: phải| cần)? (?:có|gồm|mời|xây dựng|phấn đấu|đạt|vận động|giúp) (?:\p{L}+ ){0,3}$/u;

/** The comparator of a number that a double negation turns round; null for any other. */
export function unlessBelow(low: string, { start, comparator }: Quantity, clause: Stretch): Comparator | null {
  const before = low.slice(clause.start, start);
  if (comparator === ">" && AVOID.test(before)) return "<=";
  if (!NONE_OF.test(before)) return null;
  return comparator === "<" ? ">=" : comparator === ">" ? "<=" : null;
}

/** "không để nợ quá hạn vượt quá 0,1%": a cap said as a thing to be avoided. */
const AVOID = /(?<!\p{L})không để [^,;:.\d]{2,60}$/iu;

/** Where a number stands: its clause, its sentence, and the numbers before it in the clause. */
type Standing = { clause: Stretch; sentence: Sentence; before: readonly Quantity[] };

/** `lead`: whom the clause's obligation falls on; `labelled`: whom a label names for it; `issuer`: whose plan it is. */
type Bound = { lead: string[]; labelled: string[]; issuer: string };

/** What those before it in the clause are: "100% chi hội đăng ký 01 phần việc", "05 hộ, trong đó 02 hộ thoát nghèo". */
function ofPrevious(unit: Unit, quantity: Quantity, { clause, before }: Standing): string {
  const previous = before.at(-1);
  if (previous === undefined) return "";
  const { text } = unit.paragraph;
  const between = unit.low.slice(previous.end, quantity.start);
  if (/(?:^|,) (?:trong đó|phấn đấu|số này)(?: (?:có|phấn đấu|đạt|được|số|phải))*$/u.test(between.trimEnd()))
    return (
      squeeze(`${previous.unit === "%" ? "" : previous.unit} ${countedGroup(unit, previous, clause)}`) || metricOf(unit, previous, clause)
    );
  const share = before.findLast(({ unit: name, value }) => name === "%" && value === 100);
  if (share === undefined || quantity.unit === "%" || /%/u.test(text.slice(share.end, quantity.start))) return "";
  return countedGroup(unit, share, clause);
}

/** Whom a number binds: whoever its own words name, and else those who issue the plan. */
export function scopeOf(unit: Unit, quantity: Quantity, standing: Standing, bound: Bound): string {
  return ofPrevious(unit, quantity, standing) || namedScope(unit, quantity, standing, bound) || bound.issuer;
}

function namedScope(unit: Unit, quantity: Quantity, { clause, sentence }: Standing, { lead, labelled }: Bound): string {
  const { low, paragraph, times } = unit;
  const { text } = paragraph;
  const before = text.slice(clause.start, quantity.start);
  const none = NONE_OF.exec(before)?.[1];
  if (none) return squeeze(none);
  // "…, toàn xã có 03 mô hình", "Đoàn có từ 05 đến 07 người": the word right before the number's verb.
  const near = NEAR.exec(before)?.[1];
  if (near) return squeeze(near);
  if (/^[\s,]*$/u.test(before.replace(/^[^.;]{0,30},/u, "")) && quantity.unit !== "%") {
    const counted = /^[^;.]{2,80}?(?= phải )/u.exec(text.slice(quantity.start, clause.end))?.[0];
    if (counted) return squeeze(counted);
  }
  if (quantity.unit === "%" && !AVOID.test(before)) {
    const stated = rateBefore(before);
    const rate = stated ?? rateBefore(text.slice(sentence.start, quantity.start));
    const group = stated === null || /\d\s?%/u.test(stated) ? countedGroup(unit, quantity, clause) : "";
    // "giảm 20% thời gian giải quyết đối với 15 thủ tục": those whom it concerns.
    const concerned = /(?:giảm|tăng|rút ngắn)[^;.]{0,30}$/iu.test(before)
      ? /đối với ([^,;.]{3,80}(?:, [^,;.]{3,40})?)/u.exec(text.slice(quantity.end, clause.end))?.[1]
      : null;
    if (concerned) return squeeze(concerned);
    if (group) return group;
    const apart = /(?:trong đó|riêng|đối với),? ([^,;:%\d]{3,70}?) (?:đạt|là|có|phấn đấu)/iu.exec(before)?.[1];
    if (apart) return squeeze(apart);
    if (rate) {
      const of = groupOfRate(rate);
      if (of) return of;
      if (unit.node.role === "goals") return WHOLE.exec(text.slice(clause.start, clause.end))?.[1] ?? "";
    }
    // A step of a ladder ("…, đến hết năm 2026 đạt 70%") has the group of the first.
    const step = /(\d\s?%)([^%]*)$/u.exec(text.slice(sentence.start, quantity.start));
    if (step) {
      const first = sentence.start + step.index + (step[1]?.length ?? 0);
      const of = countedGroup(unit, { ...quantity, end: first }, sentence);
      if (of) return of;
    }
  }
  const except = exception(text, sentence, quantity);
  if (except) return except;
  const each = /(mỗi (?:cuộc|đội|lớp|buổi|đoàn|tổ)(?: \p{L}+){0,2})\s*(?:có\s*)?$/iu.exec(before)?.[1];
  if (each) return squeeze(each);
  const said = lastEach(before);
  if (said) {
    // "Hội Phụ nữ tỉnh, Hội Nông dân tỉnh mỗi tổ chức nhận …": each of those who are named.
    const named = text.slice(clause.start, Math.max(clause.start, text.lastIndexOf(said, quantity.start)));
    const generic = /^mỗi (?:tổ chức|đơn vị|cơ quan|ngành|địa phương)$/iu.test(said.trim());
    return generic && headAt(low, clause.start, text) > 0 && named.trim().length > 5
      ? squeeze(`${named.replace(/[\s,]+$/u, "")}, ${said}`)
      : squeeze(said);
  }
  const after = EACH_AFTER.exec(text.slice(quantity.end, clause.end).replace(/[\s.;]+$/u, ""))?.[1];
  if (after) return squeeze(after);
  const inner = /:\s*(?=\S)/u.exec(before);
  const nested = inner ? readLead(text, low, { start: clause.start + inner.index + inner[0].length, end: clause.end }, times) : null;
  if (nested) return squeeze(nested.names.join(", "));
  const guided = /^(?:chỉ đạo|hướng dẫn)[, ]/u.test(low.slice(sentence.start, sentence.start + 12))
    ? /(?:chỉ đạo|hướng dẫn),? (?:hướng dẫn |chỉ đạo )?((?:MTTQ|UBND|Ủy ban|Trung tâm|các|cấp)[^,;.]{2,60}?)(?= (?:xây dựng|chủ trì|tổ chức|lựa chọn|thực hiện|phân công|bố trí))/iu.exec(
        text.slice(sentence.start, quantity.start),
      )?.[1]
    : undefined;
  if (guided) return squeeze(guided);
  // The clause's own subject, else that of the nearest clause before it that has one.
  const clauses = sentence.clauses.filter(({ start }) => start <= clause.start);
  for (const earlier of clauses.toReversed()) {
    const subject = readLead(text, low, earlier, times);
    if (subject) return squeeze(subject.names.join(", "));
    const theirs = earlier === clause ? null : lastEach(text.slice(earlier.start, earlier.end));
    if (theirs) return squeeze(theirs);
  }
  const whole = /^toàn /iu.test(text.slice(sentence.start)) ? WHOLE.exec(text.slice(sentence.start, quantity.start))?.[1] : undefined;
  if (whole) return whole;
  if (lead.length > 0) return squeeze(lead.join(", "));
  if (labelled.length > 0) return squeeze(labelled.join(", "));
  return WHOLE.exec(text.slice(sentence.start, sentence.end))?.[1] ?? "";
}
