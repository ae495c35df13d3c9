/** Quantified obligations, and outcomes that a goal section states without a number. */
import { squeeze } from "../../../kernel/text.ts";
import { predicateAt } from "./bodies/index.ts";
import type { Sentence, Stretch } from "./clauses.ts";
import { quotedIn } from "./clauses.ts";
import type { Draft } from "./outline.ts";
import { quoteOf } from "./paragraphs.ts";
import type { Due, Frequency, Target } from "./plan.ts";
import type { Quantity } from "./quantities.ts";
import { readQuantities } from "./quantities.ts";
import { readLead } from "./subjects.ts";
import type { Unit } from "./tasks/index.ts";
import { headingDue, sectionOf } from "./tasks/index.ts";
import { dueOf } from "./timing.ts";

const PAST =
  /(?:^|\s)(?:đã (?:hỗ trợ|thực hiện|đạt|tổ chức|được|vận động|xây)|tính đến|hiện có|hiện nay có|ghi nhận|kết quả (?:năm|thực hiện)|toàn tỉnh có|toàn thành phố còn)/u;
const THRESHOLD = /^\s*(?:trở lên )?(?:tổng số|số phiếu|cử tri|phiếu|số đại biểu)/u;
const CONDITION = /(?:nếu có|trường hợp|đối với nơi có|nơi có|những nơi|điều kiện|cộng|chấm|thang điểm)[^,;:.]{0,40}$/u;
const ORDER =
  /(?:chọn|lựa chọn|chọn cử|xây dựng|đăng ký|tổ chức|thực hiện|có|thành lập|giới thiệu|hỗ trợ|vận động|phấn đấu|cử|đạt|duy trì|hoàn thành|là|giao|tặng|trồng|sửa chữa|kết nạp|phát triển|mở|bồi dưỡng|nhân rộng|viết|đăng|được)(?: [\p{L}-]+){0,4}? ?$/u;
