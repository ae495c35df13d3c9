/** Splits an item into obligations: what has a time, a trigger or a body of its own; the rest stays together. */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import { headAt, predicateAt } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { readLead } from "../subjects/index.ts";
import { signalsOf } from "../mentions/timing.ts";
import type { Aside } from "./asides.ts";
import { applyAsides, asideIn, asidesOf, withoutAsides } from "./asides.ts";
import { closingBracket } from "./deadlines.ts";
import { onlyReports } from "./reports.ts";
import type { Group, Reading } from "./unit.ts";

const QUALIFIES =
  /^(?:trong (?:hoạt động|đó|quá trình)|đồng thời|đặc biệt|qua đó|riêng|ngoài ra|cần|việc|từ đó|bên cạnh đó|theo đó|thông qua đó|nội dung|hình thức|thời gian|quá trình|mỗi cán bộ)(?!\p{L})/u;

/** Splits an item by the rules of the genre: own time, own trigger, own body; the rest stays together. */
export function groupClauses(unit: Reading, inherited: string[]): Group[] {
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
  const labelled: Aside[] = [];
  const open = (stretches: Stretch[], kind: Group["kind"], own: TimeMention[], said: boolean): Group => {
    const group: Group = { stretches, kind, signals: own, lead, partners: [], said };
    groups.push(group);
    last = group;
    return group;
  };
  sentences.forEach((printed, number) => {
    const { sentence, spoken } = withoutAsides(text, printed);
    const [head] = sentence.clauses;
    if (head === undefined) return;
    labelled.push(...spoken);
    const aside = last === null ? null : asideIn(text, sentence);
    if (last !== null && aside !== null) {
      applyAsides(last, [aside]);
      return;
    }
    const subject = readLead(text, low, sentence, times);
    const own = subject !== null && subject.names.join() !== lead.join();
    if (subject) lead = subject.names;
    const all = signals(sentence);
    const inCase = /^(?:trong )?(?:các |những )?trường hợp(?!\p{L})/u.test(low.slice(sentence.start, sentence.start + 24));
    // "Thời gian gửi báo cáo … chậm nhất ngày …", "Nếu … thì …" say more of what precedes.
    if (
      last !== null &&
      number > 0 &&
      !(inCase && subject !== null) &&
      /^(?:thời gian|thời hạn|hạn |tiến độ|(?:trong )?trường hợp(?![^.;]* (?:thì|phải) )|nếu (?=[^.;]* thì ))/u.test(
        low.slice(sentence.start, sentence.end),
      )
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
    if ((opening && (number > 0 || all.length > 0)) || (inCase && number > 0)) {
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
    // "Đảng ủy xã chỉ đạo; Ủy ban nhân dân xã tổ chức thực hiện": those led are responsible too.
    const holder = last as Group | null;
    if (subject !== null && holder !== null && /^(?:lãnh đạo|chỉ đạo)(?!\p{L})/u.test(low.slice(subject.end, subject.end + 10)))
      for (const clause of kept.slice(1)) {
        const more = headAt(low, clause.start, text) > 0 ? readLead(text, low, clause, times) : null;
        // "…; mỗi tổ chức theo dõi 05 xã" shares the work out among those just named.
        if (more && !/^(?:mỗi|từng) /iu.test(more.names[0] ?? "")) holder.lead = [...new Set([...holder.lead, ...more.names])];
      }
    for (const { clause, kind } of apart) {
      const clauseSubject = readLead(text, low, clause, times);
      const before = lead;
      if (clauseSubject) lead = clauseSubject.names;
      open([clause], kind, signals(clause), clauseSubject !== null);
      lead = before;
    }
  });
  const timed = bracket !== null && times.some(({ start, end }) => start > bracket.start && end < bracket.end);
  const asides = [...asidesOf(text, bracket, timed), ...labelled];
  for (const group of groups) applyAsides(group, asides);
  return groups;
}
