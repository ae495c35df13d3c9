/**
 * Who reports, sends or registers what to whom: "báo cáo … về X (qua Y)", "gửi danh sách … về X trước ngày D".
 * acts (the verb) → receivers (to, via) → senders (who) → times (due); one entry for each who and to.
 */
import { squeeze } from "../../../../kernel/text.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { readLabel } from "../labels/labels.ts";
import type { Node } from "../outline/document.ts";
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Due, Reporting } from "../plan.ts";
import type { Group, Unit } from "../tasks/index.ts";
import { readLead } from "../subjects/index.ts";
import { headingDue, soloUnit } from "../tasks/index.ts";
import { dueOf, noDue, signalsOf } from "../mentions/timing.ts";
import type { Act } from "./acts.ts";
import { actsIn, reports } from "./acts.ts";
import { listed } from "./listed.ts";
import type { Receiver } from "./receivers.ts";
import { receiversOf } from "./receivers.ts";
import { handsOn, ownerOf } from "./senders.ts";
import { dueOfNext, duesOf, laterDays, rhythmsOf, underHeading } from "./times.ts";
import { whatAfter, whatOf } from "./what.ts";

type Found = { act: Act; start: number; end: number; receivers: Receiver[]; what: string; who: string[]; onwards: boolean };

/** A letter to those below is no report: "gửi UBND các xã, phường". */
const BELOW = /(?:^|\s)các (?:xã|phường|huyện|thôn|bản|ấp|tổ dân phố|cơ quan|đơn vị|địa phương|chi bộ|chi hội)(?!\p{L})/iu;

function inClause(unit: Unit, clause: Stretch, lead: string[]): Found[] {
  const { text } = unit.paragraph;
  const found: Found[] = [];
  for (const act of actsIn(unit.low, clause)) {
    const before = found.at(-1);
    if ((before && act.at < before.end) || (act.verb === "đăng ký" && before)) continue;
    const read = receiversOf(unit, act, clause.end);
    if (read === null) continue;
    const onwards = before !== undefined && (before.onwards || handsOn(unit, before.receivers, act));
    if (!reports(act, unit.low, clause, read.direct, onwards)) continue;
    const { receivers } = read;
    if (act.verb === "gửi" && receivers.every(({ names }) => names.every((name) => BELOW.test(name)))) continue;
    const last = receivers.at(-1);
    const end = last?.end ?? act.end;
    const between = read.whatEnd < 0 ? "" : whatOf(text.slice(act.end, read.whatEnd));
    const first = before && handsOn(unit, before.receivers, act) ? before.receivers.flatMap(({ names }) => names) : before?.who;
    const who = ownerOf(unit, act, clause) ?? (onwards ? (first ?? lead) : lead);
    found.push({ act, start: act.at, end, receivers, what: between || whatAfter(text.slice(end, clause.end)), who, onwards });
  }
  return found;
}

/** "; báo cáo cả năm trước ngày 30/11", "; vụ việc nổi cộm phải báo ngay": the receiver of the clause before, another time. */
const AGAIN = /^(?:và |riêng )?báo cáo(?! viên)/u;
const AT_ONCE = /(?:^|[\s,](?:phải|thì|cần) )báo(?: cáo)? (?:ngay|nhanh|đột xuất|kịp thời)(?!\p{L})/u;

function again(unit: Unit, clause: Stretch, before: Found | null): Found[] {
  const words = unit.low.slice(clause.start, clause.end);
  const verb = AGAIN.exec(words);
  const said = verb ?? AT_ONCE.exec(words);
  if (before === null || said === null) return [];
  const timed = signalsOf(unit.paragraph.text, unit.times, clause).length > 0 || /(?:trước|chậm nhất|vào) ngày \d/u.test(words);
  if (verb !== null && !timed) return [];
  const at = clause.start + said.index;
  const what = whatAfter(unit.paragraph.text.slice(at + said[0].length, clause.end));
  return [{ ...before, start: at, end: clause.end, what, onwards: false }];
}

const timeOf = (group: Group): Due =>
  group.kind === "report" || group.kind === "signal" || group.stretches.length === 1 ? dueOf(group.signals) : noDue;

/** The time that the clause itself does not say: of the item's bracket, of the next sentence, of a label, of the heading. */
function dueAround(unit: Unit, clause: Stretch, own: Due, onwards: boolean): Due {
  const dated = headingDue(unit.node, unit.year);
  if (own.kind !== "none") return underHeading(own, dated, unit.year);
  if (onwards) return own;
  if (unit.closing.kind !== "none") return unit.closing;
  if (own.rule !== null) return own;
  return [dueOfNext(unit, clause), dated].find(({ kind, rule }) => kind !== "none" || rule !== null) ?? own;
}