const METRIC_END =
  /\strở lên|[;.)]|,(?! (?:nổi|bền|đề|thị|hiệu))|\s(?:do|nhằm|để|trong năm|vào|trước|với nội dung|gắn với|phù hợp|theo|và gửi|hoặc|là (?=\p{Lu}))(?=\s)|\/(?=năm|quý|tháng)|\(/u;

function obligesTo(unit: Unit, quantity: Quantity, clause: Stretch): boolean {
  const { low, node } = unit;
  const before = low.slice(clause.start, quantity.start);
  const after = low.slice(quantity.end, quantity.end + 30);
  if (/có thể (?:điều chỉnh|tổ chức|áp dụng)/u.test(low.slice(quantity.end, clause.end))) return false;
  // "giảm từ 23 ca … xuống 18 ca": the first is where it stands now.
  if (
    /(?:giảm|tăng|nâng)[^;.]{0,60}từ $/u.test(`${before} `.replace(/\s+$/u, " ")) ||
    (/^từ\s/u.test(low.slice(quantity.start)) &&
      /^[^;.]{0,60}(?:xuống|lên|đến) /u.test(low.slice(quantity.end)) &&
      quantity.comparator === "=")
  )
    return false;
  if (THRESHOLD.test(after) || CONDITION.test(before) || PAST.test(before)) return false;
  if (node.role === "goals") return true;
  if (quantity.unit === "%") return quantity.compared || quantity.value === 100 || /(?:đạt|phấn đấu|tỷ lệ)[^;.]{0,60}$/u.test(before);
  if (quantity.compared && quantity.comparator !== ">" && quantity.comparator !== "<")
    return quantity.comparator !== "=" || ORDER.test(before);
  const written = low.slice(quantity.start, quantity.unitAt).trim();
  return ORDER.test(before.slice(-40)) && /^(?:0?\d{1,4}|\d{1,3}(?:\.\d{3})+)$/.test(written) && !/[“"]/u.test(before.slice(-1));
}

function metricOf(unit: Unit, quantity: Quantity, clause: Stretch): string {
  const { text } = unit.paragraph;
  if (quantity.unit === "%") {
    const before = text.slice(clause.start, quantity.start);
    const rate =
      /^.*(?<!\p{L})((?:tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng)\s[^;]{3,200})$/iu.exec(before)?.[1] ??
      /^.*(?<!\p{L})(số (?:lượng|người|hộ|giờ|cán bộ|trẻ|xã|đơn vị)\s[^;]{3,200})$/iu.exec(before)?.[1];
    if (rate && !/\d\s?%/u.test(rate))
      return squeeze(rate)
        .replace(/,?\s+(?:vào |đến )?năm \d{4}.*$/u, "")
        .replace(/\s(?:đạt|là|lên|xuống|còn)(?:\s(?:từ|trên|dưới|ít nhất|tối thiểu))?$/iu, "")
        .slice(0, 120);
    // "Tỷ lệ … năm 2026 đạt trên 70%, năm 2028 đạt 75%": the rate of the ladder's first step.
    if (rate && /(?:,|;)\s*(?:đến |vào )?năm \d{4}[^,;%]{0,30}$/u.test(rate))
      return squeeze(rate.replace(/,?\s+(?:vào |đến )?năm \d{4}.*$/su, "")).slice(0, 120);
    const rest = text.slice(quantity.end, Math.min(clause.end, quantity.end + 130));
    const stop = rest.search(/[;.]|,\s(?=trên|ít nhất|\d)/u);
    return `tỷ lệ ${squeeze(stop < 0 ? rest : rest.slice(0, stop))}`.slice(0, 120);
  }
  if (quantity.unit === "lần") {
    // "tổ chức đối thoại với Nhân dân ít nhất 02 lần/năm": what is done that often stands before the number.
    const subject = readLead(text, unit.low, clause, unit.times);
    return squeeze(text.slice(subject?.end ?? clause.start, quantity.start))
      .replace(/^(?:Chỉ tiêu|Mục tiêu) \d+:\s*/u, "")
      .slice(-120);
  }
  const rest = text.slice(quantity.unitAt, Math.min(clause.end, quantity.unitAt + 130));
  const stop = rest.slice(1).search(METRIC_END);
  return squeeze(stop < 0 ? rest : rest.slice(0, stop + 1));
}

/** Whom the number binds: "mỗi đơn vị cấp xã", the subject, or the counted group itself for a percentage. */
function scopeOf(unit: Unit, quantity: Quantity, clause: Stretch, sentence: Sentence, lead: string[]): string {
  const { low, paragraph, times } = unit;
  const { text } = paragraph;
  if (quantity.unit === "%" && !/(?:tỷ lệ|tỷ suất|tỷ số)/u.test(low.slice(clause.start, quantity.start))) {
    const rest = low.slice(quantity.end, Math.min(clause.end, quantity.end + 110));
    let at = rest.search(/\S/u);
    const from = at;
    while (at >= 0 && at < rest.length) {
      if (at > from + 3 && /\s/.test(rest[at - 1] ?? "") && predicateAt(low, quantity.end + at, text) > 0) break;
      if (
        /[;.(]/u.test(rest[at] ?? "") ||
        (rest[at] === "," && !/^, (?:thị|các|tổ|xã|phường|đặc|huyện|thành|quận|ban|ngành|đơn|công|viên|cơ)/u.test(rest.slice(at, at + 9)))
      )
        break;
      at++;
    }
    if (from >= 0 && at > from) return squeeze(text.slice(quantity.end + from, quantity.end + at)).replace(/ và$/u, "");
  }
  const apart = /\(riêng ([^:()]{2,90}?)(?:: ?(?:mỗi|tối đa|ít nhất)|\s*:)/iu.exec(text.slice(sentence.start, quantity.start + 1))?.[1];
  if (apart) return squeeze(apart);
  const each =
    /(mỗi [^,;:.\d]{2,80}?(?:, (?:phường|thị trấn|xã|huyện|thành phố|đặc khu|đơn vị|cơ quan|tổ chức|địa phương|quận|thị xã|chi bộ|đảng bộ|chi ủy|đảng ủy|chi hội|thôn|khu dân cư|tổ dân phố)[^,;:.\d]{0,40}?)*)(?= (?:có|tổ chức|xây dựng|chọn|lựa chọn|đăng ký|thực hiện|chủ trì|phấn đấu|báo cáo|hỗ trợ|giới thiệu|tối đa|ít nhất|cử|duy trì|vận động|phát động|thành lập|rà soát|mở|giúp|gửi)|:|,(?! (?:phường|thị trấn|xã|huyện|thành phố|đặc khu|quận|thị xã|chi bộ|đảng bộ|chi ủy|đảng ủy|chi hội|thôn|khu dân cư|tổ dân phố)(?!\p{L})))/giu;
  const inClause = [...text.slice(clause.start, quantity.start).matchAll(each)].at(-1);
  const ownSubject = inClause === undefined && clause !== sentence.clauses[0] ? readLead(text, low, clause, times) : null;
  const last = inClause ?? (ownSubject === null ? [...text.slice(sentence.start, quantity.start).matchAll(each)].at(-1) : undefined);
  const subject = readLead(text, low, { start: clause.start, end: clause.end }, times) ?? readLead(text, low, sentence, times);
  const inner = /:\s*(?=\S)/u.exec(text.slice(clause.start, quantity.start));
  const nested = inner ? readLead(text, low, { start: clause.start + inner.index + inner[0].length, end: clause.end }, times) : null;
  const guided = /^(?:chỉ đạo|hướng dẫn)[, ]/u.test(low.slice(sentence.start, sentence.start + 12))
    ? /(?:chỉ đạo|hướng dẫn),? (?:hướng dẫn |chỉ đạo )?((?:MTTQ|UBND|Ủy ban|các|cấp)[^,;.]{2,40}?)(?= (?:xây dựng|chủ trì|tổ chức|lựa chọn|thực hiện))/iu.exec(
        text.slice(sentence.start, quantity.start),
      )?.[1]
    : undefined;
  return squeeze(last?.[1] ?? guided ?? (nested ?? subject)?.names.join(", ") ?? lead.join(", "));
}

const frequencies: Record<string, Frequency> = { year: "yearly", half: "half-yearly", quarter: "quarterly", month: "monthly" };

function rhythm(unit: Unit, stretches: readonly Stretch[]): Frequency | null {
  for (const { start, end } of stretches) {
    const found = unit.times.find(
      (mention) =>
        mention.kind === "recurring" && mention.start >= start && mention.end <= end && (mention.recurrence?.every.length ?? 0) > 0,
    );
    const every = found?.recurrence?.every.at(-1);
    if (every && frequencies[every]) return frequencies[every];
  }
  return null;
}

/** The deadline said for this number: in its own words, at the head of its sentence, in the closing bracket, by its task, over its section. */
function deadlineOf(unit: Unit, at: number, clause: Stretch, sentence: Sentence, due: Due): string | null {
  const years = unit.times.filter(({ kind, date }) => date !== null && kind !== "term" && kind !== "recurring");
  const inClause = years.filter((mention) => mention.start >= clause.start && mention.end <= clause.end);
  const said =
    inClause.findLast((mention) => mention.end <= at && at - mention.end < 90) ??
    inClause.find((mention) => mention.cued || unit.node.role === "goals");
  if (said) return said.date;
  const opening = years.find((mention) => mention.start - sentence.start < 14 && mention.start >= sentence.start);
  return opening?.date ?? (unit.closing.kind === "none" ? null : unit.closing.date) ?? due.date ?? headingDueOf(unit);
}

const headingDueOf = (unit: Unit): string | null => {
  const due = headingDue(unit.node);
  if (due.date) return due.date;
  if (unit.node.role !== "goals") return null;
  for (const entry of unit.node.path.toReversed()) {
    if (entry === unit.node.heading) continue;
    const year = /(?:đến|vào)(?: hết| cuối)? năm (\d{4})/iu.exec(entry.title)?.[1];
    if (year) return `${year}-12-31`;
  }
  return null;
};

const citedOrQuoted = (unit: Unit): Stretch[] => [
  ...quotedIn(unit.paragraph.text),
  ...unit.times.filter(({ kind }) => ["date", "month", "quarter", "year", "term"].includes(kind)),
];

const OUTCOME =
  /^(?:cơ bản|phấn đấu|đến năm|năm \d|từ năm|không|các |mỗi |tất cả|toàn bộ|toàn tỉnh|tỷ |tỉ |số |có |duy trì|giảm|tăng|nâng|hỗ trợ|hình thành|trở thành|giữ|mở rộng|giải quyết|hoàn thành|đạt|thu hút|tạo|khắc phục|bảo vệ|phòng|xóa)/u;

/** Past a label such as "Chỉ tiêu 1:" or "Mục tiêu chung, lâu dài:". */
function outcomeStart(low: string, clause: Stretch): number {
  return clause.start + (/^(?:chỉ tiêu|mục tiêu)[^:;.]{0,40}:\s*/u.exec(low.slice(clause.start, clause.end))?.[0].length ?? 0);
}

/** Whether a clause of a goal section states an outcome: it begins with something to do or to reach, not with a thing. */
function opensOutcome({ paragraph, low, times }: Unit, clause: Stretch): boolean {
  const at = outcomeStart(low, clause);
  return (
    OUTCOME.test(low.slice(at, at + 20)) ||
    predicateAt(low, at) > 0 ||
    readLead(paragraph.text, low, { start: at, end: clause.end }, times) !== null
  );
}

function outcomes(unit: Unit, clause: Stretch): Stretch[] {
  const { text } = unit.paragraph;
  const cut = /,\s(?=hoàn thành |phấn đấu )/u.exec(text.slice(clause.start, clause.end));
  if (cut === null || cut.index < 12) return [clause];
  return [
    { start: clause.start, end: clause.start + cut.index },
    { start: clause.start + cut.index + cut[0].length, end: clause.end },
  ];
}

/** Targets of one unit; `due` and `lead` are those of the obligation that a clause belongs to. */
export function targetsOf(unit: Unit, inheritedFrequency: Frequency | null): Draft<Target>[] {
  const { paragraph, low, sentences, node, groups } = unit;
  const { text } = paragraph;
  const taken = citedOrQuoted(unit);
  const section = sectionOf(node);
  const cumulative = /không (?:tính )?cộng dồn/u.test(low) ? false : null;
  const found: Draft<Target>[] = [];
  if (!unit.ordered && node.role !== "goals") return found;
  for (const sentence of sentences) {
    const group = groups.find(({ stretches }) => stretches.some(({ start, end }) => start >= sentence.start && end <= sentence.end));
    const due = dueOf(group?.signals ?? []);
    const own = rhythm(unit, [sentence]);
    // A list may run over semicolons, so quantities are read per sentence and placed in their clause.
    const quantities = readQuantities(low, sentence, taken);
    for (const clause of sentence.clauses) {
      const inside = quantities.filter((quantity) => quantity.start >= clause.start && quantity.start < clause.end);
      const obliging: Quantity[] = [];
      for (const quantity of inside) {
        const previous = obliging.at(-1);
        const listed =
          previous !== undefined && previous.unit !== "%" && /^[^.;]{0,60}(?:,|\svà)\s*$/u.test(low.slice(previous.end, quantity.start));
        if (obligesTo(unit, quantity, clause) || listed) obliging.push(quantity);
      }
      for (const quantity of obliging) {
        const deadline = deadlineOf(unit, quantity.start, clause, sentence, due);
        const frequency = rhythm(unit, [clause]) ?? own ?? inheritedFrequency ?? (deadline ? "once" : "none");
        // "…, năm 2018 đạt 99%, năm 2019 đạt 99,5%": a step of the ladder has the metric of its first.
        const stated = metricOf(unit, quantity, clause);
        const step = quantity.unit === "%" && /^tỷ lệ\s*(?:[,;.]|$)/u.test(stated);
        const metric = step ? (found.at(-1)?.metric ?? stated) : stated;
        const end = quantity.unit === "%" ? clause.end : Math.max(quantity.end, quantity.unitAt + metric.length);
        found.push({
          ...quoteOf(paragraph, quantity.start, Math.min(end, clause.end), 120),
          metric,
          comparator: quantity.comparator,
          value: quantity.value,
          valueMax: quantity.valueMax,
          unit: quantity.unit,
          scope: scopeOf(unit, quantity, clause, sentence, group?.lead ?? []),
          frequency,
          deadline,
          cumulative,
          section,
          rule: `target:${quantity.unit === "%" ? "rate" : "count"}`,
          confidence: quantity.compared || quantity.unit === "%" ? 0.85 : 0.7,
        });
      }
      const raises = /(?:nâng|tăng|giảm) (?:tỷ lệ|tỷ suất|tỷ trọng)\s/u.exec(low.slice(clause.start, clause.end));
      const opens =
        clause === sentence.clauses[0] || predicateAt(low, clause.start) > 0 || readLead(text, low, clause, unit.times) !== null;
      if (/^\p{L}+ \p{L}+ (?:số )?\d+\s?[-/]/u.test(low.slice(clause.start, clause.end))) continue;
      if (node.role === "goals" && !opensOutcome(unit, clause)) continue;
      if (inside.length > 0 || (node.role !== "goals" && raises === null) || (node.role === "goals" && !opens)) continue;
      // An action with a named actor is a task.
      if (node.role === "goals" && clause === sentence.clauses[0] && readLead(text, low, sentence, unit.times) !== null) continue;
      for (const outcome of node.role === "goals"
        ? outcomes(unit, clause)
        : [{ start: clause.start + (raises?.index ?? 0), end: clause.end }]) {
        const deadline = deadlineOf(unit, outcome.start, outcome, sentence, due);
        const lead = readLead(text, low, outcome, unit.times)?.names ?? group?.lead ?? [];
        found.push({
          ...quoteOf(paragraph, outcome.start, outcome.end, 120),
          metric: squeeze(text.slice(outcome.start, outcome.end)).slice(0, 120),
          comparator: "achieve",
          value: null,
          valueMax: null,
          unit: raises ? "%" : "",
          scope: lead.join(", "),
          frequency: own ?? (deadline ? "once" : "none"),
          deadline,
          cumulative: null,
          section,
          rule: "target:outcome",
          confidence: 0.5,
        });
      }
    }
  }
  return found;
}

/** Whether a stretch states a quantity that binds: in a goal section it is then a target and no task. */
export function quantified(unit: Unit, sentence: Sentence): boolean {
  const taken = citedOrQuoted(unit);
  return sentence.clauses.some((clause) => readQuantities(unit.low, clause, taken).some((quantity) => obligesTo(unit, quantity, clause)));
}

/** "Hằng năm" of a numbered item, for its bullets. */
export function frequencyOf(unit: Unit): Frequency | null {
  return rhythm(unit, unit.sentences);
}
