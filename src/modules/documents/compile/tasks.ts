/** Obligations: what has to be done, by whom, with whom, by when. */
import { fold } from "../../../kernel/text.ts";
import type { TimeMention } from "../../../kernel/time/index.ts";
import { headAt, lexical, predicateAt, wholeBodies } from "./bodies.ts";
import type { Sentence, Stretch } from "./clauses.ts";
import { readSentences } from "./clauses.ts";
import type { Node, PlanDocument } from "./document.ts";
import { readLabel } from "./labels.ts";
import type { Draft } from "./outline.ts";
import type { Paragraph } from "./paragraphs.ts";
import { quoteOf } from "./paragraphs.ts";
import type { Due, Task } from "./plan.ts";
import { bracketedOrder, heldBetween, readLead, readPartners } from "./subjects.ts";
import { dueOf, noDue, signalsOf, timesIn } from "./timing.ts";

/** Clauses that make one obligation. */
export type Group = {
  stretches: Stretch[];
  /** Why it stands alone: the item itself, a time signal, a sentence with its own body, a report. */
  kind: "main" | "signal" | "body" | "report";
  signals: TimeMention[];
  lead: string[];
  /** Whether the lead is said here, not carried over. */
  said: boolean;
};

/** One paragraph read as obligations. */
export type Unit = {
  node: Node;
  paragraph: Paragraph;
  low: string;
  body: Stretch;
  sentences: Sentence[];
  times: TimeMention[];
  groups: Group[];
  /** Whether it orders something; the rest may still tell who reports, or state a goal. */
  ordered: boolean;
  /** Deadline in the item's closing bracket. */
  closing: Due;
};

const REPORTS =
  /^(?:[\s,]*(?:và|có trách nhiệm|kịp thời|định kỳ|tổng hợp|đồng thời|thực hiện(?: nghiêm)?(?: chế độ)?|chủ động|nghiêm túc|gửi|lập|xây dựng|có|thường xuyên|hằng năm|hàng năm|các|chịu trách nhiệm)[\s,]*)*(?:báo cáo(?! viên)|phản ánh (?:về|với|kịp thời)|gửi (?:về|báo cáo|danh sách|kết quả))/u;
const QUALIFIES =
  /^(?:trong (?:hoạt động|đó|quá trình)|đồng thời|đặc biệt|qua đó|riêng|ngoài ra|cần|việc|từ đó|bên cạnh đó|theo đó|thông qua đó|nội dung|hình thức|thời gian|quá trình|mỗi cán bộ)(?!\p{L})/u;

/** Whether a stretch does nothing but report, once times and its subject are past. */
function onlyReports(unit: Pick<Unit, "paragraph" | "low" | "times">, { start, end }: Stretch): boolean {
  const { paragraph, low, times } = unit;
  const subject = readLead(paragraph.text, low, { start, end }, times);
  let at = subject?.end ?? start;
  for (let step = 0; step < 4; step++) {
    while (/[\s,:]/u.test(low[at] ?? "")) at++;
    const time = times.find(
      (mention) => mention.start >= at && mention.start <= at + 9 && mention.kind !== "trigger" && mention.end <= end,
    );
    if (!time) break;
    at = time.end;
  }
  const deed = low.slice(at, end);
  // "báo cáo cấp ủy, lựa chọn 01 mô hình …": the report is a step of the deed.
  if (
    /^báo cáo [^,;]{3,60}, (?:lựa chọn|chọn|xây dựng|tổ chức|triển khai|thực hiện|chỉ đạo|phối hợp|hướng dẫn|ban hành|thống nhất)(?!\p{L})/u.test(
      deed,
    )
  )
    return false;
  return REPORTS.test(deed.slice(0, 160));
}

/** Sentences with the clauses of a subject that spans a semicolon put together ("Ủy ban MTTQ huyện; đảng ủy các xã căn cứ …"). */
function wholeSubjects(text: string, low: string, sentences: Sentence[], times: readonly TimeMention[]): Sentence[] {
  return sentences.map((sentence) => {
    const [first, ...rest] = sentence.clauses;
    if (first === undefined || rest.length === 0) return sentence;
    const subject = readLead(text, low, sentence, times);
    const inside = rest.filter(({ start }) => subject !== null && start < subject.end).length;
    if (inside === 0) return sentence;
    const joined = { start: first.start, end: rest[inside - 1]?.end ?? first.end };
    return { ...sentence, clauses: [joined, ...rest.slice(inside)] };
  });
}

