import { fold, nfc, squeeze } from "../../../kernel/text.ts";
import type { Comparator, PlanDue, PlanItemKind, Reporting, Target } from "../shapes.ts";
import type { PrintedDue } from "./deadlines.ts";
import { dueFrom } from "./deadlines.ts";

/**
 * What this slice takes from a compiled and reviewed document. A subset of `CompiledPlan`, so that the reading of
 * documents can grow without touching plans.
 */
export type ReviewedPlan = {
  header: {
    number: string | null;
    date: string | null;
    docType: string | null;
    issuer: string | null;
    subject: string | null;
    recipients: string[];
  };
  targets: {
    quote: string;
    line: number;
    metric: string;
    comparator: Comparator;
    value: number | null;
    valueMax: number | null;
    unit: string;
    scope: string;
    frequency: string;
    deadline: string | null;
    deadlineText?: string | null;
    lastDay?: string | null;
    cumulative?: boolean | null;
    section?: string;
  }[];
  tasks: { quote: string; text?: string; line: number; lead: string[]; coordinate: string[]; due: PrintedDue; section: string }[];
  /** Headings and numbered paragraphs: where something without a section of its own stands. */
  outline?: { number: string; level: number; line: number }[];
  reporting: {
    who: string;
    to: string;
    via: string | null;
    what: string;
    due: PrintedDue;
    line: number;
    quote?: string;
    section?: string;
  }[];
};

/** An item before it has an identity; parties are expressions as printed. */
export type NewItem = {
  kind: PlanItemKind;
  clause: string;
  line: number | null;
  quote: string;
  text: string;
  target: Target | null;
  reporting: Reporting | null;
  due: PlanDue;
  leads: string[];
  partners: string[];
  opensPlan: boolean;
  splitFrom?: string | null;
};

/** The items of a plan in the order of the document. */
export function itemsFrom(plan: ReviewedPlan): NewItem[] {
  const sections = sectionsByLine(plan);
  const items = [
    ...plan.targets.map((target) => targetItem(target, target.section ?? sections(target.line), plan)),
    ...plan.tasks.filter((task) => !onlyReports(task, plan)).map(taskItem),
    ...plan.reporting.filter((duty) => !onlySends(duty, plan)).map((duty) => reportItem(duty, duty.section ?? sections(duty.line))),
  ];
  const order: PlanItemKind[] = ["target", "task", "report"];
  // What a person added without a place in the text comes last.
  return items.sort((a, b) => (a.line || Infinity) - (b.line || Infinity) || order.indexOf(a.kind) - order.indexOf(b.kind));
}

/**
 * "MTTQ các xã báo cáo kết quả về … trước ngày 15/02": the document is read into a task and into a reporting duty. A unit is
 * asked once, and the duty knows who receives it.
 */
function onlyReports(task: ReviewedPlan["tasks"][number], { reporting }: ReviewedPlan): boolean {
  const duty = reporting.find(({ line, who }) => line === task.line && expressionKey(who) === expressionKey(task.lead.join(", ")));
  if (!duty) return false;
  const text = expressionKey(tidy(task.text ?? task.quote));
  const rest = text.startsWith(expressionKey(duty.who)) ? text.slice(expressionKey(duty.who).length) : text;
  return (
    /^ ?(?:co trach nhiem )?(?:(?:dinh ky|hang|truoc ngay)[^;.]{0,60} )?(?:tong hop,? )?(?:bao cao|gui bao cao)(?! vien)/.test(rest) &&
    !/[;:]/.test(rest)
  );
}

/** "… lập danh sách, gửi về Ban Thường trực trước ngày …": sending is how that task ends, no second duty. */
function onlySends(duty: ReviewedPlan["reporting"][number], { tasks }: ReviewedPlan): boolean {
  const who = expressionKey(duty.who);
  return tidy(duty.what) === "" && tasks.some(({ line, lead }) => line === duty.line && expressionKey(lead.join(", ")) === who);
}

/**
 * Where an item without a section of its own stands: by the outline, else by the last task before it. Numbers are joined
 * with dots, "III" › "1" › "1.2" › "a" = "III.1.2.a".
 */