function drafts(unit: Unit, { start, end, receivers, what, who, act }: Found, due: Due, issuer: string): Draft<Reporting>[] {
  const { paragraph } = unit;
  // A step of a procedure that names neither who nor when is nobody's duty.
  if (who.length === 0 && due.kind === "none" && due.rule === null) return [];
  // Where nobody is named the office reports that issues the plan, unless several do.
  const sender = who.join(", ") || (/ và |, /.test(issuer) ? "" : issuer);
  const past = receivers.at(-1)?.via ? (receivers.at(-1)?.past ?? end) : end;
  const quoted = quoteOf(paragraph, start, Math.min(Math.max(end, past), paragraph.text.length));
  // One duty for each who has to hear of it; what is laid open to several at once stays together.
  const to = act.verb.startsWith("cung cấp")
    ? [{ name: paragraph.text.slice(receivers[0]?.start ?? end, end), via: null }]
    : receivers.flatMap(({ names, via }) => names.map((name) => ({ name, via })));
  return to.map(({ name, via }) => ({ ...quoted, who: sender, to: squeeze(name), via, what, due, rule: "reporting:verb" }));
}

/** "Quá trình triển khai nếu vướng mắc …" over the signature speaks to all, whom it does not name. */
const toAll = (unit: Unit, clause: Stretch, group: Group): boolean =>
  !group.said &&
  unit.paragraph.marker === null &&
  /^(?:trong )?quá trình (?:triển khai|thực hiện|tổ chức)(?!\p{L})/u.test(unit.low.slice(clause.start, clause.start + 34));

/** Reports of a paragraph. `issuer`: who reports where nobody is named but a time is. */
export function reportingOf(unit: Unit, issuer = ""): Draft<Reporting>[] {
  let last: Found | null = null;
  return unit.groups.flatMap((group) =>
    group.stretches.flatMap((clause) => {
      if (toAll(unit, clause, group)) return [];
      const lead = readLead(unit.paragraph.text, unit.low, clause, unit.times)?.names ?? group.lead;
      const found = inClause(unit, clause, lead);
      if (found.length === 0) found.push(...again(unit, clause, last));
      const [first, final] = [found[0], found.at(-1)];
      last = final ?? last;
      const rhythms = first && found.length === 1 ? rhythmsOf(unit, clause, first) : [];
      if (first && rhythms.length > 0) return rhythms.flatMap((due) => drafts(unit, first, due, issuer));
      const dues = duesOf(unit, clause, found, timeOf(group));
      const said = found.flatMap((report, k) => drafts(unit, report, dueAround(unit, clause, dues[k] ?? noDue, report.onwards), issuer));
      if (final === undefined || final.onwards) return said;
      const later = laterDays(unit, clause, final.end).map(({ start, due }) =>
        drafts(unit, { ...final, start, end: clause.end, what: "" }, due, issuer),
      );
      return [...said, ...later.flat()];
    }),
  );
}

/** Reports of all paragraphs, in the order of the document. `year`: the one year that the plan is for; `issuer`: its office. */
export function reportsOf(units: readonly Unit[], nodes: readonly Node[], year: number | null, issuer: string): Draft<Reporting>[] {
  const said = new Map(units.map((unit) => [unit.paragraph, reportingOf(unit, issuer)]));
  const opening = ({ paragraph, role }: Node): Draft<Reporting>[] =>
    role === "purpose" || role === "situation" ? [] : reportingOf(soloUnit(paragraph, [], year), issuer);
  return [...listed(nodes, said, year, opening), ...labelReports(nodes, year, issuer), ...closingReports(nodes, year, issuer)];
}

/** "Cơ quan thực hiện: … gửi kết quả về …", "Thời hạn gửi: … về …": a label line that reports. */
function labelReports(nodes: readonly Node[], year: number | null, issuer: string): Draft<Reporting>[] {
  return nodes.flatMap(({ paragraph, role, heading }) => {
    if (role === "purpose" || role === "situation" || heading?.kind === "heading") return [];
    const label = readLabel(paragraph.text.slice(paragraph.bodyAt));
    if (label === null || label.kind === "content" || !/(?:gửi|báo cáo|nộp) /iu.test(paragraph.text)) return [];
    return reportingOf(soloUnit(paragraph, [], year), issuer);
  });
}

/** What the closing formula adds: "Trên đây là Kế hoạch … Nếu có vướng mắc, các đơn vị báo cáo về …". */
function closingReports(nodes: readonly Node[], year: number | null, issuer: string): Draft<Reporting>[] {
  return nodes.flatMap(({ paragraph, role }) => {
    if (role === "purpose" || !/^trên đây là/iu.test(paragraph.text)) return [];
    const unit = soloUnit(paragraph, [], year);
    const opening = unit.sentences[0]?.end ?? 0;
    const groups = unit.groups.flatMap((group) => {
      const stretches = group.stretches.filter(({ start }) => start >= opening);
      return stretches.length > 0 ? [{ ...group, stretches }] : [];
    });
    return reportingOf({ ...unit, groups }, issuer);
  });
}