/** Leading sentences that only describe ("Mô hình được hình thành từ …") are left out when orders follow. */
function withoutDescription(unit: Omit<Unit, "groups" | "closing" | "ordered">): Sentence[] {
  const { paragraph, low, sentences, times } = unit;
  const first = sentences.findIndex(
    (sentence) =>
      !SPECIFIES.test(low.slice(sentence.start, sentence.start + 60)) || readLead(paragraph.text, low, sentence, times) !== null,
  );
  return first > 0 ? sentences.slice(first) : sentences;
}

/** Splits an item by the rules of the genre: own time, own trigger, own body; the rest stays together. */
export function groupClauses(unit: Omit<Unit, "groups" | "closing" | "ordered">, inherited: string[]): Group[] {
  const { paragraph, low, times, sentences } = unit;
  const { text } = paragraph;
  const groups: Group[] = [];
  let main: Group | null = null;
  let lead = inherited;
  let last: Group | null = null;
  // What the item's closing bracket says goes for the whole item.
  const bracket = closingBracket(paragraph);
  const signals = (stretch: Stretch): TimeMention[] =>
    signalsOf(text, times, stretch).filter(({ start }) => bracket === null || start < bracket.start);
  const open = (stretches: Stretch[], kind: Group["kind"], own: TimeMention[], said: boolean): Group => {
    const group: Group = { stretches, kind, signals: own, lead, said };
    groups.push(group);
    last = group;
    return group;
  };
  sentences.forEach((sentence, number) => {
    const [head] = sentence.clauses;
    if (head === undefined) return;
    const subject = readLead(text, low, sentence, times);
    const own = subject !== null && subject.names.join() !== lead.join();
    if (subject) lead = subject.names;
    const all = signals(sentence);
    // "Thời gian gửi báo cáo … chậm nhất ngày …", "Nếu … thì …" say more of what precedes.
    if (
      last !== null &&
      number > 0 &&
      /^(?:thời gian|thời hạn|hạn |tiến độ|(?:trong )?trường hợp|nếu (?=[^.;]* thì ))/u.test(low.slice(sentence.start, sentence.end))
    ) {
      (last as Group).stretches.push(...sentence.clauses);
      if (/^(?:thời|hạn|tiến)/u.test(low.slice(sentence.start))) (last as Group).signals.push(...signals(sentence));
      return;
    }
    // "… mục tiêu cụ thể: Đến năm 2025, …. Đến năm 2030, …": one enumeration.
    if (
      last !== null &&
      number > 0 &&
      /^đến năm \d{4}/u.test(low.slice(sentence.start, sentence.end)) &&
      /(?::\s+|^)đến năm \d{4}/u.test(low.slice(sentences[number - 1]?.start, sentence.start))
    ) {
      (last as Group).stretches.push(...sentence.clauses);
      return;
    }
    const opening = all.some(
      (signal) =>
        signal.start - sentence.start <= 2 ||
        (subject !== null && signal.start < subject.start) ||
        /^[\s,“"]*$/u.test(text.slice(sentence.start, signal.start)),
    );
    if (number > 0 && onlyReports(unit, sentence)) {
      open([sentence], "report", all, subject !== null);
      return;
    }
    if (opening && (number > 0 || all.length > 0)) {
      const report = sentence.clauses.findLast((clause, k) => k > 0 && onlyReports(unit, clause));
      const group = open(
        sentence.clauses.filter((clause) => clause !== report),
        "signal",
        report ? all.filter(({ start }) => start < report.start) : all,
        subject !== null,
      );
      if (report) open([report], "report", signals(report), false);
      if (number === 0 && subject !== null && sentences.length > 1) main = null;
      last = group;
      return;
    }
    // "…; các kế hoạch hằng năm" names a thing; "…; hằng năm tổ chức …", "…; đổi mới …" order a deed.
    const orders = (clause: Stretch): boolean =>
      predicateAt(low, clause.start) > 0 ||
      times.some(({ start }) => start === clause.start) ||
      readLead(text, low, clause, times) !== null;
    const perUnit = (signal: TimeMention): boolean => text[signal.start] === "/";
    const whole = number > 0 && (signals(head).length > 0 || all.some(perUnit));
    if (!own && whole) {
      open([sentence], "signal", all, subject !== null);
      return;
    }
    // The sentence joins the rest, except clauses that carry their own time or only report.
    const kept: Stretch[] = [];
    const apart: { clause: Stretch; kind: "signal" | "report" }[] = [];
    sentence.clauses.forEach((clause, k) => {
      if (k > 0 && onlyReports(unit, clause)) apart.push({ clause, kind: "report" });
      else if (k > 0 && signals(clause).some((signal) => !perUnit(signal) && (signal.kind !== "recurring" || orders(clause))))
        apart.push({ clause, kind: "signal" });
      else kept.push(clause);
    });
    const heard = kept.flatMap((clause) => signals(clause)).concat(all.filter(perUnit));
    if (own && number > 0) main = open(kept, "body", heard, true);
    else if (main === null && last !== null && QUALIFIES.test(low.slice(sentence.start, sentence.start + 30)))
      (last as Group).stretches.push(...kept);
    else if (main === null) main = open(kept, number === 0 ? "main" : own ? "body" : "main", heard, subject !== null);
    else {
      main.stretches.push(...kept);
      if (number > 0) main.signals.push(...heard);
    }
    for (const { clause, kind } of apart) {
      const clauseSubject = readLead(text, low, clause, times);
      const before = lead;
      if (clauseSubject) lead = clauseSubject.names;
      open([clause], kind, signals(clause), clauseSubject !== null);
      lead = before;
    }
  });
  return groups;
}

function closingBracket({ text }: Paragraph): Stretch | null {
  const found = /\(([^()]{4,120})\)[\s.;/]*$/u.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

const TELLS_TIME =
  /^\((?:phải |dự kiến )?(?:hoàn thành|xong|trước|trong|từ|đến|thời gian|thời hạn|chậm nhất|quý|tháng|năm|hằng|hàng|định kỳ|ngày|mỗi|cuối|đầu)(?!\p{L})/iu;

/** "(Hoàn thành trong quý III năm 2021)." at the end of an item is the deadline of all of it. */
export function closingDue(paragraph: Paragraph, times: readonly TimeMention[]): Due {
  const bracket = closingBracket(paragraph);
  if (bracket === null || !TELLS_TIME.test(paragraph.text.slice(bracket.start))) return noDue;
  const inside = times.filter(
    ({ start, end, kind }) => start > bracket.start && end < bracket.end && kind !== "term" && kind !== "trigger",
  );
  return inside.length > 0 ? dueOf(inside) : noDue;
}

const SPECIFIES =
  /^(?:việc|các nội dung|nội dung|kinh phí|trường hợp|thời gian|địa điểm|thành phần|số lượng|hình thức(?! tổ chức)|lưu ý|ghi chú|mô hình|trình tự|đối với|nguyên tắc|tài liệu|đối tượng|tiêu chuẩn|là |gồm|bao gồm|hướng dẫn này|kế hoạch này|quyết định này|quy định này|hồ sơ|biên bản|trên lĩnh vực|danh sách|phiếu|thể thức|tên mô hình|nguồn|ngân sách|trách nhiệm|cách thức|thẻ|cơ cấu|tư cách|cách tính|người |số dư|những trường hợp|những hành vi|thời điểm|về |cơ quan chủ trì, thành phần|cách |khách mời|chủ đề|đợt )/u;
const CLOSING =
  /^(?:trên đây là|\(|ban hành kèm theo|(?:.{0,300} )?chịu trách nhiệm thi hành|kế hoạch này (?:được|có hiệu lực|thay)|(?:hướng dẫn|quyết định) này (?:thay|có hiệu lực))/u;

/** "UBND tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.": the closing formula. */
const URGES =
  /(?:yêu cầu|đề nghị) [^.;]{5,140}(?:nghiêm túc|khẩn trương|tích cực|phối hợp|quan tâm|tổ chức|chỉ đạo)[, ]*(?:phối hợp )?(?:tổ chức )?(?:triển khai )?(?:thực hiện)?(?: nghiêm túc| tốt| có hiệu quả)?(?: các nội dung trên| kế hoạch này| kế hoạch)?\s*$/u;

/** Whether a paragraph orders something, by its section and its first words. */
export function obliges(node: Node, unit: Pick<Unit, "paragraph" | "low" | "body" | "times">): boolean {
  const { paragraph, low, body, times } = unit;
  const opening = low.slice(body.start, body.start + 60);
  if (body.end - body.start < 12 || CLOSING.test(low.slice(body.start, body.start + 400))) return false;
  if (node.role === "purpose" || node.role === "situation") return false;
  if (paragraph.marker === null && body.end - body.start < 220 && URGES.test(low.slice(body.start, body.end))) return false;
  const subject = readLead(paragraph.text, low, body, times);
  if (node.role === "criteria") return subject !== null && /(?:^|, )(?:giao|đề nghị) /u.test(low.slice(body.start, subject.start));
  if (subject !== null) return true;
  if (
    paragraph.marker === null &&
    /như sau\s*:\s*$/u.test(low) &&
    (predicateAt(low, body.start) === 0 || /^(?:căn cứ|trên cơ sở)/u.test(opening))
  )
    return false;
  if (node.role === "frame") return false;
  if (SPECIFIES.test(opening)) return false;
  if (/^\p{L}+ [^.;]{0,40}: mô hình/u.test(opening)) return false;
  // Under "bao gồm:", "cụ thể:" a bullet is a task only if it begins with something to do.
  const { under } = node;
  if (
    under !== null &&
    (paragraph.marker === null || paragraph.marker.level === 0) &&
    /(?:gồm|cụ thể|sau|sau đây|nội dung|thông qua)\s*:\s*$/u.test(under)
  )
    return predicateAt(low, body.start) > 0;
  return wholeBodies(paragraph.text.slice(body.start, body.end)) === null;
}

/** Section as "III.1.1", "II.2.3.Bước 1". */
export function sectionOf(node: Node): string {
  const decimal = node.path.findLast(({ paragraph }) => paragraph.marker?.kind === "decimal");
  return node.path
    .filter((entry) => entry.paragraph.marker?.kind !== "decimal" || entry === decimal)
    .map(({ number }) => number)
    .join(".");
}

/** Reads a paragraph's sentences and times. */
export function readUnit(node: Node, cited: readonly Stretch[]): Omit<Unit, "groups" | "closing" | "ordered"> {
  const { paragraph } = node;
  const end = paragraph.text.replace(/\s*\.?\/\.\s*$/u, "").length;
  const label = node.paragraph.marker?.level === 0 || node.heading === null ? readLabel(paragraph.text.slice(paragraph.bodyAt)) : null;
  const start = paragraph.bodyAt + (label?.kind === "content" ? label.valueAt : 0);
  const times = timesIn(paragraph.text, cited);
  const low = lexical(paragraph.text);
  const sentences = wholeSubjects(paragraph.text, low, readSentences(paragraph.text, start, end), times);
  const unit = { node, paragraph, low, body: { start, end }, sentences, times };
  const telling = withoutDescription(unit);
  return { ...unit, sentences: telling, body: { start: telling[0]?.start ?? start, end } };
}

/** Lead named by the innermost heading that is nothing but a body. */
export function headingLead(node: Node): string[] {
  for (const entry of node.path.toReversed()) {
    if (entry === node.heading || entry.kind === "item") continue;
    const bodies = wholeBodies(entry.title);
    if (bodies) return bodies.names;
    // "Các Phó Chủ tịch phụ trách lĩnh vực …": a post with its field.
    if (/ phụ trách /u.test(entry.title) && entry.title.length < 120 && headAt(lexical(entry.title), 0, entry.title) > 0)
      return [entry.title.replace(/[:.]+$/u, "")];
  }
  return [];
}

/** "Năm 2023", "Từ năm 2022", "Đợt 1: …": a heading that dates what stands under it. */
export function headingDue(node: Node): Due {
  for (const entry of node.path.toReversed()) {
    if (entry === node.heading) continue;
    const key = fold(entry.title);
    if (
      !/^(?:tu |trong |den |het )?(?:nam \d{4}|quy [ivx\d]|thang \d|cuoi nam|giai doan|(?:dot|vong) (?:thi dua )?(?:\d|[ivx]+(?![a-z])|mot|hai|ba|bon|cao diem))/.test(
        key,
      ) &&
      !/^(?:đợt|vòng|giai đoạn) \d/iu.test(entry.number)
    )
      continue;
    const due = dueOf(timesIn(entry.title));
    const from = /^từ năm (\d{4})/iu.exec(entry.title)?.[1];
    if (due.kind === "none" && from)
      return { kind: "year", date: `${from}-12-31`, rule: `within ${from} (heading "${entry.title}")`, recurrence: null };
    if (due.kind !== "none") return due;
  }
  return noDue;
}

export type Obligations = { tasks: Draft<Task>[]; units: Unit[] };

/** A paragraph on its own, outside any section: a table row, a heading that is done. */
export function soloUnit(paragraph: Paragraph, cited: readonly Stretch[]): Unit {
  const read = readUnit({ paragraph, path: [], heading: null, role: "work", under: null, index: -1 }, cited);
  return { ...read, groups: groupClauses(read, []), ordered: true, closing: noDue };
}

export function readUnits({ nodes }: PlanDocument, mentions: ReadonlyMap<Paragraph, Stretch[]>): Unit[] {
  const units: Unit[] = [];
  // Lead of the numbered item that bullets and further paragraphs continue.
  const itemLeads = new Map<unknown, string[]>();
  for (const node of nodes) {
    const { paragraph, heading } = node;
    const label = readLabel(paragraph.text.slice(paragraph.bodyAt));
    const isLabel = label !== null && label.kind !== "content";
    if (heading?.kind === "heading" || isLabel) {
      continue;
    }
    const read = readUnit(node, mentions.get(paragraph) ?? []);
    const parent = node.path.findLast((entry) => entry !== heading && entry.kind === "item");
    const carried = heading === null ? itemLeads.get(node.path.at(-1)) : parent && itemLeads.get(parent);
    const inherited = carried ?? headingLead(node);
    const ordered = obliges(node, read);
    if (
      ordered ||
      (node.role !== "purpose" &&
        node.role !== "situation" &&
        node.role !== "criteria" &&
        read.body.end > read.body.start &&
        !CLOSING.test(read.low.slice(read.body.start, read.body.start + 400)))
    ) {
      const groups = groupClauses(read, inherited);
      const bracket = bracketedOrder(paragraph.text, read.low, read.body);
      if (bracket) for (const group of groups) if (!group.said) group.lead = bracket.names;
      for (const group of groups) {
        const between = group.lead.length === 0 ? group.stretches.flatMap((stretch) => heldBetween(paragraph.text, read.low, stretch)) : [];
        if (between.length > 0) group.lead = between;
      }
      units.push({ ...read, groups, ordered, closing: closingDue(paragraph, read.times) });
      const said = groups.find(({ said: here }) => here)?.lead;
      if (heading !== null && said && ordered) itemLeads.set(heading, said);
    }
  }
  shareDeadlines(units);
  return units;
}

/** "trong thời hạn 05 ngày", "sau ngày D": a rule without a date. */
function withTerm(due: Due, { times }: Unit, { stretches }: Group): Due {
  if (due.kind !== "none" || due.rule !== null) return due;
  const term = times.find(
    ({ kind, rule, start, end }) =>
      kind === "term" && /^(?:within|after) /.test(rule ?? "") && stretches.some((stretch) => start >= stretch.start && end <= stretch.end),
  );
  return term ? { ...due, rule: term.rule } : due;
}

/** Tasks of one unit. */
export function tasksOf(unit: Unit): Draft<Task>[] {
  const { node, paragraph, low, groups, closing } = unit;
  if (!unit.ordered) return [];
  const wholeItem = node.paragraph.marker !== null && groups.length === 1;
  const inheritedDue = headingDue(node);
  return groups.flatMap((group) => {
    const [first] = group.stretches;
    const end = group.stretches.at(-1)?.end ?? 0;
    if (first === undefined || (group.kind === "report" && !wholeItem)) return [];
    const own = withTerm(dueOf(group.signals), unit, group);
    const due =
      inheritedDue.kind !== "none" && (own.kind === "none" || own.kind === "period")
        ? inheritedDue
        : own.kind === "none" && closing.kind !== "none"
          ? closing
          : own;
    const confidence = 0.6 + (group.lead.length > 0 ? 0.15 : 0) + (group.said ? 0.1 : 0) + (due.kind !== "none" ? 0.05 : 0);
    return [
      {
        ...quoteOf(paragraph, first.start, end),
        lead: group.lead,
        coordinate: readPartners(paragraph.text, low, group.stretches),
        due,
        section: sectionOf(node),
        rule: `task:${group.kind}`,
        confidence,
      },
    ];
  });
}

const REFERS_BACK = /(?:nội dung|nhiệm vụ|công việc|phần việc|mô hình|việc|hoạt động) (?:nêu )?trên(?!\p{L})/u;

/** A paragraph that refers back ("… với nội dung trên xong trước ngày 15/7") dates the undated tasks of its item. */
export function shareDeadlines(units: readonly Unit[]): void {
  for (const [at, unit] of units.entries()) {
    if (unit.node.heading !== null || !REFERS_BACK.test(unit.low)) continue;
    const signals = unit.groups.flatMap((group) => group.signals).filter(({ kind, date }) => date !== null && kind !== "term");
    const item = unit.node.path.at(-1);
    if (signals.length === 0 || item === undefined) continue;
    for (let k = at - 1; k >= 0 && units[k]?.node.path.at(-1) === item; k--) {
      for (const group of units[k]?.groups ?? []) if (dueOf(group.signals).kind === "none") group.signals.push(...signals);
    }
  }
}