function sectionsByLine(plan: ReviewedPlan): (line: number) => string {
  const outline = (plan.outline ?? []).toSorted((a, b) => a.line - b.line);
  const known = plan.tasks.toSorted((a, b) => a.line - b.line);
  if (outline.length === 0) return (line) => known.findLast((task) => task.line <= line)?.section ?? "";
  return (line) => {
    const path: { number: string; level: number }[] = [];
    for (const { number, level, line: at } of outline) {
      if (at > line) break;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ number, level });
    }
    return path.reduce((section, { number }, at) => {
      const above = path[at - 1]?.number;
      const own = above !== undefined && number.startsWith(`${above}.`) ? number.slice(above.length + 1) : number;
      return section === "" ? own : `${section}.${own}`;
    }, "");
  };
}

function targetItem(target: ReviewedPlan["targets"][number], clause: string, plan: ReviewedPlan): NewItem {
  const text = capital(tidy(target.quote));
  return {
    kind: "target",
    clause,
    line: target.line,
    quote: target.quote,
    text,
    target: {
      metric: tidy(target.metric),
      comparator: target.comparator,
      value: decimal(target.value),
      valueMax: decimal(target.valueMax),
      unit: target.unit,
      frequency: target.frequency,
      // What comes round counts anew each time, unless the text says otherwise.
      cumulative: target.cumulative ?? !comesRound(target.frequency),
    },
    reporting: null,
    due: dueOfTarget(target, plan),
    leads: parties([target.scope]),
    partners: [],
    opensPlan: demandsYearlyPlan(target),
  };
}

const comesRound = (frequency: string): boolean => frequency !== "none" && frequency !== "once" && frequency !== "";

/**
 * A target names its day but not the word before it. The same day under "trước ngày" in a task of the document is the same
 * deadline, and its last day is the day before.
 */
function dueOfTarget(target: ReviewedPlan["targets"][number], plan: ReviewedPlan): PlanDue {
  const { deadline, frequency } = target;
  if (comesRound(frequency))
    return { ...dueFrom({ kind: "recurring", date: deadline, rule: frequency, text: target.deadlineText ?? undefined }), date: deadline };
  if (deadline === null) return dueFrom({ kind: "none", date: null, rule: null });
  const told = [...plan.tasks, ...plan.reporting].find(({ due }) => due.date === deadline && due.rule?.startsWith("before "))?.due;
  if (told) return dueFrom({ ...told, kind: "date" });
  const kind = deadline.endsWith("-12-31") ? "year" : "date";
  return dueFrom({ kind, date: deadline, rule: null, text: target.deadlineText ?? undefined, lastDay: target.lastDay ?? undefined });
}

function taskItem(task: ReviewedPlan["tasks"][number]): NewItem {
  const text = capital(tidy(task.text ?? task.quote));
  return {
    kind: "task",
    clause: task.section,
    line: task.line,
    quote: task.quote,
    text,
    target: null,
    reporting: null,
    due: dueFrom(task.due),
    leads: parties(task.lead),
    partners: parties(task.coordinate),
    opensPlan: demandsOwnPlan(text),
  };
}

function reportItem(duty: ReviewedPlan["reporting"][number], clause: string): NewItem {
  const [to = "", ...next] = duty.to.split(/ (?:để|và) (?:tổng hợp,? )?báo cáo /u);
  return {
    kind: "report",
    clause,
    line: duty.line,
    quote: duty.quote ?? "",
    text: wordsOfReport(tidy(duty.what), tidy(duty.quote ?? "")),
    target: null,
    reporting: { to: tidy(to), via: duty.via, next: next.length > 0 ? tidy(next.join(", ")) : null },
    due: dueFrom(duty.due),
    leads: parties([duty.who]),
    partners: [],
    opensPlan: false,
  };
}

/** "kết quả" → "Báo cáo kết quả", with the document's own verb; where it names nothing that is sent, its own words do. */
function wordsOfReport(what: string, quote: string): string {
  if (what === "") return capital(quote) || "Báo cáo";
  if (/^(bao cao|gui|dang ky|phan anh|cung cap)(?![a-z])/.test(fold(what))) return capital(what);
  const [verb = "báo cáo"] = /^(?:báo cáo|gửi|đăng ký|phản ánh|cung cấp thông tin)(?!\p{L})/iu.exec(quote) ?? [];
  return `${capital(verb.toLowerCase())} ${what}`;
}

/** "100% các cơ quan … xây dựng kế hoạch": drawing up a plan is what is counted, so each unit owes one. */
export function demandsYearlyPlan(target: { metric: string; quote: string; unit: string; frequency: string }): boolean {
  const words = fold(`${target.metric} ${target.quote}`);
  const plans = /(xay dung|ban hanh|co) (cac |duoc )?(chuong trinh, )?ke hoach/.test(words);
  const counted = target.unit === "%" || fold(target.unit) === "ke hoach";
  return plans && counted && (target.frequency !== "once" || demandsOwnPlan(target.quote));
}

/** "… xây dựng Kế hoạch tổ chức thực hiện … ở cấp mình": the unit answers with a plan of its own. */
export function demandsOwnPlan(text: string): boolean {
  return /(xay dung|ban hanh) (chuong trinh, )?ke hoach( cu the| hang nam| rieng)? ?(to chuc|trien khai|thuc hien|hang nam|cong tac|o cap minh|cua (dia phuong|don vi|cap minh|minh))/.test(
    fold(text),
  );
}

/** The recipients of the document that are bodies: the filing line is none. What stands in brackets is a remark. */
export function recipientsFrom(recipients: string[]): string[] {
  return parties(recipients.filter((line) => !/^lưu( |:)/iu.test(line.trim())).map((line) => line.replace(/\s*\([^)]*\)\s*/gu, " ")));
}

/** Expressions without doubles and empty ones, white space tidied; otherwise as printed. */
function parties(printed: string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of printed.map(tidy)) if (text !== "" && !seen.has(expressionKey(text))) seen.set(expressionKey(text), text);
  return [...seen.values()];
}

/** Two spellings of one expression ("Uỷ ban", "Ủy  ban") are resolved once. */
export const expressionKey = (printed: string): string => fold(printed).replace(/[.,;:]+$/, "");

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const tidy = (text: string): string => squeeze(nfc(text).replace(/\*\*|__|^#+ /g, ""));

const decimal = (value: number | null): string | null => (value === null ? null : String(value));

/** Years in the title ("giai đoạn 2021 - 2025", "đến năm 2025", "năm 2026") give the plan's period; null when it names none. */
export function periodFrom(subject: string, issued: string | null): { from: string | null; to: string | null } {
  const text = fold(subject);
  const months = /tu thang (\d{1,2})(?: nam |\/)(\d{4}) ?(?:-|–|den)(?: het)? ?thang (\d{1,2})(?: nam |\/)(\d{4})/.exec(text);
  if (months) {
    const [, first = "", year = "", last = "", lastYear = ""] = months;
    const from = later(`${year}-${first.padStart(2, "0")}-01`, issued);
    return { from, to: lastDayOfMonth(Number(lastYear), Number(last)) };
  }
  const span = /(?:giai doan|nhiem ky)(?: tu)?(?: nam)? (\d{4}) ?(?:-|–|den) ?(?:nam )?(\d{4})/.exec(text);
  if (span) return { from: later(`${span[1]}-01-01`, issued), to: `${span[2]}-12-31` };
  const until = /den (?:het )?nam (\d{4})/.exec(text);
  if (until) return { from: issued, to: `${until[1]}-12-31` };
  const year = /nam (\d{4})/.exec(text);
  if (year) return { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` };
  return { from: issued, to: null };
}

const lastDayOfMonth = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** A plan "2017-2020" issued in June 2017 runs from its issue; issued later or earlier than its span, from the span's start. */
const later = (start: string, issued: string | null): string =>
  issued !== null && issued.slice(0, 4) === start.slice(0, 4) && issued > start ? issued : start;
